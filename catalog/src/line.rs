//! The words of one line: terms, argument lists, trait applications.
//!
//! Knows nothing of lines and their numbers; a mistake is a message, its caller adds the place.

/// One value: a bare word, or a quoted string whose quotes are gone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Term<'t> {
    pub(crate) text: &'t str,
    /// Tells the string `"true"` from the boolean `true`.
    pub(crate) quoted: bool,
}

/// What stands behind a key: one term, or several in brackets.
#[derive(Debug)]
pub(crate) enum Arg<'t> {
    Many(Vec<Term<'t>>),
    One(Term<'t>),
}

/// A trait with its arguments, `@length(min: 1, max: 255)`.
///
/// Whoever reads it takes the arguments out by name, and asks at the end whether any was left.
#[derive(Debug)]
pub(crate) struct Applied<'t> {
    pub(crate) name: &'t str,
    /// The key is empty for the one argument of `@pattern("…")`.
    pub(crate) args: Vec<(&'t str, Arg<'t>)>,
}

impl<'t> Applied<'t> {
    fn take(&mut self, key: &str) -> Option<Arg<'t>> {
        let at = self.args.iter().position(|(found, _)| *found == key)?;
        Some(self.args.remove(at).1)
    }

    pub(crate) fn term(&mut self, key: &str) -> Result<Option<Term<'t>>, String> {
        match self.take(key) {
            None => Ok(None),
            Some(Arg::One(term)) => Ok(Some(term)),
            Some(Arg::Many(_)) => Err(format!("`{}` of `@{}` is a list", key, self.name)),
        }
    }

    pub(crate) fn text(&mut self, key: &str) -> Result<Option<&'t str>, String> {
        Ok(self.term(key)?.map(|term| term.text))
    }

    /// Takes an argument that has to be there; the empty key stands for the one without a name.
    pub(crate) fn needed(&mut self, key: &str) -> Result<&'t str, String> {
        self.text(key)?.ok_or_else(|| {
            if key.is_empty() {
                format!("`@{}` needs a value in parentheses", self.name)
            } else {
                format!("`@{}` needs `{key}`", self.name)
            }
        })
    }

    /// Takes a list; a single term counts as a list of one.
    pub(crate) fn list(&mut self, key: &str) -> Vec<&'t str> {
        match self.take(key) {
            None => Vec::new(),
            Some(Arg::One(term)) => vec![term.text],
            Some(Arg::Many(terms)) => terms.into_iter().map(|term| term.text).collect(),
        }
    }

    pub(crate) fn flag(&mut self, key: &str) -> Result<Option<bool>, String> {
        self.text(key)?.map(parse_bool).transpose()
    }

    pub(crate) fn number<N: std::str::FromStr>(&mut self, key: &str) -> Result<Option<N>, String> {
        self.text(key)?.map(|text| number(text)).transpose()
    }

    /// Refuses what nobody took.
    pub(crate) fn finish(self) -> Result<(), String> {
        match self.args.first() {
            None => Ok(()),
            Some(("", _)) => Err(format!("`@{}` takes no value here", self.name)),
            Some((key, _)) => Err(format!("`@{}` has no `{key}`", self.name)),
        }
    }
}

pub(crate) fn number<N: std::str::FromStr>(text: &str) -> Result<N, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is not a number that fits here"))
}

pub(crate) fn parse_bool(text: &str) -> Result<bool, String> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        other => Err(format!("expected `true` or `false`, found `{other}`")),
    }
}

/// The rest of a line, read from left to right.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'t> {
    rest: &'t str,
}

