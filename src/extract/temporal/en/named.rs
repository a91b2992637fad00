//! Times with names: "summer of 2016", "Christmas Eve", "the 1990s", "the 21st century", "the weekend", "Q3 2009".
//! Counter-examples: "prices fall", "a spring in the desert", "Easter Island".

use chrono::{Datelike, NaiveDate};

use super::{after_hyphen, container, number, phrase, time_word};
use crate::event::Anchor;
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::temporal::{Relative, TimeWord, Unit};
use crate::extract::temporal::value::{Season, Value};
use crate::extract::temporal::{Context, Found, Reckoning, resolve};

const RULE_SEASON: &str = "en/season";
const RULE_HOLIDAY: &str = "en/holiday";
const RULE_DECADE: &str = "en/decade";
const RULE_CENTURY: &str = "en/century";
const RULE_WEEKEND: &str = "en/weekend";
const RULE_QUARTER: &str = "en/quarter";

/// A named time, with an article or "last", "this", "next" before it.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let Some(found) = decade_in_figures(context, token).or_else(|| century(context, token)).or_else(|| quarter(context, token))
    {
        return Some(found);
    }
    let (relative, start) = match phrase(reading, token, &ENGLISH.relatives) {
        Some((last, relative)) if relative != Relative::Same => (Some(relative), last + 1),
        _ => (None, token + usize::from(reading.word(token) == Some("the"))),
    };
    let (last, word) = time_word(reading, start)?;
    match word {
        TimeWord::Season(season) => self::season(context, token, start, last, season, relative),
        TimeWord::Holiday(reckoning) => holiday(context, token, last, reckoning, relative),
        TimeWord::Weekend => weekend(context, token, start, last, relative),
        TimeWord::Decade(tens) if start > token && relative.is_none() => {
            let decade = i32::try_from(190 + tens / 10).ok()?;
            Some(Found::date(token, 0, last, Value::Decade(decade), Anchor::Absolute, RULE_DECADE))
        }
        _ => None,
    }
}

/// The year behind a name: "2016", "of 2016", "of next year", "this year".
fn year_behind(context: &Context<'_>, last: usize) -> Option<(i32, usize, Anchor)> {
    let reading = context.reading;
    let gap = usize::from(matches!(reading.word(last + 1), Some("of" | "in")) || reading.is_mark(last + 1, ","));
    if let Some((end, year)) = number::year(reading, last + 1 + gap) {
        return Some((year, end, Anchor::Absolute));
    }
    match container(context, last + 1 + gap)? {
        Found { value: Value::Year(year), last, anchor, .. } => Some((year, last, anchor)),
        _ => None,
    }
}

fn season(
    context: &Context<'_>,
    token: usize,
    start: usize,
    last: usize,
    season: Season,
    relative: Option<Relative>,
) -> Option<Found> {
    let reading = context.reading;
    if let Some((year, end, anchor)) = year_behind(context, last) {
        return Some(Found::date(token, 0, end, Value::Season(year, season), anchor, RULE_SEASON));
    }
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let governed = matches!(before, "in" | "during" | "since" | "until" | "by" | "of")
        || super::is_capital(reading, start) && before == "in";
    let article = start > token && relative.is_none();
    let noun = reading
        .word(last + 1)
        .is_none_or(|next| matches!(next, "and" | "of" | "when" | "as" | "after" | "before" | "the" | "to" | "for" | "at"));
    if relative.is_none() && !(governed && (noun || article)) {
        return None;
    }
    let value = match context.published {
        Some(published) => resolve::season(published, season, relative.or(context.tense_at(token))),
        None => Value::SeasonOfYear(season),
    };
    Some(Found::date(token, 0, last, value, context.anchor(), RULE_SEASON))
}

fn holiday(context: &Context<'_>, token: usize, last: usize, reckoning: Reckoning, relative: Option<Relative>) -> Option<Found> {
    let reading = context.reading;
    if let Some((year, end, anchor)) = year_behind(context, last) {
        return Some(Found::date(token, 0, end, reckoning.in_year(year)?, anchor, RULE_HOLIDAY));
    }
    // "Easter Island", "Christmas tree": a name goes on.
    if relative.is_none()
        && reading.word(last).is_some()
        && reading.word(last + 1).is_some()
        && super::is_capital(reading, last + 1)
    {
        return None;
    }
    let published = context.published?;
    let value = near(reckoning, published, relative.or(context.tense_at(token)))?;
    Some(Found::date(token, 0, last, value, Anchor::Published, RULE_HOLIDAY))
}

