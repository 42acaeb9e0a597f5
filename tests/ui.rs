//! What the compiler says of mistakes: one error for each, at the narrowest token, in our words.
//!
//! A file has several mistakes of one stage, to prove that all of them are reported. After a change,
//! `TRYBUILD=overwrite cargo test -p aws-operation-tests --test ui` writes the `.stderr` files anew;
//! read what is in them. Another compiler may say some of it in other words.

#[test]
fn mistakes() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}
