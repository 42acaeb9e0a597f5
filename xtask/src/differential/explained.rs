//! Where we deviate from botocore on purpose, and why.

use super::tally::Case;

/// Deviations with one reason.
pub(super) struct Class {
    pub(super) what: &'static str,
    pub(super) why: &'static str,
    /// Whether a fault is of this class.
    holds: fn(&Case, &str) -> bool,
}

/// The class of a fault, as an index into `EXPLAINED`.
pub(super) fn find(case: &Case, fault: &str) -> Option<usize> {
    EXPLAINED
        .iter()
        .position(|class| (class.holds)(case, fault))
}

pub(super) static EXPLAINED: &[Class] = &[
    Class {
        what: "the charset of a form",
        why: "awsQuery and ec2Query say `application/x-www-form-urlencoded`, as the official cases \
              do (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html); botocore adds \
              `; charset=utf-8`",
        holds: |case, fault| {
            matches!(&*case.protocol, "awsQuery" | "ec2Query")
                && fault
                    == "Content-Type: sent `application/x-www-form-urlencoded`, expected \
                        `application/x-www-form-urlencoded; charset=utf-8`"
        },
    },
    Class {
        what: "the name of an empty flattened list",
        why: "an entry is called what its list's member is (`Attribute`), so an empty list is, too \
              (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#collections); botocore \
              takes the member's own name, `Attributes`, for empty ones only",
        holds: |case, fault| {
            case.protocol == "awsQuery"
                && case.service == "sdb"
                && fault.starts_with("body: ")
                && fault
                    .replace(".Attributes=", ".Attribute=")
                    .replace("&Attributes=", "&Attribute=")
                    .split_once("`, expected `")
                    .is_some_and(|(sent, expected)| {
                        let form = |text: &str| {
                            let mut pairs: Vec<_> = text
                                .split('&')
                                .map(|pair| pair.replace('+', "%20"))
                                .collect();
                            pairs.sort_unstable();
                            pairs
                        };
                        let sent = sent.trim_start_matches("body: sent `");
                        form(sent) == form(expected.trim_end_matches('`'))
                    })
        },
    },
    Class {
        what: "a search sent as a form",
        why: "the model says GET (https://smithy.io/2.0/spec/http-bindings.html#http-trait), and \
              the official Rust SDK sends it; botocore makes it a POST, for which the service has \
              room for longer queries",
        holds: |case, _| {
            case.is_request && case.service == "cloudsearchdomain" && case.operation == "Search"
        },
    },
    Class {
        what: "the version of the API in a header",
        why: "botocore adds it to requests for endpoints; no model and no other SDK of AWS's does",
        holds: |case, fault| {
            case.operation == "DescribeEndpoints"
                && fault.starts_with("x-amz-api-version: sent `(absent)`")
        },
    },
    Class {
        what: "a list whose shape has a name",
        why: "an `xmlName` on a list says nothing of the members that have the list \
              (https://smithy.io/2.0/spec/protocol-traits.html#xmlname-trait), and the official \
              Rust SDK reads `LogDeliveryConfigurations`; botocore takes the list's name",
        holds: |case, fault| {
            case.service == "elasticache"
                && !case.is_request
                && fault.contains("PendingModifiedValues.LogDeliveryConfigurations: read None")
        },
    },
];
