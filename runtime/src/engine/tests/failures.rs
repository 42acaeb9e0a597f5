//! What does not get as far as an answer, over real connections where that matters.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;

use super::operations::{GetObject, PutObject, send_message};
use super::server::{Reply, Server};
use super::{REGION, credentials};
use crate::{
    BasicClientConfig, Call, Credentials, EndpointUrl, ErrorKind, Limit, Region, RetryPolicy,
    SdkClientConfig, Sent,
};

/// One attempt, to `port` on this machine.
fn once(port: u16) -> SdkClientConfig {
    let endpoint = EndpointUrl::new(format!("http://127.0.0.1:{port}")).unwrap();
    SdkClientConfig::at(endpoint).with_retry_policy(RetryPolicy::None)
}

#[tokio::test]
async fn nobody_listens() {
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call.client_config(&once(port)).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(error.sent(), Sent::No);
    assert_eq!(
        error.to_string(),
        format!(
            "sqs:SendMessage in eu-west-1: cannot connect to http://127.0.0.1:{port}: \
             connection refused"
        )
    );
}

#[tokio::test]
async fn a_host_that_does_not_exist() {
    let endpoint = EndpointUrl::new("https://nowhere.invalid").unwrap();
    let config = SdkClientConfig::at(endpoint).with_retry_policy(RetryPolicy::None);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call.client_config(&config).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(error.sent(), Sent::No);
    assert_eq!(
        error.to_string(),
        "sqs:SendMessage in eu-west-1: cannot connect to https://nowhere.invalid: no such host"
    );
}

#[tokio::test]
async fn a_region_that_does_not_exist() {
    let call = Call::new(
        &credentials(),
        Region::new("eu-wst-1").unwrap(),
        &send_message("hello"),
        None,
    );
    let config = SdkClientConfig::new().with_retry_policy(RetryPolicy::None);

    let error = call
        .client_config(&config)
        .http_client(Server::new([Reply::NoHost]).client())
        .await
        .unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(
        error.to_string(),
        "sqs:SendMessage in eu-wst-1: cannot connect to https://sqs.eu-wst-1.amazonaws.com: no \
         such host; `eu-wst-1` is no region that this version knows; did you mean `eu-west-1`?"
    );
}

#[tokio::test]
async fn a_server_that_hangs_up() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = std::thread::spawn(move || {
        use std::io::Read as _;
        let (mut connection, _) = listener.accept().unwrap();
        let _ = connection.read(&mut [0; 1024]).unwrap();
    });
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call.client_config(&once(port)).await.unwrap_err();
    server.join().unwrap();

    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.sent(), Sent::Maybe);
}

#[tokio::test]
async fn a_server_that_says_nothing() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let config = once(port).with_attempt_timeout(Duration::from_millis(100));
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call.client_config(&config).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Timeout);
    let limit = Duration::from_millis(100);
    assert_eq!(error.limit(), Some(Limit::AttemptTimeout(limit)));
    assert_eq!(
        error.to_string(),
        format!(
            "sqs:SendMessage in eu-west-1: no answer from http://127.0.0.1:{port} in time: \
             `attempt_timeout` is 100ms (the request may have been sent)"
        )
    );
}

#[tokio::test]
async fn no_credentials() {
    #[derive(Debug)]
    struct Nothing;

    impl aws_credential_types::provider::ProvideCredentials for Nothing {
        fn provide_credentials<'a>(
            &'a self,
        ) -> aws_credential_types::provider::future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            let error =
                aws_credential_types::provider::error::CredentialsError::not_loaded("nothing");
            aws_credential_types::provider::future::ProvideCredentials::ready(Err(error))
        }
    }

    let credentials = Credentials::from_provider(Nothing);
    let call = Call::new(&credentials, REGION, &send_message("hello"), None);

    let error = call
        .http_client(Server::new([]).client())
        .await
        .unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert_eq!(error.sent(), Sent::No);
    assert_eq!(
        error.to_string(),
        "sqs:SendMessage in eu-west-1: there are no credentials"
    );
}

