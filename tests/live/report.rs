//! The table of what was called and what came of it.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;
use std::time::Instant;

use aws_operation::AbstractRequest;

/// What a check returns: all is well, with a few words if there are any to add, or what is wrong.
pub type Outcome = Result<Option<String>, Box<dyn Error>>;

/// Compares what was read with what was written.
pub fn same<T: PartialEq + fmt::Debug + ?Sized>(read: &T, written: &T) -> Outcome {
    if read == written {
        Ok(Some("the same".to_owned()))
    } else {
        Err(format!("wrote {written:?}, read {read:?}").into())
    }
}

/// An error that the operation's model lists came out as its variant.
pub fn as_modelled(error: &aws_operation::Error) -> Outcome {
    let code = error.code().ok_or("no code")?;
    error.message().ok_or("no message")?;
    Ok(Some(format!("as modelled: {code}")))
}

/// An error that the operation's model does not list: its code and message are all there is.
pub fn as_unmodelled(error: &aws_operation::Error) -> Outcome {
    let code = error.code().ok_or("no code")?;
    error.message().ok_or("no message")?;
    Ok(Some(code.to_owned()))
}

/// All protocols of AWS's services, by their Smithy names. Each must have been spoken.
const PROTOCOLS: [&str; 7] = [
    "awsJson1_0",
    "awsJson1_1",
    "awsQuery",
    "ec2Query",
    "restJson1",
    "restXml",
    "rpcv2Cbor",
];

/// All rows so far.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

struct Row {
    service: &'static str,
    protocol: &'static str,
    operation: &'static str,
    good: bool,
    result: String,
}

/// The service and its protocol: what the rows of a service have in common.
#[derive(Clone, Copy)]
pub struct Subject {
    pub service: &'static str,
    pub protocol: &'static str,
}

impl Subject {
    /// Takes both from what the macro has made of a request.
    pub fn of<R: AbstractRequest>() -> Self {
        let operation = R::operation();
        Self {
            service: operation.service.name,
            protocol: (operation.protocol)().name(),
        }
    }
}

impl Report {
    /// Runs a check and adds its row. In parentheses: what is checked besides operations.
    pub async fn check(
        &mut self,
        subject: Subject,
        operation: &'static str,
        check: impl Future<Output = Outcome>,
    ) {
        let start = Instant::now();
        let outcome = check.await;
        let milliseconds = start.elapsed().as_millis();
        let good = outcome.is_ok();
        let result = match outcome {
            Ok(Some(words)) => format!("ok, {words} ({milliseconds} ms)"),
            Ok(None) => format!("ok ({milliseconds} ms)"),
            Err(error) => format!("FAILED: {}", chain(error.as_ref())),
        };
        self.rows.push(Row {
            service: subject.service,
            protocol: subject.protocol,
            operation,
            good,
            result,
        });
    }

    /// Whether every protocol has been spoken, and all rows are good.
    pub fn is_good(&self) -> bool {
        PROTOCOLS.iter().all(|it| !self.services(it).is_empty())
            && self.rows.iter().all(|row| row.good)
    }

    /// The services that answered an operation, as they should, in this protocol.
    fn services(&self, protocol: &str) -> BTreeSet<&str> {
        let answered = |row: &&Row| row.good && !row.operation.starts_with('(');
        self.rows
            .iter()
            .filter(|row| row.protocol == protocol)
            .filter(answered)
            .map(|row| row.service)
            .collect()
    }
}

/// An error and all that caused it.
fn chain(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {}", chain(cause)),
        None => error.to_string(),
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |service, protocol, operation, result| {
            writeln!(f, "{service:<15} {protocol:<12} {operation:<24} {result}")
        };
        line("service", "protocol", "operation", "result")?;
        for row in &self.rows {
            line(row.service, row.protocol, row.operation, &row.result)?;
        }
        writeln!(f)?;
        for protocol in PROTOCOLS {
            let rows = || self.rows.iter().filter(|row| row.protocol == protocol);
            let (all, bad) = (rows().count(), rows().filter(|row| !row.good).count());
            let services: Vec<_> = self.services(protocol).into_iter().collect();
            if services.is_empty() {
                writeln!(f, "{protocol:<12} FAILED: no service has answered in it")?;
            } else {
                let services = services.join(", ");
                writeln!(
                    f,
                    "{protocol:<12} {all:>2} checks, {bad} failed: {services}"
                )?;
            }
        }
        let bad = self.rows.iter().filter(|row| !row.good).count();
        write!(f, "{} checks, {bad} failed", self.rows.len())
    }
}
