//! What a rule has found: its tokens, its meaning, and what is known of it besides.

use chrono::Datelike;

use super::value::Value;
use crate::base::Bounds;
use crate::event::{Anchor, TimexType};
use crate::extract::RuleId;
use crate::extract::lexicon::time_word::Part;

/// An expression that a rule has found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// First and last token.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Bytes of clitics in the first token that are no part of it.
    pub(super) skip: usize,
    pub(super) value: Value,
    pub(super) timex_type: TimexType,
    pub(super) part: Option<Part>,
    pub(super) modifier: Option<&'static str>,
    /// TIMEX3 `quant` and how often, of a set.
    pub(super) quant: Option<&'static str>,
    pub(super) times: Option<i64>,
    /// What the words bound, where it is not what the value covers.
    pub(super) bounds: Option<Bounds>,
    pub(super) anchor: Anchor,
    /// A token of the expression that it was resolved against.
    pub(super) anchor_token: Option<usize>,
    /// Whether its year is not in its words.
    pub(super) yearless: bool,
    /// It dates the noun behind it and no more: "a 2015 deal".
    pub(super) attributive: bool,
    /// The weekday that its words name and nothing else.
    pub(super) weekday: Option<u32>,
    pub(super) rule: RuleId,
}

impl Found {
    /// A date over the tokens `first..=last`.
    pub(super) fn date(first: usize, skip: usize, last: usize, value: Value, anchor: Anchor, rule: RuleId) -> Self {
        Self {
            first,
            last,
            skip,
            value,
            timex_type: TimexType::Date,
            part: None,
            modifier: None,
            quant: None,
            times: None,
            bounds: None,
            anchor,
            anchor_token: None,
            yearless: false,
            attributive: false,
            weekday: None,
            rule,
        }
    }

    /// The same with another type.
    pub(super) fn typed(self, timex_type: TimexType) -> Self {
        Self { timex_type, ..self }
    }

    /// A duration, which bounds nothing by itself.
    pub(super) fn duration(first: usize, skip: usize, last: usize, value: Value, rule: RuleId) -> Self {
        let found = Self::date(first, skip, last, value, Anchor::Unresolved, rule).typed(TimexType::Duration);
        Self { bounds: Some(Bounds::UNKNOWN), ..found }
    }

    /// The year that it names in full.
    pub(super) fn told_year(&self) -> Option<i32> {
        match &self.value {
            _ if self.anchor != Anchor::Absolute || self.yearless || self.attributive => None,
            Value::Year(year) | Value::Month(year, _) => Some(*year),
            Value::Day(day) => Some(day.year()),
            _ => None,
        }
    }

    pub(super) fn with_part(mut self, part: Option<Part>) -> Self {
        self.part = part;
        self.modifier = part.map(|part| match part {
            Part::Start => "START",
            Part::Mid => "MID",
            Part::End => "END",
        });
        self
    }
}
