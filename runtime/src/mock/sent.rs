//! What was sent.

use std::fmt;

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use super::name;
use crate::Region;
use crate::operation::Operation;

/// A request as the operation's protocol writes it: without the endpoint's host, and not signed.
#[derive(Clone)]
pub struct SentRequest {
    operation: String,
    region: Region,
    method: String,
    uri: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl SentRequest {
    pub(crate) fn new(operation: &Operation, region: Region, request: &HttpRequest) -> Self {
        let headers = request.headers().iter();
        Self {
            operation: name(operation),
            region,
            method: request.method().to_owned(),
            uri: request.uri().to_owned(),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            // A live stream is not read for it.
            body: request.body().bytes().unwrap_or_default().to_vec(),
        }
    }

    /// The operation, for example `sqs:SendMessage`.
    pub fn operation(&self) -> &str {
        &self.operation
    }

    /// The region that was called.
    pub fn region(&self) -> Region {
        self.region
    }

    /// The HTTP method.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The path and the query, for example `/2015-03-31/functions/hello/invocations`.
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// A header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let (_, value) = self.headers.iter().find(|(known, _)| known == name)?;
        Some(value)
    }

    /// The body. A live stream's is empty.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body as text, as far as it is some: JSON, XML or a form, as the service has it.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Without headers and body, which may be secrets.
impl fmt::Debug for SentRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentRequest")
            .field("operation", &self.operation)
            .field("region", &self.region)
            .field("method", &self.method)
            .field("uri", &self.uri)
            .finish_non_exhaustive()
    }
}
