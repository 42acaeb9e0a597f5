//! Customizations: what AWS's SDK for Rust does beside its models, and what became of it here.
//!
//! AWS's models do not say all that its services want. The official SDK's code generator knows the
//! rest by hand: [its decorators] are this list. Whatever a service cannot be called
//! without is here, too.
//!
//! # Single services
//!
//! | service | what the official SDK does | here |
//! | --- | --- | --- |
//! | API Gateway | `Accept: application/json`; otherwise answers are HAL | the same |
//! | Aurora DSQL, RDS | makes tokens to log in to databases with | presigned by [`SigV4`], as [EKS's are](super::signing) |
//! | Bedrock | takes a bearer token from `AWS_BEARER_TOKEN_BEDROCK` | takes a [`BearerToken`] |
//! | DynamoDB | a fourth attempt after shorter waits, with a behaviour version that is not the latest yet | the same, always, and with DynamoDB Streams |
//! | EC2 | numbers and flags are optional | the same, by the model |
//! | Glacier | `x-amz-glacier-version`; the account `-`; hashes of the whole archive and of its MiBs | the same, for streams that can be read again: others it holds in memory, and here they are an error |
//! | Route 53 | takes `/hostedzone/Z1` for `Z1` in paths | the same |
//! | S3 | buckets in hosts, `InternalError` as an error that passes, errors in good answers, `NotFound` of `HEAD`, `x-amz-id-2`, `GetBucketLocation` without a root, `Expires` that is no date | the same; the text of such an `Expires` is not kept |
//! | S3 | sessions with directory buckets | every call is signed with the credentials, which such buckets take as well |
//! | S3 | calls without credentials, to public buckets | no |
//! | S3 | `disable_payload_signing` | over TLS streams are not signed, and other bodies always |
//! | S3 Control | the account before the host | the same, by the rules |
//! | SSO, STS | credentials are secret | the same, and every member that is called like a secret |
//! | STS | `IDPCommunicationError` passes | the same |
//! | Timestream | asks the service for its endpoint, and asks again when it expires | the same |
//!
//! Two that it lacks and that AWS's other SDKs have: Machine Learning's predictions go to their
//! `PredictEndpoint` here; and copies from other regions (EC2, RDS and others), for which the
//! `pre_signed_url` is for you to make, as with the official SDK.
//!
//! # All services
//!
//! | what the official SDK does | here |
//! | --- | --- |
//! | endpoint rules, built-in parameters, account endpoints | the same: [`endpoints`](super::endpoints) |
//! | SigV4 and SigV4a, by the model and by the endpoint | the same; SigV4a is a feature |
//! | checksums of requests and answers, `aws-chunked`, gzip | the same: [`streams`](super::streams); `XXHASH` algorithms are refused by name |
//! | idempotency tokens | the same |
//! | ids of invocations, numbers of attempts, recursion detection | the same |
//! | the user agent | the same, without the codes of the features in use |
//! | retries, clock skew, stalled streams, poisoned connections | the same, by the same code |
//! | new credentials after an error that says that they are expired | not in the released engine |
//! | settings of single services from environment and profile | the same: `AWS_ENDPOINT_URL_SQS`, `services` sections |
//! | presigned requests | the same, and of any operation: [`signing`](super::signing) |
//! | paginators, waiters | no |
//! | examples, licences, documentation of crates | has no meaning here |
//!
//! botocore does still more, which is not carried over: the version of the API in requests for
//! endpoints, searches of CloudSearch as forms, the CRC-32 of DynamoDB's answers.
//! `cargo xtask differential` compares what it sends and reads with what is sent and read here.
//!
//! [its decorators]: https://github.com/smithy-lang/smithy-rs/blob/main/aws/codegen-aws-sdk/src/main/kotlin/software/amazon/smithy/rustsdk/AwsCodegenDecorator.kt
//! [`BearerToken`]: crate::BearerToken
//! [`SigV4`]: crate::sigv4::SigV4
