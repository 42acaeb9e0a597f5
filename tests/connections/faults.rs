//! What becomes of calls to servers that misbehave: the kind of error, whether the request may have
//! been carried out, how often it was tried, and how long that took.

#[cfg(target_os = "linux")]
mod flat;
mod operations;
mod rows;
pub(crate) mod server;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use aws_operation::{
    Connector, CustomRetries, EndpointUrl, Error, ErrorKind, Region, RetryPolicy, SdkClientConfig,
    Sent, StaticCredentials,
};
use futures_util::stream::{self, StreamExt as _};

use operations::Protocol;
use server::{Act, Server};

/// A fault, and what has to come of it.
struct Row {
    fault: &'static str,
    protocol: Protocol,
    /// What the server does. Nothing: there is none.
    acts: Vec<Act>,
    expected: Outcome,
    attempts: u32,
    most: Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Answered,
    Failed(ErrorKind, Sent),
}

const SECRET: &str = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";

/// A connector to this place, with AWS's own number of attempts and short waits between them.
fn connector(url: &str) -> Connector {
    let retries = CustomRetries::new().with_initial_backoff(Duration::from_millis(10));
    let config = SdkClientConfig::at(EndpointUrl::new(url.to_owned()).expect("a URL"))
        .with_attempt_timeout(Duration::from_millis(1500))
        .with_retry_policy(RetryPolicy::Custom(retries))
        .with_environment(false);
    let key = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", SECRET);
    Connector::new(key, Region::EuWest1).client_config(&config)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_is_told_as_what_it_is() {
    // Two at a time: what others compute is not to count as slow.
    let mut results = stream::iter(rows::all())
        .map(|row| tokio::spawn(run(row)))
        .buffered(2);
    let mut table = String::from(
        "| fault | kind | sent | attempts | took |\n| --- | --- | --- | --- | --- |\n",
    );
    let mut wrong = Vec::new();
    while let Some(result) = results.next().await {
        let (line, faults) = result.expect("no panic");
        let _ = writeln!(table, "{line}");
        wrong.extend(faults);
    }
    println!("{table}");
    assert!(wrong.is_empty(), "{}\n{table}", wrong.join("\n"));
}

/// A line of the table, and what is wrong.
async fn run(row: Row) -> (String, Vec<String>) {
    let server = Server::start(row.acts).await;
    let start = Instant::now();
    let result = row.protocol.call(&connector(&server.url)).await;
    let took = start.elapsed();
    let mut wrong = Vec::new();
    let mut expect = |holds: bool, what: String| {
        if !holds {
            wrong.push(format!("{} ({:?}): {what}", row.fault, row.protocol));
        }
    };

    let (outcome, attempts) = match &result {
        Ok(()) => (Outcome::Answered, row.attempts),
        Err(error) => (
            Outcome::Failed(error.kind(), error.sent()),
            error.attempts(),
        ),
    };
    expect(outcome == row.expected, format!("{outcome:?}: {result:?}"));
    expect(
        attempts == row.attempts,
        format!("{attempts} attempts: {result:?}"),
    );
    expect(took <= row.most, format!("took {took:?}"));
    if let Err(error) = &result {
        for fault in unfit(error) {
            expect(false, fault);
        }
    }
    let told = match outcome {
        Outcome::Answered => "answered | yes".to_owned(),
        Outcome::Failed(kind, sent) => format!("{kind:?} | {sent:?}"),
    };
    let line = format!(
        "| {} ({:?}) | {told} | {attempts} | {} ms |",
        row.fault,
        row.protocol,
        took.as_millis()
    );
    (line, wrong)
}

/// What no error's words may be like.
fn unfit(error: &Error) -> Vec<String> {
    let (display, debug) = (error.to_string(), format!("{error:?}"));
    let mut unfit = Vec::new();
    if display.lines().count() != 1 {
        unfit.push(format!("more than a line: {display}"));
    }
    if display.len() > 3_000 {
        unfit.push(format!("{} bytes of text", display.len()));
    }
    if display.contains(SECRET) || debug.contains(SECRET) || debug.contains("Signature=") {
        unfit.push("tells a secret".to_owned());
    }
    unfit
}

/// A redirect could lead a signed request to anybody.
#[tokio::test]
async fn no_redirect_is_followed() {
    let elsewhere = Server::start(vec![Act::Read, Act::Close]).await;
    for status in [301, 302, 307, 308] {
        let location = format!("location: {}/\r\n", elsewhere.url);
        let redirect = server::answer(status, &location, "");
        let server = Server::start(vec![Act::Read, Act::Write(redirect)]).await;
        for protocol in operations::ALL {
            let error = protocol.call(&connector(&server.url)).await;
            let error = error.expect_err("no answer");
            assert_eq!(
                error.kind(),
                ErrorKind::Service,
                "{protocol:?} {status}: {error}"
            );
            assert_eq!((error.status(), error.attempts()), (Some(status), 1));
        }
    }
    assert_eq!(elsewhere.connections(), 0);
}

/// A server that closes what it keeps alive costs nobody a call.
#[tokio::test]
async fn a_closed_connection_is_not_used_again() {
    let good = server::answer(200, "", "{}");
    let server = Server::start(vec![Act::Read, Act::Write(good), Act::Close]).await;
    let connector = connector(&server.url);
    for _ in 0..20 {
        Protocol::AwsJson.call(&connector).await.expect("an answer");
    }
}
