//! The keys of `#[aws(…)]`: unknown, in the wrong form, contradictory.

use aws_operation::{SdkClientConfig, aws_operation};

#[aws_operation(service = "sqs")]
struct ListQueuesRequest {
    #[aws(membr = "QueueNamePrefix")]
    misspelt: Option<String>,
    #[aws(member)]
    without_value: Option<String>,
    #[aws(skip = true)]
    with_value: Option<String>,
    #[aws(with = 5)]
    no_path: Option<String>,
    #[aws(default(5))]
    in_parentheses: Option<i32>,
    #[aws(skip, member = "NextToken")]
    contradictory: Option<String>,
    #[aws(with = path, client_config)]
    contradictory_too: Option<String>,
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
