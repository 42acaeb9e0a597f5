//! What can be said of every committed file without botocore's models at hand.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use aws_operation_catalog::{
    Expression, Rule, RuleSet, Service, Then, partitions, rule_set, service, service_names,
    services,
};

#[test]
fn every_file_is_read_and_written_back_byte_for_byte() {
    let (mut services, mut operations) = (0, 0);
    for name in service_names() {
        let service = service(name).expect("a listed name");
        if service.name != name {
            assert_eq!(service.sdk_name, name);
            continue;
        }
        services += 1;
        let checked =
            Service::parse(service.text()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut written = (*checked).to_string();
        for name in checked.operation_names() {
            operations += 1;
            written.push('\n');
            written.push_str(&checked.operation(name).expect("a listed name").to_string());
        }
        for name in checked.shape_names() {
            written.push('\n');
            written.push_str(&checked.shape(name).expect("a listed name").to_string());
        }
        assert!(
            written == service.text(),
            "{name}: what is read is not what is written"
        );
    }
    assert_eq!((services, operations), (439, 19_796));
}

#[test]
fn every_rule_set_is_read_and_written_back_byte_for_byte() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("endpoints");
    let mut files = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).expect("text");
        let set =
            RuleSet::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(
            set.to_string() == text,
            "{}: what is read is not what is written",
            path.display()
        );
        files.insert(
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned(),
        );
    }
    let mut used = BTreeSet::new();
    for service in services() {
        let name = service.name;
        let rules = service.endpoint_rules.expect("every service has rules");
        let set = rule_set(rules.name).expect("the rules are there");
        if set.rules.iter().any(names_host) {
            assert!(
                rules.host.is_some(),
                "{name}: nothing to put in the place of `{{host}}`"
            );
        }
        used.insert(rules.name.to_owned());
    }
    assert_eq!(
        files, used,
        "each file is used, and each that is used is there"
    );
    assert!(rule_set("nothing").is_none());
}

fn names_host(rule: &Rule<'_>) -> bool {
    match &rule.then {
        Then::Endpoint {
            url: Expression::Template(url),
            ..
        } => url.contains("{host}"),
        Then::Rules(rules) => rules.iter().any(names_host),
        Then::Endpoint { .. } | Then::Error(_) => false,
    }
}

#[test]
fn partitions_are_read_and_written_back() {
    let regions = partitions().iter().flat_map(|partition| {
        let real = partition.regions.iter().filter(|region| !region.global);
        real.map(|region| (partition.id, region.name))
    });
    assert_eq!((partitions().len(), regions.count()), (8, 48));
    let text: Vec<String> = partitions().iter().map(ToString::to_string).collect();
    assert!(
        text.join("\n") == include_str!("../partitions.txt"),
        "what is read is not what is written"
    );
}

#[test]
fn both_names_of_a_service_lead_to_it() {
    for (aws, sdk) in [
        ("events", "eventbridge"),
        ("stepfunctions", "sfn"),
        ("config", "config"),
        ("ds", "directory"),
    ] {
        let found = service(aws).expect(aws);
        assert_eq!((found.name, found.sdk_name), (aws, sdk));
        assert_eq!(service(sdk).expect(sdk).name, aws);
    }
    assert!(service("sqss").is_none());
    let different: BTreeSet<_> = services()
        .map(|found| (found.name, found.sdk_name))
        .filter(|(aws, sdk)| aws.replace('-', "") != *sdk)
        .collect();
    assert_eq!(different.len(), 23, "{different:?}");
}
