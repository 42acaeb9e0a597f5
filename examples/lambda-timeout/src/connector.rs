//! The connector: one operation, and its author's word on how long it takes.

use aws_operation::{SdkClientConfig, aws_operation};

/// A call of a function. Its author takes it for a quick one; whoever calls a slow one says so.
#[aws_operation(service = "lambda", timeout = "1s")]
pub struct InvokeRequest<'a> {
    pub function_name: &'a str,
    #[aws(client_config)]
    pub client_config: Option<SdkClientConfig>,
}
