//! Times beside the present one: "last month", "the next four years", "this week", "the week after next", "the rest of the year".
//! Counter-examples: "the last row", "this one", "the day of the locust".

use chrono::NaiveDate;

use super::duration::{self, UnitAt, unit_at};
use super::{number, phrase, told, word_before};
use crate::base::{Bounds, Moment};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::lexicon::time_word::{Count, Relative, Unit};
use crate::extract::temporal::value::{Value, monday_of};
use crate::extract::temporal::{Context, Found, resolve};

const RULE: &str = "en/unit-relative";
const RULE_SPAN: &str = "en/span";

/// "last month", "the next four years", "this week", "the past few days".
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let Some(found) = all_of(context, token).or_else(|| after_next(context, token)).or_else(|| recent(context, token)) {
        return Some(found);
    }
    if let Some(found) = this_one(context, token) {
        return Some(found);
    }
    let (last, relative) = phrase(reading, token, &ENGLISH.relatives)?;
    let counted = !matches!(reading.word(last + 1), Some("a" | "an" | "half"));
    if let Some(mut length) = duration::length(reading, last + 1).filter(|_| counted) {
        // "for the last three months, and two days ago": the rest belongs to what stands behind it.
        if reading.word(length.last + 1) == Some("ago") {
            length = duration::first_of(reading, last + 1)?;
        }
        return many(context, token, &length, relative);
    }
    let at = unit_at(reading, last + 1)?;
    if at.count == Count::Many || at.times > 1 {
        let hundredths = if at.count == Count::Many { None } else { Some(at.times * 100) };
        let length = duration::Length { parts: vec![(hundredths, at.unit)], last: at.last, modifier: None, working: false };
        return many(context, token, &length, relative);
    }
    one(context, token, at, relative)
}

/// "two past years", "the 5 coming minutes", "two upcoming weeks".
pub(super) fn reversed(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let start = token + usize::from(reading.word(token) == Some("the"));
    if !(start + 1..start + 5).any(|token| reading.opens(token).any(Opens::RELATIVE)) {
        return None;
    }
    let quantity = number::quantity(reading, start).filter(|_| !matches!(reading.word(start), Some("a" | "an")))?;
    let (last, relative) = phrase(reading, quantity.last + 1, &ENGLISH.relatives)?;
    let at = unit_at(reading, last + 1).filter(|_| reading.word(quantity.last + 1) != Some("the"))?;
    // "only 3 next week"
    if at.count == Count::One && quantity.hundredths != Some(100) && reading.word(last) == Some("next") {
        return None;
    }
    let parts = vec![(quantity.hundredths, at.unit)];
    many(context, token, &duration::Length { parts, last: at.last, modifier: quantity.modifier, working: at.working }, relative)
}

/// "the week after next", "the year before last".
fn after_next(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let the = usize::from(reading.word(token) == Some("the"));
    let at = unit_at(reading, token + the).filter(|at| at.count == Count::One)?;
    let steps = match (reading.word(at.last + 1)?, reading.word(at.last + 2)?) {
        ("after", "next") => 2,
        ("before", "last") => -2,
        _ => return None,
    };
    let value = resolve::shifted_unit(context.published?, at.unit, steps)?;
    Some(Found::date(token, 0, at.last + 2, value, Anchor::Published, RULE))
}

/// "recent years", "the recent months": some of them, up to publication.
fn recent(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let the = usize::from(reading.word(token) == Some("the"));
    let at = match reading.word(token + the)? {
        "recent" | "coming" => unit_at(reading, token + the + 1).filter(|at| at.count == Count::Many)?,
        _ => return None,
    };
    let length = duration::Length { parts: vec![(None, at.unit)], last: at.last, modifier: None, working: false };
    let relative = if reading.word(token + the) == Some("recent") { Relative::Past } else { Relative::Future };
    many(context, token, &length, relative)
}

/// "for the year", "during the week": the one of publication.
fn this_one(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let governed =
        matches!(word_before(reading, token), "for" | "in" | "during" | "over" | "within") && reading.word(token) == Some("the");
    let UnitAt { last, unit: unit @ (Unit::Week | Unit::Month | Unit::Year), count: Count::One, times: 1, .. } =
        unit_at(reading, token + 1).filter(|_| governed)?
    else {
        return None;
    };
    let goes_on = reading.is_mark(last + 1, "-")
        || matches!(reading.word(last + 1), Some("of" | "to" | "before" | "after" | "when" | "that" | "beginning" | "ended"))
        || reading.number(last + 1).is_some()
        || reading.opens(last + 1).any(Opens::NUMBER);
    let value = resolve::shifted_unit(context.published?, unit, 0).filter(|_| !goes_on)?;
    Some(Found::date(token, 0, last, value, Anchor::Published, RULE))
}

