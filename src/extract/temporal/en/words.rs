//! Single words: "yesterday", "tonight", "this morning", "recently".
//! Counter-examples: "the later emperor", "current account" is no time of its own.

use super::{phrase, time_word};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::temporal::{Soft, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

const RULE_DAY: &str = "en/day-word";
const RULE_PART: &str = "en/day-part";

/// A word that says its time alone.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if reading.word(token) == Some("tonight") {
        return on_day(context, token, token, 0, Some("TNI"));
    }
    if let Some(found) = part_of_day(context, token) {
        return Some(found);
    }
    let (last, word) = time_word(reading, token)?;
    match word {
        TimeWord::Day(offset) => match day_part(reading, last + 1) {
            Some((end, part)) => on_day(context, token, end, offset, Some(part)),
            None => on_day(context, token, last, offset, None),
        },
        TimeWord::Soft(soft) => soft_word(context, token, last, soft),
        _ => None,
    }
}

fn soft_word(context: &Context<'_>, token: usize, last: usize, soft: Soft) -> Option<Found> {
    // "later" before a noun or "than" compares.
    let follows = context.reading.word(last + 1).unwrap_or_default();
    // "two years later" belongs to the duration.
    let behind_unit = token > 0 && matches!(time_word(context.reading, token - 1), Some((_, TimeWord::Unit(..))));
    if follows == "than" || behind_unit || (context.reading.word(token) == Some("the") && follows.ends_with('s')) {
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

/// "this morning", "last night", "the early afternoon", "mornings", "overnight".
fn part_of_day(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let Some((last, relative)) = phrase(reading, token, &ENGLISH.relatives)
        && let Some((end, part)) = day_part(reading, last + 1)
    {
        let offset = relative.steps()?;
        return on_day(context, token, end, offset, Some(part));
    }
    let article = usize::from(reading.word(token) == Some("the"));
    let early = usize::from(matches!(reading.word(token + article), Some("early" | "late" | "mid")));
    let hyphen = usize::from(early == 1 && matches!(reading.str(token + article + 1), "-"));
    let start = token + article + early + hyphen;
    let (last, part) = day_part(reading, start)?;
    let word = reading.word(last).unwrap_or_default();
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let governed = matches!(before, "in" | "during" | "at" | "by" | "of" | "until" | "through" | "all");
    if !(governed || early == 1 || word.ends_with('s') || matches!(word, "overnight" | "midday")) {
        return beside_day(context, token).then(|| undated(token, last, part));
    }
    Some(undated(token, last, part))
}

/// Whether a day stands right before or behind a part of the day, which joins it.
fn beside_day(context: &Context<'_>, token: usize) -> bool {
    let reading = context.reading;
    let is_day = |at: usize| matches!(time_word(reading, at), Some((_, TimeWord::Weekday(_) | TimeWord::Month(_))));
    let number_before =
        token > 0 && (reading.number(token - 1).is_some() || matches!(reading.word(token - 1), Some("th" | "st" | "nd" | "rd")));
    token.checked_sub(1).is_some_and(is_day) || is_day(token + 1) || number_before
}

fn undated(token: usize, last: usize, part: &'static str) -> Found {
    Found::date(token, 0, last, Value::PartOfDay(part), Anchor::Unresolved, RULE_PART).typed(TimexType::Time)
}

fn on_day(context: &Context<'_>, first: usize, last: usize, offset: i64, part: Option<&'static str>) -> Option<Found> {
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
