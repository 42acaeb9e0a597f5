//! Files that are no models: one error for each, with the line in the file.

use aws_operation::{aws_connector, aws_operation};

#[aws_operation(model = "ui/model/files/none.json")]
pub struct NoFile {
    pub title: String,
}

#[aws_operation(model = "ui/model/files/latin_1.txt")]
pub struct NoText {
    pub title: String,
}

#[aws_operation(model = "ui/model/files/no_json.json")]
pub struct NoJson {
    pub title: String,
}

#[aws_operation(model = "ui/model/files/no_model.json")]
pub struct NoModel {
    pub title: String,
}

#[aws_operation(model = "ui/model/files/dangling.json", operation = "PutNote")]
pub struct Dangling {
    pub title: String,
}

#[aws_operation(model = "ui/model/files/soap.json", operation = "PutNote")]
pub struct Soap {
    pub title: String,
}

#[aws_connector(model = "ui/model/files/wrong_text.txt")]
pub mod wrong_text {
    #[aws_operation]
    pub struct PutNoteRequest {
        pub title: String,
    }
}

#[aws_operation(model = "ui/model/files/no_rules.txt")]
pub struct PutNoteRequest;

fn main() {}
