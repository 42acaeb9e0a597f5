//! Named sets of constants in a TOML file.

use std::fs;
use std::path::Path;

use toml::{Table, Value};
use zeroize::{Zeroize as _, Zeroizing};

use super::constant::Constant;
use super::{AuthenticationConstants, InvalidAuthenticationConstants, invalid};

impl AuthenticationConstants {
    /// Reads the set called `set` from a TOML file.
    ///
    /// ```toml
    /// [default]
    /// access_key = "AKIA…"
    /// secret_access_key = "…"
    ///
    /// [production]
    /// client_certificate_id = "/etc/app/client.p12"
    /// trust_anchor_arn = "arn:aws:rolesanywhere:eu-west-1:123456789012:trust-anchor/…"
    /// profile_arn = "arn:aws:rolesanywhere:eu-west-1:123456789012:profile/…"
    /// role_arn = "arn:aws:iam::123456789012:role/Reader"
    /// duration = "1h"
    /// ```
    ///
    /// Needs the feature `toml`.
    ///
    /// # Errors
    /// When the file cannot be read, is no TOML or has no such set, or when the set has a key that
    /// is no setting. The text names the place, and shows no value.
    pub fn from_file(
        path: impl AsRef<Path>,
        set: &str,
    ) -> Result<Self, InvalidAuthenticationConstants> {
        let path = path.as_ref();
        let text = fs::read_to_string(path)
            .map(Zeroizing::new)
            .map_err(|error| invalid(format!("{} cannot be read: {error}", path.display())))?;
        Self::from_text(&text, set)
            .map_err(|error| invalid(format!("{}: {}", path.display(), error.fault)))
    }

    pub(super) fn from_text(text: &str, set: &str) -> Result<Self, InvalidAuthenticationConstants> {
        // TOML's own errors show the line, and there may be a secret in it.
        let mut sets: Table = text.parse().map_err(|error: toml::de::Error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
            invalid(format!("line {line} is no TOML"))
        })?;
        let named: Vec<String> = sets.keys().map(|name| format!("`{name}`")).collect();
        let found = sets.remove(set);
        // What is not taken is not left in memory either.
        sets.iter_mut().for_each(|(_, value)| wipe(value));
        let Some(Value::Table(found)) = found else {
            return Err(invalid(match named.as_slice() {
                [] => "there is no set of constants in it".to_owned(),
                _ => format!("there is no set `{set}`; there are {}", named.join(", ")),
            }));
        };
        let mut constants = Self::new();
        for (key, value) in found {
            let Some(constant) = Constant::ALL.into_iter().find(|one| one.name() == key) else {
                let known = Constant::ALL.map(|constant| format!("`{}`", constant.name()));
                return Err(invalid(format!(
                    "set `{set}` has `{key}`, which is no setting; there are {}",
                    known.join(", ")
                )));
            };
            let place = format!("`{key}` of set `{set}`");
            match value {
                Value::String(value) => constants.read(constant, value, &place)?,
                Value::Integer(seconds) if constant == Constant::Duration => {
                    constants.read(constant, seconds.to_string(), &place)?;
                }
                _ => return Err(invalid(format!("{place} is no text; put it in quotes"))),
            }
        }
        Ok(constants)
    }
}

fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(values) => values.iter_mut().for_each(wipe),
        Value::Table(values) => values.iter_mut().for_each(|(_, value)| wipe(value)),
        _ => {}
    }
}
