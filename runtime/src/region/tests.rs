use std::collections::HashSet;

use super::*;

#[test]
fn every_region_has_the_suffixes_of_its_partition() {
    for region in Region::ALL {
        let partition = region.partition();
        let (id, suffix, dual_stack) = match region.as_str() {
            "cn-north-1" | "cn-northwest-1" => {
                ("aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn")
            }
            "eusc-de-east-1" => ("aws-eusc", "amazonaws.eu", "api.amazonwebservices.eu"),
            "us-iso-east-1" | "us-iso-west-1" => ("aws-iso", "c2s.ic.gov", "api.aws.ic.gov"),
            "us-isob-east-1" | "us-isob-west-1" => ("aws-iso-b", "sc2s.sgov.gov", "api.aws.scloud"),
            "eu-isoe-west-1" => ("aws-iso-e", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
            "us-isof-east-1" | "us-isof-south-1" => {
                ("aws-iso-f", "csp.hci.ic.gov", "api.aws.hci.ic.gov")
            }
            "us-gov-east-1" | "us-gov-west-1" => ("aws-us-gov", "amazonaws.com", "api.aws"),
            _ => ("aws", "amazonaws.com", "api.aws"),
        };
        assert_eq!(partition.id, id, "{region}");
        assert_eq!(partition.dns_suffix, suffix, "{region}");
        assert_eq!(partition.dual_stack_dns_suffix, dual_stack, "{region}");
        assert!(partition.supports_fips && partition.supports_dual_stack);
    }
}

#[test]
fn every_region_is_read_from_all_that_it_is_written_as() {
    for region in Region::ALL {
        let id = region.as_str();
        for text in [id.to_owned(), id.replace('-', "_"), id.to_ascii_uppercase()] {
            assert_eq!(Region::new(&text), Ok(region));
            assert_eq!(text.parse(), Ok(region));
            assert_eq!(Region::try_from(text), Ok(region));
        }
        let json = serde_json::to_string(&region).unwrap();
        assert_eq!(json, format!("{id:?}"));
        assert_eq!(serde_json::from_str::<Region>(&json).unwrap(), region);
        assert_ne!(region.long_name(), id);
        // `EuWest1` is `eu-west-1` without its hyphens.
        assert_eq!(format!("{region:?}").to_lowercase(), id.replace('-', ""));
    }
}

#[test]
fn no_region_is_there_twice_and_no_pseudo_region_at_all() {
    assert_eq!(Region::ALL.len(), 48);
    let ids: HashSet<&str> = Region::ALL.iter().map(Region::as_str).collect();
    let names: HashSet<&str> = Region::ALL.iter().map(Region::long_name).collect();
    assert_eq!((ids.len(), names.len()), (48, 48));
    assert!(ids.iter().all(|id| !id.ends_with("global")));
}

#[test]
fn every_partition_has_the_region_that_it_names() {
    for partition in Partition::all() {
        assert_eq!(partition.implicit_global_region.partition(), partition);
    }
}

#[test]
fn the_rules_put_every_region_where_the_table_has_it() {
    for region in Region::ALL {
        assert_eq!(
            partition::of_unknown_region(region.as_str()),
            region.partition()
        );
    }
}

#[test]
fn a_region_of_tomorrow_gets_the_partition_whose_rule_it_obeys() {
    for (id, partition) in [
        ("eu-west-99", "aws"),
        ("mx-north-1", "aws"),
        ("cn-east-1", "aws-cn"),
        ("eusc-de-west-2", "aws-eusc"),
        ("eusc-fr-west-2", "aws"),
        ("us-iso-central-7", "aws-iso"),
        ("us-isob-central-7", "aws-iso-b"),
        ("eu-isoe-south-1", "aws-iso-e"),
        ("us-isof-north-1", "aws-iso-f"),
        ("us-gov-central-1", "aws-us-gov"),
        ("us-gov-central", "aws"),
        ("cn-east-", "aws"),
        ("aws-global", "aws"),
        ("aws-cn-global", "aws-cn"),
        ("aws-iso-b-global", "aws-iso-b"),
        ("garage", "aws"),
    ] {
        // A hyphen at the end is no host label, but the rules must hold for it.
        assert_eq!(partition::of_unknown_region(id).id, partition, "{id}");
    }
}

#[test]
fn a_region_that_is_not_known_is_taken_as_it_is() {
    for (text, id) in [
        ("eu_west_99", "eu-west-99"),
        ("MyRegion", "MyRegion"),
        ("1", "1"),
    ] {
        let region = Region::new(text).unwrap();
        assert!(matches!(region, Region::Custom(_)));
        assert_eq!(region.as_str(), id);
        assert_eq!(region.long_name(), id);
        assert_eq!(region.to_string(), id);
        assert_eq!(format!("{region:?}"), format!("Custom({id:?})"));
        let json = serde_json::to_string(&region).unwrap();
        assert_eq!(serde_json::from_str::<Region>(&json).unwrap(), region);
    }
    let longest = "a".repeat(63);
    assert_eq!(Region::new(&longest).unwrap().as_str(), longest);
}

#[test]
fn what_cannot_be_a_host_label_is_refused_from_every_source() {
    let too_long = "a".repeat(64);
    let overlong = "a".repeat(300);
    for text in [
        "",
        " ",
        "eu-west-1 ",
        "-eu",
        "eu-",
        "_eu",
        "eu.west",
        "eu-west-1.evil.example/",
        "eu\0west",
        "ü",
        "a@b",
        "a:1",
        "{region}",
        &too_long,
        &overlong,
    ] {
        assert!(Region::new(text).is_err(), "{text:?}");
        assert!(text.parse::<Region>().is_err());
        assert!(Region::try_from(text).is_err());
        assert!(Region::try_from(text.to_owned()).is_err());
        let json = serde_json::to_string(text).unwrap();
        assert!(serde_json::from_str::<Region>(&json).is_err());
        let theirs = aws_types::region::Region::new(text.to_owned());
        assert!(Region::try_from(&theirs).is_err());
    }
}

#[test]
fn the_error_says_what_was_given_and_what_to_write() {
    let error = Region::new("eu west 1").unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"eu west 1\" cannot name a region: it takes 1 to 63 ASCII letters, digits and inner \
         hyphens, for example `eu-west-1`",
    );
}

#[test]
fn the_official_sdk_gets_the_same_region_and_gives_it_back() {
    for region in [Region::EuWest1, Region::new("garage").unwrap()] {
        let theirs = aws_types::region::Region::from(region);
        assert_eq!(theirs.as_ref(), region.as_str());
        assert_eq!(Region::try_from(&theirs), Ok(region));
    }
}

#[test]
fn display_obeys_the_width() {
    assert_eq!(
        format!("{:>12}|{:<12}|", Region::EuWest1, Region::EuWest1),
        "   eu-west-1|eu-west-1   |"
    );
}

#[test]
fn a_slip_of_the_pen() {
    let meant = |id: &str| Region::new(id).unwrap().meant();
    assert_eq!(meant("eu-wst-1"), Some(Region::EuWest1));
    assert_eq!(meant("us-eats-2"), Some(Region::UsEast2));
    assert_eq!(meant("garage"), None);
    assert_eq!(meant("eu-west-1"), None);
}
