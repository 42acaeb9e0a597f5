//! botocore's shapes, said in Smithy's words.

use aws_operation_catalog::{HttpBinding, Member, Shape, ShapeKind, Traits, XmlNamespace};
use serde_json::{Map, Value};

use super::fields::Fields;
use super::traits::{binding, bounds, common, error, retryable, timestamp_format};

/// What the words of a member depend on beyond the member.
pub(crate) struct Shapes<'a> {
    pub(crate) all: &'a Map<String, Value>,
    /// Names without a place in the HTTP message are JSON's, not XML's.
    pub(crate) json: bool,
    /// Root elements: the input shape, its element's name, its namespace. In Smithy they stand on the shape.
    pub(crate) roots: Vec<Root<'a>>,
}

/// The root element of requests with this input.
pub(crate) struct Root<'a> {
    pub(crate) shape: &'a str,
    pub(crate) name: Option<&'a str>,
    pub(crate) namespace: Option<XmlNamespace<'a>>,
}

impl<'a> Shapes<'a> {
    pub(crate) fn convert(&self, name: &'a str, place: &str) -> Result<Shape<'a>, String> {
        let mut fields = Fields::new(&self.all[name], format!("{place}#{name}"))?;
        let kind = fields.needed_text("type")?;
        let required = fields.texts("required")?;
        let payload = fields.text("payload")?;
        let mut traits = Traits {
            boxed: fields.flag("box")?,
            requires_length: fields.flag("requiresLength")?,
            retryable: retryable(&mut fields)?,
            sparse: fields.flag("sparse")?,
            streaming: fields.flag("streaming")?,
            timestamp_format: timestamp_format(&mut fields)?,
            xml_name: fields.text("locationName")?,
            ..common(&mut fields)?
        };
        error(&mut fields, &mut traits)?;
        bounds(&mut fields, kind, &mut traits)?;
        if let Some(root) = self.roots.iter().find(|root| root.shape == name) {
            // The shape's own are Smithy's traits. The operation's say how the element is called of
            // a shape that has none.
            traits.xml_name = traits.xml_name.or(root.name);
            traits.xml_namespace = traits.xml_namespace.or(root.namespace);
        }
        let kind = match kind {
            "blob" => ShapeKind::Blob,
            "boolean" => ShapeKind::Boolean,
            "double" => ShapeKind::Double,
            "float" => ShapeKind::Float,
            "integer" => ShapeKind::Integer,
            "list" => ShapeKind::List(self.member("member", fields.needed("member")?, &fields)?),
            "long" => ShapeKind::Long,
            "map" => ShapeKind::Map {
                key: self.member("key", fields.needed("key")?, &fields)?,
                value: self.member("value", fields.needed("value")?, &fields)?,
            },
            "string" => match fields.texts("enum")? {
                values if values.is_empty() => ShapeKind::String,
                values => ShapeKind::Enum(values),
            },
            "structure" => {
                let members = self.members(&mut fields, &required, payload)?;
                let stream = fields.flag("eventstream")?;
                traits.streaming |= stream;
                let union = fields.flag("union")? || stream || is_union_in_smithy(name, &members);
                match (fields.flag("document")?, union) {
                    (true, _) if !members.is_empty() => {
                        return Err(format!("{}: a document with members", fields.place()));
                    }
                    (true, _) => ShapeKind::Document,
                    (false, true) => ShapeKind::Union(members),
                    (false, false) => ShapeKind::Structure(members),
                }
            }
            "timestamp" => ShapeKind::Timestamp,
            other => return Err(format!("{}: unknown type `{other}`", fields.place())),
        };
        // Said of the members that target a list or map, where Smithy has it.
        fields.take("flattened");
        fields.finish()?;
        Ok(Shape { name, kind, traits })
    }

    fn members(
        &self,
        fields: &mut Fields<'a>,
        required: &[&str],
        payload: Option<&str>,
    ) -> Result<Vec<Member<'a>>, String> {
        let mut members = Vec::new();
        for (name, value) in fields
            .object("members")?
            .ok_or("a structure without members")?
        {
            let mut member = self.member(name, value, fields)?;
            member.required = required.contains(&name.as_str());
            if payload == Some(name) && member.traits.http.replace(HttpBinding::Payload).is_some() {
                return Err(format!(
                    "{}.{name}: the payload has another place as well",
                    fields.place()
                ));
            }
            members.push(member);
        }
        let exists = |name: &&str| members.iter().any(|member| member.name == *name);
        match required
            .iter()
            .copied()
            .chain(payload)
            .find(|name| !exists(name))
        {
            None => Ok(members),
            Some(name) => Err(format!("{}: no member `{name}`", fields.place())),
        }
    }

    fn member(
        &self,
        name: &'a str,
        value: &'a Value,
        shape: &Fields<'a>,
    ) -> Result<Member<'a>, String> {
        let mut fields = Fields::new(value, format!("{}.{name}", shape.place()))?;
        let target = fields.needed_text("shape")?;
        let wire = fields.text("locationName")?;
        let mut traits = Traits {
            boxed: fields.flag("box")?,
            context_param: fields
                .inner("contextParam")?
                .map(|mut inner| inner.needed_text("name"))
                .transpose()?,
            ec2_query_name: fields.text("queryName")?,
            enum_values: fields.texts("enum")?,
            event_header: fields.flag("eventheader")?,
            event_payload: fields.flag("eventpayload")?,
            host_label: fields.flag("hostLabel")?,
            idempotency_token: fields.flag("idempotencyToken")?,
            media_type: fields.flag("jsonvalue")?.then_some("application/json"),
            sdk_extra: fields.flag(super::source::SDK_EXTRA)?,
            streaming: fields.flag("streaming")?,
            xml_attribute: fields.flag("xmlAttribute")?,
            xml_flattened: fields.flag("flattened")?,
            ..common(&mut fields)?
        };
        let target_value = self
            .all
            .get(target)
            .ok_or_else(|| format!("{}: no shape `{target}`", fields.place()))?;
        match fields.text("location")? {
            None if self.json => traits.json_name = wire,
            None => traits.xml_name = wire,
            Some(location) => {
                traits.http = Some(binding(location, wire, name, target_value, &fields)?);
            }
        }
        if target_value.get("flattened") == Some(&Value::Bool(true)) {
            traits.xml_flattened = true;
            // The name of a flattened list's entries stands on the list's member here and on the structure's
            // member in Smithy (botocore: `parsers.py`, `_member_key_name`).
            if let Some(entry) = target_value
                .get("member")
                .and_then(|member| member.get("locationName"))
            {
                traits.xml_name = entry.as_str();
            }
        }
        fields.finish()?;
        Ok(Member {
            name,
            target,
            required: false,
            traits,
        })
    }
}

/// Whether AWS's Smithy model has a union where botocore's has a plain structure: `DynamoDB`'s value
/// is older than botocore's word `union`, which it never got.
pub(super) fn is_union_in_smithy(name: &str, members: &[Member<'_>]) -> bool {
    name == "AttributeValue" && members.iter().any(|member| member.name == "NULL")
}
