//! Times of the clock: «الساعة الثالثة فجرا»، «10:30 صباحا»، «السابعة والنصف مساء»، «الساعة 8 بتوقيت غرينتش».
//! Counter-examples: «الثالثة من نوعها»، «انتهت 3:1»، «7 مساجد».

use super::{day_word, quantity, time_word, zone};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::{ClockTime, Value};
use crate::extract::temporal::{Context, Found};

const RULE: &str = "ar/clock";

/// An hour with its minutes as written.
struct Written {
    hour: i64,
    minute: i64,
    second: Option<i64>,
    last: usize,
    /// Whether minutes stand in it, which no plain number has.
    has_minutes: bool,
}

/// «الساعة …» at a token.
pub(super) fn headed(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let head = time_word(context, token)?;
    let is_head = *head.word.meaning == TimeWord::Unit(Unit::Hour, Count::One) && head.word.definite;
    if !is_head {
        return None;
    }
    let next = token + 1 + usize::from(reading.word(token + 1) == Some("ال"));
    let bracket = usize::from(reading.is_mark(next, "("));
    let written = written(reading, next + bracket, true)?;
    let found = finish(context, token, head.word.skip, &written)?;
    let closed = usize::from(bracket == 1 && reading.is_mark(found.last + 1, ")"));
    Some(Found { last: found.last + closed, ..found })
}

/// A time without «الساعة»: only with minutes, or a part of the day behind it.
pub(super) fn bare(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let is_digits = reading.number(token).is_some();
    // «393،2 م د»: the end of a longer number.
    let mark = token.checked_sub(2).filter(|&whole| reading.number(whole).is_some() && reading.touches(whole));
    if mark.is_some_and(|whole| reading.touches(whole + 1) && matches!(reading.str(whole + 1), "،" | "," | "." | "٫")) {
        return None;
    }
    let written = written(reading, token, false)?;
    // «برنامج العاشرة مساء»
    if !is_digits && super::month_name::after_name_head(reading, token) {
        return None;
    }
    let (part, _) = part_behind(context, written.last + 1);
    let of_day_part = !is_digits && is_governed(reading, token) && before_part_of_day(context, written.last + 1);
    let colon = is_digits && written.has_minutes && !after_ratio_head(reading, token);
    let told = token
        .checked_sub(1)
        .and_then(|before| time_word(context, before))
        .is_some_and(|before| matches!(before.word.meaning, TimeWord::DayPart("TAF" | "TMO" | "TEV")));
    if !(colon || part.is_some() || of_day_part || (written.has_minutes && !is_digits) || (told && is_digits)) {
        return None;
    }
    let skip = if is_digits { 0 } else { reading.phrase(token, &ARABIC.temporal.ordinals).map_or(0, |found| found.skip) };
    finish(context, token, skip, &written)
}

/// «في الثالثة», «عند الثالثة»; «الساعات الأولى» counts hours.
fn is_governed(reading: &Reading<'_>, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    matches!(before, "في" | "عند" | "حوالي" | "نحو" | "قرابه" | "منذ" | "حتي" | "الي" | "قبل" | "بعد")
}

/// «الثالثة من فجر الجمعة»: the part takes its day, and the two are joined.
fn before_part_of_day(context: &Context<'_>, token: usize) -> bool {
    let of = usize::from(context.reading.word(token) == Some("من"));
    let part = time_word(context, token + of).filter(|part| of == 1 && part.word.skip == 0);
    part.is_some_and(|part| matches!(part.word.meaning, TimeWord::DayPart(_)))
}

/// «الآية 3:12», «بنسبة 3:15»: figures with a colon that are no clock.
fn after_ratio_head(reading: &Reading<'_>, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|before| reading.word(before));
    before.is_some_and(|word| crate::extract::tokenize::stems(word).any(|stem| ARABIC.temporal.ratio_heads.contains(stem.core)))
}

fn finish(context: &Context<'_>, first: usize, skip: usize, written: &Written) -> Option<Found> {
    let (part, last) = part_behind(context, written.last + 1);
    let last = part.map_or(written.last, |_| last);
    let (last, zone) = zone::at(context.reading, last + 1).unwrap_or((last, None));
    let clock = ClockTime { zone, ..ClockTime::new(written.hour, written.minute, written.second)? };
    let clock = part.map_or(clock, |part| clock.in_part(part));
    let day = match (&context.told, context.published) {
        (Some((token, Value::Day(day))), _) if same_sentence(context, *token, first) => Some(*day),
        (_, published) => published,
    };
    let anchor = if day.is_some() { context.anchor() } else { Anchor::Unresolved };
    let found = Found::date(first, skip, last, Value::Clock(day, clock), anchor, RULE).typed(TimexType::Time);
    Some(quantity::approximated(context.reading, found))
}

fn same_sentence(context: &Context<'_>, a: usize, b: usize) -> bool {
    context.reading.sentence_of(a).is_some_and(|sentence| sentence.tokens.contains(&b))
}

/// Hour and minutes from a token on. `headed`: «الساعة» stands before it, so a plain number will do.
fn written(reading: &Reading<'_>, token: usize, headed: bool) -> Option<Written> {
    if let Some(hour) = reading.number(token) {
        return in_digits(reading, token, hour, headed);
    }
    let ordinal = reading.phrase(token, &ARABIC.temporal.ordinals).filter(|found| found.definite);
    let (hour, mut last) = match ordinal {
        Some(found) => (*found.meaning, token + found.n_tokens - 1),
        None if reading.word(token) == Some("الواحده") => (1, token),
        None if headed => quantity::number(reading, token).map(|(hour, n_tokens, _)| (hour, token + n_tokens - 1))?,
        None => return None,
    };
    // Hours are feminine: «الثالثة», not «الثالث».
    let feminine = reading.str(last).ends_with('ه') || hour == 1;
    if !headed && !feminine {
        return None;
    }
    let mut hour = hour;
    if matches!(reading.word(last + 1), Some("عشر" | "عشره")) && hour < 3 {
        hour += 10;
        last += 1;
    }
    if !(1..=12).contains(&hour) {
        return None;
    }
    Some(with_minutes(reading, hour, last))
}

