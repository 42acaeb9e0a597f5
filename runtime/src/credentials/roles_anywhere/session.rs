//! `CreateSession`: a certificate goes there, and a role's session comes back.

use aws_operation_macros::aws_connector;

pub(super) use operations::{CreateSessionRequest, Session, create_session};

#[aws_connector(model = "models/rolesanywhere.txt", crate = crate)]
mod operations {
    use std::fmt;

    use crate::DateTime;

    #[aws_operation(response = Answer)]
    pub(crate) struct CreateSessionRequest<'a> {
        pub duration_seconds: Option<i32>,
        pub profile_arn: &'a str,
        pub role_arn: &'a str,
        pub role_session_name: Option<&'a str>,
        pub trust_anchor_arn: &'a str,
    }

    #[aws_shape(shape = "CreateSessionResponse")]
    #[derive(Debug)]
    pub(crate) struct Answer {
        pub credential_set: Vec<Session>,
    }

    #[aws_shape(shape = "CredentialResponse")]
    #[derive(Debug)]
    pub(crate) struct Session {
        pub assumed_role_user: AssumedRoleUser,
        pub credentials: Credentials,
        pub role_arn: Option<String>,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub(crate) struct AssumedRoleUser {
        pub arn: String,
    }

    #[aws_shape]
    pub(crate) struct Credentials {
        pub access_key_id: String,
        pub expiration: DateTime,
        pub secret_access_key: String,
        pub session_token: String,
    }

    /// Shows no key.
    impl fmt::Debug for Credentials {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.debug_struct("Credentials")
                .field("expiration", &self.expiration)
                .finish_non_exhaustive()
        }
    }
}
