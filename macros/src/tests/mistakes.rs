//! Mistakes and what is said of them, all of a stage at once.

use proc_macro2::TokenStream;
use quote::quote;

use super::messages;
use crate::expand;

#[expect(
    clippy::needless_pass_by_value,
    reason = "`quote!` at each call reads better"
)]
fn operation(args: TokenStream, item: TokenStream) -> Vec<String> {
    messages(&expand::operation(&args, &item))
}

#[test]
fn a_service_is_needed_and_suggested() {
    let item = quote!(
        struct SendMessageRequest {
            queue_url: String,
            message_body: String,
        }
    );
    assert_eq!(
        operation(quote!(), item.clone()),
        ["which service? write `service = \"…\"`, for example `service = \"sqs\"`"]
    );
    assert_eq!(
        operation(quote!(service = "sqss"), item.clone()),
        ["unknown service `sqss`; did you mean `sqs`?"]
    );
    assert_eq!(
        operation(quote!(service = "sqs", operation = "SendMesage"), item),
        ["`sqs` has no operation `SendMesage`; did you mean `SendMessage`?"]
    );
}

#[test]
fn both_names_of_a_service_are_known() {
    let item = quote!(
        struct PutEventsRequest {
            entries: Vec<put_events::PutEventsRequestEntry>,
        }
    );
    for service in ["events", "eventbridge"] {
        assert_eq!(
            operation(quote!(service = #service), item.clone()),
            [] as [&str; 0],
            "{service}"
        );
    }
}

#[test]
fn a_protocol_is_one_that_the_service_offers() {
    let item = quote!(
        struct ListQueuesRequest;
    );
    let cases = [
        ("restXml", "`sqs` offers `awsJson1_0`, not `restXml`"),
        (
            "AwsJson1.0",
            "unknown protocol `AwsJson1.0`; did you mean `awsJson1_0`?",
        ),
        ("grpc", "unknown protocol `grpc`; `sqs` offers `awsJson1_0`"),
    ];
    for (protocol, message) in cases {
        let args = quote!(service = "sqs", protocol = #protocol);
        assert_eq!(operation(args.clone(), item.clone()), [message]);
        let module = quote!(
            mod sqs {
                #[aws_operation]
                #item
            }
        );
        assert_eq!(messages(&expand::connector(&args, &module)), [message]);
    }
}

#[test]
fn the_module_says_the_protocol_for_all() {
    let module = quote!(
        mod logs {
            #[aws_operation(protocol = "awsJson1_1")]
            struct DescribeLogGroupsRequest;
        }
    );
    let args = quote!(service = "logs");
    assert_eq!(
        messages(&expand::connector(&args, &module)),
        [
            "the connector module says the protocol for all of its operations; write `protocol` there"
        ]
    );
}

#[test]
fn the_structs_name_says_the_operation_or_nothing_does() {
    assert_eq!(
        operation(
            quote!(service = "sqs"),
            quote!(
                struct SendMesageRequest {
                    queue_url: String,
                }
            )
        ),
        [
            "`sqs` has no operation `SendMesage`, which is what the name `SendMesageRequest` says; did you mean `operation = \"SendMessage\"`?"
        ]
    );
    assert_eq!(
        operation(
            quote!(service = "sqs"),
            quote!(
                struct Telegram {
                    queue_url: String,
                }
            )
        ),
        [
            "`sqs` has no operation `Telegram`, which is what the name `Telegram` says; write `operation = \"…\"`"
        ]
    );
}

#[test]
fn all_mistakes_of_a_stage_come_out_at_once() {
    assert_eq!(
        operation(
            quote!(service = "sqs"),
            quote!(
                struct SendMessageRequest {
                    queue_ulr: String,
                    message_body: Option<String>,
                    body: String,
                }
            )
        ),
        [
            "`sqs:SendMessage` has no member `queue_ulr`; did you mean `queue_url`?",
            "`sqs:SendMessage` has no member `body`; there are `queue_url`, `message_body`, `delay_seconds`, `message_attributes`, `message_system_attributes`, `message_deduplication_id` and `message_group_id`; a field of your own is marked `#[aws(skip)]`",
            "`sqs:SendMessage` needs `message_body`; take it out of the `Option`",
        ]
    );
}

#[test]
fn keys_are_checked() {
    let item = quote!(
        struct ListQueuesRequest;
    );
    assert_eq!(
        operation(
            quote!(
                service = "sqs",
                sevice = "sqs",
                service = "sqs",
                timeout = "3",
                function = 3
            ),
            item
        ),
        [
            "`aws_operation` has no argument `sevice`; did you mean `service`?",
            "`service` is given twice; keep one",
            "`3` is no duration; write a whole number and `h`, `m`, `s` or `ms`, as in `\"15m\"`",
            "`function` is written `function = send_message`",
        ]
    );
}

#[test]
fn field_attributes_are_checked() {
    assert_eq!(
        operation(
            quote!(service = "sqs"),
            quote!(
                struct ListQueuesRequest {
                    #[aws(membr = "QueueNamePrefix")]
                    a: Option<String>,
                    #[aws(with = 5)]
                    b: Option<String>,
                    #[aws(skip, member = "NextToken")]
                    c: Option<String>,
                    #[aws(client_config)]
                    d: Option<Config>,
                    #[aws(client_config)]
                    e: Option<Config>,
                }
            )
        ),
        [
            "`aws` has no argument `membr`; did you mean `member`?",
            "`with` is written `with = aws_operation::with::text`",
            "`skip` and `member` exclude each other; keep one of the two",
            "a request has one client configuration, and `d` is it already; keep one of the two",
        ]
    );
}

#[test]
fn members_can_be_named_and_not_twice() {
    assert_eq!(
        operation(
            quote!(service = "sqs"),
            quote!(
                struct ListQueuesRequest {
                    #[aws(member = "QueueNamePrefix")]
                    prefix: Option<String>,
                    queue_name_prefix: Option<String>,
                    #[aws(member = "NextTokn")]
                    token: Option<String>,
                }
            )
        ),
        [
            "the member `QueueNamePrefix` of `sqs:ListQueues` is `prefix` already; keep one of the two",
            "`sqs:ListQueues` has no member `NextTokn`; did you mean `NextToken`?",
        ]
    );
}

#[test]
fn only_structs_with_named_fields_are_requests() {
    assert_eq!(
        operation(
            quote!(service = "sqs"),
            quote!(
                enum ListQueuesRequest {}
            )
        ),
        [
            "`#[aws_operation]` goes on a struct with named fields or on a unit struct, not on an enum"
        ]
    );
    assert_eq!(
        operation(
            quote!(service = "sqs"),
            quote!(
                struct ListQueuesRequest(String);
            )
        ),
        [
            "`#[aws_operation]` goes on a struct with named fields or on a unit struct, not on a tuple struct"
        ]
    );
    assert_eq!(
        operation(
            quote!(service = "sqs"),
            quote!(
                struct ListQueuesRequest;
            )
        ),
        [] as [&str; 0]
    );
}

#[test]
fn one_bad_operation_leaves_the_others_standing() {
    let expansion = expand::connector(
        &quote!(service = "sqs"),
        &quote!(
            mod sqs {
                #[aws_operation]
                pub struct SendMesageRequest {
                    queue_url: String,
                }
                #[aws_operation]
                pub struct DeleteQueueRequest {
                    queue_url: String,
                }
            }
        ),
    );
    assert_eq!(messages(&expansion).len(), 1, "{:?}", messages(&expansion));
    let text = expansion.to_string();
    assert!(text.contains("fn send_mesage"), "the stub is missing");
    assert!(
        text.contains("AbstractRequest for DeleteQueueRequest"),
        "the good one is missing"
    );
}

#[test]
fn cfg_belongs_on_the_struct() {
    assert_eq!(
        operation(
            quote!(service = "sqs"),
            quote!(
                struct ListQueuesRequest {
                    #[cfg(any())]
                    max_results: Option<i32>,
                }
            )
        ),
        [
            "`#[cfg]` on a field is not supported by this version of aws-operation; put it on the struct"
        ]
    );
}

#[test]
fn names_of_what_is_made_are_taken() {
    let expansion = expand::connector(
        &quote!(service = "dynamodb"),
        &quote!(
            mod dynamodb {
                #[aws_operation]
                pub struct DescribeTableRequest {
                    table_name: String,
                }
                pub struct Projection {
                    x: u8,
                }
                pub enum DescribeTableError {}
            }
        ),
    );
    assert_eq!(
        messages(&expansion),
        [
            "`DescribeTableError` is the name that the answer or the error of `DescribeTableRequest` gets here; rename this item",
            "`Projection` is the name of the shape `Projection`, which is made here; rename this item, or mark a struct `#[aws_shape]` to let it stand for the shape",
        ]
    );
}

#[test]
fn modules_are_checked() {
    assert_eq!(
        messages(&expand::connector(
            &quote!(service = "sqs"),
            &quote!(
                mod sqs;
            )
        )),
        [
            "`#[aws_connector]` needs the module's body here: write `mod name { … }` instead of `mod name;`"
        ]
    );
    assert_eq!(
        messages(&expand::connector(
            &quote!(service = "sqs"),
            &quote!(
                struct Sqs;
            )
        )),
        ["`#[aws_connector]` goes on an inline module, `pub mod name { … }`, not on a struct"]
    );
    assert_eq!(
        messages(&expand::connector(
            &quote!(service = "sqs"),
            &quote!(
                mod sqs {
                    #[aws_operation(service = "sqs")]
                    struct ListQueuesRequest;
                }
            )
        )),
        ["the connector module names the service; remove `service` here"]
    );
    assert_eq!(
        messages(&expand::shape(
            &quote!(),
            &quote!(
                struct Tag {
                    key: String,
                }
            )
        )),
        [
            "which service? write `#[aws_shape(service = \"…\")]`, or put the type into a module marked `#[aws_connector(service = \"…\")]`"
        ]
    );
}

#[test]
fn defaults_are_held_against_the_model() {
    let query = |fields: TokenStream| {
        operation(
            quote!(service = "dynamodb"),
            quote!(
                struct QueryRequest {
                    table_name: String,
                    #fields
                }
            ),
        )
    };
    for (field, expected) in [
        (
            quote!(#[aws(default = 0)] limit: Option<i32>),
            "`dynamodb:Query` member `Limit` is at least 1; the default is `0`",
        ),
        (
            quote!(#[aws(default = 3000000000)] limit: Option<i32>),
            "`dynamodb:Query` member `Limit` is an integer; the default `3000000000` does not fit",
        ),
        (
            quote!(#[aws(default = "1")] limit: Option<i32>),
            "`dynamodb:Query` member `Limit` is an integer; the default is a string",
        ),
        (
            quote!(#[aws(default = "id")] index_name: Option<String>),
            "`dynamodb:Query` member `IndexName` has 3 to 255 characters; the default has 2",
        ),
        (
            quote!(#[aws(default = "by id")] index_name: Option<String>),
            "`dynamodb:Query` member `IndexName` follows the pattern `[a-zA-Z0-9_.-]+`; the default `by id` does not",
        ),
        (
            quote!(#[aws(default = "COUNTS")] select: Option<String>),
            "`dynamodb:Query` member `Select` has no value `COUNTS`; did you mean `COUNT`?",
        ),
        (
            quote!(#[aws(default = "XOR")] conditional_operator: Option<String>),
            "`dynamodb:Query` member `ConditionalOperator` has no value `XOR`; did you mean `OR`?",
        ),
        (
            quote!(#[aws(default = "a")] attributes_to_get: Option<Vec<String>>),
            "`dynamodb:Query` member `AttributesToGet` is a list; only strings, enums, numbers and booleans have defaults here",
        ),
        (
            quote!(#[aws(default = ALL)] select: Option<String>),
            crate::messages::DEFAULT_NO_LITERAL,
        ),
        (
            quote!(#[aws(default)] select: Option<String>),
            crate::messages::DEFAULT_WITHOUT_VALUE,
        ),
        (
            quote!(#[aws(default = 1)] limit: i32),
            "`dynamodb:Query` member `Limit` is always sent here, and the default never; put the field's type into an `Option`, or remove `default`",
        ),
    ] {
        assert_eq!(query(field), [expected]);
    }
    for field in [
        quote!(#[aws(default = 1)] limit: Option<i32>),
        quote!(#[aws(default = true)] consistent_read: Option<bool>),
        quote!(#[aws(default = "COUNT", member = "Select", with = "a::path")] other: Option<Foreign>),
    ] {
        assert_eq!(query(field), [] as [&str; 0]);
    }
}

#[test]
fn a_required_member_with_a_default_may_be_an_option() {
    let send = |field: TokenStream| {
        operation(
            quote!(service = "sqs"),
            quote!(
                struct SendMessageRequest {
                    queue_url: String,
                    #field
                }
            ),
        )
    };
    assert_eq!(
        send(quote!(#[aws(default = "hello")] message_body: Option<String>)),
        [] as [&str; 0]
    );
    assert_eq!(
        send(quote!(message_body: Option<String>)),
        ["`sqs:SendMessage` needs `message_body`; take it out of the `Option`"]
    );
}
