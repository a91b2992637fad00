//! Parts of a day with what belongs to them: "this morning", "the early hours of Monday", "the morning of May 3", "overnight".
//! Counter-examples: "rush hours", "night club", "the morning paper".

use super::{container, time_word, word_before, words};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::time_word::TimeWord;
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};

const RULE: &str = "en/day-part";

/// A part of a day.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let Some(found) = words::related_part(context, token) {
        return Some(found);
    }
    let (last, part, early) = read(reading, token)?;
    if let Some(found) = of_day(context, token, last, part) {
        return Some(found);
    }
    let word = reading.word(last).unwrap_or_default();
    let governed = matches!(word_before(reading, token), "in" | "during" | "at" | "by" | "of" | "until" | "through" | "all");
    let noun = reading
        .word(last + 1)
        .is_some_and(|next| matches!(next, "club" | "clubs" | "school" | "shift" | "paper" | "sky" | "time" | "vision"));
    if noun || words::heads_show(reading, last) {
        return None;
    }
    let sure = governed || early || word.ends_with('s') && word != "hours" || matches!(word, "overnight" | "midday");
    (sure || beside_day(reading, token)).then(|| undated(token, last, part))
}

/// "the early afternoon", "mid-morning", "the early hours of the morning": the last token, the part, whether its words are narrower.
fn read(reading: &Reading<'_>, token: usize) -> Option<(usize, &'static str, bool)> {
    let article = usize::from(reading.word(token) == Some("the"));
    let early = usize::from(matches!(reading.word(token + article), Some("early" | "late" | "mid" | "small")));
    let hyphen = usize::from(early == 1 && matches!(reading.str(token + article + 1), "-"));
    let start = token + article + early + hyphen;
    if early == 1 && reading.word(start) == Some("hours") {
        let morning = matches!(reading.word(token + article), Some("early" | "small"));
        let of = reading.word(start + 1) == Some("of") && reading.word(start + 2) == Some("the");
        let last = if of && words::day_part(reading, start + 3).is_some() { start + 3 } else { start };
        return morning.then_some((last, "TMO", true));
    }
    let (last, part) = words::day_part(reading, start)?;
    let hours = usize::from(reading.word(last + 1) == Some("hours"));
    Some((last + hours, part, early == 1))
}

/// "the morning of the 15th of February", "the early hours of Monday", "the night of May 3".
fn of_day(context: &Context<'_>, token: usize, last: usize, part: &'static str) -> Option<Found> {
    let reading = context.reading;
    matches!(reading.word(last + 1)?, "of" | "on").then_some(())?;
    let found = container(context, last + 2).or_else(|| super::at(context, last + 2).filter(|found| found.first == last + 2))?;
    let Value::Day(day) = found.value else { return None };
    let value = Value::DayPart(day, part);
    Some(Found { first: token, value, rule: RULE, weekday: None, ..found }.typed(TimexType::Time))
}

/// Whether a day stands right before or behind a part of the day, which joins it.
fn beside_day(reading: &Reading<'_>, token: usize) -> bool {
    let is_day = |at: usize| matches!(time_word(reading, at), Some((_, TimeWord::Weekday(_) | TimeWord::Month(_))));
    let number_before =
        token > 0 && (reading.number(token - 1).is_some() || matches!(reading.word(token - 1), Some("th" | "st" | "nd" | "rd")));
    token.checked_sub(1).is_some_and(is_day) || is_day(token + 1) || number_before
}

fn undated(token: usize, last: usize, part: &'static str) -> Found {
    Found::date(token, 0, last, Value::PartOfDay(part), Anchor::Unresolved, RULE).typed(TimexType::Time)
}
