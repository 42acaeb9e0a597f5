//! What comes out of documents, good and bad, read by schemas written by hand.

mod beside;
mod broken;
mod documents;
mod errors;

use std::collections::BTreeMap;

use aws_smithy_schema::serde::SerdeError;

use super::{Envelope, XmlReader};
use crate::schema::LazySchema;
use crate::shape::{self, FromShape, Reader, SparseMapShape};
use crate::{Blob, DateTime};

static SCHEMA: LazySchema = LazySchema::new(
    "Structure test#Node
 String Name
 Long Size
 String Kind
  @xmlName xsi:kind
  @xmlAttribute
 List Tags
  String member
  @xmlName Tag
  @xmlFlattened
 List Marks
  String member
  @xmlName Mark
  @xmlFlattened
 Map Entry
  String key
  String value
   @xmlName Val
  @xmlFlattened
 Map Counts
  String key
  Integer value
 List Items
  Structure member
 List Kid
  Structure member
  @xmlFlattened
 Blob Bytes
 Timestamp When
 Timestamp Then
  @timestampFormat epoch-seconds
 Double Ratio",
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
