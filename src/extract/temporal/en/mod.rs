//! The families of English temporal expressions, one a file. Each reads forwards from a token; the longest reading wins.

mod clock;
mod date;
mod named;
mod nth;
mod number;
mod numeric;
mod set;
mod unit;
mod words;

use std::ops::Range;

use super::{Context, Found};
use crate::extract::lexicon::ENGLISH;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::TokenKind;

/// The longest expression that starts at a token.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    context.deeper(|| read(context, token))
}

fn read(context: &Context<'_>, token: usize) -> Option<Found> {
    let families: &[fn(&Context<'_>, usize) -> Option<Found>] = match context.reading.kind(token)? {
        TokenKind::Number => &[numeric::date, date::at, clock::at, unit::counted, named::at, date::bare_year],
        TokenKind::Word if context.reading.opens_time(token, may_open) => &[
            date::at,
            date::weekday,
            date::day_of_month,
            unit::related,
            unit::counted,
            unit::parted,
            named::at,
            clock::at,
            set::at,
            words::at,
            date::bare_year,
        ],
        TokenKind::Mark if context.reading.is_mark(token, "'") || context.reading.is_mark(token, "’") => &[named::at],
        _ => return None,
    };
    let mut best: Option<Found> = None;
    for family in families {
        let Some(found) = family(context, token) else { continue };
        if best.as_ref().is_none_or(|best| found.last > best.last) {
            best = Some(found);
        }
    }
    best
}

/// Whether a word may open an expression: one of the lexicon, or a small word before one.
fn may_open(word: &str) -> bool {
    ENGLISH.openers.contains(word)
}

/// The token from which on a sentence speaks of the future: "will", "is expected to".
pub(super) fn future_from(reading: &Reading<'_>, mut tokens: Range<usize>) -> Option<usize> {
    tokens.find(|&token| match reading.word(token) {
        Some("will" | "shall" | "ll" | "upcoming") => true,
        Some("expected" | "scheduled" | "due" | "going" | "planned" | "plans" | "set" | "plan" | "planning") => {
            reading.word(token + 1) == Some("to") || reading.word(token + 1) == Some("for")
        }
        _ => false,
    })
}

/// The times that hold what stands before them: "of next year", "in October 2014".
fn container(context: &Context<'_>, token: usize) -> Option<Found> {
    at(context, token).filter(|found| found.first == token && found.value.days().is_some())
}

/// Whether the words of a phrase table stand at a token: the last token and the meaning.
fn phrase<T: Copy>(
    reading: &Reading<'_>,
    token: usize,
    table: &crate::extract::lexicon::phrases::Phrases<T>,
) -> Option<(usize, T)> {
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
    let found = table.at(|i| tokens[..n_words].get(i).and_then(|&token| reading.word(token)))?;
    (found.skip == 0 && found.preposition.is_none()).then(|| (tokens[found.n_tokens - 1], *found.meaning))
}

fn time_word(reading: &Reading<'_>, token: usize) -> Option<(usize, crate::extract::lexicon::temporal::TimeWord)> {
    phrase(reading, token, &ENGLISH.words)
}

/// The token behind a mark that joins words: "mid-March", "third-quarter".
fn after_hyphen(reading: &Reading<'_>, token: usize) -> usize {
    token + usize::from(matches!(reading.str(token), "-" | "–"))
}

/// Whether the original word starts with a capital.
fn is_capital(reading: &Reading<'_>, token: usize) -> bool {
    reading.token_span(token).of(reading.text).chars().next().is_some_and(char::is_uppercase)
}
