//! Types of other crates in the place of members: adapters for `#[aws(with = …)]`.
//!
//! An adapter is a module, or a type, with the function `to_aws`, whose result can stand for the
//! member, and, for what is read, `from_aws`, which takes something that can be read from it. On an
//! `Option` it is about what is inside of it, on a list or map about the whole field.
//!
//! ```
//! use std::net::IpAddr;
//! use std::time::Duration;
//!
//! use aws_operation::{aws_connector, aws_operation};
//!
//! mod seconds {
//!     use std::time::Duration;
//!
//!     pub fn to_aws(value: &Duration) -> i32 {
//!         i32::try_from(value.as_secs()).unwrap_or(i32::MAX)
//!     }
//! }
//!
//! #[aws_operation(service = "sqs")]
//! struct ReceiveMessageRequest {
//!     queue_url: String,
//!     #[aws(with = seconds)]
//!     visibility_timeout: Option<Duration>,
//! }
//!
//! #[aws_operation(service = "route53", operation = "TestDNSAnswer")]
//! struct TestDnsAnswerRequest<'a> {
//!     hosted_zone_id: &'a str,
//!     record_name: &'a str,
//!     record_type: &'a str,
//!     #[aws(with = "aws_operation::with::text")]
//!     resolver_ip: Option<IpAddr>,
//! }
//! ```
//!
//! What `from_aws` refuses is an error that names the member.

/// A string or an enum as any type that is shown and parsed: a UUID, a URL, an IP address, …
pub mod text {
    use std::fmt::Display;
    use std::str::FromStr;

    /// Returns the text that the value is shown as.
    pub fn to_aws<T: Display + ?Sized>(value: &T) -> String {
        value.to_string()
    }

    /// Parses a text.
    ///
    /// # Errors
    /// Those of the type's own `FromStr`.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "what is read is handed over, so that its type says what is read"
    )]
    pub fn from_aws<T: FromStr>(value: String) -> Result<T, T::Err> {
        value.parse()
    }
}

/// A timestamp as any type that goes to and from [`SystemTime`](std::time::SystemTime): those of
/// chrono, time, jiff, …
pub mod system_time {
    use std::fmt::Display;
    use std::time::SystemTime;

    use crate::DateTime;

    /// Returns the moment.
    pub fn to_aws<T: Clone + Into<SystemTime>>(value: &T) -> SystemTime {
        value.clone().into()
    }

    /// Takes a moment between the years 1 and 9999, which every date type can hold.
    ///
    /// # Errors
    /// When the moment is of another year, or the type refuses it.
    pub fn from_aws<T>(value: DateTime) -> Result<T, String>
    where
        T: TryFrom<SystemTime, Error: Display>,
    {
        // Some types panic at moments that they cannot hold.
        let years = -62_135_596_800..253_402_300_800;
        if !years.contains(&value.secs()) {
            return Err("the timestamp is not between the years 1 and 9999".to_owned());
        }
        let moment = SystemTime::try_from(value).map_err(|error| error.to_string())?;
        T::try_from(moment).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::system_time::from_aws;
    use crate::DateTime;

    #[test]
    fn moments_are_of_four_digit_years() {
        let read = |seconds| from_aws::<SystemTime>(DateTime::from_secs(seconds));
        assert_eq!(read(0), Ok(SystemTime::UNIX_EPOCH));
        assert!(read(-62_135_596_800).is_ok());
        assert!(read(253_402_300_799).is_ok());
        for seconds in [i64::MIN, -62_135_596_801, 253_402_300_800, i64::MAX] {
            assert!(read(seconds).is_err(), "{seconds}");
        }
    }
}
