//! A call to whatever is at some port, and what a good server answers.

use std::time::Duration;

use aws_operation::{
    Call, Connector, EndpointUrl, HttpConfig, Region, RetryPolicy, SdkClientConfig,
    StaticCredentials, aws_operation,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

#[aws_operation(service = "sqs", function = "list")]
pub(crate) struct ListQueuesRequest;

/// The call's types.
pub(crate) type ListCall = Call<list::ListQueuesResponse, list::ListQueuesError>;

/// One attempt, to this URL.
pub(crate) fn config(url: &str) -> SdkClientConfig {
    SdkClientConfig::at(EndpointUrl::new(url.to_owned()).expect("a URL"))
        .with_timeout(Duration::from_secs(20))
        .with_retry_policy(RetryPolicy::None)
}

/// A call with that, and with this HTTP configuration.
pub(crate) fn call(url: &str, http: HttpConfig) -> ListCall {
    let key = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
    Connector::new(key, Region::EuWest1)
        .client_config(&config(url).with_http(http))
        .call(&ListQueuesRequest)
}

/// What a good server answers.
pub(crate) const ANSWER: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\n\
    content-length: 2\r\n\r\n{}";

/// Reads a request: its head, as text. `None` when the connection ends first.
pub(crate) async fn read_request(stream: &mut (impl AsyncReadExt + Unpin)) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    let head = String::from_utf8(head).ok()?.to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .and_then(|length| length.parse().ok())
        .unwrap_or(0);
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.ok()?;
    Some(head)
}

/// Answers all requests on a connection.
pub(crate) async fn serve(mut stream: impl AsyncReadExt + AsyncWriteExt + Unpin) {
    while read_request(&mut stream).await.is_some() {
        if stream.write_all(ANSWER.as_bytes()).await.is_err() {
            return;
        }
    }
}
