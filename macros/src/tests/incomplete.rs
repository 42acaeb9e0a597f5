//! Code as it is being typed. The compiler says what is wrong with it, so here it is silence that is
//! right, and everything that is made from it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand;

/// The expansion, which need not parse: it has in it what does not.
fn sqs(item: &TokenStream) -> String {
    expand::operation(&quote!(service = "sqs"), item).to_string()
}

fn assert_made(expansion: &str, item: &TokenStream, made: &[&str]) {
    for made in made {
        assert!(
            expansion.contains(made),
            "`{made}` is not made from {item}:\n{expansion}"
        );
    }
}

#[test]
fn a_half_typed_field_leaves_everything_standing() {
    for field in [
        quote!(pub que),
        quote!(pub),
        quote!(queue_url:),
        quote!(queue_url: &),
        quote!(queue_url: Option<),
        quote!(queue_url: HashMap<String,),
        quote!(queue_url String),
        quote!(queue_url: String String),
        quote!(pub que pub message_body: String,),
        quote!(que message_body: String,),
        quote!(que: message_body: String,),
        quote!(message_body: String queue_url: String,),
        quote!(#[aws(member = "QueueUrl")]),
        quote!(#[aws(member = "QueueUrl")] pub que),
        quote!(,),
    ] {
        let item = quote!(pub struct SendMessageRequest<'a> { delay_seconds: Option<i32>, #field });
        let expansion = sqs(&item);
        let declared = "pub struct SendMessageRequest < 'a > { delay_seconds : Option < i32 > ,";
        assert!(expansion.starts_with(declared), "{item}:\n{expansion}");
        assert!(!expansion.contains("compile_error"), "{item}:\n{expansion}");
        assert!(!expansion.contains("[aws"), "{item}:\n{expansion}");
        let made = [
            "pub fn send_message < 'a >",
            "AbstractRequest for SendMessageRequest < 'a >",
            "pub struct SendMessageResponse",
            "pub message_id",
            "pub enum SendMessageError",
        ];
        assert_made(&expansion, &item, &made);
    }
}

#[test]
fn a_struct_without_a_body_is_one() {
    let item = quote!(
        #[derive(Debug)]
        pub(crate) struct ListQueuesRequest
    );
    let expansion = sqs(&item);
    assert!(!expansion.contains("compile_error"), "{expansion}");
    assert_made(&expansion, &item, &["pub (crate) fn list_queues"]);
}

#[test]
fn whole_fields_of_a_half_typed_struct_are_checked() {
    let item = quote!(
        struct SendMessageRequest {
            queue_ulr: String,
            message_
        }
    );
    let expansion = sqs(&item);
    assert!(
        expansion.contains("has no member `queue_ulr`; did you mean `queue_url`?"),
        "{expansion}"
    );
    assert!(!expansion.contains("needs `"), "{expansion}");
}

#[test]
fn syntax_that_is_newer_than_the_parser_does_not_go_unnoticed() {
    for field in [
        quote!(unsafe queue_url: String),
        quote!(queue_url: @String),
        quote!(queue_url: (@String)),
    ] {
        let expansion = sqs(&quote!(struct SendMessageRequest { #field, message_body: String }));
        assert_eq!(
            expansion.matches("this field cannot be read").count(),
            1,
            "{field}:\n{expansion}"
        );
    }
    let head = quote!(struct SendMessageRequest<virtual T> { queue_url: String });
    let expansion = sqs(&head);
    assert!(
        expansion.contains("this item cannot be read"),
        "{expansion}"
    );
}

#[test]
fn a_half_typed_item_leaves_its_module_standing() {
    for item in [
        quote!(#[aws_operation] pub struct DescribeLimitsRequest),
        quote!(#[aws_operation] pub struct DescribeLimitsRequest { pub }),
        quote!(#[aws_shape] pub struct TableDescription { pub ta }),
        quote!(#[aws_operation]),
        quote!(#[aws_operation] pub),
        quote!(pub stru),
        quote!(pub struct),
        quote!(struct Own),
        quote!(struct Own { a }),
        quote!(pub fn own()),
        quote!(use),
        quote!(let x = 5;),
    ] {
        let module = quote!(
            pub mod dynamodb {
                #[aws_operation]
                pub struct DescribeTableRequest {
                    pub table_name: String,
                }
                #item
                #[aws_operation]
                pub struct ListTablesRequest {
                    pub limit: Option<i32>,
                }
            }
        );
        let expansion = expand::connector(&quote!(service = "dynamodb"), &module).to_string();
        assert!(!expansion.contains("compile_error"), "{item}:\n{expansion}");
        let made = [
            "pub fn describe_table",
            "pub fn list_tables",
            "pub struct ListTablesResponse",
        ];
        assert_made(&expansion, &item, &made);
    }
}
