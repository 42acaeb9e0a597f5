//! Schemas: data that the official codecs read.

use aws_operation_catalog::{HttpBinding, TimestampFormat};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::option;
use crate::plan::{MemberSchema, Schema, SchemaTraits};

/// Expands to three statics, to be used in the block that they are emitted in:
///
/// ```text
/// static __AWS_MEMBERS: [Schema<'static>; 2] = [__aws::member("QueueUrl", String, 0), …];
/// static __AWS_REFERENCES: [&Schema<'static>; 2] = [&__AWS_MEMBERS[0], &__AWS_MEMBERS[1]];
/// static __AWS_SCHEMA: Schema<'static> = Schema::new_struct(…, &__AWS_REFERENCES);
/// ```
pub(crate) fn statics(schema: &Schema) -> TokenStream {
    let count = schema.members.len();
    let members = schema
        .members
        .iter()
        .enumerate()
        .map(|(index, schema)| member(schema, index));
    let references = (0..count).map(|index| {
        let index = Literal::usize_unsuffixed(index);
        quote!(&__AWS_MEMBERS[#index])
    });
    let (namespace, name) = (schema.namespace, schema.name);
    let id = format!("{namespace}#{name}");
    let shape_type = if schema.union {
        quote!(Union)
    } else {
        quote!(Structure)
    };
    let traits = structure_traits(schema);
    quote! {
        static __AWS_MEMBERS: [__aws::Schema<'static>; #count] = [#(#members),*];
        static __AWS_REFERENCES: [&__aws::Schema<'static>; #count] = [#(#references),*];
        static __AWS_SCHEMA: __aws::Schema<'static> = __aws::Schema::new_struct(
            __aws::ShapeId::from_parts(#id, #namespace, #name),
            __aws::ShapeType::#shape_type,
            &__AWS_REFERENCES,
        ) #traits;
    }
}

/// What is said of a structure: as calls to setters.
fn structure_traits(schema: &Schema) -> TokenStream {
    let mut calls = TokenStream::new();
    if let Some((method, uri, code)) = &schema.http {
        let code = option(*code);
        calls.extend(quote!(.with_http(__aws::HttpTrait::new(#method, #uri, #code))));
        if !schema.members.iter().any(is_in_body) {
            calls.extend(quote!(.with_no_body_members()));
        }
    }
    if let Some(name) = schema.xml_name {
        calls.extend(quote!(.with_xml_name(#name)));
    }
    calls.extend(xml_namespace(schema.xml_namespace));
    if schema.xml_unwrapped {
        calls.extend(quote!(.with_xml_unwrapped_output()));
    }
    calls
}

/// Whether a codec writes the member into the body: all but those that HTTP carries elsewhere, and
/// payloads that are the body as they are.
fn is_in_body(member: &MemberSchema) -> bool {
    match member.traits.http {
        None => true,
        Some(HttpBinding::Payload) => {
            matches!(member.shape_type, "Structure" | "Union" | "Document")
        }
        Some(_) => false,
    }
}

fn member(schema: &MemberSchema, index: usize) -> TokenStream {
    let MemberSchema {
        name,
        shape_type,
        traits,
        element,
        key,
    } = schema;
    let shape_type = format_ident!("{shape_type}");
    let index = Literal::usize_unsuffixed(index);
    let calls = member_traits(traits);
    let bare = quote!(__aws::member(#name, __aws::ShapeType::#shape_type, #index) #calls);
    match (key, element) {
        (Some(key), Some(value)) => {
            let (key, value) = (member(key, 0), member(value, 1));
            quote!({
                static __AWS_KEY: __aws::Schema<'static> = #key;
                static __AWS_VALUE: __aws::Schema<'static> = #value;
                #bare.with_map_members(&__AWS_KEY, &__AWS_VALUE)
            })
        }
        (None, Some(element)) => {
            let element = member(element, 0);
            quote!({
                static __AWS_ELEMENT: __aws::Schema<'static> = #element;
                #bare.with_list_member(&__AWS_ELEMENT)
            })
        }
        _ => bare,
    }
}

/// What is said of a member: as calls to setters.
fn member_traits(traits: &SchemaTraits) -> TokenStream {
    let mut calls = TokenStream::new();
    match traits.http {
        Some(HttpBinding::Header(name)) => calls.extend(quote!(.with_http_header(#name))),
        Some(HttpBinding::Label(_)) => calls.extend(quote!(.with_http_label())),
        Some(HttpBinding::Payload) => calls.extend(quote!(.with_http_payload())),
        Some(HttpBinding::PrefixHeaders(prefix)) => {
            calls.extend(quote!(.with_http_prefix_headers(#prefix)));
        }
        Some(HttpBinding::Query(name)) => calls.extend(quote!(.with_http_query(#name))),
        Some(HttpBinding::QueryParams) => calls.extend(quote!(.with_http_query_params())),
        Some(HttpBinding::ResponseCode) => calls.extend(quote!(.with_http_response_code())),
        None => {}
    }
    if let Some(name) = traits.json_name {
        calls.extend(quote!(.with_json_name(#name)));
    }
    if let Some(media_type) = traits.media_type {
        calls.extend(quote!(.with_media_type(#media_type)));
    }
    if traits.sensitive {
        calls.extend(quote!(.with_sensitive()));
    }
    if traits.streaming {
        calls.extend(quote!(.with_streaming()));
    }
    if let Some(format) = traits.timestamp_format {
        let format = match format {
            TimestampFormat::DateTime => quote!(DateTime),
            TimestampFormat::EpochSeconds => quote!(EpochSeconds),
            TimestampFormat::HttpDate => quote!(HttpDate),
        };
        calls.extend(quote!(.with_timestamp_format(__aws::TimestampFormat::#format)));
    }
    if traits.xml_attribute {
        calls.extend(quote!(.with_xml_attribute()));
    }
    if traits.xml_flattened {
        calls.extend(quote!(.with_xml_flattened()));
    }
    if let Some(name) = traits.xml_name {
        calls.extend(quote!(.with_xml_name(#name)));
    }
    calls.extend(xml_namespace(traits.xml_namespace));
    calls
}

fn xml_namespace(namespace: Option<(&str, Option<&str>)>) -> Option<TokenStream> {
    let (uri, prefix) = namespace?;
    let prefix = option(prefix);
    Some(quote!(.with_xml_namespace(#uri, #prefix)))
}
