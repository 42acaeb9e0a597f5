//! A struct that says of no operation that it stands for it.

use aws_operation::Connector;

struct ListQueuesRequest;

async fn list(connector: &Connector) {
    let _ = connector.call_owned(ListQueuesRequest).await;
}

fn main() {}
