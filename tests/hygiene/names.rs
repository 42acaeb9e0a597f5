//! Shapes and members that are called as something in Rust is, and a dependency under another name.

use aws_operation::{aws_connector, aws_operation};

/// Under another name.
mod renamed {
    pub(crate) use ::aws_operation as runtime;
}

#[aws_operation(service = "sqs", crate = crate::names::renamed::runtime)]
struct ListQueuesRequest;

/// Under another name.
#[aws_connector(service = "sqs", crate = crate::names::renamed::runtime)]
mod queues {
    #[aws_operation]
    pub(super) struct DeleteQueueRequest<'a> {
        pub(super) queue_url: &'a str,
    }
}

/// S3 has a shape `Error`, with members `Key` and `Code`; and one `Object`, one `Type`.
#[aws_connector(service = "s3")]
mod objects {
    #[aws_operation]
    pub(super) struct DeleteObjectsRequest<'a> {
        pub(super) bucket: &'a str,
        pub(super) delete: Delete,
    }
}

#[test]
fn shapes_give_way_to_names_of_rust() {
    let error = objects::ErrorShape::default();
    assert!(error.code.is_none());
    let request = objects::DeleteObjectsRequest {
        bucket: "b",
        delete: objects::Delete {
            objects: Vec::new(),
            quiet: Some(true),
        },
    };
    assert_eq!(request.delete.quiet, Some(true));
    assert!(request.bucket == "b" && request.delete.objects.is_empty());
}

#[test]
fn the_dependency_may_have_another_name() {
    let keys = renamed::runtime::StaticCredentials::new("key", "secret");
    let credentials = renamed::runtime::Credentials::from(keys);
    let region = renamed::runtime::Region::EuWest1;
    drop(list_queues(&credentials, region, &ListQueuesRequest));
    let request = queues::DeleteQueueRequest { queue_url: "url" };
    drop(queues::delete_queue(&credentials, region, &request));
}
