//! What thousands of faults leave behind: nothing.

use std::fs;

use futures_util::stream::{self, StreamExt as _};

use super::operations::Protocol;
use super::server::{Act, Server};
use super::{connector, rows};
use crate::apart;

const INSIDE: &str = "AWS_OPERATION_TEST_FLAT";
/// Calls until pools, caches and the allocator are full.
const BEFORE: usize = 2_000;
const CALLS: usize = 10_000;
/// KiB that the memory may grow by: less than half a KiB for each call.
const MOST: u64 = 4_096;
/// Open files: as many as calls at a time.
const AT_A_TIME: usize = 64;

#[test]
fn memory_and_sockets_stay_flat() {
    if std::env::var(INSIDE).is_err() {
        let name = "faults::flat::memory_and_sockets_stay_flat";
        let shown = apart::run(name, &[(INSIDE, "1")]);
        let figures = shown.lines().find(|line| line.contains("KiB"));
        println!("{}", figures.expect("the figures"));
        return;
    }
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (before, after) = runtime.block_on(async {
        let places = places().await;
        fail(&places, BEFORE).await;
        let before = taken();
        fail(&places, CALLS).await;
        (before, taken())
    });
    println!("KiB and open files before and after {CALLS} calls: {before:?}, {after:?}");
    assert!(after.0 <= before.0 + MOST, "KiB: {before:?}, {after:?}");
    assert!(
        after.1 <= before.1 + AT_A_TIME,
        "files: {before:?}, {after:?}"
    );
}

/// A server for each fault, but for those that take long by themselves.
async fn places() -> Vec<(Protocol, Server)> {
    let mut places = Vec::new();
    for row in rows::all() {
        let slow = row.acts.iter().any(|act| match act {
            Act::Hang | Act::Slowly(..) => true,
            Act::Write(bytes) => bytes.len() > 150_000,
            _ => false,
        });
        if !slow {
            places.push((row.protocol, Server::start(row.acts).await));
        }
    }
    places
}

async fn fail(places: &[(Protocol, Server)], calls: usize) {
    stream::iter(places.iter().cycle().take(calls))
        .map(|(protocol, server)| async {
            let _outcome = protocol.call(&connector(&server.url)).await;
        })
        .buffer_unordered(AT_A_TIME)
        .collect::<()>()
        .await;
}

/// The memory of this process, in KiB, and how many files it has open.
fn taken() -> (u64, usize) {
    let status = fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let memory = line.and_then(|line| line.split_whitespace().next());
    let files = fs::read_dir("/proc/self/fd").expect("Linux has it").count();
    (memory.expect("a size").parse().expect("a number"), files)
}
