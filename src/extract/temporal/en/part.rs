//! Parts of longer times: "early June", "the end of this year", "mid-March", "later this week", "late in the day".
//! Counter-examples: "the late president", "early signs", "the end of the street".

use super::{after_hyphen, container, nth, phrase, words};
use crate::base::{Bounds, Moment};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::lexicon::time_word::Part;
use crate::extract::temporal::value::{Value, monday_of};
use crate::extract::temporal::{Context, Found, resolve};

const RULE: &str = "en/part";

/// A part of a longer time.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (last, part) = phrase(reading, token, &ENGLISH.parts)?;
    let start = after_hyphen(reading, last + 1);
    let start = start + usize::from(matches!(reading.word(start), Some("in" | "on")));
    if let Some(found) = in_the_day(context, token, start).or_else(|| of_day(context, token, start)) {
        return Some(found);
    }
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
    // "later this year" is after publication, "earlier this month" before it.
    let relative = matches!(reading.word(token), Some("later" | "earlier"));
    let bounds = match (reading.word(token), context.published) {
        (Some("later"), Some(published)) => {
            found.value.days().filter(|days| days.0 <= published && published < days.1).map(|days| (published, days.1))
        }
        (Some("earlier"), Some(published)) => {
            found.value.days().filter(|days| days.0 < published).map(|days| (days.0, days.1.min(published)))
        }
        _ => of_week(&found.value, part),
    };
    let bounds = bounds.map(|(first, last)| Bounds::between(Moment::on(first), Moment::on(last)));
    let part = Some(part).filter(|_| !relative || bounds.is_none());
    fits.then(|| {
        let parted = Found { first: token, rule: RULE, ..found }.with_part(part);
        Found { bounds, ..parted }
    })
}

/// The end of a week is Friday to Sunday, its start Monday to Wednesday.
fn of_week(value: &Value, part: Part) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    let Value::Week(day) = value else { return None };
    let monday = monday_of(*day)?;
    let after = |days| resolve::shifted(monday, crate::extract::lexicon::time_word::Unit::Day, days);
    match part {
        Part::Start => Some((monday, after(2)?)),
        Part::End => Some((after(4)?, after(6)?)),
        Part::Mid => None,
    }
}

/// "late in the day", "later in the day": the day told, else that of publication.
fn in_the_day(context: &Context<'_>, token: usize, start: usize) -> Option<Found> {
    let reading = context.reading;
    let whole = reading.word(start) == Some("the") && reading.word(start + 1) == Some("day");
    if !whole || reading.word(start.checked_sub(1)?) != Some("in") {
        return None;
    }
    let (day, anchor_token) = match context.told_day {
        Some((at, day)) => (day, Some(at)),
        None => (context.published?, None),
    };
    let found = Found::date(token, 0, start + 1, Value::Day(day), Anchor::Published, RULE);
    Some(Found { anchor_token, ..found })
}

/// "later on Monday", "early Tuesday", "late last night", "earlier today", "later this afternoon".
fn of_day(context: &Context<'_>, token: usize, start: usize) -> Option<Found> {
    let reading = context.reading;
    if !matches!(reading.word(token), Some("early" | "late" | "later" | "earlier" | "mid"))
        || words::day_part(reading, start).is_some()
    {
        return None;
    }
    let opens = context.reading.opens(start).any(Opens::WEEKDAY.or(Opens::WORD).or(Opens::RELATIVE).or(Opens::OTHER));
    let found = opens.then(|| super::at(context, start)).flatten().filter(|found| found.first == start)?;
    let (value, timex_type) = match found.value {
        Value::Day(day) if found.weekday.is_some() || found.rule.ends_with("/day-word") => match reading.word(token)? {
            "early" if found.weekday.is_some() || found.last > start => (Value::DayPart(day, "TMO"), TimexType::Time),
            _ => (Value::Day(day), TimexType::Date),
        },
        Value::DayPart(..) => (found.value.clone(), TimexType::Time),
        _ => return None,
    };
    Some(Found { first: token, value, rule: RULE, weekday: None, ..found }.typed(timex_type))
}
