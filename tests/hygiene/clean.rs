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

/// Instances, in part, and with types of its own.
#[aws_connector(service = "ec2", derive(Clone, PartialEq))]
pub(crate) mod instances {
    /// Lists instances.
    #[aws_operation(response = { reservations { instances { instance_id, state } }, next_token })]
    #[derive(Debug, Clone)]
    pub(crate) struct DescribeInstancesRequest {
        /// How many.
        #[aws(default = 100)]
        pub(crate) max_results: Option<i32>,
    }

    /// Stops instances.
    #[aws_operation(response = Stopped)]
    #[derive(Debug, Clone)]
    pub(crate) struct StopInstancesRequest<'a> {
        /// Which.
        pub(crate) instance_ids: &'a [&'a str],
    }

    /// What was stopped.
    #[aws_shape]
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) struct Stopped {
        /// The instances.
        #[aws(default)]
        pub(crate) stopping_instances: Vec<InstanceStateChange>,
    }

    /// The state that an instance is in.
    #[aws_shape]
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) enum InstanceStateName {
        /// It runs.
        Running,
        /// It does something else.
        #[aws(unknown)]
        Other(String),
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
fn parts_and_own_types_are_like_all_others() {
    let request = instances::DescribeInstancesRequest { max_results: None };
    assert!(format!("{:?}", request.clone()).contains("max_results"));
    let request = instances::StopInstancesRequest {
        instance_ids: &["i"],
    };
    assert!(format!("{:?}", request.clone()).contains("\"i\""));
    let state = instances::InstanceState {
        name: Some(instances::InstanceStateName::Other("new".to_owned())),
        ..Default::default()
    };
    let part = instances::describe_instances::Instance {
        instance_id: None,
        state: Some(state),
    };
    assert_eq!(part, part.clone());
    let stopped = instances::Stopped {
        stopping_instances: Vec::new(),
    };
    assert_eq!(stopped, stopped.clone());
    assert_ne!(
        instances::InstanceStateName::Running,
        instances::InstanceStateName::Other("running".to_owned())
    );
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
