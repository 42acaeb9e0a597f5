//! Request bodies: hashed once, and out of sight.

use std::fmt::Write as _;

use aws_sigv4::http_request::SignableBody;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use sha2::{Digest, Sha256};

use crate::operation::Auth;

/// Makes the request's body ready to be sent, and tells how to sign it. `None` is for an empty
/// body, which the signer can see for itself.
///
/// The stock engine prints requests at TRACE, and a body that is in memory with them. One that
/// comes as a stream it does not print, so that is what every body becomes here; its hash, which
/// the signature covers, is taken before. Retries then do not take it again.
pub(crate) fn seal(request: &mut HttpRequest, auth: Auth) -> Option<SignableBody<'static>> {
    let body = std::mem::replace(request.body_mut(), SdkBody::empty());
    // https://www.rfc-editor.org/rfc/rfc9110#section-8.6: these say their length even if it is 0,
    // and S3 insists on it.
    let always = matches!(request.method(), "PATCH" | "POST" | "PUT");
    if let Some(length) = body.content_length().filter(|length| always || *length > 0)
        && request.headers().get("content-length").is_none()
    {
        request
            .headers_mut()
            .insert("content-length", length.to_string());
    }

    let Some(bytes) = body.bytes() else {
        *request.body_mut() = body;
        return Some(SignableBody::UnsignedPayload);
    };
    let payload = match auth {
        Auth::Bearer | Auth::None => None,
        Auth::SigV4 | Auth::SigV4OrBearer if bytes.is_empty() => None,
        Auth::SigV4 | Auth::SigV4OrBearer => Some(SignableBody::Precomputed(hex_sha256(bytes))),
        Auth::SigV4UnsignedPayload => Some(SignableBody::UnsignedPayload),
    };
    if !bytes.is_empty() {
        *request.body_mut() = SdkBody::retryable(move || {
            // What is in memory can always be cloned, and is not copied by it.
            SdkBody::from_body_1_x(body.try_clone().unwrap_or_else(SdkBody::taken))
        });
    }
    payload
}

fn hex_sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
