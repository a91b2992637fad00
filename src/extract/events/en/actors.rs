//! Who does it, to whom, and where: the names around a trigger, with the part that their place gives them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::fold::fold;
use crate::event::{Actor, ActorRole, EventKind, Place};
use crate::extract::events::Candidate;
use crate::extract::events::names::{EntityKind, EntityMention};
use crate::extract::lexicon::english::Class;
use crate::extract::normalize::Reading;

/// How many sentences back a pronoun reaches.
const PRONOUN_REACH: usize = 2;

/// How far before and behind a noun alone its names may stand, in tokens.
const NOUN_REACH: (usize, usize) = (5, 9);

/// The actors and places of an event.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    pub(super) actors: Vec<Actor>,
    pub(super) places: Vec<Place>,
    /// Whom a pronoun in the place of the subject stands for.
    pub(super) subject: Option<String>,
}

/// Who was the subject last, by what pronoun would stand for it, with the sentence.
#[derive(Default)]
struct Memory {
    person: Option<(usize, Actor)>,
    thing: Option<(usize, Actor)>,
    people: Option<(usize, Actor)>,
}

/// The actors and places of all events of an article.
pub(super) fn of_all(reading: &Reading<'_>, candidates: &[Candidate], names: &[(usize, Vec<EntityMention>)]) -> Vec<Part> {
    let mut memory = Memory::default();
    let mut all = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let place = names.binary_search_by_key(&candidate.sentence, |(sentence, _)| *sentence);
        let names = place.map_or(&[][..], |place| names[place].1.as_slice());
        all.push(of_one(reading, candidate, names, &mut memory));
    }
    unify(&mut all);
    all
}

fn of_one(reading: &Reading<'_>, candidate: &Candidate, names: &[EntityMention], memory: &mut Memory) -> Part {
    let mut part = Part::default();
    let Some(frame) = &candidate.frame else {
        noun(reading, candidate, names, &mut part);
        return part;
    };
    let role = if frame.is_passive && !is_effective(candidate) { ActorRole::Target } else { ActorRole::Source };
    subject(reading, candidate, &frame.subject, role, names, memory, &mut part);
    for name in within(names, frame.verbs.end.min(candidate.token + 1)..frame.end.max(candidate.clause.end)) {
        beside(reading, candidate, name, frame.is_passive, &mut part);
    }
    part
}

/// "talks were held": the noun in the place of the subject is what is done, not to whom.
fn is_effective(candidate: &Candidate) -> bool {
    candidate.carrier.is_some_and(|carrier| candidate.token < carrier)
}

fn within(names: &[EntityMention], tokens: Range<usize>) -> impl Iterator<Item = &EntityMention> {
    names.iter().filter(move |name| tokens.contains(&name.first))
}

fn actor(reading: &Reading<'_>, name: &EntityMention, role: ActorRole) -> Actor {
    let id = name.code.clone().filter(|_| name.kind != EntityKind::Group);
    Actor { role, name: name.name.clone(), id, span: reading.original(name.first, 0, name.last) }
}

/// The names of the subject, or whom its pronoun stands for.
fn subject(
    reading: &Reading<'_>,
    candidate: &Candidate,
    tokens: &Range<usize>,
    role: ActorRole,
    names: &[EntityMention],
    memory: &mut Memory,
    part: &mut Part,
) {
    let class = |token: usize| reading.english(token).class;
    if tokens.len() == 1 && class(tokens.start).is(Class::SUBJECT_PRONOUN) {
        let known = near(reading, candidate, names, tokens.start).or_else(|| memory.of(class(tokens.start), candidate.sentence));
        part.subject = known.as_ref().map(|actor| actor.name.clone());
        part.actors.extend(known.map(|actor| Actor { role, span: reading.token_span(tokens.start), ..actor }));
        return;
    }
    let mut first = true;
    let end = aside(reading, tokens).unwrap_or(tokens.end);
    // "FARC commander Timoleon Jimenez": what stands right before a person only describes him.
    let describes = |name: &EntityMention| {
        names.iter().any(|next| next.first == name.last + 1 && next.kind == EntityKind::Person) && name.kind != EntityKind::Person
    };
    for name in within(names, tokens.start..end).filter(|name| !describes(name)) {
        let before = preposition(reading, name, tokens.start);
        let possessive = is_possessive(reading, name.last + 1);
        // "thousands of people", "two of his deputies"
        let counted = before == Some("of") && first && within(names, tokens.start..name.first).next().is_none();
        let owns = possessive && !is_effective(candidate);
        let acts = name.kind.is_actor() && (before.is_none() || counted) && !owns;
        if acts {
            let actor = actor(reading, name, role);
            if first && candidate.order.is_none() {
                memory.keep(name.kind, candidate.sentence, &actor);
            }
            part.actors.push(actor);
            first = false;
        } else if is_effective(candidate) || (!possessive && before != Some("of")) {
            beside(reading, candidate, name, false, part);
        }
    }
}

