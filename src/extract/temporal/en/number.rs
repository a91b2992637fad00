//! Numbers, ordinals and years: "twenty-five", "two and a half", "21st", "two thousand and eighteen".
//! Counter-example: "second" before a noun is an ordinal, before "ago" a unit.

use super::{after_hyphen, phrase};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::temporal::Approximate;
use crate::extract::normalize::Reading;

/// A quantity before a unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantity {
    /// In hundredths; `None`: some.
    pub(super) hundredths: Option<i64>,
    /// TIMEX3 `mod`.
    pub(super) modifier: Option<&'static str>,
    pub(super) last: usize,
}

/// The quantity at a token: "about five", "several", "a", "two and a half", "3.5".
pub(super) fn quantity(reading: &Reading<'_>, token: usize) -> Option<Quantity> {
    if let Some((last, approximate)) = phrase(reading, token, &ENGLISH.approximate) {
        let modifier = match approximate {
            Approximate::Some | Approximate::After => return Some(Quantity { hundredths: None, modifier: None, last }),
            Approximate::About => "APPROX",
            Approximate::More => "MORE_THAN",
            Approximate::Less => "LESS_THAN",
            Approximate::AtLeast => "EQUAL_OR_MORE",
            Approximate::AtMost => "EQUAL_OR_LESS",
        };
        return quantity(reading, last + 1).map(|found| Quantity { modifier: Some(modifier), ..found });
    }
    if reading.word(token) == Some("half") && matches!(reading.word(token + 1), Some("a" | "an")) {
        return Some(Quantity { hundredths: Some(50), modifier: None, last: token + 1 });
    }
    if let Some((last, hundredths)) = decimal(reading, token) {
        return Some(Quantity { hundredths: Some(hundredths), modifier: None, last });
    }
    let (last, number) = match reading.word(token) {
        Some("a" | "an") if phrase(reading, token, &ENGLISH.numbers).is_none() => (token, 1),
        _ => cardinal(reading, token)?,
    };
    let half =
        reading.word(last + 1) == Some("and") && reading.word(last + 2) == Some("a") && reading.word(last + 3) == Some("half");
    let hundredths = number.checked_mul(100)?.checked_add(if half { 50 } else { 0 })?;
    Some(Quantity { hundredths: Some(hundredths), modifier: None, last: if half { last + 3 } else { last } })
}

fn decimal(reading: &Reading<'_>, token: usize) -> Option<(usize, i64)> {
    let whole = reading.number(token)?;
    let glued = reading.touches(token) && reading.is_mark(token + 1, ".") && reading.touches(token + 1);
    let fraction = reading.number(token + 2).filter(|_| glued && reading.n_digits(token + 2) <= 2)?;
    let fraction = if reading.n_digits(token + 2) == 1 { fraction * 10 } else { fraction };
    Some((token + 2, whole.checked_mul(100)?.checked_add(fraction)?))
}

/// A whole number in digits or words: its last token and value.
pub(super) fn cardinal(reading: &Reading<'_>, token: usize) -> Option<(usize, i64)> {
    if let Some(number) = reading.number(token) {
        let part_of_longer = token > 0 && reading.touches(token - 1) && matches!(reading.str(token - 1), "." | "," | "$" | "#");
        return (!part_of_longer).then_some((token, number));
    }
    let (mut last, first) = phrase(reading, token, &ENGLISH.numbers)?;
    let (mut total, mut group) = (0i64, first);
    loop {
        let and = usize::from(reading.word(last + 1) == Some("and") && group % 100 == 0);
        let next_token = after_hyphen(reading, last + 1) + and;
        let Some((end, value)) = phrase(reading, next_token, &ENGLISH.numbers) else { break };
        match (group, value) {
            (1..=99, 100) => group *= 100,
            (1..=999, 1000) => (total, group) = (group * 1000, 0),
            (20..=90, 1..=9) if group % 10 == 0 => group += value,
            (100.., 1..=99) if group % 100 == 0 => group += value,
            (0, 1..=900) if total > 0 => group = value,
            _ => break,
        }
        last = end;
    }
    Some((last, total + group))
}

/// "21st", "twenty-first", "third": the last token and value.
pub(super) fn ordinal(reading: &Reading<'_>, token: usize) -> Option<(usize, i64)> {
    if let Some(number) = reading.number(token) {
        let suffix = matches!(reading.word(token + 1), Some("st" | "nd" | "rd" | "th")) && reading.n_digits(token) <= 2;
        return suffix.then_some((token + 1, number));
    }
    if let Some(found) = phrase(reading, token, &ENGLISH.ordinals) {
        return Some(found);
    }
    let (last, tens) = phrase(reading, token, &ENGLISH.numbers).filter(|(_, tens)| matches!(tens, 20..=90))?;
    let (last, units) = phrase(reading, after_hyphen(reading, last + 1), &ENGLISH.ordinals).filter(|(_, units)| *units < 10)?;
    Some((last, tens + units))
}

/// A day of the month: "5", "5th", "the fifth".
pub(super) fn day(reading: &Reading<'_>, token: usize) -> Option<(usize, u32)> {
    let start = token + usize::from(reading.word(token) == Some("the"));
    let plain = || reading.number(start).filter(|_| reading.n_digits(start) <= 2).map(|day| (start, day));
    let words = || cardinal(reading, start).filter(|_| reading.word(start).is_some());
    let (last, day) = ordinal(reading, start).or_else(plain).or_else(words)?;
    let glued = reading.touches(last) && matches!(reading.str(last + 1), ":" | "%" | "/");
    u32::try_from(day).ok().filter(|day| (1..=31).contains(day) && !glued).map(|day| (last, day))
}

/// A year of four digits, of two behind an apostrophe, or in words.
pub(super) fn year(reading: &Reading<'_>, token: usize) -> Option<(usize, i32)> {
    if let Some(year) = reading.number(token).filter(|_| reading.n_digits(token) == 4) {
        let separated = reading.touches(token) && reading.touches(token + 1) && matches!(reading.str(token + 1), "." | "," | ":");
        let goes_on = separated && reading.number(token + 2).is_some();
        let money =
            token > 0 && reading.touches(token - 1) && matches!(reading.str(token - 1), "$" | "€" | "£" | "#" | "." | ",");
        return i32::try_from(year)
            .ok()
            .filter(|year| (1000..=2200).contains(year) && !goes_on && !money)
            .map(|year| (token, year));
    }
    if matches!(reading.str(token), "'" | "’") && reading.touches(token) && reading.n_digits(token + 1) == 2 {
        let two = i32::try_from(reading.number(token + 1)?).ok()?;
        return Some((token + 1, if two < 50 { 2000 + two } else { 1900 + two }));
    }
    let (last, number) = cardinal(reading, token).filter(|_| reading.word(token).is_some())?;
    let year = i32::try_from(number).ok()?;
    ((1500..=2100).contains(&year) && (year % 100 != 0 || year == 2000)).then_some((last, year))
}
