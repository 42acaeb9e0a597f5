//! `cargo xtask coverage`: the README's account of what is supported, from the catalog.
//!
//! `--check` writes nothing, and fails when the README says something else.

use std::fmt::Write;

use aws_operation_catalog::{self as catalog, Protocol};

use crate::marked;

/// Services of the official Rust SDK that botocore has no models of.
const NOT_IN_BOTOCORE: [&str; 2] = ["sagemakerruntimehttp2", "transcribestreaming"];

/// Writes the table into the README, or compares.
pub(crate) fn run(check: bool) -> Result<(), String> {
    let text = format!("\n{}\n", text());
    marked::write("README.md", "coverage", &text, check)
}

/// What stands between the marks.
fn text() -> String {
    let mut all = Count::default();
    let mut protocols = Protocol::ALL.map(|protocol| (protocol, Count::default()));
    let mut refused = Vec::new();
    for service in catalog::services() {
        let operations = service.operation_names();
        let (streams, able): (Vec<_>, Vec<_>) = operations
            .filter_map(|name| service.operation(name))
            .partition(|operation| service.has_event_stream(operation));
        let count = Count {
            services: 1,
            operations: able.len(),
        };
        all.add(count);
        for (protocol, sum) in &mut protocols {
            if service.protocols.contains(protocol) {
                sum.add(count);
            }
        }
        let names: Vec<_> = streams
            .iter()
            .map(|operation| format!("`{}`", operation.name))
            .collect();
        if !names.is_empty() {
            refused.push((service.name, names));
        }
    }

    let mut text = "| protocol | services | operations |\n| --- | ---: | ---: |\n".to_owned();
    // Writing to a string cannot fail.
    for (protocol, count) in &protocols {
        let _ = writeln!(text, "| `{}` | {count} |", protocol.as_str());
    }
    let _ = writeln!(text, "| all of them | {all} |");
    text += "\nA service that offers several protocols counts in each.\n";
    let count: usize = refused.iter().map(|(_, names)| names.len()).sum();
    let _ = writeln!(
        text,
        "\nRefused while compiling, by name: {count} operations with a stream of events.\n"
    );
    text += "| service | operations |\n| --- | --- |\n";
    for (service, names) in refused {
        let _ = writeln!(text, "| `{service}` | {} |", names.join(", "));
    }
    let _ = writeln!(
        text,
        "\nBotocore, which the models are from, has none of {}, two services of the official Rust SDK for streams of events.",
        NOT_IN_BOTOCORE
            .map(|name| format!("`{name}`"))
            .join(" and ")
    );
    text
}

#[derive(Clone, Copy, Default)]
struct Count {
    services: usize,
    operations: usize,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.services += other.services;
        self.operations += other.operations;
    }
}

impl std::fmt::Display for Count {
    /// As two cells of the table.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} | {}", self.services, self.operations)
    }
}
