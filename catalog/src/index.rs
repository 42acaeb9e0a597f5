//! Where in a text each operation and shape begins.

use crate::Error;
use crate::line::is_bare;

/// The entries of one kind, by name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index<'t> {
    /// Name, first byte, byte behind the last. Sorted by name.
    entries: Vec<(&'t str, usize, usize)>,
}

impl<'t> Index<'t> {
    pub(crate) fn push(&mut self, name: &'t str, from: usize, to: usize) {
        self.entries.push((name, from, to));
    }

    /// Sorts, and gives back a name that is there twice, with the place of its second entry.
    pub(crate) fn sort(&mut self) -> Option<(&'t str, usize)> {
        // The catalog's own files are sorted: one pass over the names instead of a sort.
        if !self.entries.is_sorted() {
            self.entries.sort_unstable();
        }
        let twice = self
            .entries
            .windows(2)
            .find(|pair| pair[0].0 == pair[1].0)?;
        Some((twice[1].0, twice[1].1))
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Which of the entries has the name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let found = self
            .entries
            .binary_search_by(|(found, _, _)| (*found).cmp(name));
        found.ok()
    }

    /// The bytes of an entry.
    pub(crate) fn block(&self, at: usize) -> (usize, usize) {
        let (_, from, to) = self.entries[at];
        (from, to)
    }

    pub(crate) fn find(&self, name: &str) -> Option<(usize, usize)> {
        Some(self.block(self.position(name)?))
    }

    /// The name as the text has it.
    pub(crate) fn name_of(&self, name: &str) -> Option<&'t str> {
        Some(self.entries[self.position(name)?].0)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'t str> + '_ {
        self.entries.iter().map(|(name, _, _)| *name)
    }
}

/// Cuts a text into blocks: a line that begins in the first column, and the indented or empty lines below it.
///
/// Calls `block` with the first and the last byte of each.
pub(crate) fn blocks(
    text: &str,
    mut block: impl FnMut(usize, usize) -> Result<(), Error>,
) -> Result<(), Error> {
    let bytes = text.as_bytes();
    let begins = |at: usize| !matches!(bytes.get(at), None | Some(b' ' | b'\r' | b'\n' | b'/'));
    let mut from = None;
    let mut at = 0;
    loop {
        if begins(at)
            && let Some(from) = from.replace(at)
        {
            block(from, at)?;
        }
        // `find` with a `char` is the standard library's optimised search even where this crate is not optimised.
        match text[at..].find('\n') {
            Some(length) => at += length + 1,
            None => break,
        }
    }
    match from {
        Some(from) => block(from, text.len()),
        None => Ok(()),
    }
}

/// The lines of a block that say something, with their numbers, counted from 0.
///
/// An empty line and one that begins with `//` say nothing.
pub(crate) fn content(block: &str) -> impl Iterator<Item = (usize, &str)> {
    block.lines().enumerate().filter(|(_, line)| {
        let line = line.trim_start_matches(' ');
        !line.is_empty() && !line.starts_with("//")
    })
}

/// The first line below a block's head that has this word, counted from 0.
pub(crate) fn line_of(block: &str, word: &str) -> usize {
    let has = |line: &str| {
        line.split(|letter: char| !is_bare_char(letter))
            .any(|found| found == word)
    };
    content(block)
        .skip(1)
        .find(|(_, line)| has(line))
        .map_or(0, |(at, _)| at)
}

fn is_bare_char(letter: char) -> bool {
    u8::try_from(letter).is_ok_and(is_bare)
}

/// The number of the line that a byte is in, counted from 1.
pub(crate) fn line_number(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}
