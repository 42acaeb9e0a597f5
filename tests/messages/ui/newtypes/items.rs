//! Derives of newtypes on what is none, and with keys that they do not have.

use aws_operation::shape::{FromShape, ToShape};

#[derive(ToShape, FromShape)]
enum Color {
    Red,
}

#[derive(ToShape)]
struct Nothing;

#[derive(FromShape)]
struct OnlyMarked(std::marker::PhantomData<u8>);

#[derive(ToShape)]
struct Several {
    street: String,
    town: String,
}

#[derive(ToShape)]
#[aws(krate = aws_operation)]
struct Keys {
    #[aws(member = "QueueUrl")]
    queue_url: String,
}

fn main() {}