#[tokio::test(start_paused = true)]
async fn credentials_that_do_not_come() {
    #[derive(Debug)]
    struct Hanging;

    impl aws_credential_types::provider::ProvideCredentials for Hanging {
        fn provide_credentials<'a>(
            &'a self,
        ) -> aws_credential_types::provider::future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            aws_credential_types::provider::future::ProvideCredentials::new(std::future::pending())
        }
    }

    for (config, limit) in [
        (SdkClientConfig::new(), ""),
        (
            SdkClientConfig::new().with_timeout(Duration::from_secs(1)),
            ": `timeout` is 1s",
        ),
    ] {
        let credentials = Credentials::from_provider(Hanging);
        let call = Call::new(&credentials, REGION, &send_message("hello"), None);
        let error = call
            .client_config(&config.with_retry_policy(RetryPolicy::None))
            .http_client(Server::new([]).client())
            .await
            .unwrap_err();

        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert_eq!(error.sent(), Sent::No);
        let text = "the source of credentials did not answer in time";
        let text = format!("sqs:SendMessage in eu-west-1: {text}{limit}");
        assert_eq!(error.to_string(), text);
    }
}

/// What one wants to know at three in the morning.
#[tokio::test(start_paused = true)]
async fn an_error_says_where_how_long_and_what_came_back() {
    let headers = &[("x-amzn-requestid", "id-1"), ("retry-after", "7")];
    let refusal = || {
        Reply::Answer(
            400,
            headers,
            r#"{"__type": "ThrottlingException", "message": "slow"}"#,
        )
    };
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);
    let error = call
        .client_config(&SdkClientConfig::new().with_retry_policy(RetryPolicy::Number(1)))
        .http_client(Server::new([refusal(), refusal()]).client())
        .await
        .unwrap_err();

    assert_eq!(error.host(), Some("sqs.eu-west-1.amazonaws.com"));
    assert_eq!(error.header("retry-after"), Some("7"));
    assert!(error.is_throttling() && error.may_have_been_sent());
    assert_eq!(error.attempts(), 2);
    assert!(error.elapsed() > Duration::ZERO);
    let metadata = error.meta();
    assert_eq!(
        (metadata.code(), metadata.message()),
        (Some("ThrottlingException"), Some("slow"))
    );
    assert_eq!(
        aws_types::request_id::RequestId::request_id(metadata),
        Some("id-1")
    );
    assert!(
        !format!("{error:?}").contains("retry-after"),
        "headers are not shown"
    );
}

#[tokio::test]
async fn a_label_that_is_empty() {
    let request = GetObject {
        bucket: "",
        key: "key",
        ..GetObject::default()
    };
    let call = Call::new(&credentials(), REGION, &request, None);

    let error = call
        .http_client(Server::new([]).client())
        .await
        .err()
        .unwrap();

    assert_eq!(error.kind(), ErrorKind::Construction);
    assert_eq!(error.sent(), Sent::No);
    assert!(error.to_string().contains("Bucket"), "{error}");
}

#[tokio::test]
async fn a_timeout_of_zero() {
    let config = BasicClientConfig::new().with_timeout(Duration::ZERO);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call
        .client_config(&config)
        .http_client(Server::new([]).client())
        .await
        .unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("`timeout`"), "{error}");
}

#[test]
fn no_tokio_runtime() {
    use std::future::IntoFuture as _;
    use std::pin::pin;

    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let outcome = pin!(call.into_future()).poll(&mut Context::from_waker(Waker::noop()));

    let Poll::Ready(Err(error)) = outcome else {
        panic!("nothing to wait for")
    };
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("no Tokio runtime"), "{error}");
}

#[tokio::test]
async fn s3_wants_to_know_how_much_comes() {
    let request = PutObject {
        bucket: "bucket",
        ..PutObject::default()
    };
    let endless = ByteStream::new(SdkBody::from_body_1_x(Endless));
    let call = Call::new(&credentials(), REGION, &request, Some(endless));

    let error = call
        .http_client(Server::new([]).client())
        .await
        .unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Construction);
    assert!(error.to_string().contains("`content_length`"), "{error}");
}

/// A stream of which nobody knows the length.
struct Endless;

impl http_body::Body for Endless {
    type Data = bytes::Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<bytes::Bytes>, std::io::Error>>> {
        Poll::Pending
    }
}
