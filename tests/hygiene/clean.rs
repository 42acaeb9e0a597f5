//! A public module as a library would have it, with every lint that one could want.

use std::collections::HashMap;

use aws_operation::{ByteStream, DateTime, aws_connector, aws_operation};

/// Objects.
#[aws_connector(service = "s3", derive(Clone, PartialEq))]
pub(crate) mod objects {
    use super::{ByteStream, DateTime, HashMap};

    /// Puts an object.
    #[aws_operation]
    #[derive(Debug)]
    pub(crate) struct PutObjectRequest<'a> {
        /// The bucket.
        pub(crate) bucket: &'a str,
        /// The key.
        pub(crate) key: &'a str,
        /// What is in it.
        pub(crate) body: ByteStream,
        /// What is said of it.
        pub(crate) metadata: Option<HashMap<&'a str, &'a str>>,
        /// Until when it may be cached.
        pub(crate) expires: Option<DateTime>,
    }

    /// Gets an object.
    #[aws_operation]
    #[derive(Debug, Clone, Copy)]
    pub(crate) struct GetObjectRequest<'a> {
        /// The bucket.
        pub(crate) bucket: &'a str,
        /// The key.
        pub(crate) key: &'a str,
    }

    /// Sets the rules of a bucket.
    #[aws_operation]
    #[derive(Debug, Clone)]
    pub(crate) struct PutBucketLifecycleConfigurationRequest<'a> {
        /// The bucket.
        pub(crate) bucket: &'a str,
        /// The rules.
        pub(crate) lifecycle_configuration: Option<BucketLifecycleConfiguration>,
    }
}

/// Puts an item.
#[aws_operation(service = "dynamodb", derive(Clone, PartialEq))]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PutItemRequest<'a> {
    /// The table.
    pub(crate) table_name: &'a str,
    /// The item.
    pub(crate) item: HashMap<String, put_item::AttributeValue>,
}

#[test]
fn what_is_made_is_named_and_derived() {
    let request = PutItemRequest {
        table_name: "table",
        item: HashMap::new(),
    };
    assert_eq!(request, request.clone());
    assert_eq!(
        put_item::PutItemResponse::default(),
        put_item::PutItemResponse::default().clone()
    );
    let rules = objects::BucketLifecycleConfiguration { rules: Vec::new() };
    let request = objects::PutBucketLifecycleConfigurationRequest {
        bucket: "bucket",
        lifecycle_configuration: Some(rules),
    };
    assert!(format!("{:?}", request.clone()).contains("rules: []"));
    let request = objects::GetObjectRequest {
        bucket: "b",
        key: "k",
    };
    assert!(format!("{request:?}").contains("\"k\""));
    let request = objects::PutObjectRequest {
        bucket: "b",
        key: "k",
        body: ByteStream::default(),
        metadata: None,
        expires: None,
    };
    assert!(format!("{request:?}").contains("body"));
}

/// The functions' types, as a caller may name them.
#[test]
fn calls_can_be_named() {
    use aws_operation::{Call, Credentials, Region, StaticCredentials};

    type Got = Call<objects::GetObjectResponse, objects::GetObjectError>;
    type Put = Call<put_item::PutItemResponse, put_item::PutItemError>;

    fn is_portable(_: impl Send + 'static) {}

    let credentials = Credentials::from(StaticCredentials::new("key", "secret"));
    let bucket = String::from("bucket");
    let call: Got = {
        let key = String::from("key");
        let request = objects::GetObjectRequest {
            bucket: &bucket,
            key: &key,
        };
        objects::get_object(&credentials, Region::EuWest1, &request)
    };
    drop(bucket);
    is_portable(call);
    let request = PutItemRequest {
        table_name: "table",
        item: HashMap::new(),
    };
    let call: Put = put_item(&credentials, Region::EuWest1, &request);
    is_portable(call);
    let request = objects::PutObjectRequest {
        bucket: "b",
        key: "k",
        body: ByteStream::default(),
        metadata: None,
        expires: None,
    };
    is_portable(objects::put_object(&credentials, Region::EuWest1, request));
    let rules = objects::PutBucketLifecycleConfigurationRequest {
        bucket: "b",
        lifecycle_configuration: None,
    };
    is_portable(objects::put_bucket_lifecycle_configuration(
        &credentials,
        Region::EuWest1,
        &rules,
    ));
}
