//! What is said of a service as a whole.

use std::fmt;

use crate::endpoint::Endpoints;
use crate::line::{Line, Term};
use crate::operation::AuthScheme;
use crate::print::{Quoted, Word};
use crate::protocol::Protocol;
use crate::traits::Deprecated;

/// The facts of a service that are not about one operation or shape.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata<'t> {
    /// AWS's short name, that of the command line, `events`.
    pub name: &'t str,
    /// The name of the Rust SDK's crate without `aws-sdk-`, `eventbridge`.
    pub sdk_name: &'t str,
    /// `sdkId`, `EventBridge`.
    pub sdk_id: &'t str,
    /// The full name, `Amazon EventBridge`.
    pub full_name: &'t str,
    /// The short name in prose, `Amazon SQS`.
    pub abbreviation: Option<&'t str>,
    /// The version of the interface, `2015-10-07`.
    pub api_version: &'t str,
    /// Every protocol that the service speaks, first the one that botocore prefers.
    pub protocols: Vec<Protocol>,
    /// The host's first label, historically; names the service in older tables.
    pub endpoint_prefix: &'t str,
    /// The name to sign with.
    pub signing_name: &'t str,
    /// How requests are signed unless the operation says otherwise: first the best.
    pub auth: Vec<AuthScheme>,
    /// The historical name of the signature, where it is not `v4`: `s3v4`, `s3`, `v2`, `bearer`.
    pub signature_version: &'t str,
    /// Goes before the operation's name in the header `X-Amz-Target`; names the service in `rpcv2Cbor`'s path.
    pub target_prefix: Option<&'t str>,
    /// The namespace of XML documents.
    pub xml_namespace: Option<&'t str>,
    /// The one host of a global service, as older tables have it; the truth is in `endpoint_rules`.
    pub global_endpoint: Option<&'t str>,
    /// `awsQueryCompatible`: errors carry their old query code in a header.
    pub aws_query_compatible: bool,
    /// HTTP/2 is used: `eventstream` (for event streams only) or `optional`.
    pub http2: Option<&'t str>,
    /// The checksum that requests carry of old: `md5`, `sha256`.
    pub checksum_format: Option<&'t str>,
    /// `clientEndpointDiscovery`: the operation that tells endpoints.
    pub endpoint_discovery: Option<&'t str>,
    /// `clientContextParams`: endpoint parameters that are set once for a client.
    pub client_context_params: Vec<(&'t str, ContextType)>,
    /// The full rules for the service's endpoints; [`rule_set`](crate::rule_set) has them.
    pub endpoint_rules: Option<EndpointRules<'t>>,
    /// `deprecated`.
    pub deprecated: Option<Deprecated<'t>>,
    /// Where the service is, when it has no rules: none of AWS's.
    pub endpoints: Endpoints<'t>,
}

/// Which rule set a service has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndpointRules<'t> {
    /// The rule set's name: the first service that has it.
    pub name: &'t str,
    /// What its templates' `{host}` stands for; `None` where it has none.
    pub host: Option<&'t str>,
}

/// The type of an endpoint parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContextType {
    /// True or false.
    Boolean,
    /// Text.
    String,
}

/// Reads the block that begins with `service`. A mistake comes with the number of its line, counted from 0.
pub(crate) fn read(block: &str) -> Result<Metadata<'_>, (usize, String)> {
    let mut lines = crate::index::content(block);
    let (at, first) = lines.next().unwrap_or((0, ""));
    let mut line = Line::new(first);
    let mut metadata = Metadata {
        signature_version: "v4",
        ..Metadata::default()
    };
    let mut head = || {
        line.word()?;
        metadata.name = line.word()?;
        line.end()
    };
    head().map_err(|message: String| (at, message))?;
    for (at, text) in lines {
        metadata.set(text).map_err(|message| (at, message))?;
    }
    metadata.complete().map_err(|message| (at, message))?;
    Ok(metadata)
}

impl<'t> Metadata<'t> {
    fn set(&mut self, text: &'t str) -> Result<(), String> {
        let mut line = Line::new(text);
        let key = line.word()?;
        if key == "endpoint" {
            return self.endpoints.read(&mut line);
        }
        if key == "deprecated" {
            let mut deprecated = Deprecated::default();
            if line.eat(':') {
                deprecated.message = Some(line.term()?.text);
            }
            self.deprecated = Some(deprecated);
            return line.end();
        }
        line.expect(':')?;
        let value = match key {
            "auth" => {
                self.auth = line
                    .words()?
                    .into_iter()
                    .map(AuthScheme::read)
                    .collect::<Result<_, _>>()?;
                return Ok(());
            }
            "protocols" => {
                self.protocols = line
                    .words()?
                    .into_iter()
                    .map(Protocol::read)
                    .collect::<Result<_, _>>()?;
                return Ok(());
            }
            _ => line.term()?,
        };
        if key == "endpointRules" {
            let host = if line.is_empty() {
                None
            } else {
                Some(line.word()?)
            };
            self.endpoint_rules = Some(EndpointRules {
                name: value.text,
                host,
            });
        } else if key == "clientContextParam" {
            let kind = match line.word()? {
                "boolean" => ContextType::Boolean,
                "string" => ContextType::String,
                other => {
                    return Err(format!(
                        "a parameter is `boolean` or `string`, not `{other}`"
                    ));
                }
            };
            self.client_context_params.push((value.text, kind));
        } else {
            self.set_text(key, value)?;
        }
        line.end()
    }

