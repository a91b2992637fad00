//! Times of the clock in figures, and their half of the day: "17:00", "5:30 pm", "8.30pm", "340pm", "0800 UTC".
//! Counter-examples: "16:9", "John 3:16", "$3.30".

use super::clock::{Read, is_zone};
use super::{is_capital, word_before, words};
use crate::extract::lexicon::opens::Opens;
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::ClockTime;

/// "17:00", "5:30 pm", "8:00:20pm", "16h", "15h30", "8.30pm", "340pm".
pub(super) fn figures(reading: &Reading<'_>, token: usize) -> Read {
    let hour = reading.number(token)?;
    if token > 0 && reading.touches(token - 1) && matches!(reading.str(token - 1), ":" | "/" | "." | "$" | "£" | "€" | "," | "#")
    {
        return None;
    }
    if reading.n_digits(token) > 2 {
        if reading.n_digits(token) > 4 {
            return None;
        }
        if let Some((part, last)) = meridiem(reading, token + 1) {
            return Some((ClockTime::new(in_half(hour / 100, part), hour % 100, None)?, last));
        }
        // "at 730 in the evening"
        let in_the = reading.word(token + 1) == Some("in") && reading.word(token + 2) == Some("the");
        let of_day = in_the && word_before(reading, token) == "at" && words::day_part(reading, token + 3).is_some();
        return of_day.then(|| ClockTime::new(hour / 100, hour % 100, None)).flatten().map(|clock| (clock, token));
    }
    let two = |at: usize| reading.number(at).filter(|_| reading.n_digits(at) == 2);
    let glued = reading.touches(token) && reading.touches(token + 1);
    if glued
        && reading.is_mark(token + 1, ":")
        && let Some(minute) = two(token + 2)
    {
        let more = reading.is_mark(token + 3, ":") && reading.touches(token + 2);
        let second = two(token + 4).filter(|_| more);
        let last = if second.is_some() { token + 4 } else { token + 2 };
        let half = meridiem(reading, last + 1).or_else(|| letter(reading, last + 1));
        // "John 3:16" is a verse.
        let name = half.is_none() && token > 0 && reading.word(token - 1).is_some() && is_capital(reading, token - 1);
        if name && reading.opens(token - 1) == Opens::default() {
            return None;
        }
        let (hour, last) = half.map_or((hour, last), |(part, end)| (in_half(hour, part), end));
        return Some((ClockTime::new(hour, minute, second)?, last));
    }
    if glued
        && reading.is_mark(token + 1, ".")
        && let Some(minute) = two(token + 2)
    {
        let (part, last) = meridiem(reading, token + 3)?;
        return Some((ClockTime::new(in_half(hour, part), minute, None)?, last));
    }
    let length =
        matches!(word_before(reading, token), "for" | "in" | "within" | "after" | "of" | "took" | "last" | "every" | "than");
    if reading.word(token + 1) == Some("h") && reading.touches(token) && !length {
        return match two(token + 2).filter(|_| reading.touches(token + 1)) {
            Some(minute) => Some((ClockTime::new(hour, minute, None)?, token + 2)),
            None => Some((ClockTime::new(hour, 0, None)?, token + 1)),
        };
    }
    None
}

/// "0800 UTC", "1500 GMT".
pub(super) fn military(reading: &Reading<'_>, token: usize) -> Read {
    let number = reading.number(token).filter(|_| reading.n_digits(token) == 4 && is_zone(reading, token + 1))?;
    Some((ClockTime::new(number / 100, number % 100, None)?, token))
}

/// "3:15p", "at 7a": a letter for the half, glued to the figures.
pub(super) fn letter(reading: &Reading<'_>, token: usize) -> Option<(&'static str, usize)> {
    let half = match reading.word(token)? {
        "a" => "am",
        "p" => "pm",
        _ => return None,
    };
    (token > 0 && reading.touches(token - 1)).then_some((half, token))
}

/// "am", "p.m.", "a m" at a token: which half, and the last token.
pub(super) fn meridiem(reading: &Reading<'_>, token: usize) -> Option<(&'static str, usize)> {
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

pub(super) fn in_half(hour: i64, half: &str) -> i64 {
    match (half, hour) {
        ("am", 12) => 0,
        ("pm", 1..=11) => hour + 12,
        _ => hour,
    }
}
