//! What an extraction puts on the timeline: items on the axis, the column of undated events, lanes, folds.
//! Knows no pixels and no direction.

use super::arrangement::Arrangement;
use super::extent::Extent;
use super::filter::Sifted;
use super::folds::long_empty_spans;
use super::lanes::{Lane, LaneGrouping, lanes_of};
use super::order::Links;
use crate::base::{Moment, TimePoint, TimeRange};
use crate::event::{Event, EventId, EventKind, Extraction};

/// An event on the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which event.
    pub event: EventId,
    /// Its kind.
    pub kind: EventKind,
    /// Its title, in the article's language.
    pub title: String,
    /// Its lane, an index of [`Model::lanes`].
    pub lane: usize,
    /// Its time, as surely as it is known.
    pub extent: Extent,
    /// The time that must stay in view.
    pub occupied: TimeRange,
}

/// An event that nothing dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnItem {
    /// Which event.
    pub event: EventId,
    /// Its kind.
    pub kind: EventKind,
    /// Its title, in the article's language.
    pub title: String,
    /// Whether a temporal link joins it with the one above it.
    pub linked_to_previous: bool,
    /// Whether it is at least known not to be later than some date, as what is told as past is.
    pub told_past: bool,
}

/// Where an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On the axis: an index of [`Model::items`].
    Axis(usize),
    /// In the column: an index of [`Model::column`].
    Column(usize),
}

/// The timeline of one extraction.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The events on the axis, by the beginning of their occupied time, then by reading order.
    items: Vec<Item>,
    /// For each item the latest end among it and all before it: finds the first one that reaches into a window.
    latest_end: Vec<TimePoint>,
    column: Vec<ColumnItem>,
    lanes: Vec<Lane>,
    published: Option<Moment>,
    domain: Option<TimeRange>,
    place_of: Vec<Option<Place>>,
    links: Vec<Vec<EventId>>,
    folds: Vec<TimeRange>,
}

impl Model {
    /// Places every event of an extraction: on the axis or in the column, never both, never neither.
    #[must_use]
    pub fn new(extraction: &Extraction, grouping: LaneGrouping) -> Self {
        Self::arranged(extraction, grouping, &Arrangement::default(), None)
    }

    /// The same, with lanes as somebody arranged them and, where some are named, with those events alone.
    ///
    /// What is hidden still counts for the axis and the order: neither jumps when it comes and goes.
    #[must_use]
    pub fn arranged(extraction: &Extraction, grouping: LaneGrouping, lanes: &Arrangement, shown: Option<&Sifted>) -> Self {
        let published = extraction.published.map(|published| published.value);
        let links = Links::new(extraction);
        let extents = extents(extraction, &links, published);
        let ids = || (0..).map(EventId).take(extraction.events.len());
        let column: Vec<EventId> = ids().filter(|id| extents[id.index()].is_none()).collect();
        let (mut items, all_lanes) = items(extraction, &extents, grouping);
        let (domain, folds) = (domain(&items, published), long_empty_spans(&items, published.map(Moment::end)));
        let passes = |id: EventId| shown.is_none_or(|shown| shown.passes(id));
        items.retain(|item| passes(item.event) && !lanes.is_hidden(&all_lanes[item.lane].key));
        let order: Vec<EventId> = links.column_order(&column).into_iter().filter(|id| passes(*id)).collect();
        let column = column_items(extraction, &links, &order);
        Self {
            lanes: arranged_lanes(&mut items, all_lanes, lanes),
            latest_end: latest_ends(&items),
            place_of: places(extraction.events.len(), &items, &column),
            links: ids().map(|id| distinct(links.linked_events(id), extraction)).collect(),
            domain,
            folds,
            items,
            column,
            published,
        }
    }

    /// The events on the axis, by the beginning of their occupied time, then by reading order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The events that nothing dates, in the order of temporal links, then as read.
    #[must_use]
    pub fn column(&self) -> &[ColumnItem] {
        &self.column
    }

    /// Whether all of the column lies before publication: of a plan without a date nobody may say so.
    #[must_use]
    pub fn is_column_before_publication(&self) -> bool {
        self.published.is_some() && self.column.iter().all(|item| item.told_past)
    }

    /// The lanes, the fullest first.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// The publication date.
    #[must_use]
    pub fn published(&self) -> Option<Moment> {
        self.published
    }

    /// The empty spans that are drawn folded, in order of time.
    #[must_use]
    pub fn folds(&self) -> &[TimeRange] {
        &self.folds
    }

    /// Where an event stands; `None` where it is hidden.
    #[must_use]
    pub fn place_of(&self, event: EventId) -> Option<Place> {
        self.place_of.get(event.index()).copied().flatten()
    }

    /// The item of an event, where it stands on the axis.
    #[must_use]
    pub fn item_of(&self, event: EventId) -> Option<&Item> {
        match self.place_of(event)? {
            Place::Axis(at) => self.items.get(at),
            Place::Column(_) => None,
        }
    }

