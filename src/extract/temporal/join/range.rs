//! From one date to another: «من 22 أبريل إلى 3 مايو», «شهري أكتوبر ونوفمبر», "from 9 to 11 a.m.".
//! Counter-example: «أجلت الثلاثاء الماضي إلى 20 فبراير القادم» moves, it lasts not.

use chrono::{Datelike, Days, NaiveDate, Timelike};

use super::super::value::Value;
use super::super::{Context, Found, resolve};
use crate::base::{Bounds, Moment};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::time_word::Unit;

/// From the start of one to the end of the other.
pub(super) fn range(context: &Context<'_>, a: &Found, b: &Found) -> Option<Found> {
    let dates = |found: &Found| matches!(found.timex_type, TimexType::Date | TimexType::Time);
    if !dates(a) || !dates(b) || matches!(a.value, Value::Range(..)) || matches!(b.value, Value::Range(..)) {
        return None;
    }
    if let (Value::Clock(..), Value::Clock(..)) = (&a.value, &b.value) {
        return clock_range(context, a, b);
    }
    let (first, last) = announced(context, a, b).or_else(|| ordered(a, b))?;
    let bounds = match (first.bounds(a.part).earliest, last.bounds(b.part).latest) {
        (Some(earliest), Some(latest)) if earliest.start() < latest.end() => Bounds::between(earliest, latest),
        _ => return None,
    };
    let (start, skip) = opening(context, a);
    let value = Value::Range(Box::new(first), Box::new(last));
    let anchor = if a.anchor == Anchor::Absolute { b.anchor } else { a.anchor };
    let found = Found::date(start, skip, b.last, value, anchor, "range");
    Some(Found { bounds: Some(bounds), ..found })
}

/// «من» and "from" before a range belong to it.
pub(super) fn opening(context: &Context<'_>, a: &Found) -> (usize, usize) {
    match a.first.checked_sub(1).map(|before| (before, context.reading.str(before))) {
        Some((before, "من" | "from")) if a.skip == 0 => (before, 0),
        _ => (a.first, a.skip),
    }
}

/// «من 13 تموز إلى 15 تموز» as a whole text is an entry of a calendar: what is over comes again next year.
fn announced(context: &Context<'_>, a: &Found, b: &Found) -> Option<(Value, Value)> {
    let published = context.published.filter(|_| a.yearless && b.yearless)?;
    let is_entry = context.is_whole_text(opening(context, a).0, b.last);
    let (first, last) = ordered(a, b).filter(|(_, last)| is_entry && last.days().is_some_and(|days| days.1 < published))?;
    let next = |value: &Value| in_year(value, value.days()?.0.year() + 1);
    Some((next(&first)?, next(&last)?))
}

/// Both ends, the year of the one lent to the other, the end after the start.
fn ordered(a: &Found, b: &Found) -> Option<(Value, Value)> {
    let year_of = |value: &Value| value.days().map(|days| days.0.year());
    let (mut first, mut last) = (a.value.clone(), b.value.clone());
    if a.yearless && !b.yearless && matches!(last, Value::Day(_) | Value::Month(..)) {
        first = in_year(&first, year_of(&last)?)?;
        if starts(&first)? > starts(&last)? {
            first = in_year(&first, year_of(&last)? - 1)?;
        }
    } else if b.yearless && starts(&last)? < starts(&first)? {
        let year = year_of(&first)?;
        last = in_year(&last, year)?;
        if starts(&last)? < starts(&first)? {
            last = in_year(&last, year + 1)?;
        }
    } else if b.weekday.is_some() && starts(&last)? < starts(&first)? {
        last = Value::Day(starts(&last)?.checked_add_days(Days::new(7))?);
    }
    (starts(&first)? <= last.days()?.1).then_some((first, last))
}

pub(super) fn starts(value: &Value) -> Option<NaiveDate> {
    value.days().map(|days| days.0)
}

pub(super) fn in_year(value: &Value, year: i32) -> Option<Value> {
    match value {
        Value::Day(day) => NaiveDate::from_ymd_opt(year, day.month(), day.day()).map(Value::Day),
        Value::Month(_, month) => Some(Value::Month(year, *month)),
        _ => None,
    }
}

fn clock_range(context: &Context<'_>, a: &Found, b: &Found) -> Option<Found> {
    let (Value::Clock(day_a, from), Value::Clock(day_b, to)) = (&a.value, &b.value) else { return None };
    let day = day_a.or(*day_b);
    let bounds = match day {
        Some(day) => {
            let (start, end) = (from.moments(day)?.0, to.moments(day_b.unwrap_or(day))?.1);
            if start.start() < end.end() { Bounds::between(start, end) } else { Bounds::UNKNOWN }
        }
        None => Bounds::UNKNOWN,
    };
    let value = Value::Range(Box::new(Value::Clock(day, *from)), Box::new(Value::Clock(day_b.or(day), *to)));
    let (start, skip) = opening(context, a);
    let found = Found::date(start, skip, b.last, value, a.anchor, "range").typed(TimexType::Time);
    Some(Found { bounds: Some(bounds), ..found })
}

