//! What a service consists of: its operations, and the shapes that they reach, each with a name.

use std::collections::{BTreeMap, BTreeSet};

use jsonc_parser::common::Ranged;

use super::definition::{Definition, Target, is_identifier, name};
use super::json::{self, Fault};
use super::model::Model;
use super::prelude;

/// The operations and shapes of a service.
pub(super) struct Closure<'j> {
    pub(super) operations: Vec<Operation<'j>>,
    /// The shapes that the file has, without operations.
    pub(super) shapes: Vec<Definition<'j>>,
    /// The prelude's shapes that are used.
    pub(super) prelude: BTreeSet<&'j str>,
    /// The shapes that are whole inputs, outputs and errors.
    pub(super) whole: BTreeSet<&'j str>,
    names: BTreeMap<&'j str, String>,
}

/// An operation, and the shapes that it names.
pub(super) struct Operation<'j> {
    pub(super) definition: Definition<'j>,
    pub(super) input: Option<&'j str>,
    pub(super) output: Option<&'j str>,
    pub(super) errors: Vec<&'j str>,
}

impl<'j> Closure<'j> {
    /// Follows a service.
    pub(super) fn of(model: &Model<'j>, service: &Definition<'j>) -> Result<Self, Fault> {
        let mut closure = Self {
            operations: Vec::new(),
            shapes: Vec::new(),
            prelude: BTreeSet::new(),
            whole: BTreeSet::new(),
            names: BTreeMap::new(),
        };
        let common_errors = service.targets("errors")?;
        let mut open = Vec::new();
        for target in operations(model, service)? {
            let operation = expect(model, target, "operation", service)?;
            let operation = closure.operation(model, operation, &common_errors, &mut open)?;
            closure.operations.push(operation);
        }
        closure.follow(model, open)?;
        closure.shapes.sort_by_key(|shape| shape.id);
        closure.name(service)?;
        Ok(closure)
    }

    /// The name of a shape within the service.
    pub(super) fn name_of<'a>(&'a self, id: &'a str) -> &'a str {
        self.names.get(id).map_or_else(|| name(id), String::as_str)
    }

    fn operation(
        &mut self,
        model: &Model<'j>,
        definition: Definition<'j>,
        common_errors: &[Target<'j>],
        open: &mut Vec<Definition<'j>>,
    ) -> Result<Operation<'j>, Fault> {
        let mut whole = |target: Target<'j>| {
            if target.id == prelude::UNIT {
                return Ok(None);
            }
            open.push(expect(model, target, "structure", &definition)?);
            Ok::<_, Fault>(Some(target.id))
        };
        let mut one = |key| match definition.target(key)? {
            Some(target) => whole(target),
            None => Ok(None),
        };
        let (input, output) = (one("input")?, one("output")?);
        let mut errors = Vec::new();
        for target in definition.targets("errors")?.iter().chain(common_errors) {
            if !errors.contains(&target.id) {
                errors.extend(whole(*target)?);
            }
        }
        self.whole
            .extend(errors.iter().chain(&input).chain(&output));
        Ok(Operation {
            definition,
            input,
            output,
            errors,
        })
    }

    /// Collects shapes and all that their members reach.
    fn follow(&mut self, model: &Model<'j>, mut open: Vec<Definition<'j>>) -> Result<(), Fault> {
        let mut seen: BTreeSet<&str> = open.iter().map(|shape| shape.id).collect();
        open.sort_by_key(|shape| shape.id);
        open.dedup_by_key(|shape| shape.id);
        while let Some(shape) = open.pop() {
            // What an enum's members target says nothing.
            let members = match shape.kind {
                "enum" | "intEnum" => &[],
                _ => shape.members.as_slice(),
            };
            for member in members {
                let Target { id, at } = member.target;
                if model.has(id) {
                    if seen.insert(id) {
                        open.extend(model.shape(id)?);
                    }
                    continue;
                }
                let (kind, owner, name) = (shape.kind, shape.name(), member.name);
                let place =
                    format!("the {kind} `{owner}` has a member `{name}` whose target `{id}`");
                match prelude::kind(id) {
                    Some("bigDecimal" | "bigInteger") => {
                        return Err(Fault::new(at, format!("{place} is not supported")));
                    }
                    Some(_) => {
                        self.prelude.insert(id);
                    }
                    None => return Err(Fault::new(at, format!("{place} is not in the file"))),
                }
            }
            self.shapes.push(shape);
        }
        Ok(())
    }

    /// Names every shape, none like another: as the service's `rename` says, else as in its id.
    fn name(&mut self, service: &Definition<'j>) -> Result<(), Fault> {
        for entry in json::entries(service.property("rename"), "`rename`")? {
            let name = json::string(&entry.value, "`rename`")?;
            if !is_identifier(name) {
                let message = format!("`{name}` in `rename` is no name");
                return Err(Fault::new(entry.value.start(), message));
            }
            self.names.insert(entry.name.as_str(), name.to_owned());
        }
        let mut taken: BTreeMap<String, &'j str> = BTreeMap::new();
        for shape in &self.shapes {
            let mut name = self.name_of(shape.id).to_owned();
            if let Some(other) = taken.get(&name) {
                if has_own_type(shape.kind) {
                    let message = format!(
                        "`{}` and `{other}` have the same name; give one another with `rename` in the service",
                        shape.id
                    );
                    return Err(Fault::new(shape.at, message));
                }
                // Smithy allows it of simple shapes, whose names nobody sees.
                name = shape.id.replace('#', ".");
            }
            taken.insert(name.clone(), shape.id);
            self.names.insert(shape.id, name);
        }
        for id in &self.prelude {
            let name = match *id {
                prelude::UNIT if !taken.contains_key("Unit") => "Unit".to_owned(),
                id => id.replace('#', "."),
            };
            self.names.insert(id, name);
        }
        Ok(())
    }
}

/// Whether a type is made for shapes of this kind.
fn has_own_type(kind: &str) -> bool {
    matches!(kind, "enum" | "structure" | "union")
}

/// The operations of a service and of its resources, in the order of their names.
fn operations<'j>(
    model: &Model<'j>,
    service: &Definition<'j>,
) -> Result<impl Iterator<Item = Target<'j>>, Fault> {
    let mut found: BTreeMap<&str, Target<'j>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![service.clone()];
    while let Some(owner) = open.pop() {
        if !seen.insert(owner.id) {
            continue;
        }
        for key in ["operations", "collectionOperations"] {
            for target in owner.targets(key)? {
                found.entry(target.id).or_insert(target);
            }
        }
        if owner.kind == "resource" {
            for key in ["create", "put", "read", "update", "delete", "list"] {
                if let Some(target) = owner.target(key)? {
                    found.entry(target.id).or_insert(target);
                }
            }
        }
        for target in owner.targets("resources")? {
            open.push(expect(model, target, "resource", &owner)?);
        }
    }
    Ok(found.into_values())
}

/// The shape that another names, which has to be of a kind.
fn expect<'j>(
    model: &Model<'j>,
    target: Target<'j>,
    kind: &str,
    owner: &Definition<'j>,
) -> Result<Definition<'j>, Fault> {
    let Target { id, at } = target;
    let place = format!("the {} `{}` names `{id}`", owner.kind, owner.name());
    match model.shape(id)? {
        Some(shape) if shape.kind == kind => Ok(shape),
        Some(shape) => {
            let message = format!(
                "{place}, which is of the kind `{}`, not `{kind}`",
                shape.kind
            );
            Err(Fault::new(at, message))
        }
        None => Err(Fault::new(at, format!("{place}, which is not in the file"))),
    }
}
