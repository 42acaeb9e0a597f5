//! What becomes of bodies: checksums and compression, with the settings and the names that AWS's own
//! SDKs have.
//! <https://docs.aws.amazon.com/sdkref/latest/guide/feature-dataintegrity.html>
//! <https://docs.aws.amazon.com/sdkref/latest/guide/feature-compression.html>

use serde::{Deserialize, Serialize};

use super::SdkClientConfig;

/// When requests get a checksum of their body.
///
/// As data, `when_required` or `when_supported`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RequestChecksumCalculation {
    /// When the service refuses them without, and when the request names an algorithm. For servers
    /// that stand in for S3 and do not know its newer checksums.
    WhenRequired,
    /// When the operation has one: CRC32, unless the request names another algorithm. The default.
    WhenSupported,
}

/// When the checksum of an answer's body is asked for and validated.
///
/// As data, `when_required` or `when_supported`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ResponseChecksumValidation {
    /// When the request asks for it.
    WhenRequired,
    /// When the operation has one. The default.
    WhenSupported,
}

/// What becomes of bodies.
impl SdkClientConfig {
    /// Sets when requests get a checksum of their body. Unset, they do when the operation has one.
    #[must_use]
    pub const fn with_request_checksum_calculation(
        mut self,
        calculation: RequestChecksumCalculation,
    ) -> Self {
        self.request_checksum_calculation = Some(calculation);
        self
    }

    /// Sets when the checksum of an answer's body is asked for and validated. Unset, it is when the
    /// operation has one.
    #[must_use]
    pub const fn with_response_checksum_validation(
        mut self,
        validation: ResponseChecksumValidation,
    ) -> Self {
        self.response_checksum_validation = Some(validation);
        self
    }

    /// Sets whether requests go uncompressed even where the service takes gzip.
    #[must_use]
    pub const fn with_disable_request_compression(mut self, disable: bool) -> Self {
        self.disable_request_compression = Some(disable);
        self
    }

    /// Sets the length, in bytes, from which on requests are compressed where the service takes
    /// gzip. Unset, it is 10,240.
    #[must_use]
    pub const fn with_request_min_compression_size_bytes(mut self, bytes: u32) -> Self {
        self.request_min_compression_size_bytes = Some(bytes);
        self
    }

    /// When requests get a checksum of their body.
    pub const fn request_checksum_calculation(&self) -> Option<RequestChecksumCalculation> {
        self.request_checksum_calculation
    }

    /// When the checksum of an answer's body is asked for and validated.
    pub const fn response_checksum_validation(&self) -> Option<ResponseChecksumValidation> {
        self.response_checksum_validation
    }

    /// Whether requests go uncompressed even where the service takes gzip.
    pub const fn disable_request_compression(&self) -> Option<bool> {
        self.disable_request_compression
    }

    /// The length, in bytes, from which on requests are compressed where the service takes gzip.
    pub const fn request_min_compression_size_bytes(&self) -> Option<u32> {
        self.request_min_compression_size_bytes
    }
}
