//! URLs, as far as rules look into them.
//! <https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html#parseurl-function>

use std::net::Ipv4Addr;

/// The parts of a URL.
pub(super) struct Url<'t> {
    scheme: &'t str,
    authority: &'t str,
    path: &'t str,
}

impl<'t> Url<'t> {
    /// `None` when it is no URL that requests could go to: of another scheme, without a host, or with
    /// a query.
    pub(super) fn parse(text: &'t str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(at);
        let is_http = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        (is_http && !authority.is_empty() && !path.contains(['?', '#'])).then_some(Self {
            scheme,
            authority,
            path,
        })
    }

    pub(super) fn part(&self, name: &str) -> Option<&'t str> {
        match name {
            "authority" => Some(self.authority),
            // A lone slash is how an empty path is written.
            "path" => Some(if self.path == "/" { "" } else { self.path }),
            "scheme" => Some(self.scheme),
            _ => None,
        }
    }

    /// The path with a slash at its end.
    pub(super) fn normalized_path(&self) -> String {
        let slash = if self.path.ends_with('/') { "" } else { "/" };
        format!("{}{slash}", self.path)
    }

    /// Whether the host is an address.
    pub(super) fn is_ip(&self) -> bool {
        let host = self.authority;
        host.starts_with('[')
            || host
                .rsplit_once(':')
                .map_or(host, |(host, _)| host)
                .parse::<Ipv4Addr>()
                .is_ok()
    }
}
