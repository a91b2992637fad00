//! Pieces of a longer time by their number: "the third quarter of 2005", "last Monday in May", "the first nine months of 2013",
//! "week 31", "the second-to-last day of June". Counter-examples: "the second place", "the last row", "in the first half he scored".

use chrono::NaiveDate;

use super::duration::unit_at;
use super::{after_hyphen, container, number, time_word, year};
use crate::event::Anchor;
use crate::extract::lexicon::opens::Opens;
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::resolve::{Nth, nth_unit, nth_weekday};
use crate::extract::temporal::value::{Value, month_days};
use crate::extract::temporal::{Context, Found, resolve};

const RULE: &str = "en/nth";

/// A piece of a longer time, and what holds it.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let Some(found) = of_owner(context, token) {
        return Some(found);
    }
    let start = token + usize::from(reading.word(token) == Some("the"));
    let (last, nth) = which(reading, start)?;
    if let Some(found) = several(context, token, last + 1, nth) {
        return Some(found);
    }
    let piece = after_hyphen(reading, last + 1);
    if reading.word(piece) == Some("half") {
        return half(context, token, piece, nth);
    }
    match time_word(reading, piece)? {
        (end, TimeWord::Weekday(weekday)) => {
            let (container, last) = holder(context, end + 1)?;
            let day = from_end(&nth, |nth| nth_weekday(&container.value, weekday, nth), 7)?;
            Some(Found::date(token, 0, last, Value::Day(day), container.anchor, RULE))
        }
        (end, TimeWord::Unit(unit, Count::One)) => match holder(context, end + 1) {
            Some((container, last)) => {
                let value = piece_of(&container.value, unit, &nth)?;
                Some(Found::date(token, 0, last, value, container.anchor, RULE))
            }
            None => lone_quarter(context, token, end, unit, &nth),
        },
        (end, TimeWord::Weekend) => {
            let (container, last) = holder(context, end + 1)?;
            let saturday = from_end(&nth, |nth| nth_weekday(&container.value, 6, nth), 7)?;
            Some(Found::date(token, 0, last, Value::Weekend(saturday), container.anchor, RULE))
        }
        _ => None,
    }
}

/// "last year's fourth quarter", "2013's second half", "2016 the third quarter".
fn of_owner(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let owner = match reading.number(token) {
        Some(_) => number::year(reading, token)
            .map(|(last, year)| Found::date(token, 0, last, Value::Year(year), Anchor::Absolute, RULE)),
        None if reading.opens(token).any(Opens::RELATIVE) => super::span::at(context, token),
        None => None,
    }?;
    let Value::Year(year) = owner.value else { return None };
    let s = matches!(reading.str(owner.last + 1), "'" | "’") && reading.word(owner.last + 2) == Some("s");
    let next = owner.last + 1 + if s { 2 } else { usize::from(reading.word(owner.last + 1) == Some("the")) };
    let (last, nth) = which(reading, next).filter(|_| next > owner.last + 1)?;
    let piece = after_hyphen(reading, last + 1);
    let value = match (reading.word(piece)?, nth) {
        ("half", Which::First(half @ 1..=2)) => Value::Half(year, u32::try_from(half).ok()?),
        ("quarter", nth) => piece_of(&Value::Year(year), Unit::Quarter, &nth)?,
        _ => return None,
    };
    Some(Found { last: piece, value, rule: RULE, ..owner })
}

/// Which piece: from the start, or so many from the end.
#[derive(Debug, Clone, Copy)]
enum Which {
    First(i64),
    /// 1 is the last.
    FromEnd(i64),
}

/// "third", "last", "3rd last", "second-to-last", "penultimate".
fn which(reading: &Reading<'_>, start: usize) -> Option<(usize, Which)> {
    if matches!(reading.word(start), Some("last" | "final")) {
        return Some((start, Which::FromEnd(1)));
    }
    if reading.word(start) == Some("penultimate") {
        return Some((start, Which::FromEnd(2)));
    }
    let (last, nth) = number::ordinal(reading, start)?;
    let to = after_hyphen(reading, last + 1);
    let to_last = if reading.word(to) == Some("to") { after_hyphen(reading, to + 1) } else { last + 1 };
    Some(match reading.word(to_last) {
        Some("last") => (to_last, Which::FromEnd(nth)),
        _ => (last, Which::First(nth)),
    })
}

/// A day counted from the start, or `step` days a piece from the end.
fn from_end(nth: &Which, day: impl Fn(Nth) -> Option<NaiveDate>, step: i64) -> Option<NaiveDate> {
    match *nth {
        Which::First(nth) => day(Nth::First(nth)),
        Which::FromEnd(nth) => resolve::shifted(day(Nth::Last)?, Unit::Day, nth.checked_sub(1)?.checked_mul(-step)?),
    }
}

fn piece_of(container: &Value, unit: Unit, nth: &Which) -> Option<Value> {
    match *nth {
        Which::First(nth) => nth_unit(container, unit, Nth::First(nth)),
        Which::FromEnd(1) => nth_unit(container, unit, Nth::Last),
        Which::FromEnd(nth) => {
            let last = nth_unit(container, unit, Nth::Last)?;
            resolve::shifted_unit(anchor_day(&last)?, unit, 1 - nth)
        }
    }
}

/// A day that lies in a piece whatever way its weeks are counted.
fn anchor_day(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Week(day) => Some(*day),
        value => value.days().map(|days| days.0),
    }
}

