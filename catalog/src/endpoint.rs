//! Where a service is, as far as it depends on the region alone.

use std::fmt;

use crate::line::{Applied, Line};
use crate::print::{Quoted, TraitPrinter};

/// A service's endpoints without FIPS, without dual stack, with every other parameter unset.
///
/// The most specific entry counts: the region's, else its partition's, else the common one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Endpoints<'t> {
    /// Everywhere else.
    pub common: Option<Endpoint<'t>>,
    /// By the partition's id, `aws-cn`.
    pub partitions: Vec<(&'t str, Endpoint<'t>)>,
    /// By the region's name, `us-gov-west-1`.
    pub regions: Vec<(&'t str, Endpoint<'t>)>,
}

/// Where a service is, or why it is nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Endpoint<'t> {
    /// The official rules refuse the region, in these words.
    Error(&'t str),
    /// An address.
    Url {
        /// Scheme and host, with `{region}`, and `{dnsSuffix}` or `{dualStackDnsSuffix}` of the region's partition.
        template: &'t str,
        /// What the rules say about signing. Empty: the service's own name, the region, [`Metadata::auth`](crate::Metadata::auth).
        auth_schemes: Vec<EndpointAuth<'t>>,
    },
}

/// How to sign for an endpoint; absent fields keep the service's and the region's own values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndpointAuth<'t> {
    /// The scheme, `sigv4` or `sigv4a`.
    pub scheme: &'t str,
    /// The name to sign with.
    pub signing_name: Option<&'t str>,
    /// The region to sign with.
    pub signing_region: Option<&'t str>,
    /// The regions to sign with, of `sigv4a`.
    pub signing_region_set: Vec<&'t str>,
    /// The path is encoded once only.
    pub disable_double_encoding: bool,
}

impl<'t> Endpoints<'t> {
    /// The entry that counts for a region of a partition; `None` when the file says nothing of it.
    pub fn of(&self, partition: &str, region: &str) -> Option<&Endpoint<'t>> {
        let region = self
            .regions
            .iter()
            .find(|(name, _)| *name == region)
            .map(|(_, endpoint)| endpoint);
        let partition = || {
            self.partitions
                .iter()
                .find(|(name, _)| *name == partition)
                .map(|(_, endpoint)| endpoint)
        };
        region.or_else(partition).or(self.common.as_ref())
    }

    /// Reads what follows `endpoint` on a line.
    pub(crate) fn read(&mut self, line: &mut Line<'t>) -> Result<(), String> {
        let first = line.term()?;
        if first.quoted {
            return match self.common.replace(Endpoint::read(first.text, line)?) {
                None => Ok(()),
                Some(_) => Err("there is one common endpoint, not two".to_owned()),
            };
        }
        let kind = first.text;
        if kind == "error" {
            let text = line.term()?.text;
            self.common = Some(Endpoint::Error(text));
            return line.end();
        }
        let name = line.word()?;
        let template = line.term()?;
        let endpoint = match template.text {
            "error" if !template.quoted => {
                let message = line.term()?.text;
                line.end()?;
                Endpoint::Error(message)
            }
            template => Endpoint::read(template, line)?,
        };
        match kind {
            "partition" => self.partitions.push((name, endpoint)),
            "region" => self.regions.push((name, endpoint)),
            other => {
                return Err(format!(
                    "an endpoint is of a `partition` or a `region`, not of a `{other}`"
                ));
            }
        }
        Ok(())
    }
}

impl<'t> Endpoint<'t> {
    fn read(template: &'t str, line: &mut Line<'t>) -> Result<Self, String> {
        let mut auth_schemes = Vec::new();
        while let Some(applied) = line.applied()? {
            auth_schemes.push(EndpointAuth::read(applied)?);
        }
        Ok(Self::Url {
            template,
            auth_schemes,
        })
    }
}

impl fmt::Display for Endpoints<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(endpoint) = &self.common {
            writeln!(f, "  endpoint {endpoint}")?;
        }
        for (name, endpoint) in &self.partitions {
            writeln!(f, "  endpoint partition {name} {endpoint}")?;
        }
        for (name, endpoint) in &self.regions {
            writeln!(f, "  endpoint region {name} {endpoint}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Endpoint<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Error(message) => write!(f, "error {}", Quoted(message)),
            Self::Url {
                template,
                auth_schemes,
            } => {
                Quoted(template).fmt(f)?;
                auth_schemes.iter().try_for_each(|auth| auth.print(f))
            }
        }
    }
}

impl<'t> EndpointAuth<'t> {
    pub(crate) fn read(mut applied: Applied<'t>) -> Result<Self, String> {
        let auth = Self {
            scheme: applied.name,
            signing_name: applied.text("name")?,
            signing_region: applied.text("region")?,
            signing_region_set: applied.list("regionSet"),
            disable_double_encoding: applied.flag("disableDoubleEncoding")?.unwrap_or(false),
        };
        applied.finish()?;
        Ok(auth)
    }

    pub(crate) fn print(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        TraitPrinter::new(self.scheme)
            .word("name", self.signing_name)
            .word("region", self.signing_region)
            .words("regionSet", &self.signing_region_set)
            .arg(
                "disableDoubleEncoding",
                self.disable_double_encoding.then_some(true),
            )
            .print(f)
    }
}
