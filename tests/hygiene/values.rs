//! Newtypes, adapters and defaults, with every lint.

use std::net::IpAddr;
use std::time::{Duration, SystemTime};

use aws_operation::{AbstractRequest, FromShape, ToShape, aws_connector, aws_operation, with};

#[derive(Debug, Clone, PartialEq, ToShape, FromShape)]
struct Inside(String);

/// Around something that fewer can see.
#[derive(Debug, Clone, PartialEq, ToShape, FromShape)]
pub(crate) struct Visible(Inside);

/// Around what has no size.
#[derive(ToShape)]
struct Unsized([u8]);

/// Fields whose names are those of variables in what is made.
#[derive(Debug, Default, ToShape, FromShape)]
struct Named<'a, From: 'a> {
    #[aws(skip)]
    to: Option<&'a str>,
    from: From,
}

/// An adapter for requests only.
pub(crate) mod seconds {
    use std::time::Duration;

    pub(crate) fn to_aws(value: &Duration) -> i64 {
        i64::try_from(value.as_secs()).unwrap_or(i64::MAX)
    }
}

/// A connector.
#[aws_connector(service = "dynamodb")]
pub(crate) mod tables {
    use super::{SystemTime, Visible, with};

    /// A request.
    #[aws_operation]
    #[derive(Debug)]
    pub(crate) struct DescribeTableRequest {
        /// The table.
        #[aws(default = "table")]
        pub(crate) table_name: Option<Visible>,
    }

    /// An answer.
    #[aws_shape]
    #[derive(Debug)]
    pub(crate) struct TableDescription {
        /// Its name.
        #[aws(default = "table")]
        pub(crate) table_name: Visible,
        /// When it was made.
        #[aws(with = with::system_time, default)]
        pub(crate) creation_date_time: Moment,
    }

    /// A moment.
    #[derive(Debug, Clone)]
    pub(crate) struct Moment(pub(crate) SystemTime);

    impl Default for Moment {
        fn default() -> Self {
            Self(SystemTime::UNIX_EPOCH)
        }
    }

    impl From<Moment> for SystemTime {
        fn from(moment: Moment) -> Self {
            moment.0
        }
    }

    impl From<SystemTime> for Moment {
        fn from(moment: SystemTime) -> Self {
            Self(moment)
        }
    }
}

macro_rules! through_a_macro {
    ($with:path, $default:literal, $negative:expr) => {
        #[aws_operation(service = "secretsmanager")]
        #[derive(Debug)]
        struct RotateSecretRequest<'a> {
            #[aws(with = $with)]
            secret_id: &'a IpAddr,
            #[aws(default = $default)]
            rotate_immediately: Option<bool>,
        }

        #[aws_operation(service = "dynamodb", operation = "Query")]
        #[derive(Debug)]
        struct Query {
            #[aws(default = "table")]
            table_name: Option<Named<'static, String>>,
            #[aws(default = $negative)]
            limit: Option<i32>,
        }
    };
}

through_a_macro!(with::text, true, 25);

#[aws_operation(service = "secretsmanager", operation = "DeleteSecret")]
#[derive(Debug)]
struct DeleteSecretRequest {
    secret_id: String,
    #[aws(with = seconds, default = 7)]
    recovery_window_in_days: Option<Duration>,
}

#[test]
fn they_are_requests() {
    fn check(request: &(impl AbstractRequest + std::fmt::Debug)) {
        assert!(!format!("{request:?}").is_empty());
    }

    fn is_written<S>(_: &(impl ToShape<S> + ?Sized)) {}

    check(&tables::DescribeTableRequest {
        table_name: Some(Visible(Inside("table".to_owned()))),
    });
    check(&RotateSecretRequest {
        secret_id: &IpAddr::from([127, 0, 0, 1]),
        rotate_immediately: None,
    });
    let named = Named {
        to: None,
        from: "table".to_owned(),
    };
    assert!(named.to.is_none());
    check(&Query {
        table_name: Some(named),
        limit: None,
    });
    check(&DeleteSecretRequest {
        secret_id: "id".to_owned(),
        recovery_window_in_days: Some(Duration::from_secs(7)),
    });
    let _: fn(&Unsized) = is_written::<aws_operation::shape::BlobShape>;
    let answer = tables::DescribeTableResponse::default();
    let table = answer.table.as_ref();
    assert!(table.is_none_or(|table| table.table_name.0.0.is_empty()));
    assert!(table.is_none_or(|table| table.creation_date_time.0 < SystemTime::now()));
}
