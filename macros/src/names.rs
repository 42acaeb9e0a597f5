//! How Smithy's names become Rust's: the way that the official Rust SDK does it, so that what
//! people know carries over (`DBInstanceIdentifier` ↔ `db_instance_identifier`).

use proc_macro2::{Ident, Span};

/// Words that stay whole although their case says otherwise.
const WHOLE_WORDS: [&str; 9] = [
    "ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl", "iot", "s3",
];

/// Splits a name into its words, in lower case.
///
/// ```text
/// QueueUrl      queue url
/// DBInstance    db instance      an acronym ends where the next word begins
/// ACLs          acls             … but not before the `s` of a plural
/// SSEKMSKeyId   ssekms key id
/// us-east-1     us east 1        everything that is no letter or digit separates
/// ```
fn words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let is_lower_case = !chars.iter().any(|c| c.is_uppercase());
    let mut words = Vec::new();
    let mut word = String::new();
    for (index, &next) in chars.iter().enumerate() {
        if !next.is_ascii_alphanumeric() {
            push_word(&mut words, &mut word);
            continue;
        }
        let whole = WHOLE_WORDS.contains(&word.to_lowercase().as_str());
        let within_whole = is_within_whole_word(&word, &chars[index..]);
        let boundary = match word.chars().last() {
            None => false,
            Some(last) => {
                (next.is_uppercase() && !last.is_uppercase() && !within_whole)
                    || (whole && is_lower_case && next.is_alphabetic() && !within_whole)
                    || (last.is_uppercase() && is_end_of_acronym(&chars[index..]) && !within_whole)
            }
        };
        if boundary {
            push_word(&mut words, &mut word);
        }
        word.push(next);
    }
    push_word(&mut words, &mut word);
    words
}

fn push_word(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(std::mem::take(word).to_lowercase());
    }
}

/// Whether `word`, continued by `rest`, is the beginning of a word that stays whole: `I|Pv4`.
fn is_within_whole_word(word: &str, rest: &[char]) -> bool {
    let word = word.to_lowercase();
    WHOLE_WORDS.iter().any(|whole| {
        whole.strip_prefix(word.as_str()).is_some_and(|missing| {
            !missing.is_empty()
                && missing.len() <= rest.len()
                && missing.chars().zip(rest).all(|(a, b)| a == b.to_ascii_lowercase())
                // `S3Ttl` ends a word here, `Iota` does not.
                && rest.get(missing.len()).is_none_or(|after| !after.is_lowercase())
        })
    })
}

/// Whether a word begins at `rest` after an upper-case letter: `DB|Instance`, but not `AC|Ls`.
fn is_end_of_acronym(rest: &[char]) -> bool {
    match rest {
        [next, peek, after @ ..] if next.is_uppercase() => {
            let is_plural = *peek == 's' && after.first().is_none_or(|c| !c.is_lowercase());
            peek.is_lowercase() && !is_plural
        }
        _ => false,
    }
}

/// The name of a field or function: `QueueUrl` → `queue_url`.
pub(crate) fn snake_case(name: &str) -> String {
    guarded(words(name).join("_"))
}

/// The name of a type or variant: `us-east-1` → `UsEast1`, `DBInstance` → `DbInstance`.
pub(crate) fn pascal_case(name: &str) -> String {
    let joined = words(name)
        .into_iter()
        .map(|word| capitalized(&word))
        .collect();
    guarded(joined)
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// Puts an underscore before a name that would not be an identifier.
fn guarded(name: String) -> String {
    match name.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => name,
        _ => format!("_{name}"),
    }
}

/// An identifier, raw where it is a keyword: `type` → `r#type`. The four that cannot be raw get an
/// underscore.
pub(crate) fn ident(name: &str, span: Span) -> Ident {
    let name = name.strip_prefix("r#").unwrap_or(name);
    if syn::parse_str::<Ident>(name).is_ok() {
        return Ident::new(name, span);
    }
    match name {
        "self" | "Self" | "super" | "crate" | "_" => Ident::new(&format!("{name}_"), span),
        _ => Ident::new_raw(name, span),
    }
}

#[cfg(test)]
mod tests {
    use super::{ident, pascal_case, snake_case};

    #[test]
    fn fields_are_named_as_in_the_official_sdk() {
        for (member, field) in [
            ("QueueUrl", "queue_url"),
            ("queueUrl", "queue_url"),
            ("DBInstanceIdentifier", "db_instance_identifier"),
            ("ACLs", "acls"),
            ("ACL", "acl"),
            ("SSEKMSKeyId", "ssekms_key_id"),
            ("ChecksumCRC32C", "checksum_crc32_c"),
            ("ContentMD5", "content_md5"),
            ("MFADelete", "mfa_delete"),
            ("IPv6Address", "ipv6_address"),
            ("s3Key", "s3_key"),
            ("S3Bucket", "s3_bucket"),
            ("ETag", "e_tag"),
            ("Type", "type"),
            ("TargetARNs", "target_arns"),
            ("x-amz-thing", "x_amz_thing"),
            ("IotThing", "iot_thing"),
            ("VPCId", "vpc_id"),
        ] {
            assert_eq!(snake_case(member), field, "{member}");
        }
    }

    #[test]
    fn variants_are_pascal_case() {
        for (value, variant) in [
            ("us-east-1", "UsEast1"),
            ("STANDARD_IA", "StandardIa"),
            ("RequestResponse", "RequestResponse"),
            ("t2.micro", "T2Micro"),
            ("2019", "_2019"),
            ("SS", "Ss"),
        ] {
            assert_eq!(pascal_case(value), variant, "{value}");
        }
    }

    #[test]
    fn keywords_become_identifiers() {
        let span = proc_macro2::Span::call_site();
        assert_eq!(ident("type", span).to_string(), "r#type");
        assert_eq!(ident("self", span).to_string(), "self_");
        assert_eq!(ident("name", span).to_string(), "name");
        assert_eq!(ident("r#match", span).to_string(), "r#match");
    }
}
