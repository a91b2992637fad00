//! Verbs without an auxiliary: whether a word that may be a verb is one where it stands.

use super::clauses::takes_clause;
use super::groups::{Group, Reality, Tense};
use super::scene::Scene;
use crate::extract::lexicon::english::{Class, Forms};

/// No verb has more adverbs before it; a list of them costs no more than its length.
const ADVERBS: usize = 4;

/// The group of a verb alone at a token. `last` is the group before it in the sentence.
pub(super) fn at(scene: &Scene<'_>, token: usize, last: Option<&Group>) -> Option<Group> {
    let forms = scene.verb_form(token)?;
    let mut reality = Reality::Told;
    let mut before = token.checked_sub(1).filter(|before| scene.tokens.contains(before));
    let denies = |token: usize| {
        scene.is(token, Class::DOUBTFUL) || matches!(scene.str(token), "never" | "almost" | "nearly" | "hardly" | "barely")
    };
    for _ in 0..ADVERBS {
        let is_adverb = |&before: &usize| (scene.is_adverb(before) && !scene.is_time(before)) || denies(before);
        let Some(adverb) = before.filter(is_adverb) else { break };
        // "almost sank", "never visited"
        if denies(adverb) {
            reality = Reality::Possible;
        }
        before = adverb.checked_sub(1).filter(|before| scene.tokens.contains(before));
    }
    let group = |tense| Group { reality, ..Group::new(token, token, tense) };
    if before.is_some_and(|before| scene.str(before) == "to") && forms.is(Forms::BASE) {
        return infinitive(scene, token).then(|| group(Tense::Infinitive));
    }
    if forms.is(Forms::PAST.or(Forms::PARTICIPLE)) {
        return past(scene, token, before, forms, last).map(|group| Group { reality, ..group });
    }
    if forms.is(Forms::BASE)
        && let Some(joined) = last.and_then(|last| joined(scene, token, before, last))
    {
        return Some(joined);
    }
    if forms.is(Forms::ING) {
        return ing(scene, token, before).then(|| group(Tense::Gerund));
    }
    // "responded with strikes on rebel positions": within a phrase of the verb before it stands none.
    let said =
        |last: &Group| takes_clause(scene, last) && !(last.head + 1..token).any(|between| scene.is(between, Class::PREPOSITION));
    let heads = last.is_none_or(|last| !last.is_finite() || is_parted(scene, last.head + 1, token) || said(last));
    (heads && present(scene, token, before, forms)).then(|| group(Tense::Present))
}

/// "will visit Oman and meet its ruler": what stands before the first verb holds for the second.
fn joined(scene: &Scene<'_>, token: usize, before: Option<usize>, last: &Group) -> Option<Group> {
    let coordinated =
        before.is_some_and(|before| scene.is(before, Class::COORDINATOR)) && before.map(|before| before + 1) == Some(token);
    let plain = scene.verb_form(last.head).is_some_and(|forms| forms.is(Forms::BASE));
    let governed = last.tense == Tense::Infinitive || last.reality != Reality::Told;
    let is_noun = scene.word(token).noun.is_some() && !opens_object(scene, token + 1);
    let fits = coordinated && plain && governed && !last.is_passive && !is_noun && !scene.reading.is_capital(token);
    fits.then(|| Group { reality: last.reality, ..Group::new(token, token, last.tense) })
}

/// "to attack the base"; "an answer to attacks" is none, nor "a visit to market towns".
fn infinitive(scene: &Scene<'_>, token: usize) -> bool {
    let is_noun = scene.word(token).noun.is_some();
    let named = scene.reading.is_capital(token);
    // "to protest in", "led to unrest": a noun of event behind "to" with another noun or mark behind it.
    let stands_alone = is_noun && matches!(scene.str(token + 1), "of" | "");
    !named && !stands_alone
}

