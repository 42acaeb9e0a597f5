//! The table of what was called and what came of it.

use std::error::Error;
use std::fmt;
use std::time::Instant;

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
            Err(error) => format!("FAILED: {error}"),
        };
        self.rows.push(Row {
            service: subject.service,
            protocol: subject.protocol,
            operation,
            good,
            result,
        });
    }

    /// Whether there are rows, and all of them are good.
    pub fn is_good(&self) -> bool {
        !self.rows.is_empty() && self.rows.iter().all(|row| row.good)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |service, protocol, operation, result| {
            writeln!(f, "{service:<15} {protocol:<12} {operation:<17} {result}")
        };
        line("service", "protocol", "operation", "result")?;
        for row in &self.rows {
            line(row.service, row.protocol, row.operation, &row.result)?;
        }
        let bad = self.rows.iter().filter(|row| !row.good).count();
        write!(f, "{} checks, {bad} failed", self.rows.len())
    }
}
