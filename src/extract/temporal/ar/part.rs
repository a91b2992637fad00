//! A part of a longer time before it: «مطلع عام 2023»، «أواخر الستينيات»، «الساعات الأولى من فجر الاثنين».
//! Counter-examples: «مطلع القصيدة», «نهاية المباراة».

use super::time_word;
use crate::extract::lexicon::time_word::{Part, TimeWord};
use crate::extract::temporal::{Context, Found};

/// The expression with the part before it, where one stands there.
pub(super) fn with_part(context: &Context<'_>, found: Found) -> Found {
    match before(context, found.first).filter(|_| found.skip == 0) {
        Some((first, skip, part)) => Found { first, skip, ..found }.with_part(Some(part)),
        None => found,
    }
}

/// The word for a part of a month or year before a token: its token, clitics and meaning.
pub(super) fn before(context: &Context<'_>, token: usize) -> Option<(usize, usize, Part)> {
    let at_before = token.checked_sub(1)?;
    let Some(at) = time_word(context, at_before) else { return long(context, token) };
    match *at.word.meaning {
        TimeWord::Part(part) if at.word.n_tokens == 1 && !at.word.definite => Some((at_before, at.word.skip, part)),
        _ => long(context, token),
    }
}

/// «وقت مبكر من», «وقت لاحق من» before a token.
fn long(context: &Context<'_>, token: usize) -> Option<(usize, usize, Part)> {
    (2..=3).find_map(|back| {
        let at_before = token.checked_sub(back)?;
        let at = time_word(context, at_before).filter(|at| at.word.n_tokens == back)?;
        match *at.word.meaning {
            TimeWord::Part(part) => Some((at_before, at.word.skip, part)),
            _ => None,
        }
    })
}
