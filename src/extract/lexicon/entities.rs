//! Names of countries, organisations, persons and places, and the words that open a name.

use serde::Deserialize;

use super::phrases::Phrases;
use super::{WordMap, WordSet};
use crate::base::fold::fold;

/// Everything that names somebody or somewhere.
pub(crate) struct Entities {
    pub(crate) names: Phrases<Name>,
    /// Nisba adjectives in all their forms, without ال: the country's code.
    pub(crate) adjectives: WordMap<String>,
    /// Nouns that open an organisation's name.
    pub(crate) organisation_heads: Phrases<()>,
    /// What begins like an organisation's name and is no body.
    pub(crate) no_bodies: Phrases<()>,
    /// Nouns of people and services named by what they do: «فرق الإنقاذ».
    pub(crate) crews: WordSet,
    /// Media and agencies: what they report is news, that they report it is not.
    pub(crate) media: WordSet,
    /// Definite nouns that open an organisation's name before an adjective: «الحكومة الأمريكية».
    pub(crate) definite_heads: Phrases<()>,
    /// Nouns of people who act or are acted upon.
    pub(crate) groups: Phrases<()>,
    /// Nouns of forces and their means: they act only under a flag, «طائرات روسية».
    pub(crate) forces: Phrases<()>,
    /// Titles after which a person's name follows.
    pub(crate) titles: Phrases<()>,
    /// Words that follow a title and are no name.
    pub(crate) not_names: WordSet,
    /// Common words, which are no part of a name.
    pub(crate) common: WordSet,
    /// First names that are verbs too.
    pub(crate) first_names: WordSet,
    /// Words that join the parts of a name.
    pub(crate) name_particles: WordSet,
    /// Nouns that open a place's name.
    pub(crate) place_heads: Phrases<()>,
    /// Words after which a place is a place.
    pub(crate) place_prepositions: Phrases<()>,
}

/// Whom or what a name names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) kind: NameKind,
    /// The preferred form.
    pub(crate) name: String,
    /// ISO 3166-1 alpha-3.
    pub(crate) code: Option<String>,
    /// Also a common word: taken only with more evidence.
    pub(crate) is_ambiguous: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameKind {
    Country,
    /// A capital or seat of power: a place, and its government.
    Capital,
    Organisation,
    Person,
    Place,
}

#[derive(Deserialize)]
pub(super) struct CountryTable {
    pub(super) country: Vec<CountryRow>,
}

#[derive(Deserialize)]
pub(super) struct CountryRow {
    pub(super) code: String,
    names: Vec<String>,
    #[serde(default)]
    pub(super) adjectives: Vec<String>,
    #[serde(default)]
    people: Vec<String>,
    #[serde(default)]
    stands_for: Vec<String>,
    #[serde(default)]
    ambiguous: Vec<String>,
}

#[derive(Deserialize)]
struct ActorTable {
    organisation: Heads,
    named: Vec<NamedRow>,
    group: Nouns,
    individual: Nouns,
    military: Nouns,
}

#[derive(Deserialize)]
struct Heads {
    heads: Vec<String>,
    definite_heads: Vec<String>,
    no_bodies: Vec<String>,
    crews: Vec<String>,
    media: Vec<String>,
}

