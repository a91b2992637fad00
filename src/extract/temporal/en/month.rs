//! Dates by month: "April 22, 2016", "the 15th of February", "3-5 July", "last April", "in March", "2019-aug-1".
//! Counter-examples: "it may rain", "they march on", "Theresa May", "the September 11 Foundation".

use chrono::{Datelike, NaiveDate};

use super::month_name::{counts, is_common_word, stands_as_month};
use super::tense::{self, Points};
use super::{container, heads_name, is_capital, number, own_stop, phrase, time_word, word_before};
use crate::event::Anchor;
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::lexicon::time_word::{Relative, TimeWord};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};
use crate::extract::tokenize::TokenKind;

const RULE_MONTH: &str = "en/month";
const RULE_DAY: &str = "en/day-month";

/// A month with what belongs to it.
struct Parts {
    month: u32,
    /// First and last day.
    days: Option<(u32, u32)>,
    year: Option<i32>,
    relative: Option<Relative>,
    last: usize,
}

/// A date that a month names, from its first word on.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let parts = year_first(reading, token).or_else(|| day_first(context, token)).or_else(|| month_first(context, token))?;
    let named = parts.year.is_none() && heads_name(reading, parts.last + 1);
    (!named).then(|| resolved(context, token, &parts)).flatten()
}

/// The month's name at a token, its full stop with it.
pub(super) fn month_at(reading: &Reading<'_>, token: usize) -> Option<(usize, u32)> {
    if !reading.opens(token).any(Opens::MONTH) {
        return None;
    }
    let (last, TimeWord::Month(month)) = time_word(reading, token)? else { return None };
    let is_short = reading.word(last).is_some_and(|word| word.len() <= 4 && !matches!(word, "may" | "june" | "july"));
    let stop = usize::from(is_short && own_stop(reading, last));
    Some((last + stop, month))
}

/// "2019-aug-1", "2019/aug/01", "2015 June".
fn year_first(reading: &Reading<'_>, token: usize) -> Option<Parts> {
    reading.number(token).filter(|_| reading.n_digits(token) == 4)?;
    let (last, year) = number::year(reading, token)?;
    let separator = matches!(reading.str(last + 1), "-" | "/") && reading.touches(last);
    let (mut last, month) = month_at(reading, last + 1 + usize::from(separator))?;
    let year = Some(year);
    if !separator {
        let goes_on = reading.number(last + 1).is_some() || reading.is_mark(last + 1, ",");
        return (!goes_on).then_some(Parts { month, days: None, year, relative: None, last });
    }
    let mut days = None;
    if matches!(reading.str(last + 1), "-" | "/")
        && let Some((end, day)) = number::day(reading, last + 2)
    {
        (last, days) = (end, Some((day, day)));
    }
    Some(Parts { month, days, year, relative: None, last })
}

/// "22 April 2016", "the 15th of February", "3-5 July", "from the 13th to the 15th of July".
fn day_first(context: &Context<'_>, token: usize) -> Option<Parts> {
    let reading = context.reading;
    let (mut last, first_day) = number::day(reading, token)?;
    let mut last_day = first_day;
    if joins_days(reading, last + 1)
        && let Some((end, day)) = number::day(reading, last + 2)
        && day > first_day
    {
        (last, last_day) = (end, day);
    }
    let mut next = last + 1;
    next += usize::from(reading.word(next) == Some("day") && reading.word(next + 1) == Some("of"));
    let of = matches!(reading.word(next), Some("of" | "in"));
    next += usize::from(of || matches!(reading.str(next), "-" | "/"));
    let days = Some((first_day, last_day));
    if let Some((last, month)) = month_at(reading, next) {
        if !of && !is_capital(reading, next) && is_common_word(reading, next) {
            return None;
        }
        let (year, last) = match year_behind(reading, last) {
            (None, last) => short_year(reading, last).map_or((None, last), |year| (Some(year), last + 1)),
            found => found,
        };
        return Some(Parts { month, days, year, relative: None, last });
    }
    // "the 20th of next month"
    let related = reading.opens(next).any(Opens::RELATIVE)
        || reading.opens(next).any(Opens::ARTICLE) && reading.opens(next + 1).any(Opens::RELATIVE.or(Opens::UNIT));
    if !(of || next == last + 1) || !related {
        return None;
    }
    let found = container(context, next)?;
    let Value::Month(year, month) = found.value else { return None };
    let relative = Some(Relative::Current);
    (found.anchor != Anchor::Absolute).then_some(Parts { month, days, year: Some(year), relative, last: found.last })
}

