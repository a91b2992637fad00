//! English words of time. Apostrophes and hyphens count as blanks: "new year's eve" is four words.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::opens::Opens;
use super::phrases::Phrases;
use super::temporal::{numbered, seasons, small};
use super::temporal_table::{Holiday, Weekend};
use super::time_word::{Approximate, Count, DAY_PARTS, Part, Relative, Soft, TimeWord, Unit};
use super::{WordMap, WordSet};

/// A table of phrases, asked only where a word opens one of them.
pub(crate) struct Words<T> {
    pub(crate) opens: Opens,
    pub(crate) phrases: Phrases<T>,
}

/// Which way the dates of a verb lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    /// A verb of saying: a day beside it is behind, what is said or agreed to be done is ahead.
    Said,
    Future,
    /// Looks ahead with "to" or "for" behind it.
    Plan,
}

/// The words of time by what they are.
pub(crate) struct EnglishWords {
    /// What each word may open.
    opens: WordMap<Opens>,
    pub(crate) words: Words<TimeWord>,
    pub(crate) parts: Words<Part>,
    pub(crate) relatives: Words<Relative>,
    pub(crate) numbers: Words<i64>,
    pub(crate) ordinals: Words<i64>,
    pub(crate) approximate: Words<Approximate>,
    pub(crate) tenses: WordMap<Tense>,
    /// Words before a date or weekday that make it a name: "Bloody Sunday".
    pub(crate) name_fronts: WordSet,
    /// Words behind a date or weekday that make it a name: "September 11 Foundation".
    pub(crate) name_heads: WordSet,
    /// Words before a number that make it the number of a thing: "Flight 1549".
    pub(crate) numbered: WordSet,
    /// Words before "of" that make the number behind it a count: "a crowd of 2000".
    pub(crate) counted: WordSet,
    /// What a feast has: "a Christmas tree".
    pub(crate) festive: WordSet,
    pub(crate) zones: WordSet,
    /// Short forms whose full stop ends no sentence.
    pub(crate) titles: WordSet,
    /// Short forms whose full stop ends no sentence before a number.
    pub(crate) short_words: WordSet,
    /// What may stand beside the times of an entry of a calendar.
    pub(crate) entry_words: WordSet,
    /// Two weeks.
    pub(crate) fortnights: WordSet,
    /// Before days that are no weekend.
    pub(crate) working: WordSet,
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
    tenses: BTreeMap<String, Vec<String>>,
    names: Names,
    zones: Zones,
    longer: Longer,
    abbreviations: Abbreviations,
    entries: Entries,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entries {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Abbreviations {
    titles: Vec<String>,
    before_numbers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Longer {
    fortnights: Vec<String>,
    working: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    fronts: Vec<String>,
    heads: Vec<String>,
    numbered: Vec<String>,
    counted: Vec<String>,
    festive: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Zones {
    words: Vec<String>,
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
        let tenses = [("past", Tense::Past), ("said", Tense::Said), ("future", Tense::Future), ("plan", Tense::Plan)];
        let tenses: WordMap<Tense> =
            named(&table.tenses, &tenses).into_iter().map(|(word, tense)| (word.to_owned(), tense)).collect();
        let set = |words: &[String]| words.iter().cloned().collect::<WordSet>();
        let mut words = Self {
            opens: WordMap::default(),
            words: Words { opens: Opens::TIME, phrases: phrases(time_words(&table)) },
            parts: Words { opens: Opens::PART, phrases: phrases(named(&table.parts, &parts)) },
            relatives: Words { opens: Opens::RELATIVE, phrases: phrases(named(&table.relative, &relatives)) },
            numbers: Words { opens: Opens::NUMBER, phrases: phrases(numbered(&table.numbers)) },
            ordinals: Words { opens: Opens::ORDINAL, phrases: phrases(numbered(&table.ordinals)) },
            approximate: Words { opens: Opens::APPROXIMATE, phrases: phrases(named(&table.approximate, &approximate)) },
            tenses,
            name_fronts: set(&table.names.fronts),
            name_heads: set(&table.names.heads),
            numbered: set(&table.names.numbered),
            counted: set(&table.names.counted),
            festive: set(&table.names.festive),
            zones: set(&table.zones.words),
            titles: set(&table.abbreviations.titles),
            short_words: set(&table.abbreviations.before_numbers),
            entry_words: set(&table.entries.words),
            fortnights: set(&table.longer.fortnights),
            working: set(&table.longer.working),
        };
        words.opens = words.all_opens(&table);
        words
    }

    /// What a word may open.
    pub(crate) fn opens(&self, word: &str) -> Opens {
        self.opens.get(word).copied().unwrap_or_default()
    }

    fn all_opens(&self, table: &Table) -> WordMap<Opens> {
        let mut all: WordMap<Opens> = WordMap::default();
        let mut add = |word: &str, opens: Opens| {
            let known = all.entry(word.to_owned()).or_default();
            *known = known.or(opens);
        };
        for (written, word) in time_words(table) {
            add_front(&mut add, written, Opens::of(word));
        }
        let lists = [
            (&table.parts, Opens::PART),
            (&table.relative, Opens::RELATIVE),
            (&table.numbers, Opens::NUMBER),
            (&table.ordinals, Opens::ORDINAL),
            (&table.approximate, Opens::APPROXIMATE),
        ];
        for (lists, opens) in lists {
            lists.values().flatten().for_each(|written| add_front(&mut add, written, opens));
        }
        ["the", "a", "an"].iter().for_each(|word| add(word, Opens::ARTICLE));
        ["every", "each", "once", "twice", "thrice", "per", "any"].iter().for_each(|word| add(word, Opens::SET));
        OPENERS.iter().for_each(|word| add(word, Opens::OTHER));
        ["in", "within"].iter().for_each(|word| add(word, Opens::PREPOSITION));
        self.fortnights.iter().chain(&self.working).for_each(|word| add(word, Opens::UNIT));
        self.tenses.keys().for_each(|word| add(word, Opens::TENSE));
        all
    }
}

/// The first word of a phrase, and the second behind an article: rules are chosen by what an article stands before.
fn add_front(add: &mut impl FnMut(&str, Opens), written: &str, opens: Opens) {
    let mut words = written.split([' ', '\'', '-']);
    let Some(first) = words.next() else { return };
    add(first, opens);
    if let (true, Some(second)) = (opens == Opens::RELATIVE || matches!(first, "the" | "a" | "an"), words.next()) {
        add(second, opens);
    }
}

/// Words of the rules themselves that open an expression.
const OPENERS: [&str; 22] = [
    "closest",
    "nearest",
    "half",
    "all",
    "rest",
    "full",
    "whole",
    "entire",
    "q",
    "h",
    "year",
    "tonight",
    "tonite",
    "another",
    "fiscal",
    "financial",
    "remainder",
    "fy",
    "recent",
    "quarter",
    "final",
    "penultimate",
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
