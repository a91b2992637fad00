//! Times that come again: "daily", "every two weeks", "each year", "once a month", "every Monday", "three times a week".
//! Counter-examples: "every one of them", "the Daily Mail", "60 miles per hour".

use super::duration::unit_at;
use super::{number, time_word, word_before};
use crate::base::Bounds;
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::time_word::{TimeWord, Unit};
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
        let is_name = super::is_capital(reading, token)
            && (super::is_capital(reading, last + 1)
                || token > 0 && super::is_capital(reading, token - 1)
                || matches!(reading.word(last + 1), Some("newspaper" | "magazine")));
        let count =
            if reading.word(token).is_some_and(|word| word.starts_with("bi") || word.starts_with("fortnight")) { 2 } else { 1 };
        return (!is_name).then(|| set(token, last, Value::Every(count, unit)));
    }
    match reading.word(token) {
        Some("every" | "any") => every(context, token).map(|found| Found { quant: Some("EVERY"), ..found }),
        Some("each") => every(context, token).map(|found| Found { quant: Some("EACH"), ..found }),
        Some("once") => times(context, token, token, 1),
        Some("twice") => times(context, token, token, 2),
        Some("thrice") => times(context, token, token, 3),
        Some("per") => {
            let at = unit_at(reading, token + 1).filter(|at| at.unit >= Unit::Day)?;
            Some(set(token, at.last, Value::Every(at.times, at.unit)))
        }
        _ => {
            let named = (token + 1..token + 4).any(|token| reading.word(token) == Some("times"));
            let (last, count) = named.then(|| number::cardinal(reading, token)).flatten()?;
            (reading.word(last + 1) == Some("times")).then(|| times(context, token, last + 1, count)).flatten()
        }
    }
}

/// "twice a week", "three times every year".
fn times(context: &Context<'_>, token: usize, last: usize, count: i64) -> Option<Found> {
    let reading = context.reading;
    matches!(reading.word(last + 1)?, "a" | "an" | "per" | "every" | "each").then_some(())?;
    let at = unit_at(reading, last + 2)?;
    Some(Found { times: Some(count), ..set(token, at.last, Value::Every(at.times, at.unit)) })
}

/// "every two weeks", "every other day", "each Monday", "any year".
fn every(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let any = reading.word(token) == Some("any");
    let other = usize::from(matches!(reading.word(token + 1), Some("other" | "second")) && unit_at(reading, token + 2).is_some());
    let single = usize::from(reading.word(token + 1) == Some("single"));
    let counted = if other == 1 { None } else { number::cardinal(reading, token + 1 + single) };
    let (start, count) = match counted {
        Some((last, count)) => (last + 1, count),
        None => (token + 1 + other + single, if other == 1 { 2 } else { 1 }),
    };
    if let Some(at) = unit_at(reading, start) {
        let vague = any && word_before(reading, token) == "at";
        return (!vague).then(|| set(token, at.last, Value::Every(count.checked_mul(at.times).unwrap_or(count), at.unit)));
    }
    match time_word(reading, start)? {
        (last, TimeWord::Weekday(weekday)) if counted.is_none() => Some(set(token, last, Value::EveryWeekday(weekday))),
        (last, TimeWord::DayPart(part)) if counted.is_none() => Some(set(token, last, Value::PartOfDay(part))),
        (last, TimeWord::Month(month)) if counted.is_none() && !any => Some(set(token, last, Value::MonthOfYear(month))),
        (last, TimeWord::Season(season)) if counted.is_none() && !any => Some(set(token, last, Value::SeasonOfYear(season))),
        (last, TimeWord::Weekend) if counted.is_none() => Some(set(token, last, Value::EveryWeekend)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::base::Language;
    use crate::extract::normalize::Reading;

    #[test]
    fn sets_say_which_and_how_often() {
        let said = |text: &str| {
            let reading = Reading::new(text);
            let mentions = crate::extract::temporal::find(&reading, Language::English, None);
            mentions.into_iter().next().map(|mention| (mention.timex.quant, mention.timex.freq))
        };
        assert_eq!(said("They met every two weeks."), Some((Some("EVERY".into()), None)));
        assert_eq!(said("They met each year."), Some((Some("EACH".into()), None)));
        assert_eq!(said("They met twice a year."), Some((None, Some("2X".to_owned()))));
        assert_eq!(said("They met three times a week."), Some((None, Some("3X".to_owned()))));
        assert_eq!(said("They met every day at 5pm."), Some((Some("EVERY".into()), None)));
        assert_eq!(said("They met weekly."), Some((None, None)));
    }
}
