//! English function words by what they do, a bit each, and phrases that order events.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::phrases::Phrases;
use super::super::{WordMap, parse};
use crate::extract::lexicon::particles::{Adjunct, AdjunctOrder};

/// What a word does; it may do several things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Class(u64);

macro_rules! classes {
    ($($name:ident = $list:literal),* $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "they are named like the constants that they place")]
        #[derive(Clone, Copy)]
        enum Place { $($name),* }
        impl Class { $(pub(crate) const $name: Self = Self(1 << Place::$name as u64);)* }
        /// The lists of the tables, each with its bit.
        const LISTS: &[(&str, Class)] = &[$(($list, Class::$name)),*];
    };
}

classes! {
    DETERMINER = "determiners",
    SUBJECT_PRONOUN = "subject_pronouns",
    REFLEXIVE = "reflexives",
    OBJECT_PRONOUN = "object_pronouns",
    PREPOSITION = "prepositions",
    BE = "be",
    HAVE = "have",
    DO = "do",
    FUTURE = "future",
    POSSIBLE = "possible",
    NEGATION = "negations",
    CONTRACTED = "contracted",
    COMPLEMENTIZER = "complementizers",
    RELATIVE = "relatives",
    HYPOTHETICAL = "hypothetical",
    SUBORDINATOR = "subordinators",
    COORDINATOR = "coordinators",
    ADVERB = "adverbs",
    DOUBTFUL = "doubtful",
    NOT_VERB = "not_verbs",
    PLANNED = "planned",
    HOPED = "hoped",
    PLAN_NOUN = "plan_nouns",
    MEASURE = "measures",
    COMPARED = "compared",
    HARM = "harm",
    ORGANISATION_HEAD = "organisation_heads",
    ORGANISATION_FRONT = "organisation_fronts",
    MEDIA = "media",
    NAME_PARTICLE = "name_particles",
    NOT_NAME = "not_names",
    ONLY_BEFORE_NAME = "only_before_names",
    PLACE_HEAD = "place_heads",
    PLACE_FRONT = "place_fronts",
    PLACE_PREPOSITION = "place_prepositions",
    TOWARDS = "towards",
    BESIDE = "beside",
    FIRST_PERSON = "first_person",
    MASCULINE = "he",
    PLURAL = "they",
    THING = "it",
    MANNER = "manner",
}

impl Class {
    /// Nothing that a table lists.
    pub(crate) const NONE: Self = Self(0);

    /// Whether it is any of these.
    pub(crate) fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// These and others.
    pub(crate) const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// The function words and the phrases that order events.
pub(crate) struct Functions {
    classes: WordMap<Class>,
    /// What stands before a noun or clause whose event is earlier, later or at the same time.
    pub(crate) adjuncts: Phrases<Adjunct>,
    /// At the head of a clause: after what was told before it.
    pub(crate) then: Phrases<()>,
    /// Before a noun: nobody says that it took place.
    pub(crate) unreal: Phrases<()>,
    pub(crate) attributions: Phrases<()>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    words: BTreeMap<String, Vec<String>>,
    phrases: PhraseTable,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhraseTable {
    before: Vec<String>,
    after: Vec<String>,
    same: Vec<String>,
    causes: Vec<String>,
    then: Vec<String>,
    unreal: Vec<String>,
    attributions: Vec<String>,
}

impl Functions {
    pub(super) fn load() -> Self {
        let table: Table = parse(include_str!("../../../../data/lexicon/en/particles.toml"), "en/particles.toml");
        let phrases = |words: &[String]| Phrases::new(words.iter().map(|word| (word.as_str(), ())));
        let orders = [
            (&table.phrases.before, AdjunctOrder::Before),
            (&table.phrases.after, AdjunctOrder::After),
            (&table.phrases.same, AdjunctOrder::Same),
        ];
        let adjuncts = orders.into_iter().flat_map(|(words, order)| words.iter().map(move |word| (word, order)));
        let adjuncts =
            adjuncts.map(|(word, order)| (word.as_str(), Adjunct { order, is_cause: table.phrases.causes.contains(word) }));
        let mut functions = Self {
            classes: WordMap::default(),
            adjuncts: Phrases::new(adjuncts),
            then: phrases(&table.phrases.then),
            unreal: phrases(&table.phrases.unreal),
            attributions: phrases(&table.phrases.attributions),
        };
        functions.add(&table.words);
        for (lists, name) in [
            (include_str!("../../../../data/lexicon/en/actors.toml"), "en/actors.toml"),
            (include_str!("../../../../data/lexicon/en/persons.toml"), "en/persons.toml"),
            (include_str!("../../../../data/lexicon/en/places.toml"), "en/places.toml"),
        ] {
            functions.add(&parse::<NameWords>(lists, name).words);
        }
        functions
    }

    fn add(&mut self, lists: &BTreeMap<String, Vec<String>>) {
        for (list, words) in lists {
            let Some((_, class)) = LISTS.iter().find(|(name, _)| name == list) else { continue };
            for word in words {
                self.classes.entry(word.clone()).or_default().0 |= class.0;
            }
        }
    }

    /// What a folded word does.
    pub(crate) fn class(&self, word: &str) -> Class {
        self.classes.get(word).copied().unwrap_or_default()
    }
}

/// The single words of a table of names, by what they do there.
#[derive(Deserialize)]
struct NameWords {
    words: BTreeMap<String, Vec<String>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_words() {
        let functions = Functions::load();
        for (name, class) in LISTS {
            assert!(functions.classes.values().any(|known| known.is(*class)), "no list is called {name}");
        }
    }
}
