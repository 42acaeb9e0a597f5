//! The service models of AWS as data: every operation and shape of all 439 services, without the documentation.
//!
//! [`service`] finds one by name. Only its metadata is read at once; an operation or a shape is read when it is asked
//! for, and nothing else of the text is looked at but the beginnings of its lines. Strings are borrowed from the text.
//!
//! ```
//! let service = aws_operation_catalog::service("sqs").expect("a service of AWS");
//! let operation = service.operation("SendMessage").expect("an operation of SQS");
//! let input = service.shape(operation.input.expect("it has an input")).expect("a shape of SQS");
//! let required = input.kind.members().filter(|member| member.required).map(|member| member.name);
//! assert_eq!(required.collect::<Vec<_>>(), ["QueueUrl", "MessageBody"]);
//! ```
//!
//! # The format
//!
//! A text describes one service, in the words of [Smithy](https://smithy.io/2.0/spec/), which AWS writes its models in.
//! AWS's own are in `models/`, written by `cargo xtask catalog` from botocore; anyone can write another, and
//! [`Service::parse`] reads it and says in which line it is wrong.
//!
//! ```text
//! service wetter
//!   protocols: restJson1
//!   auth: sigv4
//!   apiVersion: 2026-01-01
//!   endpoint "https://wetter.{region}.example.com"
//!
//! operation ListReports @http(method: GET, uri: "/city/{city}/reports", code: 200) @readonly @paginated(inputToken: token, outputToken: token, items: reports)
//!   input: ListReportsRequest
//!   output: ListReportsResponse
//!   errors: NoSuchCity
//!   waiter ReportExists @delay(5) @maxAttempts(20)
//!     success @output(path: "length(reports) > `0`", comparator: booleanEquals, expected: true)
//!     failure @errorType(NoSuchCity)
//!
//! structure ListReportsRequest
//!   city: String @required @httpLabel
//!   token: String @httpQuery("token")
//!
//! structure ListReportsResponse
//!   reports: Reports @required
//!   token: String
//!
//! structure NoSuchCity @error(client) @httpError(404)
//!   message: String
//!
//! structure Report
//!   at: Timestamp @required
//!   sky: Sky @jsonName(skyState)
//!
//! list Reports @length(max: 100)
//!   member: Report
//!
//! enum Sky
//!   clear
//!   "partly cloudy"
//!
//! string String
//!
//! timestamp Timestamp @timestampFormat(date-time)
//! ```
//!
//! - What begins in the first column is a **block**: one `service`, then operations and shapes in any order (the
//!   catalog sorts them). The lines below it that are indented belong to it. Empty lines and lines that begin with `//`
//!   say nothing.
//! - A **value** is a bare word of letters, digits, `_`, `.` and `-`, or a string in double quotes. There are no
//!   escapes: a string that holds quotes stands between `#"` and `"#`, with more `#` where that is not enough. No value
//!   holds a line break.
//! - **Traits** follow a name: `@name`, `@name(value)`, `@name(key: value, other: [value, value])`. They are
//!   fields of what they stand on ([`Traits`], [`Member`], [`Operation`] and others), under Smithy's names in `snake_case`.
//!   Unknown ones are errors.
//! - **Shapes**: `blob`, `boolean`, `document`, `double`, `enum`, `float`, `integer`, `list`, `long`, `map`, `string`,
//!   `structure`, `timestamp`, `union`. Each has a name; nothing is predefined, and everything that is named must be
//!   there. Below `structure` and `union` stands one line `name: Shape` for each member, in the order of the wire; below
//!   `list` one `member`; below `map` a `key` and a `value`; below `enum` the values. Kinds and traits that AWS's
//!   models do not use are left out of the language.
//! - **Operations** have `input`, `output` and `errors` below them, where there are any. `@http` is left out where it is
//!   `POST /`. Waiters stand below with their acceptors, one level deeper.
//! - The **service** has its [`Metadata`] below it; only `protocols` is needed. Where it is, `endpointRules: name host`
//!   says: the rules of AWS's services are in `endpoints/`, each distinct set once ([`RuleSet`]). Other services can do
//!   without rules. Then an `endpoint` is for every region, or for a `partition` or a `region`:
//!   `endpoint partition aws-cn "https://…" @sigv4(region: cn-north-1)`, or `endpoint region eu-west-1 error "not there"`.
//!
//! [`Service::from_smithy`] reads the same out of a model in
//! [Smithy's JSON](https://smithy.io/2.0/spec/json-ast.html).
//!
//! Where botocore and Smithy differ, the text is Smithy's:
//!
//! | botocore | here |
//! | --- | --- |
//! | `location`, `locationName`, a structure's `payload` | `@httpHeader`, `@httpLabel`, `@httpPayload`, … ([`HttpBinding`]); in the body `@jsonName` for `restJson1` and `@xmlName` for the XML and query protocols |
//! | `flattened` on a list, the name on its member | `@xmlFlattened` and `@xmlName` on each member that targets the list |
//! | `eventstream` and `event` on structures | a `union` with `@streaming`; the shapes that it targets are the events, or errors |
//! | DynamoDB's `AttributeValue`, a structure | a `union`, as in AWS's own model |
//! | `exception`, `fault`, `error` | `@error(client)` or `@error(server)`, with `@httpError` or `@awsQueryError` |
//! | `jsonvalue` | `@mediaType("application/json")` |
//! | `locationName` and `xmlNamespace` of an operation's input | the same of its shape: the root element of requests |
//! | `min`, `max` | `@range` of numbers, `@length` of everything else |
//! | `resultWrapper` | nothing: always the operation's name and `Result`, as `awsQuery` has it |
//! | `box`, `streaming` on S3's members | `@box`, `@streaming`, which Smithy has on shapes only |
//!
//! Smithy has no words for these, which are therefore botocore's or ours: a label with another name than its member
//! (`@httpLabel(id)`), `@wireName`, `moreResults` and `nonAggregate` of `@paginated`, `@maxAttempts` and `@status` of
//! waiters, and `@sdkExtra`.

