//! Answers of any bytes: what every target does with them, and what has to hold whatever they are.

use std::cell::LazyCell;

use aws_operation::{Error, MockConnector, Repeatable, RetryPolicy, SdkClientConfig};
use tokio::runtime::{Builder, Runtime};

/// What a server sends, in a form that can be written and changed: the status, headers, an empty line,
/// and the body.
///
/// ```text
/// 200
/// content-type: application/json
///
/// {}
/// ```
pub struct Answer<'a> {
    status: u16,
    headers: Vec<(&'a str, &'a str)>,
    body: &'a [u8],
}

impl<'a> Answer<'a> {
    /// Whatever does not look like this is a body: no input is without use.
    pub fn of(input: &'a [u8]) -> Self {
        let end = input.windows(2).position(|two| two == b"\n\n");
        let (head, body) = match end {
            Some(end) => (&input[..end], &input[end + 2..]),
            None => (&b""[..], input),
        };
        let mut lines = str::from_utf8(head).unwrap_or_default().lines();
        let status = lines.next().and_then(|line| line.parse().ok());
        Self {
            status: status.filter(|status| *status >= 200).unwrap_or(200),
            headers: lines.filter_map(|line| line.split_once(": ")).collect(),
            body,
        }
    }

    /// Reads it as an answer to this request. `None`: it is none, and the error is as errors have to
    /// be.
    pub fn read<Q>(&self, request: &Q) -> Option<Q::Response>
    where
        Q: Repeatable,
        Q::Response: std::fmt::Debug,
    {
        thread_local! {
            static RUNTIME: LazyCell<Runtime> = LazyCell::new(|| {
                let mut builder = Builder::new_current_thread();
                builder.enable_time().build().expect("a runtime")
            });
        }
        let mock = MockConnector::new();
        mock.on::<Q>()
            .raw(self.status, self.headers.iter().copied(), self.body);
        let config = SdkClientConfig::new()
            .with_retry_policy(RetryPolicy::None)
            .with_environment(false);
        let call = mock.connector().client_config(&config).call(request);
        match RUNTIME.with(|runtime| runtime.block_on(call.into_future())) {
            Ok(response) => {
                let _shown = format!("{response:?}");
                Some(response)
            }
            Err(error) => {
                let _shown = format!("{error:?}");
                check(&error.into());
                None
            }
        }
    }

    /// Reads it twice: what of the whole is read in part is the same, and needs no more.
    ///
    /// `same` compares the part with the whole.
    pub fn read_both<W, P>(
        &self,
        whole: &W,
        part: &P,
        same: impl Fn(&W::Response, &P::Response) -> bool,
    ) where
        W: Repeatable,
        W::Response: std::fmt::Debug,
        P: Repeatable,
        P::Response: std::fmt::Debug,
    {
        let (whole, part) = (self.read(whole), self.read(part));
        if let Some(whole) = &whole {
            let part = part.expect("a part of what can be read can be read");
            assert!(same(whole, &part), "{part:?} is no part of {whole:?}");
        }
    }
}

/// Errors are a line, of a length that logs can bear.
fn check(error: &Error) {
    let text = error.to_string();
    assert!(text.len() < 20_000, "{} bytes of text", text.len());
    assert_eq!(text.lines().count(), 1, "{text:?}");
}
