//! What can be said of a shape or a member, in Smithy's words.

mod text;

/// The traits of one shape or one member.
///
/// Named as in Smithy's trait index; absent means that the model does not say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a trait of its own in Smithy"
)]
pub struct Traits<'t> {
    /// `awsQueryError`: how an error is called on the wire of the query protocols.
    pub aws_query_error: Option<AwsQueryError<'t>>,
    /// `box`: a number or boolean that can be absent.
    pub boxed: bool,
    /// `contextParam`: the endpoint parameter that takes this member's value.
    pub context_param: Option<&'t str>,
    /// `deprecated`.
    pub deprecated: Option<Deprecated<'t>>,
    /// `ec2QueryName`: the member's name in a request of the EC2 query protocol.
    pub ec2_query_name: Option<&'t str>,
    /// The values that a member allows of a plain string shape; empty when it takes any.
    pub enum_values: Vec<&'t str>,
    /// `error`: this structure is an error, and whose fault it is.
    pub error: Option<Fault>,
    /// `eventHeader`: the member travels in a header of its event.
    pub event_header: bool,
    /// `eventPayload`: the member is the whole payload of its event.
    pub event_payload: bool,
    /// `hostLabel`: the member fills a label of the operation's host prefix.
    pub host_label: bool,
    /// Where in an HTTP message the member travels; `None` is the body.
    pub http: Option<HttpBinding<'t>>,
    /// `httpError`: the HTTP status of this error.
    pub http_error: Option<u16>,
    /// `idempotencyToken`: filled with a random token when the caller leaves it out.
    pub idempotency_token: bool,
    /// `jsonName`: the member's key in a JSON document of the REST JSON protocol.
    pub json_name: Option<&'t str>,
    /// `length`: of a string in characters, of a blob in bytes, of a list or map in entries.
    pub length: Option<Length>,
    /// `mediaType`: what a string or blob holds; `application/json` where it is a JSON document.
    pub media_type: Option<&'t str>,
    /// `pattern`: a regular expression in ECMA 262's syntax, not anchored unless it says so.
    pub pattern: Option<&'t str>,
    /// `range`: of a number.
    pub range: Option<Range<'t>>,
    /// `requiresLength`: a stream that can only be sent when its length is known.
    pub requires_length: bool,
    /// `retryable`: the error may be retried; true when it is a sign of throttling.
    pub retryable: Option<bool>,
    /// Not in AWS's own model: botocore adds the member for its own use and never sends it.
    pub sdk_extra: bool,
    /// `sensitive`: must not be logged.
    pub sensitive: bool,
    /// `sparse`: the list or map can hold nulls.
    pub sparse: bool,
    /// `streaming`: a blob that is a stream, or a union whose members are events of a stream.
    ///
    /// In Smithy it stands on shapes; S3's model also has it on members.
    pub streaming: bool,
    /// `timestampFormat`; absent, the protocol and the place decide.
    pub timestamp_format: Option<TimestampFormat>,
    /// `xmlAttribute`: the member is an attribute of its structure's element.
    pub xml_attribute: bool,
    /// `xmlFlattened`: a list or map without an element of its own around its entries.
    pub xml_flattened: bool,
    /// `xmlName`: of a member its element, of a list's member each entry's element, of a structure its root element.
    pub xml_name: Option<&'t str>,
    /// `xmlNamespace`.
    pub xml_namespace: Option<XmlNamespace<'t>>,
}

/// Where in an HTTP message a member travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HttpBinding<'t> {
    /// `httpHeader`, with the header's name.
    Header(&'t str),
    /// `httpLabel`, with the label's name in the URI; greedy when the URI says `{name+}`.
    ///
    /// In Smithy the label always has the member's name. AWS's models rename 1,565 of them.
    Label(&'t str),
    /// `httpPayload`: the member is the whole body.
    Payload,
    /// `httpPrefixHeaders`, with the prefix, which can be empty: one header per entry of a map.
    PrefixHeaders(&'t str),
    /// `httpQuery`, with the parameter's name.
    Query(&'t str),
    /// `httpQueryParams`: one parameter per entry of a map.
    QueryParams,
    /// `httpResponseCode`: the member is the HTTP status.
    ResponseCode,
}

/// `awsQueryError`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AwsQueryError<'t> {
    /// The code on the wire.
    pub code: &'t str,
    /// The HTTP status.
    pub http_response_code: u16,
}

/// `deprecated`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Deprecated<'t> {
    /// What to use in its place, or why; AWS's own words.
    pub message: Option<&'t str>,
    /// A date or a version, in no fixed form.
    pub since: Option<&'t str>,
}

/// Whose fault an error is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The caller's.
    Client,
    /// The service's.
    Server,
}

/// `length`, both bounds included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// The smallest; `None` is zero.
    pub min: Option<u64>,
    /// The largest; `None` is no limit.
    pub max: Option<u64>,
}

/// `range`, both bounds included, as the model writes them (`1`, `0.001`, `1e-16`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range<'t> {
    /// The smallest; `None` is what the type allows.
    pub min: Option<&'t str>,
    /// The largest; `None` is what the type allows.
    pub max: Option<&'t str>,
}

/// `timestampFormat`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimestampFormat {
    /// RFC 3339, `1985-04-12T23:20:50.52Z`.
    DateTime,
    /// Seconds since 1970, with an optional fraction.
    EpochSeconds,
    /// RFC 7231, `Tue, 29 Apr 2014 18:30:38 GMT`.
    HttpDate,
}

/// `xmlNamespace`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct XmlNamespace<'t> {
    /// The namespace.
    pub uri: &'t str,
    /// The prefix to declare it with; `None` makes it the element's default.
    pub prefix: Option<&'t str>,
}
