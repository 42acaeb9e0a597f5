//! The S3 server that the quickstart brings along, so that it needs neither an AWS account nor
//! anything installed. The tests of the workspace talk to it, too.

mod local_s3;

pub use local_s3::LocalS3;
