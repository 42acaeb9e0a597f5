//! Stands in the place of the network, and always answers the same.

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;

#[derive(Debug, Clone)]
pub(crate) struct Transport {
    answer: Bytes,
    headers: Vec<(&'static str, &'static str)>,
}

impl Transport {
    pub(crate) fn new(answer: Vec<u8>, headers: &[(&'static str, &'static str)]) -> Self {
        Self {
            answer: answer.into(),
            headers: headers.to_vec(),
        }
    }

    pub(crate) fn client(&self) -> SharedHttpClient {
        SharedHttpClient::new(self.clone())
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
    fn call(&self, _request: HttpRequest) -> HttpConnectorFuture {
        let status = 200.try_into().expect("a status");
        let mut response = HttpResponse::new(status, SdkBody::from(self.answer.clone()));
        for (name, value) in &self.headers {
            response.headers_mut().append(*name, *value);
        }
        HttpConnectorFuture::ready(Ok(response))
    }
}
