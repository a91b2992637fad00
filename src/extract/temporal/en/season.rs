//! Seasons: "the summer of 2016", "last winter", "in spring", "this fall".
//! Counter-examples: "prices fall", "a spring in the desert", "the fall of the wall".

use super::{is_capital, phrase, time_word, word_before, year};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::time_word::{Relative, TimeWord};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

const RULE: &str = "en/season";

/// A season, with an article or "last", "this", "next" before it.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (relative, start) = match phrase(reading, token, &ENGLISH.relatives) {
        Some((last, relative)) if relative != Relative::Same => (Some(relative), last + 1),
        _ => (None, token + usize::from(reading.word(token) == Some("the"))),
    };
    let (last, TimeWord::Season(season)) = time_word(reading, start)? else { return None };
    if let Some((year, end, anchor)) = year::behind(context, last) {
        return Some(Found::date(token, 0, end, Value::Season(year, season), anchor, RULE));
    }
    // "the Winter Olympics"
    if is_capital(reading, start) && reading.word(last + 1).is_some() && is_capital(reading, last + 1) {
        return None;
    }
    let governed = matches!(
        word_before(reading, token),
        "in" | "during" | "since" | "until" | "by" | "of" | "through" | "throughout" | "mid"
    );
    let article = start > token && relative.is_none();
    let next = reading.word(last + 1);
    let of = next == Some("of");
    let noun = next.is_none_or(|next| {
        matches!(next, "and" | "when" | "as" | "after" | "before" | "the" | "to" | "for" | "at" | "but" | "or" | "with")
    });
    // "the fall of the wall", "prices fall in March".
    if relative.is_none() && !(governed && (noun || article) && !of) || of && relative.is_none() {
        return None;
    }
    let value = match context.published {
        Some(published) => resolve::season(published, season, relative.or_else(|| context.tense_at(token))),
        None => Value::SeasonOfYear(season),
    };
    Some(Found::date(token, 0, last, value, context.anchor(), RULE))
}
