//! A function that takes longer than its connector's author thought: `cargo run -p lambda-timeout`.
//!
//! The author's limit is in `connector.rs`. Here it is overridden, in each place where that can be done.

#![expect(
    unreachable_pub,
    reason = "nobody uses a program as a library, and `pub` reads more easily than `pub(crate)`"
)]

mod connector;
mod local_lambda;

use std::error::Error;
use std::time::{Duration, Instant};

use aws_operation::{
    BasicClientConfig, Connector, EndpointUrl, Region, SdkClientConfig, StaticCredentials,
};

use connector::{InvokeRequest, invoke};
use local_lambda::LocalLambda;

const TAKES: Duration = Duration::from_secs(2);
const ENOUGH: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let function = LocalLambda::start(TAKES).await?;
    println!("A function takes {TAKES:?}, and its connector's author thought: 1s.");

    let local = SdkClientConfig::at(EndpointUrl::new(function.url.clone())?);
    let key = StaticCredentials::new("AKIALAMBDATIMEOUT", "opens-nothing");
    let aws = Connector::new(key.clone(), Region::EuWest1).client_config(&local);
    let request = InvokeRequest {
        function_name: "slow",
        client_config: None,
    };
    shown("nobody says more", &function, aws.call(&request)).await;

    let enough = BasicClientConfig::new().with_timeout(ENOUGH);
    let call = aws.call(&request).client_config(&enough);
    shown("the call does", &function, call).await;

    let own = InvokeRequest {
        client_config: Some(SdkClientConfig::new().with_timeout(ENOUGH)),
        ..request
    };
    shown("the request does", &function, aws.call(&own)).await;

    let patient = local.clone().with_timeout(ENOUGH);
    let patient = Connector::new(key.clone(), Region::EuWest1).client_config(&patient);
    shown("the connector does", &function, patient.call(&request)).await;

    // The same without a `Connector`.
    let call = invoke(&key.into(), Region::EuWest1, &request);
    let call = call.client_config(&local.with_timeout(ENOUGH));
    shown("all of it in a call", &function, call).await;

    // A limit for each attempt is another thing: what is tried again runs again.
    let hasty = SdkClientConfig::new()
        .with_attempt_timeout(Duration::from_millis(500))
        .with_timeout(ENOUGH);
    let call = aws.call(&request).client_config(&hasty);
    shown("each attempt has less", &function, call).await;
    Ok(())
}

/// Calls the function, and prints how long that took, how often it ran, and what came of it.
async fn shown(
    name: &str,
    function: &LocalLambda,
    call: impl IntoFuture<
        Output = Result<connector::invoke::InvokeResponse, connector::invoke::InvokeError>,
    >,
) {
    let start = Instant::now();
    let outcome = match call.await {
        Ok(answer) => match answer.payload {
            Some(payload) => String::from_utf8_lossy(payload.as_ref()).into_owned(),
            None => "no payload".to_owned(),
        },
        Err(error) => error.to_string(),
    };
    let (seconds, runs) = (start.elapsed().as_secs_f64(), function.runs());
    println!("  {name:<21} {seconds:>4.1} s  runs: {runs}  {outcome}");
}
