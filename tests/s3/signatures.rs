//! That a signature is made with the secret, and covers the request.

use std::error::Error;

use aws_operation::{
    Connector, EndpointUrl, Region, RetryPolicy, SdkClientConfig, StaticCredentials,
};
use aws_operation_tests::TamperingProxy;
use quickstart::LocalS3;

use crate::{BUCKET, Fixture, Outcome, s3};

const PUT: s3::PutObjectRequest<'_> = s3::PutObjectRequest {
    bucket: BUCKET,
    key: "my-account",
    body: b"ten euros",
    content_type: Some("text/plain"),
    metadata: None,
};

#[tokio::test]
async fn a_wrong_key_is_refused() -> Outcome {
    let fixture = Fixture::start().await?;
    for (id, secret, code) in [
        (LocalS3::ACCESS_KEY_ID, "wrong", "SignatureDoesNotMatch"),
        ("AKIANOBODY", LocalS3::SECRET_ACCESS_KEY, "NotSignedUp"),
    ] {
        let key = StaticCredentials::new(id, secret);
        let connector = Connector::new(key, Region::EuWest1).client_config(&fixture.config);
        let error = connector.call(&PUT).await.unwrap_err();
        assert_eq!(error.code(), Some(code), "{error}");
    }
    Ok(())
}

/// The control: a proxy as such is no reason to be refused.
#[tokio::test]
async fn a_request_that_passes_a_proxy_is_accepted() -> Outcome {
    let fixture = Fixture::start().await?;
    let (connector, _proxy) = fixture.through_proxy("ten euros", "ten euros").await?;
    connector.call(&PUT).await?;
    assert_eq!(fixture.get(PUT.key).await?, b"ten euros");
    Ok(())
}

/// The path, a header, the body: each is covered. (For a body that does not have the signed hash
/// this server has no better word.)
#[tokio::test]
async fn a_request_that_is_changed_on_its_way_is_refused() -> Outcome {
    let fixture = Fixture::start().await?;
    for (original, forged, code) in [
        ("my-account", "no-account", "SignatureDoesNotMatch"),
        ("text/plain", "text/x-sql", "SignatureDoesNotMatch"),
        ("ten euros", "six euros", "InternalError"),
    ] {
        let (connector, _proxy) = fixture.through_proxy(original, forged).await?;
        let error = connector.call(&PUT).await.unwrap_err();
        assert_eq!(error.code(), Some(code), "{original}: {error}");
        assert!(fixture.get(PUT.key).await.is_err(), "{original}");
        assert!(fixture.get("no-account").await.is_err(), "{original}");
    }
    Ok(())
}

impl Fixture {
    /// Calls that pass a proxy, which replaces one text by another in what it hands on.
    pub(crate) async fn through_proxy(
        &self,
        original: &str,
        forged: &str,
    ) -> Result<(Connector, TamperingProxy), Box<dyn Error>> {
        let server = self.server.endpoint();
        let server = server.trim_start_matches("http://");
        let proxy = TamperingProxy::start(server, original, forged).await?;
        let config = SdkClientConfig::at(EndpointUrl::new(proxy.endpoint())?)
            .with_retry_policy(RetryPolicy::None);
        Ok((self.connector.clone().client_config(&config), proxy))
    }
}
