//! Smithy's JSON AST: what is read of it, and what is said of its mistakes.

use aws_operation_catalog::{AuthScheme, Endpoint, Protocol, Service, SmithyError};

/// A whole model: resources, mixins, `apply`, and every kind of shape.
const WETTER: &str = include_str!("../../tests/models/wetter.json");

/// The same service in the catalog's own words.
const WETTER_TEXT: &str = include_str!("../../tests/models/wetter.txt");

/// The smallest service, on lines that the tests count.
const SMALL: &str = r#"{
  "smithy": "2.0",
  "shapes": {
    "a#Small": {
      "type": "service",
      "operations": [{ "target": "a#Get" }],
      "traits": { "aws.protocols#awsJson1_0": {} }
    },
    "a#Get": {
      "type": "operation",
      "output": { "target": "a#GetOutput" }
    },
    "a#GetOutput": {
      "type": "structure",
      "members": {
        "name": { "target": "smithy.api#String" }
      }
    }
  }
}
"#;

#[test]
fn a_model_says_what_the_catalogs_text_says() {
    let service = Service::from_smithy(WETTER, None).expect("the model is right");
    for (at, (found, expected)) in service.text().lines().zip(WETTER_TEXT.lines()).enumerate() {
        assert_eq!(found, expected, "line {}", at + 1);
    }
    assert_eq!(service.text().len(), WETTER_TEXT.len());
    Service::parse(WETTER_TEXT).expect("the text is right");
}

#[test]
fn a_small_model_needs_nothing_else() {
    let service = Service::from_smithy(SMALL, None).expect("the model is right");
    assert_eq!((service.name, service.sdk_id), ("small", "small"));
    assert_eq!(service.target_prefix, Some("Small"));
    assert_eq!(service.protocols, [Protocol::AwsJson1_0]);
    assert_eq!(service.auth, [AuthScheme::NoAuth]);
    assert!(service.endpoints.of("aws", "eu-west-1").is_none());
    assert!(
        service
            .operation("Get")
            .expect("an operation")
            .input
            .is_none()
    );
}

