//! What stands in the place of the network: keeps the request, and answers as it is told.

use std::sync::{Arc, Mutex, PoisonError};

use aws_operation::__private::Auth;
use aws_operation::{
    AbstractRequest, BearerToken, ByteStream, Connector, Credentials, Region, RetryPolicy,
    SdkClientConfig, StaticCredentials,
};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;

/// What to call with, once: keys that sign, or a token where no signature is taken.
pub(crate) fn connector<Q: AbstractRequest>(config: SdkClientConfig) -> Connector {
    let credentials = match Q::operation().auth {
        Auth::Bearer => Credentials::from(BearerToken::new("token")),
        _ => StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret").into(),
    };
    let config = config.with_retry_policy(RetryPolicy::None);
    Connector::new(credentials, Region::UsEast1).client_config(&config)
}

/// What was sent.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// What to answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

#[derive(Debug, Clone)]
pub(crate) struct Transport {
    answer: Arc<Answer>,
    seen: Arc<Mutex<Option<Request>>>,
}

impl Transport {
    pub(crate) fn new(answer: Answer) -> Self {
        Self {
            answer: Arc::new(answer),
            seen: Arc::default(),
        }
    }

    pub(crate) fn client(&self) -> SharedHttpClient {
        SharedHttpClient::new(self.clone())
    }

    /// The request, if one came.
    pub(crate) fn seen(&self) -> Option<Request> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.take()
    }

    async fn serve(self, mut request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let body = std::mem::replace(request.body_mut(), SdkBody::taken());
        let body = ByteStream::new(body).collect().await;
        let body = body.map_err(|error| ConnectorError::io(error.into()))?;
        let headers = request.headers().iter();
        let request = Request {
            method: request.method().to_owned(),
            url: request.uri().to_owned(),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            body: body.to_vec(),
        };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        *seen = Some(request);
        let status = self.answer.status.try_into().expect("a status");
        let mut response = HttpResponse::new(status, SdkBody::from(self.answer.body.clone()));
        for (name, value) in &self.answer.headers {
            response.headers_mut().append(name.clone(), value.clone());
        }
        Ok(response)
    }
}

impl HttpClient for Transport {
    fn http_connector(
        &self,
        _settings: &HttpConnectorSettings,
        _components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Transport {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::new(self.clone().serve(request))
    }
}
