//! The same event told twice: by a definite noun, by the same word of the same things, or by the headline. It is one event with
//! several mentions, and its time is what all of them allow; what they deny each other is a warning.

use std::collections::BTreeSet;

use super::events::{self, Candidate};
use super::normalize::Reading;
use super::order;
use super::temporal::TimexMention;
use crate::base::{Bounds, Language, Message};
use crate::event::{EventKind, Modality, Quadrant, Warning};

/// How many events of an article its headline may tell.
const HEADLINE_REACH: usize = 12;

/// A word of so many letters says what is told of; shorter ones join others.
const WORD_LETTERS: usize = 5;

/// How many tokens around a trigger say what it tells of.
const NEAR_TOKENS: usize = 12;

/// How many words two tellings must share to be one event, and to contradict each other.
const SHARED_WORDS: usize = 2;
const SURELY_SHARED_WORDS: usize = 3;

/// Events, each with its other mentions.
pub(super) struct Joined {
    pub(super) events: Vec<Candidate>,
    pub(super) retold: Vec<Vec<Candidate>>,
    pub(super) warnings: Vec<Warning>,
}

/// Joins what is told more than once.
pub(super) fn join(reading: &Reading<'_>, language: Language, found: Vec<Candidate>, timexes: &[TimexMention]) -> Joined {
    let mut joined = Joined { events: Vec::new(), retold: Vec::new(), warnings: Vec::new() };
    let mut places: Vec<usize> = Vec::with_capacity(found.len());
    let mut mentions = Vec::new();
    for (at, candidate) in found.into_iter().enumerate() {
        if let Some(event) = candidate.told_by {
            // Told behind, its event may have no place yet.
            places.push(usize::MAX);
            mentions.push((at, event, candidate));
            continue;
        }
        let reach = joined.events.len().saturating_sub(order::RETOLD_REACH);
        let told = named_again(&joined.events[reach..], &candidate)
            .or_else(|| told_again(reading, &joined.events[reach..], &candidate, timexes, &mut joined.warnings));
        match told.map(|place| reach + place) {
            Some(place) => {
                places.push(place);
                joined.events[place].timexes.extend(&candidate.timexes);
                joined.retold[place].push(candidate);
            }
            None => {
                places.push(joined.events.len());
                joined.events.push(candidate);
                joined.retold.push(Vec::new());
            }
        }
    }
    for (at, event, candidate) in mentions {
        if let Some(place) = places.get(event).copied()
            && let Some(retold) = joined.retold.get_mut(place)
        {
            places[at] = place;
            retold.push(candidate);
        }
    }
    let known = joined.events.len();
    for event in &mut joined.events {
        event.main = event.main.and_then(|main| places.get(main).copied()).filter(|&main| main < known);
    }
    in_headline(reading, language, &joined.events, &mut joined.retold);
    joined
}

/// «خلال اللقاء»: a definite noun without a date of its own names an event told before, by its word or as the last of its kind.
fn named_again(events: &[Candidate], candidate: &Candidate) -> Option<usize> {
    let same_kind = |event: &Candidate| event.kind == candidate.kind && event.kind != EventKind::Other;
    let is_told =
        |event: &Candidate| event.sentence != candidate.sentence && (event.lemma == candidate.lemma || same_kind(event));
    let names_one = candidate.is_definite_noun && candidate.timexes.is_empty();
    events.iter().rposition(is_told).filter(|_| names_one)
}

/// «أغلقت الحكومة المعبر … وأغلقت الحكومة المعبر يوم الأربعاء»: the same word, told of the same things, at a time that both allow.
fn told_again(
    reading: &Reading<'_>,
    events: &[Candidate],
    candidate: &Candidate,
    timexes: &[TimexMention],
    warnings: &mut Vec<Warning>,
) -> Option<usize> {
    let is_told = |event: &&Candidate| {
        event.sentence != candidate.sentence
            && event.lemma == candidate.lemma
            && event.lemma != usize::MAX
            && event.kind == candidate.kind
            && event.aspect == candidate.aspect
            && event.modality != Modality::Planned
            && !event.says
    };
    // Many call for the same thing: «دعا إلى تحقيق» of two people is two events.
    let is_deed = matches!(candidate.kind.quadrant(), Quadrant::MaterialCooperation | Quadrant::MaterialConflict)
        || candidate.kind == EventKind::Other;
    if !is_deed || !events.iter().any(|event| is_told(&event)) {
        return None;
    }
    let words = words_near(reading, candidate);
    let shares = |event: &Candidate| words_near(reading, event).intersection(&words).count();
    let place = events.iter().rposition(|event| is_told(&event) && shares(event) >= SHARED_WORDS)?;
    let event = &events[place];
    let known = |candidate: &Candidate| bounds(candidate, timexes);
    let (before, now) = (known(event), known(candidate));
    if before.zip(now).is_none_or(|(before, now)| before.intersected(now).is_some()) {
        return Some(place);
    }
    if shares(event) >= SURELY_SHARED_WORDS {
        let spans = vec![reading.token_span(event.token), reading.token_span(candidate.token)];
        let message = Message::new("warning-retold-contradiction");
        warnings.push(Warning { code: "retold-contradiction".into(), message, spans });
    }
    None
}

/// What the expressions of a candidate allow together; nothing where it has none, or they deny each other.
fn bounds(candidate: &Candidate, timexes: &[TimexMention]) -> Option<Bounds> {
    let known = candidate.timexes.iter().filter_map(|&index| timexes.get(index)).map(|mention| mention.timex.bounds);
    known
        .filter(|bounds| *bounds != Bounds::UNKNOWN)
        .try_fold(Bounds::UNKNOWN, Bounds::intersected)
        .filter(|all| *all != Bounds::UNKNOWN)
}

/// The longer words near a trigger, by their place among the words of the text.
fn words_near(reading: &Reading<'_>, candidate: &Candidate) -> BTreeSet<usize> {
    let start = candidate.clause.start.max(candidate.token.saturating_sub(NEAR_TOKENS));
    let end = candidate.clause.end.min(candidate.token + NEAR_TOKENS);
    let is_long = |token: &usize| reading.word(*token).is_some_and(|word| word.chars().count() >= WORD_LETTERS);
    (start..end).filter(|token| *token != candidate.token).filter(is_long).map(|token| reading.tokens[token].word()).collect()
}

/// The headline tells events of the body: by the same verb or noun, else by the same kind as the lead's.
fn in_headline(reading: &Reading<'_>, language: Language, events: &[Candidate], retold: &mut [Vec<Candidate>]) {
    let first = events.iter().take(HEADLINE_REACH);
    let lead = events.first().map(|event| event.sentence);
    for told in events::in_headline(reading, language) {
        let same_kind =
            |event: &Candidate| event.kind == told.kind && told.kind != EventKind::Other && Some(event.sentence) == lead;
        let by_word = first.clone().position(|event| event.lemma == told.lemma && told.lemma != usize::MAX);
        let place = by_word.or_else(|| first.clone().position(same_kind));
        if let Some(place) = place {
            retold[place].push(told);
        }
    }
}
