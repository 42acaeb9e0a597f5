//! rpcv2Cbor.
#![no_main]

use aws_operation::aws_operation;
use aws_operation_fuzz::Answer;
use libfuzzer_sys::fuzz_target;

#[aws_operation(service = "cloudwatch", protocol = "rpcv2Cbor")]
pub struct DescribeAlarmsRequest;

mod part {
    use super::aws_operation;

    #[aws_operation(
        service = "cloudwatch",
        protocol = "rpcv2Cbor",
        response = { metric_alarms { alarm_name }, next_token }
    )]
    pub struct DescribeAlarmsRequest;
}

fuzz_target!(|input: &[u8]| {
    Answer::of(input).read_both(
        &DescribeAlarmsRequest,
        &part::DescribeAlarmsRequest,
        |whole, part| {
            let names = whole.metric_alarms.iter().map(|alarm| &alarm.alarm_name);
            whole.next_token == part.next_token
                && names.eq(part.metric_alarms.iter().map(|alarm| &alarm.alarm_name))
        },
    );
});
