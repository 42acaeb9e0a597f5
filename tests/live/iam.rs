//! IAM: awsQuery, with a document in a parameter; and a role for those who need one.

use aws_operation::aws_connector;

use self::api::GetRoleError;
use crate::refusals;
use crate::report::{Outcome, Report, Subject, as_modelled, same};
use crate::server::Server;

#[aws_connector(service = "iam")]
mod api {
    #[aws_operation(response = { role { arn } })]
    pub struct CreateRoleRequest<'a> {
        pub role_name: &'a str,
        pub assume_role_policy_document: &'a str,
        pub max_session_duration: i32,
        pub tags: Vec<Tag>,
    }

    #[aws_operation(response = { role { role_name, create_date, max_session_duration, tags } })]
    pub struct GetRoleRequest<'a> {
        pub role_name: &'a str,
    }

    #[aws_operation]
    pub struct PutRolePolicyRequest<'a> {
        pub role_name: &'a str,
        pub policy_name: &'a str,
        pub policy_document: &'a str,
    }

    #[aws_operation]
    pub struct DeleteRolePolicyRequest<'a> {
        pub role_name: &'a str,
        pub policy_name: &'a str,
    }

    #[aws_operation]
    pub struct DeleteRoleRequest<'a> {
        pub role_name: &'a str,
    }
}

/// Everybody of the account, and Lambda, may take the role, and who shows a token of this provider's.
const TRUST: &str = r#"{
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Allow",
        "Principal": { "AWS": "*", "Service": "lambda.amazonaws.com" },
        "Action": ["sts:AssumeRole", "sts:TagSession"]
    }, {
        "Effect": "Allow",
        "Principal": { "Federated": "accounts.google.com" },
        "Action": "sts:AssumeRoleWithWebIdentity"
    }]
}"#;

const PURPOSE: &str = "Tests + 50 % = \"größer\"";

const POLICY: &str = "everything";
const POLICY_DOCUMENT: &str = r#"{
    "Version": "2012-10-17",
    "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }]
}"#;

/// Returns the ARN of a role, which [`clean_up`] deletes.
pub async fn test(server: &Server, report: &mut Report) -> String {
    let subject = Subject::of::<api::CreateRoleRequest>();
    let mut arn = String::new();
    let create = create(server, &mut arn);
    report.check(subject, "CreateRole", create).await;
    report.check(subject, "GetRole", get(server)).await;
    let put_policy = put_policy(server);
    report.check(subject, "PutRolePolicy", put_policy).await;
    report.check(subject, "(error)", missing(server)).await;

    let role_name = &*server.name;
    let request = api::GetRoleRequest { role_name };
    let forgery = [role_name, &*role_name.replace("live-", "dead-")];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;
    arn
}

pub async fn clean_up(server: &Server, report: &mut Report) {
    let subject = Subject::of::<api::DeleteRoleRequest>();
    let delete_policy = delete_policy(server);
    report
        .check(subject, "DeleteRolePolicy", delete_policy)
        .await;
    report.check(subject, "DeleteRole", delete(server)).await;
}

async fn create(server: &Server, arn: &mut String) -> Outcome {
    let request = api::CreateRoleRequest {
        role_name: &server.name,
        assume_role_policy_document: TRUST,
        max_session_duration: 7200,
        tags: vec![api::Tag {
            key: "purpose".to_owned(),
            // Neither `&` nor `<`: this emulator does not escape them in its answer.
            value: PURPOSE.to_owned(),
        }],
    };
    let created = server.connector.call(&request).await?;
    *arn = created.role.arn;
    Ok(None)
}

async fn get(server: &Server) -> Outcome {
    let role_name = &server.name;
    let request = api::GetRoleRequest { role_name };
    let role = server.connector.call(&request).await?.role;
    let tag = role.tags.first().ok_or("no tag")?;
    same(
        &(
            &role.role_name,
            role.max_session_duration,
            tag.value.as_str(),
        ),
        &(role_name, Some(7200), PURPOSE),
    )
}

async fn put_policy(server: &Server) -> Outcome {
    let request = api::PutRolePolicyRequest {
        role_name: &server.name,
        policy_name: POLICY,
        policy_document: POLICY_DOCUMENT,
    };
    server.connector.call(&request).await?;
    Ok(None)
}

/// An error that the model lists is a variant.
async fn missing(server: &Server) -> Outcome {
    let role_name = "no-such-role";
    let request = api::GetRoleRequest { role_name };
    match server.connector.call(&request).await {
        Err(GetRoleError::NoSuchEntityException(error)) => as_modelled(error.error()),
        other => Err(format!("a missing role led to {other:?}").into()),
    }
}

async fn delete_policy(server: &Server) -> Outcome {
    let request = api::DeleteRolePolicyRequest {
        role_name: &server.name,
        policy_name: POLICY,
    };
    server.connector.call(&request).await?;
    Ok(None)
}

async fn delete(server: &Server) -> Outcome {
    let role_name = &server.name;
    let request = api::DeleteRoleRequest { role_name };
    server.connector.call(&request).await?;
    Ok(None)
}
