//! What comes out of documents, good and bad, read by schemas written by hand.

mod beside;
mod broken;
mod documents;
mod errors;

use std::collections::BTreeMap;

use aws_smithy_schema::serde::SerdeError;
use aws_smithy_schema::traits::TimestampFormat;
use aws_smithy_schema::{Schema, ShapeId, ShapeType};

use super::{Envelope, XmlReader};
use crate::__private::member;
use crate::shape::{self, FromShape, Reader, SparseMapShape};
use crate::{Blob, DateTime};

static TEXT: Schema<'static> = member("member", ShapeType::String, 0);
static NODE: Schema<'static> = member("member", ShapeType::Structure, 0);
static KEY: Schema<'static> = member("key", ShapeType::String, 0);
static TEXT_VALUE: Schema<'static> = member("value", ShapeType::String, 1).with_xml_name("Val");
static NUMBER_VALUE: Schema<'static> = member("value", ShapeType::Integer, 1);

static MEMBERS: [Schema<'static>; 13] = [
    member("Name", ShapeType::String, 0),
    member("Size", ShapeType::Long, 1),
    member("Kind", ShapeType::String, 2)
        .with_xml_name("xsi:kind")
        .with_xml_attribute(),
    member("Tags", ShapeType::List, 3)
        .with_xml_name("Tag")
        .with_xml_flattened()
        .with_list_member(&TEXT),
    member("Marks", ShapeType::List, 4)
        .with_xml_name("Mark")
        .with_xml_flattened()
        .with_list_member(&TEXT),
    member("Entry", ShapeType::Map, 5)
        .with_xml_flattened()
        .with_map_members(&KEY, &TEXT_VALUE),
    member("Counts", ShapeType::Map, 6).with_map_members(&KEY, &NUMBER_VALUE),
    member("Items", ShapeType::List, 7).with_list_member(&NODE),
    member("Kid", ShapeType::List, 8)
        .with_xml_flattened()
        .with_list_member(&NODE),
    member("Bytes", ShapeType::Blob, 9),
    member("When", ShapeType::Timestamp, 10),
    member("Then", ShapeType::Timestamp, 11).with_timestamp_format(TimestampFormat::EpochSeconds),
    member("Ratio", ShapeType::Double, 12),
];
static REFERENCES: [&Schema<'static>; 13] = [
    &MEMBERS[0],
    &MEMBERS[1],
    &MEMBERS[2],
    &MEMBERS[3],
    &MEMBERS[4],
    &MEMBERS[5],
    &MEMBERS[6],
    &MEMBERS[7],
    &MEMBERS[8],
    &MEMBERS[9],
    &MEMBERS[10],
    &MEMBERS[11],
    &MEMBERS[12],
];
static SCHEMA: Schema<'static> = Schema::new_struct(
    ShapeId::from_parts("test#Node", "test", "Node"),
    ShapeType::Structure,
    &REFERENCES,
);

/// Some of everything.
#[derive(Debug, Default, Clone, PartialEq)]
struct Node {
    name: Option<String>,
    size: Option<i64>,
    kind: Option<String>,
    tags: Vec<String>,
    marks: Vec<String>,
    entries: BTreeMap<String, String>,
    counts: BTreeMap<String, Option<i32>>,
    items: Vec<Node>,
    kids: Vec<Node>,
    bytes: Option<Blob>,
    when: Option<DateTime>,
    then: Option<DateTime>,
    ratio: Option<f64>,
    /// How often a member was there.
    calls: usize,
}

/// Any number will do.
type NodeShape = shape::StructureShape<0>;

impl FromShape<NodeShape> for Node {
    fn read(from: Reader<'_, '_>) -> Result<Self, SerdeError> {
        let mut node = Self::default();
        from.structure(&SCHEMA, &mut |index, from| {
            node.calls += 1;
            match index {
                0 => node.name = Some(FromShape::<shape::StringShape>::read(from)?),
                1 => node.size = Some(FromShape::<shape::LongShape>::read(from)?),
                2 => node.kind = Some(FromShape::<shape::StringShape>::read(from)?),
                3 => node.tags = FromShape::<shape::ListShape<shape::StringShape>>::read(from)?,
                // These are not read on purpose: whoever does not want a value leaves it.
                4 if node.name.as_deref() == Some("skip") => from.skip()?,
                4 => node.marks = FromShape::<shape::ListShape<shape::StringShape>>::read(from)?,
                5 => node.entries = FromShape::<shape::MapShape<shape::StringShape>>::read(from)?,
                6 => node.counts = FromShape::<SparseMapShape<shape::IntegerShape>>::read(from)?,
                7 => node.items = FromShape::<shape::ListShape<NodeShape>>::read(from)?,
                8 => node.kids = FromShape::<shape::ListShape<NodeShape>>::read(from)?,
                9 => node.bytes = Some(FromShape::<shape::BlobShape>::read(from)?),
                10 => node.when = Some(FromShape::<shape::TimestampShape>::read(from)?),
                11 => node.then = Some(FromShape::<shape::TimestampShape>::read(from)?),
                _ => node.ratio = Some(FromShape::<shape::DoubleShape>::read(from)?),
            }
            Ok(())
        })?;
        Ok(node)
    }
}

fn read_in(envelope: Envelope, body: &[u8]) -> Result<Node, SerdeError> {
    let mut reader = XmlReader::new(body, envelope);
    Node::read(Reader::new(&mut reader, &SCHEMA))
}

fn read(body: &str) -> Node {
    read_in(Envelope::None, body.as_bytes()).expect("a good document")
}

fn fault(body: &str) -> String {
    read_in(Envelope::None, body.as_bytes())
        .expect_err("a bad document")
        .to_string()
}
