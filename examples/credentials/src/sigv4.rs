//! Judges requests with signatures of an access key as AWS would, from the bytes on the line.

use std::collections::BTreeMap;

use ring::hmac::{HMAC_SHA256, Key, sign};

use crate::server::Request;
use crate::verify::{hash, hex};

/// The access key that a request was signed with, or what is wrong with it. `secret` knows keys'
/// secrets.
pub(crate) fn judge(
    request: &Request,
    secret: impl Fn(&str) -> Option<String>,
) -> Result<String, &'static str> {
    let authorization = request
        .header("authorization")
        .ok_or("MissingAuthenticationToken")?;
    let parameters: BTreeMap<_, _> = authorization
        .strip_prefix("AWS4-HMAC-SHA256 ")
        .ok_or("IncompleteSignature")?
        .split(", ")
        .filter_map(|parameter| parameter.split_once('='))
        .collect();
    let parameter = |name: &str| parameters.get(name).copied().ok_or("IncompleteSignature");
    let credential: Vec<_> = parameter("Credential")?.split('/').collect();
    let [id, date, region, service, terminator] = credential[..] else {
        return Err("IncompleteSignature");
    };
    let secret = secret(id).ok_or("InvalidClientTokenId")?;

    let signed = parameter("SignedHeaders")?;
    let mut headers = String::new();
    for name in signed.split(';') {
        let value = request.header(name).ok_or("SignatureDoesNotMatch")?;
        headers.extend([name, ":", value.trim(), "\n"]);
    }
    let (path, query) = request
        .target
        .split_once('?')
        .unwrap_or((&request.target, ""));
    let canonical = [
        &request.method,
        path,
        query,
        &headers,
        signed,
        &hash(&request.body),
    ];
    let time = request
        .header("x-amz-date")
        .ok_or("SignatureDoesNotMatch")?;
    let scope = [date, region, service, terminator].join("/");
    let canonical = hash(canonical.join("\n").as_bytes());
    let to_sign = ["AWS4-HMAC-SHA256", time, &scope, &canonical].join("\n");

    let start = format!("AWS4{secret}").into_bytes();
    let key = [date, region, service, terminator]
        .iter()
        .fold(start, |key, part| mac(&key, part));
    if hex(&mac(&key, &to_sign)) == parameter("Signature")? {
        Ok(id.to_owned())
    } else {
        Err("SignatureDoesNotMatch")
    }
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    sign(&Key::new(HMAC_SHA256, key), text.as_bytes())
        .as_ref()
        .to_vec()
}
