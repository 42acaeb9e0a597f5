//! awsQuery: lists in lists.
#![no_main]

use aws_operation::aws_operation;
use aws_operation_fuzz::Answer;
use libfuzzer_sys::fuzz_target;

#[aws_operation(service = "iam", function = "details")]
pub struct GetAccountAuthorizationDetailsRequest;

mod part {
    use super::aws_operation;

    #[aws_operation(service = "iam", function = "details", response = { marker, is_truncated })]
    pub struct GetAccountAuthorizationDetailsRequest;
}

fuzz_target!(|input: &[u8]| {
    Answer::of(input).read_both(
        &GetAccountAuthorizationDetailsRequest,
        &part::GetAccountAuthorizationDetailsRequest,
        |whole, part| whole.marker == part.marker && whole.is_truncated == part.is_truncated,
    );
});
