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
use super::encoding::{Hints, decode};
use super::paragraphs::under_headline;
use super::{ReadCause, Watch};
use crate::article::Article;

/// The main text of a deeper page is not searched for: browsers stop at this depth.
const MAX_SEARCHED_DEPTH: usize = 512;

/// The article of a page.
pub(super) fn read(html: String, watch: &Watch) -> Result<Article, ReadCause> {
    let depth = depth::depth(&html).ok_or(ReadCause::TooDeep)?;
    watch.go_on()?;
    let document = Document::from(html.as_str());
    let mut article = metadata::article(&document, &html);
    let everything = shown(&document);
    watch.understood(1, 2)?;
    // The search looks at each text once for every element around it.
    let main_text = if depth <= MAX_SEARCHED_DEPTH { main_text(document) } else { None };
    let text = main_text.unwrap_or_else(|| everything.clone());
    article.everything = (text != everything).then_some(everything);
    article.text = under_headline(article.title.as_deref(), text);
    Ok(article)
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
    Ok(shown(&Document::from(html)))
}

fn shown(document: &Document) -> String {
    document.body().map_or_else(String::new, |body| blocks::text(&body))
}

/// The bytes of a page as text.
pub(super) fn decoded(bytes: Vec<u8>) -> Result<String, ReadCause> {
    let hints = Hints { wanted: None, declared: declared_encoding(&bytes) };
    Ok(decode(bytes, hints)?.text)
}

#[cfg(test)]
mod tests;
