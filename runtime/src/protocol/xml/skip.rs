//! Finds the end of an element that nobody reads, without reading it.

use memchr::memchr;

use super::tokens::{after, close};

/// Where the end tag is of the element that the text is the inside of. `None` when there is none, or
/// something that an answer does not have: whoever reads it says what.
pub(super) fn end_tag(inside: &[u8]) -> Option<usize> {
    let (mut at, mut depth) = (0, 0_usize);
    loop {
        at += memchr(b'<', &inside[at..])?;
        let tag = &inside[at..];
        at += match tag.get(1)? {
            b'/' if depth == 0 => return Some(at),
            b'/' => {
                depth -= 1;
                2
            }
            b'!' if tag.starts_with(b"<!--") => after(tag, b"-->", 4)?,
            b'!' if tag.starts_with(b"<![CDATA[") => after(tag, b"]]>", 9)?,
            b'!' => return None,
            b'?' => after(tag, b"?>", 2)?,
            _ => {
                let close = close(tag)?;
                if tag[close - 1] != b'/' {
                    depth += 1;
                }
                close + 1
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::end_tag;

    #[test]
    fn what_is_inside_is_passed_over() {
        for inside in [
            "",
            "text",
            "<b/>",
            "<b></b>",
            "a<b>c<d/></b>e<b> </b>",
            "<b a='>' c=\"/>\">d</b>",
            "<b a=\"'>'\"/>",
            "<!-- </a> <b> --><![CDATA[</a>]]]><?p </a> ?>",
            "<!---->",
            "&lt;/a&gt;",
        ] {
            let text = format!("{inside}</a></r>");
            assert_eq!(end_tag(text.as_bytes()), Some(inside.len()), "{text}");
        }
    }

    #[test]
    fn what_breaks_off_has_no_end() {
        for inside in [
            "",
            "text",
            "<",
            "<b",
            "<b>",
            "<b></b>",
            "<b a='></b></a>",
            "<!-- </a>",
            "<!-->",
            "<![CDATA[</a>",
            "<? </a>",
            "<!DOCTYPE a></a>",
        ] {
            assert_eq!(end_tag(inside.as_bytes()), None, "{inside}");
        }
    }
}
