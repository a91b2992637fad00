//! Who does it, to whom, and where: the names beside a trigger, with the part each plays.

use std::collections::BTreeMap;

use super::Candidate;
use super::person::is_common;
use crate::base::fold::fold;
use crate::event::{Actor, ActorRole, EventKind, Place};
use crate::extract::events::names::{EntityKind, EntityMention};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::Person;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::stems;

/// The actors and places of an event.
#[derive(Debug, Clone, Default)]
pub(in crate::extract) struct Participants {
    pub(in crate::extract) actors: Vec<Actor>,
    pub(in crate::extract) places: Vec<Place>,
}

/// The names beside a trigger. `subject`: who acted last, for a verb without a subject of its own.
pub(in crate::extract) fn participants(
    reading: &Reading<'_>,
    candidate: &Candidate,
    names: &[EntityMention],
    subject: Option<&Actor>,
) -> Participants {
    let mut out = Participants::default();
    let verb = candidate.carrier.unwrap_or(candidate.token);
    let named_subject = names.iter().any(|name| {
        name.first == verb + 1
            || is_counted_subject(reading, verb, name)
            || (name.last < verb && candidate.clause.contains(&name.first) && preposition(reading, name).is_none())
    });
    let unnamed_subject = candidate.person.is_some() && !named_subject && has_unnamed_subject(reading, verb);
    let mut before: Option<(&EntityMention, Option<String>)> = None;
    let own = candidate.clause.start..adjunct_behind(reading, candidate).unwrap_or(candidate.clause.end);
    for name in names.iter().filter(|name| own.contains(&name.first)) {
        let preposition = match &before {
            // «إلى روسيا والصين وإيران»: the preposition holds for all.
            Some((last, preposition)) if is_listed(reading, last, name) => preposition.clone(),
            _ => preposition(reading, name),
        };
        add(reading, candidate, name, preposition.as_deref(), unnamed_subject, &mut out);
        before = Some((name, preposition));
    }
    let has_own_subject = out.actors.iter().any(|actor| actor.role == ActorRole::Source);
    let needs_subject = candidate.person.is_some_and(|person| person != Person::First) && !has_own_subject;
    let left_out = needs_subject && !unnamed_subject && candidate.inherits_subject;
    let antecedent = || {
        let (first, last) = candidate.antecedent?;
        let name = names.iter().find(|name| (name.first, name.last) == (first, last) && name.kind.is_actor())?;
        Some(actor(reading, name, ActorRole::Source))
    };
    let inherited = || last_subject(reading, verb, names).or_else(|| subject.cloned()).filter(|_| left_out);
    if let Some(actor) = last_named(reading, candidate, names).or_else(antecedent).filter(|_| needs_subject).or_else(inherited) {
        out.actors.insert(0, Actor { role: ActorRole::Source, ..actor });
    }
    // «أُقيل الوزير»: whom it befell.
    for actor in out.actors.iter_mut().filter(|actor| candidate.is_passive && actor.role == ActorRole::Source) {
        actor.role = ActorRole::Target;
    }
    out
}

/// Where what came before or after a trigger opens, with those who took part in it: «استقال بعد اعتقال جنود».
fn adjunct_behind(reading: &Reading<'_>, candidate: &Candidate) -> Option<usize> {
    (candidate.token + 1..candidate.clause.end).find(|&token| {
        let adjunct = reading.phrase(token, &ARABIC.particles.adjuncts);
        adjunct.is_some_and(|found| reading.noun(token + found.n_tokens).is_some_and(|noun| noun.preposition.is_none()))
    })
}

/// The last name before a verb that stands right behind another verb: «تعتبر واشنطن أن …، ودفعت بـ…».
fn last_subject(reading: &Reading<'_>, verb: usize, names: &[EntityMention]) -> Option<Actor> {
    let is_subject = |name: &&EntityMention| {
        let before = name.first.checked_sub(1).filter(|_| name.last < verb);
        before.is_some_and(|before| super::verbs::verb_at(reading, before).is_some())
    };
    names.iter().rev().find(is_subject).map(|name| actor(reading, name, ActorRole::Source))
}

/// «الأخير» is whoever was named last before it.
fn last_named(reading: &Reading<'_>, candidate: &Candidate, names: &[EntityMention]) -> Option<Actor> {
    let start = candidate.token.saturating_sub(6);
    let token = (start..candidate.token).find(|&token| ARABIC.particles.small.last_named.has(reading.word(token)))?;
    let name = names.iter().rev().find(|name| {
        name.last < token && matches!(name.kind, EntityKind::Person | EntityKind::Country | EntityKind::Organisation)
    })?;
    Some(actor(reading, name, ActorRole::Source))
}