/// Where an aside begins in a subject: "Agathon Rwasa, leader of the rebels,"; a list goes on with another name.
fn aside(reading: &Reading<'_>, tokens: &Range<usize>) -> Option<usize> {
    tokens.clone().find(|&token| {
        let comma = reading.is_mark(token, ",");
        comma && !reading.is_capital(token + 1) && reading.number(token + 1).is_none()
    })
}

/// "His lawyer told reporters that she would": the only person told before the pronoun in its sentence.
fn near(reading: &Reading<'_>, candidate: &Candidate, names: &[EntityMention], pronoun: usize) -> Option<Actor> {
    let start = reading.sentences.get(candidate.sentence)?.tokens.start;
    let class = reading.english(pronoun).class;
    let is_person = class.is(Class::MASCULINE);
    if !is_person {
        let fits = |name: &&EntityMention| match name.kind {
            EntityKind::Group => class.is(Class::PLURAL),
            EntityKind::Country | EntityKind::Capital | EntityKind::Organisation => class.is(Class::THING),
            EntityKind::Person | EntityKind::Place => false,
        };
        let first = within(names, start..pronoun).find(|name| preposition(reading, name, start).is_none())?;
        return Some(first).filter(fits).map(|name| actor(reading, name, ActorRole::Source));
    }
    let mut persons = within(names, start..pronoun)
        .filter(|name| is_person && name.kind == EntityKind::Person && preposition(reading, name, start).is_none());
    let only = persons.next()?;
    persons.next().is_none().then(|| actor(reading, only, ActorRole::Source))
}

impl Memory {
    fn keep(&mut self, kind: EntityKind, sentence: usize, actor: &Actor) {
        let place = match kind {
            EntityKind::Person => &mut self.person,
            EntityKind::Group => &mut self.people,
            _ => &mut self.thing,
        };
        *place = Some((sentence, actor.clone()));
    }

    fn of(&self, pronoun: Class, sentence: usize) -> Option<Actor> {
        let known = if pronoun.is(Class::MASCULINE) {
            &self.person
        } else if pronoun.is(Class::PLURAL) {
            &self.people
        } else {
            &self.thing
        };
        known.as_ref().filter(|(told, _)| told + PRONOUN_REACH >= sentence).map(|(_, actor)| actor.clone())
    }
}

fn is_possessive(reading: &Reading<'_>, token: usize) -> bool {
    matches!(reading.str(token), "'" | "\u{2019}")
}

/// The preposition that governs a name, determiners and adjectives between them apart.
fn preposition<'r>(reading: &'r Reading<'_>, name: &EntityMention, start: usize) -> Option<&'r str> {
    for token in (start.max(name.first.saturating_sub(4))..name.first).rev() {
        let class = reading.english(token).class;
        if class.is(Class::PREPOSITION) {
            return reading.word(token);
        }
        let passes = class.is(Class::DETERMINER)
            || reading.word(token).is_some_and(|_| class == Class::NONE)
            || reading.number(token).is_some();
        if !passes || reading.english(token).verb.is_some() && reading.english(token).noun.is_none() {
            return None;
        }
    }
    None
}

