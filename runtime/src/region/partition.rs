//! AWS's partitions, from its `partitions.json`.

use super::Region;

/// A group of regions with DNS names, accounts and credentials of its own, for example AWS China.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Partition {
    /// The partition's id as it stands in ARNs, for example `aws-cn`.
    pub id: &'static str,
    /// What the hosts of its endpoints end with, for example `amazonaws.com.cn`.
    pub dns_suffix: &'static str,
    /// What the hosts of its dual-stack endpoints (IPv4 and IPv6) end with.
    pub dual_stack_dns_suffix: &'static str,
    /// The region that signs requests to the partition's global endpoints.
    pub implicit_global_region: Region,
    /// Whether there are FIPS endpoints.
    pub supports_fips: bool,
    /// Whether there are dual-stack endpoints.
    pub supports_dual_stack: bool,
    /// What a region's id begins with here: the alternatives of `regionRegex`, which all read
    /// `^prefix\-\w+\-\d+$`.
    region_prefixes: &'static [&'static str],
}

pub(super) static AWS: Partition = Partition {
    id: "aws",
    dns_suffix: "amazonaws.com",
    dual_stack_dns_suffix: "api.aws",
    implicit_global_region: Region::UsEast1,
    supports_fips: true,
    supports_dual_stack: true,
    region_prefixes: &["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
};

pub(super) static AWS_CN: Partition = Partition {
    id: "aws-cn",
    dns_suffix: "amazonaws.com.cn",
    dual_stack_dns_suffix: "api.amazonwebservices.com.cn",
    implicit_global_region: Region::CnNorthwest1,
    supports_fips: true,
    supports_dual_stack: true,
    region_prefixes: &["cn"],
};

pub(super) static AWS_EUSC: Partition = Partition {
    id: "aws-eusc",
    dns_suffix: "amazonaws.eu",
    dual_stack_dns_suffix: "api.amazonwebservices.eu",
    implicit_global_region: Region::EuscDeEast1,
    supports_fips: true,
    supports_dual_stack: true,
    region_prefixes: &["eusc-de"],
};

pub(super) static AWS_ISO: Partition = Partition {
    id: "aws-iso",
    dns_suffix: "c2s.ic.gov",
    dual_stack_dns_suffix: "api.aws.ic.gov",
    implicit_global_region: Region::UsIsoEast1,
    supports_fips: true,
    supports_dual_stack: true,
    region_prefixes: &["us-iso"],
};

pub(super) static AWS_ISO_B: Partition = Partition {
    id: "aws-iso-b",
    dns_suffix: "sc2s.sgov.gov",
    dual_stack_dns_suffix: "api.aws.scloud",
    implicit_global_region: Region::UsIsobEast1,
    supports_fips: true,
    supports_dual_stack: true,
    region_prefixes: &["us-isob"],
};

pub(super) static AWS_ISO_E: Partition = Partition {
    id: "aws-iso-e",
    dns_suffix: "cloud.adc-e.uk",
    dual_stack_dns_suffix: "api.cloud-aws.adc-e.uk",
    implicit_global_region: Region::EuIsoeWest1,
    supports_fips: true,
    supports_dual_stack: true,
    region_prefixes: &["eu-isoe"],
};

pub(super) static AWS_ISO_F: Partition = Partition {
    id: "aws-iso-f",
    dns_suffix: "csp.hci.ic.gov",
    dual_stack_dns_suffix: "api.aws.hci.ic.gov",
    implicit_global_region: Region::UsIsofSouth1,
    supports_fips: true,
    supports_dual_stack: true,
    region_prefixes: &["us-isof"],
};

pub(super) static AWS_US_GOV: Partition = Partition {
    id: "aws-us-gov",
    dns_suffix: "amazonaws.com",
    dual_stack_dns_suffix: "api.aws",
    implicit_global_region: Region::UsGovWest1,
    supports_fips: true,
    supports_dual_stack: true,
    region_prefixes: &["us-gov"],
};

impl Partition {
    /// Every partition, the commercial one first.
    pub fn all() -> [&'static Self; 8] {
        [
            &AWS,
            &AWS_CN,
            &AWS_EUSC,
            &AWS_ISO,
            &AWS_ISO_B,
            &AWS_ISO_E,
            &AWS_ISO_F,
            &AWS_US_GOV,
        ]
    }

    /// `regionRegex`, by hand: one of the prefixes, a word, a number, with hyphens between them.
    fn has_region_like(&self, id: &str) -> bool {
        self.region_prefixes.iter().any(|prefix| {
            id.strip_prefix(prefix)
                .and_then(|rest| rest.strip_prefix('-'))
                .and_then(|rest| rest.split_once('-'))
                .is_some_and(|(word, number)| is_word(word) && is_number(number))
        })
    }
}

/// The partition of a region that has no row in `partitions.json`: the rule of the endpoint
/// function `aws.partition`.
/// <https://smithy.io/2.0/aws/rules-engine/library-functions.html#aws-partition-function>
pub(super) fn of_unknown_region(id: &str) -> &'static Partition {
    Partition::all()
        .into_iter()
        // The pseudo-region of a partition's global endpoint, `aws-cn-global`, is the partition's.
        .find(|partition| id.strip_suffix("-global") == Some(partition.id))
        .or_else(|| {
            Partition::all()
                .into_iter()
                .find(|partition| partition.has_region_like(id))
        })
        .unwrap_or(&AWS)
}

/// `\w+`
fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// `\d+`
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
