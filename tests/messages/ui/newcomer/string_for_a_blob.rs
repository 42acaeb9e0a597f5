//! Text is no bytes.

use aws_operation::aws_operation;

#[aws_operation(service = "kinesis")]
struct PutRecordRequest<'a> {
    partition_key: &'a str,
    data: &'a str,
}

fn main() {}
