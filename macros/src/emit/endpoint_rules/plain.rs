//! The rules of a service that only says where it is: one of the user's own.

use aws_operation_catalog::{
    Condition, Endpoint, Endpoints, Expression, Rule, RuleParameter, RuleParameterType, RuleSet,
    Then,
};

/// Says in rules what the endpoints say. Their placeholders are the names of values here.
///
/// ```text
/// when isSet(Endpoint) => endpoint Endpoint
/// when booleanEquals(UseFIPS, true) => error …
/// when partition = aws.partition(region), dnsSuffix = partition#dnsSuffix, …
///   when stringEquals(region, "us-gov-west-1") => endpoint …
///   when stringEquals(partition#name, "aws-cn") => endpoint …
///   always => endpoint "https://thermometer.{region}.example.com"
/// ```
pub(super) fn rules<'t>(endpoints: &'t Endpoints<'t>) -> RuleSet<'t> {
    let endpoint = Expression::Reference("Endpoint");
    let mut rules = vec![
        rule(
            vec![holds(call("isSet", [endpoint.clone()]))],
            Then::Endpoint {
                url: endpoint,
                auth_schemes: Vec::new(),
                headers: Vec::new(),
                properties: Vec::new(),
            },
        ),
        refusal("UseFIPS", "the service's model has no FIPS endpoints"),
        refusal(
            "UseDualStack",
            "the service's model has no dual-stack endpoints",
        ),
    ];
    let region = || Expression::Reference("region");
    let partition =
        |name| Expression::Attribute(Box::new(Expression::Reference("partition")), name);
    let by_region = endpoints
        .regions
        .iter()
        .map(|(name, endpoint)| (region(), *name, endpoint));
    let by_partition = endpoints
        .partitions
        .iter()
        .map(|(name, endpoint)| (partition("name"), *name, endpoint));
    let mut found: Vec<_> = by_region
        .chain(by_partition)
        .map(|(value, name, endpoint)| {
            let is_it = call("stringEquals", [value, Expression::Template(name)]);
            rule(vec![holds(is_it)], then(endpoint))
        })
        .collect();
    found.extend(
        endpoints
            .common
            .iter()
            .map(|endpoint| rule(Vec::new(), then(endpoint))),
    );
    rules.push(rule(
        vec![
            assign("partition", call("aws.partition", [region()])),
            assign("dnsSuffix", partition("dnsSuffix")),
            assign("dualStackDnsSuffix", partition("dualStackDnsSuffix")),
        ],
        Then::Rules(found),
    ));
    RuleSet {
        parameters: vec![
            parameter("region", RuleParameterType::String, "AWS::Region"),
            parameter("Endpoint", RuleParameterType::String, "SDK::Endpoint"),
            parameter("UseFIPS", RuleParameterType::Boolean, "AWS::UseFIPS"),
            parameter(
                "UseDualStack",
                RuleParameterType::Boolean,
                "AWS::UseDualStack",
            ),
        ],
        rules,
    }
}

fn parameter<'t>(name: &'t str, kind: RuleParameterType, built_in: &'t str) -> RuleParameter<'t> {
    RuleParameter {
        name,
        kind,
        required: false,
        built_in: Some(built_in),
        default: None,
    }
}

fn refusal<'t>(flag: &'t str, message: &'t str) -> Rule<'t> {
    let flag = Expression::Reference(flag);
    let is_on = call("booleanEquals", [flag, Expression::Boolean(true)]);
    rule(vec![holds(is_on)], Then::Error(message))
}

fn then<'t>(endpoint: &'t Endpoint<'t>) -> Then<'t> {
    match endpoint {
        Endpoint::Error(message) => Then::Error(message),
        Endpoint::Url {
            template,
            auth_schemes,
        } => Then::Endpoint {
            url: Expression::Template(template),
            auth_schemes: auth_schemes.clone(),
            headers: Vec::new(),
            properties: Vec::new(),
        },
    }
}

fn rule<'t>(conditions: Vec<Condition<'t>>, then: Then<'t>) -> Rule<'t> {
    Rule { conditions, then }
}

fn holds(value: Expression<'_>) -> Condition<'_> {
    Condition {
        assign: None,
        value,
    }
}

fn assign<'t>(name: &'t str, value: Expression<'t>) -> Condition<'t> {
    Condition {
        assign: Some(name),
        value,
    }
}

fn call<'t, const N: usize>(name: &'t str, arguments: [Expression<'t>; N]) -> Expression<'t> {
    Expression::Call(name, arguments.into())
}
