//! The one line that an error is shown as.

use std::fmt::{self, Write as _};

use super::{Error, Sent};

/// `s3:GetObject in eu-west-1: NoSuchKey: The key does not exist (status 404, request id 4ZB…)`.
///
/// Of a text longer than 2,000 characters is the beginning shown. [`Error::message`] has all of it.
/// The source's text is not repeated: whoever prints the whole chain would read it twice.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.inner;
        write!(f, "{} in {}", inner.operation, inner.region.as_str())?;
        for part in [self.detail(), self.code(), self.message()]
            .into_iter()
            .flatten()
        {
            f.write_str(": ")?;
            one_line(f, part)?;
        }
        let mut notes = Notes { f, any: false };
        if let Some(status) = inner.status {
            notes.add("status ", &status.to_string())?;
        }
        if let Some(id) = self.request_id() {
            notes.add("request id ", id)?;
        }
        if inner.attempts > 1 {
            notes.add("attempts ", &inner.attempts.to_string())?;
        }
        if inner.sent == Sent::Maybe {
            notes.add("the request may have been sent", "")?;
        }
        notes.end()
    }
}

/// The notes in parentheses at the end.
struct Notes<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    any: bool,
}

impl Notes<'_, '_> {
    fn add(&mut self, label: &str, value: &str) -> fmt::Result {
        self.f.write_str(if self.any { ", " } else { " (" })?;
        self.any = true;
        self.f.write_str(label)?;
        one_line(self.f, value)
    }

    fn end(self) -> fmt::Result {
        if self.any {
            self.f.write_str(")")
        } else {
            Ok(())
        }
    }
}

/// Characters of a text that are shown. The longest messages are those of EC2's that hold an encoded
/// one, for `sts:DecodeAuthorizationMessage`.
const MOST: usize = 2_000;

/// What a service sends may hold line breaks, or worse, and megabytes of it: a log's line stays one.
fn one_line(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let (shown, rest) = match text.char_indices().nth(MOST) {
        Some((end, _)) => (&text[..end], "\u{2026}"),
        None => (text, ""),
    };
    for c in shown.chars() {
        f.write_char(if is_shown(c) { c } else { ' ' })?;
    }
    f.write_str(rest)
}

/// Whether the character neither breaks lines nor turns what is around it.
fn is_shown(c: char) -> bool {
    let breaks_or_turns = matches!(
        c,
        '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    );
    !c.is_control() && !breaks_or_turns
}

#[cfg(test)]
mod tests {
    use crate::Region;
    use crate::error::{Builder, ErrorKind, Sent};

    #[test]
    fn what_a_service_sends_stays_in_its_line() {
        let message = "a\nb\u{2028}c\u{202e}d\u{2067}e\u{7}f\u{e4}";
        let error = Builder::new(
            ErrorKind::Service,
            Sent::Yes,
            "s3:GetObject",
            Region::EuWest1,
        )
        .code(Some("Odd"), Some(message))
        .build();
        assert_eq!(
            error.to_string(),
            "s3:GetObject in eu-west-1: Odd: a b c d e f\u{e4}"
        );
    }

    #[test]
    fn of_a_long_message_is_the_beginning_shown() {
        for (message, shown) in [
            ("\u{e4}".repeat(2_000), "\u{e4}".repeat(2_000)),
            ("\u{e4}".repeat(2_001), "\u{e4}".repeat(2_000) + "\u{2026}"),
        ] {
            let operation = "s3:GetObject";
            let error = Builder::new(ErrorKind::Service, Sent::Yes, operation, Region::EuWest1)
                .code(Some("Odd"), Some(&message))
                .build();
            assert_eq!(error.message(), Some(&*message));
            let expected = format!("{operation} in eu-west-1: Odd: {shown}");
            assert_eq!(error.to_string(), expected);
        }
    }
}
