//! What it costs to find one operation and everything that it reaches.
//!
//! `cargo bench -p aws-operation-catalog --bench read --profile dev` shows it as a user's compiler has it: Cargo does
//! not optimise what macros depend on.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use aws_operation_catalog::{Service, service};

fn main() {
    for (name, operation) in [
        ("sqs", "SendMessage"),
        ("dynamodb", "PutItem"),
        ("s3", "PutObject"),
        ("ec2", "DescribeInstances"),
        ("sagemaker", "CreateTrainingJob"),
    ] {
        // Found once per process, so there is one sample, and a cold one.
        let start = Instant::now();
        let found = service(name).expect("a service of the catalog");
        let index = start.elapsed();
        let mut shapes = 0;
        let read = best(|| shapes = reach(found, operation));
        let whole = best(|| drop(Service::parse(found.text())));
        println!(
            "{name:9} {:4} KB  found in {index:>8.3?}  {operation} and {shapes} shapes read in {read:>8.3?}  all read and checked in {whole:>8.3?}",
            found.text().len() / 1024,
        );
    }
}

/// Reads an operation and every shape that it reaches; gives back how many.
fn reach(service: &Service<'_>, operation: &str) -> usize {
    let operation = service
        .operation(operation)
        .expect("an operation of the service");
    let mut todo: Vec<&str> = operation
        .input
        .into_iter()
        .chain(operation.output)
        .chain(operation.errors)
        .collect();
    let mut seen: BTreeSet<&str> = todo.iter().copied().collect();
    while let Some(name) = todo.pop() {
        let shape = service.shape(name).expect("a shape of the service");
        todo.extend(
            shape
                .kind
                .members()
                .map(|member| member.target)
                .filter(|target| seen.insert(target)),
        );
    }
    seen.len()
}

/// The fastest of a few runs.
fn best(mut run: impl FnMut()) -> Duration {
    let once = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..15).map(once).min().unwrap_or_default()
}
