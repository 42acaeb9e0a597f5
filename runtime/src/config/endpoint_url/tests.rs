use super::*;

#[test]
fn urls_of_endpoints_are_taken_as_they_are() {
    for url in [
        "https://example.com",
        "HTTPS://Example.com.",
        "https://example.com:8443/some/prefix/",
        "https://vpce-1a2b.sqs.eu-west-1.vpce.amazonaws.com/",
        "https://my_container:9000",
        "https://192.0.2.1",
        "https://[2001:db8::1]:443/a%20b",
        "https://[1:2:3:4:5:6:7:8]",
        "https://example.com/@user",
        "http://localhost",
        "http://LOCALHOST:4566",
        "http://127.0.0.1:1",
        "http://127.255.255.254:65535/",
        "http://[::1]:4566",
    ] {
        let endpoint = EndpointUrl::new(url).unwrap_or_else(|error| panic!("{url}: {error}"));
        assert_eq!(endpoint.as_str(), url);
        assert_eq!(endpoint.to_string(), url);
        assert_eq!(url.parse(), Ok(endpoint));
        assert_eq!(EndpointUrl::from_static(url).as_ref(), url);
    }
}

#[test]
fn what_is_not_the_url_of_an_endpoint_is_refused_with_its_reason() {
    for (url, fault) in [
        ("", Fault::Scheme),
        ("example.com", Fault::Scheme),
        ("ftp://example.com", Fault::Scheme),
        ("https:/example.com", Fault::Scheme),
        (" https://example.com", Fault::Scheme),
        ("https://", Fault::NoHost),
        ("https:///path", Fault::NoHost),
        ("https://:443", Fault::NoHost),
        ("https://example.com?x=1", Fault::QueryOrFragment),
        ("https://example.com/p?x=1", Fault::QueryOrFragment),
        ("https://example.com/#f", Fault::QueryOrFragment),
        ("https://user:secret@example.com", Fault::UserInfo),
        ("https://localhost@evil.example", Fault::UserInfo),
        ("https://example.com/a b", Fault::Character),
        ("https://example.com/%zz", Fault::Character),
        ("https://example.com/%2", Fault::Character),
        ("https://example.com/\u{e4}", Fault::Character),
        ("https://example.com/\r\nX: y", Fault::Character),
        ("https://example.com\\@evil.example", Fault::Character),
        ("https://exa mple.com", Fault::Host),
        ("https://-example.com", Fault::Host),
        ("https://example-.com", Fault::Host),
        ("https://example.com-", Fault::Host),
        ("https://a..b", Fault::Host),
        ("https://.", Fault::Host),
        ("https://b\u{fc}cher.example", Fault::Host),
        ("https://{region}.example", Fault::Host),
        ("https://[::1", Fault::Host),
        ("https://[]", Fault::Host),
        ("https://[1::2::3]", Fault::Host),
        ("https://[1:2:3:4:5:6:7]", Fault::Host),
        ("https://[:1:2:3:4:5:6:7]", Fault::Host),
        ("https://[12345::]", Fault::Host),
        ("https://[fe80::1%25eth0]", Fault::Host),
        ("https://[::1]443", Fault::Port),
        ("https://example.com:", Fault::Port),
        ("https://example.com:0", Fault::Port),
        ("https://example.com:65536", Fault::Port),
        ("https://example.com:000080", Fault::Port),
        ("https://example.com:80:80", Fault::Port),
    ] {
        assert_eq!(
            EndpointUrl::new(url),
            Err(InvalidEndpointUrl { fault }),
            "{url}"
        );
        assert_eq!(
            EndpointUrl::insecure_http(url),
            Err(InvalidEndpointUrl { fault }),
            "{url}"
        );
    }
    let label = "a".repeat(64);
    assert!(EndpointUrl::new(format!("https://{label}.example")).is_err());
    let name = "a.".repeat(127);
    assert!(EndpointUrl::new(format!("https://{name}")).is_err());
}

#[test]
fn plain_http_stays_on_this_computer_unless_the_program_says_otherwise() {
    for url in [
        "http://example.com",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://127.0.0.1.evil.example",
        "http://127.1",
        "http://127.999.300.1",
        "http://127.256.0.1",
        "http://127.0.0.08",
        "http://127.0.0.0001",
        "http://localhost.evil.example",
        "http://[::2]",
    ] {
        assert_eq!(
            EndpointUrl::new(url),
            Err(InvalidEndpointUrl {
                fault: Fault::PlainHttp
            })
        );
        assert_eq!(
            EndpointUrl::insecure_http(url).map(|url| url.to_string()),
            Ok(url.to_owned())
        );
    }
}

#[test]
fn the_error_does_not_show_the_url() {
    let error = EndpointUrl::new("https://user:hunter2@example.com").unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hunter2"));
}
