//! What the tests of this workspace share.

mod tampering_proxy;

pub use tampering_proxy::TamperingProxy;
