//! The checksum of a request's body: in a header where the body is there, behind it where it comes
//! as a stream.

use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::base64;
use md5::{Digest, Md5};

use super::algorithm::Algorithm;
use super::trailer::TrailingChecksum;
use super::{Applied, HttpChecksum, header_of};
use crate::config::RequestChecksumCalculation;
use crate::engine::body::Sending;

/// Adds the checksum, unless the caller gave one, or wants none where the service does without.
///
/// # Errors
/// When the caller asks for an algorithm that is not computed here, or nobody knows how long a
/// stream is.
pub(super) fn apply(trait_: &HttpChecksum, sending: &mut Sending<'_>) -> Result<Applied, String> {
    let is_supported = trait_.request_algorithm_member.is_some();
    let is_required = trait_.request_checksum_required;
    if !(is_supported || is_required) || sending.request.headers().iter().any(is_checksum) {
        return Ok(Applied::default());
    }
    let header = header_of(sending.operation, trait_.request_algorithm_member);
    let named = header.and_then(|header| sending.request.headers().get(header));
    let calculation = sending.config.request_checksum_calculation();
    let algorithm = match named {
        Some(name) => Algorithm::of_name(name).ok_or_else(|| unknown(name))?,
        // What AWS's own SDKs take.
        None if is_required || calculation != Some(RequestChecksumCalculation::WhenRequired) => {
            Algorithm::Crc32
        }
        None => return Ok(Applied::default()),
    };
    if let Some(header) = header {
        let header = header.to_ascii_lowercase();
        sending
            .request
            .headers_mut()
            .insert(header, algorithm.name());
    }
    let Some(body) = sending.request.body().bytes() else {
        return trailing(algorithm, sending);
    };
    let checksum = algorithm.of(body);
    sending
        .request
        .headers_mut()
        .insert(algorithm.header(), checksum);
    Ok(Applied::default())
}

/// Has the checksum of a stream sent behind it.
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>
fn trailing(algorithm: Algorithm, sending: &mut Sending<'_>) -> Result<Applied, String> {
    let length = length(sending.request).ok_or(
        "the stream's checksum is sent with its length, which nobody knows; set \
         `content_length`, or give a stream that knows its own, as those of files do",
    )?;
    // TLS protects the body where there is any; else each of its chunks is signed.
    let signs_chunks = sending.is_signed && sending.is_plain_http;
    let trailing = TrailingChecksum::new(algorithm, length, signs_chunks);
    let payload = trailing.announce(sending.request);
    Ok(Applied {
        payload: Some(payload),
        request: Some(SharedInterceptor::new(trailing)),
        response: None,
    })
}

/// How long the body is.
fn length(request: &HttpRequest) -> Option<u64> {
    let given = request.headers().get("content-length");
    given.map_or_else(
        || request.body().content_length(),
        |given| given.parse().ok(),
    )
}

/// Adds `Content-MD5`, unless the caller gave a checksum.
/// <https://smithy.io/2.0/spec/http-bindings.html#httpchecksumrequired-trait>
pub(super) fn add_md5(request: &mut HttpRequest) -> Result<(), String> {
    let is_given = |(name, value): (&str, &str)| {
        is_checksum((name, value)) || name.eq_ignore_ascii_case("content-md5")
    };
    if request.headers().iter().any(is_given) {
        return Ok(());
    }
    let body = request.body().bytes().ok_or(
        "it needs the MD5 of its body, which is not computed of a stream; give the payload as \
         bytes, or set the checksum's own member",
    )?;
    let md5 = base64::encode(Md5::digest(body));
    request.headers_mut().insert("content-md5", md5);
    Ok(())
}

/// Whether the header is a checksum, and not something about one.
fn is_checksum((name, _): (&str, &str)) -> bool {
    let prefix = "x-amz-checksum-";
    name.get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
        && !["algorithm", "mode", "type"]
            .iter()
            .any(|end| name[prefix.len()..].eq_ignore_ascii_case(end))
}

fn unknown(algorithm: &str) -> String {
    let known: Vec<_> = Algorithm::ALL.map(Algorithm::name).into();
    format!(
        "a checksum of `{algorithm}` is not computed here; set the checksum's own member, or name \
         one of {}",
        known.join(", ")
    )
}
