//! What the axis may show of an event's time: one form for each degree of certainty.
//! Knows no pixels. An event that nothing dates has no extent.

use crate::base::{Bounds, Moment, TimePoint, TimeRange};
use crate::event::{Certainty, Event};

/// Where an event stands on the axis, and how surely. Takes 32 bytes: there may be millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// On one calendar day.
    Exact(TimeRange),
    /// Somewhere between, or all along.
    Bounded(TimeRange),
    /// Not before a point; not after `limit`, where something else says so.
    From {
        /// The known bound.
        at: TimePoint,
        /// Where the tail has to end.
        limit: Option<TimePoint>,
    },
    /// Not after a point; not before `limit`, where something else says so.
    Until {
        /// The known bound.
        at: TimePoint,
        /// Where the tail has to end.
        limit: Option<TimePoint>,
    },
    /// Still going on at publication; the text does not say when it began.
    Ongoing {
        /// It holds at this.
        published: TimePoint,
    },
    /// Still going on at publication.
    OngoingSince {
        /// It began within this.
        begin: TimeRange,
        /// It holds at this.
        published: TimePoint,
    },
    /// Only its place among others is known; at least one of the two is.
    Ordered {
        /// Later than this.
        after: Option<TimePoint>,
        /// Earlier than this.
        before: Option<TimePoint>,
    },
}

impl Extent {
    /// What the event's own bounds say; `None` where it stands in the column or among others.
    #[must_use]
    pub fn of(event: &Event, published: Option<Moment>) -> Option<Self> {
        let bounds = event.when.bounds;
        match event.when.certainty {
            Certainty::Undated | Certainty::Ordered => None,
            Certainty::Ongoing => ongoing(event, published),
            Certainty::OneSided => one_sided(bounds),
            Certainty::Exact | Certainty::Bounded => both_sides(bounds).or_else(|| one_sided(bounds)),
        }
    }

    /// The time that must stay in view: never inside a fold.
    #[must_use]
    pub fn occupied(self) -> TimeRange {
        match self {
            Self::Exact(range) | Self::Bounded(range) => range,
            Self::From { at, .. } | Self::Until { at, .. } => TimeRange { start: at, end: at },
            Self::Ongoing { published } => TimeRange { start: published, end: published },
            Self::OngoingSince { begin, published } => TimeRange { start: begin.start.min(published), end: published },
            Self::Ordered { after, before } => {
                let at = after.or(before).unwrap_or(TimePoint(0));
                TimeRange { start: at, end: at }
            }
        }
    }
}

fn both_sides(bounds: Bounds) -> Option<Extent> {
    let range = bounds.range().filter(|range| range.start < range.end)?;
    Some(if bounds.is_one_day() { Extent::Exact(range) } else { Extent::Bounded(range) })
}

/// The bound that the text gives; the other one, where there is one that does not contradict it, only ends the tail.
fn one_sided(bounds: Bounds) -> Option<Extent> {
    match (bounds.earliest, bounds.latest) {
        (Some(earliest), latest) => {
            let limit = latest.map(Moment::end).filter(|limit| *limit > earliest.start());
            Some(Extent::From { at: earliest.start(), limit })
        }
        (None, Some(latest)) => Some(Extent::Until { at: latest.end(), limit: None }),
        (None, None) => None,
    }
}

fn ongoing(event: &Event, published: Option<Moment>) -> Option<Extent> {
    let published = published.or(event.when.bounds.latest)?;
    let begin = event.when.begin.and_then(begin_range).or_else(|| began_before(event.when.bounds, published));
    let published = published.end();
    Some(match begin.filter(|range| range.start < published) {
        Some(begin) => Extent::OngoingSince { begin, published },
        None => Extent::Ongoing { published },
    })
}

fn begin_range(begin: Bounds) -> Option<TimeRange> {
    let first = begin.earliest.or(begin.latest)?;
    let last = begin.latest.unwrap_or(first);
    Some(TimeRange { start: first.start().min(last.start()), end: first.end().max(last.end()) })
}

/// Bounds that open before the day of publication say when it began, too.
fn began_before(bounds: Bounds, published: Moment) -> Option<TimeRange> {
    let earliest = bounds.earliest.filter(|earliest| earliest.end() <= published.start())?;
    Some(TimeRange { start: earliest.start(), end: earliest.end() })
}
