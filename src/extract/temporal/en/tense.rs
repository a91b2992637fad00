//! Which way a date without a year lies: by the nearest verb of its sentence. News tells the past unless a verb looks ahead.
//! "will meet on Friday" is ahead, "said on Friday" behind; "is expected to open in June" ahead, "had opened in June" behind.

use super::{is_capital, word_before};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::lexicon::temporal_en::Tense;
use crate::extract::lexicon::time_word::Relative;
use crate::extract::normalize::Reading;
use crate::extract::temporal::Context;
use crate::extract::tokenize::TokenKind;

/// How far before a date its verb may stand, in tokens.
const REACH_BACK: usize = 24;

/// How far behind it: "on Friday the ministers will meet".
const REACH_AHEAD: usize = 10;

/// Which way a verb points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Points {
    Back,
    /// Back, for what stands beside the verb.
    Said,
    Ahead,
}

/// Ahead, where the verb of a date says so; else nothing.
pub(in crate::extract::temporal) fn of(context: &Context<'_>, token: usize) -> Option<Relative> {
    (points(context, token) == Some(Points::Ahead)).then_some(Relative::Future)
}

/// Where the nearest verb of a date points.
pub(super) fn points(context: &Context<'_>, token: usize) -> Option<Points> {
    if context.is_entry {
        return Some(Points::Ahead);
    }
    let reading = context.reading;
    let before = before(reading, token);
    match (before, after(reading, token, before.is_some())) {
        (Some((near, _)), Some((far, points))) if far < near => Some(points),
        (Some((_, points)), _) | (None, Some((_, points))) => Some(points),
        (None, None) => None,
    }
}

/// The nearest verb before a token: how far, and where it points.
fn before(reading: &Reading<'_>, token: usize) -> Option<(usize, Points)> {
    let mut infinitive = None;
    let start = token.saturating_sub(REACH_BACK);
    for at in (start..token).rev() {
        match reading.kind(at)? {
            TokenKind::Break => break,
            TokenKind::Mark if matches!(reading.str(at), "." | "!" | "?") && !reading.touches(at) => break,
            TokenKind::Word => {}
            _ => continue,
        }
        if let Some(points) = verb(reading, at) {
            // "agreed to meet on Friday" looks ahead, "was forced to leave on Friday" does not.
            let agreed = points == Points::Said && infinitive.is_some();
            return Some((token - at, if agreed { Points::Ahead } else { points }));
        }
        // "markets to remain closed": a headline's future.
        if infinitive.is_none() && is_infinitive(reading, at, token) {
            infinitive = Some((token - at, Points::Ahead));
        }
    }
    infinitive
}

/// The nearest verb behind a date; where the date has one before it, only one of the same clause.
fn after(reading: &Reading<'_>, token: usize, has_verb: bool) -> Option<(usize, Points)> {
    for at in token + 1..=token + REACH_AHEAD {
        match reading.kind(at)? {
            TokenKind::Break => return None,
            TokenKind::Mark if matches!(reading.str(at), "." | "!" | "?" | ";") && !reading.touches(at) => return None,
            TokenKind::Word => {}
            _ => continue,
        }
        // "was restored on Monday, but schools will": another clause.
        if matches!(reading.word(at), Some("but" | "while" | "although" | "though" | "whereas")) {
            return None;
        }
        // "raised wages in September and will vote": another predicate; "in June and July the ministers will": the same.
        let joins_times = || reading.opens(at + 1).any(Opens::TIME.or(Opens::NUMBER)) || reading.number(at + 1).is_some();
        if has_verb && reading.word(at) == Some("and") && !joins_times() {
            return None;
        }
        if let Some(points) = verb(reading, at) {
            return Some((at - token, points));
        }
    }
    None
}

/// Whether the word at a token is a verb that tells, and where it points.
fn verb(reading: &Reading<'_>, at: usize) -> Option<Points> {
    let word = reading.word(at)?;
    if !reading.opens(at).any(Opens::TENSE) {
        return is_past_form(reading, at, word).then_some(Points::Back);
    }
    match ENGLISH.tenses.get(word)? {
        Tense::Future => (!is_capital(reading, at) || word != "may").then_some(Points::Ahead),
        Tense::Past => (!is_passive(reading, at)).then_some(Points::Back),
        Tense::Said => (!is_passive(reading, at)).then_some(Points::Said),
        Tense::Plan => plan(reading, at, word).then_some(Points::Ahead),
    }
}

/// "is to visit", "due on Monday", "expected to open".
fn plan(reading: &Reading<'_>, at: usize, word: &str) -> bool {
    let next = reading.word(at + 1).unwrap_or_default();
    match word {
        "is" | "are" => next == "to",
        "due" => matches!(next, "to" | "for" | "in" | "on" | "by"),
        _ => matches!(next, "to" | "for"),
    }
}

/// "resigned", "announced"; not "is closed", "the proposed", "United".
fn is_past_form(reading: &Reading<'_>, at: usize, word: &str) -> bool {
    if word.len() < 4 || !word.ends_with("ed") || word.ends_with("eed") || reading.opens(at) != Opens::default() {
        return false;
    }
    !is_passive(reading, at) && !is_capital(reading, at)
}

/// "be launched", "the proposed": no tense of its own.
fn is_passive(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        word_before(reading, at),
        "be" | "been" | "being" | "is" | "are" | "remain" | "remains" | "stay" | "get" | "the" | "a" | "an" | "of" | "to"
    )
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
