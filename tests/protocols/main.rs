//! The official cases of AWS's protocols, each as one test: what is sent for which values, and what
//! answers mean, through the macro and the runtime.
//!
//! `official/` is derived by `cargo xtask fixtures`; `own/` has what the official cases lack, in the
//! same form. `listed.txt` names the cases that cannot pass, and why.

mod bodies;
#[allow(
    clippy::all,
    clippy::pedantic,
    non_snake_case,
    unused,
    unnameable_types,
    unreachable_pub,
    reason = "made of models and cases, by the build script"
)]
mod cases {
    use std::collections::HashMap;

    use aws_operation::{Blob, ByteStream, DateTime, Document};

    include!(concat!(env!("OUT_DIR"), "/cases.rs"));

    /// The names of all cases.
    pub(super) fn names() -> &'static [&'static str] {
        NAMES
    }
}
mod endpoints;
mod listed;
mod requests;
mod responses;
mod transport;
mod values;

use std::future::Future;

/// Runs a case: it holds, unless it is listed.
fn judge(name: &str, case: impl Future<Output = Result<(), String>>) {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_time().build().expect("a runtime");
    match (runtime.block_on(case), listed::reason(name)) {
        (Ok(()), None) => {}
        (Err(_), Some(reason)) => println!("listed: {reason}"),
        (Ok(()), Some(_)) => panic!("`{name}` holds; take it out of `listed.txt`"),
        (Err(fault), None) => panic!("{fault}"),
    }
}

/// Whether the cases are the committed ones.
fn is_complete() -> bool {
    option_env!("AWS_OPERATION_CASES").is_none()
}

#[test]
fn every_listed_case_is_there() {
    let unknown: Vec<_> = listed::all()
        .map(|(name, _)| name)
        .filter(|name| !cases::names().contains(name))
        .collect();
    println!("{} cases are listed", listed::all().count());
    assert!(unknown.is_empty() || !is_complete(), "{unknown:#?}");
}

/// 367 of what is sent, 365 of what comes back.
#[test]
fn all_official_cases_are_there() {
    let official = |kind: &str| {
        let names = cases::names().iter();
        names
            .filter(|name| name.contains(kind))
            .filter(|name| !name.starts_with("own_") && !name.starts_with("endpoints_"))
            .count()
    };
    let counts = (official("::requests::"), official("::responses::"));
    assert!(counts == (367, 365) || !is_complete(), "{counts:?}");
    let calls = cases::names().iter();
    let calls = calls.filter(|name| name.starts_with("endpoints_")).count();
    assert!(
        calls == 656 || !is_complete(),
        "{calls} calls of the endpoint cases"
    );
}
