//! The families of English temporal expressions, one a file. Each reads forwards from a token; the longest reading wins.
//! One look-up a word tells which families may start there, so that most words cost no more than that.

mod ago;
mod clock;
mod clock_figures;
mod clock_range;
mod closest;
mod day_of_month;
mod decade;
mod duration;
mod entry;
mod feast;
mod hours;
mod month;
mod month_name;
mod nth;
mod number;
mod numeric;
mod part;
mod same;
mod season;
mod set;
mod span;
mod tense;
mod weekday;
mod weekend;
mod words;
mod year;

pub(super) use entry::is_entry;
pub(super) use tense::of as tense_at;

use super::value::Value;
use super::{Context, Found};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::lexicon::temporal_en::Words;
use crate::extract::lexicon::time_word::TimeWord;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::TokenKind;

type Family = fn(&Context<'_>, usize) -> Option<Found>;

/// What a number may open.
const OF_NUMBERS: [Family; 12] = [
    numeric::date,
    month::at,
    clock::at,
    duration::at,
    span::reversed,
    decade::at,
    nth::at,
    weekday::counted,
    set::at,
    year::any,
    day_of_month::at,
    closest::at,
];

/// A family of expressions, and what they start with.
struct Row {
    /// What the first word is.
    opens: Opens,
    /// What stands behind an article or a word such as "last" that comes first.
    behind: Opens,
    family: Family,
}

const fn row(opens: Opens, behind: Opens, family: Family) -> Row {
    Row { opens, behind, family }
}

/// What may open a quantity.
const QUANTITY: Opens = Opens::NUMBER.or(Opens::APPROXIMATE).or(Opens::OTHER);

const NONE: Opens = Opens::NOTHING;

/// What a word may open.
const OF_WORDS: [Row; 21] = [
    row(Opens::ORDINAL.or(Opens::OTHER), Opens::ORDINAL.or(Opens::NUMBER).or(Opens::OTHER), closest::at),
    row(
        Opens::MONTH.or(Opens::NUMBER).or(Opens::ORDINAL).or(Opens::RELATIVE),
        Opens::MONTH.or(Opens::NUMBER).or(Opens::ORDINAL).or(Opens::UNIT),
        month::at,
    ),
    row(Opens::WEEKDAY.or(Opens::RELATIVE), Opens::WEEKDAY, weekday::at),
    row(Opens::NUMBER, NONE, weekday::counted),
    row(Opens::ORDINAL, Opens::ORDINAL.or(Opens::NUMBER), day_of_month::at),
    row(Opens::RELATIVE.or(Opens::OTHER).or(Opens::UNIT), Opens::UNIT.or(QUANTITY), span::at),
    row(Opens::NUMBER.or(Opens::APPROXIMATE), Opens::NUMBER, span::reversed),
    row(Opens::UNIT, Opens::UNIT, nth::week_number),
    row(Opens::RELATIVE, Opens::UNIT.or(Opens::WORD), same::at),
    row(Opens::RELATIVE.or(Opens::ORDINAL).or(Opens::NUMBER).or(Opens::OTHER), PIECES, nth::at),
    row(QUANTITY.or(Opens::UNIT), QUANTITY.or(Opens::UNIT), duration::at),
    row(Opens::PREPOSITION, NONE, ago::ahead),
    row(Opens::PART, Opens::PART, part::at),
    row(Opens::NAME.or(Opens::RELATIVE), Opens::NAME, season::at),
    row(Opens::NAME.or(Opens::RELATIVE), Opens::NAME, feast::at),
    row(Opens::NAME.or(Opens::RELATIVE), Opens::NAME, weekend::at),
    row(Opens::ORDINAL.or(Opens::NUMBER), Opens::NAME.or(Opens::ORDINAL).or(Opens::NUMBER), decade::at),
    row(Opens::OTHER.or(Opens::NUMBER), Opens::OTHER, year::any),
    row(Opens::NAME.or(Opens::NUMBER).or(Opens::OTHER).or(Opens::APPROXIMATE), Opens::OTHER.or(Opens::NAME), clock::at),
    row(Opens::SET.or(Opens::NAME).or(Opens::NUMBER), NONE, set::at),
    row(
        Opens::WORD.or(Opens::RELATIVE).or(Opens::OTHER).or(Opens::PART),
        Opens::WORD.or(Opens::PART).or(Opens::UNIT),
        words::any,
    ),
];

/// What "the" and "last" stand before in front of a piece of a longer time.
const PIECES: Opens = Opens::ORDINAL.or(Opens::NUMBER).or(Opens::OTHER).or(Opens::UNIT).or(Opens::WEEKDAY).or(Opens::NAME);

/// The families that a word may open, by what it is, and behind an article or "last" by what they stand before.
fn families(reading: &Reading<'_>, token: usize, opens: Opens) -> impl Iterator<Item = Family> {
    let article = opens.any(Opens::ARTICLE);
    let leads = article || opens == Opens::RELATIVE;
    let next = match reading.kind(token + 1) {
        Some(TokenKind::Word) if leads => reading.opens(token + 1),
        Some(TokenKind::Number) if leads => Opens::NUMBER.or(Opens::ORDINAL),
        Some(TokenKind::Mark) if leads && matches!(reading.str(token + 1), "'" | "’" | "‘" | "½") => {
            Opens::NAME.or(Opens::PART)
        }
        _ => Opens::NOTHING,
    };
    // "this coming", "the last": what they stand before comes later. "The early" is read by the family of parts itself.
    let next = if next.any(Opens::ARTICLE) { Opens::NOTHING } else { next };
    let open = leads && next.any(Opens::RELATIVE);
    OF_WORDS
        .iter()
        .filter(move |row| {
            let fits = !leads || open || row.behind.any(next);
            fits && (if article { open || row.behind.any(next) } else { opens.any(row.opens) })
        })
        .map(|row| row.family)
}

/// The longest expression that starts at a token.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    context.deeper(token, || read(context, token))
}

