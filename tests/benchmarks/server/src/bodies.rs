//! What AWS would answer, by scenario. Members and lengths are as in AWS's documentation.

use std::fmt::Write as _;

/// An answer: its body is sent so many times.
pub struct Answer {
    pub head: String,
    pub body: Vec<u8>,
    pub times: usize,
}

pub fn answer(scenario: &str) -> Answer {
    let (kind, body) = match scenario {
        "cbor" => ("application/cbor", PUT_METRIC_DATA.to_vec()),
        "dynamodb" => ("application/x-amz-json-1.0", query().into_bytes()),
        "ec2" => ("text/xml", regions().into_bytes()),
        "ec2-large" => ("text/xml", instances().into_bytes()),
        "lambda" => (
            "application/json",
            br#"{"statusCode":200,"body":"done"}"#.to_vec(),
        ),
        "s3-get" | "s3-head" | "s3-put" => ("application/octet-stream", Vec::new()),
        "s3-list" => ("application/xml", objects().into_bytes()),
        "sqs" => (
            "application/x-amz-json-1.0",
            SEND_MESSAGE.as_bytes().to_vec(),
        ),
        "sts" => ("text/xml", GET_CALLER_IDENTITY.as_bytes().to_vec()),
        other => panic!("no scenario `{other}`"),
    };
    let (body, times) = match scenario {
        "s3-get" => (vec![0; 1 << 20], 1 << 10),
        _ => (body, 1),
    };
    let mut head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\
         x-amzn-requestid: 7a62c49f-347e-4fc4-9331-6e8e7a96aa73\r\ndate: Fri, 27 Nov 2026 08:00:00 GMT\r\n",
        body.len() * times
    );
    match scenario {
        "cbor" => head += "smithy-protocol: rpc-v2-cbor\r\n",
        "s3-head" | "s3-put" => head += "etag: \"d41d8cd98f00b204e9800998ecf8427e\"\r\n",
        _ => {}
    }
    head += "\r\n";
    Answer { head, body, times }
}

/// An empty map.
const PUT_METRIC_DATA: &[u8] = &[0xa0];

const SEND_MESSAGE: &str = r#"{"MD5OfMessageBody":"fafb00f5732ab283681e124bf8747ed1","MessageId":"219f8380-5770-4cc2-8c3e-5c715e145f5e"}"#;

const GET_CALLER_IDENTITY: &str = "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\
<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/Alice</Arn><UserId>AIDACKCEVSQ6C2EXAMPLE</UserId>\
<Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata>\
<RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId></ResponseMetadata></GetCallerIdentityResponse>";

/// 1,500 items, one megabyte.
fn query() -> String {
    let mut items = String::new();
    for at in 0..1500 {
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(
            items,
            "{comma}{{\"id\":{{\"S\":\"customer-{at:06}\"}},\"order\":{{\"N\":\"{}\"}},\
             \"status\":{{\"S\":\"shipped\"}},\"express\":{{\"BOOL\":true}},\
             \"placed\":{{\"S\":\"2026-11-27T08:00:00Z\"}},\
             \"tags\":{{\"SS\":[\"gift\",\"fragile\",\"priority\"]}},\
             \"address\":{{\"M\":{{\"street\":{{\"S\":\"{at} Main Street\"}},\"city\":{{\"S\":\"Springfield\"}},\
             \"country\":{{\"S\":\"US\"}},\"zip\":{{\"S\":\"{at:05}\"}}}}}},\
             \"lines\":{{\"L\":[{{\"M\":{{\"sku\":{{\"S\":\"sku-{at}-a\"}},\"count\":{{\"N\":\"2\"}}}}}},\
             {{\"M\":{{\"sku\":{{\"S\":\"sku-{at}-b\"}},\"count\":{{\"N\":\"1\"}}}}}}]}},\
             \"note\":{{\"S\":\"left at the door, as was asked for; signed by the neighbour on the same floor\"}},\
             \"total\":{{\"N\":\"{}.99\"}}}}",
            at * 7,
            at * 3
        );
    }
    format!("{{\"Count\":1500,\"Items\":[{items}],\"ScannedCount\":1500}}")
}

