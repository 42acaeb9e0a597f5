//! Reads an operation's block.

use super::{
    Acceptor, AuthScheme, Comparator, ContextValue, Http, HttpChecksum, Matcher, Operation,
    Paginator, Waiter, WaiterState,
};
use crate::line::{Applied, Arg, Line, number, parse_bool};
use crate::traits::Deprecated;

/// Reads an operation from its first line and the indented ones below. A mistake comes with the number
/// of its line, counted from 0.
pub(crate) fn read(block: &str) -> Result<Operation<'_>, (usize, String)> {
    let mut lines = crate::index::content(block);
    let (at, first) = lines.next().unwrap_or((0, ""));
    let mut operation = read_head(first).map_err(|message| (at, message))?;
    for (at, text) in lines {
        operation.read_line(text).map_err(|message| (at, message))?;
    }
    Ok(operation)
}

fn read_head(text: &str) -> Result<Operation<'_>, String> {
    let mut line = Line::new(text);
    line.word()?;
    let name = line.word()?;
    let mut operation = Operation {
        name,
        wire_name: name,
        http: Http::POST,
        input: None,
        output: None,
        errors: Vec::new(),
        auth: Vec::new(),
        unsigned_payload: false,
        host_prefix: None,
        http_checksum: None,
        http_checksum_required: false,
        request_compression: Vec::new(),
        idempotent: false,
        readonly: false,
        discovered_endpoint: None,
        static_context_params: Vec::new(),
        operation_context_params: Vec::new(),
        deprecated: None,
        paginator: None,
        waiters: Vec::new(),
    };
    while let Some(applied) = line.applied()? {
        operation.set(applied)?;
    }
    Ok(operation)
}

impl<'t> Operation<'t> {
    fn set(&mut self, mut applied: Applied<'t>) -> Result<(), String> {
        let a = &mut applied;
        match a.name {
            "auth" => {
                self.auth = a
                    .list("")
                    .into_iter()
                    .map(AuthScheme::read)
                    .collect::<Result<_, _>>()?;
            }
            "clientDiscoveredEndpoint" => {
                self.discovered_endpoint = Some(a.flag("required")?.unwrap_or(false));
            }
            "deprecated" => self.deprecated = Some(Deprecated::read(a)?),
            "endpoint" => self.host_prefix = Some(a.needed("hostPrefix")?),
            "http" => {
                let (method, uri) = (a.needed("method")?, a.needed("uri")?);
                self.http = Http {
                    method,
                    uri,
                    response_code: a.number("code")?,
                };
            }
            "httpChecksum" => {
                self.http_checksum = Some(HttpChecksum {
                    request_algorithm_member: a.text("requestAlgorithmMember")?,
                    request_checksum_required: a.flag("requestChecksumRequired")?.unwrap_or(false),
                    request_validation_mode_member: a.text("requestValidationModeMember")?,
                    response_algorithms: a.list("responseAlgorithms"),
                });
            }
            "httpChecksumRequired" => self.http_checksum_required = true,
            "idempotent" => self.idempotent = true,
            "operationContextParams" => {
                for (name, arg) in std::mem::take(&mut a.args) {
                    let Arg::One(path) = arg else {
                        return Err(format!("`{name}` is one path"));
                    };
                    self.operation_context_params.push((name, path.text));
                }
            }
            "paginated" => {
                self.paginator = Some(Paginator {
                    input_token: a.list("inputToken"),
                    output_token: a.list("outputToken"),
                    page_size: a.text("pageSize")?,
                    items: a.list("items"),
                    more_results: a.text("moreResults")?,
                    non_aggregate: a.list("nonAggregate"),
                });
            }
            "readonly" => self.readonly = true,
            "requestCompression" => self.request_compression = a.list("encodings"),
            "staticContextParams" => {
                for (name, arg) in std::mem::take(&mut a.args) {
                    let value = match arg {
                        Arg::One(term) if term.quoted => ContextValue::String(term.text),
                        Arg::One(term) => ContextValue::Boolean(parse_bool(term.text)?),
                        Arg::Many(_) => return Err(format!("`{name}` is one value")),
                    };
                    self.static_context_params.push((name, value));
                }
            }
            "unsignedPayload" => self.unsigned_payload = true,
            "wireName" => self.wire_name = a.needed("")?,
            other => return Err(format!("unknown trait `@{other}` of an operation")),
        }
        applied.finish()
    }

