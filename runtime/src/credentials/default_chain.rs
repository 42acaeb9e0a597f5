//! AWS's default chain of credential sources.

use std::sync::OnceLock;

use aws_config::default_provider::credentials::DefaultCredentialsChain;
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};

/// The chain, built when it is first asked: building it reads files and may ask the instance for
/// its region.
#[derive(Debug, Default)]
pub(super) struct DefaultChain(OnceLock<DefaultCredentialsChain>);

impl DefaultChain {
    async fn provide(&self) -> Result<Credentials, CredentialsError> {
        if let Some(chain) = self.0.get() {
            return chain.provide_credentials().await;
        }
        // Our own HTTP client, so that a program has one pool, and one choice of TLS.
        let config = ProviderConfig::default().with_http_client(crate::http_client::shared());
        let chain = DefaultCredentialsChain::builder()
            .configure(config)
            .build()
            .await;
        // The cache around this asks one at a time. If the first fetch was given up half-way, the
        // second may have been quicker; either chain will do.
        self.0.get_or_init(|| chain).provide_credentials().await
    }
}

impl ProvideCredentials for DefaultChain {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.provide())
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use aws_credential_types::provider::ProvideCredentials;

    use crate::Credentials;

    const NAME: &str = "credentials::default_chain::tests::the_chain_starts_with_the_environment";
    const INSIDE: &str = "AWS_OPERATION_TEST_INSIDE";

    /// The environment belongs to the whole process, hence a process of its own: this test again,
    /// and nothing else.
    #[tokio::test]
    async fn the_chain_starts_with_the_environment() {
        if std::env::var_os(INSIDE).is_some() {
            return inside().await;
        }
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", NAME])
            .env(INSIDE, "1")
            .env("AWS_ACCESS_KEY_ID", "AKIDFROMTHEENVIRONMENT")
            .env("AWS_SECRET_ACCESS_KEY", "hunter2")
            .env("AWS_SESSION_TOKEN", "token")
            .env("AWS_REGION", "eu-west-1")
            .output()
            .unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{shown}");
        assert!(shown.contains("1 passed"), "{shown}");
    }

    const PROCESS: &str =
        "credentials::default_chain::tests::a_profile_runs_a_program_or_says_what_that_needs";

    #[tokio::test]
    async fn a_profile_runs_a_program_or_says_what_that_needs() {
        if std::env::var_os(INSIDE).is_some() {
            return inside_process().await;
        }
        let keys = r#"{"Version": 1, "AccessKeyId": "AKIDFROMPROCESS", "SecretAccessKey": "s"}"#;
        let folder = std::env::temp_dir().join(format!("aws-operation-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (answer, config) = (folder.join("keys.json"), folder.join("config"));
        std::fs::write(&answer, keys).unwrap();
        let profile = format!("[default]\ncredential_process = cat {}\n", answer.display());
        std::fs::write(&config, profile).unwrap();
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", PROCESS])
            .env(INSIDE, "1")
            .env("AWS_CONFIG_FILE", &config)
            .env("AWS_SHARED_CREDENTIALS_FILE", folder.join("none"))
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .output()
            .unwrap();
        std::fs::remove_dir_all(folder).unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success() && shown.contains("1 passed"),
            "{shown}"
        );
    }

    async fn inside_process() {
        let keys = Credentials::default_chain().provide_credentials().await;
        if cfg!(feature = "credentials-process") {
            assert_eq!(keys.unwrap().access_key_id(), "AKIDFROMPROCESS");
        } else {
            let error = format!("{:?}", keys.unwrap_err());
            assert!(error.contains("credentials-process"), "{error}");
        }
    }

    async fn inside() {
        let credentials = Credentials::default_chain();
        for _ in 0..2 {
            let keys = credentials.provide_credentials().await.unwrap();
            assert_eq!(keys.access_key_id(), "AKIDFROMTHEENVIRONMENT");
            assert_eq!(keys.session_token(), Some("token"));
        }
        assert!(!format!("{credentials:?}").contains("hunter2"));
    }
}
