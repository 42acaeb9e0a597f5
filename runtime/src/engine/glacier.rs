//! Glacier's uploads, which it takes only with a hash of the whole body and one of its parts.
//! <https://docs.aws.amazon.com/amazonglacier/latest/dev/checksum-calculations.html>

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::Schema;
use sha2::{Digest, Sha256};

use crate::operation::Operation;

/// The header for the hash of the parts.
pub(super) const TREE_HASH: &str = "x-amz-sha256-tree-hash";

/// Whether a request is an upload. Another one has the header, too: it ends an upload in parts.
fn is_upload(operation: &Operation) -> bool {
    let members = operation.input.members();
    let has_header = |member: &&Schema<'_>| {
        let header = member.http_header();
        header.is_some_and(|header| header.value() == TREE_HASH)
    };
    operation.service.name == "glacier"
        && members.iter().any(has_header)
        && members.iter().any(|member| member.http_payload().is_some())
}

/// What takes the hash of the parts, if the request wants one and has none.
pub(super) fn tree_hash(operation: &Operation, request: &HttpRequest) -> Option<TreeHash> {
    let is_wanted = is_upload(operation) && request.headers().get(TREE_HASH).is_none();
    is_wanted.then(TreeHash::default)
}

/// Checks that the hashes can be taken before the body is sent.
///
/// # Errors
/// In words for the user.
pub(super) fn check_body(operation: &Operation, request: &HttpRequest) -> Result<(), String> {
    if is_upload(operation) && request.body().try_clone().is_none() {
        return Err(
            "Glacier wants the hash of an archive before the archive, so it is read twice, and \
             this stream can be read only once; make it of bytes or of a file"
                .to_owned(),
        );
    }
    Ok(())
}

/// A tree of hashes, whose leaves are those of every MiB.
#[derive(Default)]
pub(super) struct TreeHash<const LEAF_BYTES: usize = { 1024 * 1024 }> {
    leaf: Sha256,
    /// How much of the leaf there is.
    bytes: usize,
    /// The hashes that wait for a right neighbour: of 2ⁿ leaves each, n becoming smaller.
    waiting: Vec<(u32, Hash)>,
}

type Hash = [u8; 32];

impl<const LEAF_BYTES: usize> TreeHash<LEAF_BYTES> {
    pub(super) fn update(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            if self.bytes == LEAF_BYTES {
                self.end_leaf();
            }
            let (now, later) = bytes.split_at(bytes.len().min(LEAF_BYTES - self.bytes));
            self.leaf.update(now);
            self.bytes += now.len();
            bytes = later;
        }
    }

    fn end_leaf(&mut self) {
        let mut height = 0;
        let mut hash: Hash = self.leaf.finalize_reset().into();
        self.bytes = 0;
        while let Some((_, left)) = self.waiting.pop_if(|(waiting, _)| *waiting == height) {
            hash = pair(left, hash);
            height += 1;
        }
        self.waiting.push((height, hash));
    }

    /// The root. What has no neighbour goes up as it is.
    pub(super) fn finish(mut self) -> Hash {
        self.end_leaf();
        let mut waiting = self.waiting.into_iter().rev().map(|(_, hash)| hash);
        let last = waiting.next().unwrap_or_default();
        waiting.fold(last, |right, left| pair(left, right))
    }
}

fn pair(left: Hash, right: Hash) -> Hash {
    Sha256::new()
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAF_BYTES: usize = 4;

    /// AWS's definition, word by word.
    fn plainly(bytes: &[u8]) -> Hash {
        let leaves = bytes.chunks(LEAF_BYTES);
        let mut row: Vec<Hash> = leaves.map(|leaf| Sha256::digest(leaf).into()).collect();
        while row.len() > 1 {
            let pairs = row.chunks(2);
            row = pairs
                .map(|neighbours| match *neighbours {
                    [left, right] => pair(left, right),
                    _ => neighbours[0],
                })
                .collect();
        }
        row[0]
    }

    #[test]
    fn the_root_is_that_of_the_definition() {
        let bytes: Vec<u8> = (0..70).collect();
        for length in 1..bytes.len() {
            for part in 1..9 {
                let mut tree = TreeHash::<LEAF_BYTES>::default();
                for part in bytes[..length].chunks(part) {
                    tree.update(part);
                }
                assert_eq!(tree.finish(), plainly(&bytes[..length]), "{length} bytes");
            }
        }
    }

    #[test]
    fn nothing_has_the_hash_of_nothing() {
        let hash = TreeHash::<LEAF_BYTES>::default().finish();
        assert_eq!(hash, <Hash>::from(Sha256::digest([])));
    }
}
