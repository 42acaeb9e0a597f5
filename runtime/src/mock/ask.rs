//! A call that is answered by a mock.

use std::any::Any;

use aws_smithy_json::codec::JsonCodec;
use aws_smithy_schema::codec::Codec as _;

use super::{Reply, SentRequest, name, transport};
use crate::engine::Prepared;
use crate::error::{Builder, Error, ErrorKind, Sent};
use crate::operation::{AbstractRequest, OperationError as _};
use crate::{EndpointUrl, Region, RetryPolicy, SdkClientConfig};

/// What a mock answers without the engine.
pub(crate) enum Mocked {
    /// The call fails here.
    Failed(Error),
    /// The service says that it fails.
    Refused(Error),
    /// The call's own result.
    Typed(Box<dyn Any + Send>),
}

impl Prepared {
    /// The call itself, if the engine has to make it: there is no mock, or a raw answer.
    pub(crate) fn ask_mock(mut self: Box<Self>) -> Result<Box<Self>, (Region, Mocked)> {
        let Some(mock) = self.mock().cloned() else {
            return Ok(self);
        };
        let (operation, region) = (self.operation, self.region);
        let Some(request) = self.written() else {
            // The engine tells why.
            self.fall_back(&settings());
            return Ok(self);
        };
        let sent = SentRequest::new(operation, region, request);
        match mock.take(operation, &sent) {
            Ok(Reply::Error(status, code, message)) => {
                let name = name(operation);
                let error = Builder::new(ErrorKind::Service, Sent::Yes, &name, region)
                    .status(status)
                    .code(Some(&code), Some(&message))
                    .attempts(1)
                    .build();
                Err((region, Mocked::Refused(error)))
            }
            Ok(raw @ Reply::Raw(..)) => {
                self.fall_back(&settings());
                self.set_http_client(transport::client(mock, operation, raw));
                Ok(self)
            }
            Ok(Reply::Typed(result)) => Err((region, Mocked::Typed(result))),
            Err(error) => Err((region, Mocked::Failed(error))),
        }
    }
}

/// What calls of a mock are made with where nothing else is said: no retries, which tests would wait
/// for, and nothing of the environment.
fn settings() -> SdkClientConfig {
    SdkClientConfig::at(EndpointUrl::from_static("https://localhost"))
        .with_retry_policy(RetryPolicy::None)
        .with_environment(false)
}

/// The result of a call of `Q`.
pub(crate) fn finish<Q: AbstractRequest>(
    region: Region,
    mocked: Mocked,
) -> Result<Q::Response, Q::Error> {
    match mocked {
        Mocked::Failed(error) => Err(error.into()),
        Mocked::Refused(error) => {
            let code = error.code().unwrap_or_default().to_owned();
            let codec = JsonCodec::default();
            // An error has no members but its message, which does not come from here.
            Err(Q::Error::read(
                &code,
                error,
                &mut codec.create_deserializer(b"{}"),
            ))
        }
        Mocked::Typed(result) => {
            if let Ok(result) = result.downcast::<Result<Q::Response, Q::Error>>() {
                return *result;
            }
            let name = name(Q::operation());
            let error = Builder::new(ErrorKind::Configuration, Sent::No, &name, region);
            let detail = "the mock's answer is of another request's type of this operation";
            Err(error.detail(detail).build().into())
        }
    }
}
