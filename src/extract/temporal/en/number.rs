//! Numbers, ordinals and years: "twenty-five", "two and a half", "21st", "two thousand and eighteen", "nineteen ninety-six".
//! Counter-examples: "second" before a noun is an ordinal, before "ago" a unit; "eleven thirty" is a time, no year.

use super::{after_hyphen, phrase};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::time_word::Approximate;
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

/// The quantity at a token: "about five", "several", "a", "two and a half", "3.5", "1/4", "½".
pub(super) fn quantity(reading: &Reading<'_>, token: usize) -> Option<Quantity> {
    match phrase(reading, token, &ENGLISH.approximate) {
        Some((last, Approximate::Some | Approximate::Multitude | Approximate::After)) => {
            Some(Quantity { hundredths: None, modifier: None, last })
        }
        Some((last, approximate)) => {
            let modifier = match approximate {
                Approximate::More => "MORE_THAN",
                Approximate::Less => "LESS_THAN",
                Approximate::AtLeast => "EQUAL_OR_MORE",
                Approximate::AtMost => "EQUAL_OR_LESS",
                _ => "APPROX",
            };
            let found = match phrase(reading, last + 1, &ENGLISH.approximate) {
                Some((last, Approximate::Some)) => Quantity { hundredths: None, modifier: None, last },
                _ => exact(reading, last + 1)?,
            };
            Some(Quantity { modifier: Some(modifier), ..found })
        }
        None => exact(reading, token),
    }
}

fn exact(reading: &Reading<'_>, token: usize) -> Option<Quantity> {
    let found = |hundredths, last| Some(Quantity { hundredths: Some(hundredths), modifier: None, last });
    if let Some((hundredths, last)) = fraction(reading, token) {
        return found(hundredths, last);
    }
    if let Some((last, hundredths)) = decimal(reading, token) {
        return found(hundredths, last);
    }
    let (last, number) = match reading.word(token) {
        Some("a" | "an" | "another") if phrase(reading, token, &ENGLISH.numbers).is_none() => (token, 1),
        _ => cardinal(reading, token)?,
    };
    let hundredths = number.checked_mul(100)?;
    if reading.word(last + 1) == Some("and") {
        let article = usize::from(matches!(reading.word(last + 2), Some("a" | "an" | "one")));
        if reading.word(last + 2 + article) == Some("half") {
            return found(hundredths.checked_add(50)?, last + 2 + article);
        }
    }
    match (reading.str(last + 1), reading.word(token)) {
        ("½", Some("a" | "an")) => found(50, last + 1),
        ("½", _) => found(hundredths.checked_add(50)?, last + 1),
        _ => found(hundredths, last),
    }
}

/// "half a", "a half", "half", "three quarters of an", "1/4", "½": hundredths and the last token.
fn fraction(reading: &Reading<'_>, token: usize) -> Option<(i64, usize)> {
    match reading.str(token) {
        "½" => return Some((50, token)),
        "¼" => return Some((25, token)),
        "¾" => return Some((75, token)),
        "half" => return Some((50, token + usize::from(matches!(reading.word(token + 1), Some("a" | "an"))))),
        "a" if reading.word(token + 1) == Some("half") => return Some((50, token + 1)),
        "a" | "one" | "three" if matches!(reading.word(token + 1), Some("quarter" | "quarters")) => {
            let hundredths = if reading.word(token) == Some("three") { 75 } else { 25 };
            let of = reading.word(token + 2) == Some("of") && matches!(reading.word(token + 3), Some("a" | "an"));
            return of.then_some((hundredths, token + 3));
        }
        _ => {}
    }
    let (over, under) = (reading.number(token)?, reading.number(token + 2)?);
    let slash = reading.is_mark(token + 1, "/") && reading.touches(token) && reading.touches(token + 1);
    let fits = slash && (2..=4).contains(&under) && (1..under).contains(&over);
    fits.then(|| (over * 100 / under, token + 2 + usize::from(matches!(reading.word(token + 3), Some("an" | "a")))))
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
            (20.., 1..=9) if group % 10 == 0 && group % 100 >= 20 => group += value,
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
    let front = start > 0 && reading.touches(start - 1) && matches!(reading.str(start - 1), "." | "," | "$" | "£" | "€" | "#");
    u32::try_from(day).ok().filter(|day| (1..=31).contains(day) && !glued && !front).map(|day| (last, day))
}

/// A year of four digits, of two behind an apostrophe, or in words.
pub(super) fn year(reading: &Reading<'_>, token: usize) -> Option<(usize, i32)> {
    if let Some(year) = reading.number(token).filter(|_| reading.n_digits(token) == 4) {
        let separated = reading.touches(token) && reading.touches(token + 1) && matches!(reading.str(token + 1), "." | "," | ":");
        let goes_on = separated && reading.number(token + 2).is_some();
        let money =
            token > 0 && reading.touches(token - 1) && matches!(reading.str(token - 1), "$" | "€" | "£" | "#" | "." | "," | "+");
        let fits = |year: &i32| (1000..=2200).contains(year) && !goes_on && !money;
        return i32::try_from(year).ok().filter(fits).map(|year| (token, year));
    }
    if matches!(reading.str(token), "'" | "’") && reading.touches(token) && reading.n_digits(token + 1) == 2 {
        let two = i32::try_from(reading.number(token + 1)?).ok()?;
        let apart = token == 0 || !reading.touches(token - 1);
        return apart.then_some((token + 1, if two < 50 { 2000 + two } else { 1900 + two }));
    }
    reading.word(token)?;
    let (last, first) = phrase(reading, token, &ENGLISH.numbers)?;
    if let Some(found) = in_pairs(reading, last, first) {
        return Some(found);
    }
    let (last, number) = cardinal(reading, token)?;
    let year = i32::try_from(number).ok()?;
    ((1500..=2100).contains(&year) && (year % 100 != 0 || year == 2000)).then_some((last, year))
}

/// "nineteen ninety-six", "twenty ten", "eighteen oh five", "nineteen hundred".
fn in_pairs(reading: &Reading<'_>, last: usize, first: i64) -> Option<(usize, i32)> {
    if !(13..=20).contains(&first) {
        return None;
    }
    let next = after_hyphen(reading, last + 1);
    let (last, rest) = match reading.word(next)? {
        "oh" | "o" | "zero" => {
            let (end, unit) = phrase(reading, after_hyphen(reading, next + 1), &ENGLISH.numbers)?;
            (end, unit).1.checked_sub(1).filter(|unit| (0..9).contains(unit)).map(|_| (end, unit))?
        }
        "hundred" if first < 20 => (next, 0),
        _ => two_digits(reading, next)?,
    };
    i32::try_from(first * 100 + rest).ok().map(|year| (last, year))
}

/// A number from ten to ninety-nine in words.
pub(super) fn two_digits(reading: &Reading<'_>, token: usize) -> Option<(usize, i64)> {
    reading.word(token)?;
    let (last, tens) = phrase(reading, token, &ENGLISH.numbers).filter(|(_, tens)| (10..=90).contains(tens))?;
    let unit = phrase(reading, after_hyphen(reading, last + 1), &ENGLISH.numbers).filter(|(_, unit)| (1..=9).contains(unit));
    match unit.filter(|_| tens >= 20) {
        Some((end, unit)) => Some((end, tens + unit)),
        None => Some((last, tens)),
    }
}
