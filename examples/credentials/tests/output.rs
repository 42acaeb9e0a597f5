//! What a stranger sees.

use std::process::Command;

#[test]
fn four_ways_to_credentials_and_two_that_are_none() {
    let output = Command::new(env!("CARGO_BIN_EXE_credentials"))
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success(), "{text}");
    for (name, told) in [
        ("static", ":user/alice"),
        ("a role", ":assumed-role/Reader/"),
        ("a role of a role", ":assumed-role/Reader/"),
        ("a certificate", ":assumed-role/Reader/by-certificate"),
        ("a wrong secret", "SignatureDoesNotMatch (status 403)"),
        ("nothing", "AWS_OPERATION_SECRET_ACCESS_KEY"),
    ] {
        let mut lines = text.lines();
        let line = lines.find(|line| line.trim_start().starts_with(&format!("{name}  ")));
        assert!(
            line.is_some_and(|line| line.contains(told)),
            "{name}:\n{text}"
        );
    }
}
