//! Decades and centuries: "the 1990s", "the '90s", "the nineteen-twenties", "the two thousands", "the 21st century".
//! Counter-examples: "in his 50s", "20th Century Fox", "temperatures in the seventies and rain".

use super::{after_hyphen, heads_name, is_capital, number, phrase, time_word, word_before};
use crate::event::Anchor;
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::time_word::{TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};

const RULE: &str = "en/decade";
const RULE_CENTURY: &str = "en/century";

/// A decade or a century.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    in_figures(reading, token).or_else(|| in_words(reading, token)).or_else(|| century(reading, token))
}

/// "in his 50s", "in her early thirties": an age.
fn is_age(reading: &Reading<'_>, token: usize) -> bool {
    let before = word_before(reading, token);
    let front = match before {
        "early" | "mid" | "late" => word_before(reading, token - 1),
        _ if token > 0 && reading.is_mark(token - 1, "-") => {
            token.checked_sub(3).and_then(|at| reading.word(at)).unwrap_or_default()
        }
        before => before,
    };
    matches!(front, "his" | "her" | "their" | "my" | "our" | "your" | "its")
}

/// "the 1990s", "1990s", "the '90s", "70's".
fn in_figures(reading: &Reading<'_>, token: usize) -> Option<Found> {
    let mut at = token + usize::from(reading.word(token) == Some("the"));
    at += usize::from(matches!(reading.str(at), "'" | "’" | "‘"));
    let digits = reading.n_digits(at);
    let number = reading.number(at).filter(|number| number % 10 == 0 && matches!(digits, 2 | 4))?;
    let apostrophe = usize::from(matches!(reading.str(at + 1), "'" | "’") && reading.touches(at));
    let plural = reading.word(at + 1 + apostrophe) == Some("s") && reading.touches(at + apostrophe) && reading.touches(at);
    let bare =
        digits == 2 && at == token && word_before(reading, token) != "mid" && !(token > 0 && reading.is_mark(token - 1, "-"));
    let part_of_name =
        token > 1 && reading.is_mark(token - 1, "-") && reading.touches(token - 1) && is_capital(reading, token - 2);
    if part_of_name {
        return None;
    }
    if !plural
        || is_age(reading, token)
        || bare && apostrophe == 0 && !matches!(word_before(reading, token), "early" | "late" | "and")
    {
        return None;
    }
    let decade = match digits {
        4 if (1000..2100).contains(&number) => number / 10,
        2 if number >= 20 => 190 + number / 10,
        2 if number == 10 => 201,
        _ => return None,
    };
    let value = Value::Decade(i32::try_from(decade).ok()?);
    Some(Found::date(token, 0, at + 1 + apostrophe, value, Anchor::Absolute, RULE))
}

/// "the nineties", "the nineteen-seventies", "the twenty-tens", "the two thousands", "the noughties".
fn in_words(reading: &Reading<'_>, token: usize) -> Option<Found> {
    let start = token + usize::from(reading.word(token) == Some("the"));
    let century = phrase(reading, start, &ENGLISH.numbers).filter(|(_, number)| (13..=20).contains(number));
    let (base, next) = match century {
        Some((last, century)) => (century * 10, after_hyphen(reading, last + 1)),
        None if start > token => (190, start),
        None => return None,
    };
    if start > token && reading.word(start) == Some("two") && reading.word(after_hyphen(reading, start + 1)) == Some("thousands")
    {
        let last = after_hyphen(reading, start + 1);
        return Some(Found::date(token, 0, last, Value::Decade(200), Anchor::Absolute, RULE));
    }
    let (last, TimeWord::Decade(tens)) = time_word(reading, next)? else { return None };
    if is_age(reading, token) {
        return None;
    }
    let decade = match (century, tens) {
        (None, 0) => 200,
        (None, 10) => 201,
        (None, tens) => 190 + tens / 10,
        (Some(_), tens) => base + tens / 10,
    };
    Some(Found::date(token, 0, last, Value::Decade(i32::try_from(decade).ok()?), Anchor::Absolute, RULE))
}

/// "the 21st century", "nineteenth century", "the 18th and 19th centuries" as its last.
fn century(reading: &Reading<'_>, token: usize) -> Option<Found> {
    let start = token + usize::from(reading.word(token) == Some("the"));
    let (last, number) = number::ordinal(reading, start)?;
    let (end, TimeWord::Unit(Unit::Century, _)) = time_word(reading, after_hyphen(reading, last + 1))? else { return None };
    let before_era = matches!(reading.word(end + 1), Some("bc" | "bce" | "b"));
    let named = is_capital(reading, end) && (is_capital(reading, end + 1) || heads_name(reading, end + 1));
    let century = i32::try_from(number).ok().filter(|number| (1..=30).contains(number) && !before_era && !named)? - 1;
    Some(Found::date(token, 0, end, Value::Century(century), Anchor::Absolute, RULE_CENTURY))
}
