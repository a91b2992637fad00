//! The events on the axis: each lane in order of time, with what finds those of a window without a look at the others.
//! Knows no pixels and no titles.

use std::ops::Range;

use super::extent::Extent;
use super::max_tree::{Large, MaxTree};
use super::sorted_times::SortedTimes;
use crate::base::{TimePoint, TimeRange};
use crate::event::{EventId, EventKind};

/// Of so many that end last, the one that begins last is looked for.
const MOST_LAST: usize = 1_000;

/// An event on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Its time, as surely as it is known.
    pub extent: Extent,
    /// Which event.
    pub event: EventId,
    /// Its lane, an index of [`super::Model::lanes`].
    pub lane: u16,
    /// Its kind.
    pub kind: EventKind,
}

impl Item {
    /// The time that must stay in view.
    #[must_use]
    pub fn occupied(&self) -> TimeRange {
        self.extent.occupied()
    }

    /// What items are sorted by: the beginning, the end, the order of reading.
    pub(super) fn order(&self) -> (TimePoint, TimePoint, EventId) {
        let TimeRange { start, end } = self.occupied();
        (start, end, self.event)
    }
}

/// All events on the axis. Takes 66 bytes an event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Axis {
    /// By lane, then in order of time.
    items: Vec<Item>,
    /// When each item begins: searching among these alone touches little memory.
    starts: SortedTimes,
    lanes: Vec<LaneIndex>,
    /// When the items begin, in order, whatever their lane.
    all_starts: SortedTimes,
    latest_end: Option<TimePoint>,
}

/// Where a lane's items stand, and what is found among them without a look at each.
#[derive(Debug, Clone, PartialEq, Eq)]
struct LaneIndex {
    range: Range<usize>,
    /// When they end, in order; what takes no time ends a second after its beginning here, for it reaches over nothing.
    ends: SortedTimes,
    /// Of when they end, in the order of their beginnings.
    latest: MaxTree,
    /// Of how long they last.
    longest: MaxTree,
}

impl Axis {
    /// Of items in any order and the number of lanes; an item's lane is below it.
    pub(super) fn new(items: Vec<Item>, n_lanes: usize) -> Self {
        let (mut items, ranges) = by_lane(items, n_lanes);
        for range in &ranges {
            items[range.clone()].sort_unstable_by_key(Item::order);
        }
        let lanes: Vec<LaneIndex> = ranges.into_iter().map(|range| LaneIndex::new(&items, range)).collect();
        let starts: Vec<TimePoint> = items.iter().map(|item| item.occupied().start).collect();
        let mut all_starts = starts.clone();
        all_starts.sort_unstable();
        let latest_end = items.iter().map(|item| item.occupied().end).max();
        let (starts, all_starts) = (SortedTimes::new(starts), SortedTimes::new(all_starts));
        Self { items, starts, lanes, all_starts, latest_end }
    }

