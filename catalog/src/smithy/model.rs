//! The shapes of a file, with what mixins and `apply` statements add to them.

use std::collections::{BTreeMap, BTreeSet};

use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;

use super::definition::{Definition, is_identifier, targets, trait_values};
use super::json::{self, Fault};

/// A file.
pub(super) struct Model<'j> {
    shapes: BTreeMap<&'j str, Written<'j>>,
    /// What `apply` statements add, by the id of the shape or member.
    applied: BTreeMap<&'j str, Vec<&'j Value<'j>>>,
}

/// A shape as it is written.
#[derive(Clone, Copy)]
struct Written<'j> {
    id: &'j str,
    at: usize,
    kind: &'j str,
    object: &'j Object<'j>,
}

impl<'j> Model<'j> {
    /// Finds the shapes of a file.
    pub(super) fn of(root: &'j Value<'j>) -> Result<Self, Fault> {
        let file = json::object(root, "a Smithy model")?;
        let Some(version) = json::get(file, "smithy") else {
            let message = "this is not a Smithy model: there is no `\"smithy\": \"2.0\"`";
            return Err(Fault::new(file.start(), message));
        };
        let number = json::string(version, "`smithy`")?;
        if !matches!(number, "1" | "1.0" | "2" | "2.0") {
            let message = format!("the version of Smithy is `1.0` or `2.0`, not `{number}`");
            return Err(Fault::new(version.start(), message));
        }
        let mut model = Self {
            shapes: BTreeMap::new(),
            applied: BTreeMap::new(),
        };
        for entry in json::entries(json::get(file, "shapes"), "`shapes`")? {
            model.add(entry)?;
        }
        Ok(model)
    }

    fn add(&mut self, entry: &'j ObjectProp<'j>) -> Result<(), Fault> {
        let (id, at) = json::key(entry);
        let what = format!("the shape `{id}`");
        let object = json::object(&entry.value, &what)?;
        let Some(kind) = json::get(object, "type") else {
            return Err(Fault::new(at, format!("{what} needs `type`")));
        };
        let kind = json::string(kind, "`type`")?;
        if kind == "apply" {
            let traits = json::get(object, "traits");
            self.applied.entry(id).or_default().extend(traits);
            return Ok(());
        }
        if !id.split_once('#').is_some_and(|(namespace, name)| {
            namespace.split('.').all(is_identifier) && is_identifier(name)
        }) {
            let message = format!("a shape is called `namespace#Name`, not `{id}`");
            return Err(Fault::new(at, message));
        }
        let written = Written {
            id,
            at,
            kind,
            object,
        };
        match self.shapes.insert(id, written) {
            None => Ok(()),
            Some(_) => Err(Fault::new(at, format!("{what} is there twice"))),
        }
    }

    /// The ids of all shapes of a kind, sorted.
    pub(super) fn of_kind(&self, kind: &str) -> impl Iterator<Item = &'j str> {
        self.shapes
            .values()
            .filter(move |written| written.kind == kind)
            .map(|written| written.id)
    }

    /// Whether the file has a shape.
    pub(super) fn has(&self, id: &str) -> bool {
        self.shapes.contains_key(id)
    }

    /// The shape of this id, if the file has it.
    pub(super) fn shape(&self, id: &str) -> Result<Option<Definition<'j>>, Fault> {
        match self.shapes.get(id) {
            Some(written) => self.define(*written, &mut BTreeSet::new()).map(Some),
            None => Ok(None),
        }
    }

    /// Puts a shape together. `around` are the shapes that this one is a mixin of.
    fn define(
        &self,
        written: Written<'j>,
        around: &mut BTreeSet<&'j str>,
    ) -> Result<Definition<'j>, Fault> {
        let Written {
            id,
            at,
            kind,
            object,
        } = written;
        if !around.insert(id) {
            return Err(Fault::new(at, format!("`{id}` is a mixin of itself")));
        }
        let mut shape = Definition::new(id, at, kind, object);
        for mixin in targets(json::get(object, "mixins"), "`mixins`")? {
            let Some(written) = self.shapes.get(mixin.id) else {
                let message = format!(
                    "`{id}` has a mixin `{}`, which is not in the file",
                    mixin.id
                );
                return Err(Fault::new(mixin.at, message));
            };
            shape.mix_in(self.define(*written, around)?)?;
        }
        around.remove(id);
        shape.add_traits(json::get(object, "traits"))?;
        for entry in json::entries(json::get(object, "members"), "`members`")? {
            shape.add_member(entry)?;
        }
        for name in ["member", "key", "value"] {
            if let Some(entry) = object.get(name) {
                shape.add_member(entry)?;
            }
        }
        self.apply(&mut shape)?;
        Ok(shape)
    }

    fn apply(&self, shape: &mut Definition<'j>) -> Result<(), Fault> {
        for traits in self.applied.get(shape.id).into_iter().flatten() {
            shape.add_traits(Some(traits))?;
        }
        for member in &mut shape.members {
            let id = format!("{}${}", shape.id, member.name);
            for traits in self.applied.get(id.as_str()).into_iter().flatten() {
                member.traits.extend(trait_values(Some(traits))?);
            }
        }
        Ok(())
    }
}
