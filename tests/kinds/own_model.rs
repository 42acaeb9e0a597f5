//! Services that AWS does not have: `model = "…"`, in Smithy's JSON and in the catalog's own words.

use aws_operation::{
    AbstractRequest, Connector, ErrorKind, Region, StaticCredentials, aws_connector, aws_operation,
};

use crate::server::{Answer, Server};

#[aws_operation(model = "models/notes.json")]
pub(crate) struct PutNoteRequest<'a> {
    pub title: &'a str,
    pub lines: Vec<&'a str>,
}

#[aws_connector(model = "models/notes.txt", service = "notes")]
mod notes {
    #[aws_operation]
    pub(crate) struct PutNoteRequest<'a> {
        pub title: &'a str,
        pub lines: Vec<&'a str>,
    }

    #[aws_operation]
    pub(crate) struct PingRequest;
}

fn request() -> PutNoteRequest<'static> {
    PutNoteRequest {
        title: "today",
        lines: vec!["one", "two"],
    }
}

#[tokio::test]
async fn a_model_in_smithys_json_is_called_like_any_other() {
    let server = Server::new(Answer::ok(r#"{"id": "n-1", "kind": "draft"}"#));
    let answer = server.connector().call(&request()).await.expect("a note");
    assert_eq!(answer.id, "n-1");
    assert_eq!(answer.kind, Some(put_note::NoteKind::Draft));

    let sent = server.request();
    assert_eq!(sent.header("x-amz-target"), Some("Notes_2026.PutNote"));
    assert_eq!(
        sent.header("content-type"),
        Some("application/x-amz-json-1.1")
    );
    assert_eq!(sent.text(), r#"{"title":"today","lines":["one","two"]}"#);
    let authorization = sent.header("authorization").expect("it is signed");
    assert!(
        authorization.contains("/eu-west-1/notes/aws4_request"),
        "{authorization}"
    );
}

#[tokio::test]
async fn its_errors_are_told_apart() {
    let refusal = r#"{"__type": "example.notes#TooLong", "message": "no", "most": 3}"#;
    let server = Server::new(Answer::status(400, refusal));
    let error = server
        .connector()
        .call(&request())
        .await
        .expect_err("too long");
    let put_note::PutNoteError::TooLong(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!(error.most, Some(3));
}

#[tokio::test]
async fn the_same_service_in_the_catalogs_words_sends_the_same() {
    let server = Server::new(Answer::ok(r#"{"id": "n-2"}"#));
    let request = notes::PutNoteRequest {
        title: "today",
        lines: vec!["one", "two"],
    };
    let answer = server.connector().call(&request).await.expect("a note");
    assert_eq!((answer.id.as_str(), answer.kind), ("n-2", None));

    let sent = server.request();
    assert_eq!(sent.header("x-amz-target"), Some("Notes_2026.PutNote"));
    assert_eq!(sent.text(), r#"{"title":"today","lines":["one","two"]}"#);

    let server = Server::new(Answer::ok("{}"));
    server
        .connector()
        .call(&notes::PingRequest)
        .await
        .expect("an answer");
    assert_eq!(server.request().header("authorization"), None);
}

#[tokio::test]
async fn a_model_without_endpoints_asks_for_one() {
    assert_eq!(PutNoteRequest::operation().service.name, "notes");
    let credentials = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
    let nowhere = Connector::new(credentials, Region::EuWest1);
    let error = nowhere.call(&request()).await.expect_err("it is nowhere");
    let put_note::PutNoteError::Other(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let text = error.to_string();
    assert!(
        text.contains(
            "the service's model has no endpoint; set `endpoint` in the client configuration"
        ),
        "{text}"
    );
}
