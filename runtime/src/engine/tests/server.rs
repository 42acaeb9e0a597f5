//! An HTTP client that answers from a list, and remembers what it was asked.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::connection::{CaptureSmithyConnection, ConnectionMetadata};
use aws_smithy_runtime_api::client::dns::ResolveDnsError;
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

/// What comes back for a request.
pub(super) enum Reply {
    /// Status, headers, body.
    Answer(u16, &'static [(&'static str, &'static str)], &'static str),
    Broken,
    /// There is nobody of that name.
    NoHost,
    Silence,
}

pub(super) fn ok(body: &'static str) -> Reply {
    Reply::Answer(200, &[], body)
}

/// A request as the server sees it.
pub(super) struct Seen {
    pub(super) method: String,
    pub(super) uri: String,
    headers: Vec<(String, String)>,
    /// As text, as far as it is some.
    pub(super) body: String,
    pub(super) bytes: Vec<u8>,
}

impl Seen {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let (_, value) = self.headers.iter().find(|(header, _)| header == name)?;
        Some(value)
    }
}

#[derive(Clone)]
pub(super) struct Server {
    replies: Arc<Mutex<VecDeque<Reply>>>,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    pub(super) fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        let replies = replies.into_iter().collect();
        Self {
            replies: Arc::new(Mutex::new(replies)),
            seen: Arc::default(),
        }
    }

    pub(super) fn client(&self) -> SharedHttpClient {
        let server = self.clone();
        http_client_fn(move |_, _| SharedHttpConnector::new(server.clone()))
    }

    pub(super) fn seen(&self) -> Vec<Seen> {
        std::mem::take(&mut self.seen.lock().unwrap())
    }

    /// Whether there is a request that nobody has looked at.
    pub(super) fn was_asked(&self) -> bool {
        !self.seen.lock().unwrap().is_empty()
    }

    /// The only request.
    pub(super) fn only(&self) -> Seen {
        let mut seen = self.seen();
        assert_eq!(seen.len(), 1, "exactly one request");
        seen.remove(0)
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Server")
    }
}

impl HttpConnector for Server {
    fn call(&self, mut request: HttpRequest) -> HttpConnectorFuture {
        let server = self.clone();
        let next = self.replies.lock().unwrap();
        if let Some(capture) = request.extension::<CaptureSmithyConnection>()
            && !matches!(next.front(), Some(Reply::NoHost))
        {
            let connection = ConnectionMetadata::builder().proxied(false);
            let connection = connection.poison_fn(|| {}).build();
            capture.set_connection_retriever(move || Some(connection.clone()));
        }
        drop(next);
        HttpConnectorFuture::new(async move {
            // No network answers at once.
            tokio::task::yield_now().await;
            let headers = request.headers().iter();
            let headers = headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            let (method, uri) = (request.method().to_owned(), request.uri().to_owned());
            let body = ByteStream::new(request.take_body()).collect().await;
            let bytes = body
                .map_err(|error| ConnectorError::user(error.into()))?
                .to_vec();
            server.seen.lock().unwrap().push(Seen {
                method,
                uri,
                headers,
                body: String::from_utf8_lossy(&bytes).into_owned(),
                bytes,
            });

            let reply = server.replies.lock().unwrap().pop_front();
            match reply.expect("an answer for every request") {
                Reply::Answer(status, headers, body) => {
                    let status = status.try_into().unwrap();
                    // As from a connection: bodies are streams.
                    let body = SdkBody::from_body_1_x(SdkBody::from(body));
                    let mut response = HttpResponse::new(status, body);
                    for (name, value) in headers {
                        response.headers_mut().insert(*name, *value);
                    }
                    Ok(response)
                }
                Reply::Broken => {
                    let reset = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
                    Err(ConnectorError::io(reset.into()))
                }
                Reply::NoHost => {
                    let error = ResolveDnsError::new("no such name");
                    Err(ConnectorError::io(error.into()))
                }
                Reply::Silence => std::future::pending().await,
            }
        })
    }
}
