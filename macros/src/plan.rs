//! The intermediate form: what is going to be emitted, with nothing left to decide or to refuse.
//!
//! Only [`check`](crate::check) builds it, and [`emit`](crate::emit) prints it.

use aws_operation_catalog as catalog;
use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, ItemEnum, Path, Type as RustType};

use crate::args::Defaults;
use crate::item::Declaration;

/// A connector: N operations and the union of the shapes they reach. A single operation is a
/// connector of one.
pub(crate) struct Plan {
    /// What the attribute says of everything that is made.
    pub(crate) settings: Settings,
    /// Whether it is a single operation, whose types all are in a module of their own.
    pub(crate) single: bool,
    /// The service that all of it belongs to.
    pub(crate) service: &'static catalog::Service<'static>,
    /// The operations, in the user's order.
    pub(crate) operations: Vec<Operation>,
    /// The types that the operations reach, in the order of their names.
    pub(crate) shapes: Vec<Shape>,
    /// Types of the user's that were to stand for shapes and do not: emitted as they are.
    pub(crate) leftover: Vec<TokenStream>,
}

/// What an attribute says of everything that is made from it.
pub(crate) struct Settings {
    /// Where the runtime is: `::aws_operation`, or what `crate = …` says.
    pub(crate) krate: Path,
    /// What the made types derive besides `Debug` and `Default`.
    pub(crate) derives: Vec<Path>,
    /// Whether the tool `diagnostic`, which is in a prelude, can be named.
    pub(crate) has_tools: bool,
    /// The client configuration of all operations by default.
    pub(crate) defaults: Defaults,
}

/// One operation and the request struct that stands for its input.
pub(crate) struct Operation {
    /// The user's struct, without our helper attributes.
    pub(crate) item: Declaration,
    /// The `#[cfg(…)]` that the struct is under, and with it all that is made from it.
    pub(crate) cfg: Vec<Attribute>,
    /// The facts of AWS's model.
    pub(crate) model: catalog::Operation<'static>,
    /// The protocol that it is called with, out of those that the service speaks.
    pub(crate) protocol: catalog::Protocol,
    /// Whether and how it is signed.
    pub(crate) auth: Auth,
    /// The connector function's name.
    pub(crate) function: Ident,
    /// The input shape with every top-level member of the model, in its order: protocols look at
    /// members that are unset.
    pub(crate) input: Schema,
    /// The user's fields that stand for members.
    pub(crate) bindings: Vec<Binding>,
    /// Members that are filled and that no field stands for, as indices into `input`.
    pub(crate) filled: Vec<(usize, Filled)>,
    /// The field that is the client configuration.
    pub(crate) client_config: Option<ConfigField>,
    /// The client configuration by default, the connector's included.
    pub(crate) defaults: Defaults,
    /// The response type.
    pub(crate) response: Response,
    /// Whether the payload of an answer is a live stream.
    pub(crate) streaming_output: bool,
    /// Whether the payload of a request is a stream that the service takes only with its length.
    pub(crate) requires_length: bool,
    /// The error enum.
    pub(crate) error: Name,
    /// The errors that the model lists.
    pub(crate) errors: Vec<ErrorVariant>,
}

/// The type of an answer.
pub(crate) enum Response {
    /// One that is made.
    Made(Name),
    /// One of the user's, which has to stand for the output shape.
    User {
        /// The type, as the user wrote it.
        path: Path,
        /// The output shape.
        shape: &'static str,
    },
}

/// A type that is made, or one of the user's that stands for a shape.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// The module that it is made in, which is named after an operation's function; absent for
    /// what is beside the requests.
    pub(crate) module: Option<Ident>,
    /// The type's own name.
    pub(crate) ident: Ident,
}

/// How an operation is signed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Auth {
    /// With a bearer token.
    Bearer,
    /// Not at all.
    None,
    /// With SigV4, over the body, too.
    SigV4,
    /// With SigV4 over the body, too, or with a bearer token.
    SigV4OrBearer,
    /// With SigV4, but not over the body.
    SigV4UnsignedPayload,
}

/// A field of a request that stands for a member.
pub(crate) struct Binding {
    /// The field.
    pub(crate) field: Ident,
    /// Its type as the user wrote it, without the `Option` around it.
    pub(crate) ty: RustType,
    /// Whether it is an `Option`.
    pub(crate) optional: bool,
    /// The member's index in the schema.
    pub(crate) index: usize,
    /// What the member is made of.
    pub(crate) target: Type,
    /// Whether a value that cannot be read counts as absent.
    pub(crate) lenient: bool,
    /// Whether the field is a `ByteStream`, which is taken out of the request and not written.
    pub(crate) stream: bool,
    /// What an unset member is filled with.
    pub(crate) filled: Option<Filled>,
    /// Why the member should no longer be used, if AWS deprecated it.
    pub(crate) deprecated: Option<String>,
    /// What the field is when the member is absent: without one, `None` or an error. A request has
    /// values only, and they are sent for `None`.
    pub(crate) default: Option<Default>,
    /// Where the functions `to_aws` and `from_aws` are that turn the field's type into one that can
    /// stand for the member, and back; absent when it can itself.
    pub(crate) with: Option<Path>,
}

