//! What the compiler says of mistakes: one error for each, at the narrowest token, in our words.
//!
//! A file has several mistakes of one stage, to prove that all of them are reported. After a change,
//! `TRYBUILD=overwrite cargo test -p aws-operation-tests --test ui` writes the `.stderr` files anew;
//! read what is in them. Another compiler may say some of it in other words.

use std::fs;
use std::path::Path;

#[test]
fn mistakes() {
    copy_models("ui/model/files");
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

/// Puts the models of a folder where `model = "ui/model/files/…"` is going to look for them.
///
/// A path there begins at the `Cargo.toml` of the crate that is compiled. That is one which trybuild
/// writes, in a folder of its own below the target directory.
fn copy_models(folder: &str) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("cargo's folder for tests is in the target directory");
    let project = target.join("tests/trybuild").join(env!("CARGO_PKG_NAME"));
    let copies = project.join(folder);
    fs::create_dir_all(&copies).expect("a folder can be made");
    let models = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    for model in models.expect("the models are there") {
        let model = model.expect("a model can be found");
        fs::copy(model.path(), copies.join(model.file_name())).expect("a model can be copied");
    }
}