fn one(context: &Context<'_>, token: usize, at: UnitAt, relative: Relative) -> Option<Found> {
    let UnitAt { last, unit, .. } = at;
    if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
        return None;
    }
    let the = context.reading.str(token) == "the";
    let following = matches!(context.reading.word(last.saturating_sub(1)), Some("following" | "previous" | "preceding"));
    let told = if unit == Unit::Day { context.told_day } else { told(context) };
    let (from, steps, anchor_token) = match (relative, told) {
        (Relative::Same, Some((at, day))) => (day, 0, Some(at)),
        (Relative::Same, None) => return None,
        (Relative::Past, Some((at, day))) if following => (day, -1, Some(at)),
        // "the next day" follows the day told.
        (Relative::Future, Some((at, day))) if following || the && unit == Unit::Day => (day, 1, Some(at)),
        (relative, _) => {
            let steps = match relative {
                Relative::Past => -1,
                Relative::Future => 1,
                _ => 0,
            };
            let Some(published) = context.published else {
                let value = [Value::Past, Value::Present, Value::Future].into_iter().nth(usize::try_from(steps + 1).ok()?)?;
                return Some(Found::date(token, 0, last, value, Anchor::Unresolved, RULE));
            };
            (published, steps, None)
        }
    };
    let value = resolve::shifted_unit(from, unit, steps)?;
    Some(Found { anchor_token, ..Found::date(token, 0, last, value, context.anchor(), RULE) })
}

/// The days of a unit; a week from Monday on.
fn of_unit(value: &Value) -> Option<(NaiveDate, NaiveDate)> {
    match value {
        Value::Week(day) => {
            let monday = monday_of(*day)?;
            Some((monday, resolve::shifted(monday, Unit::Day, 6)?))
        }
        value => value.days(),
    }
}

/// A length of time up to publication, or from it on.
fn many(context: &Context<'_>, token: usize, length: &duration::Length, relative: Relative) -> Option<Found> {
    let direction = match relative {
        Relative::Past => -1,
        Relative::Future => 1,
        _ => return None,
    };
    let bounds = match (context.published, length.parts.as_slice()) {
        (Some(published), [(Some(hundredths), unit)]) => by_clock(context, *unit, hundredths / 100 * direction)
            .or_else(|| span(published, *unit, hundredths / 100 * direction)),
        (Some(published), [(None, _)]) if direction < 0 => Some(Bounds::until(Moment::on(published))),
        (Some(published), [(None, _)]) => Some(Bounds::since(Moment::on(published))),
        _ => None,
    };
    let found = Found::date(token, 0, length.last, length.value()?, context.anchor(), RULE_SPAN).typed(TimexType::Duration);
    Some(Found { bounds: Some(bounds.unwrap_or_default()), modifier: length.modifier, ..found })
}

/// "the last two hours": to the minute, where the hour of publication is known.
fn by_clock(context: &Context<'_>, unit: Unit, steps: i64) -> Option<Bounds> {
    let moment = |steps| match context.clock_away(unit, steps)? {
        Value::Clock(Some(day), clock) => Moment::at(day, clock.hour, clock.minute),
        _ => None,
    };
    let (away, now) = (moment(steps)?, moment(0)?);
    Some(Bounds::between(away.min(now), away.max(now)))
}

/// From so many units away to publication, or from tomorrow on.
fn span(published: NaiveDate, unit: Unit, steps: i64) -> Option<Bounds> {
    let (unit, steps) = match unit {
        Unit::Hour | Unit::Minute | Unit::Second => (Unit::Day, steps.signum()),
        unit => (unit, steps),
    };
    let away = resolve::shifted(published, unit, steps)?;
    let near = if steps > 0 && away > published { published.succ_opt()? } else { published };
    Some(Bounds::between(Moment::on(away.min(near)), Moment::on(away.max(near))))
}

/// "the rest of the week", "all week", "the whole year".
fn all_of(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let start = token + usize::from(reading.word(token) == Some("the"));
    match reading.word(start)? {
        "rest" | "remainder" => {
            let of = start + 1 + usize::from(reading.word(start + 1) == Some("of"));
            let mut unit_token = of + usize::from(matches!(reading.word(of), Some("the" | "this" | "my")));
            unit_token += usize::from(reading.word(unit_token) == Some("current"));
            let at = unit_at(reading, unit_token).filter(|at| at.count == Count::One)?;
            let published = context.published?;
            let end = resolve::end_of(published, at.unit)?;
            let value = Value::Range(Box::new(Value::Day(published)), Box::new(Value::Day(end)));
            Some(Found::date(token, 0, at.last, value, Anchor::Published, RULE))
        }
        "all" if start == token => {
            let at = unit_at(reading, start + 1).filter(|at| at.count == Count::One)?;
            let around = reading.word(at.last + 1) == Some("around") || reading.is_mark(at.last + 1, "-");
            let this = context.published.and_then(|published| resolve::shifted_unit(published, at.unit, 0));
            let found = Found::duration(token, 0, at.last, Value::Duration(Some(1), at.unit), RULE_SPAN);
            let bounds = this.map(|this| {
                of_unit(&this).map_or(Bounds::UNKNOWN, |(first, last)| Bounds::between(Moment::on(first), Moment::on(last)))
            });
            (!around).then(|| Found { bounds: bounds.or(found.bounds), ..found })
        }
        "whole" | "entire" | "full" => {
            let at = unit_at(reading, start + 1)
                .or_else(|| unit_at(reading, start + 2).filter(|_| reading.is_mark(start + 1, "-")))?;
            (at.count == Count::One)
                .then(|| Found::duration(token, 0, at.last, Value::Duration(Some(at.times), at.unit), "en/duration"))
        }
        _ => None,
    }
}
