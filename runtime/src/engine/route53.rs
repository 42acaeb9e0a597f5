//! Route 53's ids: its answers say with each what it is the id of (`/hostedzone/Z1`), and its paths
//! take it without (`Z1`).

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::serde::SerdeError;

use crate::operation::Operation;

/// What an id can be of.
const KINDS: [&str; 3] = ["change", "delegationset", "hostedzone"];

/// Lets an id go back as it came, as AWS's own clients do. No id holds a slash of its own.
pub(super) fn trim_ids(operation: &Operation, request: &mut HttpRequest) -> Result<(), SerdeError> {
    if operation.service.name != "route53" || !request.uri().contains("%2F") {
        return Ok(());
    }
    let (path, query) = match request.uri().split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (request.uri(), None),
    };
    let mut uri = path.split('/').map(trim).collect::<Vec<_>>().join("/");
    if let Some(query) = query {
        uri.push('?');
        uri.push_str(query);
    }
    request
        .set_uri(uri)
        .map_err(|error| SerdeError::custom(error.to_string()))
}

/// The id in a segment of the path, where a slash of a label's is percent-encoded.
fn trim(segment: &str) -> &str {
    let id = segment.strip_prefix("%2F").unwrap_or(segment);
    KINDS
        .iter()
        .find_map(|kind| id.strip_prefix(kind)?.strip_prefix("%2F"))
        .unwrap_or(segment)
}

#[cfg(test)]
mod tests {
    use super::trim;

    #[test]
    fn an_id_loses_what_it_is_of() {
        assert_eq!(trim("%2Fhostedzone%2FZ1"), "Z1");
        assert_eq!(trim("change%2FC1"), "C1");
        assert_eq!(trim("%2Fdelegationset%2FN1"), "N1");
        for other in ["Z1", "hostedzone", "hostedzoneZ1", "%2Fother%2FZ1", ""] {
            assert_eq!(trim(other), other);
        }
    }
}
