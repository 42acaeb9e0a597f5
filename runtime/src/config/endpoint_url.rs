//! Where calls go instead of the service's own endpoint.

mod check;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use check::{Fault, check, leads_here};

/// The URL of an endpoint: an emulator, a self-hosted service, a VPC endpoint.
///
/// `https`, and plain `http` to this computer (`localhost`, `127.0.0.0/8`, `[::1]`): signed
/// requests on an open line can be read by everyone on it. For the rest there is
/// [`insecure_http`](Self::insecure_http). A path is put before every request's path.
///
/// It cannot be deserialised: who controls a URL controls where the signed requests and their
/// bodies go. [`EndpointFromData`] is for data that you trust that far.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EndpointUrl(Cow<'static, str>);

impl EndpointUrl {
    /// Reads a URL.
    ///
    /// # Errors
    /// When it is not the URL of an endpoint, or plain `http` to another computer.
    pub fn new(url: impl Into<Cow<'static, str>>) -> Result<Self, InvalidEndpointUrl> {
        let url = url.into();
        match check(url.as_bytes(), false) {
            None => Ok(Self(url)),
            Some(fault) => Err(InvalidEndpointUrl { fault }),
        }
    }

    /// Reads a URL that may be plain `http` to any computer.
    ///
    /// Signed requests sent there can be read by others on the line, and answered by them.
    ///
    /// # Errors
    /// When it is not the URL of an endpoint.
    pub fn insecure_http(url: impl Into<Cow<'static, str>>) -> Result<Self, InvalidEndpointUrl> {
        let url = url.into();
        match check(url.as_bytes(), true) {
            None => Ok(Self(url)),
            Some(fault) => Err(InvalidEndpointUrl { fault }),
        }
    }

    /// A URL that stands in the program, for constants.
    ///
    /// # Panics
    /// Where [`new`](Self::new) fails. In a constant that is an error of the compiler.
    pub const fn from_static(url: &'static str) -> Self {
        match check(url.as_bytes(), false) {
            None => Self(Cow::Borrowed(url)),
            Some(fault) => panic!("{}", fault.text()),
        }
    }

    /// The URL as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is on this computer.
    pub(crate) fn is_loopback(&self) -> bool {
        leads_here(self.0.as_bytes())
    }
}

/// A text that is not the URL of an endpoint. The text itself is not in here: it may hold a
/// password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidEndpointUrl {
    fault: Fault,
}

impl fmt::Display for InvalidEndpointUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.fault.text())
    }
}

impl std::error::Error for InvalidEndpointUrl {}

impl AsRef<str> for EndpointUrl {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for EndpointUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for EndpointUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for EndpointUrl {
    type Err = InvalidEndpointUrl;

    fn from_str(url: &str) -> Result<Self, Self::Err> {
        Self::new(url.to_owned())
    }
}

impl Serialize for EndpointUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// An endpoint that is read from data: a settings file of yours, not a request from outside.
///
/// Whoever writes the data decides where signed requests go. The rules of [`EndpointUrl::new`]
/// hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct EndpointFromData(EndpointUrl);

impl<'de> Deserialize<'de> for EndpointFromData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let url = String::deserialize(deserializer)?;
        EndpointUrl::new(url)
            .map(Self)
            .map_err(serde::de::Error::custom)
    }
}

impl From<EndpointFromData> for EndpointUrl {
    fn from(endpoint: EndpointFromData) -> Self {
        endpoint.0
    }
}
