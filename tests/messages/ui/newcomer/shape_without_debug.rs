//! What is made around it shows it.

use aws_operation::aws_connector;

#[aws_connector(service = "bedrock-runtime")]
mod bedrock_runtime {
    #[aws_operation]
    pub struct ConverseRequest {
        pub model_id: String,
    }

    #[aws_shape]
    #[derive(Default)]
    pub struct ConverseMetrics {
        pub latency_ms: i64,
    }
}

fn main() {}
