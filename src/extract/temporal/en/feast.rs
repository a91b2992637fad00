//! Feasts: "Christmas Eve", "Easter 2013", "last Thanksgiving", "Eid al-Fitr", "Rosh Hashanah 2018", "Labor Day weekend".
//! Counter-examples: "Easter Island", "Christmas tree", "Mother's Day cards".

use chrono::{Datelike, NaiveDate};

use super::{is_capital, phrase, time_word, word_before, year};
use crate::event::Anchor;
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::time_word::{Relative, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, Reckoning, resolve};

const RULE: &str = "en/holiday";

/// A feast, with an article or "last", "this", "next" before it.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (relative, start) = match phrase(reading, token, &ENGLISH.relatives) {
        Some((last, relative)) if relative != Relative::Same => (Some(relative), last + 1),
        _ => (None, token),
    };
    let (last, TimeWord::Holiday(reckoning)) = time_word(reading, start)? else { return None };
    // "in the new year", "a new year": no day.
    if last == start + 1
        && reading.word(start) == Some("new")
        && (relative.is_some() || !is_capital(reading, start) || word_before(reading, token) == "the")
    {
        return None;
    }
    // "Parsi New Year": one of a calendar that is not known.
    let of_people = token > 0 && is_capital(reading, token - 1) && reading.opens(token - 1) == Default::default();
    if reading.word(start) == Some("new") && of_people && word_before(reading, token) != "happy" {
        return None;
    }
    if let Some(found) = away(context, token, last, reckoning) {
        return Some(found);
    }
    if let Some((year, end, anchor)) = year::behind(context, last) {
        return on_weekend(context, Found::date(token, 0, end, reckoning.in_year(year)?, anchor, RULE));
    }
    let weekend = matches!(time_word(reading, last + 1), Some((_, TimeWord::Weekend)));
    if weekend && let Some((year, end, anchor)) = year::behind(context, last + 1) {
        let found = on_weekend(context, Found::date(token, 0, last, reckoning.in_year(year)?, anchor, RULE))?;
        return Some(Found { last: end, ..found });
    }
    if relative.is_none() && !weekend && goes_on(context, token, last) {
        return None;
    }
    let published = context.published?;
    let value = near(reckoning, published, relative.or_else(|| context.tense_at(token)))?;
    on_weekend(context, Found::date(token, 0, last, value, Anchor::Published, RULE))
}

/// "Thanksgiving in a year", "Christmas two years ago": the feast that comes first behind the day so far away.
fn away(context: &Context<'_>, token: usize, last: usize, reckoning: Reckoning) -> Option<Found> {
    let distance = super::ago::distance(context, last + 1)?;
    let from = distance.value.days()?.0;
    let starts = |value: &Value| value.days().map(|days| days.0);
    let mut feasts = (from.year()..from.year() + 2).filter_map(|year| reckoning.in_year(year));
    let value = feasts.find(|value| starts(value).is_some_and(|day| day >= from))?;
    Some(Found::date(token, 0, distance.last, value, Anchor::Published, RULE))
}

/// "Easter Island", "Christmas tree", "the Christmas market": a name or a noun goes on.
fn goes_on(context: &Context<'_>, token: usize, last: usize) -> bool {
    let reading = context.reading;
    let Some(next) = reading.word(last + 1) else { return reading.is_mark(last + 1, "-") && reading.touches(last) };
    let noun = ENGLISH.festive.contains(next);
    noun || is_capital(reading, last + 1) && reading.opens(last + 1) == Default::default() && token != 0
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

/// "Labor Day weekend": the weekend beside it.
fn on_weekend(context: &Context<'_>, found: Found) -> Option<Found> {
    let Some((last, TimeWord::Weekend)) = time_word(context.reading, found.last + 1) else { return Some(found) };
    let day = found.value.days()?.0;
    let steps = if day.weekday().number_from_monday() <= 2 { -1 } else { 0 };
    let value = Value::Weekend(resolve::shifted(day, Unit::Week, steps)?);
    Some(Found { last, value, ..found })
}
