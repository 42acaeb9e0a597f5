//! awsQuery and ec2Query, requests: to the byte.

use std::collections::BTreeMap;

use aws_operation::{Blob, DateTime, aws_connector};

use crate::server::{Answer, Request, Server};

#[aws_connector(service = "sns")]
mod sns {
    use std::collections::BTreeMap;

    #[aws_operation]
    pub(crate) struct PublishRequest<'a> {
        pub(crate) topic_arn: Option<&'a str>,
        pub(crate) message: &'a str,
        pub(crate) message_attributes: Option<BTreeMap<&'a str, MessageAttributeValue>>,
    }
}

#[aws_connector(service = "iam")]
mod iam {
    #[aws_operation]
    pub(crate) struct TagRoleRequest<'a> {
        pub(crate) role_name: &'a str,
        pub(crate) tags: Vec<Tag>,
    }
}

#[aws_connector(service = "rds")]
mod rds {
    use aws_operation::DateTime;

    #[aws_operation]
    pub(crate) struct DescribeEventsRequest<'a> {
        pub(crate) start_time: Option<DateTime>,
        pub(crate) duration: Option<i32>,
        pub(crate) event_categories: Option<&'a [&'a str]>,
        pub(crate) filters: Option<Vec<Filter>>,
    }
}

#[aws_connector(service = "ec2")]
mod ec2 {
    use aws_operation::Blob;

    #[aws_operation]
    pub(crate) struct DescribeInstancesRequest<'a> {
        pub(crate) instance_ids: Option<&'a [&'a str]>,
        pub(crate) dry_run: Option<bool>,
        pub(crate) filters: Option<Vec<Filter>>,
    }

    #[aws_operation]
    pub(crate) struct RunInstancesRequest<'a> {
        pub(crate) image_id: Option<&'a str>,
        pub(crate) max_count: i32,
        pub(crate) min_count: i32,
        pub(crate) network_interfaces: Option<Vec<InstanceNetworkInterfaceSpecification>>,
    }

    #[aws_operation]
    pub(crate) struct ImportKeyPairRequest<'a> {
        pub(crate) key_name: &'a str,
        pub(crate) public_key_material: Blob,
    }
}

fn check(request: &Request, body: &str) {
    assert_eq!((&*request.method, &*request.target), ("POST", "/"));
    let content_type = request.header("content-type");
    assert_eq!(content_type, Some("application/x-www-form-urlencoded"));
    assert_eq!(request.text(), body);
}

/// Text, bytes, and a map whose keys and values have names of their own.
#[tokio::test]
async fn maps_text_and_blobs() {
    let attribute = sns::MessageAttributeValue {
        data_type: "Binary".to_owned(),
        binary_value: Some(Blob::from(&[0, 254][..])),
        ..Default::default()
    };
    let server = Server::new(Answer::ok("<PublishResponse/>"));
    let request = sns::PublishRequest {
        topic_arn: None,
        message: "a b&c=ä+~\n",
        message_attributes: Some(BTreeMap::from([("k", attribute)])),
    };
    server.connector().call(&request).await.expect("a call");
    check(
        &server.request(),
        "Action=Publish&Version=2010-03-31&Message=a%20b%26c%3D%C3%A4%2B~%0A\
         &MessageAttributes.entry.1.Name=k&MessageAttributes.entry.1.Value.DataType=Binary\
         &MessageAttributes.entry.1.Value.BinaryValue=AP4%3D",
    );
}

/// A list of structures, and an empty list, which is said to be one.
#[tokio::test]
async fn lists() {
    let tag = |key: &str| iam::Tag {
        key: key.to_owned(),
        value: String::new(),
    };
    for (tags, expected) in [
        (
            vec![tag("a"), tag("b")],
            "&Tags.member.1.Key=a&Tags.member.1.Value=&Tags.member.2.Key=b&Tags.member.2.Value=",
        ),
        (Vec::new(), "&Tags="),
    ] {
        let server = Server::new(Answer::ok("<TagRoleResponse/>"));
        let request = iam::TagRoleRequest {
            role_name: "r",
            tags,
        };
        server.connector().call(&request).await.expect("a call");
        let body = format!("Action=TagRole&Version=2010-05-08&RoleName=r{expected}");
        check(&server.request(), &body);
    }
}

