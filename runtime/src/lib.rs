//! Runs AWS operations that the user's own structs name.

mod blob;
mod config;
mod credentials;
mod date_time;
mod document;
mod error;
mod operation;
#[doc(hidden)]
pub mod protocol;
mod region;
pub mod shape;

pub use blob::Blob;
pub use config::{
    BasicClientConfig, ClientConfig, EndpointFromData, EndpointUrl, InvalidClientConfig,
    InvalidEndpointUrl, RetryPolicy, SdkClientConfig,
};
pub use credentials::{Credentials, StaticCredentials, TemporaryCredentials};
pub use date_time::DateTime;
pub use document::Document;
pub use error::{Error, ErrorKind, Modeled, Sent};
pub use operation::{AbstractRequest, OperationError};
pub use region::{CustomRegion, InvalidRegion, Partition, Region};
