//! Reads the files of cases.

use std::fs;
use std::path::{Path, PathBuf};

use aws_operation_catalog::{self as catalog, Protocol, Service};
use serde_json::Value;

/// The cases of a service.
pub(crate) struct Suite {
    /// The file's name, as a name in Rust.
    pub(crate) module: String,
    /// The arguments of the macro.
    pub(crate) arguments: String,
    pub(crate) service: &'static Service<'static>,
    /// What its bodies are written in: the protocol that the file names, or else the service's.
    pub(crate) protocol: Option<Protocol>,
    pub(crate) cases: Vec<Value>,
}

/// Reads the files of several folders, in order.
pub(crate) fn read(folders: &[PathBuf]) -> Vec<Suite> {
    let mut files = Vec::new();
    for folder in folders {
        println!("cargo::rerun-if-changed={}", folder.display());
        let entries = fs::read_dir(folder).expect("the folder of the cases is there");
        let paths = entries.map(|entry| entry.expect("the folder can be read").path());
        let mut paths: Vec<_> = paths.collect();
        paths.sort();
        files.extend(paths);
    }
    files.iter().map(|file| suite(file)).collect()
}

fn suite(file: &Path) -> Suite {
    let name = file.display();
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut content: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let Value::Array(cases) = content["cases"].take() else {
        panic!("{name}: no cases")
    };
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let (mut arguments, service) = match (content["model"].as_str(), content["service"].as_str()) {
        (Some(model), _) => (format!("model = {model:?}"), own(model)),
        (None, Some(service)) => {
            let found = catalog::service(service);
            let found = found.unwrap_or_else(|| panic!("{name}: no service `{service}`"));
            (format!("service = {service:?}"), found)
        }
        (None, None) => panic!("{name}: neither `model` nor `service`"),
    };
    let mut protocol = service.protocols.first().copied();
    if let Some(named) = content["protocol"].as_str() {
        arguments = format!("{arguments}, protocol = {named:?}");
        protocol = Protocol::ALL
            .into_iter()
            .find(|protocol| protocol.as_str() == named);
    }
    Suite {
        module: stem.replace(['-', '.'], "_"),
        arguments,
        service,
        protocol,
        cases,
    }
}

/// A service of our own. It lives as long as this program.
fn own(path: &str) -> &'static Service<'static> {
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let service = Service::parse(text.leak());
    Box::leak(Box::new(
        service.unwrap_or_else(|error| panic!("{path}: {error:?}")),
    ))
}
