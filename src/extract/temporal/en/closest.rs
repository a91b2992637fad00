//! The nearest of what comes again: "the closest Monday to October 5th", "the second nearest Christmas to today".
//! Counter-examples: "the closest friend", "the closest Monday" without a day that it is close to.

use chrono::{Datelike, NaiveDate};

use super::{at as any_at, number, time_word};
use crate::event::Anchor;
use crate::extract::lexicon::time_word::{TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

const RULE: &str = "en/closest";

/// How many steps to either side are looked at.
const REACH: i32 = 4;

/// What is closest to a day.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let start = token + usize::from(reading.word(token) == Some("the"));
    let (start, nth) = number::ordinal(reading, start).map_or((start, 1), |(last, nth)| (last + 1, nth));
    if !matches!(reading.word(start), Some("closest" | "nearest")) {
        return None;
    }
    let (last, word) = time_word(reading, start + 1)?;
    if reading.word(last + 1) != Some("to") {
        return None;
    }
    let point = any_at(context, last + 2).filter(|point| point.first == last + 2)?;
    let Value::Day(day) = point.value else { return None };
    let mut near: Vec<(i64, Value)> = match word {
        TimeWord::Weekday(weekday) => (-REACH..=REACH).filter_map(|weeks| weekday_near(day, weekday, weeks)).collect(),
        TimeWord::Holiday(reckoning) => {
            let years = day.year() - REACH..=day.year() + REACH;
            years
                .filter_map(|year| reckoning.in_year(year))
                .filter_map(|value| Some((distance(day, value.days()?.0), value)))
                .collect()
        }
        _ => return None,
    };
    near.sort_by_key(|(distance, _)| *distance);
    let (_, value) = near.into_iter().nth(usize::try_from(nth.checked_sub(1)?).ok()?)?;
    Some(Found::date(token, 0, point.last, value, Anchor::Published, RULE))
}

fn distance(a: NaiveDate, b: NaiveDate) -> i64 {
    (a - b).num_days().abs()
}

fn weekday_near(day: NaiveDate, weekday: u32, weeks: i32) -> Option<(i64, Value)> {
    let near = resolve::shifted(resolve::weekday(day, weekday, None)?, Unit::Week, i64::from(weeks))?;
    Some((distance(day, near), Value::Day(near)))
}
