//! A server for one request: it keeps what it was sent, and answers what it was told.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use aws_operation::{
    Connector, EndpointUrl, Region, RetryPolicy, SdkClientConfig, StaticCredentials,
};
use serde_json::Value;

/// What to answer.
pub(crate) struct Answer {
    status: u16,
    headers: Vec<(&'static str, &'static str)>,
    body: Vec<u8>,
}

impl Answer {
    /// A good one.
    pub(crate) fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self::status(200, body)
    }

    /// One with a status.
    pub(crate) fn status(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.into(),
        }
    }

    /// With a header.
    pub(crate) fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }
}

/// What was sent.
pub(crate) struct Request {
    /// `GET`
    pub(crate) method: String,
    /// Path and query.
    pub(crate) target: String,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// A header's value.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is text")
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }
}

/// The server.
pub(crate) struct Server {
    connector: Connector,
    thread: JoinHandle<Request>,
}

impl Server {
    /// Starts one.
    pub(crate) fn new(answer: Answer) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let url = EndpointUrl::new(format!("http://127.0.0.1:{port}")).expect("a URL");
        let config = SdkClientConfig::at(url).with_retry_policy(RetryPolicy::None);
        let credentials = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
        Self {
            connector: Connector::new(credentials, Region::EuWest1).client_config(&config),
            thread: thread::spawn(move || {
                let (stream, _) = listener.accept().expect("a connection");
                serve(stream, &answer)
            }),
        }
    }

    /// What to call it with.
    pub(crate) fn connector(&self) -> &Connector {
        &self.connector
    }

    /// What it was sent.
    pub(crate) fn request(self) -> Request {
        self.thread.join().expect("the server served")
    }
}

fn serve(stream: TcpStream, answer: &Answer) -> Request {
    let mut reader = BufReader::new(stream);
    let request = read(&mut reader);
    let mut stream = reader.into_inner();
    let mut head = format!("HTTP/1.1 {} Status\r\n", answer.status);
    for (name, value) in &answer.headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    if !head.to_lowercase().contains("content-length:") {
        let length = answer.body.len().to_string();
        head.extend(["content-length: ", &length, "\r\n"]);
    }
    head.push_str("connection: close\r\n\r\n");
    let answered = stream.write_all(head.as_bytes());
    answered.expect("the head is taken");
    stream.write_all(&answer.body).expect("the body is taken");
    request
}

fn read(reader: &mut impl BufRead) -> Request {
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        line.trim_end().to_owned()
    };
    let first = line();
    let mut words = first.split(' ').map(str::to_owned);
    let (method, target) = (words.next(), words.next());
    let mut headers = Vec::new();
    loop {
        let header = line();
        let Some((name, value)) = header.split_once(':') else {
            break;
        };
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let mut request = Request {
        method: method.expect("a method"),
        target: target.expect("a target"),
        headers,
        body: Vec::new(),
    };
    let length = request.header("content-length").unwrap_or("0");
    request.body = vec![0; length.parse().expect("a number")];
    reader.read_exact(&mut request.body).expect("a body");
    request
}
