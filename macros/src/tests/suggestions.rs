//! How often a misspelt member is understood: every way to mistype one letter of every member of the
//! inputs of 50 services.

use std::collections::BTreeSet;

use aws_operation_catalog as catalog;

use crate::names;
use crate::suggest::nearest;

/// One service of each kind of names, AWS's most used among them.
const SERVICES: [&str; 50] = [
    "accessanalyzer",
    "acm",
    "apigateway",
    "appconfig",
    "athena",
    "autoscaling",
    "backup",
    "batch",
    "bedrock",
    "cloudformation",
    "cloudfront",
    "cloudtrail",
    "cloudwatch",
    "codebuild",
    "cognito-idp",
    "config",
    "dynamodb",
    "ec2",
    "ecr",
    "ecs",
    "efs",
    "eks",
    "elasticache",
    "elbv2",
    "emr",
    "events",
    "firehose",
    "glue",
    "guardduty",
    "iam",
    "iot",
    "kinesis",
    "kms",
    "lambda",
    "logs",
    "mq",
    "opensearch",
    "organizations",
    "polly",
    "rds",
    "redshift",
    "route53",
    "s3",
    "sagemaker",
    "secretsmanager",
    "ses",
    "sns",
    "sqs",
    "ssm",
    "sts",
];

/// The names of the fields for each input.
fn inputs(service: &str) -> BTreeSet<Vec<String>> {
    let service = catalog::service(service).expect("a service of AWS");
    let operations = service.operation_names();
    let operations = operations.filter_map(|name| service.operation(name));
    let inputs = operations.filter_map(|operation| service.shape(operation.input?));
    inputs
        .map(|input| {
            let members = input.kind.members();
            members
                .map(|member| names::snake_case(member.name))
                .collect()
        })
        .collect()
}

/// A letter left out, doubled, replaced by another, or swapped with the next: at every place.
fn typos(name: &str) -> BTreeSet<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut typos = BTreeSet::new();
    for at in 0..letters.len() {
        let mut edit = |change: &dyn Fn(&mut Vec<char>)| {
            let mut letters = letters.clone();
            change(&mut letters);
            typos.insert(letters.into_iter().collect::<String>());
        };
        edit(&|letters| {
            letters.remove(at);
        });
        edit(&|letters| letters.insert(at, letters[at]));
        edit(&|letters| letters[at] = if letters[at] == 'e' { 'a' } else { 'e' });
        if at + 1 < letters.len() {
            edit(&|letters| letters.swap(at, at + 1));
        }
    }
    typos.remove("");
    typos
}

#[test]
fn the_right_member_is_suggested() {
    let (mut all, mut right) = (0_u32, 0_u32);
    for inputs in SERVICES.map(inputs) {
        // A name that many inputs have is tried in the first of them.
        let mut tried = BTreeSet::new();
        for fields in inputs {
            for field in fields.iter().filter(|field| tried.insert((*field).clone())) {
                for typo in typos(field) {
                    if fields.contains(&typo) {
                        continue;
                    }
                    all += 1;
                    let suggested = nearest(&typo, fields.iter().map(String::as_str));
                    right += u32::from(suggested == Some(field));
                }
            }
        }
    }
    let rate = f64::from(right) / f64::from(all);
    println!("{right} of {all} one-letter typos: {:.2} %", 100.0 * rate);
    assert!(rate >= 0.95, "{right} of {all}");
}
