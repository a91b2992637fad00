//! What Arabic articles tell: which words tell of an event, what kind, who, where, and whether it is told as a fact.

mod actors;
mod anniversary;
mod attach;
mod casualties;
mod clauses;
mod complements;
mod dates_of_nouns;
mod entities;
mod governed;
mod modality;
mod noun_phrase;
mod person;
mod shared_dates;
mod subject;
mod title;
mod title_reach;
mod triggers;
mod unlisted;
mod verbs;

use super::candidate::{Role, keep_events};
use super::names::{EntityKind, EntityMention};
use super::{Aspect, Candidate, Found, Who};
use clauses::Clause;
use entities::find as find_entities;

use crate::event::{Actor, ActorRole, EventKind, Modality};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::particles::AdjunctOrder;
use crate::extract::normalize::Reading;
use crate::extract::sentence::LineRole;
use crate::extract::temporal::TimexMention;

/// How far behind a trigger the words that tell its mode may stand.
const MODE_TOKENS: usize = 8;

/// What the sentences of the body tell; only what is an event is kept.
pub(super) fn find(reading: &Reading<'_>, timexes: &[TimexMention]) -> Found {
    let mut events = Vec::new();
    let mut names_by_sentence = Vec::new();
    let mut subjects = subject::Subjects::default();
    for (index, sentence) in reading.sentences.iter().enumerate().filter(|(_, sentence)| sentence.role == LineRole::Body) {
        if !reading.is_wanted() {
            break;
        }
        let names = find_entities(reading, sentence);
        let clauses = clauses::clauses(reading, sentence);
        let mut found = in_clauses(reading, &clauses, index, &names);
        subjects.read(reading, sentence, &clauses, &names);
        found.retain(|candidate| !is_inside(candidate.token, &names, timexes));
        anniversary::tell(reading, sentence, index, &mut found, timexes);
        attach::attach(reading, sentence, &mut found, timexes);
        casualties::join(reading, &mut found);
        attach::relate(reading, &mut found);
        settle_adjuncts(&mut found);
        settle_nouns(&mut found);
        settle_plans(&mut found);
        type_messages(reading, &mut found);
        keep_events(&mut found, events.len());
        subjects.give(reading, &mut found);
        if !found.is_empty() {
            names_by_sentence.push((index, names));
        }
        events.append(&mut found);
    }
    Found { events, names: names_by_sentence }
}

/// «قبل أن يغادر»: the subjunctive says nothing of the time; it happened, or is planned, as its main event is.
fn settle_adjuncts(found: &mut [Candidate]) {
    for index in 0..found.len() {
        let adjunct = &found[index];
        let is_clause = adjunct.person.is_some() && adjunct.order.is_some_and(|order| !order.is_cause);
        let Some(main) = adjunct.main.filter(|&main| is_clause && main < index) else { continue };
        if found[main].modality == Modality::Planned {
            found[index].plan();
            found[index].aspect = Aspect::Future;
        } else if found[main].aspect == Aspect::Past && found[index].aspect == Aspect::Present {
            found[index].aspect = Aspect::Past;
        }
        if found[index].role == Role::IfDated {
            found[index].role = Role::Event;
        }
    }
}

/// «سيعود المعمل بعد تأمين الوقود»: an undated noun beside a plan need not be past; before «قبل» and «خلال» lies what is to come.
fn settle_nouns(found: &mut [Candidate]) {
    for index in 0..found.len() {
        let noun = &found[index];
        let undated = noun.person.is_none() && noun.aspect == Aspect::Untensed && noun.timexes.is_empty();
        let Some(order) = noun.order.filter(|order| undated && !order.is_cause) else { continue };
        // «أكدت خلال مؤتمر صحفي أن الوفد سيصل»: the noun stands beside the plan only behind it.
        if noun.main.is_none_or(|main| main > index || found[main].modality != Modality::Planned) {
            continue;
        }
        if order.order == AdjunctOrder::Before {
            found[index].aspect = Aspect::Open;
        } else {
            found[index].plan();
            found[index].aspect = Aspect::Future;
        }
    }
}

/// «ستقام حفلات ويفتتح معرض»: what stands beside a plan is one.
fn settle_plans(found: &mut [Candidate]) {
    for index in 1..found.len() {
        let (before, here) = (&found[index - 1], &found[index]);
        let beside = here.token == here.clause.start && before.clause.end == here.clause.start;
        let is_beside_plan = before.modality == Modality::Planned && before.person.is_some() && before.is_event() && beside;
        if is_beside_plan && here.aspect == Aspect::Present && here.role == Role::IfDated {
            found[index].plan();
            found[index].aspect = Aspect::Future;
            found[index].role = Role::Event;
        }
    }
}

