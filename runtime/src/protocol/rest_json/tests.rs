//! Payloads that no service of AWS has, or has only where they cannot be left out.

use aws_smithy_schema::ShapeId;
use aws_smithy_schema::traits::HttpTrait;

use super::*;

const ID: ShapeId<'static> = ShapeId::from_parts("x#S", "x", "S");

/// `{ text: "x" }`, when it is set.
struct Inner;

static TEXT: Schema<'static> = Schema::new_member(ID, ShapeType::String, "text", 0);
static INNER: Schema<'static> = Schema::new_struct(ID, ShapeType::Structure, &[&TEXT]);

impl SerializableStruct for Inner {
    fn schema(&self) -> &Schema<'_> {
        &INNER
    }

    fn serialize_members(&self, serializer: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        serializer.write_string(&TEXT, "x")
    }
}

/// An input with nothing but a payload.
struct Input {
    payload: &'static Schema<'static>,
    value: Option<Document>,
}

impl SerializableStruct for Input {
    fn schema(&self) -> &Schema<'_> {
        &INNER
    }

    fn serialize_members(&self, serializer: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        match &self.value {
            None => Ok(()),
            Some(value) if self.payload.shape_type() == ShapeType::Document => {
                serializer.write_document(self.payload, value)
            }
            Some(_) => serializer.write_struct(self.payload, &Inner),
        }
    }
}

const fn payload(kind: ShapeType) -> Schema<'static> {
    Schema::new_member(ID, kind, "payload", 0).with_http_payload()
}

static DOCUMENT: Schema<'static> = payload(ShapeType::Document);
static STRUCTURE: Schema<'static> = payload(ShapeType::Structure);
static UNION: Schema<'static> = payload(ShapeType::Union);

/// The body and the content type of what is sent.
fn sent(payload: &'static Schema<'static>, value: Option<Document>) -> (String, Option<String>) {
    let members = [payload];
    let schema = Schema::new_struct(ID, ShapeType::Structure, &members)
        .with_http(HttpTrait::new("POST", "/", None));
    let input = Input { payload, value };
    let request = RestJson::default()
        .write(&input, &schema, &ConfigBag::base())
        .unwrap();
    let body = request.body().bytes().unwrap_or_default();
    if !body.is_empty() {
        let length = request.headers().get("content-length");
        assert_eq!(length, Some(&*body.len().to_string()));
    }
    (
        String::from_utf8_lossy(body).into_owned(),
        request.headers().get("content-type").map(str::to_owned),
    )
}

#[test]
fn payloads_are_the_body_itself() {
    let json = Some("application/json".to_owned());
    for payload in [&STRUCTURE, &UNION] {
        let (body, content_type) = sent(payload, Some(Document::Null));
        assert_eq!((&*body, &content_type), (r#"{"text":"x"}"#, &json));
    }
    for (document, text) in [
        (Document::String("x".to_owned()), r#""x""#),
        (Document::Array(vec![Document::Bool(true)]), "[true]"),
        (Document::Null, "null"),
    ] {
        let (body, content_type) = sent(&DOCUMENT, Some(document));
        assert_eq!((&*body, &content_type), (text, &json));
    }
}

/// Only a structure has a form without members.
#[test]
fn unset_payloads_are_no_body() {
    let json = Some("application/json".to_owned());
    assert_eq!(sent(&STRUCTURE, None), ("{}".to_owned(), json));
    assert_eq!(sent(&UNION, None), (String::new(), None));
    assert_eq!(sent(&DOCUMENT, None), (String::new(), None));
}