/// One change to the smallest service, and what is said of it.
#[test]
#[expect(clippy::too_many_lines, reason = "one entry for each mistake")]
fn mistakes_are_told_with_their_line() {
    for (wrong, instead, expected) in [
        (SMALL, "", "line 1: this is not JSON: there is nothing here"),
        (
            SMALL,
            "[]",
            "line 1: a Smithy model is an object, and here is an array",
        ),
        (
            SMALL,
            "service s\n  protocols: restXml\n",
            "line 1: this is not JSON: unexpected word",
        ),
        (
            "\"type\": \"operation\",",
            "\"type\": \"operation\"",
            "line 10: this is not JSON: expected comma",
        ),
        (
            "  \"smithy\": \"2.0\",\n",
            "",
            "line 1: this is not a Smithy model: there is no `\"smithy\": \"2.0\"`",
        ),
        (
            "\"2.0\"",
            "\"3.0\"",
            "line 2: the version of Smithy is `1.0` or `2.0`, not `3.0`",
        ),
        (
            "\"2.0\"",
            "2.0",
            "line 2: `smithy` is a string, and here is a number",
        ),
        (
            "\"type\": \"service\"",
            "\"type\": \"resource\"",
            "line 1: there is no shape of the type `service` in this model",
        ),
        (
            "{ \"aws.protocols#awsJson1_0\": {} }",
            "{}",
            "line 4: the service `Small` needs the trait of a protocol, for example `aws.protocols#restJson1`",
        ),
        (
            "aws.protocols#awsJson1_0",
            "alloy.protocols#simple",
            "line 4: the service `Small` speaks `alloy.protocols#simple`, which is not supported",
        ),
        (
            "\"aws.protocols#awsJson1_0\": {}",
            "\"aws.protocols#restXml\": { \"noErrorWrapping\": true }",
            "line 4: the service `Small` has `noErrorWrapping`, which is not supported",
        ),
        (
            "aws.protocols#awsJson1_0",
            "aws.protocols#restJson1",
            "line 9: the operation `Get` needs the trait `smithy.api#http`, as the service's protocol has it",
        ),
        (
            "[{ \"target\": \"a#Get\" }]",
            "[{ \"target\": \"a#Put\" }]",
            "line 6: the service `Small` names `a#Put`, which is not in the file",
        ),
        (
            "[{ \"target\": \"a#Get\" }]",
            "[{ \"target\": \"a#GetOutput\" }]",
            "line 6: the service `Small` names `a#GetOutput`, which is of the kind `structure`, not `operation`",
        ),
        (
            "[{ \"target\": \"a#Get\" }]",
            "\"a#Get\"",
            "line 6: `operations` is an array, and here is a string",
        ),
        (
            "{ \"target\": \"a#GetOutput\" }",
            "{ \"target\": \"a#Output\" }",
            "line 11: the operation `Get` names `a#Output`, which is not in the file",
        ),
        (
            "\"output\": { \"target\": \"a#GetOutput\" }",
            "\"output\": {}",
            "line 11: `output` needs `target`",
        ),
        (
            "smithy.api#String",
            "a#Name",
            "line 16: the structure `GetOutput` has a member `name` whose target `a#Name` is not in the file",
        ),
        (
            "smithy.api#String",
            "smithy.api#Strin",
            "line 16: the structure `GetOutput` has a member `name` whose target `smithy.api#Strin` is not in the file",
        ),
        (
            "smithy.api#String",
            "smithy.api#BigInteger",
            "line 16: the structure `GetOutput` has a member `name` whose target `smithy.api#BigInteger` is not supported",
        ),
        (
            "\"name\": {",
            "\"my name\": {",
            "line 16: `a#GetOutput` has a member `my name`, which is no name",
        ),
        (
            "\"members\"",
            "\"mixins\": [{ \"target\": \"a#Mixed\" }], \"members\"",
            "line 15: `a#GetOutput` has a mixin `a#Mixed`, which is not in the file",
        ),
        (
            "\"members\"",
            "\"mixins\": [{ \"target\": \"a#GetOutput\" }], \"members\"",
            "line 13: `a#GetOutput` is a mixin of itself",
        ),
        (
            "\"a#GetOutput\": {",
            "\"GetOutput\": {",
            "line 13: a shape is called `namespace#Name`, not `GetOutput`",
        ),
        (
            "\"a#Get\": {",
            "\"a#GetOutput\": { \"type\": \"string\" },\n    \"a#Get\": {",
            "line 14: the shape `a#GetOutput` is there twice",
        ),
        (
            "\"type\": \"structure\",",
            "",
            "line 13: the shape `a#GetOutput` needs `type`",
        ),
        (
            "\"smithy.api#String\" }",
            "\"a#Big\" }\n } },\n \"a#Big\": { \"type\": \"bigDecimal\", \"traits\": {",
            "line 18: the shape `Big` is of the kind `bigDecimal`, which is not supported",
        ),
        (
            "\"smithy.api#String\" }",
            "\"a#All\" }\n } },\n \"a#All\": { \"type\": \"list\", \"members\": {",
            "line 18: the list `All` needs `member`",
        ),
        (
            "\"smithy.api#String\" }",
            "\"a#All\" }\n } },\n \"a#All\": { \"type\": \"list\", \"members\": { \"member\": { \"target\": \"a#All\" }",
            "line 18: `All` holds itself, without a structure in between",
        ),
        (
            "\"smithy.api#String\" }",
            "\"b#Get\" }\n } },\n \"b#Get\": { \"type\": \"structure\", \"members\": {\n \"more\": { \"target\": \"c#Get\" } } },\n \"c#Get\": { \"type\": \"structure\", \"members\": {",
            "line 20: `c#Get` and `b#Get` have the same name; give one another with `rename` in the service",
        ),
        (
            "\"smithy.api#String\" }",
            "\"smithy.api#String\", \"traits\": { \"smithy.api#length\": { \"max\": -1 } } }",
            "line 16: `smithy.api#length` cannot be `-1`",
        ),
        (
            "\"smithy.api#String\" }",
            "\"smithy.api#String\", \"traits\": { \"smithy.api#timestampFormat\": \"iso\" } }",
            "line 16: unknown timestamp format `iso`",
        ),
        (
            "\"smithy.api#String\" }",
            "\"smithy.api#String\", \"traits\": { \"smithy.api#xmlName\": \"a\\nb\" } }",
            "line 16: `smithy.api#xmlName` has a line break, which is not supported",
        ),
    ] {
        let changed = SMALL.replacen(wrong, instead, 1);
        assert_ne!(changed, SMALL, "nothing was replaced: {wrong}");
        match Service::from_smithy(&changed, None) {
            Err(SmithyError::Text(error)) => assert_eq!(error.to_string(), expected, "{changed}"),
            other => panic!("{expected}: {other:?}\n{changed}"),
        }
    }
}

#[test]
fn of_several_services_one_is_chosen_by_any_of_its_names() {
    let two = SMALL.replacen(
        "\"a#Get\": {",
        r#""a#Large_2026": {
      "type": "service",
      "traits": {
        "aws.api#service": { "sdkId": "Quite Large", "endpointPrefix": "large-api", "arnNamespace": "lrg" },
        "aws.protocols#awsJson1_1": {}
      }
    },
    "a#Get": {"#,
        1,
    );
    let names = || SmithyError::Services(vec!["quite-large".to_owned(), "small".to_owned()]);
    assert_eq!(Service::from_smithy(&two, None).map(|_| ()), Err(names()));
    assert_eq!(
        Service::from_smithy(&two, Some("big")).map(|_| ()),
        Err(names())
    );
    for name in [
        "quite-large",
        "quitelarge",
        "Quite Large",
        "Large_2026",
        "a#Large_2026",
        "large-api",
        "lrg",
    ] {
        let service = Service::from_smithy(&two, Some(name)).expect(name);
        assert_eq!(
            (service.name, service.sdk_name),
            ("quite-large", "quitelarge")
        );
    }
}

