//! Headers of one's own.

use std::fmt;

use serde::{Deserializer, Serializer};

use super::{SdkClientConfig, absent};

/// Headers that requests have besides those that the service's model gives them: for a proxy, for
/// tracing, for a server of one's own. They are signed with the rest.
///
/// What a request says by itself stays as it is. Neither do they take the place of what the signature
/// or the transport need. They are not read from data: a header can change what a signed request
/// means.
///
/// ```
/// use aws_operation::{ExtraHeaders, SdkClientConfig};
///
/// let headers = ExtraHeaders::new().with("x-tenant", "7")?;
/// let config = SdkClientConfig::new().with_headers(headers);
/// # Ok::<(), aws_operation::InvalidHeader>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct ExtraHeaders(Vec<(String, String)>);

impl ExtraHeaders {
    /// No headers.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Sets a header.
    ///
    /// # Errors
    /// When the name or the value cannot be a header's, or when the header is one of those that
    /// signatures, retries and the transport write: `host`, `authorization`, `content-length`,
    /// `user-agent`, `x-amz-date`, …
    pub fn with(
        mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Result<Self, InvalidHeader> {
        let (mut name, value): (String, String) = (name.into(), value.into());
        name.make_ascii_lowercase();
        if http::HeaderName::from_bytes(name.as_bytes()).is_err() {
            return Err(InvalidHeader::Name);
        }
        if RESERVED.contains(&name.as_str()) {
            return Err(InvalidHeader::Reserved(name));
        }
        // Spaces at the ends would be signed, and be gone on the way.
        if value.trim() != value || http::HeaderValue::from_str(&value).is_err() {
            return Err(InvalidHeader::Value(name));
        }
        self.0.retain(|(known, _)| *known != name);
        self.0.push((name, value));
        Ok(self)
    }

    /// The headers: lower-case names, and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Adds what is not set here from `fallback`.
    #[must_use]
    pub fn or(mut self, fallback: &Self) -> Self {
        for (name, value) in &fallback.0 {
            if !self.0.iter().any(|(known, _)| known == name) {
                self.0.push((name.clone(), value.clone()));
            }
        }
        self
    }
}

/// What signatures, retries and the transport write.
const RESERVED: &[&str] = &[
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "x-amz-content-sha256",
    "x-amz-date",
    "x-amz-decoded-content-length",
    "x-amz-region-set",
    "x-amz-security-token",
    "x-amz-target",
    "x-amz-trailer",
    "x-amz-user-agent",
    "x-amz-x509",
    "x-amz-x509-chain",
];

/// The names only: the values may be secrets.
impl fmt::Debug for ExtraHeaders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.iter().map(|(name, _)| name))
            .finish()
    }
}

/// A header that cannot be set. Its value is not in here: it may be a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidHeader {
    /// The name has a character that names of headers do not have.
    Name,
    /// The header of this name is written by signatures, retries or the transport.
    Reserved(String),
    /// The value of the header of this name has a character that values do not have, or a space at
    /// an end.
    Value(String),
}

impl fmt::Display for InvalidHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => f.write_str("the name of a header has a character that none has"),
            Self::Reserved(name) => write!(
                f,
                "the header `{name}` is written by the signature, the retries or the transport"
            ),
            Self::Value(name) => write!(
                f,
                "the value of the header `{name}` has a character that none has, or a space at an end"
            ),
        }
    }
}

impl std::error::Error for InvalidHeader {}

impl SdkClientConfig {
    /// Sets headers that requests have besides their own. Those that are set here and in the next
    /// place of the order of precedence are put together.
    #[must_use]
    pub fn with_headers(mut self, headers: ExtraHeaders) -> Self {
        self.headers = headers;
        self
    }

    /// Headers that requests have besides their own.
    pub const fn headers(&self) -> &ExtraHeaders {
        &self.headers
    }
}

/// What is not read is not written either.
pub(super) fn serialize<S: Serializer>(_: &ExtraHeaders, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_none()
}

/// Reads headers' absence.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<ExtraHeaders, D::Error> {
    let none = absent::<ExtraHeaders, _>(
        from,
        "`headers` are not read from data, which could change what signed requests mean; set them in code, with `with_headers`",
    )?;
    Ok(none.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_headers_that_nobody_else_writes_can_be_set() {
        let headers = ExtraHeaders::new()
            .with("X-Tenant", "7")
            .and_then(|headers| headers.with("x-tenant", "8"))
            .and_then(|headers| headers.with("x-trace", "secret"))
            .expect("headers");
        let all: Vec<_> = headers.iter().collect();
        assert_eq!(all, [("x-tenant", "8"), ("x-trace", "secret")]);
        assert_eq!(format!("{headers:?}"), r#"["x-tenant", "x-trace"]"#);

        for (name, value) in [
            ("", "x"),
            ("x tenant", "x"),
            ("x-tenänt", "x"),
            ("Host", "x"),
            ("AUTHORIZATION", "x"),
            ("x-tenant", "secret\r\nx-other: 1"),
            ("x-tenant", " secret"),
        ] {
            let error = ExtraHeaders::new().with(name, value).expect_err(name);
            assert!(!error.to_string().contains("secret"), "{error}");
        }
    }

    #[test]
    fn headers_of_all_places_are_put_together() {
        let set =
            |name: &str, value: &str| ExtraHeaders::new().with(name, value).expect("a header");
        let both = set("a", "call").or(&set("a", "connector").or(&set("b", "connector")));
        assert_eq!(
            both.iter().collect::<Vec<_>>(),
            [("a", "call"), ("b", "connector")]
        );
    }

    #[test]
    fn data_does_not_set_headers() {
        let error = serde_json::from_str::<SdkClientConfig>(r#"{"headers": {"a": "b"}}"#);
        assert!(
            error
                .expect_err("refused")
                .to_string()
                .starts_with("`headers`")
        );
        let config = SdkClientConfig::new()
            .with_headers(ExtraHeaders::new().with("a", "secret").expect("a header"));
        let text = serde_json::to_string(&config).expect("text");
        assert!(!text.contains("secret"), "{text}");
        assert!(serde_json::from_str::<SdkClientConfig>(&text).is_ok());
    }
}
