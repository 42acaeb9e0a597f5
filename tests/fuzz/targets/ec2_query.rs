//! ec2Query: the largest answer that there is.
#![no_main]

use aws_operation::aws_operation;
use aws_operation_fuzz::Answer;
use libfuzzer_sys::fuzz_target;

#[aws_operation(service = "ec2")]
pub struct DescribeInstancesRequest;

mod part {
    use super::aws_operation;

    #[aws_operation(
        service = "ec2",
        response = { reservations { owner_id, instances { instance_id } }, next_token }
    )]
    pub struct DescribeInstancesRequest;
}

fuzz_target!(|input: &[u8]| {
    Answer::of(input).read_both(
        &DescribeInstancesRequest,
        &part::DescribeInstancesRequest,
        |whole, part| {
            let owners = whole.reservations.iter().map(|one| &one.owner_id);
            whole.next_token == part.next_token
                && owners.eq(part.reservations.iter().map(|one| &one.owner_id))
        },
    );
});
