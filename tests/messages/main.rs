//! What the compiler says of mistakes: one error for each, at the narrowest token, in our words.
//!
//! A file has several mistakes of one stage, to prove that all of them are reported. Those in
//! `ui/newcomer` have one each: what somebody gets wrong who has just begun. After a change,
//! `TRYBUILD=overwrite cargo test -p aws-operation-messages` writes the `.stderr` files anew;
//! read what is in them. Another compiler may say some of it in other words.

use std::fs;
use std::path::Path;

#[test]
fn mistakes() {
    copy_models("ui/model/files");
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

/// A newcomer's mistake is one error, and there are many that a newcomer can make.
#[test]
fn one_mistake_is_one_error() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/newcomer");
    let mut mistakes = 0;
    for file in fs::read_dir(folder).expect("the mistakes are there") {
        let file = file.expect("a mistake can be found").path();
        if file.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        mistakes += 1;
        let said = fs::read_to_string(file.with_extension("stderr"));
        let said = said.expect("what the compiler says is beside the mistake");
        let errors = said.lines().filter(|line| is_error(line)).count();
        assert_eq!(errors, 1, "{}:\n{said}", file.display());
    }
    assert!(mistakes >= 60, "there are {mistakes} mistakes");
}

/// `error: …` or `error[E0277]: …`, and not the compiler's summary at the end.
fn is_error(line: &str) -> bool {
    (line.starts_with("error:") || line.starts_with("error[")) && !line.contains("aborting due to")
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
