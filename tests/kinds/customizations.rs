//! What AWS's own SDKs do for single services, and no model says.

use std::time::Duration;

use aws_operation::{ByteStream, aws_connector, stream};

use crate::server::{Answer, Server};

#[aws_connector(service = "glacier")]
mod glacier {
    use super::ByteStream;

    #[aws_operation]
    pub(crate) struct DescribeVaultRequest<'a> {
        pub(crate) vault_name: &'a str,
    }

    #[aws_operation]
    pub(crate) struct ListVaultsRequest<'a> {
        pub(crate) account_id: Option<&'a str>,
    }

    #[aws_operation]
    pub(crate) struct UploadArchiveRequest<'a> {
        pub(crate) account_id: &'a str,
        pub(crate) vault_name: &'a str,
        pub(crate) body: ByteStream,
    }
}

#[aws_connector(service = "apigateway")]
mod api_gateway {
    #[aws_operation]
    pub(crate) struct GetRestApiRequest<'a> {
        pub(crate) rest_api_id: &'a str,
    }
}

#[aws_connector(service = "sts")]
mod sts {
    #[aws_operation]
    pub(crate) struct GetSessionTokenRequest {}
}

/// The account is that of the credentials unless another one is said.
#[tokio::test]
async fn glaciers_account_and_version() {
    let server = Server::new(Answer::ok("{}"));
    let request = glacier::DescribeVaultRequest {
        vault_name: "films",
    };
    server.connector().call(&request).await.expect("a call");
    let request = server.request();
    assert_eq!(request.target, "/-/vaults/films");
    assert_eq!(request.header("x-amz-glacier-version"), Some("2012-06-01"));

    for (account_id, path) in [
        (None, "/-/vaults"),
        (Some("123456789012"), "/123456789012/vaults"),
    ] {
        let server = Server::new(Answer::ok("{}"));
        let request = glacier::ListVaultsRequest { account_id };
        server.connector().call(&request).await.expect("a call");
        assert_eq!(server.request().target, path);
    }
}

/// The hashes are what botocore's `calculate_tree_hash` and `sha256sum` say.
#[tokio::test]
async fn glaciers_hashes_of_bytes_and_files() {
    let archive = b"0123456789".repeat(400_000);
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), &archive).expect("it is written");
    let from_file = ByteStream::from_path(file.path()).await;
    for body in [
        ByteStream::from(archive.clone()),
        from_file.expect("a stream"),
    ] {
        let server = Server::new(Answer::ok(""));
        let request = glacier::UploadArchiveRequest {
            account_id: "-",
            vault_name: "films",
            body,
        };
        let call = server.connector().call_owned(request);
        call.await.expect("a call");
        let request = server.request();
        assert_eq!(
            request.header("x-amz-sha256-tree-hash"),
            Some("79ba07599a34f566e4c79a7c2efa302a269e5e29e441edf75400c6658663e17d")
        );
        assert_eq!(
            request.header("x-amz-content-sha256"),
            Some("5e376990de2dd63c9f511f0141573aebf1a37b51adbe4eaf091c3cf3818c06f7")
        );
        assert!(request.body == archive, "the archive is sent");
    }
}

/// Whoever sends it to Glacier has to send both hashes, so that they are signed.
#[tokio::test]
async fn glaciers_hashes_are_presigned() {
    let server = Server::new(Answer::ok(""));
    let request = glacier::UploadArchiveRequest {
        account_id: "-",
        vault_name: "films",
        body: ByteStream::from_static(b"archive"),
    };
    let call = server.connector().call_owned(request);
    let upload = call.presign(Duration::from_mins(1)).await.expect("a URL");
    // Of less than a MiB, both are the same.
    let hash = "0eb3e36bfb24dcd9bb1d1bece1531216b59539a8fde17ee80224af0653c92aa3";
    for name in ["x-amz-content-sha256", "x-amz-sha256-tree-hash"] {
        assert_eq!(upload.headers()[name], hash);
    }
    let signed = "x-amz-content-sha256%3Bx-amz-glacier-version%3Bx-amz-sha256-tree-hash&";
    assert!(upload.url().contains(signed), "{}", upload.url());
    assert_eq!(upload.body().as_ref(), b"archive");
}

#[tokio::test]
async fn glacier_takes_no_stream_that_can_be_read_only_once() {
    let server = Server::new(Answer::ok(""));
    let once = stream::from_reader(&b"archive"[..], Some(7));
    let request = glacier::UploadArchiveRequest {
        account_id: "-",
        vault_name: "films",
        body: once,
    };
    let call = server.connector().call_owned(request);
    let error = call.await.expect_err("no call").to_string();
    assert!(
        error.contains("this stream can be read only once"),
        "{error}"
    );
    assert!(error.contains("make it of bytes or of a file"), "{error}");
}

#[tokio::test]
async fn api_gateway_answers_in_json() {
    let server = Server::new(Answer::ok("{}"));
    let request = api_gateway::GetRestApiRequest { rest_api_id: "abc" };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(server.request().header("accept"), Some("application/json"));
}

/// STS's model does not mark the session token.
#[tokio::test]
async fn secrets_that_the_model_forgets_are_not_shown() {
    let answer = "<GetSessionTokenResponse><GetSessionTokenResult><Credentials>\
                  <AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>hidden-1</SecretAccessKey>\
                  <SessionToken>hidden-2</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration>\
                  </Credentials></GetSessionTokenResult></GetSessionTokenResponse>";
    let server = Server::new(Answer::ok(answer));
    let call = server.connector().call(&sts::GetSessionTokenRequest {});
    let answer = call.await.expect("a call");
    let credentials = answer.credentials.as_ref().expect("credentials");
    assert_eq!(credentials.session_token, "hidden-2");
    let shown = format!("{answer:?}");
    assert!(shown.contains("ASIAEXAMPLE"), "{shown}");
    assert!(!shown.contains("hidden"), "{shown}");
}
