//! Phrases before a verb: its subject, what a relative clause tells about, where what is said begins.

use std::ops::Range;

use super::scene::Scene;
use crate::extract::lexicon::english::Class;
use crate::extract::lexicon::opens::Opens;

/// Whether a comma stands before a token.
pub(super) fn comma_before(scene: &Scene<'_>, token: usize) -> bool {
    token > scene.tokens.start && scene.str(token - 1) == ","
}

/// Where what is said begins: behind the day on which it is said and "in a statement".
pub(super) fn said_from(scene: &Scene<'_>, gap: Range<usize>) -> usize {
    let mut start = gap.start;
    loop {
        let is_time = scene.is_time(start) || (scene.is(start, Class::PREPOSITION) && scene.is_time(start + 1));
        if start < gap.end && (is_time || scene.is_adverb(start)) {
            start += 1;
        } else if start + 2 < gap.end && scene.str(start) == "in" && matches!(scene.str(start + 1), "a" | "an") {
            start += 3;
        } else {
            return start.min(gap.end);
        }
    }
}

/// The noun phrase among the tokens before a verb, without what stands ahead of it.
pub(super) fn subject(scene: &Scene<'_>, tokens: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (tokens.start, tokens.end);
    let skips = |token: usize| {
        (scene.is_adverb(token) && !scene.is(token, Class::DETERMINER))
            || scene.is_time(token)
            || scene.is_mark(token)
            || scene.is(token, Class::COORDINATOR)
    };
    while start < end && skips(end - 1) && !scene.is_possessive(end - 1) {
        end -= 1;
    }
    while start < end && skips(start) {
        start += 1;
    }
    if start < end && scene.is(start, Class::PREPOSITION) && !is_quantity(scene, start) {
        let time =
            scene.timexes.iter().filter(|timex| timex.first > start && timex.last < end).map(|timex| timex.last + 1).next_back();
        let named = (start + 2..end).find(|&token| {
            scene.is(token, Class::DETERMINER.or(Class::SUBJECT_PRONOUN)) && !scene.is(token - 1, Class::PREPOSITION)
        });
        start = time.or(named).unwrap_or(end);
        while start < end && skips(start) {
            start += 1;
        }
    }
    start..end
}

/// "at least 23 people", "more than", "up to 40".
fn is_quantity(scene: &Scene<'_>, token: usize) -> bool {
    let counts = |token: usize| (scene.is_number(token) && !scene.is_time(token)) || matches!(scene.str(token), "least" | "most");
    counts(token + 1) || (matches!(scene.str(token + 1), "to" | "than") && counts(token + 2))
}

/// The noun phrase right before a token: "a report" of "a report published in May".
pub(super) fn phrase_before(scene: &Scene<'_>, end: usize) -> Range<usize> {
    let mut start = end;
    while start > scene.tokens.start && end - start < 8 {
        let token = start - 1;
        let quiet = scene.is_plain_noun(token) && scene.groups.iter().all(|group| group.head != token);
        let is_part = quiet
            || scene.is_number(token)
            || scene.is_possessive(token)
            || scene.is_hyphenated(token)
            || scene.str(token) == "-";
        if scene.is(token, Class::DETERMINER) && !is_part {
            // "two of his deputies"
            let counts = |token: usize| {
                scene.is_number(token) || scene.reading.opens(token).any(Opens::NUMBER) || scene.is(token, Class::DETERMINER)
            };
            let counted = token >= scene.tokens.start + 2 && scene.str(token - 1) == "of" && counts(token - 2);
            return if counted { token - 2..end } else { token..end };
        }
        if !is_part {
            break;
        }
        start = token;
    }
    start..end
}

/// What a relative pronoun at a token tells about.
pub(super) fn antecedent(scene: &Scene<'_>, token: usize) -> Range<usize> {
    let mut end = if comma_before(scene, token) { token - 1 } else { token };
    // "a collapse in 2008, which led to"
    while let Some(timex) = end.checked_sub(1).and_then(|last| scene.timex_at(last)) {
        let first = scene.timexes[timex].first;
        end = if first > scene.tokens.start && scene.is(first - 1, Class::PREPOSITION) { first - 1 } else { first };
    }
    // "in which"
    let end = if end > scene.tokens.start && scene.is(end - 1, Class::PREPOSITION) && end == token { end - 1 } else { end };
    phrase_before(scene, end)
}