fn read(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    match reading.kind(token)? {
        TokenKind::Number if is_row_of_figures(reading, token) => None,
        TokenKind::Number => longest(context, token, OF_NUMBERS.iter().copied()),
        TokenKind::Word => {
            let opens = reading.opens(token);
            if opens == Opens::NOTHING || opens == Opens::TENSE || is_endless(reading, token, opens) {
                return None;
            }
            longest(context, token, families(reading, token, opens))
        }
        TokenKind::Mark if matches!(reading.str(token), "'" | "’" | "½" | "¼" | "¾") => {
            longest(context, token, [decade::at as Family, year::at, duration::at].into_iter())
        }
        _ => None,
    }
}

/// Whether so many figures with one mark between them stand before a number that none of them is a date: "10.0.0.1.7", "1/1/1/1".
fn is_row_of_figures(reading: &Reading<'_>, token: usize) -> bool {
    let Some(mark) = token.checked_sub(1).filter(|&mark| reading.kind(mark) == Some(TokenKind::Mark)) else { return false };
    let separator = reading.str(mark);
    let before =
        |n: usize| token.checked_sub(2 * n).is_some_and(|at| reading.number(at).is_some() && reading.str(at + 1) == separator);
    (1..=MAX_FIGURES).all(before) && (token - 2 * MAX_FIGURES..token).all(|at| reading.touches(at))
}

/// The most figures with one mark between them that a date and a range of dates have.
const MAX_FIGURES: usize = 4;

/// Whether more words of number follow each other than any number or time is said in.
fn is_endless(reading: &Reading<'_>, token: usize, opens: Opens) -> bool {
    opens.any(Opens::NUMBER) && (token + 1..token + 8).all(|token| reading.opens(token).any(Opens::NUMBER))
}

fn longest(context: &Context<'_>, token: usize, families: impl Iterator<Item = Family>) -> Option<Found> {
    let mut best: Option<Found> = None;
    for family in families {
        let Some(found) = family(context, token) else { continue };
        if best.as_ref().is_none_or(|best| found.last > best.last) {
            best = Some(found);
        }
    }
    best
}

