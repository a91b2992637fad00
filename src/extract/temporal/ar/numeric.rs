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
    if token > 0 && reading.touches(token - 1) && matches!(reading.str(token - 1), "." | "/" | ":" | "," | "٬") {
        return None;
    }
    whole(context, token).or_else(|| yearless(context, token)).or_else(|| month_of_year(context, token))
}

/// Day, month and year. Slashes may stand apart from the figures, as archives write them: «( 8 / 11 / 1943 )»; dashes only
/// before a year in full: «12 - 6 - 2017».
fn whole(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let separator = reading.str(token + 1);
    if !matches!(separator, "/" | "-" | "." | "–") || reading.str(token + 3) != separator {
        return None;
    }
    let glued = (token..token + 4).all(|token| reading.touches(token));
    let goes_on = reading.touches(token + 4) && reading.str(token + 5) == separator && reading.touches(token + 5);
    let year = if reading.is_mark(token + 5, "(") && !glued { None } else { Some(()) };
    let dashed = separator == "-"
        && part(reading, token + 4, 4..=4).is_some_and(|year| (1300..=1500).contains(&year) || (1800..=2200).contains(&year));
    if !(glued || separator == "/" || dashed) || goes_on {
        return None;
    }
    year?;
    if let Some(found) = hijri(context, token) {
        return Some(super::weekday::before_date(context, found));
    }
    let day = year_first(reading, token).or_else(|| year_last(reading, token)).or_else(|| short_year(context, token, glued))?;
    let last = super::year::era_end(reading, token + 4);
    let found = Found::date(token, 0, last, Value::Day(day), Anchor::Absolute, RULE);
    Some(super::weekday::before_date(context, found))
}

/// «15/9/1445هـ», «1445/9/15 هـ».
fn hijri(context: &Context<'_>, token: usize) -> Option<Found> {
    let [a, b, c] = [token, token + 2, token + 4].map(|at| part(context.reading, at, 1..=4));
    let (a, b, c) = (a?, b?, c?);
    super::hijri::in_figures(context, token, if a > 31 { (c, b, a) } else { (a, b, c) }, token + 4)
}

/// «9-18-15», «18/9/15»: two digits for the year, the latest before publication.
fn short_year(context: &Context<'_>, token: usize, glued: bool) -> Option<NaiveDate> {
    let reading = context.reading;
    if !glued || reading.str(token + 1) == "." {
        return None;
    }
    let two = i32::try_from(part(reading, token + 4, 2..=2)?).ok()?;
    let latest = context.published.map_or(2029, |published| chrono::Datelike::year(&published)) + 1;
    let year = latest - (latest - two).rem_euclid(100);
    let (a, b) = (part(reading, token, 1..=2)?, part(reading, token + 2, 1..=2)?);
    NaiveDate::from_ymd_opt(year, b, a).or_else(|| NaiveDate::from_ymd_opt(year, a, b))
}

/// «4/22» without a year: behind a word that wants a date, never a score or a share.
fn yearless(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let slash = reading.is_mark(token + 1, "/") && reading.touches(token) && reading.touches(token + 1);
    let goes_on = reading.touches(token + 2) && !matches!(reading.str(token + 3), "." | "،" | "," | ")");
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let wanted = matches!(before, "يوم" | "بتاريخ" | "تاريخ" | "الموافق" | "في" | "ساعود" | "اعود");
    let (a, b) = (part(reading, token, 1..=2)?, part(reading, token + 2, 1..=2)?);
    let wanted = wanted || context.is_whole_text(token, token + 2);
    if !slash || goes_on || !wanted || super::year::counts_something(reading, token + 2) {
        return None;
    }
    let relative = context.tense_at(token);
    let on = |month, day| super::super::resolve::day_of_year(context.published?, month, day, relative);
    let day = on(b, a).or_else(|| on(a, b))?;
    let found = Found::date(token, 0, token + 2, Value::Day(day), Anchor::Published, RULE);
    Some(Found { yearless: true, ..super::weekday::before_date(context, found) })
}

/// «3/2015», «2015/3».
fn month_of_year(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let slash = reading.is_mark(token + 1, "/") && reading.touches(token) && reading.touches(token + 1);
    let goes_on = reading.touches(token + 2) && matches!(reading.str(token + 3), "/" | "-");
    // «القرار رقم 12/2019»
    let numbered = token.checked_sub(1).is_some_and(|before| matches!(reading.word(before), Some("رقم" | "عدد")));
    if !slash || goes_on || numbered {
        return None;
    }
    let year = |at| part(reading, at, 4..=4).filter(|year| (1800..=2200).contains(year));
    let month = |at| part(reading, at, 1..=2).filter(|month| (1..=12).contains(month));
    let (year, month) = year(token).zip(month(token + 2)).or_else(|| year(token + 2).zip(month(token)))?;
    let value = Value::Month(i32::try_from(year).ok()?, month);
    Some(Found::date(token, 0, token + 2, value, Anchor::Absolute, RULE))
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
