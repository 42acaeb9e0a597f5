//! The library's functions, one by one. Whole rule sets are held against AWS's own cases by the
//! tests of the workspace.

use std::borrow::Cow;

use super::functions::{
    is_valid_host_label, is_virtual_hostable_s3_bucket, partition, substring, uri_encode,
};
use super::value::Value;
use super::{EndpointRules, arn, resolve, url};

#[test]
fn arns() {
    let bucket = "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1:accesspoint/a";
    let found = arn::Arn::parse(bucket).unwrap();
    assert_eq!(found.part("partition"), Some("aws"));
    assert_eq!(found.part("service"), Some("s3-outposts"));
    assert_eq!(found.part("region"), Some("us-west-2"));
    assert_eq!(found.part("accountId"), Some("123456789012"));
    let resource: Vec<_> = (0..5).map(|index| found.resource_id(index)).collect();
    let expected = ["outpost", "op-1", "accesspoint", "a"].map(Some);
    assert_eq!(resource[..4], expected);
    assert_eq!(resource[4], None);

    assert!(arn::Arn::parse("arn:aws:s3:::bucket").is_some());
    for text in [
        "",
        "bucket",
        "arn:aws:s3::",
        "arn::s3:::bucket",
        "arn:aws:s3:::",
    ] {
        assert!(arn::Arn::parse(text).is_none(), "{text}");
    }
}

#[test]
fn urls() {
    let parts = |text| {
        let url = url::Url::parse(text)?;
        let part = |name| url.part(name).unwrap().to_owned();
        let path = (part("path"), url.normalized_path());
        Some((part("scheme"), part("authority"), path, url.is_ip()))
    };
    let expected = |scheme: &str, authority: &str, path: (&str, &str), is_ip| {
        let path = (path.0.to_owned(), path.1.to_owned());
        Some((scheme.to_owned(), authority.to_owned(), path, is_ip))
    };
    assert_eq!(
        parts("https://a.example:8443/base"),
        expected("https", "a.example:8443", ("/base", "/base/"), false)
    );
    assert_eq!(
        parts("http://127.0.0.1:4566"),
        expected("http", "127.0.0.1:4566", ("", "/"), true)
    );
    assert_eq!(
        parts("http://[::1]/"),
        expected("http", "[::1]", ("", "/"), true)
    );
    for text in [
        "",
        "a.example",
        "ftp://a.example",
        "https://",
        "https://a.example?b",
    ] {
        assert_eq!(parts(text), None, "{text}");
    }
}

#[test]
fn substrings() {
    let part =
        |text, start, stop, backwards| match substring(Cow::Borrowed(text), start, stop, backwards)
        {
            Value::Text(text) => Some(text.into_owned()),
            _ => None,
        };
    assert_eq!(part("abcdef", 0, 2, false).as_deref(), Some("ab"));
    assert_eq!(part("abcdef", 0, 2, true).as_deref(), Some("ef"));
    assert_eq!(part("abcdef", 1, 3, true).as_deref(), Some("de"));
    assert_eq!(part("abc", 0, 4, false), None);
    assert_eq!(part("abc", 2, 2, false), None);
    assert_eq!(part("äbc", 0, 1, false), None);
}

#[test]
fn labels_and_buckets() {
    assert!(is_valid_host_label("0a-Z", false));
    assert!(is_valid_host_label("a.b", true));
    for (label, dots) in [
        ("", false),
        ("-a", false),
        ("a.b", false),
        ("a..b", true),
        ("a_b", false),
    ] {
        assert!(!is_valid_host_label(label, dots), "{label}");
    }
    assert!(!is_valid_host_label(&"a".repeat(64), false));

    assert!(is_virtual_hostable_s3_bucket("bucket-1", false));
    assert!(is_virtual_hostable_s3_bucket("a.bucket", true));
    for bucket in ["ab", "Bucket", "a.bucket", "-ab", "ab-", "a_b", "../evil"] {
        assert!(!is_virtual_hostable_s3_bucket(bucket, false), "{bucket}");
    }
    for bucket in ["192.168.5.4", "a..b", "a-.b", ".ab"] {
        assert!(!is_virtual_hostable_s3_bucket(bucket, true), "{bucket}");
    }
}

#[test]
fn partitions_of_regions_that_nobody_knows() {
    assert_eq!(partition("eu-west-1").id, "aws");
    assert_eq!(partition("cn-mars-1").id, "aws-cn");
    assert_eq!(partition("aws-us-gov-global").id, "aws-us-gov");
    assert_eq!(partition("no region!").id, "aws");
}

#[test]
fn encoding() {
    assert_eq!(uri_encode("a b/c:ü~-._"), "a%20b%2Fc%3A%C3%BC~-._");
}

/// What the macro emits is whole. Bytes that are not do no harm, all the same.
#[test]
fn broken_bytes_end() {
    let whole = include_bytes!("../engine/tests/operations/s3.rules");
    for end in 0..600 {
        let code = &whole[..end];
        let rules = EndpointRules { host: "s3", code };
        let _ = resolve(&rules, |_, _| None);
    }
}