/// «وجّه رسالة إلى نظيره، دعا فيها إلى التعاون»: a message is what it says.
fn type_messages(reading: &Reading<'_>, found: &mut [Candidate]) {
    let is_message = |token: usize| reading.word(token).is_some_and(|word| ARABIC.particles.messages.contains(word));
    for index in 0..found.len() {
        let told = &found[index];
        let sends = told.kind == EventKind::Consult && told.person.is_some();
        if !sends
            || !(told.token + 1..told.token + 5).chain(told.shared.map_or(0..0, |(first, last)| first..last + 1)).any(is_message)
        {
            continue;
        }
        let says = found[index + 1..]
            .iter()
            .find(|other| other.is_event() && other.person.is_some() && other.kind != EventKind::Consult);
        let kinds = [EventKind::Request, EventKind::Accuse, EventKind::Reject, EventKind::Threaten, EventKind::Agree];
        if let Some(kind) = says.map(|other| other.kind).filter(|kind| kinds.contains(kind)) {
            found[index].kind = kind;
        }
    }
}

/// What the headline tells again: the words of events, to be found in the body.
pub(super) fn in_headline(reading: &Reading<'_>) -> Vec<Candidate> {
    let headline = reading.sentences.iter().enumerate().find(|(_, sentence)| sentence.role == LineRole::Headline);
    let Some((index, sentence)) = headline else { return Vec::new() };
    let names = find_entities(reading, sentence);
    let mut found = in_clauses(reading, &clauses::clauses(reading, sentence), index, &names);
    found.retain(|candidate| matches!(candidate.role, Role::Event | Role::IfDated));
    found
}

/// How it is done, by PLOVER's modes: the word that tells it and those near it in its clause decide. What is only agreed has none.
pub(super) fn mode(reading: &Reading<'_>, candidate: &Candidate) -> Option<&'static str> {
    let near = || {
        let start = candidate.token.saturating_sub(MODE_TOKENS / 2).max(candidate.clause.start);
        let end = (candidate.token + MODE_TOKENS).min(candidate.clause.end);
        (start..end).filter_map(|token| reading.word(token)).collect()
    };
    ARABIC.modes.of(candidate.kind, candidate.lemma, near)
}

/// Whether a token is a part of a name or of a temporal expression: «محمد ولد عبد العزيز», «ظهر أمس».
fn is_inside(token: usize, names: &[EntityMention], timexes: &[TimexMention]) -> bool {
    let after = timexes.partition_point(|timex| timex.last < token);
    is_in_name(token, names) || timexes.get(after).is_some_and(|timex| timex.first <= token)
}

/// Whether a token is a part of a name; a group of people has none.
fn is_in_name(token: usize, names: &[EntityMention]) -> bool {
    names.iter().any(|name| name.kind != EntityKind::Group && (name.first..=name.last).contains(&token))
}

fn in_clauses(reading: &Reading<'_>, clauses: &[Clause], index: usize, names: &[EntityMention]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for clause in 0..clauses.len() {
        triggers::in_clause(reading, clauses, clause, names, &mut found);
    }
    for candidate in &mut found {
        candidate.sentence = index;
    }
    // Of two readings of a word, the one that tells more.
    found.sort_by_key(|candidate| (candidate.token, candidate.role != Role::Event, candidate.carrier.is_none()));
    found.dedup_by_key(|candidate| candidate.token);
    found
}

/// Who takes part in each event, with its title. A verb without a subject takes the last one of its sentence.
pub(super) fn tell(reading: &Reading<'_>, candidates: &[Candidate], names: &[(usize, Vec<EntityMention>)]) -> Vec<Who> {
    let names_beside = |candidate: &Candidate| {
        let place = names.binary_search_by_key(&candidate.sentence, |(sentence, _)| *sentence);
        place.map_or(&[][..], |place| names[place].1.as_slice())
    };
    let mut all = Vec::with_capacity(candidates.len());
    let mut subject: Option<(usize, Actor)> = None;
    for candidate in candidates {
        let last = subject.as_ref().filter(|(sentence, _)| *sentence == candidate.sentence).map(|(_, actor)| actor);
        let found = actors::participants(reading, candidate, names_beside(candidate), last);
        if let Some(actor) =
            found.actors.iter().find(|actor| actor.role == ActorRole::Source && is_beside(reading, candidate, actor))
        {
            subject = Some((candidate.sentence, actor.clone()));
        }
        all.push(found);
    }
    actors::unify(&mut all);
    let titled = candidates.iter().zip(all).map(|(candidate, found)| {
        let title = title::title(reading, candidate, names_beside(candidate));
        Who { actors: found.actors, places: found.places, title }
    });
    titled.collect()
}

/// Whether an actor is surely the subject of a verb: it stands ahead of it or right behind it.
fn is_beside(reading: &Reading<'_>, candidate: &Candidate, actor: &Actor) -> bool {
    let verb = candidate.carrier.unwrap_or(candidate.token);
    let behind = reading.token_span(verb + 1);
    actor.span.start <= behind.end
}
