//! Temporal expressions: one pass over the tokens finds the words of time, rules look around them, neighbours join.

mod ar;
pub(super) mod bounds;
mod calendar;
mod en;
mod found;
mod join;
pub(super) mod notes;
pub(super) mod relation;
pub(super) mod resolve;
mod tense;
#[cfg(test)]
mod tests;
pub(super) mod value;
mod written;

pub(crate) use calendar::Reckoning;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use chrono::{NaiveDate, Timelike};
use foldhash::fast::FixedState;

use self::found::Found;
use self::value::Value;
use super::lexicon::time_word::{Relative, Unit};
use super::normalize::Reading;
use super::sentence::LineRole;
use super::tokenize::TokenKind;
use crate::base::{Bounds, Language, Moment, TextSpan};
use crate::event::{Anchor, Timex, TimexId, TimexType};

/// What a rule may look at.
pub(super) struct Context<'a> {
    pub(super) reading: &'a Reading<'a>,
    language: Language,
    pub(super) published: Option<NaiveDate>,
    /// The hour and minute of publication, where they are known: "two hours ago" counts from them.
    published_clock: Option<(u32, u32)>,
    /// A year named before in the same paragraph, which months without a year take over.
    pub(super) told_year: Option<i32>,
    /// The year of a paragraph that opened with its date: a chronology goes on with months alone.
    list_year: Option<i32>,
    /// The last date told: its first token and what it means.
    told: Option<(usize, Value)>,
    /// The month and day that a list of anniversaries is about.
    anniversary: Option<(u32, u32)>,
    /// The last single day told: its first token and the day.
    told_day: Option<(usize, NaiveDate)>,
    /// The text tells nothing: it is an entry of a programme, which lies ahead.
    is_entry: bool,
    /// How many expressions inside one another are being read.
    depth: Cell<u8>,
    /// What was read at a token so many levels deep, since the last expression was found.
    inner: RefCell<HashMap<(usize, u8), Option<Found>, FixedState>>,
}

/// How deep expressions stand inside one another: "the last day of the second week of next month".
const MAX_DEPTH: u8 = 3;

/// How many tokens may stand before the date that opens a paragraph: a bullet, «في».
const LIST_HEAD: usize = 2;

/// What may stand before an expression that is a whole text.
const PREPOSITIONS: [&str; 10] = ["في", "من", "الي", "حتي", "بين", "بعد", "in", "on", "from", "until"];

impl Context<'_> {
    /// Where a bare month or weekday lies: ahead, where the tense is future. The verb may stand a little behind it.
    fn tense_at(&self, token: usize) -> Option<Relative> {
        match self.language {
            Language::Arabic => ar::tense_at(self, token),
            Language::English => en::tense_at(self, token),
        }
    }

    /// Reads the expression at a token one level deeper; nothing below the deepest, and what stands inside others once, so that
    /// no text costs more than its length.
    fn deeper(&self, token: usize, read: impl FnOnce() -> Option<Found>) -> Option<Found> {
        let depth = self.depth.get();
        if depth >= MAX_DEPTH {
            return None;
        }
        if depth > 0
            && let Some(found) = self.inner.borrow().get(&(token, depth))
        {
            return found.clone();
        }
        self.depth.set(depth + 1);
        let found = read();
        self.depth.set(depth);
        if depth > 0 {
            self.inner.borrow_mut().insert((token, depth), found.clone());
        }
        found
    }

    /// The minute that lies so many hours, minutes or seconds from publication; `None` where the clock is not known.
    fn clock_away(&self, unit: Unit, count: i64) -> Option<Value> {
        let seconds = match unit {
            Unit::Hour => count.checked_mul(3600)?,
            Unit::Minute => count.checked_mul(60)?,
            Unit::Second => count,
            _ => return None,
        };
        let (hour, minute) = self.published_clock?;
        let moment =
            self.published?.and_hms_opt(hour, minute, 0)?.checked_add_signed(chrono::TimeDelta::try_seconds(seconds)?)?;
        let second = Some(i64::from(moment.second())).filter(|second| *second > 0);
        let clock = value::ClockTime::new(i64::from(moment.hour()), i64::from(moment.minute()), second)?;
        Some(Value::Clock(Some(moment.date()), clock))
    }

    /// Whether a month without a year stands at the head of a paragraph: «- 23 مارس: …», «وفي يوليو، …».
    fn opens_with_month(&self, tokens: &Range<usize>) -> bool {
        let months = |found: &Found| found.yearless && matches!(found.value, Value::Day(_) | Value::Month(..) | Value::Range(..));
        let heads = tokens.start..tokens.end.min(tokens.start + LIST_HEAD + 1);
        let read = |token| match self.language {
            Language::Arabic => ar::at(self, token),
            Language::English => en::at(self, token),
        };
        heads.filter_map(read).next().is_some_and(|found| months(&found))
    }

    /// Whether the text is an expression and no more, a preposition apart: an entry of a calendar, which looks ahead as no
    /// report does.
    fn is_whole_text(&self, first: usize, last: usize) -> bool {
        let governed = first == 1 && PREPOSITIONS.contains(&self.reading.str(0));
        let marks = |token: usize| !matches!(self.reading.kind(token), Some(TokenKind::Word | TokenKind::Number));
        (first == 0 || governed) && self.reading.tokens.len() <= last + 3 && (last + 1..last + 3).all(marks)
    }

    /// What relative expressions are resolved against.
    fn anchor(&self) -> Anchor {
        if self.published.is_some() { Anchor::Published } else { Anchor::Unresolved }
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
    /// Whether it is a day whose year neither its words nor the tense tell: the nearest one was taken.
    pub(super) is_year_assumed: bool,
}

