//! Pieces of a longer time by their number: "the third quarter of 2005", "last Monday in May", "the 15th day of next month".
//! Counter-examples: "the second place", "the last row".

use super::unit::unit_at;
use super::{after_hyphen, container, number, time_word};
use crate::event::Anchor;
use crate::extract::lexicon::temporal::{Count, TimeWord, Unit};
use crate::extract::temporal::resolve::{Nth, nth_unit, nth_weekday};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

const RULE_NTH: &str = "en/nth";

/// "the year", "the month" behind a part of it: the one of publication.
pub(super) fn this_unit(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let start = token + usize::from(reading.word(token) == Some("the"));
    let (last, unit, Count::One) = unit_at(reading, start)? else { return None };
    let value = resolve::shifted_unit(context.published?, unit, 0)?;
    matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century)
        .then(|| Found::date(token, 0, last, value, Anchor::Published, RULE_NTH))
}

/// "the third quarter of 2005", "first week of October 2014", "last Monday in May", "the 15th day of next month".
pub(super) fn nth(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let start = token + usize::from(reading.word(token) == Some("the"));
    let (last, nth) = match reading.word(start) {
        Some("last" | "final") => (start, Nth::Last),
        _ => number::ordinal(reading, start).map(|(last, nth)| (last, Nth::First(nth)))?,
    };
    let piece = after_hyphen(reading, last + 1);
    if reading.word(piece) == Some("half") {
        let (container, last) = holder(context, piece + 1)?;
        let (Value::Year(year), Nth::First(half @ 1..=2)) = (&container.value, nth) else { return None };
        let value = Value::Half(*year, u32::try_from(half).ok()?);
        return Some(Found::date(token, 0, last, value, container.anchor, RULE_NTH));
    }
    match time_word(reading, piece)? {
        (end, TimeWord::Weekday(weekday)) => {
            let (container, last) = holder(context, end + 1)?;
            let day = nth_weekday(&container.value, weekday, nth)?;
            Some(Found::date(token, 0, last, Value::Day(day), container.anchor, RULE_NTH))
        }
        (end, TimeWord::Unit(unit, Count::One)) => match holder(context, end + 1) {
            Some((container, last)) => {
                let value = nth_unit(&container.value, unit, nth)?;
                Some(Found::date(token, 0, last, value, container.anchor, RULE_NTH))
            }
            None => lone_quarter(context, token, end, unit, nth),
        },
        _ => None,
    }
}

/// What holds a piece: "of 2005", "in October", "next year", "of the year".
fn holder(context: &Context<'_>, token: usize) -> Option<(Found, usize)> {
    let reading = context.reading;
    let of = usize::from(matches!(reading.word(token), Some("of" | "in")) || reading.is_mark(token, ","));
    let found = container(context, token + of).or_else(|| this_unit(context, token + of).filter(|_| of == 1))?;
    let last = found.last;
    (!matches!(found.value, Value::Day(_))).then_some((found, last))
}

/// "the third quarter" without its year: the latest that has begun.
fn lone_quarter(context: &Context<'_>, token: usize, last: usize, unit: Unit, nth: Nth) -> Option<Found> {
    use chrono::Datelike;
    let (Unit::Quarter, Nth::First(quarter @ 1..=4)) = (unit, nth) else { return None };
    let quarter = u32::try_from(quarter).ok()?;
    let published = context.published?;
    let begun = published.month() > quarter * 3 - 3;
    let year = if begun { published.year() } else { published.year() - 1 };
    Some(Found::date(token, 0, last, Value::Quarter(year, quarter), Anchor::Published, RULE_NTH))
}
