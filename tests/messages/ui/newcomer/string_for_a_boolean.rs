//! True or false, not in words.

use aws_operation::aws_operation;

#[aws_operation(service = "secretsmanager")]
struct DeleteSecretRequest<'a> {
    secret_id: &'a str,
    force_delete_without_recovery: Option<&'a str>,
}

fn main() {}