/// The temporal expressions of a text, in order, none overlapping another.
pub(super) fn find(reading: &Reading<'_>, language: Language, published: Option<Moment>) -> Vec<TimexMention> {
    let mut mentions: Vec<TimexMention> = Vec::new();
    let published_clock = published.and_then(Moment::clock);
    let published = published.map(Moment::day);
    let mut context = Context {
        reading,
        language,
        published,
        published_clock,
        told_year: None,
        list_year: None,
        told: None,
        anniversary: None,
        told_day: None,
        is_entry: false,
        depth: Cell::new(0),
        inner: RefCell::default(),
    };
    let mut paragraph = usize::MAX;
    for sentence in reading.sentences.iter().filter(|sentence| sentence.role != LineRole::Boilerplate) {
        if !reading.is_wanted() {
            break;
        }
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            context.told_year = context.list_year.filter(|_| context.opens_with_month(&sentence.tokens));
            context.list_year = None;
        }
        let mut found = in_sentence(&mut context, sentence.tokens.clone());
        if language == Language::English && reading.sentences.len() == 1 && en::is_entry(reading, &found) {
            (context.is_entry, context.told, context.told_day, context.told_year) = (true, None, None, None);
            found = in_sentence(&mut context, sentence.tokens.clone());
        }
        if found.first().is_some_and(|first| first.first <= sentence.tokens.start + LIST_HEAD) {
            context.list_year = context.told_year;
        }
        for found in join::join(&context, found) {
            let anchor = antecedent(&mentions, &found);
            mentions.push(mention(&context, found, anchor));
        }
    }
    mentions
}

fn in_sentence(context: &mut Context<'_>, tokens: Range<usize>) -> Vec<Found> {
    context.inner.get_mut().clear();
    let mut all: Vec<Found> = Vec::new();
    let mut i = tokens.start;
    while i < tokens.end {
        let free_from = all.last().map_or(tokens.start, |found| found.last + 1);
        let fits = |found: &Found| found.first >= free_from && found.last < tokens.end && found.last >= i;
        let found = match context.language {
            Language::Arabic => ar::at(context, i),
            Language::English => en::at(context, i),
        };
        match found.filter(fits) {
            Some(found) => {
                i = found.last + 1;
                context.inner.get_mut().clear();
                context.told_year = match found.anchor {
                    // «هذا العام» ends what a year named before says of the months behind it.
                    Anchor::Published if !found.yearless => None,
                    _ => found.told_year().or(context.told_year),
                };
                if let (ar::RULE_ANNIVERSARY, Value::DayOfYear(month, day)) = (found.rule, &found.value) {
                    context.anniversary = Some((*month, *day));
                }
                if found.timex_type == TimexType::Date && found.value.days().is_some() {
                    context.told = Some((found.first, found.value.clone()));
                    if let Value::Day(day) | Value::DayPart(day, _) = found.value {
                        context.told_day = Some((found.first, day));
                    }
                }
                all.push(found);
            }
            None => i += 1,
        }
    }
    all
}

/// The id of the expression that another was resolved against.
fn antecedent(mentions: &[TimexMention], found: &Found) -> Option<Anchor> {
    let token = found.anchor_token?;
    // «بعد يومين من 5 مايو»: the date stands right behind.
    if token > found.last {
        return u32::try_from(mentions.len() + 1).ok().map(|index| Anchor::Timex(TimexId(index)));
    }
    let index = mentions.iter().rposition(|mention| (mention.first..=mention.last).contains(&token))?;
    u32::try_from(index).ok().map(|index| Anchor::Timex(TimexId(index)))
}

fn mention(context: &Context<'_>, found: Found, antecedent: Option<Anchor>) -> TimexMention {
    let bounds = found.bounds.unwrap_or_else(|| match (&found.value, context.published) {
        (Value::Past, Some(published)) => Bounds::until(Moment::on(published)),
        (value, _) => value.bounds(found.part),
    });
    let timex = Timex {
        span: span_of(context, &found),
        timex_type: found.timex_type,
        value: found.value.timex_value(),
        modifier: found.modifier.map(Into::into),
        quant: found.quant.map(Into::into),
        freq: found.times.map(|times| format!("{times}X")),
        bounds,
        anchor: antecedent.unwrap_or(found.anchor),
        rule: found.rule.into(),
    };
    let is_year_assumed = found.yearless
        && found.anchor == Anchor::Published
        && matches!(found.value, Value::Day(day) if Some(day) <= context.published);
    TimexMention { timex, first: found.first, last: found.last, value: found.value, is_year_assumed }
}

fn span_of(context: &Context<'_>, found: &Found) -> TextSpan {
    context.reading.original(found.first, found.skip, found.last)
}

/// The relative adjective at a token, with how many tokens it covers.
fn relative_at(reading: &Reading<'_>, token: usize) -> Option<(Relative, usize)> {
    let found = reading.phrase(token, &super::lexicon::ARABIC.temporal.relatives)?;
    (found.skip == 0).then_some((*found.meaning, found.n_tokens))
}