impl<'t> Line<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            rest: text.trim_matches(' '),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Takes `token` if it comes next, and the blanks behind it.
    pub(crate) fn eat(&mut self, token: char) -> bool {
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest.trim_start_matches(' ');
                true
            }
            None => false,
        }
    }

    pub(crate) fn expect(&mut self, token: char) -> Result<(), String> {
        if self.eat(token) {
            Ok(())
        } else {
            Err(format!("expected `{token}`, found {}", self.found()))
        }
    }

    /// Takes a bare word: letters, digits, `_`, `.` and `-`.
    pub(crate) fn word(&mut self) -> Result<&'t str, String> {
        let bytes = self.rest.as_bytes();
        let mut end = 0;
        while end < bytes.len() && is_bare(bytes[end]) {
            end += 1;
        }
        if end == 0 {
            return Err(format!("expected a name, found {}", self.found()));
        }
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start_matches(' ');
        Ok(word)
    }

    /// Takes a path into a value, `resourceId[0]`.
    pub(crate) fn path(&mut self) -> Result<&'t str, String> {
        let end = self
            .rest
            .find([' ', ',', ')', '#', '='])
            .unwrap_or(self.rest.len());
        let (path, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start_matches(' ');
        if path.is_empty() {
            Err(format!("expected a path, found {}", self.found()))
        } else {
            Ok(path)
        }
    }

    /// Takes a bare word, a string `"…"`, or a raw string `#"…"#` with as many `#` as it takes.
    pub(crate) fn term(&mut self) -> Result<Term<'t>, String> {
        let inner = self.rest.trim_start_matches('#');
        let hashes = &self.rest[..self.rest.len() - inner.len()];
        let Some(inner) = inner.strip_prefix('"') else {
            return Ok(Term {
                text: self.word()?,
                quoted: false,
            });
        };
        let mut from = 0;
        while let Some(quote) = inner[from..].find('"').map(|at| from + at) {
            if let Some(rest) = inner[quote + 1..].strip_prefix(hashes) {
                self.rest = rest.trim_start_matches(' ');
                return Ok(Term {
                    text: &inner[..quote],
                    quoted: true,
                });
            }
            from = quote + 1;
        }
        Err(format!(
            "the string that begins with {} has no end",
            self.found()
        ))
    }

    /// Takes `a, b, c` up to the end of the line.
    pub(crate) fn words(&mut self) -> Result<Vec<&'t str>, String> {
        let mut words = vec![self.term()?.text];
        while self.eat(',') {
            words.push(self.term()?.text);
        }
        self.end()?;
        Ok(words)
    }

    /// Takes the next `@name(…)`, if there is anything left.
    pub(crate) fn applied(&mut self) -> Result<Option<Applied<'t>>, String> {
        if self.is_empty() {
            return Ok(None);
        }
        self.expect('@')?;
        let name = self.word()?;
        let mut args = Vec::new();
        if self.eat('(') && !self.eat(')') {
            loop {
                args.push(self.arg()?);
                if !self.eat(',') {
                    break;
                }
            }
            self.expect(')')?;
        }
        Ok(Some(Applied { name, args }))
    }

    fn arg(&mut self) -> Result<(&'t str, Arg<'t>), String> {
        if self.rest.starts_with('[') {
            return Ok(("", self.list()?));
        }
        let term = self.term()?;
        if term.quoted || !self.eat(':') {
            return Ok(("", Arg::One(term)));
        }
        let value = if self.rest.starts_with('[') {
            self.list()?
        } else {
            Arg::One(self.term()?)
        };
        Ok((term.text, value))
    }

    fn list(&mut self) -> Result<Arg<'t>, String> {
        self.expect('[')?;
        let mut terms = Vec::new();
        if !self.eat(']') {
            loop {
                terms.push(self.term()?);
                if !self.eat(',') {
                    break;
                }
            }
            self.expect(']')?;
        }
        Ok(Arg::Many(terms))
    }

    /// Refuses what is left of the line.
    pub(crate) fn end(&self) -> Result<(), String> {
        if self.is_empty() {
            Ok(())
        } else {
            Err(format!("did not expect {}", self.found()))
        }
    }

    /// The next few characters, for a message.
    fn found(&self) -> String {
        if self.is_empty() {
            return "the end of the line".to_owned();
        }
        let short: String = self.rest.chars().take(24).collect();
        format!("`{short}`")
    }
}

/// Tells whether a byte may stand in a word without quotes.
pub(crate) fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-')
}