    /// The events that temporal links join to an event, in reading order.
    #[must_use]
    pub fn linked(&self, event: EventId) -> &[EventId] {
        self.links.get(event.index()).map_or(&[], Vec::as_slice)
    }

    /// The time that must fit on the axis; `None` where nothing is dated, publication included.
    #[must_use]
    pub fn domain(&self) -> Option<TimeRange> {
        self.domain
    }

    /// A range of items that holds all whose occupied time touches `window` (and maybe others). O(log n).
    #[must_use]
    pub fn items_in(&self, window: TimeRange) -> std::ops::Range<usize> {
        let first = self.latest_end.partition_point(|end| *end < window.start);
        let last = self.items.partition_point(|item| item.occupied.start <= window.end);
        first.min(last)..last
    }
}

fn extents(extraction: &Extraction, links: &Links<'_>, published: Option<Moment>) -> Vec<Option<Extent>> {
    let own: Vec<Option<Extent>> = extraction.events.iter().map(|event| Extent::of(event, published)).collect();
    let end = published.map(Moment::end);
    let ids = (0..).map(EventId).take(own.len());
    ids.map(|id| own[id.index()].or_else(|| links.ordered_extent(id, &own, end))).collect()
}

fn items(extraction: &Extraction, extents: &[Option<Extent>], grouping: LaneGrouping) -> (Vec<Item>, Vec<Lane>) {
    let ids = (0..).map(EventId);
    let dated: Vec<(EventId, &Event, Extent)> =
        ids.zip(&extraction.events).zip(extents).filter_map(|((id, event), extent)| Some((id, event, (*extent)?))).collect();
    let events: Vec<&Event> = dated.iter().map(|(_, event, _)| *event).collect();
    let (lanes, lane_of) = lanes_of(&events, grouping);
    let mut items: Vec<Item> = dated
        .into_iter()
        .zip(lane_of)
        .map(|((event, noun, extent), lane)| Item {
            event,
            kind: noun.kind,
            title: noun.title.clone(),
            lane,
            extent,
            occupied: extent.occupied(),
        })
        .collect();
    items.sort_by_key(|item| (item.occupied.start, item.occupied.end, item.event));
    (items, lanes)
}

fn domain(items: &[Item], published: Option<Moment>) -> Option<TimeRange> {
    let published = published.map(|date| TimeRange { start: date.start(), end: date.end() });
    items.iter().map(|item| item.occupied).chain(published).reduce(TimeRange::joined)
}

/// The lanes that some items stand in, in the order in which somebody put them; the items are told their places in it.
fn arranged_lanes(items: &mut [Item], lanes: Vec<Lane>, arrangement: &Arrangement) -> Vec<Lane> {
    let mut counts = vec![0; lanes.len()];
    for item in &*items {
        counts[item.lane] += 1;
    }
    let mut place_of = vec![0; lanes.len()];
    let mut arranged = Vec::with_capacity(lanes.len());
    for at in arrangement.sorted(&lanes).into_iter().filter(|&at| counts[at] > 0) {
        place_of[at] = arranged.len();
        let lane = lanes[at].clone();
        arranged.push(Lane { n_events: counts[at], collapsed: arrangement.is_collapsed(&lane.key), ..lane });
    }
    for item in items {
        item.lane = place_of[item.lane];
    }
    arranged
}

fn column_items(extraction: &Extraction, links: &Links<'_>, order: &[EventId]) -> Vec<ColumnItem> {
    let mut previous = None;
    let mut items = Vec::with_capacity(order.len());
    for &id in order {
        let Some(event) = extraction.event(id) else { continue };
        let linked_to_previous = previous.is_some_and(|previous| links.linked_events(id).any(|other| other == previous));
        let told_past = event.when.bounds.latest.is_some();
        items.push(ColumnItem { event: id, kind: event.kind, title: event.title.clone(), linked_to_previous, told_past });
        previous = Some(id);
    }
    items
}

fn latest_ends(items: &[Item]) -> Vec<TimePoint> {
    let mut latest = None;
    let running = items.iter().map(|item| {
        let end = latest.map_or(item.occupied.end, |latest: TimePoint| latest.max(item.occupied.end));
        latest = Some(end);
        end
    });
    running.collect()
}

fn places(n_events: usize, items: &[Item], column: &[ColumnItem]) -> Vec<Option<Place>> {
    let mut places = vec![None; n_events];
    for (at, item) in items.iter().enumerate() {
        places[item.event.index()] = Some(Place::Axis(at));
    }
    for (at, item) in column.iter().enumerate() {
        places[item.event.index()] = Some(Place::Column(at));
    }
    places
}

fn distinct(ids: impl Iterator<Item = EventId>, extraction: &Extraction) -> Vec<EventId> {
    let mut ids: Vec<EventId> = ids.filter(|id| extraction.event(*id).is_some()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

#[cfg(test)]
mod tests;
