//! Signed calls to S3, and three that fail: `cargo run -p quickstart`.
//!
//! Start reading in `connector.rs`: those structs are all that is written by hand about S3.

#![expect(
    unreachable_pub,
    reason = "nobody uses a program as a library, and `pub` reads more easily than `pub(crate)`"
)]

mod arguments;
mod connector;
mod failures;
mod source;
mod steps;
mod target;

use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use arguments::{Arguments, USAGE};
use source::Source;
use target::Target;

#[tokio::main]
async fn main() -> ExitCode {
    let Some(arguments) = Arguments::read() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                eprintln!("  because: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let source = arguments.file.map_or(Source::Own, Source::File);
    let target = Target::choose(arguments.server).await?;
    println!("{target}");

    let bucket = &*steps::new_bucket_name()?;
    timed("make a bucket", steps::make_bucket(&target, bucket)).await?;
    let used = use_bucket(&target, bucket, &source).await;
    let deleted = timed("delete both", steps::delete_both(&target, bucket, &source)).await;
    used.and(deleted)
}

async fn use_bucket(target: &Target, bucket: &str, source: &Source) -> Result<(), Box<dyn Error>> {
    timed("put an object", steps::put_object(target, bucket, source)).await?;
    timed("list the bucket", steps::list_bucket(target, bucket)).await?;
    timed("read it back", steps::read_back(target, bucket, source)).await?;

    println!("\nThree calls that fail, and what their errors say:");
    failures::wrong_secret(target, bucket).await?;
    failures::missing_key(target, bucket).await?;
    failures::nobody_listening(target, bucket).await?;
    println!();
    Ok(())
}

/// Prints a line about a step: what it is, how long it took, what came of it.
async fn timed(
    name: &str,
    step: impl Future<Output = Result<String, Box<dyn Error>>>,
) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let outcome = step.await?;
    let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
    println!("  {name:<16} {milliseconds:>6.1} ms  {outcome}");
    Ok(())
}
