//! Durations: "three years and two months", "a 12-year sentence", "half an hour", "a fortnight", "for decades", "a year-long".
//! Counter-examples: "60 miles an hour", "it was a day of mourning", "a minute detail", "year-on-year".

use super::{after_hyphen, ago, number, time_word, word_before};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};

const RULE: &str = "en/duration";

/// A unit where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnitAt {
    pub(super) last: usize,
    pub(super) unit: Unit,
    pub(super) count: Count,
    /// How many of the unit one is: a fortnight is two weeks.
    pub(super) times: i64,
    /// Saturdays and Sundays are not counted.
    pub(super) working: bool,
}

/// The unit at a token: "days", "business days", "fortnight".
pub(super) fn unit_at(reading: &Reading<'_>, token: usize) -> Option<UnitAt> {
    if !reading.opens(token).any(Opens::UNIT) {
        return None;
    }
    let word = reading.word(token)?;
    if ENGLISH.fortnights.contains(word) {
        let count = if word.ends_with('s') { Count::Many } else { Count::One };
        return Some(UnitAt { last: token, unit: Unit::Week, count, times: 2, working: false });
    }
    if let Some((last, TimeWord::Unit(unit, count))) = time_word(reading, token) {
        return Some(UnitAt { last, unit, count, times: 1, working: false });
    }
    match time_word(reading, token + 1).filter(|_| ENGLISH.working.contains(word))? {
        (last, TimeWord::Unit(Unit::Day, count)) => Some(UnitAt { last, unit: Unit::Day, count, times: 1, working: true }),
        _ => None,
    }
}

/// So many of a unit, in hundredths; `None`: some.
pub(super) type Part = (Option<i64>, Unit);

/// A length of time.
pub(super) struct Length {
    pub(super) parts: Vec<Part>,
    pub(super) last: usize,
    pub(super) modifier: Option<&'static str>,
    pub(super) working: bool,
}

impl Length {
    pub(super) fn value(&self) -> Option<Value> {
        Some(match self.parts.as_slice() {
            [] => return None,
            [(None, unit)] => Value::Duration(None, *unit),
            [(Some(hundredths), unit)] => of(*hundredths, *unit),
            more => Value::Compound(more.iter().filter_map(|(count, unit)| Some(((*count)? / 100, *unit))).collect()),
        })
    }
}

/// The value of hundredths of a unit.
pub(super) fn of(hundredths: i64, unit: Unit) -> Value {
    if hundredths % 100 == 0 { Value::Duration(Some(hundredths / 100), unit) } else { Value::Fraction(hundredths, unit) }
}

/// "2 years and 3 months", "a year and a half", "several more weeks", "3h".
pub(super) fn length(reading: &Reading<'_>, token: usize) -> Option<Length> {
    let mut length = first_of(reading, token)?;
    if length.parts.first().is_some_and(|(count, _)| count.is_some()) && and_a_half(reading, length.last).is_none() {
        add_parts(reading, &mut length);
    }
    Some(length)
}

/// The first part of a length: "2 years" of "2 years and 3 months".
pub(super) fn first_of(reading: &Reading<'_>, token: usize) -> Option<Length> {
    let quantity = number::quantity(reading, token)?;
    let more = usize::from(matches!(
        reading.word(quantity.last + 1),
        Some("more" | "full" | "whole" | "consecutive" | "straight" | "long" | "further" | "additional" | "other")
    ));
    let at = unit_at(reading, after_hyphen(reading, quantity.last + 1 + more))
        .or_else(|| hours_by_letter(reading, quantity.last + 1))?;
    let hundredths = match quantity.hundredths {
        Some(hundredths) => Some(hundredths.checked_mul(at.times)?),
        None => None,
    };
    let mut length =
        Length { parts: vec![(hundredths, at.unit)], last: at.last, modifier: quantity.modifier, working: at.working };
    if let (Some((extra, last)), Some(hundredths)) = (and_a_half(reading, at.last), hundredths) {
        length.parts = vec![(Some(hundredths.checked_add(extra)?), at.unit)];
        length.last = last;
        return Some(length);
    }
    Some(length)
}

fn add_parts(reading: &Reading<'_>, length: &mut Length) {
    while length.parts.len() < MAX_PARTS {
        let gap = usize::from(reading.word(length.last + 1) == Some("and") || reading.is_mark(length.last + 1, ","));
        let Some(next) = number::quantity(reading, length.last + 1 + gap).filter(|next| next.hundredths.is_some()) else { break };
        let Some(at) = unit_at(reading, after_hyphen(reading, next.last + 1)) else { break };
        if length.parts.last().is_none_or(|(_, before)| *before <= at.unit) {
            break;
        }
        length.parts.push((next.hundredths, at.unit));
        length.last = at.last;
    }
}

/// No length names more units than there are.
const MAX_PARTS: usize = 6;