#[derive(Deserialize)]
struct Nouns {
    nouns: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct NamedRow {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    country: String,
    #[serde(default)]
    ambiguous: Ambiguous,
}

/// Whether a row's names are common words too: all of them, or those listed.
#[derive(Deserialize)]
#[serde(untagged)]
enum Ambiguous {
    All(bool),
    Some(Vec<String>),
}

impl Default for Ambiguous {
    fn default() -> Self {
        Self::All(false)
    }
}

impl Ambiguous {
    fn holds(&self, written: &str) -> bool {
        match self {
            Self::All(all) => *all,
            Self::Some(words) => words.iter().any(|word| word == written),
        }
    }
}

#[derive(Deserialize)]
struct PersonTable {
    titles: Vec<String>,
    not_names: Vec<String>,
    particles: Vec<String>,
    first_names: Vec<String>,
    known: Vec<NamedRow>,
}

#[derive(Deserialize)]
struct CommonTable {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct PlaceTable {
    heads: Vec<String>,
    prepositions: Vec<String>,
    named: Vec<NamedRow>,
}

impl Entities {
    pub(super) fn load() -> Self {
        let countries: CountryTable = super::parse(include_str!("../../../data/lexicon/ar/countries.toml"), "ar/countries.toml");
        let actors: ActorTable = super::parse(include_str!("../../../data/lexicon/ar/actors.toml"), "ar/actors.toml");
        let persons: PersonTable = super::parse(include_str!("../../../data/lexicon/ar/persons.toml"), "ar/persons.toml");
        let common: CommonTable =
            super::parse(include_str!("../../../data/lexicon/ar/common_nouns.toml"), "ar/common_nouns.toml");
        let places: PlaceTable = super::parse(include_str!("../../../data/lexicon/ar/places.toml"), "ar/places.toml");
        let set = |words: &[String]| words.iter().map(|word| fold(word)).collect::<WordSet>();
        let phrases = |words: &[String]| Phrases::new(words.iter().map(|word| (word.as_str(), ())).collect::<Vec<_>>());
        let names = country_entries(&countries)
            .chain(named_entries(&actors.named, NameKind::Organisation))
            .chain(named_entries(&persons.known, NameKind::Person))
            .chain(named_entries(&places.named, NameKind::Place));
        Self {
            forces: nouns(&actors.military.nouns),
            names: Phrases::new(names.collect::<Vec<_>>()),
            adjectives: adjectives(&countries),
            organisation_heads: nouns(&actors.organisation.heads),
            no_bodies: phrases(&actors.organisation.no_bodies),
            crews: set(&actors.organisation.crews),
            media: actors.organisation.media.iter().map(|word| bare(&fold(word))).collect(),
            definite_heads: phrases(&actors.organisation.definite_heads),
            groups: nouns(actors.group.nouns.iter().chain(&actors.individual.nouns)),
            titles: phrases(&persons.titles),
            not_names: set(&persons.not_names),
            common: set(&common.words),
            first_names: set(&persons.first_names),
            name_particles: set(&persons.particles),
            place_heads: phrases(&places.heads),
            place_prepositions: phrases(&places.prepositions),
        }
    }
}

/// Nouns with or without their article, however they are listed.
fn nouns<'w>(words: impl IntoIterator<Item = &'w String>) -> Phrases<()> {
    let bare: Vec<&str> = words.into_iter().map(|word| word.strip_prefix("ال").unwrap_or(word)).collect();
    Phrases::new(bare.into_iter().map(|word| (word, ())))
}

fn bare(word: &str) -> String {
    word.strip_prefix("ال").unwrap_or(word).to_owned()
}

pub(super) fn country_entries(table: &CountryTable) -> impl Iterator<Item = (&str, Name)> {
    table.country.iter().flat_map(|row| {
        let preferred = row.names.first().cloned().unwrap_or_default();
        let name = move |written: &str, kind: NameKind, preferred: &str| Name {
            kind,
            name: preferred.to_owned(),
            code: Some(row.code.clone()),
            is_ambiguous: row.ambiguous.iter().any(|word| word == written),
        };
        let countries = row.names.iter().chain(&row.people);
        let countries = countries.map(move |written| (written.as_str(), name(written, NameKind::Country, &preferred)));
        let seats = row.stands_for.iter().map(move |written| (written.as_str(), name(written, NameKind::Capital, written)));
        countries.chain(seats)
    })
}

pub(super) fn named_entries(rows: &[NamedRow], kind: NameKind) -> impl Iterator<Item = (&str, Name)> {
    rows.iter().flat_map(move |row| {
        std::iter::once(&row.name).chain(&row.aliases).map(move |written| (written.as_str(), row.named(written, kind)))
    })
}

impl NamedRow {
    fn named(&self, written: &str, kind: NameKind) -> Name {
        Name {
            kind,
            name: self.name.clone(),
            code: (!self.country.is_empty()).then(|| self.country.clone()),
            is_ambiguous: self.ambiguous.holds(written),
        }
    }
}

/// «روسي» makes روسية، روسيون، روسيين، روسيات، روسيان، روسيا (accusative).
fn adjectives(table: &CountryTable) -> WordMap<String> {
    let mut out = WordMap::default();
    for row in &table.country {
        for adjective in &row.adjectives {
            let stem = fold(adjective);
            for ending in ["", "ه", "ون", "ين", "ات", "ان", "تان", "تين"] {
                out.entry(format!("{stem}{ending}")).or_insert_with(|| row.code.clone());
            }
        }
    }
    out
}
