//! Distances: "two weeks ago", "in three days", "a year later", "14 days after January 5", "15 minutes from 1pm".
//! Counter-examples: "two years before the war" and "three days after the vote" are durations; "rose in two weeks" too.

use chrono::{Datelike, NaiveDate, TimeDelta, Timelike};

use super::duration::{Length, length, unit_at};
use super::{fixed_point, told, word_before};
use crate::base::{Bounds, Moment};
use crate::event::Anchor;
use crate::extract::lexicon::time_word::{Count, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::{ClockTime, Value};
use crate::extract::temporal::{Context, Found, resolve};

const RULE_AGO: &str = "en/ago";
const RULE_AHEAD: &str = "en/ahead";

/// A length of time with what it is counted from.
pub(super) fn counted(context: &Context<'_>, token: usize, length: &Length) -> Option<Found> {
    let reading = context.reading;
    let last = length.last;
    let published = context.published;
    match (reading.word(last + 1)?, reading.word(last + 2)) {
        ("ago", _) => away(context, token, last + 1, length, published, -1),
        ("hence", _) | ("from", Some("now")) => {
            let end = if reading.word(last + 1) == Some("hence") { last + 1 } else { last + 2 };
            away(context, token, end, length, published, 1)
        }
        ("from" | "after" | "since", _) => from_point(context, token, length, 1),
        ("before", Some(_)) => from_point(context, token, length, -1).or_else(|| from_told(context, token, length)),
        ("later" | "earlier" | "before" | "previously" | "afterwards" | "afterward", _) => from_told(context, token, length),
        _ => None,
    }
}

/// "hours later", "weeks ago": some of a unit.
pub(super) fn some(reading: &Reading<'_>, token: usize) -> Option<Length> {
    let at = unit_at(reading, token).filter(|at| at.count == Count::Many)?;
    Some(Length { parts: vec![(None, at.unit)], last: at.last, modifier: None, working: false })
}

fn away(context: &Context<'_>, token: usize, last: usize, length: &Length, from: Option<NaiveDate>, steps: i64) -> Option<Found> {
    let value = from.and_then(|from| moved(context, from, length, steps));
    let vague = if steps < 0 { Value::Past } else { Value::Future };
    let rule = if steps < 0 { RULE_AGO } else { RULE_AHEAD };
    let found = Found::date(token, 0, last, value.unwrap_or(vague), context.anchor(), rule);
    // "two weeks ago" is no day but a week.
    let bounds = match (length.parts.as_slice(), &found.value) {
        ([(_, Unit::Week)], Value::Day(day)) if steps < 0 => Some(Value::Week(*day).bounds(None)),
        _ => None,
    };
    Some(Found { bounds, modifier: length.modifier, ..found })
}

/// "two days before Christmas 2019", "three hours after midnight", "16 days from 01/02/2018".
fn from_point(context: &Context<'_>, token: usize, length: &Length, steps: i64) -> Option<Found> {
    let point = fixed_point(context, length.last + 2)?;
    // "for ten days from 18 December" lasts, it does not only reach.
    if let (Value::Day(day), "for", Some("from")) =
        (&point.value, word_before(context.reading, token), context.reading.word(length.last + 1))
    {
        let Value::Day(end) = moved(context, *day, length, 1)? else { return None };
        let value = Value::Range(Box::new(point.value.clone()), Box::new(Value::Day(end)));
        return Some(Found::date(token, 0, point.last, value, point.anchor, RULE_AHEAD));
    }
    match point.value {
        Value::Day(day) => away(context, token, point.last, length, Some(day), steps),
        Value::Clock(Some(day), clock) => {
            let value = clock_moved(day, clock, length, steps)?;
            let found = Found::date(token, 0, point.last, value, point.anchor, RULE_AHEAD);
            Some(found.typed(crate::event::TimexType::Time))
        }
        _ => None,
    }
}

/// "a year later", "two days earlier": from the last date told; from publication where nothing is told and a verb looks ahead.
fn from_told(context: &Context<'_>, token: usize, length: &Length) -> Option<Found> {
    let reading = context.reading;
    let word = reading.word(length.last + 1)?;
    let steps = if matches!(word, "earlier" | "before" | "previously") { -1 } else { 1 };
    // "before the war": counted from what is told there.
    if word == "before"
        && reading.word(length.last + 2).is_some_and(|next| !matches!(next, "and" | "but" | "when" | "in" | "as" | "at"))
    {
        return None;
    }
    if let Some((at, from)) = told(context) {
        let found = away(context, token, length.last + 1, length, Some(from), steps)?;
        return Some(Found { anchor_token: Some(at), rule: RULE_AHEAD, ..found });
    }
    let ahead = steps > 0 && context.tense_at(token).is_some() || is_whole_line(reading, token, length.last + 1);
    ahead.then(|| away(context, token, length.last + 1, length, context.published, steps)).flatten()
}

/// Whether nothing stands beside some tokens in their line.
fn is_whole_line(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    reading.sentence_of(first).is_some_and(|line| line.tokens.start == first && line.tokens.end <= last + 2)
}

/// The date so far from a day: by the unit for one of months and years, by the day otherwise.
fn moved(context: &Context<'_>, from: NaiveDate, length: &Length, steps: i64) -> Option<Value> {
    match length.parts.as_slice() {
        [(Some(hundredths), Unit::Day)] if length.working => working_day(from, steps, hundredths / 100).map(Value::Day),
        [(Some(hundredths), unit @ (Unit::Day | Unit::Week))] => {
            resolve::shifted(from, *unit, steps.checked_mul(hundredths / 100)?).map(Value::Day)
        }
        [(Some(_), Unit::Hour | Unit::Minute | Unit::Second)] => {
            let away = seconds(length)?.checked_mul(steps)?;
            context.clock_away(Unit::Second, away).filter(|_| context.published == Some(from))
        }
        [(Some(hundredths), Unit::Year)] if hundredths % 100 == 50 => {
            resolve::shifted_unit(from, Unit::Month, steps.checked_mul(hundredths / 100 * 12 + 6)?)
        }
        [(Some(hundredths), unit)] => resolve::shifted_unit(from, *unit, steps.checked_mul(hundredths / 100)?),
        [(None, _)] => None,
        more => {
            let by_day = |day, (hundredths, unit): &(Option<i64>, Unit)| {
                resolve::shifted(day, *unit, steps.checked_mul((*hundredths)? / 100)?)
            };
            more.iter().try_fold(from, by_day).map(Value::Day)
        }
    }
}

/// So many days without Saturdays and Sundays away.
fn working_day(from: NaiveDate, steps: i64, count: i64) -> Option<NaiveDate> {
    let mut day = from;
    for _ in 0..u32::try_from(count).ok().filter(|count| *count <= 400)? {
        day = if steps < 0 { day.pred_opt()? } else { day.succ_opt()? };
        while day.weekday().number_from_monday() > 5 {
            day = if steps < 0 { day.pred_opt()? } else { day.succ_opt()? };
        }
    }
    Some(day)
}

/// The seconds of a length of the clock.
fn seconds(length: &Length) -> Option<i64> {
    length.parts.iter().try_fold(0i64, |sum, (hundredths, unit)| {
        let seconds = match unit {
            Unit::Hour => 3600,
            Unit::Minute => 60,
            Unit::Second => 1,
            _ => return None,
        };
        sum.checked_add((*hundredths)?.checked_mul(seconds)? / 100)
    })
}

fn clock_moved(day: NaiveDate, clock: ClockTime, length: &Length, steps: i64) -> Option<Value> {
    let away = TimeDelta::try_seconds(seconds(length)?.checked_mul(steps)?)?;
    let moment = day.and_hms_opt(clock.hour, clock.minute, 0)?.checked_add_signed(away)?;
    let clock = ClockTime::new(i64::from(moment.hour()), i64::from(moment.minute()), None)?;
    Some(Value::Clock(Some(moment.date()), clock))
}

/// "in five days", "within two weeks", where a verb looks ahead: counted from publication.
pub(super) fn ahead(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let within = reading.word(token) == Some("within");
    let length = length(reading, token + 1)?;
    let last = length.last;
    let in_time = in_time(reading, last);
    let from_now = reading.word(last + 1) == Some("from") && matches!(reading.word(last + 2), Some("now" | "today"));
    let is = matches!(word_before(reading, token), "is" | "are" | "due" | "starts" | "begins" | "opens" | "ends");
    let alone = context.is_whole_text(token, last);
    let looks_ahead = context.tense_at(token).is_some() || in_time.is_some() || from_now || is || alone;
    let last = in_time.unwrap_or(if from_now { last + 2 } else { last });
    let published = context.published.filter(|_| looks_ahead)?;
    if within {
        let (Some(hundredths), unit) = *length.parts.first()? else { return None };
        let found = Found::duration(token, 0, last, length.value()?, RULE_AHEAD);
        let end = resolve::shifted(published, unit, hundredths / 100)?;
        let bounds = Some(Bounds::between(Moment::on(published), Moment::on(end)));
        return Some(Found { bounds, anchor: Anchor::Published, ..found });
    }
    let value = moved(context, published, &length, 1)?;
    Some(Found { modifier: length.modifier, ..Found::date(token, 0, last, value, Anchor::Published, RULE_AHEAD) })
}

/// "in a year", "three months ago", "nine months from now": a distance from publication, whatever the tense.
pub(super) fn distance(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if reading.word(token) == Some("in") {
        let length = length(reading, token + 1)?;
        let value = moved(context, context.published?, &length, 1)?;
        return Some(Found::date(token, 0, length.last, value, Anchor::Published, RULE_AHEAD));
    }
    let length = length(reading, token)?;
    let counts =
        matches!((reading.word(length.last + 1)?, reading.word(length.last + 2)), ("ago" | "hence", _) | ("from", Some("now")));
    counts.then(|| counted(context, token, &length)).flatten()
}

/// "in two weeks' time", "in a year's time": its last token.
fn in_time(reading: &Reading<'_>, last: usize) -> Option<usize> {
    let mark = usize::from(matches!(reading.str(last + 1), "'" | "’"));
    let s = usize::from(mark == 1 && reading.word(last + 2) == Some("s"));
    (reading.word(last + 1 + mark + s) == Some("time")).then_some(last + 1 + mark + s)
}
