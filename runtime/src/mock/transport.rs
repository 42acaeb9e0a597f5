//! Raw answers, by way of the engine.

use std::sync::{Mutex, PoisonError};

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;

use std::sync::Arc;

use super::{MockConnector, Reply};
use crate::operation::Operation;

/// A client that gives this reply, and the mock's next ones to further attempts.
pub(crate) fn client(
    mock: MockConnector,
    operation: &'static Operation,
    first: Reply,
) -> SharedHttpClient {
    let transport = SharedHttpConnector::new(Transport {
        mock,
        operation,
        first: Arc::new(Mutex::new(Some(first))),
    });
    http_client_fn(move |_, _| transport.clone())
}

#[derive(Clone)]
struct Transport {
    mock: MockConnector,
    operation: &'static Operation,
    first: Arc<Mutex<Option<Reply>>>,
}

impl std::fmt::Debug for Transport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Transport")
    }
}

impl HttpConnector for Transport {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        let first = self
            .first
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let reply = first.or_else(|| self.mock.take_raw(self.operation));
        HttpConnectorFuture::ready(
            match reply {
                Some(Reply::Raw(status, headers, body)) => response(status, headers, body),
                _ => Err("the mock has no raw answer left for another attempt".into()),
            }
            .map_err(ConnectorError::user),
        )
    }
}

fn response(
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
) -> Result<HttpResponse, aws_smithy_runtime_api::box_error::BoxError> {
    let mut response = HttpResponse::new(status.try_into()?, SdkBody::from(body));
    for (name, value) in headers {
        response.headers_mut().try_append(name, value)?;
    }
    Ok(response)
}
