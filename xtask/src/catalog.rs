//! `cargo xtask catalog`: makes the catalog's files from botocore's models.
//!
//! `--check` writes nothing, and fails when a file is not what it would write.

pub(crate) mod archive;
pub(crate) mod fields;
mod operations;
pub(crate) mod output;
mod paginators;
mod partitions;
mod rule_sets;
pub(crate) mod service;
mod shapes;
pub(crate) mod source;
#[cfg(test)]
mod tests;
mod traits;
mod verify;

use std::fmt::Write;

use crate::workspace;
use output::Output;
use rule_sets::RuleSets;
use service::Address;
use source::Source;

/// Makes the files, or checks them.
pub(crate) fn run(check: bool) -> Result<(), String> {
    let archive = archive::open()?;

    let partitions = serde_json::from_slice(&archive.partitions)
        .map_err(|error| format!("partitions.json: {error}"))?;
    let partitions = partitions::convert(&partitions)?;

    let mut output = Output::new(
        "catalog",
        workspace().join("catalog"),
        &["endpoints", "models"],
    );
    let mut sets = RuleSets::default();
    let mut names = Vec::new();
    for (name, files) in &archive.services {
        let source = Source::read(name, |file| files.get(file).map(Vec::as_slice))?;
        let rules = sets.add(name, &source.rules)?;
        let text = service::convert(&source, Address::Rules(&rules))?;
        verify::service(name, &text, files, &sets)?;
        output.add(format!("models/{name}.txt"), text);
        names.push((name.as_str(), source.sdk_name));
    }
    let blocks: Vec<String> = partitions.iter().map(ToString::to_string).collect();
    output.add("partitions.txt".to_owned(), blocks.join("\n"));
    for (name, text) in sets.iter() {
        output.add(format!("endpoints/{name}.txt"), text.to_owned());
    }
    let mut sets: Vec<&str> = sets.iter().map(|(name, _)| name).collect();
    sets.sort_unstable();
    output.add("src/generated.rs".to_owned(), generated(&names, &sets));
    output.finish(check)
}

/// The file that includes all the others.
///
/// The texts stand in the arms of a `match`. In a `static` they would stand twice in the library.
fn generated(names: &[(&str, String)], sets: &[&str]) -> String {
    let mut text = "//! The texts of the catalog. Written by `cargo xtask catalog`.\n\n".to_owned();
    text += "/// AWS's name and the Rust SDK's of each service, sorted by the first.\n";
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "pub(crate) static NAMES: [(&str, &str); {}] = [",
        names.len()
    );
    for (name, sdk_name) in names {
        let _ = writeln!(text, "    (\"{name}\", \"{sdk_name}\"),");
    }
    text += "];\n\n/// The text of the service at this place of [`NAMES`].\n";
    text += "pub(crate) fn text(at: usize) -> &'static str {\n    match at {\n";
    for (at, (name, _)) in names.iter().enumerate() {
        let _ = writeln!(
            text,
            "        {at} => include_str!(\"../models/{name}.txt\"),"
        );
    }
    text += "        _ => \"\",\n    }\n}\n\n/// The text of an endpoint rule set.\n";
    text += "pub(crate) fn rules(name: &str) -> Option<&'static str> {\n    Some(match name {\n";
    for name in sets {
        let _ = writeln!(
            text,
            "        \"{name}\" => include_str!(\"../endpoints/{name}.txt\"),"
        );
    }
    text + "        _ => return None,\n    })\n}\n"
}
