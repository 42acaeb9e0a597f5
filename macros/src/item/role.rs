//! `#[aws(…)]` on a field: what the field is for.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, LitStr, Meta, Path, Token};

use crate::args::{self, flag, key_text, text};
use crate::ctxt::Ctxt;
use crate::messages;

/// The keys.
const KEYS: [&str; 5] = ["client_config", "default", "member", "skip", "with"];

/// What a field is for.
pub(crate) enum Role {
    /// `#[aws(client_config)]`: the request's client configuration.
    ClientConfig,
    /// A member of the shape.
    Member(Box<MemberKeys>),
    /// `#[aws(skip)]`: none of AWS's business.
    Skip,
}

/// What is said of a field that stands for a member.
#[derive(Default)]
pub(crate) struct MemberKeys {
    /// `default` or `default = …`: what the field is when its member is absent.
    pub(crate) default: Option<DefaultKey>,
    /// `member = "…"`: the member's name, when the field's does not say it.
    pub(crate) member: Option<LitStr>,
    /// `with = path`: where the functions are that turn the field's type into one that can stand for
    /// the member, and back.
    pub(crate) with: Option<Path>,
}

/// What a field is when its member is absent.
pub(crate) enum DefaultKey {
    /// `default`: the default of the field's type.
    OfType(Path),
    /// `default = …`: a value, or whatever else stands there.
    Value(Expr),
}

/// Reads the attributes of a field. Keys of members go together; the two others stand alone.
pub(super) fn read(cx: &Ctxt, attributes: &[Attribute]) -> Role {
    let mut given: Vec<String> = Vec::new();
    let mut role = Role::Member(Box::default());
    for meta in metas(cx, attributes) {
        let key = key_text(meta.path());
        if !KEYS.contains(&key.as_str()) {
            cx.error_at(meta.path(), messages::unknown_key("aws", &key, &KEYS));
            continue;
        }
        if given.contains(&key) {
            cx.error_at(meta.path(), messages::duplicate_key(&key));
            continue;
        }
        if let Some(first) = given.iter().find(|first| exclude_each_other(first, &key)) {
            cx.error_at(meta.path(), messages::conflicting_field_keys(first, &key));
            continue;
        }
        set(cx, &mut role, &key, &meta);
        given.push(key);
    }
    role
}

fn metas(cx: &Ctxt, attributes: &[Attribute]) -> Vec<Meta> {
    let mut metas = Vec::new();
    for attribute in attributes {
        match attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) {
            Ok(found) => metas.extend(found),
            Err(error) => cx.error_on(error.span(), messages::FIELD_ARGS),
        }
    }
    metas
}

/// `skip, member = "…"`
fn exclude_each_other(one: &str, other: &str) -> bool {
    let alone = |key| matches!(key, "client_config" | "skip");
    alone(one) || alone(other)
}

fn set(cx: &Ctxt, role: &mut Role, key: &str, meta: &Meta) {
    match (key, role) {
        ("client_config", role) => {
            if flag(cx, meta) {
                *role = Role::ClientConfig;
            }
        }
        ("skip", role) => {
            if flag(cx, meta) {
                *role = Role::Skip;
            }
        }
        ("default", Role::Member(keys)) => keys.default = default(cx, meta),
        ("member", Role::Member(keys)) => keys.member = text(cx, meta, "member = \"QueueUrl\""),
        ("with", Role::Member(keys)) => {
            keys.with = args::path(cx, meta, "with = aws_operation::with::text");
        }
        _ => unreachable!("BUG: `{key}` is listed as a key and not read"),
    }
}

fn default(cx: &Ctxt, meta: &Meta) -> Option<DefaultKey> {
    match meta {
        Meta::Path(path) => Some(DefaultKey::OfType(path.clone())),
        Meta::NameValue(pair) => Some(DefaultKey::Value(pair.value.clone())),
        Meta::List(_) => {
            cx.error_at(meta, messages::expected_value("default", "default = 10"));
            None
        }
    }
}
