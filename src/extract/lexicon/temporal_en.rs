//! English words of time. Apostrophes and hyphens count as blanks: "new year's eve" is four words.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::WordSet;
use super::phrases::Phrases;
use super::temporal::{
    Approximate, Count, DAY_PARTS, Holiday, Part, Relative, Soft, TimeWord, Unit, Weekend, numbered, seasons, small,
};

/// The words of time by what they are.
pub(crate) struct EnglishWords {
    /// Words that may open an expression.
    pub(crate) openers: WordSet,
    pub(crate) words: Phrases<TimeWord>,
    pub(crate) parts: Phrases<Part>,
    pub(crate) relatives: Phrases<Relative>,
    pub(crate) numbers: Phrases<i64>,
    pub(crate) ordinals: Phrases<i64>,
    pub(crate) approximate: Phrases<Approximate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    months: BTreeMap<String, Vec<String>>,
    weekdays: BTreeMap<String, Vec<String>>,
    units: BTreeMap<Unit, UnitForms>,
    relative: BTreeMap<String, Vec<String>>,
    days: BTreeMap<String, Vec<String>>,
    soft: BTreeMap<String, Vec<String>>,
    parts: BTreeMap<String, Vec<String>>,
    numbers: BTreeMap<String, Vec<String>>,
    ordinals: BTreeMap<String, Vec<String>>,
    approximate: BTreeMap<String, Vec<String>>,
    day_parts: BTreeMap<String, Vec<String>>,
    seasons: BTreeMap<String, Vec<String>>,
    decades: BTreeMap<String, Vec<String>>,
    sets: BTreeMap<Unit, Vec<String>>,
    hours: BTreeMap<String, Vec<String>>,
    weekend: Weekend,
    holidays: Vec<Holiday>,
}

#[derive(Deserialize)]
struct UnitForms {
    singular: Vec<String>,
    plural: Vec<String>,
}

impl EnglishWords {
    pub(super) fn load() -> Self {
        let table: Table = super::parse(include_str!("../../../data/lexicon/en/temporal.toml"), "en/temporal.toml");
        let relatives =
            [("past", Relative::Past), ("future", Relative::Future), ("current", Relative::Current), ("same", Relative::Same)];
        let parts = [("start", Part::Start), ("mid", Part::Mid), ("end", Part::End)];
        let approximate = [
            ("before", Approximate::About),
            ("more", Approximate::More),
            ("less", Approximate::Less),
            ("some", Approximate::Some),
        ];
        let mut words = Self {
            openers: WordSet::default(),
            words: phrases(time_words(&table)),
            parts: phrases(named(&table.parts, &parts)),
            relatives: phrases(named(&table.relative, &relatives)),
            numbers: phrases(numbered(&table.numbers)),
            ordinals: phrases(numbered(&table.ordinals)),
            approximate: phrases(named(&table.approximate, &approximate)),
        };
        words.openers = words.first_words().into_iter().chain(OPENERS.map(str::to_owned)).collect();
        words
    }

    fn first_words(&self) -> Vec<String> {
        let tables = self.words.first_words().chain(self.parts.first_words()).chain(self.relatives.first_words());
        let numbers = self.numbers.first_words().chain(self.ordinals.first_words()).chain(self.approximate.first_words());
        tables.chain(numbers).map(str::to_owned).collect()
    }
}

/// Words of the rules themselves that open an expression.
const OPENERS: [&str; 19] = [
    "the", "a", "an", "in", "within", "half", "every", "each", "once", "twice", "per", "all", "rest", "full", "whole", "entire",
    "q", "year", "tonight",
];

fn phrases<T>(entries: Vec<(&str, T)>) -> Phrases<T> {
    let plain: Vec<(String, T)> =
        entries.into_iter().map(|(words, meaning)| (words.replace(['\'', '-'], " "), meaning)).collect();
    let (words, meanings): (Vec<String>, Vec<T>) = plain.into_iter().unzip();
    Phrases::new(words.iter().map(String::as_str).zip(meanings))
}

fn named<'t, T: Copy>(table: &'t BTreeMap<String, Vec<String>>, names: &[(&str, T)]) -> Vec<(&'t str, T)> {
    let lists = names.iter().filter_map(|(name, meaning)| Some((table.get(*name)?, *meaning)));
    lists.flat_map(|(words, meaning)| words.iter().map(move |word| (word.as_str(), meaning))).collect()
}

fn time_words(table: &Table) -> Vec<(&str, TimeWord)> {
    let mut words: Vec<(&str, TimeWord)> = Vec::new();
    words.extend(numbered(&table.months).into_iter().map(|(word, n)| (word, TimeWord::Month(small(n)))));
    words.extend(numbered(&table.weekdays).into_iter().map(|(word, n)| (word, TimeWord::Weekday(small(n)))));
    words.extend(numbered(&table.days).into_iter().map(|(word, n)| (word, TimeWord::Day(n))));
    for (&unit, forms) in &table.units {
        words.extend(forms.singular.iter().map(|word| (word.as_str(), TimeWord::Unit(unit, Count::One))));
        words.extend(forms.plural.iter().map(|word| (word.as_str(), TimeWord::Unit(unit, Count::Many))));
    }
    let soft = [("past", Soft::Past), ("present", Soft::Present), ("later", Soft::Later)];
    words.extend(named(&table.soft, &soft).into_iter().map(|(word, soft)| (word, TimeWord::Soft(soft))));
    let parts: Vec<(&str, &'static str)> = DAY_PARTS.into_iter().map(|part| (part, part)).collect();
    words.extend(named(&table.day_parts, &parts).into_iter().map(|(word, part)| (word, TimeWord::DayPart(part))));
    words.extend(seasons(&table.seasons));
    for holiday in &table.holidays {
        words.extend(holiday.words.iter().map(|word| (word.as_str(), TimeWord::Holiday(holiday.on))));
    }
    words.extend(numbered(&table.decades).into_iter().map(|(word, n)| (word, TimeWord::Decade(n))));
    for (&unit, forms) in &table.sets {
        words.extend(forms.iter().map(|word| (word.as_str(), TimeWord::Every(unit))));
    }
    words.extend(numbered(&table.hours).into_iter().map(|(word, n)| (word, TimeWord::NamedHour(n))));
    words.extend(table.weekend.words.iter().map(|word| (word.as_str(), TimeWord::Weekend)));
    words
}
