//! Web pages: the main text without what stands around it, and what the page says about itself.
//! Nothing is run, shown or fetched: a page is text with marks in it.

mod blocks;
mod dates;
mod declared;
mod depth;
mod json_ld;
mod metadata;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

pub(super) use self::dates::moment;
pub(super) use self::declared::declared_encoding;
use super::ReadCause;
use super::encoding::{Hints, decode};
use super::paragraphs::under_headline;
use crate::article::Article;

/// The main text of a deeper page is not searched for: browsers stop at this depth.
const MAX_SEARCHED_DEPTH: usize = 512;

/// The article of a page.
pub(super) fn read(html: String) -> Result<Article, ReadCause> {
    let depth = depth::depth(&html).ok_or(ReadCause::TooDeep)?;
    let document = Document::from(html.as_str());
    let mut article = metadata::article(&document, &html);
    // The search looks at each text once for every element around it.
    let main_text = if depth <= MAX_SEARCHED_DEPTH { main_text(document) } else { None };
    let text = match main_text {
        Some(text) => text,
        None => all_text(&html)?,
    };
    article.text = under_headline(article.title.as_deref(), text);
    Ok(article)
}

/// The same with all that the page shows.
pub(super) fn read_everything(html: String) -> Result<Article, ReadCause> {
    let text = all_text(&html)?;
    Ok(Article { text, ..metadata::article(&Document::from(html.as_str()), &html) })
}

/// The text that the page is about; `None` where none stands out.
fn main_text(document: Document) -> Option<String> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let found = Readability::with_document(document, None, Some(config)).ok()?.parse().ok()?;
    let text = blocks::text(&Document::from(found.content).root());
    (!text.is_empty()).then_some(text)
}

/// All that the page shows.
pub(super) fn all_text(html: &str) -> Result<String, ReadCause> {
    depth::depth(html).ok_or(ReadCause::TooDeep)?;
    let document = Document::from(html);
    Ok(document.body().map_or_else(String::new, |body| blocks::text(&body)))
}

/// The bytes of a page as text.
pub(super) fn decoded(bytes: Vec<u8>) -> Result<String, ReadCause> {
    let hints = Hints { wanted: None, declared: declared_encoding(&bytes) };
    Ok(decode(bytes, hints)?.text)
}

#[cfg(test)]
mod tests;
