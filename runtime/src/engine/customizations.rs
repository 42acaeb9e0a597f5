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
    let Some(named) = member_values::texts(input, &[&[MEMBER]])?.pop() else {
        return Ok(None);
    };
    // Data does not get to say where signed requests go.
    if !is_of_aws(&named) {
        let fault = format!("`{MEMBER}` is no `https` address of AWS's");
        return Err(SerdeError::custom(fault));
    }
    let parsed = EndpointUrl::new(named);
    parsed
        .map(Some)
        .map_err(|error| SerdeError::custom(format!("`{MEMBER}`: {error}")))
}

fn is_of_aws(url: &str) -> bool {
    let authority = url.strip_prefix("https://");
    let authority = authority.and_then(|rest| rest.split(['/', '?', '#']).next());
    authority.is_some_and(|authority| authority.ends_with(".amazonaws.com"))
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

#[cfg(test)]
mod tests {
    use super::is_of_aws;

    #[test]
    fn predictions_go_to_aws_only() {
        let host = "realtime.machinelearning.us-east-1.amazonaws.com";
        assert!(is_of_aws(&format!("https://{host}")));
        assert!(is_of_aws(&format!("https://{host}/")));
        for other in [
            format!("http://{host}"),
            format!("https://example.com/{host}"),
            format!("https://example.com?{host}"),
            format!("https://{host}@example.com"),
            format!("https://{host}.example.com"),
            "https://notamazonaws.com".to_owned(),
        ] {
            assert!(!is_of_aws(&other), "{other}");
        }
    }
}