fn actor(reading: &Reading<'_>, name: &EntityMention, role: ActorRole) -> Actor {
    // «طائرة روسية», «متظاهرون فرنسيون» stand for no state.
    let id = name.code.clone().filter(|_| name.kind != EntityKind::Group);
    Actor { role, name: name.name.clone(), id, span: reading.original(name.first, name.skip, name.last) }
}

fn is_listed(reading: &Reading<'_>, last: &EntityMention, name: &EntityMention) -> bool {
    last.last + 1 == name.first && name.skip > 0 && reading.word(name.first).is_some_and(|word| word.starts_with('و'))
}

/// Adds a name as an actor or a place.
fn add(
    reading: &Reading<'_>,
    candidate: &Candidate,
    name: &EntityMention,
    preposition: Option<&str>,
    unnamed_subject: bool,
    out: &mut Participants,
) {
    let verb = candidate.carrier.unwrap_or(candidate.token);
    // «وصل القاهرة»: a city is feminine, and no subject of a masculine verb.
    let is_object = preposition.is_none()
        && candidate.person == Some(Person::MasculineSingular)
        && matches!(name.kind, EntityKind::Capital | EntityKind::Place)
        && name.first == verb + 1;
    // «غادر الوزير القاهرة»: where it was, unless it is done to the state.
    let is_left = preposition.is_none()
        && candidate.kind == EventKind::Other
        && candidate.person.is_some()
        && matches!(name.kind, EntityKind::Capital | EntityKind::Place)
        && name.first > verb + 1
        && out.actors.iter().any(|actor| actor.role == ActorRole::Source);
    let is_placed = is_object || is_left || (is_placing(preposition, reading, name) && !is_target(candidate.kind, preposition));
    if name.kind.is_place() && is_placed {
        let span = reading.original(name.first, name.skip, name.last);
        out.places.push(Place { name: name.name.clone(), id: name.code.clone(), span });
        return;
    }
    // «نقل الأسلحة والمرتزقة»: in a list with what is no name, it plays no part of its own.
    let in_list = name.skip > 0
        && preposition.is_none()
        && reading.word(name.first).is_some_and(|word| word.starts_with('و'))
        && name.first > candidate.clause.start;
    if !name.kind.is_actor() || in_list {
        return;
    }
    if preposition.is_none() && is_in_phrase(reading, candidate, name) {
        return;
    }
    let undergoes = matches!(candidate.kind, EventKind::Assault | EventKind::Coerce)
        && candidate.person.is_some()
        && is_counted_subject(reading, verb, name);
    let role = if undergoes || preposition.is_none() && is_whom_it_befell(reading, candidate, name) {
        Some(ActorRole::Target)
    } else {
        role(candidate, verb, name, preposition, out)
    };
    let role = role.map(|role| if role == ActorRole::Source && unnamed_subject { ActorRole::Participant } else { role });
    out.actors.extend(role.map(|role| actor(reading, name, role)));
}

/// «اعتقال خمسة أشخاص», «مقتل جنديين»: whose genitive it is has not acted.
fn is_whom_it_befell(reading: &Reading<'_>, candidate: &Candidate, name: &EntityMention) -> bool {
    let token = candidate.token;
    let near = name.first == token + 1 || name.first == token + 2 && is_count(reading, token + 1);
    near && reading.noun(token).is_some() && ARABIC.particles.small.befell.has_stem(reading.word(token))
}

/// How many nouns may stand between a preposition and the name that is their genitive.
const GENITIVE_TOKENS: usize = 4;

/// «على موقع تويتر», «في محيط مقبرة المجاهدين»: the name only says which, where a preposition governs the nouns before it.
fn is_in_phrase(reading: &Reading<'_>, candidate: &Candidate, name: &EntityMention) -> bool {
    let tells = |token: usize| {
        token == candidate.token
            || Some(token) == candidate.carrier
            || Some(token) == candidate.content
            || reading.noun(token).is_some()
    };
    for before in (candidate.clause.start..name.first).rev().take(GENITIVE_TOKENS) {
        let Some(word) = reading.word(before) else { return false };
        if super::verbs::verb_at(reading, before).is_some() || tells(before) {
            return false;
        }
        if super::verbs::is_preposition(word) {
            return before + 1 < name.first;
        }
        if stems(word).any(|stem| stem.definite) {
            return false;
        }
        let clings = stems(word).any(|stem| stem.preposition.is_some() && ARABIC.entities.common.contains(stem.core));
        if clings && !ARABIC.entities.common.contains(word) {
            return true;
        }
    }
    false
}

