//! What an operation puts before its endpoint's host, for example `data-` or `{AccountId}.`.
//! <https://smithy.io/2.0/spec/endpoint-traits.html#endpoint-trait>

use aws_smithy_schema::serde::{SerdeError, SerializableStruct};

use super::member_values;

/// Fills the members' values into the prefix.
///
/// # Errors
/// When a member is unset, or when its value cannot be a label of a host's name.
pub(crate) fn fill(template: &str, input: &dyn SerializableStruct) -> Result<String, SerdeError> {
    let mut prefix = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((member, after)) = after.split_once('}') else {
            break;
        };
        let value = member_values::texts(input, &[&[member]])?.pop();
        let value = value.filter(|value| is_label(value)).ok_or_else(|| {
            SerdeError::invalid_input(format!(
                "`{member}` becomes part of the host's name: 1 to 63 letters, digits and hyphens"
            ))
        })?;
        prefix.push_str(before);
        prefix.push_str(&value);
        rest = after;
    }
    prefix.push_str(rest);
    Ok(prefix)
}

fn is_label(value: &str) -> bool {
    (1..=63).contains(&value.len())
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !value.starts_with('-')
}
