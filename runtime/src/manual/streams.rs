//! Streams, checksums and compression: what becomes of bodies.
//!
//! # Up
//!
//! A payload that streams is a [`ByteStream`], or bytes. A request with a `ByteStream` in it goes by
//! value, and none of it is held in memory.
//!
//! ```
//! use aws_operation::{ByteStream, Connector, aws_operation, stream};
//! use tokio::net::TcpStream;
//!
//! #[aws_operation(service = "s3", operation = "PutObject")]
//! struct UploadRequest<'a> {
//!     bucket: &'a str,
//!     key: &'a str,
//!     body: ByteStream,
//! }
//!
//! # type Outcome = Result<(), Box<dyn std::error::Error>>;
//! async fn a_file(connector: &Connector) -> Outcome {
//!     let body = ByteStream::from_path("backup.tar").await?;
//!     let request = UploadRequest { bucket: "bucket", key: "backup", body };
//!     connector.call_owned(request).await?;
//!     Ok(())
//! }
//!
//! async fn a_reader(connector: &Connector, socket: TcpStream, length: u64) -> Outcome {
//!     let body = stream::from_reader(socket, Some(length));
//!     let request = UploadRequest { bucket: "bucket", key: "relayed", body };
//!     connector.call_owned(request).await?;
//!     Ok(())
//! }
//! ```
//!
//! | payload | made by | length | tried again |
//! | --- | --- | --- | --- |
//! | bytes | `ByteStream::from(bytes)` | known | yes |
//! | a file | `ByteStream::from_path(path)` | known | yes: it is opened again |
//! | a reader | [`stream::from_reader`] | as given | no: what was read is gone |
//! | a stream of bytes | [`stream::from_stream`] | as given | no |
//!
//! S3 needs the length: it is the stream's own, the one given when it was made, or the request's
//! member `content_length`. Without one nothing is sent, and the error says what to set. A stream
//! that turns out to have another length than was announced is an error, too.
//!
//! Other services get the hash of what can be read twice, as the signature covers it: a file is read
//! once before it is sent. What can be read only once is sent as an unsigned payload, which not every
//! service takes.
//!
//! # Down
//!
//! An answer that streams has a live [`ByteStream`], which is read as fast as you read it: when you
//! stop, the server has to.
//!
//! ```
//! use aws_operation::{Connector, aws_operation};
//!
//! #[aws_operation(service = "s3")]
//! struct GetObjectRequest<'a> {
//!     bucket: &'a str,
//!     key: &'a str,
//! }
//!
//! async fn length(connector: &Connector) -> Result<usize, Box<dyn std::error::Error>> {
//!     let request = GetObjectRequest { bucket: "bucket", key: "key" };
//!     let mut object = connector.call(&request).await?;
//!     let mut length = 0;
//!     while let Some(chunk) = object.body.try_next().await? {
//!         length += chunk.len();
//!     }
//!     Ok(length)
//! }
//! ```
//!
//! # Checksums
//!
//! As with AWS's own SDKs, a request has a checksum of its body wherever the operation has a place
//! for one, and an answer's body is checked wherever the service says its checksum:
//!
//! - **Requests** get CRC32, or what their member `checksum_algorithm` names: CRC32C, CRC64NVME, MD5,
//!   SHA1, SHA256 or SHA512. The xxHash family is not computed here. A checksum that you give in its
//!   own member is the one that is sent. That of a stream is sent behind it, in a trailer; over plain
//!   HTTP its chunks are signed one by one.
//! - **Answers** are asked for their checksum, and checked while they are read. When the body is another
//!   one, reading ends with an error in place of its last bytes, with a [`ChecksumMismatch`] among its
//!   sources. The checksums of objects that were uploaded in parts, which end in their number, and those
//!   of algorithms that are not computed here are not checked.
//! - **`Content-MD5`** is added where a service refuses requests without.
//!
//! Servers that stand in for S3 and do not know these checksums are spared them:
//!
//! ```
//! use aws_operation::{RequestChecksumCalculation, ResponseChecksumValidation, SdkClientConfig};
//!
//! const OLDER_SERVER: SdkClientConfig = SdkClientConfig::new()
//!     .with_request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
//!     .with_response_checksum_validation(ResponseChecksumValidation::WhenRequired);
//! ```
//!
//! # Compression
//!
//! Where a service takes gzip (of AWS's, CloudWatch's `PutMetricData` does), requests of 10,240 bytes
//! and more are compressed. [`with_request_min_compression_size_bytes`] and
//! [`with_disable_request_compression`] say otherwise; without the feature `request-compression`
//! nothing is compressed, and no crate for it built.
//!
//! [`ByteStream`]: crate::ByteStream
//! [`ChecksumMismatch`]: crate::ChecksumMismatch
//! [`stream::from_reader`]: crate::stream::from_reader
//! [`stream::from_stream`]: crate::stream::from_stream
//! [`with_disable_request_compression`]: crate::SdkClientConfig::with_disable_request_compression
//! [`with_request_min_compression_size_bytes`]: crate::SdkClientConfig::with_request_min_compression_size_bytes
