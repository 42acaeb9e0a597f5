//! Services that are not in their file, and what of it is held against the model all the same.

use aws_operation::{aws_connector, aws_operation};

#[aws_operation(model = "ui/model/files/two_services.json", operation = "PutNote")]
pub struct Which {
    pub title: String,
}

#[aws_operation(
    model = "ui/model/files/two_services.json",
    service = "note",
    operation = "PutNote"
)]
pub struct Nearly {
    pub title: String,
}

#[aws_operation(model = "ui/model/files/notes.json", service = "sqs", operation = "PutNote")]
pub struct Other {
    pub title: String,
}

#[aws_operation(model = "ui/model/files/notes.txt", service = "sqs", operation = "PutNote")]
pub struct OtherText {
    pub title: String,
}

#[aws_operation(model = 1)]
pub struct PutNote {
    pub title: String,
}

#[aws_connector(model = "ui/model/files/notes.json")]
pub mod notes {
    #[aws_operation(model = "ui/model/files/notes.json")]
    pub struct PutNoteRequest {
        pub title: String,
    }
}

fn main() {}
