//! Wrong types in structs that stand for shapes, sent and received.

use aws_operation::aws_connector;

#[aws_connector(service = "kinesis")]
mod kinesis {
    #[aws_operation]
    pub struct PutRecordsRequest {
        pub records: Vec<Entry>,
    }

    #[aws_shape(shape = "PutRecordsRequestEntry")]
    pub struct Entry {
        pub data: String,
        pub partition_key: Vec<u8>,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub struct PutRecordsResultEntry {
        pub sequence_number: Option<&'static str>,
    }
}

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub struct ReceiveMessageRequest {
        pub queue_url: String,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub struct Message {
        pub body: u8,
        pub message_id: Option<Vec<String>>,
        #[aws(skip)]
        pub seen: std::net::IpAddr,
    }
}

fn main() {}
