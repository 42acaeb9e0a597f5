//! The manual: what a user writes, what is made from it, and why.
//!
//! | page | what it is about |
//! | --- | --- |
//! | [`operations`] | a struct stands for an operation's input, and a function calls it |
//! | [`connectors`] | many operations of one service in a module |
//! | [`responses`] | all of an answer, a part of it, or a type of your own |
//! | [`shapes`] | your own structs, enums and unions in the place of AWS's |
//! | [`credentials`] | where they come from, how long they are kept, what is never shown |
//! | [`signing`] | URLs for others, and signatures for what has no model |
//! | [`endpoints`] | where calls go, and what they are signed for |
//! | [`streams`] | payloads that stream, both ways; checksums and compression |
//! | [`types`] | which Rust type can stand for which shape; newtypes, foreign types, defaults |
//! | [`configuration`] | limits, retries, connections: whose word counts, and what holds when nothing is set |
//! | [`errors`] | what failed, and what to do about it |
//! | [`observing`] | spans, the wire, interceptors |
//! | `testing` | mocks and recordings, with the feature `test-util` |
//! | [`own_models`] | services that AWS does not have |
//! | [`customizations`] | what AWS's own SDK does beside its models, and what became of it here |
//!
//! All examples are compiled with the crate. Whatever is checked is checked while compiling, against
//! AWS's own service model, and said at the word that is wrong.

pub mod configuration;
pub mod connectors;
pub mod credentials;
pub mod customizations;
pub mod endpoints;
pub mod errors;
pub mod observing;
pub mod operations;
pub mod own_models;
pub mod responses;
pub mod shapes;
pub mod signing;
pub mod streams;
#[cfg(feature = "test-util")]
pub mod testing;
pub mod types;