/// What a member of a request is when nobody sets it.
#[derive(Clone, Copy)]
pub(crate) enum Filled {
    /// A text that is always the same.
    Text(&'static str),
    /// A random one for each request, by which the service knows one that it has seen before.
    Token,
}

/// What a field is when its member is absent.
pub(crate) enum Default {
    /// The default of its type.
    OfType,
    /// What it is read as from this value.
    Value(Value),
}

/// A value of a member that the model allows.
pub(crate) enum Value {
    Boolean(bool),
    Double(f64),
    Float(f32),
    Integer(i32),
    Long(i64),
    Text(String),
}

/// The field that is a request's client configuration.
pub(crate) struct ConfigField {
    /// The field.
    pub(crate) field: Ident,
    /// Its type as the user wrote it, without the `Option` around it.
    pub(crate) ty: RustType,
    /// Whether it is an `Option`.
    pub(crate) optional: bool,
}

/// One variant of an operation's error enum.
pub(crate) struct ErrorVariant {
    /// The variant's name.
    pub(crate) variant: Ident,
    /// The type of its members.
    pub(crate) shape: Name,
    /// What it is called on the wire: the shape's name, and what the query protocols call it.
    pub(crate) codes: Vec<&'static str>,
    /// Whether its type has a field `message`.
    pub(crate) message: bool,
    /// Whether there is nothing to read, because every error has a message.
    pub(crate) bare: bool,
    /// Whether its type is the user's own.
    pub(crate) user: bool,
    /// Whether the model says that a retry may help; true inside when it is a sign of throttling.
    pub(crate) retryable: Option<bool>,
}

/// The schema of a structure or union.
pub(crate) struct Schema {
    /// The service, or `smithy.api` where there is no shape.
    pub(crate) namespace: &'static str,
    /// The shape's name in the model.
    pub(crate) name: &'static str,
    /// Whether it is a union.
    pub(crate) union: bool,
    /// Its members, in the model's order.
    pub(crate) members: Vec<MemberSchema>,
    /// Of an operation's input: method, URI (its labels are members' names) and status.
    pub(crate) http: Option<(&'static str, String, Option<u16>)>,
    /// `xmlName`.
    pub(crate) xml_name: Option<&'static str>,
    /// `xmlNamespace`: URI and prefix.
    pub(crate) xml_namespace: Option<(&'static str, Option<&'static str>)>,
    /// Of an answer: whether its only member is the root element itself.
    pub(crate) xml_unwrapped: bool,
}

/// The schema of one member, or of what a list or map holds.
pub(crate) struct MemberSchema {
    /// The member's name.
    pub(crate) name: &'static str,
    /// What kind of shape it has, in the words of `ShapeType`.
    pub(crate) shape_type: &'static str,
    /// What is said of the member, or of the shape it has.
    pub(crate) traits: SchemaTraits,
    /// What a list holds, or a map's values; absent where nobody is going to write or read it.
    pub(crate) element: Option<Box<MemberSchema>>,
    /// A map's keys.
    pub(crate) key: Option<Box<MemberSchema>>,
}

/// The traits that codecs look at.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "Smithy's annotation traits are there or not"
)]
pub(crate) struct SchemaTraits {
    /// Where in an HTTP message it travels; `None` is the body.
    pub(crate) http: Option<catalog::HttpBinding<'static>>,
    /// `jsonName`.
    pub(crate) json_name: Option<&'static str>,
    /// `mediaType`.
    pub(crate) media_type: Option<&'static str>,
    /// `sensitive`.
    pub(crate) sensitive: bool,
    /// `streaming`.
    pub(crate) streaming: bool,
    /// `timestampFormat`.
    pub(crate) timestamp_format: Option<catalog::TimestampFormat>,
    /// `xmlAttribute`.
    pub(crate) xml_attribute: bool,
    /// `xmlFlattened`.
    pub(crate) xml_flattened: bool,
    /// `xmlName`.
    pub(crate) xml_name: Option<&'static str>,
    /// `xmlNamespace`: URI and prefix.
    pub(crate) xml_namespace: Option<(&'static str, Option<&'static str>)>,
}

