//! Loaded by nobody.
