//! A server that refuses everything, and shows what it was sent.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver};
use std::thread;

/// What was sent.
pub(crate) struct Request {
    /// `GET`
    pub(crate) method: String,
    headers: Vec<(String, String)>,
}

impl Request {
    /// A header's value.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }
}

pub(crate) struct Server {
    address: SocketAddr,
    seen: Receiver<Request>,
}

impl Server {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (sender, seen) = mpsc::channel();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A request is shown before it is answered.
                let Some((request, mut stream)) = read(stream) else {
                    continue;
                };
                if sender.send(request).is_err() {
                    return;
                }
                let refusal = "HTTP/1.1 400 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
                // Who has gone by now misses nothing.
                let _ = stream.write_all(refusal.as_bytes());
            }
        });
        Self { address, seen }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The request that was answered last, if it was not asked for before.
    pub(crate) fn seen(&self) -> Option<Request> {
        self.seen.try_iter().last()
    }
}

fn read(stream: TcpStream) -> Option<(Request, TcpStream)> {
    let mut lines = BufReader::new(stream);
    let mut line = || {
        let mut line = String::new();
        lines.read_line(&mut line).ok()?;
        Some(line.trim_end().to_owned())
    };
    let method = line()?.split(' ').next()?.to_owned();
    let mut headers = Vec::new();
    while let Some((name, value)) = line()?.split_once(':') {
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let request = Request { method, headers };
    let length = request
        .header("content-length")
        .unwrap_or("0")
        .parse()
        .ok()?;
    std::io::copy(&mut lines.by_ref().take(length), &mut std::io::sink()).ok()?;
    Some((request, lines.into_inner()))
}
