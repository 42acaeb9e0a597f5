//! A long has a sign: half of these numbers do not fit.

use aws_operation::aws_operation;

#[aws_operation(service = "logs")]
struct GetLogEventsRequest<'a> {
    log_stream_name: &'a str,
    start_time: Option<u64>,
}

fn main() {}
