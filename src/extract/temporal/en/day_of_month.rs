//! Days of a month that is not named: "on the 27th", "on 24th", "between the 21st and 23rd".
//! Counter-examples: "the 27th floor", "on the second attempt", "his 30th birthday".

use chrono::Datelike;

use super::{number, word_before};
use crate::event::Anchor;
use crate::extract::lexicon::time_word::Unit;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

const RULE: &str = "en/day-of-month";

/// A day of the month of publication, or of the one before it; after it, where a verb looks ahead.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let the = usize::from(reading.word(token) == Some("the"));
    let before = word_before(reading, token);
    let governed = match the {
        1 => matches!(before, "on" | "for" | "by" | "until" | "since" | "from" | "before" | "after" | "between"),
        _ => before == "on" && reading.number(token).is_some(),
    };
    if !governed {
        return None;
    }
    let (mut last, first) = number::ordinal(reading, token + the)?;
    let in_figures = reading.number(token + the).is_some() || first > 20;
    let mut end = first;
    if matches!(reading.str(last + 1), "and" | "to" | "-" | "–") {
        let article = usize::from(reading.word(last + 2) == Some("the"));
        if let Some((at, day)) = number::ordinal(reading, last + 2 + article).filter(|(_, day)| *day > first) {
            (last, end) = (at, day);
        }
    }
    let noun = reading
        .word(last + 1)
        .is_some_and(|next| !matches!(next, "and" | "to" | "at" | "in" | "that" | "when" | "with" | "but" | "as" | "from"));
    let is_all = before == "on" && context.is_whole_text(token, last);
    if !(in_figures || is_all) || noun || reading.is_mark(last + 1, "-") || reading.is_mark(last + 1, "/") {
        return None;
    }
    let published = context.published?;
    let day = |day: i64| u32::try_from(day).ok().filter(|day| (1..=31).contains(day));
    let (first, end) = (day(first)?, day(end)?);
    let ahead = context.tense_at(token).is_some();
    let steps: [i64; 3] = if ahead { [0, 1, 2] } else { [0, -1, -2] };
    let days =
        steps.into_iter().filter_map(|steps| resolve::shifted(published.with_day(1)?, Unit::Month, steps)?.with_day(first));
    let date = days.into_iter().find(|date| if ahead { *date >= published } else { *date <= published })?;
    let value = if first == end {
        Value::Day(date)
    } else {
        Value::Range(Box::new(Value::Day(date)), Box::new(Value::Day(date.with_day(end)?)))
    };
    Some(Found::date(token, 0, last, value, Anchor::Published, RULE))
}
