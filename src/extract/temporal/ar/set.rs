//! Times that come again: «كل يوم»، «سنويًا»، «كل ثلاثة أيام»، «كل يوم جمعة».
//! Counter-examples: «كل العام»، «كل أيام العمر»، «كل من حضر».

use super::{At, day_number, quantity, time_word, year};
use crate::base::Bounds;
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::temporal::{Count, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at};

const RULE: &str = "ar/set";

fn set(first: usize, skip: usize, last: usize, value: Value) -> Found {
    let found = Found::date(first, skip, last, value, Anchor::Unresolved, RULE).typed(TimexType::Set);
    Found { bounds: Some(Bounds::UNKNOWN), ..found }
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
        "كل" => 0,
        "وكل" => 'و'.len_utf8(),
        _ => return None,
    };
    if let Some((count, n_tokens, 0)) = quantity::number(reading, token + 1) {
        let at = time_word(context, token + 1 + n_tokens)?;
        let TimeWord::Unit(unit, _) = *at.word.meaning else { return None };
        return (!at.word.definite).then(|| set(token, skip, at.last(), Value::Every(count, unit)));
    }
    // «كل ثلاثاء»
    if let Some(weekday) = weekday_without_article(context, token + 1) {
        return Some(set(token, skip, token + 1, Value::EveryWeekday(weekday)));
    }
    let at = time_word(context, token + 1).filter(|at| at.word.skip == 0)?;
    match *at.word.meaning {
        TimeWord::Season(season) if !at.word.definite => Some(set(token, skip, at.last(), Value::SeasonOfYear(season))),
        TimeWord::Unit(Unit::Day, Count::One) if !at.word.definite => {
            let weekday = weekday_without_article(context, at.last() + 1);
            Some(match weekday {
                Some(weekday) => set(token, skip, at.last() + 1, Value::EveryWeekday(weekday)),
                None => set(token, skip, at.last(), Value::Every(1, Unit::Day)),
            })
        }
        TimeWord::Unit(unit, count) if !at.word.definite && count != Count::Many => {
            Some(set(token, skip, at.last(), Value::Every(if count == Count::Two { 2 } else { 1 }, unit)))
        }
        _ => None,
    }
}

/// «مرتين في الأسبوع», «ثلاث مرات في اليوم»: the times a word counts, and the unit they fall in.
pub(super) fn times(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let number = quantity::number(reading, token).map_or(0, |(_, n_tokens, _)| n_tokens);
    let counted = reading.word(token + number)?;
    let fits = if number == 0 {
        matches!(counted, "مره" | "مرتين" | "مرتان")
    } else {
        matches!(counted, "مره" | "مرات")
    };
    let of = token + number + 1;
    let of = of + usize::from(number == 0 && matches!(reading.word(of), Some("واحده")));
    let at = time_word(context, of + 1).filter(|_| fits && matches!(reading.word(of), Some("في" | "كل")))?;
    let TimeWord::Unit(unit, Count::One) = *at.word.meaning else { return None };
    // «مرة في العام الماضي» happened once.
    let is_rate = relative_at(reading, at.last() + 1).is_none() && year::number(reading, at.last() + 1).is_none();
    let definite = at.word.definite != (reading.word(of) == Some("كل"));
    (is_rate && definite && at.word.skip == 0).then(|| set(token, 0, at.last(), Value::Every(1, unit)))
}

/// «اليوم الأول من كل شهر», «في 15 من كل شهر».
pub(super) fn day_of_each_month(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let headed = usize::from(matches!(reading.word(token), Some("اليوم" | "يوم")));
    let (last, day) = day_number::ordinal_day(reading, token + headed)
        .or_else(|| day_number::day_number(reading, token + headed).map(|day| (token + headed, day)))?;
    let each =
        matches!((reading.word(last + 1), reading.word(last + 2), reading.word(last + 3)), (Some("من"), Some("كل"), Some("شهر")));
    each.then(|| set(token, 0, last + 3, Value::DayOfMonth(day)))
}

fn weekday_without_article(context: &Context<'_>, token: usize) -> Option<u32> {
    let word = context.reading.word(token)?;
    let with_article = if word.starts_with("ال") { word.to_owned() } else { format!("ال{word}") };
    let found = crate::extract::lexicon::ARABIC.temporal.words.at(|i| (i == 0).then_some(with_article.as_str()))?;
    match *found.meaning {
        TimeWord::Weekday(weekday) => Some(weekday),
        _ => None,
    }
}
