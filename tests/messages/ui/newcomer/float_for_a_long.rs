//! A long has no fraction.

use aws_operation::aws_operation;

#[aws_operation(service = "logs")]
struct GetLogEventsRequest<'a> {
    log_stream_name: &'a str,
    start_time: Option<f32>,
}

fn main() {}
