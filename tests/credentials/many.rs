//! A thousand sets of credentials in one process.
#![cfg(target_os = "linux")]

use std::process::Command;

use aws_operation::{
    BasicClientConfig, Credentials, EndpointUrl, Region, TemporaryCredentials, validate_credentials,
};
use credentials::Server;

use crate::sts::{CALLER, ok};

const SETS: usize = 1_000;
const INSIDE: &str = "AWS_OPERATION_TEST_INSIDE";

/// The memory that this process has now, in KiB.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.expect("a size").parse().expect("a number")
}

/// Memory belongs to the whole process, hence one of its own: this test again.
#[test]
fn a_thousand_sets_take_little_and_calls_add_nothing() {
    let Ok(url) = std::env::var(INSIDE) else {
        let server = Server::start(|_, _| ok(CALLER));
        let output = Command::new(std::env::current_exe().expect("this program"))
            .args([
                "--exact",
                "many::a_thousand_sets_take_little_and_calls_add_nothing",
                "--nocapture",
            ])
            .env(INSIDE, server.url().as_str())
            .output()
            .expect("it runs");
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && shown.contains("1 passed"),
            "{shown}"
        );
        print!("{shown}");
        return;
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(measure(url));
}

async fn measure(url: String) {
    let config = BasicClientConfig::at(EndpointUrl::new(url).expect("a URL"));
    let call = async |credentials: &Credentials| {
        let call = validate_credentials(credentials, Region::EuWest1).client_config(&config);
        call.await.expect("an answer");
    };
    let set = |number: usize| {
        let keys = TemporaryCredentials::new(
            format!("ASIA{number}"),
            format!("secret-{number}"),
            "t".repeat(1_000),
            None,
        );
        Credentials::from(keys)
    };
    // What the first calls take is the connection pool's and the engine's.
    let one = set(0);
    for _ in 0..SETS {
        call(&one).await;
    }
    let before = memory();
    let sets: Vec<_> = (0..SETS).map(set).collect();
    for credentials in &sets {
        call(credentials).await;
    }
    let first = memory();
    for _ in 0..3 {
        for credentials in &sets {
            call(credentials).await;
        }
    }
    let last = memory();
    println!(
        "{SETS} sets: {before} KiB before, {first} after a call each, {last} after three more"
    );
    // A session's token is a kilobyte, and is kept for the engine as well.
    assert!(
        first - before < 16 * 1_024,
        "{SETS} sets take {} KiB",
        first - before
    );
    assert!(
        last.saturating_sub(first) < 2 * 1_024,
        "calls add {} KiB",
        last - first
    );
}
