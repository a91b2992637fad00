//! What English articles tell: which words tell of an event, what kind, who, where, and whether it is told as a fact.
//! English tells by the place of words what Arabic tells by their forms: clauses and their phrases come first here.

mod actors;
mod attach;
mod bare;
mod by_class;
mod clauses;
mod groups;
mod names;
mod nouns;
mod objects;
mod openings;
mod phrases;
mod scene;
mod telling;
mod title;

use std::ops::Range;

use self::scene::Scene;
use super::candidate::{Role, keep_events};
use super::names::EntityMention;
use super::{Candidate, Found, Who};
use crate::extract::lexicon::english::ENGLISH_EVENTS;
use crate::extract::normalize::Reading;
use crate::extract::sentence::{LineRole, Sentence};
use crate::extract::temporal::TimexMention;

/// How far from a trigger the words that tell its mode may stand.
const MODE_TOKENS: usize = 7;

/// What the sentences of the body tell; only what is an event is kept.
pub(super) fn find(reading: &Reading<'_>, timexes: &[TimexMention]) -> Found {
    let mut events = Vec::new();
    let mut names_by_sentence = Vec::new();
    let mut known = Vec::new();
    let mut quoted = Quotation::default();
    for (index, sentence) in reading.sentences.iter().enumerate().filter(|(_, sentence)| sentence.role == LineRole::Body) {
        if !reading.is_wanted() {
            break;
        }
        let (here, offset) = within(&sentence.tokens, timexes);
        let names = names::find(reading, sentence, here, &mut known);
        let tokens = sentence.tokens.clone();
        let scene = Scene {
            reading,
            tokens,
            timexes: here,
            names: &names,
            is_headline: false,
            opens_quoted: quoted.at(sentence),
            groups: Vec::new(),
        };
        let mut found = in_sentence(scene, index, offset);
        quoted.read(reading, sentence);
        keep_events(&mut found, events.len());
        if !found.is_empty() {
            names_by_sentence.push((index, names));
        }
        events.append(&mut found);
    }
    Found { events, names: names_by_sentence }
}

/// The expressions of a sentence, and the place of the first.
fn within<'t>(tokens: &Range<usize>, timexes: &'t [TimexMention]) -> (&'t [TimexMention], usize) {
    let first = timexes.partition_point(|timex| timex.first < tokens.start);
    let end = timexes.partition_point(|timex| timex.first < tokens.end);
    (&timexes[first..end.max(first)], first)
}

/// What the headline tells again.
pub(super) fn in_headline(reading: &Reading<'_>) -> Vec<Candidate> {
    let headline = reading.sentences.iter().enumerate().find(|(_, sentence)| sentence.role == LineRole::Headline);
    let Some((index, sentence)) = headline else { return Vec::new() };
    let names = names::find(reading, sentence, &[], &mut Vec::new());
    let tokens = sentence.tokens.clone();
    let scene =
        Scene { reading, tokens, timexes: &[], names: &names, is_headline: true, opens_quoted: false, groups: Vec::new() };
    let mut found = in_sentence(scene, index, 0);
    found.retain(|candidate| matches!(candidate.role, Role::Event | Role::IfDated));
    found
}

/// Whether a quotation is open, which may go on from sentence to sentence but not beyond its paragraph.
#[derive(Default)]
struct Quotation {
    paragraph: usize,
    is_open: bool,
}

impl Quotation {
    fn at(&self, sentence: &Sentence) -> bool {
        self.is_open && self.paragraph == sentence.paragraph
    }

    fn read(&mut self, reading: &Reading<'_>, sentence: &Sentence) {
        self.is_open = self.at(sentence);
        self.paragraph = sentence.paragraph;
        for token in sentence.tokens.clone() {
            self.is_open = scene::quotes(reading.str(token), self.is_open);
        }
    }
}

/// What a sentence may tell, in order; `offset` is the place of its first expression.
fn in_sentence(mut scene: Scene<'_>, index: usize, offset: usize) -> Vec<Candidate> {
    scene.groups = groups::find(&scene);
    clauses::settle(&mut scene);
    let mut found = telling::candidates(&scene);
    nouns::add(&scene, &mut found);
    // Of two that one word tells, the one that tells more.
    found.sort_by_key(|candidate| (candidate.token, candidate.role != Role::Event, candidate.frame.is_none()));
    found.dedup_by_key(|candidate| candidate.token);
    attach::attach(&scene, &mut found, offset);
    for candidate in &mut found {
        candidate.sentence = index;
    }
    found
}

/// How it is done, by PLOVER's modes: the word that tells it and those near it in its sentence decide.
pub(super) fn mode(reading: &Reading<'_>, candidate: &Candidate) -> Option<&'static str> {
    let near = || {
        let sentence = reading.sentences.get(candidate.sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        let start = candidate.token.saturating_sub(MODE_TOKENS).max(sentence.start);
        let end = (candidate.token + MODE_TOKENS).min(sentence.end);
        (start..end).filter_map(|token| reading.word(token)).collect()
    };
    ENGLISH_EVENTS.modes.of(candidate.kind, candidate.lemma, near)
}

/// Who takes part in each event, with its title.
pub(super) fn tell(reading: &Reading<'_>, candidates: &[Candidate], names: &[(usize, Vec<EntityMention>)]) -> Vec<Who> {
    let parts = actors::of_all(reading, candidates, names);
    let titled = candidates.iter().zip(parts).map(|(candidate, part)| {
        let title = title::title(reading, candidate, part.subject.as_deref(), &part.actors);
        Who { actors: part.actors, places: part.places, title }
    });
    titled.collect()
}
