//! Times of the clock: "5pm", "17:00", "half past three", "18:00 UTC", "9 o'clock", "noon", "from 9 to 11am", "ten thirty".
//! Counter-examples: "5 p", "3:1" as a score, "the 12 apostles", "16:9".

use chrono::NaiveDate;

use super::clock_figures::{figures, in_half, letter, meridiem, military};
use super::{clock_range, number, phrase, time_word, word_before, words};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::lexicon::time_word::{Relative, TimeWord};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::{ClockTime, Value};
use crate::extract::temporal::{Context, Found};

const RULE: &str = "en/clock";

/// A clock read from words: the time and its last token.
pub(super) type Read = Option<(ClockTime, usize)>;

/// The time of the clock at a token.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let Some(found) = clock_range::at(context, token) {
        return Some(found);
    }
    let read = named(reading, token)
        .or_else(|| past_hour(reading, token))
        .or_else(|| figures(reading, token))
        .or_else(|| military(reading, token));
    let (clock, mut last) = match read {
        Some(read) => read,
        None => plain_hour(context, token)?,
    };
    last += usize::from(matches!(reading.word(last + 1), Some("sharp" | "exactly")));
    let in_the = match (reading.word(last + 1), reading.word(last + 2)) {
        (Some("in"), Some("the")) => 2,
        (Some("in"), _) => 1,
        _ => 0,
    };
    let (clock, last) = match words::day_part(reading, last + 1 + in_the) {
        Some((end, part)) => (clock.in_part(part), end),
        None => (clock, last),
    };
    if let Some(found) = on_day_behind(context, token, clock, last) {
        return Some(found);
    }
    let clock = in_waking_hours(context, token, clock, last);
    let last = zone_behind(reading, last);
    Some(on(context, token, last, clock))
}

/// "3:30" in an entry made at half past four is in the afternoon: the half of the day that comes first.
fn in_waking_hours(context: &Context<'_>, token: usize, clock: ClockTime, last: usize) -> ClockTime {
    let reading = context.reading;
    let says_half =
        clock_range::has_half(reading, last) || reading.str(token).starts_with('0') || reading.word(last) == Some("h");
    // "this morning at 3"
    let part_before = token.checked_sub(2).is_some_and(|part| words::day_part(reading, part).is_some());
    let told_part = part_before || words::day_part(reading, last).is_some() || matches!(reading.word(last), Some("a" | "p"));
    let over =
        context.published_clock.is_some_and(|now| (clock.hour, clock.minute) < now && now < (clock.hour + 12, clock.minute));
    let bare = context.is_entry && context.told.is_none() && (1..=11).contains(&clock.hour) && !says_half && !told_part;
    if bare && over { ClockTime { hour: clock.hour + 12, ..clock } } else { clock }
}

/// A time of the day that its sentence has told, else of publication.
fn on(context: &Context<'_>, token: usize, last: usize, clock: ClockTime) -> Found {
    let day = day_of(context, token).map(|day| next_day_where_past(context, token, day, clock).unwrap_or(day));
    let anchor = if day.is_some() { context.anchor() } else { Anchor::Unresolved };
    Found::date(token, 0, last, Value::Clock(day, clock), anchor, RULE).typed(TimexType::Time)
}

pub(super) fn day_of(context: &Context<'_>, token: usize) -> Option<NaiveDate> {
    match &context.told {
        Some((told, Value::Day(day))) if same_sentence(context.reading, *told, token) => Some(*day),
        _ => context.published,
    }
}

/// What lies ahead at an hour that is over at publication lies on the next day.
fn next_day_where_past(context: &Context<'_>, token: usize, day: NaiveDate, clock: ClockTime) -> Option<NaiveDate> {
    let over = context.published == Some(day) && (clock.hour, clock.minute) < context.published_clock?;
    let untold = context.told.is_none();
    (over && untold && context.tense_at(token).is_some()).then(|| day.succ_opt()).flatten()
}

fn same_sentence(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    reading.sentence_of(a).is_some_and(|sentence| sentence.tokens.contains(&b))
}

