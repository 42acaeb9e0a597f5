//! Calls without AWS, for tests.

mod answers;
mod ask;
mod sent;
mod transport;

use std::any::Any;
use std::collections::VecDeque;
use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use answers::Answers;
pub(crate) use ask::{Mocked, finish};
pub use sent::SentRequest;

use crate::error::{Builder, Error, ErrorKind, Sent};
use crate::operation::{AbstractRequest, Operation};
use crate::{Connector, Credentials, Region};

/// Answers calls by their operations, in the place of AWS, and remembers what was sent.
///
/// Its [`connector`](Self::connector) goes wherever a [`Connector`] does, and its
/// [`credentials`](Self::credentials) wherever credentials do, for the functions that the macro makes.
/// Nothing leaves the process, and nothing is read of its surroundings.
///
/// ```
/// use aws_operation::{Connector, Error, MockConnector, aws_operation};
///
/// #[aws_operation(service = "sqs")]
/// struct SendMessageRequest<'a> {
///     queue_url: &'a str,
///     message_body: &'a str,
/// }
/// use send_message::SendMessageResponse;
///
/// /// What is tested.
/// async fn greet(connector: &Connector) -> Result<Option<String>, Error> {
///     let request = SendMessageRequest { queue_url: "https://q", message_body: "hello" };
///     Ok(connector.call(&request).await?.message_id)
/// }
///
/// # futures_util::FutureExt::now_or_never(async {
/// let mock = MockConnector::new();
/// let mut answer = SendMessageResponse::default();
/// answer.message_id = Some("1".to_owned());
/// mock.on::<SendMessageRequest<'_>>()
///     .answer(answer)
///     .error("QueueDoesNotExist", "no such queue");
///
/// assert_eq!(greet(&mock.connector()).await.unwrap().as_deref(), Some("1"));
/// assert!(greet(&mock.connector()).await.unwrap_err().is_not_found());
/// assert!(mock.sent()[0].text().contains(r#""MessageBody":"hello""#));
/// # }).expect("a mock answers at once");
/// ```
#[derive(Clone, Default)]
pub struct MockConnector {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    answers: Vec<(&'static str, &'static str, Queue)>,
    sent: Vec<SentRequest>,
}

/// What one operation is answered with.
#[derive(Default)]
struct Queue {
    /// Once each, in this order.
    once: VecDeque<Reply>,
    /// As often as it takes, after those.
    always: Option<Always>,
}

type Always = Arc<dyn Fn(&SentRequest) -> Box<dyn Any + Send> + Send + Sync>;

/// One answer.
enum Reply {
    /// A service's error: status, code, message.
    Error(u16, String, String),
    /// Status, headers and body, which the engine reads.
    Raw(u16, Vec<(String, String)>, Vec<u8>),
    /// What the call gives: `Result<Q::Response, Q::Error>`.
    Typed(Box<dyn Any + Send>),
}

impl MockConnector {
    /// A mock that has no answers yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A connector whose calls are answered here. Its region is `us-east-1`; for another one, give
    /// [`credentials`](Self::credentials) to [`Connector::new`].
    pub fn connector(&self) -> Connector {
        Connector::new(self.credentials(), Region::UsEast1)
    }

    /// Credentials that calls are answered here with.
    pub fn credentials(&self) -> Credentials {
        let key = crate::StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "mock");
        Credentials::from(key).with_mock(self.clone())
    }

    /// What the requests of type `Q` are answered with. Types of the same operation share their
    /// answers, if they share their responses.
    pub fn on<Q: AbstractRequest>(&self) -> Answers<'_, Q> {
        Answers {
            mock: self,
            request: PhantomData,
        }
    }

    /// What was sent so far, one for each call, in their order.
    pub fn sent(&self) -> Vec<SentRequest> {
        self.state().sent.clone()
    }

    /// What was sent so far of the operation of `Q`.
    pub fn sent_by<Q: AbstractRequest>(&self) -> Vec<SentRequest> {
        let operation = name(Q::operation());
        let mut sent = self.sent();
        sent.retain(|sent| sent.operation() == operation);
        sent
    }

    /// Notes the request, and takes the next answer to it.
    fn take(&self, operation: &'static Operation, sent: &SentRequest) -> Result<Reply, Error> {
        let mut state = self.state();
        state.sent.push(sent.clone());
        let queue = queue(&mut state, operation);
        if let Some(reply) = queue.once.pop_front() {
            return Ok(reply);
        }
        let always = queue.always.clone();
        // What it calls may be this mock.
        drop(state);
        if let Some(answer) = always {
            return Ok(Reply::Typed(answer(sent)));
        }
        Err(nothing(operation, sent.region()))
    }

    /// Takes the next answer to another attempt, which has to be a raw one.
    fn take_raw(&self, operation: &'static Operation) -> Option<Reply> {
        let mut state = self.state();
        let once = &mut queue(&mut state, operation).once;
        once.pop_front_if(|reply| matches!(reply, Reply::Raw(..)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Whoever panicked, the lists are whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// For example `sqs:SendMessage`.
fn name(operation: &Operation) -> String {
    format!("{}:{}", operation.service.name, operation.name)
}

fn queue<'s>(state: &'s mut State, operation: &Operation) -> &'s mut Queue {
    let key = (operation.service.name, operation.name);
    let mut known = state.answers.iter();
    let at = known.position(|(service, name, _)| (*service, *name) == key);
    let at = at.unwrap_or_else(|| {
        state.answers.push((key.0, key.1, Queue::default()));
        state.answers.len() - 1
    });
    &mut state.answers[at].2
}

/// The error of a call that nobody has an answer for.
fn nothing(operation: &Operation, region: Region) -> Error {
    let name = name(operation);
    let detail = format!(
        "the mock has no answer left for `{name}`; give it one with `mock.on::<{}Request>()`",
        operation.name
    );
    let error = Builder::new(ErrorKind::Configuration, Sent::No, &name, region);
    error.detail(detail).build()
}

impl fmt::Debug for MockConnector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockConnector").finish_non_exhaustive()
    }
}
