//! Times told before, and their like a year away: "the same day", "that night", "the day before", "the same period last year".
//! Counter-examples: "the same row", "the day before the vote", "the next of kin".

use super::duration::unit_at;
use super::{told, words};
use crate::event::TimexType;
use crate::extract::lexicon::time_word::{Count, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};
use crate::extract::tokenize::TokenKind;

const RULE: &str = "en/told";

/// An expression that rests on the date told last.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    day_beside(context, token).or_else(|| part_of_told(context, token)).or_else(|| same_period(context, token))
}

/// "the day before", "the year after", with nothing behind it that says of what.
fn day_beside(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if reading.word(token) != Some("the") {
        return None;
    }
    let at = unit_at(reading, token + 1).filter(|at| at.count == Count::One && at.unit >= Unit::Day)?;
    let steps = match reading.word(at.last + 1)? {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    let stands_alone = match reading.kind(at.last + 2) {
        None | Some(TokenKind::Mark | TokenKind::Break) => true,
        Some(TokenKind::Word) => matches!(reading.word(at.last + 2), Some("and" | "but" | "when" | "in" | "at" | "with")),
        Some(TokenKind::Number) => false,
    };
    let told = if at.unit == Unit::Day { context.told_day } else { told(context) };
    let (from_token, from) = told.filter(|_| stands_alone)?;
    let value = resolve::shifted_unit(from, at.unit, steps)?;
    Some(Found { anchor_token: Some(from_token), ..Found::date(token, 0, at.last + 1, value, context.anchor(), RULE) })
}

/// "that night", "the next morning", "the same evening", "the following afternoon".
fn part_of_told(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let the = usize::from(reading.word(token) == Some("the"));
    let steps = match reading.word(token + the)? {
        "that" if the == 0 => 0,
        "same" => 0,
        "next" | "following" if the == 1 => 1,
        "previous" | "preceding" => -1,
        _ => return None,
    };
    let same = usize::from(reading.word(token) == Some("that") && reading.word(token + 1) == Some("same"));
    let (last, part) = words::day_part(reading, token + the + same + 1)?;
    let (from_token, from) = context.told_day?;
    let day = resolve::shifted(from, Unit::Day, steps)?;
    let found = Found::date(token, 0, last, Value::DayPart(day, part), context.anchor(), RULE).typed(TimexType::Time);
    Some(Found { anchor_token: Some(from_token), ..found })
}

/// "the same period last year", "the same month a year ago": what was told, a year before.
fn same_period(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let the = usize::from(reading.word(token) == Some("the"));
    if reading.word(token + the) != Some("same") {
        return None;
    }
    let noun = token + the + 1;
    if !matches!(reading.word(noun)?, "period" | "month" | "quarter" | "time" | "week" | "day") {
        return None;
    }
    let mut next = noun + 1;
    next += usize::from(matches!(reading.word(next), Some("of" | "in")));
    next += usize::from(reading.word(next) == Some("the"));
    let last = match (reading.word(next)?, reading.word(next + 1)?, reading.word(next + 2)) {
        ("last" | "previous", "year", _) => next + 1,
        ("a" | "one", "year", Some("ago" | "earlier" | "before")) => next + 2,
        _ => return None,
    };
    let year_before = |value: &Value| match value {
        Value::Month(year, month) => Some(Value::Month(year - 1, *month)),
        Value::Quarter(year, quarter) => Some(Value::Quarter(year - 1, *quarter)),
        Value::Half(year, half) => Some(Value::Half(year - 1, *half)),
        Value::Day(day) => resolve::shifted(*day, Unit::Year, -1).map(Value::Day),
        Value::Week(day) => resolve::shifted(*day, Unit::Week, -52).map(Value::Week),
        _ => None,
    };
    let (from_token, value) = context.told.as_ref().and_then(|(at, value)| Some((*at, year_before(value)?)))?;
    Some(Found { anchor_token: Some(from_token), ..Found::date(token, 0, last, value, context.anchor(), RULE) })
}
