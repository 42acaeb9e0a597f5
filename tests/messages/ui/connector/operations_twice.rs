//! Two requests that would have the same function.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub struct ListQueuesRequest;

    #[aws_operation]
    pub struct ListQueues;

    #[aws_operation(operation = "GetQueueUrl", function = list_queues)]
    pub struct QueueUrl {
        pub queue_name: String,
    }
}

fn main() {}
