//! Answers of which only a part is read: restJson1, awsQuery, rpcv2Cbor. What nobody wants is not even
//! of its type.

use aws_operation::{aws_operation, aws_shape};
use serde_json::json;

use crate::server::{Answer, Server};

#[aws_operation(
    service = "lambda",
    response = { functions { function_name, vpc_config { subnet_ids } } }
)]
struct ListFunctionsRequest {}

#[tokio::test]
async fn rest_json() {
    let body = json!({
        "NextMarker": 1,
        "Functions": [
            {"FunctionName": "f", "Timeout": "x", "VpcConfig": {"SubnetIds": ["s"], "VpcId": []}},
            {"Layers": [{"Arn": 2}]},
        ],
    });
    let server = Server::new(Answer::ok(body.to_string()));
    let answer = server.connector().call(&ListFunctionsRequest {}).await;
    let [one, two] = answer.expect("a call").functions.try_into().expect("two");
    let list_functions::FunctionConfiguration {
        function_name,
        vpc_config,
    } = one;
    assert_eq!(function_name.as_deref(), Some("f"));
    assert_eq!(vpc_config.expect("a configuration").subnet_ids, ["s"]);
    assert!(two.function_name.is_none() && two.vpc_config.is_none());
}

#[aws_operation(service = "iam", response = { role { role_name, tags { key } } })]
struct GetRoleRequest<'a> {
    role_name: &'a str,
}

#[aws_operation(service = "iam", operation = "GetRole", response = Answered)]
struct DescribeRoleRequest<'a> {
    role_name: &'a str,
}

#[aws_shape(service = "iam", shape = "GetRoleResponse")]
struct Answered {
    role: Role,
}

#[aws_shape(service = "iam")]
struct Role {
    max_session_duration: Option<i32>,
    #[aws(default)]
    description: String,
}

#[tokio::test]
async fn aws_query() {
    let body = "<GetRoleResponse><GetRoleResult><Role>\
        <RoleName>r</RoleName><CreateDate>never</CreateDate>\
        <Tags><member><Key>a</Key><Value>x</Value></member><member><Key>b</Key></member></Tags>\
        <MaxSessionDuration>60</MaxSessionDuration>\
        </Role></GetRoleResult></GetRoleResponse>";
    let server = Server::new(Answer::ok(body));
    let request = GetRoleRequest { role_name: "r" };
    let role = server
        .connector()
        .call(&request)
        .await
        .expect("a call")
        .role;
    let keys: Vec<_> = role.tags.iter().map(|tag| &*tag.key).collect();
    assert_eq!((&*role.role_name, keys), ("r", vec!["a", "b"]));

    let server = Server::new(Answer::ok(body));
    let request = DescribeRoleRequest { role_name: "r" };
    let role = server
        .connector()
        .call(&request)
        .await
        .expect("a call")
        .role;
    assert_eq!(role.max_session_duration, Some(60));
    assert_eq!(role.description, "");
}

#[aws_operation(
    service = "cloudwatch",
    protocol = "rpcv2Cbor",
    response = { datapoints { sum } }
)]
struct GetMetricStatisticsRequest<'a> {
    namespace: &'a str,
    metric_name: &'a str,
    start_time: aws_operation::DateTime,
    end_time: aws_operation::DateTime,
    period: i32,
}

#[tokio::test]
async fn cbor() {
    let text = |text: &str| {
        let length = u8::try_from(text.len()).expect("a short text");
        [&[0x60 + length], text.as_bytes()].concat()
    };
    // {"Label": [], "Datapoints": [{"Unit": {}, "Sum": 1.5}, {"Average": "x"}]}
    let body = [
        vec![0xbf],
        text("Label"),
        vec![0x80],
        text("Datapoints"),
        vec![0x82, 0xa2],
        text("Unit"),
        vec![0xa0],
        text("Sum"),
        vec![0xf9, 0x3e, 0x00, 0xa1],
        text("Average"),
        text("x"),
        vec![0xff],
    ];
    let answer = Answer::ok(body.concat()).header("smithy-protocol", "rpc-v2-cbor");
    let server = Server::new(answer);
    let moment: aws_operation::DateTime = "2026-01-01T00:00:00Z".parse().expect("a moment");
    let request = GetMetricStatisticsRequest {
        namespace: "n",
        metric_name: "m",
        start_time: moment,
        end_time: moment,
        period: 60,
    };
    let answer = server.connector().call(&request).await.expect("a call");
    let sums: Vec<_> = answer.datapoints.iter().map(|point| point.sum).collect();
    assert_eq!(sums, [Some(1.5), None]);
}
