//! Temporal expressions: one pass over the tokens finds the words of time, rules look around them.

mod ar;
pub(super) mod bounds;
pub(super) mod resolve;
pub(super) mod value;

use chrono::NaiveDate;

use self::value::Value;
use super::lexicon::temporal::{Part, Relative};
use super::normalize::Reading;
use super::sentence::LineRole;
use crate::base::{Bounds, Moment, TextSpan};
use crate::event::{Anchor, RuleId, Timex, TimexType};

/// What a rule may look at.
pub(super) struct Context<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) published: Option<NaiveDate>,
}

/// An expression that a rule has found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// First and last token.
    first: usize,
    last: usize,
    /// Bytes of clitics in the first token that are no part of it.
    skip: usize,
    value: Value,
    timex_type: TimexType,
    part: Option<Part>,
    modifier: Option<&'static str>,
    /// What the words bound, where it is not what the value covers.
    bounds: Option<Bounds>,
    anchor: Anchor,
    rule: RuleId,
}

impl Found {
    /// A date over the tokens `first..=last`.
    fn date(first: usize, skip: usize, last: usize, value: Value, anchor: Anchor, rule: RuleId) -> Self {
        let timex_type = TimexType::Date;
        Self { first, last, skip, value, timex_type, part: None, modifier: None, bounds: None, anchor, rule }
    }

    fn with_part(mut self, part: Option<Part>) -> Self {
        self.part = part;
        self.modifier = part.map(|part| match part {
            Part::Start => "START",
            Part::Mid => "MID",
            Part::End => "END",
        });
        self
    }
}

/// A temporal expression and where its words stand among the tokens.
#[derive(Debug, Clone)]
pub(super) struct TimexMention {
    pub(super) timex: Timex,
    pub(super) first: usize,
    pub(super) last: usize,
    /// The meaning, for explanations.
    pub(super) value: Value,
}

/// The temporal expressions of a text, in order, none overlapping another.
pub(super) fn find(context: &Context<'_>) -> Vec<TimexMention> {
    let mut mentions: Vec<TimexMention> = Vec::new();
    for sentence in context.reading.sentences.iter().filter(|sentence| sentence.role != LineRole::Boilerplate) {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let free_from = mentions.last().map_or(0, |mention| mention.last + 1);
            let fits = |found: &Found| found.first >= free_from && found.last < sentence.tokens.end && found.last >= i;
            match ar::at(context, i).filter(fits) {
                Some(found) => {
                    i = found.last + 1;
                    mentions.push(mention(context, found));
                }
                None => i += 1,
            }
        }
    }
    mentions
}

fn mention(context: &Context<'_>, found: Found) -> TimexMention {
    let bounds = found.bounds.unwrap_or_else(|| match (&found.value, context.published) {
        (Value::Past, Some(published)) => Bounds::until(Moment::on(published)),
        (value, _) => value.bounds(found.part),
    });
    let timex = Timex {
        span: span_of(context, &found),
        timex_type: found.timex_type,
        value: found.value.timex_value(),
        modifier: found.modifier,
        bounds,
        anchor: found.anchor,
        rule: found.rule,
    };
    TimexMention { timex, first: found.first, last: found.last, value: found.value }
}

fn span_of(context: &Context<'_>, found: &Found) -> TextSpan {
    context.reading.original(found.first, found.skip, found.last)
}

/// The relative adjective at a token, with how many tokens it covers.
fn relative_at(reading: &Reading<'_>, token: usize) -> Option<(Relative, usize)> {
    let found = super::lexicon::ARABIC.temporal.relatives.at(|i| reading.word(token + i))?;
    (found.skip == 0).then_some((*found.meaning, found.n_tokens))
}
