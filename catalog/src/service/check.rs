//! Checks a text that nobody has checked before: reads all of it, and follows what it names.

use std::collections::BTreeSet;

use super::Service;
use crate::shape::{self, Shape, ShapeKind};
use crate::{Error, index, operation};

/// The first and the last byte of a block.
type Block = (usize, usize);

impl Service<'_> {
    /// Finds the first mistake.
    pub(super) fn check(&self) -> Result<(), Error> {
        for name in self.operations.names() {
            let (from, to) = self.operations.find(name).unwrap_or_default();
            let operation = self.at(from, operation::read(&self.text[from..to]))?;
            let named = operation.input.iter().chain(&operation.output);
            for shape in named.chain(&operation.errors) {
                self.check_is_structure(shape, (from, to))?;
            }
        }
        for name in self.shapes.names() {
            let (from, to) = self.shapes.find(name).unwrap_or_default();
            let shape = self.at(from, shape::read(&self.text[from..to]))?;
            for member in shape.kind.members() {
                self.check_exists(member.target, (from, to))?;
            }
            self.check_key(&shape, (from, to))?;
            self.check_ends(&shape, (from, to))?;
        }
        Ok(())
    }

    /// What is named has to be there.
    fn check_exists(&self, name: &str, block: Block) -> Result<(), Error> {
        match self.shapes.find(name) {
            Some(_) => Ok(()),
            None => self.refuse(name, block, format!("there is no shape `{name}`")),
        }
    }

    /// What an operation sends, answers or fails with has members.
    fn check_is_structure(&self, name: &str, block: Block) -> Result<(), Error> {
        self.check_exists(name, block)?;
        match self.kind_of(name)? {
            Some(ShapeKind::Structure(_)) | None => Ok(()),
            Some(other) => {
                let message = format!("`{name}` is a {}, not a structure", other.keyword());
                self.refuse(name, block, message)
            }
        }
    }

    /// The keys of a map are strings.
    fn check_key(&self, shape: &Shape<'_>, block: Block) -> Result<(), Error> {
        let ShapeKind::Map { key, .. } = &shape.kind else {
            return Ok(());
        };
        match self.kind_of(key.target)? {
            Some(ShapeKind::String | ShapeKind::Enum(_)) | None => Ok(()),
            Some(other) => {
                let message = format!("the keys of a map are strings, not a {}", other.keyword());
                self.refuse(key.target, block, message)
            }
        }
    }

    /// A list or map that holds itself, with nothing but lists and maps in between, has no type in Rust
    /// (<https://smithy.io/2.0/spec/model.html#recursive-shape-definitions>).
    ///
    /// ```text
    /// list A
    ///   member: B
    ///
    /// list B
    ///   member: A
    /// ```
    fn check_ends(&self, shape: &Shape<'_>, block: Block) -> Result<(), Error> {
        let held = |kind: &ShapeKind<'_>| match kind {
            ShapeKind::List(member) => self.shapes.name_of(member.target),
            ShapeKind::Map { value, .. } => self.shapes.name_of(value.target),
            _ => None,
        };
        let mut seen = BTreeSet::new();
        let mut next = held(&shape.kind);
        while let Some(name) = next {
            if name == shape.name {
                let message = format!("`{name}` holds itself, without a structure in between");
                return self.refuse(name, block, message);
            }
            if !seen.insert(name) {
                return Ok(());
            }
            next = self.kind_of(name)?.as_ref().and_then(held);
        }
        Ok(())
    }

    /// The kind of a shape that may not have been read before.
    fn kind_of(&self, name: &str) -> Result<Option<ShapeKind<'_>>, Error> {
        let Some((from, to)) = self.shapes.find(name) else {
            return Ok(None);
        };
        let shape = self.at(from, shape::read(&self.text[from..to]))?;
        Ok(Some(shape.kind))
    }

    /// Says what is wrong with a name, in the line of a block that has it.
    fn refuse(&self, name: &str, (from, to): Block, message: String) -> Result<(), Error> {
        let line = index::line_of(&self.text[from..to], name);
        self.at(from, Err((line, message)))
    }
}
