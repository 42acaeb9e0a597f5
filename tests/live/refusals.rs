//! That a signature is made with the secret and covers the request, as the server sees it.

use std::error::Error as StdError;
use std::fmt::Debug;
use std::ops::Deref;

use aws_operation::{Call, Connector, Error};

use crate::report::{Outcome, Report, Subject};
use crate::server::Server;

/// Makes a call with a wrong secret; with the right one through a proxy that changes nothing, which
/// must go well; and through one that replaces `original`, somewhere in the request, by `forged`.
pub async fn test<R, E>(
    server: &Server,
    report: &mut Report,
    subject: Subject,
    [original, forged]: [&str; 2],
    call: impl Fn(&Connector) -> Call<R, E>,
) where
    R: Debug,
    E: StdError + Deref<Target = Error> + 'static,
{
    let wrong = async { refused(call(&server.wrong_secret).await) };
    report.check(subject, "(wrong secret)", wrong).await;

    let untouched = async {
        let (connector, _proxy) = server.through_proxy(original, original).await?;
        call(&connector).await?;
        Ok(None)
    };
    report.check(subject, "(through proxy)", untouched).await;

    let tampered = async {
        let (connector, _proxy) = server.through_proxy(original, forged).await?;
        refused(call(&connector).await)
    };
    report.check(subject, "(tampered)", tampered).await;
}

fn refused<R: Debug, E: StdError + Deref<Target = Error>>(outcome: Result<R, E>) -> Outcome {
    // The first is EC2's.
    const CODES: [&str; 3] = [
        "AuthFailure",
        "InvalidSignatureException",
        "SignatureDoesNotMatch",
    ];
    match outcome {
        Ok(response) => Err(format!("accepted: {response:?}").into()),
        Err(error) => match error.code() {
            Some(code) if CODES.contains(&code) => Ok(Some(format!("refused: {code}"))),
            _ => Err(format!("not for its signature: {}", &*error).into()),
        },
    }
}
