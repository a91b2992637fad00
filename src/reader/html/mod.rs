//! Web pages: the main text without what stands around it, and what the page says about itself.
//! Nothing is run, shown or fetched: a page is text with marks in it.

mod blocks;
mod chrome;
mod dates;
mod declared;
mod depth;
mod json_ld;
mod metadata;
mod plain;
mod stamps;

use std::collections::HashSet;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

pub(super) use self::dates::moment;
pub(super) use self::declared::declared_encoding;
use super::encoding::{Hints, decode};
use super::paragraphs::{Paragraphs, under_headline};
use super::{ReadCause, Watch};
use crate::article::Article;

/// The main text of a deeper page is not searched for: browsers stop at this depth.
const MAX_SEARCHED_DEPTH: usize = 512;

/// A page of more tags is not put together as a tree, which would take half a kilobyte for each.
const MAX_TAGS: usize = 400_000;

/// What such a page says about itself is looked for in its first bytes.
const HEAD_OF_LARGE: usize = 256 << 10;

/// The article of a page.
pub(super) fn read(html: String, watch: &Watch) -> Result<Article, ReadCause> {
    let shape = depth::shape(&html).ok_or(ReadCause::TooDeep)?;
    watch.go_on()?;
    if shape.n_tags > MAX_TAGS {
        return Ok(of_large(&html));
    }
    let document = Document::from(html.as_str());
    let everything = shown(&document);
    let mut article = metadata::article(&document, &html, &everything);
    drop(html);
    watch.understood(1, 2)?;
    // The search looks at each text once for every element around it.
    let main_text = if shape.depth <= MAX_SEARCHED_DEPTH { main_text(document) } else { None };
    let text = main_text.map_or_else(|| everything.clone(), stamps::without);
    article.everything = (text != everything).then_some(everything);
    article.text = under_headline(article.title.as_deref(), text);
    Ok(article)
}

/// The article of a page that is too large for a search: all that it shows.
fn of_large(html: &str) -> Article {
    let text = plain::text(html);
    let head = &html[..html.floor_char_boundary(HEAD_OF_LARGE)];
    let article = metadata::article(&Document::from(head), head, &text);
    Article { text: under_headline(article.title.as_deref(), text), ..article }
}

/// The text that the page is about; `None` where none stands out.
fn main_text(document: Document) -> Option<String> {
    let marked = marked_body(&document);
    match (found_body(document), marked) {
        (Some(found), Some(marked)) => Some(both(&found, marked)),
        (found, marked) => found.or(marked),
    }
}

/// What is found is sometimes too much, and what is marked can begin behind the lead or hold rows of buttons: the lines that are both,
/// and the lead before them. What is marked alone where the two have little in common.
fn both(found: &str, marked: String) -> String {
    let lines: HashSet<&str> = marked.lines().collect();
    let mut is_inside = false;
    let mut text = Paragraphs::default();
    let mut n_common = 0;
    for line in found.split('\n') {
        let is_common = !line.is_empty() && lines.contains(line);
        is_inside |= is_common;
        n_common += if is_common { line.len() } else { 0 };
        if is_common || (!is_inside && line.len() >= MIN_LEAD) {
            text.words(line);
            text.line();
        } else if line.is_empty() {
            text.paragraph();
        }
    }
    if n_common * 10 >= marked.len() * 7 { text.finish() } else { marked }
}

/// A lead is no shorter, in bytes.
const MIN_LEAD: usize = 120;

/// Where the page itself marks the text of its article. Sources: microdata and RDFa, by the words of schema.org.
const BODIES: &str = "[itemprop~=articleBody], [property~=articleBody], [property~='schema:articleBody']";

/// What is marked and shorter than this, in bytes, is the start of an article, as pages of those who want to be paid have it.
const MIN_BODY: usize = 400;

/// The longest text that the page marks as its article's.
fn marked_body(document: &Document) -> Option<String> {
    let bodies = document.select(BODIES);
    let longest = bodies.nodes().iter().map(blocks::text).max_by_key(String::len);
    longest.filter(|text| text.len() >= MIN_BODY)
}

fn found_body(document: Document) -> Option<String> {
    let config = Config { disable_json_ld: true, keep_classes: true, ..Config::default() };
    let found = Readability::with_document(document, None, Some(config)).ok()?.parse().ok()?;
    let found = Document::from(found.content);
    chrome::remove(&found);
    let text = blocks::text(&found.root());
    (!text.is_empty()).then_some(text)
}

/// All that the page shows.
pub(super) fn all_text(html: &str) -> Result<String, ReadCause> {
    let shape = depth::shape(html).ok_or(ReadCause::TooDeep)?;
    Ok(if shape.n_tags > MAX_TAGS { plain::text(html) } else { shown(&Document::from(html)) })
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
