//! The operation: unknown with a near name, unknown without one, not what the struct's name says.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", operation = "SendMesage")]
struct NearOperation {
    queue_url: String,
}

#[aws_operation(service = "sqs", operation = "DoSomethingElse")]
struct FarOperation {
    queue_url: String,
}

#[aws_operation(service = "sqs")]
struct SendMesageRequest {
    queue_url: String,
}

#[aws_operation(service = "sqs")]
struct Telegram {
    queue_url: String,
}

fn main() {}
