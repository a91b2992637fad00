//! A part of a longer time before it: «مطلع عام 2023»، «أواخر الستينيات»، «الساعات الأولى من فجر الاثنين».
//! Counter-examples: «مطلع القصيدة», «نهاية المباراة».

use super::time_word;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, Part, TimeWord, Unit};
use crate::extract::temporal::{Context, Found};
use crate::extract::tokenize::without_conjunction;

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
    let short = time_word(context, at_before).and_then(|at| match *at.word.meaning {
        TimeWord::Part(part) if at.word.n_tokens == 1 && !at.word.definite => Some((at_before, at.word.skip, part)),
        _ => None,
    });
    short.or_else(|| long(context, token)).or_else(|| first_or_last(context, token))
}

/// «أول الشهر», «في آخر العام الماضي»; in «قتل رجل آخر الشهر الماضي» it is another man.
fn first_or_last(context: &Context<'_>, token: usize) -> Option<(usize, usize, Part)> {
    let unit = time_word(context, token).filter(|at| at.word.definite && at.word.skip == 0)?;
    if !matches!(*unit.word.meaning, TimeWord::Unit(Unit::Week | Unit::Month | Unit::Year, Count::One)) {
        return None;
    }
    let reading = context.reading;
    let at_before = token.checked_sub(1)?;
    let word = reading.word(at_before)?;
    let bare = without_conjunction(word);
    let governor = || at_before.checked_sub(1).and_then(|at| reading.word(at)).map(without_conjunction);
    let part = match bare {
        "اول" => Part::Start,
        "اخر" if governor().is_some_and(|word| ARABIC.temporal.year_prepositions.contains(word)) => Part::End,
        _ => return None,
    };
    Some((at_before, word.len() - bare.len(), part))
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
