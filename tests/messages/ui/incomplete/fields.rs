//! A struct as it is being typed: one error for what is missing, and the item stays usable.

use aws_operation::{Credentials, Region, aws_operation};

#[aws_operation(service = "sqs")]
struct SendMessageRequest {
    queue_url: String,
}

#[aws_operation(service = "sqs", operation = "List")]
struct NotYet;

async fn used(credentials: &Credentials) {
    let request = SendMessageRequest { queue_url: String::new() };
    let sent = send_message(credentials, Region::EuWest1, &request).await;
    let _id = sent.map(|sent| sent.message_id);
}

fn main() {}
