//! Single words: "yesterday", "tonight", "this morning", "recently", "the early afternoon".
//! Counter-examples: "the later emperor", "late than never", "night club", "Good Morning America".

use super::{is_capital, phrase, time_word, told, word_before};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::lexicon::time_word::{Soft, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

const RULE_DAY: &str = "en/day-word";

/// A word that says its time alone, or a part of a day.
pub(super) fn any(context: &Context<'_>, token: usize) -> Option<Found> {
    at(context, token).or_else(|| super::hours::at(context, token))
}

/// A word that says its time alone.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if matches!(reading.word(token), Some("tonight" | "tonite")) {
        if is_capital(reading, token) && reading.word(token + 1).is_some() && is_capital(reading, token + 1) {
            return None;
        }
        return on_day(context, token, token, 0, Some("TNI"));
    }
    let (last, word) = time_word(reading, token)?;
    match word {
        TimeWord::Day(offset) => match part_behind(reading, last + 1) {
            Some((end, part)) => on_day(context, token, end, offset, Some(part)),
            None => (!is_name(reading, token, last)).then(|| on_day(context, token, last, offset, None)).flatten(),
        },
        TimeWord::Soft(soft) => soft_word(context, token, last, soft),
        _ => None,
    }
}

/// "USA Today", "Today newspaper".
fn is_name(reading: &Reading<'_>, token: usize, last: usize) -> bool {
    let inside = token > 0 && reading.word(token - 1).is_some() && is_capital(reading, token - 1);
    is_capital(reading, token) && inside && token == last && reading.opens(token - 1) == Opens::default()
}

fn soft_word(context: &Context<'_>, token: usize, last: usize, soft: Soft) -> Option<Found> {
    let reading = context.reading;
    // "later" before a noun or "than" compares.
    let follows = reading.word(last + 1).unwrap_or_default();
    // "two years later" belongs to the duration.
    let behind_unit = token > 0 && matches!(time_word(reading, token - 1), Some((_, TimeWord::Unit(..))));
    let compared = matches!(word_before(reading, token), "or" | "no" | "and" | "sooner") && reading.word(token) == Some("later");
    let as_soon = reading.word(token) == Some("soon") && word_before(reading, token) == "as";
    // "the present was wrapped"
    let noun = reading.word(token) == Some("the")
        && !matches!(word_before(reading, token), "in" | "for" | "of" | "to" | "from" | "until" | "at" | "into" | "since");
    let adjective = matches!(
        word_before(reading, token),
        "a" | "an" | "the" | "for" | "of" | "in" | "at" | "until" | "his" | "her" | "its" | "their"
    ) && reading.word(token) == Some("later")
        && !follows.is_empty();
    if follows == "than"
        || adjective
        || noun
        || behind_unit
        || compared
        || as_soon
        || reading.is_mark(last + 1, "-") && reading.touches(last)
    {
        return None;
    }
    let (value, rule) = match soft {
        Soft::Past => (Value::Past, "en/soft-past"),
        Soft::Present => (Value::Present, "en/soft-present"),
        Soft::Later => (Value::Future, "en/soft-later"),
    };
    Some(Found::date(token, 0, last, value, Anchor::Unresolved, rule))
}

/// The part of the day at a token.
pub(super) fn day_part(reading: &Reading<'_>, token: usize) -> Option<(usize, &'static str)> {
    match time_word(reading, token)? {
        (last, TimeWord::DayPart(part)) => Some((last, part)),
        _ => None,
    }
}

/// "Monday Night Football", "Saturday Night Live": a name goes on with the part of the day.
pub(super) fn heads_show(reading: &Reading<'_>, token: usize) -> bool {
    is_capital(reading, token)
        && day_part(reading, token).is_some_and(|(last, _)| reading.word(last + 1).is_some() && is_capital(reading, last + 1))
}

/// The part of the day behind a day: "morning", "early morning", "in the early hours", "at night".
pub(super) fn part_behind(reading: &Reading<'_>, token: usize) -> Option<(usize, &'static str)> {
    if let Some(found) = day_part(reading, token) {
        return (!heads_show(reading, token)).then_some(found);
    }
    let mut next = token;
    next += usize::from(matches!(reading.word(next), Some("early" | "late")));
    if matches!(reading.word(next), Some("in")) && reading.word(next + 1) == Some("the") {
        next += 2;
        next += usize::from(matches!(reading.word(next), Some("early" | "late")));
    } else if reading.word(next) == Some("at") {
        return day_part(reading, next + 1).filter(|(_, part)| *part == "TNI");
    }
    if next > token && reading.word(next) == Some("hours") && reading.word(next - 1) == Some("early") {
        let of = reading.word(next + 1) == Some("of") && reading.word(next + 2) == Some("the");
        return Some((if of && day_part(reading, next + 3).is_some() { next + 3 } else { next }, "TMO"));
    }
    day_part(reading, next).filter(|_| next > token)
}

/// A day counted from publication.
pub(super) fn on_day(context: &Context<'_>, first: usize, last: usize, offset: i64, part: Option<&'static str>) -> Option<Found> {
    let Some(published) = context.published else {
        let value = match offset {
            0 => Value::Present,
            1.. => Value::Future,
            _ => Value::Past,
        };
        return Some(Found::date(first, 0, last, value, Anchor::Unresolved, RULE_DAY));
    };
    let day = resolve::shifted(published, Unit::Day, offset)?;
    Some(match part {
        None => Found::date(first, 0, last, Value::Day(day), Anchor::Published, RULE_DAY),
        Some(part) => Found::date(first, 0, last, Value::DayPart(day, part), Anchor::Published, RULE_DAY).typed(TimexType::Time),
    })
}

/// "this morning", "last night", "the next evening": a part of a day beside that of publication.
pub(super) fn related_part(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (last, relative) = phrase(reading, token, &ENGLISH.relatives)?;
    let early = usize::from(matches!(reading.word(last + 1), Some("early" | "late")));
    let (end, part) = day_part(reading, last + 1 + early)?;
    let offset = relative.steps()?;
    let counted_from_told = reading.word(token) == Some("the") && told(context).is_some();
    (!counted_from_told).then(|| on_day(context, token, end, offset, Some(part))).flatten()
}
