//! Proxies.

use std::sync::{Arc, Mutex};

use aws_operation::{HttpConfig, Proxy};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;

use crate::call::{ANSWER, call, read_request};

/// A proxy that answers in the place of whomever it is asked for; gives its URL and what it is asked.
async fn start() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let asked = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&asked);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            if let Some(head) = read_request(&mut stream).await {
                kept.lock().expect("nobody panics with it").push(head);
            }
            drop(stream.write_all(ANSWER.as_bytes()).await);
        }
    });
    (url, asked)
}

#[tokio::test]
async fn a_proxy_that_is_named_is_used() {
    let (url, asked) = start().await;
    let proxy = Proxy::new(&url)
        .expect("a URL")
        .with_basic_auth("me", "hunter2");
    let http = HttpConfig::new().with_proxy(proxy);
    // The proxy speaks for a port that nobody listens at.
    call("http://127.0.0.1:9", http)
        .await
        .expect("the proxy answers");
    let asked = asked.lock().expect("nobody panics with it");
    assert!(
        asked[0].starts_with("post http://127.0.0.1:9/"),
        "{asked:?}"
    );
    assert!(
        asked[0].contains("proxy-authorization: basic "),
        "{asked:?}"
    );
}

#[tokio::test]
async fn it_is_not_used_where_it_is_not_to_be() {
    let (url, asked) = start().await;
    let proxy = Proxy::new(&url).expect("a URL").except("127.0.0.1");
    let error = call("http://127.0.0.1:9", HttpConfig::new().with_proxy(proxy)).await;
    error.expect_err("nobody listens there");
    let error = call(
        "http://127.0.0.1:9",
        HttpConfig::new().with_proxy(Proxy::direct()),
    )
    .await;
    error.expect_err("nobody listens there");
    assert!(asked.lock().expect("nobody panics with it").is_empty());
}

/// To TLS it makes a tunnel: it sees where to, and nothing of the request.
#[tokio::test]
async fn tls_goes_through_a_tunnel() {
    let (url, asked) = start().await;
    let http = HttpConfig::new().with_proxy(Proxy::new(&url).expect("a URL"));
    let error = call("https://sqs.example.com", http).await;
    error.expect_err("what comes through this tunnel is no TLS");
    let asked = asked.lock().expect("nobody panics with it");
    assert!(
        asked[0].starts_with("connect sqs.example.com:443 "),
        "{asked:?}"
    );
    assert!(!asked[0].contains("authorization"), "{asked:?}");
}
