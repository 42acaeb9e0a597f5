//! Calls to a server that emulates AWS and verifies every signature: for each service a write and
//! a read, a wrong secret that must be refused, and a request changed on its way that must be, too.
//! The services are such that every protocol of AWS's is spoken.
//!
//! `cargo xtask live` starts such a server and runs this. It reads the usual environment
//! variables: `AWS_ENDPOINT_URL`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`.

#![expect(
    unreachable_pub,
    reason = "nobody uses a program as a library, and `pub` reads more easily than `pub(crate)`"
)]

mod cloudwatch;
mod dynamodb;
mod ec2;
mod events;
mod iam;
mod kinesis;
mod lambda;
mod refusals;
mod report;
mod route53;
mod s3;
mod secretsmanager;
mod server;
mod sns;
mod sqs;
mod sts;
mod zip;

use std::process::ExitCode;

use report::Report;
use server::Server;

#[tokio::main]
async fn main() -> ExitCode {
    let server = match Server::from_environment() {
        Ok(server) => server,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut report = Report::default();
    sqs::test(&server, &mut report).await;
    dynamodb::test(&server, &mut report).await;
    secretsmanager::test(&server, &mut report).await;
    kinesis::test(&server, &mut report).await;
    events::test(&server, &mut report).await;
    s3::test(&server, &mut report).await;
    route53::test(&server, &mut report).await;
    sns::test(&server, &mut report).await;
    let role = iam::test(&server, &mut report).await;
    sts::test(&server, &mut report, &role).await;
    lambda::test(&server, &mut report, &role).await;
    iam::clean_up(&server, &mut report).await;
    ec2::test(&server, &mut report).await;
    cloudwatch::test(&server, &mut report).await;
    println!("{report}");
    if report.is_good() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
