//! Anniversaries: «في مثل هذا اليوم» is a day of every year, and «1969 - …» at the head of a line the year of one of them.
//! «2011» alone on a line heads a chronology.
//! Counter-examples: «2000 - 3000 دينار» at the head of a line, «1969 صفحة».

use chrono::Datelike;

use super::{At, year};
use crate::base::Bounds;
use crate::event::Anchor;
use crate::extract::lexicon::time_word::Unit;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};
use crate::extract::tokenize::TokenKind;

pub(in crate::extract::temporal) const RULE: &str = "ar/anniversary";

/// How far before «مثل هذا اليوم» its date may stand: «وقعت في يوم 12 سبتمبر أحداث، وولد في مثل هذا اليوم».
const REACH: usize = 30;

/// «مثل هذا اليوم»: the day last told, or that of publication, of every year.
pub(super) fn this_day(context: &Context<'_>, at: At<'_>, unit: Unit) -> Option<Found> {
    let like = at.token.checked_sub(2).filter(|_| unit == Unit::Day)?;
    if context.reading.word(like) != Some("مثل") {
        return None;
    }
    let told = context.told.as_ref().filter(|(token, _)| at.token - token <= REACH).and_then(|(_, value)| match value {
        Value::Day(day) => Some(*day),
        _ => None,
    });
    let day = told.or(context.published)?;
    let value = Value::DayOfYear(day.month(), day.day());
    let found = Found::date(at.token - 1, 0, at.last(), value, Anchor::Unresolved, RULE);
    Some(Found { bounds: Some(Bounds::UNKNOWN), ..found })
}

/// «1969 - …» at the head of a line: its year, or its day where the list is about one.
pub(super) fn item(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let sentence = reading.sentence_of(token).filter(|sentence| sentence.tokens.start == token)?;
    // «2011» alone on its line heads a chronology.
    let alone = sentence.tokens.len() <= 2 && reading.number(token + 1).is_none() && reading.word(token + 1).is_none();
    if alone && reading.number(token).is_some_and(|year| (1900..=2100).contains(&year)) && reading.n_digits(token) == 4 {
        let year = year::number(reading, token)?;
        return Some(Found::date(token, 0, token, Value::Year(year), Anchor::Absolute, "ar/year"));
    }
    let told = matches!(reading.str(token + 1), "-" | "–" | "—" | ":") && sentence.tokens.len() > 3;
    if !told || reading.kind(token + 2) != Some(TokenKind::Word) {
        return None;
    }
    let year = year::number(reading, token).filter(|year| *year <= 2100)?;
    let day = context.anniversary.and_then(|(month, day)| chrono::NaiveDate::from_ymd_opt(year, month, day));
    Some(Found::date(token, 0, token, day.map_or(Value::Year(year), Value::Day), Anchor::Absolute, RULE))
}
