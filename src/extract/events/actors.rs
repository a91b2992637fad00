//! Who does it, to whom, and where: the names beside a trigger, with the part each plays.

use super::{Candidate, EntityMention};
use crate::event::{Actor, ActorRole, EventKind, Place};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::Person;
use crate::extract::normalize::Reading;
use crate::base::fold::fold;

/// The actors and places of an event.
#[derive(Debug, Clone, Default)]
pub(in crate::extract) struct Participants {
    pub(in crate::extract) actors: Vec<Actor>,
    pub(in crate::extract) places: Vec<Place>,
    /// Whether the subject is named in the clause itself.
    pub(in crate::extract) has_own_subject: bool,
}

/// The names beside a trigger. `subject`: who acted last, for a verb without a subject of its own.
pub(in crate::extract) fn participants(reading: &Reading<'_>, candidate: &Candidate, names: &[EntityMention], subject: Option<&Actor>) -> Participants {
    let mut out = Participants::default();
    let verb = candidate.carrier.unwrap_or(candidate.token);
    let in_clause = names.iter().filter(|name| candidate.clause.contains(&name.first));
    for name in in_clause {
        let preposition = preposition(reading, name);
        if name.kind.is_place() && is_placing(preposition.as_deref(), reading, name) {
            out.places.push(Place { name: name.name.clone(), id: name.code.clone(), span: reading.original(name.first, name.skip, name.last) });
            if !is_target(candidate.kind, preposition.as_deref()) {
                continue;
            }
        }
        if let Some(role) = name.kind.is_actor().then(|| role(candidate, verb, name, preposition.as_deref(), &out)).flatten() {
            out.actors.push(Actor { role, name: name.name.clone(), id: name.code.clone(), span: reading.original(name.first, name.skip, name.last) });
        }
    }
    out.has_own_subject = out.actors.iter().any(|actor| actor.role == ActorRole::Source);
    let needs_subject = candidate.person.is_some_and(|person| person != Person::First) && !out.has_own_subject;
    if let Some(subject) = subject.filter(|_| needs_subject && !has_unnamed_subject(reading, verb)) {
        out.actors.insert(0, Actor { role: ActorRole::Source, ..subject.clone() });
    }
    out
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
    if super::verbs::is_preposition(before) || matches!(before, "العاصمه" | "فوق" | "قرب" | "قباله" | "داخل" | "نظيره" | "نظيرته") {
        return Some(before.to_owned());
    }
    None
}

/// Whether the words before a place make it the place of what happens.
fn is_placing(preposition: Option<&str>, reading: &Reading<'_>, name: &EntityMention) -> bool {
    match preposition {
        Some("ب" | "العاصمه") => true,
        Some(word) => {
            ARABIC.entities.place_prepositions.at(|i| (i == 0).then_some(word)).is_some() && !matches!(word, "علي" | "من" | "بين" | "حول" | "تجاه" | "ضد")
        }
        None => matches!(name.first.checked_sub(1).and_then(|before| reading.word(before)), Some("شمال" | "جنوب" | "شرق" | "غرب" | "شمالي" | "جنوبي" | "شرقي" | "غربي")),
    }
}

/// A state that is asked, helped, threatened or talked to is a target even behind «إلى».
fn is_target(kind: EventKind, preposition: Option<&str>) -> bool {
    matches!(kind, EventKind::Request | EventKind::Threaten | EventKind::Support | EventKind::Aid) && matches!(preposition, Some("الي" | "ل"))
}

fn role(candidate: &Candidate, verb: usize, name: &EntityMention, preposition: Option<&str>, so_far: &Participants) -> Option<ActorRole> {
    let has_source = so_far.actors.iter().any(|actor| actor.role == ActorRole::Source);
    match preposition {
        Some("مع" | "بين" | "و") => Some(ActorRole::Participant),
        Some("الي" | "علي" | "ضد" | "ل" | "تجاه" | "نحو" | "نظيره" | "نظيرته" | "من" | "لدي") => Some(ActorRole::Target),
        Some(_) => None,
        None if candidate.person.is_none() && candidate.carrier.is_none() => {
            // «رفض الكرملين»: the first name behind a verbal noun acts.
            Some(if !has_source && name.first > candidate.token { ActorRole::Source } else { ActorRole::Participant })
        }
        None if !has_source => Some(ActorRole::Source),
        None if name.first > verb => Some(ActorRole::Target),
        None => Some(ActorRole::Participant),
    }
}

/// «كشفت وثائق», «قال محللون»: a noun right behind the verb is its subject, though no name.
fn has_unnamed_subject(reading: &Reading<'_>, verb: usize) -> bool {
    let Some(next) = reading.word(verb + 1) else { return false };
    let object_or_adverb = super::verbs::is_preposition(next) || next.starts_with(['ب', 'ل']) || matches!(next, "ان" | "لاحقا" | "موخرا" | "امس" | "اليوم" | "ايضا" | "كذلك" | "عن" | "فيهما" | "فيها" | "فيه");
    let verbal = ARABIC.triggers.read_noun(next).is_some();
    !object_or_adverb && !verbal
}

/// Gives the same actor the same name all over the article: a person's last name is that person.
pub(in crate::extract) fn unify(all: &mut [Participants]) {
    let mut full: Vec<String> = all.iter().flat_map(|participants| participants.actors.iter().map(|actor| actor.name.clone())).collect();
    full.sort_by_key(|name| std::cmp::Reverse(name.split_whitespace().count()));
    full.dedup();
    for actor in all.iter_mut().flat_map(|participants| participants.actors.iter_mut()) {
        if actor.name.split_whitespace().count() != 1 || actor.id.is_some() {
            continue;
        }
        let folded = fold(&actor.name);
        let longer = full.iter().find(|name| name.split_whitespace().count() == 2 && fold(name).split_whitespace().next_back() == Some(folded.as_str()));
        if let Some(longer) = longer {
            actor.name.clone_from(longer);
        }
    }
}
