//! The procedural macros of [aws-operation](https://docs.rs/aws-operation): use them from there.
//!
//! A small compiler whose stages are its files; [`expand`] is the whole of it.

mod args;
mod check;
mod connector;
mod ctxt;
mod emit;
mod expand;
mod fallback;
mod item;
mod messages;
mod model;
mod names;
mod plan;
mod suggest;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// Lets a struct stand for the input of an AWS operation.
#[proc_macro_attribute]
pub fn aws_operation(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::operation(&args.into(), &item.into()).into()
}

/// Makes a connector of a module: many operations of one service, which share their shapes.
#[proc_macro_attribute]
pub fn aws_connector(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::connector(&args.into(), &item.into()).into()
}

/// Lets a struct inside a connector module stand for a shape of the service.
#[proc_macro_attribute]
pub fn aws_shape(_args: TokenStream, item: TokenStream) -> TokenStream {
    expand::shape(&item.into()).into()
}
