//! Compares where calls go, and how they are signed for it.

use aws_credential_types::Credentials as Keys;
use aws_operation::{
    AbstractRequest, AccountIdEndpointMode, Connector, Credentials, EndpointUrl, Region,
    RetryPolicy, S3Config, SdkClientConfig,
};
use serde_json::Value;

use crate::transport::{Answer, Request, Transport};

/// Makes a call with what the case says of the client, and compares what is sent.
pub(crate) async fn compare<Q: AbstractRequest>(request: Q, case: &str) -> Result<(), String> {
    let case: Value = serde_json::from_str(case).expect("the build script wrote JSON");
    let transport = Transport::new(Answer {
        status: 400,
        headers: Vec::new(),
        body: Vec::new(),
    });
    let end = match connector(&case["builtIn"]) {
        Ok(connector) => {
            let call = connector
                .call_owned(request)
                .http_client(transport.client());
            call.await.err().map(|error| error.to_string())
        }
        // A region that is none does not even become a `Region`.
        Err(fault) => Some(fault),
    };
    let end = end.unwrap_or_default();
    match (transport.seen(), case["error"].as_str()) {
        (None, Some(expected)) if end.contains(expected) => Ok(()),
        (None, _) => Err(format!("nothing was sent: {end}")),
        (Some(sent), Some(expected)) => Err(format!("{} instead of `{expected}`", sent.url)),
        (Some(sent), None) => compare_sent(&sent, &case),
    }
}

fn connector(built_in: &Value) -> Result<Connector, String> {
    let text = |name: &str| built_in[name].as_str();
    let flag = |name: &str| built_in[name].as_bool().unwrap_or_default();
    for unsupported in ["AWS::S3::UseGlobalEndpoint", "AWS::STS::UseGlobalEndpoint"] {
        if flag(unsupported) {
            return Err(format!("`{unsupported}` is not offered"));
        }
    }
    let s3 = S3Config::new()
        .with_accelerate(flag("AWS::S3::Accelerate"))
        .with_multi_region_access_points(!flag("AWS::S3::DisableMultiRegionAccessPoints"))
        .with_path_style(flag("AWS::S3::ForcePathStyle"));
    let mut arn_region = ["AWS::S3::UseArnRegion", "AWS::S3Control::UseArnRegion"].into_iter();
    let s3 = match arn_region.find_map(|name| built_in[name].as_bool()) {
        Some(allowed) => s3.with_arn_region(allowed),
        None => s3,
    };
    let mut config = SdkClientConfig::new()
        .with_retry_policy(RetryPolicy::None)
        .with_fips(flag("AWS::UseFIPS"))
        .with_dual_stack(flag("AWS::UseDualStack"))
        .with_s3(s3);
    if let Some(url) = text("SDK::Endpoint") {
        let url = EndpointUrl::insecure_http(url.to_owned());
        config = config.with_endpoint(url.map_err(|fault| fault.to_string())?);
    }
    if let Some(mode) = text("AWS::Auth::AccountIdEndpointMode") {
        config = config.with_account_id_endpoint_mode(match mode {
            "disabled" => AccountIdEndpointMode::Disabled,
            "preferred" => AccountIdEndpointMode::Preferred,
            "required" => AccountIdEndpointMode::Required,
            other => panic!("a mode `{other}`"),
        });
    }
    let mut keys = Keys::builder()
        .access_key_id("AKIAIOSFODNN7EXAMPLE")
        .secret_access_key("secret")
        .provider_name("test");
    if let Some(account) = text("AWS::Auth::AccountId") {
        keys = keys.account_id(account);
    }
    let region = text("AWS::Region").unwrap_or_default();
    let region = Region::new(region).map_err(|fault| fault.to_string())?;
    let credentials = Credentials::from_provider(keys.build());
    Ok(Connector::new(credentials, region).client_config(&config))
}

fn compare_sent(sent: &Request, case: &Value) -> Result<(), String> {
    let url = case["url"].as_str().unwrap_or_default();
    let rest = sent.url.strip_prefix(url.trim_end_matches('/'));
    if !rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?'])) {
        return Err(format!("sent to `{}` instead of `{url}`", sent.url));
    }
    for (name, values) in case["headers"].as_object().into_iter().flatten() {
        let value = values[0].as_str();
        if header(sent, name) != value {
            return Err(format!("{name}: {:?}", header(sent, name)));
        }
    }
    let auth = &case["auth"][0];
    let authorization = header(sent, "authorization").unwrap_or_default();
    let algorithm = match auth["name"].as_str() {
        Some("sigv4") | None => "AWS4-HMAC-SHA256",
        Some("sigv4a") => "AWS4-ECDSA-P256-SHA256",
        Some(other) => other,
    };
    let region = auth["signingRegion"]
        .as_str()
        .map(|region| format!("/{region}/"));
    let name = auth["signingName"]
        .as_str()
        .map(|name| format!("/{name}/aws4_request"));
    let regions = auth["signingRegionSet"].as_array().into_iter().flatten();
    let regions: Vec<_> = regions.filter_map(Value::as_str).collect();
    let said = header(sent, "x-amz-region-set").unwrap_or_default();
    let holds = |part: Option<String>| part.is_none_or(|part| authorization.contains(&part));
    if !authorization.starts_with(algorithm)
        || !holds(region)
        || !holds(name)
        || said != regions.join(",")
    {
        return Err(format!(
            "signed `{authorization}` for `{said}` instead of {auth}"
        ));
    }
    Ok(())
}

fn header<'s>(sent: &'s Request, name: &str) -> Option<&'s str> {
    let mut headers = sent.headers.iter();
    headers
        .find(|(found, _)| found.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.as_str())
}
