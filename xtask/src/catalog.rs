//! `cargo xtask catalog`: makes the catalog's files from botocore's models.
//!
//! `--check` writes nothing, and fails when a file is not what it would write.

mod archive;
mod endpoints;
mod fields;
mod operations;
mod output;
mod paginators;
mod partitions;
mod rules;
mod service;
mod shapes;
mod source;
#[cfg(test)]
mod tests;
mod traits;
mod verify;

use std::fmt::Write;
use std::path::Path;

use output::Output;
use source::Source;

/// Makes the files, or checks them.
pub(crate) fn run(check: bool) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or("no workspace")?;
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    let archive = archive::open(&target.join("botocore"))?;

    let mut output = Output::new(root.join("catalog"));
    let mut names = String::new();
    let mut arms = String::new();
    let count = archive.services.len();
    let partitions = serde_json::from_slice(&archive.partitions)
        .map_err(|error| format!("partitions.json: {error}"))?;
    let partitions = partitions::convert(&partitions)?;
    let blocks: Vec<String> = partitions.iter().map(ToString::to_string).collect();
    output.add("partitions.txt".to_owned(), blocks.join("\n"));
    for (at, (name, files)) in archive.services.iter().enumerate() {
        let source = Source::read(name, |file| files.get(file).map(Vec::as_slice))?;
        let endpoints = endpoints::evaluate(&source.rules, source.signing_name(), &partitions)
            .map_err(|error| format!("{name}: {error}"))?;
        let text = service::convert(&source, endpoints.lines())?;
        verify::service(
            name,
            &text,
            files,
            archive.endpoint_cases.get(name),
            &partitions,
        )?;
        output.add(format!("models/{name}.txt"), text);
        let _ = writeln!(names, "    (\"{name}\", \"{}\"),", source.sdk_name);
        let _ = writeln!(
            arms,
            "        {at} => include_str!(\"../models/{name}.txt\"),"
        );
    }
    output.add(
        "src/generated.rs".to_owned(),
        generated(count, &names, &arms),
    );
    output.finish(check)
}

fn generated(count: usize, names: &str, arms: &str) -> String {
    format!(
        "//! The services by name. Written by `cargo xtask catalog`.\n\
         \n\
         /// AWS's name and the Rust SDK's, sorted by the first.\n\
         pub(crate) static NAMES: [(&str, &str); {count}] = [\n{names}];\n\
         \n\
         /// The text of the service at this place of [`NAMES`].\n\
         ///\n\
         /// In the arms of a `match`, and not in a `static`: there the text would stand twice in the library.\n\
         pub(crate) fn text(at: usize) -> &'static str {{\n    match at {{\n{arms}        _ => \"\",\n    }}\n}}\n"
    )
}
