//! Which operations answer late, by AWS's own words: no other limit may cut them off.

use std::time::Duration;

use crate::operation::Operation;

/// How long the operation may take to begin its answer, where that is longer than others take.
pub(super) fn wait(operation: &Operation) -> Option<Duration> {
    find(operation.service.name, operation.name)
}

pub(super) fn find(service: &str, operation: &str) -> Option<Duration> {
    let mut rows = LONG_CALLS.iter();
    rows.find(|row| (row.0, row.1) == (service, operation))
        .map(|row| Duration::from_secs(row.2))
}

/// Service, operation, seconds. Where the documentation says how long a client should wait, it is
/// that, else what the service allows itself and a minute more.
///
/// Long polls of SQS, Kinesis, Redshift's data API and Q in Connect are not here: the longest is 30
/// seconds.
#[rustfmt::skip]
const LONG_CALLS: &[(&str, &str, u64)] = &[
    // 15 minutes for an answer that is no stream.
    // https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html
    ("bedrock-agentcore", "InvokeAgentRuntime", 960),
    // Models think. An hour, says AWS, and agents ask the same models.
    // https://repost.aws/knowledge-center/bedrock-large-model-read-timeouts
    ("bedrock-agent-runtime", "GenerateQuery", 3_600),
    ("bedrock-agent-runtime", "RetrieveAndGenerate", 3_600),
    ("bedrock-runtime", "Converse", 3_600),
    ("bedrock-runtime", "InvokeModel", 3_600),
    // https://docs.aws.amazon.com/datapipeline/latest/APIReference/API_PollForTask.html
    ("datapipeline", "PollForTask", 100),
    // A function may run for 30 minutes.
    // https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
    ("lambda", "Invoke", 1_860),
    // A query takes as long as its own timeout lets it, an hour at most.
    // https://docs.aws.amazon.com/neptune-analytics/latest/userguide/analytics-limits.html
    ("neptune-graph", "ExecuteQuery", 3_660),
    // The cluster's `neptune_query_timeout` says, two minutes as a rule.
    // https://docs.aws.amazon.com/neptune/latest/userguide/parameters.html
    ("neptunedata", "ExecuteGremlinExplainQuery", 3_660),
    ("neptunedata", "ExecuteGremlinProfileQuery", 3_660),
    ("neptunedata", "ExecuteGremlinQuery", 3_660),
    ("neptunedata", "ExecuteOpenCypherExplainQuery", 3_660),
    ("neptunedata", "ExecuteOpenCypherQuery", 3_660),
    // S3 holds the line while it copies and puts together.
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
    ("s3", "CompleteMultipartUpload", 960),
    ("s3", "CopyObject", 960),
    ("s3", "UploadPartCopy", 960),
    // A model has a minute, and the router tries it twice.
    // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
    ("sagemaker-inference-router-runtime", "InvokeInferenceRouter", 170),
    ("sagemaker-runtime", "InvokeEndpoint", 70),
    // https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html
    ("stepfunctions", "GetActivityTask", 70),
    // An express workflow has five minutes, as the test of a state has.
    // https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
    // https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
    ("stepfunctions", "StartSyncExecution", 360),
    ("stepfunctions", "TestState", 360),
    // https://docs.aws.amazon.com/amazonswf/latest/apireference/API_PollForActivityTask.html
    // https://docs.aws.amazon.com/amazonswf/latest/apireference/API_PollForDecisionTask.html
    ("swf", "PollForActivityTask", 70),
    ("swf", "PollForDecisionTask", 70),
    // https://docs.aws.amazon.com/timestream/latest/developerguide/API_query_Query.html
    ("timestream-query", "Query", 70),
];

/// Whether the answer's stream comes as it happens, with pauses: a camera, an agent that thinks.
/// <https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_GetMedia.html>
pub(super) fn is_live(operation: &Operation) -> bool {
    matches!(
        (operation.service.name, operation.name),
        ("bedrock-agentcore", "InvokeAgentRuntime") | ("kinesis-video-media", "GetMedia")
    )
}
