//! Events: which words tell of one, what kind, who, where, and whether it is told as a fact. One folder a language; what they find
//! is the same for all (`candidate`, `names`).

mod ar;
mod candidate;
mod en;
mod names;

pub(super) use candidate::{Aspect, Candidate, Order};
pub(super) use names::EntityMention;

use super::normalize::Reading;
use super::temporal::TimexMention;
use crate::base::Language;
use crate::event::{Actor, Place};

/// The events of a text.
pub(super) struct Found {
    /// In reading order.
    pub(super) events: Vec<Candidate>,
    /// The names in each sentence that tells an event, by the sentence's place.
    pub(super) names: Vec<(usize, Vec<EntityMention>)>,
}

/// Who takes part in an event and where, with its title.
pub(super) struct Who {
    pub(super) actors: Vec<Actor>,
    pub(super) places: Vec<Place>,
    pub(super) title: String,
}

/// What the sentences of the body tell; only what is an event is kept.
pub(super) fn find(reading: &Reading<'_>, language: Language, timexes: &[TimexMention]) -> Found {
    match language {
        Language::Arabic => ar::find(reading, timexes),
        Language::English => en::find(reading, timexes),
    }
}

/// What the headline tells again: the words of events, to be found in the body.
pub(super) fn in_headline(reading: &Reading<'_>, language: Language) -> Vec<Candidate> {
    match language {
        Language::Arabic => ar::in_headline(reading),
        Language::English => en::in_headline(reading),
    }
}

/// How it is done, by PLOVER's modes.
pub(super) fn mode(reading: &Reading<'_>, language: Language, candidate: &Candidate) -> Option<&'static str> {
    match language {
        Language::Arabic => ar::mode(reading, candidate),
        Language::English => en::mode(reading, candidate),
    }
}

/// Who takes part in each event, with its title.
pub(super) fn tell(
    reading: &Reading<'_>,
    language: Language,
    candidates: &[Candidate],
    names: &[(usize, Vec<EntityMention>)],
) -> Vec<Who> {
    match language {
        Language::Arabic => ar::tell(reading, candidates, names),
        Language::English => en::tell(reading, candidates, names),
    }
}
