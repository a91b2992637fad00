//! PLOVER's modes: how an event is done, by the word that tells it and those that stand near it.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::super::WordSet;
use crate::base::fold::fold;
use crate::event::EventKind;
use crate::extract::tokenize::stems;

/// The rows of each kind, in the order in which they are tried.
pub(crate) struct Modes {
    by_kind: HashMap<EventKind, Vec<Row>>,
}

struct Row {
    mode: &'static str,
    /// Lemmas that tell it; empty: any.
    lemmas: HashSet<usize>,
    /// Words near it, without ال; empty: none needed.
    with: WordSet,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    mode: Vec<TableRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableRow {
    kind: String,
    mode: String,
    #[serde(default)]
    triggers: Vec<String>,
    #[serde(default)]
    with: Vec<String>,
}

/// The names that PLOVER gives to modes.
const NAMES: [&str; 58] = [
    "abduct",
    "access",
    "aerial",
    "allege",
    "arrest",
    "assist",
    "beat",
    "boycott",
    "ceasefire",
    "censor",
    "change",
    "convict",
    "crowd-control",
    "curfew",
    "cyber",
    "demo",
    "deport",
    "destroy",
    "disapprove",
    "disarm",
    "discontinue",
    "drone",
    "expel",
    "explosives",
    "firearms",
    "heavy-weapons",
    "hunger",
    "investigate",
    "martial-law",
    "meet",
    "militia",
    "misinformation",
    "multilateral",
    "obstruct",
    "phone",
    "police",
    "primitive",
    "relations",
    "release",
    "resign",
    "restrict",
    "riot",
    "seize",
    "sexual",
    "strike",
    "suicide-attack",
    "targeted",
    "third-party",
    "torture",
    "troops",
    "unconventional",
    "vandalize",
    "violence",
    "visit",
    "weapons",
    "withdraw",
    "withhold",
    "yield",
];

impl Modes {
    /// A table of modes; `lemmas` tells what its words name.
    pub(in crate::extract::lexicon) fn load(table: &str, name: &str, lemmas: impl Fn(&str) -> Vec<usize>) -> Self {
        let table: Table = super::super::parse(table, name);
        let mut by_kind: HashMap<EventKind, Vec<Row>> = HashMap::new();
        for row in table.mode {
            let name = NAMES.iter().find(|name| **name == row.mode);
            let (Some(kind), Some(mode)) = (EventKind::from_name(&row.kind), name) else { continue };
            let lemmas = row.triggers.iter().flat_map(|word| lemmas(&fold(word))).collect();
            let with = row.with.iter().map(|word| fold(word)).collect();
            by_kind.entry(kind).or_default().push(Row { mode, lemmas, with });
        }
        Self { by_kind }
    }

    /// The mode of an event of a kind, told by a lemma, with `near` the words beside it.
    pub(crate) fn of<'a>(&self, kind: EventKind, lemma: usize, near: impl Fn() -> Vec<&'a str>) -> Option<&'static str> {
        let rows = self.by_kind.get(&kind)?;
        let near = near();
        let fits = |row: &&Row| {
            let told = row.lemmas.is_empty() || row.lemmas.contains(&lemma);
            told && (row.with.is_empty() || near.iter().any(|word| stems(word).any(|stem| row.with.contains(stem.core))))
        };
        rows.iter().find(fits).map(|row| row.mode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_kind_and_a_mode_of_plover() {
        let tables = [
            (include_str!("../../../../data/lexicon/ar/triggers/modes.toml"), "ar/triggers/modes.toml"),
            (include_str!("../../../../data/lexicon/en/triggers/modes.toml"), "en/triggers/modes.toml"),
        ];
        for (table, name) in tables {
            let table: Table = super::super::super::parse(table, name);
            for row in table.mode {
                assert!(EventKind::from_name(&row.kind).is_some(), "{}", row.kind);
                assert!(NAMES.iter().any(|name| **name == row.mode), "{}", row.mode);
            }
        }
    }
}
