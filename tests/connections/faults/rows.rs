//! The faults.

mod answers;

use std::time::Duration;

use aws_operation::{ErrorKind, Sent};

use super::operations::{ALL, Protocol};
use super::server::{Act, answer};
use super::{Outcome, Row};

const JSON: Protocol = Protocol::AwsJson;
/// More than any row takes that does not wait for a limit.
const SOON: Duration = Duration::from_secs(20);

/// A connection that broke: whatever was sent may have been carried out.
const BROKE: Outcome = Outcome::Failed(ErrorKind::Transport, Sent::Maybe);
const BROKE_OFF: Outcome = Outcome::Failed(ErrorKind::Transport, Sent::Yes);
const LATE: Outcome = Outcome::Failed(ErrorKind::Timeout, Sent::Maybe);
const REFUSED: Outcome = Outcome::Failed(ErrorKind::Service, Sent::Yes);
const UNREADABLE: Outcome = Outcome::Failed(ErrorKind::Response, Sent::Yes);

pub(super) fn all() -> Vec<Row> {
    let mut rows = connections();
    rows.extend(times());
    rows.extend(statuses());
    rows.extend(answers::bodies());
    rows.extend(answers::heads());
    rows
}

fn row(
    fault: &'static str,
    protocol: Protocol,
    acts: impl Into<Vec<Act>>,
    expected: Outcome,
    attempts: u32,
) -> Row {
    Row {
        fault,
        protocol,
        acts: acts.into(),
        expected,
        attempts,
        most: SOON,
    }
}

/// A row about what the server writes after the request.
fn written(
    fault: &'static str,
    protocol: Protocol,
    bytes: Vec<u8>,
    expected: Outcome,
    attempts: u32,
) -> Row {
    let acts = [Act::Read, Act::Write(bytes), Act::Close];
    row(fault, protocol, acts, expected, attempts)
}

fn connections() -> Vec<Row> {
    let head = b"HTTP/1.1 200 OK\r\ncontent-le".to_vec();
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_vec();
    let nobody = Outcome::Failed(ErrorKind::Connect, Sent::No);
    vec![
        row("nobody listens", JSON, [], nobody, 3),
        row("closed at once", JSON, [Act::Close], BROKE, 3),
        row(
            "reset after the request",
            JSON,
            [Act::Read, Act::Reset],
            BROKE,
            3,
        ),
        row(
            "closed after the request",
            JSON,
            [Act::Read, Act::Close],
            BROKE,
            3,
        ),
        row(
            "closed amid the head",
            JSON,
            [Act::Read, Act::Write(head.clone()), Act::Close],
            BROKE,
            3,
        ),
        row(
            "reset amid the head",
            JSON,
            [Act::Read, Act::Write(head), Act::Reset],
            BROKE,
            3,
        ),
        row(
            "closed amid the body",
            JSON,
            [Act::Read, Act::Write(half.clone()), Act::Close],
            BROKE_OFF,
            3,
        ),
        row(
            "reset amid the body",
            JSON,
            [Act::Read, Act::Write(half), Act::Reset],
            BROKE_OFF,
            3,
        ),
    ]
}

fn times() -> Vec<Row> {
    let good = answer(200, "", "{}");
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_vec();
    vec![
        row("never answers", JSON, [Act::Read, Act::Hang], LATE, 3),
        row(
            "stops amid the body",
            JSON,
            [Act::Read, Act::Write(half), Act::Hang],
            LATE,
            3,
        ),
        row(
            "byte by byte, in time",
            JSON,
            [
                Act::Read,
                Act::Slowly(good.clone(), Duration::from_millis(2)),
            ],
            Outcome::Answered,
            1,
        ),
        row(
            "byte by byte, too slowly",
            JSON,
            [Act::Read, Act::Slowly(good, Duration::from_millis(200))],
            LATE,
            3,
        ),
    ]
}

fn statuses() -> Vec<Row> {
    let throttled = r#"{"__type":"ThrottlingException","message":"slow down"}"#;
    let after = "x-amz-retry-after: 20\r\n";
    let html = "<html><body>Bad Gateway</body></html>";
    let mut rows = vec![
        written(
            "400, throttling",
            JSON,
            answer(400, "", throttled),
            REFUSED,
            3,
        ),
        written(
            "400, throttling, retry after",
            JSON,
            answer(400, after, throttled),
            REFUSED,
            3,
        ),
        written(
            "400, another code",
            JSON,
            answer(400, "", r#"{"__type":"Other"}"#),
            REFUSED,
            1,
        ),
        written("429 without a code", JSON, answer(429, "", ""), REFUSED, 3),
        written("404 without a code", JSON, answer(404, "", ""), REFUSED, 1),
        written("503, retry after", JSON, answer(503, after, ""), REFUSED, 3),
    ];
    for protocol in ALL {
        rows.extend([
            written("500", protocol, answer(500, "", ""), REFUSED, 3),
            written(
                "502 with HTML",
                protocol,
                answer(502, "content-type: text/html\r\n", html),
                REFUSED,
                3,
            ),
        ]);
    }
    rows
}
