//! Errors, and what they are wrapped in.

use aws_smithy_types::error::ErrorMetadata;

use super::super::{REQUEST_ID, error_metadata};
use super::*;

fn metadata(body: &str) -> ErrorMetadata {
    error_metadata(body.as_bytes()).build()
}

/// Code, message and request id, and the members beside them.
#[test]
fn every_envelope() {
    let inner = "<Code> C </Code><Message>m &amp; n</Message><Name>x</Name>";
    for body in [
        format!("<Error>{inner}<RequestId>r</RequestId><HostId>h</HostId></Error>"),
        format!(
            "<ErrorResponse xmlns=\"x\"><Error><Type>Sender</Type>{inner}</Error><RequestId>r</RequestId></ErrorResponse>"
        ),
        format!(
            "<ErrorResponse><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata><Error>{inner}</Error></ErrorResponse>"
        ),
        format!(
            "<Response><Errors><Error>{inner}</Error></Errors><RequestID>r</RequestID></Response>"
        ),
    ] {
        let said = metadata(&body);
        assert_eq!(
            (said.code(), said.message(), said.extra(REQUEST_ID)),
            (Some("C"), Some("m & n"), Some("r")),
            "{body}"
        );
        let node = read_in(Envelope::Error, body.as_bytes()).expect("an error's members");
        assert_eq!(node.name.as_deref(), Some("x"), "{body}");
    }
}

/// An error without an envelope is known by its namespace or by its name. Its members are known
/// in any case.
#[test]
fn bare_errors() {
    let body = "<?xml version=\"1.0\"?><InvalidChangeBatch \
        xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\">\
        <Messages><Message>a</Message><Message>b</Message></Messages><name>x</name>\
        <RequestId>r</RequestId></InvalidChangeBatch>";
    let said = metadata(body);
    assert_eq!(said.code(), Some("InvalidChangeBatch"));
    assert_eq!(said.message(), Some("a; b"));
    assert_eq!(said.extra(REQUEST_ID), Some("r"));
    let node = read_in(Envelope::Error, body.as_bytes()).expect("an error's members");
    assert_eq!(node.name.as_deref(), Some("x"));

    let said = metadata("<AccessDeniedException><Message>no</Message></AccessDeniedException>");
    assert_eq!(
        (said.code(), said.message()),
        (Some("AccessDeniedException"), Some("no"))
    );
}

/// Pages, and what is no XML at all, have no code.
#[test]
fn no_errors() {
    for body in [
        "",
        "<html><body><Code>c</Code></body></html>",
        "<!DOCTYPE html><html></html>",
        "no",
        "<ErrorResponse><Error/></ErrorResponse>",
        "<Response><Errors/></Response>",
    ] {
        let said = metadata(body);
        assert_eq!((said.code(), said.message()), (None, None), "{body}");
    }
}

/// What was said before the answer broke still counts: a retry may depend on it.
#[test]
fn broken_errors() {
    let said = metadata("<ErrorResponse><Error><Code>Throttling</Code><Mess");
    assert_eq!(said.code(), Some("Throttling"));
    let said = metadata("<Error><Code><deep/></Code><Message>m</Message></Error>");
    assert_eq!((said.code(), said.message()), (None, Some("m")));
}
