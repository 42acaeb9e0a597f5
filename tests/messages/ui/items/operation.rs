//! What `#[aws_operation]` does not go on.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", operation = "ListQueues")]
enum Enum {
    Variant,
}

#[aws_operation(service = "sqs", operation = "ListQueues")]
fn function() {}

#[aws_operation(service = "sqs", operation = "ListQueues")]
struct Tuple(String);

#[aws_operation(service = "sqs")]
mod module {}

#[aws_operation(service = "sqs", operation = "ListQueues")]
type Alias = String;

#[aws_operation(service = "sqs", operation = "ListQueues")]
union Union {
    member: u8,
}

#[aws_operation(service = "sqs", operation = "ListQueues")]
impl Enum {}

#[aws_operation(service = "sqs", operation = "ListQueues")]
const CONSTANT: u8 = 0;

fn main() {
    let _ = (Enum::Variant, CONSTANT);
    function();
}
