//! Writes an operation's block.

use std::fmt;

use super::{Acceptor, ContextValue, Http, Matcher, Operation, Paginator, Waiter};
use crate::print::{self, Quoted, TraitPrinter, Word};

impl fmt::Display for Operation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "operation {}", self.name)?;
        print::word(
            f,
            "wireName",
            Some(self.wire_name).filter(|name| *name != self.name),
        )?;
        if self.http != Http::POST {
            let printer = TraitPrinter::new("http").word("method", Some(self.http.method));
            printer
                .arg("uri", Some(Quoted(self.http.uri)))
                .arg("code", self.http.response_code)
                .print(f)?;
        }
        print::flag(f, "readonly", self.readonly)?;
        print::flag(f, "idempotent", self.idempotent)?;
        self.print_sending(f)?;
        self.print_parameters(f)?;
        if let Some(paginator) = &self.paginator {
            paginator.print(f)?;
        }
        if let Some(deprecated) = &self.deprecated {
            deprecated.print(f)?;
        }
        writeln!(f)?;
        for (key, shape) in [("input", self.input), ("output", self.output)] {
            if let Some(shape) = shape {
                writeln!(f, "  {key}: {shape}")?;
            }
        }
        if !self.errors.is_empty() {
            writeln!(f, "  errors: {}", self.errors.join(", "))?;
        }
        self.waiters
            .iter()
            .try_for_each(|waiter| write!(f, "{waiter}"))
    }
}

impl Operation<'_> {
    fn print_sending(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.auth.is_empty() {
            let names: Vec<&str> = self.auth.iter().map(|scheme| scheme.as_str()).collect();
            TraitPrinter::new("auth").words("", &names).print(f)?;
        }
        print::flag(f, "unsignedPayload", self.unsigned_payload)?;
        if let Some(prefix) = self.host_prefix {
            TraitPrinter::new("endpoint")
                .arg("hostPrefix", Some(Quoted(prefix)))
                .print(f)?;
        }
        if let Some(checksum) = &self.http_checksum {
            let printer = TraitPrinter::new("httpChecksum")
                .word("requestAlgorithmMember", checksum.request_algorithm_member)
                .arg(
                    "requestChecksumRequired",
                    checksum.request_checksum_required.then_some(true),
                )
                .word(
                    "requestValidationModeMember",
                    checksum.request_validation_mode_member,
                );
            printer
                .words("responseAlgorithms", &checksum.response_algorithms)
                .print(f)?;
        }
        print::flag(f, "httpChecksumRequired", self.http_checksum_required)?;
        if !self.request_compression.is_empty() {
            TraitPrinter::new("requestCompression")
                .words("encodings", &self.request_compression)
                .print(f)?;
        }
        Ok(())
    }

    fn print_parameters(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(required) = self.discovered_endpoint {
            let printer = TraitPrinter::new("clientDiscoveredEndpoint");
            printer.arg("required", required.then_some(true)).print(f)?;
        }
        if !self.static_context_params.is_empty() {
            let mut printer = TraitPrinter::new("staticContextParams");
            for (name, value) in &self.static_context_params {
                printer = match value {
                    ContextValue::Boolean(value) => printer.arg(name, Some(value)),
                    ContextValue::String(value) => printer.arg(name, Some(Quoted(value))),
                };
            }
            printer.print(f)?;
        }
        if !self.operation_context_params.is_empty() {
            let mut printer = TraitPrinter::new("operationContextParams");
            for (name, path) in &self.operation_context_params {
                printer = printer.arg(name, Some(Quoted(path)));
            }
            printer.print(f)?;
        }
        Ok(())
    }
}

impl Paginator<'_> {
    fn print(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// One expression stands alone, several in brackets.
        fn some(printer: TraitPrinter, key: &str, values: &[&str]) -> TraitPrinter {
            match values {
                [one] => printer.word(key, Some(one)),
                several => printer.words(key, several),
            }
        }
        let mut printer = some(
            TraitPrinter::new("paginated"),
            "inputToken",
            &self.input_token,
        );
        printer = some(printer, "outputToken", &self.output_token).word("pageSize", self.page_size);
        printer = some(printer, "items", &self.items).word("moreResults", self.more_results);
        printer.words("nonAggregate", &self.non_aggregate).print(f)
    }
}

impl fmt::Display for Waiter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "  waiter {} @delay({}) @maxAttempts({})",
            self.name, self.delay, self.max_attempts
        )?;
        for Acceptor { state, matcher } in &self.acceptors {
            write!(f, "    {}", state.as_str())?;
            match matcher {
                Matcher::ErrorType(name) => print::word(f, "errorType", Some(name))?,
                Matcher::Output {
                    path,
                    comparator,
                    expected,
                } => {
                    let printer = TraitPrinter::new("output").arg("path", Some(Quoted(path)));
                    let printer = printer.arg("comparator", Some(comparator.as_str()));
                    printer.arg("expected", Some(Word(expected))).print(f)?;
                }
                Matcher::Status(status) => write!(f, " @status({status})")?,
                Matcher::Success(success) => write!(f, " @success({success})")?,
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
