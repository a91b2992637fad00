//! Dates in figures: "4/22/2016", "2016-04-22", "22.04.2016", "2016-11". Month before day, as the American press writes.
//! Counter-examples: "24/7", "1/2 cup", "3.5", "82-2100".

use chrono::NaiveDate;

use super::word_before;
use crate::event::Anchor;
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

const RULE: &str = "en/numeric-date";

/// The date in figures that starts at a token.
pub(super) fn date(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if token > 0 && reading.touches(token - 1) && matches!(reading.str(token - 1), "." | "/" | "," | "$" | ":" | "+" | "#") {
        return None;
    }
    if ENGLISH.numbered.contains(word_before(reading, token)) {
        return None;
    }
    whole(context, token)
        .or_else(|| by_commas(context, token))
        .or_else(|| year_month(context, token))
        .or_else(|| yearless(context, token))
        .or_else(|| eight(context, token))
}

fn part(reading: &Reading<'_>, token: usize, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let number = reading.number(token).filter(|_| digits.contains(&reading.n_digits(token)))?;
    u32::try_from(number).ok()
}

fn glued(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    (first..last).all(|token| reading.touches(token))
}

/// Whether figures go on behind a date: a telephone number, a version.
fn goes_on(reading: &Reading<'_>, last: usize) -> bool {
    reading.touches(last)
        && reading.touches(last + 1)
        && matches!(reading.str(last + 1), "/" | "-" | ".")
        && reading.number(last + 2).is_some()
}

/// Whether a date stands behind a dash: "10/1/2018-10/7/2018".
fn ranges(reading: &Reading<'_>, last: usize, separator: &str) -> bool {
    separator == "/" && reading.is_mark(last + 1, "-") && reading.str(last + 3) == separator
}

fn whole(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let separator = reading.str(token + 1);
    let fits = matches!(separator, "/" | "-" | ".") && reading.str(token + 3) == separator;
    let apart_ok = separator == "/";
    if !fits
        || !(glued(reading, token, token + 4) || apart_ok)
        || (separator == "/" && goes_on(reading, token + 4) && !ranges(reading, token + 4, separator))
    {
        return None;
    }
    let year = |at| part(reading, at, 4..=4).and_then(|year| i32::try_from(year).ok());
    let (a, b) = (part(reading, token, 1..=2), part(reading, token + 2, 1..=2));
    let day = match (year(token), year(token + 4)) {
        (Some(year), _) => NaiveDate::from_ymd_opt(year, b?, part(reading, token + 4, 1..=2)?)?,
        // Full stops are the European way: "2.10.2013" is in October.
        (None, Some(year)) => {
            let (month, day) = if separator == "." { (b?, a?) } else { (a?, b?) };
            NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, day, month))?
        }
        (None, None) => short_year(context, a?, b?, part(reading, token + 4, 2..=2)?)?,
    };
    Some(Found::date(token, 0, token + 4, Value::Day(day), Anchor::Absolute, RULE))
}

/// "08/12,2015".
fn by_commas(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let fits = reading.is_mark(token + 1, "/") && reading.is_mark(token + 3, ",") && glued(reading, token, token + 2);
    let (month, day) = (part(reading, token, 1..=2).filter(|_| fits)?, part(reading, token + 2, 1..=2)?);
    let year =
        part(reading, token + 4, 4..=4).and_then(|year| i32::try_from(year).ok()).filter(|year| (1900..=2100).contains(year))?;
    let day = NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, day, month))?;
    Some(Found::date(token, 0, token + 4, Value::Day(day), Anchor::Absolute, RULE))
}

/// Two digits for the year, the latest that lies at most a year ahead.
fn short_year(context: &Context<'_>, month: u32, day: u32, two: u32) -> Option<NaiveDate> {
    let latest = context.published.map_or(2029, |published| chrono::Datelike::year(&published)) + 1;
    let year = latest - (latest - i32::try_from(two).ok()?).rem_euclid(100);
    NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, day, month))
}

/// "2016-11", "11/2016", "2015/3".
fn year_month(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let figures_before = token > 1 && reading.touches(token - 1) && reading.number(token - 2).is_some();
    let joined = matches!(reading.str(token + 1), "/" | "-") && glued(reading, token, token + 2);
    if !joined || figures_before || goes_on(reading, token + 2) {
        return None;
    }
    let year = |at| part(reading, at, 4..=4).filter(|year| (1800..=2100).contains(year));
    let month = |at| part(reading, at, 1..=2).filter(|month| (1..=12).contains(month));
    // "2010-11" is a season or a year of accounts, "2016-11" a month.
    if let Some((first, second)) = year(token).zip(month(token + 2)).filter(|(first, second)| (first + 1) % 100 == *second) {
        let first = i32::try_from(first).ok().filter(|_| second >= 10)?;
        let value = Value::Range(Box::new(Value::Year(first)), Box::new(Value::Year(first + 1)));
        return Some(Found::date(token, 0, token + 2, value, Anchor::Absolute, RULE));
    }
    let (year, month) = year(token).zip(month(token + 2)).or_else(|| year(token + 2).zip(month(token)))?;
    Some(Found::date(token, 0, token + 2, Value::Month(i32::try_from(year).ok()?, month), Anchor::Absolute, RULE))
}

/// "4/22" behind a preposition of time, or written with a zero or an impossible fraction.
fn yearless(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let slash = reading.is_mark(token + 1, "/");
    let (a, b) = (part(reading, token, 1..=2)?, part(reading, token + 2, 1..=2)?);
    // The attacks of 2001 are named after their day.
    if (a, b) == (9, 11) {
        return None;
    }
    let before = word_before(reading, token);
    let governed =
        matches!(before, "on" | "back" | "before" | "after" | "since" | "until" | "by" | "from" | "to" | "at" | "between")
            || token > 0 && reading.opens(token - 1).any(Opens::WEEKDAY)
            || token > 3 && reading.is_mark(token - 1, "-") && reading.is_mark(token - 3, "/");
    let starts = token == 0 && reading.kind(token + 3).is_none();
    let wide = a > 12 || b > 12 || reading.n_digits(token) == 2 && reading.n_digits(token + 2) == 2;
    if !slash
        || goes_on(reading, token + 2) && !ranges(reading, token + 2, "/")
        || (reading.touches(token + 2) && reading.is_mark(token + 3, "/"))
        || !(governed || wide && a != 24 || starts)
    {
        return None;
    }
    let relative = context.tense_at(token);
    let on = |month, day| resolve::day_of_year(context.published?, month, day, relative);
    let day = on(a, b).or_else(|| on(b, a))?;
    let found = Found::date(token, 0, token + 2, Value::Day(day), Anchor::Published, RULE);
    Some(Found { yearless: true, ..found })
}

/// "20200701".
fn eight(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let number = reading.number(token).filter(|_| reading.n_digits(token) == 8)?;
    let year = i32::try_from(number / 10_000).ok().filter(|year| (1900..=2100).contains(year))?;
    let day = NaiveDate::from_ymd_opt(year, u32::try_from(number / 100 % 100).ok()?, u32::try_from(number % 100).ok()?)?;
    Some(Found::date(token, 0, token, Value::Day(day), Anchor::Absolute, RULE))
}