    /// All items, by lane, then in order of time.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// When the item at a place begins.
    pub(super) fn start_of(&self, at: usize) -> TimePoint {
        self.starts.all()[at]
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether nothing stands on the axis.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// When the items begin, in order, whatever their lane.
    pub(super) fn all_starts(&self) -> &[TimePoint] {
        self.all_starts.all()
    }

    /// From the first beginning to the last end; `None` where nothing stands there.
    #[must_use]
    pub fn span(&self) -> Option<TimeRange> {
        Some(TimeRange { start: *self.all_starts().first()?, end: self.latest_end? })
    }

    /// The first of all; of two that begin and end alike, the one that is read first.
    #[must_use]
    pub fn first(&self) -> Option<&Item> {
        self.lanes.iter().filter_map(|lane| self.items[lane.range.clone()].first()).min_by_key(|item| item.order())
    }

    /// The one that ends last; of several, the one that begins last.
    #[must_use]
    pub fn last(&self) -> Option<&Item> {
        let end = self.latest_end?;
        let found = self.lanes.iter().flat_map(|lane| {
            let from = lane.range.start;
            let key = |at: usize| self.items[from + at].occupied().end.0;
            shifted(lane.latest.at_least(0..lane.range.len(), end.0, MOST_LAST, key), from).found
        });
        found.map(|at| &self.items[at]).max_by_key(|item| item.order())
    }

    /// The one that begins last.
    #[must_use]
    pub fn latest_begun(&self) -> Option<&Item> {
        self.lanes.iter().filter_map(|lane| self.items[lane.range.clone()].last()).max_by_key(|item| item.order())
    }

    /// The next one in time, whatever its lane. O(lanes · log n).
    #[must_use]
    pub fn next(&self, item: &Item) -> Option<&Item> {
        let order = item.order();
        let after = |lane: &LaneIndex| {
            let items = &self.items[lane.range.clone()];
            items.get(items.partition_point(|other| other.order() <= order))
        };
        self.lanes.iter().filter_map(after).min_by_key(|item| item.order())
    }

    /// The previous one in time, whatever its lane. O(lanes · log n).
    #[must_use]
    pub fn previous(&self, item: &Item) -> Option<&Item> {
        let order = item.order();
        let before = |lane: &LaneIndex| {
            let items = &self.items[lane.range.clone()];
            items.get(items.partition_point(|other| other.order() < order).checked_sub(1)?)
        };
        self.lanes.iter().filter_map(before).max_by_key(|item| item.order())
    }

    /// How many items begin before a time. O(log n).
    #[must_use]
    pub fn n_before(&self, time: TimePoint) -> usize {
        self.all_starts.first_not(0..self.all_starts.len(), |start| start < time)
    }

    /// The places of a lane's items in [`Axis::items`].
    #[must_use]
    pub fn lane(&self, lane: usize) -> Range<usize> {
        self.lanes.get(lane).map_or(0..0, |lane| lane.range.clone())
    }

    /// How many lanes there are.
    #[must_use]
    pub fn n_lanes(&self) -> usize {
        self.lanes.len()
    }

    /// The places of those of a lane's items that begin from `start` on and before `end`. O(log n).
    #[must_use]
    pub fn beginning_in(&self, lane: usize, start: TimePoint, end: TimePoint) -> Range<usize> {
        let range = self.lane(lane);
        let first = self.starts.first_not(range.clone(), |other| other < start);
        first..self.starts.first_not(first..range.end, |other| other < end)
    }

    /// The first place of a part of a lane whose item begins after a time; its end where none does. O(log n).
    pub(super) fn first_after(&self, part: Range<usize>, time: TimePoint) -> usize {
        self.starts.first_not(part, |start| start <= time)
    }

    /// How many of a lane's items begin before a time. O(log n).
    fn n_begun(&self, index: &LaneIndex, time: TimePoint) -> usize {
        self.starts.first_not(index.range.clone(), |start| start < time) - index.range.start
    }

    /// How many of a lane's items begin before `time` and end after it. O(log n).
    #[must_use]
    pub fn n_across(&self, lane: usize, time: TimePoint) -> usize {
        let Some(index) = self.lanes.get(lane) else { return 0 };
        let ended = index.ends.first_not(0..index.ends.len(), |end| end <= time);
        self.n_begun(index, time).saturating_sub(ended)
    }

    /// Those of a lane's items that begin before `time` and end after it, in order, at most `most`.
    pub(super) fn across(&self, lane: usize, time: TimePoint, most: usize) -> Large {
        let Some(index) = self.lanes.get(lane) else { return nothing() };
        let from = index.range.start;
        let begun = self.n_begun(index, time);
        let end = |at: usize| self.items[from + at].occupied().end.0;
        shifted(index.latest.at_least(0..begun, time.0.saturating_add(1), most, end), from)
    }

    /// Those of a part of a lane that last at least so many seconds, in order, at most `most`.
    pub(super) fn lasting(&self, lane: usize, part: Range<usize>, secs: i64, most: usize) -> Large {
        let Some(index) = self.lanes.get(lane) else { return nothing() };
        let from = index.range.start;
        let length = |at: usize| self.items[from + at].occupied().duration_secs();
        shifted(index.longest.at_least(part.start - from..part.end - from, secs, most, length), from)
    }
}

impl LaneIndex {
    fn new(items: &[Item], range: Range<usize>) -> Self {
        let own = || items[range.clone()].iter().map(Item::occupied);
        let mut ends: Vec<TimePoint> = own().map(|occupied| occupied.end.max(TimePoint(occupied.start.0 + 1))).collect();
        ends.sort_unstable();
        let latest = MaxTree::new(own().map(|occupied| occupied.end.0));
        let longest = MaxTree::new(own().map(TimeRange::duration_secs));
        Self { range, ends: SortedTimes::new(ends), latest, longest }
    }
}

/// The same items lane after lane, and where each lane stands. O(n).
fn by_lane(items: Vec<Item>, n_lanes: usize) -> (Vec<Item>, Vec<Range<usize>>) {
    let mut counts = vec![0_usize; n_lanes];
    for item in &items {
        counts[usize::from(item.lane)] += 1;
    }
    let mut next: Vec<usize> = Vec::with_capacity(n_lanes);
    let mut ranges = Vec::with_capacity(n_lanes);
    let mut from = 0;
    for count in counts {
        next.push(from);
        ranges.push(from..from + count);
        from += count;
    }
    if n_lanes < 2 {
        return (items, ranges);
    }
    let mut sorted = items.clone();
    for item in items {
        let at = &mut next[usize::from(item.lane)];
        sorted[*at] = item;
        *at += 1;
    }
    (sorted, ranges)
}

fn nothing() -> Large {
    Large { found: Vec::new(), is_cut: false, visited: 0 }
}

fn shifted(mut large: Large, by: usize) -> Large {
    for at in &mut large.found {
        *at += by;
    }
    large
}

#[cfg(test)]
mod tests;
