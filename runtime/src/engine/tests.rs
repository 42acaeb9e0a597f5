//! Calls of hand-written operations through the whole engine, with an HTTP client that answers
//! from a list.

mod addressing;
mod answers;
mod checksums;
#[cfg(feature = "request-compression")]
mod compression;
mod connections;
mod discovery;
mod failures;
mod headers;
pub(in crate::engine) mod operations;
mod presigning;
mod retries;
mod secrecy;
mod server;
mod signatures;
mod spans;
mod streams;
mod tokens;
mod trailers;
mod validation;
mod vectors;

use crate::{Credentials, Region, StaticCredentials};

const REGION: Region = Region::EuWest1;

fn credentials() -> Credentials {
    StaticCredentials::new(
        "AKIAIOSFODNN7EXAMPLE",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    )
    .into()
}
