//! Years without a month, and quarters in figures: "in 2014", "the year 1066", "44 BC", "fiscal 2008", "Q3 2009", "2016 H2".
//! Counter-examples: "2000 people", "Flight 1549", "Resolution 1973", "room 2012", "$2010".

use chrono::Datelike;

use super::{after_hyphen, container, number, word_before};
use crate::event::Anchor;
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};

const RULE: &str = "en/year";
const RULE_QUARTER: &str = "en/quarter";

/// A quarter in figures or a year without a month, the longer.
pub(super) fn any(context: &Context<'_>, token: usize) -> Option<Found> {
    quarter(context, token).or_else(|| at(context, token))
}

/// A year without a month.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let Some(found) = fiscal(reading, token) {
        return Some(found);
    }
    let the = usize::from(reading.word(token) == Some("the"));
    let headed = reading.word(token + the) == Some("year");
    if the == 1 && !headed {
        return None;
    }
    let start = token + the + usize::from(headed);
    let (last, year) = number::year(reading, start).or_else(|| any_year(reading, start, headed))?;
    if !headed && (!stands_as_year(reading, start, year) || counts(reading, start, last)) {
        return None;
    }
    let (year, last) = era(reading, last).map_or((year, last), |(after, end)| (if after { year } else { 1 - year }, end));
    let found = Found::date(token, 0, last, Value::Year(year), Anchor::Absolute, RULE);
    let attributive = matches!(word_before(reading, token), "a" | "an" | "the" | "its" | "his" | "her" | "their")
        && reading.word(last + 1).is_some();
    Some(Found { attributive, ..found })
}

/// A year of any size: behind "the year", or before its era.
fn any_year(reading: &Reading<'_>, token: usize, headed: bool) -> Option<(usize, i32)> {
    let (last, year) = number::cardinal(reading, token)?;
    let year = i32::try_from(year).ok().filter(|year| (1..=2999).contains(year))?;
    let dated = era(reading, last).is_some() && (reading.number(token).is_some() || super::is_capital(reading, last + 1));
    (dated || headed && reading.number(token).is_none() && year > 31).then_some((last, year))
}

/// "AD", "BC", "B.C.": whether the years count from the era on, and the last token.
fn era(reading: &Reading<'_>, last: usize) -> Option<(bool, usize)> {
    let after = match reading.word(last + 1)? {
        "ad" | "ce" => return super::is_capital(reading, last + 1).then_some((true, last + 1)),
        "bc" | "bce" => return super::is_capital(reading, last + 1).then_some((false, last + 1)),
        "a" => true,
        "b" => false,
        _ => return None,
    };
    let second = if after { "d" } else { "c" };
    let dotted = reading.is_mark(last + 2, ".") && reading.word(last + 3) == Some(second) && reading.touches(last + 1);
    let stop = usize::from(reading.is_mark(last + 4, ".") && reading.touches(last + 3));
    dotted.then_some((after, last + 3 + stop))
}

/// "fiscal 2008", "the financial year 2012", "FY2013". Where it starts differs from country to country.
fn fiscal(reading: &Reading<'_>, token: usize) -> Option<Found> {
    let the = usize::from(reading.word(token) == Some("the"));
    let start = match reading.word(token + the)? {
        "fiscal" | "financial" => token + the + 1 + usize::from(reading.word(token + the + 1) == Some("year")),
        "fy" if the == 0 => token + 1,
        _ => return None,
    };
    let (last, year) = number::year(reading, start)?;
    Some(Found::date(token, 0, last, Value::FiscalYear(year), Anchor::Absolute, RULE))
}

/// Whether a number is a year where it stands: by its size in figures, by a word before it otherwise.
fn stands_as_year(reading: &Reading<'_>, start: usize, year: i32) -> bool {
    let before = word_before(reading, start);
    let governed = is_governed(before);
    let front = start.checked_sub(1).filter(|&front| reading.touches(front));
    // "32-2015", "1/2/2015": a part of other figures.
    let part_of_figures = front.is_some_and(|front| {
        matches!(reading.str(front), "-" | "/" | "+")
            && start.checked_sub(2).is_some_and(|two| reading.number(two).is_some_and(|n| n < 1000 || is_telephone(reading, two)))
    });
    let compared = before == "than"
        && start.checked_sub(2).is_some_and(|two| matches!(reading.word(two), Some("later" | "earlier" | "sooner")));
    let counted = before == "of"
        && start.checked_sub(2).is_some_and(|two| reading.word(two).is_some_and(|word| ENGLISH.counted.contains(word)));
    if part_of_figures || counted || ENGLISH.numbered.contains(before) && !compared {
        return false;
    }
    let in_words = reading.number(start).is_none() && !matches!(reading.str(start), "'" | "’");
    governed || ((1800..=2060).contains(&year) && !in_words)
}

