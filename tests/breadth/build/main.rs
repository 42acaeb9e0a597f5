//! Writes one connector for each service of the catalog, with some of its operations, all of their
//! members named.

#[path = "../../../macros/src/names.rs"]
mod names;
mod sample;
#[expect(
    dead_code,
    reason = "the macros' own file, of which one function is used here"
)]
#[path = "../../../macros/src/check/words.rs"]
mod words;
mod write;

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build");
    let sample = sample::sample();
    let text = write::all(&sample);
    let folder = std::env::var_os("OUT_DIR").expect("Cargo says where");
    std::fs::write(Path::new(&folder).join("services.rs"), text).expect("Cargo's folder is ours");
}
