//! Plain text. The text of the article is the file's: a byte order mark in UTF-8 stays. The title is left to extraction.

use super::{ReadCause, Watch};
use crate::article::Article;

/// The character that some programs put before a text in UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The article of a plain text.
pub(super) fn read(text: String, _: &Watch) -> Result<Article, ReadCause> {
    Ok(Article { text, ..Article::default() })
}

/// Whether nothing is there to be read.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim_start_matches(BYTE_ORDER_MARK).trim().is_empty()
}
