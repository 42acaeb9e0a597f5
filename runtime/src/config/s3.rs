//! What only S3's calls can be configured with.

use serde::{Deserialize, Serialize};

/// How S3 is addressed. The names are those of AWS's own SDKs.
///
/// ```
/// use aws_operation::{S3Config, SdkClientConfig};
///
/// const FAST: SdkClientConfig = SdkClientConfig::new().with_s3(S3Config::new().with_accelerate(true));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct S3Config {
    accelerate: Option<bool>,
    arn_region: Option<bool>,
    multi_region_access_points: Option<bool>,
    path_style: Option<bool>,
}

impl S3Config {
    /// Settings of which none is set.
    pub const fn new() -> Self {
        Self {
            accelerate: None,
            arn_region: None,
            multi_region_access_points: None,
            path_style: None,
        }
    }

    /// Sets whether calls go through S3 Transfer Acceleration. Unset, they do not.
    #[must_use]
    pub const fn with_accelerate(mut self, accelerate: bool) -> Self {
        self.accelerate = Some(accelerate);
        self
    }

    /// Sets whether a bucket that is given as an ARN may be in another region than the one called.
    /// Unset, it may; the call then goes to the ARN's region.
    #[must_use]
    pub const fn with_arn_region(mut self, arn_region: bool) -> Self {
        self.arn_region = Some(arn_region);
        self
    }

    /// Sets whether a bucket may be the ARN of a multi-region access point. Unset, it may.
    #[must_use]
    pub const fn with_multi_region_access_points(mut self, allowed: bool) -> Self {
        self.multi_region_access_points = Some(allowed);
        self
    }

    /// Sets whether the bucket is a part of the path, and not of the host's name. Unset, it is with
    /// an endpoint of one's own, since few servers answer to the names of buckets, and wherever its
    /// name cannot be a host's.
    #[must_use]
    pub const fn with_path_style(mut self, path_style: bool) -> Self {
        self.path_style = Some(path_style);
        self
    }

    /// Whether calls go through S3 Transfer Acceleration.
    pub const fn accelerate(&self) -> Option<bool> {
        self.accelerate
    }

    /// Whether a bucket that is given as an ARN may be in another region than the one called.
    pub const fn arn_region(&self) -> Option<bool> {
        self.arn_region
    }

    /// Whether a bucket may be the ARN of a multi-region access point.
    pub const fn multi_region_access_points(&self) -> Option<bool> {
        self.multi_region_access_points
    }

    /// Whether the bucket is a part of the path.
    pub const fn path_style(&self) -> Option<bool> {
        self.path_style
    }

    /// Fills what is unset here from `fallback`.
    #[must_use]
    pub fn or(self, fallback: &Self) -> Self {
        Self {
            accelerate: self.accelerate.or(fallback.accelerate),
            arn_region: self.arn_region.or(fallback.arn_region),
            multi_region_access_points: self
                .multi_region_access_points
                .or(fallback.multi_region_access_points),
            path_style: self.path_style.or(fallback.path_style),
        }
    }
}