/// Whether more figures stand before a number, behind a dash: "138-2010-2015".
fn is_telephone(reading: &Reading<'_>, token: usize) -> bool {
    token > 1 && reading.is_mark(token - 1, "-") && reading.touches(token - 1) && reading.number(token - 2).is_some()
}

fn is_governed(before: &str) -> bool {
    matches!(
        before,
        "in" | "since"
            | "of"
            | "until"
            | "till"
            | "from"
            | "during"
            | "after"
            | "before"
            | "late"
            | "early"
            | "mid"
            | "year"
            | "by"
    )
}

/// "2000 people", "1990 pounds": a count, where the number is round or no preposition of time stands before it.
fn counts(reading: &Reading<'_>, start: usize, last: usize) -> bool {
    let governed = is_governed(word_before(reading, start));
    if reading.touches(last) && matches!(reading.str(last + 1), "%" | "°" | "+") {
        return true;
    }
    let Some(next) = reading.word(after_hyphen(reading, last + 1)) else { return false };
    let plural = next.len() > 3
        && next.ends_with('s')
        && !matches!(
            next,
            "this" | "does" | "olympics" | "elections" | "games" | "sales" | "polls" | "championships" | "finals" | "talks"
        )
        && !super::is_capital(reading, last + 1);
    reading.opens(last + 1).any(Opens::UNIT)
        || matches!(next, "people" | "m" | "km" | "men" | "women" | "children")
        || (plural && !governed)
}

/// The year behind a name: "2016", "of 2016", "of next year", "this year".
pub(super) fn behind(context: &Context<'_>, last: usize) -> Option<(i32, usize, Anchor)> {
    let reading = context.reading;
    let gap = usize::from(matches!(reading.word(last + 1), Some("of" | "in")) || reading.is_mark(last + 1, ","));
    if let Some((end, year)) = number::year(reading, last + 1 + gap) {
        return Some((year, end, Anchor::Absolute));
    }
    match container(context, last + 1 + gap)? {
        Found { value: Value::Year(year), last, anchor, .. } => Some((year, last, anchor)),
        _ => None,
    }
}

/// "Q3 2009", "q1-2019", "2016 Q2", "H2 2016", "18q4".
pub(super) fn quarter(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let Some(piece) = piece(reading, token) {
        // Where the quarters of accounts lie is not said.
        if matches!(word_before(reading, token), "fiscal" | "financial") {
            return None;
        }
        if let Some((year, last, anchor)) = behind(context, after_hyphen(reading, token + 2) - 1) {
            return Some(Found::date(token, 0, last, piece.of(year), anchor, RULE_QUARTER));
        }
        let Piece::Quarter(quarter) = piece else { return None };
        let (year, anchor) = (lone_year(context, token, quarter)?, context.anchor());
        return Some(Found::date(token, 0, token + 1, Value::Quarter(year, quarter), anchor, RULE_QUARTER));
    }
    let short = || {
        let two = reading.number(token).filter(|_| reading.n_digits(token) == 2 && reading.touches(token))?;
        i32::try_from(two).ok().map(|two| (token, 2000 + two))
    };
    let (last, year) = number::year(reading, token).or_else(short)?;
    let next = after_hyphen(reading, last + 1);
    let piece = piece(reading, next)?;
    Some(Found::date(token, 0, next + 1, piece.of(year), Anchor::Absolute, RULE_QUARTER))
}

/// The year of a quarter that names none: the latest that has begun, the next where a verb looks ahead.
pub(super) fn lone_year(context: &Context<'_>, token: usize, quarter: u32) -> Option<i32> {
    let published = context.published?;
    let first_month = quarter * 3 - 2;
    let ahead = context.tense_at(token).is_some();
    let year = published.year();
    Some(if ahead {
        year + i32::from(published.month() > first_month + 2)
    } else {
        year - i32::from(published.month() < first_month)
    })
}

#[derive(Debug, Clone, Copy)]
enum Piece {
    Quarter(u32),
    Half(u32),
}

impl Piece {
    fn of(self, year: i32) -> Value {
        match self {
            Self::Quarter(quarter) => Value::Quarter(year, quarter),
            Self::Half(half) => Value::Half(year, half),
        }
    }
}

/// "Q3", "H1": the letter and the digit.
fn piece(reading: &Reading<'_>, at: usize) -> Option<Piece> {
    let letter = reading.word(at).filter(|_| reading.touches(at) && reading.n_digits(at + 1) == 1)?;
    let number = u32::try_from(reading.number(at + 1)?).ok()?;
    match (letter, number) {
        ("q", 1..=4) => Some(Piece::Quarter(number)),
        ("h", 1..=2) if super::is_capital(reading, at) => Some(Piece::Half(number)),
        _ => None,
    }
}
