//! Bodies: their checksums, their compression, and those that are streams.

mod checksums;
mod compression;
mod downloads;
mod server;
mod uploads;

use aws_operation::{ByteStream, aws_connector};

/// S3, as far as the tests need it.
#[aws_connector(service = "s3")]
mod s3 {
    use super::ByteStream;

    #[aws_operation]
    pub(crate) struct PutObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) body: ByteStream,
        pub(crate) content_length: Option<i64>,
        pub(crate) checksum_algorithm: Option<ChecksumAlgorithm>,
    }

    #[aws_operation]
    pub(crate) struct GetObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
    }

    #[aws_operation]
    pub(crate) struct DeleteObjectsRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) delete: Delete,
    }
}

const GET: s3::GetObjectRequest<'_> = s3::GetObjectRequest {
    bucket: "bucket",
    key: "key",
};

fn put(body: ByteStream) -> s3::PutObjectRequest<'static> {
    s3::PutObjectRequest {
        bucket: "bucket",
        key: "key",
        body,
        content_length: None,
        checksum_algorithm: None,
    }
}
