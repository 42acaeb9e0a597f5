//! Keys in environment variables, without `aws-config`.

use std::env;
use std::fmt;

use aws_credential_types::Credentials as Keys;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};
use aws_smithy_types::date_time::{DateTime, Format};

/// What the variables say that all of AWS's tools read.
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html>
#[derive(Debug)]
pub(super) struct Environment;

impl ProvideCredentials for Environment {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::ready(read(|name| env::var(name).ok()))
    }
}

fn read(variable: impl Fn(&str) -> Option<String>) -> Result<Keys, CredentialsError> {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    let (id, secret) = match (set("AWS_ACCESS_KEY_ID"), set("AWS_SECRET_ACCESS_KEY")) {
        (Some(id), Some(secret)) => (id, secret),
        (id, secret) => {
            return Err(CredentialsError::not_loaded(Missing {
                id: id.is_none(),
                secret: secret.is_none(),
            }));
        }
    };
    let mut keys = Keys::builder()
        .access_key_id(id)
        .secret_access_key(secret)
        .provider_name("Environment");
    keys.set_session_token(set("AWS_SESSION_TOKEN"));
    keys.set_account_id(set("AWS_ACCOUNT_ID").map(Into::into));
    // `aws configure export-credentials --format env` writes it.
    if let Some(end) = set("AWS_CREDENTIAL_EXPIRATION") {
        let end = DateTime::from_str(&end, Format::DateTimeWithOffset)
            .ok()
            .and_then(|end| end.try_into().ok());
        keys.set_expiry(Some(end.ok_or_else(|| {
            CredentialsError::invalid_configuration(
                "AWS_CREDENTIAL_EXPIRATION is no time, for example `2026-11-22T12:00:00Z`",
            )
        })?));
    }
    Ok(keys.build())
}

#[derive(Debug)]
struct Missing {
    id: bool,
    secret: bool,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.id, self.secret) {
            (true, true) => "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set",
            (true, false) => "AWS_ACCESS_KEY_ID is not set",
            _ => "AWS_SECRET_ACCESS_KEY is not set",
        })
    }
}

impl std::error::Error for Missing {}

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    fn of(variables: &[(&str, &str)]) -> Result<Keys, CredentialsError> {
        read(|name| {
            let found = variables.iter().find(|(variable, _)| *variable == name)?;
            Some(found.1.to_owned())
        })
    }

    const KEY: [(&str, &str); 2] = [
        ("AWS_ACCESS_KEY_ID", "AKIA"),
        ("AWS_SECRET_ACCESS_KEY", "hunter2"),
    ];

    #[test]
    fn all_variables_are_read() {
        let keys = of(&KEY).unwrap();
        assert_eq!(
            (keys.access_key_id(), keys.secret_access_key()),
            ("AKIA", "hunter2")
        );
        assert_eq!((keys.session_token(), keys.expiry()), (None, None));

        let more = [
            ("AWS_SESSION_TOKEN", "token"),
            ("AWS_CREDENTIAL_EXPIRATION", "1970-01-01T01:00:10+01:00"),
            ("AWS_ACCOUNT_ID", "123456789012"),
        ];
        let keys = of(&[&KEY[..], &more].concat()).unwrap();
        assert_eq!(keys.session_token(), Some("token"));
        assert_eq!(keys.expiry(), Some(UNIX_EPOCH + Duration::from_secs(10)));
        assert_eq!(keys.account_id().unwrap().as_str(), "123456789012");
    }

    #[test]
    fn what_is_missing_or_wrong_is_named() {
        for (variables, words) in [
            (
                &[][..],
                "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set",
            ),
            (
                &[("AWS_ACCESS_KEY_ID", ""), KEY[1]],
                "AWS_ACCESS_KEY_ID is not set",
            ),
            (&KEY[..1], "AWS_SECRET_ACCESS_KEY is not set"),
            (
                &[KEY[0], KEY[1], ("AWS_CREDENTIAL_EXPIRATION", "soon")],
                "AWS_CREDENTIAL_EXPIRATION is no time, for example `2026-11-22T12:00:00Z`",
            ),
        ] {
            let error = of(variables).unwrap_err();
            assert_eq!(error.source().unwrap().to_string(), words);
        }
    }
}
