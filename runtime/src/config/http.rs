//! How connections are made and kept.

mod proxy;
mod roots;
#[cfg(test)]
mod tests;

use std::num::NonZeroU32;
use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize};

use super::{InvalidClientConfig, SdkClientConfig, absent, duration_text, is_zero, nothing};

pub use proxy::{InvalidProxy, Proxy};
pub use roots::{InvalidRootCertificates, RootCertificates};

/// How connections are made and kept.
///
/// Calls with equal settings share their connections. Settings that need connections of their own
/// (all but the first two) get them; of the many that a program may think of, the 16 that were used
/// last keep theirs.
///
/// ```
/// use std::time::Duration;
///
/// use aws_operation::{HttpConfig, Proxy, SdkClientConfig};
///
/// const PATIENT: HttpConfig = HttpConfig::new().with_read_timeout(Duration::from_secs(300));
/// let behind = PATIENT.with_proxy(Proxy::new("http://proxy.example.com:3128")?);
/// let config = SdkClientConfig::new().with_http(behind);
/// # Ok::<(), aws_operation::InvalidProxy>(())
/// ```
///
/// As data, timeouts are text such as `15m`. A proxy and certificates are not read from data: who
/// controls them can listen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HttpConfig {
    #[serde(with = "duration_text")]
    connect_timeout: Option<Duration>,
    #[serde(with = "duration_text")]
    read_timeout: Option<Duration>,
    #[serde(with = "duration_text")]
    pool_idle_timeout: Option<Duration>,
    max_connections_per_host: Option<NonZeroU32>,
    #[serde(with = "duration_text")]
    tcp_keep_alive: Option<Duration>,
    #[serde(serialize_with = "nothing", deserialize_with = "no_proxy")]
    proxy: Option<Proxy>,
    #[serde(serialize_with = "nothing", deserialize_with = "no_certificates")]
    root_certificates: Option<RootCertificates>,
}

impl HttpConfig {
    /// Settings of which none is set.
    pub const fn new() -> Self {
        Self {
            connect_timeout: None,
            read_timeout: None,
            pool_idle_timeout: None,
            max_connections_per_host: None,
            tcp_keep_alive: None,
            proxy: None,
            root_certificates: None,
        }
    }

    /// Sets how long making a connection may take, TLS included. Unset, it is 3.1 seconds.
    #[must_use]
    pub const fn with_connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// Sets how long an answer may take to begin, sending the request included. Unset, it is a minute:
    /// more for uploads, for operations that take longer by AWS's own words, such as Lambda's
    /// `Invoke`, and where a longer `timeout` or `attempt_timeout` is set.
    #[must_use]
    pub const fn with_read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = Some(timeout);
        self
    }

    /// Sets how long a connection is kept that nobody uses. Unset, it is 90 seconds.
    #[must_use]
    pub const fn with_pool_idle_timeout(mut self, timeout: Duration) -> Self {
        self.pool_idle_timeout = Some(timeout);
        self
    }

    /// Sets how many connections there are to one host at a time; calls wait for one. Unset, there
    /// are as many as there are calls.
    #[must_use]
    pub const fn with_max_connections_per_host(mut self, most: NonZeroU32) -> Self {
        self.max_connections_per_host = Some(most);
        self
    }

    /// Sets how long a connection is silent before the operating system asks whether the other side
    /// is still there. Unset, it is a minute: routers forget silent connections after some.
    #[must_use]
    pub const fn with_tcp_keep_alive(mut self, silence: Duration) -> Self {
        self.tcp_keep_alive = Some(silence);
        self
    }

    /// Sets the proxy. Unset, it is the one that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name; and
    /// none on the way to this computer.
    #[must_use]
    pub fn with_proxy(mut self, proxy: Proxy) -> Self {
        self.proxy = Some(proxy);
        self
    }

    /// Sets certificates of authorities that are trusted beside those of the operating system: for an
    /// endpoint of one's own, or a proxy that looks into TLS.
    #[must_use]
    pub fn with_root_certificates(mut self, certificates: RootCertificates) -> Self {
        self.root_certificates = Some(certificates);
        self
    }

    /// How long making a connection may take.
    pub const fn connect_timeout(&self) -> Option<Duration> {
        self.connect_timeout
    }

    /// How long an answer may take to begin.
    pub const fn read_timeout(&self) -> Option<Duration> {
        self.read_timeout
    }

    /// How long a connection is kept that nobody uses.
    pub const fn pool_idle_timeout(&self) -> Option<Duration> {
        self.pool_idle_timeout
    }

    /// How many connections there are to one host at a time.
    pub const fn max_connections_per_host(&self) -> Option<NonZeroU32> {
        self.max_connections_per_host
    }

    /// How long a connection is silent before the operating system asks.
    pub const fn tcp_keep_alive(&self) -> Option<Duration> {
        self.tcp_keep_alive
    }

    /// The proxy.
    pub const fn proxy(&self) -> Option<&Proxy> {
        self.proxy.as_ref()
    }

    /// Certificates that are trusted beside those of the operating system.
    pub const fn root_certificates(&self) -> Option<&RootCertificates> {
        self.root_certificates.as_ref()
    }

    /// Fills what is unset here from `fallback`.
    #[must_use]
    pub fn or(self, fallback: &Self) -> Self {
        Self {
            connect_timeout: self.connect_timeout.or(fallback.connect_timeout),
            read_timeout: self.read_timeout.or(fallback.read_timeout),
            pool_idle_timeout: self.pool_idle_timeout.or(fallback.pool_idle_timeout),
            max_connections_per_host: self
                .max_connections_per_host
                .or(fallback.max_connections_per_host),
            tcp_keep_alive: self.tcp_keep_alive.or(fallback.tcp_keep_alive),
            proxy: self.proxy.or_else(|| fallback.proxy.clone()),
            root_certificates: self
                .root_certificates
                .or_else(|| fallback.root_certificates.clone()),
        }
    }

    /// Whether a time is zero.
    pub(super) const fn check(&self) -> Result<(), InvalidClientConfig> {
        if is_zero(self.connect_timeout) {
            Err(zero!("http.connect_timeout"))
        } else if is_zero(self.read_timeout) {
            Err(zero!("http.read_timeout"))
        } else if is_zero(self.pool_idle_timeout) {
            Err(zero!("http.pool_idle_timeout"))
        } else if is_zero(self.tcp_keep_alive) {
            Err(zero!("http.tcp_keep_alive"))
        } else {
            Ok(())
        }
    }

    /// The same without what belongs to a call, and not to its connection.
    pub(crate) fn of_connections(&self) -> Self {
        Self {
            connect_timeout: None,
            read_timeout: None,
            ..self.clone()
        }
    }
}

impl SdkClientConfig {
    /// Sets how connections are made and kept.
    #[must_use]
    pub fn with_http(mut self, http: HttpConfig) -> Self {
        self.http = http;
        self
    }

    /// How connections are made and kept.
    pub const fn http(&self) -> &HttpConfig {
        &self.http
    }
}

/// Reads a proxy's absence.
fn no_proxy<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Proxy>, D::Error> {
    absent(
        deserializer,
        "`proxy` is not read from data, which could make requests pass by somebody; set it in code, with `with_proxy`",
    )
}

/// Reads certificates' absence.
fn no_certificates<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<RootCertificates>, D::Error> {
    absent(
        deserializer,
        "`root_certificates` are not read from data, which could make anybody trusted; set them in code, with `with_root_certificates`",
    )
}
