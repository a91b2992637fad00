//! OpenDocument text, as LibreOffice writes it. Notes and comments belong to all of the file and not to the
//! article; what changes took away is not read.
//! Source: OASIS OpenDocument 1.3, part 3.

use super::archive::Archive;
use super::office::{article, everything};
use super::paragraphs::Paragraphs;
use super::xml::{self, Node, Tag};
use super::{ReadCause, Watch};
use crate::article::Article;

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";
const TYPES: [&str; 2] = ["application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template"];

/// Elements whose text is not read.
const UNSEEN: [&str; 4] = ["tracked-changes", "note-citation", "annotation-end", "sequence-decls"];

/// Elements that stand in the text and are none of the article's.
const ASIDE: [&str; 2] = ["annotation", "note"];

/// Whether an archive is such a document.
pub(super) fn is_odt(archive: &mut Archive<'_>) -> bool {
    let kind = archive.part("mimetype").unwrap_or_default();
    TYPES.iter().any(|name| kind.trim_ascii() == name.as_bytes())
}

/// The article of a document.
pub(super) fn read(bytes: Vec<u8>, watch: &Watch) -> Result<Article, ReadCause> {
    let mut archive = Archive::open(&bytes)?;
    if is_encrypted(&mut archive, watch) {
        return Err(ReadCause::Encrypted);
    }
    let Texts { body, aside } = texts(archive.part(CONTENT)?, watch)?;
    let everything = everything(&[], &body, &[aside]);
    Ok(Article { everything, ..article(&mut archive, "meta.xml", body, watch)? })
}

/// An encrypted document says so in its list of parts; a missing list says nothing.
fn is_encrypted(archive: &mut Archive<'_>, watch: &Watch) -> bool {
    let mut encrypted = false;
    let manifest = archive.part(MANIFEST).unwrap_or_default();
    let _ = xml::walk(manifest, watch, |node| {
        encrypted |= matches!(node, Node::Open(tag) if tag.name() == "encryption-data");
        Ok(())
    });
    encrypted
}

/// What a document says.
#[derive(Debug, Default, PartialEq)]
struct Texts {
    body: String,
    /// Its notes and comments.
    aside: String,
}

fn texts(xml: Vec<u8>, watch: &Watch) -> Result<Texts, ReadCause> {
    let (mut body, mut aside) = (Written::default(), Written::default());
    let mut n_aside = 0_usize;
    xml::walk_seen(xml, watch, &UNSEEN, |node| {
        let opens = matches!(&node, Node::Open(tag) if ASIDE.contains(&tag.name()));
        n_aside += usize::from(opens);
        let written = if n_aside > 0 { &mut aside } else { &mut body };
        match node {
            Node::Open(tag) => written.open(&tag),
            Node::Text(text) if written.n_paragraphs > 0 => written.text.words(text),
            Node::Text(_) => {}
            Node::Close(name) => {
                written.close(name);
                n_aside = n_aside.saturating_sub(usize::from(ASIDE.contains(&name)));
            }
        }
        Ok(())
    })?;
    Ok(Texts { body: body.text.finish(), aside: aside.text.finish() })
}

/// A text in the making.
#[derive(Default)]
struct Written {
    text: Paragraphs,
    /// How many paragraphs and headings are open: one can stand in a frame inside another.
    n_paragraphs: usize,
}

impl Written {
    fn open(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "p" | "h" => {
                self.text.paragraph();
                self.n_paragraphs += 1;
            }
            "s" | "tab" => self.text.blank(),
            "line-break" => self.text.line(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.text.paragraph();
                self.n_paragraphs = self.n_paragraphs.saturating_sub(1);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readers_see_is_read() {
        let xml = r#"<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>
            <text:tracked-changes><text:deletion><text:p>غدا</text:p></text:deletion></text:tracked-changes>
            <text:h>وصول <text:span>الوفد</text:span></text:h>
            <text:p>وصل<text:s text:c="3"/>أمس<text:note><text:note-body><text:p>حاشية</text:p></text:note-body></text:note>،<text:tab/>ثم<text:line-break/>غادر</text:p>
            <text:list><text:list-item><text:p>بند</text:p></text:list-item></text:list>
            <text:p><office:annotation><text:p>تعليق</text:p></office:annotation>خاتمة</text:p>
        </office:text></office:body></office:document-content>"#;
        let expected = "وصول الوفد\n\nوصل أمس، ثم\nغادر\n\nبند\n\nخاتمة";
        let texts = texts(xml.as_bytes().to_vec(), &Watch::default()).expect("a document");
        assert_eq!((texts.body.as_str(), texts.aside.as_str()), (expected, "حاشية\n\nتعليق"));
    }
}
