use aws_smithy_schema::traits::TimestampFormat;
use aws_smithy_schema::{Schema, ShapeId, ShapeType};

use super::LazySchema;

/// A member alone, for tests of what is read and written by it.
pub(crate) const fn member(
    name: &'static str,
    shape_type: ShapeType,
    index: usize,
) -> Schema<'static> {
    const ID: ShapeId<'static> = ShapeId::from_parts("aws#member", "aws", "member");
    Schema::new_member(ID, shape_type, name, index)
}

/// Nothing of a structure is lost: what it holds in its order and depth, and every trait.
#[test]
fn a_text_is_a_schema() {
    static SCHEMA: LazySchema = LazySchema::new(
        "Structure sqs#SendMessageRequest
 String QueueUrl
  @httpLabel
 Map Attributes
  String key
   @xmlName Name
  List value
   Structure member
    @xmlName item
   @xmlFlattened
  @sensitive
 Timestamp At
  @timestampFormat http-date
  @httpQuery a name
 Blob Body
  @httpPayload
  @streaming
  @mediaType text/plain; charset=utf-8
 List Surface
  @xmlNamespace https://example.com/ p
 @http POST /{QueueUrl} 201
 @noBody
 @xmlName Root
 @xmlNamespace https://example.com/",
    );
    assert_eq!(SCHEMA.shape_id().as_str(), "sqs#SendMessageRequest");
    assert_eq!(SCHEMA.shape_id().namespace(), "sqs");
    assert_eq!(SCHEMA.shape_id().shape_name(), "SendMessageRequest");
    assert_eq!(SCHEMA.shape_type(), ShapeType::Structure);
    assert_eq!(SCHEMA.xml_name().unwrap().value(), "Root");
    assert_eq!(SCHEMA.xml_namespace().unwrap().prefix(), None);
    assert!(!SCHEMA.has_body_members());
    let http = SCHEMA.http().unwrap();
    assert_eq!(
        (http.method(), http.uri(), http.code()),
        ("POST", "/{QueueUrl}", 201)
    );

    let names = SCHEMA.members().iter().map(|member| member.member_name());
    assert_eq!(
        names.collect::<Option<Vec<_>>>().unwrap(),
        ["QueueUrl", "Attributes", "At", "Body", "Surface"]
    );
    let &[url, attributes, at, body, surface] = SCHEMA.members() else {
        panic!("they have been counted")
    };
    assert_eq!(
        (url.shape_type(), url.member_index()),
        (ShapeType::String, Some(0))
    );
    assert!(url.http_label().is_some());
    assert_eq!(
        attributes.key().unwrap().xml_name().unwrap().value(),
        "Name"
    );
    assert!(attributes.sensitive().is_some());
    let list = attributes.member().unwrap();
    assert!(list.xml_flattened());
    let element = list.member().unwrap();
    assert_eq!(element.shape_type(), ShapeType::Structure);
    assert_eq!(element.xml_name().unwrap().value(), "item");
    assert_eq!(at.member_index(), Some(2));
    assert_eq!(
        at.timestamp_format().unwrap().format(),
        TimestampFormat::HttpDate
    );
    assert_eq!(at.http_query().unwrap().value(), "a name");
    assert!(body.http_payload().is_some() && body.streaming());
    assert_eq!(
        body.media_type().unwrap().value(),
        "text/plain; charset=utf-8"
    );
    assert!(surface.member().is_none());
    assert_eq!(surface.xml_namespace().unwrap().prefix(), Some("p"));
}

/// A schema is made once: what codecs keep on it is found again.
#[test]
fn a_schema_stays() {
    static SCHEMA: LazySchema = LazySchema::new("Union smithy.api#Unit");
    assert!(std::ptr::eq(&raw const *SCHEMA, &raw const *SCHEMA));
    assert_eq!(SCHEMA.shape_type(), ShapeType::Union);
    assert!(SCHEMA.members().is_empty());
}
