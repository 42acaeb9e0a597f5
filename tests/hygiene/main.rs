//! What users may write, in the surroundings that they may write it in: it compiles, without a warning.
//!
//! That it also does what it says is proven in `tests/kinds/`.

#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic)]

mod clean;
mod configured;
mod field_types;
mod items;
mod names;
mod no_prelude;
mod shadowed;
mod shapes;
mod values;
