//! What an operation is answered with.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::{MockConnector, Reply, SentRequest, queue};
use crate::operation::AbstractRequest;

/// The answers to one operation. Those that are given once go before the one that is given always;
/// they are given in their order. Without any left, calls fail.
pub struct Answers<'m, Q> {
    pub(super) mock: &'m MockConnector,
    pub(super) request: PhantomData<fn(Q)>,
}

#[expect(
    clippy::return_self_not_must_use,
    reason = "the answer is given; what comes back is for the next one"
)]
impl<Q: AbstractRequest> Answers<'_, Q> {
    /// Answers once, with this.
    pub fn answer(self, response: Q::Response) -> Self {
        let answer: Result<Q::Response, Q::Error> = Ok(response);
        self.once(Reply::Typed(Box::new(answer)))
    }

    /// Answers always, with what is made of the request.
    pub fn answer_with(
        self,
        answer: impl Fn(&SentRequest) -> Result<Q::Response, Q::Error> + Send + Sync + 'static,
    ) -> Self {
        let always = Arc::new(move |sent: &SentRequest| Box::new(answer(sent)) as _);
        queue(&mut self.mock.state(), Q::operation()).always = Some(always);
        self
    }

    /// Answers once, with a service's error of this code: the operation's own variant, if its model
    /// lists the code. The status is 400; for another one, and for an error's other members, there is
    /// [`raw`](Self::raw).
    pub fn error(self, code: impl Into<String>, message: impl Into<String>) -> Self {
        self.once(Reply::Error(400, code.into(), message.into()))
    }

    /// Answers once, with what would come over the line: the engine judges and reads it, as it does
    /// with AWS's. It needs a Tokio runtime. With a retry policy, the next attempt takes the next raw
    /// answer.
    pub fn raw<N: Into<String>, V: Into<String>>(
        self,
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
        body: impl Into<Vec<u8>>,
    ) -> Self {
        let headers = headers.into_iter();
        let headers = headers.map(|(name, value)| (name.into(), value.into()));
        self.once(Reply::Raw(status, headers.collect(), body.into()))
    }

    fn once(self, reply: Reply) -> Self {
        queue(&mut self.mock.state(), Q::operation())
            .once
            .push_back(reply);
        self
    }
}

impl<Q> fmt::Debug for Answers<'_, Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answers").finish_non_exhaustive()
    }
}
