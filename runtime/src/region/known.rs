//! AWS's regions, from its `partitions.json`: a row for each.
//!
//! Pseudo-regions such as `aws-global` are in that file, too. They name a partition's global
//! endpoint, nothing lives there, and they have no row here.

use super::CustomRegion;
use super::partition::{self, Partition};

macro_rules! regions {
    ($($variant:ident, $id:literal, $long_name:literal, $partition:ident;)*) => {
        /// A region of AWS.
        ///
        /// Every region of every partition has a variant. One that AWS opens tomorrow comes in
        /// through [`Region::new`], and so does the made-up region of a self-hosted service.
        ///
        /// ```
        /// use aws_operation::Region;
        ///
        /// let region: Region = "eu-west-1".parse()?;
        /// assert_eq!(region, Region::EuWest1);
        /// assert_eq!(region.long_name(), "Europe (Ireland)");
        /// assert_eq!(region.partition().dns_suffix, "amazonaws.com");
        /// # Ok::<(), aws_operation::InvalidRegion>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Region {
            $(
                #[doc = concat!("`", $id, "`: ", $long_name, ".")]
                $variant,
            )*
            /// A region without a variant of its own, made by [`Region::new`].
            Custom(CustomRegion),
        }

        impl Region {
            /// Every region that has a variant of its own.
            pub const ALL: [Self; [$($id),*].len()] = [$(Self::$variant),*];

            /// The region's id, for example `eu-west-1`.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $id,)*
                    Self::Custom(custom) => custom.as_str(),
                }
            }

            /// The region's name for people, for example `Europe (Ireland)`; the id when the
            /// region has no variant of its own.
            pub fn long_name(&self) -> &str {
                match self {
                    $(Self::$variant => $long_name,)*
                    Self::Custom(custom) => custom.as_str(),
                }
            }

            /// The partition that the region belongs to. For one without a variant, the partition
            /// whose rule its id obeys; `aws` when there is none, as AWS's own clients do it.
            pub fn partition(&self) -> &'static Partition {
                match self {
                    $(Self::$variant => &partition::$partition,)*
                    Self::Custom(custom) => partition::of_unknown_region(custom.as_str()),
                }
            }

            /// The id, where it is one that the program knows.
            pub(super) fn known_id(&self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => Some($id),)*
                    Self::Custom(_) => None,
                }
            }
        }
    };
}

regions! {
    AfSouth1, "af-south-1", "Africa (Cape Town)", AWS;
    ApEast1, "ap-east-1", "Asia Pacific (Hong Kong)", AWS;
    ApEast2, "ap-east-2", "Asia Pacific (Taipei)", AWS;
    ApNortheast1, "ap-northeast-1", "Asia Pacific (Tokyo)", AWS;
    ApNortheast2, "ap-northeast-2", "Asia Pacific (Seoul)", AWS;
    ApNortheast3, "ap-northeast-3", "Asia Pacific (Osaka)", AWS;
    ApSouth1, "ap-south-1", "Asia Pacific (Mumbai)", AWS;
    ApSouth2, "ap-south-2", "Asia Pacific (Hyderabad)", AWS;
    ApSoutheast1, "ap-southeast-1", "Asia Pacific (Singapore)", AWS;
    ApSoutheast2, "ap-southeast-2", "Asia Pacific (Sydney)", AWS;
    ApSoutheast3, "ap-southeast-3", "Asia Pacific (Jakarta)", AWS;
    ApSoutheast4, "ap-southeast-4", "Asia Pacific (Melbourne)", AWS;
    ApSoutheast5, "ap-southeast-5", "Asia Pacific (Malaysia)", AWS;
    ApSoutheast6, "ap-southeast-6", "Asia Pacific (New Zealand)", AWS;
    ApSoutheast7, "ap-southeast-7", "Asia Pacific (Thailand)", AWS;
    CaCentral1, "ca-central-1", "Canada (Central)", AWS;
    CaWest1, "ca-west-1", "Canada West (Calgary)", AWS;
    CnNorth1, "cn-north-1", "China (Beijing)", AWS_CN;
    CnNorthwest1, "cn-northwest-1", "China (Ningxia)", AWS_CN;
    EuCentral1, "eu-central-1", "Europe (Frankfurt)", AWS;
    EuCentral2, "eu-central-2", "Europe (Zurich)", AWS;
    EuIsoeWest1, "eu-isoe-west-1", "EU ISOE West", AWS_ISO_E;
    EuNorth1, "eu-north-1", "Europe (Stockholm)", AWS;
    EuSouth1, "eu-south-1", "Europe (Milan)", AWS;
    EuSouth2, "eu-south-2", "Europe (Spain)", AWS;
    EuWest1, "eu-west-1", "Europe (Ireland)", AWS;
    EuWest2, "eu-west-2", "Europe (London)", AWS;
    EuWest3, "eu-west-3", "Europe (Paris)", AWS;
    EuscDeEast1, "eusc-de-east-1", "AWS European Sovereign Cloud (Germany)", AWS_EUSC;
    IlCentral1, "il-central-1", "Israel (Tel Aviv)", AWS;
    MeCentral1, "me-central-1", "Middle East (UAE)", AWS;
    MeSouth1, "me-south-1", "Middle East (Bahrain)", AWS;
    MeWest1, "me-west-1", "Middle East (Saudi Arabia)", AWS;
    MxCentral1, "mx-central-1", "Mexico (Central)", AWS;
    SaEast1, "sa-east-1", "South America (Sao Paulo)", AWS;
    SaWest1, "sa-west-1", "South America (Chile)", AWS;
    UsEast1, "us-east-1", "US East (N. Virginia)", AWS;
    UsEast2, "us-east-2", "US East (Ohio)", AWS;
    UsGovEast1, "us-gov-east-1", "AWS GovCloud (US-East)", AWS_US_GOV;
    UsGovWest1, "us-gov-west-1", "AWS GovCloud (US-West)", AWS_US_GOV;
    UsIsoEast1, "us-iso-east-1", "US ISO East", AWS_ISO;
    UsIsoWest1, "us-iso-west-1", "US ISO WEST", AWS_ISO;
    UsIsobEast1, "us-isob-east-1", "US ISOB East (Ohio)", AWS_ISO_B;
    UsIsobWest1, "us-isob-west-1", "US ISOB West", AWS_ISO_B;
    UsIsofEast1, "us-isof-east-1", "US ISOF EAST", AWS_ISO_F;
    UsIsofSouth1, "us-isof-south-1", "US ISOF SOUTH", AWS_ISO_F;
    UsWest1, "us-west-1", "US West (N. California)", AWS;
    UsWest2, "us-west-2", "US West (Oregon)", AWS;
}
