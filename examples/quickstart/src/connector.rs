//! The connector: what we want from S3, and no more.

use aws_operation::{ByteStream, aws_connector};

/// S3, as far as this program needs it.
///
/// Each struct names an operation and the members of its input that we set. What AWS's model says
/// of them is checked while compiling; the functions (`create_bucket`, …), the responses, the
/// errors and the other types are made from it.
#[aws_connector(service = "s3")]
pub mod s3 {
    use super::ByteStream;

    #[aws_operation]
    pub struct CreateBucketRequest<'a> {
        pub bucket: &'a str,
        pub create_bucket_configuration: Option<CreateBucketConfiguration>,
    }

    #[aws_operation]
    pub struct PutObjectRequest<'a> {
        pub bucket: &'a str,
        pub key: &'a str,
        pub body: ByteStream,
    }

    #[aws_operation]
    pub struct ListObjectsV2Request<'a> {
        pub bucket: &'a str,
    }

    #[aws_operation]
    pub struct GetObjectRequest<'a> {
        pub bucket: &'a str,
        pub key: &'a str,
    }

    #[aws_operation]
    pub struct DeleteObjectRequest<'a> {
        pub bucket: &'a str,
        pub key: &'a str,
    }

    #[aws_operation]
    pub struct DeleteBucketRequest<'a> {
        pub bucket: &'a str,
    }
}