/// What opens a time that can hold another.
const CONTAINERS: Opens =
    Opens::MONTH.or(Opens::RELATIVE).or(Opens::NAME).or(Opens::ARTICLE).or(Opens::ORDINAL).or(Opens::PART).or(Opens::OTHER);

/// The times that hold what stands before them: "of next year", "in October 2014".
fn container(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let opens = reading.number(token).is_some()
        || matches!(reading.str(token), "'" | "’")
        || reading.opens(token).any(CONTAINERS) && reading.word(token) != Some("in");
    if !opens {
        return None;
    }
    at(context, token).filter(|found| found.first == token && found.value.days().is_some())
}

/// What opens a day or a time of the clock.
const POINTS: Opens = Opens::TIME.or(Opens::RELATIVE).or(Opens::ARTICLE).or(Opens::ORDINAL);

/// A day, with its clock where one is told: what a distance is measured from.
fn fixed_point(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let opens = reading.number(token).is_some() || reading.opens(token).any(POINTS);
    let found = opens.then(|| at(context, token)).flatten().filter(|found| found.first == token)?;
    matches!(found.value, Value::Day(_) | Value::Clock(Some(_), _)).then_some(found)
}

/// The last date told, where its days are known: its token and its first day.
fn told(context: &Context<'_>) -> Option<(usize, chrono::NaiveDate)> {
    context.told.as_ref().and_then(|(at, value)| Some((*at, value.days()?.0)))
}

/// Whether the words of a phrase table stand at a token: the last token and the meaning.
fn phrase<T: Copy>(reading: &Reading<'_>, token: usize, table: &Words<T>) -> Option<(usize, T)> {
    let opens = reading.opens(token);
    // An article opens no more than what stands behind it.
    if !opens.any(table.opens) || opens.any(Opens::ARTICLE) && !reading.opens(token + 1).any(table.opens) {
        return None;
    }
    let mut tokens = [0usize; 5];
    let mut n_words = 0;
    let mut next = token;
    while n_words < tokens.len() && reading.word(next).is_some() {
        tokens[n_words] = next;
        n_words += 1;
        next += 1;
        let glue = reading.touches(next - 1) && matches!(reading.str(next), "'" | "’" | "-");
        if glue && reading.touches(next) {
            next += 1;
        }
    }
    let (n_tokens, meaning) = table.phrases.plainly_at(|i| tokens[..n_words].get(i).and_then(|&token| reading.word(token)))?;
    Some((tokens[n_tokens - 1], *meaning))
}

fn time_word(reading: &Reading<'_>, token: usize) -> Option<(usize, TimeWord)> {
    phrase(reading, token, &ENGLISH.words)
}

/// The word before a token; empty at the start.
fn word_before<'r>(reading: &'r Reading<'_>, token: usize) -> &'r str {
    token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default()
}

/// The token behind a mark that joins words: "mid-March", "third-quarter".
fn after_hyphen(reading: &Reading<'_>, token: usize) -> usize {
    token + usize::from(matches!(reading.str(token), "-" | "–"))
}

/// Whether the full stop behind a short form is its own and does not end the sentence.
fn own_stop(reading: &Reading<'_>, last: usize) -> bool {
    let goes_on = !matches!(reading.kind(last + 2), None | Some(TokenKind::Break));
    goes_on && reading.is_mark(last + 1, ".") && reading.touches(last)
}

/// Whether the original word starts with a capital.
fn is_capital(reading: &Reading<'_>, token: usize) -> bool {
    reading.token_span(token).of(reading.text).chars().next().is_some_and(char::is_uppercase)
}

/// Whether a name goes on behind a date: "September 11 Foundation", "Sunday Times".
fn heads_name(reading: &Reading<'_>, token: usize) -> bool {
    reading.word(token).is_some_and(|word| ENGLISH.name_heads.contains(word)) && is_capital(reading, token)
}
