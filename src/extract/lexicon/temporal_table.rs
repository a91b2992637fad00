//! The shape of `data/lexicon/ar/temporal.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::time_word::Unit;
use crate::extract::temporal::Reckoning;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) months: BTreeMap<String, Vec<String>>,
    pub(super) hijri_months: BTreeMap<String, Vec<String>>,
    pub(super) month_firsts: MonthFirsts,
    pub(super) ambiguous_months: Ambiguous,
    pub(super) weekdays: BTreeMap<String, Vec<String>>,
    pub(super) units: BTreeMap<Unit, UnitForms>,
    pub(super) relative: RelativeWords,
    pub(super) days: BTreeMap<String, Vec<String>>,
    pub(super) soft: SoftWords,
    pub(super) parts: PartWords,
    pub(super) numbers: BTreeMap<String, Vec<String>>,
    pub(super) ordinals: BTreeMap<String, Vec<String>>,
    pub(super) approximate: ApproximateWords,
    pub(super) day_parts: BTreeMap<String, Vec<String>>,
    pub(super) vague: Vague,
    pub(super) contracts: Contracts,
    pub(super) no_time: NoTime,
    pub(super) lasting: Lasting,
    pub(super) names: Names,
    pub(super) year_context: YearContext,
    pub(super) own_years: OwnYears,
    pub(super) quarters: Quarters,
    pub(super) ages: Ages,
    pub(super) seasons: BTreeMap<String, Vec<String>>,
    pub(super) holidays: Vec<Holiday>,
    pub(super) decades: BTreeMap<String, Vec<String>>,
    pub(super) sets: BTreeMap<Unit, Vec<String>>,
    pub(super) hours: BTreeMap<String, Vec<String>>,
    pub(super) weekend: Weekend,
    pub(super) zones: Zones,
    pub(super) tense: TenseWords,
    pub(super) durations: Durations,
    pub(super) openers: Openers,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Durations {
    pub(super) prepositions: Vec<String>,
    pub(super) few: Vec<String>,
    pub(super) tails: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Openers {
    pub(super) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holiday {
    pub(super) words: Vec<String>,
    pub(super) on: Reckoning,
}

#[derive(Deserialize)]
pub(super) struct Weekend {
    pub(super) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TenseWords {
    pub(super) forecasts: Vec<String>,
    pub(super) clause_heads: Vec<String>,
    pub(super) noun_fronts: Vec<String>,
    pub(super) planning: Vec<String>,
    pub(super) postponing: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Zones {
    pub(super) offsets: BTreeMap<String, Vec<String>>,
    pub(super) places: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MonthFirsts {
    pub(super) words: Vec<String>,
    pub(super) with_of: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Ambiguous {
    pub(super) words: Vec<String>,
    pub(super) rare: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct UnitForms {
    pub(super) singular: Vec<String>,
    pub(super) dual: Vec<String>,
    pub(super) plural: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct RelativeWords {
    pub(super) past: Vec<String>,
    pub(super) future: Vec<String>,
    pub(super) current: Vec<String>,
    pub(super) same: Vec<String>,
    pub(super) before_last: Vec<String>,
    pub(super) after_next: Vec<String>,
    pub(super) before_told: Vec<String>,
    pub(super) after_told: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct SoftWords {
    pub(super) past: Vec<String>,
    pub(super) present: Vec<String>,
    pub(super) later: Vec<String>,
    pub(super) then: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct PartWords {
    pub(super) start: Vec<String>,
    pub(super) mid: Vec<String>,
    pub(super) end: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct ApproximateWords {
    pub(super) before: Vec<String>,
    pub(super) more: Vec<String>,
    pub(super) less: Vec<String>,
    pub(super) at_least: Vec<String>,
    pub(super) at_most: Vec<String>,
    pub(super) some: Vec<String>,
    pub(super) multitude: Vec<String>,
    pub(super) after: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Vague {
    pub(super) words: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Names {
    pub(super) heads: Vec<String>,
    pub(super) weekday_heads: Vec<String>,
    pub(super) learned_titles: Vec<String>,
    pub(super) tomorrow_heads: Vec<String>,
    pub(super) today_heads: Vec<String>,
    pub(super) today_verbs: Vec<String>,
    pub(super) needs: Vec<String>,
    pub(super) papers: Vec<String>,
    pub(super) ratio_heads: Vec<String>,
    pub(super) law_heads: Vec<String>,
    pub(super) offices: Vec<String>,
    pub(super) works: Vec<String>,
    #[serde(default)]
    pub(super) dated_events: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contracts {
    pub(super) before: Vec<String>,
    pub(super) behind: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct NoTime {
    pub(super) behind: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Lasting {
    pub(super) verbs: Vec<String>,
    pub(super) until: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct YearContext {
    pub(super) prepositions: Vec<String>,
    pub(super) nouns: Vec<String>,
    pub(super) periods: Vec<String>,
    pub(super) measures: Vec<String>,
    pub(super) counted: Vec<String>,
    pub(super) particles: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnYears {
    pub(super) words: Vec<String>,
    pub(super) schools: Vec<String>,
    pub(super) accounts: Vec<String>,
    pub(super) others: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Quarters {
    pub(super) matches: Vec<String>,
    pub(super) halves: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Ages {
    pub(super) words: Vec<String>,
}
