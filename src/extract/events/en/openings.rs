//! What opens clauses: commas, conjunctions, relatives, "after" and its kin.

use std::ops::Range;

use super::clauses::{Kind, takes_clause};
use super::groups::Group;
use super::phrases::comma_before;
use super::scene::Scene;
use crate::extract::events::candidate::Order;
use crate::extract::lexicon::english::{Class, ENGLISH_EVENTS};
use crate::extract::lexicon::particles::Adjunct;

/// What opens a clause between two groups.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    /// The token of the word or mark.
    pub(super) at: usize,
    /// Behind it.
    pub(super) start: usize,
    pub(super) kind: Option<Kind>,
    pub(super) order: Option<Order>,
    pub(super) is_coordinator: bool,
    pub(super) is_comma: bool,
}

/// What may open the clause of a group in the tokens between it and the one before, in order.
pub(super) fn openings(scene: &Scene<'_>, gap: Range<usize>, before: Option<&Group>, group: &Group) -> Vec<Opening> {
    let mut out: Vec<Opening> = Vec::new();
    let mut token = gap.start;
    while token < gap.end {
        let found = opening(scene, token, &gap, before, group, &out);
        token = found.as_ref().map_or(token + 1, |opening| opening.start);
        out.extend(found);
    }
    out
}

fn opening(
    scene: &Scene<'_>,
    token: usize,
    gap: &Range<usize>,
    before: Option<&Group>,
    group: &Group,
    so_far: &[Opening],
) -> Option<Opening> {
    let opens = |kind: Option<Kind>, n_tokens: usize, order: Option<Order>| {
        Some(Opening { at: token, start: (token + n_tokens).min(gap.end), kind, order, is_coordinator: false, is_comma: false })
    };
    if scene.is_time(token) && !scene.is(token, Class::SUBORDINATOR) {
        return None;
    }
    if scene.is_mark(token) {
        let is_comma = scene.str(token) == ",";
        let parts = is_comma
            || matches!(scene.str(token), ";" | ":" | "(" | ")" | "\u{2014}" | "\u{2013}" | "\"" | "\u{201C}" | "\u{201D}");
        let in_number = scene.is_in_number(token);
        let dash = scene.str(token) == "-" && !scene.reading.touches(token);
        let closes = matches!(scene.str(token), ")" | "\u{2014}" | "\u{2013}") || dash;
        return ((parts && !in_number) || dash).then(|| Opening {
            at: token,
            start: token + 1,
            kind: None,
            order: None,
            is_coordinator: false,
            is_comma: is_comma || closes,
        });
    }
    let class = scene.class(token);
    let behind_noun =
        token > scene.tokens.start && (scene.is_plain_noun(token - 1) || scene.is_mark(token - 1) || scene.is_number(token - 1));
    if scene.str(token) == "that" {
        let is_relative = token + 1 == group.first && behind_noun && token > gap.start;
        let determines = !is_relative && before.is_none_or(|before| !takes_clause(scene, before)) && !behind_noun;
        let kind = if is_relative { Kind::Relative } else { Kind::Complement };
        return if determines { None } else { opens(Some(kind), 1, None) };
    }
    // ", where a school collapsed": the story goes on.
    if scene.str(token) == "where" && comma_before(scene, token) {
        return opens(Some(Kind::Subordinate), 1, None);
    }
    if class.is(Class::RELATIVE) {
        return opens(Some(Kind::Relative), 1, None);
    }
    if class.is(Class::HYPOTHETICAL) {
        return opens(Some(Kind::Conditional), 1, None);
    }
    if let Some(found) =
        scene.reading.english_phrase(token, &ENGLISH_EVENTS.functions.adjuncts).filter(|_| !scene.is_hyphenated(token))
    {
        let end = token + found.n_tokens;
        let Adjunct { order, is_cause } = *found.meaning;
        let cue = (token, end - 1);
        // "after two days of talks, the ministers": the verb is the main one.
        return opens(Some(Kind::Adjunct(order)), found.n_tokens, Some(Order { order, cue, is_cause }))
            .filter(|_| end <= gap.end);
    }
    if matches!(scene.str(token), "how" | "what" | "why") {
        return opens(Some(Kind::Complement), 1, None);
    }
    if class.is(Class::SUBORDINATOR) {
        return opens(Some(Kind::Subordinate), 1, None);
    }
    if class.is(Class::COORDINATOR) {
        let joins_verbs = (token + 1..group.first).all(|behind| scene.is_adverb(behind) || scene.is_time(behind));
        let after_mark = so_far.last().is_some_and(|last| last.start == token && last.kind.is_none());
        let joins_clauses =
            before.is_some() && (after_mark || (so_far.is_empty() && before.is_some_and(|before| !takes_clause(scene, before))));
        let opening = Opening { at: token, start: token + 1, kind: None, order: None, is_coordinator: true, is_comma: false };
        return (joins_clauses || (joins_verbs && before.is_some())).then_some(opening);
    }
    None
}
