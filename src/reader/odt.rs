//! OpenDocument text, as LibreOffice writes it. Notes, comments, headers and footers belong to all of the file and not to the
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

/// The part that says how pages look; what stands at the head and the foot of each is in it.
const STYLES: &str = "styles.xml";
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
    let Margins { head, foot } = margins(&mut archive, watch)?;
    let behind: Vec<String> = std::iter::once(aside).chain(foot).collect();
    let everything = everything(&head, &body, &behind);
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
        written.read(&node);
        let closes = matches!(node, Node::Close(name) if ASIDE.contains(&name));
        n_aside = n_aside.saturating_sub(usize::from(closes));
        Ok(())
    })?;
    Ok(Texts { body: body.finish(), aside: aside.finish() })
}

/// What stands at the head and at the foot of pages, each text once.
#[derive(Debug, Default, PartialEq)]
struct Margins {
    head: Vec<String>,
    foot: Vec<String>,
}

/// Elements for the margins of all pages, of left ones and of the first.
const HEADS: [&str; 3] = ["header", "header-left", "header-first"];
const FEET: [&str; 3] = ["footer", "footer-left", "footer-first"];

/// Fields that are counted for each page.
const COUNTED: [&str; 2] = ["page-number", "page-count"];

/// A document has no more margins.
const MAX_MARGINS: usize = 64;

/// What is damaged beside the article does not spoil it.
fn margins(archive: &mut Archive<'_>, watch: &Watch) -> Result<Margins, ReadCause> {
    watch.go_on()?;
    let mut margins = Margins::default();
    let mut open: Option<Written> = None;
    let _ = xml::walk_seen(archive.part(STYLES).unwrap_or_default(), watch, &COUNTED, |node| {
        match node {
            Node::Open(tag) if HEADS.contains(&tag.name()) || FEET.contains(&tag.name()) => open = Some(Written::default()),
            Node::Close(name) if HEADS.contains(&name) => margins.head.extend(open.take().map(Written::finish)),
            Node::Close(name) if FEET.contains(&name) => margins.foot.extend(open.take().map(Written::finish)),
            node => open.iter_mut().for_each(|written| written.read(&node)),
        }
        Ok(())
    });
    watch.go_on()?;
    Ok(Margins { head: each_once(margins.head), foot: each_once(margins.foot) })
}

/// The head of the first page is often that of all pages.
fn each_once(texts: Vec<String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for text in texts.into_iter().take(MAX_MARGINS) {
        if !text.is_empty() && !once.contains(&text) {
            once.push(text);
        }
    }
    once
}

/// A text in the making.
#[derive(Default)]
struct Written {
    text: Paragraphs,
    /// How many paragraphs and headings are open: one can stand in a frame inside another.
    n_paragraphs: usize,
}

impl Written {
    fn read(&mut self, node: &Node<'_>) {
        match node {
            Node::Open(tag) => self.open(tag),
            Node::Text(text) if self.n_paragraphs > 0 => self.text.words(text),
            Node::Text(_) => {}
            Node::Close(name) => self.close(name),
        }
    }

    fn finish(self) -> String {
        self.text.finish()
    }

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
    use crate::reader::archive::zipped;

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
    #[test]
    fn heads_and_feet_of_pages_are_a_part_of_the_file() {
        let styles = r#"<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:text="t"><office:master-styles><style:master-page>
            <style:header><text:p>المرفأ</text:p></style:header><style:header-left><text:p>المرفأ</text:p></style:header-left>
            <style:footer><text:p>صفحة <text:page-number>1</text:page-number></text:p></style:footer><style:footer-first/>
        </style:master-page></office:master-styles></office:document-styles>"#;
        let content = "<office:x xmlns:office='o' xmlns:text='t'><text:p>وصل الوفد</text:p></office:x>";
        let document = zipped(&[("mimetype", TYPES[0]), (STYLES, styles), (CONTENT, content)]);
        let article = read(document, &Watch::default()).expect("a document");
        assert_eq!(article.text, "وصل الوفد");
        assert_eq!(article.everything.as_deref(), Some("المرفأ\n\nوصل الوفد\n\nصفحة"));
        let damaged = read(zipped(&[("mimetype", TYPES[0]), (STYLES, "<a"), (CONTENT, content)]), &Watch::default());
        assert_eq!(damaged.map(|article| (article.text, article.everything)), Ok(("وصل الوفد".to_owned(), None)));
    }
}
