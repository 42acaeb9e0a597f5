//! Secrets Manager: awsJson 1.1, and members that must not show.

use aws_operation::aws_connector;

use self::api::GetSecretValueError;
use crate::refusals;
use crate::report::{Outcome, Report, Subject, as_modelled, same};
use crate::server::Server;

#[aws_connector(service = "secretsmanager")]
mod api {
    #[aws_operation]
    pub struct CreateSecretRequest<'a> {
        pub name: &'a str,
        pub secret_string: &'a str,
        pub tags: Vec<Tag>,
    }

    #[aws_operation]
    pub struct GetSecretValueRequest<'a> {
        pub secret_id: &'a str,
    }

    #[aws_operation]
    pub struct DeleteSecretRequest<'a> {
        pub secret_id: &'a str,
        pub force_delete_without_recovery: bool,
    }
}

const SECRET: &str = "correct horse \"battery\" staple";

pub async fn test(server: &Server, report: &mut Report) {
    let subject = Subject::of::<api::CreateSecretRequest>();
    report.check(subject, "CreateSecret", create(server)).await;
    report.check(subject, "GetSecretValue", get(server)).await;
    report.check(subject, "(error)", missing(server)).await;

    let secret_id = &*server.name;
    let request = api::GetSecretValueRequest { secret_id };
    let forgery = [secret_id, &*secret_id.replace("live-", "dead-")];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;

    report.check(subject, "DeleteSecret", delete(server)).await;
}

async fn create(server: &Server) -> Outcome {
    let request = api::CreateSecretRequest {
        name: &server.name,
        secret_string: SECRET,
        tags: vec![api::Tag {
            key: Some("purpose".to_owned()),
            value: Some("test".to_owned()),
        }],
    };
    let created = server.connector.call(&request).await?;
    same(&created.name, &Some(server.name.clone()))
}

async fn get(server: &Server) -> Outcome {
    let secret_id = &server.name;
    let request = api::GetSecretValueRequest { secret_id };
    let got = server.connector.call(&request).await?;
    if format!("{got:?}").contains("horse") {
        return Err("the secret shows in `Debug`".into());
    }
    same(&got.secret_string.as_deref(), &Some(SECRET))
}

/// An error that the model lists is a variant.
async fn missing(server: &Server) -> Outcome {
    let secret_id = "no-such-secret";
    let request = api::GetSecretValueRequest { secret_id };
    match server.connector.call(&request).await {
        Err(GetSecretValueError::ResourceNotFoundException(error)) => as_modelled(error.error()),
        other => Err(format!("a missing secret led to {other:?}").into()),
    }
}

async fn delete(server: &Server) -> Outcome {
    let request = api::DeleteSecretRequest {
        secret_id: &server.name,
        force_delete_without_recovery: true,
    };
    server.connector.call(&request).await?;
    Ok(None)
}
