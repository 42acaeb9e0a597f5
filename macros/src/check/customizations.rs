//! What AWS's own SDKs know of members, and AWS's models do not say.

use aws_operation_catalog::{HttpBinding, Member, Service, Shape, ShapeKind};

use crate::plan::Filled;

/// What an unset member is filled with.
pub(super) fn filled(service: &Service<'static>, member: &Member<'static>) -> Option<Filled> {
    if member.traits.idempotency_token {
        return Some(Filled::Token);
    }
    // The account whose credentials are used.
    // https://docs.aws.amazon.com/amazonglacier/latest/dev/api-archive-post.html
    let is_account = service.name == "glacier" && member.name == "accountId";
    is_account.then_some(Filled::Text("-"))
}

/// Whether a value that cannot be read counts as absent: whoever stored an object chose the text of
/// this header freely, a date or not.
/// <https://smithy.io/2.0/aws/customizations/s3-customizations.html>
pub(super) fn is_lenient(service: &Service<'static>, member: &Member<'static>) -> bool {
    service.name == "s3" && member.traits.http == Some(HttpBinding::Header("Expires"))
}

/// Whether an answer has no element around it.
/// <https://smithy.io/2.0/aws/customizations/s3-customizations.html#s3-s3unwrappedxmloutput-trait>
pub(super) fn is_unwrapped(service: &Service<'static>, shape: &Shape<'static>) -> bool {
    service.name == "s3" && shape.name == "GetBucketLocationOutput"
}

/// Whether a member must not be shown: the model says so, or it is a secret by its name. The models
/// forget some, STS's session tokens and Amazon MQ's passwords among them.
pub(super) fn is_sensitive(service: &Service<'static>, member: &Member<'static>) -> bool {
    let shape = service.shape(member.target);
    member.traits.sensitive
        || shape.is_some_and(|shape| shape.traits.sensitive)
        || (is_secret(member.name) && shape.is_none_or(|shape| is_text(&shape.kind)))
}

/// A flag is called `ManageMasterUserPassword`, too.
fn is_text(kind: &ShapeKind<'_>) -> bool {
    matches!(kind, ShapeKind::Blob | ShapeKind::String)
}

fn is_secret(name: &str) -> bool {
    const ENDS: [&str; 11] = [
        "accesstoken",
        "authtoken",
        "clientsecret",
        "idtoken",
        "passphrase",
        "password",
        "privatekey",
        "refreshtoken",
        "secretaccesskey",
        "secretkey",
        "sessiontoken",
    ];
    let name = name.to_ascii_lowercase();
    ENDS.iter().any(|end| name.ends_with(end))
}
