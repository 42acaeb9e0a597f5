//! The operation's metadata: what the runtime has to know for a call.

use aws_operation_catalog::{self as catalog, Protocol, Service};
use proc_macro2::TokenStream;
use quote::{ToTokens as _, format_ident, quote};
use syn::Path;

use super::{Scope, defaults, endpoint_parameters, endpoint_rules, option, response};
use crate::plan::{Auth, Operation};

/// Expands to a static, to be used in the block that it is emitted in:
///
/// ```text
/// static __AWS_OPERATION: Operation = Operation::new(&__AWS_SERVICE, "SendMessage", …);
/// ```
pub(crate) fn statics(
    scope: &Scope<'_>,
    service: &Service<'_>,
    plan: &Operation,
    input: &TokenStream,
) -> TokenStream {
    let service_static = &scope.service_static;
    let name = plan.model.wire_name;
    let protocol = protocol(plan.protocol);
    let output = response::schema(scope, plan);
    let unusual = unusual(service, plan, &protocol);
    let usual = quote!(__aws::Operation::new(&__AWS_SERVICE, #name, __aws::protocol::#protocol, #input, #output));
    let operation = if unusual.is_empty() {
        usual
    } else {
        quote!(__aws::Operation { #unusual ..#usual })
    };
    quote! {
        #service_static
        static __AWS_OPERATION: __aws::Operation = #operation;
    }
}

/// Expands to the fields that say something which is not so of most operations.
fn unusual(service: &Service<'_>, plan: &Operation, protocol: &TokenStream) -> TokenStream {
    let auth = match plan.auth {
        Auth::Bearer => Some(quote!(Bearer)),
        Auth::None => Some(quote!(None)),
        Auth::SigV4 => None,
        Auth::SigV4OrBearer => Some(quote!(SigV4OrBearer)),
        Auth::SigV4UnsignedPayload => Some(quote!(SigV4UnsignedPayload)),
    };
    let retryable: Vec<_> = plan
        .errors
        .iter()
        .filter_map(|error| {
            let throttling = error.retryable?;
            let codes = &error.codes;
            Some(quote!(#(__aws::RetryableError { code: #codes, throttling: #throttling }),*))
        })
        .collect();
    let some = |value| quote!(::core::option::Option::Some(#value));
    let host_prefix =
        host_prefix(service, &plan.model).map(|prefix| some(prefix.to_token_stream()));
    let fields = [
        ("auth", auth.map(|auth| quote!(__aws::Auth::#auth))),
        ("checksum", checksum(&plan.model).map(some)),
        ("compression", compression(&plan.model).map(some)),
        (
            "requires_length",
            plan.requires_length.then(|| quote!(true)),
        ),
        (
            "streaming_output",
            plan.streaming_output.then(|| quote!(true)),
        ),
        ("host_prefix", host_prefix),
        (
            "endpoint_parameters",
            endpoint_parameters::of(service, &plan.model),
        ),
        (
            "discovery",
            discovery(service, &plan.model, protocol).map(some),
        ),
        (
            "client_config",
            defaults::client_config(&plan.defaults).map(some),
        ),
        (
            "retryable_errors",
            (!retryable.is_empty()).then(|| quote!(&[#(#retryable),*])),
        ),
    ];
    let said = fields.into_iter().filter_map(|(field, value)| {
        let (field, value) = (format_ident!("{field}"), value?);
        Some(quote!(#field: #value,))
    });
    said.collect()
}

/// The runtime's function for a protocol.
fn protocol(protocol: Protocol) -> TokenStream {
    match protocol {
        Protocol::AwsJson1_0 => quote!(aws_json_1_0),
        Protocol::AwsJson1_1 => quote!(aws_json_1_1),
        Protocol::AwsQuery => quote!(aws_query),
        Protocol::Ec2Query => quote!(ec2_query),
        Protocol::RestJson => quote!(rest_json),
        Protocol::RestXml => quote!(rest_xml),
        Protocol::RpcV2Cbor => quote!(rpc_v2_cbor),
    }
}

/// What goes before the host. S3 Control's endpoint rules put it there themselves, where it has to
/// be, so that its clients leave the operation's out.
fn host_prefix(service: &Service<'_>, model: &catalog::Operation<'static>) -> Option<&'static str> {
    model.host_prefix.filter(|_| service.name != "s3control")
}

/// How the endpoint is found out. Where AWS does without it, so do we.
fn discovery(
    service: &Service<'_>,
    model: &catalog::Operation<'_>,
    protocol: &TokenStream,
) -> Option<TokenStream> {
    let describe = service.endpoint_discovery?;
    (model.discovered_endpoint == Some(true)).then(|| {
        quote!({
            static __AWS_DISCOVERY: __aws::Operation = __aws::Discovery::describe_endpoints(
                &__AWS_SERVICE,
                #describe,
                __aws::protocol::#protocol,
            );
            __aws::Discovery::new(|| &__AWS_DISCOVERY)
        })
    })
}

/// The checksums of bodies. Who has both traits takes the newer one.
fn checksum(model: &catalog::Operation<'_>) -> Option<TokenStream> {
    let Some(checksum) = &model.http_checksum else {
        return model
            .http_checksum_required
            .then(|| quote!(__aws::Checksum::md5()));
    };
    let algorithm = option(checksum.request_algorithm_member);
    let required = checksum.request_checksum_required;
    let mode = option(checksum.request_validation_mode_member);
    let algorithms = &checksum.response_algorithms;
    Some(quote! {
        __aws::Checksum::flexible(__aws::HttpChecksum {
            request_algorithm_member: #algorithm,
            request_checksum_required: #required,
            request_validation_mode_member: #mode,
            response_algorithms: &[#(#algorithms),*],
        })
    })
}

/// How requests are compressed: the only encoding that Smithy knows is gzip.
fn compression(model: &catalog::Operation<'_>) -> Option<TokenStream> {
    let compressed = model.request_compression.contains(&"gzip");
    compressed.then(|| quote!(__aws::Compression::gzip()))
}

/// Expands to `static __AWS_SERVICE: Service = …;`, wherever it stands.
pub(crate) fn service(krate: &Path, service: &Service<'_>) -> TokenStream {
    let catalog::Metadata {
        name,
        sdk_id,
        signing_name,
        api_version,
        target_prefix,
        aws_query_compatible,
        xml_namespace,
        ..
    } = &**service;
    let target_prefix = target_prefix.unwrap_or_default();
    let xml_namespace = option(*xml_namespace);
    let endpoint_rules = endpoint_rules::of(service);
    quote! {
        #[allow(dead_code)]
        static __AWS_SERVICE: #krate::__private::Service = {
            use #krate::__private as __aws;
            __aws::Service {
            name: #name,
            sdk_id: #sdk_id,
            signing_name: #signing_name,
            api_version: #api_version,
            target_prefix: #target_prefix,
            aws_query_compatible: #aws_query_compatible,
            xml_namespace: #xml_namespace,
            endpoint_rules: #endpoint_rules,
            }
        };
    }
}
