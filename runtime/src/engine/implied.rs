//! What a request says of its body that the caller did not: how long it is, and of which kind.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct};

use super::member_values;
use crate::operation::Operation;

/// The headers that come from the body that is there, and from no member of the input. Whoever sends
/// a presigned request may have another body, and is not bound to them.
///
/// It is S3 that takes any body, so that for all others there is nothing to find.
pub(super) fn headers(
    operation: &Operation,
    input: &dyn SerializableStruct,
    request: &HttpRequest,
) -> Result<Vec<&'static str>, SerdeError> {
    let mut implied = Vec::new();
    if operation.service.signing_name != "s3" {
        return Ok(implied);
    }
    for name in ["content-length", "content-type"] {
        if request.headers().get(name).is_some() && !is_said(operation, input, name)? {
            implied.push(name);
        }
    }
    Ok(implied)
}

/// Whether the caller set the member that travels in this header.
fn is_said(
    operation: &Operation,
    input: &dyn SerializableStruct,
    header: &str,
) -> Result<bool, SerdeError> {
    let mut members = operation.input.members().iter();
    let member = members.find(|member| {
        let bound = member.http_header();
        bound.is_some_and(|bound| bound.value().eq_ignore_ascii_case(header))
    });
    let Some(name) = member.and_then(|member| member.member_name()) else {
        return Ok(false);
    };
    Ok(!member_values::texts(input, &[&[name]])?.is_empty())
}
