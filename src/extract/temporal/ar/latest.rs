//! Spans that reach back from publication: «آخر ثلاثة أيام»، «آخر 24 ساعة»، «آخر أسبوعين».
//! Counter-examples: «آخر ساعة» (a magazine), «آخر يوم في مارس», «آخر ثلاثة أيام من الشهر».

use super::{At, quantity, time_word, unit};
use crate::extract::lexicon::time_word::{Count, Relative, TimeWord};
use crate::extract::temporal::{Context, Found};

/// «آخر …» at a token.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let word = reading.word(token)?;
    let bare = crate::extract::tokenize::without_conjunction(word);
    if bare != "اخر" {
        return None;
    }
    let number = quantity::number(reading, token + 1).filter(|(_, _, skip)| *skip == 0);
    let unit_at = time_word(context, token + 1 + number.map_or(0, |(_, n_tokens, _)| n_tokens))?;
    let TimeWord::Unit(unit, count) = *unit_at.word.meaning else { return None };
    let number = match (number, count) {
        (Some((number, ..)), _) => number,
        (None, Count::Two) => 2,
        _ => return None,
    };
    let last = unit_at.last();
    if unit_at.word.definite || unit_at.word.skip > 0 || reading.word(last + 1) == Some("من") {
        return None;
    }
    let found = unit::many_related(context, At { token, ..unit_at }, unit, Some(number), Relative::Past, last)?;
    Some(Found { skip: word.len() - bare.len(), ..found })
}
