//! The keys of `#[aws(…)]`: unknown, in the wrong form, contradictory, of a later version.

use aws_operation::{SdkClientConfig, aws_operation};

#[aws_operation(service = "sqs")]
struct ListQueuesRequest {
    #[aws(membr = "QueueNamePrefix")]
    misspelt: Option<String>,
    #[aws(member)]
    without_value: Option<String>,
    #[aws(skip = true)]
    with_value: Option<String>,
    #[aws(with = "path")]
    later: Option<String>,
    #[aws(skip, member = "NextToken")]
    contradictory: Option<String>,
    #[aws(skip, skip)]
    twice: Option<String>,
    #[aws]
    empty: Option<String>,
    #[aws(client_config)]
    one_config: Option<SdkClientConfig>,
    #[aws(client_config)]
    other_config: Option<SdkClientConfig>,
}

fn main() {}
