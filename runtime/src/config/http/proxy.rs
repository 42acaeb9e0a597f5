//! What stands between here and the network.

use std::fmt;

use http::Uri;

/// The proxy that connections go through.
///
/// To `https` endpoints it is asked for a tunnel: it sees the host, and nothing of what goes there.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Proxy(Kind);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Kind {
    Direct,
    Environment,
    Through {
        /// No `Uri`: that has what constants may not borrow.
        url: Box<str>,
        user: Option<(String, String)>,
        except: Option<String>,
    },
}

impl Proxy {
    /// The proxy at this URL, for everything: `http://proxy.example.com:3128`.
    ///
    /// # Errors
    /// When it is no `http` or `https` URL of a host, or when there is a user's name in it: that
    /// belongs into [`with_basic_auth`](Self::with_basic_auth).
    pub fn new(url: &str) -> Result<Self, InvalidProxy> {
        let parsed: Uri = url.parse().map_err(|_| InvalidProxy("it is no URL"))?;
        let (Some("http" | "https"), Some(authority)) = (parsed.scheme_str(), parsed.authority())
        else {
            return Err(InvalidProxy("it is not of `http` or `https`"));
        };
        if authority.as_str().contains('@') {
            return Err(InvalidProxy(
                "the user's name belongs into `with_basic_auth`",
            ));
        }
        if authority.host().is_empty() {
            return Err(InvalidProxy("it has no host"));
        }
        Ok(Self(Kind::Through {
            url: url.into(),
            user: None,
            except: None,
        }))
    }

    /// No proxy, whatever the environment says.
    pub const fn direct() -> Self {
        Self(Kind::Direct)
    }

    /// The proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name. It is what counts where nothing
    /// is set, but here for this computer, too.
    pub const fn from_env() -> Self {
        Self(Kind::Environment)
    }

    /// Sets what the proxy wants to know of its users.
    #[must_use]
    pub fn with_basic_auth(mut self, name: impl Into<String>, password: impl Into<String>) -> Self {
        if let Kind::Through { user, .. } = &mut self.0 {
            *user = Some((name.into(), password.into()));
        }
        self
    }

    /// Sets where it is not used: hosts, domains and networks with commas between them, as in
    /// `NO_PROXY`.
    #[must_use]
    pub fn except(mut self, hosts: impl Into<String>) -> Self {
        if let Kind::Through { except, .. } = &mut self.0 {
            *except = Some(hosts.into());
        }
        self
    }

    /// As the HTTP client takes it.
    pub(crate) fn to_client(&self) -> aws_smithy_http_client::proxy::ProxyConfig {
        use aws_smithy_http_client::proxy::ProxyConfig;

        match &self.0 {
            Kind::Direct => ProxyConfig::disabled(),
            Kind::Environment => ProxyConfig::from_env(),
            Kind::Through { url, user, except } => {
                let mut proxy = ProxyConfig::all(&**url)
                    .expect("BUG: the URL was checked by the same rules in `new`");
                if let Some((name, password)) = user {
                    proxy = proxy.with_basic_auth(name, password);
                }
                match except {
                    Some(hosts) => proxy.no_proxy(hosts),
                    None => proxy,
                }
            }
        }
    }
}

/// Shows where it is. The user's password is not shown.
impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Direct => f.write_str("Proxy(direct)"),
            Kind::Environment => f.write_str("Proxy(environment)"),
            Kind::Through { url, .. } => write!(f, "Proxy({url})"),
        }
    }
}

/// A text that is not the URL of a proxy. The text itself is not in here: it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidProxy(&'static str);

impl fmt::Display for InvalidProxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "this is not the URL of a proxy, for example `http://proxy.example.com:3128`: {}",
            self.0
        )
    }
}

impl std::error::Error for InvalidProxy {}
