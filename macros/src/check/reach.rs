//! Which shapes the operations reach, in which direction, and which of them contain themselves.

use std::collections::{BTreeMap, BTreeSet};

use aws_operation_catalog::{Service, ShapeKind};

/// In which directions a shape travels.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Directions {
    /// An input reaches it.
    pub(crate) written: bool,
    /// An output or an error reaches it.
    pub(crate) read: bool,
}

/// The shapes that need a type of their own: enums, structures and unions, by name.
#[derive(Default)]
pub(crate) struct Reached(pub(crate) BTreeMap<&'static str, Directions>);

impl Reached {
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
                let known = self.0.entry(shape.name).or_default();
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
        let targets = |name: &&'static str| match service.shape(name)?.kind {
            ShapeKind::Structure(members) | ShapeKind::Union(members) => {
                let targets = members.into_iter().map(|member| member.target);
                Some((
                    *name,
                    targets
                        .filter(|target| reached.0.contains_key(target))
                        .collect(),
                ))
            }
            _ => None,
        };
        Self(reached.0.keys().filter_map(targets).collect())
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
