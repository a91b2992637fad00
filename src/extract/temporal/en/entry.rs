//! Texts that are nothing but a time: an entry of a programme or a calendar tells nothing, and looks ahead.

use crate::extract::lexicon::ENGLISH;
use crate::extract::normalize::Reading;
use crate::extract::temporal::Found;

/// Whether a text is nothing but a time: it tells nothing, as an entry of a programme or a calendar, which looks ahead.
pub(in crate::extract::temporal) fn is_entry(reading: &Reading<'_>, found: &[Found]) -> bool {
    let covered = |token| found.iter().any(|found| (found.first..=found.last).contains(&token));
    let small = |token| reading.word(token).is_none_or(|word| ENGLISH.entry_words.contains(word));
    let n_tokens = reading.tokens.len();
    n_tokens <= MAX_ENTRY
        && !found.is_empty()
        && (0..n_tokens).all(|token| covered(token) || small(token) && reading.number(token).is_none())
}

/// The most tokens of an entry.
const MAX_ENTRY: usize = 16;
