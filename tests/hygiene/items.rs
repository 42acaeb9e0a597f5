//! Where items may stand, and what they may be called.

use aws_operation::{AbstractRequest, aws_connector, aws_operation};

/// A unit struct, with an attribute of a path.
#[aws_operation::aws_operation(service = "sqs")]
struct ListQueuesRequest;

/// Fields that are keywords, and a function that is one.
#[aws_operation(service = "s3", operation = "PutBucketAcl", function = r#loop)]
struct Keywords {
    bucket: String,
    #[aws(member = "ACL")]
    r#type: Option<r#loop::BucketCannedAcl>,
}

/// `use` inside of a connector, functions and types of the user's, a module in a module.
mod outer {
    pub(super) mod inner {
        use aws_operation::aws_connector;

        #[aws_connector(service = "sqs")]
        pub(crate) mod queues {
            use std::fmt;

            #[aws_operation]
            #[derive(Clone)]
            pub(in crate::items) struct GetQueueUrlRequest<'a> {
                pub(in crate::items) queue_name: &'a str,
            }

            #[aws_operation(operation = "GetQueueUrl", function = queue_url)]
            struct Private<'a> {
                queue_name: &'a str,
            }

            impl fmt::Display for GetQueueUrlRequest<'_> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    let private = Private {
                        queue_name: self.queue_name,
                    };
                    f.write_str(private.queue_name)
                }
            }

            /// The user's own.
            pub(in crate::items) fn of_user() -> Option<PrivateResponse> {
                None
            }
        }
    }
}

#[test]
fn in_modules() {
    let request = outer::inner::queues::GetQueueUrlRequest { queue_name: "q" };
    assert_eq!(request.to_string(), "q");
    assert!(outer::inner::queues::of_user().is_none());
}

#[test]
fn in_functions() {
    #[aws_operation(service = "dynamodb", derive(Clone))]
    struct DescribeTableRequest<'a> {
        table_name: &'a str,
    }

    #[aws_connector(service = "kinesis")]
    mod kinesis {
        #[aws_operation]
        pub(super) struct ListStreamsRequest;
    }

    fn name<R: AbstractRequest>(_: &R) -> &'static str {
        R::operation().name
    }

    let request = DescribeTableRequest { table_name: "t" };
    assert_eq!(name(&request), "DescribeTable");
    let answer = describe_table::DescribeTableResponse::default();
    assert!(answer.clone().table.is_none());
    assert_eq!(name(&kinesis::ListStreamsRequest), "ListStreams");
    assert_eq!(name(&ListQueuesRequest), "ListQueues");
    let request = Keywords {
        bucket: String::new(),
        r#type: Some(r#loop::BucketCannedAcl::Private),
    };
    assert_eq!(name(&request), "PutBucketAcl");
    assert!(request.r#type.is_some());
}
