//! STS and Roles Anywhere at one address.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use aws_operation::{DateTime, EndpointUrl};
use aws_smithy_types::date_time::Format;

use crate::server::{Answer, Request, Server};
use crate::{sigv4, verify};

/// A server for credentials, in a thread of its own. It knows one user, and the sessions that it
/// hands out.
pub struct LocalAws {
    server: Server,
}

/// The account of everything here.
const ACCOUNT: &str = "123456789012";

#[derive(Clone)]
struct Known {
    secret: String,
    /// Of a session.
    token: Option<String>,
    arn: String,
}

type Keys = Arc<Mutex<BTreeMap<String, Known>>>;

impl LocalAws {
    /// The user's access key.
    pub const ACCESS_KEY: &'static str = "AKIAEXAMPLE";
    /// Its secret.
    pub const SECRET_ACCESS_KEY: &'static str = "the-secret-of-the-example";
    /// A role that everybody here may take.
    pub const ROLE: &'static str = "arn:aws:iam::123456789012:role/Reader";
    /// A trust anchor, which trusts every certificate.
    pub const TRUST_ANCHOR: &'static str =
        "arn:aws:rolesanywhere:eu-west-1:123456789012:trust-anchor/local";
    /// A profile.
    pub const PROFILE: &'static str = "arn:aws:rolesanywhere:eu-west-1:123456789012:profile/local";

    /// Starts it.
    #[must_use]
    pub fn start() -> Self {
        let user = Known {
            secret: Self::SECRET_ACCESS_KEY.to_owned(),
            token: None,
            arn: format!("arn:aws:iam::{ACCOUNT}:user/alice"),
        };
        let keys: Keys = Arc::default();
        lock(&keys).insert(Self::ACCESS_KEY.to_owned(), user);
        Self {
            server: Server::start(move |request, number| answer(&keys, request, number)),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn url(&self) -> EndpointUrl {
        self.server.url()
    }
}

fn lock(keys: &Keys) -> std::sync::MutexGuard<'_, BTreeMap<String, Known>> {
    keys.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(keys: &Keys, request: &Request, number: usize) -> Answer {
    if request.target == "/sessions" {
        return create_session(keys, request, number);
    }
    let known = |id: &str| lock(keys).get(id).cloned();
    let secret = |id: &str| known(id).map(|known| known.secret);
    let caller = match sigv4::judge(request, secret) {
        Ok(id) => known(&id),
        Err(code) => return refusal(code),
    };
    let Some(caller) =
        caller.filter(|known| known.token.as_deref() == request.header("x-amz-security-token"))
    else {
        return refusal("InvalidClientTokenId");
    };
    let body = String::from_utf8_lossy(&request.body);
    if body.starts_with("Action=GetCallerIdentity&") {
        let arn = caller.arn;
        return Answer::new(
            200,
            format!(
                "<R><GetCallerIdentityResult><Arn>{arn}</Arn><UserId>AIDAEXAMPLE</UserId>\
             <Account>{ACCOUNT}</Account></GetCallerIdentityResult></R>"
            ),
        );
    }
    if !body.starts_with("Action=AssumeRole&") {
        return refusal("InvalidAction");
    }
    let session = hand_out(keys, number, "assumed");
    Answer::new(
        200,
        format!(
            "<R><AssumeRoleResult><Credentials><AccessKeyId>{}</AccessKeyId>\
         <SecretAccessKey>{}</SecretAccessKey><SessionToken>{}</SessionToken>\
         <Expiration>{}</Expiration></Credentials></AssumeRoleResult></R>",
            session.id, session.secret, session.token, session.end
        ),
    )
}

fn create_session(keys: &Keys, request: &Request, number: usize) -> Answer {
    if let Err(fault) = verify::judge(request) {
        let body = serde_json::json!({ "message": fault }).to_string();
        return Answer::new(403, body).header("x-amzn-errortype", "AccessDeniedException");
    }
    let session = hand_out(keys, number, "by-certificate");
    let body = serde_json::json!({ "credentialSet": [{
        "assumedRoleUser": { "arn": session.arn },
        "credentials": {
            "accessKeyId": session.id,
            "expiration": session.end,
            "secretAccessKey": session.secret,
            "sessionToken": session.token,
        },
        "roleArn": LocalAws::ROLE,
    }] });
    Answer::new(201, body.to_string())
}

struct Session {
    id: String,
    secret: String,
    token: String,
    arn: String,
    end: String,
}

/// Makes the keys of a session that ends in an hour.
fn hand_out(keys: &Keys, number: usize, name: &str) -> Session {
    let end = DateTime::from(SystemTime::now() + Duration::from_hours(1));
    let end = aws_smithy_types::DateTime::from_secs(end.secs());
    let session = Session {
        id: format!("ASIAEXAMPLE{number}"),
        secret: format!("the-secret-of-session-{number}"),
        token: format!("the-token-of-session-{number}"),
        arn: format!("arn:aws:sts::{ACCOUNT}:assumed-role/Reader/{name}"),
        end: end.fmt(Format::DateTime).unwrap_or_default(),
    };
    let known = Known {
        secret: session.secret.clone(),
        token: Some(session.token.clone()),
        arn: session.arn.clone(),
    };
    lock(keys).insert(session.id.clone(), known);
    session
}

fn refusal(code: &str) -> Answer {
    let body = format!("<ErrorResponse><Error><Code>{code}</Code></Error></ErrorResponse>");
    Answer::new(403, body)
}
