//! The keys of `#[aws_operation]`: unknown, given twice, in the wrong form.

use aws_operation::aws_operation;

#[aws_operation(sevice = "sqs", operation = "ListQueues", operation = "ListQueues", function = "1st", derive = Clone)]
struct ListQueuesRequest;

#[aws_operation(service = "sqs", operation = "ListQueues", response = { queue_urls }, colour = "blue")]
struct Listing;

#[aws_operation(service = "sqs" operation = "ListQueues")]
struct CommaForgotten;

#[aws_operation(service)]
struct ValueForgotten;

#[aws_operation("sqs")]
struct KeyForgotten;

fn main() {}
