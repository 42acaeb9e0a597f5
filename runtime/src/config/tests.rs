use std::sync::Arc;

use super::*;

const LOCAL: EndpointUrl = EndpointUrl::from_static("http://localhost:4566/prefix");

const COMPLETE: SdkClientConfig = SdkClientConfig::at(LOCAL)
    .with_timeout(Duration::from_mins(1))
    .with_attempt_timeout(Duration::from_secs(10))
    .with_retry_policy(RetryPolicy::Number(4))
    .checked();

#[test]
fn what_is_unset_comes_from_the_next_place() {
    let call = SdkClientConfig::new().with_timeout(Duration::from_secs(1));
    let request = SdkClientConfig::new()
        .with_timeout(Duration::from_secs(2))
        .with_retry_policy(RetryPolicy::None);
    let connector = SdkClientConfig::new()
        .with_timeout(Duration::from_secs(3))
        .with_retry_policy(RetryPolicy::Adaptive)
        .with_attempt_timeout(Duration::from_secs(4));

    let settings = call.or(&request).or(&connector).or(&COMPLETE);

    assert_eq!(settings.timeout(), Some(Duration::from_secs(1)));
    assert_eq!(settings.retry_policy(), Some(RetryPolicy::None));
    assert_eq!(settings.attempt_timeout(), Some(Duration::from_secs(4)));
    assert_eq!(settings.endpoint(), Some(&LOCAL));
}

#[test]
fn nothing_set_stays_nothing_set() {
    let nothing = SdkClientConfig::new();
    assert_eq!(nothing, SdkClientConfig::default());
    assert_eq!(nothing.clone().or(&nothing), nothing);
    assert_eq!(COMPLETE.or(&nothing), COMPLETE);
    assert_eq!(nothing.or(&COMPLETE), COMPLETE);
}

#[test]
fn every_stand_in_keeps_its_settings() {
    struct Mine(SdkClientConfig);

    impl ClientConfig for Mine {
        fn settings(&self) -> SdkClientConfig {
            self.0.clone()
        }
    }

    let mine = Mine(COMPLETE);
    assert_eq!(ClientConfig::settings(&&mine), COMPLETE);
    assert_eq!(Box::new(Mine(COMPLETE)).settings(), COMPLETE);
    let shared: Arc<dyn ClientConfig> = Arc::new(mine);
    assert_eq!(shared.settings(), COMPLETE);
    assert_eq!(COMPLETE.settings(), COMPLETE);

    let basic = BasicClientConfig::new()
        .with_timeout(Duration::from_mins(1))
        .with_endpoint(LOCAL);
    assert_eq!(
        basic,
        BasicClientConfig::at(LOCAL).with_timeout(Duration::from_mins(1))
    );
    assert_eq!(basic.timeout(), Some(Duration::from_mins(1)));
    assert_eq!(basic.endpoint(), Some(&LOCAL));
    let settings = basic.settings();
    assert_eq!(
        (settings.timeout(), settings.endpoint()),
        (basic.timeout(), basic.endpoint())
    );
    assert_eq!(
        (settings.attempt_timeout(), settings.retry_policy()),
        (None, None)
    );
}

#[test]
fn a_timeout_of_zero_is_refused_by_name() {
    let error = SdkClientConfig::new()
        .with_timeout(Duration::ZERO)
        .check()
        .unwrap_err();
    assert_eq!(error.field(), "timeout");
    let error = SdkClientConfig::new()
        .with_attempt_timeout(Duration::ZERO)
        .check()
        .unwrap_err();
    assert_eq!(error.field(), "attempt_timeout");
    assert_eq!(
        error.to_string(),
        "`attempt_timeout` is zero: nothing can be done in that time; leave it unset for the default",
    );
}

#[test]
fn settings_are_written_for_people_and_read_back() {
    let settings = SdkClientConfig::new()
        .with_timeout(Duration::from_mins(15))
        .with_attempt_timeout(Duration::from_millis(1_500))
        .with_retry_policy(RetryPolicy::Number(5))
        .with_fips(true)
        .with_account_id_endpoint_mode(AccountIdEndpointMode::Required)
        .with_s3(S3Config::new().with_path_style(true))
        .with_request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
        .with_response_checksum_validation(ResponseChecksumValidation::WhenSupported)
        .with_disable_request_compression(true)
        .with_request_min_compression_size_bytes(128)
        .with_app_name(AppName::from_static("billing"))
        .with_environment(false);
    let json = serde_json::to_value(&settings).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "timeout": "15m",
            "endpoint": null,
            "attempt_timeout": "1500ms",
            "retry_policy": { "number": 5 },
            "fips": true,
            "dual_stack": null,
            "account_id_endpoint_mode": "required",
            "s3": {
                "accelerate": null,
                "arn_region": null,
                "multi_region_access_points": null,
                "path_style": true,
            },
            "request_checksum_calculation": "when_required",
            "response_checksum_validation": "when_supported",
            "http": {
                "connect_timeout": null,
                "max_connections_per_host": null,
                "pool_idle_timeout": null,
                "proxy": null,
                "read_timeout": null,
                "root_certificates": null,
                "tcp_keep_alive": null,
            },
            "disable_request_compression": true,
            "request_min_compression_size_bytes": 128,
            "app_name": "billing",
            "headers": null,
            "environment": false,
        }),
    );
    assert_eq!(SdkClientConfig::new().or(&settings), settings);
    assert_eq!(
        serde_json::from_value::<SdkClientConfig>(json).unwrap(),
        settings
    );

    for policy in [
        RetryPolicy::Adaptive,
        RetryPolicy::None,
        RetryPolicy::Number(0),
        RetryPolicy::Standard,
    ] {
        let json = serde_json::to_string(&policy).unwrap();
        assert_eq!(serde_json::from_str::<RetryPolicy>(&json).unwrap(), policy);
    }
    let basic: BasicClientConfig = serde_json::from_str(r#"{"timeout": "1h"}"#).unwrap();
    assert_eq!(
        basic,
        BasicClientConfig::new().with_timeout(Duration::from_hours(1))
    );
    assert_eq!(
        serde_json::from_str::<SdkClientConfig>("{}").unwrap(),
        SdkClientConfig::new()
    );
}

