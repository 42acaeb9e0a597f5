//! Fields that do not parse: the compiler says so itself, once for each, and what is made from the
//! structs stays usable.

use aws_operation::{Credentials, Region, SdkClientConfig, aws_connector, aws_operation};

#[aws_operation(service = "sqs")]
struct SendMessageRequest {
    queue_url: String,
    message_
}

#[aws_operation(service = "sqs")]
struct DeleteMessageRequest {
    #[aws(client_config)]
    client_config: Option<SdkClientConfig>,
    pub que
    receipt_handle: String,
}

#[aws_operation(service = "sqs")]
struct ReceiveMessageRequest<'a> {
    queue_url: &,
    max_number_of_messages: Option<i32>,
    #[aws(skip)]
    note: &'a str,
}

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    queue_name: Option<&'a str,
}

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    #[aws_operation]
    pub struct DescribeTableRequest {
        pub table_name:
    }

    #[aws_operation]
    pub struct ListTablesRequest {
        pub limit: Option<i32>,
    }

    #[aws_shape]
    #[derive(Debug, Default)]
    pub struct TableDescription {
        pub table_name
    }
}

async fn used(credentials: &Credentials) {
    let region = Region::EuWest1;
    let request = SendMessageRequest { queue_url: String::new() };
    let sent = send_message(credentials, region, &request).await;
    let _id = sent.map(|sent| sent.message_id);

    let request = DeleteMessageRequest { que: String::new(), receipt_handle: String::new(), client_config: None };
    let _deleted = delete_message(credentials, region, &request).await;

    let request = ReceiveMessageRequest { queue_url: "", max_number_of_messages: None, note: "" };
    let received = receive_message(credentials, region, &request).await;
    let _bodies = received.map(|received| received.messages.len());

    let request = GetQueueUrlRequest { queue_name: "" };
    let found = get_queue_url(credentials, region, &request).await;
    let _url = found.map(|found| found.queue_url);

    let request = dynamodb::DescribeTableRequest { table_name: String::new() };
    let described = dynamodb::describe_table(credentials, region, &request).await;
    let _table = described.map(|described| described.table);

    let request = dynamodb::ListTablesRequest { limit: None };
    let listed = dynamodb::list_tables(credentials, region, &request).await;
    let _names = listed.map(|listed| listed.table_names);
}

fn main() {}
