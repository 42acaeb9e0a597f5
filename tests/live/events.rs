//! EventBridge: awsJson 1.1, with JSON inside strings and a time in the request.

use aws_operation::{DateTime, aws_connector};

use self::api::DescribeRuleError;
use crate::refusals;
use crate::report::{Outcome, Report, Subject, as_modelled, same};
use crate::server::Server;

#[aws_connector(service = "events")]
mod api {
    #[aws_operation]
    pub struct PutRuleRequest<'a> {
        pub name: &'a str,
        pub event_pattern: &'a str,
        pub state: RuleState,
    }

    #[aws_operation(response = { event_pattern, state })]
    pub struct DescribeRuleRequest<'a> {
        pub name: &'a str,
    }

    #[aws_operation]
    pub struct PutEventsRequest {
        pub entries: Vec<PutEventsRequestEntry>,
    }

    #[aws_operation]
    pub struct DeleteRuleRequest<'a> {
        pub name: &'a str,
    }
}

const PATTERN: &str = r#"{"source":["aws-operation"],"detail":{"name":["Grüße"]}}"#;

pub async fn test(server: &Server, report: &mut Report) {
    let subject = Subject::of::<api::PutRuleRequest>();
    report.check(subject, "PutRule", put_rule(server)).await;
    report
        .check(subject, "DescribeRule", describe(server))
        .await;
    report.check(subject, "PutEvents", put_events(server)).await;
    report.check(subject, "(error)", missing(server)).await;

    let name = &*server.name;
    let request = api::DescribeRuleRequest { name };
    let forgery = [name, &*name.replace("live-", "dead-")];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;

    report.check(subject, "DeleteRule", delete(server)).await;
}

async fn put_rule(server: &Server) -> Outcome {
    let request = api::PutRuleRequest {
        name: &server.name,
        event_pattern: PATTERN,
        state: api::RuleState::Disabled,
    };
    let put = server.connector.call(&request).await?;
    put.rule_arn.ok_or("no ARN")?;
    Ok(None)
}

async fn describe(server: &Server) -> Outcome {
    let name = &server.name;
    let request = api::DescribeRuleRequest { name };
    let rule = server.connector.call(&request).await?;
    same(
        &(rule.event_pattern.as_deref(), rule.state),
        &(Some(PATTERN), Some(api::RuleState::Disabled)),
    )
}

/// One is taken; the other, from a source that is AWS's own, is refused in the same answer.
async fn put_events(server: &Server) -> Outcome {
    let entry = |source: &str| api::PutEventsRequestEntry {
        time: Some(DateTime::now()),
        source: Some(source.to_owned()),
        detail_type: Some("test".to_owned()),
        detail: Some(r#"{"name":"Grüße"}"#.to_owned()),
        ..Default::default()
    };
    let request = api::PutEventsRequest {
        entries: vec![entry("aws-operation"), entry("aws.ec2")],
    };
    let put = server.connector.call(&request).await?;
    let codes: Vec<_> = put
        .entries
        .iter()
        .map(|it| it.error_code.as_deref())
        .collect();
    same(&*codes, &[None, Some("NotAuthorizedForSourceException")])?;
    same(&put.failed_entry_count, &Some(1))
}

/// An error that the model lists is a variant.
async fn missing(server: &Server) -> Outcome {
    let name = "no-such-rule";
    let request = api::DescribeRuleRequest { name };
    match server.connector.call(&request).await {
        Err(DescribeRuleError::ResourceNotFoundException(error)) => as_modelled(error.error()),
        other => Err(format!("a missing rule led to {other:?}").into()),
    }
}

async fn delete(server: &Server) -> Outcome {
    let name = &server.name;
    let request = api::DeleteRuleRequest { name };
    server.connector.call(&request).await?;
    Ok(None)
}
