//! Calls that nobody waits for any more. A future may be dropped wherever it waits: the connector goes
//! on, and nothing stays taken.

use std::future::{Future, poll_fn};
use std::num::NonZeroU32;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use aws_credential_types::provider::{self, ProvideCredentials, future};
use aws_operation::{
    ByteStream, Connector, Credentials, CustomRetries, EndpointUrl, HttpConfig, Region,
    RetryPolicy, SdkClientConfig, StaticCredentials, aws_operation,
};
use futures_util::future::join;

use crate::call::ListQueuesRequest;
use crate::faults::server::{Act, Server, answer};

#[aws_operation(service = "s3", function = "get_object")]
struct GetObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
}

/// One connection at the most: one that a dropped call kept would be missed at once.
fn connector(url: &str, credentials: impl Into<Credentials>) -> Connector {
    let one = NonZeroU32::new(1).expect("one");
    let retries = CustomRetries::new().with_initial_backoff(Duration::from_millis(2));
    let config = SdkClientConfig::at(EndpointUrl::new(url.to_owned()).expect("a URL"))
        .with_timeout(Duration::from_secs(10))
        .with_retry_policy(RetryPolicy::Custom(retries))
        .with_http(HttpConfig::new().with_max_connections_per_host(one))
        .with_environment(false);
    Connector::new(credentials, Region::EuWest1).client_config(&config)
}

fn key() -> StaticCredentials {
    StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret")
}

/// Polls the future so many times, and then drops it. `None` when it was not ready by then.
async fn polled<T>(future: impl Future<Output = T>, times: usize) -> Option<T> {
    let mut future = pin!(future);
    let mut left = times;
    poll_fn(|context| {
        while left > 0 {
            left -= 1;
            match future.as_mut().poll(context) {
                Poll::Ready(value) => return Poll::Ready(Some(value)),
                Poll::Pending if left > 0 => return Poll::Pending,
                Poll::Pending => {}
            }
        }
        Poll::Ready(None)
    })
    .await
}

/// How often a call waits before its answer is there, each place having been the last of one.
async fn drop_everywhere(server: Server) -> usize {
    let connector = connector(&server.url, key());
    let mut times = 0;
    while polled(async { connector.call(&ListQueuesRequest).await }, times)
        .await
        .is_none()
    {
        connector
            .call(&ListQueuesRequest)
            .await
            .unwrap_or_else(|error| panic!("after {times} polls: {error}"));
        times += 1;
    }
    times
}

#[tokio::test]
async fn a_call_may_be_dropped_wherever_it_waits() {
    let good = answer(200, "", "{}");
    let at_once = vec![Act::Read, Act::Write(good.clone())];
    let waits = drop_everywhere(Server::start(at_once).await).await;
    assert!(waits > 1, "{waits}");

    let slowly = Act::Slowly(good, Duration::from_millis(1));
    let waits = drop_everywhere(Server::start(vec![Act::Read, slowly]).await).await;
    assert!(waits > 1, "{waits}");
}

#[tokio::test]
async fn a_call_may_be_dropped_between_attempts() {
    let unavailable = vec![Act::Read, Act::Write(answer(503, "", "")), Act::Close];
    let good = vec![Act::Read, Act::Write(answer(200, "", "{}")), Act::Close];
    let server = Server::in_turn(vec![unavailable, good]).await;
    let waits = drop_everywhere(server).await;
    assert!(waits > 3, "{waits}");
}

/// A source that takes its time.
#[derive(Debug)]
struct Slow;

impl ProvideCredentials for Slow {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            for _ in 0..5 {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
            provider::Result::Ok(provider_key())
        })
    }
}

fn provider_key() -> aws_credential_types::Credentials {
    aws_credential_types::Credentials::new("AKIAIOSFODNN7EXAMPLE", "secret", None, None, "slow")
}

/// Whoever waits for the same credentials gets them, even if the call that asked for them is gone.
#[tokio::test]
async fn who_waits_for_credentials_is_not_dropped_with_others() {
    let good = vec![Act::Read, Act::Write(answer(200, "", "{}"))];
    let server = Server::start(good).await;
    let mut times = 0;
    loop {
        let connector = connector(&server.url, Credentials::from_provider(Slow));
        let (first, second) = join(
            polled(async { connector.call(&ListQueuesRequest).await }, times),
            async { connector.call(&ListQueuesRequest).await },
        )
        .await;
        second.unwrap_or_else(|error| panic!("after {times} polls: {error}"));
        if first.is_some() {
            break;
        }
        times += 1;
    }
    assert!(times > 5, "{times}");
}

/// The connection of an answer that nobody reads to its end is free for others.
#[tokio::test]
async fn a_stream_may_be_dropped_wherever_it_is() {
    let object = answer(200, "", vec![b'x'; 300_000]);
    let server = Server::start(vec![Act::Read, Act::Write(object)]).await;
    let connector = connector(&server.url, key());
    let request = GetObjectRequest {
        bucket: "amzn-s3-demo-bucket",
        key: "key",
    };
    let mut times = 0;
    loop {
        let mut body: ByteStream = connector.call(&request).await.expect("an answer").body;
        let whole = polled(
            async {
                let mut length = 0;
                while let Some(part) = body.next().await {
                    length += part.expect("a part").len();
                }
                length
            },
            times,
        )
        .await;
        if let Some(length) = whole {
            assert_eq!(length, 300_000);
            break;
        }
        times += 1;
    }
    assert!(times > 1, "{times}");
}
