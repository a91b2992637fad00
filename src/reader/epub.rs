//! EPUB: web pages in a ZIP file, in the order of their spine. Tables of contents and title pages belong to all of the file
//! and not to the article.
//! Source: EPUB 3.3.

use std::collections::HashMap;

use super::archive::Archive;
use super::html;
use super::office::filled;
use super::paragraphs::under_headline;
use super::xml::{self, Node, Tag};
use super::{ReadCause, Watch};
use crate::article::{Article, Published, PublishedOrigin};
use crate::base::Moment;

const CONTAINER: &str = "META-INF/container.xml";
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// Fonts may be obfuscated in a book that is otherwise open.
const OBFUSCATIONS: [&str; 2] = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

/// Whether an archive is a book.
pub(super) fn is_epub(archive: &mut Archive<'_>) -> bool {
    archive.has(CONTAINER)
}

/// The article of a book.
pub(super) fn read(bytes: Vec<u8>, watch: &Watch) -> Result<Article, ReadCause> {
    let mut archive = Archive::open(&bytes)?;
    if is_encrypted(&mut archive, watch) {
        return Err(ReadCause::Encrypted);
    }
    let path = package_path(&mut archive, watch)?;
    let package = Package::read(archive.part(&path)?, watch)?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (mut texts, mut everything) = (Vec::new(), Vec::new());
    let pages: Vec<Page<'_>> = package.pages().collect();
    for (index, page) in pages.iter().enumerate() {
        watch.understood(index, pages.len())?;
        let text = archive.part(&beside(folder, page.path)).and_then(|page| html::all_text(&html::decoded(page)?));
        // What is damaged beside the text does not spoil it.
        let text = if page.is_text { text? } else { text.unwrap_or_default() };
        if !text.is_empty() {
            texts.extend(page.is_text.then(|| text.clone()));
            everything.push(text);
        }
    }
    let mut article = package.article;
    article.everything = (everything.len() > texts.len()).then(|| everything.join("\n\n"));
    article.text = under_headline(article.title.as_deref(), texts.join("\n\n"));
    Ok(article)
}

fn is_encrypted(archive: &mut Archive<'_>, watch: &Watch) -> bool {
    if !archive.has(ENCRYPTION) {
        return false;
    }
    let mut encrypted = false;
    let _ = xml::walk(archive.part(ENCRYPTION).unwrap_or_default(), watch, |node| {
        if let Node::Open(tag) = node
            && tag.name() == "EncryptionMethod"
        {
            encrypted |= tag.attribute("Algorithm").is_some_and(|name| !OBFUSCATIONS.contains(&name.as_str()));
        }
        Ok(())
    });
    encrypted
}

fn package_path(archive: &mut Archive<'_>, watch: &Watch) -> Result<String, ReadCause> {
    let mut path = None;
    xml::walk(archive.part(CONTAINER)?, watch, |node| {
        if let Node::Open(tag) = node
            && tag.name() == "rootfile"
        {
            path = path.take().or(tag.attribute("full-path"));
        }
        Ok(())
    })?;
    path.ok_or(ReadCause::Damaged)
}

/// What the package document says.
#[derive(Default)]
struct Package {
    article: Article,
    /// Path and properties of each item by its name.
    items: HashMap<String, (String, String)>,
    /// The names of the items to be read, in order, and whether they belong to the text.
    spine: Vec<(String, bool)>,
}

impl Package {
    fn read(xml: Vec<u8>, watch: &Watch) -> Result<Self, ReadCause> {
        let mut package = Self::default();
        let (mut open, mut text) = (String::new(), String::new());
        xml::walk(xml, watch, |node| {
            match node {
                Node::Open(tag) => {
                    package.open(&tag);
                    tag.name().clone_into(&mut open);
                    text.clear();
                }
                Node::Text(words) => text.push_str(words),
                Node::Close(_) => {
                    package.said(&open, &text);
                    open.clear();
                }
            }
            Ok(())
        })?;
        Ok(package)
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "item" => {
                if let (Some(id), Some(href)) = (tag.attribute("id"), tag.attribute("href")) {
                    self.items.insert(id, (href, tag.attribute("properties").unwrap_or_default()));
                }
            }
            "itemref" => {
                let is_text = tag.attribute("linear").as_deref() != Some("no");
                self.spine.extend(tag.attribute("idref").map(|id| (id, is_text)));
            }
            _ => {}
        }
    }

    /// What Dublin Core says of the book; the first of each counts.
    fn said(&mut self, name: &str, text: &str) {
        let article = &mut self.article;
        match (name, filled(text)) {
            ("title", text) => article.title = article.title.take().or(text),
            ("creator", text) => article.author = article.author.take().or(text),
            ("publisher", text) => article.source = article.source.take().or(text),
            ("date", Some(text)) => {
                let value = Moment::parse(&text).map(|value| Published { value, origin: PublishedOrigin::Metadata });
                article.published = article.published.or(value);
            }
            _ => {}
        }
    }

    /// What is to be read, in order.
    fn pages(&self) -> impl Iterator<Item = Page<'_>> {
        self.spine.iter().filter_map(|(name, is_linear)| {
            let (path, properties) = self.items.get(name)?;
            let is_contents = properties.split(' ').any(|name| name == "nav") || path.contains("title_page");
            Some(Page { path, is_text: *is_linear && !is_contents })
        })
    }
}

/// A page of a book.
struct Page<'a> {
    path: &'a str,
    /// Whether it belongs to the text: tables of contents and title pages do not.
    is_text: bool,
}

/// A path beside the package document, without its escapes.
fn beside(folder: &str, href: &str) -> String {
    let href = unescaped(href.split('#').next().unwrap_or_default());
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "" | "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// `%20` and the like as their bytes.
fn unescaped(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let escaped = bytes.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        let byte = escaped.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        out.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_found_beside_the_package() {
        assert_eq!(beside("EPUB/x", "../text/ch%201.xhtml#a"), "EPUB/text/ch 1.xhtml");
        assert_eq!(beside("", "./a.xhtml"), "a.xhtml");
        assert_eq!(beside("a", "../../../b%zz"), "b%zz");
    }
}
