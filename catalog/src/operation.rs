//! An operation as values.

mod print;
mod read;

use crate::traits::Deprecated;

pub(crate) use read::read;

/// An operation of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a trait of its own in Smithy"
)]
pub struct Operation<'t> {
    /// The name that the SDKs use.
    pub name: &'t str,
    /// The name on the wire. `CreateDistribution` of `cloudfront` is `CreateDistribution2020_05_31` there.
    pub wire_name: &'t str,
    /// `http`: method, path and status.
    pub http: Http<'t>,
    /// The structure that a request holds; `None` when there is nothing to say.
    pub input: Option<&'t str>,
    /// The structure that an answer holds.
    pub output: Option<&'t str>,
    /// The structures of the errors that the model lists.
    pub errors: Vec<&'t str>,
    /// `auth`: the schemes that this operation takes, first the best. Empty: those of the service.
    pub auth: Vec<AuthScheme>,
    /// `unsignedPayload`: the body is left out of the signature.
    pub unsigned_payload: bool,
    /// `endpoint`: goes before the host; holds `{Member}` where a host label is to be filled in.
    pub host_prefix: Option<&'t str>,
    /// `httpChecksum`.
    pub http_checksum: Option<HttpChecksum<'t>>,
    /// `httpChecksumRequired`: the request needs a checksum of its body.
    pub http_checksum_required: bool,
    /// `requestCompression`: the encodings that the service takes. Empty: none.
    pub request_compression: Vec<&'t str>,
    /// `idempotent`.
    pub idempotent: bool,
    /// `readonly`.
    pub readonly: bool,
    /// `clientDiscoveredEndpoint`: the endpoint comes from another operation. True when it must.
    pub discovered_endpoint: Option<bool>,
    /// `staticContextParams`: endpoint parameters with the value that this operation gives them.
    pub static_context_params: Vec<(&'t str, ContextValue<'t>)>,
    /// `operationContextParams`: endpoint parameters with the `JMESPath` expression over the input that gives their value.
    pub operation_context_params: Vec<(&'t str, &'t str)>,
    /// `deprecated`.
    pub deprecated: Option<Deprecated<'t>>,
    /// `paginated`.
    pub paginator: Option<Paginator<'t>>,
    /// `waitable`.
    pub waiters: Vec<Waiter<'t>>,
}

/// `http`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Http<'t> {
    /// The method, in capitals.
    pub method: &'t str,
    /// The path and the literal query, with `{label}` and `{greedy+}`.
    pub uri: &'t str,
    /// The status of success; `None` when the model does not say, which means 200.
    pub response_code: Option<u16>,
}

impl Http<'_> {
    /// What every operation of the protocols without HTTP bindings has.
    pub const POST: Self = Self {
        method: "POST",
        uri: "/",
        response_code: None,
    };
}

/// How a request proves who sends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthScheme {
    /// `httpBearerAuth`.
    HttpBearer,
    /// Not at all.
    NoAuth,
    /// `aws.auth#sigv4`.
    SigV4,
    /// `aws.auth#sigv4a`.
    SigV4a,
}

/// `httpChecksum`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HttpChecksum<'t> {
    /// The input's member that names the algorithm of the request's checksum.
    pub request_algorithm_member: Option<&'t str>,
    /// The request needs a checksum.
    pub request_checksum_required: bool,
    /// The input's member that asks for the answer to be checked.
    pub request_validation_mode_member: Option<&'t str>,
    /// The algorithms that an answer's checksum can have.
    pub response_algorithms: Vec<&'t str>,
}

/// The value of a static endpoint parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContextValue<'t> {
    /// True or false.
    Boolean(bool),
    /// Text.
    String(&'t str),
}

/// `paginated`, as far as botocore knows more than Smithy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paginator<'t> {
    /// Dotted paths into the input.
    pub input_token: Vec<&'t str>,
    /// `JMESPath` expressions over the output, one for each input token.
    pub output_token: Vec<&'t str>,
    /// Dotted path of the input's member that limits a page.
    pub page_size: Option<&'t str>,
    /// `JMESPath` expressions over the output: the lists that are paged, first the main one.
    pub items: Vec<&'t str>,
    /// Path of the output's boolean that says whether there is more; absent, the token says it. Not in Smithy.
    pub more_results: Option<&'t str>,
    /// Paths of the output's members that are the same on every page. Not in Smithy.
    pub non_aggregate: Vec<&'t str>,
}

/// One entry of `waitable`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiter<'t> {
    /// The name, `TableExists`.
    pub name: &'t str,
    /// Seconds between two attempts.
    pub delay: u32,
    /// Attempts before giving up. Not in Smithy, which limits time.
    pub max_attempts: u32,
    /// The first that matches decides; when none does, an error is final and a success is tried again.
    pub acceptors: Vec<Acceptor<'t>>,
}

/// What a waiter concludes from an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acceptor<'t> {
    /// The conclusion.
    pub state: WaiterState,
    /// The condition.
    pub matcher: Matcher<'t>,
}

/// Where a waiter goes from an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaiterState {
    /// It can no longer come about.
    Failure,
    /// Not yet.
    Retry,
    /// It has come about.
    Success,
}

/// The condition of an acceptor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matcher<'t> {
    /// The operation failed with this error: a shape's name, or a code that the model does not list.
    ErrorType(&'t str),
    /// What a `JMESPath` expression finds in the output compares to a value.
    Output {
        /// The expression.
        path: &'t str,
        /// How to compare.
        comparator: Comparator,
        /// The value; `true` or `false` for a boolean.
        expected: &'t str,
    },
    /// The HTTP status. Not in Smithy.
    Status(u16),
    /// The operation succeeded, or failed in any way.
    Success(bool),
}

/// How a waiter compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// Every string of a list that is not empty.
    AllStringEquals,
    /// At least one string of a list.
    AnyStringEquals,
    /// A boolean.
    BooleanEquals,
    /// A string.
    StringEquals,
}