/// "from 18 December for ten days", "4 p.m. for half an hour": from a point on, as long as is said.
pub(super) fn lasting(context: &Context<'_>, a: &Found, b: &Found) -> Option<Found> {
    if b.timex_type != TimexType::Duration {
        return None;
    }
    let (start, skip) = opening(context, a);
    let (value, bounds, timex_type) = match (&a.value, &b.value) {
        (Value::Day(day), Value::Duration(Some(count), unit)) if start < a.first => {
            let end = resolve::shifted(*day, *unit, *count).filter(|end| end > day)?;
            (Value::Day(end), Bounds::between(Moment::on(*day), Moment::on(end)), a.timex_type)
        }
        (Value::Clock(Some(day), clock), length) => {
            let minutes = match length {
                Value::Duration(Some(count), Unit::Minute) => *count,
                Value::Duration(Some(count), Unit::Hour) => count.checked_mul(60)?,
                Value::Fraction(hundredths, Unit::Hour) => hundredths.checked_mul(60)? / 100,
                _ => return None,
            };
            let end =
                day.and_hms_opt(clock.hour, clock.minute, 0)?.checked_add_signed(chrono::TimeDelta::try_minutes(minutes)?)?;
            let (hour, minute) = (end.hour(), end.minute());
            let bounds = Bounds::between(Moment::at(*day, clock.hour, clock.minute)?, Moment::at(end.date(), hour, minute)?);
            let until = super::super::value::ClockTime::new(i64::from(hour), i64::from(minute), None)?;
            (Value::Clock(Some(end.date()), until), bounds, TimexType::Time)
        }
        _ => return None,
    };
    let value = Value::Range(Box::new(a.value.clone()), Box::new(value));
    let found = Found::date(start, skip, b.last, value, a.anchor, "range").typed(timex_type);
    Some(Found { bounds: Some(bounds), ..found })
}

pub(super) fn range_on_day(a: &Found, b: &Found, from: &Value, to: &Value, day: NaiveDate) -> Option<Found> {
    let (Value::Clock(_, from), Value::Clock(_, to)) = (from, to) else { return None };
    let bounds = Bounds::between(from.moments(day)?.0, to.moments(day)?.1);
    let clock = |time| Box::new(Value::Clock(Some(day), time));
    let value = Value::Range(clock(*from), clock(*to));
    let found = Found::date(a.first, a.skip, b.last, value, a.anchor, "range").typed(TimexType::Time);
    let ordered = bounds.range().is_some_and(|range| range.duration_secs() > 0);
    Some(Found { bounds: Some(if ordered { bounds } else { Bounds::UNKNOWN }), ..found })
}

/// «أجلت الثلاثاء الماضي إلى 20 فبراير القادم»: from what is past to what is to come without «من» is no range.
pub(super) fn moved_on(context: &Context<'_>, a: &Found, b: &Found) -> bool {
    let (Some(published), Some(a_days), Some(b_days)) = (context.published, a.value.days(), b.value.days()) else { return false };
    a.anchor == Anchor::Published
        && !a.yearless
        && a_days.1 < published
        && b_days.0 > published
        && context.reading.word(a.last + 1) == Some("الي")
}

/// Whether «بين» or "between" stands before an expression.
pub(super) fn opened_by_between(context: &Context<'_>, a: &Found) -> bool {
    let word = |back: usize| a.first.checked_sub(back).and_then(|token| context.reading.word(token)).unwrap_or_default();
    matches!(word(1), "بين" | "وبين" | "between") || (word(1) == "the" && word(2) == "between")
}

/// «السبعينات والثمانينات»: two decades in a row.
pub(super) fn decades(a: &Found, b: &Found) -> bool {
    matches!((&a.value, &b.value), (Value::Decade(first), Value::Decade(second)) if first + 1 == *second)
}

/// «شهري أكتوبر ونوفمبر»: the word that makes two months a list.
pub(super) fn head_of_months(context: &Context<'_>, a: &Found, b: &Found) -> Option<usize> {
    let head = a.first.checked_sub(1).filter(|_| a.skip == 0)?;
    let months = matches!((&a.value, &b.value), (Value::Month(..), Value::Month(..)));
    (months && matches!(context.reading.word(head), Some("شهري" | "شهرا"))).then_some(head)
}
