//! Years: «عام 2023»، «عامي 2011 و2013»، «منذ 2011».
//! Counter-example: «11 عامًا» is a duration, «الأمين العام» no time at all, «من 2000 جندي» a count.

use super::{At, hijri, part};
use crate::event::Anchor;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::Unit;
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};
use crate::extract::tokenize::TokenKind;

const RULE: &str = "ar/year";

/// The years that a bare number may name.
const BARE_YEARS: std::ops::RangeInclusive<i64> = 1400..=2100;

/// The year at a token, where it is a number that can be one.
pub(super) fn number(reading: &Reading<'_>, token: usize) -> Option<i32> {
    let year = reading.number(token).filter(|_| matches!(reading.n_digits(token), 3 | 4))?;
    // «2.5», «1,200»: a part of a longer number.
    let separated = |at: usize| reading.touches(at) && reading.touches(at + 1) && matches!(reading.str(at + 1), "." | "," | "٬");
    let glued = separated(token) && reading.kind(token + 2) == Some(TokenKind::Number);
    i32::try_from(year).ok().filter(|year| *year >= 100 && !glued)
}

/// Whether a number of four digits that can only name a year stands at a token: «سنة 2016».
pub(super) fn named_by(reading: &Reading<'_>, token: usize) -> bool {
    reading.n_digits(token) == 4 && number(reading, token).is_some_and(|year| (1800..=2100).contains(&year))
}

/// «عام 2023»، «العام 2023»، «سنة 2023»، «عامي 2011 و2013».
pub(super) fn headed(context: &Context<'_>, at: At<'_>, unit: Unit) -> Option<Found> {
    let reading = context.reading;
    if unit != Unit::Year || in_law_title(reading, at.token) {
        return None;
    }
    let mut next = at.last() + 1;
    let adjectives = &ARABIC.temporal.own_years;
    next += usize::from(at.word.definite && reading.word(next).is_some_and(|word| adjectives.contains(word)));
    // «عام (2023)»
    let bracket = reading.is_mark(next, "(");
    next += usize::from(bracket || is_moved_stop(reading, next));
    // «عام الـ2011»، «لعام ألفين وثلاثة»، «عام 73»
    let written = reading.number(next).and_then(|year| before_christ(reading, i32::try_from(year).ok()?, next));
    if let Some((year, last)) = written {
        return Some(Found::date(at.token, at.word.skip, last, Value::Year(year), Anchor::Absolute, RULE));
    }
    let (year, end) =
        number(reading, next).map(|year| (year, next)).or_else(|| worded(reading, next)).or_else(|| short(context, next))?;
    let last = if bracket && reading.is_mark(end + 1, ")") { end + 1 } else { end };
    if let Some(found) = hijri::of_year(context, at.token, at.word.skip, year, last) {
        return Some(found);
    }
    let last = era_end(reading, last);
    let value = match later_year(reading, last, year) {
        Some((second, token)) => {
            let range = Value::Range(Box::new(Value::Year(year)), Box::new(Value::Year(second)));
            return Some(part::with_part(context, Found::date(at.token, at.word.skip, token, range, Anchor::Absolute, RULE)));
        }
        None => Value::Year(year),
    };
    let found = hijri::without_era(context, Found::date(at.token, at.word.skip, last, value, Anchor::Absolute, RULE));
    Some(part::with_part(context, found))
}

/// «عام .2011», «سنة ,2010»: a mark that an editor with the wrong direction has put before the number.
pub(super) fn is_moved_stop(reading: &Reading<'_>, token: usize) -> bool {
    let apart = token.checked_sub(1).is_some_and(|before| !reading.touches(before));
    matches!(reading.str(token), "." | "," | "،") && apart && reading.touches(token) && reading.n_digits(token + 1) == 4
}

/// «القانون رقم 28 لسنة 2005»: the year of a law's title is none.
fn in_law_title(reading: &Reading<'_>, token: usize) -> bool {
    let of = reading.word(token).is_some_and(|word| word.starts_with('ل'));
    let back = |count: usize| token.checked_sub(count);
    let bracket = usize::from(back(1).is_some_and(|before| reading.is_mark(before, ")")));
    let numbered = back(1 + bracket).is_some_and(|number| reading.number(number).is_some());
    let head = back(2 + 2 * bracket).and_then(|head| reading.word(head));
    let laws = &ARABIC.temporal.law_heads;
    of && numbered && head.is_some_and(|head| crate::extract::tokenize::stems(head).any(|stem| laws.contains(stem.core)))
}

/// A number of a year's length after «و», «إلى», «حتى» or a dash: «عامي 2011 و2013»، «2022-2023».
fn joined_number(reading: &Reading<'_>, token: usize) -> Option<(i32, usize)> {
    let joins = matches!(reading.str(token), "و" | "الي" | "حتي" | "-" | "–" | "/");
    joins.then(|| number(reading, token + 1).map(|year| (year, token + 1)))?
}

