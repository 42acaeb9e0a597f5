//! The values that rules compute with.

use std::borrow::Cow;

use super::{ParameterValue, arn, url};
use crate::Partition;

/// A value. What is parsed out of a text stays that text, and is looked into when an attribute of
/// it is asked for: so all values borrow from the parameters.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'v> {
    /// No value at all.
    Absent,
    /// A text that `aws.parseArn` has accepted.
    Arn(Cow<'v, str>),
    Boolean(bool),
    Partition(&'static Partition),
    Text(Cow<'v, str>),
    Texts(&'v [String]),
    /// A text that `parseURL` has accepted.
    Url(Cow<'v, str>),
}

impl<'v> Value<'v> {
    /// The value of a parameter.
    pub(super) fn of(parameter: &'v ParameterValue<'_>) -> Self {
        match parameter {
            ParameterValue::Boolean(value) => Self::Boolean(*value),
            ParameterValue::Text(text) => Self::Text(Cow::Borrowed(text)),
            ParameterValue::Texts(texts) => Self::Texts(texts),
        }
    }

    /// The text, or nothing when there is none.
    pub(super) fn from_text(text: Option<Cow<'v, str>>) -> Self {
        text.map_or(Self::Absent, Self::Text)
    }

    /// Whether a condition with this value holds.
    pub(super) fn holds(&self) -> bool {
        !matches!(self, Self::Absent | Self::Boolean(false))
    }

    pub(super) fn into_text(self) -> Option<Cow<'v, str>> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The attribute of this name: `dnsSuffix` of a partition.
    pub(super) fn attribute(self, name: &str) -> Self {
        match self {
            Self::Arn(arn) => Self::from_text(part(arn, |arn| arn::Arn::parse(arn)?.part(name))),
            Self::Partition(partition) => of_partition(partition, name),
            Self::Url(url) if name == "isIp" => {
                Self::Boolean(url::Url::parse(&url).is_some_and(|url| url.is_ip()))
            }
            Self::Url(url) if name == "normalizedPath" => {
                let path = url::Url::parse(&url).map(|url| url.normalized_path());
                Self::from_text(path.map(Cow::Owned))
            }
            Self::Url(url) => Self::from_text(part(url, |url| url::Url::parse(url)?.part(name))),
            _ => Self::Absent,
        }
    }

    /// What stands at this place: in a list, or in an ARN's resource.
    pub(super) fn at(self, index: usize) -> Self {
        match self {
            Self::Arn(arn) => {
                Self::from_text(part(arn, |arn| arn::Arn::parse(arn)?.resource_id(index)))
            }
            Self::Texts(texts) => Self::from_text(texts.get(index).map(Cow::from)),
            _ => Self::Absent,
        }
    }
}

/// A part of a text: borrowed where the text is.
pub(super) fn part<'v>(
    text: Cow<'v, str>,
    find: impl for<'t> Fn(&'t str) -> Option<&'t str>,
) -> Option<Cow<'v, str>> {
    match text {
        Cow::Borrowed(text) => find(text).map(Cow::Borrowed),
        Cow::Owned(text) => find(&text).map(|part| Cow::Owned(part.to_owned())),
    }
}

fn of_partition<'v>(partition: &'static Partition, name: &str) -> Value<'v> {
    let text = match name {
        "dnsSuffix" => partition.dns_suffix,
        "dualStackDnsSuffix" => partition.dual_stack_dns_suffix,
        "implicitGlobalRegion" => partition.implicit_global_region.as_str(),
        "name" => partition.id,
        "supportsDualStack" => return Value::Boolean(partition.supports_dual_stack),
        "supportsFIPS" => return Value::Boolean(partition.supports_fips),
        _ => return Value::Absent,
    };
    Value::Text(Cow::Borrowed(text))
}
