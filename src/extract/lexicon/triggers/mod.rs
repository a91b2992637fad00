//! Words that tell of events: verbs in all their inflections and nouns, with their PLOVER kinds.
//! `load` makes the tables of `data/lexicon/ar/triggers` into one, `read` looks a word of a text up in it.

mod load;
pub(super) mod modes;
mod read;

pub(super) use load::contexts;

use serde::Deserialize;

use super::WordMap;
use super::morphology::{Hamzas, Person, Tense};
use crate::event::EventKind;

/// The verbs and nouns of events.
pub(crate) struct Triggers {
    verbs: Vec<Verb>,
    verb_forms: WordMap<Vec<FormEntry>>,
    nouns: WordMap<Noun>,
    n_noun_lemmas: usize,
    /// What a verb of no table tells.
    unlisted: Verb,
}

/// Lemmas of nouns without a verb are counted from here, those of verbs from 0.
const NOUN_LEMMAS: usize = 1 << 20;

/// A verb: what it may tell of, and what else it does in a sentence.
#[derive(Debug, Default)]
pub(crate) struct Verb {
    /// Readings with a complement first, the plain one last.
    pub(crate) senses: Vec<Sense>,
    pub(crate) class: Option<VerbClass>,
    /// The same for a verb and its verbal nouns.
    pub(crate) lemma: usize,
}

/// A reading of a verb.
#[derive(Debug, Clone)]
pub(crate) struct Sense {
    pub(crate) kind: EventKind,
    /// Words or clitics (ب، ل) of which one must follow; empty: none needed.
    pub(crate) needs: Vec<String>,
    pub(crate) context: Vec<&'static str>,
    /// Whether the plain word is often no verb of an event.
    pub(crate) is_risky: bool,
}

impl Sense {
    /// 0: needs words; 1: needs a preposition; 2: needs nothing.
    fn vagueness(&self) -> u8 {
        let short = |need: &String| need.chars().count() <= 3;
        match self.needs.as_slice() {
            [] => 2,
            needs if needs.iter().all(short) => 1,
            _ => 0,
        }
    }
}

/// What a verb does besides telling of an event of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum VerbClass {
    /// The event is the noun it governs.
    Light,
    /// Says that what the word behind it names was done: «تم وضع».
    Done,
    /// Succeeds in what the noun behind its preposition names: «تمكن من قتل».
    Achieving,
    /// Says something.
    Speech,
    /// Says something that makes news.
    Announce,
    /// What goes on.
    Continuing,
    Beginning,
    Ending,
    Planning,
    /// What follows is its effect.
    Cause,
    /// What follows is merely possible.
    Possible,
    /// With a date or a number behind «إلى» it measures: «يعود إلى عام 1990», «وصل إلى 42».
    Measuring,
    /// Never an event.
    Becoming,
}

/// A noun of event.
#[derive(Debug, Clone)]
pub(crate) struct Noun {
    pub(crate) kind: EventKind,
    pub(crate) context: Vec<&'static str>,
    /// Nearly always something that took place.
    pub(crate) is_strong: bool,
    /// The same for a verb and its verbal nouns, and for the forms of a noun.
    pub(crate) lemma: usize,
    /// Kinds that words behind it call for: «صراع مع المرض» is no assault.
    pub(crate) senses: Vec<Sense>,
    /// Whether it tells of nothing but with one of these words.
    pub(crate) needs_complement: bool,
}

/// A word read as a verb.
#[derive(Debug, Clone, Copy)]
pub(crate) struct VerbReading<'a> {
    pub(crate) verb: &'a Verb,
    pub(crate) tense: Tense,
    pub(crate) person: Person,
    /// Bytes of conjunctions before it.
    pub(crate) skip: usize,
    /// Has an object pronoun behind it.
    pub(crate) has_pronoun: bool,
    /// Has سـ before it.
    pub(crate) is_future: bool,
    /// Has a لـ of purpose before it.
    pub(crate) is_purpose: bool,
    /// Whether its form is a passive that is written apart from the active: «أصيب», «هوجم».
    pub(crate) is_passive: bool,
    /// The hamzas of its form.
    pub(crate) hamzas: Hamzas,
    /// All verbs with this form: unvowelled «وقع» is two.
    alternatives: &'a [FormEntry],
}

impl VerbReading<'_> {
    /// Whether the form can be an imperfect too: «تسبب» is «تسبّب» and «تُسبّب».
    pub(crate) fn may_be_imperfect(&self) -> bool {
        self.alternatives.iter().any(|entry| entry.tense == Tense::Imperfect)
    }
}

/// A word read as a noun of event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NounReading<'a> {
    pub(crate) noun: &'a Noun,
    /// Bytes of clitics before it.
    pub(crate) skip: usize,
    pub(crate) definite: bool,
    pub(crate) preposition: Option<char>,
    /// Has a pronoun behind it: «مشاركتها».
    pub(crate) has_pronoun: bool,
}

#[derive(Debug, Clone, Copy)]
struct FormEntry {
    verb: usize,
    tense: Tense,
    person: Person,
    needs_pronoun: bool,
    hamzas: Hamzas,
    is_passive: bool,
}
