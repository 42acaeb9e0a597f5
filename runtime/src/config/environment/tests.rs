use super::*;
use crate::config::{
    AccountIdEndpointMode, AppName, CustomRetries, EndpointUrl, RequestChecksumCalculation,
    ResponseChecksumValidation, RetryPolicy,
};
use std::num::NonZeroU32;

const NO_FILE: &[(&str, &str)] = &[];

async fn of(sdk_id: &str, env: &[(&str, &str)], file: &str) -> Result<SdkClientConfig, String> {
    let mut variables = vec![("AWS_CONFIG_FILE", "config")];
    variables.extend(env);
    let files = [("config", file)];
    let files = if file.is_empty() { NO_FILE } else { &files };
    read(sdk_id, &Env::from_slice(&variables), &Fs::from_slice(files)).await
}

fn url(text: &'static str) -> Option<EndpointUrl> {
    EndpointUrl::insecure_http(text).ok()
}

#[tokio::test]
async fn nothing_says_nothing() {
    assert_eq!(of("SQS", &[], "").await, Ok(SdkClientConfig::new()));
    let empty = [("AWS_ENDPOINT_URL", ""), ("AWS_MAX_ATTEMPTS", "")];
    let file = "[default]\nregion = eu-west-1\nuse_fips_endpoint =\n";
    assert_eq!(of("SQS", &empty, file).await, Ok(SdkClientConfig::new()));
}

#[tokio::test]
async fn variables_and_the_profile_say_the_same() {
    let settings = [
        ("retry_mode", "AWS_RETRY_MODE", "Adaptive"),
        ("max_attempts", "AWS_MAX_ATTEMPTS", "5"),
        ("use_fips_endpoint", "AWS_USE_FIPS_ENDPOINT", "true"),
        (
            "use_dualstack_endpoint",
            "AWS_USE_DUALSTACK_ENDPOINT",
            "TRUE",
        ),
        (
            "account_id_endpoint_mode",
            "AWS_ACCOUNT_ID_ENDPOINT_MODE",
            "required",
        ),
        ("s3_use_arn_region", "AWS_S3_USE_ARN_REGION", "false"),
        (
            "s3_disable_multiregion_access_points",
            "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS",
            "true",
        ),
        (
            "request_checksum_calculation",
            "AWS_REQUEST_CHECKSUM_CALCULATION",
            "WHEN_REQUIRED",
        ),
        (
            "response_checksum_validation",
            "AWS_RESPONSE_CHECKSUM_VALIDATION",
            "when_supported",
        ),
        (
            "disable_request_compression",
            "AWS_DISABLE_REQUEST_COMPRESSION",
            "true",
        ),
        (
            "request_min_compression_size_bytes",
            "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
            "1",
        ),
        ("sdk_ua_app_id", "AWS_SDK_UA_APP_ID", "billing"),
    ];
    let expected = SdkClientConfig::new()
        .with_retry_policy(RetryPolicy::Custom(
            CustomRetries::new()
                .with_adaptive(true)
                .with_max_attempts(NonZeroU32::new(5).expect("five")),
        ))
        .with_fips(true)
        .with_dual_stack(true)
        .with_account_id_endpoint_mode(AccountIdEndpointMode::Required)
        .with_s3(
            S3Config::new()
                .with_arn_region(false)
                .with_multi_region_access_points(false),
        )
        .with_request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
        .with_response_checksum_validation(ResponseChecksumValidation::WhenSupported)
        .with_disable_request_compression(true)
        .with_request_min_compression_size_bytes(1)
        .with_app_name(AppName::from_static("billing"));

    let variables = settings.map(|(_, variable, value)| (variable, value));
    assert_eq!(of("SQS", &variables, "").await, Ok(expected.clone()));
    let keys = settings.map(|(key, _, value)| format!("{key} = {value}\n"));
    let file = format!("[profile mine]\n{}", keys.concat());
    let mine = [("AWS_PROFILE", "mine")];
    assert_eq!(of("SQS", &mine, &file).await, Ok(expected));
    // Another profile's are not ours.
    assert_eq!(of("SQS", &[], &file).await, Ok(SdkClientConfig::new()));
}

#[tokio::test]
async fn a_variable_goes_before_the_profile() {
    let file = "[default]\nmax_attempts = 7\nuse_fips_endpoint = nonsense\n";
    let env = [
        ("AWS_MAX_ATTEMPTS", "1"),
        ("AWS_USE_FIPS_ENDPOINT", "false"),
    ];
    let config = of("SQS", &env, file).await.expect("settings");
    assert_eq!(config.retry_policy(), Some(RetryPolicy::Number(0)));
    assert_eq!(config.fips(), Some(false));
}

#[tokio::test]
async fn endpoints_are_those_of_the_service_before_those_of_all() {
    const FILE: &str = "\
[default]
endpoint_url = https://all.profile.example
services = here
[services here]
elastic_beanstalk =
  endpoint_url = https://one.profile.example
";
    let all = ("AWS_ENDPOINT_URL", "http://emulator:4566");
    let one = (
        "AWS_ENDPOINT_URL_ELASTIC_BEANSTALK",
        "https://one.example/x",
    );
    let cases = [
        (
            "Elastic Beanstalk",
            &[all, one][..],
            "https://one.example/x",
        ),
        ("SQS", &[all, one], "http://emulator:4566"),
        ("Elastic Beanstalk", &[all], "http://emulator:4566"),
        ("Elastic Beanstalk", &[], "https://one.profile.example"),
        ("SQS", &[], "https://all.profile.example"),
    ];
    for (service, env, expected) in cases {
        let config = of(service, env, FILE).await.expect("settings");
        assert_eq!(
            config.endpoint().cloned(),
            url(expected),
            "{service} {env:?}"
        );
    }
    let ignored = [all, ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")];
    let config = of("SQS", &ignored, FILE).await.expect("settings");
    assert_eq!(config.endpoint(), None);
}

#[tokio::test]
async fn what_cannot_be_is_told_by_its_place_without_the_text() {
    let text = "https://user:secret@example.com";
    for (env, file, place) in [
        (
            &[("AWS_ENDPOINT_URL", text)][..],
            "",
            "`AWS_ENDPOINT_URL` has to be a URL",
        ),
        (
            &[("AWS_ENDPOINT_URL_SQS", text)],
            "",
            "`AWS_ENDPOINT_URL_SQS` has",
        ),
        (
            &[("AWS_MAX_ATTEMPTS", "0")],
            "",
            "`AWS_MAX_ATTEMPTS` has to be a whole number, 1 or more",
        ),
        (
            &[("AWS_RETRY_MODE", "secret")],
            "",
            "`AWS_RETRY_MODE` has to be `standard` or `adaptive`",
        ),
        (
            &[],
            "[default]\nuse_fips_endpoint = secret",
            "`use_fips_endpoint` of the profile `default` has to be `true` or `false`",
        ),
        (
            &[],
            "[default]\nservices = a\n[services a]\nsqs =\n  endpoint_url = secret",
            "`endpoint_url` of the profile `default` for `sqs` has",
        ),
        (
            &[],
            "[default\nsecret",
            "AWS's configuration file cannot be read: ",
        ),
    ] {
        let error = of("SQS", env, file).await.expect_err(place);
        assert!(error.starts_with(place), "{error}");
        assert!(!error.contains("secret"), "{error}");
    }
}
