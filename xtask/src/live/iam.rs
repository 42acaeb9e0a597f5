//! An access key that the emulator verifies.
//!
//! The emulator's root key `test` is taken on trust, whatever the signature says. So the tests use
//! a key of an IAM user: that one is judged as AWS would. The user may do everything.

use std::net::SocketAddr;

use super::http;
use crate::command::Result;

/// An access key.
pub(super) struct AccessKey {
    pub(super) id: String,
    pub(super) secret: String,
}

/// Makes an IAM user that may do everything, and an access key for it.
pub(super) fn create_access_key(emulator: SocketAddr) -> Result<AccessKey> {
    let user = ("UserName", "live-tests");
    call(emulator, "CreateUser", &[user])?;
    call(
        emulator,
        "PutUserPolicy",
        &[
            user,
            ("PolicyName", "everything"),
            ("PolicyDocument", EVERYTHING),
        ],
    )?;
    let answer = call(emulator, "CreateAccessKey", &[user])?;
    Ok(AccessKey {
        id: element(&answer, "AccessKeyId")?,
        secret: element(&answer, "SecretAccessKey")?,
    })
}

const EVERYTHING: &str = r#"{
    "Version": "2012-10-17",
    "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }]
}"#;

fn call(emulator: SocketAddr, action: &str, parameters: &[(&str, &str)]) -> Result<String> {
    const AS_ROOT: &str = "AWS4-HMAC-SHA256 \
        Credential=test/20000101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=none";
    let mut form = vec![("Action", action), ("Version", "2010-05-08")];
    form.extend_from_slice(parameters);
    http::post_form(emulator, AS_ROOT, &form)
}

/// The text of the first element called `name`.
fn element(xml: &str, name: &str) -> Result<String> {
    let text = xml
        .split_once(&format!("<{name}>"))
        .and_then(|(_, rest)| rest.split_once(&format!("</{name}>")))
        .map(|(text, _)| text.to_owned());
    text.ok_or_else(|| format!("no {name} in the emulator's answer").into())
}

#[cfg(test)]
mod tests {
    use super::element;

    #[test]
    fn an_element_is_found_or_named() {
        let xml = "<Key><Id>AKIA</Id></Key>";
        assert_eq!(element(xml, "Id").unwrap(), "AKIA");
        let error = element(xml, "Secret").unwrap_err();
        assert_eq!(error.to_string(), "no Secret in the emulator's answer");
    }
}