/// What a member is made of, as a Rust type.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Type {
    /// A type of the runtime or the standard library.
    Simple(Simple),
    /// An enum: the shape's name, and its type.
    Enum(&'static str, Name),
    /// A structure or union: the shape's name, and its type.
    Structure(&'static str, Name),
    /// A list; true when sparse.
    List(Box<Type>, bool),
    /// A map; true when sparse.
    Map(Box<Type>, bool),
}

/// A shape that needs no type of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Simple {
    Blob,
    Boolean,
    Document,
    Double,
    Float,
    Integer,
    Long,
    StreamingBlob,
    String,
    Timestamp,
}

/// A shape that has a type of its own.
pub(crate) struct Shape {
    /// The type.
    pub(crate) name: Name,
    /// The shape's name in the model; of an answer without one, the operation's.
    pub(crate) model: &'static str,
    /// What the type is, in a sentence.
    pub(crate) doc: String,
    /// The `#[cfg(…)]` that it is under.
    pub(crate) cfg: Vec<Attribute>,
    /// Whether an input reaches it.
    pub(crate) written: bool,
    /// Whether an output or an error reaches it.
    pub(crate) read: bool,
    /// What the type looks like.
    pub(crate) body: Body,
}

/// What a shape's type looks like.
pub(crate) enum Body {
    /// A made enum.
    Enum(Vec<EnumVariant>),
    /// A made struct.
    Structure(Schema, Vec<Field>),
    /// A made enum with one variant for each member.
    Union(Schema, Vec<UnionVariant>),
    /// The user's own struct.
    User(Schema, Box<UserShape>),
    /// The user's own enum.
    UserEnum(UserEnum),
    /// The user's own union.
    UserUnion(Schema, UserUnion),
}

/// One variant of a made enum.
pub(crate) struct EnumVariant {
    /// The variant's name.
    pub(crate) ident: Ident,
    /// The value on the wire.
    pub(crate) value: &'static str,
}

/// One variant of a made union.
pub(crate) struct UnionVariant {
    /// The variant's name.
    pub(crate) ident: Ident,
    /// What it holds.
    pub(crate) target: Type,
    /// Whether it contains itself, and so needs a box.
    pub(crate) boxed: bool,
    /// Whether it must not show in `Debug`.
    pub(crate) sensitive: bool,
}

/// One field of a made struct.
pub(crate) struct Field {
    /// The field's name.
    pub(crate) ident: Ident,
    /// The member's name.
    pub(crate) member: &'static str,
    /// What it holds.
    pub(crate) target: Type,
    /// What it is when the member is absent.
    pub(crate) absence: Absence,
    /// Whether it contains its own struct, and so needs a box.
    pub(crate) boxed: bool,
    /// Whether a value that cannot be read counts as absent.
    pub(crate) lenient: bool,
    /// Whether it must not show in `Debug`.
    pub(crate) sensitive: bool,
    /// The model's constraints, in words, for the documentation.
    pub(crate) constraints: String,
}

/// What a field of a made struct is when the member is absent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Absence {
    /// The type's default: required members, and collections of answers.
    Default,
    /// `None`.
    None,
}

/// An enum of the user's that stands for an enum.
pub(crate) struct UserEnum {
    /// The enum, without our helper attributes.
    pub(crate) item: ItemEnum,
    /// Its variants that stand for values.
    pub(crate) variants: Vec<(Ident, &'static str)>,
    /// The variant that keeps all other values, and the type it keeps them as; without one they are
    /// errors.
    pub(crate) unknown: Option<(Ident, RustType)>,
    /// Whether there are variants of which nobody knows what they stand for.
    pub(crate) broken: bool,
}

/// An enum of the user's that stands for a union.
pub(crate) struct UserUnion {
    /// The enum, without our helper attributes.
    pub(crate) item: ItemEnum,
    /// Its variants that stand for members.
    pub(crate) variants: Vec<Binding>,
    /// The variant for all other members; without one they are errors.
    pub(crate) unknown: Option<Ident>,
    /// Whether there are variants of which nobody knows what they stand for.
    pub(crate) broken: bool,
}

/// A struct of the user's that stands for a shape.
pub(crate) struct UserShape {
    /// The struct, without our helper attributes.
    pub(crate) item: Declaration,
    /// Its fields that stand for members.
    pub(crate) bindings: Vec<Binding>,
    /// Its other fields, filled with the default of their type.
    pub(crate) skipped: Vec<(Ident, RustType)>,
    /// Whether there are fields of which nobody knows what they stand for: then it cannot be read.
    pub(crate) broken: bool,
}
