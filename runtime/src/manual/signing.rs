//! URLs for others, and signatures for what has no model.
//!
//! # Presigned calls
//!
//! Any call can be given away instead of made, [`Call::presign`](crate::Call::presign):
//!
//! ```no_run
//! use std::time::Duration;
//!
//! use aws_operation::{Credentials, Region, aws_operation};
//!
//! #[aws_operation(service = "s3")]
//! struct PutObjectRequest<'a> {
//!     bucket: &'a str,
//!     key: &'a str,
//!     content_type: Option<&'a str>,
//! }
//!
//! # async fn run(credentials: &Credentials) -> Result<(), aws_operation::Error> {
//! let request = PutObjectRequest { bucket: "pictures", key: "cat", content_type: Some("image/jpeg") };
//! let upload = put_object(credentials, Region::EuWest1, &request)
//!     .presign(Duration::from_secs(600))
//!     .await?;
//! // Whoever sends it sends these, too: they are signed.
//! println!("{} {} {:?}", upload.method(), upload.url(), upload.headers());
//! # Ok(())
//! # }
//! ```
//!
//! It goes where the call would: endpoint rules, path style, an endpoint of your own. It ends before its
//! credentials do, or it is an error that says when those end: AWS would stop taking it then, without
//! a word. S3 takes any body with it; of other services the body is signed, and where it is a form
//! (STS, SNS, EC2, …) it is a part of the URL.
//!
//! | set in a request to S3 | what whoever uploads is bound to |
//! | --- | --- |
//! | nothing | nothing: any body, of any length and type |
//! | `content_type`, `metadata`, `acl`, … | sends these headers, as they are |
//! | `content_length` | a body of just this length |
//! | `checksum_sha256`, … | a body with this checksum |
//! | `checksum_algorithm` and a body of bytes | that body; without one it is an error |
//!
//! A body with a checksum that S3 insists on (`DeleteObjects`) has it. `checksum_mode` goes into the URL.
//!
//! # Requests without a model
//!
//! [`SigV4`](crate::sigv4::SigV4) signs any `http::Request`, for any service and host, in its headers or in its
//! query:
//!
//! ```no_run
//! use aws_operation::sigv4::{Payload, SigV4};
//! use aws_operation::{Credentials, Region};
//!
//! # async fn run(credentials: &Credentials, body: Vec<u8>) -> Result<(), Box<dyn std::error::Error>> {
//! let workspace = "https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-42";
//! let request = http::Request::post(format!("{workspace}/api/v1/remote_write"))
//!     .header("content-encoding", "snappy")
//!     .body(body)?;
//! let signed = SigV4::new("aps", Region::EuWest1).sign(credentials, request).await?;
//!
//! // A stream is signed by its hash, or not at all where the service takes that.
//! let request = http::Request::put("https://pictures.s3.eu-west-1.amazonaws.com/cat").body(())?;
//! let unsigned = SigV4::new("s3", Region::EuWest1)
//!     .sign_without_body(credentials, request, Payload::Unsigned)
//!     .await?;
//! # drop((signed, unsigned));
//! # Ok(())
//! # }
//! ```
//!
//! A URL with a header that no model has is what EKS takes as a token, in Base64:
//!
//! ```no_run
//! use std::time::Duration;
//!
//! use aws_operation::sigv4::{Payload, SigV4};
//! use aws_operation::{Credentials, Region};
//!
//! # async fn run(credentials: &Credentials) -> Result<(), Box<dyn std::error::Error>> {
//! let sts = "https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15";
//! let request = http::Request::get(sts).header("x-k8s-aws-id", "my-cluster").body(())?;
//! let presigned = SigV4::new("sts", Region::EuWest1)
//!     .presign(credentials, request, Payload::of([]), Duration::from_secs(60))
//!     .await?;
//! // `k8s-aws-v1.` and the URL in the alphabet for URLs, without padding.
//! # drop(presigned);
//! # Ok(())
//! # }
//! ```
//!
//! Plain `http` is signed for this computer only: a signed request on an open line can be read, and
//! within a quarter of an hour be repeated, by everyone on it.
