//! botocore's source distribution: fetched once, checked, read.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};

use crate::target;

/// The one place that says which models the catalog has.
const VERSION: &str = "1.44.5";
/// Of the archive. Pip checks it before it opens the archive, and so do we.
const SHA256: &str = "a988f39e3a4484def0b8010f41128f71157da0515a4804fccce4739aa8f216da";

/// What is read of a service.
const FILES: [&str; 6] = [
    "endpoint-rule-set-1.json",
    "paginators-1.json",
    "paginators-1.sdk-extras.json",
    "service-2.json",
    "service-2.sdk-extras.json",
    "waiters-2.json",
];

/// The files that the catalog is made from.
pub(crate) struct Archive {
    /// Service, file name, content; of each service its last version.
    pub(crate) services: BTreeMap<String, BTreeMap<String, Vec<u8>>>,
    /// `partitions.json`.
    pub(crate) partitions: Vec<u8>,
    /// The official endpoint cases of each service that has some.
    pub(crate) endpoint_cases: BTreeMap<String, Vec<u8>>,
    /// The official protocol cases, by direction and file: `input`, `rest-json.json`.
    pub(crate) protocol_cases: BTreeMap<(String, String), Vec<u8>>,
}

/// Reads the archive, after downloading it if it is not below the target folder.
pub(crate) fn open() -> Result<Archive, String> {
    let cache = &target().join("botocore");
    let path = cache.join(format!("botocore-{VERSION}.tar.gz"));
    let bytes = match fs::read(&path) {
        Ok(bytes) if digest(&bytes) == SHA256 => bytes,
        _ => download(cache, &path)?,
    };
    unpack(&bytes).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Has pip download the archive.
///
/// Pip makes a source distribution's metadata even when it only downloads it, which runs the archive's `setup.py`:
/// hence the hash, which pip checks first. In an environment of its own (pip's default, 4 s more), because the
/// caller's may lack what `setup.py` needs.
fn download(cache: &Path, path: &Path) -> Result<Vec<u8>, String> {
    fs::create_dir_all(cache)
        .map_err(|error| format!("cannot make {}: {error}", cache.display()))?;
    let requirements: PathBuf = cache.join("requirements.txt");
    fs::write(
        &requirements,
        format!("botocore=={VERSION} --hash=sha256:{SHA256}\n"),
    )
    .map_err(|error| format!("cannot write {}: {error}", requirements.display()))?;
    let mut pip = Command::new("python3");
    pip.args([
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-binary",
        ":all:",
    ])
    .args(["--require-hashes", "--dest"])
    .arg(cache)
    .arg("-r")
    .arg(&requirements);
    let status = pip
        .status()
        .map_err(|error| format!("cannot run `python3 -m pip`: {error}"))?;
    if !status.success() {
        return Err(format!(
            "`python3 -m pip download` of botocore {VERSION} failed: {status}"
        ));
    }
    let bytes =
        fs::read(path).map_err(|error| format!("pip left no {}: {error}", path.display()))?;
    if digest(&bytes) != SHA256 {
        return Err(format!(
            "{} is not the archive that the catalog is made from",
            path.display()
        ));
    }
    Ok(bytes)
}

fn digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

fn unpack(bytes: &[u8]) -> std::io::Result<Archive> {
    let mut archive = Archive {
        services: BTreeMap::new(),
        partitions: Vec::new(),
        endpoint_cases: BTreeMap::new(),
        protocol_cases: BTreeMap::new(),
    };
    let mut versions: BTreeMap<String, String> = BTreeMap::new();
    for entry in tar::Archive::new(GzDecoder::new(bytes)).entries()? {
        let mut entry = entry?;
        let path = entry.path()?.to_string_lossy().into_owned();
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            [_, "botocore", "data", "partitions.json"] => {
                entry.read_to_end(&mut archive.partitions)?;
            }
            [
                _,
                "tests",
                "functional",
                "endpoint-rules",
                service,
                "endpoint-tests-1.json",
            ] => {
                let cases = archive
                    .endpoint_cases
                    .entry(service.to_owned())
                    .or_default();
                entry.read_to_end(cases)?;
            }
            [
                _,
                "tests",
                "unit",
                "protocols",
                direction @ ("input" | "output"),
                file,
            ] if !file.is_empty() => {
                let key = (direction.to_owned(), file.to_owned());
                entry.read_to_end(archive.protocol_cases.entry(key).or_default())?;
            }
            [_, "botocore", "data", service, version, file] if FILES.contains(&file) => {
                let files = archive.services.entry(service.to_owned()).or_default();
                let last = versions.entry(service.to_owned()).or_default();
                if version < last.as_str() {
                    continue;
                }
                if version > last.as_str() {
                    version.clone_into(last);
                    files.clear();
                }
                let mut content = Vec::new();
                entry.read_to_end(&mut content)?;
                files.insert(file.to_owned(), content);
            }
            _ => {}
        }
    }
    Ok(archive)
}
