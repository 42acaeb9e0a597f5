//! Route 53: restXml, with bodies of nested lists and a namespace.

use aws_operation::aws_connector;

use self::api::GetHostedZoneError;
use crate::refusals;
use crate::report::{Outcome, Report, Subject, as_modelled, same};
use crate::server::Server;

#[aws_connector(service = "route53", derive(Clone, PartialEq))]
mod api {
    // Not `location`: this emulator leaves the header out, which AWS's model requires.
    #[aws_operation(response = { hosted_zone { id } })]
    pub struct CreateHostedZoneRequest<'a> {
        pub name: &'a str,
        pub caller_reference: &'a str,
        pub hosted_zone_config: HostedZoneConfig,
    }

    #[aws_operation(response = { hosted_zone { name, config { comment } } })]
    pub struct GetHostedZoneRequest<'a> {
        pub id: &'a str,
    }

    #[aws_operation(response = { change_info { id, submitted_at } })]
    pub struct ChangeResourceRecordSetsRequest<'a> {
        pub hosted_zone_id: &'a str,
        pub change_batch: ChangeBatch,
    }

    #[aws_operation(response = { resource_record_sets, is_truncated })]
    pub struct ListResourceRecordSetsRequest<'a> {
        pub hosted_zone_id: &'a str,
        pub start_record_name: &'a str,
        pub start_record_type: RrType,
    }

    #[aws_operation]
    pub struct DeleteHostedZoneRequest<'a> {
        pub id: &'a str,
    }
}

const COMMENT: &str = "Grüße & <co.>";

pub async fn test(server: &Server, report: &mut Report) {
    let subject = Subject::of::<api::CreateHostedZoneRequest>();
    let name = &*format!("{}.example.", server.name);
    let mut id = String::new();
    let create = create(server, name, &mut id);
    report.check(subject, "CreateHostedZone", create).await;
    let id = &*id;
    let get = get(server, name, id);
    report.check(subject, "GetHostedZone", get).await;
    let record = record(name);
    for (action, operation) in [
        ("CREATE", "ChangeResourceRecordSets"),
        ("DELETE", "ChangeResourceRecordSets"),
    ] {
        let change = change(server, id, action, &record);
        report.check(subject, operation, change).await;
        if action == "CREATE" {
            let list = list(server, id, &record);
            report.check(subject, "ListResourceRecordSets", list).await;
        }
    }
    report.check(subject, "(error)", missing(server)).await;

    let request = api::ListResourceRecordSetsRequest {
        hosted_zone_id: id,
        start_record_name: name,
        start_record_type: "A".into(),
    };
    let forgery = [name, &*name.replace("live-", "dead-")];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;

    let delete = delete(server, id);
    report.check(subject, "DeleteHostedZone", delete).await;
}

async fn create(server: &Server, name: &str, id: &mut String) -> Outcome {
    let request = api::CreateHostedZoneRequest {
        name,
        caller_reference: &server.name,
        hosted_zone_config: api::HostedZoneConfig {
            comment: Some(COMMENT.to_owned()),
            ..Default::default()
        },
    };
    let created = server.connector.call(&request).await?;
    *id = created.hosted_zone.id;
    Ok(None)
}

async fn get(server: &Server, name: &str, id: &str) -> Outcome {
    let request = api::GetHostedZoneRequest { id };
    let zone = server.connector.call(&request).await?.hosted_zone;
    let comment = zone.config.and_then(|it| it.comment);
    same(&(&*zone.name, comment.as_deref()), &(name, Some(COMMENT)))
}

async fn change(
    server: &Server,
    hosted_zone_id: &str,
    action: &str,
    record: &api::ResourceRecordSet,
) -> Outcome {
    let request = api::ChangeResourceRecordSetsRequest {
        hosted_zone_id,
        change_batch: api::ChangeBatch {
            comment: Some(COMMENT.to_owned()),
            changes: vec![api::Change {
                action: action.into(),
                resource_record_set: record.clone(),
            }],
        },
    };
    let changed = server.connector.call(&request).await?.change_info;
    if changed.id.is_empty() {
        return Err("no id".into());
    }
    Ok(Some(action.to_lowercase()))
}

async fn list(server: &Server, hosted_zone_id: &str, record: &api::ResourceRecordSet) -> Outcome {
    let request = api::ListResourceRecordSetsRequest {
        hosted_zone_id,
        start_record_name: &record.name,
        start_record_type: record.r#type.clone(),
    };
    let listed = server.connector.call(&request).await?;
    same(&listed.resource_record_sets.first(), &Some(record))
}

/// An error that the model lists is a variant.
async fn missing(server: &Server) -> Outcome {
    let request = api::GetHostedZoneRequest { id: "ZNOSUCHZONE" };
    match server.connector.call(&request).await {
        Err(GetHostedZoneError::NoSuchHostedZone(error)) => as_modelled(error.error()),
        other => Err(format!("a missing zone led to {other:?}").into()),
    }
}

async fn delete(server: &Server, id: &str) -> Outcome {
    let request = api::DeleteHostedZoneRequest { id };
    server.connector.call(&request).await?;
    Ok(None)
}

fn record(zone: &str) -> api::ResourceRecordSet {
    let value = |text: &str| api::ResourceRecord {
        value: format!("\"{text}\""),
    };
    api::ResourceRecordSet {
        name: format!("text.{zone}"),
        r#type: "TXT".into(),
        ttl: Some(60),
        resource_records: Some(vec![value("one & two"), value("<three>")]),
        ..Default::default()
    }
}
