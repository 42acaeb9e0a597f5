//! Where a call goes, and for which region and service it is signed: what AWS's rules say.

use std::borrow::Cow;

use aws_credential_types::provider::ProvideCredentials;

use crate::config::SdkClientConfig;
use crate::endpoint_rules::{self, EndpointAuth, ParameterValue, ResolvedEndpoint};
use crate::operation::Service;
use crate::{Credentials, Region};

/// A resolved endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// The URL, without a slash at its end.
    pub(crate) url: String,
    /// Headers that requests need there.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// How requests are signed for it, where they are.
    pub(crate) signing: Signing,
    /// Whether the URL is the user's own. Then it is taken as it is: its path is kept, and
    /// nothing is put before its host.
    pub(crate) custom: bool,
}

/// The scope of signatures, and what else depends on the endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signing {
    pub(crate) name: String,
    pub(crate) region: String,
    /// Where it is signed with SigV4a: the regions that the signature is good for.
    pub(crate) region_set: Option<Vec<String>>,
    /// Whether the path is encoded once only, whatever the service.
    pub(crate) disable_double_encoding: bool,
}

impl Target {
    /// Puts `prefix` before the host, unless the host is the user's own.
    pub(crate) fn put_before_host(&mut self, prefix: &str) {
        if !self.custom
            && let Some((scheme, rest)) = self.url.split_once("://")
        {
            self.url = format!("{scheme}://{prefix}{rest}");
        }
    }
}

/// What of a call its endpoint depends on.
pub(crate) struct Place<'a> {
    pub(crate) service: &'static Service,
    pub(crate) region: Region,
    pub(crate) config: &'a SdkClientConfig,
    /// What the operation and the request say, by the parameter's name.
    pub(crate) parameters: &'a [(&'static str, ParameterValue<'static>)],
    /// The account of the credentials, if it is known.
    pub(crate) account_id: Option<String>,
}

