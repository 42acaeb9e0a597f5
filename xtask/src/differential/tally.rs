//! What came of all cases.

use std::collections::{BTreeMap, BTreeSet};

use super::explained::{self, EXPLAINED};
use crate::command::Result;

/// One request, or one answer.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) protocol: String,
    pub(super) service: String,
    pub(super) operation: String,
    pub(super) is_request: bool,
}

#[derive(Default)]
pub(super) struct Tally {
    operations: BTreeSet<(String, String)>,
    /// Requests and answers by protocol, and how many of them agree.
    protocols: BTreeMap<String, [usize; 4]>,
    /// How many faults each explanation is for, in its order.
    explained: BTreeMap<usize, usize>,
    unexplained: usize,
}

impl Tally {
    /// Counts a case with what is wrong with it, and prints what is not explained.
    pub(super) fn add(&mut self, case: Case, faults: &[&str]) {
        let counts = self.protocols.entry(case.protocol.clone()).or_default();
        let at = if case.is_request { 0 } else { 2 };
        counts[at] += 1;
        if faults.is_empty() {
            counts[at + 1] += 1;
        }
        for fault in faults {
            if let Some(class) = explained::find(&case, fault) {
                *self.explained.entry(class).or_default() += 1;
                continue;
            }
            let kind = if case.is_request { "request" } else { "answer" };
            let (service, operation) = (&case.service, &case.operation);
            // Bodies are long.
            println!("unexplained: {service}:{operation}, {kind}: {fault:.1000}");
            self.unexplained += 1;
        }
        self.operations.insert((case.service, case.operation));
    }

    /// Prints the account.
    ///
    /// # Errors
    ///
    /// When something is not explained.
    pub(super) fn end(self) -> Result<()> {
        let services: BTreeSet<_> = self.operations.iter().map(|(service, _)| service).collect();
        println!(
            "compared: {} operations of {} services",
            self.operations.len(),
            services.len()
        );
        println!(
            "{:<12} {:>22} {:>22}",
            "", "requests, the same", "answers, the same"
        );
        for (protocol, [requests, same_requests, answers, same_answers]) in &self.protocols {
            println!(
                "{protocol:<12} {requests:>10} {same_requests:>11} {answers:>10} {same_answers:>11}"
            );
        }
        for (class, count) in &self.explained {
            let class = &EXPLAINED[*class];
            println!("explained: {count} × {}: {}", class.what, class.why);
        }
        match self.unexplained {
            0 => Ok(()),
            count => Err(format!("{count} deviations are not explained").into()),
        }
    }
}
