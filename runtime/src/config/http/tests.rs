use std::num::NonZeroU32;
use std::time::Duration;

use super::{HttpConfig, Proxy, RootCertificates};
use crate::SdkClientConfig;

#[test]
fn what_is_unset_comes_from_the_next_place() {
    let seconds = Duration::from_secs;
    let first = HttpConfig::new().with_connect_timeout(seconds(1));
    let second = HttpConfig::new()
        .with_connect_timeout(seconds(2))
        .with_read_timeout(seconds(2))
        .with_pool_idle_timeout(seconds(2))
        .with_max_connections_per_host(NonZeroU32::MIN)
        .with_tcp_keep_alive(seconds(2))
        .with_proxy(Proxy::direct());
    let both = SdkClientConfig::new()
        .with_http(first)
        .or(&SdkClientConfig::new().with_http(second.clone()));
    assert_eq!(both.http(), &second.with_connect_timeout(seconds(1)));
}

#[test]
fn data_sets_what_cannot_listen() {
    let text = r#"{"http": {"connect_timeout": "1s", "read_timeout": "5m", "max_connections_per_host": 8}}"#;
    let read: SdkClientConfig = serde_json::from_str(text).unwrap();
    assert_eq!(read.http().connect_timeout(), Some(Duration::from_secs(1)));
    assert_eq!(read.http().read_timeout(), Some(Duration::from_mins(5)));
    let written = serde_json::to_string(&read).unwrap();
    assert_eq!(
        serde_json::from_str::<SdkClientConfig>(&written).unwrap(),
        read
    );

    for (text, words) in [
        (
            r#"{"http": {"proxy": "http://evil.example"}}"#,
            "`proxy` is not read from data",
        ),
        (
            r#"{"http": {"root_certificates": ""}}"#,
            "`root_certificates` are not read from data",
        ),
        (r#"{"http": {"max_connections_per_host": 0}}"#, "nonzero"),
        (r#"{"http": {"read_timeout": "0s"}}"#, "a time of zero"),
        (
            r#"{"http": {"reed_timeout": "1s"}}"#,
            "unknown field `reed_timeout`",
        ),
    ] {
        let error = serde_json::from_str::<SdkClientConfig>(text)
            .unwrap_err()
            .to_string();
        assert!(error.contains(words), "{error}");
    }
}

#[test]
fn a_timeout_of_zero_is_named() {
    let zero = Duration::ZERO;
    for (http, field) in [
        (
            HttpConfig::new().with_connect_timeout(zero),
            "http.connect_timeout",
        ),
        (
            HttpConfig::new().with_read_timeout(zero),
            "http.read_timeout",
        ),
        (
            HttpConfig::new().with_pool_idle_timeout(zero),
            "http.pool_idle_timeout",
        ),
        (
            HttpConfig::new().with_tcp_keep_alive(zero),
            "http.tcp_keep_alive",
        ),
    ] {
        let error = SdkClientConfig::new().with_http(http).check().unwrap_err();
        assert_eq!(error.field(), field);
    }
}

#[test]
fn proxies_are_checked_and_their_passwords_not_shown() {
    for (url, words) in [
        ("", "it is no URL"),
        ("proxy.example.com", "it is not of `http` or `https`"),
        (
            "socks5://proxy.example.com",
            "it is not of `http` or `https`",
        ),
        (
            "http://user:hunter2@proxy.example.com",
            "belongs into `with_basic_auth`",
        ),
    ] {
        let error = Proxy::new(url).unwrap_err().to_string();
        assert!(
            error.contains(words) && !error.contains("hunter2"),
            "{error}"
        );
    }
    let proxy = Proxy::new("http://proxy.example.com:3128")
        .unwrap()
        .with_basic_auth("me", "hunter2");
    assert_eq!(format!("{proxy:?}"), "Proxy(http://proxy.example.com:3128)");
    // Nothing panics at what was taken.
    for url in [
        "http://proxy.example.com",
        "https://[::1]:1",
        "http://10.0.0.1:3128/path",
    ] {
        Proxy::new(url)
            .unwrap()
            .except("localhost,10.0.0.0/8")
            .to_client();
    }
}

#[test]
fn certificates_are_checked() {
    for (pem, words) in [
        ("", "there is no certificate"),
        (
            "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n",
            "this is no PEM",
        ),
        (
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            "cannot be read",
        ),
    ] {
        let error = RootCertificates::from_pem(pem).unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    }
}
