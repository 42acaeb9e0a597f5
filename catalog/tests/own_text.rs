//! Texts that AWS did not write: what is read of them, and what is said of their mistakes.

use aws_operation_catalog::{
    Comparator, Endpoint, HttpBinding, Matcher, Protocol, RuleSet, Service, ShapeKind,
    TimestampFormat, WaiterState,
};

/// The example of the crate's documentation.
fn example() -> String {
    let docs = include_str!("../src/lib.rs");
    let (_, rest) = docs
        .split_once("//! ```text\n")
        .expect("the documentation has an example");
    let (example, _) = rest.split_once("//! ```").expect("the example ends");
    example
        .lines()
        .map(|line| {
            line.trim_start_matches("//!")
                .strip_prefix(' ')
                .unwrap_or_default()
                .to_owned()
                + "\n"
        })
        .collect()
}

#[test]
fn the_documented_example_reads_as_documented() {
    let text = example();
    let service = Service::parse(&text).expect("the example is right");
    assert_eq!(
        (service.name, service.sdk_name, service.signing_name),
        ("wetter", "wetter", "wetter")
    );
    assert_eq!(service.protocols, [Protocol::RestJson]);
    let endpoint = service
        .endpoints
        .of("aws", "eu-west-1")
        .expect("an endpoint for every region");
    assert!(matches!(
        endpoint,
        Endpoint::Url {
            template: "https://wetter.{region}.example.com",
            ..
        }
    ));

    let operation = service.operation("ListReports").expect("the operation");
    assert_eq!(
        (operation.http.method, operation.http.response_code),
        ("GET", Some(200))
    );
    assert_eq!(operation.errors, ["NoSuchCity"]);
    assert_eq!(operation.paginator.expect("pages").items, ["reports"]);
    let waiter = &operation.waiters[0];
    assert_eq!(
        (waiter.name, waiter.delay, waiter.max_attempts),
        ("ReportExists", 5, 20)
    );
    assert_eq!(waiter.acceptors[0].state, WaiterState::Success);
    let path = "length(reports) > `0`";
    assert_eq!(
        waiter.acceptors[0].matcher,
        Matcher::Output {
            path,
            comparator: Comparator::BooleanEquals,
            expected: "true"
        }
    );

    let input = service.shape("ListReportsRequest").expect("the input");
    let members: Vec<_> = input
        .kind
        .members()
        .map(|member| (member.name, member.required, member.traits.http))
        .collect();
    assert_eq!(
        members,
        [
            ("city", true, Some(HttpBinding::Label("city"))),
            ("token", false, Some(HttpBinding::Query("token")))
        ]
    );
    assert_eq!(
        service.shape("Sky").expect("the enum").kind,
        ShapeKind::Enum(vec!["clear", "partly cloudy"])
    );
    let timestamp = service.shape("Timestamp").expect("the timestamp");
    assert_eq!(
        timestamp.traits.timestamp_format,
        Some(TimestampFormat::DateTime)
    );
    assert!(service.shape("Nothing").is_none() && service.operation("Nothing").is_none());
}

#[test]
fn comments_line_ends_and_order_do_not_matter() {
    let text = "// ours\r\nstring Z\r\nstructure A\r\n\r\n  // a member\r\n  z: Z\r\n// the rest\r\nservice s\r\n  protocols: restXml\r\n";
    let service = Service::parse(text).expect("a service");
    assert_eq!(service.shape_names().collect::<Vec<_>>(), ["A", "Z"]);
    assert_eq!(
        service.shape("A").expect("a shape").kind.members().count(),
        1
    );
}

#[test]
fn strings_hold_anything_but_line_breaks() {
    let text = "service s\n  protocols: restXml\nstring A @pattern(##\"a\"#b\\\"##)\nenum B\n  #\"say \"hi\"\"#\n  \" \"\n";
    let service = Service::parse(text).expect("a service");
    assert_eq!(
        service.shape("A").expect("a shape").traits.pattern,
        Some("a\"#b\\")
    );
    let values = service.shape("B").expect("a shape");
    assert_eq!(values.kind, ShapeKind::Enum(vec!["say \"hi\"", " "]));
    assert_eq!(
        service.shape("A").expect("a shape").to_string(),
        "string A @pattern(##\"a\"#b\\\"##)\n"
    );
}

