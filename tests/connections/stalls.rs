//! Uploads that nobody takes any more.

use std::time::Duration;

use aws_operation::{ByteStream, ErrorKind, Region, Sent, StaticCredentials, aws_operation};
use tokio::net::TcpListener;

use crate::call::config;

#[aws_operation(service = "s3", function = "put")]
struct PutObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
    body: ByteStream,
}

/// The server takes as much as the kernel does for it. A file is read as quickly as it is taken: that it
/// stands still is the other side's doing.
#[tokio::test]
async fn a_file_that_nobody_takes_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let server = tokio::spawn(async move {
        let kept = listener.accept().await;
        std::future::pending::<()>().await;
        drop(kept);
    });
    let file = tempfile::NamedTempFile::new().expect("a file");
    file.as_file().set_len(100 << 20).expect("a sparse file");

    let request = PutObjectRequest {
        bucket: "amzn-s3-demo-bucket",
        key: "key",
        body: ByteStream::from_path(file.path()).await.expect("the file"),
    };
    let key = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret").into();
    let call = put(&key, Region::EuWest1, request);
    let patient = config(&url).with_timeout(Duration::from_mins(1));
    let error = call.client_config(&patient).await.expect_err("no answer");
    server.abort();

    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Timeout, Sent::Maybe)
    );
    assert!(
        error
            .to_string()
            .contains("takes too little of the request"),
        "{error}"
    );
    assert!(error.elapsed() < Duration::from_secs(40), "{error:#?}");
}