/// Lists whose elements have names of their own, in each other; moments and numbers.
#[tokio::test]
async fn named_elements_moments_and_numbers() {
    let server = Server::new(Answer::ok("<DescribeEventsResponse/>"));
    let filter = rds::Filter {
        name: "f".to_owned(),
        values: vec!["v".to_owned(), "w".to_owned()],
    };
    let request = rds::DescribeEventsRequest {
        start_time: Some(
            "2024-02-29T12:30:00Z"
                .parse::<DateTime>()
                .expect("a moment"),
        ),
        duration: Some(-60),
        event_categories: Some(&["failure"]),
        filters: Some(vec![filter]),
    };
    server.connector().call(&request).await.expect("a call");
    check(
        &server.request(),
        "Action=DescribeEvents&Version=2014-10-31&StartTime=2024-02-29T12%3A30%3A00Z&Duration=-60\
         &EventCategories.EventCategory.1=failure&Filters.Filter.1.Name=f\
         &Filters.Filter.1.Values.Value.1=v&Filters.Filter.1.Values.Value.2=w",
    );
}

/// ec2Query has no names for elements, and leaves empty lists out.
#[tokio::test]
async fn lists_of_ec2() {
    let filter = || ec2::Filter {
        name: Some("vpc-id".to_owned()),
        values: Some(vec!["vpc-1".to_owned(), "vpc-2".to_owned()]),
    };
    for (ids, expected) in [
        (&["i-1", "i-2"][..], "InstanceId.1=i-1&InstanceId.2=i-2&"),
        (&[], ""),
    ] {
        let server = Server::new(Answer::ok("<DescribeInstancesResponse/>"));
        let request = ec2::DescribeInstancesRequest {
            instance_ids: Some(ids),
            dry_run: Some(true),
            filters: Some(vec![filter()]),
        };
        server.connector().call(&request).await.expect("a call");
        check(
            &server.request(),
            &format!(
                "Action=DescribeInstances&Version=2016-11-15&{expected}DryRun=true\
                 &Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-1&Filter.1.Value.2=vpc-2"
            ),
        );
    }
}

/// A name in requests that is neither the member's nor the one in answers; names begin with a
/// capital; the idempotency token is there unasked.
#[tokio::test]
async fn names_of_ec2() {
    let interface = ec2::InstanceNetworkInterfaceSpecification {
        device_index: Some(0),
        ipv6_addresses: Some(vec![ec2::InstanceIpv6Address {
            ipv6_address: Some("::1".to_owned()),
            ..Default::default()
        }]),
        ..Default::default()
    };
    let server = Server::new(Answer::ok("<RunInstancesResponse/>"));
    let request = ec2::RunInstancesRequest {
        image_id: Some("ami-1"),
        max_count: 1,
        min_count: 1,
        network_interfaces: Some(vec![interface]),
    };
    server.connector().call(&request).await.expect("a call");
    let request = server.request();
    let mut parameters: Vec<&str> = request.text().split('&').collect();
    let token = parameters
        .iter()
        .position(|parameter| parameter.starts_with("ClientToken="))
        .expect("a token");
    assert_eq!(parameters.remove(token).len(), "ClientToken=".len() + 36);
    parameters.sort_unstable();
    assert_eq!(
        parameters,
        [
            "Action=RunInstances",
            "ImageId=ami-1",
            "MaxCount=1",
            "MinCount=1",
            "NetworkInterface.1.DeviceIndex=0",
            "NetworkInterface.1.Ipv6Addresses.1.Ipv6Address=%3A%3A1",
            "Version=2016-11-15",
        ]
    );
}

/// Bytes.
#[tokio::test]
async fn blobs_of_ec2() {
    let server = Server::new(Answer::ok("<ImportKeyPairResponse/>"));
    let request = ec2::ImportKeyPairRequest {
        key_name: "k",
        public_key_material: Blob::from(&b"a?>"[..]),
    };
    server.connector().call(&request).await.expect("a call");
    check(
        &server.request(),
        "Action=ImportKeyPair&Version=2016-11-15&KeyName=k&PublicKeyMaterial=YT8%2B",
    );
}
