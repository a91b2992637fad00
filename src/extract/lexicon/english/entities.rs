//! English names of countries, organisations, persons and places, and the words that stand for them.

use serde::Deserialize;

use super::super::entities::{CountryTable, Name, NameKind, NamedRow, country_entries, named_entries};
use super::super::parse;
use super::super::phrases::Phrases;
use super::inflect::with_s;

/// Everything that names somebody or somewhere in English.
pub(crate) struct EnglishEntities {
    /// Marks of names stand apart: "u . s .".
    pub(crate) names: Phrases<Name>,
    /// "Russian", "South Korean": the country's code.
    pub(crate) demonyms: Phrases<String>,
    pub(crate) titles: Phrases<()>,
    /// "the government", "foreign ministry".
    pub(crate) definite: Phrases<()>,
    /// "rebels", "rescue teams".
    pub(crate) groups: Phrases<()>,
}

#[derive(Deserialize)]
struct ActorTable {
    definite: Words,
    groups: Words,
    named: Vec<NamedRow>,
}

#[derive(Deserialize)]
struct Words {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct PersonTable {
    titles: Words,
}

#[derive(Deserialize)]
struct PlaceTable {
    named: Vec<NamedRow>,
}

impl EnglishEntities {
    pub(super) fn load() -> Self {
        let countries: CountryTable = parse(include_str!("../../../../data/lexicon/en/countries.toml"), "en/countries.toml");
        let actors: ActorTable = parse(include_str!("../../../../data/lexicon/en/actors.toml"), "en/actors.toml");
        let persons: PersonTable = parse(include_str!("../../../../data/lexicon/en/persons.toml"), "en/persons.toml");
        let places: PlaceTable = parse(include_str!("../../../../data/lexicon/en/places.toml"), "en/places.toml");
        let names = country_entries(&countries)
            .chain(named_entries(&actors.named, NameKind::Organisation))
            .chain(named_entries(&places.named, NameKind::Place));
        let names: Vec<(String, Name)> = names.map(|(written, name)| (parted(written), name)).collect();
        Self {
            names: Phrases::new(names.iter().map(|(written, name)| (written.as_str(), name.clone()))),
            demonyms: demonyms(&countries),
            titles: phrases(&persons.titles),
            definite: phrases(&actors.definite),
            groups: phrases(&actors.groups),
        }
    }
}

/// Marks stand apart, as in a text that is cut into tokens.
fn parted(written: &str) -> String {
    let mut out = String::with_capacity(written.len() + 4);
    for c in written.chars() {
        let is_mark = !c.is_alphanumeric() && !c.is_whitespace();
        if is_mark {
            out.push(' ');
        }
        out.push(c);
        if is_mark {
            out.push(' ');
        }
    }
    out
}

fn phrases(words: &Words) -> Phrases<()> {
    let parted: Vec<String> = words.words.iter().map(|word| parted(word)).collect();
    Phrases::new(parted.iter().map(|word| (word.as_str(), ())))
}

/// "Russian" and "Russians": the code of the country.
fn demonyms(table: &CountryTable) -> Phrases<String> {
    let rows = table.country.iter().flat_map(|row| {
        let plural =
            row.adjectives.iter().filter(|word| word.ends_with(['n', 'i', 'k', 'c', 't', 'b', 'd'])).map(|word| with_s(word));
        let words = row.adjectives.iter().cloned().chain(plural);
        words.map(|word| (parted(&word), row.code.clone()))
    });
    let rows: Vec<(String, String)> = rows.collect();
    Phrases::new(rows.iter().map(|(word, code)| (word.as_str(), code.clone())))
}
