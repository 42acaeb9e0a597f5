//! Which shapes the operations reach, in which direction, and which of them contain themselves.

use std::collections::{BTreeMap, BTreeSet};

use aws_operation_catalog::{Operation, Service, Shape, ShapeKind};

use super::selection::{Wanted, structure_in};
use super::stand_in::StandIn;

/// In which directions a shape travels.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Directions {
    /// An input reaches it.
    pub(crate) written: bool,
    /// An output or an error reaches it.
    pub(crate) read: bool,
}

impl Directions {
    /// Outputs and errors only.
    pub(crate) const READ: Self = Self {
        written: false,
        read: true,
    };
    /// Inputs only.
    pub(crate) const WRITTEN: Self = Self {
        written: true,
        read: false,
    };
}

/// The shapes that need a type of their own: enums, structures and unions.
#[derive(Default)]
pub(crate) struct Reached {
    /// By name, those that can be inside of an input, an answer or an error.
    pub(crate) inside: BTreeMap<&'static str, Directions>,
    /// The user's own types for whole answers.
    answers: BTreeSet<String>,
}

impl Reached {
    /// In which directions a type of the user's travels.
    pub(crate) fn of(&self, stand_in: &StandIn) -> Directions {
        let mut directions = self.inside.get(stand_in.shape.name).copied();
        let directions = directions.get_or_insert_default();
        directions.read |= self.answers.contains(&stand_in.ident.to_string());
        *directions
    }

    /// Adds all that can be inside of an input, and the answer and the errors with all that can
    /// be inside of them.
    pub(crate) fn add_operation(
        &mut self,
        service: &Service<'static>,
        operation: &Operation<'static>,
    ) {
        let input = operation.input.and_then(|input| service.shape(input));
        for member in input.iter().flat_map(|input| input.kind.members()) {
            self.add(service, member.target, Directions::WRITTEN, &|_| None);
        }
        for root in operation.output.iter().chain(&operation.errors) {
            self.add(service, root, Directions::READ, &|_| None);
        }
    }

    /// Adds a type of the user's for a whole answer, and all that it has room for.
    pub(crate) fn add_answer(
        &mut self,
        service: &Service<'static>,
        stand_in: &StandIn,
        follow: &dyn Fn(&'static str) -> Option<Vec<&'static str>>,
    ) {
        self.answers.insert(stand_in.ident.to_string());
        for target in stand_in.targets() {
            self.add(service, target, Directions::READ, follow);
        }
    }

    /// Adds what is wanted of an answer.
    pub(crate) fn add_wanted(
        &mut self,
        service: &Service<'static>,
        shape: &Shape<'static>,
        wanted: &Wanted,
        follow: &dyn Fn(&'static str) -> Option<Vec<&'static str>>,
    ) {
        let members: Vec<_> = shape.kind.members().collect();
        for member in &wanted.members {
            let target = members[member.index].target;
            match (&member.inner, structure_in(service, target)) {
                (Some(inner), Some(shape)) => self.add_wanted(service, shape, inner, follow),
                _ => self.add(service, target, Directions::READ, follow),
            }
        }
    }

    /// Adds `target` and all that it holds, except what is below a shape in `opaque`: there the
    /// user's own type says how far it goes.
    pub(crate) fn add(
        &mut self,
        service: &Service<'static>,
        target: &'static str,
        directions: Directions,
        follow: &dyn Fn(&'static str) -> Option<Vec<&'static str>>,
    ) {
        let mut waiting = vec![target];
        while let Some(name) = waiting.pop() {
            let Some(shape) = service.shape(name) else {
                continue;
            };
            let own_type = matches!(
                shape.kind,
                ShapeKind::Enum(_) | ShapeKind::Structure(_) | ShapeKind::Union(_)
            );
            if own_type {
                let known = self.inside.entry(shape.name).or_default();
                let before = *known;
                known.written |= directions.written;
                known.read |= directions.read;
                if *known == before {
                    continue;
                }
            }
            match follow(shape.name) {
                Some(targets) => waiting.extend(targets),
                None => waiting.extend(shape.kind.members().map(|member| member.target)),
            }
        }
    }
}

/// Which structures and unions lie directly in which: without a list or map between.
pub(crate) struct Containment(BTreeMap<&'static str, Vec<&'static str>>);

impl Containment {
    /// Looks at all that is reached.
    pub(crate) fn of(service: &Service<'static>, reached: &Reached) -> Self {
        let targets = |name: &&'static str| match &service.shape(name)?.kind {
            ShapeKind::Structure(members) | ShapeKind::Union(members) => {
                let targets = members.iter().map(|member| member.target);
                Some((
                    *name,
                    targets
                        .filter(|target| reached.inside.contains_key(target))
                        .collect(),
                ))
            }
            _ => None,
        };
        Self(reached.inside.keys().filter_map(targets).collect())
    }

    /// Whether a value of `owner` can lie inside a value of `target`: then Rust needs a box.
    pub(crate) fn contains(&self, target: &str, owner: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![target];
        while let Some(name) = waiting.pop() {
            if name == owner {
                return true;
            }
            if seen.insert(name) {
                waiting.extend(self.0.get(name).into_iter().flatten());
            }
        }
        false
    }
}
