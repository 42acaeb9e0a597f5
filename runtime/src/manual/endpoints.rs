//! Endpoints: where calls go, and what they are signed for.
//!
//! A service's rules for its endpoints are AWS's own, with every case that AWS tests them by. What
//! they want to know is the region, a few settings, and with some operations the request: S3's
//! bucket, an ARN, an account.
//!
//! ```
//! use aws_operation::{Credentials, Region, aws_operation};
//!
//! #[aws_operation(service = "s3")]
//! struct GetObjectRequest<'a> {
//!     bucket: &'a str,
//!     key: &'a str,
//! }
//!
//! async fn through_an_access_point(credentials: &Credentials) -> Result<(), aws_operation::Error> {
//!     let bucket = "arn:aws:s3:eu-west-1:123456789012:accesspoint/reports";
//!     let request = GetObjectRequest { bucket, key: "2026.csv" };
//!     // Goes to `reports-123456789012.s3-accesspoint.eu-west-1.amazonaws.com`.
//!     get_object(credentials, Region::EuWest1, &request).await?;
//!     Ok(())
//! }
//! ```
//!
//! What the rules refuse, such as an ARN of another partition, is an error before anything is sent,
//! and says what is wrong with it.
//!
//! # Settings
//!
//! ```
//! use aws_operation::{AccountIdEndpointMode, S3Config, SdkClientConfig};
//!
//! const GOVERNMENT: SdkClientConfig = SdkClientConfig::new()
//!     .with_fips(true)
//!     .with_dual_stack(true)
//!     .with_account_id_endpoint_mode(AccountIdEndpointMode::Disabled)
//!     .with_s3(S3Config::new().with_arn_region(false));
//! ```
//!
//! | setting | what it does |
//! | --- | --- |
//! | [`with_endpoint`] | calls go to this URL instead: an emulator, a proxy, a private endpoint |
//! | [`with_fips`], [`with_dual_stack`] | endpoints with FIPS 140 cryptography, or with IPv6 addresses, too |
//! | [`with_account_id_endpoint_mode`] | whether DynamoDB and others are called at the account's own endpoint, where the credentials say the account |
//! | [`with_s3`] | S3's: acceleration, paths instead of hosts, regions of ARNs, multi-region access points |
//!
//! # An endpoint of one's own
//!
//! What is set with [`with_endpoint`] is taken as it is, but for what AWS's rules put before its host:
//! directory buckets of S3; with [`S3Config::with_path_style`] switched off, other buckets and access
//! points (otherwise buckets are in the path, and access points an error); and, where the endpoint is not on
//! this computer, the accounts of S3 Control and of CloudFront's key-value stores. An IP address has no
//! bucket before it.
//!
//! # Signatures
//!
//! The rules also say what a call is signed for: another service's name, another region, or with
//! SigV4a several. That takes the feature `sigv4a`, which brings the cryptography that it needs:
//! S3's multi-region access points, EventBridge's global endpoints and CloudFront's key-value stores
//! take nothing else. Without it, such a call ends in an error that names the feature.
//!
//! [`S3Config::with_path_style`]: crate::S3Config::with_path_style
//! [`with_account_id_endpoint_mode`]: crate::SdkClientConfig::with_account_id_endpoint_mode
//! [`with_dual_stack`]: crate::SdkClientConfig::with_dual_stack
//! [`with_endpoint`]: crate::SdkClientConfig::with_endpoint
//! [`with_fips`]: crate::SdkClientConfig::with_fips
//! [`with_s3`]: crate::SdkClientConfig::with_s3
