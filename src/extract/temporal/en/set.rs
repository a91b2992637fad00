//! Times that come again: "daily", "every two weeks", "each year", "once a month", "every Monday".
//! Counter-examples: "every one of them", "the Daily Mail".

use super::{number, time_word};
use crate::base::Bounds;
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::temporal::TimeWord;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};

const RULE: &str = "en/set";

fn set(first: usize, last: usize, value: Value) -> Found {
    let found = Found::date(first, 0, last, value, Anchor::Unresolved, RULE).typed(TimexType::Set);
    Found { bounds: Some(Bounds::UNKNOWN), ..found }
}

/// The set at a token.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let Some((last, TimeWord::Every(unit))) = time_word(reading, token) {
        // The name of a newspaper or a meeting.
        let is_name = super::is_capital(reading, token) && token > 0 && super::is_capital(reading, last + 1);
        return (!is_name).then(|| set(token, last, Value::Every(1, unit)));
    }
    match reading.word(token)? {
        "every" | "each" => {}
        "once" | "twice" if matches!(reading.word(token + 1), Some("a" | "per" | "every" | "each")) => {
            let (last, TimeWord::Unit(unit, _)) = time_word(reading, token + 2)? else { return None };
            return Some(set(token, last, Value::Every(1, unit)));
        }
        "per" => {
            let (last, TimeWord::Unit(unit, _)) = time_word(reading, token + 1)? else { return None };
            return Some(set(token, last, Value::Every(1, unit)));
        }
        _ => return None,
    }
    let other = usize::from(reading.word(token + 1) == Some("other"));
    let counted = number::cardinal(reading, token + 1);
    let (start, count) = counted.map_or((token + 1 + other, if other == 1 { 2 } else { 1 }), |(last, count)| (last + 1, count));
    match time_word(reading, start)? {
        (last, TimeWord::Unit(unit, _)) => Some(set(token, last, Value::Every(count, unit))),
        (last, TimeWord::Weekday(weekday)) if counted.is_none() => Some(set(token, last, Value::EveryWeekday(weekday))),
        (last, TimeWord::DayPart(part)) => Some(set(token, last, Value::PartOfDay(part))),
        _ => None,
    }
}
