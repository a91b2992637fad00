//! The Arabic words of time: months, weekdays, units, numbers, relative adjectives.

use std::collections::BTreeMap;

use super::WordSet;
use super::index::Tables;
use super::phrases::Phrases;
use super::temporal_table::{ApproximateWords, RelativeWords, Table, Zones};
use super::time_word::{Approximate, Count, DAY_PARTS, Part, Relative, Soft, TimeWord};
use crate::base::fold::fold;
use crate::extract::temporal::value::Season;

/// The words of time by what they are.
pub(crate) struct TemporalWords {
    pub(crate) words: Phrases<TimeWord>,
    pub(crate) relatives: Phrases<Relative>,
    pub(crate) numbers: Phrases<i64>,
    pub(crate) ordinals: Phrases<i64>,
    pub(crate) approximate: Phrases<Approximate>,
    /// Time zones: minutes from Greenwich; `None` where the words name a place whose clock changes.
    pub(crate) zones: Phrases<Option<i64>>,
    /// Words of the rules themselves that may open an expression.
    pub(crate) openers: Phrases<()>,
    /// Words for the first day of a month, and those that want «من» behind them.
    pub(crate) month_firsts: WordSet,
    pub(crate) month_firsts_of: WordSet,
    /// Month names that are other words too.
    pub(crate) ambiguous_months: WordSet,
    /// Of these, the ones read only between a day and a year.
    pub(crate) rare_months: WordSet,
    /// Heads of names that hold a date.
    pub(crate) name_heads: WordSet,
    /// Heads of names and rites that hold a weekday, besides those that hold a date.
    pub(crate) weekday_heads: WordSet,
    pub(crate) learned_titles: WordSet,
    /// Nouns behind which «الغد» is the future.
    pub(crate) tomorrow_heads: WordSet,
    /// Words for works, whose titles open a quotation.
    pub(crate) works: WordSet,
    /// Offices behind which «العام» is no year.
    pub(crate) offices: WordSet,
    /// Words around «عقد» that make it a contract: before it and behind it.
    pub(crate) contracts: (WordSet, WordSet),
    /// Words behind a quantity of time that make it none.
    pub(crate) no_time: WordSet,
    /// Verbs of lasting.
    pub(crate) lasting: WordSet,
    /// Words that say that something goes on, with a day to come behind «حتى».
    pub(crate) lasting_until: WordSet,
    /// Words before the number of a law.
    pub(crate) law_heads: WordSet,
    /// Words before two figures with a colon that are no time of the clock.
    pub(crate) ratio_heads: WordSet,
    /// Events that are told apart by their year: «حرب 1967».
    pub(crate) dated_events: WordSet,
    /// Adjectives between a plural unit and «الماضية».
    pub(crate) vague: WordSet,
    /// Words before a bare number that make it a year.
    pub(crate) year_prepositions: WordSet,
    /// Nouns that numbers count and that look like a verb or a word with a clitic.
    pub(crate) counted: WordSet,
    /// Nouns before a bare number that make it a year, where it counts nothing: «موازنة 2021».
    pub(crate) year_nouns: WordSet,
    /// What a range of years opens behind: «الفترة الممتدة من 2006 إلى 2016».
    pub(crate) periods: WordSet,
    /// Behind these «م» after a number tells metres.
    pub(crate) measures: WordSet,
    /// What stands behind a year and is counted by no number.
    pub(crate) particles: WordSet,
    /// What years are of that start in other months than January: of schools, of accounts, of anything at all.
    pub(crate) school_years: WordSet,
    pub(crate) years_of_accounts: WordSet,
    pub(crate) own_years: WordSet,
    /// Words of matches, which have quarters too, and words behind which a half is one of a year.
    pub(crate) matches: WordSet,
    pub(crate) halves: WordSet,
    /// Persons and ages: «رجل في الأربعينيات».
    pub(crate) ages: WordSet,
    /// What «اليوم» behind it makes a paper, also where it is a verb; what a paper is called.
    pub(crate) today_heads: WordSet,
    pub(crate) today_verbs: WordSet,
    /// Behind «أمس», which is the direst then.
    pub(crate) needs: WordSet,
    pub(crate) papers: WordSet,
    /// Words behind which a unit without a number is a duration: «منذ أيام».
    pub(crate) duration_prepositions: WordSet,
    /// Adjectives that make a bare plural a duration wherever it stands: «أيام معدودة».
    pub(crate) few: WordSet,
    /// Adjectives behind a duration that belong to it: «سنة كاملة».
    pub(crate) duration_tails: WordSet,
    /// What a forecast says of a day.
    pub(crate) forecasts: WordSet,
    /// Words behind which an unvowelled word is a verb.
    pub(crate) clause_heads: WordSet,
    /// Fronts of nouns that look like a verb to come: «سياسة», «سيناء».
    pub(crate) noun_fronts: Vec<String>,
    /// Words that plan: «المقرر», «يعتزم».
    pub(crate) planning: WordSet,
    /// Words that move something to another day: «أجلت», «تأجيل».
    pub(crate) postponing: WordSet,
}

