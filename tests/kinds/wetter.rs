//! A service of one's own with everything that restJson1 has: from Smithy's JSON and from the
//! catalog's text, which say the same.

use aws_operation::{Error, aws_connector};
use serde_json::json;

use crate::server::{Answer, Request, Server};

macro_rules! connector {
    ($name:ident, $model:literal) => {
        #[aws_connector(model = $model, derive(Clone, PartialEq))]
        mod $name {
            #[aws_operation]
            pub(crate) struct SendReportRequest<'a> {
                pub(crate) city: &'a str,
                pub(crate) report: Report,
            }

            #[aws_operation(response = { reports { sky, rain { hail, millimetres } }, served })]
            pub(crate) struct ListReportsRequest<'a> {
                pub(crate) city: &'a str,
                #[aws(default = 10)]
                pub(crate) limit: Option<i32>,
            }

            #[aws_operation]
            pub(crate) struct PingRequest;

            pub(super) fn report() -> Report {
                Report {
                    at: "2026-01-02T03:04:05Z".parse().expect("a moment"),
                    sky: Some(Sky::PartlyCloudy),
                    humidity: 55,
                    rain: Some(Precipitation::Hail(Hail { centimetres: 3 })),
                    hourly: Some(vec![Some(1.5), None]),
                    observer: Some("somebody".to_owned()),
                    ..Report::default()
                }
            }
        }
    };
}

connector!(from_json, "models/wetter.json");
connector!(from_text, "models/wetter.txt");

fn is_as_modelled(sent: &Request) {
    assert_eq!(
        (&*sent.method, &*sent.target),
        ("POST", "/city/a%20b/reports")
    );
    let token = sent.header("x-once").expect("a token");
    assert_eq!(token.len(), 36);
    let body = json!({
        "report": {
            "at": "2026-01-02T03:04:05Z",
            "skyState": "partly cloudy",
            "humidity": 55,
            "rain": {"hail": {"centimetres": 3}},
            "hourly": [1.5, null],
            "observer": "somebody",
        },
    });
    assert_eq!(sent.json(), body);
}

#[tokio::test]
async fn requests() {
    let answer = || Answer::status(201, r#"{"id": "1"}"#);
    let server = Server::new(answer());
    let (city, report) = ("a b", from_json::report());
    assert!(!format!("{report:?}").contains("somebody"), "{report:?}");
    let request = from_json::SendReportRequest { city, report };
    let sent = server.connector().call(&request).await.expect("a call");
    assert_eq!(sent.id, "1");
    is_as_modelled(&server.request());

    let server = Server::new(answer());
    let report = from_text::report();
    let request = from_text::SendReportRequest { city, report };
    server.connector().call(&request).await.expect("a call");
    is_as_modelled(&server.request());
}

#[tokio::test]
async fn answers_in_part() {
    use from_json::list_reports::{Precipitation, Report};

    let body = json!({
        "reports": [
            {"at": "no moment", "skyState": "clear", "rain": {"millimetres": 2.5}},
            {"skyState": "green", "rain": {"none": {}}},
        ],
        "token": "t",
    });
    let server = Server::new(Answer::ok(body.to_string()).header("x-served-by", "one"));
    let request = from_json::ListReportsRequest {
        city: "c",
        limit: None,
    };
    let answer = server.connector().call(&request).await.expect("a call");
    let expected = [
        Report {
            sky: Some(from_json::Sky::Clear),
            rain: Some(Precipitation::Millimetres(2.5)),
        },
        Report {
            sky: Some(from_json::Sky::Unknown("green".to_owned())),
            rain: Some(Precipitation::Unknown),
        },
    ];
    assert_eq!(answer.reports, expected);
    assert_eq!(answer.served.as_deref(), Some("one"));
    assert_eq!(server.request().target, "/city/c/reports?limit=10");
}

#[tokio::test]
async fn errors() {
    let refusal = Answer::status(404, r#"{"message": "no", "nearest": "d"}"#);
    let server = Server::new(refusal.header("x-amzn-errortype", "NoSuchCity"));
    let request = from_text::ListReportsRequest {
        city: "c",
        limit: Some(1),
    };
    let error = server.connector().call(&request).await;
    let Err(from_text::ListReportsError::NoSuchCity(error)) = error else {
        panic!("{error:?}");
    };
    assert_eq!(error.nearest.as_deref(), Some("d"));
}

/// No signature, since the model says so.
#[tokio::test]
async fn unsigned() -> Result<(), Error> {
    let server = Server::new(Answer::ok(""));
    server.connector().call(&from_json::PingRequest).await?;
    assert_eq!(server.request().header("authorization"), None);

    let server = Server::new(Answer::ok(""));
    server.connector().call(&from_text::PingRequest).await?;
    assert_eq!(server.request().header("authorization"), None);
    Ok(())
}
