//! EC2: ec2Query, whose lists are flattened and whose errors have an envelope of their own.

use std::time::{Duration, SystemTime};

use aws_operation::aws_connector;

use self::api::DescribeInstancesError;
use crate::refusals;
use crate::report::{Outcome, Report, Subject, as_unmodelled, same};
use crate::server::Server;

#[aws_connector(service = "ec2")]
mod api {
    #[aws_operation(response = { instances { instance_id } })]
    pub struct RunInstancesRequest<'a> {
        pub image_id: &'a str,
        pub instance_type: InstanceType,
        pub min_count: i32,
        pub max_count: i32,
        pub tag_specifications: Vec<TagSpecification>,
    }

    #[aws_operation(response = {
        reservations { instances { instance_id, instance_type, launch_time, tags } },
        next_token,
    })]
    pub struct DescribeInstancesRequest<'a> {
        pub instance_ids: Vec<&'a str>,
        pub filters: Vec<Filter>,
    }

    #[aws_operation(response = { terminating_instances { instance_id } })]
    pub struct TerminateInstancesRequest<'a> {
        pub instance_ids: &'a [String],
    }
}

const PURPOSE: &str = "Grüße & <co.>";

pub async fn test(server: &Server, report: &mut Report) {
    let subject = Subject::of::<api::RunInstancesRequest>();
    let mut ids = Vec::new();
    let run = run(server, &mut ids);
    report.check(subject, "RunInstances", run).await;
    let describe = describe(server, &ids);
    report.check(subject, "DescribeInstances", describe).await;
    report.check(subject, "(error)", missing(server)).await;

    let request = api::DescribeInstancesRequest {
        instance_ids: Vec::new(),
        filters: filters(&server.name),
    };
    let forgery = [&*server.name, &*server.name.replace("live-", "dead-")];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;

    let terminate = terminate(server, &ids);
    report.check(subject, "TerminateInstances", terminate).await;
}

async fn run(server: &Server, ids: &mut Vec<String>) -> Outcome {
    let tag = |key: &str, value: &str| api::Tag {
        key: Some(key.to_owned()),
        value: Some(value.to_owned()),
    };
    let request = api::RunInstancesRequest {
        image_id: "ami-00000000",
        instance_type: "t3.nano".into(),
        min_count: 2,
        max_count: 2,
        tag_specifications: vec![api::TagSpecification {
            resource_type: Some("instance".into()),
            tags: Some(vec![tag("run", &server.name), tag("purpose", PURPOSE)]),
        }],
    };
    let run = server.connector.call(&request).await?;
    ids.extend(run.instances.into_iter().filter_map(|it| it.instance_id));
    same(&ids.len(), &2)
}

async fn describe(server: &Server, ids: &[String]) -> Outcome {
    let request = api::DescribeInstancesRequest {
        instance_ids: ids.iter().map(String::as_str).collect(),
        filters: filters(&server.name),
    };
    let described = server.connector.call(&request).await?;
    let instances = described
        .reservations
        .into_iter()
        .flat_map(|it| it.instances);
    let mut found = Vec::new();
    for instance in instances {
        let launch = SystemTime::try_from(instance.launch_time.ok_or("no time")?)?;
        if launch.elapsed()? > Duration::from_mins(1) {
            return Err(format!("launched {:?} ago", launch.elapsed()?).into());
        }
        let purpose = instance
            .tags
            .iter()
            .find(|tag| tag.key.as_deref() == Some("purpose"));
        same(
            &purpose.and_then(|tag| tag.value.as_deref()),
            &Some(PURPOSE),
        )?;
        found.push(instance.instance_id.ok_or("no id")?);
    }
    found.sort();
    let mut ids = ids.to_vec();
    ids.sort();
    same(&found, &ids)
}

/// EC2's model lists no errors: this one is told by its code.
async fn missing(server: &Server) -> Outcome {
    let request = api::DescribeInstancesRequest {
        instance_ids: vec!["i-00000000000000000"],
        filters: Vec::new(),
    };
    match server.connector.call(&request).await {
        Err(DescribeInstancesError::Other(error))
            if error.code() == Some("InvalidInstanceID.NotFound") =>
        {
            as_unmodelled(&error)
        }
        other => Err(format!("a missing instance led to {other:?}").into()),
    }
}

async fn terminate(server: &Server, ids: &[String]) -> Outcome {
    let request = api::TerminateInstancesRequest { instance_ids: ids };
    let terminated = server.connector.call(&request).await?;
    same(&terminated.terminating_instances.len(), &ids.len())
}

fn filters(run: &str) -> Vec<api::Filter> {
    vec![api::Filter {
        name: Some("tag:run".to_owned()),
        values: Some(vec![run.to_owned()]),
    }]
}
