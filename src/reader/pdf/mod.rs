//! PDF: signs drawn on pages, put together again into lines, words and paragraphs.
//! `hayro` reads the file and tells which sign stands where; order and words are found here, for PDF keeps neither.

mod glyphs;
mod layout;
mod lines;
mod order;

use std::sync::Arc;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use unicode_normalization::UnicodeNormalization;

use self::glyphs::{decoded, of_page};
use super::office::{believable_title, filled};
use super::{ReadCause, Watch};
use crate::article::Article;

/// The most pages that are read: an article has fewer, and a book is none.
const MAX_PAGES: usize = 2000;

/// The article of a PDF.
pub(super) fn read(bytes: Vec<u8>, watch: &Watch) -> Result<Article, ReadCause> {
    let pdf = Pdf::new(Arc::new(bytes)).map_err(|error| cause(&error))?;
    let n_pages = pdf.pages().len().min(MAX_PAGES);
    let mut pages = Vec::new();
    for page in pdf.pages().iter().take(MAX_PAGES) {
        pages.push(of_page(page));
        watch.understood(pages.len(), n_pages)?;
    }
    let found = layout::text(pages);
    let folded = |text: String| -> String { text.nfkc().collect() };
    let (text, everything) = (folded(found.article), found.everything.map(folded));
    if text.is_empty() {
        return Err(ReadCause::OnlyPictures);
    }
    let said = |value: &Option<Box<[u8]>>| filled(&decoded(value.as_deref()?));
    let title = said(&pdf.metadata().title).and_then(|title| believable_title(&title, &text));
    Ok(Article { title, author: said(&pdf.metadata().author), text, everything, ..Article::default() })
}

fn cause(error: &LoadPdfError) -> ReadCause {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadCause::Encrypted,
        _ => ReadCause::Damaged,
    }
}
