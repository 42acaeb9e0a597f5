//! Makes a request one that somebody else can send: in their own way, and with a URL alone where that
//! is possible.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use sha2::{Digest, Sha256};

use crate::config::{RequestChecksumCalculation, SdkClientConfig};
use crate::engine::body::Sending;
use crate::engine::glacier;
use crate::hex::hex;
use crate::operation::Operation;

/// Takes out of a request what whoever sends it says in their own way, and adds what the service
/// wants to know of a body that is at hand. `implied` are the headers that only this body has.
///
/// # Errors
/// In words for the user: when a checksum is asked for that cannot be made.
pub(super) fn make_portable(
    operation: &'static Operation,
    config: &SdkClientConfig,
    request: &mut HttpRequest,
    implied: &[&str],
) -> Result<(), String> {
    for name in implied {
        request.headers_mut().remove(*name);
    }
    if operation.service.signing_name != "s3" {
        // The body is signed, and has no other length.
        request.headers_mut().remove("content-length");
    }
    hoist_checksum_mode(request);
    move_form(request);
    describe_body(operation, config, request)
}

/// Puts the one header of S3's that the signer leaves out of URLs into the query, where S3 takes it as
/// well: <https://github.com/aws/aws-sdk-go-v2/pull/3530>
fn hoist_checksum_mode(request: &mut HttpRequest) {
    const HEADER: &str = "x-amz-checksum-mode";
    // It is `ENABLED`, and nothing else, in all of S3's models.
    let is_plain = |mode: &String| mode.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let mode = request.headers().get(HEADER).map(str::to_owned);
    if let Some(mode) = mode.filter(is_plain)
        && add_to_query(request, &format!("{HEADER}={mode}"))
    {
        request.headers_mut().remove(HEADER);
    }
}

/// Moves a form into the query, so that a URL is all there is to give away. Services of this protocol
/// take it there, too. One that is too long for a URL stays where it is.
fn move_form(request: &mut HttpRequest) {
    let is_form = request
        .headers()
        .get("content-type")
        .is_some_and(|content| content.starts_with("application/x-www-form-urlencoded"));
    let form = request
        .body()
        .bytes()
        .and_then(|body| std::str::from_utf8(body).ok());
    let Some(form) = form.filter(|_| is_form && request.method() == "POST") else {
        return;
    };
    let form = form.to_owned();
    if add_to_query(request, &form) && request.set_method("GET").is_ok() {
        request.headers_mut().remove("content-type");
        *request.body_mut() = Vec::new().into();
    }
}

/// Whether it fits in there.
fn add_to_query(request: &mut HttpRequest, parameters: &str) -> bool {
    let mark = if request.uri().contains('?') {
        '&'
    } else {
        '?'
    };
    let uri = format!("{}{mark}{parameters}", request.uri());
    request.set_uri(uri).is_ok()
}

/// Adds the checksums that the service insists on, or that the caller asked for. By default there are
/// none, since S3 takes any body.
fn describe_body(
    operation: &'static Operation,
    config: &SdkClientConfig,
    request: &mut HttpRequest,
) -> Result<(), String> {
    let bytes = request.body().bytes().filter(|bytes| !bytes.is_empty());
    let Some(bytes) = bytes else {
        let headers = request.headers();
        let is_asked_for = headers.get("x-amz-sdk-checksum-algorithm").is_some();
        let is_there = |(name, _): (&str, &str)| name.starts_with("x-amz-checksum-");
        if is_asked_for && !headers.iter().any(is_there) {
            return Err(
                "it asks for a checksum of a body that is not at hand; give the body as bytes, \
                 or the checksum itself, or leave out `checksum_algorithm`"
                    .to_owned(),
            );
        }
        return Ok(());
    };
    if operation.service.name == "glacier" {
        let hash = hex(Sha256::digest(bytes));
        let tree_hash = glacier::tree_hash(operation, request).map(|mut tree| {
            tree.update(bytes);
            hex(tree.finish())
        });
        let headers = request.headers_mut();
        // https://docs.aws.amazon.com/amazonglacier/latest/dev/api-common-request-headers.html
        headers.insert("x-amz-content-sha256", hash);
        if let Some(tree_hash) = tree_hash {
            headers.insert(glacier::TREE_HASH, tree_hash);
        }
    }
    if let Some(checksum) = &operation.checksum {
        let when_required = RequestChecksumCalculation::WhenRequired;
        checksum.apply(&mut Sending {
            operation,
            config: &config
                .clone()
                .with_request_checksum_calculation(when_required),
            request,
            is_signed: true,
            is_plain_http: false,
        })?;
    }
    Ok(())
}