/// The feast on or before publication, or the next one.
fn near(reckoning: Reckoning, published: NaiveDate, relative: Option<Relative>) -> Option<Value> {
    let year = published.year();
    let starts = |value: &Value| value.days().map(|days| days.0);
    match relative {
        Some(Relative::Future) => (year..year + 3)
            .filter_map(|year| reckoning.in_year(year))
            .find(|value| starts(value).is_some_and(|day| day > published)),
        Some(Relative::Current | Relative::Same) => reckoning.in_year(year),
        _ => [year + 1, year, year - 1, year - 2]
            .into_iter()
            .filter_map(|year| reckoning.in_year(year))
            .find(|value| starts(value).is_some_and(|day| day <= published)),
    }
}

fn weekend(context: &Context<'_>, token: usize, start: usize, last: usize, relative: Option<Relative>) -> Option<Found> {
    if relative.is_none() && start == token {
        return None;
    }
    let steps = match relative {
        Some(Relative::Past) => -1,
        Some(Relative::Future) => 1,
        _ => 0,
    };
    let value = Value::Weekend(resolve::shifted(context.published?, Unit::Week, steps)?);
    Some(Found::date(token, 0, last, value, Anchor::Published, RULE_WEEKEND))
}

/// "the 1990s", "1990s", "the '90s", "70's".
fn decade_in_figures(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let mut at = token + usize::from(reading.word(token) == Some("the"));
    at += usize::from(matches!(reading.str(at), "'" | "’"));
    let digits = reading.n_digits(at);
    let number = reading.number(at).filter(|number| number % 10 == 0 && matches!(digits, 2 | 4))?;
    let apostrophe = usize::from(matches!(reading.str(at + 1), "'" | "’") && reading.touches(at));
    let plural = reading.word(at + 1 + apostrophe) == Some("s")
        && reading.touches(at + apostrophe)
        && (apostrophe == 0 || reading.touches(at));
    if !plural {
        return None;
    }
    let decade = match digits {
        4 if (1000..2100).contains(&number) => number / 10,
        2 if number >= 20 => 190 + number / 10,
        2 if number == 10 => 201,
        _ => return None,
    };
    Some(Found::date(token, 0, at + 1 + apostrophe, Value::Decade(i32::try_from(decade).ok()?), Anchor::Absolute, RULE_DECADE))
}

/// "the 21st century", "nineteenth century".
fn century(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let start = token + usize::from(reading.word(token) == Some("the"));
    let (last, number) = number::ordinal(reading, start)?;
    let (end, TimeWord::Unit(Unit::Century, _)) = time_word(reading, after_hyphen(reading, last + 1))? else { return None };
    let century = i32::try_from(number).ok().filter(|number| (1..=30).contains(number))? - 1;
    Some(Found::date(token, 0, end, Value::Century(century), Anchor::Absolute, RULE_CENTURY))
}

/// "Q3 2009", "q1-2019", "2016 Q2".
fn quarter(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let of = |at: usize| {
        let quarter = reading.number(at + 1).filter(|quarter| (1..=4).contains(quarter) && reading.word(at) == Some("q"))?;
        u32::try_from(quarter).ok().filter(|_| reading.touches(at) && reading.n_digits(at + 1) == 1)
    };
    if let Some(quarter) = of(token) {
        if let Some((year, last, anchor)) = year_behind(context, after_hyphen(reading, token + 2) - 1) {
            return Some(Found::date(token, 0, last, Value::Quarter(year, quarter), anchor, RULE_QUARTER));
        }
        let published = context.published?;
        let year = if published.month() > quarter * 3 - 3 { published.year() } else { published.year() - 1 };
        return Some(Found::date(token, 0, token + 1, Value::Quarter(year, quarter), Anchor::Published, RULE_QUARTER));
    }
    let (last, year) = number::year(reading, token)?;
    let next = after_hyphen(reading, last + 1);
    Some(Found::date(token, 0, next + 1, Value::Quarter(year, of(next)?), Anchor::Absolute, RULE_QUARTER))
}
