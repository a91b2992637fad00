//! What word processors say about a document, and how much of it is true.
//! The day on which a file was made is no publication date and not read.

use super::archive::Archive;
use super::paragraphs::stands_at_head;
use super::xml::{self, Node};
use super::{ReadCause, Watch};
use crate::article::Article;

/// The article of a text and of the properties in the part `properties`, by the names of Dublin Core.
pub(super) fn article(archive: &mut Archive<'_>, properties: &str, text: String, watch: &Watch) -> Result<Article, ReadCause> {
    let (mut title, mut author) = (String::new(), String::new());
    if archive.has(properties) {
        let mut open = String::new();
        // Damaged properties do not spoil the text.
        let _ = xml::walk(archive.part(properties)?, watch, |node| {
            match node {
                Node::Open(tag) => tag.name().clone_into(&mut open),
                Node::Text(text) if open == "title" => title.push_str(text),
                Node::Text(text) if open == "creator" => author.push_str(text),
                Node::Text(_) => {}
                Node::Close(_) => open.clear(),
            }
            Ok(())
        });
    }
    Ok(Article { title: believable_title(&title, &text), author: filled(&author), text, ..Article::default() })
}

/// All that a document says, where something is left out of its article: what stands before, the article, what stands behind.
pub(super) fn everything(before: &[String], text: &str, behind: &[String]) -> Option<String> {
    let all: Vec<&str> = before.iter().map(String::as_str).chain([text]).chain(behind.iter().map(String::as_str)).collect();
    let all: Vec<&str> = all.into_iter().filter(|part| !part.trim().is_empty()).collect();
    (all.len() > 1).then(|| all.join("\n\n"))
}

/// Titles in properties are often those of a template or of a file: the one that counts stands in the text.
pub(super) fn believable_title(title: &str, text: &str) -> Option<String> {
    filled(title).filter(|title| stands_at_head(title, text))
}

/// What is more than blanks.
pub(super) fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
