//! awsQuery and ec2Query, answers and errors.

use aws_operation::{ErrorKind, aws_connector};

use self::ec2::DescribeInstancesError;
use self::iam::GetRoleError;
use crate::server::{Answer, Server};

#[aws_connector(service = "iam")]
mod iam {
    #[aws_operation]
    pub(crate) struct GetRoleRequest<'a> {
        pub(crate) role_name: &'a str,
    }
}

#[aws_connector(service = "sns")]
mod sns {
    #[aws_operation]
    pub(crate) struct GetTopicAttributesRequest<'a> {
        pub(crate) topic_arn: &'a str,
    }
}

#[aws_connector(service = "ec2")]
mod ec2 {
    #[aws_operation(response = { reservations { instances { instance_id, tags, launch_time, state } }, next_token })]
    pub(crate) struct DescribeInstancesRequest {}
}

const GET_ROLE: iam::GetRoleRequest<'_> = iam::GetRoleRequest { role_name: "r" };

/// The members are in an element of the operation's, in an element of the operation's.
#[tokio::test]
async fn results() {
    let body = r#"<GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
  <GetRoleResult>
    <Role>
      <Path>/</Path><RoleName>r</RoleName><RoleId>AROA</RoleId><Arn>arn</Arn>
      <CreateDate>2024-02-29T12:30:00Z</CreateDate>
      <MaxSessionDuration>3600</MaxSessionDuration>
      <Tags><member><Key>a</Key><Value/></member><member><Key>b</Key><Value>c</Value></member></Tags>
    </Role>
  </GetRoleResult>
  <ResponseMetadata><RequestId>R1</RequestId></ResponseMetadata>
</GetRoleResponse>"#;
    let server = Server::new(Answer::ok(body));
    let answer = server.connector().call(&GET_ROLE).await.expect("a role");
    let role = &answer.role;
    assert_eq!(
        (&*role.role_name, role.max_session_duration),
        ("r", Some(3600))
    );
    let tags: Vec<_> = role.tags.iter().flatten().collect();
    assert_eq!(
        (&*tags[0].key, &*tags[0].value, &*tags[1].value),
        ("a", "", "c")
    );
}

/// A map.
#[tokio::test]
async fn maps() {
    let body = "<GetTopicAttributesResponse><GetTopicAttributesResult><Attributes>\
        <entry><key>Owner</key><value>1</value></entry><entry><key>Policy</key><value>{&quot;a&quot;:1}</value></entry>\
        </Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>";
    let server = Server::new(Answer::ok(body));
    let request = sns::GetTopicAttributesRequest { topic_arn: "arn" };
    let answer = server.connector().call(&request).await.expect("attributes");
    assert_eq!(answer.attributes["Policy"], "{\"a\":1}");
    assert_eq!(answer.attributes.len(), 2);
}

/// The code of an error is not its shape's name; the request's id is in the body alone.
#[tokio::test]
async fn errors() {
    let body = "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code>\
                <Message>There is no role r</Message></Error><RequestId>R1</RequestId></ErrorResponse>";
    let server = Server::new(Answer::status(404, body));
    let error = server.connector().call(&GET_ROLE).await;
    let error = error.expect_err("an error");
    assert_eq!(
        (error.code(), error.message(), error.request_id()),
        (Some("NoSuchEntity"), Some("There is no role r"), Some("R1"))
    );
    let GetRoleError::NoSuchEntityException(error) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(error.message.as_deref(), Some("There is no role r"));
}

/// What breaks off is no answer.
#[tokio::test]
async fn broken_answers() {
    let server = Server::new(Answer::ok("<GetRoleResponse><GetRoleResult><Role><Path>/"));
    let error = server.connector().call(&GET_ROLE).await;
    let error = error.expect_err("an error");
    let GetRoleError::Other(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.kind(), ErrorKind::Response);
}

/// The members are in the root; lists have elements called `item`; what is not asked for is
/// passed over.
#[tokio::test]
async fn answers_of_ec2() {
    let body = r#"<?xml version="1.0" encoding="UTF-8"?>
<DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
  <requestId>R1</requestId>
  <reservationSet>
    <item>
      <reservationId>r-1</reservationId>
      <groupSet/>
      <instancesSet>
        <item>
          <instanceId>i-1</instanceId>
          <instanceState><code>16</code><name>running</name></instanceState>
          <launchTime>2024-02-29T12:30:00.000Z</launchTime>
          <blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs/></item></blockDeviceMapping>
          <tagSet><item><key>Name</key><value>n</value></item></tagSet>
        </item>
        <item><instanceId>i-2</instanceId><launchTime/></item>
      </instancesSet>
    </item>
  </reservationSet>
  <nextToken/>
</DescribeInstancesResponse>"#;
    let server = Server::new(Answer::ok(body));
    let request = ec2::DescribeInstancesRequest {};
    let answer = server.connector().call(&request).await.expect("instances");
    let [first, second] = &answer.reservations[0].instances[..] else {
        panic!("{answer:?}")
    };
    assert_eq!(first.instance_id.as_deref(), Some("i-1"));
    let state = first.state.as_ref().expect("a state");
    assert_eq!(
        (state.code, &state.name),
        (Some(16), &Some("running".into()))
    );
    assert_eq!(first.tags[0].value.as_deref(), Some("n"));
    assert_eq!(second.launch_time, None);
    assert_eq!(answer.next_token.as_deref(), Some(""));
}

/// EC2 models no errors; the code is there all the same, and the id of the request.
#[tokio::test]
async fn errors_of_ec2() {
    let body = "<?xml version=\"1.0\"?>\n<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code>\
                <Message>There is no i-1</Message></Error></Errors><RequestID>R1</RequestID></Response>";
    let server = Server::new(Answer::status(400, body));
    let request = ec2::DescribeInstancesRequest {};
    let error = server.connector().call(&request).await;
    let DescribeInstancesError::Other(error) = error.expect_err("an error");
    assert_eq!(
        (error.code(), error.message(), error.request_id()),
        (
            Some("InvalidInstanceID.NotFound"),
            Some("There is no i-1"),
            Some("R1")
        )
    );
}
