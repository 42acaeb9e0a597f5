//! Lambda: restJson1, with labels, a query, a document's members, headers and raw payloads.

use std::collections::HashMap;

use aws_operation::{Blob, aws_connector};

use self::api::InvokeError;
use crate::refusals;
use crate::report::{Outcome, Report, Subject, as_modelled, same};
use crate::server::Server;
use crate::zip;

#[aws_connector(service = "lambda")]
mod api {
    use super::Blob;

    #[aws_operation(response = { state })]
    pub struct CreateFunctionRequest<'a> {
        pub function_name: &'a str,
        pub runtime: Runtime,
        pub role: &'a str,
        pub handler: &'a str,
        pub code: FunctionCode,
        pub environment: Environment,
        pub timeout: i32,
    }

    #[aws_operation(response = { configuration { function_name, runtime, timeout, environment { variables } } })]
    pub struct GetFunctionRequest<'a> {
        pub function_name: &'a str,
    }

    #[aws_operation(response = { status_code, function_error, payload })]
    pub struct InvokeRequest<'a> {
        pub function_name: &'a str,
        pub qualifier: Option<&'a str>,
        pub payload: Blob,
    }

    #[aws_operation]
    pub struct DeleteFunctionRequest<'a> {
        pub function_name: &'a str,
    }
}

const CODE: &str = r#"
import os

def handler(event, context):
    return {"greeting": os.environ["GREETING"], "event": event}
"#;
const GREETING: &str = "Grüße & \"co.\"";

/// `role` is the ARN of a role that Lambda may take.
pub async fn test(server: &Server, report: &mut Report, role: &str) {
    let subject = Subject::of::<api::CreateFunctionRequest>();
    let create = create(server, role);
    report.check(subject, "CreateFunction", create).await;
    report.check(subject, "GetFunction", get(server)).await;
    report.check(subject, "Invoke", invoke(server)).await;
    report.check(subject, "(error)", missing(server)).await;

    let function_name = &*server.name;
    let request = api::GetFunctionRequest { function_name };
    let forgery = [function_name, &*function_name.replace("live-", "dead-")];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;

    let delete = delete(server);
    report.check(subject, "DeleteFunction", delete).await;
}

async fn create(server: &Server, role: &str) -> Outcome {
    let variables = HashMap::from([("GREETING".to_owned(), GREETING.to_owned())]);
    let request = api::CreateFunctionRequest {
        function_name: &server.name,
        runtime: "python3.13".into(),
        role,
        handler: "greet.handler",
        code: api::FunctionCode {
            zip_file: Some(zip::archive("greet.py", CODE)?.into()),
            ..Default::default()
        },
        environment: api::Environment {
            variables: Some(variables),
        },
        timeout: 10,
    };
    server.connector.call(&request).await?;
    Ok(None)
}

async fn get(server: &Server) -> Outcome {
    let function_name = &server.name;
    let request = api::GetFunctionRequest { function_name };
    let got = server.connector.call(&request).await?;
    let configuration = got.configuration.ok_or("no configuration")?;
    let variables = configuration.environment.map(|it| it.variables);
    let greeting = variables.as_ref().and_then(|it| it.get("GREETING"));
    same(
        &(
            configuration.function_name.as_deref(),
            configuration.timeout,
            greeting.map(String::as_str),
        ),
        &(Some(&**function_name), Some(10), Some(GREETING)),
    )
}

/// The function runs, and its answer is the payload as it is.
async fn invoke(server: &Server) -> Outcome {
    let request = api::InvokeRequest {
        function_name: &server.name,
        qualifier: Some("$LATEST"),
        payload: br#"{"n":[1,2]}"#.into(),
    };
    let answer = server.connector.call(&request).await?;
    if let Some(error) = answer.function_error {
        return Err(format!("the function failed: {error}: {:?}", answer.payload).into());
    }
    let payload = answer.payload.ok_or("no payload")?;
    let text = str::from_utf8(&payload)?;
    if !text.contains(r#"{"n":[1,2]}"#) && !text.contains(r#"{"n": [1, 2]}"#) {
        return Err(format!("the function answered {text}").into());
    }
    same(&answer.status_code, &Some(200))
}

/// An error that the model lists is a variant.
async fn missing(server: &Server) -> Outcome {
    let request = api::InvokeRequest {
        function_name: "no-such-function",
        qualifier: None,
        payload: Blob::default(),
    };
    match server.connector.call(&request).await {
        Err(InvokeError::ResourceNotFoundException(error)) => as_modelled(error.error()),
        other => Err(format!("a missing function led to {other:?}").into()),
    }
}

async fn delete(server: &Server) -> Outcome {
    let function_name = &server.name;
    let request = api::DeleteFunctionRequest { function_name };
    server.connector.call(&request).await?;
    Ok(None)
}
