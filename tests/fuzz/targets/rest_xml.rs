//! restXml: headers, and documents of which lists are flat.
#![no_main]

use aws_operation::{aws_connector, aws_operation};
use aws_operation_fuzz::Answer;
use libfuzzer_sys::fuzz_target;

#[aws_connector(service = "s3")]
mod s3 {
    #[aws_operation]
    pub struct GetBucketLifecycleConfigurationRequest<'a> {
        pub bucket: &'a str,
    }

    #[aws_operation]
    pub struct HeadObjectRequest<'a> {
        pub bucket: &'a str,
        pub key: &'a str,
    }

    #[aws_operation]
    pub struct ListObjectsV2Request<'a> {
        pub bucket: &'a str,
    }
}

mod part {
    use super::aws_operation;

    #[aws_operation(service = "s3", response = { contents { key }, next_continuation_token })]
    pub struct ListObjectsV2Request<'a> {
        pub bucket: &'a str,
    }
}

fuzz_target!(|input: &[u8]| {
    let answer = Answer::of(input);
    let (bucket, key) = ("amzn-s3-demo-bucket", "key");
    let _head = answer.read(&s3::HeadObjectRequest { bucket, key });
    let _rules = answer.read(&s3::GetBucketLifecycleConfigurationRequest { bucket });
    answer.read_both(
        &s3::ListObjectsV2Request { bucket },
        &part::ListObjectsV2Request { bucket },
        |whole, part| {
            let keys = whole.contents.iter().map(|object| &object.key);
            whole.next_continuation_token == part.next_continuation_token
                && keys.eq(part.contents.iter().map(|object| &object.key))
        },
    );
});
