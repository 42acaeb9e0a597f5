//! As much of HTTP as setting up the emulator needs: one request, one connection.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::command::Result;

/// Gets `path`; the body of the answer.
///
/// # Errors
///
/// When nobody listens or the answer's status is not 200.
pub(super) fn get(address: SocketAddr, path: &str) -> Result<String> {
    exchange(
        address,
        &format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n"),
    )
}

/// Posts a form to `/` with the given authorization; the body of the answer.
///
/// # Errors
///
/// As for [`get`].
pub(super) fn post_form(
    address: SocketAddr,
    authorization: &str,
    form: &[(&str, &str)],
) -> Result<String> {
    let body: Vec<String> = form
        .iter()
        .map(|(name, value)| format!("{name}={}", percent_encode(value)))
        .collect();
    let body = body.join("&");
    let length = body.len();
    exchange(
        address,
        &format!(
            "POST / HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\
             authorization: {authorization}\r\n\
             content-type: application/x-www-form-urlencoded\r\n\
             content-length: {length}\r\n\r\n{body}"
        ),
    )
}

fn exchange(address: SocketAddr, request: &str) -> Result<String> {
    let patience = Duration::from_secs(10);
    let mut stream = TcpStream::connect_timeout(&address, patience)?;
    stream.set_read_timeout(Some(patience))?;
    stream.write_all(request.as_bytes())?;
    let mut response = String::new();
    stream.read_to_string(&mut response)?;

    let (head, body) = response
        .split_once("\r\n\r\n")
        .ok_or("the answer is not HTTP")?;
    if head.starts_with("HTTP/1.1 200 ") {
        Ok(body.to_owned())
    } else {
        Err(format!("unexpected answer:\n{response}").into())
    }
}

/// Everything but RFC 3986's unreserved characters.
fn percent_encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::percent_encode;

    #[test]
    fn a_form_value_is_percent_encoded() {
        assert_eq!(percent_encode("a-b c=\"é\""), "a-b%20c%3D%22%C3%A9%22");
    }
}
