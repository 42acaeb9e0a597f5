//! Four ways to credentials, and whose they are: `cargo run -p credentials`.
//!
//! Against STS and Roles Anywhere in this process; with `--aws` against AWS, with the constants of
//! the environment (`AWS_OPERATION_ACCESS_KEY`, …).

use std::error::Error;
use std::process::ExitCode;

use aws_operation::roles_anywhere::{ClientCertificate, RolesAnywhere};
use aws_operation::{
    AssumeRole, AuthenticationConstants, Credentials, Region, SdkClientConfig, static_credentials,
    temporary_credentials, validate_credentials,
};
use credentials::{LocalAws, certificates};

const REGION: Region = Region::EuWest1;

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match std::env::args().nth(1).as_deref() {
        None => here().await,
        Some("--aws") => at_aws().await,
        Some(_) => Err("usage: credentials [--aws]".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn here() -> Result<(), Box<dyn Error>> {
    let aws = LocalAws::start();
    let config = SdkClientConfig::at(aws.url());
    println!("STS and Roles Anywhere at {}, in this process", aws.url());

    let constants = AuthenticationConstants::new()
        .with_access_key(LocalAws::ACCESS_KEY)
        .with_secret_access_key(LocalAws::SECRET_ACCESS_KEY);
    let user = static_credentials(&constants)?;
    show("static", &user, &config).await?;

    let role = AssumeRole::new(user, REGION, LocalAws::ROLE)
        .session_name("example")
        .client_config(&config);
    let role = Credentials::from(role);
    show("a role", &role, &config).await?;

    let chained = AssumeRole::new(role, REGION, LocalAws::ROLE).client_config(&config);
    show("a role of a role", &chained.into(), &config).await?;

    let certificate = certificates::make(&rcgen::PKCS_ECDSA_P256_SHA256);
    let certificate = ClientCertificate::from_bytes(certificate.bundle());
    let anywhere = RolesAnywhere::new(
        certificate,
        LocalAws::TRUST_ANCHOR,
        LocalAws::PROFILE,
        LocalAws::ROLE,
    );
    show(
        "a certificate",
        &anywhere.client_config(&config).into(),
        &config,
    )
    .await?;

    println!("\nTwo that are none, and what is said of them:");
    let wrong = constants.with_secret_access_key("another");
    let wrong = static_credentials(&wrong)?;
    let error = validate_credentials(&wrong, REGION)
        .client_config(&config)
        .await;
    println!("  a wrong secret    {}", error.err().ok_or("it was taken")?);
    let nothing = static_credentials(&AuthenticationConstants::new());
    println!(
        "  nothing           {}",
        nothing.err().ok_or("it was taken")?
    );
    Ok(())
}

async fn at_aws() -> Result<(), Box<dyn Error>> {
    let constants = AuthenticationConstants::from_env()?;
    let config = SdkClientConfig::new();
    println!("AWS in {REGION}");
    match static_credentials(&constants) {
        Ok(credentials) => show("static", &credentials, &config).await?,
        Err(missing) => println!("  static            {missing}"),
    }
    match temporary_credentials(&constants, REGION) {
        Ok(credentials) => show("temporary", &credentials, &config).await?,
        Err(missing) => println!("  temporary         {missing}"),
    }
    Ok(())
}

/// Prints whose credentials these are.
async fn show(
    name: &str,
    credentials: &Credentials,
    config: &SdkClientConfig,
) -> Result<(), Box<dyn Error>> {
    let caller = validate_credentials(credentials, REGION)
        .client_config(config)
        .await?;
    println!("  {name:<16}  {}", caller.arn);
    Ok(())
}
