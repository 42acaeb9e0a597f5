//! The types that fields may have.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;
use std::time::SystemTime;

use aws_operation::shape::{self, ShapeError, ToShape, Writer};
use aws_operation::{AbstractRequest, Blob, ByteStream, DateTime, aws_operation};

/// A newtype of the user's.
#[derive(ToShape)]
struct QueueUrl(String);

/// Another, written by hand.
struct GroupId(String);

impl ToShape<shape::StringShape> for GroupId {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        ToShape::<shape::StringShape>::write(&self.0, to)
    }
}

type Text = String;
type Unset<T> = Option<T>;

macro_rules! through_a_macro {
    ($name:ident, $text:ty, $optional:ty) => {
        #[aws_operation(service = "sqs", operation = "SendMessage")]
        struct $name {
            queue_url: $text,
            message_body: $text,
            message_group_id: $optional,
        }
    };
}

through_a_macro!(ThroughAMacro, String, Option<String>);

#[aws_operation(service = "sqs", operation = "SendMessage")]
struct Owned {
    queue_url: QueueUrl,
    message_body: Arc<str>,
    message_group_id: Option<Box<GroupId>>,
    message_deduplication_id: Option<Rc<Text>>,
    delay_seconds: Option<u8>,
    message_attributes: Option<BTreeMap<Arc<str>, owned::MessageAttributeValue>>,
}

#[aws_operation(service = "sqs", operation = "SendMessage")]
struct Borrowed<'a, 'b: 'a> {
    queue_url: &'a QueueUrl,
    message_body: Cow<'b, str>,
    message_group_id: Option<&'a &'b str>,
    delay_seconds: Option<&'a i32>,
    message_attributes: &'a HashMap<&'b str, &'b borrowed::MessageAttributeValue>,
}

#[aws_operation(service = "sqs", operation = "SendMessage")]
struct Generic<'a, U: ToShape<shape::StringShape> + ?Sized, B, const N: usize>
where
    B: ToShape<shape::StringShape>,
{
    queue_url: &'a U,
    message_body: B,
    message_deduplication_id: Option<B>,
    #[aws(skip)]
    padding: [u8; N],
}

#[aws_operation(service = "secretsmanager", operation = "UntagResource")]
struct Lists<'a, L: ToShape<shape::ListShape<shape::StringShape>>> {
    secret_id: &'a str,
    tag_keys: L,
}

#[aws_operation(service = "secretsmanager", operation = "PutSecretValue")]
struct SmallBytes<'a> {
    secret_id: &'a str,
    secret_binary: Option<&'a [u8]>,
    client_request_token: Option<Cow<'a, str>>,
}

#[aws_operation(service = "kinesis", operation = "PutRecord")]
struct Record<B: ToShape<shape::BlobShape>> {
    data: B,
    partition_key: String,
}

#[aws_operation(service = "kinesis", operation = "GetShardIterator")]
struct Moment<T: ToShape<shape::TimestampShape>> {
    shard_id: String,
    shard_iterator_type: moment::ShardIteratorType,
    timestamp: Option<T>,
}

#[aws_operation(service = "s3", operation = "PutObject", function = put_stream)]
struct Stream {
    bucket: String,
    key: String,
    body: Option<ByteStream>,
}

#[aws_operation(service = "s3", operation = "PutObject", function = put_bytes)]
struct StreamAsBytes<B: ToShape<shape::StreamingBlobShape>> {
    bucket: String,
    key: String,
    body: B,
}

/// An alias of `Option` is not seen as one: it can stand for no member, but for one to skip.
#[aws_operation(service = "sqs")]
struct ListQueuesRequest {
    #[aws(skip)]
    note: Unset<Text>,
    #[aws(member = "QueueNamePrefix")]
    prefix: std::option::Option<Text>,
    r#max_results: core::option::Option<i32>,
}

fn is_request(_: &impl AbstractRequest) -> bool {
    true
}

#[test]
fn texts_and_maps() {
    let url = QueueUrl("url".to_owned());
    assert!(is_request(&ThroughAMacro {
        queue_url: "url".to_owned(),
        message_body: "body".to_owned(),
        message_group_id: None,
    }));
    assert!(is_request(&Borrowed {
        queue_url: &url,
        message_body: "body".into(),
        message_group_id: Some(&"group"),
        delay_seconds: Some(&1),
        message_attributes: &HashMap::new(),
    }));
    let request = Generic {
        queue_url: &url,
        message_body: "body",
        message_deduplication_id: None,
        padding: [0; 3],
    };
    assert!(is_request(&request) && request.padding == [0; 3]);
    assert!(is_request(&Generic {
        queue_url: "url",
        message_body: Box::new("body"),
        message_deduplication_id: None,
        padding: [],
    }));
    assert!(is_request(&Owned {
        queue_url: url,
        message_body: "body".into(),
        message_group_id: Some(Box::new(GroupId("group".to_owned()))),
        message_deduplication_id: None,
        delay_seconds: Some(1),
        message_attributes: None,
    }));
    let request = ListQueuesRequest {
        note: Some("note".to_owned()),
        prefix: None,
        r#max_results: None,
    };
    assert!(is_request(&request) && request.note.is_some());
}

#[test]
fn all_lists() {
    fn check<L: ToShape<shape::ListShape<shape::StringShape>>>(tag_keys: L) {
        assert!(is_request(&Lists {
            secret_id: "id",
            tag_keys
        }));
    }
    let text = "key".to_owned();
    check(vec![text.clone()]);
    check(&[text.as_str()][..]);
    check([&text, &text]);
    check(VecDeque::from(["key"]));
    check(BTreeSet::from([Arc::<str>::from("key")]));
    check(HashSet::from([Box::<str>::from("key")]));
    check(Box::<[&str]>::from(["key"]));
    check(Arc::new(vec![Cow::Borrowed("key")]));
    check(Vec::<QueueUrl>::new());
}

#[test]
fn bytes_and_streams() {
    fn check<B: ToShape<shape::BlobShape> + ToShape<shape::StreamingBlobShape> + Clone>(body: B) {
        assert!(is_request(&Record {
            data: body.clone(),
            partition_key: String::new(),
        }));
        assert!(is_request(&StreamAsBytes {
            bucket: String::new(),
            key: String::new(),
            body,
        }));
    }
    check(Blob::default());
    check(bytes::Bytes::new());
    check(Vec::<u8>::new());
    check(&b"bytes"[..]);
    check(*b"bytes");
    check(Arc::<[u8]>::from(&b"bytes"[..]));
    check(Cow::Borrowed(&b"bytes"[..]));
    let request = SmallBytes {
        secret_id: "id",
        secret_binary: None,
        client_request_token: None,
    };
    assert!(is_request(&request));
    let request = Stream {
        bucket: String::new(),
        key: String::new(),
        body: None,
    };
    assert!(is_request(&request));
}

#[test]
fn all_moments() {
    fn check<T: ToShape<shape::TimestampShape>>(timestamp: T) {
        assert!(is_request(&Moment {
            shard_id: String::new(),
            shard_iterator_type: "LATEST".into(),
            timestamp: Some(timestamp),
        }));
    }
    check(DateTime::from(SystemTime::UNIX_EPOCH));
    check(SystemTime::UNIX_EPOCH);
    check(Arc::new(SystemTime::UNIX_EPOCH));
}
