//! The file has another service.

use aws_operation::aws_operation;

#[aws_operation(model = "ui/model/files/notes.json", service = "sqs")]
struct PutNoteRequest {
    title: String,
    text: String,
}

fn main() {}
