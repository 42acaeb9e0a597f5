//! AWS's service models as data.

mod endpoint;
mod error;
#[expect(clippy::too_many_lines, reason = "one arm for each service")]
#[rustfmt::skip] // One line for each service, as `cargo xtask catalog` writes it.
mod generated;
mod index;
mod line;
mod metadata;
mod operation;
mod partitions;
mod print;
mod service;
mod shape;
mod traits;

use std::sync::OnceLock;

pub use endpoint::{Endpoint, EndpointAuth, Endpoints};
pub use error::Error;
pub use metadata::{ContextType, Metadata, Protocol};
pub use operation::{
    Acceptor, AuthScheme, Comparator, ContextValue, Http, HttpChecksum, Matcher, Operation,
    Paginator, Waiter, WaiterState,
};
pub use partitions::{Partition, PartitionRegion, partitions};
pub use service::Service;
pub use shape::{Member, Shape, ShapeKind};
pub use traits::{
    AwsQueryError, Deprecated, Fault, HttpBinding, Length, Range, TimestampFormat, Traits,
    XmlNamespace,
};

/// The service that AWS calls so (`events`), or whose Rust SDK crate is called so (`eventbridge`).
///
/// Read once per process: its metadata now, its operations and shapes when they are asked for.
#[expect(clippy::missing_panics_doc, reason = "a test reads every file")]
pub fn service(name: &str) -> Option<&'static Service<'static>> {
    static CACHE: [OnceLock<Service<'static>>; generated::NAMES.len()] =
        [const { OnceLock::new() }; generated::NAMES.len()];

    // AWS's names are sorted; only 26 services have another one in the Rust SDK.
    let at = generated::NAMES
        .binary_search_by(|(aws, _)| (*aws).cmp(name))
        .ok();
    let at = at.or_else(|| generated::NAMES.iter().position(|(_, sdk)| *sdk == name))?;
    Some(CACHE[at].get_or_init(|| {
        Service::index(generated::text(at)).expect("BUG: the catalog's tests read every file")
    }))
}

/// Every name that [`service`] takes: AWS's, sorted, and behind each the Rust SDK's where it is another.
pub fn service_names() -> impl Iterator<Item = &'static str> {
    generated::NAMES
        .iter()
        .flat_map(|(aws, sdk)| std::iter::once(*aws).chain((aws != sdk).then_some(*sdk)))
}
