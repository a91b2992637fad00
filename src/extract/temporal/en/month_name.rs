//! Whether a name that is another word too is a month: "may", "march", "Theresa May", "April O'Neil".

use super::{is_capital, word_before};
use crate::extract::lexicon::opens::Opens;
use crate::extract::normalize::Reading;

/// "they march 10 miles": a verb, where the name is written small and a noun stands behind its number.
pub(super) fn counts(reading: &Reading<'_>, month: usize, last: usize) -> bool {
    let noun = reading.word(last + 1).is_some_and(|next| next.len() > 3 && next.ends_with('s'));
    noun && is_common_word(reading, month) && !is_capital(reading, month)
}

/// A name that is a verb too.
pub(super) fn is_common_word(reading: &Reading<'_>, token: usize) -> bool {
    matches!(reading.word(token), Some("may" | "march" | "mar"))
}

/// Whether a name that is another word too is a month where it stands.
pub(super) fn stands_as_month(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.word(token).unwrap_or_default();
    let before = word_before(reading, token);
    let hyphen = token > 0 && reading.is_mark(token - 1, "-");
    let governed = hyphen
        || matches!(
            before,
            "in" | "of"
                | "since"
                | "until"
                | "till"
                | "by"
                | "during"
                | "early"
                | "late"
                | "mid"
                | "from"
                | "through"
                | "between"
                | "before"
                | "after"
                | "to"
                | "for"
                | "this"
                | "next"
                | "last"
                | "each"
                | "every"
                | "and"
                | "throughout"
        );
    let surname =
        is_capital(reading, token + 1) && reading.word(token + 1).is_some() && reading.opens(token + 1) == Opens::default();
    match word {
        // "Theresa May", "before Mar a Lago".
        "may" | "march" | "mar" | "jan" | "dec" | "sept" | "sep" => {
            let prepared = governed && !matches!(before, "to" | "and" | "for" | "before" | "after");
            prepared && (is_capital(reading, token) || before == "in") && !surname
        }
        "august" => is_capital(reading, token) && !surname || governed,
        // "April O'Neil": a name goes on.
        "april" | "june" => governed || !surname,
        _ => true,
    }
}
