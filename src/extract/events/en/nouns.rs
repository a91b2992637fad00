//! Nouns of event that no verb has taken: behind "after" and its kin, or dated by themselves.

use super::scene::Scene;
use crate::extract::events::candidate::{Candidate, Order, Role};
use crate::extract::lexicon::english::{Class, ENGLISH_EVENTS, NounSense};
use crate::extract::lexicon::particles::Adjunct;

/// How far behind "after" its noun may stand, in tokens.
const ADJUNCT_TOKENS: usize = 8;

/// Adds the nouns of a sentence to what its verbs tell.
pub(super) fn add(scene: &Scene<'_>, found: &mut Vec<Candidate>) {
    adjuncts(scene, found);
    others(scene, found);
}

/// "after two days of talks", "during the visit".
fn adjuncts(scene: &Scene<'_>, found: &mut Vec<Candidate>) {
    let mut token = scene.tokens.start;
    while token < scene.tokens.end {
        let adjunct =
            scene.reading.english_phrase(token, &ENGLISH_EVENTS.functions.adjuncts).filter(|_| !scene.is_hyphenated(token));
        let Some(adjunct) = adjunct else {
            token += 1;
            continue;
        };
        let first = token + adjunct.n_tokens;
        // "hailed it as a victory": these order clauses, not nouns.
        if adjunct.n_tokens == 1 && matches!(scene.str(token), "as" | "when" | "while" | "whilst" | "once") {
            token = first;
            continue;
        }
        // "when elections were held": the verb of the clause tells.
        let has_verb =
            scene.groups.iter().any(|group| group.setting.order.is_some_and(|order| order.cue.0 == token) && group.is_finite());
        if let Some((noun_token, noun)) = adjunct_noun(scene, first).filter(|(token, _)| !has_verb && !is_taken(found, *token)) {
            let Adjunct { order, is_cause } = *adjunct.meaning;
            let role = match scene.is_unreal(noun_token) {
                true => Role::Absorbs,
                false if scene.is_quoted(noun_token) => Role::IfDated,
                false => Role::Event,
            };
            let order = Some(Order { order, cue: (token, first - 1), is_cause });
            found.push(Candidate { role, order, ..of(scene, noun_token, noun) });
        }
        token = first;
    }
}

/// The head of the noun phrase at a token, without a verb or another preposition before it.
fn adjunct_noun(scene: &Scene<'_>, first: usize) -> Option<(usize, &'static NounSense)> {
    let mut last = None;
    for token in first..(first + ADJUNCT_TOKENS).min(scene.tokens.end) {
        let is_verb = scene.groups.iter().any(|group| (group.first..=group.head).contains(&token));
        if scene.is_time(token) {
            // "after 2008", "until Friday"
            let end = scene.timex_at(token).map_or(token, |place| scene.timexes[place].last);
            let measures = scene.str(end + 1) == "of" || scene.is_possessive(end + 1) || scene.is_plain_noun(end + 1);
            if !measures {
                return last;
            }
            continue;
        }
        let ends = is_verb
            || (scene.is_mark(token) && !scene.is_possessive(token) && scene.str(token) != "-")
            || scene.is(token, Class::PREPOSITION.or(Class::RELATIVE).or(Class::COORDINATOR).or(Class::COMPLEMENTIZER));
        let measured = scene.str(token) == "of" && last.is_none();
        if ends && !measured && token > first {
            // "that" and its kin determine as well.
            break;
        }
        last = match scene.noun(token).filter(|_| !scene.is_hyphenated(token)) {
            Some(noun) => Some((token, noun)),
            None if scene.is_plain_noun(token) && !scene.is_possessive(token) => None,
            None => last,
        };
    }
    last
}

/// Nouns that tell where they are dated.
fn others(scene: &Scene<'_>, found: &mut Vec<Candidate>) {
    for token in scene.tokens.clone() {
        if scene.word(token).noun.is_none() || is_taken(found, token) || scene.is_hyphenated(token) {
            continue;
        }
        let is_verb = scene.groups.iter().any(|group| group.head == token);
        let Some(noun) = scene.noun(token).filter(|_| !is_verb && !scene.is_unreal(token)) else { continue };
        found.push(Candidate { role: Role::IfDated, ..of(scene, token, noun) });
    }
}

fn is_taken(found: &[Candidate], token: usize) -> bool {
    found.iter().any(|candidate| candidate.token == token || candidate.content == Some(token))
}

fn of(scene: &Scene<'_>, token: usize, noun: &NounSense) -> Candidate {
    let mut before = token;
    while before > scene.tokens.start && scene.is_plain_noun(before - 1) {
        before -= 1;
    }
    let is_definite_noun =
        before > scene.tokens.start && matches!(scene.str(before - 1), "the" | "this" | "that" | "these" | "those");
    let clause = scene
        .groups
        .iter()
        .rev()
        .find(|group| group.setting.region.contains(&token))
        .map_or(scene.tokens.clone(), |group| group.setting.region.clone());
    let is_planned = (before..token).any(|word| scene.is(word, Class::PLAN_NOUN));
    let mut candidate = Candidate { clause, is_definite_noun, ..Candidate::plain(token, noun.kind, &noun.context, noun.lemma) };
    if is_planned {
        candidate.aspect = crate::extract::events::Aspect::Future;
        candidate.plan();
    }
    candidate
}
