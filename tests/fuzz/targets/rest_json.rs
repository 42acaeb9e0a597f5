//! restJson1: headers and payloads, unions and documents.
#![no_main]

use aws_operation::aws_operation;
use aws_operation_fuzz::Answer;
use libfuzzer_sys::fuzz_target;

#[aws_operation(service = "lambda", function = "invoke")]
pub struct InvokeRequest<'a> {
    function_name: &'a str,
}

#[aws_operation(service = "bedrock-runtime")]
pub struct ConverseRequest<'a> {
    model_id: &'a str,
}

mod part {
    use super::aws_operation;

    #[aws_operation(
        service = "bedrock-runtime",
        response = { stop_reason, usage { total_tokens } }
    )]
    pub struct ConverseRequest<'a> {
        pub model_id: &'a str,
    }
}

fuzz_target!(|input: &[u8]| {
    let answer = Answer::of(input);
    let _payload = answer.read(&InvokeRequest {
        function_name: "function",
    });
    let model_id = "model";
    answer.read_both(
        &ConverseRequest { model_id },
        &part::ConverseRequest { model_id },
        |whole, part| format!("{:?}", whole.stop_reason) == format!("{:?}", part.stop_reason),
    );
});
