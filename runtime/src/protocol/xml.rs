//! Reads XML: the answers and errors of restXml, awsQuery and ec2Query.
//!
//! One pass over the bytes, with nothing stored of what is passed: [`tokens`] are what stands there,
//! [`document`] makes elements and [`text`] of them, [`reader`] gives these to whoever reads by a
//! schema, [`value`] makes numbers and the like of text, [`skip`] passes over what nobody reads, and
//! [`envelope`] finds what the protocols wrap.
//!
//! Our own, because two fifths of a large answer's instructions were a parser's that can do more,
//! and that checks once more what is known here: that the bytes are UTF-8. The tests hold it against
//! that one, quick-xml.

mod document;
mod envelope;
mod reader;
mod skip;
mod tag;
#[cfg(test)]
mod tests;
mod text;
mod tokens;
mod value;

pub(crate) use envelope::REQUEST_ID;
pub(super) use envelope::{Envelope, error_metadata};
pub(super) use reader::XmlReader;
