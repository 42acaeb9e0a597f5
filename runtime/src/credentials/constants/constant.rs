//! The settings by their names.

/// One of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Constant {
    AccessKey,
    ClientCertificateId,
    ClientCertificatePassword,
    Duration,
    ProfileArn,
    RoleArn,
    SecretAccessKey,
    SessionName,
    TrustAnchorArn,
}

impl Constant {
    pub(super) const ALL: [Self; 9] = [
        Self::AccessKey,
        Self::ClientCertificateId,
        Self::ClientCertificatePassword,
        Self::Duration,
        Self::ProfileArn,
        Self::RoleArn,
        Self::SecretAccessKey,
        Self::SessionName,
        Self::TrustAnchorArn,
    ];

    /// Its name in files and messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::AccessKey => "access_key",
            Self::ClientCertificateId => "client_certificate_id",
            Self::ClientCertificatePassword => "client_certificate_password",
            Self::Duration => "duration",
            Self::ProfileArn => "profile_arn",
            Self::RoleArn => "role_arn",
            Self::SecretAccessKey => "secret_access_key",
            Self::SessionName => "session_name",
            Self::TrustAnchorArn => "trust_anchor_arn",
        }
    }

    /// Its environment variable.
    pub(super) fn variable(self) -> String {
        format!("AWS_OPERATION_{}", self.name().to_ascii_uppercase())
    }

    /// Whether nobody may see it.
    pub(super) fn is_secret(self) -> bool {
        matches!(
            self,
            Self::ClientCertificatePassword | Self::SecretAccessKey
        )
    }
}
