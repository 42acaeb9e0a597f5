//! Request bodies: compressed, with their checksums, hashed once, and out of sight.

use std::future::poll_fn;
use std::pin::Pin;

use aws_sigv4::http_request::SignableBody;
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::{Error as BodyError, SdkBody};
use http_body::Body as _;
use sha2::{Digest, Sha256};

use super::checksum::Applied;
use super::glacier::{self, TreeHash};
use super::limits::Upload;
use super::stream;
use crate::config::SdkClientConfig;
use crate::error::Builder;
use crate::hex::hex;
use crate::operation::{Auth, Operation};

/// A request on its way, as far as its body is concerned.
pub(crate) struct Sending<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) config: &'a SdkClientConfig,
    pub(crate) request: &'a mut HttpRequest,
    /// Whether it is going to be signed with AWS Signature Version 4.
    pub(crate) is_signed: bool,
    /// Whether nothing but the signature protects it on its way.
    pub(crate) is_plain_http: bool,
}

/// A body that is ready to be sent.
pub(crate) struct Payload {
    /// How to sign it. `None` is for an empty one, which the signer can see for itself.
    pub(crate) signable: Option<SignableBody<'static>>,
    /// What checksums have to do while the request is sent and its answer comes.
    pub(crate) checksums: [Option<SharedInterceptor>; 2],
    pub(crate) upload: Upload,
    /// Whether it can be sent again.
    pub(crate) is_replayable: bool,
}

/// Why a body cannot be sent, in words for the user.
pub(crate) struct Fault {
    detail: String,
    source: Option<BodyError>,
}

impl Fault {
    pub(crate) fn describe(self, error: Builder) -> Builder {
        let error = error.detail(self.detail);
        match self.source {
            Some(source) => error.source(source),
            None => error,
        }
    }
}

impl From<String> for Fault {
    fn from(detail: String) -> Self {
        Self {
            detail,
            source: None,
        }
    }
}

/// Makes the request's body ready to be sent.
pub(crate) async fn prepare(mut sending: Sending<'_>) -> Result<Payload, Fault> {
    let operation = sending.operation;
    stream::check_length(operation, sending.request)?;
    glacier::check_body(operation, sending.request)?;
    if let Some(compression) = operation.compression {
        compression.apply(sending.config, sending.request);
    }
    let body = sending.request.body();
    let (length, is_stream) = (body.content_length(), body.bytes().is_none());
    let checksums = match &operation.checksum {
        Some(checksum) => checksum.apply(&mut sending)?,
        None => Applied::default(),
    };
    let signable = match checksums.payload {
        // A stream with its checksum behind it.
        Some(payload) => Some(payload),
        None => seal(&mut sending).await.map_err(|error| Fault {
            detail: "the request's stream cannot be read".to_owned(),
            source: Some(error),
        })?,
    };
    let is_replayable = sending.request.body().try_clone().is_some();
    Ok(Payload {
        signable,
        checksums: [checksums.request, checksums.response],
        upload: Upload {
            length,
            stored: is_stream && is_replayable,
        },
        is_replayable,
    })
}

/// Takes the hash of the body, and hides it.
///
/// The stock engine prints requests at TRACE, and a body that is in memory with them. One that
/// comes as a stream it does not print, so that is what every body becomes here; its hash, which
/// the signature covers, is taken before. Retries then do not take it again.
///
/// # Errors
/// When a stream that has to be read for its hash cannot be read.
async fn seal(sending: &mut Sending<'_>) -> Result<Option<SignableBody<'static>>, BodyError> {
    let Sending {
        operation, request, ..
    } = sending;
    let body = std::mem::replace(request.body_mut(), SdkBody::empty());
    // https://www.rfc-editor.org/rfc/rfc9110#section-8.6: these say their length even if it is 0,
    // and S3 insists on it.
    let always = matches!(request.method(), "PATCH" | "POST" | "PUT");
    if let Some(length) = body.content_length().filter(|length| always || *length > 0)
        && request.headers().get("content-length").is_none()
    {
        request
            .headers_mut()
            .insert("content-length", length.to_string());
    }

    let is_unsigned = operation.auth == Auth::SigV4UnsignedPayload;
    let signs_payload = sending.is_signed && !is_unsigned;
    let mut hashes = Hashes {
        whole: Sha256::new(),
        tree: glacier::tree_hash(operation, request),
    };
    let Some(bytes) = body.bytes() else {
        // S3 takes what is not hashed, and would have to have much read twice. Others need not take
        // it, so that what can be read again is read for its hash. What can be read only once is
        // sent without.
        let hash = match body.try_clone() {
            Some(copy) if signs_payload && operation.service.name != "s3" => {
                hashes.read(copy).await?;
                Some(hashes.finish(request))
            }
            _ => None,
        };
        *request.body_mut() = body;
        return Ok(Some(
            hash.map_or(SignableBody::UnsignedPayload, SignableBody::Precomputed),
        ));
    };
    let payload = if is_unsigned {
        Some(SignableBody::UnsignedPayload)
    } else if signs_payload && !bytes.is_empty() {
        hashes.update(bytes);
        Some(SignableBody::Precomputed(hashes.finish(request)))
    } else {
        None
    };
    if !bytes.is_empty() {
        *request.body_mut() = SdkBody::retryable(move || {
            // What is in memory can always be cloned, and is not copied by it.
            SdkBody::from_body_1_x(body.try_clone().unwrap_or_else(SdkBody::taken))
        });
    }
    Ok(payload)
}

/// The hashes of a body.
struct Hashes {
    /// What the signature covers.
    whole: Sha256,
    tree: Option<TreeHash>,
}

impl Hashes {
    async fn read(&mut self, mut body: SdkBody) -> Result<(), BodyError> {
        while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            if let Some(bytes) = frame?.data_ref() {
                self.update(bytes);
            }
        }
        Ok(())
    }

    fn update(&mut self, bytes: &[u8]) {
        self.whole.update(bytes);
        if let Some(tree) = &mut self.tree {
            tree.update(bytes);
        }
    }

    /// Puts the tree's hash, if there is one, into its header.
    fn finish(self, request: &mut HttpRequest) -> String {
        if let Some(tree) = self.tree {
            let headers = request.headers_mut();
            headers.insert(glacier::TREE_HASH, hex(tree.finish()));
        }
        hex(self.whole.finalize())
    }
}
