//! A small service in botocore's words, there and back; and that the check of the round trip sees what is changed.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::rule_sets::RuleSets;
use super::service::{self, Address};
use super::source::Source;
use super::{partitions, verify};

#[test]
fn a_partition_is_said_in_lines() {
    let file = json!({
        "version": "1.1",
        "partitions": [{
            "id": "aws-cn",
            "outputs": {
                "name": "aws-cn", "dnsSuffix": "amazonaws.com.cn", "dualStackDnsSuffix": "api.example",
                "implicitGlobalRegion": "cn-north-1", "supportsDualStack": true, "supportsFIPS": false
            },
            "regionRegex": "^cn\\-\\w+$",
            "regions": {
                "aws-cn-global": { "description": "aws-cn global region" },
                "cn-north-1": { "description": "China (Beijing)" }
            }
        }]
    });
    let partitions = partitions::convert(&file).unwrap();
    let text: String = partitions.iter().map(ToString::to_string).collect();
    assert_eq!(
        text,
        r#"partition aws-cn
  dnsSuffix: amazonaws.com.cn
  dualStackDnsSuffix: api.example
  implicitGlobalRegion: cn-north-1
  supportsDualStack: true
  supportsFips: false
  regionRegex: "^cn\-\w+$"
  global: aws-cn-global "aws-cn global region"
  region: cn-north-1 "China (Beijing)"
"#
    );
}

/// The regional template, but for one region's own host; China is signed for elsewhere.
fn rules() -> Value {
    let region = json!([{ "fn": "aws.partition", "argv": [{ "ref": "Region" }], "assign": "P" }]);
    let equals =
        |left: Value, right: &str| json!([{ "fn": "stringEquals", "argv": [left, right] }]);
    let attribute = json!({ "fn": "getAttr", "argv": [{ "ref": "P" }, "name"] });
    let endpoint = |conditions: Value, url: &str, auth: Value| {
        let properties = if auth == json!([]) {
            json!({})
        } else {
            json!({ "authSchemes": auth })
        };
        json!({ "conditions": conditions, "type": "endpoint", "endpoint": { "url": url, "properties": properties } })
    };
    let china = json!([{ "name": "sigv4", "signingRegion": "{P#implicitGlobalRegion}", "signingName": "city" }]);
    json!({
        "version": "1.0",
        "parameters": { "Region": { "type": "string" }, "UseFIPS": { "type": "boolean", "default": false } },
        "rules": [{ "conditions": region, "type": "tree", "rules": [
            { "conditions": [{ "fn": "booleanEquals", "argv": [{ "ref": "UseFIPS" }, true] }], "type": "error", "error": "no" },
            endpoint(equals(json!({ "ref": "Region" }), "us-east-1"), "https://city.amazonaws.com", json!([])),
            endpoint(equals(attribute, "aws-cn"), "https://city.{P#dnsSuffix}", china),
            endpoint(json!([]), "https://city.{Region}.{P#dnsSuffix}", json!([{ "name": "sigv4", "signingName": "city" }]))
        ] }]
    })
}

