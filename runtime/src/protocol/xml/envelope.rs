//! What the protocols wrap answers and errors in.

use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::error::metadata::{Builder, ErrorMetadata};

use super::document::Document;
use super::tag::Tag;

/// Where in a document the members are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::protocol) enum Envelope {
    /// In the root element.
    None,
    /// `<OperationResponse><OperationResult>`: awsQuery's answers
    /// (<https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#response-serialization>).
    Result,
    /// An error's, see [`open_error`].
    Error,
}

impl Envelope {
    /// Enters the element with the members, if there is one.
    pub(super) fn open<'a>(
        self,
        document: &mut Document<'a>,
    ) -> Result<Option<Tag<'a>>, SerdeError> {
        let Some(root) = document.root()? else {
            return Ok(None);
        };
        match self {
            Self::None => Ok(Some(root)),
            Self::Result => child(document, |name| name.ends_with(b"Result")),
            Self::Error => open_error(document, root).map(Some),
        }
    }
}

/// Enters the element of an error, whatever it is wrapped in:
///
/// - `<Error>`: restXml with `noErrorWrapping`, which is S3's;
/// - `<ErrorResponse><Error>`: restXml and awsQuery;
/// - `<Response><Errors><Error>`: ec2Query, and `SimpleDB`;
/// - the error itself, as Route 53 sends `InvalidChangeBatch`.
fn open_error<'a>(document: &mut Document<'a>, root: Tag<'a>) -> Result<Tag<'a>, SerdeError> {
    if root.name() == b"Error" {
        return Ok(root);
    }
    let bare = document.clone();
    let mut inside = child(document, |name| matches!(name, b"Error" | b"Errors"))?;
    if inside.as_ref().is_some_and(|tag| tag.name() == b"Errors") {
        inside = child(document, |name| name == b"Error")?;
    }
    Ok(inside.unwrap_or_else(|| {
        *document = bare;
        root
    }))
}

/// Enters the first element, of those in the one that is open, whose name is wanted.
fn child<'a>(
    document: &mut Document<'a>,
    is_wanted: impl Fn(&[u8]) -> bool,
) -> Result<Option<Tag<'a>>, SerdeError> {
    let depth = document.depth();
    while let Some(tag) = document.child()? {
        if is_wanted(tag.name()) {
            return Ok(Some(tag));
        }
        document.leave_to(depth)?;
    }
    Ok(None)
}

/// What every error says of itself.
#[derive(Debug, Default)]
struct Said {
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
}

/// Reads code, message and request id of an error. Nothing, when there are none: proxies and load
/// balancers answer as they like.
///
/// The request id is under [`REQUEST_ID`].
pub(in crate::protocol) fn error_metadata(body: &[u8]) -> Builder {
    let mut said = Said::default();
    if let Ok(text) = std::str::from_utf8(body) {
        // What was said before the document turned out to be broken still counts.
        let _broken = said.read(&mut Document::new(text));
    }
    let mut builder = ErrorMetadata::builder();
    if let Some(code) = said.code {
        builder = builder.code(code);
    }
    if let Some(message) = said.message {
        builder = builder.message(message);
    }
    if let Some(id) = said.request_id {
        builder = builder.custom(REQUEST_ID, id);
    }
    builder
}

/// Where an error's metadata has the request's id.
pub(crate) const REQUEST_ID: &str = "request_id";

impl Said {
    fn read(&mut self, document: &mut Document<'_>) -> Result<(), SerdeError> {
        let Some(root) = document.root()? else {
            return Ok(());
        };
        if root.name() == b"Error" {
            return self.error(document);
        }
        let mut wrapped = false;
        let mut message = None;
        let depth = document.depth();
        while let Some(tag) = document.child()? {
            match tag.name() {
                b"Error" => {
                    wrapped = true;
                    self.error(document)?;
                }
                b"Errors" => {
                    wrapped = true;
                    if child(document, |name| name == b"Error")?.is_some() {
                        self.error(document)?;
                    }
                }
                b"Message" | b"message" => message = text(document)?,
                b"Messages" => message = texts(document)?,
                b"RequestId" | b"RequestID" => self.request_id = text(document)?,
                b"ResponseMetadata" => {
                    let id = child(document, |name| name == b"RequestId")?;
                    self.request_id = id.map_or(Ok(None), |_| text(document))?;
                }
                _ => {}
            }
            document.leave_to(depth)?;
        }
        if !wrapped && is_error(&root)? {
            self.code = Some(String::from_utf8_lossy(root.name()).into_owned());
            self.message = message;
        }
        Ok(())
    }

    /// Reads the element `Error`, which is open.
    fn error(&mut self, document: &mut Document<'_>) -> Result<(), SerdeError> {
        let depth = document.depth();
        while let Some(tag) = document.child()? {
            match tag.name() {
                b"Code" => self.code = text(document)?,
                b"Message" | b"message" => self.message = text(document)?,
                b"RequestId" | b"RequestID" => self.request_id = text(document)?,
                _ => {}
            }
            document.leave_to(depth)?;
        }
        Ok(())
    }
}

/// Whether a root element is an error itself: by its namespace, as Route 53's, or by its name, as
/// AWS's front doors send `<AccessDeniedException>`.
fn is_error(root: &Tag<'_>) -> Result<bool, SerdeError> {
    let namespace = root.namespace()?.unwrap_or_default();
    let endings: [&[u8]; 4] = [b"Error", b"Exception", b"Failure", b"Fault"];
    Ok(namespace.contains(".amazonaws.com/")
        || endings.iter().any(|ending| root.name().ends_with(ending)))
}

/// The text of the element that is open; `None` when there is none, or there are elements in it.
fn text(document: &mut Document<'_>) -> Result<Option<String>, SerdeError> {
    let depth = document.depth() - 1;
    let text = document.text().ok().map(|text| text.trim().to_owned());
    document.leave_to(depth)?;
    Ok(text.filter(|text| !text.is_empty()))
}

/// The texts of the elements in the one that is open, as one sentence.
fn texts(document: &mut Document<'_>) -> Result<Option<String>, SerdeError> {
    let mut all = Vec::new();
    while document.child()?.is_some() {
        all.extend(text(document)?);
    }
    Ok((!all.is_empty()).then(|| all.join("; ")))
}
