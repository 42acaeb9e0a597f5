//! Which service is it? An operation's name may be that of several.

use aws_operation::aws_operation;

#[aws_operation(operation = "ListQueues")]
struct ListQueuesRequest;

fn main() {}