fn model() -> Value {
    json!({
        "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "hall", "signingName": "city", "protocol": "rest-xml", "serviceFullName": "The City",
            "serviceId": "City Hall Service", "signatureVersion": "v4", "uid": "city"
        },
        "operations": {
            "Walk": {
                "name": "Walk2026", "http": { "method": "PUT", "requestUri": "/{Street}/{Rest+}?walk", "responseCode": 202 },
                "input": { "shape": "WalkRequest", "locationName": "Walk", "xmlNamespace": { "uri": "urn:city" } },
                "output": { "shape": "WalkResponse" }, "errors": [{ "shape": "Rain" }],
                "authtype": "none", "auth": ["smithy.api#noAuth"], "endpoint": { "hostPrefix": "{Street}." },
                "deprecated": true, "deprecatedMessage": "take \"the\" tram", "documentation": "<p>Walks.</p>"
            }
        },
        "shapes": {
            "WalkRequest": {
                "type": "structure", "required": ["Street", "Rest"], "payload": "Shoes",
                "members": {
                    "Street": { "shape": "Name", "location": "uri", "locationName": "Street", "hostLabel": true },
                    "Rest": { "shape": "Name", "location": "uri", "locationName": "rest" },
                    "Speed": { "shape": "Speed", "location": "querystring", "locationName": "v" },
                    "Tags": { "shape": "Tags", "location": "headers", "locationName": "x-tag-" },
                    "Shoes": { "shape": "Shoes", "locationName": "shoes" }
                }
            },
            "WalkResponse": {
                "type": "structure",
                "members": {
                    "Status": { "shape": "Speed", "location": "statusCode" },
                    "Steps": { "shape": "Steps" },
                    "Seen": { "shape": "Seen" }
                }
            },
            "Shoes": { "type": "structure", "union": true, "members": { "Left": { "shape": "Name" }, "Raw": { "shape": "Raw" } } },
            "Raw": { "type": "blob", "max": 9, "sensitive": true },
            "Name": { "type": "string", "min": 1, "pattern": "\"#\\d" },
            "Speed": { "type": "integer", "min": -1, "box": true },
            "Tags": { "type": "map", "key": { "shape": "Name" }, "value": { "shape": "Name", "locationName": "V" } },
            "Steps": { "type": "list", "member": { "shape": "Step", "locationName": "Step" }, "flattened": true, "sparse": true },
            "Step": { "type": "string", "enum": ["left", "right foot"] },
            "Seen": { "type": "timestamp", "timestampFormat": "rfc822" },
            "Rain": {
                "type": "structure", "members": { "message": { "shape": "Name" } }, "exception": true,
                "error": { "httpStatusCode": 409, "senderFault": true }, "retryable": { "throttling": true }
            }
        }
    })
}

fn files() -> BTreeMap<String, Vec<u8>> {
    let extras = json!({ "version": 1.0, "merge": { "shapes": { "WalkRequest": { "members": { "From": { "shape": "Name" } } } } } });
    let paginators = json!({ "pagination": { "Walk": { "input_token": "From", "output_token": ["Steps[-1]"], "result_key": "Steps" } } });
    let acceptors = json!([
        { "state": "success", "matcher": "path", "argument": "length(Steps) > `3`", "expected": true },
        { "state": "failure", "matcher": "error", "expected": "Rain" },
        { "state": "retry", "matcher": "status", "expected": 404 }
    ]);
    let waiters = json!({ "version": 2, "waiters": { "Arrived": { "operation": "Walk", "delay": 5, "maxAttempts": 4, "acceptors": acceptors } } });
    [
        ("service-2.json", model()),
        ("service-2.sdk-extras.json", extras),
        ("paginators-1.json", paginators),
        ("waiters-2.json", waiters),
        ("endpoint-rule-set-1.json", rules()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.to_string().into_bytes()))
    .collect()
}

const TEXT: &str = r###"service city
  rustSdk: cityhall
  sdkId: "City Hall Service"
  fullName: "The City"
  apiVersion: 2026-01-01
  protocols: restXml
  auth: sigv4
  signingName: city
  endpointPrefix: hall
  endpointRules: city city