/// Every mistake has its line and its words.
#[test]
#[expect(clippy::too_many_lines, reason = "one line for each mistake")]
fn mistakes_are_told_with_their_line() {
    const HEAD: &str = "service s\n  protocols: restXml\n";
    for (text, expected) in [
        ("", "line 1: there is no line `service NAME`"),
        (
            "service s\n  protocols: soap\n",
            "line 2: unknown protocol `soap`",
        ),
        (
            "service s\n",
            "line 1: service `s` needs a line `protocols: …`",
        ),
        (
            "service s\n  protocols: restXml\n  colour: red\n",
            "line 3: unknown line `colour` of a service",
        ),
        (
            "service s\n  protocols: restXml\n  endpoint planet mars \"x\"\n",
            "line 3: an endpoint is of a `partition` or a `region`, not of a `planet`",
        ),
        (
            "service s\n  protocols: restXml\nservice t\n",
            "line 3: a text describes one service",
        ),
        (
            "{head}shape A\n",
            "line 3: expected `service`, `operation` or a kind of shape, found `shape`",
        ),
        ("{head}string\n", "line 3: `string` needs a name behind it"),
        (
            "{head}string A\n\nstring A\n",
            "line 5: there is another shape `A`",
        ),
        (
            "{head}string A @colour\n",
            "line 3: unknown trait `@colour`",
        ),
        (
            "{head}string A @length(min: one)\n",
            "line 3: `one` is not a number that fits here",
        ),
        (
            "{head}string A @length(low: 1)\n",
            "line 3: `@length` has no `low`",
        ),
        (
            "{head}string A @sensitive(very)\n",
            "line 3: `@sensitive` takes no value here",
        ),
        (
            "{head}string A @pattern\n",
            "line 3: `@pattern` needs a value in parentheses",
        ),
        (
            "{head}string A @pattern(\"a)\n",
            "line 3: the string that begins with `\"a)` has no end",
        ),
        (
            "{head}string A @pattern(\"a\"\n",
            "line 3: expected `)`, found the end of the line",
        ),
        (
            "{head}string A\n  a: B\n",
            "line 4: a string has no members",
        ),
        (
            "{head}list A\n",
            "line 3: expected the members `member` below",
        ),
        (
            "{head}structure A\n\n  // far away\n  a B\n",
            "line 6: expected `:`, found `B`",
        ),
        (
            "{head}structure A\n  a: B\n",
            "line 4: there is no shape `B`",
        ),
        (
            "{head}structure A\n  a: A @httpPayload @httpQuery(\"a\")\n",
            "line 4: a member has one place in an HTTP message, not two",
        ),
        (
            "{head}structure A @required\n",
            "line 3: unknown trait `@required`",
        ),
        (
            "{head}operation O\n  input: I\n",
            "line 4: there is no shape `I`",
        ),
        (
            "{head}operation O\n  errors: I\nstring I\n",
            "line 4: `I` is a string, not a structure",
        ),
        (
            "{head}map A\n  key: B\n  value: B\nblob B\n",
            "line 4: the keys of a map are strings, not a blob",
        ),
        (
            "{head}list A\n  member: B\nmap B\n  key: C\n  value: A\nstring C\n",
            "line 3: `A` holds itself, without a structure in between",
        ),
        (
            "{head}operation O\n  success @status(200)\n",
            "line 4: `success` stands below a `waiter`",
        ),
        (
            "{head}operation O @http(method: GET)\n",
            "line 3: `@http` needs `uri`",
        ),
        (
            "{head}operation O\n  output: A B\n",
            "line 4: did not expect `B`",
        ),
    ] {
        let text = text.replace("{head}", HEAD);
        let error = Service::parse(&text).expect_err(&text);
        assert_eq!(error.to_string(), expected, "{text}");
    }
}

#[test]
fn mistakes_in_rules_are_told_with_their_line() {
    for (text, expected) in [
        ("parameter A: list\n", "line 1: unknown type `list`"),
        (
            "parameter A: string @colour\n",
            "line 1: unknown trait `@colour` of a parameter",
        ),
        (
            "when isSet(A)\n    always => error \"no\"\n",
            "line 2: this line is too deep",
        ),
        (
            "always => error \"no\"\n  always => error \"no\"\n",
            "line 2: this line is too deep",
        ),
        (
            "always => nothing\n",
            "line 1: expected `endpoint` or `error`, found `nothing`",
        ),
        (
            "\nunless A\n",
            "line 2: expected `parameter`, `when` or `always`, found `unless`",
        ),
        (
            "when isSet(A => error \"no\"\n",
            "line 1: expected `)`, found `=> error \"no\"`",
        ),
        (
            "when A# => error \"no\"\n",
            "line 1: expected a path, found `=> error \"no\"`",
        ),
    ] {
        let error = RuleSet::parse(text).expect_err(text);
        assert_eq!(error.to_string(), expected, "{text}");
    }
}
