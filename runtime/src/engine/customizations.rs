//! What AWS's own SDKs do for single services, and no model says.
//!
//! The manual's page of the same name lists all of it, and what became of it.

use aws_runtime::retries::classifiers::TRANSIENT_ERRORS;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct};

use super::member_values;
use crate::EndpointUrl;
use crate::operation::{Operation, Service};

/// Adds the headers that a service wants of every request.
pub(super) fn add_headers(service: &Service, request: &mut HttpRequest) {
    let (name, value) = match service.name {
        // Without it, answers are in another format than the model's: HAL.
        // https://docs.aws.amazon.com/apigateway/latest/api/API_ResourceMethods.html
        "apigateway" => ("accept", "application/json"),
        // https://docs.aws.amazon.com/amazonglacier/latest/dev/api-common-request-headers.html
        "glacier" => ("x-amz-glacier-version", service.api_version),
        _ => return,
    };
    request.headers_mut().insert(name, value);
}

/// The endpoint that a request names itself, as Machine Learning's predictions do: each model has
/// its own.
/// <https://docs.aws.amazon.com/machine-learning/latest/APIReference/API_Predict.html>
pub(super) fn endpoint(
    operation: &Operation,
    input: &dyn SerializableStruct,
) -> Result<Option<EndpointUrl>, SerdeError> {
    const MEMBER: &str = "PredictEndpoint";
    if (operation.service.name, operation.name) != ("machinelearning", "Predict") {
        return Ok(None);
    }
    let named = member_values::texts(input, &[&[MEMBER]])?.pop();
    let parsed = named.map(EndpointUrl::new).transpose();
    parsed.map_err(|error| SerdeError::custom(format!("`{MEMBER}`: {error}")))
}

/// The codes of errors that pass by themselves: AWS's list for all services, and more for some.
pub(super) fn transient_errors(service: &str) -> Vec<&'static str> {
    let own: &[&'static str] = match service {
        // Late errors come with a good status, so that the status cannot tell.
        "s3" => &["InternalError"],
        "sts" => &["IDPCommunicationError"],
        _ => &[],
    };
    [TRANSIENT_ERRORS, own].concat()
}
