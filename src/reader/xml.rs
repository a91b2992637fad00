//! XML as its reader meets it: elements open, text comes, elements close. Names are without their prefix.
//! Knows no document format. Nothing that a document type defines is looked up or put in, so that no text can grow.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::encoding::{self, Hints};
use super::{ReadCause, Watch};

/// The deepest nesting of elements; documents stay below a hundred.
const MAX_DEPTH: usize = 1000;

/// After so many nodes it is said how far reading is.
const NODES: usize = 4096;

/// What is met.
pub(super) enum Node<'a> {
    Open(Tag<'a>),
    Text(&'a str),
    Close(&'a str),
}

/// An element that opens.
pub(super) struct Tag<'a> {
    start: &'a BytesStart<'a>,
}

impl Tag<'_> {
    pub(super) fn name(&self) -> &str {
        std::str::from_utf8(self.start.local_name().into_inner()).unwrap_or_default()
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let attribute = attributes
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|attribute| attribute.key.local_name().into_inner() == name.as_bytes())?;
        let value = String::from_utf8_lossy(&attribute.value);
        Some(quick_xml::escape::unescape(&value).map_or_else(|_| value.to_string(), |value| value.into_owned()))
    }
}

/// Hands every node of an XML document to `visit`, in order.
///
/// # Errors
/// Where it is not well-formed or nested too deeply, where `visit` refuses, or where reading shall stop.
pub(super) fn walk(
    bytes: Vec<u8>,
    watch: &Watch,
    mut visit: impl FnMut(Node<'_>) -> Result<(), ReadCause>,
) -> Result<(), ReadCause> {
    let xml = encoding::decode(bytes, Hints::default()).map_err(|_| ReadCause::Damaged)?.text;
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    for count in 1_usize.. {
        if count % NODES == 0 {
            watch.understood(usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX), xml.len())?;
        }
        match reader.read_event().map_err(|_| ReadCause::Damaged)? {
            Event::Start(start) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(ReadCause::TooMuchPacked);
                }
                visit(Node::Open(Tag { start: &start }))?;
            }
            Event::End(end) => {
                depth -= 1;
                visit(Node::Close(std::str::from_utf8(end.local_name().into_inner()).unwrap_or_default()))?;
            }
            Event::Text(text) => visit(Node::Text(&String::from_utf8_lossy(&text)))?,
            Event::CData(text) => visit(Node::Text(&String::from_utf8_lossy(&text)))?,
            Event::GeneralRef(reference) => {
                let mut buffer = [0; 4];
                let character = reference.resolve_char_ref().ok().flatten();
                let name = String::from_utf8_lossy(&reference);
                let text = character.map(|character| &*character.encode_utf8(&mut buffer)).or(resolve_predefined_entity(&name));
                visit(Node::Text(text.unwrap_or_default()))?;
            }
            Event::Eof if depth == 0 => break,
            Event::Eof => return Err(ReadCause::Damaged),
            _ => {}
        }
    }
    Ok(())
}

/// The same without the elements that `unseen` names and all that they hold.
///
/// # Errors
/// As [`walk`].
pub(super) fn walk_seen(
    bytes: Vec<u8>,
    watch: &Watch,
    unseen: &[&str],
    mut visit: impl FnMut(Node<'_>) -> Result<(), ReadCause>,
) -> Result<(), ReadCause> {
    let mut n_unseen = 0_usize;
    walk(bytes, watch, |node| {
        match &node {
            Node::Open(tag) if n_unseen > 0 || unseen.contains(&tag.name()) => n_unseen += 1,
            Node::Close(_) if n_unseen > 0 => n_unseen -= 1,
            _ if n_unseen > 0 => {}
            _ => visit(node)?,
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(xml: &str) -> Result<String, ReadCause> {
        let mut found = String::new();
        walk(xml.as_bytes().to_vec(), &Watch::default(), |node| {
            match node {
                Node::Open(tag) => found += &format!("<{}{}>", tag.name(), tag.attribute("x").unwrap_or_default()),
                Node::Text(text) => found += text,
                Node::Close(name) => found += &format!("</{name}>"),
            }
            Ok(())
        })?;
        Ok(found)
    }

    #[test]
    fn names_lose_their_prefix_and_references_are_resolved() {
        let xml = "\u{FEFF}<?xml version=\"1.0\"?><w:a w:x='1&amp;2'><b/>&lt;&#x648;<![CDATA[<c>]]></w:a>";
        assert_eq!(walked(xml).as_deref(), Ok("<a1&2><b></b><\u{648}<c></a>"));
    }

    #[test]
    fn what_is_not_seen_is_passed_over_with_all_in_it() {
        let mut found = String::new();
        let walked = walk_seen(b"<a>1<x>2<a>3<x/></a></x>4</a>".to_vec(), &Watch::default(), &["x"], |node| {
            if let Node::Text(text) = node {
                found += text;
            }
            Ok(())
        });
        assert_eq!((walked, found.as_str()), (Ok(()), "14"));
    }

    #[test]
    fn walking_stops_when_it_shall() {
        let watch = Watch::default();
        let xml = format!("<a>{}</a>", "<b/>".repeat(NODES));
        let walked = walk(xml.into_bytes(), &watch, |_| {
            watch.cancel();
            Ok(())
        });
        assert_eq!(walked, Err(ReadCause::Cancelled));
    }

    #[test]
    fn what_a_document_type_defines_is_not_put_in() {
        let xml = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><a>&b;&c;</a>";
        assert_eq!(walked(xml).as_deref(), Ok("<a></a>"));
    }

    #[test]
    fn what_is_broken_or_too_deep_is_refused() {
        assert_eq!(walked("<a><b></a>"), Err(ReadCause::Damaged));
        assert_eq!(walked("<a>"), Err(ReadCause::Damaged));
        assert_eq!(walked(&"<a>".repeat(MAX_DEPTH + 1)), Err(ReadCause::TooMuchPacked));
    }
}
