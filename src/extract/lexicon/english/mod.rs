//! The English words of `data/lexicon/en` that tell of events: verbs in all their forms, nouns, function words, names.
//! One look-up a different word gives all that is known of it (`Word`).

mod entities;
mod functions;
mod inflect;
mod load;
mod triggers;

use std::sync::LazyLock;

pub(crate) use self::entities::EnglishEntities;
pub(crate) use self::functions::{Class, Functions};
pub(crate) use self::triggers::{Classes, Forms, NounSense, Triggers, Verb, VerbForm, VerbSense};

use super::index::{Index, Tables};
use super::triggers::modes::Modes;

/// All that English events are told with.
pub(crate) struct EnglishEvents {
    pub(crate) triggers: Triggers,
    pub(crate) functions: Functions,
    pub(crate) entities: EnglishEntities,
    pub(crate) modes: Modes,
    index: Index,
}

/// What is known of a word wherever it stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Word {
    /// What it is as a function word or a part of names.
    pub(crate) class: Class,
    /// The tables with a phrase that opens with it.
    pub(crate) tables: Tables,
    pub(crate) verb: Option<VerbForm>,
    /// The senses of a noun of event.
    pub(crate) noun: Option<&'static [NounSense]>,
}

/// The English words of events.
pub(crate) static ENGLISH_EVENTS: LazyLock<EnglishEvents> = LazyLock::new(|| {
    let mut functions = Functions::load();
    let mut entities = EnglishEntities::load();
    let index = Index::new(&mut [
        &mut functions.adjuncts,
        &mut functions.then,
        &mut functions.unreal,
        &mut functions.attributions,
        &mut entities.names,
        &mut entities.demonyms,
        &mut entities.titles,
        &mut entities.definite,
        &mut entities.groups,
    ]);
    let triggers = Triggers::load();
    let modes = include_str!("../../../../data/lexicon/en/triggers/modes.toml");
    let modes = Modes::load(modes, "en/triggers/modes.toml", |word| triggers.lemmas(word));
    EnglishEvents { triggers, functions, entities, modes, index }
});

impl EnglishEvents {
    /// What is known of a folded word.
    pub(crate) fn word(&'static self, word: &str) -> Word {
        Word {
            class: self.functions.class(word),
            tables: self.index.tables_of(word),
            verb: self.triggers.verb(word).or_else(|| self.unlisted_verb(word)),
            noun: self.triggers.noun(word),
        }
    }

    /// A past tense that no table lists is known by its ending: "refurbished".
    fn unlisted_verb(&self, word: &str) -> Option<VerbForm> {
        let ends = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && word.is_ascii();
        (ends && self.functions.class(word) == Class::NONE && self.triggers.noun(word).is_none()).then_some(VerbForm::UNLISTED)
    }
}
