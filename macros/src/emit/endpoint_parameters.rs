//! What of an operation its endpoint depends on.

use aws_operation_catalog::{ContextValue, Operation, Service};
use proc_macro2::TokenStream;
use quote::quote;

/// Expands to a slice of all parameters that the operation gives a value, if there are any:
///
/// ```text
/// &[EndpointParameter { name: "Bucket", value: EndpointParameterValue::Member(&["Bucket"]) }]
/// ```
pub(crate) fn of(service: &Service<'_>, operation: &Operation<'_>) -> Option<TokenStream> {
    let fixed = operation.static_context_params.iter().map(|(name, value)| {
        let value = match value {
            ContextValue::Boolean(value) => quote!(Boolean(#value)),
            ContextValue::String(value) => quote!(Text(#value)),
        };
        parameter(name, &value)
    });
    let input = operation.input.and_then(|name| service.shape(name));
    let members = input.iter().flat_map(|shape| shape.kind.members());
    let members = members.filter_map(|member| {
        let member_name = member.name;
        let value = quote!(Member(&[#member_name]));
        Some(parameter(member.traits.context_param?, &value))
    });
    let paths = operation
        .operation_context_params
        .iter()
        .map(|(name, expression)| parameter(name, &at_paths(&paths(expression))));
    let all: Vec<_> = fixed.chain(members).chain(paths).collect();
    (!all.is_empty()).then(|| quote!(&[#(#all),*]))
}

fn parameter(name: &str, value: &TokenStream) -> TokenStream {
    quote!(__aws::EndpointParameter {
        name: #name,
        value: __aws::EndpointParameterValue::#value,
    })
}

fn at_paths(paths: &[Vec<&str>]) -> TokenStream {
    let is_one = |path: &Vec<&str>| path.iter().all(|step| *step != "*" && *step != "@");
    match paths {
        [path] if is_one(path) => quote!(Member(&[#(#path),*])),
        paths => {
            let paths = paths.iter().map(|path| quote!(&[#(#path),*]));
            quote!(Members(&[#(#paths),*]))
        }
    }
}

/// The paths that a `JMESPath` expression stands for, as far as `operationContextParams` may have them
/// (<https://smithy.io/2.0/additional-specs/rules-engine/parameters.html#smithy-rules-operationcontextparams-trait>):
///
/// ```text
/// Nested.Name                         one member
/// keys(Tables)                        the keys of a map
/// Items[*].Get.Name                   a member of each element
/// Items[*].[Put.Name, Get.Name][]     several members of each element
/// ```
fn paths(expression: &str) -> Vec<Vec<&str>> {
    if let Some(map) = expression
        .strip_prefix("keys(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let mut path = steps(map);
        path.push("@");
        return vec![path];
    }
    let several = expression
        .strip_suffix("][]")
        .and_then(|expression| expression.split_once(".["));
    let Some((start, ends)) = several else {
        return vec![steps(expression)];
    };
    ends.split(',')
        .map(|end| [steps(start), steps(end.trim())].concat())
        .collect()
}

/// `Items[*].Get` is `Items`, `*`, `Get`.
fn steps(path: &str) -> Vec<&str> {
    path.split('.')
        .flat_map(|step| match step.strip_suffix("[*]") {
            Some(list) => vec![list, "*"],
            None => vec![step],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_paths() {
        let found = |expression| -> Vec<String> {
            paths(expression)
                .iter()
                .map(|path| path.join("/"))
                .collect()
        };
        assert_eq!(found("Input.TableName"), ["Input/TableName"]);
        assert_eq!(found("keys(RequestItems)"), ["RequestItems/@"]);
        assert_eq!(found("Items[*].Get.Name"), ["Items/*/Get/Name"]);
        assert_eq!(
            found("Items[*].[Put.Name, Get.Name][]"),
            ["Items/*/Put/Name", "Items/*/Get/Name"]
        );
    }
}
