//! STS: awsQuery, and calls with the temporary credentials that it hands out.

use std::time::{Duration, SystemTime};

use aws_operation::{
    AssumeRole, Connector, Credentials, TemporaryCredentials, WebIdentity, aws_connector,
    validate_credentials,
};

use self::api::AssumeRoleError;
use crate::refusals;
use crate::report::{Outcome, Report, Subject, as_unmodelled};
use crate::server::Server;

#[aws_connector(service = "sts")]
mod api {
    #[aws_operation(response = { credentials })]
    pub struct AssumeRoleRequest<'a> {
        pub role_arn: &'a str,
        pub role_session_name: &'a str,
        pub duration_seconds: i32,
    }

    #[aws_operation]
    pub struct GetCallerIdentityRequest {}
}

const SESSION: &str = "ten-euros";
/// 15 minutes, in seconds: the shortest.
const LIFETIME: i32 = 900;

/// `role` is the ARN of a role that may be taken.
pub async fn test(server: &Server, report: &mut Report, role: &str) {
    let subject = Subject::of::<api::AssumeRoleRequest>();
    let mut session = None;
    let assume = assume(server, role, &mut session);
    report.check(subject, "AssumeRole", assume).await;
    let identify = identify(server, session);
    report.check(subject, "GetCallerIdentity", identify).await;
    let source = source(server, role);
    report.check(subject, "as a source", source).await;
    let token = token(server, role);
    report.check(subject, "a token as a source", token).await;
    let missing = missing(server, role);
    report.check(subject, "(error)", missing).await;

    let request = api::AssumeRoleRequest {
        role_arn: role,
        role_session_name: SESSION,
        duration_seconds: LIFETIME,
    };
    let forgery = [SESSION, "six-euros"];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;
}

async fn assume(server: &Server, role: &str, session: &mut Option<Credentials>) -> Outcome {
    let request = api::AssumeRoleRequest {
        role_arn: role,
        role_session_name: SESSION,
        duration_seconds: LIFETIME,
    };
    let assumed = server.connector.call(&request).await?;
    let made = assumed.credentials.ok_or("no credentials")?;
    let end = SystemTime::try_from(made.expiration)?;
    let lifetime = end.duration_since(SystemTime::now())?;
    // A minute for clocks that differ and calls that take their time.
    if !(Duration::from_mins(14)..=Duration::from_mins(15)).contains(&lifetime) {
        return Err(format!("asked for 15 minutes, got {lifetime:?}").into());
    }
    let credentials = TemporaryCredentials::new(
        made.access_key_id,
        made.secret_access_key,
        made.session_token,
        Some(made.expiration),
    );
    *session = Some(credentials.into());
    Ok(Some("for 15 minutes".to_owned()))
}

/// Calls with the temporary credentials: a session token is part of what is signed.
async fn identify(server: &Server, session: Option<Credentials>) -> Outcome {
    let session = session.ok_or("no session")?;
    let connector = Connector::new(session, server.connector.region())
        .client_config(server.connector.settings());
    let request = api::GetCallerIdentityRequest {};
    let caller = connector.call(&request).await?;
    let arn = caller.arn.ok_or("no ARN")?;
    let session = format!("assumed-role/{}/{SESSION}", server.name);
    if arn.ends_with(&session) {
        Ok(Some(format!("as {session}")))
    } else {
        Err(format!("called as {arn}").into())
    }
}

/// A source of credentials that fetches sessions itself, and one on top of it: the role may be taken
/// by everybody.
async fn source(server: &Server, role: &str) -> Outcome {
    let region = server.connector.region();
    let base = server.connector.credentials().clone();
    let first = AssumeRole::new(base, region, role)
        .session_name(SESSION)
        .session_tag("project", "lighthouse")
        .client_config(server.connector.settings());
    let second = AssumeRole::new(first, region, role)
        .session_name("second")
        .client_config(server.connector.settings());
    let caller = validate_credentials(&second.into(), region)
        .client_config(server.connector.settings())
        .await?;
    let session = format!("assumed-role/{}/second", server.name);
    if caller.arn.ends_with(&session) {
        Ok(Some(format!("as {session}")))
    } else {
        Err(format!("called as {}", caller.arn).into())
    }
}

/// A token of somebody else's. The emulator reads who made it, and does not verify that: it is the way
/// there that is tested, unsigned, and the session that comes back, which signs.
async fn token(server: &Server, role: &str) -> Outcome {
    let region = server.connector.region();
    let source = WebIdentity::with_token(region, role, || async {
        // {"alg":"none"} . {"iss":"https://accounts.google.com","sub":"live-tests"} .
        let token = "eyJhbGciOiJub25lIn0.\
            eyJpc3MiOiJodHRwczovL2FjY291bnRzLmdvb2dsZS5jb20iLCJzdWIiOiJsaXZlLXRlc3RzIn0.";
        Ok(token.to_owned())
    });
    let source = source
        .session_name("by-token")
        .client_config(server.connector.settings());
    let caller = validate_credentials(&source.into(), region)
        .client_config(server.connector.settings())
        .await?;
    let session = format!("assumed-role/{}/by-token", server.name);
    if caller.arn.ends_with(&session) {
        Ok(Some(format!("as {session}")))
    } else {
        Err(format!("called as {}", caller.arn).into())
    }
}

/// AWS does not say whether such a role exists, and its model does not list what it answers.
async fn missing(server: &Server, role: &str) -> Outcome {
    let request = api::AssumeRoleRequest {
        role_arn: &format!("{role}-not"),
        role_session_name: SESSION,
        duration_seconds: LIFETIME,
    };
    match server.connector.call(&request).await {
        Err(AssumeRoleError::Other(error)) if error.code() == Some("AccessDenied") => {
            as_unmodelled(&error)
        }
        other => Err(format!("a missing role led to {other:?}").into()),
    }
}
