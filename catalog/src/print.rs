//! Writes values back in the catalog's format, exactly as `cargo xtask catalog` lays them out.

use std::fmt::{self, Write};

use crate::line::is_bare;

/// Writes a word bare where it may be, else as [`Quoted`].
pub(crate) struct Word<'a>(pub(crate) &'a str);

impl fmt::Display for Word<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.is_empty() && self.0.bytes().all(is_bare) {
            f.write_str(self.0)
        } else {
            Quoted(self.0).fmt(f)
        }
    }
}

/// Writes a string between quotes, with as many `#` around as its own quotes make needed.
///
/// There are no escapes, so that a reader can always borrow the value from the text.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut hashes = String::new();
        while self.0.contains(&format!("\"{hashes}")) {
            hashes.push('#');
        }
        write!(f, "{hashes}\"{}\"{hashes}", self.0)
    }
}

/// Writes `[a, b]`.
pub(crate) struct Words<'a, 't>(pub(crate) &'a [&'t str]);

impl fmt::Display for Words<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('[')?;
        for (at, word) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            Word(word).fmt(f)?;
        }
        f.write_char(']')
    }
}

/// Collects the arguments of one trait and writes ` @name(a: 1, b: 2)`; absent ones are left out.
pub(crate) struct TraitPrinter {
    text: String,
    args: usize,
}

impl TraitPrinter {
    pub(crate) fn new(name: &str) -> Self {
        Self {
            text: format!(" @{name}"),
            args: 0,
        }
    }

    pub(crate) fn arg(mut self, key: &str, value: Option<impl fmt::Display>) -> Self {
        if let Some(value) = value {
            self.text.push_str(if self.args == 0 { "(" } else { ", " });
            self.args += 1;
            if !key.is_empty() {
                self.text.push_str(key);
                self.text.push_str(": ");
            }
            self.text.push_str(&value.to_string());
        }
        self
    }

    pub(crate) fn word(self, key: &str, value: Option<&str>) -> Self {
        self.arg(key, value.map(Word))
    }

    pub(crate) fn words(self, key: &str, values: &[&str]) -> Self {
        self.arg(key, (!values.is_empty()).then_some(Words(values)))
    }

    pub(crate) fn print(mut self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.args > 0 {
            self.text.push(')');
        }
        f.write_str(&self.text)
    }
}

/// Writes a trait without arguments where it is set.
pub(crate) fn flag(f: &mut fmt::Formatter<'_>, name: &str, set: bool) -> fmt::Result {
    if set { write!(f, " @{name}") } else { Ok(()) }
}

/// Writes a trait of one word where it is set.
pub(crate) fn word(f: &mut fmt::Formatter<'_>, name: &str, value: Option<&str>) -> fmt::Result {
    match value {
        Some(value) => write!(f, " @{name}({})", Word(value)),
        None => Ok(()),
    }
}

/// Writes a trait of one string where it is set.
pub(crate) fn quoted(f: &mut fmt::Formatter<'_>, name: &str, value: Option<&str>) -> fmt::Result {
    match value {
        Some(value) => write!(f, " @{name}({})", Quoted(value)),
        None => Ok(()),
    }
}
