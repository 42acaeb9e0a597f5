//! S3 in this process: all that needs a server that verifies signatures, but nothing installed.

mod checksums;
mod errors;
mod objects;
mod presigned;
mod signatures;

use std::collections::HashMap;
use std::error::Error;

use aws_operation::{
    ByteStream, Connector, EndpointUrl, Region, SdkClientConfig, StaticCredentials, aws_connector,
};
use quickstart::LocalS3;

type Outcome = Result<(), Box<dyn Error>>;

/// S3, as far as the tests need it.
#[aws_connector(service = "s3")]
mod s3 {
    use super::{ByteStream, HashMap};

    #[aws_operation]
    pub(crate) struct CreateBucketRequest<'a> {
        pub(crate) bucket: &'a str,
    }

    #[aws_operation]
    #[derive(Default)]
    pub(crate) struct PutObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) body: &'a [u8],
        pub(crate) content_type: Option<&'a str>,
        pub(crate) metadata: Option<HashMap<&'a str, &'a str>>,
    }

    #[aws_operation(operation = "PutObject", function = "upload")]
    pub(crate) struct UploadRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) body: ByteStream,
        pub(crate) checksum_algorithm: Option<ChecksumAlgorithm>,
    }

    #[aws_operation]
    #[derive(Default)]
    pub(crate) struct GetObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) range: Option<&'a str>,
    }

    #[aws_operation]
    pub(crate) struct HeadObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
    }

    #[aws_operation]
    #[derive(Default)]
    pub(crate) struct ListObjectsV2Request<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) prefix: Option<&'a str>,
        pub(crate) max_keys: Option<i32>,
        pub(crate) start_after: Option<&'a str>,
    }
}

const BUCKET: &str = "a-bucket";

/// A server with one empty bucket, and the way to call it.
struct Fixture {
    connector: Connector,
    config: SdkClientConfig,
    server: LocalS3,
}

impl Fixture {
    async fn start() -> Result<Self, Box<dyn Error>> {
        let server = LocalS3::start().await?;
        let config = SdkClientConfig::at(EndpointUrl::new(server.endpoint())?);
        let key = StaticCredentials::new(LocalS3::ACCESS_KEY_ID, LocalS3::SECRET_ACCESS_KEY);
        let connector = Connector::new(key, Region::EuWest1).client_config(&config);
        let request = s3::CreateBucketRequest { bucket: BUCKET };
        connector.call(&request).await?;
        Ok(Self {
            connector,
            config,
            server,
        })
    }

    async fn put(&self, key: &str, body: &[u8]) -> Outcome {
        let request = s3::PutObjectRequest {
            bucket: BUCKET,
            key,
            body,
            ..Default::default()
        };
        self.connector.call(&request).await?;
        Ok(())
    }

    async fn get(&self, key: &str) -> Result<Vec<u8>, Box<dyn Error>> {
        let request = s3::GetObjectRequest {
            bucket: BUCKET,
            key,
            range: None,
        };
        let object = self.connector.call(&request).await?;
        Ok(object.body.collect().await?.to_vec())
    }
}
