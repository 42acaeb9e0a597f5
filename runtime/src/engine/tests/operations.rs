//! Operations as the macro would emit them: one of SQS (awsJson), two of S3 (restXml).

mod error;
mod s3;
mod sqs;

use aws_smithy_schema::{Schema, ShapeType, shape_id};

pub(in crate::engine) use error::CallError;
pub(in crate::engine) use s3::{GetObject, PutObject};
pub(in crate::engine) use sqs::{
    BEARER, COMPRESSED, DISCOVERED, MD5, Otherwise, PUBLIC, SIGNED_OR_BEARER, UNSIGNED_PAYLOAD,
    VALIDATED, send_message,
};

const fn member(name: &'static str, index: usize) -> Schema<'static> {
    Schema::new_member(shape_id!("test", "Shape"), ShapeType::String, name, index)
}
