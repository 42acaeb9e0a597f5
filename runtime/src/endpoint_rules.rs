//! AWS's endpoint rule sets, at run time.
//!
//! The macro compiles a service's rule set into bytes, and this evaluates them. So a service costs
//! the user's crate one literal, however many rules it has, and nothing is read or parsed before a
//! call.
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>
//!
//! What the bytes say, with texts as their length in two bytes (the lower one first) and UTF-8:
//!
//! ```text
//! rule set    = slots parameter-count parameter* rule*
//! parameter   = name:text built-in:text required default
//! default     = '-' | 'F' | 'T' | '"' text
//! rule        = length:two-bytes condition-count condition* then
//! condition   = slot-or-255 expression
//! then        = 'E' endpoint | 'X' message:expression | 'R' rule*
//! endpoint    = url:expression auth-count auth* header-count header*
//! auth        = scheme:text name:optional region:optional set-count expression* single-encoding
//! optional    = '-' | expression
//! header      = name:text value:expression
//! expression  = '"' text | '$' slot | 'T' | 'F' | '%' count expression* | 'H'
//!             | '.' attribute:text expression | '[' index expression | function
//! ```
//!
//! `slot` holds the value of a parameter or of what a condition has assigned, parameters first. `%`
//! puts texts together, and `H` is the service's own first label. Functions are in
//! [`evaluate`](self::evaluate).

mod arn;
mod evaluate;
mod functions;
#[cfg(test)]
mod tests;
mod url;
mod value;

use std::borrow::Cow;

pub use evaluate::resolve;

/// A service's endpoint rules, as the macro compiles them.
#[derive(Debug)]
pub struct EndpointRules {
    /// The first label of the service's host, which rule sets that services share leave open.
    pub host: &'static str,
    /// The rule set.
    pub code: &'static [u8],
}

/// What a parameter of a rule set is for a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParameterValue<'v> {
    /// True or false.
    Boolean(bool),
    /// Text.
    Text(Cow<'v, str>),
    /// A list of texts.
    Texts(Vec<String>),
}

/// An endpoint, as the rules have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedEndpoint {
    /// Scheme, host and, where it has one, path.
    pub url: String,
    /// How to sign, first the best. Empty: as the service signs elsewhere.
    pub auth_schemes: Vec<EndpointAuth>,
    /// Headers that requests need there.
    pub headers: Vec<(&'static str, String)>,
}

/// How to sign for an endpoint; what is absent is as it is for the service elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndpointAuth {
    /// `sigv4`, `sigv4a` or `sigv4-s3express`.
    pub scheme: &'static str,
    /// The name to sign with.
    pub signing_name: Option<String>,
    /// The region to sign with.
    pub signing_region: Option<String>,
    /// The regions to sign with, of `sigv4a`.
    pub signing_region_set: Vec<String>,
    /// Whether the path is encoded once only.
    pub disable_double_encoding: bool,
}
