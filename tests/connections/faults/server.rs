//! A server that misbehaves on purpose.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncWriteExt as _, copy, sink};
use tokio::net::{TcpListener, TcpStream};

use crate::call::read_request;

/// What the server does with a connection, one after the other, and then from the start again.
#[derive(Clone)]
pub(crate) enum Act {
    /// Closes the connection as it should be closed.
    Close,
    /// Does nothing any more, and keeps the connection.
    Hang,
    /// Reads a request.
    Read,
    /// Breaks the connection off.
    Reset,
    /// Writes byte by byte, with a pause before each.
    Slowly(Vec<u8>, Duration),
    /// Writes.
    Write(Vec<u8>),
    /// Writes the same without an end.
    WriteForever(Vec<u8>),
}

pub(crate) struct Server {
    pub(crate) url: String,
    connections: Arc<AtomicUsize>,
}

impl Server {
    /// A server that does this with every connection. Without anything to do, nobody listens.
    pub(crate) async fn start(acts: Vec<Act>) -> Self {
        Self::in_turn(vec![acts]).await
    }

    /// A server that does with one connection after the other what is next.
    pub(crate) async fn in_turn(turns: Vec<Vec<Act>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let connections = Arc::<AtomicUsize>::default();
        let count = Arc::clone(&connections);
        if turns.iter().all(|acts| !acts.is_empty()) {
            tokio::spawn(async move {
                while let Ok((stream, _)) = listener.accept().await {
                    let turn = count.fetch_add(1, Ordering::SeqCst) % turns.len();
                    tokio::spawn(serve(stream, turns[turn].clone()));
                }
            });
        }
        Self { url, connections }
    }

    /// How many connections there were.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

async fn serve(mut stream: TcpStream, acts: Vec<Act>) {
    loop {
        for act in &acts {
            let done = match act {
                Act::Close => return,
                Act::Hang => {
                    // Until the other side goes.
                    let _ = copy(&mut stream, &mut sink()).await;
                    return;
                }
                Act::Read => read_request(&mut stream).await.map(drop),
                Act::Reset => {
                    let _ = stream.set_zero_linger();
                    return;
                }
                Act::Slowly(bytes, pause) => slowly(&mut stream, bytes, *pause).await,
                Act::Write(bytes) => stream.write_all(bytes).await.ok(),
                Act::WriteForever(bytes) => loop {
                    if stream.write_all(bytes).await.is_err() {
                        return;
                    }
                },
            };
            if done.is_none() {
                return;
            }
        }
    }
}

async fn slowly(stream: &mut TcpStream, bytes: &[u8], pause: Duration) -> Option<()> {
    for byte in bytes {
        tokio::time::sleep(pause).await;
        stream.write_all(&[*byte]).await.ok()?;
    }
    Some(())
}

/// An answer with an honest length.
pub(crate) fn answer(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let head = format!(
        "HTTP/1.1 {status} As It Is\r\n{headers}content-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}
