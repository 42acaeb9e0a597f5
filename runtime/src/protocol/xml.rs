//! Reads XML: the answers and errors of restXml, awsQuery and ec2Query.
//!
//! One pass over the bytes, with nothing stored of what is passed: [`document`] pulls elements and
//! text out of them, [`reader`] gives these to whoever reads by a schema, [`value`] makes numbers
//! and the like of text, [`skip`] passes over what nobody reads, and [`envelope`] finds what the
//! protocols wrap.

mod document;
mod envelope;
mod reader;
mod skip;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use envelope::REQUEST_ID;
pub(super) use envelope::{Envelope, error_metadata};
pub(super) use reader::XmlReader;
