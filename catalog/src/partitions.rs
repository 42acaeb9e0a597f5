//! AWS's partitions and their regions, as `partitions.txt` has them.
//!
//! ```text
//! partition aws-cn
//!   dnsSuffix: amazonaws.com.cn
//!   dualStackDnsSuffix: api.amazonwebservices.com.cn
//!   implicitGlobalRegion: cn-northwest-1
//!   supportsDualStack: true
//!   supportsFips: true
//!   regionRegex: "^cn\-\w+\-\d+$"
//!   global: aws-cn-global "aws-cn global region"
//!   region: cn-north-1 "China (Beijing)"
//! ```

use std::fmt;
use std::sync::OnceLock;

use crate::Error;
use crate::index;
use crate::line::{Line, parse_bool};
use crate::print::{Quoted, Word};

/// A partition: regions that share accounts, names and a DNS suffix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Partition<'t> {
    /// The id, second part of every ARN: `aws`, `aws-cn`.
    pub id: &'t str,
    /// The end of host names, `amazonaws.com`.
    pub dns_suffix: &'t str,
    /// The end of host names that have IPv4 and IPv6, `api.aws`.
    pub dual_stack_dns_suffix: &'t str,
    /// Where its global services are signed for, unless their rules say otherwise.
    pub implicit_global_region: &'t str,
    /// It has hosts with IPv4 and IPv6.
    pub supports_dual_stack: bool,
    /// It has hosts with FIPS 140 cryptography.
    pub supports_fips: bool,
    /// Matches the names of regions, those that are not listed yet, too.
    pub region_regex: &'t str,
    /// The regions, sorted by name.
    pub regions: Vec<PartitionRegion<'t>>,
}

/// A region of a partition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartitionRegion<'t> {
    /// The name, `eu-west-1`.
    pub name: &'t str,
    /// The name in prose, `Europe (Ireland)`.
    pub description: &'t str,
    /// Not a place: the name under which global services once went, `aws-global`.
    pub global: bool,
}

/// Every partition, the commercial one first.
#[expect(clippy::missing_panics_doc, reason = "a test reads the file")]
pub fn partitions() -> &'static [Partition<'static>] {
    static CACHE: OnceLock<Vec<Partition<'static>>> = OnceLock::new();

    CACHE.get_or_init(|| {
        read(include_str!("../partitions.txt")).expect("BUG: the catalog's tests read the file")
    })
}

fn read(text: &str) -> Result<Vec<Partition<'_>>, Error> {
    let mut partitions = Vec::new();
    index::blocks(text, |from, to| {
        let mut partition = Partition::default();
        for (at, content) in index::content(&text[from..to]) {
            partition.set(content).map_err(|message| Error {
                line: index::line_number(text, from) + at,
                message,
            })?;
        }
        partitions.push(partition);
        Ok(())
    })?;
    Ok(partitions)
}

impl<'t> Partition<'t> {
    fn set(&mut self, text: &'t str) -> Result<(), String> {
        let mut line = Line::new(text);
        let key = line.word()?;
        if key == "partition" {
            self.id = line.word()?;
            return line.end();
        }
        line.expect(':')?;
        let value = line.term()?.text;
        match key {
            "dnsSuffix" => self.dns_suffix = value,
            "dualStackDnsSuffix" => self.dual_stack_dns_suffix = value,
            "global" | "region" => {
                let description = line.term()?.text;
                self.regions.push(PartitionRegion {
                    name: value,
                    description,
                    global: key == "global",
                });
            }
            "implicitGlobalRegion" => self.implicit_global_region = value,
            "regionRegex" => self.region_regex = value,
            "supportsDualStack" => self.supports_dual_stack = parse_bool(value)?,
            "supportsFips" => self.supports_fips = parse_bool(value)?,
            other => return Err(format!("unknown line `{other}` of a partition")),
        }
        line.end()
    }
}

impl fmt::Display for Partition<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "partition {}", self.id)?;
        writeln!(f, "  dnsSuffix: {}", Word(self.dns_suffix))?;
        writeln!(
            f,
            "  dualStackDnsSuffix: {}",
            Word(self.dual_stack_dns_suffix)
        )?;
        writeln!(
            f,
            "  implicitGlobalRegion: {}",
            Word(self.implicit_global_region)
        )?;
        writeln!(f, "  supportsDualStack: {}", self.supports_dual_stack)?;
        writeln!(f, "  supportsFips: {}", self.supports_fips)?;
        writeln!(f, "  regionRegex: {}", Quoted(self.region_regex))?;
        for region in &self.regions {
            let key = if region.global { "global" } else { "region" };
            writeln!(
                f,
                "  {key}: {} {}",
                Word(region.name),
                Quoted(region.description)
            )?;
        }
        Ok(())
    }
}
