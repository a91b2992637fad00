//! PDF: signs drawn on pages, put together again into lines, words and paragraphs.
//! `hayro` reads the file and tells which sign stands where; order and words are found here, for PDF keeps neither.

mod columns;
mod drawn;
mod glyphs;
mod layout;
mod lines;
mod order;
mod packed;

use std::sync::Arc;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use unicode_normalization::UnicodeNormalization;

use self::glyphs::{decoded, of_page};
use self::layout::Found;
use super::office::{believable_title, filled};
use super::{ReadCause, Watch};
use crate::article::Article;

/// The most pages that are read: an article has fewer, and a book is none.
const MAX_PAGES: usize = 2000;

/// More signs than this on all pages are more than an article can be.
const MAX_SIGNS: usize = 20_000_000;

/// The most that the pages may draw, in bytes of their content: it takes its time too.
const MAX_CONTENT: u64 = 512 << 20;

/// How much of what pages unpacked is kept at once, in bytes.
const MAX_KEPT: usize = 64 << 20;

/// The article of a PDF.
pub(super) fn read(bytes: Vec<u8>, watch: &Watch) -> Result<Article, ReadCause> {
    packed::check(&bytes, watch)?;
    let bytes = Arc::new(bytes);
    let mut pdf = opened(&bytes)?;
    packed::check_decrypted(&pdf, watch)?;
    let found = found(&mut pdf, &bytes, watch)?;
    let folded = |text: String| -> String { text.nfkc().collect() };
    let (text, everything) = (folded(found.article), found.everything.map(folded));
    if text.is_empty() {
        return Err(ReadCause::OnlyPictures);
    }
    let said = |value: &Option<Box<[u8]>>| filled(&decoded(value.as_deref()?));
    let title = said(&pdf.metadata().title).and_then(|title| believable_title(&title, &text));
    Ok(Article { title, author: said(&pdf.metadata().author), text, everything, ..Article::default() })
}

fn opened(bytes: &Arc<Vec<u8>>) -> Result<Pdf, ReadCause> {
    Pdf::new(Arc::clone(bytes)).map_err(|error| cause(&error))
}

/// The text of all pages. A page that was read keeps what it unpacked as long as its file is open: now and then it is opened anew.
fn found(pdf: &mut Pdf, bytes: &Arc<Vec<u8>>, watch: &Watch) -> Result<Found, ReadCause> {
    let n_pages = pdf.pages().len().min(MAX_PAGES);
    let mut text = layout::Text::default();
    let (mut n_signs, mut left, mut n_kept) = (0, MAX_CONTENT, 0);
    for index in 0..n_pages {
        let Some(page) = pdf.pages().get(index) else { break };
        if !packed::content_fits(page) {
            return Err(ReadCause::TooMuchPacked);
        }
        left -= drawn::length(page, left).ok_or(ReadCause::TooMuchPacked)?;
        let signs = of_page(page);
        n_signs += signs.len();
        n_kept += page.page_stream().map_or(0, <[u8]>::len);
        if n_signs > MAX_SIGNS {
            return Err(ReadCause::TooMuchPacked);
        }
        text.add(signs);
        watch.understood(index + 1, n_pages)?;
        if n_kept > MAX_KEPT {
            (*pdf, n_kept) = (opened(bytes)?, 0);
        }
    }
    Ok(text.finish())
}

fn cause(error: &LoadPdfError) -> ReadCause {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadCause::Encrypted,
        _ => ReadCause::Damaged,
    }
}