operation Walk @wireName(Walk2026) @http(method: PUT, uri: "/{Street}/{Rest+}?walk", code: 202) @auth([noAuth]) @endpoint(hostPrefix: "{Street}.") @paginated(inputToken: From, outputToken: "Steps[-1]", items: Steps) @deprecated(message: #"take "the" tram"#)
  input: WalkRequest
  output: WalkResponse
  errors: Rain
  waiter Arrived @delay(5) @maxAttempts(4)
    success @output(path: "length(Steps) > `3`", comparator: booleanEquals, expected: true)
    failure @errorType(Rain)
    retry @status(404)

string Name @length(min: 1) @pattern(##""#\d"##)

structure Rain @error(client) @httpError(409) @retryable(throttling: true)
  message: Name

blob Raw @length(max: 9) @sensitive

timestamp Seen @timestampFormat(http-date)

union Shoes
  Left: Name
  Raw: Raw

integer Speed @box @range(min: -1)

enum Step
  left
  "right foot"

list Steps @sparse
  member: Step @xmlName(Step)

map Tags
  key: Name
  value: Name @xmlName(V)

structure WalkRequest @xmlName(Walk) @xmlNamespace(uri: "urn:city")
  Street: Name @required @httpLabel @hostLabel
  Rest: Name @required @httpLabel(rest)
  Speed: Speed @httpQuery("v")
  Tags: Tags @httpPrefixHeaders("x-tag-")
  Shoes: Shoes @httpPayload @xmlName(shoes)
  From: Name @sdkExtra

structure WalkResponse
  Status: Speed @httpResponseCode
  Steps: Steps @xmlName(Step) @xmlFlattened
  Seen: Seen
"###;

const RULES: &str = r#"parameter Region: string
parameter UseFIPS: boolean @default(false)

when P = aws.partition(Region)
  when booleanEquals(UseFIPS, true) => error "no"
  when stringEquals(Region, "us-east-1") => endpoint "https://{host}.amazonaws.com"
  when stringEquals(P#name, "aws-cn") => endpoint "https://{host}.{P#dnsSuffix}" @sigv4(name: city, region: "{P#implicitGlobalRegion}")
  always => endpoint "https://{host}.{Region}.{P#dnsSuffix}" @sigv4(name: city)
"#;

#[test]
fn a_small_service_is_said_in_smithys_words() {
    let files = files();
    let source = Source::read("city", |name| files.get(name).map(Vec::as_slice)).unwrap();
    let mut sets = RuleSets::default();
    let rules = sets.add("city", &source.rules).unwrap();
    let text = service::convert(&source, Address::Rules(&rules)).unwrap();
    assert_eq!(text, TEXT);
    verify::service("city", &text, &files, &sets).unwrap();
    assert_eq!(sets.text("city"), Some(RULES));
}

/// Whatever is taken away from a text, changed or added: the check sees it.
#[test]
fn the_round_trip_sees_every_change() {
    let files = files();
    let mut sets = RuleSets::default();
    sets.add("city", &rules()).unwrap();
    let unseen = |text: &str| verify::service("city", text, &files, &sets).is_ok();
    assert!(unseen(TEXT));

    let mut changes = 0;
    for (at, _) in TEXT.match_indices(" @") {
        let applied = TEXT[at + 1..]
            .split(['(', ' ', '\n'])
            .next()
            .unwrap_or_default();
        let end = TEXT[at + 2..]
            .find([' ', '\n'])
            .map_or(TEXT.len(), |end| at + 2 + end);
        let end = if applied.len() + at + 1 == end {
            end
        } else {
            TEXT[at..]
                .find(") @")
                .or(TEXT[at..].find(")\n"))
                .map_or(end, |end| at + end + 1)
        };
        changes += 1;
        assert!(
            !unseen(&format!("{}{}", &TEXT[..at], &TEXT[end..])),
            "{applied} is gone and nobody saw it"
        );
    }
    for (at, line) in TEXT
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
    {
        let without: Vec<&str> = TEXT
            .lines()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, line)| line)
            .collect();
        changes += 1;
        assert!(
            !unseen(&without.join("\n")),
            "`{line}` is gone and nobody saw it"
        );
    }
    for (old, new) in [
        ("Steps: Steps", "Steps: Tags"),
        ("min: 1", "min: 2"),
        ("union Shoes", "structure Shoes"),
        ("blob Raw", "string Raw"),
        ("@error(client)", "@error(server)"),
        ("  left\n  \"right foot\"", "  \"right foot\"\n  left"),
        ("  Seen: Seen", "  Seen: Seen @required"),
        ("  Left: Name", "  Left: Name @sensitive"),
        ("expected: true", "expected: false"),
        ("PUT", "POST"),
    ] {
        changes += 1;
        assert!(TEXT.contains(old));
        assert!(
            !unseen(&TEXT.replacen(old, new, 1)),
            "{old} became {new} and nobody saw it"
        );
    }
    assert!(changes > 80, "only {changes} changes were tried");
}

/// A key that the converter does not know might be a trait that it should carry.
#[test]
fn an_unknown_key_is_an_error() {
    let mut files = files();
    let mut model = model();
    model["shapes"]["Name"]["colour"] = json!("red");
    files.insert("service-2.json".to_owned(), model.to_string().into_bytes());
    let source = Source::read("city", |name| files.get(name).map(Vec::as_slice)).unwrap();
    let rules = RuleSets::default().add("city", &source.rules).unwrap();
    let error = service::convert(&source, Address::Rules(&rules)).unwrap_err();
    assert_eq!(error, "city#Name: unknown key `colour`: \"red\"");
}
