//! Writes a test for each case: Rust code out of JSON and AWS's models.
//!
//! A file of cases names a service, and lists for its operations what is sent for which values, or
//! what an answer means. `AWS_OPERATION_CASES` is a folder with other files than the committed ones.

mod answers;
mod cases;
mod endpoints;
#[path = "../../../macros/src/names.rs"]
mod names;
mod operations;
mod requests;
#[path = "../../../macros/src/check/reserved.rs"]
mod reserved;
mod tests;
mod types;
mod values;

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-env-changed=AWS_OPERATION_CASES");
    let suites = if let Some(folder) = env::var_os("AWS_OPERATION_CASES") {
        cases::read(&[PathBuf::from(folder)])
    } else {
        let mut suites = cases::read(&["official/cases".into(), "own/cases".into()]);
        suites.extend(endpoints::read());
        suites
    };
    let text = tests::all(&suites);
    let folder = env::var_os("OUT_DIR").expect("Cargo says where");
    fs::write(Path::new(&folder).join("cases.rs"), text).expect("Cargo's folder is ours");
}
