//! `DescribeEndpoints`, by whatever name: what is asked, and what is told.

use std::sync::Arc;
use std::time::Duration;

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::{
    SerdeError, SerializableStruct, ShapeDeserializer, ShapeSerializer,
};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;

use crate::config::SdkClientConfig;
use crate::engine::Prepared;
use crate::error::Error;
use crate::operation::{Operation, Service};
use crate::protocol::Protocol;
use crate::schema::LazySchema;

/// How long the answer may take. It is for every call that waits for it, so that it is none of
/// theirs that limits it.
const TIMEOUT: Duration = Duration::from_secs(30);

/// What was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// Where to call.
    pub(super) url: Arc<str>,
    /// How long that holds.
    pub(super) holds: Duration,
}

pub(super) const fn operation(
    service: &'static Service,
    name: &'static str,
    protocol: fn() -> &'static Protocol,
) -> Operation {
    Operation::new(service, name, protocol, &INPUT, || &OUTPUT)
}

/// Asks with the same credentials in the same region.
pub(super) fn ask(
    prepared: &Prepared,
    describe: &'static Operation,
) -> BoxFuture<'static, Result<Told, Error>> {
    let config = SdkClientConfig::new().with_timeout(TIMEOUT);
    let question = prepared.beside(describe, config, &Nothing);
    async {
        let answer = question.send(None).await.map_err(|failure| failure.error)?;
        let told = answer.reader().and_then(|mut reader| read(&mut *reader));
        told.map_err(|reason| answer.unreadable(reason))
    }
    .boxed()
}

/// Reads the first endpoint: services send one.
fn read(reader: &mut dyn ShapeDeserializer) -> Result<Told, SerdeError> {
    let (mut address, mut minutes) = (None, None);
    let mut endpoint = |member: &Schema<'_>, reader: &mut dyn ShapeDeserializer| {
        match member.member_index() {
            Some(0) if address.is_none() => address = Some(reader.read_string(member)?),
            Some(1) if minutes.is_none() => minutes = Some(reader.read_long(member)?),
            _ => {}
        }
        Ok(())
    };
    reader.read_struct(&OUTPUT, &mut |member, reader| {
        if member.member_index() != Some(0) {
            return Ok(());
        }
        reader.read_list(member, &mut |reader| {
            reader.read_struct(&ENDPOINT, &mut endpoint)
        })
    })?;
    let url = address
        .as_deref()
        .and_then(url)
        .ok_or_else(|| SerdeError::invalid_input("there is no host in it to call"))?;
    let minutes = u64::try_from(minutes.unwrap_or_default()).unwrap_or_default();
    Ok(Told {
        url,
        holds: Duration::from_secs(minutes.saturating_mul(60)),
    })
}

/// The URL of a host, which services send without a scheme. Whatever else they send is none.
fn url(address: &str) -> Option<Arc<str>> {
    let host = address.strip_prefix("https://").unwrap_or(address);
    let is_host = host.starts_with(|first: char| first.is_ascii_alphanumeric())
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
    is_host.then(|| format!("https://{host}").into())
}

/// The input, which has no members.
struct Nothing;

impl SerializableStruct for Nothing {
    fn schema(&self) -> &Schema<'_> {
        &INPUT
    }

    fn serialize_members(&self, _to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        Ok(())
    }
}

static INPUT: LazySchema = LazySchema::new("Structure aws#DescribeEndpointsRequest");
static OUTPUT: LazySchema = LazySchema::new(
    "Structure aws#DescribeEndpointsResponse
 List Endpoints
  Structure member",
);
static ENDPOINT: LazySchema = LazySchema::new(
    "Structure aws#Endpoint
 String Address
 Long CachePeriodInMinutes",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_and_nothing_else() {
        for address in [
            "cell-1.timestream.amazonaws.com",
            "https://cell-1.timestream.amazonaws.com",
        ] {
            assert_eq!(
                url(address).as_deref(),
                Some("https://cell-1.timestream.amazonaws.com")
            );
        }
        for address in [
            "",
            ".",
            "http://cell",
            "cell/path",
            "cell:80",
            "user@cell",
            "cell?",
            "c\n",
        ] {
            assert_eq!(url(address), None, "{address:?}");
        }
    }
}
