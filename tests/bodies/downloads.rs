//! Streams that are read.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use crate::GET;
use crate::server::connector;

/// More than the buffers of both ends hold: Linux gives a socket 4 MiB to send and 6 to receive.
const AHEAD: u64 = 16 << 20;
const LENGTH: u64 = 128 << 20;

/// Starts a server that sends as fast as it can, and counts what it could.
fn fast_server() -> (u16, Arc<AtomicU64>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let taken = Arc::new(AtomicU64::new(0));
    let count = taken.clone();
    thread::spawn(move || {
        let (stream, _) = listener.accept().expect("a connection");
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            reader.read_line(&mut line).expect("a line");
        }
        let mut stream = reader.into_inner();
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {LENGTH}\r\n\r\n");
        stream
            .write_all(head.as_bytes())
            .expect("the head is taken");
        let chunk = vec![b'x'; 64 * 1024];
        while stream.write_all(&chunk).is_ok() {
            count.fetch_add(chunk.len() as u64, Ordering::Relaxed);
        }
    });
    (port, taken)
}

/// Waits until the server gets rid of nothing more.
async fn until_stuck(taken: &AtomicU64) -> u64 {
    let mut last = taken.load(Ordering::Relaxed);
    loop {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let now = taken.load(Ordering::Relaxed);
        if now == last {
            return now;
        }
        last = now;
    }
}

/// A reader that stops stops the server, with no more than buffers in between.
#[tokio::test]
async fn a_slow_reader_slows_the_server() {
    let (port, taken) = fast_server();
    let (connector, _) = connector(port);
    let mut object = connector.call(&GET).await.expect("an answer");
    assert!(until_stuck(&taken).await < AHEAD);

    let mut read = 0;
    while read < LENGTH / 2 {
        let chunk = object.body.try_next().await.expect("a chunk");
        read += chunk.expect("more").len() as u64;
    }
    let ahead = until_stuck(&taken).await - read;
    assert!(ahead < AHEAD, "{ahead} bytes are read ahead");

    while let Some(chunk) = object.body.try_next().await.expect("a chunk") {
        read += chunk.len() as u64;
    }
    assert_eq!(read, LENGTH);
}
