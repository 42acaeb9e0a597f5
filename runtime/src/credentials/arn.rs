//! ARNs of what credentials are made from: roles, profiles, trust anchors.

use std::fmt;

/// The parts of an ARN: `arn:partition:service:region:account:resource`.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
pub(super) struct Arn<'a> {
    pub(super) service: &'a str,
    pub(super) region: &'a str,
    pub(super) account: &'a str,
    pub(super) resource: &'a str,
}

impl<'a> Arn<'a> {
    /// Splits a text. What the parts are is for others to check, but for the account: 12 digits.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.splitn(6, ':');
        let mut next = || parts.next();
        let (prefix, partition) = (next()?, next()?);
        let (service, region, account, resource) = (next()?, next()?, next()?, next()?);
        let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
        let is_arn = prefix == "arn" && !partition.is_empty() && !resource.is_empty();
        (is_arn && is_account && is_plain).then_some(Self {
            service,
            region,
            account,
            resource,
        })
    }
}

/// A role's ARN: `arn:aws:iam::123456789012:role/path/Name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RoleArn(String);

impl RoleArn {
    pub(super) fn new(text: &str) -> Result<Self, InvalidArn> {
        match Arn::parse(text) {
            Some(Arn {
                service: "iam",
                region: "",
                resource,
                ..
            }) if resource
                .strip_prefix("role/")
                .is_some_and(|name| !name.is_empty() && !name.ends_with('/')) =>
            {
                Ok(Self(text.to_owned()))
            }
            _ => Err(InvalidArn {
                text: text.to_owned(),
                what: "a role",
                example: "arn:aws:iam::123456789012:role/Reader",
            }),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The account's id.
    pub(super) fn account(&self) -> &str {
        let arn = Arn::parse(&self.0);
        arn.expect("BUG: it is an ARN since `new`").account
    }

    /// The role's name, without its path.
    #[cfg(any(test, feature = "roles-anywhere"))]
    pub(super) fn name(&self) -> &str {
        self.0
            .rsplit('/')
            .next()
            .expect("BUG: there is always a last part")
    }
}

/// A text that is not the ARN of what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct InvalidArn {
    pub(super) text: String,
    pub(super) what: &'static str,
    pub(super) example: &'static str,
}

impl fmt::Display for InvalidArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            text,
            what,
            example,
        } = self;
        write!(
            f,
            "{text:?} is not the ARN of {what}, for example `{example}`"
        )
    }
}

impl std::error::Error for InvalidArn {}

#[cfg(test)]
mod tests {
    use super::RoleArn;

    #[test]
    fn a_role_has_an_account_and_a_name() {
        let role = RoleArn::new("arn:aws-cn:iam::123456789012:role/team/one/Reader").unwrap();
        assert_eq!((role.account(), role.name()), ("123456789012", "Reader"));
    }

    #[test]
    fn what_is_no_role_is_refused_and_shown() {
        for text in [
            "",
            "Reader",
            "arn:aws:iam::123456789012:user/alice",
            "arn:aws:iam::12345678901:role/Reader",
            "arn:aws:iam::123456789012:role/",
            "arn:aws:iam::123456789012:role/team/",
            "arn:aws:iam:eu-west-1:123456789012:role/Reader",
            "arn:aws:iam::123456789012:role/Reader\n",
            "arn:aws:sts::123456789012:assumed-role/Reader/me",
        ] {
            let error = RoleArn::new(text).unwrap_err().to_string();
            assert!(
                error.starts_with(&format!("{text:?} is not the ARN of a role")),
                "{error}"
            );
        }
    }
}