impl TemporalWords {
    pub(super) fn load() -> Self {
        let table: Table = super::parse(include_str!("../../../data/lexicon/ar/temporal.toml"), "ar/temporal.toml");
        let set = |words: &[String]| words.iter().map(|word| fold(word)).collect::<WordSet>();
        let words = Phrases::new(time_words(&table));
        let numbers = Phrases::new(numbered(&table.numbers));
        let ordinals = Phrases::new(numbered(&table.ordinals));
        let approximate = Phrases::new(approximate(&table.approximate));
        Self {
            openers: Phrases::new(table.openers.words.iter().map(|word| (word.as_str(), ()))),
            words,
            zones: Phrases::new(zones(&table.zones)),
            relatives: Phrases::new(relatives(&table.relative)),
            numbers,
            ordinals,
            approximate,
            ambiguous_months: set(&table.ambiguous_months.words),
            month_firsts: set(&table.month_firsts.words),
            month_firsts_of: set(&table.month_firsts.with_of),
            rare_months: set(&table.ambiguous_months.rare),
            name_heads: set(&table.names.heads),
            works: set(&table.names.works),
            offices: set(&table.names.offices),
            contracts: (set(&table.contracts.before), set(&table.contracts.behind)),
            no_time: set(&table.no_time.behind),
            lasting: set(&table.lasting.verbs),
            lasting_until: set(&table.lasting.until),
            law_heads: set(&table.names.law_heads),
            ratio_heads: set(&table.names.ratio_heads),
            weekday_heads: set(&table.names.weekday_heads),
            learned_titles: set(&table.names.learned_titles),
            tomorrow_heads: set(&table.names.tomorrow_heads),
            dated_events: set(&table.names.dated_events),
            vague: set(&table.vague.words),
            year_prepositions: set(&table.year_context.prepositions),
            counted: set(&table.year_context.counted),
            year_nouns: set(&table.year_context.nouns),
            periods: set(&table.year_context.periods),
            measures: set(&table.year_context.measures),
            particles: set(&table.year_context.particles),
            school_years: set(&table.own_years.schools),
            years_of_accounts: set(&table.own_years.accounts),
            own_years: [&table.own_years.schools, &table.own_years.accounts, &table.own_years.others]
                .into_iter()
                .flat_map(|words| set(words))
                .collect(),
            matches: set(&table.quarters.matches),
            halves: set(&table.quarters.halves),
            ages: set(&table.ages.words),
            today_heads: set(&table.names.today_heads),
            today_verbs: set(&table.names.today_verbs),
            needs: set(&table.names.needs),
            papers: set(&table.names.papers),
            duration_prepositions: set(&table.durations.prepositions),
            few: set(&table.durations.few),
            duration_tails: set(&table.durations.tails),
            forecasts: set(&table.tense.forecasts),
            clause_heads: set(&table.tense.clause_heads),
            noun_fronts: table.tense.noun_fronts.iter().map(|word| fold(word)).collect(),
            planning: set(&table.tense.planning),
            postponing: set(&table.tense.postponing),
        }
    }
}

impl TemporalWords {
    /// The tables of which a phrase may open an expression.
    pub(crate) fn opening(&self) -> Tables {
        let tables = [self.words.place, self.numbers.place, self.ordinals.place, self.approximate.place, self.openers.place];
        tables.into_iter().fold(Tables::default(), Tables::or)
    }
}

/// The words of a table keyed by numbers, with their numbers; a key that is no number is left out.
pub(super) fn numbered(table: &BTreeMap<String, Vec<String>>) -> Vec<(&str, i64)> {
    let keyed = table.iter().filter_map(|(key, words)| Some((key.parse::<i64>().ok()?, words)));
    keyed.flat_map(|(number, words)| words.iter().map(move |word| (word.as_str(), number))).collect()
}

/// A number of a table that counts small things; 0 where it does not.
pub(super) fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

fn each(words: &[String], meaning: TimeWord) -> impl Iterator<Item = (&str, TimeWord)> {
    words.iter().map(move |word| (word.as_str(), meaning))
}