#[test]
fn data_cannot_set_an_endpoint_a_zero_or_something_unknown() {
    let message = |json: &str| {
        let sdk = serde_json::from_str::<SdkClientConfig>(json)
            .unwrap_err()
            .to_string();
        let basic = serde_json::from_str::<BasicClientConfig>(json)
            .unwrap_err()
            .to_string();
        let start = |text: &str| text.split(' ').take(3).collect::<String>();
        assert_eq!(start(&sdk), start(&basic));
        sdk
    };
    let redirect = message(r#"{"endpoint": "https://evil.example"}"#);
    assert!(
        redirect.starts_with("`endpoint` is not read from data"),
        "{redirect}"
    );
    assert!(message(r#"{"timeout": "0s"}"#).starts_with("a time of zero"));
    assert!(message(r#"{"timeout": "soon"}"#).starts_with("\"soon\" is not a duration"));
    assert!(message(r#"{"time_out": "5s"}"#).starts_with("unknown field `time_out`"));
}

#[test]
fn an_endpoint_comes_from_data_through_the_type_that_says_so() {
    let endpoint: EndpointFromData = serde_json::from_str(r#""https://s3.example""#).unwrap();
    assert_eq!(
        serde_json::to_string(&endpoint).unwrap(),
        r#""https://s3.example""#
    );
    let settings = SdkClientConfig::new().with_endpoint(endpoint);
    assert_eq!(
        settings.endpoint().map(EndpointUrl::as_str),
        Some("https://s3.example")
    );
    assert!(serde_json::from_str::<EndpointFromData>(r#""http://s3.example""#).is_err());
}

#[test]
fn where_endpoints_are_falls_back_setting_by_setting() {
    let first = SdkClientConfig::new()
        .with_fips(false)
        .with_s3(S3Config::new().with_path_style(false));
    let second = SdkClientConfig::new()
        .with_fips(true)
        .with_dual_stack(true)
        .with_account_id_endpoint_mode(AccountIdEndpointMode::Disabled)
        .with_s3(S3Config::new().with_path_style(true).with_accelerate(true));

    let both = first.or(&second);

    assert_eq!(both.fips(), Some(false));
    assert_eq!(both.dual_stack(), Some(true));
    let mode = Some(AccountIdEndpointMode::Disabled);
    assert_eq!(both.account_id_endpoint_mode(), mode);
    let s3 = S3Config::new().with_path_style(false).with_accelerate(true);
    assert_eq!(both.s3(), &s3);
}

#[test]
fn one_place_does_not_contradict_itself() {
    let attempt = SdkClientConfig::new().with_attempt_timeout(Duration::from_secs(2));
    let total = SdkClientConfig::new().with_timeout(Duration::from_secs(1));
    let both = attempt.or(&total);
    let fault = both.check().unwrap_err();
    assert_eq!(
        (fault.field(), fault.to_string().as_str()),
        (
            "attempt_timeout",
            "`attempt_timeout` is longer than `timeout`, which would end it; make it shorter, or leave it unset"
        )
    );
    // What comes from two places may.
    assert_eq!(both.check_merged(), Ok(()));

    let waits = CustomRetries::new()
        .with_initial_backoff(Duration::from_secs(2))
        .with_max_backoff(Duration::from_secs(1));
    let waits = SdkClientConfig::new().with_retry_policy(RetryPolicy::Custom(waits));
    assert_eq!(waits.check_merged().unwrap_err().field(), "initial_backoff");
}

#[test]
fn custom_retries_are_data() {
    let config: SdkClientConfig = serde_json::from_str(
        r#"{"retry_policy": {"custom": {"max_attempts": 4, "initial_backoff": "50ms"}}}"#,
    )
    .unwrap();
    let expected = CustomRetries::new()
        .with_max_attempts(std::num::NonZeroU32::new(4).unwrap())
        .with_initial_backoff(Duration::from_millis(50));
    assert_eq!(config.retry_policy(), Some(RetryPolicy::Custom(expected)));
    let none = r#"{"retry_policy": {"custom": {"max_attempts": 0}}}"#;
    assert!(serde_json::from_str::<SdkClientConfig>(none).is_err());
}