fn joins_days(reading: &Reading<'_>, token: usize) -> bool {
    matches!(reading.str(token), "-" | "–" | "to" | "and" | "through" | "until" | "till" | "&")
}

/// "April 22, 2016", "April 2016", "last April", "the month of May".
fn month_first(context: &Context<'_>, token: usize) -> Option<Parts> {
    let reading = context.reading;
    let (mut next, mut relative) = (token, None);
    if let Some((last, found)) = phrase(reading, token, &ENGLISH.relatives).filter(|_| reading.word(token) != Some("the")) {
        (next, relative) = (last + 1, Some(found));
    }
    next += usize::from(reading.word(next) == Some("the"));
    let headed = reading.word(next) == Some("month") && reading.word(next + 1) == Some("of");
    next += if headed { 2 } else { 0 };
    if next == token + 1 && relative.is_none() {
        return None;
    }
    let (mut last, month) = month_at(reading, next)?;
    if relative == Some(Relative::Current) && is_common_word(reading, next) && !is_capital(reading, next) {
        return None;
    }
    let days = days_behind(reading, last + 1);
    if let Some((end, _, _)) = days {
        last = end;
    }
    let (year, last) = year_behind(reading, last);
    let alone = days.is_none() && year.is_none() && relative.is_none() && !headed;
    if alone && !stands_as_month(reading, next) || days.is_some() && year.is_none() && counts(reading, next, last) {
        return None;
    }
    let of = usize::from(reading.word(last + 1) == Some("of"));
    let related = reading.opens(last + 1 + of).any(Opens::RELATIVE.or(Opens::ARTICLE));
    let relative_year = related
        .then(|| container(context, last + 1 + of))
        .flatten()
        .filter(|found| year.is_none() && found.anchor == Anchor::Published && matches!(found.value, Value::Year(_)));
    let (year, last) = match relative_year {
        Some(Found { value: Value::Year(year), last, .. }) => (Some(year), last),
        _ => (year, last),
    };
    let days = days.map(|(_, first, last)| (first, last));
    Some(Parts { month, days, year, relative, last })
}

/// "22", "22nd", "the eleventh", "13-15" behind a month.
fn days_behind(reading: &Reading<'_>, token: usize) -> Option<(usize, u32, u32)> {
    let start = token + usize::from(matches!(reading.str(token), "/" | "-") && reading.touches(token));
    let (last, first) = number::day(reading, start)?;
    if joins_days(reading, last + 1)
        && let Some((end, day)) = number::day(reading, last + 2)
        && day > first
        && month_at(reading, end + 1).is_none()
    {
        return Some((end, first, day));
    }
    Some((last, first, first))
}

/// The year behind a month or day: "2016", ", 2016", "of 2016", "99" after a month.
fn year_behind(reading: &Reading<'_>, last: usize) -> (Option<i32>, usize) {
    let gap = usize::from(
        matches!(reading.str(last + 1), "," | "." | "/" | "-") || matches!(reading.word(last + 1), Some("of" | "in")),
    );
    if let Some((end, year)) = number::year(reading, last + 1 + gap) {
        return (Some(year), end);
    }
    let two = reading.number(last + 1).filter(|two| reading.n_digits(last + 1) == 2 && (32..=99).contains(two));
    let apart = !matches!(reading.kind(last + 2), Some(TokenKind::Word | TokenKind::Number)) && !reading.is_mark(last + 2, "%");
    match two.and_then(|two| i32::try_from(two).ok()).filter(|_| apart) {
        Some(two) => (Some(if two < 50 { 2000 + two } else { 1900 + two }), last + 1),
        None => (None, last),
    }
}

