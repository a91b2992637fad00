//! The words of `data/lexicon`, read once. Words are data; what they mean is decided by the rules.

/// The tables of a language, one for each kind of PLOVER in its order, each with its name in `data/lexicon`.
/// Paths count from the folders of those who ask.
macro_rules! kind_tables {
    ($language:literal) => {
        kind_tables!(
            $language, "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request", "accuse", "reject",
            "threaten", "protest", "sanction", "mobilize", "coerce", "assault", "other"
        )
    };
    ($language:literal, $($name:literal),+) => {
        [$((
            concat!($language, "/triggers/", $name, ".toml"),
            include_str!(concat!("../../../../data/lexicon/", $language, "/triggers/", $name, ".toml")),
        )),+]
    };
}

pub(super) mod english;
pub(super) mod entities;
pub(super) mod index;
pub(super) mod morphology;
pub(super) mod opens;
pub(super) mod page;
pub(super) mod particles;
pub(super) mod phrases;
pub(super) mod temporal;
pub(super) mod temporal_en;
mod temporal_table;
pub(super) mod time_word;
pub(super) mod triggers;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::FixedState;

/// Words of a table. The tables are fixed, so that no text can make their words collide; the hash need not be secret.
pub(super) type WordSet = HashSet<String, FixedState>;

/// Words of a table, each with what it means.
pub(super) type WordMap<T> = HashMap<String, T, FixedState>;

/// All words of one language.
pub(super) struct Lexicon {
    pub(super) temporal: temporal::TemporalWords,
    pub(super) page: page::PageWords,
    pub(super) particles: particles::Particles,
    pub(super) triggers: triggers::Triggers,
    pub(super) modes: triggers::modes::Modes,
    pub(super) entities: entities::Entities,
    pub(super) index: index::Index,
}

/// The Arabic words.
pub(super) static ARABIC: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut temporal = temporal::TemporalWords::load();
    let mut particles = particles::Particles::load();
    let mut entities = entities::Entities::load();
    let index = index::Index::new(&mut [
        &mut temporal.words,
        &mut temporal.relatives,
        &mut temporal.numbers,
        &mut temporal.ordinals,
        &mut temporal.approximate,
        &mut temporal.zones,
        &mut temporal.openers,
        &mut particles.subordinators,
        &mut particles.planned,
        &mut particles.adjuncts,
        &mut entities.names,
        &mut entities.definite_heads,
        &mut entities.titles,
        &mut entities.organisation_heads,
        &mut entities.no_bodies,
        &mut entities.groups,
        &mut entities.forces,
        &mut entities.place_heads,
        &mut entities.place_prepositions,
    ]);
    let triggers = triggers::Triggers::load();
    let modes = include_str!("../../../data/lexicon/ar/triggers/modes.toml");
    let modes = triggers::modes::Modes::load(modes, "ar/triggers/modes.toml", |word| triggers.lemmas(word));
    Lexicon { temporal, page: page::PageWords::load(), particles, triggers, modes, entities, index }
});

/// The English words of time.
pub(super) static ENGLISH: LazyLock<temporal_en::EnglishWords> = LazyLock::new(temporal_en::EnglishWords::load);

/// Reads one of the embedded tables.
///
/// # Panics
/// Where the table is malformed, which a test of each table excludes: the data is part of the program.
fn parse<T: serde::de::DeserializeOwned>(table: &str, name: &str) -> T {
    match toml::from_str(table) {
        Ok(words) => words,
        Err(error) => panic!("data/lexicon/{name}: {error}"),
    }
}
