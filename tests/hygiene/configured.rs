//! The client configuration of a request: ours, shared, borrowed, and the user's own.

use std::sync::Arc;
use std::time::Duration;

use aws_operation::{
    AbstractRequest, BasicClientConfig, ClientConfig, SdkClientConfig, aws_operation,
};

/// A configuration of the user's.
struct Patient;

impl ClientConfig for Patient {
    fn settings(&self) -> SdkClientConfig {
        SdkClientConfig::new().with_timeout(Duration::from_mins(15))
    }
}

#[aws_operation(service = "sqs", operation = "ListQueues")]
struct Optional {
    #[aws(client_config)]
    client_config: Option<SdkClientConfig>,
}

#[aws_operation(service = "sqs", operation = "ListQueues")]
struct Basic {
    #[aws(client_config)]
    config: BasicClientConfig,
}

#[aws_operation(service = "sqs", operation = "ListQueues")]
struct Own {
    #[aws(client_config)]
    config: Patient,
}

#[aws_operation(service = "sqs", operation = "ListQueues")]
struct Shared<'a> {
    #[aws(client_config)]
    config: Option<&'a Arc<Patient>>,
}

#[aws_operation(service = "sqs", operation = "ListQueues")]
struct Any {
    #[aws(client_config)]
    config: Box<dyn ClientConfig>,
}

#[aws_operation(service = "sqs", operation = "ListQueues")]
struct Generic<C: ClientConfig> {
    #[aws(client_config)]
    config: Option<C>,
}

macro_rules! through_a_macro {
    ($config:ty) => {
        #[aws_operation(service = "sqs", operation = "ListQueues")]
        struct ThroughAMacro {
            #[aws(client_config)]
            config: Option<$config>,
            #[aws(skip)]
            _skipped: $config,
        }
    };
}

through_a_macro!(SdkClientConfig);

fn timeout(request: &impl AbstractRequest) -> Option<u64> {
    let settings = request.client_config()?.settings();
    settings.timeout().map(|timeout| timeout.as_secs())
}

#[test]
fn all_are_found() {
    let one = Duration::from_secs(1);
    let client_config = Some(SdkClientConfig::new().with_timeout(one));
    assert_eq!(timeout(&Optional { client_config }), Some(1));
    let client_config = None;
    assert_eq!(timeout(&Optional { client_config }), None);
    let config = BasicClientConfig::new().with_timeout(one);
    assert_eq!(timeout(&Basic { config }), Some(1));
    assert_eq!(timeout(&Own { config: Patient }), Some(900));
    let request = ThroughAMacro {
        config: Some(SdkClientConfig::new().with_timeout(one)),
        _skipped: SdkClientConfig::new(),
    };
    assert_eq!(timeout(&request), Some(1));
    let config = &Arc::new(Patient);
    assert_eq!(
        timeout(&Shared {
            config: Some(config)
        }),
        Some(900)
    );
    let config = Box::new(Patient);
    assert_eq!(timeout(&Any { config }), Some(900));
    let config = Some(Patient);
    assert_eq!(timeout(&Generic { config }), Some(900));
}
