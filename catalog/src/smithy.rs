//! Smithy's JSON AST, read into the catalog's own data.
//!
//! The format is <https://smithy.io/2.0/spec/json-ast.html>, which is what `smithy ast` and
//! `smithy build` write and what AWS publishes its models in. A service and all that it reaches is
//! said again in the catalog's text, which [`Service`] then reads as any other: there is one reader,
//! and one form of a service.

mod closure;
mod definition;
mod endpoints;
mod json;
mod metadata;
mod model;
mod operations;
mod prelude;
mod shapes;
mod traits;
mod waiters;

use std::fmt::Write;

use closure::Closure;
use definition::Definition;
use json::Fault;
use metadata::Names;
use model::Model;

use crate::{Error, Service, index};

/// Why there is no service in a Smithy model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SmithyError {
    /// The text is wrong.
    Text(Error),
    /// It has these services, of which none is called as asked for, or of which one has to be chosen.
    Services(Vec<String>),
}

impl Service<'static> {
    /// Reads a service out of a Smithy model in JSON: the one of this name, or the only one.
    ///
    /// It is found by AWS's short name, by the Rust SDK's name, and by its shape's name, `sdkId`,
    /// `endpointPrefix` and `arnNamespace`, all of them in any case.
    ///
    /// Supported are the protocols, traits and shapes that the catalog has words for; `byte`, `short`
    /// and `intEnum` become `integer`. Mixins and `apply` are resolved, resources stand for their
    /// operations. Other traits are left out. Of endpoint rules only the usual kind is recognised;
    /// with others, and without any, the service has no endpoint but the one that is configured.
    ///
    /// The text that the service is made of lives as long as the process. Keep what comes back.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, is no Smithy model, names a shape that it does not have, has a shape
    /// or protocol that is not supported, or where the service cannot be told.
    pub fn from_smithy(json: &str, name: Option<&str>) -> Result<Self, SmithyError> {
        let fail = |Fault { at, message }| {
            SmithyError::Text(Error {
                line: index::line_number(json, at),
                message,
            })
        };
        let root = json::parse(json).map_err(fail)?;
        let model = Model::of(&root).map_err(fail)?;
        let (service, names) = choose(&model, name)
            .map_err(fail)?
            .map_err(SmithyError::Services)?;
        let (text, blocks) = text(&model, &service, &names).map_err(fail)?;
        // Nothing should be wrong with what was written just now, but for what only the catalog's
        // reader looks at. It counts lines of its own text.
        if let Err(Error { line, message }) = Service::parse(&text) {
            let block = blocks.iter().rev().find(|(first, _)| *first <= line);
            let at = block.map_or(service.at, |(_, at)| *at);
            return Err(fail(Fault::new(at, message)));
        }
        Service::index(String::leak(text)).map_err(SmithyError::Text)
    }
}

/// The service of this name, or the only one; else the names of those that there are.
fn choose<'j>(
    model: &Model<'j>,
    wanted: Option<&str>,
) -> Result<Result<(Definition<'j>, Names), Vec<String>>, Fault> {
    let mut services = Vec::new();
    for id in model.of_kind("service") {
        if let Some(service) = model.shape(id)? {
            let names = Names::of(&service)?;
            services.push((service, names));
        }
    }
    if services.is_empty() {
        let message = "there is no shape of the type `service` in this model";
        return Err(Fault::new(0, message));
    }
    let fits = |names: &Names| wanted.is_none_or(|wanted| names.contain(wanted));
    let mut fitting = services
        .iter()
        .enumerate()
        .filter(|(_, (_, names))| fits(names));
    match (fitting.next(), fitting.next()) {
        (Some((at, _)), None) => Ok(Ok(services.swap_remove(at))),
        _ => Ok(Err(services
            .into_iter()
            .map(|(_, names)| names.name)
            .collect())),
    }
}

/// The service in the catalog's text, and for the first line of each block the place in the model.
fn text(
    model: &Model<'_>,
    service: &Definition<'_>,
    names: &Names,
) -> Result<(String, Vec<(usize, usize)>), Fault> {
    let metadata = metadata::metadata(service, names)?;
    let bindings = metadata::bindings(&metadata);
    let closure = Closure::of(model, service)?;
    let mut blocks = vec![(metadata.to_string(), service.at)];
    for found in &closure.operations {
        let operation = operations::operation(&closure, service, found, bindings.http)?;
        blocks.push((operation.to_string(), found.definition.at));
    }
    for definition in &closure.shapes {
        let shape = shapes::shape(&closure, definition, bindings)?;
        blocks.push((shape.to_string(), definition.at));
    }
    for id in &closure.prelude {
        let shape = shapes::of_prelude(&closure, id);
        blocks.push((shape.to_string(), service.at));
    }
    let mut text = String::new();
    let mut places = Vec::new();
    let mut line = 1;
    for (block, at) in blocks {
        places.push((line, at));
        line += block.lines().count() + 1;
        let written = writeln!(text, "{block}");
        written.map_err(|error| Fault::new(at, error.to_string()))?;
    }
    Ok((text, places))
}