/// The preposition before a name: alone, or clinging to it.
fn preposition(reading: &Reading<'_>, name: &EntityMention) -> Option<String> {
    let word = reading.word(name.first)?;
    if name.skip > 0 {
        let clitic = word[..name.skip].trim_start_matches(['و', 'ف']);
        if !clitic.is_empty() {
            return Some(clitic.to_owned());
        }
    }
    if word.starts_with("لل") {
        return Some("ل".to_owned());
    }
    let before = name.first.checked_sub(1).and_then(|before| reading.word(before))?;
    if super::verbs::is_preposition(before) || ARABIC.particles.small.before_names.contains(before) {
        return Some(before.to_owned());
    }
    None
}

/// Whether the words before a place make it the place of what happens.
fn is_placing(preposition: Option<&str>, reading: &Reading<'_>, name: &EntityMention) -> bool {
    match preposition {
        Some("ب" | "العاصمه") => true,
        Some(word) => {
            ARABIC.entities.place_prepositions.at(|i| (i == 0).then_some(word)).is_some()
                && !ARABIC.particles.small.not_placing.contains(word)
        }
        None => {
            let before = name.first.checked_sub(1).and_then(|before| reading.word(before));
            ARABIC.particles.small.directions.has(before)
        }
    }
}

/// A state that is asked, helped, threatened or talked to is a target even behind «إلى».
fn is_target(kind: EventKind, preposition: Option<&str>) -> bool {
    matches!(kind, EventKind::Request | EventKind::Threaten | EventKind::Support | EventKind::Aid)
        && matches!(preposition, Some("الي" | "ل"))
}

fn role(
    candidate: &Candidate,
    verb: usize,
    name: &EntityMention,
    preposition: Option<&str>,
    so_far: &Participants,
) -> Option<ActorRole> {
    let has_source = so_far.actors.iter().any(|actor| actor.role == ActorRole::Source);
    match preposition {
        Some(word) if ARABIC.particles.small.beside.contains(word) => Some(ActorRole::Participant),
        Some(word) if ARABIC.particles.small.towards.contains(word) => Some(ActorRole::Target),
        Some(_) => None,
        None if candidate.person.is_none() && candidate.carrier.is_none() => {
            // «رفض الكرملين»: the first name behind a verbal noun acts.
            Some(if !has_source && name.first > candidate.token { ActorRole::Source } else { ActorRole::Participant })
        }
        None if !has_source && candidate.antecedent.is_none() => Some(ActorRole::Source),
        None if name.first > verb => Some(ActorRole::Target),
        None => Some(ActorRole::Participant),
    }
}

/// «قتل 14 شخصا», «وصل ثلاثة وزراء»: who is counted right behind the verb is its subject.
fn is_counted_subject(reading: &Reading<'_>, verb: usize, name: &EntityMention) -> bool {
    name.first == verb + 2 && is_count(reading, verb + 1)
}

fn is_count(reading: &Reading<'_>, token: usize) -> bool {
    let in_words = || reading.phrase(token, &ARABIC.temporal.numbers).is_some_and(|found| !found.definite);
    reading.number(token).is_some() || in_words()
}

/// «كشفت وثائق», «قال محللون»: a noun right behind the verb is its subject, though no name.
fn has_unnamed_subject(reading: &Reading<'_>, verb: usize) -> bool {
    if is_count(reading, verb + 1) {
        return true;
    }
    let Some(next) = reading.word(verb + 1) else { return false };
    let object_or_adverb =
        super::verbs::is_preposition(next) || next.starts_with(['ب', 'ل']) || ARABIC.particles.small.adverbs.contains(next);
    let verbal = reading.noun(verb + 1).is_some();
    !object_or_adverb && !verbal
}

/// Gives the same actor the same name all over the article: a person's last name is that person.
pub(in crate::extract) fn unify(all: &mut [Participants]) {
    let mut full: BTreeMap<String, String> = BTreeMap::new();
    for actor in all.iter().flat_map(|participants| &participants.actors) {
        let words: Vec<&str> = actor.name.split_whitespace().collect();
        // «رجال الشرطة» is no person of the name of «الشرطة».
        if let [first, last] = words[..]
            && !is_common(&fold(first))
        {
            full.entry(fold(last)).or_insert_with(|| actor.name.clone());
        }
    }
    for actor in all.iter_mut().flat_map(|participants| participants.actors.iter_mut()) {
        let is_short = actor.id.is_none() && !actor.name.contains(char::is_whitespace);
        if let Some(name) = full.get(&fold(&actor.name)).filter(|_| is_short) {
            actor.name.clone_from(name);
        }
    }
}
