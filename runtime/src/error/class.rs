//! What services mean by their codes, which each has its own of.

use aws_runtime::retries::classifiers::THROTTLING_ERRORS;

use super::Error;

impl Error {
    /// Whether the service asks to be called less often: by status 429, or by a code that AWS's
    /// SDKs take as that.
    pub fn is_throttling(&self) -> bool {
        self.status() == Some(429)
            || self
                .code()
                .is_some_and(|code| THROTTLING_ERRORS.contains(&code) || code == "SlowDown")
    }

    /// Whether the service says that something is not there: by status 404, or by its code
    /// (`ResourceNotFoundException`, `NoSuchKey`, `QueueDoesNotExist`, …).
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404)
            || self.code().is_some_and(|code| {
                code.starts_with("NoSuch")
                    || ["NotFound", "DoesNotExist", "NonExistent"]
                        .iter()
                        .any(|word| code.contains(word))
            })
    }

    /// Whether the credentials are good, and their owner may not do this: by the code, or by status
    /// 403 without one.
    pub fn is_access_denied(&self) -> bool {
        match self.code() {
            Some(code) => {
                code.starts_with("AccessDenied")
                    || code.starts_with("Unauthorized")
                    || code.starts_with("NotAuthorized")
                    || code.starts_with("AuthorizationError")
                    || matches!(
                        code,
                        "AllAccessDisabled" | "Forbidden" | "ForbiddenException"
                    )
            }
            None => self.status() == Some(403),
        }
    }

    /// Whether AWS does not take the credentials: they have ended, it does not know them, or the
    /// signature is not theirs.
    pub fn is_invalid_credentials(&self) -> bool {
        // https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
        // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
        self.code().is_some_and(|code| {
            matches!(
                code,
                "AuthFailure"
                    | "ExpiredToken"
                    | "ExpiredTokenException"
                    | "IncompleteSignature"
                    | "IncompleteSignatureException"
                    | "InvalidAccessKeyId"
                    | "InvalidClientTokenId"
                    | "InvalidSecurity"
                    | "InvalidSignatureException"
                    | "InvalidToken"
                    | "MissingAuthenticationToken"
                    | "MissingAuthenticationTokenException"
                    | "NotSignedUp"
                    | "RequestExpired"
                    | "SignatureDoesNotMatch"
                    | "UnrecognizedClientException"
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::Region;
    use crate::error::{Builder, Error, ErrorKind, Sent};

    fn error(status: u16, code: Option<&str>) -> Error {
        Builder::new(
            ErrorKind::Service,
            Sent::Yes,
            "s3:GetObject",
            Region::EuWest1,
        )
        .status(status)
        .code(code, None)
        .build()
    }

    /// Throttled, not found, denied, invalid.
    fn classes(status: u16, code: Option<&str>) -> [bool; 4] {
        let error = error(status, code);
        [
            error.is_throttling(),
            error.is_not_found(),
            error.is_access_denied(),
            error.is_invalid_credentials(),
        ]
    }

    #[test]
    fn codes_of_all_services_are_of_one_class_at_most() {
        for (status, code, class) in [
            (400, Some("ThrottlingException"), 0),
            (400, Some("ProvisionedThroughputExceededException"), 0),
            (503, Some("SlowDown"), 0),
            (429, None, 0),
            (404, None, 1),
            (404, Some("NoSuchKey"), 1),
            (400, Some("ResourceNotFoundException"), 1),
            (400, Some("InvalidInstanceID.NotFound"), 1),
            (400, Some("AWS.SimpleQueueService.NonExistentQueue"), 1),
            (400, Some("QueueDoesNotExist"), 1),
            (403, Some("AccessDenied"), 2),
            (400, Some("AccessDeniedException"), 2),
            (403, Some("UnauthorizedOperation"), 2),
            (403, None, 2),
            (403, Some("SignatureDoesNotMatch"), 3),
            (400, Some("ExpiredToken"), 3),
            (403, Some("InvalidClientTokenId"), 3),
            (400, Some("UnrecognizedClientException"), 3),
        ] {
            let mut expected = [false; 4];
            expected[class] = true;
            assert_eq!(classes(status, code), expected, "{status} {code:?}");
        }
        assert_eq!(classes(400, Some("ValidationException")), [false; 4]);
        assert_eq!(classes(500, None), [false; 4]);
    }
}