/// Adds a name beside the verb as an actor or a place.
fn beside(reading: &Reading<'_>, candidate: &Candidate, name: &EntityMention, is_passive: bool, part: &mut Part) {
    let from = candidate.token.min(name.first);
    let before = preposition(reading, name, from);
    let verb = candidate.carrier.map_or(candidate.token, |carrier| carrier.max(candidate.token));
    // "Everett, Washington"; what stands neither behind a preposition nor right behind the verb plays no part.
    if before.is_none() && !(verb < name.first && is_direct(reading, verb + 1..name.first)) {
        return;
    }
    let placing = before.is_some_and(|word| reading_places(word) && !is_target(candidate.kind, word));
    if name.kind.is_place() && placing {
        let span = reading.original(name.first, 0, name.last);
        part.places.push(Place { name: name.name.clone(), id: name.code.clone(), span });
        return;
    }
    if !name.kind.is_actor() || is_possessive(reading, name.last + 1) && before.is_none() {
        return;
    }
    let has_source = part.actors.iter().any(|actor| actor.role == ActorRole::Source);
    if name.first >= 2 && matches!(reading.str(name.first - 2), "according" | "citing")
        || (name.first >= 3 && reading.str(name.first - 3) == "according")
    {
        return;
    }
    let role = match before {
        Some("by") if is_passive || !has_source => ActorRole::Source,
        Some("with" | "between" | "among" | "alongside") => ActorRole::Participant,
        Some("against" | "on" | "at" | "to" | "upon" | "towards" | "toward" | "for") => ActorRole::Target,
        Some("of") => ActorRole::Target,
        None if is_passive => return,
        None => ActorRole::Target,
        Some(_) => return,
    };
    part.actors.push(actor(reading, name, role));
}

/// Whether only words of a noun phrase stand between a verb and a name.
fn is_direct(reading: &Reading<'_>, mut tokens: Range<usize>) -> bool {
    tokens.len() < 7
        && tokens.all(|token| {
            let word = reading.english(token);
            let plain = reading.word(token).is_some()
                && !word.class.is(Class::PREPOSITION.or(Class::RELATIVE).or(Class::COMPLEMENTIZER).or(Class::SUBORDINATOR));
            plain || reading.number(token).is_some() || reading.is_mark(token, "-")
        })
}

/// Whether a place behind a preposition is where it happens.
fn reading_places(word: &str) -> bool {
    matches!(
        word,
        "in" | "at"
            | "near"
            | "outside"
            | "inside"
            | "across"
            | "around"
            | "to"
            | "from"
            | "into"
            | "throughout"
            | "off"
            | "over"
            | "through"
            | "along"
            | "within"
            | "towards"
            | "toward"
    )
}

/// A state that is asked, helped, threatened or promised something is a target even behind "to".
fn is_target(kind: EventKind, word: &str) -> bool {
    let verbal =
        matches!(kind, EventKind::Request | EventKind::Threaten | EventKind::Support | EventKind::Aid | EventKind::Concede);
    verbal && matches!(word, "to" | "towards" | "toward")
}

/// The names around a noun alone: "Iran's visit to Oman", "the killing of a soldier by rebels".
fn noun(reading: &Reading<'_>, candidate: &Candidate, names: &[EntityMention], part: &mut Part) {
    let region = candidate.token.saturating_sub(NOUN_REACH.0).max(candidate.clause.start)
        ..(candidate.token + NOUN_REACH.1).min(candidate.clause.end);
    for name in within(names, region) {
        let owner = name.last < candidate.token && is_possessive(reading, name.last + 1);
        let modifies = name.last + 1 == candidate.token && name.kind.is_actor();
        if owner || modifies {
            part.actors.push(actor(reading, name, ActorRole::Source));
        } else if name.first > candidate.token {
            let of = preposition(reading, name, candidate.token) == Some("of");
            let acts =
                of && matches!(candidate.kind, EventKind::Retreat | EventKind::Consult | EventKind::Other | EventKind::Protest);
            if acts && name.kind.is_actor() && name.kind != EntityKind::Country {
                part.actors.push(actor(reading, name, ActorRole::Source));
            } else {
                beside(reading, candidate, name, false, part);
            }
        }
    }
}

/// Gives the same actor the same name all over the article: a person's last name is that person, an office its holder.
fn unify(all: &mut [Part]) {
    let mut full: BTreeMap<String, String> = BTreeMap::new();
    for actor in all.iter().flat_map(|part| &part.actors) {
        if let [.., last] = actor.name.split_whitespace().collect::<Vec<_>>()[..]
            && actor.name.contains(' ')
            && last.chars().next().is_some_and(char::is_uppercase)
        {
            full.entry(fold(last)).or_insert_with(|| actor.name.clone());
        }
    }
    for part in all.iter_mut() {
        for actor in &mut part.actors {
            if let Some(name) = full.get(&fold(&actor.name)).filter(|_| !actor.name.contains(' ')) {
                actor.name.clone_from(name);
            }
        }
        let mut seen: Vec<(String, ActorRole)> = Vec::new();
        part.actors.retain(|actor| {
            let key = (actor.name.clone(), actor.role);
            let is_new = !seen.contains(&key);
            seen.push(key);
            is_new
        });
    }
}
