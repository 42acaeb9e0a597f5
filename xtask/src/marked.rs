//! Parts of documents that are written by commands.

use std::fs;

use crate::workspace;

/// Where the part of a document that a command writes begins and ends.
fn marks(name: &str) -> [String; 2] {
    [
        format!("<!-- {name}: written by `cargo xtask {name}` -->\n"),
        format!("<!-- end of {name} -->\n"),
    ]
}

/// Writes a part of a file of the workspace, or compares it.
///
/// # Errors
///
/// When there is no such file, no such part, or another text in it.
pub(crate) fn write(file: &str, name: &str, text: &str, check: bool) -> Result<(), String> {
    let path = workspace().join(file);
    let found = fs::read_to_string(&path).map_err(|error| format!("{file}: {error}"))?;
    let wanted = put(&found, &marks(name), text).ok_or_else(|| format!("{file}: no marks"))?;
    match (found == wanted, check) {
        (true, _) => println!("{name}: {file} says what it should"),
        (false, true) => return Err(format!("{file} is not what `cargo xtask {name}` writes")),
        (false, false) => {
            fs::write(&path, wanted).map_err(|error| format!("{file}: {error}"))?;
            println!("{name}: {file} is written");
        }
    }
    Ok(())
}

/// The document with this text between the marks.
fn put(document: &str, marks: &[String; 2], text: &str) -> Option<String> {
    let (before, rest) = document.split_once(&marks[0])?;
    let (_, after) = rest.split_once(&marks[1])?;
    let [begin, end] = marks;
    Some(format!("{before}{begin}{text}{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::{marks, put};

    #[test]
    fn what_is_between_the_marks_is_replaced() {
        let marks = marks("bench build");
        let [begin, end] = &marks;
        let document = format!("a\n{begin}old\n{end}b\n");
        let new = format!("a\n{begin}new\n{end}b\n");
        assert_eq!(put(&document, &marks, "new\n"), Some(new));
        assert_eq!(put("nothing", &marks, "new\n"), None);
    }
}
