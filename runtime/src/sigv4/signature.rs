//! A signature, by AWS's own signer.

use std::borrow::Cow;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_credential_types::Credentials as Keys;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SessionTokenMode, SignableBody, SignableRequest,
    SignatureLocation, SigningInstructions, SigningParams, SigningSettings,
    UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::client::identity::Identity;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sha2::{Digest as _, Sha256};
use tracing::dispatcher::{self, Dispatch};

use super::SigningError;
use crate::DateTime;
use crate::hex::hex;

/// For whom signatures are, and what they are like there.
#[derive(Debug, Clone)]
pub(crate) struct Scope {
    pub(crate) service: String,
    /// Of SigV4a: all regions that the signature is good for, with commas between them.
    pub(crate) region: String,
    pub(crate) is_v4a: bool,
    pub(crate) path_as_it_is: bool,
    /// Whether `x-amz-content-sha256` is sent, if somebody said so.
    pub(crate) content_sha256: Option<bool>,
}

/// <https://docs.aws.amazon.com/vpc-lattice/latest/ug/sigv4-authenticated-requests.html>
const VPC_LATTICE: &str = "vpc-lattice-svcs";
/// <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-clients.html>
const OPENSEARCH_SERVERLESS: &str = "aoss";

impl Scope {
    /// What a service of this name takes.
    pub(crate) fn of(service: String, region: String) -> Self {
        Self {
            path_as_it_is: is_s3(&service),
            content_sha256: None,
            service,
            region,
            is_v4a: false,
        }
    }

    /// Whether the service takes signatures that cover bodies.
    pub(super) fn signs_bodies(&self) -> bool {
        self.service != VPC_LATTICE
    }

    /// Whether the header with the body's hash is sent. What is not that hash, nobody can know
    /// without it.
    fn sends_content_sha256(&self, payload: &SignedPayload) -> bool {
        let is_wanted = is_s3(&self.service)
            || matches!(
                self.service.as_str(),
                OPENSEARCH_SERVERLESS | "glacier" | VPC_LATTICE
            );
        self.content_sha256
            .unwrap_or(is_wanted || !matches!(payload, SignedPayload::Hash(_)))
    }

    fn settings(&self, expires_in: Option<Duration>, payload: &SignedPayload) -> SigningSettings {
        let mut settings = SigningSettings::default();
        if self.path_as_it_is {
            settings.percent_encoding_mode = PercentEncodingMode::Single;
            settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
        }
        if expires_in.is_none() && self.sends_content_sha256(payload) {
            settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
        }
        if expires_in.is_some() {
            settings.signature_location = SignatureLocation::QueryParams;
        }
        settings.expires_in = expires_in;
        // It puts the token behind the signature.
        // https://docs.aws.amazon.com/iot/latest/developerguide/custom-auth-mqtt-websockets.html
        if self.service == "iotdevicegateway" {
            settings.session_token_mode = SessionTokenMode::Exclude;
        }
        if self.service == OPENSEARCH_SERVERLESS {
            let excluded = settings.excluded_headers.get_or_insert_default();
            excluded.push(Cow::Borrowed("content-length"));
        }
        settings
    }
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>
fn is_s3(service: &str) -> bool {
    matches!(
        service,
        "s3" | "s3-object-lambda" | "s3-outposts" | "s3express"
    )
}

/// What a signature covers of a body.
#[derive(Debug, Clone)]
pub(crate) enum SignedPayload {
    Hash([u8; 32]),
    Unsigned,
    UnsignedTrailer,
}

impl SignedPayload {
    /// All of it.
    pub(crate) fn of(body: &[u8]) -> Self {
        Self::Hash(Sha256::digest(body).into())
    }
}

/// A request, as far as its signature covers it.
pub(crate) struct Signable<'a> {
    pub(crate) method: &'a str,
    pub(crate) uri: String,
    pub(crate) headers: Vec<(&'a str, &'a str)>,
    pub(crate) payload: SignedPayload,
}

