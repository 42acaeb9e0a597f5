//! The shapes that no service of the supported protocols has, and the types that may stand for
//! others: through the official codecs, with schemas written by hand.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use aws_smithy_json::codec::JsonCodec;
use aws_smithy_runtime_api::http::{Response, StatusCode};
use aws_smithy_schema::codec::Codec;
use aws_smithy_schema::serde::ShapeSerializer;
use aws_smithy_schema::{Schema, ShapeId, ShapeType};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;

use super::*;
use crate::schema::tests::member;

static ELEMENT: Schema<'static> = member("member", ShapeType::String, 0);
static LIST: Schema<'static> = member("list", ShapeType::List, 0).with_list_member(&ELEMENT);
static KEY: Schema<'static> = member("key", ShapeType::String, 0);
static NUMBER: Schema<'static> = member("value", ShapeType::Integer, 1);
static MAP: Schema<'static> = member("map", ShapeType::Map, 1).with_map_members(&KEY, &NUMBER);
static MEMBERS: [&Schema<'static>; 2] = [&LIST, &MAP];
static SCHEMA: Schema<'static> = Schema::new_struct(
    ShapeId::from_parts("test#Shape", "test", "Shape"),
    ShapeType::Structure,
    &MEMBERS,
);

/// A structure of which one member is set, to whatever the function writes.
struct One<F>(F);

impl<F: Fn(&mut dyn ShapeSerializer) -> Result<(), ShapeError>> SerializableStruct for One<F> {
    fn schema(&self) -> &Schema<'_> {
        &SCHEMA
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), ShapeError> {
        (self.0)(to)
    }
}

fn written<S>(schema: &'static Schema<'static>, value: &impl ToShape<S>) -> String {
    let mut serializer = JsonCodec::default().create_serializer();
    let one = One(|to: &mut dyn ShapeSerializer| value.write(Writer::new(to, schema)));
    serializer.write_struct(&SCHEMA, &one).unwrap();
    String::from_utf8(serializer.finish()).unwrap()
}

fn read<S, T: FromShape<S>>(json: &str) -> T {
    let codec = JsonCodec::default();
    let mut deserializer = codec.create_deserializer(json.as_bytes());
    let mut read = None;
    Reader::new(&mut deserializer, &SCHEMA)
        .structure(&SCHEMA, &mut |_, from| {
            read = Some(T::read(from)?);
            Ok(())
        })
        .unwrap();
    read.unwrap()
}

#[test]
fn sparse_collections_keep_their_nulls() {
    let list = vec![Some("a".to_owned()), None];
    assert_eq!(
        written::<SparseListShape<StringShape>>(&LIST, &list),
        r#"{"list":["a",null]}"#
    );
    assert_eq!(
        read::<SparseListShape<StringShape>, Vec<Option<String>>>(r#"{"list":["a",null]}"#),
        list
    );

    let map: BTreeMap<String, Option<i32>> = [("a".into(), Some(1)), ("b".into(), None)].into();
    assert_eq!(
        written::<SparseMapShape<IntegerShape>>(&MAP, &map),
        r#"{"map":{"a":1,"b":null}}"#
    );
    let again: BTreeMap<String, Option<i32>> =
        read::<SparseMapShape<IntegerShape>, _>(r#"{"map":{"a":1,"b":null}}"#);
    assert_eq!(again, map);
}

#[test]
fn others_pass_over_nulls() {
    assert_eq!(
        read::<ListShape<StringShape>, Vec<String>>(r#"{"list":["a",null,"b"]}"#),
        ["a", "b"]
    );
    let map: HashMap<String, i32> =
        read::<MapShape<IntegerShape>, _>(r#"{"map":{"a":1,"b":null}}"#);
    assert_eq!(map, HashMap::from([("a".to_owned(), 1)]));
}

#[test]
fn every_kind_of_list_is_a_list() {
    let expected = r#"{"list":["a","b"]}"#;
    assert_eq!(
        written::<ListShape<StringShape>>(&LIST, &["a", "b"]),
        expected
    );
    assert_eq!(
        written::<ListShape<StringShape>>(&LIST, &&["a", "b"][..]),
        expected
    );
    assert_eq!(
        written::<ListShape<StringShape>>(&LIST, &VecDeque::from(["a", "b"])),
        expected
    );
    assert_eq!(
        written::<ListShape<StringShape>>(&LIST, &BTreeSet::from(["b", "a"])),
        expected
    );
    assert_eq!(
        written::<ListShape<StringShape>>(&LIST, &Cow::Borrowed(&["a", "b"][..])),
        expected
    );
    assert_eq!(
        written::<ListShape<StringShape>>(&LIST, &vec![Arc::<str>::from("a"), "b".into()]),
        expected
    );
}

#[test]
fn smaller_numbers_stand_for_larger_ones() {
    let map: BTreeMap<&str, u16> = [("a", 65_535)].into();
    assert_eq!(
        written::<MapShape<IntegerShape>>(&MAP, &map),
        r#"{"map":{"a":65535}}"#
    );
}

#[test]
fn a_member_can_be_the_status_of_the_answer() {
    static STATUS: Schema<'static> =
        member("Status", ShapeType::Integer, 0).with_http_response_code();
    static MEMBERS: [&Schema<'static>; 1] = [&STATUS];
    static ANSWER: Schema<'static> = Schema::new_struct(
        ShapeId::from_parts("test#Answer", "test", "Answer"),
        ShapeType::Structure,
        &MEMBERS,
    );
    let response = Response::new(StatusCode::try_from(202).unwrap(), SdkBody::from(""));
    let bag = ConfigBag::base();
    let protocol = crate::protocol::rest_xml().wire();
    let mut reader = protocol.read(&response, &ANSWER, &bag).unwrap();
    let mut status = 0;
    Reader::new(&mut *reader, &ANSWER)
        .structure(&ANSWER, &mut |_, from| {
            status = FromShape::<IntegerShape>::read(from)?;
            Ok(())
        })
        .unwrap();
    assert_eq!(status, 202);
}
