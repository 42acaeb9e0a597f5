//! `partitions.json`, said in the catalog's format.

use aws_operation_catalog::{Partition, PartitionRegion};
use serde_json::Value;

use super::fields::Fields;

/// Reads the partitions, in the file's order.
pub(crate) fn convert(file: &Value) -> Result<Vec<Partition<'_>>, String> {
    let mut file = Fields::new(file, "partitions.json")?;
    let list = file.needed("partitions")?.as_array().into_iter().flatten();
    let partitions = list.map(partition).collect::<Result<Vec<_>, _>>()?;
    file.finish()?;
    Ok(partitions)
}

fn partition(value: &Value) -> Result<Partition<'_>, String> {
    let mut fields = Fields::new(value, "partitions.json")?;
    let id = fields.needed_text("id")?;
    let mut outputs = Fields::new(fields.needed("outputs")?, id)?;
    let mut regions = Vec::new();
    for (name, value) in fields.object("regions")?.into_iter().flatten() {
        let mut region = Fields::new(value, name)?;
        // `aws-global`, `aws-iso-b-global`: no region has a name that begins with its partition's.
        let global = *name == format!("{id}-global");
        regions.push(PartitionRegion {
            name,
            description: region.needed_text("description")?,
            global,
        });
        region.finish()?;
    }
    let partition = Partition {
        id,
        dns_suffix: outputs.needed_text("dnsSuffix")?,
        dual_stack_dns_suffix: outputs.needed_text("dualStackDnsSuffix")?,
        implicit_global_region: outputs.needed_text("implicitGlobalRegion")?,
        supports_dual_stack: outputs.flag("supportsDualStack")?,
        supports_fips: outputs.flag("supportsFIPS")?,
        region_regex: fields.needed_text("regionRegex")?,
        regions,
    };
    if outputs.needed_text("name")? != id {
        return Err(format!("partition {id}: has another name"));
    }
    outputs.finish()?;
    fields.finish()?;
    Ok(partition)
}
