//! A region is a `Region`.

use aws_operation::{Connector, Credentials};

fn connect(credentials: Credentials) -> Connector {
    Connector::new(credentials, "eu-west-1")
}

fn main() {}
