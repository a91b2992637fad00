//! Which of its senses a verb or noun has here: the words that stand behind it decide.

use std::ops::Range;

use super::entities::nationality;
use super::verbs::{VerbAt, is_preposition};
use crate::event::EventKind;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::entities::NameKind;
use crate::extract::lexicon::triggers::{Noun, Sense, Verb};
use crate::extract::normalize::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::tokenize::stems;

/// How far a complement may stand behind its verb, in tokens.
const COMPLEMENT_REACH: usize = 9;

/// The same for a preposition, which a long subject parts from its verb.
const PREPOSITION_REACH: usize = 14;

/// The same for a noun.
const NOUN_COMPLEMENT_REACH: usize = 3;

/// The sense of a verb that its complement calls for; the plain sense where none does.
pub(super) fn sense<'a>(reading: &Reading<'_>, clause: &Range<usize>, at: &VerbAt<'a>) -> Option<&'a Sense> {
    let verb: &'a Verb = at.reading.verb;
    verb.senses
        .iter()
        .find(|sense| sense.needs.is_empty() || sense.needs.iter().any(|need| is_met(reading, clause, at.token, need)))
}

/// What a noun tells: its own kind, or that which the words behind it call for. A verbal noun has the senses of its verb;
/// `None` where it wants a complement that does not stand there («حلول الشتاء»).
pub(super) fn noun_kind<'n>(reading: &Reading<'_>, token: usize, noun: &'n Noun) -> Option<(EventKind, &'n [&'static str])> {
    let near = token..token + 1 + NOUN_COMPLEMENT_REACH;
    let met = |sense: &&Sense| sense.needs.is_empty() || sense.needs.iter().any(|need| is_met(reading, &near, token, need));
    if let Some(sense) = noun.senses.iter().find(met) {
        return Some((sense.kind, &sense.context));
    }
    match ARABIC.triggers.verb_of(noun) {
        Some(verb) => verb.senses.iter().find(met).map(|sense| (sense.kind, sense.context.as_slice())),
        None => (!noun.needs_complement).then_some((noun.kind, noun.context.as_slice())),
    }
}

pub(super) fn is_met(reading: &Reading<'_>, clause: &Range<usize>, token: usize, need: &str) -> bool {
    let clitic = need.chars().count() == 1;
    let reach = if is_preposition(need) { PREPOSITION_REACH } else { COMPLEMENT_REACH };
    let behind = token + 1..clause.end.min(token + 1 + reach);
    match need.strip_prefix('@') {
        Some("alone") => return is_alone(reading, clause, token),
        // The subject may stand ahead of its verb.
        Some(class) => return (clause.start..token).chain(behind).any(|after| is_of_class(reading, after, class)),
        None => {}
    }
    behind.chain(antecedent(reading, clause, need)).any(|after| {
        let Some(word) = reading.word(after) else { return false };
        if clitic {
            let mut stems = stems(word);
            return word.starts_with(need) && stems.any(|stem| stem.skip > 0 || stem.preposition.is_some());
        }
        let core = need.strip_prefix("ال").unwrap_or(need);
        word == need || has_pronoun(word, need) || stems(word).any(|stem| is_form_of(stem.core, core, stem.definite))
    })
}

/// «أوقف في المطار», «أوقفت مجددا لأشهر»: nothing but when and where stands behind a verb, so that it is passive.
fn is_alone(reading: &Reading<'_>, clause: &Range<usize>, token: usize) -> bool {
    let adverb = |token: usize| {
        let small = &ARABIC.particles.small;
        reading.is_time(token) || small.adverbs.has(reading.word(token))
    };
    let Some(next) = (token + 1..clause.end).find(|&token| !adverb(token)) else { return true };
    reading.word(next).is_some_and(is_preposition)
}

/// «الهدنة التي وُقّعت»: where the words that a relative clause tells about stand; they may be its complement too.
fn antecedent(reading: &Reading<'_>, clause: &Range<usize>, need: &str) -> Range<usize> {
    let relative = clause.start.checked_sub(1).filter(|&before| {
        !is_preposition(need) && reading.word(before).is_some_and(|word| ARABIC.particles.relatives.contains(word))
    });
    relative.map_or(0..0, |relative| relative.saturating_sub(6)..relative)
}

/// Whether a word is another with an accusative alef or a pronoun: «هجوما», «سراحهم».
fn is_form_of(word: &str, core: &str, definite: bool) -> bool {
    let stem = core.strip_suffix('ه').unwrap_or(core);
    let Some(rest) = word.strip_prefix(stem) else { return false };
    let rest = if stem == core { rest } else { rest.strip_prefix('ت').unwrap_or(rest) };
    word == core || (rest == "ات" && stem != core) || !definite && takes_ending(rest, stem.len() == core.len())
}

/// The alef of the accusative or a pronoun, which no definite word takes; «ه» only where the word has no ة of its own.
fn takes_ending(rest: &str, has_no_feminine: bool) -> bool {
    matches!(rest, "ا" | "ها" | "هم" | "هما" | "نا") || (rest == "ه" && has_no_feminine)
}

/// «فيهما», «إليه»: the preposition with a pronoun.
fn has_pronoun(word: &str, need: &str) -> bool {
    let stem = need.strip_suffix('ي').unwrap_or(need);
    is_preposition(need)
        && word.strip_prefix(stem).is_some_and(|rest| matches!(rest, "ه" | "ها" | "هم" | "هما" | "يه" | "يها" | "يهم" | "يهما"))
}

/// Whether a token is of a class that a complement may ask for: `person` (a title, a delegation, people), `force`, `state`,
/// `states` (two of them in its sentence).
fn is_of_class(reading: &Reading<'_>, token: usize, class: &str) -> bool {
    let Some(word) = reading.word(token) else { return false };
    let entities = &ARABIC.entities;
    match class {
        "person" => {
            let titled = entities.titles.at(|i| (i == 0).then_some(word)).is_some_and(|title| title.skip == 0);
            titled || stems(word).any(|stem| stem.skip == 0 && entities.groups.has(stem.core))
        }
        "force" => stems(word).any(|stem| entities.forces.has(stem.core)),
        "state" => {
            let name = reading.phrase(token, &entities.names);
            nationality(word).is_some()
                || name.is_some_and(|found| matches!(found.meaning.kind, NameKind::Country | NameKind::Capital))
        }
        "states" => reading.sentence_of(token).is_some_and(|sentence| names_states(reading, sentence)),
        _ => false,
    }
}

/// Whether a sentence names two states, of which one does something in the other.
fn names_states(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    let mut codes = sentence.tokens.clone().filter_map(|token| {
        let name = reading.phrase(token, &ARABIC.entities.names).and_then(|found| found.meaning.code.clone());
        name.or_else(|| reading.word(token).and_then(nationality))
    });
    let first = codes.next();
    codes.any(|code| Some(code) != first)
}
