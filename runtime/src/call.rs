//! A call: everything is known, nothing is sent yet.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_types::byte_stream::ByteStream;

use crate::config::{ClientConfig, SdkClientConfig};
use crate::engine::{Answer, Failure, Outcome, Prepared, Running};
#[cfg(any(test, feature = "test-util"))]
use crate::mock::{self, Mocked};
use crate::operation::{AbstractRequest, OperationError};
use crate::{Credentials, Error, PresignedRequest, Region};

/// A call that is ready to be sent; awaiting it sends it.
///
/// The request is already written: a call borrows nothing, and can be spawned and sent to another
/// thread. A mistake found while writing it comes out when it is awaited.
///
/// # Runtime
/// Calls need a Tokio runtime with its timers and I/O switched on, as `#[tokio::main]` and
/// `enable_all` do it. On one without them, Tokio panics.
///
/// # Cancellation
/// Dropping the future drops the connection. The request may have been carried out.
#[must_use = "a call is not sent until it is awaited"]
pub struct Call<R, E> {
    prepared: Box<Prepared>,
    finish: Finish<R, E>,
    #[cfg(any(test, feature = "test-util"))]
    mocked: fn(Region, Mocked) -> Result<R, E>,
}

/// Reads what the engine brought back.
type Finish<R, E> = fn(Result<Answer, Failure>) -> Result<R, E>;

impl<R, E> Call<R, E> {
    /// Writes the request. `body` is a live stream for the payload, which the request then does
    /// not write itself.
    pub(crate) fn new<Q>(
        credentials: &Credentials,
        region: Region,
        request: &Q,
        body: Option<ByteStream>,
    ) -> Self
    where
        Q: AbstractRequest<Response = R, Error = E>,
    {
        Self {
            prepared: Prepared::new(
                Q::operation(),
                credentials,
                region,
                request.client_config(),
                request,
                body,
            ),
            finish: finish::<Q>,
            #[cfg(any(test, feature = "test-util"))]
            mocked: mock::finish::<Q>,
        }
    }

    /// Attaches a client configuration to this call. It goes before the one that the request has
    /// with it, and that before the connector's; what one leaves unset, the next one may set.
    pub fn client_config(mut self, config: &(impl ClientConfig + ?Sized)) -> Self {
        self.prepared.config = config.settings().or(&self.prepared.config);
        self
    }

    /// Signs the call for somebody else to make, with a URL that is good for so long: 1 second to
    /// 7 days. Nothing is sent but, where they are not at hand, for the credentials.
    ///
    /// The URL goes where the call would: by the endpoint rules, or to the endpoint that is
    /// configured. Of S3's operations the body is left open, and has the length, the type and the
    /// checksum that the request names, if it names any; of others it is part of what is signed, and
    /// where it is a form (EC2, IAM, STS, …) it is in the URL.
    ///
    /// ```no_run
    /// # use std::time::Duration;
    /// # use aws_operation::{Credentials, Region, aws_operation};
    /// #[aws_operation(service = "s3")]
    /// struct GetObjectRequest<'a> {
    ///     bucket: &'a str,
    ///     key: &'a str,
    /// }
    ///
    /// # async fn run(credentials: &Credentials) -> Result<(), aws_operation::Error> {
    /// let request = GetObjectRequest { bucket: "pictures", key: "cat.jpeg" };
    /// let for_an_hour = get_object(credentials, Region::EuWest1, &request)
    ///     .presign(Duration::from_secs(3600))
    ///     .await?;
    /// println!("{}", for_an_hour.url());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As those of the call before anything is sent; when the URL would be good for longer than its
    /// credentials are; when the call is not signed, or its endpoint has to be asked for; and when it
    /// asks for a checksum of a body that is not at hand.
    pub async fn presign(self, expires_in: Duration) -> Result<PresignedRequest, Error> {
        self.prepared.presign(expires_in).await
    }

    /// Adds what the connector has for all its calls: what is used where neither the call nor the
    /// request says anything, and interceptors.
    pub(crate) fn go_through(
        &mut self,
        fallback: &SdkClientConfig,
        interceptors: &[SharedInterceptor],
    ) {
        self.prepared.go_through(fallback, interceptors);
    }

    /// Sends it with another HTTP client than the process's own: one that answers by itself, in
    /// tests.
    #[cfg(any(test, feature = "test-util"))]
    pub fn http_client(
        mut self,
        http_client: aws_smithy_runtime_api::client::http::SharedHttpClient,
    ) -> Self {
        self.prepared.set_http_client(http_client);
        self
    }
}

/// What came of a call, in the types of its request.
fn finish<Q: AbstractRequest>(outcome: Result<Answer, Failure>) -> Result<Q::Response, Q::Error> {
    let mut outcome = Outcome::new(outcome);
    let mut reading = outcome.read();
    if let Some(error) = reading.error.take() {
        return Err(Q::Error::read(reading.shape, error, reading.reader()));
    }
    let stream = reading.stream.take();
    match Q::read_response(reading.reader(), stream) {
        Ok(response) => Ok(response),
        Err(reason) => Err(reading.unreadable(reason).into()),
    }
}

impl<R, E> fmt::Debug for Call<R, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&self.prepared).finish()
    }
}

impl<R, E> IntoFuture for Call<R, E> {
    type Output = Result<R, E>;
    type IntoFuture = CallFuture<R, E>;

    fn into_future(self) -> CallFuture<R, E> {
        #[cfg(any(test, feature = "test-util"))]
        let this = match self.prepared.ask_mock() {
            Ok(prepared) => Self { prepared, ..self },
            Err((region, mocked)) => {
                return CallFuture {
                    engine: Box::pin(std::future::pending()),
                    finish: self.finish,
                    mocked: Some(Box::new((self.mocked)(region, mocked))),
                };
            }
        };
        #[cfg(not(any(test, feature = "test-util")))]
        let this = self;
        CallFuture {
            engine: this.prepared.start(),
            finish: this.finish,
            #[cfg(any(test, feature = "test-util"))]
            mocked: None,
        }
    }
}

/// A call under way.
#[must_use = "a call is not sent until it is awaited"]
pub struct CallFuture<R, E> {
    engine: Running,
    finish: Finish<R, E>,
    #[cfg(any(test, feature = "test-util"))]
    mocked: Option<Box<Result<R, E>>>,
}

impl<R, E> Future for CallFuture<R, E> {
    type Output = Result<R, E>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        #[cfg(any(test, feature = "test-util"))]
        if let Some(mocked) = self.mocked.take() {
            return Poll::Ready(*mocked);
        }
        self.engine.as_mut().poll(cx).map(self.finish)
    }
}

impl<R, E> fmt::Debug for CallFuture<R, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}
