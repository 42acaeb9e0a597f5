//! The calls that succeed, one function each. What they return is what there is to say of it.

use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

use aws_operation::Region;

use crate::connector::s3;
use crate::source::Source;
use crate::target::Target;

type Result = std::result::Result<String, Box<dyn Error>>;

pub async fn make_bucket(target: &Target, bucket: &str) -> Result {
    let request = s3::CreateBucketRequest {
        bucket,
        create_bucket_configuration: location(target.region),
    };
    s3::create_bucket(&target.credentials, target.region, &request)
        .client_config(&target.config)
        .await?;
    Ok(bucket.to_owned())
}

/// The request has a stream in it, so the function takes it by value.
pub async fn put_object(target: &Target, bucket: &str, source: &Source) -> Result {
    let request = s3::PutObjectRequest {
        bucket,
        key: &source.key(),
        body: source.body().await?,
    };
    let stored = s3::put_object(&target.credentials, target.region, request)
        .client_config(&target.config)
        .await?;
    Ok(format!("etag {}", stored.e_tag.unwrap_or_default()))
}

pub async fn list_bucket(target: &Target, bucket: &str) -> Result {
    let request = s3::ListObjectsV2Request { bucket };
    let listed = s3::list_objects_v2(&target.credentials, target.region, &request)
        .client_config(&target.config)
        .await?;
    let keys = listed.contents.into_iter().filter_map(|object| object.key);
    Ok(keys.collect::<Vec<_>>().join(", "))
}

/// The body of the response is a stream, compared while it arrives.
pub async fn read_back(target: &Target, bucket: &str, source: &Source) -> Result {
    let request = s3::GetObjectRequest {
        bucket,
        key: &source.key(),
    };
    let object = s3::get_object(&target.credentials, target.region, &request)
        .client_config(&target.config)
        .await?;
    let length = source.compare(object.body).await?;
    Ok(format!("{length} bytes, the same"))
}

pub async fn delete_both(target: &Target, bucket: &str, source: &Source) -> Result {
    let request = s3::DeleteObjectRequest {
        bucket,
        key: &source.key(),
    };
    s3::delete_object(&target.credentials, target.region, &request)
        .client_config(&target.config)
        .await?;
    let request = s3::DeleteBucketRequest { bucket };
    s3::delete_bucket(&target.credentials, target.region, &request)
        .client_config(&target.config)
        .await?;
    Ok("nothing is left".to_owned())
}

/// A name that is new: all of AWS's customers share them.
pub fn new_bucket_name() -> Result {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
    Ok(format!("quickstart-{:x}", now.as_nanos()))
}

/// S3 wants to be told the region again, except for its first one.
fn location(region: Region) -> Option<s3::CreateBucketConfiguration> {
    (region != Region::UsEast1).then(|| s3::CreateBucketConfiguration {
        location_constraint: Some(region.as_str().into()),
        ..Default::default()
    })
}
