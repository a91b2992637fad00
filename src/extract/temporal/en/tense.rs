//! Which way a date without a year lies: by the nearest verb of its sentence. News tells the past unless a verb looks ahead.
//! "will meet on Friday" is ahead, "said on Friday" behind; "is expected to open in June" ahead, "had opened in June" behind.

use super::is_capital;
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::temporal::Relative;
use crate::extract::lexicon::temporal_en::{Opens, Tense};
use crate::extract::normalize::Reading;
use crate::extract::temporal::Context;
use crate::extract::tokenize::TokenKind;

/// How far before a date its verb may stand, in tokens.
const REACH_BACK: usize = 16;

/// How far behind it: "on Friday the ministers will meet".
const REACH_AHEAD: usize = 7;

/// Ahead, where the verb of a date says so; else nothing.
pub(in crate::extract::temporal) fn of(context: &Context<'_>, token: usize) -> Option<Relative> {
    if context.is_entry {
        return Some(Relative::Future);
    }
    let reading = context.reading;
    let behind = before(reading, token);
    let ahead = after(reading, token);
    let is_future = match (behind, ahead) {
        (Some((near, said)), Some((far, other))) => {
            if far < near {
                other
            } else {
                said
            }
        }
        (Some((_, said)), None) | (None, Some((_, said))) => said,
        (None, None) => false,
    };
    is_future.then_some(Relative::Future)
}

/// The nearest verb before a token: how far, and whether it looks ahead.
fn before(reading: &Reading<'_>, token: usize) -> Option<(usize, bool)> {
    let mut infinitive = None;
    let start = token.saturating_sub(REACH_BACK);
    for at in (start..token).rev() {
        match reading.kind(at)? {
            TokenKind::Break => break,
            TokenKind::Mark if matches!(reading.str(at), "." | "!" | "?") && !reading.touches(at) => break,
            TokenKind::Word => {}
            _ => continue,
        }
        if let Some(looks_ahead) = verb(reading, at) {
            return Some((token - at, looks_ahead));
        }
        // "markets to remain closed": a headline's future, unless a verb of the past stands before it.
        if infinitive.is_none() && is_infinitive(reading, at, token) {
            infinitive = Some((token - at, true));
        }
    }
    infinitive
}

/// The nearest verb behind a date.
fn after(reading: &Reading<'_>, token: usize) -> Option<(usize, bool)> {
    for at in token + 1..=token + REACH_AHEAD {
        match reading.kind(at)? {
            TokenKind::Break => return None,
            TokenKind::Mark if matches!(reading.str(at), "." | "!" | "?" | ";") && !reading.touches(at) => return None,
            TokenKind::Word => {}
            _ => continue,
        }
        if let Some(looks_ahead) = verb(reading, at) {
            return Some((at - token, looks_ahead));
        }
    }
    None
}

/// Whether the word at a token is a verb that tells, and which way.
fn verb(reading: &Reading<'_>, at: usize) -> Option<bool> {
    let word = reading.word(at)?;
    if !reading.opens(at).any(Opens::TENSE) {
        return is_past_form(reading, at, word).then_some(false);
    }
    match ENGLISH.tenses.get(word)? {
        Tense::Future => (!is_capital(reading, at) || word != "may").then_some(true),
        Tense::Past => Some(false),
        Tense::Plan => plan(reading, at, word),
    }
}

/// "is to visit", "due on Monday", "expected to open".
fn plan(reading: &Reading<'_>, at: usize, word: &str) -> Option<bool> {
    let next = reading.word(at + 1)?;
    let to_be = matches!(word, "is" | "are");
    let looks =
        if to_be { next == "to" } else { matches!(next, "to" | "for") || word == "due" && matches!(next, "in" | "on" | "by") };
    looks.then_some(true)
}

/// "resigned", "announced"; not "is closed", "the proposed", "United".
fn is_past_form(reading: &Reading<'_>, at: usize, word: &str) -> bool {
    if word.len() < 4 || !word.ends_with("ed") || word.ends_with("eed") || reading.opens(at) != Opens::default() {
        return false;
    }
    let front = at.checked_sub(1).and_then(|front| reading.word(front)).unwrap_or_default();
    let passive = matches!(
        front,
        "be" | "been" | "being" | "is" | "are" | "remain" | "remains" | "stay" | "get" | "the" | "a" | "an" | "of" | "to"
    );
    !passive && !is_capital(reading, at)
}

/// "to" before a verb; "from June to July" is none.
fn is_infinitive(reading: &Reading<'_>, at: usize, date: usize) -> bool {
    let figures = matches!(reading.kind(at + 1), Some(TokenKind::Number));
    reading.word(at) == Some("to")
        && at + 1 < date
        && !figures
        && !reading.opens(at + 1).any(Opens::TIME.or(Opens::ARTICLE).or(Opens::NUMBER))
        && !is_capital(reading, at + 1)
}
