//! Something else for numbers and booleans.

use aws_operation::aws_operation;

#[aws_operation(service = "ssm", operation = "DescribeParameters")]
struct DescribeParametersRequest<'a> {
    max_results: Option<&'a str>,
    shared: Option<String>,
}

#[aws_operation(service = "logs", operation = "GetLogEvents")]
struct GetLogEventsRequest {
    log_stream_name: String,
    start_time: Option<f64>,
    limit: Option<i64>,
}

fn main() {}
