//! Units: "last month", "the next four years", "two weeks ago", "later this year", "the third quarter of 2005".
//! Counter-examples: "the day" of a name, "second place", "in the last row".

use chrono::NaiveDate;

use super::{after_hyphen, container, nth, number, phrase, time_word};
use crate::base::{Bounds, Moment};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::temporal::{Count, Relative, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

const RULE_RELATIVE: &str = "en/unit-relative";
const RULE_SPAN: &str = "en/span";
const RULE_AGO: &str = "en/ago";
const RULE_AHEAD: &str = "en/ahead";
const RULE_DURATION: &str = "en/duration";
const RULE_PART: &str = "en/part";

pub(super) fn unit_at(reading: &Reading<'_>, token: usize) -> Option<(usize, Unit, Count)> {
    match time_word(reading, token)? {
        (last, TimeWord::Unit(unit, count)) => Some((last, unit, count)),
        _ => None,
    }
}

/// "last month", "the next four years", "this week", "the past few days".
pub(super) fn related(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let Some(found) = counted_from_now(context, token).or_else(|| all_of(context, token)).or_else(|| nth::nth(context, token))
    {
        return Some(found);
    }
    if let Some(found) = this_one(context, token) {
        return Some(found);
    }
    let (last, relative) = phrase(reading, token, &ENGLISH.relatives)?;
    let quantity = number::quantity(reading, last + 1);
    if let Some(quantity) = quantity
        && let Some((end, unit, _)) = unit_at(reading, quantity.last + 1)
    {
        return many(context, token, end, quantity.hundredths, unit, relative);
    }
    let (end, unit, count) = unit_at(reading, last + 1)?;
    if count == Count::Many {
        return many(context, token, end, None, unit, relative);
    }
    one(context, token, end, unit, relative)
}

/// "for the year", "during the week": the one of publication.
fn this_one(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let governed = matches!(before, "for" | "in" | "during" | "over" | "within") && reading.word(token) == Some("the");
    let (last, unit @ (Unit::Week | Unit::Month | Unit::Year), Count::One) = unit_at(reading, token + 1).filter(|_| governed)?
    else {
        return None;
    };
    let goes_on = matches!(reading.word(last + 1), Some("of" | "to" | "before" | "after" | "when"))
        || number::year(reading, last + 1).is_some();
    let value = resolve::shifted_unit(context.published?, unit, 0).filter(|_| !goes_on)?;
    Some(Found::date(token, 0, last, value, Anchor::Published, RULE_RELATIVE))
}

fn one(context: &Context<'_>, token: usize, last: usize, unit: Unit, relative: Relative) -> Option<Found> {
    if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
        return None;
    }
    let words = context.reading.str(token);
    let told = context.told.as_ref().and_then(|(at, value)| Some((*at, value.days()?.0)));
    let following = matches!(context.reading.word(last.saturating_sub(1)), Some("following" | "previous" | "preceding"));
    let (from, steps, anchor_token) = match (relative, told) {
        (Relative::Same, Some((at, day))) => (day, 0, Some(at)),
        (Relative::Same, None) => return None,
        (Relative::Past, Some((at, day))) if following => (day, -1, Some(at)),
        // "the next day" follows the day told.
        (Relative::Future, Some((at, day))) if following || words == "the" && unit == Unit::Day => (day, 1, Some(at)),
        (relative, _) => {
            let steps = match relative {
                Relative::Past => -1,
                Relative::Future => 1,
                _ => 0,
            };
            let Some(published) = context.published else {
                let value = [Value::Past, Value::Present, Value::Future].into_iter().nth(usize::try_from(steps + 1).ok()?)?;
                return Some(Found::date(token, 0, last, value, Anchor::Unresolved, RULE_RELATIVE));
            };
            (published, steps, None)
        }
    };
    let value = resolve::shifted_unit(from, unit, steps)?;
    let found = Found::date(token, 0, last, value, context.anchor(), RULE_RELATIVE);
    Some(Found { anchor_token, ..found })
}

fn many(
    context: &Context<'_>,
    token: usize,
    last: usize,
    hundredths: Option<i64>,
    unit: Unit,
    relative: Relative,
) -> Option<Found> {
    let (vague, direction) = match relative {
        Relative::Past => (Value::Past, -1),
        Relative::Future => (Value::Future, 1),
        _ => return None,
    };
    let Some(hundredths) = hundredths else {
        let few = direction < 0 || context.reading.word(last) != Some("days");
        return few.then(|| Found::date(token, 0, last, vague, context.anchor(), RULE_SPAN));
    };
    let value = duration_value(hundredths, unit);
    let bounds = context.published.and_then(|published| span(published, unit, hundredths / 100 * direction));
    let found = Found::date(token, 0, last, value, context.anchor(), RULE_SPAN).typed(TimexType::Duration);
    Some(Found { bounds: Some(bounds.unwrap_or_default()), ..found })
}

