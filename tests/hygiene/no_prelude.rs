//! Without a prelude: nothing that is made relies on one.
//!
//! But for one thing: the tool `diagnostic`, which has our words for a field's wrong type, is in a
//! prelude, too, and the language has no other path to it. So fields that stand for members need it.

#![no_implicit_prelude]

/// All kinds of shapes.
#[::aws_operation::aws_connector(service = "dynamodb", derive(::std::clone::Clone))]
pub(crate) mod dynamodb {
    #[aws_operation]
    pub(crate) struct ListTablesRequest {
        #[aws(client_config)]
        pub(crate) config: ::std::option::Option<::aws_operation::SdkClientConfig>,
    }

    #[aws_operation]
    pub(crate) struct DescribeLimitsRequest;
}

#[::aws_operation::aws_operation(
    service = "secretsmanager",
    derive(::std::cmp::PartialEq, ::serde::Serialize, ::serde::Deserialize)
)]
struct ListSecretsRequest {
    #[aws(skip)]
    note: ::std::string::String,
}

#[::aws_operation::aws_operation(service = "s3")]
struct ListBucketsRequest;

#[::core::prelude::v1::test]
fn it_can_be_called() {
    let keys = ::aws_operation::StaticCredentials::new("key", "secret");
    let credentials: ::aws_operation::Credentials = ::std::convert::From::from(keys);
    let region = ::aws_operation::Region::EuWest1;
    let request = dynamodb::ListTablesRequest {
        config: ::std::option::Option::None,
    };
    ::std::mem::drop(dynamodb::list_tables(&credentials, region, &request));
    let request = dynamodb::DescribeLimitsRequest;
    ::std::mem::drop(dynamodb::describe_limits(&credentials, region, &request));
    let request = ListSecretsRequest {
        note: ::std::string::String::new(),
    };
    ::std::mem::drop(list_secrets(&credentials, region, &request));
    ::std::assert!(request.note.is_empty());
    ::std::mem::drop(list_buckets(&credentials, region, &ListBucketsRequest));
}
