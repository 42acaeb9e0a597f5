//! The user's own items are called as those are that the expansion needs.

#![expect(
    dead_code,
    non_camel_case_types,
    reason = "the names are there to be in the way"
)]

/// In the way.
pub(crate) mod core {}
/// In the way.
pub(crate) mod std {}
/// In the way.
pub(crate) mod aws_operation {}
/// In the way.
pub(crate) mod alloc {}

type Text = ::std::string::String;

struct Option;
struct Result;
struct String;
struct Vec;
struct Box;
struct Some;
struct None;
struct Ok;
struct Err;
struct bool;
struct str;
struct i32;
struct i64;
struct f64;
struct u8;
trait Default {}
trait Debug {}
trait Clone {}
trait From {}
trait ToShape {}

#[::aws_operation::aws_operation(service = "dynamodb", derive(::std::cmp::PartialEq))]
struct PutItemRequest<'a, T: ::aws_operation::shape::ToShape<::aws_operation::shape::StringShape>> {
    table_name: T,
    item: ::std::collections::HashMap<&'a Text, put_item::AttributeValue>,
    conditional_operator: ::std::option::Option<put_item::ConditionalOperator>,
}

/// All in one module.
#[::aws_operation::aws_connector(service = "s3", derive(::std::clone::Clone))]
pub(crate) mod objects {
    struct Option;
    struct String;
    struct Vec;
    mod core {}
    mod std {}
    mod aws_operation {}
    fn drop() {}

    #[aws_operation]
    pub(crate) struct ListObjectsV2Request<'a> {
        pub(crate) bucket: &'a ::core::primitive::str,
        pub(crate) max_keys: ::core::option::Option<::core::primitive::i32>,
    }
}

#[test]
fn nothing_is_mistaken() {
    let request = PutItemRequest {
        table_name: "t",
        item: ::std::collections::HashMap::new(),
        conditional_operator: ::std::option::Option::None,
    };
    let keys = ::aws_operation::StaticCredentials::new("key", "secret");
    let credentials = ::aws_operation::Credentials::from(keys);
    let region = ::aws_operation::Region::EuWest1;
    drop(put_item(&credentials, region, &request));
    let request = objects::ListObjectsV2Request {
        bucket: "b",
        max_keys: ::std::option::Option::None,
    };
    drop(objects::list_objects_v2(&credentials, region, &request));
}