fn past(scene: &Scene<'_>, token: usize, before: Option<usize>, forms: Forms, last: Option<&Group>) -> Option<Group> {
    let participle =
        |ambiguous| Group { is_ambiguous: ambiguous, is_passive: true, ..Group::new(token, token, Tense::Participle) };
    // At the head of a sentence: "Asked about the deal, he …".
    let Some(before) = before else { return forms.is(Forms::PARTICIPLE).then(|| participle(false)) };
    let is_pronoun =
        matches!(scene.str(before), "that" | "this" | "all" | "both" | "some" | "many" | "most" | "another" | "it" | "her");
    let attributive = (scene.is(before, Class::DETERMINER) && !is_pronoun)
        || scene.is_possessive(before)
        || scene.is(before, Class::MEASURE)
        || (scene.is(before, Class::PREPOSITION)
            && !scene.is_time(before)
            && !scene.is(before, Class::MANNER)
            && !ends_verb(scene, before, last))
        || (scene.is_number(before) && scene.is_plain_noun(token + 1) && !scene.is_time(before));
    if attributive {
        return None;
    }
    // "were given suspended sentences", "will remain closed": what a verb says of its object or subject.
    let follows = last.is_some_and(|last| last.head + 1 == token);
    if follows && last.is_some_and(|last| scene.is_plain_noun(token + 1) || last.is_stative(scene)) {
        return None;
    }
    // "hundreds of newly arrived refugees", "heavily damaged buildings"
    if before + 1 < token && scene.is_plain_noun(token + 1) && !scene.is_adverb(token + 1) && modifies(scene, before) {
        return None;
    }
    // "talks hosted by Norway": the agent of a passive.
    let has_agent = scene.str(token + 1) == "by" && forms.is(Forms::PARTICIPLE) && !scene.is_time(token + 2);
    if has_agent || !forms.is(Forms::PAST) {
        return Some(participle(false));
    }
    Some(Group { is_ambiguous: forms.is(Forms::PARTICIPLE), ..Group::new(token, token, Tense::Past) })
}

/// Whether a preposition is the particle of the verb before it: "called off".
fn ends_verb(scene: &Scene<'_>, token: usize, last: Option<&Group>) -> bool {
    last.is_some_and(|group| group.head + 1 == token) && scene.is(token, Class::MANNER)
}

/// Whether an adjective or adverb behind a word belongs to a noun phrase that it opens.
fn modifies(scene: &Scene<'_>, before: usize) -> bool {
    scene.is(before, Class::DETERMINER.or(Class::PREPOSITION)) || scene.is_number(before)
}

/// "after signing", ", killing": a verb; "the killing of", "peace meeting": a noun.
fn ing(scene: &Scene<'_>, token: usize, before: Option<usize>) -> bool {
    let Some(before) = before else { return scene.word(token).noun.is_none() || opens_object(scene, token + 1) };
    let is_noun = scene.word(token).noun.is_some();
    if scene.is(before, Class::DETERMINER) || scene.is_possessive(before) {
        return false;
    }
    if scene.is(before, Class::PREPOSITION.or(Class::SUBORDINATOR))
        || scene.is_mark(before)
        || scene.is(before, Class::COORDINATOR)
    {
        return if is_noun {
            opens_object(scene, token + 1)
        } else {
            !scene.is_plain_noun(token + 1) || opens_object(scene, token + 1)
        };
    }
    // "people protesting in", not "peace meeting".
    !is_noun && (scene.is(token + 1, Class::DETERMINER.or(Class::PREPOSITION)) || opens_object(scene, token + 1))
}

/// Whether something between two tokens may open a clause.
fn is_parted(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let opens = Class::RELATIVE.or(Class::SUBORDINATOR).or(Class::COORDINATOR).or(Class::COMPLEMENTIZER).or(Class::HYPOTHETICAL);
    (start..end).any(|token| scene.is_mark(token) || scene.is(token, opens))
}

/// Whether a noun phrase that may be an object opens at a token.
fn opens_object(scene: &Scene<'_>, token: usize) -> bool {
    let opens =
        scene.is(token, Class::DETERMINER.or(Class::OBJECT_PRONOUN).or(Class::REFLEXIVE)) && !matches!(scene.str(token), "that");
    opens || scene.is_number(token) || (scene.is_word(token) && scene.reading.is_capital(token)) || scene.str(token) == "$"
}

/// A verb of the present tense, which most words that look so are not.
fn present(scene: &Scene<'_>, token: usize, before: Option<usize>, forms: Forms) -> bool {
    let Some(before) = before else { return false };
    if scene.reading.is_capital(token) && !scene.is_headline {
        return false;
    }
    let is_noun = scene.word(token).noun.is_some();
    let subject_pronoun = scene.is(before, Class::SUBJECT_PRONOUN.or(Class::RELATIVE)) || scene.str(before) == "that";
    if subject_pronoun {
        return true;
    }
    let noun_before = scene.is_plain_noun(before) && !scene.is_hyphenated(before) && scene.verb_form(before).is_none();
    let governs = opens_object(scene, token + 1)
        || scene.is(token + 1, Class::COMPLEMENTIZER)
        || matches!(scene.str(token + 1), "to" | "on" | "for");
    let is_plural = scene.str(before).ends_with('s') && scene.str(before).len() > 3;
    let agrees = if forms.is(Forms::THIRD) { !is_plural || scene.reading.is_capital(before) } else { is_plural };
    let is_sure = scene.reading.is_capital(before) || !is_noun;
    noun_before && agrees && is_sure && (governs || scene.is_headline)
}
