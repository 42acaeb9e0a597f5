//! Connections: how many, how long, and for whom.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aws_operation::{ErrorKind, HttpConfig, Limit, Sent};
use futures_util::future::join_all;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::call::{ANSWER, call, read_request};

/// A server that takes its time for each answer.
struct Server {
    url: String,
    made: Arc<AtomicUsize>,
    open: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

async fn start(time: Duration) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let server = Server {
        url: format!("http://{}", listener.local_addr().expect("an address")),
        made: Arc::default(),
        open: Arc::default(),
        most: Arc::default(),
    };
    let (made, open) = (Arc::clone(&server.made), Arc::clone(&server.open));
    let most = Arc::clone(&server.most);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            made.fetch_add(1, Ordering::SeqCst);
            most.fetch_max(open.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            let open = Arc::clone(&open);
            tokio::spawn(async move {
                while read_request(&mut stream).await.is_some() {
                    tokio::time::sleep(time).await;
                    if stream.write_all(ANSWER.as_bytes()).await.is_err() {
                        break;
                    }
                }
                open.fetch_sub(1, Ordering::SeqCst);
            });
        }
    });
    server
}

#[tokio::test]
async fn there_are_no_more_connections_than_there_may_be() {
    let server = start(Duration::from_millis(5)).await;
    let two = HttpConfig::new().with_max_connections_per_host(NonZeroU32::new(2).expect("two"));
    let calls = (0..40).map(|_| async { call(&server.url, two.clone()).await });
    for answer in join_all(calls).await {
        answer.expect("an answer");
    }
    assert_eq!(server.most.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_thousand_calls_at_once_are_answered() {
    let server = start(Duration::from_millis(5)).await;
    let many = HttpConfig::new().with_max_connections_per_host(NonZeroU32::new(64).expect("64"));
    let calls = (0..1_000).map(|_| async { call(&server.url, many.clone()).await });
    for answer in join_all(calls).await {
        answer.expect("an answer");
    }
    assert!(server.made.load(Ordering::SeqCst) <= 64);
}

/// Who waits for a connection does not stand still: the others' answers may take their time.
#[tokio::test]
async fn calls_wait_for_connections() {
    let server = start(Duration::from_secs(4)).await;
    let one = HttpConfig::new().with_max_connections_per_host(NonZeroU32::MIN);
    let calls = (0..3).map(|_| async { call(&server.url, one.clone()).await });
    for answer in join_all(calls).await {
        answer.expect("an answer");
    }
    assert_eq!(server.most.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn equal_settings_share_connections_and_others_do_not() {
    let server = start(Duration::ZERO).await;
    let idle = |seconds| HttpConfig::new().with_pool_idle_timeout(Duration::from_secs(seconds));
    for http in [idle(30), idle(30), idle(31), idle(30), idle(31)] {
        call(&server.url, http).await.expect("an answer");
    }
    assert_eq!(server.made.load(Ordering::SeqCst), 2);
    // What belongs to a call needs no other connection.
    let patient = idle(30).with_read_timeout(Duration::from_secs(5));
    call(&server.url, patient).await.expect("an answer");
    assert_eq!(server.made.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn connections_that_nobody_uses_are_closed() {
    let server = start(Duration::ZERO).await;
    let short = HttpConfig::new().with_pool_idle_timeout(Duration::from_millis(100));
    call(&server.url, short.clone()).await.expect("an answer");
    tokio::time::sleep(Duration::from_millis(500)).await;
    call(&server.url, short).await.expect("an answer");
    assert_eq!(server.made.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn an_answer_that_does_not_begin_is_given_up() {
    let server = start(Duration::from_secs(10)).await;
    let hasty = HttpConfig::new().with_read_timeout(Duration::from_millis(100));
    let error = call(&server.url, hasty).await.expect_err("too late");
    let found = (error.kind(), error.sent());
    assert_eq!(found, (ErrorKind::Timeout, Sent::Maybe), "{error:#?}");
    let limit = Limit::ReadTimeout(Duration::from_millis(100));
    assert_eq!(error.limit(), Some(limit));
    let told = "in time: `http.read_timeout` is 100ms";
    assert!(error.to_string().contains(told), "{error:#?}");
    assert!(error.elapsed() < Duration::from_secs(5));
}

/// Linux takes no more connections than fit in the queue: the next ones get no answer at all.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_connection_that_nobody_makes_is_given_up() {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket
        .bind("127.0.0.1:0".parse().expect("an address"))
        .expect("a free port");
    let listener = socket.listen(1).expect("a queue");
    let address = listener.local_addr().expect("an address");
    let mut queue = Vec::new();
    for _ in 0..2 {
        queue.push(TcpStream::connect(address).await.expect("a place"));
    }

    let limit = Duration::from_millis(100);
    let hasty = HttpConfig::new().with_connect_timeout(limit);
    let error = call(&format!("http://{address}"), hasty).await;
    let error = error.expect_err("nobody answers");

    let found = (error.kind(), error.sent(), error.limit());
    let expected = (
        ErrorKind::Connect,
        Sent::No,
        Some(Limit::ConnectTimeout(limit)),
    );
    assert_eq!(found, expected, "{error:#?}");
    let told = "nobody answers: `http.connect_timeout` is 100ms";
    assert!(error.to_string().contains(told), "{error}");
}