    fn read_line(&mut self, text: &'t str) -> Result<(), String> {
        let mut line = Line::new(text);
        match line.word()? {
            "input" => self.input = Some(read_shape(&mut line)?),
            "output" => self.output = Some(read_shape(&mut line)?),
            "errors" => {
                line.expect(':')?;
                self.errors = line.words()?;
            }
            "waiter" => self.waiters.push(Waiter::read(&mut line)?),
            word => {
                let state = WaiterState::read(word)?;
                let waiter = self
                    .waiters
                    .last_mut()
                    .ok_or_else(|| format!("`{word}` stands below a `waiter`"))?;
                waiter.acceptors.push(Acceptor {
                    state,
                    matcher: Matcher::read(&mut line)?,
                });
            }
        }
        Ok(())
    }
}

fn read_shape<'t>(line: &mut Line<'t>) -> Result<&'t str, String> {
    line.expect(':')?;
    let name = line.word()?;
    line.end()?;
    Ok(name)
}

impl<'t> Waiter<'t> {
    fn read(line: &mut Line<'t>) -> Result<Self, String> {
        let mut waiter = Self {
            name: line.word()?,
            delay: 0,
            max_attempts: 0,
            acceptors: Vec::new(),
        };
        while let Some(mut applied) = line.applied()? {
            match applied.name {
                "delay" => waiter.delay = number(applied.needed("")?)?,
                "maxAttempts" => waiter.max_attempts = number(applied.needed("")?)?,
                other => return Err(format!("unknown trait `@{other}` of a waiter")),
            }
            applied.finish()?;
        }
        Ok(waiter)
    }
}

impl<'t> Matcher<'t> {
    fn read(line: &mut Line<'t>) -> Result<Self, String> {
        let mut applied = line
            .applied()?
            .ok_or("expected `@output(…)`, `@errorType(…)`, `@status(…)` or `@success(…)`")?;
        let matcher = match applied.name {
            "errorType" => Self::ErrorType(applied.needed("")?),
            "output" => {
                let comparator = Comparator::read(applied.needed("comparator")?)?;
                Self::Output {
                    path: applied.needed("path")?,
                    comparator,
                    expected: applied.needed("expected")?,
                }
            }
            "status" => Self::Status(number(applied.needed("")?)?),
            "success" => Self::Success(parse_bool(applied.needed("")?)?),
            other => return Err(format!("unknown matcher `@{other}`")),
        };
        applied.finish()?;
        line.end()?;
        Ok(matcher)
    }
}

/// Makes `read` and `as_str` of an enum whose variants are words.
macro_rules! words {
    ($type:ty, $what:literal, $($word:literal => $variant:ident,)*) => {
        impl $type {
            pub(crate) fn read(word: &str) -> Result<Self, String> {
                match word {
                    $($word => Ok(Self::$variant),)*
                    other => Err(format!(concat!("unknown ", $what, " `{}`"), other)),
                }
            }

            /// The word for it in the catalog's format.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

words!(AuthScheme, "authentication scheme",
    "httpBearerAuth" => HttpBearer,
    "noAuth" => NoAuth,
    "sigv4" => SigV4,
    "sigv4a" => SigV4a,
);
words!(Comparator, "comparator",
    "allStringEquals" => AllStringEquals,
    "anyStringEquals" => AnyStringEquals,
    "booleanEquals" => BooleanEquals,
    "stringEquals" => StringEquals,
);
words!(WaiterState, "line of an operation",
    "failure" => Failure,
    "retry" => Retry,
    "success" => Success,
);
