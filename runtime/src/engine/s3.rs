//! S3's addressing: the bucket in the host's name or in the path.
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html>

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use super::endpoint::Target;
use crate::operation::Operation;

/// Leaves the bucket in one place. The endpoint rules have put it into the endpoint, before its host
/// or into its path, and the request has it as the first segment of its own path.
///
/// # Errors
/// When what is left is no URI.
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
    if !has_bucket {
        return Ok(());
    }

    let uri = request.uri();
    let path = uri.strip_prefix('/').unwrap_or(uri);
    let (bucket, rest) = path.split_at(path.find(['/', '?']).unwrap_or(path.len()));
    if let Some(url) = target.url.strip_suffix(bucket)
        && let Some(url) = url.strip_suffix('/')
        && !url.ends_with('/')
    {
        target.url = url.to_owned();
        return Ok(());
    }
    let slash = if rest.starts_with('/') { "" } else { "/" };
    let moved = format!("{slash}{rest}");
    // What was a URI is one without its first segment, too.
    request.set_uri(moved).map_err(|error| error.to_string())
}
