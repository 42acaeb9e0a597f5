//! Not every blob can be a stream.

use aws_operation::{ByteStream, aws_operation};

#[aws_operation(service = "kinesis")]
struct PutRecordRequest<'a> {
    partition_key: &'a str,
    data: ByteStream,
}

fn main() {}
