//! Operations as the macro would emit them: one of SQS (awsJson), two of S3 (restXml).

mod error;
mod s3;
mod sqs;

pub(in crate::engine) use error::CallError;
pub(in crate::engine) use s3::{GetObject, PutObject};
pub(in crate::engine) use sqs::{
    BEARER, COMPRESSED, DISCOVERED, MD5, Otherwise, PUBLIC, SIGNED_OR_BEARER, UNSIGNED_PAYLOAD,
    VALIDATED, send_message,
};
