//! Plain text in UTF-8.
//! The text of the article is the file, byte for byte: a byte order mark stays where it is. The title is left to extraction.

use super::ReadCause;
use crate::article::Article;

/// The character that some programs put before a text in UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The article of a plain text.
pub(super) fn read(text: String) -> Result<Article, ReadCause> {
    if is_blank(&text) {
        return Err(ReadCause::Empty);
    }
    Ok(Article { text, ..Article::default() })
}

/// The bytes as text.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, ReadCause> {
    match String::from_utf8(bytes) {
        Ok(text) => match text.find('\0') {
            Some(offset) => Err(ReadCause::Binary(offset)),
            None => Ok(text),
        },
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let zero = error.as_bytes().iter().position(|byte| *byte == 0);
            Err(zero.map_or(ReadCause::NotUtf8(valid), ReadCause::Binary))
        }
    }
}

/// Whether nothing is there to be read.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim_start_matches(BYTE_ORDER_MARK).trim().is_empty()
}
