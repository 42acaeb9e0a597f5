//! A request struct against the operation that it stands for.

use aws_operation_catalog::Shape;
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use super::bind::{self, Bound, Place};
use super::selection::{self, Answer};
use crate::args::{Args, Defaults};
use crate::ctxt::Ctxt;
use crate::item::Struct;
use crate::model::{self, Found};
use crate::{ide, names};

/// A request that was looked at; what its types are called is not known yet.
pub(crate) struct Request {
    /// The operation, and how to call it.
    pub(crate) found: Found,
    /// The operation's input shape, if it has one.
    pub(crate) input: Option<&'static Shape<'static>>,
    /// The user's struct.
    pub(crate) item: Struct,
    /// The fields that stand for members.
    pub(crate) bound: Vec<Bound>,
    /// What is wanted of the answer.
    pub(crate) answer: Answer,
    /// The client configuration that its attribute gives it.
    pub(crate) defaults: Defaults,
    /// The connector function's name.
    pub(crate) function: Ident,
    /// The response's name.
    pub(crate) response: Ident,
    /// The error enum's name.
    pub(crate) error: Ident,
    /// Whether mistakes were found: then all types are made that the user can have meant, so that
    /// one mistake is one error.
    pub(crate) broken: bool,
}

/// Checks the fields of a request. `in_module` says whether its types are made in a module named
/// after its function.
pub(crate) fn check(
    cx: &Ctxt,
    found: Found,
    args: &Args,
    item: Struct,
    in_module: bool,
) -> Request {
    let full_name = format!("{}:{}", found.service.name, found.operation.name);
    let input = found
        .operation
        .input
        .and_then(|name| found.service.shape(name));
    let members: Vec<_> = input
        .iter()
        .flat_map(|shape| shape.kind.members().cloned())
        .collect();
    let made = Made::of(&item.item.ident, args);
    let prefix = if in_module {
        format!("{}::", made.function)
    } else {
        String::new()
    };
    let output = found.output();
    let answer: Vec<String> = output
        .iter()
        .flat_map(|shape| shape.kind.members())
        .map(|member| names::snake_case(member.name))
        .collect();
    let place = Place {
        name: &full_name,
        service: found.service,
        members: &members,
        prefix: &prefix,
        answer: &answer,
    };
    let (bound, misspelt) = bind::fields(cx, place, &item);
    // What is missing is being typed perhaps.
    if !item.half_typed {
        bind::required(cx, place, &item, &bound, &misspelt);
    }
    let answer = selection::check(cx, found.service, &full_name, output, args.response.get());
    Request {
        found,
        input,
        answer,
        item,
        bound,
        defaults: args.defaults.clone(),
        function: made.function,
        response: made.response,
        error: made.error,
        broken: false,
    }
}

impl Request {
    /// Whether the payload of an answer is a live stream.
    pub(crate) fn streams_output(&self) -> bool {
        let output = self.found.output();
        let mut members = output.iter().flat_map(|shape| shape.kind.members());
        members.any(|member| bind::is_stream(self.found.service, member))
    }

    /// Whether the payload is a stream that the service takes only with its length.
    pub(crate) fn requires_length(&self) -> bool {
        let mut members = self.input.iter().flat_map(|shape| shape.kind.members());
        members.any(|member| {
            let target = self.found.service.shape(member.target);
            target.is_some_and(|target| target.traits.requires_length)
        })
    }

    /// Gives up what depends on the operation's being the right one. A stream stays: it decides how
    /// the function takes the request.
    pub(crate) fn forget_members(&mut self) {
        self.bound.retain(|bound| bound.stream);
    }
}

/// What is made from a request, by name.
pub(crate) struct Made {
    pub(crate) function: Ident,
    pub(crate) response: Ident,
    pub(crate) error: Ident,
}

impl Made {
    /// `PutItemRequest` → `put_item`, `PutItemResponse`, `PutItemError`
    pub(crate) fn of(item: &Ident, args: &Args) -> Self {
        let name = item.unraw().to_string();
        let stem = model::stem(&name);
        // An editor goes to the struct then, not to the macro.
        let span = if ide::is_editor() {
            item.span().resolved_at(Span::call_site())
        } else {
            Span::call_site()
        };
        let function = args.function.get().cloned();
        Self {
            function: function.unwrap_or_else(|| names::ident(&names::snake_case(stem), span)),
            response: names::ident(&format!("{stem}Response"), span),
            error: names::ident(&format!("{stem}Error"), span),
        }
    }
}