fn duration_value(hundredths: i64, unit: Unit) -> Value {
    if hundredths % 100 == 0 { Value::Duration(Some(hundredths / 100), unit) } else { Value::Fraction(hundredths, unit) }
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
    if reading.word(start) == Some("rest") {
        let of = start + 1 + usize::from(reading.word(start + 1) == Some("of"));
        let mut unit_token = of + usize::from(matches!(reading.word(of), Some("the" | "this" | "my")));
        unit_token += usize::from(reading.word(unit_token) == Some("current"));
        let (last, unit, Count::One) = unit_at(reading, unit_token)? else { return None };
        let published = context.published?;
        let end = resolve::shifted_unit(published, unit, 0)?.days()?.1;
        let value = Value::Range(Box::new(Value::Day(published)), Box::new(Value::Day(end)));
        return Some(Found::date(token, 0, last, value, Anchor::Published, RULE_RELATIVE));
    }
    let whole = matches!(reading.word(start), Some("whole" | "entire" | "full")) || reading.word(token) == Some("all");
    let (last, unit, Count::One) = unit_at(reading, start + 1).filter(|_| whole)? else { return None };
    Some(Found::duration(token, 0, last, Value::Duration(Some(1), unit), RULE_DURATION))
}

/// A quantity before a unit, with "ago", "later", "from now" behind it: "two weeks ago", "12-year".
pub(super) fn counted(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (parts, last, modifier) = parts(reading, token)?;
    let value = match parts.as_slice() {
        [] => return None,
        [(None, unit)] => Value::Duration(None, *unit),
        [(Some(hundredths), unit)] => duration_value(*hundredths, *unit),
        more => Value::Compound(more.iter().filter_map(|(count, unit)| Some(((*count)? / 100, *unit))).collect()),
    };
    let away = |last: usize, from: Option<NaiveDate>, steps: i64, rule| {
        let value = from.and_then(|from| moved(context, from, &parts, steps));
        let vague = if steps < 0 { Value::Past } else { Value::Future };
        let found = Found::date(token, 0, last, value.unwrap_or(vague), context.anchor(), rule);
        // "two weeks ago" is no day but a week.
        let bounds = match (parts.as_slice(), &found.value) {
            ([(_, Unit::Week)], Value::Day(day)) if steps < 0 => Some(Value::Week(*day).bounds(None)),
            _ => None,
        };
        let found = Found { bounds, ..found };
        Some(Found { modifier, ..found })
    };
    match (reading.word(last + 1), reading.word(last + 2)) {
        (Some("ago"), _) => return away(last + 1, context.published, -1, RULE_AGO),
        (Some("from"), Some("now" | "today")) => return away(last + 2, context.published, 1, RULE_AHEAD),
        (Some("hence"), _) => return away(last + 1, context.published, 1, RULE_AHEAD),
        (Some("from" | "after"), Some(_)) => {
            if let Some(day) = super::at(context, last + 2).filter(|found| found.first == last + 2)
                && let Value::Day(from) = day.value
            {
                return away(day.last, Some(from), 1, RULE_AHEAD);
            }
        }
        (Some("before"), Some(_)) => {
            if let Some(day) = super::at(context, last + 2).filter(|found| found.first == last + 2)
                && let Value::Day(from) = day.value
            {
                return away(day.last, Some(from), -1, RULE_AGO);
            }
        }
        _ => {}
    }
    let told = context.told.as_ref().and_then(|(at, value)| Some((*at, value.days()?.0)));
    if let (Some(word @ ("later" | "earlier" | "before")), Some((at, from))) = (reading.word(last + 1), told) {
        let steps = if word == "later" { 1 } else { -1 };
        return away(last + 1, Some(from), steps, RULE_AHEAD).map(|found| Found { anchor_token: Some(at), ..found });
    }
    let article_only = matches!(reading.word(token), Some("a" | "an"))
        && matches!(parts.as_slice(), [(_, Unit::Second | Unit::Minute)])
        || reading.word(last) == Some("quarter");
    let bare_second =
        reading.word(token).is_some() && matches!(parts.as_slice(), [(_, Unit::Second)]) && reading.word(last) == Some("second");
    // "an hour-glass", but "a two-year-old".
    let compound = matches!(reading.word(token), Some("a" | "an")) && reading.is_mark(last + 1, "-") && reading.touches(last);
    (!article_only && !bare_second && !compound)
        .then(|| Found { modifier, ..Found::duration(token, 0, last, value, RULE_DURATION) })
}

type Parts = Vec<(Option<i64>, Unit)>;

