//! awsJson 1.0 and 1.1: nested values of unions, and plain structures.
#![no_main]

use aws_operation::{aws_connector, aws_operation};
use aws_operation_fuzz::Answer;
use libfuzzer_sys::fuzz_target;

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    #[aws_operation]
    pub struct QueryRequest<'a> {
        pub table_name: &'a str,
    }
}

mod part {
    use super::aws_operation;

    #[aws_operation(service = "dynamodb", response = { count, last_evaluated_key })]
    pub struct QueryRequest<'a> {
        pub table_name: &'a str,
    }
}

#[aws_operation(service = "secretsmanager")]
pub struct GetSecretValueRequest<'a> {
    secret_id: &'a str,
}

fuzz_target!(|input: &[u8]| {
    let answer = Answer::of(input);
    let table_name = "table";
    answer.read_both(
        &dynamodb::QueryRequest { table_name },
        &part::QueryRequest { table_name },
        |whole, part| whole.count == part.count,
    );
    let _secret = answer.read(&GetSecretValueRequest { secret_id: "id" });
});
