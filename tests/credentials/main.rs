//! Where credentials come from: STS, and IAM Roles Anywhere.

mod create_session;
mod files;
mod interoperability;
mod many;
mod refusals;
mod secrecy;
mod sts;