/// "8 this morning", "5 tomorrow afternoon": an hour before the part of a day that it lies in.
fn on_day_behind(context: &Context<'_>, token: usize, clock: ClockTime, last: usize) -> Option<Found> {
    let reading = context.reading;
    let next = last + 1 + usize::from(reading.word(last + 1) == Some("on"));
    if !reading.opens(next).any(Opens::WORD.or(Opens::RELATIVE).or(Opens::WEEKDAY).or(Opens::OTHER)) {
        return None;
    }
    let found =
        words::related_part(context, next).or_else(|| words::at(context, next)).or_else(|| super::weekday::at(context, next))?;
    let Value::DayPart(day, part) = found.value else { return None };
    let value = Value::Clock(Some(day), clock.in_part(part));
    Some(Found { first: token, value, rule: RULE, weekday: None, ..found }.typed(TimexType::Time))
}

/// The zone behind a time: "GMT", "(GMT)", "local time", "Eastern time"; its last token.
pub(super) fn zone_behind(reading: &Reading<'_>, last: usize) -> usize {
    let open = usize::from(reading.is_mark(last + 1, "("));
    let first = last + 1 + open;
    match reading.word(first) {
        Some("local" | "eastern" | "central" | "pacific" | "mountain" | "moscow")
            if reading.word(first + 1) == Some("time") && open == 0 =>
        {
            first + 1
        }
        Some(word) if ENGLISH.zones.contains(word) && (word.len() > 2 || super::is_capital(reading, first)) => match open {
            0 => first,
            _ if reading.is_mark(first + 1, ")") => first + 1,
            _ => last,
        },
        _ => last,
    }
}

pub(super) fn is_zone(reading: &Reading<'_>, token: usize) -> bool {
    reading.word(token).is_some_and(|word| ENGLISH.zones.contains(word))
}

/// "noon", "midnight", "12 noon".
fn named(reading: &Reading<'_>, token: usize) -> Read {
    let twelve = usize::from(reading.number(token) == Some(12));
    let (last, TimeWord::NamedHour(hour)) = time_word(reading, token + twelve)? else { return None };
    let name = super::is_capital(reading, token) && super::is_capital(reading, last + 1);
    Some((ClockTime::named(hour).filter(|_| !name)?, last))
}

/// "half past three", "a quarter to five pm", "ten minutes past 8", "three minutes to eight".
fn past_hour(reading: &Reading<'_>, token: usize) -> Read {
    let start = token + usize::from(reading.word(token) == Some("a"));
    let (last, minutes) = match reading.word(start) {
        Some("half") => (start, 30),
        Some("quarter") => (start, 15),
        _ => number::cardinal(reading, start)?,
    };
    let said = matches!(reading.word(last + 1), Some("minutes" | "min" | "minute"));
    let last = last + usize::from(said);
    let exact = said || matches!(reading.word(start), Some("quarter"));
    let sign = match reading.word(last + 1)? {
        "past" => 1,
        "to" | "before" if exact => -1,
        "after" if exact => 1,
        _ => return None,
    };
    let (end, hour) = number::cardinal(reading, last + 2).filter(|(_, hour)| (0..=24).contains(hour))?;
    let noun = reading.word(end + 1).is_some_and(|next| next.ends_with('s')) || reading.opens(end + 1).any(Opens::UNIT);
    let (hour, end) = meridiem(reading, end + 1).map_or((hour, end), |(part, last)| (in_half(hour, part), last));
    let total = (hour * 60 + sign * minutes).rem_euclid(24 * 60);
    ((1..60).contains(&minutes) && !noun).then_some(())?;
    Some((ClockTime::new(total / 60, total % 60, None)?, end))
}

