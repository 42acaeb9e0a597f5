//! Keys have names, so that nobody swaps them.

use aws_operation::{Connector, Region};

fn connect() -> Connector {
    Connector::new(("AKIAIOSFODNN7EXAMPLE", "secret"), Region::EuWest1)
}

fn main() {}