/// A newer model of a service that the catalog has keeps the catalog's name.
#[test]
fn what_the_catalog_has_is_called_as_there() {
    for (sdk_id, name) in [
        ("EventBridge", "events"),
        ("Elastic Load Balancing v2", "elbv2"),
        ("S3", "s3"),
        ("Bedrock Agent", "bedrock-agent"),
    ] {
        let traits = format!("\"traits\": {{ \"aws.api#service\": {{ \"sdkId\": \"{sdk_id}\" }},");
        let model = SMALL.replacen("\"traits\": {", &traits, 1);
        let service = Service::from_smithy(&model, None).expect(sdk_id);
        assert_eq!(service.name, name);
        let known = aws_operation_catalog::service(name).expect(name);
        assert_eq!(service.sdk_name, known.sdk_name);
    }
}

#[test]
fn the_usual_endpoint_rules_are_recognised_and_others_are_not_guessed_at() {
    let rules = |urls: &[&str], more: &str| {
        let endpoints = urls
            .iter()
            .map(|url| format!("{{ \"endpoint\": {{ \"url\": {url}, {more} }} }}"));
        let endpoints: Vec<String> = endpoints.collect();
        let traits = format!(
            "\"traits\": {{ \"smithy.rules#endpointRuleSet\": {{ \"rules\": [{}] }},",
            endpoints.join(",")
        );
        let model = SMALL.replacen("\"traits\": {", &traits, 1);
        let service = Service::from_smithy(&model, None).expect("the model is right");
        match service.endpoints.of("aws", "eu-west-1") {
            Some(Endpoint::Url { template, .. }) => Some((*template).to_owned()),
            _ => None,
        }
    };
    let usual = "\"https://small.{Region}.{PartitionResult#dnsSuffix}\"";
    let fips = "\"https://small-fips.{Region}.{PartitionResult#dualStackDnsSuffix}\"";
    let dual = "\"https://small.{Region}.{PartitionResult#dualStackDnsSuffix}\"";
    let custom = "{ \"ref\": \"Endpoint\" }";
    let none = "\"properties\": {}";
    let found = |template: &str| Some(template.to_owned());
    assert_eq!(
        rules(&[custom, fips, dual, usual], none),
        found("https://small.{region}.{dnsSuffix}")
    );
    assert_eq!(
        rules(&[custom, fips, dual], none),
        found("https://small.{region}.{dualStackDnsSuffix}")
    );
    assert_eq!(rules(&[custom, fips], none), None);
    assert_eq!(
        rules(&[usual, "\"https://small.amazonaws.com\""], none),
        None
    );
    assert_eq!(rules(&[usual, "{ \"ref\": \"Elsewhere\" }"], none), None);
    let signing = "\"properties\": { \"authSchemes\": [{ \"name\": \"sigv4\", \"signingName\": \"other\" }] }";
    assert_eq!(rules(&[usual], signing), None);
}

/// Said in Smithy 1.0, and by others than the shape itself.
#[test]
fn older_and_rarer_ways_to_say_it() {
    let model = SMALL
        .replacen("\"2.0\"", "\"1.0\"", 1)
        .replacen(
            "\"smithy.api#String\" }",
            "\"a#Sky\" },\n \"count\": { \"target\": \"smithy.api#PrimitiveInteger\" },\n \"old\": { \"target\": \"a#Set\" }",
            1,
        )
        .replacen(
            "\"a#Get\": {",
            r#""a#Sky": { "type": "string", "traits": { "smithy.api#enum": [{ "value": "clear", "name": "CLEAR" }, { "value": "grey" }] } },
    "a#Set": { "type": "set", "member": { "target": "b#Sky" } },
    "b#Sky": { "type": "string" },
    "a#Get": {"#,
            1,
        )
        .replacen(
            "\"type\": \"operation\",",
            "\"type\": \"operation\", \"traits\": { \"smithy.api#optionalAuth\": {}, \"smithy.api#endpoint\": { \"hostPrefix\": \"{name}.\" } },",
            1,
        )
        .replacen("\"traits\": {", "\"rename\": { \"a#GetOutput\": \"Got\" }, \"traits\": { \"aws.auth#sigv4\": { \"name\": \"s\" },", 1);
    let service = Service::from_smithy(&model, None).expect("the model is right");
    let expected = r#"service small
  rustSdk: small
  sdkId: small
  fullName: small
  apiVersion: ""
  protocols: awsJson1_0
  auth: sigv4
  signingName: s
  endpointPrefix: small
  targetPrefix: Small

operation Get @auth([sigv4, noAuth]) @endpoint(hostPrefix: "{name}.")
  output: Got

structure Got
  name: Sky
  count: smithy.api.Integer
  old: Set

list Set
  member: b.Sky

enum Sky
  clear
  grey

string b.Sky
"#;
    let mut written = (*service).to_string();
    for name in service.operation_names() {
        written.push('\n');
        written.push_str(&service.operation(name).expect("listed").to_string());
    }
    for name in service
        .shape_names()
        .filter(|name| !name.starts_with("smithy."))
    {
        written.push('\n');
        written.push_str(&service.shape(name).expect("listed").to_string());
    }
    assert_eq!(
        written,
        expected.replace("smithy.api.Integer", "smithy.api.PrimitiveInteger")
    );
}
