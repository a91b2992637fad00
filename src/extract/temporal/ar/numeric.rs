//! Dates in figures: «12/3/2024»، «2024-03-12»، «3.11.2025». Day before month, as the Arabic press writes.
//! Counter-example: «5.6», «24/7», «1-2» are no dates.

use chrono::NaiveDate;

use crate::event::Anchor;
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};

const RULE: &str = "ar/numeric-date";

/// The date in figures that starts at a token.
pub(super) fn date(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let separator = reading.str(token + 1);
    if !matches!(separator, "/" | "-" | "." | "–") || reading.str(token + 3) != separator {
        return None;
    }
    let glued = (token..token + 4).all(|token| reading.touches(token));
    let starts = token == 0 || !reading.touches(token - 1) || reading.is_mark(token - 1, "(");
    let goes_on = reading.touches(token + 4) && reading.str(token + 5) == separator;
    if !glued || !starts || goes_on {
        return None;
    }
    let day = year_first(reading, token).or_else(|| year_last(reading, token))?;
    let found = Found::date(token, 0, token + 4, Value::Day(day), Anchor::Absolute, RULE);
    Some(super::weekday::before_date(context, found))
}

fn part(reading: &Reading<'_>, token: usize, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let number = reading.number(token).filter(|_| digits.contains(&reading.n_digits(token)))?;
    u32::try_from(number).ok()
}

fn year_first(reading: &Reading<'_>, token: usize) -> Option<NaiveDate> {
    let year = part(reading, token, 4..=4)?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, part(reading, token + 2, 1..=2)?, part(reading, token + 4, 1..=2)?)
}

fn year_last(reading: &Reading<'_>, token: usize) -> Option<NaiveDate> {
    let year = i32::try_from(part(reading, token + 4, 4..=4)?).ok()?;
    let (a, b) = (part(reading, token, 1..=2)?, part(reading, token + 2, 1..=2)?);
    NaiveDate::from_ymd_opt(year, b, a).or_else(|| NaiveDate::from_ymd_opt(year, a, b))
}