fn in_digits(reading: &Reading<'_>, token: usize, hour: i64, headed: bool) -> Option<Written> {
    // «الساعة 10.30»; without «الساعة» a dot makes a fraction.
    let separator = reading.is_mark(token + 1, ":") || headed && reading.is_mark(token + 1, ".");
    let glued = reading.touches(token) && separator && reading.touches(token + 1);
    let part = |at: usize| reading.number(at).filter(|_| reading.n_digits(at) == 2);
    let starts = token == 0 || !reading.touches(token - 1) || !matches!(reading.str(token - 1), ":" | "/" | "." | "-");
    if glued
        && starts
        && let Some(minute) = part(token + 2)
    {
        let more = reading.touches(token + 2) && reading.is_mark(token + 3, ":") && reading.touches(token + 3);
        let second = part(token + 4).filter(|_| more);
        let last = if second.is_some() { token + 4 } else { token + 2 };
        return Some(Written { hour, minute, second, last, has_minutes: true });
    }
    // «الساعة 1530»
    if headed && reading.n_digits(token) == 4 {
        return Some(Written { hour: hour / 100, minute: hour % 100, second: None, last: token, has_minutes: true });
    }
    if !(0..=24).contains(&hour) || reading.n_digits(token) > 2 || !starts {
        return None;
    }
    Some(with_minutes(reading, hour, token))
}

/// «والنصف», «وربع», «إلا ثلثا», «و20 دقيقة» behind the hour.
fn with_minutes(reading: &Reading<'_>, hour: i64, last: usize) -> Written {
    let (mut written, mut next) = (Written { hour, minute: 0, second: None, last, has_minutes: false }, last + 1);
    while let Some((minutes, end, certain)) = minutes_at(reading, next) {
        written.minute += minutes;
        written.has_minutes |= certain;
        (written.last, next) = (end, end + 1);
    }
    if let Some((seconds, end)) = seconds_at(reading, next).filter(|_| written.has_minutes) {
        (written.second, written.last) = (Some(seconds), end);
    }
    if written.minute < 0 {
        written.minute += 60;
        written.hour = if written.hour == 1 { 12 } else { written.hour - 1 };
    }
    written
}

/// «و38 ثانية» behind minutes.
fn seconds_at(reading: &Reading<'_>, token: usize) -> Option<(i64, usize)> {
    let at = token + usize::from(reading.word(token) == Some("و"));
    let (seconds, n_tokens, _) = quantity::number(reading, at).filter(|(seconds, ..)| (1..60).contains(seconds))?;
    matches!(reading.word(at + n_tokens), Some("ثانيه" | "ثواني" | "ثوان")).then_some((seconds, at + n_tokens))
}

/// Minutes, their last token, and whether they can be nothing else.
fn minutes_at(reading: &Reading<'_>, token: usize) -> Option<(i64, usize, bool)> {
    let word = reading.word(token)?;
    let (sign, at, bare) = match word {
        "الا" => (-1, token + 1, reading.word(token + 1).unwrap_or_default()),
        "و" => (1, token + 1, reading.word(token + 1).unwrap_or_default()),
        _ => (1, token, word.strip_prefix('و')?),
    };
    let fraction = match bare.strip_prefix("ال").unwrap_or(bare) {
        "نصف" => Some(30),
        "ربع" | "ربعا" => Some(15),
        "ثلث" | "ثلثا" => Some(20),
        _ => None,
    };
    if let Some(minutes) = fraction {
        return Some((sign * minutes, at, true));
    }
    let (minutes, n_tokens, _) = quantity::number(reading, at).filter(|(minutes, ..)| (1..60).contains(minutes))?;
    let unit = reading.word(at + n_tokens).is_some_and(|word| matches!(word, "دقيقه" | "دقايق"));
    let whole = unit || minutes >= 5 && reading.number(at).is_none();
    let last = at + n_tokens - usize::from(!unit);
    // «الخامسة والعشرين» is a day.
    let certain = unit || last == token && !reading.word(last).is_some_and(|word| word.ends_with("ين"));
    whole.then_some((sign * minutes, last, certain))
}

/// The part of the day behind a time, and where it ends.
fn part_behind(context: &Context<'_>, token: usize) -> (Option<&'static str>, usize) {
    let reading = context.reading;
    let mut next = token + usize::from(matches!(reading.word(token), Some("في" | "من")));
    if matches!(reading.word(next), Some("هذه" | "هذا")) {
        next += 1;
    }
    match reading.word(next) {
        Some("ص" | "am") => return (Some("TMO"), next),
        // «12 م» is noon.
        Some("م" | "pm") => return (Some("TAF"), next),
        Some("بعد") if reading.word(next + 1) == Some("منتصف") && reading.word(next + 2) == Some("الليل") => {
            return (Some("TNI"), next + 2);
        }
        _ => {}
    }
    let Some(at) = time_word(context, next) else { return (None, token) };
    match *at.word.meaning {
        TimeWord::DayPart(part) if day_word::stands_alone(context, at) => {
            // «السابعة من مساء الأحد»: the day takes its part.
            (Some(part), at.last())
        }
        _ => (None, token),
    }
}