/// The last year of a list or range that goes on behind `year`: «2016 و2017 و2018».
pub(super) fn later_year(reading: &Reading<'_>, token: usize, year: i32) -> Option<(i32, usize)> {
    let next = |(year, last): (i32, usize)| joined_number(reading, last + 1).filter(|(second, _)| *second > year);
    std::iter::successors(next((year, token)), |&found| next(found)).last()
}

/// A number without «عام»: in brackets, or after a preposition of time.
pub(super) fn bare(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let year = number(reading, token)?;
    let bracketed = token > 0 && reading.is_mark(token - 1, "(") && reading.is_mark(token + 1, ")");
    let (first, end) = if bracketed { (token - 1, token + 1) } else { (token, token) };
    if let Some(found) = hijri::of_year(context, first, 0, year, end) {
        return Some(found);
    }
    if is_twin(context, token) {
        return Some(Found::date(token, 0, era_end(reading, token), Value::Year(year), Anchor::Absolute, RULE));
    }
    if !BARE_YEARS.contains(&i64::from(year)) {
        return None;
    }
    let range = later_year(reading, token, year).filter(|(second, _)| second - year < 200);
    let is_told = after_event(reading, token) || is_era_glued(reading, token);
    if !bracketed && !after_time_word(reading, token) && range.is_none() && !is_told {
        return None;
    }
    let of_period = range.is_some() && opens_period(reading, token);
    // «بين 2000 و2500 لاجئ»: what the second number counts, the first does too.
    // «في 2014 اتفاقا»: an event is told of a year, not counted.
    let tells = reading.noun(token + 1).is_some()
        && token.checked_sub(1).is_some_and(|before| matches!(reading.word(before), Some("في" | "وفي" | "منذ")));
    let tells = tells || is_in_year(reading, token, year);
    let number_end = joined_number(reading, token + 1).map_or(token, |(_, end)| range.map_or(end, |(_, last)| last));
    if !bracketed && !is_told && !of_period && !tells && counts_something(reading, number_end) {
        return None;
    }
    let (value, last) = match range {
        Some((second, last)) => {
            (Value::Range(Box::new(Value::Year(year)), Box::new(Value::Year(second))), era_end(reading, last))
        }
        None => (Value::Year(year), if bracketed { token } else { era_end(reading, token) }),
    };
    // «من 2011 إلى 2014»
    let opens = token.checked_sub(1).filter(|&before| range.is_some() && reading.word(before) == Some("من"));
    let first = opens.filter(|_| reading.word(token + 1).is_some()).unwrap_or(token);
    let found = hijri::without_era(context, Found::date(first, 0, last, value, Anchor::Absolute, RULE));
    Some(part::with_part(context, found))
}

/// «وفي 2021 قدرت»: behind «في» a number of this length tells a year, but for what numbers are known to count.
fn is_in_year(reading: &Reading<'_>, token: usize, year: i32) -> bool {
    let within = token.checked_sub(1).is_some_and(|before| matches!(reading.word(before), Some("في" | "وفي" | "منذ" | "ومنذ")));
    let counts = matches!(reading.str(token + 1), "%" | "٪")
        || reading.word(token + 1).is_some_and(|next| ARABIC.temporal.counted.contains(next));
    let next = reading.word(token + 1);
    let counted = next.is_some_and(|next| takes_accusative(i64::from(year)) && next.ends_with('ا') && !is_particle(next));
    within && (1900..=2050).contains(&year) && year % 100 != 0 && !counts && !counted
}

/// «656 هـ / 1258 م», «1445هـ (2024)»: behind a Hijri year, the Gregorian one.
fn is_twin(context: &Context<'_>, token: usize) -> bool {
    let reading = context.reading;
    let joined = token.checked_sub(2).filter(|_| matches!(reading.str(token - 1), "/" | "(" | "-" | "–" | "،"));
    joined.is_some_and(|era| hijri::era(context, era) > 0)
}

/// A year in words: «ألف وتسعمائة وثمانية وسبعين».
pub(super) fn worded(reading: &Reading<'_>, token: usize) -> Option<(i32, usize)> {
    reading.word(token)?;
    let (year, n_tokens, _) = super::quantity::number(reading, token)?;
    let year = i32::try_from(year).ok().filter(|year| (1000..2100).contains(year))?;
    (year % 1000 != 0 || year == 2000).then_some((year, token + n_tokens - 1))
}

/// «في ألف وسبعمائة وتسعة وثمانين»: a year in words without «عام», behind a preposition of time.
pub(super) fn in_words(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (year, last) = worded(reading, token)?;
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let told = matches!(before, "في" | "منذ") && last >= token + 2 && !counts_something(reading, last);
    told.then(|| Found::date(token, 0, last, Value::Year(year), Anchor::Absolute, RULE))
}