/// "14th April 15": behind a day and its month two figures are a year, where nothing stands behind them that they count.
fn short_year(reading: &Reading<'_>, last: usize) -> Option<i32> {
    let two = reading.number(last + 1).filter(|_| reading.n_digits(last + 1) == 2)?;
    let counts = match reading.kind(last + 2) {
        Some(TokenKind::Word | TokenKind::Number) => true,
        Some(TokenKind::Mark) => !matches!(reading.str(last + 2), "," | ")" | ";" | ".") || reading.touches(last + 2),
        Some(TokenKind::Break) | None => false,
    };
    i32::try_from(two).ok().filter(|_| !counts).map(|two| 2000 + two)
}

fn resolved(context: &Context<'_>, token: usize, parts: &Parts) -> Option<Found> {
    // "as of February": that of publication, whatever year was named before.
    let as_of = word_before(context.reading, token) == "of"
        && token.checked_sub(2).and_then(|two| context.reading.word(two)) == Some("as");
    let tense = parts.relative.or_else(|| context.tense_at(token));
    let inherited = context.told_year.filter(|_| tense.is_none() && !as_of);
    let yearless = parts.year.is_none() && parts.relative.is_none();
    let anchor = match (parts.year.or(inherited), parts.relative) {
        (Some(_), None) => Anchor::Absolute,
        _ => context.anchor(),
    };
    let value = match (parts.days, parts.year.or(inherited), context.published) {
        (None, Some(year), _) => Value::Month(year, parts.month),
        (None, None, Some(published)) => {
            let bare = parts.relative.is_none() && published.month() == parts.month;
            resolve::month(published, parts.month, tense.filter(|_| !bare))
        }
        (None, None, None) => Value::MonthOfYear(parts.month),
        (Some((first, last)), year, published) => {
            let tense = if year.is_some() { None } else { nearest(context, token, parts, last).or(tense) };
            days(parts.month, first, last, year, published, tense)?
        }
    };
    let rule = if parts.days.is_some() { RULE_DAY } else { RULE_MONTH };
    Some(Found { yearless, ..Found::date(token, 0, parts.last, value, anchor, rule) })
}

/// The press names the year of a date that is far away: a day that would be most of a year behind, where the same day is
/// weeks ahead, is the one ahead unless a verb tells it as past; and the other way round whatever the verb.
fn nearest(context: &Context<'_>, token: usize, parts: &Parts, day: u32) -> Option<Relative> {
    let published = context.published.filter(|_| parts.relative.is_none() && !context.is_entry)?;
    let behind = resolve::day_of_year(published, parts.month, day, None)?;
    let ahead = resolve::day_of_year(published, parts.month, day, Some(Relative::Future))?;
    let (back, on) = ((published - behind).num_days(), (ahead - published).num_days());
    match tense::points(context, token) {
        Some(Points::Back) => None,
        Some(Points::Ahead) if on > FAR && back <= NEAR && behind < published => Some(Relative::Past),
        _ if back > FAR && on <= NEAR => Some(Relative::Future),
        _ => None,
    }
}

/// Days away that the press would name the year for, and that it would not.
const FAR: i64 = 270;
const NEAR: i64 = 62;

fn days(
    month: u32,
    first: u32,
    last: u32,
    year: Option<i32>,
    published: Option<NaiveDate>,
    relative: Option<Relative>,
) -> Option<Value> {
    let end = match (year, published) {
        (Some(year), _) => NaiveDate::from_ymd_opt(year, month, last)?,
        (None, Some(published)) => resolve::day_of_year(published, month, last, relative)?,
        (None, None) => return NaiveDate::from_ymd_opt(2000, month, last).map(|_| Value::DayOfYear(month, last)),
    };
    if first == last {
        return Some(Value::Day(end));
    }
    Some(Value::Range(Box::new(Value::Day(end.with_day(first)?)), Box::new(Value::Day(end))))
}
