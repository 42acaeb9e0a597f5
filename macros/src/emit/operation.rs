//! The operation's metadata: what the runtime has to know for a call.

use aws_operation_catalog::{self as catalog, Protocol, Service};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::{Scope, defaults, endpoint_parameters, endpoint_rules, option, response};
use crate::plan::{Auth, Operation};

/// Expands to a static, to be used in the block that it is emitted in:
///
/// ```text
/// static __AWS_OPERATION: Operation = Operation { service: &__AWS_SERVICE, name: "SendMessage", … };
/// ```
pub(crate) fn statics(scope: &Scope<'_>, service: &Service<'_>, plan: &Operation) -> TokenStream {
    let service_static = &scope.service_static;
    let name = plan.model.wire_name;
    let protocol = protocol(plan.protocol);
    let output = response::schema(scope, plan);
    let auth = match plan.auth {
        Auth::Bearer => quote!(Bearer),
        Auth::None => quote!(None),
        Auth::SigV4 => quote!(SigV4),
        Auth::SigV4OrBearer => quote!(SigV4OrBearer),
        Auth::SigV4UnsignedPayload => quote!(SigV4UnsignedPayload),
    };
    let checksum = checksum(&plan.model);
    let compression = compression(&plan.model);
    let requires_length = plan.requires_length;
    let streaming_output = plan.streaming_output;
    let host_prefix = option(host_prefix(service, &plan.model));
    let endpoint_parameters = endpoint_parameters::of(service, &plan.model);
    let discovery = discovery(service, &plan.model, &protocol);
    let client_config = defaults::client_config(&plan.defaults);
    let retryable = plan.errors.iter().filter_map(|error| {
        let throttling = error.retryable?;
        let codes = &error.codes;
        Some(quote!(#(__aws::RetryableError { code: #codes, throttling: #throttling }),*))
    });
    quote! {
        #service_static
        static __AWS_OPERATION: __aws::Operation = __aws::Operation {
            service: &__AWS_SERVICE,
            name: #name,
            protocol: __aws::protocol::#protocol,
            input: &__AWS_SCHEMA,
            output: #output,
            auth: __aws::Auth::#auth,
            checksum: #checksum,
            compression: #compression,
            requires_length: #requires_length,
            streaming_output: #streaming_output,
            host_prefix: #host_prefix,
            endpoint_parameters: #endpoint_parameters,
            discovery: #discovery,
            client_config: #client_config,
            retryable_errors: &[#(#retryable),*],
        };
    }
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
) -> TokenStream {
    match service.endpoint_discovery {
        Some(describe) if model.discovered_endpoint == Some(true) => quote!({
            static __AWS_DISCOVERY: __aws::Operation = __aws::Discovery::describe_endpoints(
                &__AWS_SERVICE,
                #describe,
                __aws::protocol::#protocol,
            );
            ::core::option::Option::Some(__aws::Discovery::new(&__AWS_DISCOVERY))
        }),
        _ => option(None::<&str>),
    }
}

/// The checksums of bodies. Who has both traits takes the newer one.
fn checksum(model: &catalog::Operation<'_>) -> TokenStream {
    let Some(checksum) = &model.http_checksum else {
        return if model.http_checksum_required {
            quote!(::core::option::Option::Some(__aws::Checksum::md5()))
        } else {
            option(None::<&str>)
        };
    };
    let algorithm = option(checksum.request_algorithm_member);
    let required = checksum.request_checksum_required;
    let mode = option(checksum.request_validation_mode_member);
    let algorithms = &checksum.response_algorithms;
    quote! {
        ::core::option::Option::Some(__aws::Checksum::flexible(__aws::HttpChecksum {
            request_algorithm_member: #algorithm,
            request_checksum_required: #required,
            request_validation_mode_member: #mode,
            response_algorithms: &[#(#algorithms),*],
        }))
    }
}

/// How requests are compressed: the only encoding that Smithy knows is gzip.
fn compression(model: &catalog::Operation<'_>) -> TokenStream {
    if model.request_compression.contains(&"gzip") {
        quote!(::core::option::Option::Some(__aws::Compression::gzip()))
    } else {
        option(None::<&str>)
    }
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
