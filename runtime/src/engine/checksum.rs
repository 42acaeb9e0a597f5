//! Checksums of request bodies, for the operations that AWS refuses without one.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::base64;
use md5::{Digest, Md5};

use crate::operation::Checksum;

/// The header that names the algorithm, which the input's member of that name is bound to.
const ALGORITHM: &str = "x-amz-sdk-checksum-algorithm";

/// Adds the checksum that the operation needs, unless the caller gave one.
///
/// # Errors
/// When the caller asks for an algorithm that is not computed here, or the payload is a stream.
pub(crate) fn add(request: &mut HttpRequest, checksum: Checksum) -> Result<(), SerdeError> {
    let given = |(name, _): (&str, &str)| {
        name.starts_with("x-amz-checksum-") || name.eq_ignore_ascii_case("content-md5")
    };
    if checksum == Checksum::None || request.headers().iter().any(given) {
        return Ok(());
    }
    let Some(body) = request.body().bytes() else {
        return Err(SerdeError::invalid_input(
            "it needs a checksum, which is not computed of a stream: set the checksum's own \
             member, or give the payload as bytes",
        ));
    };
    match checksum {
        Checksum::None => {}
        Checksum::Crc32 => {
            let value = base64::encode(crc32fast::hash(body).to_be_bytes());
            match request.headers().get(ALGORITHM) {
                None | Some("CRC32") => {}
                Some(other) => {
                    return Err(SerdeError::invalid_input(format!(
                        "a checksum of `{other}` is not computed: leave the algorithm out for CRC32, or set the checksum's own member"
                    )));
                }
            }
            request.headers_mut().insert(ALGORITHM, "CRC32");
            request.headers_mut().insert("x-amz-checksum-crc32", value);
        }
        // https://smithy.io/2.0/spec/http-protocol-compliance-tests.html and the trait
        // `httpChecksumRequired` itself: the base64 of the body's MD5.
        Checksum::Md5 => {
            let value = base64::encode(Md5::digest(body));
            request.headers_mut().insert("content-md5", value);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use aws_smithy_types::body::SdkBody;

    use super::*;

    fn request(headers: &[(&'static str, &'static str)]) -> HttpRequest {
        let mut request = HttpRequest::new(SdkBody::from("hello world"));
        for (name, value) in headers {
            request.headers_mut().insert(*name, *value);
        }
        request
    }

    #[test]
    fn fills_in_what_is_needed_and_leaves_what_is_given() {
        let mut plain = request(&[]);
        add(&mut plain, Checksum::Crc32).unwrap();
        assert_eq!(
            plain.headers().get("x-amz-checksum-crc32"),
            Some("DUoRhQ==")
        );
        assert_eq!(plain.headers().get(ALGORITHM), Some("CRC32"));

        let mut md5 = request(&[]);
        add(&mut md5, Checksum::Md5).unwrap();
        assert_eq!(
            md5.headers().get("content-md5"),
            Some("XrY7u+Ae7tCTyyK7j1rNww==")
        );

        let mut given = request(&[("x-amz-checksum-sha1", "abc")]);
        add(&mut given, Checksum::Crc32).unwrap();
        assert_eq!(given.headers().get("x-amz-checksum-crc32"), None);

        let mut none = request(&[]);
        add(&mut none, Checksum::None).unwrap();
        assert_eq!(none.headers().iter().count(), 0);
    }

    #[test]
    fn refuses_streams_without_a_checksum() {
        let mut stream = request(&[]);
        *stream.body_mut() = SdkBody::from_body_1_x(SdkBody::from("hello world"));
        for checksum in [Checksum::Crc32, Checksum::Md5] {
            let error = add(&mut stream, checksum).unwrap_err();
            assert!(error.to_string().contains("of a stream"), "{error}");
        }

        stream
            .headers_mut()
            .insert("x-amz-checksum-crc32", "DUoRhQ==");
        add(&mut stream, Checksum::Crc32).unwrap();
    }

    #[test]
    fn refuses_algorithms_it_does_not_compute() {
        let error = add(&mut request(&[(ALGORITHM, "SHA256")]), Checksum::Crc32).unwrap_err();
        assert!(
            error.to_string().contains("`SHA256` is not computed"),
            "{error}"
        );
    }
}
