//! Reads and writes the traits at the end of a line.

use std::fmt;

use super::{
    AwsQueryError, Deprecated, Fault, HttpBinding, Length, Range, TimestampFormat, Traits,
    XmlNamespace,
};
use crate::line::{Applied, Line, number};
use crate::print::{self, TraitPrinter, Words};

impl<'t> Traits<'t> {
    /// Reads the rest of a line. `member` is the name of the member that it is about, `None` for a shape.
    ///
    /// Gives back whether `@required` was among them: the one trait that [`Traits`] does not hold.
    pub(crate) fn read(
        line: &mut Line<'t>,
        member: Option<&'t str>,
    ) -> Result<(Self, bool), String> {
        let mut traits = Self::default();
        let mut required = false;
        while let Some(applied) = line.applied()? {
            if applied.name == "required" && member.is_some() {
                required = true;
                applied.finish()?;
            } else {
                traits.set(applied, member)?;
            }
        }
        Ok((traits, required))
    }

    fn set(&mut self, mut applied: Applied<'t>, member: Option<&'t str>) -> Result<(), String> {
        let a = &mut applied;
        match a.name {
            "awsQueryError" => {
                self.aws_query_error = Some(AwsQueryError {
                    code: a.needed("code")?,
                    http_response_code: number(a.needed("httpResponseCode")?)?,
                });
            }
            "box" => self.boxed = true,
            "contextParam" => self.context_param = Some(a.needed("name")?),
            "deprecated" => self.deprecated = Some(Deprecated::read(a)?),
            "ec2QueryName" => self.ec2_query_name = Some(a.needed("")?),
            "enum" => self.enum_values = a.list(""),
            "error" => {
                self.error = Some(match a.needed("")? {
                    "client" => Fault::Client,
                    "server" => Fault::Server,
                    other => {
                        return Err(format!("an error is `client` or `server`, not `{other}`"));
                    }
                });
            }
            "eventHeader" => self.event_header = true,
            "eventPayload" => self.event_payload = true,
            "hostLabel" => self.host_label = true,
            "httpError" => self.http_error = Some(number(a.needed("")?)?),
            "httpHeader" => self.bind(HttpBinding::Header(a.needed("")?))?,
            "httpLabel" => {
                let label = a
                    .text("")?
                    .or(member)
                    .ok_or("`@httpLabel` stands on members")?;
                self.bind(HttpBinding::Label(label))?;
            }
            "httpPayload" => self.bind(HttpBinding::Payload)?,
            "httpPrefixHeaders" => self.bind(HttpBinding::PrefixHeaders(a.needed("")?))?,
            "httpQuery" => self.bind(HttpBinding::Query(a.needed("")?))?,
            "httpQueryParams" => self.bind(HttpBinding::QueryParams)?,
            "httpResponseCode" => self.bind(HttpBinding::ResponseCode)?,
            "idempotencyToken" => self.idempotency_token = true,
            "jsonName" => self.json_name = Some(a.needed("")?),
            "length" => {
                self.length = Some(Length {
                    min: a.number("min")?,
                    max: a.number("max")?,
                });
            }
            "mediaType" => self.media_type = Some(a.needed("")?),
            "pattern" => self.pattern = Some(a.needed("")?),
            "range" => self.range = Some(Range::read(a)?),
            "requiresLength" => self.requires_length = true,
            "retryable" => self.retryable = Some(a.flag("throttling")?.unwrap_or(false)),
            "sdkExtra" => self.sdk_extra = true,
            "sensitive" => self.sensitive = true,
            "sparse" => self.sparse = true,
            "streaming" => self.streaming = true,
            "timestampFormat" => {
                self.timestamp_format = Some(TimestampFormat::read(a.needed("")?)?);
            }
            "xmlAttribute" => self.xml_attribute = true,
            "xmlFlattened" => self.xml_flattened = true,
            "xmlName" => self.xml_name = Some(a.needed("")?),
            "xmlNamespace" => {
                self.xml_namespace = Some(XmlNamespace {
                    uri: a.needed("uri")?,
                    prefix: a.text("prefix")?,
                });
            }
            other => return Err(format!("unknown trait `@{other}`")),
        }
        applied.finish()
    }

    fn bind(&mut self, binding: HttpBinding<'t>) -> Result<(), String> {
        match self.http.replace(binding) {
            None => Ok(()),
            Some(_) => Err("a member has one place in an HTTP message, not two".to_owned()),
        }
    }
}

impl<'t> Deprecated<'t> {
    pub(crate) fn read(applied: &mut Applied<'t>) -> Result<Self, String> {
        Ok(Self {
            message: applied.text("message")?,
            since: applied.text("since")?,
        })
    }

    pub(crate) fn print(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        TraitPrinter::new("deprecated")
            .word("message", self.message)
            .word("since", self.since)
            .print(f)
    }
}