mod endpoint;
mod error;
#[expect(clippy::too_many_lines, reason = "one arm for each service")]
#[rustfmt::skip] // One line for each service, as `cargo xtask catalog` writes it.
mod generated;
mod index;
mod line;
mod metadata;
mod operation;
mod partitions;
mod print;
mod protocol;
mod rules;
mod service;
mod shape;
mod smithy;
mod traits;

use std::sync::OnceLock;

pub use endpoint::{Endpoint, EndpointAuth, Endpoints};
pub use error::Error;
pub use metadata::{ContextType, EndpointRules, Metadata};
pub use operation::{
    Acceptor, AuthScheme, Comparator, ContextValue, Http, HttpChecksum, Matcher, Operation,
    Paginator, Waiter, WaiterState,
};
pub use partitions::{Partition, PartitionRegion, partitions};
pub use protocol::Protocol;
pub use rules::{Condition, Expression, Rule, RuleParameter, RuleParameterType, RuleSet, Then};
pub use service::Service;
pub use shape::{Member, Shape, ShapeKind};
pub use smithy::SmithyError;
pub use traits::{
    AwsQueryError, Deprecated, Fault, HttpBinding, Length, Range, TimestampFormat, Traits,
    XmlNamespace,
};

/// The service that AWS calls so (`events`), or whose Rust SDK crate is called so (`eventbridge`).
///
/// Read once per process: its metadata now, its operations and shapes when they are asked for.
#[expect(clippy::missing_panics_doc, reason = "a test reads every file")]
pub fn service(name: &str) -> Option<&'static Service<'static>> {
    static CACHE: [OnceLock<Service<'static>>; generated::NAMES.len()] =
        [const { OnceLock::new() }; generated::NAMES.len()];

    // AWS's names are sorted; the Rust SDK's, beside them, are not.
    let at = generated::NAMES
        .binary_search_by(|(aws, _)| (*aws).cmp(name))
        .ok();
    let at = at.or_else(|| generated::NAMES.iter().position(|(_, sdk)| *sdk == name))?;
    Some(CACHE[at].get_or_init(|| {
        Service::index(generated::text(at)).expect("BUG: the catalog's tests read every file")
    }))
}

/// All services, sorted by AWS's name.
pub fn services() -> impl Iterator<Item = &'static Service<'static>> {
    generated::NAMES.iter().filter_map(|(aws, _)| service(aws))
}

/// Every name that [`service`] takes: AWS's, sorted, and behind each the Rust SDK's where it is another.
pub fn service_names() -> impl Iterator<Item = &'static str> {
    generated::NAMES
        .iter()
        .flat_map(|(aws, sdk)| std::iter::once(*aws).chain((aws != sdk).then_some(*sdk)))
}

/// The endpoint rules of this name, which is that of the first service that has them; read now.
#[expect(clippy::missing_panics_doc, reason = "a test reads every file")]
pub fn rule_set(name: &str) -> Option<RuleSet<'static>> {
    let text = generated::rules(name)?;
    Some(RuleSet::parse(text).expect("BUG: the catalog's tests read every file"))
}