/// "the first nine months of 2013", "the last two weeks of June".
fn several(context: &Context<'_>, token: usize, next: usize, nth: Which) -> Option<Found> {
    let reading = context.reading;
    let (last, count) = number::cardinal(reading, next)?;
    let at = unit_at(reading, last + 1).filter(|at| at.count == Count::Many && at.unit >= Unit::Day)?;
    let (container, end) = holder(context, at.last + 1)?;
    let (first, last) = container.value.days()?;
    let count = count.checked_mul(at.times)?;
    let (from, to) = match nth {
        Which::First(1) => (first, resolve::shifted(first, at.unit, count)?.pred_opt()?),
        Which::FromEnd(1) => (resolve::shifted(last.succ_opt()?, at.unit, count.checked_neg()?)?, last),
        _ => return None,
    };
    let days = (from >= first && to <= last).then_some((from, to))?;
    let value = if at.unit == Unit::Month { months(days) } else { days_range(days) };
    Some(Found::date(token, 0, end, value, container.anchor, RULE))
}

fn months((from, to): (NaiveDate, NaiveDate)) -> Value {
    use chrono::Datelike;
    let month = |day: NaiveDate| Box::new(Value::Month(day.year(), day.month()));
    Value::Range(month(from), month(to))
}

fn days_range((from, to): (NaiveDate, NaiveDate)) -> Value {
    Value::Range(Box::new(Value::Day(from)), Box::new(Value::Day(to)))
}

/// "the first half of 2019", "the second half of June", "the latter half of the century".
fn half(context: &Context<'_>, token: usize, piece: usize, nth: Which) -> Option<Found> {
    let (container, last) = holder(context, piece + 1)?;
    let first = match nth {
        Which::First(1) => true,
        Which::First(2) => false,
        _ => return None,
    };
    let value = match container.value {
        Value::Year(year) => Value::Half(year, if first { 1 } else { 2 }),
        Value::Month(year, month) => {
            let (from, to) = month_days(year, month)?;
            let middle = resolve::shifted(from, Unit::Day, 14)?;
            days_range(if first { (from, middle) } else { (middle.succ_opt()?, to) })
        }
        Value::Century(century) => years(century * 100, 50, first),
        Value::Decade(decade) => years(decade * 10, 5, first),
        _ => return None,
    };
    Some(Found::date(token, 0, last, value, container.anchor, RULE))
}

fn years(start: i32, length: i32, first: bool) -> Value {
    let start = if first { start } else { start + length };
    Value::Range(Box::new(Value::Year(start)), Box::new(Value::Year(start + length - 1)))
}

/// What holds a piece: "of 2005", "in October", "next year", "of the year".
fn holder(context: &Context<'_>, token: usize) -> Option<(Found, usize)> {
    let reading = context.reading;
    let of = usize::from(matches!(reading.word(token), Some("of" | "in")) || reading.is_mark(token, ","));
    let found = container(context, token + of)
        .or_else(|| year_alone(context, token + of))
        .or_else(|| this_unit(context, token + of).filter(|_| of == 1))?;
    let last = found.last;
    (!matches!(found.value, Value::Day(_))).then_some((found, last))
}

/// A year in words: "of nineteen ninety".
fn year_alone(context: &Context<'_>, token: usize) -> Option<Found> {
    if !context.reading.opens(token).any(Opens::NUMBER) {
        return None;
    }
    let (last, year) = number::year(context.reading, token)?;
    Some(Found::date(token, 0, last, Value::Year(year), Anchor::Absolute, RULE))
}

/// "the year", "the month" behind a part of it: the one of publication.
pub(super) fn this_unit(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let start = token + usize::from(reading.word(token) == Some("the"));
    let at = unit_at(reading, start).filter(|at| at.count == Count::One && at.times == 1)?;
    // "the end of the century of progress" goes on, "the end of the year" does not.
    let value = resolve::shifted_unit(context.published?, at.unit, 0)?;
    matches!(at.unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century)
        .then(|| Found::date(token, 0, at.last, value, Anchor::Published, RULE))
}

/// "the third quarter" without its year: the latest that has begun, the next where a verb looks ahead.
fn lone_quarter(context: &Context<'_>, token: usize, last: usize, unit: Unit, nth: &Which) -> Option<Found> {
    let (Unit::Quarter, Which::First(quarter @ 1..=4)) = (unit, *nth) else { return None };
    let reading = context.reading;
    // "the fourth quarter of the match".
    let fiscal = matches!(super::word_before(reading, token), "fiscal" | "financial");
    let in_a_row = reading.word(last + 1) == Some("in") && reading.word(last + 2) == Some("a");
    if fiscal || in_a_row || reading.word(last + 1) == Some("of") || reading.is_mark(last + 1, "-") && reading.touches(last) {
        return None;
    }
    let quarter = u32::try_from(quarter).ok()?;
    let year = year::lone_year(context, token, quarter)?;
    Some(Found::date(token, 0, last, Value::Quarter(year, quarter), Anchor::Published, RULE))
}

/// "week 31", "the week 3 of 2027": as ISO 8601 counts.
pub(super) fn week_number(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let week = reading.number(token + 1).filter(|week| reading.word(token) == Some("week") && (1..=53).contains(week))?;
    let week = u32::try_from(week).ok().filter(|_| reading.n_digits(token + 1) <= 2)?;
    let (year, last, anchor) = match year::behind(context, token + 1) {
        Some(found) => found,
        None => (chrono::Datelike::year(&context.published?), token + 1, Anchor::Published),
    };
    let monday = NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon)?;
    Some(Found::date(token, 0, last, Value::Week(monday), anchor, RULE))
}