impl<'t> Range<'t> {
    fn read(applied: &mut Applied<'t>) -> Result<Self, String> {
        let (min, max) = (applied.text("min")?, applied.text("max")?);
        for bound in [min, max].into_iter().flatten() {
            number::<f64>(bound)?;
        }
        Ok(Self { min, max })
    }
}

impl TimestampFormat {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        match text {
            "date-time" => Ok(Self::DateTime),
            "epoch-seconds" => Ok(Self::EpochSeconds),
            "http-date" => Ok(Self::HttpDate),
            other => Err(format!("unknown timestamp format `{other}`")),
        }
    }

    /// Smithy's name of the format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::EpochSeconds => "epoch-seconds",
            Self::HttpDate => "http-date",
        }
    }
}

impl Traits<'_> {
    /// Writes the traits, each behind a blank, in one fixed order: what a reader of a diff asks first comes first.
    pub(crate) fn print(&self, f: &mut fmt::Formatter<'_>, member: Option<&str>) -> fmt::Result {
        if let Some(http) = self.http {
            http.print(f, member)?;
        }
        print::flag(f, "hostLabel", self.host_label)?;
        print::word(f, "jsonName", self.json_name)?;
        print::word(f, "xmlName", self.xml_name)?;
        print::word(f, "ec2QueryName", self.ec2_query_name)?;
        if let Some(namespace) = self.xml_namespace {
            let printer = TraitPrinter::new("xmlNamespace").word("uri", Some(namespace.uri));
            printer.word("prefix", namespace.prefix).print(f)?;
        }
        print::flag(f, "xmlAttribute", self.xml_attribute)?;
        print::flag(f, "xmlFlattened", self.xml_flattened)?;
        print::word(
            f,
            "timestampFormat",
            self.timestamp_format.map(TimestampFormat::as_str),
        )?;
        print::word(f, "mediaType", self.media_type)?;
        print::flag(f, "streaming", self.streaming)?;
        print::flag(f, "requiresLength", self.requires_length)?;
        print::flag(f, "eventHeader", self.event_header)?;
        print::flag(f, "eventPayload", self.event_payload)?;
        print::flag(f, "idempotencyToken", self.idempotency_token)?;
        if let Some(name) = self.context_param {
            TraitPrinter::new("contextParam")
                .word("name", Some(name))
                .print(f)?;
        }
        print::flag(f, "sparse", self.sparse)?;
        print::flag(f, "box", self.boxed)?;
        self.print_constraints(f)?;
        self.print_error(f)?;
        print::flag(f, "sensitive", self.sensitive)?;
        print::flag(f, "sdkExtra", self.sdk_extra)?;
        self.deprecated
            .map_or(Ok(()), |deprecated| deprecated.print(f))
    }

    fn print_constraints(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Length { min, max }) = self.length {
            TraitPrinter::new("length")
                .arg("min", min)
                .arg("max", max)
                .print(f)?;
        }
        if let Some(Range { min, max }) = self.range {
            TraitPrinter::new("range")
                .arg("min", min)
                .arg("max", max)
                .print(f)?;
        }
        print::quoted(f, "pattern", self.pattern)?;
        if !self.enum_values.is_empty() {
            write!(f, " @enum({})", Words(&self.enum_values))?;
        }
        Ok(())
    }

    fn print_error(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = self.error.map(|fault| match fault {
            Fault::Client => "client",
            Fault::Server => "server",
        });
        print::word(f, "error", fault)?;
        if let Some(status) = self.http_error {
            write!(f, " @httpError({status})")?;
        }
        if let Some(AwsQueryError {
            code,
            http_response_code,
        }) = self.aws_query_error
        {
            let printer = TraitPrinter::new("awsQueryError").word("code", Some(code));
            printer
                .arg("httpResponseCode", Some(http_response_code))
                .print(f)?;
        }
        if let Some(throttling) = self.retryable {
            TraitPrinter::new("retryable")
                .arg("throttling", throttling.then_some(true))
                .print(f)?;
        }
        Ok(())
    }
}

impl HttpBinding<'_> {
    fn print(self, f: &mut fmt::Formatter<'_>, member: Option<&str>) -> fmt::Result {
        match self {
            Self::Header(name) => print::quoted(f, "httpHeader", Some(name)),
            Self::Label(name) => print::word(
                f,
                "httpLabel",
                Some(name).filter(|name| Some(*name) != member),
            )
            .and_then(|()| print::flag(f, "httpLabel", Some(name) == member)),
            Self::Payload => print::flag(f, "httpPayload", true),
            Self::PrefixHeaders(prefix) => print::quoted(f, "httpPrefixHeaders", Some(prefix)),
            Self::Query(name) => print::quoted(f, "httpQuery", Some(name)),
            Self::QueryParams => print::flag(f, "httpQueryParams", true),
            Self::ResponseCode => print::flag(f, "httpResponseCode", true),
        }
    }
}
