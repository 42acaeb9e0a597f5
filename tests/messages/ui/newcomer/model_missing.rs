//! There is no such file.

use aws_operation::aws_operation;

#[aws_operation(model = "models/notes.json", operation = "PutNote")]
struct PutNoteRequest {
    title: String,
}

fn main() {}
