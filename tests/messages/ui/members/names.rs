//! Fields that no member is called by, with a near name, with a list of a few, with neither.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct SendMessageRequest {
    queue_ulr: String,
    body: String,
    r#type: String,
    #[aws(member = "MesageBody")]
    text: String,
}

#[aws_operation(service = "s3")]
struct PutObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
    acces_control_list: Option<&'a str>,
    content_typ: Option<&'a str>,
}

fn main() {}
