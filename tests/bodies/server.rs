//! A server that answers from a list, one connection for each answer, and keeps what it was sent.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use aws_operation::{
    Connector, EndpointUrl, Region, RetryPolicy, SdkClientConfig, StaticCredentials,
};

/// What was sent.
pub(crate) struct Request {
    /// The request line and the headers, in lower case.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// A header's value.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// Status, headers, body.
pub(crate) type Answer = (u16, &'static str, &'static str);

/// The server.
pub(crate) struct Server {
    pub(crate) connector: Connector,
    pub(crate) config: SdkClientConfig,
    thread: JoinHandle<Vec<Request>>,
}

/// What calls to this port of the loopback interface are made with.
pub(crate) fn connector(port: u16) -> (Connector, SdkClientConfig) {
    let url = EndpointUrl::new(format!("http://127.0.0.1:{port}")).expect("a URL");
    let config = SdkClientConfig::at(url).with_retry_policy(RetryPolicy::Number(1));
    let credentials = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
    let connector = Connector::new(credentials, Region::EuWest1).client_config(&config);
    (connector, config)
}

impl Server {
    /// Starts one.
    pub(crate) fn new<const N: usize>(answers: [Answer; N]) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let (connector, config) = connector(port);
        let serve_all = move || {
            let serve = |answer| {
                let (stream, _) = listener.accept().expect("a connection");
                serve(stream, answer).expect("a request and its answer")
            };
            answers.into_iter().map(serve).collect()
        };
        Self {
            connector,
            config,
            thread: thread::spawn(serve_all),
        }
    }

    /// What it was sent, when all answers are given.
    pub(crate) fn requests(self) -> Vec<Request> {
        self.thread.join().expect("the server served")
    }

    /// The only request.
    pub(crate) fn request(self) -> Request {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1);
        requests.remove(0)
    }
}

fn serve(stream: TcpStream, (status, headers, body): Answer) -> io::Result<Request> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        reader.read_line(&mut head)?;
    }
    let mut request = Request {
        head: head.to_lowercase(),
        body: Vec::new(),
    };
    if let Some(length) = request.header("content-length") {
        request.body = vec![0; length.parse().expect("a number")];
        reader.read_exact(&mut request.body)?;
    } else if request.header("transfer-encoding") == Some("chunked") {
        request.body = chunked(&mut reader)?;
    }
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status} Status\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
    );
    reader.into_inner().write_all(answer.as_bytes())?;
    Ok(request)
}

fn chunked(reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let length = u64::from_str_radix(line.trim_end(), 16).expect("a number");
        reader.take(length).read_to_end(&mut body)?;
        reader.read_line(&mut line)?;
        if length == 0 {
            return Ok(body);
        }
    }
}
