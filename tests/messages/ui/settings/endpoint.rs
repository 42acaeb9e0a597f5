//! Endpoints that are none: in the runtime's words, at what was written.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", endpoint = "http://example.com")]
struct ListQueuesRequest;

#[aws_operation(service = "sqs", operation = "ListQueues", endpoint = "localhost:4566")]
struct NoScheme;

fn main() {}
