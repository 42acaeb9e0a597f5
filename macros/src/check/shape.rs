//! A type of the user's that stands for a shape, and is not inside of a connector.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use aws_operation_catalog::Service;

use super::naming::Names;
use super::reach::{Containment, Directions, Reached};
use super::shapes::Maker;
use super::stand_in::{self, StandIns, UserType};
use crate::ctxt::Ctxt;
use crate::messages;
use crate::plan::{Plan, Settings};

/// Plans the type. Nobody says which operations are called, so that it can travel in all directions
/// in which any operation of the service sends the shape.
pub(crate) fn shape(
    cx: &Ctxt,
    settings: Settings,
    service: &'static Service<'static>,
    user_type: UserType,
) -> Plan {
    let (stand_ins, rejected) = stand_in::find(cx, service, vec![user_type], &BTreeMap::default());
    let reached = of_service(service);
    let names = Names::default();
    let maker = Maker {
        service,
        names: &names,
        containment: &Containment::of(service, &Reached::default()),
    };
    let mut plan = Plan {
        settings,
        single: false,
        service,
        operations: Vec::new(),
        shapes: Vec::new(),
        leftover: rejected.into_iter().map(|(_, item)| item).collect(),
    };
    for stand_in in StandIns::into_iter(stand_ins) {
        let directions = reached.of(&stand_in);
        if directions == Directions::default() {
            let (name, ident) = (stand_in.shape.name, &stand_in.ident);
            let mut operations = service.operation_names();
            let is_input = operations.any(|operation| {
                let operation = service.operation(operation);
                operation.is_some_and(|operation| operation.input == Some(name))
            });
            let message = if is_input {
                messages::shape_is_input(service.name, name)
            } else {
                messages::shape_unreachable(service.name, name)
            };
            cx.error_at(ident, message);
            plan.leftover.push(stand_in.tokens());
            continue;
        }
        if directions.written {
            stand_in.check_required(cx, service);
        }
        if !directions.read {
            stand_in.check_unread(cx, service);
        }
        plan.shapes.push(maker.user(stand_in, directions));
    }
    plan
}

/// All shapes that any operation of a service reaches: looked at once per compilation, since a
/// large service has thousands.
fn of_service(service: &'static Service<'static>) -> &'static Reached {
    static KNOWN: Mutex<BTreeMap<usize, &'static Reached>> = Mutex::new(BTreeMap::new());

    let address = std::ptr::from_ref(service).addr();
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(address).or_insert_with(|| {
        let mut reached = Reached::default();
        let operations = service.operation_names();
        for operation in operations.filter_map(|name| service.operation(name)) {
            reached.add_operation(service, &operation);
        }
        Box::leak(Box::new(reached))
    })
}
