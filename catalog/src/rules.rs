//! Endpoint rule sets.

mod print;
mod read;

use crate::endpoint::EndpointAuth;

/// The endpoint rules of one or more services, as `endpoints/*.txt` has them.
///
/// ```text
/// parameter Region: string @builtIn("AWS::Region")
/// parameter UseFIPS: boolean @required @builtIn("AWS::UseFIPS") @default(false)
///
/// when isSet(Region), P = aws.partition(Region)
///   when booleanEquals(UseFIPS, true)
///     when booleanEquals(P#supportsFIPS, true) => endpoint "https://{host}-fips.{Region}.{P#dnsSuffix}"
///     always => error "FIPS is enabled but this partition does not support FIPS"
///   always => endpoint "https://{host}.{Region}.{P#dnsSuffix}" @sigv4(name: city)
/// always => error "Invalid Configuration: Missing Region"
/// ```
///
/// The rules are tried from top to bottom; the first whose conditions all hold decides, or, when lines stand deeper
/// below it, the first of those. The language is Smithy's
/// (<https://smithy.io/2.0/additional-specs/rules-engine/specification.html>) but for three things: `getAttr(P, "x")` is
/// `P#x`, as it is in templates; `{host}` stands for the service's own first label, so that services that differ in
/// nothing else share one text; properties other than the ways to sign are lists of strings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleSet<'t> {
    /// What the rules depend on.
    pub parameters: Vec<RuleParameter<'t>>,
    /// Tried in this order.
    pub rules: Vec<Rule<'t>>,
}

/// A parameter of a rule set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleParameter<'t> {
    /// The name.
    pub name: &'t str,
    /// The type.
    pub kind: RuleParameterType,
    /// Without a value there is no endpoint.
    pub required: bool,
    /// Where the client has it from, `AWS::Region`.
    pub built_in: Option<&'t str>,
    /// The value when there is no other: a string, or `true` or `false`.
    pub default: Option<&'t str>,
}

/// The type of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleParameterType {
    /// True or false.
    Boolean,
    /// Text.
    String,
    /// A list of texts.
    StringArray,
}

/// What to do when all conditions hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule<'t> {
    /// Evaluated in this order, up to the first that does not hold. None: the rule always applies.
    pub conditions: Vec<Condition<'t>>,
    /// What follows.
    pub then: Then<'t>,
}

/// Holds when its value is neither false nor absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition<'t> {
    /// The name that the value has from here on, within the rule.
    pub assign: Option<&'t str>,
    /// The value.
    pub value: Expression<'t>,
}

/// What follows from a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then<'t> {
    /// This endpoint.
    Endpoint {
        /// The URL: a template or a reference.
        url: Expression<'t>,
        /// How to sign, first the best; names and regions are templates.
        auth_schemes: Vec<EndpointAuth<'t>>,
        /// Headers that the request needs for this endpoint, with their values: templates.
        headers: Vec<(&'t str, Vec<&'t str>)>,
        /// The other properties, with their values: `backend` and `metricValues`.
        properties: Vec<(&'t str, Vec<&'t str>)>,
    },
    /// No endpoint, for this reason: a template.
    Error(&'t str),
    /// Other rules.
    Rules(Vec<Rule<'t>>),
}

/// A value in a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression<'t> {
    /// An attribute of a value: `P#dnsSuffix`, `arn#resourceId[0]`.
    Attribute(Box<Expression<'t>>, &'t str),
    /// True or false.
    Boolean(bool),
    /// A function of values.
    Call(&'t str, Vec<Expression<'t>>),
    /// A number.
    Integer(u32),
    /// A parameter, or what a condition has assigned.
    Reference(&'t str),
    /// Text with `{Name}` and `{Name#attribute}` to fill in.
    Template(&'t str),
}
