//! What an extraction puts on the timeline: items on the axis, the column of undated events, lanes, folds.
//! Knows no pixels and no direction.

use std::sync::Arc;

use super::arrangement::Arrangement;
use super::axis::{Axis, Item};
use super::extent::Extent;
use super::filter::Sifted;
use super::lanes::{Lane, LaneGrouping, lanes_of, lanes_of_table};
use super::order::Links;
use super::placed::Placed;
use crate::base::{Moment, TimeRange};
use crate::event::{Event, EventId, EventKind, EventTable, Extraction, Titles};

/// An event that nothing dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnItem {
    /// Which event.
    pub event: EventId,
    /// Its kind.
    pub kind: EventKind,
    /// Whether a temporal link joins it with the one above it.
    pub linked_to_previous: bool,
    /// Whether it is at least known not to be later than some date, as what is told as past is.
    pub told_past: bool,
}

/// Where an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On the axis: an index of [`Axis::items`].
    Axis(usize),
    /// In the column: an index of [`Model::column`].
    Column(usize),
}

/// A place in four bytes: there may be millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PackedPlace(u32);

impl PackedPlace {
    const COLUMN: u32 = 1 << 31;
    /// Of an event that is hidden.
    const NOWHERE: Self = Self(u32::MAX);

    fn pack(place: Place) -> Self {
        // Ids of events are 32 bits, so places are; more than 2^31 events do not fit into memory.
        let narrow = |at| u32::try_from(at).unwrap_or(u32::MAX) & !Self::COLUMN;
        match place {
            Place::Axis(at) => Self(narrow(at)),
            Place::Column(at) => Self(narrow(at) | Self::COLUMN),
        }
    }

    fn unpacked(self) -> Option<Place> {
        let at = (self.0 & !Self::COLUMN) as usize;
        if self == Self::NOWHERE {
            return None;
        }
        Some(if self.0 & Self::COLUMN == 0 { Place::Axis(at) } else { Place::Column(at) })
    }
}

/// The timeline of one extraction.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    axis: Axis,
    titles: Arc<Titles>,
    column: Vec<ColumnItem>,
    lanes: Vec<Lane>,
    published: Option<Moment>,
    domain: Option<TimeRange>,
    place_of: Vec<PackedPlace>,
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
        let passes = |id: EventId| shown.is_none_or(|shown| shown.passes(id));
        let order: Vec<EventId> = links.column_order(&column).into_iter().filter(|id| passes(*id)).collect();
        let column = column_items(extraction, &links, &order);
        let (items, all_lanes) = items(extraction, &extents, grouping);
        let placed = Placed::new(items, all_lanes, published, lanes, passes);
        Self {
            titles: Arc::new(extraction.events.iter().map(|event| event.title.as_str()).collect()),
            place_of: places(extraction.events.len(), &placed.axis, &column),
            links: ids().map(|id| distinct(links.linked_events(id), extraction)).collect(),
            axis: placed.axis,
            lanes: placed.lanes,
            domain: placed.domain,
            folds: placed.folds,
            column,
            published,
        }
    }

    /// Places every row of a table, on lanes as somebody arranged them and, where some are named, those rows alone: all of
    /// them on the axis.
    #[must_use]
    pub fn of_table(table: &EventTable, grouping: LaneGrouping, lanes: &Arrangement, shown: Option<&Sifted>) -> Self {
        let (all_lanes, lane_of) = lanes_of_table(table, grouping);
        let rows = (0..).map(EventId).zip(table.rows()).zip(lane_of);
        let items = rows.map(|((event, row), lane)| Item {
            extent: if row.is_vague { Extent::Bounded(row.time) } else { Extent::Exact(row.time) },
            event,
            lane,
            kind: EventKind::Other,
        });
        let passes = |id: EventId| shown.is_none_or(|shown| shown.passes(id));
        let placed = Placed::new(items.collect(), all_lanes, None, lanes, passes);
        Self {
            titles: table.titles().clone(),
            column: Vec::new(),
            place_of: places(table.rows().len(), &placed.axis, &[]),
            links: Vec::new(),
            axis: placed.axis,
            lanes: placed.lanes,
            domain: placed.domain,
            folds: placed.folds,
            published: None,
        }
    }

    /// The events on the axis.
    #[must_use]
    pub fn axis(&self) -> &Axis {
        &self.axis
    }

    /// The title of an event, in the article's language.
    #[must_use]
    pub fn title(&self, event: EventId) -> &str {
        self.titles.get(event.index())
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
        self.place_of.get(event.index())?.unpacked()
    }

    /// The item of an event, where it stands on the axis.
    #[must_use]
    pub fn item_of(&self, event: EventId) -> Option<&Item> {
        match self.place_of(event)? {
            Place::Axis(at) => self.axis.items().get(at),
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
    let placed = dated.into_iter().zip(lane_of);
    let items = placed.map(|((event, noun, extent), lane)| Item { extent, event, lane, kind: noun.kind }).collect();
    (items, lanes)
}

fn column_items(extraction: &Extraction, links: &Links<'_>, order: &[EventId]) -> Vec<ColumnItem> {
    let mut previous = None;
    let mut items = Vec::with_capacity(order.len());
    for &id in order {
        let Some(event) = extraction.event(id) else { continue };
        let linked_to_previous = previous.is_some_and(|previous| links.linked_events(id).any(|other| other == previous));
        let told_past = event.when.bounds.latest.is_some();
        items.push(ColumnItem { event: id, kind: event.kind, linked_to_previous, told_past });
        previous = Some(id);
    }
    items
}

fn places(n_events: usize, axis: &Axis, column: &[ColumnItem]) -> Vec<PackedPlace> {
    let mut places = vec![PackedPlace::NOWHERE; n_events];
    for (at, item) in axis.items().iter().enumerate() {
        places[item.event.index()] = PackedPlace::pack(Place::Axis(at));
    }
    for (at, item) in column.iter().enumerate() {
        places[item.event.index()] = PackedPlace::pack(Place::Column(at));
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
