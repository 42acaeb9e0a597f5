//! Compares what comes back, member by member.

use std::collections::HashMap;
use std::fmt::Debug;

use aws_operation::{AbstractRequest, ByteStream, Error, SdkClientConfig};
use serde_json::Value;

use crate::transport::{Answer, Transport, connector};
use crate::values::{Empty, Same};

/// Sends a request, which is answered with the case's `response`.
pub(crate) async fn answer<Q: AbstractRequest>(
    request: Q,
    response: &str,
) -> Result<Q::Response, Q::Error> {
    let response: Value = serde_json::from_str(response).expect("the build script wrote JSON");
    let headers = response["headers"].as_object().into_iter().flatten();
    let headers = headers.map(|(name, value)| {
        let value = value.as_str().expect("a header's value").to_owned();
        (name.clone(), value)
    });
    let body = response["body"].as_str().unwrap_or_default();
    let status = response["status_code"].as_u64();
    let transport = Transport::new(Answer {
        status: status
            .and_then(|status| status.try_into().ok())
            .expect("a status"),
        headers: headers.collect(),
        body: if response["binary"] == true {
            crate::values::base64(body)
        } else {
            body.as_bytes().to_vec()
        },
    });
    let call = connector::<Q>(SdkClientConfig::new()).call_owned(request);
    call.http_client(transport.client()).await
}

/// What is seen of an answer, and what is wrong with it. Paths are those of Smithy's members.
#[derive(Default)]
pub(crate) struct Seen {
    faults: Vec<String>,
}

impl Seen {
    pub(crate) fn end(self) -> Result<(), String> {
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(self.faults.join("\n"))
        }
    }

    pub(crate) fn is(&mut self, path: &str, holds: bool, what: &str) {
        if !holds {
            self.faults.push(format!("{path}: {what}"));
        }
    }

    fn read<T: Debug + ?Sized>(&mut self, path: &str, found: &T, expected: &dyn Debug) {
        let fault = format!("{path}: read {found:?}, expected {expected:?}");
        self.faults.push(fault);
    }

    /// What every error has.
    pub(crate) fn error(&mut self, error: &Error, code: Option<&str>, message: Option<&str>) {
        if error.code() != code {
            self.read("(code)", &error.code(), &code);
        }
        if message.is_some() && error.message() != message {
            self.read("(message)", &error.message(), &message);
        }
    }

    pub(crate) fn absent<T>(&mut self, path: &str, found: Option<&T>) {
        self.is(path, found.is_none(), "read something, expected nothing");
    }

    pub(crate) fn empty(&mut self, path: &str, found: &impl Empty) {
        self.is(path, found.is_empty(), "read something, expected nothing");
    }

    pub(crate) fn same<T: Same + Debug>(&mut self, path: &str, found: Option<&T>, expected: &T) {
        if !found.is_some_and(|found| found.same(expected)) {
            self.read(path, &found, expected);
        }
    }

    /// The value of an enum.
    pub(crate) fn text(&mut self, path: &str, found: Option<&impl AsRef<str>>, expected: &str) {
        let found = found.map(AsRef::as_ref);
        if found != Some(expected) {
            self.read(path, &found, &expected);
        }
    }

    pub(crate) async fn stream(&mut self, path: &str, found: ByteStream, expected: &str) {
        let found = match found.collect().await {
            Ok(found) => found.to_vec(),
            Err(error) => return self.is(path, false, &error.to_string()),
        };
        if found != expected.as_bytes() {
            let found = String::from_utf8_lossy(&found);
            self.read(path, &found, &expected);
        }
    }

    pub(crate) fn present<'a, T>(&mut self, path: &str, found: Option<&'a T>) -> Option<&'a T> {
        self.is(path, found.is_some(), "read nothing");
        found
    }

    pub(crate) fn list<'a, T>(
        &mut self,
        path: &str,
        found: Option<&'a Vec<T>>,
        length: usize,
    ) -> Option<&'a [T]> {
        let read = found.map(Vec::len);
        if read != Some(length) {
            self.read(path, &read, &length);
        }
        found
            .map(Vec::as_slice)
            .filter(|found| found.len() == length)
    }

    pub(crate) fn map<'a, T>(
        &mut self,
        path: &str,
        found: Option<&'a HashMap<String, T>>,
        length: usize,
    ) -> Option<&'a HashMap<String, T>> {
        let read = found.map(HashMap::len);
        if read != Some(length) {
            self.read(path, &read, &length);
        }
        found
    }

    pub(crate) fn entry<'a, T>(
        &mut self,
        path: &str,
        map: &'a HashMap<String, T>,
        key: &str,
    ) -> Option<&'a T> {
        self.present(path, map.get(key))
    }
}
