//! Where credentials come from, how long they are kept, and what is never shown.
//!
//! Whatever it is that a program has, it turns into [`Credentials`](crate::Credentials): a handle with
//! one cache in it, cheap to clone. Make one for each set, and use it for every call.
//!
//! | source | what it is | needs |
//! | --- | --- | --- |
//! | [`StaticCredentials`](crate::StaticCredentials) | an access key, for development | |
//! | [`TemporaryCredentials`](crate::TemporaryCredentials) | a session that was made elsewhere, with its end: what `aws configure export-credentials` prints | |
//! | [`Credentials::environment`](crate::Credentials::environment) | `AWS_ACCESS_KEY_ID` and what goes with it | |
//! | `Credentials::default_chain` | all places where AWS's tools look: profiles, SSO, containers, instances | `default-chain`; for some profiles `sso`, `credentials-process` or `credentials-login` |
//! | [`AssumeRole`](crate::AssumeRole) | a role, on top of any other source: chains, tags, policies, external ids, MFA | |
//! | [`WebIdentity`](crate::WebIdentity) | a role for a token of somebody else's: EKS, GitHub, … | |
//! | `RolesAnywhere` (in `roles_anywhere`) | a role for a client certificate, its key in a file, in memory or in hardware | `roles-anywhere` |
//! | [`Credentials::from_provider`](crate::Credentials::from_provider) | anything that implements the official SDK's `ProvideCredentials` | |
//! | [`BearerToken`](crate::BearerToken) | a token instead of signatures, where the operation takes one | |
//!
//! The official SDK takes all of them in turn: `Credentials` is a provider. With `aws-config`'s
//! `with_custom_provider("RolesAnywhere", credentials)`, profiles name it as their `credential_source`.
//!
//! # Constants
//!
//! [`AuthenticationConstants`](crate::AuthenticationConstants) are the settings of access keys and of
//! Roles Anywhere in one place: from code, from `AWS_OPERATION_…` variables, or from a TOML file with
//! named sets (feature `toml`). [`static_credentials`](crate::static_credentials) makes credentials of them
//! for development, `temporary_credentials` (feature `roles-anywhere`) for production. What is missing is named, all of
//! it at once. [`validate_credentials`](crate::validate_credentials) asks AWS whose they are:
//!
//! ```no_run
//! use aws_operation::{AuthenticationConstants, Region, static_credentials, validate_credentials};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let credentials = static_credentials(&AuthenticationConstants::from_env()?)?;
//! let caller = validate_credentials(&credentials, Region::EuWest1).await?;
//! println!("{} in account {}", caller.arn, caller.account);
//! # Ok(())
//! # }
//! ```
//!
//! `cargo run -p credentials`, in the repository, goes through four sources, against STS and Roles
//! Anywhere in its own process, which verify every signature:
//!
//! ```text
//! STS and Roles Anywhere at http://127.0.0.1:40835, in this process
//!   static            arn:aws:iam::123456789012:user/alice
//!   a role            arn:aws:sts::123456789012:assumed-role/Reader/assumed
//!   a role of a role  arn:aws:sts::123456789012:assumed-role/Reader/assumed
//!   a certificate     arn:aws:sts::123456789012:assumed-role/Reader/by-certificate
//!
//! Two that are none, and what is said of them:
//!   a wrong secret    sts:GetCallerIdentity in eu-west-1: SignatureDoesNotMatch (status 403)
//!   nothing           static credentials need `access_key`, `secret_access_key`; set them in code or …
//! ```
//!
//! # Roles Anywhere
//!
//! A `ClientCertificate` comes from one file or two, from bytes, from an entry of the variable
//! `CLIENT_CERTIFICATES` by its id, or with a `Signer`: a key that never leaves its token or service.
//!
//! RSA (2048 to 8192 bits), ECDSA on P-256, P-384 and P-521, and ML-DSA. The certificate is PEM or
//! PKCS#12, with its chain or without; keys are PKCS#8, encrypted or not, PKCS#1 or SEC1. Before AWS is
//! asked, which answers `AccessDenied` to nearly everything, it is checked here that the key is the
//! certificate's, that it is valid now, for signing, of no authority, with a subject, and that the trust
//! anchor and the profile are in one region. An answer with keys of another role is not taken. When the
//! service's clock is more than four minutes off this computer's, the call is signed once more by
//! the service's.
//!
//! # How long they are kept
//!
//! | when | what happens |
//! | --- | --- |
//! | five minutes before their end, and up to 75 seconds later at random | one call fetches new ones; it waits for five seconds at most, the others not at all |
//! | in the last minute | calls wait for the new ones; when those do not come, the old ones are used to their end |
//! | a fetch fails | the next one is a second later, then two, up to a minute; in five minutes when the configuration is at fault. Calls that have nothing else get the same error |
//! | they have no end | fetched again after 15 minutes |
//! | a source hangs | for 30 seconds, when there is nothing else (five minutes, where a person types a code) |
//!
//! However many calls wait, the source is asked once. Dropping a call harms no other.
//! [`Credentials::forget`](crate::Credentials::forget) asks anew at once. Each fetch is a
//! `tracing` event, with the name that [`Credentials::with_name`](crate::Credentials::with_name) gives.
//!
//! # What is never shown
//!
//! Secret keys, tokens, passwords, private keys and signatures: not by `Debug`, not in errors, not in
//! the logs of any crate involved, at any level. They are wiped from memory when the last handle is dropped, as far
//! as they are this crate's. Nothing is written to disk, and no environment variable is set.
