//! Times of the clock: "5pm", "17:00", "half past three", "18:00 UTC", "9 o'clock", "noon".
//! Counter-examples: "5 p", "3:1", "the 12 apostles".

use super::{number, time_word, words};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::temporal::TimeWord;
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::{ClockTime, Value};
use crate::extract::temporal::{Context, Found};

const RULE: &str = "en/clock";

/// The time of the clock at a token.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let read = named(reading, token)
        .or_else(|| past_hour(reading, token))
        .or_else(|| figures(reading, token))
        .or_else(|| military(reading, token));
    let (clock, mut last) = match read {
        Some(read) => read,
        None => plain_hour(context, token)?,
    };
    last += usize::from(matches!(reading.word(last + 1), Some("sharp" | "exactly")));
    let in_the = if reading.word(last + 1) == Some("in") && reading.word(last + 2) == Some("the") { 2 } else { 0 };
    let (clock, last) = match words::day_part(reading, last + 1 + in_the) {
        Some((end, part)) => (clock.in_part(part), end),
        None => (clock, last),
    };
    let last = last + usize::from(is_zone(reading, last + 1));
    let day = match &context.told {
        Some((told, Value::Day(day))) if same_sentence(reading, *told, token) => Some(*day),
        _ => context.published,
    };
    let anchor = if day.is_some() { context.anchor() } else { Anchor::Unresolved };
    Some(Found::date(token, 0, last, Value::Clock(day, clock), anchor, RULE).typed(TimexType::Time))
}

fn same_sentence(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    reading.sentence_of(a).is_some_and(|sentence| sentence.tokens.contains(&b))
}

fn is_zone(reading: &Reading<'_>, token: usize) -> bool {
    matches!(
        reading.word(token),
        Some(
            "utc" | "gmt" | "est" | "edt" | "pst" | "pdt" | "cst" | "cdt" | "cet" | "cest" | "bst" | "ist" | "mst" | "mdt" | "z"
        )
    )
}

/// "noon", "midnight".
fn named(reading: &Reading<'_>, token: usize) -> Option<(ClockTime, usize)> {
    let (last, TimeWord::NamedHour(hour)) = time_word(reading, token)? else { return None };
    Some((ClockTime::new(hour, 0, None)?, last))
}

/// "half past three", "a quarter to five pm", "ten minutes past 8".
fn past_hour(reading: &Reading<'_>, token: usize) -> Option<(ClockTime, usize)> {
    let start = token + usize::from(reading.word(token) == Some("a"));
    let (last, minutes) = match reading.word(start) {
        Some("half") => (start, 30),
        Some("quarter") => (start, 15),
        _ => number::cardinal(reading, start)?,
    };
    let last = last + usize::from(matches!(reading.word(last + 1), Some("minutes" | "min")));
    let sign = match reading.word(last + 1)? {
        "past" => 1,
        "to" | "before" if minutes == 15 && reading.word(start) == Some("quarter") => -1,
        _ => return None,
    };
    let (end, hour) = number::cardinal(reading, last + 2).filter(|(_, hour)| (0..=24).contains(hour))?;
    let (hour, end) = meridiem(reading, end + 1).map_or((hour, end), |(part, last)| (in_half(hour, part), last));
    let total = (hour * 60 + sign * minutes).rem_euclid(24 * 60);
    (1..60).contains(&minutes).then_some(())?;
    Some((ClockTime::new(total / 60, total % 60, None)?, end))
}

/// "17:00", "5:30 pm", "8:00:20pm", "16h", "15h30".
fn figures(reading: &Reading<'_>, token: usize) -> Option<(ClockTime, usize)> {
    let hour = reading.number(token).filter(|_| reading.n_digits(token) <= 2)?;
    if token > 0 && reading.touches(token - 1) && matches!(reading.str(token - 1), ":" | "/" | "." | "$") {
        return None;
    }
    let two = |at: usize| reading.number(at).filter(|_| reading.n_digits(at) == 2);
    let colon = reading.touches(token) && reading.touches(token + 1) && (reading.is_mark(token + 1, ":"));
    if colon && let Some(minute) = two(token + 2) {
        let more = reading.is_mark(token + 3, ":") && reading.touches(token + 2);
        let second = two(token + 4).filter(|_| more);
        let last = if second.is_some() { token + 4 } else { token + 2 };
        let (hour, last) = meridiem(reading, last + 1).map_or((hour, last), |(part, end)| (in_half(hour, part), end));
        return Some((ClockTime::new(hour, minute, second)?, last));
    }
    if reading.word(token + 1) == Some("h") && reading.touches(token) {
        return match two(token + 2).filter(|_| reading.touches(token + 1)) {
            Some(minute) => Some((ClockTime::new(hour, minute, None)?, token + 2)),
            None => Some((ClockTime::new(hour, 0, None)?, token + 1)),
        };
    }
    None
}

