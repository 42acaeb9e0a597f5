//! Without a prelude: nothing that is made relies on one.

#![no_implicit_prelude]

/// All kinds of shapes, and of types that stand for them.
#[::aws_operation::aws_connector(
    service = "dynamodb",
    derive(::std::clone::Clone),
    no_implicit_prelude
)]
pub(crate) mod dynamodb {
    #[aws_operation(response = { item { s, n }, consumed_capacity { table } })]
    pub(crate) struct GetItemRequest<'a> {
        pub(crate) table_name: &'a str,
        pub(crate) key: ::std::collections::HashMap<::std::string::String, AttributeValue>,
        #[aws(client_config)]
        pub(crate) config: ::std::option::Option<::aws_operation::SdkClientConfig>,
    }

    #[aws_operation(response = Tables)]
    pub(crate) struct ListTablesRequest {
        pub(crate) limit: ::std::option::Option<i32>,
    }

    #[aws_shape]
    pub(crate) struct Tables {
        pub(crate) table_names: ::std::vec::Vec<::std::string::String>,
    }

    #[aws_operation]
    pub(crate) struct DescribeLimitsRequest;
}

#[::aws_operation::aws_operation(
    service = "secretsmanager",
    derive(::std::cmp::PartialEq, ::serde::Serialize, ::serde::Deserialize),
    no_implicit_prelude
)]
struct ListSecretsRequest {
    max_results: ::std::option::Option<i32>,
    #[aws(skip)]
    note: ::std::string::String,
}

#[::aws_operation::aws_shape(service = "s3", shape = "HeadObjectOutput", no_implicit_prelude)]
struct Head {
    content_length: ::std::option::Option<i64>,
}

#[::aws_operation::aws_operation(service = "s3", response = Head, no_implicit_prelude)]
struct HeadObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
}

#[::core::prelude::v1::test]
fn it_can_be_called() {
    let keys = ::aws_operation::StaticCredentials::new("key", "secret");
    let credentials: ::aws_operation::Credentials = ::std::convert::From::from(keys);
    let region = ::aws_operation::Region::EuWest1;
    let request = dynamodb::GetItemRequest {
        table_name: "table",
        key: ::std::collections::HashMap::new(),
        config: ::std::option::Option::None,
    };
    ::std::mem::drop(dynamodb::get_item(&credentials, region, &request));
    let request = dynamodb::ListTablesRequest {
        limit: ::std::option::Option::None,
    };
    let call = dynamodb::list_tables(&credentials, region, &request);
    let _: ::aws_operation::Call<dynamodb::Tables, dynamodb::ListTablesError> = call;
    let request = dynamodb::DescribeLimitsRequest;
    ::std::mem::drop(dynamodb::describe_limits(&credentials, region, &request));
    let request = ListSecretsRequest {
        max_results: ::std::option::Option::None,
        note: ::std::string::String::new(),
    };
    ::std::mem::drop(list_secrets(&credentials, region, &request));
    ::std::assert!(request.note.is_empty());
    let request = HeadObjectRequest {
        bucket: "bucket",
        key: "key",
    };
    let call = head_object(&credentials, region, &request);
    let _: ::aws_operation::Call<Head, head_object::HeadObjectError> = call;
}

/// What the answer holds is used, too.
#[::core::prelude::v1::test]
fn what_is_read_has_types() {
    let head = Head {
        content_length: ::std::option::Option::None,
    };
    ::std::assert!(head.content_length.is_none());
    let tables = dynamodb::Tables {
        table_names: ::std::vec::Vec::new(),
    };
    ::std::assert!(tables.table_names.is_empty());
}
