//! Times that come again: «كل يوم»، «سنويًا»، «كل ثلاثة أيام»، «كل يوم جمعة»، «مرتين في الأسبوع»، «نصف السنوية».
//! Counter-examples: «كل العام»، «كل أيام العمر»، «كل من حضر»، «مرتين في الأسبوع الماضي»، «نصف القرية».

use super::{At, day_number, no_duration, nth, quantity, time_word};
use crate::base::Bounds;
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at};

const RULE: &str = "ar/set";

pub(super) fn set(first: usize, skip: usize, last: usize, value: Value) -> Found {
    let found = Found::date(first, skip, last, value, Anchor::Unresolved, RULE).typed(TimexType::Set);
    Found { bounds: Some(Bounds::UNKNOWN), ..found }
}

/// A set that «كل» makes.
fn each(first: usize, skip: usize, last: usize, value: Value) -> Found {
    Found { quant: Some("EVERY"), ..set(first, skip, last, value) }
}

/// «سنويًا».
pub(super) fn adverb(at: At<'_>, unit: Unit) -> Option<Found> {
    (at.word.skip == 0 && !at.word.definite).then(|| set(at.token, 0, at.last(), Value::Every(1, unit)))
}

/// «كل …» at a token.
pub(super) fn every(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let word = reading.word(token)?;
    let skip = match word {
        // «كل عام وأنتم بخير»
        "كل" if reading.word(token + 2).is_some_and(|next| next.starts_with("وانت")) => return None,
        "كل" => 0,
        "وكل" => 'و'.len_utf8(),
        _ => return None,
    };
    if let Some((count, n_tokens, 0)) = quantity::number(reading, token + 1) {
        let at = time_word(context, token + 1 + n_tokens)?;
        let TimeWord::Unit(unit, _) = *at.word.meaning else { return None };
        return (!at.word.definite).then(|| each(token, skip, at.last(), Value::Every(count, unit)));
    }
    if let Some(weekday) = nth::bare_weekday(reading, token + 1) {
        return Some(each(token, skip, token + 1, Value::EveryWeekday(weekday)));
    }
    let at = time_word(context, token + 1).filter(|at| at.word.skip == 0)?;
    match *at.word.meaning {
        TimeWord::Season(season) if !at.word.definite => Some(each(token, skip, at.last(), Value::SeasonOfYear(season))),
        TimeWord::Unit(Unit::Day, Count::One) if !at.word.definite => {
            let next = at.last() + 1;
            let definite = time_word(context, next).filter(|at| at.word.definite && at.word.skip == 0);
            let weekday = nth::bare_weekday(reading, next).or(definite.and_then(|at| match *at.word.meaning {
                TimeWord::Weekday(weekday) => Some(weekday),
                _ => None,
            }));
            Some(match weekday {
                Some(weekday) => each(token, skip, at.last() + 1, Value::EveryWeekday(weekday)),
                None => each(token, skip, at.last(), Value::Every(1, Unit::Day)),
            })
        }
        TimeWord::Unit(unit, _) if no_duration::is_none(reading, token, at.last(), unit) => None,
        TimeWord::Unit(unit, count) if !at.word.definite && count != Count::Many => {
            Some(each(token, skip, at.last(), Value::Every(if count == Count::Two { 2 } else { 1 }, unit)))
        }
        _ => None,
    }
}

/// «مرتين في الأسبوع», «ثلاث مرات يوميا», «مرة كل عام»: so often in a unit.
pub(super) fn times(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (times, last) = match reading.word(token) {
        Some("مره") => (1, token + usize::from(reading.word(token + 1) == Some("واحده"))),
        Some("مرتين" | "مرتان") => (2, token),
        _ => {
            // Most numbers count other things: the look-up waits for the word.
            let counts_times = (token + 1..token + 4).any(|at| matches!(reading.word(at), Some("مرات" | "مره")));
            let (number, n_tokens, _) = counts_times.then(|| quantity::number(reading, token))??;
            matches!(reading.word(token + n_tokens), Some("مرات" | "مره")).then_some((number, token + n_tokens))?
        }
    };
    let found = per(context, last + 1)?;
    Some(Found { first: token, skip: 0, times: Some(times), ..found })
}

/// «في الأسبوع», «يوميا», «كل عام».
fn per(context: &Context<'_>, token: usize) -> Option<Found> {
    if let Some(every) = every(context, token) {
        return Some(every);
    }
    let of = usize::from(context.reading.word(token) == Some("في"));
    let at = time_word(context, token + of)?;
    match *at.word.meaning {
        TimeWord::Every(unit) if of == 0 => Some(set(token, 0, at.last(), Value::Every(1, unit))),
        TimeWord::Unit(unit, Count::One) if of == 1 && at.word.definite && at.word.skip == 0 => {
            let told = relative_at(context.reading, at.last() + 1).is_some();
            (!told).then(|| set(token, 0, at.last(), Value::Every(1, unit)))
        }
        _ => None,
    }
}

/// «نصف السنوية», «ربع سنوي»: twice and four times a year.
pub(super) fn part_yearly(context: &Context<'_>, token: usize) -> Option<Found> {
    let months = match context.reading.word(token)? {
        "نصف" => 6,
        "ربع" => 3,
        _ => return None,
    };
    let word = context.reading.word(token + 1)?;
    let bare = word.strip_prefix("ال").unwrap_or(word);
    matches!(bare, "سنوي" | "سنويه" | "سنويا").then(|| set(token, 0, token + 1, Value::Every(months, Unit::Month)))
}

/// «اليوم الأول من كل شهر», «في 15 من كل شهر».
pub(super) fn day_of_each_month(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let headed = usize::from(matches!(reading.word(token), Some("اليوم" | "يوم")));
    let (last, day) = day_number::ordinal_day(reading, token + headed)
        .or_else(|| day_number::day_number(reading, token + headed).map(|day| (token + headed, day)))?;
    let words = [last + 1, last + 2, last + 3].map(|token| reading.word(token));
    (words == [Some("من"), Some("كل"), Some("شهر")]).then(|| each(token, 0, last + 3, Value::DayOfMonth(day)))
}
