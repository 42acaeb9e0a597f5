//! Where settings are found.

use aws_runtime::env_config::file::EnvConfigFiles;
use aws_runtime::env_config::property::PropertiesKey;
use aws_runtime::env_config::section::EnvConfigSections;
use aws_runtime::env_config::source;
use aws_types::os_shim_internal::{Env, Fs};

use super::values::{self, Value};
use crate::EndpointUrl;

/// Environment variables, and the selected profile.
pub(super) struct Settings<'a> {
    env: &'a Env,
    profiles: EnvConfigSections,
}

impl<'a> Settings<'a> {
    /// Reads the configuration file: `~/.aws/config`, or what `AWS_CONFIG_FILE` says. Not the file of
    /// credentials: no settings belong there, and nobody has to read secrets for them.
    pub(super) async fn load(env: &'a Env, fs: &Fs) -> Result<Self, String> {
        let files = EnvConfigFiles::builder()
            .include_default_config_file(true)
            .build();
        let fault = |error: &dyn std::fmt::Display| {
            format!("AWS's configuration file cannot be read: {error}")
        };
        let source = source::load(env, fs, &files)
            .await
            .map_err(|error| fault(&error))?;
        let profiles = EnvConfigSections::parse(source).map_err(|error| fault(&error))?;
        Ok(Self { env, profiles })
    }

    /// What the variable says, else the profile's key. An empty text says nothing.
    pub(super) fn get<T>(
        &self,
        variable: &str,
        key: &str,
        value: Value<T>,
    ) -> Result<Option<T>, String> {
        if let Some(text) = self.variable(variable) {
            return value.read(&text, || format!("`{variable}`")).map(Some);
        }
        let Some(text) = self.profile(key) else {
            return Ok(None);
        };
        value.read(text, || self.place(key)).map(Some)
    }

    /// The endpoint of the service with this `sdkId`, else of all services.
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html>
    pub(super) fn endpoint(&self, sdk_id: &str) -> Result<Option<EndpointUrl>, String> {
        const VARIABLE: &str = "AWS_ENDPOINT_URL";
        const KEY: &str = "endpoint_url";
        let ignored = self.get(
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "ignore_configured_endpoint_urls",
            values::BOOLEAN,
        )?;
        if ignored == Some(true) {
            return Ok(None);
        }
        let service = sdk_id.replace(' ', "_");
        let of_service = format!("{VARIABLE}_{}", service.to_ascii_uppercase());
        for variable in [of_service.as_str(), VARIABLE] {
            if let Some(text) = self.variable(variable) {
                let place = || format!("`{variable}`");
                return values::ENDPOINT.read(&text, place).map(Some);
            }
        }
        let service = service.to_ascii_lowercase();
        if let Some(text) = self.of_service(&service, KEY) {
            let place = || format!("{} for `{service}`", self.place(KEY));
            return values::ENDPOINT.read(text, place).map(Some);
        }
        let Some(text) = self.profile(KEY) else {
            return Ok(None);
        };
        values::ENDPOINT.read(text, || self.place(KEY)).map(Some)
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.env.get(name).ok().filter(|text| !text.is_empty())
    }

    fn profile(&self, key: &str) -> Option<&str> {
        self.profiles.get(key).filter(|text| !text.is_empty())
    }

    /// What the `[services …]` section that the profile names says of a service.
    fn of_service(&self, service: &str, key: &str) -> Option<&str> {
        let at = PropertiesKey::builder()
            .section_key("services")
            .section_name(self.profiles.get("services")?)
            .property_name(service)
            .sub_property_name(key)
            .build()
            .ok()?;
        let text = self.profiles.other_sections().get(&at)?;
        (!text.is_empty()).then_some(text)
    }

    fn place(&self, key: &str) -> String {
        let profile = self.profiles.selected_profile();
        format!("`{key}` of the profile `{profile}`")
    }
}
