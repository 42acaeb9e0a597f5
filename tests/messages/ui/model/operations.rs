//! Mistakes in a request are found with a model of one's own as they are with AWS's.

use aws_operation::{aws_connector, aws_operation};

#[aws_operation(model = "ui/model/files/notes.json")]
pub struct PutNotesRequest {
    pub title: String,
}

#[aws_operation(model = "ui/model/files/notes.txt", service = "notes")]
pub struct PutNoteRequest {
    pub tilte: String,
    pub text: Option<String>,
}

#[aws_connector(model = "ui/model/files/notes.txt")]
pub mod notes {
    #[aws_operation]
    pub struct PutNoteRequest {
        pub title: Option<String>,
        pub text: String,
    }
}

fn main() {}
