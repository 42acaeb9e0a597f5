//! A shape with all that belongs to it.

use std::collections::BTreeMap;

use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;

use super::json::{self, Fault};

/// The traits of a shape or member, by their ids.
pub(super) type TraitValues<'j> = BTreeMap<&'j str, &'j Value<'j>>;

/// A shape with all that belongs to it.
#[derive(Clone)]
pub(super) struct Definition<'j> {
    /// `example.weather#Report`
    pub(super) id: &'j str,
    /// Where it stands.
    pub(super) at: usize,
    /// `structure`
    pub(super) kind: &'j str,
    /// Its own traits, and those of its mixins.
    pub(super) traits: TraitValues<'j>,
    /// Its own members, and before them those of its mixins; `member`, `key` and `value` are some, too.
    pub(super) members: Vec<MemberDefinition<'j>>,
    /// What it says beyond that, and what its mixins say.
    properties: Vec<&'j Object<'j>>,
}

/// A member of a shape.
#[derive(Clone)]
pub(super) struct MemberDefinition<'j> {
    pub(super) name: &'j str,
    pub(super) at: usize,
    /// The id of the shape that its values have.
    pub(super) target: Target<'j>,
    pub(super) traits: TraitValues<'j>,
}

/// The id of a shape, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Target<'j> {
    pub(super) id: &'j str,
    pub(super) at: usize,
}

impl<'j> Definition<'j> {
    /// A shape of which nothing is known yet but what it is.
    pub(super) fn new(id: &'j str, at: usize, kind: &'j str, object: &'j Object<'j>) -> Self {
        Self {
            id,
            at,
            kind,
            traits: BTreeMap::new(),
            members: Vec::new(),
            properties: vec![object],
        }
    }

    /// The name without namespace.
    pub(super) fn name(&self) -> &'j str {
        name(self.id)
    }

    /// What a shape says under a key, or one of its mixins.
    pub(super) fn property(&self, key: &str) -> Option<&'j Value<'j>> {
        self.properties
            .iter()
            .find_map(|object| json::get(object, key))
    }

    /// The one shape that it names under a key, `{"target": "…"}`.
    pub(super) fn target(&self, key: &str) -> Result<Option<Target<'j>>, Fault> {
        let what = format!("`{key}`");
        self.property(key)
            .map(|value| target(value, &what))
            .transpose()
    }

    /// All shapes that it and its mixins name under a key.
    pub(super) fn targets(&self, key: &str) -> Result<Vec<Target<'j>>, Fault> {
        let what = format!("`{key}`");
        let mut all = Vec::new();
        for object in &self.properties {
            all.extend(targets(json::get(object, key), &what)?);
        }
        Ok(all)
    }

    /// Takes over what a mixin has, but for what it keeps to itself
    /// (<https://smithy.io/2.0/spec/mixins.html>).
    pub(super) fn mix_in(&mut self, mixin: Definition<'j>) -> Result<(), Fault> {
        let mut local = vec!["smithy.api#mixin"];
        if let Some(value) = mixin.traits.get("smithy.api#mixin") {
            let value = json::object(value, "`smithy.api#mixin`")?;
            for id in json::elements(json::get(value, "localTraits"), "`localTraits`")? {
                local.push(json::string(id, "a trait's id")?);
            }
        }
        let inherited = mixin.traits.into_iter();
        self.traits
            .extend(inherited.filter(|(id, _)| !local.contains(id)));
        for member in mixin.members {
            self.put(member);
        }
        self.properties.extend(mixin.properties);
        Ok(())
    }

    pub(super) fn add_traits(&mut self, value: Option<&'j Value<'j>>) -> Result<(), Fault> {
        self.traits.extend(trait_values(value)?);
        Ok(())
    }

    pub(super) fn add_member(&mut self, entry: &'j ObjectProp<'j>) -> Result<(), Fault> {
        let (name, at) = json::key(entry);
        if !is_identifier(name) {
            let message = format!("`{}` has a member `{name}`, which is no name", self.id);
            return Err(Fault::new(at, message));
        }
        let what = format!("the member `{name}` of `{}`", self.id);
        let object = json::object(&entry.value, &what)?;
        self.put(MemberDefinition {
            name,
            at,
            target: target(&entry.value, &what)?,
            traits: trait_values(json::get(object, "traits"))?.collect(),
        });
        Ok(())
    }

    /// Adds a member. One that a mixin has already gets what is said of it here.
    fn put(&mut self, member: MemberDefinition<'j>) {
        match self
            .members
            .iter_mut()
            .find(|found| found.name == member.name)
        {
            Some(found) => {
                found.at = member.at;
                found.target = member.target;
                found.traits.extend(member.traits);
            }
            None => self.members.push(member),
        }
    }
}

/// `{"target": "example#Shape"}`
fn target<'j>(value: &'j Value<'j>, what: &str) -> Result<Target<'j>, Fault> {
    let object = json::object(value, what)?;
    let id = json::needed(object, "target", what)?;
    Ok(Target {
        id: json::string(id, "`target`")?,
        at: id.start(),
    })
}

pub(super) fn targets<'j>(
    value: Option<&'j Value<'j>>,
    what: &str,
) -> Result<Vec<Target<'j>>, Fault> {
    json::elements(value, what)?
        .iter()
        .map(|value| target(value, what))
        .collect()
}

pub(super) fn trait_values<'j>(
    value: Option<&'j Value<'j>>,
) -> Result<impl Iterator<Item = (&'j str, &'j Value<'j>)>, Fault> {
    let entries = json::entries(value, "`traits`")?;
    Ok(entries
        .iter()
        .map(|entry| (entry.name.as_str(), &entry.value)))
}

/// The name in a shape's id.
pub(super) fn name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

/// Whether Smithy takes this for a name (<https://smithy.io/2.0/spec/model.html#shape-id>).
pub(super) fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
