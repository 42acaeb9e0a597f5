//! What a stranger sees.

use std::process::Command;

#[test]
fn who_says_more_gets_the_answer() {
    let output = Command::new(env!("CARGO_BIN_EXE_lambda-timeout"))
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success(), "{text}");
    for (name, told) in [
        (
            "nobody says more",
            "`timeout` is 1s (the request may have been sent)",
        ),
        ("the call does", "runs: 1  \"done\""),
        ("the request does", "runs: 1  \"done\""),
        ("the connector does", "runs: 1  \"done\""),
        ("all of it in a call", "runs: 1  \"done\""),
        ("each attempt has less", "runs: 3"),
        (
            "each attempt has less",
            "`attempt_timeout` is 500ms (attempts 3",
        ),
    ] {
        let mut lines = text.lines();
        let line = lines.find(|line| line.trim_start().starts_with(name));
        assert!(
            line.is_some_and(|line| line.contains(told)),
            "{name}:\n{text}"
        );
    }
}