/// "3h" for three hours.
fn hours_by_letter(reading: &Reading<'_>, token: usize) -> Option<UnitAt> {
    (reading.word(token) == Some("h") && token > 0 && reading.number(token - 1).is_some()).then_some(UnitAt {
        last: token,
        unit: Unit::Hour,
        count: Count::Many,
        times: 1,
        working: false,
    })
}

/// "a year and a half", "one year and a quarter": hundredths behind the unit.
fn and_a_half(reading: &Reading<'_>, last: usize) -> Option<(i64, usize)> {
    if reading.word(last + 1) != Some("and") {
        return None;
    }
    let article = usize::from(reading.word(last + 2) == Some("a"));
    match reading.word(last + 2 + article)? {
        "half" => Some((50, last + 2 + article)),
        "quarter" if article == 1 => Some((25, last + 3)),
        _ => None,
    }
}

/// A duration that is counted from nothing.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if reading.opens(token).any(Opens::UNIT) && !reading.opens(token).any(Opens::NUMBER.or(Opens::ARTICLE)) {
        let counted = || ago::counted(context, token, &ago::some(reading, token)?);
        return lasting(reading, token).or_else(counted).or_else(|| plural(reading, token));
    }
    let length = length(reading, token)?;
    if let Some(found) = ago::counted(context, token, &length) {
        return Some(found);
    }
    if names_something_else(reading, token, &length) {
        return None;
    }
    let modifier = length.modifier;
    Some(Found { modifier, ..Found::duration(token, 0, length.last, length.value()?, RULE) })
}

/// Whether the words are no length of time where they stand.
fn names_something_else(reading: &Reading<'_>, token: usize, length: &Length) -> bool {
    let last = length.last;
    let article = matches!(reading.word(token), Some("a" | "an"));
    let before = word_before(reading, token);
    let [(_, unit)] = length.parts.as_slice() else { return false };
    let small = matches!(unit, Unit::Second | Unit::Minute);
    let one_word = reading.word(last).unwrap_or_default();
    let article_only = article && last == token + 1;
    // "a second", "a quarter"; "an hour-glass", but "a two-year-old".
    if article_only && (small || one_word == "quarter" || reading.is_mark(last + 1, "-") && reading.touches(last)) {
        return true;
    }
    // "about a quarter of the dealers"
    if one_word == "quarter" && last > token && matches!(reading.word(last - 1), Some("a" | "one")) {
        return true;
    }
    // "three quarters of the voters"
    if one_word == "quarters" && reading.word(last + 1) == Some("of") {
        return true;
    }
    // "second place", "two quarter-finals".
    if one_word == "second" && reading.word(token).is_some() && !article {
        return true;
    }
    // "60 miles an hour".
    if article_only
        && *unit == Unit::Hour
        && matches!(before, "miles" | "kilometers" | "kilometres" | "km" | "kph" | "mph" | "knots")
    {
        return true;
    }
    // "it was a day of mourning", "to celebrate a day of peace".
    article_only && *unit == Unit::Day && !is_measured(reading, token, last)
}

/// Whether "a day" is a length where it stands: "within a day", "three times a day", "15 a day".
fn is_measured(reading: &Reading<'_>, token: usize, last: usize) -> bool {
    let before = word_before(reading, token);
    let figure = token > 0 && reading.number(token - 1).is_some();
    let plural = before.len() > 3 && before.ends_with('s') && !matches!(before, "this" | "was" | "marks");
    let governed = matches!(
        before,
        "for"
            | "in"
            | "within"
            | "after"
            | "about"
            | "over"
            | "than"
            | "nearly"
            | "almost"
            | "took"
            | "takes"
            | "lasted"
            | "spent"
            | "only"
            | "just"
            | "once"
            | "twice"
            | "half"
            | "until"
            | "million"
            | "billion"
    );
    let compared = matches!(reading.word(last + 1), Some("before" | "after" | "earlier" | "later" | "ago" | "early" | "late"));
    figure || plural || governed || compared
}

/// "year-long", "decade-old", "weeks-long".
fn lasting(reading: &Reading<'_>, token: usize) -> Option<Found> {
    let at = unit_at(reading, token)?;
    let hyphen = reading.is_mark(at.last + 1, "-") && reading.touches(at.last);
    let joined = matches!(reading.word(at.last + 2), Some("long" | "old" | "lasting")) && hyphen;
    let count = if at.count == Count::One { Some(at.times) } else { None };
    joined.then(|| Found::duration(token, 0, at.last, Value::Duration(count, at.unit), RULE))
}

/// "for years", "the highest in decades", "within hours".
fn plural(reading: &Reading<'_>, token: usize) -> Option<Found> {
    let at = unit_at(reading, token).filter(|at| at.count == Count::Many)?;
    let before = word_before(reading, token);
    let governed =
        matches!(before, "for" | "in" | "within" | "over" | "just" | "took" | "takes" | "after" | "lasted" | "lasting" | "spent");
    let goes_on = matches!(reading.word(at.last + 1), Some("past" | "gone" | "ahead"));
    (governed && !goes_on).then(|| Found::duration(token, 0, at.last, Value::Duration(None, at.unit), RULE))
}
