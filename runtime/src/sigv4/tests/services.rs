//! What single services want of signatures.

use std::time::{Duration, UNIX_EPOCH};

use http::Request;
use sha2::{Digest, Sha256};

use super::{TIME, key};
use crate::sigv4::{Payload, SigV4};
use crate::{Region, TemporaryCredentials};

/// Who is not told what stands for the body takes its hash.
#[tokio::test]
async fn services_get_the_hash_that_they_want() {
    let sign = async |service: &str, payload| {
        let request = Request::post("https://example.com/").header("content-length", "5");
        let sigv4 = SigV4::new(service, Region::EuWest1);
        let request = request.body("miaow").unwrap();
        let signed = match payload {
            Some(payload) => sigv4.sign_without_body(&key(), request, payload).await,
            None => sigv4.sign(&key(), request).await,
        };
        let headers = signed.unwrap().headers().clone();
        let text = |name| {
            headers
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
        };
        (text("x-amz-content-sha256"), text("authorization").unwrap())
    };
    let hash = crate::hex::hex(Sha256::digest("miaow"));
    for service in [
        "aoss",
        "glacier",
        "s3",
        "s3-object-lambda",
        "s3-outposts",
        "s3express",
    ] {
        assert_eq!(
            sign(service, None).await.0.as_ref(),
            Some(&hash),
            "{service}"
        );
    }
    for service in ["aps", "es", "execute-api"] {
        let (sent, authorization) = sign(service, None).await;
        assert_eq!(sent, None, "{service}");
        assert!(
            authorization.contains("=content-length;host;"),
            "{authorization}"
        );
        let (sent, _) = sign(service, Some(Payload::Unsigned)).await;
        assert_eq!(sent.as_deref(), Some("UNSIGNED-PAYLOAD"), "{service}");
    }
    let (sent, _) = sign("vpc-lattice-svcs", None).await;
    assert_eq!(sent.as_deref(), Some("UNSIGNED-PAYLOAD"));
    let (_, authorization) = sign("aoss", None).await;
    assert!(
        authorization.contains("=host;x-amz-content-sha256;"),
        "{authorization}"
    );
}

/// The token of EKS is this URL. The expected one is botocore's.
#[tokio::test]
async fn urls_are_those_of_botocore() {
    let url = "https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15";
    let request = Request::get(url)
        .header("x-k8s-aws-id", "my-cluster")
        .header("authorization", "of yesterday")
        .body(())
        .unwrap();
    let keys = TemporaryCredentials::new("ASIAEXAMPLE", "hunter2", "to/ken+=", None).into();
    let nothing = Payload::of([]);
    let sigv4 = SigV4::new("sts", Region::EuWest1).at(UNIX_EPOCH + TIME);
    let minute = Duration::from_mins(1);
    let presigned = sigv4.presign(&keys, request, nothing.clone(), minute);
    let presigned = presigned.await.unwrap();
    assert_eq!(presigned.headers().len(), 1);
    let parameters = |url: &str| {
        let (_, query) = url.split_once('?').unwrap();
        let mut parameters: Vec<_> = query.split('&').map(str::to_owned).collect();
        parameters.sort();
        parameters
    };
    let expected = format!(
        "{url}&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=ASIAEXAMPLE%2F20150830%2Feu-west-1\
         %2Fsts%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host\
         %3Bx-k8s-aws-id&X-Amz-Security-Token=to%2Fken%2B%3D&X-Amz-Signature=\
         9511449b81db46db28c66b7efb9a754a0de2f66cebde9544c17f628a21934ea3"
    );
    let found = presigned.uri().to_string();
    assert_eq!(parameters(&found), parameters(&expected));

    let again = sigv4.presign(&keys, presigned, nothing, minute).await;
    let error = again.unwrap_err().to_string();
    assert!(error.contains("has a signature already"), "{error}");
}
