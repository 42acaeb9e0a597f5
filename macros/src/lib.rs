//! The procedural macros of [aws-operation](https://docs.rs/aws-operation): use them from there.
//!
//! A small compiler whose stages are its files; `expand.rs` is the whole of it.

mod args;
mod check;
mod connector;
mod ctxt;
mod emit;
mod expand;
mod fallback;
mod ide;
mod incomplete;
mod item;
mod messages;
mod model;
mod model_file;
mod names;
mod newtype;
mod plan;
mod suggest;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// Lets a struct stand for the input of an AWS operation.
///
/// Goes on a struct with named fields, or on a unit struct. Makes its `AbstractRequest`
/// implementation, a connector function, the response and the error enum; the crate's own
/// documentation has examples.
///
/// | argument | what it says |
/// | --- | --- |
/// | `service = "sqs"` | the service, by AWS's name or the official Rust SDK's; inside a connector the module says it |
/// | `model = "models/wetter.json"` | a service that AWS does not have, or not so: a file with its model, beside the crate's `Cargo.toml` or below it; `service` is needed only when there are several in it; inside a connector the module says it |
/// | `operation = "SendMessage"` | the operation; may be left out when the struct's name says it, with or without `Request` behind it |
/// | `function = send` | the connector function's name; else the struct's in snake case, without `request` |
/// | `response = { reservations { instances { tags } } }` | what is wanted of the answer; else all of it. `response = MyType`: a type marked `#[aws_shape]` is the answer |
/// | `timeout = "15m"`, `attempt_timeout = "60s"` | how long a call and an attempt of it may take, where no configuration says it: a whole number and `h`, `m`, `s`, `ms`, `us` or `ns` |
/// | `max_attempts = 5` | how often a call is tried, the first time included, where no configuration says it |
/// | `endpoint = "http://localhost:4566"` | where calls go, where no configuration says it |
/// | `protocol = "awsJson1_1"` | the protocol to speak, by Smithy's name, where the service offers several; else `rpcv2Cbor` before `awsJson1_0` or `awsJson1_1`, and these before `awsQuery`; inside a connector the module says it |
/// | `derive(Clone, …)` | what the made types derive besides `Debug` and `Default`; inside a connector the module says it |
/// | `crate = path` | where `aws_operation` is, when the dependency was renamed; inside a connector the module says it |
/// | `no_implicit_prelude` | the code is under `#![no_implicit_prelude]`: then the compiler's own words have to do for types that do not fit; inside a connector the module says it |
///
/// A model that ends in `.json` is in [Smithy's JSON AST](https://smithy.io/2.0/spec/json-ast.html),
/// as AWS publishes its own; any other is a text in the format of
/// [aws-operation-catalog](https://docs.rs/aws-operation-catalog). When the file changes, what is made
/// from it is made anew. Its service is called at the endpoint that the model gives, else at the one
/// of the client configuration.
///
/// Each field stands for the member whose name in snake case it has. On a field:
///
/// | attribute | what it says |
/// | --- | --- |
/// | `#[aws(member = "QueueUrl")]` | the member that the field stands for |
/// | `#[aws(default = 10)]` | what is sent when the field is `None`, checked against the model: a string (of an enum, its value), a number or a boolean |
/// | `#[aws(with = path)]` | the module or type with the functions `to_aws` and `from_aws`, for a type that cannot stand for the member itself; the runtime's `with` has some |
/// | `#[aws(skip)]` | the field is none of AWS's business |
/// | `#[aws(client_config)]` | the field is the request's client configuration, or an `Option` of one |
///
/// # Errors
/// What AWS's model does not allow is an error of the compiler, at the narrowest place, with the
/// way out; all mistakes of a struct come out at once.
#[proc_macro_attribute]
pub fn aws_operation(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::operation(&args.into(), &item.into()).into()
}

/// Makes a connector of a module: many operations of one service, which share their shapes.
///
/// Goes on an inline module. Structs in it that are marked `#[aws_operation]` stand for
/// operations, and those marked `#[aws_shape]` for shapes; neither needs to be imported. The types
/// that the operations reach are made in the module, each once, and all other items stay as they
/// are.
///
/// | argument | what it says |
/// | --- | --- |
/// | `service = "dynamodb"` | the service, by AWS's name or the official Rust SDK's |
/// | `model = "models/wetter.json"` | a service that AWS does not have, or not so: a file with its model, beside the crate's `Cargo.toml` or below it; `service` is needed only when there are several in it |
/// | `protocol = "awsJson1_1"` | the protocol that its operations speak, by Smithy's name, where the service offers several |
/// | `derive(Clone, …)` | what the made types derive besides `Debug` and `Default` |
/// | `crate = path` | where `aws_operation` is, when the dependency was renamed |
/// | `no_implicit_prelude` | as on `#[aws_operation]` |
/// | `timeout`, `attempt_timeout`, `max_attempts`, `endpoint` | as on `#[aws_operation]`, for all of its operations that do not say it themselves |
///
/// One bad operation leaves the others standing.
#[proc_macro_attribute]
pub fn aws_connector(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::connector(&args.into(), &item.into()).into()
}

/// Lets a type stand for a shape of the service's model: a struct for a structure, an enum for an enum
/// or a union.
///
/// `#[aws_shape]` finds the shape by the type's name, `#[aws_shape(shape = "…")]` by its own.
/// Outside of a connector module, `#[aws_shape(service = "…")]` says whose shape it is, and `model`, `crate`
/// and `no_implicit_prelude` are as on `#[aws_operation]`. On a variant,
/// `#[aws(value = "…")]` or `#[aws(member = "…")]` says what it stands for when its name does not,
/// and `#[aws(unknown)]` that it stands for everything else.
///
/// Fields are held against its members as those of a request are, with the same attributes.
/// What no field stands for is skipped while reading. A member that the service leaves out and
/// that is not an `Option` here is an error which names it, unless it is marked `#[aws(default)]`,
/// for the default of its type, or `#[aws(default = 10)]`, for a value.
#[proc_macro_attribute]
pub fn aws_shape(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::shape(&args.into(), &item.into()).into()
}

/// Lets a newtype stand, in requests, for whatever the type inside of it can stand for.
///
/// Goes on a struct with exactly one field that holds a value; `PhantomData` and fields marked
/// `#[aws(skip)]` do not count. `#[aws(crate = path)]` on the struct says where `aws_operation` is,
/// when the dependency was renamed.
#[proc_macro_derive(ToShape, attributes(aws))]
pub fn derive_to_shape(input: TokenStream) -> TokenStream {
    newtype::derive(newtype::Trait::To, &input.into()).into()
}

/// Lets a newtype be read, in answers, from whatever the type inside of it can be read from.
///
/// Goes where [`ToShape`](macro@ToShape) goes. Fields that do not count are filled with the default
/// of their type.
#[proc_macro_derive(FromShape, attributes(aws))]
pub fn derive_from_shape(input: TokenStream) -> TokenStream {
    newtype::derive(newtype::Trait::From, &input.into()).into()
}