/// "0800 UTC".
fn military(reading: &Reading<'_>, token: usize) -> Option<(ClockTime, usize)> {
    let number = reading.number(token).filter(|_| reading.n_digits(token) == 4 && is_zone(reading, token + 1))?;
    Some((ClockTime::new(number / 100, number % 100, None)?, token))
}

/// "5 pm", "five thirty pm", "9 o'clock", "7 in the evening".
fn plain_hour(context: &Context<'_>, token: usize) -> Option<(ClockTime, usize)> {
    let reading = context.reading;
    let (mut last, hour) = number::cardinal(reading, token).filter(|(_, hour)| (0..=24).contains(hour))?;
    let mut minute = 0;
    if reading.number(token).is_none()
        && let Some((end, minutes)) = number::cardinal(reading, last + 1).filter(|(_, minutes)| (1..60).contains(minutes))
        && reading.number(last + 1).is_none()
    {
        (last, minute) = (end, minutes);
    }
    if let Some((part, end)) = meridiem(reading, last + 1) {
        return Some((ClockTime::new(in_half(hour, part), minute, None)?, end));
    }
    if reading.word(last + 1) == Some("oclock") {
        return Some((ClockTime::new(hour, 0, None)?, last + 1));
    }
    if reading.word(last + 1) == Some("o") && reading.word(last + 3) == Some("clock") {
        return Some((ClockTime::new(hour, 0, None)?, last + 3));
    }
    let in_the = reading.word(last + 1) == Some("in") && reading.word(last + 2) == Some("the");
    let part = words::day_part(reading, last + 3).filter(|_| in_the);
    let tonight = reading.word(last + 1) == Some("tonight");
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let beside = token.checked_sub(2).is_some_and(|day| {
        let word = time_word(reading, day).map(|(_, word)| word);
        matches!(word, Some(TimeWord::Day(_) | TimeWord::DayPart(_) | TimeWord::Weekday(_)))
            || reading.word(day) == Some("tonight")
    });
    let near = context.told.as_ref().is_some_and(|(at, _)| token - (*at).min(token) <= 4);
    let told = matches!(before, "at" | "around" | "by") && (beside || near);
    let counted =
        reading.word(last + 1).is_some_and(|next| !matches!(next, "on" | "and" | "in" | "to" | "tonight" | "today" | "tomorrow"));
    if part.is_none() && !tonight && (!told || counted) {
        return None;
    }
    let hour = if tonight { in_half(hour, "pm") } else { hour };
    Some((ClockTime::new(hour, minute, None)?, last))
}

/// "am", "p.m.", "a m" at a token: which half, and the last token.
fn meridiem(reading: &Reading<'_>, token: usize) -> Option<(&'static str, usize)> {
    match reading.word(token)? {
        "am" => return Some(("am", token)),
        "pm" => return Some(("pm", token)),
        "noon" => return Some(("pm", token)),
        _ => {}
    }
    let half = match reading.word(token)? {
        "a" => "am",
        "p" => "pm",
        _ => return None,
    };
    let dot = usize::from(reading.is_mark(token + 1, "."));
    if reading.word(token + 1 + dot) == Some("m") {
        let end = token + 1 + dot;
        let stop = usize::from(dot == 1 && reading.is_mark(end + 1, ".") && reading.touches(end));
        return Some((half, end + stop));
    }
    None
}

fn in_half(hour: i64, half: &str) -> i64 {
    match (half, hour) {
        ("am", 12) => 0,
        ("pm", 1..=11) => hour + 12,
        _ => hour,
    }
}
