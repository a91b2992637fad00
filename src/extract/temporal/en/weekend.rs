//! Weekends: "the weekend", "last weekend", "the weekend of May 3".
//! Counter-examples: "a weekend bag", "Vampire Weekend".

use chrono::Datelike;

use super::{container, phrase, time_word, word_before};
use crate::event::Anchor;
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::time_word::{Relative, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

const RULE: &str = "en/weekend";

/// A weekend, with an article or "last", "this", "next" before it.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (relative, start) = match phrase(reading, token, &ENGLISH.relatives) {
        Some((last, relative)) => (Some(relative), last + 1),
        _ => (None, token + usize::from(reading.word(token) == Some("the"))),
    };
    let (last, TimeWord::Weekend) = time_word(reading, start)? else { return None };
    if reading.word(last).is_some_and(|word| word.ends_with('s')) {
        return None;
    }
    if matches!(reading.word(last + 1), Some("of" | "after" | "before"))
        && let Some(found) = container(context, last + 2)
        && let Value::Day(day) = found.value
    {
        let steps = match reading.word(last + 1)? {
            "before" => -1,
            "after" if day.weekday().number_from_monday() >= 6 => 1,
            _ => 0,
        };
        let value = Value::Weekend(resolve::shifted(day, Unit::Week, steps)?);
        return Some(Found { first: token, value, rule: RULE, ..found });
    }
    let governed = matches!(word_before(reading, token), "on" | "over" | "at" | "every");
    if relative.is_none() && start == token && !governed {
        return None;
    }
    let published = context.published?;
    let steps = match relative {
        Some(Relative::Past) => -1,
        Some(Relative::Future) => 1,
        Some(_) => 0,
        None => bare(context, token, published),
    };
    let value = Value::Weekend(resolve::shifted(published, Unit::Week, steps)?);
    Some(Found::date(token, 0, last, value, Anchor::Published, RULE))
}

/// "over the weekend" in a Monday's paper is the one before; on Saturday it is that of the day.
fn bare(context: &Context<'_>, token: usize, published: chrono::NaiveDate) -> i64 {
    let begun = published.weekday().number_from_monday() >= 5;
    if begun || context.tense_at(token).is_some() { 0 } else { -1 }
}
