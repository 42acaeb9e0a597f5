//! Bearer tokens: where they go, and where not.

use super::operations::{BEARER, CallError, Otherwise, SIGNED_OR_BEARER, send_message};
use super::server::{Seen, Server, ok};
use super::{REGION, credentials};
use crate::{BasicClientConfig, BearerToken, Call, Credentials, EndpointUrl, ErrorKind, Sent};

fn token() -> Credentials {
    BearerToken::new("TOKEN").into()
}

async fn send<const N: usize>(
    credentials: &Credentials,
    endpoint: Option<EndpointUrl>,
) -> Result<Seen, CallError> {
    let server = Server::new([ok("{}")]);
    let mut config = BasicClientConfig::new();
    if let Some(endpoint) = endpoint {
        config = config.with_endpoint(endpoint);
    }
    let call = Call::new(
        credentials,
        REGION,
        &Otherwise::<N>(send_message("hello")),
        None,
    );
    call.client_config(&config)
        .http_client(server.client())
        .await?;
    Ok(server.only())
}

#[tokio::test]
async fn a_token_is_sent_as_it_is() {
    let sent = send::<BEARER>(&token(), None).await.unwrap();
    assert_eq!(sent.header("authorization"), Some("Bearer TOKEN"));
    for header in ["x-amz-date", "x-amz-security-token"] {
        assert_eq!(sent.header(header), None);
    }
}

#[tokio::test]
async fn the_credentials_decide_where_both_are_taken() {
    let sent = send::<SIGNED_OR_BEARER>(&token(), None).await.unwrap();
    assert_eq!(sent.header("authorization"), Some("Bearer TOKEN"));
    let sent = send::<SIGNED_OR_BEARER>(&credentials(), None)
        .await
        .unwrap();
    let authorization = sent.header("authorization").unwrap();
    assert!(authorization.starts_with("AWS4-HMAC-SHA256 "));
}

#[tokio::test]
async fn credentials_of_the_wrong_kind_are_refused() {
    let keys = send::<BEARER>(&credentials(), None).await.err().unwrap();
    let request = send_message("hello");
    let token = Call::new(&token(), REGION, &request, None)
        .await
        .unwrap_err();
    for (error, way_out) in [(keys, "`BearerToken`"), (token, "`StaticCredentials`")] {
        assert_eq!(error.kind(), ErrorKind::Construction);
        assert_eq!(error.sent(), Sent::No);
        assert!(error.to_string().contains(way_out), "{error}");
    }
}

#[tokio::test]
async fn a_token_does_not_go_out_in_the_clear() {
    let elsewhere = EndpointUrl::insecure_http("HTTP://emulator:4566").unwrap();
    let error = send::<BEARER>(&token(), Some(elsewhere.clone()))
        .await
        .err()
        .unwrap();
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Construction, Sent::No)
    );
    assert!(error.to_string().contains("in the clear"), "{error}");
    let error = send::<SIGNED_OR_BEARER>(&token(), Some(elsewhere.clone())).await;
    assert!(error.is_err());
    assert!(
        send::<SIGNED_OR_BEARER>(&credentials(), Some(elsewhere))
            .await
            .is_ok()
    );

    for url in ["http://localhost:4566", "https://emulator:4566"] {
        let endpoint = EndpointUrl::new(url).unwrap();
        assert!(send::<BEARER>(&token(), Some(endpoint)).await.is_ok());
    }
}

#[tokio::test]
async fn what_cannot_be_a_token_is_named() {
    for (token, fault) in [
        ("", "the bearer token is empty"),
        ("TOKEN\n", "the bearer token has white space"),
    ] {
        let token = BearerToken::new(token).into();
        let error = send::<BEARER>(&token, None).await.err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        let mut source = std::error::Error::source(&error);
        let mut chain = String::new();
        while let Some(error) = source {
            chain += &error.to_string();
            source = error.source();
        }
        assert!(chain.contains(fault), "{chain}");
    }
}
