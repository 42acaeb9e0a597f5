//! What `response = …` and `#[aws_shape]` say, against the model.

use proc_macro2::TokenStream;
use quote::quote;

use super::messages;
use crate::expand;

fn query(response: &TokenStream) -> Vec<String> {
    let item = quote!(
        struct QueryRequest {
            table_name: String,
        }
    );
    messages(&expand::operation(
        &quote!(service = "dynamodb", response = #response),
        &item,
    ))
}

#[test]
fn members_are_chosen_at_any_depth() {
    let response =
        quote!({ count, items { s, m }, consumed_capacity { table { capacity_units } } });
    assert_eq!(query(&response), [] as [&str; 0]);
    assert_eq!(query(&quote!({})), [] as [&str; 0]);
    assert_eq!(query(&quote!(crate::MyType)), [] as [&str; 0]);
}

#[test]
fn all_mistakes_of_a_choice_come_out_at_once() {
    assert_eq!(
        query(&quote!({
            cuont,
            items { st, n },
            scanned_count { x },
            consumed_capacity {},
        })),
        [
            "the answer of `dynamodb:Query` has no member `cuont`; did you mean `count`?",
            "`dynamodb:AttributeValue` has no member `st`; did you mean `ss`?",
            "`scanned_count` is an integer, which has no members to choose from; remove the braces",
            "nothing of `consumed_capacity` is chosen; name a member between the braces, or remove them",
        ]
    );
}

#[test]
fn a_choice_has_its_own_grammar() {
    let written =
        "`response` is written `response = { member, other { member } }` or `response = MyType`";
    assert_eq!(query(&quote!("count")), [written]);
    assert_eq!(query(&quote!()), [written]);
    assert_eq!(
        query(&quote!({ count, items { s, s }, count })),
        [
            "`s` is given twice; keep one",
            "`count` is given twice; keep one"
        ]
    );
    let names = "between the braces stand names of members with commas between them, as in `{ items { id, name }, next_token }`";
    assert_eq!(
        query(&quote!({ count items, items: { s } })),
        [names, names]
    );
}

#[test]
fn what_answers_nothing_has_no_response() {
    let item = quote!(
        struct DeleteQueueRequest {
            queue_url: String,
        }
    );
    let tokens = quote!(service = "sqs", response = { url });
    assert_eq!(
        messages(&expand::operation(&tokens, &item)),
        ["`sqs:DeleteQueue` answers nothing; remove `response`"]
    );
}

#[test]
fn a_shape_outside_of_connectors_names_its_service() {
    let shape = |tokens: TokenStream, item: TokenStream| messages(&expand::shape(&tokens, &item));
    let item = quote!(
        struct ConsumedCapacity {
            table_name: Option<String>,
        }
    );
    assert_eq!(
        shape(quote!(service = "dynamodb"), item.clone()),
        [] as [&str; 0]
    );
    assert_eq!(
        shape(quote!(service = "dynamodbb"), item.clone()),
        ["unknown service `dynamodbb`; did you mean `dynamodb`?"]
    );
    assert_eq!(
        shape(
            quote!(service = "dynamodb", shape = "QueryInput"),
            quote!(
                struct A {}
            )
        ),
        [
            "the shape `QueryInput` of `dynamodb` is the whole input of an operation; `#[aws_operation]` stands for that"
        ]
    );
    assert_eq!(
        shape(
            quote!(service = "dynamodb", shape = "KeySchemaElement"),
            quote!(
                struct Key {
                    attribute_name: String,
                }
            )
        ),
        ["`dynamodb:KeySchemaElement` needs `key_type`; add a field `key_type: KeyType`"]
    );
}

#[test]
fn shapes_of_the_users_are_held_against_the_model() {
    let expansion = expand::connector(
        &quote!(service = "dynamodb"),
        &quote!(
            mod dynamodb {
                #[aws_operation]
                pub struct DescribeTableRequest {
                    table_name: String,
                }
                #[aws_shape(shape = "TableDescription")]
                pub struct Table {
                    table_nam: String,
                }
                #[aws_shape]
                pub struct KeySchemaElment {
                    attribute_name: String,
                }
                #[aws_shape]
                pub struct BackupDetails {
                    backup_arn: String,
                }
                #[aws_shape]
                pub struct KeyType {
                    s: String,
                }
            }
        ),
    );
    assert_eq!(
        messages(&expansion),
        [
            "`dynamodb:TableDescription` has no member `table_nam`; did you mean `table_name`?",
            "`dynamodb` has no shape `KeySchemaElment`; did you mean `KeySchemaElement`?",
            "the shape `KeyType` of `dynamodb` is an enum; a struct marked `#[aws_shape]` stands for a structure, an enum for an enum or a union",
            "no operation of this module reaches the shape `BackupDetails` of `dynamodb`; remove `#[aws_shape]` or the type",
        ]
    );
}

#[test]
fn a_whole_answer_is_named_at_its_request() {
    let expansion = expand::connector(
        &quote!(service = "dynamodb"),
        &quote!(
            mod dynamodb {
                #[aws_operation]
                pub struct DescribeTableRequest {
                    table_name: String,
                }
                #[aws_shape]
                pub struct DescribeTableOutput {
                    table: Option<TableDescription>,
                }
            }
        ),
    );
    assert_eq!(
        messages(&expansion),
        [
            "the shape `DescribeTableOutput` of `dynamodb` is the whole answer of an operation; write `response = DescribeTableOutput` at its request"
        ]
    );
}

#[test]
fn variants_are_held_against_the_model() {
    let expansion = expand::connector(
        &quote!(service = "dynamodb"),
        &quote!(
            mod dynamodb {
                #[aws_operation]
                pub struct GetItemRequest {
                    table_name: String,
                    key: HashMap<String, AttributeValue>,
                    return_consumed_capacity: Option<ReturnConsumedCapacity>,
                }
                #[aws_shape]
                pub enum AttributeValue {
                    Strng(String),
                    #[aws(member = "NN")]
                    Number(String),
                    B,
                    Bool(bool, bool),
                    #[aws(member = "BOOL")]
                    Again(bool),
                    #[aws(value = "X")]
                    Value(String),
                    Unknown(String),
                }
                #[aws_shape]
                pub enum ReturnConsumedCapacity {
                    Totl,
                    #[aws(value = "INDEX")]
                    Indexes,
                    None(String),
                    Unknown,
                    #[aws(unknown)]
                    Other(String),
                    #[aws(vlue = "NONE")]
                    Nothing,
                }
            }
        ),
    );
    assert_eq!(
        messages(&expansion),
        [
            "`aws` has no argument `vlue`; did you mean `value`?",
            "`Unknown` stands for all that no other variant does; keep one of the two",
            "`dynamodb:AttributeValue` has nothing called `Strng`",
            "`dynamodb:AttributeValue` has no member `NN`; did you mean `NS`?",
            "a variant of a union holds one value; write `B(…)`",
            "a variant of a union holds one value; write `Bool(…)`",
            "`dynamodb:AttributeValue` is a union and has members; write `member = \"…\"`",
            "the variant for other members cannot hold what nobody knows; write `Unknown`",
            "`dynamodb:ReturnConsumedCapacity` has nothing called `Totl`; did you mean `Total`?",
            "`dynamodb:ReturnConsumedCapacity` has no value `INDEX`; there are `INDEXES`, `TOTAL` and `NONE`",
            "a value of an enum holds nothing; write `None`, or mark it `#[aws(unknown)]`",
            "the variant for other values keeps them; write `Unknown(String)`",
            "`dynamodb:ReturnConsumedCapacity` has nothing called `Nothing`; there are `Indexes`, `Total` and `None`",
        ]
    );
}