impl Place<'_> {
    /// Finds the endpoint.
    ///
    /// # Errors
    /// In words for the user: why there is none.
    pub(crate) fn resolve(&self) -> Result<Target, String> {
        let service = self.service;
        let parameter = |name, built_in| self.parameter(name, built_in);
        let ResolvedEndpoint {
            url,
            auth_schemes,
            headers,
        } = endpoint_rules::resolve(&service.endpoint_rules, parameter)?.ok_or(
            "the service's model has no endpoint; set `endpoint` in the client configuration",
        )?;
        let custom = self.config.endpoint().is_some();
        if !custom && !has_plain_host(&url) {
            return Err(format!("`{url}` is no address of AWS's"));
        }
        let mut url = url.trim_end_matches('/').to_owned();
        if let Some(own) = self.config.endpoint()
            && own.is_loopback()
            && service.name != "s3"
        {
            put_on_host(&mut url, own.as_str());
        }
        Ok(Target {
            url,
            headers,
            signing: self.signing(auth_schemes)?,
            custom,
        })
    }

    /// Takes the first scheme that can be signed with here.
    fn signing(&self, schemes: Vec<EndpointAuth>) -> Result<Signing, String> {
        let offered: Vec<_> = schemes.iter().map(|auth| auth.scheme).collect();
        let is_known = |auth: &EndpointAuth| match auth.scheme {
            "sigv4" => true,
            "sigv4a" => SIGV4A,
            _ => false,
        };
        let Some(auth) = schemes.into_iter().find(is_known) else {
            return match offered[..] {
                [] => Ok(self.usual_signing()),
                ["sigv4a", ..] => {
                    Err("this endpoint takes SigV4a; switch on the feature `sigv4a`".to_owned())
                }
                _ => Err(format!("this endpoint takes {}", offered.join(" or "))),
            };
        };
        let usual = self.usual_signing();
        Ok(Signing {
            name: auth.signing_name.unwrap_or(usual.name),
            region: auth.signing_region.unwrap_or(usual.region),
            region_set: (auth.scheme == "sigv4a").then_some(auth.signing_region_set),
            disable_double_encoding: auth.disable_double_encoding,
        })
    }

    /// What counts where the rules say nothing.
    fn usual_signing(&self) -> Signing {
        Signing {
            name: self.service.signing_name.to_owned(),
            region: self.region.as_str().to_owned(),
            region_set: None,
            disable_double_encoding: false,
        }
    }

    /// The value of a parameter of the rules: of those that are built in, what the configuration
    /// says; of all others, what the operation does.
    /// <https://smithy.io/2.0/aws/rules-engine/built-ins.html>
    fn parameter(&self, name: &str, built_in: &str) -> Option<ParameterValue<'_>> {
        let config = self.config;
        let text = |text| ParameterValue::Text(Cow::Borrowed(text));
        let flag = |flag: Option<bool>| flag.map(ParameterValue::Boolean);
        match built_in {
            "AWS::Auth::AccountId" => self.account_id.as_deref().map(text),
            "AWS::Auth::AccountIdEndpointMode" => {
                let mode = config.account_id_endpoint_mode().unwrap_or_default();
                Some(text(mode.as_str()))
            }
            "AWS::Region" => Some(text(self.region.as_str())),
            "AWS::S3::Accelerate" => flag(config.s3().accelerate()),
            "AWS::S3::DisableMultiRegionAccessPoints" => {
                flag(config.s3().multi_region_access_points().map(|on| !on))
            }
            // A host of one's own seldom answers to the names of buckets.
            "AWS::S3::ForcePathStyle" => flag(
                config
                    .s3()
                    .path_style()
                    .or(config.endpoint().is_some().then_some(true)),
            ),
            "AWS::S3::UseArnRegion" | "AWS::S3Control::UseArnRegion" => {
                flag(config.s3().arn_region())
            }
            "AWS::UseDualStack" => flag(config.dual_stack()),
            "AWS::UseFIPS" => flag(config.fips()),
            "SDK::Endpoint" => config.endpoint().map(|url| text(url.as_str())),
            _ => self.said_by_operation(name),
        }
    }

    fn said_by_operation(&self, name: &str) -> Option<ParameterValue<'_>> {
        let mut said = self.parameters.iter();
        said.find(|(said, _)| *said == name)
            .map(|(_, value)| value.clone())
            // Directory buckets take plain SigV4 as well, which needs no session.
            // https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-authenticating-authorizing.html
            .or((name == "DisableS3ExpressSessionAuth").then_some(ParameterValue::Boolean(true)))
    }
}

/// The account of the credentials, where the endpoint may depend on it and they know it. Why they
/// cannot be had says the engine, which asks for them again.
pub(crate) async fn account_id(service: &Service, credentials: &Credentials) -> Option<String> {
    if !service.endpoint_rules.takes("AWS::Auth::AccountId") {
        return None;
    }
    let keys = credentials.provide_credentials().await.ok()?;
    keys.account_id().map(|id| id.as_str().to_owned())
}

/// Whether SigV4a can be signed with.
const SIGV4A: bool = cfg!(feature = "sigv4a");

/// Gives the URL the host of `own` as it is. Some rules put an account before it, and on this computer
/// that makes none: `123456789012.127.0.0.1`. A bucket is there only when the user asked for it.
fn put_on_host(url: &mut String, own: &str) {
    let split = |url: &str| {
        let start = url.find("://").map_or(0, |at| at + 3);
        let length = url[start..].find('/').unwrap_or(url.len() - start);
        (start, start + length)
    };
    let ((start, end), (own_start, own_end)) = (split(url), split(own));
    url.replace_range(start..end, &own[own_start..own_end]);
}

/// Whether the host is a name, with no more than a port behind it. The rules check what they put
/// into it; this is the net below them.
fn has_plain_host(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else {
        return false;
    };
    let authority = rest.split('/').next().unwrap_or_default();
    !authority.is_empty()
        && authority
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':' | b'_'))
}
