//! What a stranger sees.

use std::error::Error;
use std::io::Write;
use std::process::Command;

use tempfile::NamedTempFile;

fn quickstart(arguments: &[&str]) -> Result<String, Box<dyn Error>> {
    let output = Command::new(env!("CARGO_BIN_EXE_quickstart"))
        .args(arguments)
        .env_remove("AWS_ENDPOINT_URL")
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    if output.status.success() {
        Ok(text)
    } else {
        let errors = String::from_utf8(output.stderr)?;
        Err(format!("{}:\n{text}{errors}", output.status).into())
    }
}

#[test]
fn every_step_goes_well_and_every_failure_says_why() -> Result<(), Box<dyn Error>> {
    let output = quickstart(&[])?;
    for text in [
        "S3 in eu-west-1 at http://127.0.0.1:",
        "bytes, the same",
        "s3:ListObjectsV2 in eu-west-1: SignatureDoesNotMatch (status 403",
        "s3:GetObject in eu-west-1: NoSuchKey (status 404",
        "s3:ListObjectsV2 in eu-west-1: cannot connect to http://127.0.0.1:",
        "nothing is left",
    ] {
        assert!(output.contains(text), "{text}\n{output}");
    }
    Ok(())
}

#[test]
fn a_file_is_stored_and_read_back() -> Result<(), Box<dyn Error>> {
    let mut file = NamedTempFile::new()?;
    file.write_all(&vec![7; 1_000_000])?;
    let path = file.path().to_str().ok_or("not UTF-8")?;
    let output = quickstart(&[path])?;
    assert!(output.contains("1000000 bytes, the same"), "{output}");
    Ok(())
}