/// "5 pm", "five thirty pm", "9 o'clock", "7 in the evening", "at ten thirty".
pub(super) fn plain_hour(context: &Context<'_>, token: usize) -> Read {
    let reading = context.reading;
    let approximate = phrase(reading, token, &ENGLISH.approximate).map_or(token, |(last, _)| last + 1);
    let (last, hour) = number::cardinal(reading, approximate).filter(|(_, hour)| (0..=24).contains(hour))?;
    if reading.opens(last + 1).any(Opens::UNIT) {
        return None;
    }
    let minute = minutes_in_words(reading, last).filter(|_| reading.number(approximate).is_none());
    let (last, minute) = minute.unwrap_or((last, 0));
    let ish = last + usize::from(reading.word(last + 1) == Some("ish"));
    if let Some((part, end)) = meridiem(reading, ish + 1) {
        return Some((ClockTime::new(in_half(hour, part), minute, None)?, end));
    }
    if let Some(end) = oclock(reading, last) {
        let (part, end) = meridiem(reading, end + 1).map_or((None, end), |(part, last)| (Some(part), last));
        return Some((ClockTime::new(part.map_or(hour, |part| in_half(hour, part)), 0, None)?, end));
    }
    if approximate > token {
        return None;
    }
    let whole = token == 0 && reading.tokens.len() == last + 2;
    if let Some((part, end)) = letter(reading, last + 1).filter(|_| (word_before(reading, token) == "at" || whole) && minute == 0)
    {
        return Some((ClockTime::new(in_half(hour, part), 0, None)?, end));
    }
    let in_the = reading.word(last + 1) == Some("in") && reading.word(last + 2) == Some("the");
    let part = words::day_part(reading, last + 3).is_some() && in_the;
    let tonight = reading.word(last + 1) == Some("tonight");
    let alone = token == 0 && reading.tokens.len() <= last + 2;
    let in_words =
        minute > 0 && (alone || matches!(word_before(reading, token), "at" | "around" | "by" | "until" | "from" | "to"));
    if !(part || tonight || in_words || before_part_of_day(context, last) || is_told(context, token, last)) {
        return None;
    }
    let hour = if tonight { in_half(hour, "pm") } else { hour };
    Some((ClockTime::new(hour, minute, None)?, last))
}

/// "ten-thirty", "twelve oh three": the minutes behind an hour in words.
fn minutes_in_words(reading: &Reading<'_>, last: usize) -> Option<(usize, i64)> {
    let next = super::after_hyphen(reading, last + 1);
    match reading.word(next)? {
        "oh" | "o" | "zero" => {
            let (end, unit) = phrase(reading, super::after_hyphen(reading, next + 1), &ENGLISH.numbers)?;
            (1..=9).contains(&unit).then_some((end, unit))
        }
        _ => number::two_digits(reading, next).filter(|(_, minutes)| *minutes < 60),
    }
}

/// "o'clock", "oclock": its last token.
fn oclock(reading: &Reading<'_>, last: usize) -> Option<usize> {
    match reading.word(last + 1)? {
        "oclock" => Some(last + 1),
        "o" if reading.word(last + 3) == Some("clock") => Some(last + 3),
        _ => None,
    }
}

/// "at 5 tomorrow afternoon", "8 this morning".
fn before_part_of_day(context: &Context<'_>, last: usize) -> bool {
    let reading = context.reading;
    let next = last + 1 + usize::from(reading.word(last + 1) == Some("on"));
    if !reading.opens(next).any(Opens::WORD.or(Opens::RELATIVE)) {
        return false;
    }
    let this = phrase(reading, next, &ENGLISH.relatives).filter(|(_, relative)| *relative == Relative::Current);
    match this {
        Some((end, _)) => words::day_part(reading, end + 1).is_some(),
        None => matches!(time_word(reading, next), Some((end, TimeWord::Day(_))) if words::day_part(reading, end + 1).is_some()),
    }
}

/// A bare hour beside a day: "tomorrow at 5", "Friday the 26th around 4".
fn is_told(context: &Context<'_>, token: usize, last: usize) -> bool {
    let reading = context.reading;
    if !matches!(word_before(reading, token), "at" | "around" | "by") {
        return false;
    }
    let beside = token.checked_sub(2).is_some_and(|day| {
        let word = time_word(reading, day).map(|(_, word)| word);
        matches!(word, Some(TimeWord::Day(_) | TimeWord::DayPart(_) | TimeWord::Weekday(_)))
            || reading.word(day) == Some("tonight")
    });
    let near = context.told.as_ref().is_some_and(|(at, _)| token.saturating_sub(*at) <= 4);
    let goes_on = matches!(reading.str(last + 1), "," | "/") && reading.touches(last) && reading.touches(last + 1)
        || reading.is_mark(last + 1, "%")
        || reading.is_mark(last + 1, "-")
        || reading.is_mark(last + 1, ".") && reading.touches(last + 1);
    let counted =
        reading.word(last + 1).is_some_and(|next| !matches!(next, "on" | "and" | "in" | "to" | "tonight" | "today" | "tomorrow"));
    (beside || near) && !counted && !goes_on
}
