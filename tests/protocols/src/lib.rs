//! Nothing: what is here is tested.
