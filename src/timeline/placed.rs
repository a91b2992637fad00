//! Which of the dated events are shown and on which lanes, and what the axis is made of whatever is hidden.
//! Knows neither titles nor the column.

use super::arrangement::Arrangement;
use super::axis::{Axis, Item};
use super::folds::long_empty_spans;
use super::lanes::Lane;
use crate::base::{Moment, TimeRange};
use crate::event::EventId;

/// The events on the axis, as they are to be shown.
pub(super) struct Placed {
    pub(super) axis: Axis,
    pub(super) lanes: Vec<Lane>,
    /// Of all, the hidden ones too.
    pub(super) domain: Option<TimeRange>,
    /// As of all, the hidden ones too.
    pub(super) folds: Vec<TimeRange>,
}

impl Placed {
    /// Of all items, with the lanes as somebody arranged them and those events alone that pass.
    pub(super) fn new(
        items: Vec<Item>,
        lanes: Vec<Lane>,
        published: Option<Moment>,
        arrangement: &Arrangement,
        passes: impl Fn(EventId) -> bool,
    ) -> Self {
        let all = Axis::new(items, lanes.len());
        let published_range = published.map(|date| TimeRange { start: date.start(), end: date.end() });
        let domain = all.span().into_iter().chain(published_range).reduce(TimeRange::joined);
        let folds = long_empty_spans(&all, published.map(Moment::end));
        let is_shown = |item: &Item| passes(item.event) && !arrangement.is_hidden(&lanes[usize::from(item.lane)].key);
        if *arrangement == Arrangement::default() && all.items().iter().all(is_shown) {
            return Self { axis: all, lanes, domain, folds };
        }
        let mut items: Vec<Item> = all.items().iter().copied().filter(is_shown).collect();
        let lanes = arranged_lanes(&mut items, lanes, arrangement);
        Self { axis: Axis::new(items, lanes.len()), lanes, domain, folds }
    }
}

/// The lanes that some items stand in, in the order in which somebody put them; the items are told their places in it.
fn arranged_lanes(items: &mut [Item], lanes: Vec<Lane>, arrangement: &Arrangement) -> Vec<Lane> {
    let mut counts = vec![0_usize; lanes.len()];
    for item in &*items {
        counts[usize::from(item.lane)] += 1;
    }
    let mut place_of = vec![0_u16; lanes.len()];
    let mut arranged = Vec::with_capacity(lanes.len());
    for at in arrangement.sorted(&lanes).into_iter().filter(|&at| counts[at] > 0) {
        place_of[at] = u16::try_from(arranged.len()).unwrap_or(u16::MAX);
        let lane = lanes[at].clone();
        arranged.push(Lane { n_events: counts[at], collapsed: arrangement.is_collapsed(&lane.key), ..lane });
    }
    for item in items {
        item.lane = place_of[usize::from(item.lane)];
    }
    arranged
}
