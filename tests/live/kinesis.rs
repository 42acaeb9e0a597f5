//! Kinesis: awsJson 1.1, bytes in and bytes out.

use std::time::Duration;

use aws_operation::{Blob, aws_connector};
use tokio::time::sleep;

use crate::refusals;
use crate::report::{Outcome, Report, Subject, same};
use crate::server::Server;

#[aws_connector(service = "kinesis")]
mod api {
    use super::Blob;

    #[aws_operation]
    pub struct CreateStreamRequest<'a> {
        pub stream_name: &'a str,
        pub shard_count: i32,
    }

    #[aws_operation]
    pub struct DescribeStreamSummaryRequest<'a> {
        pub stream_name: &'a str,
    }

    #[aws_operation]
    pub struct PutRecordRequest<'a> {
        pub stream_name: &'a str,
        pub data: Blob,
        pub partition_key: &'a str,
    }

    #[aws_operation]
    pub struct GetShardIteratorRequest<'a> {
        pub stream_name: &'a str,
        pub shard_id: &'a str,
        pub shard_iterator_type: ShardIteratorType,
    }

    #[aws_operation]
    pub struct GetRecordsRequest<'a> {
        pub shard_iterator: &'a str,
    }

    #[aws_operation]
    pub struct DeleteStreamRequest<'a> {
        pub stream_name: &'a str,
    }
}

const DATA: Blob = Blob::from_static(&[0, 1, 2, 253, 254, 255]);

pub async fn test(server: &Server, report: &mut Report) {
    let subject = Subject::of::<api::CreateStreamRequest>();
    report.check(subject, "CreateStream", create(server)).await;
    let mut shard = String::new();
    report
        .check(subject, "PutRecord", put(server, &mut shard))
        .await;
    report
        .check(subject, "GetRecords", get(server, &shard))
        .await;

    let request = api::PutRecordRequest {
        stream_name: &server.name,
        data: DATA,
        partition_key: "ten euros",
    };
    let forgery = ["ten euros", "six euros"];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;

    report.check(subject, "DeleteStream", delete(server)).await;
}

/// Creates a stream and waits until it can be used.
async fn create(server: &Server) -> Outcome {
    let stream_name = &*server.name;
    let request = api::CreateStreamRequest {
        stream_name,
        shard_count: 1,
    };
    server.connector.call(&request).await?;

    let request = api::DescribeStreamSummaryRequest { stream_name };
    for _ in 0..100 {
        let described = server.connector.call(&request).await?;
        if described.stream_description_summary.stream_status.as_str() == "ACTIVE" {
            return Ok(None);
        }
        sleep(Duration::from_millis(100)).await;
    }
    Err("the stream does not become active".into())
}

async fn put(server: &Server, shard: &mut String) -> Outcome {
    let request = api::PutRecordRequest {
        stream_name: &server.name,
        data: DATA,
        partition_key: "key",
    };
    *shard = server.connector.call(&request).await?.shard_id;
    Ok(None)
}

async fn get(server: &Server, shard_id: &str) -> Outcome {
    let request = api::GetShardIteratorRequest {
        stream_name: &server.name,
        shard_id,
        shard_iterator_type: "TRIM_HORIZON".into(),
    };
    let iterator = server.connector.call(&request).await?.shard_iterator;
    let shard_iterator = &iterator.ok_or("no iterator")?;
    let request = api::GetRecordsRequest { shard_iterator };
    let got = server.connector.call(&request).await?;
    same(&got.records.first().ok_or("no record")?.data, &DATA)
}

async fn delete(server: &Server) -> Outcome {
    let stream_name = &server.name;
    let request = api::DeleteStreamRequest { stream_name };
    server.connector.call(&request).await?;
    Ok(None)
}
