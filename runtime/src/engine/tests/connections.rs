//! Connections: on which runtime they live, and through which proxy they go.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::time::Duration;

use super::operations::send_message;
use super::{REGION, credentials};
use crate::{Call, EndpointUrl, RetryPolicy, SdkClientConfig};

/// A server on this machine that keeps its connections open. It gives the first line of a request
/// back as the message's id.
fn listen() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            std::thread::spawn(move || serve(connection.unwrap()));
        }
    });
    port
}

fn serve(mut connection: TcpStream) {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(length @ 1..) = connection.read(&mut buffer) {
        request.extend_from_slice(&buffer[..length]);
        // The body's last byte; its first is further ahead than the head's end.
        if request.ends_with(b"}") {
            let request = String::from_utf8(std::mem::take(&mut request)).unwrap();
            let body = format!(r#"{{"MessageId":"{}"}}"#, request.lines().next().unwrap());
            let length = body.len();
            write!(
                connection,
                "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{body}"
            )
            .unwrap();
        }
    }
}

async fn send(url: String) -> Option<String> {
    let config = SdkClientConfig::at(EndpointUrl::insecure_http(url).unwrap())
        .with_attempt_timeout(Duration::from_secs(1))
        .with_retry_policy(RetryPolicy::None);
    Call::new(&credentials(), REGION, &send_message("hello"), None)
        .client_config(&config)
        .await
        .unwrap()
}

#[test]
fn a_runtime_that_is_not_driven_holds_nobody_up() {
    let url = format!("http://127.0.0.1:{}", listen());
    let runtime = || {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        builder.enable_all().build().unwrap()
    };
    let (first, second) = (runtime(), runtime());
    for runtime in [&first, &second, &first] {
        let id = runtime.block_on(send(url.clone()));
        assert_eq!(id.as_deref(), Some("POST / HTTP/1.1"));
    }
}

const NAME: &str = "engine::tests::connections::proxies";
const INSIDE: &str = "AWS_OPERATION_TEST_LOCAL_PORT";

/// The environment belongs to the whole process, hence a process of its own: this test again, and
/// nothing else.
#[tokio::test]
async fn proxies() {
    if let Ok(port) = std::env::var(INSIDE) {
        let proxied = send("http://nowhere.invalid".to_owned()).await;
        assert_eq!(
            proxied.as_deref(),
            Some("POST http://nowhere.invalid/ HTTP/1.1")
        );
        // Nobody asks a proxy for what is on this computer.
        let local = send(format!("http://127.0.0.1:{port}")).await;
        assert_eq!(local.as_deref(), Some("POST / HTTP/1.1"));
        return;
    }
    let port = listen().to_string();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", NAME])
        .env(INSIDE, &port)
        .env("HTTP_PROXY", format!("http://127.0.0.1:{port}"))
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .output()
        .unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{shown}");
    assert!(shown.contains("1 passed"), "{shown}");
}
