//! Names of parameters, from schemas written by hand: what no service has all of.

use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeSerializer};
use aws_smithy_schema::{Schema, ShapeId, ShapeType};
use aws_smithy_types::DateTime;

use super::form::{Dialect, Form};
use crate::schema::tests::member;
use crate::shape::{
    ListShape, MapShape, SparseListShape, SparseMapShape, StringShape, ToShape, Writer,
};

static TEXT: Schema<'static> = member("member", ShapeType::String, 0).with_xml_name("item");
static INNER: Schema<'static> = member("member", ShapeType::List, 0).with_list_member(&TEXT);
static KEY: Schema<'static> = member("key", ShapeType::String, 0);
static VALUE: Schema<'static> = member("value", ShapeType::List, 1).with_list_member(&TEXT);
static WORD: Schema<'static> = member("value", ShapeType::String, 1);

static NAME: Schema<'static> = member("éName", ShapeType::String, 0);
static RENAMED: Schema<'static> = member("renamed", ShapeType::String, 0).with_xml_name("other");
static OWN: Schema<'static> = member("own", ShapeType::String, 0)
    .with_xml_name("other")
    .with_json_name("third");
static LIST: Schema<'static> = member("list", ShapeType::List, 0).with_list_member(&TEXT);
static LISTS: Schema<'static> = member("lists", ShapeType::List, 0).with_list_member(&INNER);
static FLAT: Schema<'static> = member("flat", ShapeType::List, 0)
    .with_xml_flattened()
    .with_list_member(&TEXT);
static MAP: Schema<'static> = member("map", ShapeType::Map, 0).with_map_members(&KEY, &VALUE);
static FLAT_MAP: Schema<'static> = member("flatMap", ShapeType::Map, 0)
    .with_xml_flattened()
    .with_map_members(&KEY, &WORD);
static WHEN: Schema<'static> = member("when", ShapeType::Timestamp, 0);
static NONE: [&Schema<'static>; 0] = [];
static INPUT: Schema<'static> = Schema::new_struct(
    ShapeId::from_parts("test#Input", "test", "Input"),
    ShapeType::Structure,
    &NONE,
);

/// An input of which is written what the function writes.
struct Input<F>(F);

impl<F: Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>> SerializableStruct for Input<F> {
    fn schema(&self) -> &Schema<'_> {
        &INPUT
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        (self.0)(to)
    }
}

fn form(
    dialect: Dialect,
    write: impl Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>,
) -> Result<String, SerdeError> {
    let mut form = Form::new(dialect);
    form.write_struct(&INPUT, &Input(write))?;
    Ok(form.finish())
}

/// The form in both protocols.
fn forms(write: impl Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>) -> [String; 2] {
    [Dialect::Aws, Dialect::Ec2].map(|dialect| form(dialect, &write).expect("a form"))
}

#[test]
fn names_of_members() {
    let forms = forms(|to| {
        to.write_string(&NAME, "n")?;
        to.write_string(&RENAMED, "r")?;
        to.write_string(&OWN, "o")
    });
    // Only ASCII letters are made capitals, and only ec2Query has names of its own.
    assert_eq!(
        forms,
        ["éName=n&other=r&other=o", "éName=n&Other=r&third=o"]
    );
}

#[test]
fn lists_in_lists() {
    let lists = [vec!["a", "b"], Vec::new(), vec!["c"]];
    let forms = forms(|to| {
        ToShape::<ListShape<ListShape<StringShape>>>::write(&lists, Writer::new(to, &LISTS))
    });
    assert_eq!(
        forms,
        [
            "lists.member.1.item.1=a&lists.member.1.item.2=b&lists.member.3.item.1=c",
            "Lists.1.1=a&Lists.1.2=b&Lists.3.1=c"
        ]
    );
}

/// Null takes no number; a list of nothing but nulls is an empty one.
#[test]
fn nulls() {
    for (list, expected) in [
        (
            vec![None, Some("a"), None, Some("b")],
            ["list.item.1=a&list.item.2=b", "List.1=a&List.2=b"],
        ),
        (vec![None], ["list=", ""]),
    ] {
        let forms = forms(|to| {
            ToShape::<SparseListShape<StringShape>>::write(&list, Writer::new(to, &LIST))
        });
        assert_eq!(forms, expected);
    }
    let map = std::collections::BTreeMap::from([("a", None), ("b", Some("c"))]);
    let written = form(Dialect::Aws, |to| {
        ToShape::<SparseMapShape<StringShape>>::write(&map, Writer::new(to, &FLAT_MAP))
    });
    assert_eq!(
        written.expect("a form"),
        "flatMap.1.key=a&flatMap.2.key=b&flatMap.2.value=c"
    );
}

#[test]
fn flattened_lists() {
    let forms =
        forms(|to| ToShape::<ListShape<StringShape>>::write(&["a", "b"], Writer::new(to, &FLAT)));
    assert_eq!(forms, ["flat.1=a&flat.2=b", "Flat.1=a&Flat.2=b"]);
}

/// What stands after a map is a member again.
#[test]
fn lists_in_maps() {
    let map = std::collections::BTreeMap::from([("a", vec!["b", "c"]), ("d", Vec::new())]);
    let write = |to: &mut dyn ShapeSerializer| {
        ToShape::<MapShape<ListShape<StringShape>>>::write(&map, Writer::new(to, &MAP))?;
        to.write_string(&NAME, "n")
    };
    assert_eq!(
        form(Dialect::Aws, write).expect("a form"),
        "map.entry.1.key=a&map.entry.1.value.item.1=b&map.entry.1.value.item.2=c\
         &map.entry.2.key=d&éName=n"
    );
    assert!(form(Dialect::Ec2, write).is_err());
}

#[test]
fn numbers_and_moments() {
    let [written, _] = forms(|to| {
        to.write_double(&RENAMED, 0.1)?;
        to.write_float(&RENAMED, f32::NEG_INFINITY)?;
        to.write_double(&RENAMED, f64::NAN)?;
        to.write_long(&RENAMED, i64::MIN)?;
        to.write_timestamp(&WHEN, &DateTime::from_secs_f64(0.5))
    });
    assert_eq!(
        written,
        "other=0.1&other=-Infinity&other=NaN&other=-9223372036854775808\
         &when=1970-01-01T00%3A00%3A00.5Z"
    );
}