fn regions() -> String {
    let names = ["eu-west-1", "eu-central-1", "us-east-1", "us-west-2"];
    let items = names.map(|name| {
        format!(
            "<item><regionName>{name}</regionName><regionEndpoint>ec2.{name}.amazonaws.com</regionEndpoint>\
             <optInStatus>opt-in-not-required</optInStatus></item>"
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <DescribeRegionsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\
         <requestId>59dbff89-35bd-4eac-99ed-be587EXAMPLE</requestId><regionInfo>{}</regionInfo>\
         </DescribeRegionsResponse>",
        items.concat()
    )
}

/// 1,000 instances, 3 kB each.
fn instances() -> String {
    let mut items = String::new();
    for at in 0..1000 {
        let _ = write!(
            items,
            "<item><reservationId>r-{at:017}</reservationId><ownerId>123456789012</ownerId><groupSet/>\
<instancesSet><item><instanceId>i-{at:017}</instanceId><imageId>ami-bff32ccc</imageId>\
<instanceState><code>16</code><name>running</name></instanceState>\
<privateDnsName>ip-192-168-1-88.eu-west-1.compute.internal</privateDnsName>\
<dnsName>ec2-54-194-252-215.eu-west-1.compute.amazonaws.com</dnsName><reason/><keyName>my_keypair</keyName>\
<amiLaunchIndex>0</amiLaunchIndex><productCodes/><instanceType>m7g.large</instanceType>\
<launchTime>2026-05-08T16:46:19.000Z</launchTime><placement><availabilityZone>eu-west-1c</availabilityZone>\
<groupName/><tenancy>default</tenancy></placement><monitoring><state>disabled</state></monitoring>\
<subnetId>subnet-56f5f633</subnetId><vpcId>vpc-11112222</vpcId><privateIpAddress>192.168.1.88</privateIpAddress>\
<ipAddress>54.194.252.215</ipAddress><sourceDestCheck>true</sourceDestCheck>\
<groupSet><item><groupId>sg-e4076980</groupId><groupName>SecurityGroup1</groupName></item></groupSet>\
<architecture>arm64</architecture><rootDeviceType>ebs</rootDeviceType><rootDeviceName>/dev/xvda</rootDeviceName>\
<blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><volumeId>vol-1234567890abcdef0</volumeId>\
<status>attached</status><attachTime>2026-12-22T10:44:09.000Z</attachTime>\
<deleteOnTermination>true</deleteOnTermination></ebs></item></blockDeviceMapping>\
<virtualizationType>hvm</virtualizationType><clientToken>xMcwG14507example</clientToken>\
<tagSet><item><key>Name</key><value>Server_{at}</value></item><item><key>team</key><value>payments</value></item></tagSet>\
<hypervisor>xen</hypervisor><networkInterfaceSet><item><networkInterfaceId>eni-551ba033</networkInterfaceId>\
<subnetId>subnet-56f5f633</subnetId><vpcId>vpc-11112222</vpcId><description>Primary network interface</description>\
<ownerId>123456789012</ownerId><status>in-use</status><macAddress>02:dd:2c:5e:01:69</macAddress>\
<privateIpAddress>192.168.1.88</privateIpAddress><sourceDestCheck>true</sourceDestCheck>\
<groupSet><item><groupId>sg-e4076980</groupId><groupName>SecurityGroup1</groupName></item></groupSet>\
<attachment><attachmentId>eni-attach-39697adc</attachmentId><deviceIndex>0</deviceIndex><status>attached</status>\
<attachTime>2026-05-08T16:46:19.000Z</attachTime><deleteOnTermination>true</deleteOnTermination></attachment>\
<privateIpAddressesSet><item><privateIpAddress>192.168.1.88</privateIpAddress><primary>true</primary></item>\
</privateIpAddressesSet></item></networkInterfaceSet><ebsOptimized>false</ebsOptimized>\
<cpuOptions><coreCount>1</coreCount><threadsPerCore>1</threadsPerCore></cpuOptions></item></instancesSet></item>"
        );
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <DescribeInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\
         <requestId>8f7724cf-496f-496e-8fe3-example</requestId><reservationSet>{items}</reservationSet>\
         </DescribeInstancesResponse>"
    )
}

fn objects() -> String {
    let mut contents = String::new();
    for at in 0..1000 {
        let _ = write!(
            contents,
            "<Contents><Key>reports/2026/11/27/report-{at:06}.parquet</Key>\
             <LastModified>2026-11-27T08:00:00.000Z</LastModified><ETag>&quot;fba9dede5f27731c9771645a39863328&quot;</ETag>\
             <ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm><ChecksumType>FULL_OBJECT</ChecksumType>\
             <Size>{}</Size><StorageClass>STANDARD</StorageClass></Contents>",
            at * 1013
        );
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>amzn-s3-demo-bucket</Name>\
         <Prefix>reports/</Prefix><KeyCount>1000</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>\
         {contents}</ListBucketResult>"
    )
}