/// «عام 73»: two digits behind «عام» name the latest such year before publication.
fn short(context: &Context<'_>, token: usize) -> Option<(i32, usize)> {
    let reading = context.reading;
    let two = i32::try_from(reading.number(token).filter(|_| reading.n_digits(token) == 2)?).ok()?;
    let separated = reading.touches(token) && matches!(reading.str(token + 1), "." | "," | "/" | ":" | "%" | "٪");
    if separated || counts_something(reading, token) {
        return None;
    }
    let latest = context.published.map_or(2029, |published| chrono::Datelike::year(&published));
    let year = latest - (latest - two).rem_euclid(100);
    Some((year, token))
}

/// «ق.م», «قبل الميلاد»: the year before Christ, astronomically counted.
fn before_christ(reading: &Reading<'_>, year: i32, last: usize) -> Option<(i32, usize)> {
    Some((1 - year, before_christ_end(reading, last)?))
}

/// The last token of «ق.م» or «قبل الميلاد» behind a number that ends at `last`.
pub(super) fn before_christ_end(reading: &Reading<'_>, last: usize) -> Option<usize> {
    match (reading.str(last + 1), reading.str(last + 2), reading.str(last + 3)) {
        ("ق", ".", "م") => Some(last + 3),
        ("قبل", "ميلاد", "المسيح") => Some(last + 3),
        ("ق", "م", _) | ("قبل", "الميلاد", _) => Some(last + 2),
        _ => None,
    }
}

/// «م», «ميلادية» behind a year.
pub(super) fn era_end(reading: &Reading<'_>, last: usize) -> usize {
    last + usize::from(matches!(reading.word(last + 1), Some("م" | "ميلاديه" | "ميلادي" | "للميلاد")))
}

/// «حرب 1967», «الانتفاضة الأولى 1987»: the year of an event that is known by its name.
fn after_event(reading: &Reading<'_>, token: usize) -> bool {
    let events = &ARABIC.temporal.dated_events;
    let is_event = |back: usize| {
        let word = token.checked_sub(back).and_then(|before| reading.word(before));
        word.is_some_and(|word| crate::extract::tokenize::stems(word).any(|stem| events.contains(stem.core)))
    };
    let described = token > 0 && reading.word(token - 1).is_some_and(|word| word.starts_with("ال"));
    is_event(1) || (described && is_event(2))
}

/// «غزو العراق 2003م»: «م» that touches a year behind a definite noun; behind «الارتفاع» it tells metres.
fn is_era_glued(reading: &Reading<'_>, token: usize) -> bool {
    let glued = reading.touches(token) && reading.word(token + 1) == Some("م") && named_by(reading, token);
    let before = token.checked_sub(1).filter(|_| glued).and_then(|before| reading.word(before));
    before.is_some_and(|word| word.starts_with("ال") && !ARABIC.temporal.measures.contains(word))
}

/// «الفترة الممتدة من 2006 إلى 2016»: what goes from year to year is a time, whatever stands behind it.
fn opens_period(reading: &Reading<'_>, token: usize) -> bool {
    let from = token.checked_sub(1).filter(|&from| matches!(reading.word(from), Some("من" | "بين")));
    let noun = from.and_then(|from| from.checked_sub(1)).and_then(|noun| reading.word(noun));
    noun.is_some_and(|noun| ARABIC.temporal.periods.contains(noun))
}

fn after_time_word(reading: &Reading<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).and_then(|before| reading.word(before)) else { return false };
    let prepositions = &ARABIC.temporal.year_prepositions;
    let bare = crate::extract::tokenize::without_conjunction(before);
    let noun = || crate::extract::tokenize::stems(before).any(|stem| ARABIC.temporal.year_nouns.contains(stem.core));
    prepositions.contains(before) || prepositions.contains(bare) || noun()
}

/// Whether the word after a number is one that it counts: an indefinite noun, a unit of time, a percent sign.
pub(super) fn counts_something(reading: &Reading<'_>, token: usize) -> bool {
    if reading.is_mark(token + 1, "%") || reading.is_mark(token + 1, "٪") {
        return true;
    }
    let Some(next) = reading.word(token + 1) else { return false };
    if ARABIC.temporal.counted.contains(next) {
        return true;
    }
    if next == "م" || next == "ميلاديه" || next.starts_with("ال") || next.starts_with('و') {
        return false;
    }
    // «في 1902 كاهنا»
    let accusative = next.ends_with('ا') && reading.number(token).is_some_and(|number| !takes_accusative(number));
    !accusative && !is_particle(next) && !is_verb(next) && !next.starts_with(['ب', 'ل', 'ي'])
}

/// Only 11 to 99 count an accusative.
fn takes_accusative(number: i64) -> bool {
    (11..=99).contains(&(number % 100))
}

/// Whether a word is counted by no number.
pub(super) fn is_particle(word: &str) -> bool {
    ARABIC.temporal.particles.contains(word)
}

/// Whether a word is a verb that the lexicon knows.
pub(super) fn is_verb(word: &str) -> bool {
    ARABIC.triggers.read_verb(word).is_some()
}
