//! Presigning: everything that a call does until it is signed, and then it is given away.

mod portable;

use std::time::{Duration, SystemTime};

use aws_credential_types::provider::ProvideCredentials as _;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use bytes::Bytes;
use futures_util::future::BoxFuture;

use super::Prepared;
use super::addressed::Addressed;
use super::auth::Scheme;
use super::endpoint::Target;
use crate::DateTime;
use crate::error::{Builder, Error, ErrorKind, Sent};
use crate::operation::Auth;
use crate::presigned::PresignedRequest;
use crate::sigv4::{Scope, Signable, SignedPayload, check_expiration};
use portable::make_portable;

impl Prepared {
    /// Signs the request in its query, for somebody else to send. Built once, as
    /// [`start`](Self::start) is.
    #[inline(never)]
    pub(crate) fn presign(
        self: Box<Self>,
        expires_in: Duration,
    ) -> BoxFuture<'static, Result<PresignedRequest, Error>> {
        Box::pin(self.sign_in_query(expires_in))
    }

    async fn sign_in_query(
        mut self: Box<Self>,
        expires_in: Duration,
    ) -> Result<PresignedRequest, Error> {
        self.configure().await?;
        let is_discovered = self.operation.discovery.is_some() && self.config.endpoint().is_none();
        let (name, region) = (self.name(), self.region);
        let unsent = |kind| Builder::new(kind, Sent::No, &name, region);
        if is_discovered {
            let detail = "the service has to be asked for its endpoint, which presigning does not \
                          do; set `endpoint` in the client configuration";
            return Err(unsent(ErrorKind::Configuration).detail(detail).build());
        }
        let refused = |detail: String| unsent(ErrorKind::Construction).detail(detail).build();
        let Addressed {
            operation,
            config,
            credentials,
            target,
            mut request,
            implied,
            scheme,
            ..
        } = self.addressed(None).await?;
        if scheme != Scheme::SigV4 {
            return Err(refused(unsigned(operation.auth).to_owned()));
        }
        let keys = credentials.provide_credentials().await.map_err(|error| {
            unsent(ErrorKind::Credentials)
                .detail("there are no credentials")
                .source(error)
                .build()
        })?;
        let now = SystemTime::now();
        let end = keys.expiry().map(DateTime::from);
        let expires_at = check_expiration(now, expires_in, end).map_err(refused)?;

        let is_s3 = operation.service.signing_name == "s3";
        make_portable(operation, &config, &mut request, &implied).map_err(refused)?;
        let body = match request.body().bytes() {
            Some(bytes) => Bytes::copy_from_slice(bytes),
            None if is_s3 => Bytes::new(),
            None => {
                return Err(refused(
                    "its stream cannot be signed ahead; give it as bytes".to_owned(),
                ));
            }
        };
        // Who sends it to S3 may send any body.
        let payload = if is_s3 {
            SignedPayload::Unsigned
        } else {
            SignedPayload::of(&body)
        };
        let signable = Signable {
            method: request.method(),
            uri: format!("{}{}", target.url, request.uri()),
            headers: request.headers().iter().collect(),
            payload,
        };
        let unsignable = |error: BoxError| {
            unsent(ErrorKind::Construction)
                .detail("the request cannot be signed")
                .source(error)
                .build()
        };
        let signed = signable
            .sign(&scope(&target, is_s3), &keys, now, Some(expires_in))
            .map_err(|error| unsignable(error.into()))?;
        let request = http_request(&request, body).map_err(|error| unsignable(error.into()))?;
        PresignedRequest::new(signed.uri, request, expires_at)
            .ok_or_else(|| refused("its URL is none".to_owned()))
    }
}

/// Why there is nothing to sign, in words for the user.
fn unsigned(auth: Auth) -> &'static str {
    match auth {
        Auth::None => {
            "its requests are not signed, so that there is nothing to presign; whoever knows the \
             request can send it"
        }
        Auth::Bearer => {
            "it takes a bearer token and no signature, so that there is nothing to presign; make \
             the call itself"
        }
        Auth::SigV4 | Auth::SigV4OrBearer | Auth::SigV4UnsignedPayload => {
            "a bearer token cannot sign, so that there is nothing to presign; make the credentials \
             of keys: `StaticCredentials`, `TemporaryCredentials` or a provider"
        }
    }
}

fn scope(target: &Target, is_s3: bool) -> Scope {
    let signing = &target.signing;
    let mut scope = Scope::of(signing.name.clone(), signing.region.clone());
    scope.path_as_it_is = is_s3 || signing.disable_double_encoding;
    if let Some(regions) = &signing.region_set {
        scope.region = regions.join(",");
        scope.is_v4a = true;
    }
    scope
}

fn http_request(request: &HttpRequest, body: Bytes) -> Result<http::Request<Bytes>, http::Error> {
    let new = http::Request::builder().method(request.method());
    let mut headers = request.headers().iter();
    headers
        .try_fold(new, |new, (name, value)| {
            Ok::<_, http::Error>(new.header(name, value))
        })?
        .body(body)
}
