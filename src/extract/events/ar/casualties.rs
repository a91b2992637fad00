//! «قُتل 14 شخصا وأصيب آخرون في انفجار»: the dead and the wounded are no events apart from what befell them.

use super::Candidate;
use super::complements;
use crate::event::EventKind;
use crate::extract::events::candidate::{Aspect, Role};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::triggers::NounReading;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{stems, without_conjunction};

/// How far behind its cue the noun of what befell them may stand: «في سلسلة هجمات».
const CUE_TOKENS: usize = 2;

/// Joins what is told of the victims of one event in a sentence. One verb tells the event, with the kind of its noun; of several
/// the noun does. The others are mentions of it.
pub(super) fn join(reading: &Reading<'_>, found: &mut Vec<Candidate>) {
    let mut index = 0;
    while index < found.len() {
        if let Some((token, kind)) = what_befell(reading, &found[index]) {
            let first = first_beside(reading, found, index);
            index = tell_once(found, first..index + 1, token, kind);
        }
        index += 1;
    }
}

/// The noun of event behind a verb of casualties, in its clause, with its kind.
fn what_befell(reading: &Reading<'_>, verb: &Candidate) -> Option<(usize, EventKind)> {
    if !is_casualty(reading, verb) {
        return None;
    }
    let cues = &ARABIC.particles.small.befalling;
    let noun_at = |cue: usize| {
        (cue + 1..=cue + CUE_TOKENS).take_while(|token| verb.clause.contains(token)).find_map(|token| {
            let noun = reading.noun(token).filter(|noun| befalls(reading, token, noun))?;
            Some((token, complements::noun_kind(reading, token, noun.noun)?.0))
        })
    };
    (verb.token + 1..verb.clause.end).filter(|&cue| cues.has(reading.word(cue))).find_map(noun_at)
}

fn is_casualty(reading: &Reading<'_>, verb: &Candidate) -> bool {
    let word = reading.word(verb.token).map(without_conjunction);
    verb.role == Role::Event
        && verb.aspect == Aspect::Past
        && verb.person.is_some()
        && verb.carrier.is_none()
        && ARABIC.particles.small.casualties.has(word)
}

/// An attack or a disaster, without a preposition of its own.
fn befalls(reading: &Reading<'_>, token: usize, noun: &NounReading<'_>) -> bool {
    let is_disaster = |word: &str| stems(word).any(|stem| stem.skip == 0 && ARABIC.particles.small.disasters.contains(stem.core));
    noun.preposition.is_none() && (noun.noun.kind == EventKind::Assault || reading.word(token).is_some_and(is_disaster))
}

/// The first of the verbs of casualties side by side that end with the one at `last`.
fn first_beside(reading: &Reading<'_>, found: &[Candidate], last: usize) -> usize {
    let mut first = last;
    while first > 0 {
        let (before, here) = (&found[first - 1], &found[first]);
        let beside = before.clause.end == here.clause.start && here.token == here.clause.start;
        // With a date of its own it is told of something else.
        if !beside || !is_casualty(reading, before) || !before.timexes.is_empty() {
            break;
        }
        first -= 1;
    }
    first
}

/// Makes one event of `verbs` and the noun at `token`; the place of the noun.
fn tell_once(found: &mut Vec<Candidate>, verbs: std::ops::Range<usize>, token: usize, kind: EventKind) -> usize {
    let last = verbs.end - 1;
    let mut noun = Candidate { token, kind, person: None, content: None, ..found[last].clone() };
    let place = found.iter().position(|candidate| candidate.token >= token).unwrap_or(found.len());
    match found.get_mut(place).filter(|known| known.token == token) {
        Some(known) => {
            noun.lemma = known.lemma;
            noun.timexes.splice(0..0, known.timexes.iter().copied());
            *known = noun;
        }
        None => found.insert(place, noun),
    }
    let main = if verbs.len() > 1 { place } else { last };
    if main == last {
        found[last].timexes = found[place].timexes.clone();
        (found[last].kind, found[last].content) = (kind, Some(token));
    }
    for index in verbs.chain([place]).filter(|&index| index != main) {
        found[index].told_by = Some(main);
    }
    place
}
