//! Who calls.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use super::SdkClientConfig;

/// The name of an application, as AWS sees it in the user agent (`app/…`) of its calls.
///
/// Letters, digits, and ``!#$%&'*+-.^_`|~``; AWS cuts off what is longer than 50.
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-appid.html>
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct AppName(Cow<'static, str>);

impl AppName {
    /// Reads a name.
    ///
    /// # Errors
    /// When it is empty or longer than 50 characters, or has one that does not belong there.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Result<Self, InvalidAppName> {
        let name = name.into();
        if is_valid(name.as_bytes()) {
            Ok(Self(name))
        } else {
            Err(InvalidAppName)
        }
    }

    /// A name that stands in the program, for constants.
    ///
    /// # Panics
    /// Where [`new`](Self::new) fails. In a constant that is an error of the compiler.
    pub const fn from_static(name: &'static str) -> Self {
        assert!(is_valid(name.as_bytes()), "{}", TEXT);
        Self(Cow::Borrowed(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// By hand, since it has to run in the compiler.
const fn is_valid(name: &[u8]) -> bool {
    let mut at = 0;
    while at < name.len() {
        if !(name[at].is_ascii_alphanumeric()
            || matches!(
                name[at],
                b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.' | b'^'..=b'`' | b'|' | b'~'
            ))
        {
            return false;
        }
        at += 1;
    }
    !name.is_empty() && name.len() <= 50
}

const TEXT: &str =
    "the name of an application has 1 to 50 letters, digits, and characters of !#$%&'*+-.^_`|~";

/// A text that is no application's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidAppName;

impl fmt::Display for InvalidAppName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(TEXT)
    }
}

impl std::error::Error for InvalidAppName {}

impl<'de> Deserialize<'de> for AppName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl SdkClientConfig {
    /// Sets the name of the application that AWS is told. Unset, it is what `AWS_SDK_UA_APP_ID` or the
    /// profile's `sdk_ua_app_id` says.
    #[must_use]
    pub fn with_app_name(mut self, name: AppName) -> Self {
        self.app_name = Some(name);
        self
    }

    /// The name of the application that AWS is told.
    pub const fn app_name(&self) -> Option<&AppName> {
        self.app_name.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_ones_that_aws_takes() {
        for name in ["a", "my-app_1.0", "!#$%&'*+-.^_`|~", &"x".repeat(50)] {
            assert!(AppName::new(name.to_owned()).is_ok(), "{name}");
            assert!(
                aws_types::app_name::AppName::new(name.to_owned()).is_ok(),
                "{name}"
            );
        }
        for name in ["", "my app", "a/b", "a\"", "a(", "a)", "ä", &"x".repeat(51)] {
            assert_eq!(AppName::new(name.to_owned()), Err(InvalidAppName), "{name}");
        }
        assert_eq!(AppName::from_static("billing").as_str(), "billing");
    }

    #[test]
    fn as_data_a_name_is_a_text() {
        let config: SdkClientConfig =
            serde_json::from_str(r#"{"app_name": "billing"}"#).expect("settings");
        assert_eq!(config.app_name().map(AppName::as_str), Some("billing"));
        let error = serde_json::from_str::<SdkClientConfig>(r#"{"app_name": "my app"}"#);
        assert!(error.expect_err("a space").to_string().starts_with(TEXT));
    }
}
