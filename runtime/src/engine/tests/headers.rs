//! Headers and the application's name of a configuration, as they arrive.

use super::operations::{GetObject, send_message};
use super::server::{Seen, Server, ok};
use super::{REGION, credentials};
use crate::{AppName, Call, ExtraHeaders, SdkClientConfig};

async fn sent(config: SdkClientConfig) -> Seen {
    let server = Server::new([ok("{}")]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);
    let call = call.client_config(&config).http_client(server.client());
    call.await.unwrap();
    server.only()
}

fn signed_headers(request: &Seen) -> Vec<&str> {
    let authorization = request.header("authorization").unwrap();
    let (_, rest) = authorization.split_once("SignedHeaders=").unwrap();
    let (names, _) = rest.split_once(',').unwrap();
    names.split(';').collect()
}

#[tokio::test]
async fn headers_are_sent_and_signed() {
    let headers = ExtraHeaders::new().with("X-Tenant", "7").unwrap();
    let request = sent(SdkClientConfig::new().with_headers(headers)).await;
    assert_eq!(request.header("x-tenant"), Some("7"));
    assert!(signed_headers(&request).contains(&"x-tenant"));
}

/// What the request says by itself stays as it is.
#[tokio::test]
async fn no_header_takes_the_place_of_the_requests_own() {
    let headers = ExtraHeaders::new().with("x-amz-checksum-mode", "other");
    let config = SdkClientConfig::new().with_headers(headers.unwrap());
    let server = Server::new([ok("")]);
    let request = GetObject {
        bucket: "bucket",
        key: "key",
        checksum_mode: Some("ENABLED"),
    };
    let call = Call::new(&credentials(), REGION, &request, None);
    let call = call.client_config(&config).http_client(server.client());
    call.await.unwrap();
    let sent = server.only();
    assert_eq!(sent.header("x-amz-checksum-mode"), Some("ENABLED"));
}

#[tokio::test]
async fn the_application_is_named_in_the_user_agent() {
    let plain = sent(SdkClientConfig::new()).await;
    assert!(!plain.header("x-amz-user-agent").unwrap().contains("app/"));
    let name = AppName::new("orders").unwrap();
    let request = sent(SdkClientConfig::new().with_app_name(name)).await;
    let agents = ["user-agent", "x-amz-user-agent"].map(|name| request.header(name));
    assert!(
        agents
            .iter()
            .flatten()
            .any(|agent| agent.contains("app/orders")),
        "{agents:?}"
    );
}
