//! S3's addressing: the bucket in the host's name or in the path.
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html>

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use super::endpoint::Target;
use crate::operation::Operation;

/// Moves the bucket from the path into the host's name, where it can be there.
///
/// It stays in the path with an endpoint of the user's own, and when its name is no single label
/// of a host's name: a dot in it would not match AWS's certificates.
///
/// # Errors
/// When the bucket's name is of a kind that needs an endpoint of its own, in words for the user.
pub(crate) fn address(
    operation: &Operation,
    request: &mut HttpRequest,
    target: &mut Target,
) -> Result<(), String> {
    let has_bucket = operation.service.name == "s3"
        && operation
            .input
            .http()
            .is_some_and(|http| http.uri().starts_with("/{Bucket}"));
    if !has_bucket || target.custom {
        return Ok(());
    }

    let uri = request.uri();
    let path = uri.strip_prefix('/').unwrap_or(uri);
    let (bucket, rest) = path.split_at(path.find(['/', '?']).unwrap_or(path.len()));
    // A colon is percent-encoded in a path.
    if bucket.starts_with("arn%3A") || bucket.ends_with("--x-s3") {
        return Err(
            "access points and directory buckets are not supported; set `endpoint` in the \
                    client configuration to call one"
                .to_owned(),
        );
    }
    if !is_label(bucket) {
        return Ok(());
    }

    let slash = if rest.starts_with('/') { "" } else { "/" };
    let moved = format!("{slash}{rest}");
    target.put_before_host(&format!("{bucket}."));
    // What was a URI is one without its first segment, too.
    request.set_uri(moved).map_err(|error| error.to_string())
}

/// Whether the bucket's name is one label of a host's name, by S3's own rules: lower case only.
fn is_label(bucket: &str) -> bool {
    (3..=63).contains(&bucket.len())
        && bucket
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !bucket.starts_with('-')
        && !bucket.ends_with('-')
}
