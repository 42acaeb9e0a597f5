//! The operations, as far as credentials need them.

use aws_operation_macros::aws_connector;

pub(super) use operations::{
    AssumeRoleRequest, AssumeRoleWithWebIdentityRequest, GetCallerIdentityRequest,
    PolicyDescriptorType, SessionKeys, Tag, assume_role, assume_role_with_web_identity,
    get_caller_identity,
};
pub use operations::{CallerIdentity, GetCallerIdentityError};

#[aws_connector(service = "sts", crate = crate)]
mod operations {
    /// Who makes calls: the account, and the user, role or session in it.
    #[aws_shape(shape = "GetCallerIdentityResponse")]
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct CallerIdentity {
        /// The account's id, 12 digits.
        pub account: String,
        /// For example `arn:aws:iam::123456789012:user/alice`, or
        /// `arn:aws:sts::123456789012:assumed-role/Reader/session`.
        pub arn: String,
        /// The unique id: `AIDA…` of a user, `AROA…:session` of a role's session.
        pub user_id: String,
    }

    #[aws_operation(response = CallerIdentity)]
    pub(crate) struct GetCallerIdentityRequest;

    /// The keys of a session. No `Debug` shows them.
    #[aws_shape(shape = "Credentials")]
    #[derive(Clone)]
    pub(crate) struct SessionKeys {
        pub access_key_id: String,
        pub secret_access_key: String,
        pub session_token: String,
        pub expiration: crate::DateTime,
    }

    impl std::fmt::Debug for SessionKeys {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("SessionKeys").finish_non_exhaustive()
        }
    }

    /// What is wanted of the answers.
    #[aws_shape(shape = "AssumeRoleResponse")]
    #[derive(Debug)]
    pub(crate) struct Assumed {
        pub credentials: SessionKeys,
    }

    #[aws_operation(response = Assumed)]
    pub(crate) struct AssumeRoleRequest<'a> {
        pub role_arn: &'a str,
        pub role_session_name: &'a str,
        pub policy_arns: Vec<PolicyDescriptorType>,
        pub policy: Option<&'a str>,
        pub duration_seconds: Option<i32>,
        pub tags: Vec<Tag>,
        pub transitive_tag_keys: &'a [String],
        pub external_id: Option<&'a str>,
        pub serial_number: Option<&'a str>,
        pub token_code: Option<&'a str>,
        pub source_identity: Option<&'a str>,
    }

    /// The same of the answers to tokens.
    #[aws_shape(shape = "AssumeRoleWithWebIdentityResponse")]
    #[derive(Debug)]
    pub(crate) struct AssumedWithToken {
        pub credentials: SessionKeys,
    }

    #[aws_operation(response = AssumedWithToken)]
    pub(crate) struct AssumeRoleWithWebIdentityRequest<'a> {
        pub role_arn: &'a str,
        pub role_session_name: &'a str,
        pub web_identity_token: &'a str,
        pub policy_arns: Vec<PolicyDescriptorType>,
        pub policy: Option<&'a str>,
        pub duration_seconds: Option<i32>,
    }
}
