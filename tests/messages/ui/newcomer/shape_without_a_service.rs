//! Outside of a connector nobody says which service it is.

use aws_operation::aws_shape;

#[aws_shape]
struct Message {
    body: Option<String>,
}

fn main() {}