/// "2 years and 3 months", "a year and a half": hundredths and units, the last token, the modifier.
fn parts(reading: &Reading<'_>, token: usize) -> Option<(Parts, usize, Option<&'static str>)> {
    let quantity = number::quantity(reading, token)?;
    let more =
        usize::from(matches!(reading.word(quantity.last + 1), Some("more" | "full" | "whole" | "consecutive" | "straight")));
    let unit_token = after_hyphen(reading, quantity.last + 1 + more);
    let (mut last, unit, _) = unit_at(reading, unit_token)?;
    let mut parts: Parts = vec![(quantity.hundredths, unit)];
    if reading.word(last + 1) == Some("and") && reading.word(last + 2) == Some("a") && reading.word(last + 3) == Some("half") {
        let hundredths = quantity.hundredths?.checked_add(50)?;
        return Some((vec![(Some(hundredths), unit)], last + 3, quantity.modifier));
    }
    loop {
        let gap = usize::from(reading.word(last + 1) == Some("and") || reading.is_mark(last + 1, ","));
        let Some(next) = number::quantity(reading, last + 1 + gap).filter(|next| next.hundredths.is_some()) else { break };
        let Some((end, unit, _)) = unit_at(reading, after_hyphen(reading, next.last + 1)) else { break };
        if parts.last().is_none_or(|(count, before)| *before <= unit || count.is_none()) {
            break;
        }
        parts.push((next.hundredths, unit));
        last = end;
    }
    Some((parts, last, quantity.modifier))
}

/// The date so far from a day: by the unit for one of months and years, by the day otherwise.
fn moved(context: &Context<'_>, from: NaiveDate, parts: &Parts, steps: i64) -> Option<Value> {
    match parts.as_slice() {
        [(Some(hundredths), unit @ (Unit::Day | Unit::Week))] => {
            resolve::shifted(from, *unit, steps.checked_mul(hundredths / 100)?).map(Value::Day)
        }
        [(Some(hundredths), unit @ (Unit::Hour | Unit::Minute | Unit::Second))] => {
            let seconds = match unit {
                Unit::Hour => 3600,
                Unit::Minute => 60,
                _ => 1,
            };
            let away = steps.checked_mul(hundredths.checked_mul(seconds)? / 100)?;
            context.clock_away(Unit::Second, away).filter(|_| context.published == Some(from))
        }
        [(Some(hundredths), unit)] => resolve::shifted_unit(from, *unit, steps.checked_mul(hundredths / 100)?),
        [(None, _)] => None,
        more => {
            let day = more
                .iter()
                .try_fold(from, |day, (hundredths, unit)| resolve::shifted(day, *unit, steps.checked_mul((*hundredths)? / 100)?));
            day.map(Value::Day)
        }
    }
}

/// "in five days", "within two weeks", where the tense is future: counted from publication.
fn counted_from_now(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let within = reading.word(token) == Some("within");
    if !(within || reading.word(token) == Some("in")) || context.tense_at(token).is_none() {
        return None;
    }
    let (parts, last, modifier) = parts(reading, token + 1)?;
    let last = last + usize::from(reading.word(last + 1) == Some("time"));
    let published = context.published?;
    if within {
        let (Some(hundredths), unit) = *parts.first()? else { return None };
        let found = Found::duration(token, 0, last, duration_value(hundredths, unit), RULE_AHEAD);
        let bounds = span(published, unit, hundredths / 100).map(|span| Bounds { earliest: Some(Moment::on(published)), ..span });
        return Some(Found { bounds, anchor: Anchor::Published, ..found });
    }
    let value = moved(context, published, &parts, 1)?;
    Some(Found { modifier, ..Found::date(token, 0, last, value, Anchor::Published, RULE_AHEAD) })
}

/// "early June", "the end of this year", "mid-March", "later this week".
pub(super) fn parted(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (last, part) = phrase(reading, token, &ENGLISH.parts)?;
    let start = after_hyphen(reading, last + 1);
    let start = start + usize::from(matches!(reading.word(start), Some("in")));
    let found = container(context, start).or_else(|| nth::this_unit(context, start))?;
    let fits = matches!(
        found.value,
        Value::Month(..)
            | Value::Year(_)
            | Value::Decade(_)
            | Value::Week(_)
            | Value::Century(_)
            | Value::Season(..)
            | Value::Quarter(..)
    );
    // "later this year" is after publication, "earlier this year" before it.
    let bounds = match (reading.word(token), context.published) {
        (Some("later"), Some(published)) => {
            found.value.days().filter(|days| days.0 <= published && published < days.1).map(|days| (published, days.1))
        }
        (Some("earlier"), Some(published)) => {
            found.value.days().filter(|days| days.0 < published).map(|days| (days.0, days.1.min(published)))
        }
        _ => None,
    };
    let relative = matches!(reading.word(token), Some("later" | "earlier"));
    let bounds = bounds.map(|(first, last)| Bounds::between(Moment::on(first), Moment::on(last)));
    let part = Some(part).filter(|_| !relative || bounds.is_none());
    fits.then(|| {
        let parted = Found { first: token, rule: RULE_PART, ..found }.with_part(part);
        Found { bounds, ..parted }
    })
}
