//! What makes a text the URL of an endpoint. By hand, since it has to run in the compiler.

/// What is wrong with a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Character,
    Host,
    NoHost,
    PlainHttp,
    Port,
    QueryOrFragment,
    Scheme,
    UserInfo,
}

impl Fault {
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Character => {
                "the endpoint URL has a character that no URL has; percent-encode it in the path"
            }
            Self::Host => "the endpoint URL's host is neither a name nor an IP address",
            Self::NoHost => "the endpoint URL has no host",
            Self::PlainHttp => {
                "the endpoint URL is plain `http` to another computer; use `https`, or \
                 `EndpointUrl::insecure_http` if everyone on the line may read the requests"
            }
            Self::Port => "the endpoint URL's port is not a number from 1 to 65535",
            Self::QueryOrFragment => "the endpoint URL has a query or a fragment; leave it out",
            Self::Scheme => "the endpoint URL does not begin with `https://` or `http://`",
            Self::UserInfo => {
                "the endpoint URL has a user name or password; requests are signed instead"
            }
        }
    }
}

/// The first thing that is wrong with a URL.
pub(super) const fn check(url: &[u8], insecure: bool) -> Option<Fault> {
    let Some((plain, authority, path)) = split(url) else {
        return Some(Fault::Scheme);
    };

    if find(path, b"?#") < path.len() {
        return Some(Fault::QueryOrFragment);
    }
    if !is_path(path) {
        return Some(Fault::Character);
    }
    if find(authority, b"@") < authority.len() {
        return Some(Fault::UserInfo);
    }

    let Some((host, port)) = split_port(authority) else {
        return Some(Fault::Host);
    };
    if host.is_empty() {
        return Some(Fault::NoHost);
    }
    if !is_host(host) {
        return Some(Fault::Host);
    }
    match port {
        [] => {}
        [b':', digits @ ..] if is_port(digits) => {}
        _ => return Some(Fault::Port),
    }
    if plain && !insecure && !is_loopback(host) {
        return Some(Fault::PlainHttp);
    }
    None
}

/// Whether a URL that was checked leads to this computer.
pub(super) fn leads_here(url: &[u8]) -> bool {
    split(url)
        .and_then(|(_, authority, _)| split_port(authority))
        .is_some_and(|(host, _)| is_loopback(host))
}

/// Whether the URL is plain HTTP, its authority, and the rest.
const fn split(url: &[u8]) -> Option<(bool, &[u8], &[u8])> {
    let (rest, plain) = if let Some(rest) = strip_scheme(url, b"https://") {
        (rest, false)
    } else if let Some(rest) = strip_scheme(url, b"http://") {
        (rest, true)
    } else {
        return None;
    };
    let (authority, path) = rest.split_at(find(rest, b"/?#\\"));
    Some((plain, authority, path))
}

/// The host, and the port with its colon.
const fn split_port(authority: &[u8]) -> Option<(&[u8], &[u8])> {
    let end_of_host = match authority {
        [b'[', ..] => find(authority, b"]") + 1,
        _ => find(authority, b":"),
    };
    authority.split_at_checked(end_of_host)
}

const fn strip_scheme<'a>(url: &'a [u8], scheme: &[u8]) -> Option<&'a [u8]> {
    match url.split_at_checked(scheme.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(scheme) => Some(rest),
        _ => None,
    }
}

/// The position of the first byte that is one of `wanted`; the length when none is.
const fn find(text: &[u8], wanted: &[u8]) -> usize {
    let mut at = 0;
    while at < text.len() {
        let mut index = 0;
        while index < wanted.len() {
            if text[at] == wanted[index] {
                return at;
            }
            index += 1;
        }
        at += 1;
    }
    text.len()
}

/// RFC 3986, section 3.3: unreserved, percent-encoded, sub-delimiters, `:`, `@` and `/`.
const fn is_path(path: &[u8]) -> bool {
    let mut at = 0;
    while at < path.len() {
        match path[at] {
            b'%' => {
                let encoded = at + 2 < path.len()
                    && path[at + 1].is_ascii_hexdigit()
                    && path[at + 2].is_ascii_hexdigit();
                if !encoded {
                    return false;
                }
            }
            b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+'
            | b',' | b';' | b'=' | b':' | b'@' | b'/' => {}
            byte if byte.is_ascii_alphanumeric() => {}
            _ => return false,
        }
        at += 1;
    }
    true
}

const fn is_host(host: &[u8]) -> bool {
    match host {
        [b'[', address @ .., b']'] => is_ipv6(address),
        _ => is_name(host),
    }
}

/// Labels with dots between them; an IPv4 address looks the same. Underscores occur in the names
/// that container networks give.
const fn is_name(host: &[u8]) -> bool {
    let mut at = 0;
    let mut label = 0;
    while at < host.len() {
        match host[at] {
            b'.' if label == 0 || host[at - 1] == b'-' => return false,
            b'.' => label = 0,
            b'-' if label == 0 => return false,
            b'-' | b'_' => label += 1,
            byte if byte.is_ascii_alphanumeric() => label += 1,
            _ => return false,
        }
        if label > 63 {
            return false;
        }
        at += 1;
    }
    // A dot at the end says that the name is complete.
    at <= 253 && host[at - 1] != b'-'
}

/// RFC 4291, section 2.2, without the form that ends with an IPv4 address.
const fn is_ipv6(address: &[u8]) -> bool {
    let mut at = 0;
    let mut groups = 0;
    let mut digits = 0;
    let mut gap = false;
    while at < address.len() {
        let byte = address[at];
        if byte == b':' {
            let doubled = at + 1 < address.len() && address[at + 1] == b':';
            if doubled {
                if gap {
                    return false;
                }
                gap = true;
                at += 1;
            } else if digits == 0 || at + 1 == address.len() {
                return false;
            }
            digits = 0;
        } else if byte.is_ascii_hexdigit() && digits < 4 {
            if digits == 0 {
                groups += 1;
            }
            digits += 1;
        } else {
            return false;
        }
        at += 1;
    }
    if gap { groups < 8 } else { groups == 8 }
}

const fn is_port(digits: &[u8]) -> bool {
    let mut port = 0_u32;
    let mut at = 0;
    while at < digits.len() {
        if !digits[at].is_ascii_digit() || at == 5 {
            return false;
        }
        port = port * 10 + (digits[at] - b'0') as u32;
        at += 1;
    }
    port >= 1 && port <= 65_535
}

const fn is_loopback(host: &[u8]) -> bool {
    host.eq_ignore_ascii_case(b"localhost")
        || host.eq_ignore_ascii_case(b"[::1]")
        || matches!(host, [b'1', b'2', b'7', b'.', rest @ ..] if is_rest_of_ipv4(rest))
}

/// The three last numbers of an IPv4 address. `127.0.0.1.example.com` is a name like any other, and
/// so is `127.999.0.1`: a resolver would be asked for it.
const fn is_rest_of_ipv4(rest: &[u8]) -> bool {
    let mut at = 0;
    let mut dots = 0;
    let mut digits = 0;
    let mut number = 0_u32;
    while at < rest.len() {
        match rest[at] {
            b'.' if digits > 0 => {
                dots += 1;
                digits = 0;
                number = 0;
            }
            // `08` is no number in an address.
            byte if byte.is_ascii_digit() && (digits == 0 || number > 0) => {
                digits += 1;
                number = number * 10 + (byte - b'0') as u32;
            }
            _ => return false,
        }
        if number > 255 {
            return false;
        }
        at += 1;
    }
    dots == 2 && digits > 0
}
