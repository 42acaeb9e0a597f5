mod check;

use std::ops::Deref;
use std::sync::OnceLock;

use crate::Error;
use crate::index::{self, Index};
use crate::metadata::{self, Metadata};
use crate::operation::{self, Operation};
use crate::shape::{self, Shape, ShapeKind};

/// A service: its metadata read, its operations and shapes found, each of them read when it is asked for.
///
/// Reads as its [`Metadata`]: `service.protocols`.
#[derive(Debug, Clone)]
pub struct Service<'t> {
    text: &'t str,
    metadata: Metadata<'t>,
    operations: Index<'t>,
    shapes: Index<'t>,
    /// Those that somebody asked for, where the index has them.
    read: Vec<OnceLock<Box<Shape<'t>>>>,
}

impl<'t> Service<'t> {
    /// Reads a text in the catalog's format, and checks all of it.
    ///
    /// # Errors
    ///
    /// Where the text is not in the format, names a shape that it does not have, has something twice, or describes
    /// what no value can be.
    pub fn parse(text: &'t str) -> Result<Self, Error> {
        let service = Self::index(text)?;
        service.check()?;
        Ok(service)
    }

    /// Finds what is where, and reads the metadata only. For texts that [`Service::parse`] is known to take.
    pub(crate) fn index(text: &'t str) -> Result<Self, Error> {
        let mut service = Self {
            text,
            metadata: Metadata::default(),
            operations: Index::default(),
            shapes: Index::default(),
            read: Vec::new(),
        };
        index::blocks(text, |from, to| service.add(from, to))?;
        if service.metadata.name.is_empty() {
            return Err(Error {
                line: 1,
                message: "there is no line `service NAME`".to_owned(),
            });
        }
        for (kind, index) in [
            ("operation", &mut service.operations),
            ("shape", &mut service.shapes),
        ] {
            if let Some((name, at)) = index.sort() {
                return Err(Error {
                    line: index::line_number(text, at),
                    message: format!("there is another {kind} `{name}`"),
                });
            }
        }
        service.read = vec![OnceLock::new(); service.shapes.len()];
        Ok(service)
    }

    fn add(&mut self, from: usize, to: usize) -> Result<(), Error> {
        let block = &self.text[from..to];
        // Not `Line`, which goes byte by byte: `find` is fast even where this crate is not optimised, and whoever
        // reads the block later looks at its first line again, properly.
        let first = &block[..block.find('\n').unwrap_or(block.len())];
        let (keyword, rest) = first.split_once(' ').unwrap_or((first, ""));
        let name = &rest[..rest.find(' ').unwrap_or(rest.len())];
        match (keyword, name.trim_end()) {
            (_, "") => {
                return self.at(
                    from,
                    Err((0, format!("`{keyword}` needs a name behind it"))),
                );
            }
            ("operation", name) => self.operations.push(name, from, to),
            ("service", _) if self.metadata.name.is_empty() => {
                self.metadata = self.at(from, metadata::read(block))?;
            }
            ("service", _) => {
                return self.at(from, Err((0, "a text describes one service".to_owned())));
            }
            (keyword, name) if shape::is_keyword(keyword) => self.shapes.push(name, from, to),
            (other, _) => {
                return self.at(
                    from,
                    Err((
                        0,
                        format!(
                            "expected `service`, `operation` or a kind of shape, found `{other}`"
                        ),
                    )),
                );
            }
        }
        Ok(())
    }

    /// Turns a line counted within a block into one of the text.
    fn at<T>(&self, from: usize, result: Result<T, (usize, String)>) -> Result<T, Error> {
        result.map_err(|(line, message)| Error {
            line: index::line_number(self.text, from) + line,
            message,
        })
    }

    /// The operation of this name, read now.
    #[expect(
        clippy::missing_panics_doc,
        reason = "only texts that are known to be right get here"
    )]
    pub fn operation(&self, name: &str) -> Option<Operation<'t>> {
        let (from, to) = self.operations.find(name)?;
        Some(
            operation::read(&self.text[from..to])
                .expect("BUG: `parse` and the catalog's tests read every operation"),
        )
    }

    /// The names of all operations, sorted.
    pub fn operation_names(&self) -> impl Iterator<Item = &'t str> + '_ {
        self.operations.names()
    }

    /// The shape of this name, read when it is asked for the first time.
    #[expect(
        clippy::missing_panics_doc,
        reason = "only texts that are known to be right get here"
    )]
    pub fn shape(&self, name: &str) -> Option<&Shape<'t>> {
        let at = self.shapes.position(name)?;
        Some(self.read[at].get_or_init(|| {
            let (from, to) = self.shapes.block(at);
            let shape = shape::read(&self.text[from..to]);
            Box::new(shape.expect("BUG: `parse` and the catalog's tests read every shape"))
        }))
    }

    /// The names of all shapes, sorted.
    pub fn shape_names(&self) -> impl Iterator<Item = &'t str> + '_ {
        self.shapes.names()
    }

    /// Whether a member of the operation's input or output is a stream of events.
    pub fn has_event_stream(&self, operation: &Operation<'_>) -> bool {
        let structures = [operation.input, operation.output].into_iter().flatten();
        let is_event_stream = |name| {
            self.shape(name).is_some_and(|shape| {
                shape.traits.streaming && matches!(shape.kind, ShapeKind::Union(_))
            })
        };
        structures.filter_map(|name| self.shape(name)).any(|shape| {
            shape
                .kind
                .members()
                .any(|member| is_event_stream(member.target))
        })
    }

    /// The text that it was read from.
    pub fn text(&self) -> &'t str {
        self.text
    }
}

/// A service is what is said of it, and more.
impl<'t> Deref for Service<'t> {
    type Target = Metadata<'t>;

    fn deref(&self) -> &Metadata<'t> {
        &self.metadata
    }
}
