use std::process::Command;
use std::time::Duration;

use aws_credential_types::provider::ProvideCredentials as _;

use super::{AuthenticationConstants, static_credentials};

#[tokio::test]
async fn static_credentials_are_made_of_a_key() {
    let constants = AuthenticationConstants::new()
        .with_access_key("AKIA")
        .with_secret_access_key("hunter2");
    let credentials = static_credentials(&constants).unwrap();
    let keys = credentials.provide_credentials().await.unwrap();
    assert_eq!(
        (keys.access_key_id(), keys.secret_access_key()),
        ("AKIA", "hunter2")
    );
}

#[test]
fn all_that_is_missing_is_named_at_once() {
    let none = AuthenticationConstants::new().with_access_key("");
    let error = static_credentials(&none).unwrap_err();
    assert_eq!(
        error.to_string(),
        "static credentials need `access_key`, `secret_access_key`; set them in code or in the \
         file of constants, or in the environment: AWS_OPERATION_ACCESS_KEY, \
         AWS_OPERATION_SECRET_ACCESS_KEY"
    );
}

#[cfg(feature = "roles-anywhere")]
#[test]
fn temporary_credentials_need_a_certificate_and_three_arns() {
    use crate::Region;

    let some = AuthenticationConstants::new().with_role_arn("arn:aws:iam::123456789012:role/R");
    let error = super::temporary_credentials(&some, Region::EuWest1)
        .unwrap_err()
        .to_string();
    let needed = "need `client_certificate_id`, `trust_anchor_arn`, `profile_arn`; ";
    assert!(error.contains(needed), "{error}");
    let all = some
        .with_client_certificate_id("client.p12")
        .with_profile_arn("p")
        .with_trust_anchor_arn("t");
    assert!(super::temporary_credentials(&all, Region::EuWest1).is_ok());
}

#[test]
fn secrets_are_not_shown() {
    let constants = AuthenticationConstants::new()
        .with_access_key("AKIA")
        .with_secret_access_key("hunter2")
        .with_client_certificate_password("hunter3")
        .with_duration(Duration::from_hours(1));
    assert_eq!(
        format!("{constants:?}"),
        "AuthenticationConstants { access_key: \"AKIA\", client_certificate_password: [redacted], \
         duration: \"3600\", secret_access_key: [redacted] }"
    );
}

const NAME: &str = "credentials::constants::tests::the_environment_is_read";
const INSIDE: &str = "AWS_OPERATION_TEST_INSIDE";

/// The environment belongs to the whole process, hence a process of its own: this test again.
#[test]
fn the_environment_is_read() {
    if let Ok(duration) = std::env::var(INSIDE) {
        match AuthenticationConstants::from_env() {
            Ok(constants) => assert_eq!(
                format!("{constants:?}"),
                format!(
                    "AuthenticationConstants {{ access_key: \"AKIA\", duration: {duration:?}, \
                     secret_access_key: [redacted] }}"
                )
            ),
            Err(error) => assert_eq!(
                error.to_string(),
                "AWS_OPERATION_DURATION is \"soon\", which is no duration: seconds, or a number \
                 with a unit, for example `1h`"
            ),
        }
        return;
    }
    for duration in ["3600", "1h", "soon"] {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", NAME])
            .env(INSIDE, duration)
            .env("AWS_OPERATION_ACCESS_KEY", "AKIA")
            .env("AWS_OPERATION_SECRET_ACCESS_KEY", "hunter2")
            .env("AWS_OPERATION_SESSION_NAME", "")
            .env("AWS_OPERATION_DURATION", duration)
            .output()
            .unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success() && shown.contains("1 passed"),
            "{shown}"
        );
    }
}

#[cfg(feature = "toml")]
#[test]
fn a_file_has_named_sets() {
    let text = "[default]\naccess_key = \"AKIA\"\nsecret_access_key = \"hunter2\"\n\
                [production]\nrole_arn = \"r\"\nduration = 3600\n";
    let read = |set| AuthenticationConstants::from_text(text, set);
    assert!(static_credentials(&read("default").unwrap()).is_ok());
    let shown = format!("{:?}", read("production").unwrap());
    assert_eq!(
        shown,
        "AuthenticationConstants { duration: \"3600\", role_arn: \"r\" }"
    );
    let error = read("staging").unwrap_err().to_string();
    assert_eq!(
        error,
        "there is no set `staging`; there are `default`, `production`"
    );
}

#[cfg(feature = "toml")]
#[test]
fn what_is_wrong_in_a_file_is_named_and_not_shown() {
    for (text, words) in [
        ("", "there is no set of constants in it"),
        (
            "[default]\nsecret_access_key = hunter2",
            "line 2 is no TOML",
        ),
        (
            "[default]\nsecret_access_key = \"hunter2",
            "line 2 is no TOML",
        ),
        (
            "[default]\nsecret_access_key = 42",
            "`secret_access_key` of set `default` is no text",
        ),
        (
            "[default]\nsecret = \"hunter2\"",
            "set `default` has `secret`, which is no setting; there are `access_key`, ",
        ),
        (
            "[default]\nduration = \"soon\"",
            "`duration` of set `default` is \"soon\", which is no duration",
        ),
        (
            "default = \"hunter2\"",
            "there is no set `default`; there are `default`",
        ),
    ] {
        let error = AuthenticationConstants::from_text(text, "default")
            .unwrap_err()
            .to_string();
        assert!(error.contains(words), "{error}");
        assert!(
            !error.contains("hunter2") && !error.contains("42"),
            "{error}"
        );
    }
    let error = AuthenticationConstants::from_file("/nowhere/constants.toml", "default");
    let error = error.unwrap_err().to_string();
    assert!(
        error.starts_with("/nowhere/constants.toml cannot be read: "),
        "{error}"
    );
}
