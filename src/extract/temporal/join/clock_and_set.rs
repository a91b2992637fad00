//! A day with its hour, and what comes again: «الخميس الساعة 8», «يوم الجمعة من كل أسبوع», "every day at 3 p.m.".
//! Counter-example: «الخميس، وقال في الساعة الثامنة» are two.

use chrono::Datelike;

use super::super::Found;
use super::super::value::Value;
use super::gap::Gap;
use super::range::range_on_day;
use crate::base::Bounds;
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::time_word::Unit;

/// A day with a time of the clock or a part of the day beside it, in either order.
pub(super) fn day_and_clock(a: &Found, b: &Found) -> Option<Found> {
    let (day, time) = match (&a.value, &b.value) {
        (Value::Day(_) | Value::DayPart(..) | Value::Weekday(_), Value::Clock(..) | Value::PartOfDay(_)) => (a, b),
        (Value::PartOfDay(part), Value::Clock(day, clock)) => {
            let value = Value::Clock(*day, clock.in_part(part));
            return Some(Found { first: a.first, skip: a.skip, value, ..b.clone() });
        }
        (Value::Clock(..) | Value::PartOfDay(_), Value::Day(_) | Value::DayPart(..)) => (b, a),
        (Value::Range(from, to), Value::Day(day) | Value::DayPart(day, _)) => return range_on_day(a, b, from, to, *day),
        (Value::Day(day), Value::Range(from, to)) => return range_on_day(a, b, from, to, *day),
        (Value::Clock(day, clock), Value::PartOfDay(part)) => {
            let value = Value::Clock(*day, clock.in_part(part));
            return Some(Found { last: b.last, value, ..a.clone() });
        }
        _ => return None,
    };
    let value = match (&day.value, &time.value) {
        (Value::Day(day), Value::Clock(_, clock)) => Value::Clock(Some(*day), *clock),
        (Value::DayPart(day, part), Value::Clock(_, clock)) => Value::Clock(Some(*day), clock.in_part(part)),
        (Value::Day(day), Value::PartOfDay(part)) => Value::DayPart(*day, part),
        _ => return None,
    };
    let anchor_token = day.anchor_token;
    let found = Found::date(a.first, a.skip, b.last, value, day.anchor, day.rule).typed(TimexType::Time);
    Some(Found { modifier: time.modifier, anchor_token, yearless: day.yearless, ..found })
}

/// «يوم الجمعة من كل أسبوع», «14 يوليو من كل عام»: what a week or year brings again.
pub(super) fn of_each(a: &Found, b: &Found) -> Option<Found> {
    let Value::Every(1, unit) = b.value else { return None };
    let value = match (&a.value, unit) {
        (_, Unit::Week) => Value::EveryWeekday(a.weekday?),
        (Value::Day(day), Unit::Year) if a.yearless => Value::DayOfYear(day.month(), day.day()),
        (Value::Month(_, month), Unit::Year) if a.yearless => Value::MonthOfYear(*month),
        (Value::DayOfYear(..) | Value::MonthOfYear(_), Unit::Year) => a.value.clone(),
        _ => return None,
    };
    Some(Found { first: a.first, skip: a.skip, value, ..b.clone() })
}

/// "every day at 3pm", "9am on Sundays": again and again at a time of the clock.
pub(super) fn set_and_clock(a: &Found, b: &Found, gap: Gap) -> Option<Found> {
    let (set, clock) = match (&a.value, &b.value) {
        (set, Value::Clock(_, clock)) if a.timex_type == TimexType::Set => (set, *clock),
        (Value::Clock(_, clock), set) if b.timex_type == TimexType::Set => (set, *clock),
        _ => return None,
    };
    let weekday = match set {
        Value::EveryWeekday(weekday) => Some(*weekday),
        Value::Every(1, Unit::Day) => None,
        _ => return None,
    };
    let found = Found::date(a.first, a.skip, b.last, Value::EveryClock(weekday, clock), Anchor::Unresolved, a.rule);
    let quant = a.quant.or(b.quant);
    (gap == Gap::Beside).then(|| Found { bounds: Some(Bounds::UNKNOWN), quant, ..found.typed(TimexType::Set) })
}
