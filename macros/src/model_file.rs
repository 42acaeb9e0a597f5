//! Services that AWS does not have, or not so: `model = "path"`.
//!
//! A file that ends in `.json` is a model in [Smithy's JSON](https://smithy.io/2.0/spec/json-ast.html),
//! any other is in the catalog's own format.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{env, fs, io};

use aws_operation_catalog::{self as catalog, Error, SmithyError};
use proc_macro2::TokenStream;
use quote::quote;
use syn::LitStr;

use crate::ctxt::Ctxt;
use crate::messages;
use crate::model::{self, Service};
use crate::suggest::nearest;

/// Finds a service in a file: the one of this name, else the only one.
///
/// What is wrong is reported, and what was probably meant comes back all the same.
pub(crate) fn service(cx: &Ctxt, file: &LitStr, name: Option<&LitStr>) -> Option<Service> {
    let shown = file.value();
    let text = match fs::read(path(file)) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = match error.kind() {
                io::ErrorKind::NotFound => messages::model_not_found(&shown),
                _ => messages::model_unreadable(&shown, &error),
            };
            cx.error_at(file, message);
            return None;
        }
    };
    let Ok(text) = String::from_utf8(text) else {
        cx.error_at(file, messages::model_not_text(&shown));
        return None;
    };
    let wanted = name.map(LitStr::value);
    let names = match cached(path(file), &text, wanted.as_deref()) {
        Ok(service) => {
            match name {
                Some(name) => model::check_spoken(cx, service, name),
                None => model::check_spoken(cx, service, file),
            }
            return Some(service);
        }
        Err(SmithyError::Text(Error { line, message })) => {
            cx.error_at(file, messages::model_wrong(&shown, line, &message));
            return None;
        }
        Err(SmithyError::Services(names)) => names,
    };
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (Some(name), Some(wanted)) = (name, wanted) else {
        cx.error_at(file, messages::model_of_several(&shown, &names));
        return None;
    };
    cx.error_at(name, messages::model_has_no(&shown, &wanted, &names));
    let meant = match names.as_slice() {
        [only] => Some(*only),
        several => nearest(&wanted, several.iter().copied()),
    };
    cached(path(file), &text, Some(meant?)).ok()
}

/// Expands to what makes the compiler start again when the file has changed:
///
/// ```text
/// const _: &[u8] = include_bytes!("/home/me/my_crate/models/wetter.json");
/// ```
///
/// Nothing when there is no file: then the compiler has failed, and starts again in any case.
pub(crate) fn tracked(file: Option<&LitStr>) -> TokenStream {
    let path = file.map(path).filter(|path| path.is_file());
    match path.as_deref().and_then(Path::to_str) {
        Some(path) => quote! {
            const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
        },
        None => TokenStream::new(),
    }
}

/// Where the file is: beside the `Cargo.toml` of the crate that is being compiled, or below it.
fn path(file: &LitStr) -> PathBuf {
    let folder = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    Path::new(&folder).join(file.value())
}

/// What came of a file.
type Outcome = Result<Service, SmithyError>;

/// What a file held when it was last read, and what came of it, by the service asked for.
type Known = (String, BTreeMap<Option<String>, Outcome>);

/// Many operations share a file: it is read again each time, since somebody may be editing it while
/// this process lives on in an IDE, but what is made of it is made once for each content.
fn cached(path: PathBuf, text: &str, name: Option<&str>) -> Outcome {
    static KNOWN: Mutex<BTreeMap<PathBuf, Known>> = Mutex::new(BTreeMap::new());

    let is_json = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let (content, outcomes) = known.entry(path).or_default();
    if content != text {
        text.clone_into(content);
        outcomes.clear();
    }
    if let Some(outcome) = outcomes.get(&name.map(str::to_owned)) {
        return outcome.clone();
    }
    let outcome = if is_json {
        catalog::Service::from_smithy(text, name)
    } else {
        from_text(text, name)
    };
    let outcome = outcome.map(|service| &*Box::leak(Box::new(service)));
    outcomes.insert(name.map(str::to_owned), outcome.clone());
    outcome
}

/// The service of a text in the catalog's format, if it is called so. Lives as long as this process.
fn from_text(text: &str, name: Option<&str>) -> Result<catalog::Service<'static>, SmithyError> {
    let service = catalog::Service::parse(text).map_err(SmithyError::Text)?;
    if name.is_some_and(|name| name != service.name && name != service.sdk_name) {
        return Err(SmithyError::Services(vec![service.name.to_owned()]));
    }
    check_rules(&service, text)?;
    catalog::Service::parse(String::leak(text.to_owned())).map_err(SmithyError::Text)
}

/// Rules for endpoints are named after AWS's services, whose rules they are.
fn check_rules(service: &catalog::Service<'_>, text: &str) -> Result<(), SmithyError> {
    match service.endpoint_rules {
        Some(rules) if catalog::rule_set(rules.name).is_none() => {
            let mut lines = text.lines();
            let at = lines.position(|line| line.trim_start().starts_with("endpointRules"));
            Err(SmithyError::Text(Error {
                line: at.map_or(0, |at| at + 1),
                message: messages::no_endpoint_rules(rules.name),
            }))
        }
        _ => Ok(()),
    }
}
