//! The service: missing, unknown with a near name, unknown without one, given in the wrong form.

use aws_operation::{aws_connector, aws_operation};

#[aws_operation]
struct NoService;

#[aws_operation(operation = "ListQueues")]
struct NoServiceButOperation;

#[aws_operation(service = "sqss", operation = "ListQueues")]
struct NearService;

#[aws_operation(service = "my-own-service", operation = "ListQueues")]
struct FarService;

#[aws_operation(service = SQS, operation = "ListQueues")]
struct ServiceInWrongForm;

#[aws_connector(service = "dinamodb")]
mod near {
    #[aws_operation]
    pub struct ListTablesRequest;
}

#[aws_connector]
mod none {}

fn main() {}
