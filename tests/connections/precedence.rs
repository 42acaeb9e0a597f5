//! Whose word counts: the call's, the request's field's, the connector's, the environment's, the
//! profile's, the attribute's, the model's. Each place names an endpoint of its own, and nothing is
//! sent: where a call would go is seen in its presigned URL.

use std::time::Duration;

use aws_operation::{
    BasicClientConfig, Connector, EndpointUrl, Region, SdkClientConfig, StaticCredentials,
    aws_operation,
};

use crate::apart;

#[aws_operation(
    service = "sqs",
    operation = "ListQueues",
    endpoint = "http://127.0.0.1:7",
    timeout = "30s",
    attempt_timeout = "10s",
    max_attempts = 2
)]
struct AttributedRequest {
    #[aws(client_config)]
    config: Option<BasicClientConfig>,
}

#[aws_operation(service = "sqs", operation = "ListQueues")]
struct PlainRequest {
    #[aws(client_config)]
    config: Option<BasicClientConfig>,
}

const CALL: &str = "http://127.0.0.1:1";
const FIELD: &str = "http://127.0.0.1:2";
const CONNECTOR: &str = "http://127.0.0.1:3";
const VARIABLE: &str = "http://127.0.0.1:4";
const PROFILE: &str = "http://127.0.0.1:5";
const ATTRIBUTE: &str = "http://127.0.0.1:7";
const MODEL: &str = "https://sqs.eu-west-1.amazonaws.com";

/// The environment belongs to the whole process, hence one for each: this test again.
#[test]
fn the_nearest_place_counts() {
    const INSIDE: &str = "AWS_OPERATION_TEST_EXPECTED";
    if let Ok(expected) = std::env::var(INSIDE) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let (attributed, plain) = expected.split_once(' ').expect("two URLs");
        return runtime.expect("a runtime").block_on(all(attributed, plain));
    }
    let file = std::env::temp_dir().join(format!("aws-operation-{}", std::process::id()));
    std::fs::write(&file, format!("[default]\nendpoint_url = {PROFILE}\n")).expect("a file");
    let nowhere = "/nowhere";
    let here = file.to_str().expect("a path");
    for (variable, profile, expected) in [
        (VARIABLE, here, format!("{VARIABLE} {VARIABLE}")),
        ("", here, format!("{PROFILE} {PROFILE}")),
        ("", nowhere, format!("{ATTRIBUTE} {MODEL}")),
    ] {
        apart::run(
            "precedence::the_nearest_place_counts",
            &[
                (INSIDE, &expected),
                ("AWS_ENDPOINT_URL_SQS", variable),
                ("AWS_CONFIG_FILE", profile),
            ],
        );
    }
    std::fs::remove_file(&file).expect("it was there");
}

async fn all(attributed: &str, plain: &str) {
    for (call, field, connector) in [
        (Some(CALL), Some(FIELD), Some(CONNECTOR)),
        (None, Some(FIELD), Some(CONNECTOR)),
        (None, None, Some(CONNECTOR)),
        (None, None, None),
    ] {
        let config = |url: &'static str| BasicClientConfig::at(EndpointUrl::from_static(url));
        let nothing = BasicClientConfig::new();
        let key = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
        let connector_config = connector.map_or(nothing.clone(), config);
        let by = Connector::new(key, Region::EuWest1).client_config(&connector_config);
        let call_config = call.map_or(nothing, config);
        let nearest = call.or(field).or(connector);
        let field = field.map(config);

        let request = AttributedRequest {
            config: field.clone(),
        };
        let goes = by.call(&request).client_config(&call_config);
        let url = goes.presign(Duration::from_mins(1)).await.expect("a URL");
        assert!(url.url().starts_with(nearest.unwrap_or(attributed)));

        let request = PlainRequest { config: field };
        let goes = by.call(&request).client_config(&call_config);
        let url = goes.presign(Duration::from_mins(1)).await.expect("a URL");
        assert!(url.url().starts_with(nearest.unwrap_or(plain)));
    }
    // Who does not want the environment does without.
    let none = SdkClientConfig::new().with_environment(false);
    let key = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
    let by = Connector::new(key, Region::EuWest1).client_config(&none);
    let url = by.call(&PlainRequest { config: None });
    let url = url.presign(Duration::from_mins(1)).await.expect("a URL");
    assert!(url.url().starts_with(MODEL));
}

/// The attribute's other settings take effect.
#[tokio::test]
async fn an_attribute_sets_limits() {
    let key = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
    let by = Connector::new(key, Region::EuWest1);
    let none = SdkClientConfig::new().with_environment(false);
    let call = by.call(&AttributedRequest { config: None });
    let error = call.client_config(&none).await.expect_err("nobody there");
    assert_eq!(error.host(), Some("127.0.0.1:7"));
    assert_eq!(error.attempts(), 2);

    // A server that never answers.
    let deaf = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let url = format!("http://{}", deaf.local_addr().expect("an address"));
    let here = none.with_endpoint(EndpointUrl::new(url).expect("a URL"));
    let call = by.call(&ShortRequest).client_config(&here);
    let error = call.await.expect_err("no answer");
    assert!(error.to_string().contains("`timeout` is 300ms"), "{error}");
    assert_eq!(error.attempts(), 1);
    let call = by.call(&ShortAttemptRequest).client_config(&here);
    let error = call.await.expect_err("no answer");
    assert!(
        error.to_string().contains("`attempt_timeout` is 50ms"),
        "{error}"
    );
    assert_eq!(error.attempts(), 2);
}

#[aws_operation(service = "sqs", operation = "ListQueues", timeout = "300ms")]
struct ShortRequest;

#[aws_operation(
    service = "sqs",
    operation = "ListQueues",
    attempt_timeout = "50ms",
    max_attempts = 2
)]
struct ShortAttemptRequest;
