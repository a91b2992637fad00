//! Times that come again: «كل يوم»، «سنويًا»، «كل ثلاثة أيام»، «كل يوم جمعة».
//! Counter-examples: «كل العام»، «كل أيام العمر»، «كل من حضر».

use super::{At, quantity, time_word};
use crate::base::Bounds;
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::temporal::{Count, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};

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
    let at = time_word(context, token + 1).filter(|at| at.word.skip == 0)?;
    match *at.word.meaning {
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

fn weekday_without_article(context: &Context<'_>, token: usize) -> Option<u32> {
    let word = context.reading.word(token)?;
    let with_article = if word.starts_with("ال") { word.to_owned() } else { format!("ال{word}") };
    let found = crate::extract::lexicon::ARABIC.temporal.words.at(|i| (i == 0).then_some(with_article.as_str()))?;
    match *found.meaning {
        TimeWord::Weekday(weekday) => Some(weekday),
        _ => None,
    }
}
