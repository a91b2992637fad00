//! Whether an event, or a row of a table, is what a condition asks for.

use super::Condition;
use crate::base::{Bounds, Moment, TimePoint, TimeRange};
use crate::event::{Certainty, Event, EventTable};

/// Whether an event meets a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    No,
    /// The text does not say.
    Unknown,
}

impl From<bool> for Answer {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

/// Whether one of several alternatives holds.
pub(super) fn any(answers: impl Iterator<Item = Answer>) -> Answer {
    let mut any = Answer::No;
    for answer in answers {
        match answer {
            Answer::Yes => return Answer::Yes,
            Answer::No => {}
            Answer::Unknown => any = Answer::Unknown,
        }
    }
    any
}

impl Condition {
    pub(super) fn answer(&self, event: &Event) -> Answer {
        let is_in = |words: &super::Words, text: &str| words.pattern.is_in(text);
        let holds = match self {
            Self::Words(words) => is_in(words, &event.title) || event.actors.iter().any(|actor| is_in(words, &actor.name)),
            Self::Kind(kind) => event.kind == *kind,
            Self::Actor(who) => event.actors.iter().any(|actor| who.is(actor.id.as_deref(), &actor.name)),
            Self::Place(name) => event.places.iter().any(|place| place.name == *name),
            Self::Lane(_) => false,
            Self::Certainty(certainty) => event.when.certainty == *certainty,
            Self::Modality(modality) => event.modality == *modality,
            Self::Time(range) => return in_time(event, *range),
        };
        holds.into()
    }

    /// Of a row nobody says a kind, who takes part, where, or how it is told.
    pub(super) fn answer_row(&self, table: &EventTable, at: usize) -> Answer {
        let Some(row) = table.rows().get(at) else { return Answer::No };
        let holds = match self {
            Self::Words(words) => words.pattern.is_in(table.titles().get(at)) || words.pattern.is_in(table.details(at)),
            Self::Lane(name) => table.lane_name(at) == Some(name),
            Self::Certainty(certainty) => row.certainty() == *certainty,
            Self::Time(range) => overlap(row.time, *range),
            Self::Kind(_) | Self::Actor(_) | Self::Place(_) | Self::Modality(_) => false,
        };
        holds.into()
    }
}

/// Whether an event may have happened in a range. An end that the text leaves open stays open; where it gives none,
/// nothing is guessed.
fn in_time(event: &Event, range: TimeRange) -> Answer {
    let when = &event.when;
    let bounds = match when.certainty {
        Certainty::Undated => return Answer::Unknown,
        Certainty::Ordered if when.bounds.range().is_none() => return Answer::Unknown,
        Certainty::Ongoing => {
            Bounds { earliest: when.begin.and_then(|begin| begin.earliest).or(when.bounds.earliest), latest: None }
        }
        Certainty::Exact | Certainty::Bounded | Certainty::OneSided | Certainty::Ordered => when.bounds,
    };
    let start = bounds.earliest.map_or(TimePoint(i64::MIN), Moment::start);
    let end = bounds.latest.map_or(TimePoint(i64::MAX), Moment::end);
    overlap(TimeRange { start, end }, range).into()
}

fn overlap(a: TimeRange, b: TimeRange) -> bool {
    a.start < b.end && b.start < a.end
}
