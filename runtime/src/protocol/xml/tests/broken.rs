//! Documents that are not what they should be: no panic, and nothing read that is not there.

use super::*;

const SAMPLE: &str = "<?xml version=\"1.0\"?>\n<!-- c -->\n<R a:kind='k'><Name>n&amp;<![CDATA[m]]></Name>\
    <Tag>1</Tag><Mark>a</Mark><Tag/><Size> 12 </Size><Items><member><Name>x</Name></member></Items>\
    <Counts><entry><value>2</value><key>b</key></entry></Counts>\
    <Entry><key>k</key><Val>v</Val></Entry><Kid><Kid/></Kid><Ratio>0.5</Ratio></R>";

#[test]
fn what_breaks_off_is_an_error() {
    let whole = read(SAMPLE);
    assert_eq!(whole.kids[0].kids.len(), 1);
    for end in 1..SAMPLE.len() {
        let found = read_in(Envelope::None, &SAMPLE.as_bytes()[..end]);
        assert!(found.is_err(), "{}: {found:?}", &SAMPLE[..end]);
        let found = read_in(Envelope::Result, &SAMPLE.as_bytes()[..end]);
        assert!(found.is_err(), "{}: {found:?}", &SAMPLE[..end]);
    }
}

/// Whatever is changed: an error, or an answer.
#[test]
fn any_byte_may_be_wrong() {
    for place in 0..SAMPLE.len() {
        for byte in *b"<>&;/\"' =!?[]-#x\0\xff" {
            let mut body = SAMPLE.as_bytes().to_vec();
            body[place] = byte;
            for envelope in [Envelope::None, Envelope::Result, Envelope::Error] {
                // Only that it comes to an end.
                let _ends = read_in(envelope, &body);
            }
            let _ends = super::super::error_metadata(&body);
        }
    }
}

#[test]
fn documents_that_are_not_well_formed() {
    for body in [
        "<R><Name>n</R>",
        "<R></R><R></R>",
        "<R></R>x",
        "x<R></R>",
        "<R></R>&amp;",
        "<R><Name>&unheard;</Name></R>",
        "<R><Name>&#0;</Name></R>",
        "<R><Name>a & b</Name></R>",
        "<R><Name>n<b>m</b></Name></R>",
        "<R><Unheard><a></Unheard></R>",
        "<R><Unheard></a></R>",
        "<R><Unheard><!DOCTYPE a></Unheard></R>",
        "<R></R></R>",
        "<R kind=\"&unheard;\"></R>",
        "<!-- only a comment -->",
        "<!DOCTYPE html><html></html>",
        "{\"Name\": \"n\"}",
        "<R><Counts><entry><value>1</value></entry></Counts></R>",
    ] {
        let found = read_in(Envelope::None, body.as_bytes());
        assert!(found.is_err(), "{body}: {found:?}");
    }
    assert!(read_in(Envelope::None, b"<R><Name>\xff</Name></R>").is_err());
}

/// What is wrong is named, and nothing of it is shown.
#[test]
fn values_that_are_no_values() {
    for (body, expected) in [
        (
            "<R><Size>secret</Size></R>",
            "`Size` is not a number of its size",
        ),
        (
            "<R><Size>9223372036854775808</Size></R>",
            "`Size` is not a number of its size",
        ),
        ("<R><When>secret</When></R>", "`When` is not a timestamp"),
        ("<R><Bytes>*secret*</Bytes></R>", "`Bytes` is not base64"),
        ("<HTML><body/></HTML>", "it is a page of HTML"),
        (
            "<R><Name><secret/></Name></R>",
            "there is an element where text should be",
        ),
        ("<R><Name>secret</R>", "not well-formed near byte"),
        ("<R><Name>secret</Name>", "the XML breaks off"),
    ] {
        let fault = fault(body);
        assert!(fault.contains(expected), "{body}: {fault}");
        assert!(!fault.contains("secret"), "{fault}");
    }
}

/// What nobody reads is passed over: the names in it may be any, and so may its depth.
#[test]
fn what_nobody_reads_is_only_counted() {
    let found = read("<R><Unheard><a><c e='>'/>&unheard;</b></Unheard><Name>n</Name></R>");
    assert_eq!(found.name.as_deref(), Some("n"));
    assert!(read_in(Envelope::None, nested("Unheard", 100_000).as_bytes()).is_ok());
}

/// A message may be broken, and the rest of the error is read.
#[test]
fn what_comes_after_a_broken_message_is_read() {
    for message in ["a &b;", "AT&T", "a &b &c", "a &#x0;"] {
        let body = format!(
            "<ErrorResponse><Error><Code>c</Code><Message>{message}</Message></Error>\
             <RequestId>r</RequestId></ErrorResponse>"
        );
        let metadata = super::super::error_metadata(body.as_bytes()).build();
        assert_eq!(metadata.code(), Some("c"), "{message}");
        assert_eq!(metadata.message(), None, "{message}");
        assert_eq!(metadata.extra("request_id"), Some("r"), "{message}");
    }
}

/// Looking for an end that is not there takes no longer for each element before it. This would take
/// hours.
#[test]
fn an_end_that_is_missing_is_looked_for_once() {
    let body = format!("<R><Unheard>{}", "<a/>".repeat(500_000));
    assert!(fault(&body).contains("breaks off"));
}

fn nested(name: &str, depth: usize) -> String {
    let (start, end) = (format!("<{name}>"), format!("</{name}>"));
    format!("<R>{}{}</R>", start.repeat(depth), end.repeat(depth))
}

/// Readers of nested shapes call each other: there is an end to it.
#[test]
fn deep_nesting_is_an_error() {
    for (depth, good) in [(63, true), (64, false), (100_000, false)] {
        let found = read_in(Envelope::None, nested("Kid", depth).as_bytes());
        assert_eq!(found.is_ok(), good, "{depth}");
    }
    assert!(fault(&"<Kid>".repeat(200)).contains("more than 64"));
}