    fn set_text(&mut self, key: &str, Term { text, .. }: Term<'t>) -> Result<(), String> {
        match key {
            "abbreviation" => self.abbreviation = Some(text),
            "apiVersion" => self.api_version = text,
            "awsQueryCompatible" => self.aws_query_compatible = crate::line::parse_bool(text)?,
            "checksumFormat" => self.checksum_format = Some(text),
            "clientEndpointDiscovery" => self.endpoint_discovery = Some(text),
            "endpointPrefix" => self.endpoint_prefix = text,
            "fullName" => self.full_name = text,
            "globalEndpoint" => self.global_endpoint = Some(text),
            "http2" => self.http2 = Some(text),
            "rustSdk" => self.sdk_name = text,
            "sdkId" => self.sdk_id = text,
            "signatureVersion" => self.signature_version = text,
            "signingName" => self.signing_name = text,
            "targetPrefix" => self.target_prefix = Some(text),
            "xmlNamespace" => self.xml_namespace = Some(text),
            other => return Err(format!("unknown line `{other}` of a service")),
        }
        Ok(())
    }

    /// Refuses a service that cannot be called, and fills in what follows from the rest.
    fn complete(&mut self) -> Result<(), String> {
        if self.protocols.is_empty() {
            return Err(format!(
                "service `{}` needs a line `protocols: …`",
                self.name
            ));
        }
        for name in [
            &mut self.sdk_name,
            &mut self.endpoint_prefix,
            &mut self.sdk_id,
            &mut self.full_name,
        ] {
            if name.is_empty() {
                *name = self.name;
            }
        }
        if self.signing_name.is_empty() {
            self.signing_name = self.endpoint_prefix;
        }
        Ok(())
    }
}

impl fmt::Display for Metadata<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let auth: Vec<&str> = self.auth.iter().map(|scheme| scheme.as_str()).collect();
        let protocols: Vec<&str> = self
            .protocols
            .iter()
            .map(|protocol| protocol.as_str())
            .collect();

        writeln!(f, "service {}", self.name)?;
        line(f, "rustSdk", Some(self.sdk_name))?;
        line(f, "sdkId", Some(self.sdk_id))?;
        line(f, "fullName", Some(self.full_name))?;
        line(f, "abbreviation", self.abbreviation)?;
        line(f, "apiVersion", Some(self.api_version))?;
        writeln!(f, "  protocols: {}", protocols.join(", "))?;
        if !auth.is_empty() {
            writeln!(f, "  auth: {}", auth.join(", "))?;
        }
        line(
            f,
            "signatureVersion",
            Some(self.signature_version).filter(|version| *version != "v4"),
        )?;
        line(f, "signingName", Some(self.signing_name))?;
        line(f, "endpointPrefix", Some(self.endpoint_prefix))?;
        line(f, "targetPrefix", self.target_prefix)?;
        line(f, "xmlNamespace", self.xml_namespace)?;
        line(f, "globalEndpoint", self.global_endpoint)?;
        line(
            f,
            "awsQueryCompatible",
            self.aws_query_compatible.then_some("true"),
        )?;
        line(f, "http2", self.http2)?;
        line(f, "checksumFormat", self.checksum_format)?;
        line(f, "clientEndpointDiscovery", self.endpoint_discovery)?;
        for (name, kind) in &self.client_context_params {
            let kind = match kind {
                ContextType::Boolean => "boolean",
                ContextType::String => "string",
            };
            writeln!(f, "  clientContextParam: {name} {kind}")?;
        }
        match self.endpoint_rules {
            Some(EndpointRules {
                name,
                host: Some(host),
            }) => writeln!(f, "  endpointRules: {name} {host}")?,
            Some(EndpointRules { name, host: None }) => writeln!(f, "  endpointRules: {name}")?,
            None => {}
        }
        if let Some(deprecated) = self.deprecated {
            match deprecated.message {
                Some(message) => writeln!(f, "  deprecated: {}", Quoted(message))?,
                None => writeln!(f, "  deprecated")?,
            }
        }
        write!(f, "{}", self.endpoints)
    }
}

fn line(f: &mut fmt::Formatter<'_>, key: &str, value: Option<&str>) -> fmt::Result {
    match value {
        Some(value) => writeln!(f, "  {key}: {}", Word(value)),
        None => Ok(()),
    }
}
