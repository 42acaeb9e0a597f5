//! Answers that are none.

use super::super::operations::{ALL, Protocol};
use super::super::server::{Act, answer};
use super::super::{Outcome, Row};
use super::{BROKE, BROKE_OFF, JSON, REFUSED, UNREADABLE, row, written};

pub(super) fn bodies() -> Vec<Row> {
    let mut rows = Vec::new();
    let deep_json = format!("{{\"QueueUrls\":{}", "[".repeat(100_000));
    let deep_xml = "<a>".repeat(100_000);
    for protocol in ALL {
        let json = matches!(protocol, Protocol::AwsJson | Protocol::RestJson);
        let html = answer(
            200,
            "content-type: text/html\r\n",
            "<html><body>hello</body></html>",
        );
        rows.extend([
            written("200 with HTML", protocol, html, UNREADABLE, 1),
            written(
                "200 with invalid UTF-8",
                protocol,
                answer(200, "", b"\xff\xfe{\"\xff"),
                UNREADABLE,
                1,
            ),
            written(
                "200, truncated",
                protocol,
                answer(200, "", truncated(protocol)),
                UNREADABLE,
                1,
            ),
        ]);
        let deep = match protocol {
            Protocol::Cbor => vec![0x9f; 100_000],
            _ if json => deep_json.clone().into_bytes(),
            _ => deep_xml.clone().into_bytes(),
        };
        rows.push(written(
            "200, 100,000 levels deep",
            protocol,
            answer(200, "", deep),
            UNREADABLE,
            1,
        ));
    }
    let long = "x".repeat(5_000_000);
    let message = format!(r#"{{"__type":"Other","message":"{long}"}}"#);
    let good = format!(r#"{{"NextToken":"{long}"}}"#);
    rows.extend([
        written(
            "a message of 5 MB",
            JSON,
            answer(400, "", message),
            REFUSED,
            1,
        ),
        written(
            "an answer of 5 MB",
            JSON,
            answer(200, "", good),
            Outcome::Answered,
            1,
        ),
        written(
            "no gzip, but called so",
            JSON,
            answer(200, "content-encoding: gzip\r\n", "\x1f\x08"),
            UNREADABLE,
            1,
        ),
        written(
            "an empty body",
            JSON,
            answer(200, "", ""),
            Outcome::Answered,
            1,
        ),
        written(
            "204",
            JSON,
            b"HTTP/1.1 204 No Content\r\n\r\n".to_vec(),
            Outcome::Answered,
            1,
        ),
    ]);
    rows
}

/// The beginning of a good answer.
fn truncated(protocol: Protocol) -> &'static [u8] {
    match protocol {
        Protocol::AwsJson => br#"{"QueueUrls":["https://q"#,
        Protocol::AwsQuery => b"<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn",
        // A map with a text of nine bytes, of which four are there.
        Protocol::Cbor => b"\xbf\x69Next",
        Protocol::Ec2Query => b"<DescribeRegionsResponse><regionInfo><item><regionName>eu",
        Protocol::RestJson => br#"{"Functions":[{"FunctionName":"#,
        Protocol::RestXml => b"<ListAllMyBucketsResult><Buckets><Bucket><Name>cat",
    }
}

pub(super) fn heads() -> Vec<Row> {
    let good = answer(200, "", "{}");
    let informed = [b"HTTP/1.1 103 Early Hints\r\n\r\n".to_vec(), good].concat();
    let endless = [
        Act::Read,
        Act::Write(b"HTTP/1.1 200 OK\r\n".to_vec()),
        Act::WriteForever(b"x-more: and more\r\n".to_vec()),
    ];
    vec![
        written(
            "1xx before the answer",
            JSON,
            informed,
            Outcome::Answered,
            1,
        ),
        written(
            "no status line",
            JSON,
            b"SSH-2.0-OpenSSH_9.6\r\n".to_vec(),
            BROKE,
            1,
        ),
        written(
            "a status that is none",
            JSON,
            b"HTTP/1.1 999999 Oh\r\n\r\n".to_vec(),
            BROKE,
            1,
        ),
        written(
            "a header that is none",
            JSON,
            b"HTTP/1.1 200 OK\r\nno header\r\n\r\n".to_vec(),
            BROKE,
            1,
        ),
        row("an endless head", JSON, endless, BROKE, 1),
        written(
            "a length that is too long",
            JSON,
            b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{}".to_vec(),
            BROKE_OFF,
            3,
        ),
        written(
            "a length that is too short",
            JSON,
            b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n{}".to_vec(),
            UNREADABLE,
            1,
        ),
        written(
            "a length that is none",
            JSON,
            b"HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n{}".to_vec(),
            BROKE,
            1,
        ),
    ]
}
