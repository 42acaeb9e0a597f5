//! Where a call goes, and for which region and service it is signed.

use crate::config::EndpointUrl;
use crate::operation::{Endpoint, Endpoints, Service};
use crate::{Partition, Region};

/// A resolved endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// The URL, without a slash at its end.
    pub(crate) url: String,
    /// The region of the signature's scope, where it is not the one called.
    pub(crate) signing_region: Option<&'static str>,
    /// The service of the signature's scope, where it is not the operation's.
    pub(crate) signing_name: Option<&'static str>,
    /// Whether the URL is the user's own. Then it is taken as it is: its path is kept, and
    /// nothing is put before its host.
    pub(crate) custom: bool,
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

/// Finds where `service` lives in `region`, or `None` when AWS does not say.
pub(crate) fn resolve(
    service: &Service,
    region: Region,
    custom: Option<&EndpointUrl>,
) -> Option<Target> {
    if let Some(url) = custom {
        return Some(Target {
            url: url.as_str().trim_end_matches('/').to_owned(),
            signing_region: None,
            signing_name: None,
            custom: true,
        });
    }

    let partition = region.partition();
    let Endpoint {
        url,
        signing_region,
        signing_name,
    } = most_specific(service, region, partition)?;
    Some(Target {
        url: url
            .replace("{region}", region.as_str())
            .replace("{dnsSuffix}", partition.dns_suffix)
            .replace("{dualStackDnsSuffix}", partition.dual_stack_dns_suffix),
        signing_region,
        signing_name,
        custom: false,
    })
}

/// What is said when [`resolve`] finds nothing. A service that AWS does not have may have no endpoints in its model.
pub(crate) fn nowhere(service: &Service) -> &'static str {
    let Endpoints {
        default,
        partitions,
        regions,
    } = &service.endpoints;
    if default.is_none() && partitions.is_empty() && regions.is_empty() {
        "the service's model has no endpoint; set `endpoint` in the client configuration"
    } else {
        "AWS has no endpoint of this service here; call another region, or set `endpoint` in the client configuration"
    }
}

/// The entry for the region, else for its partition, else for all.
fn most_specific(service: &Service, region: Region, partition: &Partition) -> Option<Endpoint> {
    let find = |entries: &'static [(&'static str, Endpoint)], id: &str| {
        entries
            .iter()
            .find(|(name, _)| *name == id)
            .map(|(_, endpoint)| *endpoint)
    };
    find(service.endpoints.regions, region.as_str())
        .or_else(|| find(service.endpoints.partitions, partition.id))
        .or(service.endpoints.default)
}
