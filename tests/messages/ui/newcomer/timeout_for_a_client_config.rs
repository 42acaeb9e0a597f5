//! A timeout is a part of a configuration.

use std::time::Duration;

use aws_operation::Connector;

fn patient(connector: Connector) -> Connector {
    connector.client_config(&Duration::from_secs(60))
}

fn main() {}
