//! Where credentials come from: STS, and IAM Roles Anywhere.

mod certificates;
mod create_session;
mod files;
mod interoperability;
mod refusals;
mod secrecy;
mod server;
mod sts;
mod verify;
