//! Operations of every service, in one crate: they compile, and each sends a request that is its
//! service's own.

#[expect(
    clippy::pedantic,
    deprecated,
    unreachable_pub,
    unused_imports,
    reason = "made of AWS's models, deprecated operations among them"
)]
mod services {
    use super::{Connectors, Pending};

    include!(concat!(env!("OUT_DIR"), "/services.rs"));

    pub(super) struct SampledService {
        pub(super) name: &'static str,
        /// What its operations say of it.
        pub(super) service: fn() -> &'static aws_operation::__private::Service,
        /// What makes its calls.
        pub(super) calls: fn(&Connectors) -> Vec<Pending>,
    }

    /// By service.
    pub(super) fn all() -> &'static [SampledService] {
        &SERVICES
    }
}
mod endpoints;
mod server;

use std::pin::Pin;

use aws_operation::{
    AbstractRequest, BearerToken, Connector, EndpointUrl, Region, RetryPolicy, SdkClientConfig,
    StaticCredentials,
};

use server::{Request, Server};

/// What calls are made with, as far as they are signed or not.
struct Connectors {
    keys: Connector,
    token: Connector,
}

impl Connectors {
    fn new(url: String) -> Self {
        let url = EndpointUrl::new(url).expect("a URL");
        let config = SdkClientConfig::at(url).with_retry_policy(RetryPolicy::None);
        let keys = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
        let token = BearerToken::new("token");
        Self {
            keys: Connector::new(keys, Region::UsEast1).client_config(&config),
            token: Connector::new(token, Region::UsEast1).client_config(&config),
        }
    }
}

/// What a call is to send.
struct Expected {
    /// For example `sqs:SendMessage`.
    operation: &'static str,
    method: &'static str,
    /// A part of the header `Authorization`; empty where there is to be none.
    signature: &'static str,
}

impl Expected {
    fn of<Q: AbstractRequest>(self, connectors: &Connectors, request: Q) -> Pending {
        let connector = if self.signature == "Bearer " {
            &connectors.token
        } else {
            &connectors.keys
        };
        let call = connector.call_owned(request);
        Pending {
            expected: self,
            call: Box::pin(async move {
                match call.await {
                    Ok(_) => "an answer".to_owned(),
                    Err(error) => error.to_string(),
                }
            }),
        }
    }

    /// What is wrong with what was sent.
    fn compare(&self, request: &Request) -> Option<String> {
        let authorization = request.header("authorization").unwrap_or_default();
        let is_signed_right = if self.signature.is_empty() {
            authorization.is_empty()
        } else {
            authorization.contains(self.signature)
        };
        let (service, _) = self.operation.split_once(':').expect("a name");
        let agent = request.header("x-amz-user-agent").unwrap_or_default();
        if !is_signed_right {
            Some(format!("authorization: {authorization}"))
        } else if request.method != self.method {
            Some(format!("method: {}", request.method))
        } else if !agent.contains(&format!(" api/{service}/")) {
            Some(format!("user agent: {agent}"))
        } else {
            None
        }
    }
}

/// A call, and what it is to send. It says how it ended.
struct Pending {
    expected: Expected,
    call: Pin<Box<dyn Future<Output = String>>>,
}

#[tokio::test]
async fn every_service_writes_requests() {
    let server = Server::new();
    let connectors = Connectors::new(server.url());
    let (mut count, mut faults) = (0, Vec::new());
    for sampled in services::all() {
        let calls = (sampled.calls)(&connectors);
        if calls.is_empty() {
            faults.push(format!("{}: no operation", sampled.name));
        }
        for Pending { expected, call } in calls {
            count += 1;
            let end = call.await;
            let fault = match server.seen() {
                Some(request) => expected.compare(&request),
                None => Some(end),
            };
            faults.extend(fault.map(|fault| format!("{}: {fault}", expected.operation)));
        }
    }
    println!("{count} operations");
    assert_eq!(services::all().len(), 439);
    assert!(count >= 439, "{count}");
    assert!(faults.is_empty(), "{faults:#?}");
}
