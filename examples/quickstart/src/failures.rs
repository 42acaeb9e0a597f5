//! Three calls that fail, as calls do: what the errors say, and what a program can ask them.

use std::error::Error;
use std::net::{Ipv4Addr, TcpListener};

use aws_credential_types::provider::ProvideCredentials;
use aws_operation::{Credentials, EndpointUrl, ErrorKind, RetryPolicy, SdkClientConfig};

use crate::connector::s3::{self, GetObjectError};
use crate::target::Target;

/// The right access key with a wrong secret: the service's code is there to be asked for.
pub async fn wrong_secret(target: &Target, bucket: &str) -> Result<(), Box<dyn Error>> {
    let credentials = with_wrong_secret(&target.credentials).await?;
    let request = s3::ListObjectsV2Request { bucket };
    let outcome = s3::list_objects_v2(&credentials, target.region, &request)
        .client_config(&target.config)
        .await;
    match outcome {
        Err(error) if error.code() == Some("SignatureDoesNotMatch") => {
            show("a wrong secret", &error);
            Ok(())
        }
        other => Err(format!("a wrong secret led to {other:?}").into()),
    }
}

/// An object that is not there: the model lists this error, so it is a variant to match.
pub async fn missing_key(target: &Target, bucket: &str) -> Result<(), Box<dyn Error>> {
    let key = "no-such-object";
    let request = s3::GetObjectRequest { bucket, key };
    let outcome = s3::get_object(&target.credentials, target.region, &request)
        .client_config(&target.config)
        .await;
    match outcome {
        Err(error @ GetObjectError::NoSuchKey(_)) => {
            show("a missing key", &error);
            Ok(())
        }
        other => Err(format!("a missing key led to {other:?}").into()),
    }
}

/// A server that is not there: the kind of an error tells what failed when no service answered.
pub async fn nobody_listening(target: &Target, bucket: &str) -> Result<(), Box<dyn Error>> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port();
    let nowhere = EndpointUrl::new(format!("http://127.0.0.1:{port}"))?;
    let config = SdkClientConfig::at(nowhere).with_retry_policy(RetryPolicy::None);

    let request = s3::ListObjectsV2Request { bucket };
    let outcome = s3::list_objects_v2(&target.credentials, target.region, &request)
        .client_config(&config)
        .await;
    match outcome {
        Err(error) if error.kind() == ErrorKind::Connect => {
            show("nobody listening", &error);
            Ok(())
        }
        other => Err(format!("nobody listening led to {other:?}").into()),
    }
}

/// Anything that provides credentials to the AWS SDK provides them here, and the other way round.
async fn with_wrong_secret(credentials: &Credentials) -> Result<Credentials, Box<dyn Error>> {
    let known = credentials.provide_credentials().await?;
    Ok(Credentials::from_provider(
        aws_credential_types::Credentials::new(
            known.access_key_id(),
            "wrong",
            known.session_token().map(str::to_owned),
            None,
            "quickstart",
        ),
    ))
}

/// Prints the one line that an error is.
fn show(name: &str, error: &dyn Error) {
    println!("  {name}\n    {error}");
}