/// What a signature adds.
pub(crate) struct Signed {
    pub(crate) headers: Vec<(String, String)>,
    /// With what is added to the query.
    pub(crate) uri: String,
}

impl Signable<'_> {
    /// Signs: in the headers, or in the query of a URL that is good for so long.
    pub(crate) fn sign(
        self,
        scope: &Scope,
        keys: &Keys,
        now: SystemTime,
        expires_in: Option<Duration>,
    ) -> Result<Signed, SigningError> {
        let Self {
            method,
            uri,
            headers,
            payload,
        } = self;
        let settings = scope.settings(expires_in, &payload);
        let body = match payload {
            SignedPayload::Hash(hash) => SignableBody::Precomputed(hex(hash)),
            SignedPayload::Unsigned => SignableBody::UnsignedPayload,
            SignedPayload::UnsignedTrailer => SignableBody::StreamingUnsignedPayloadTrailer,
        };
        let request = SignableRequest::new(method, uri.as_str(), headers.into_iter(), body)
            .map_err(SigningError::unsignable)?;
        let identity = Identity::from(keys.clone());
        let params = params(scope, &identity, now, settings)?;
        // It prints what it signs at TRACE, and some of that is secret.
        let instructions = dispatcher::with_default(&Dispatch::none(), || {
            sign(request, &params).map_err(SigningError::unsignable)
        })?;
        let (instructions, _) = instructions.into_parts();
        Ok(Signed {
            headers: instructions
                .headers()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            uri: with_query(uri, &instructions),
        })
    }
}

fn params<'a>(
    scope: &'a Scope,
    identity: &'a Identity,
    now: SystemTime,
    settings: SigningSettings,
) -> Result<SigningParams<'a>, SigningError> {
    if !scope.is_v4a {
        let params = v4::SigningParams::builder()
            .identity(identity)
            .region(&scope.region)
            .name(&scope.service)
            .time(now)
            .settings(settings)
            .build();
        return Ok(params.map_err(SigningError::unsignable)?.into());
    }
    #[cfg(not(feature = "sigv4a"))]
    return Err(SigningError::new(
        "this endpoint takes SigV4a; switch on the feature `sigv4a`",
    ));
    #[cfg(feature = "sigv4a")]
    {
        let params = aws_sigv4::sign::v4a::SigningParams::builder()
            .identity(identity)
            .region_set(&scope.region)
            .name(&scope.service)
            .time(now)
            .settings(settings)
            .build();
        Ok(params.map_err(SigningError::unsignable)?.into())
    }
}

/// What RFC 3986 does not call unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

fn with_query(mut uri: String, instructions: &SigningInstructions) -> String {
    for (name, value) in instructions.params() {
        uri.push(if uri.contains('?') { '&' } else { '?' });
        uri.push_str(name);
        uri.push('=');
        uri.extend(utf8_percent_encode(value, RESERVED));
    }
    uri
}

/// Checks how long a URL is good for, signed `now` with credentials that end then.
///
/// # Errors
/// In words for the user.
pub(crate) fn check_expiration(
    now: SystemTime,
    expires_in: Duration,
    credentials_end: Option<DateTime>,
) -> Result<DateTime, String> {
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html>
    const LONGEST: Duration = Duration::from_hours(7 * 24);
    if expires_in.as_secs() == 0 || expires_in > LONGEST {
        return Err(format!(
            "a presigned URL is good for 1 second to 7 days, not {expires_in:?}"
        ));
    }
    // Signatures know whole seconds only: the parts of both are lost.
    let seconds = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let end = UNIX_EPOCH + Duration::from_secs(seconds + expires_in.as_secs());
    let end = DateTime::from(end);
    match credentials_end.filter(|credentials| credentials.secs() < end.secs()) {
        None => Ok(end),
        Some(credentials) => Err(format!(
            "a URL that is to be good until {end} outlives its credentials, which end at \
             {credentials}; let it end before, or sign it with credentials that last longer"
        )),
    }
}