fn time_words(table: &Table) -> Vec<(&str, TimeWord)> {
    let mut words: Vec<(&str, TimeWord)> = Vec::new();
    words.extend(numbered(&table.months).into_iter().map(|(word, n)| (word, TimeWord::Month(small(n)))));
    words.extend(numbered(&table.hijri_months).into_iter().map(|(word, n)| (word, TimeWord::HijriMonth(small(n)))));
    words.extend(numbered(&table.weekdays).into_iter().map(|(word, n)| (word, TimeWord::Weekday(small(n)))));
    words.extend(numbered(&table.days).into_iter().map(|(word, n)| (word, TimeWord::Day(n))));
    for (&unit, forms) in &table.units {
        words.extend(each(&forms.singular, TimeWord::Unit(unit, Count::One)));
        words.extend(each(&forms.dual, TimeWord::Unit(unit, Count::Two)));
        words.extend(each(&forms.plural, TimeWord::Unit(unit, Count::Many)));
    }
    words.extend(each(&table.soft.past, TimeWord::Soft(Soft::Past)));
    words.extend(each(&table.soft.present, TimeWord::Soft(Soft::Present)));
    words.extend(each(&table.soft.later, TimeWord::Soft(Soft::Later)));
    words.extend(each(&table.soft.then, TimeWord::Then));
    for (name, forms) in &table.day_parts {
        let part = DAY_PARTS.into_iter().find(|part| part == name);
        words.extend(part.into_iter().flat_map(|part| each(forms, TimeWord::DayPart(part))));
    }
    words.extend(seasons(&table.seasons));
    words.extend(table.holidays.iter().flat_map(|holiday| each(&holiday.words, TimeWord::Holiday(holiday.on))));
    words.extend(numbered(&table.decades).into_iter().map(|(word, n)| (word, TimeWord::Decade(n))));
    words.extend(table.sets.iter().flat_map(|(&unit, forms)| each(forms, TimeWord::Every(unit))));
    words.extend(numbered(&table.hours).into_iter().map(|(word, n)| (word, TimeWord::NamedHour(n))));
    words.extend(each(&table.weekend.words, TimeWord::Weekend));
    words.extend(each(&table.own_years.words, TimeWord::OwnYear));
    words.extend(each(&table.parts.start, TimeWord::Part(Part::Start)));
    words.extend(each(&table.parts.mid, TimeWord::Part(Part::Mid)));
    words.extend(each(&table.parts.end, TimeWord::Part(Part::End)));
    words
}

pub(super) fn seasons(table: &BTreeMap<String, Vec<String>>) -> Vec<(&str, TimeWord)> {
    let seasons =
        [("spring", Season::Spring), ("summer", Season::Summer), ("autumn", Season::Autumn), ("winter", Season::Winter)];
    let named = seasons.into_iter().filter_map(|(name, season)| Some((table.get(name)?, season)));
    named.flat_map(|(forms, season)| each(forms, TimeWord::Season(season))).collect()
}

fn zones(table: &Zones) -> Vec<(&str, Option<i64>)> {
    let offsets = numbered(&table.offsets).into_iter().map(|(word, minutes)| (word, Some(minutes)));
    offsets.chain(table.places.iter().map(|place| (place.as_str(), None))).collect()
}

fn relatives(table: &RelativeWords) -> Vec<(&str, Relative)> {
    let lists = [
        (&table.past, Relative::Past),
        (&table.future, Relative::Future),
        (&table.current, Relative::Current),
        (&table.same, Relative::Same),
        (&table.before_last, Relative::BeforeLast),
        (&table.after_next, Relative::AfterNext),
        (&table.before_told, Relative::BeforeTold),
        (&table.after_told, Relative::AfterTold),
    ];
    lists.into_iter().flat_map(|(words, meaning)| words.iter().map(move |word| (word.as_str(), meaning))).collect()
}

fn approximate(table: &ApproximateWords) -> Vec<(&str, Approximate)> {
    let lists = [
        (&table.before, Approximate::About),
        (&table.more, Approximate::More),
        (&table.less, Approximate::Less),
        (&table.at_least, Approximate::AtLeast),
        (&table.at_most, Approximate::AtMost),
        (&table.some, Approximate::Some),
        (&table.multitude, Approximate::Multitude),
        (&table.after, Approximate::After),
    ];
    lists.into_iter().flat_map(|(words, meaning)| words.iter().map(move |word| (word.as_str(), meaning))).collect()
}
