//! Joins events that stand too close together to be told apart: one mark with a count, where the view is crowded.
//! What is joined is decided by slots of time that neither panning moves nor, up to twice as close, zooming.
//! Looks at no more events than there is room for marks: it leaps from slot to slot. Knows no rows.

use std::ops::Range;

use super::axis::{Axis, Item};
use super::cell_maker::CellMaker;
use super::mark::Shape;
use super::pack::CELL_GAP;
use super::pieces::whole_seconds;
use super::rows::{Cell, Placement, centered};
use super::scene::Cluster;
use super::time_scale::{axis_time, time_point};
use crate::base::{TimePoint, TimeRange};

/// A slot is at least so wide, in points, and less than twice that. Events of one slot are joined where they are more than so many.
const SLOT: f64 = 64.0;
const MOST_APART: usize = 3;
/// A mark longer than this says enough by itself, as long as no more than so many of a lane do.
const LONG_MARK: f64 = 2.0 * SLOT;
const MOST_LONG: usize = 12;
/// The least width of a count, in points.
const MIN_WIDTH: f64 = 28.0;

/// What of a lane stands alone (places in [`Axis::items`], in order), and the cells of what is joined.
#[derive(Default)]
pub(super) struct Joined {
    pub(super) alone: Vec<usize>,
    pub(super) cells: Vec<Cell>,
    /// How many items and nodes of the index were looked at.
    pub(super) visited: usize,
}

/// Looks through what a window shows of a lane.
pub(super) fn joined(maker: &CellMaker<'_>, lane: usize) -> Joined {
    let mut walk = Walk { maker, axis: maker.model.axis(), lane, apart: Vec::new(), stretch: None, joined: Joined::default() };
    let part = maker.beginning_in_view(lane);
    walk.what_began_before(part.start);
    walk.apart = walk.long_ones(part.clone());
    walk.apart.extend(maker.selected_in(lane).filter(|at| part.contains(at)));
    walk.apart.sort_unstable();
    walk.apart.dedup();
    let mut at = part.start;
    while at < part.end {
        at = walk.leap(at, part.end);
    }
    walk.joined.alone.sort_unstable();
    walk.joined.alone.dedup();
    walk.joined.visited += walk.joined.alone.len() + walk.joined.cells.len();
    walk.joined
}

struct Walk<'a> {
    maker: &'a CellMaker<'a>,
    axis: &'a Axis,
    lane: usize,
    /// What stands alone whatever is near it, in order.
    apart: Vec<usize>,
    /// Where it is.
    stretch: Option<Stretch>,
    joined: Joined,
}

/// What lies between two folds: all of its slots last as long.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    /// Its last second included.
    time: TimeRange,
    /// How long its slots last.
    secs: i64,
}

impl Walk<'_> {
    fn item(&self, at: usize) -> &Item {
        &self.axis.items()[at]
    }

    fn x_of(&self, at: usize) -> f64 {
        self.maker.scale.x_of(self.axis.start_of(at))
    }

    /// What began before the window and reaches into it: each by itself, or one count where they are too many.
    fn what_began_before(&mut self, first_in_view: usize) {
        let Some(start) = self.maker.start_of_view() else { return };
        let across = self.axis.across(self.lane, start, MOST_LONG);
        self.joined.visited += across.visited;
        if !across.is_cut {
            self.joined.alone.extend(across.found);
            return;
        }
        let before = self.axis.lane(self.lane).start..first_in_view;
        let reaches_in = |at: &usize| before.contains(at) && self.item(*at).occupied().end > start;
        let selected = self.maker.selected_in(self.lane).filter(reaches_in);
        self.joined.alone.extend(selected);
        let n_events = self.axis.n_across(self.lane, start) - usize::from(selected.is_some());
        let Some(&first) = across.found.first() else { return };
        let span = TimeRange { start: self.axis.start_of(first), end: start };
        let edge = self.maker.scale.past_edge();
        let free = self.maker.scale.free_x(edge);
        self.cell(first, Cluster { n_events, span }, (edge, edge), free);
    }

    /// Those that are long enough to say something by themselves; none where they are too many.
    fn long_ones(&mut self, part: Range<usize>) -> Vec<usize> {
        let secs = whole_seconds(LONG_MARK / self.maker.scale.fastest_px_per_sec()).max(1);
        let long = self.axis.lasting(self.lane, part, secs, MOST_LONG);
        self.joined.visited += long.visited;
        if long.is_cut {
            return Vec::new();
        }
        let is_long = |at: &usize| {
            let (min_x, max_x) = Shape::of(self.item(*at).extent, self.maker.scale).x_range();
            max_x - min_x > LONG_MARK
        };
        long.found.into_iter().filter(is_long).collect()
    }

    /// Takes all of a slot from an item on: a few stay apart, more become one cell. Returns the next item.
    fn leap(&mut self, at: usize, end: usize) -> usize {
        let slot = self.slot(self.axis.start_of(at));
        let near = at..self.axis.first_after(at..end, slot.end).max(at + 1);
        let from = self.apart.partition_point(|apart| *apart < near.start);
        let to = self.apart.partition_point(|apart| *apart < near.end);
        let apart = self.apart[from..to].to_vec();
        self.joined.visited += 1;
        if near.len() - apart.len() <= MOST_APART {
            self.joined.alone.extend(near.clone());
        } else {
            self.count(near.clone(), &apart, slot);
            self.joined.alone.extend(apart);
        }
        near.end
    }

    /// The slot of a time, its last second included: it ends at a fold.
    fn slot(&mut self, time: TimePoint) -> TimeRange {
        let Stretch { time: free, secs } = self.stretch(time);
        let start = time.0.div_euclid(secs).saturating_mul(secs);
        let end = start.saturating_add(secs - 1);
        TimeRange { start: TimePoint(start).max(free.start), end: TimePoint(end).min(free.end).max(time) }
    }

    /// What lies between the folds around a time. Its slots are a power of two of seconds long, so that one that is zoomed closer
    /// is halved.
    fn stretch(&mut self, time: TimePoint) -> Stretch {
        if let Some(here) = self.stretch.filter(|here| (here.time.start..=here.time.end).contains(&time)) {
            return here;
        }
        let scale = self.maker.scale;
        let secs = power_of_two(SLOT / scale.px_per_sec(axis_time(time)));
        let free = scale.free_x(scale.x_of(time));
        let (a, b) = (time_point(scale.time_from_x(free.0)), time_point(scale.time_from_x(free.1)));
        *self.stretch.insert(Stretch { time: TimeRange { start: a.min(b), end: a.max(b) }, secs })
    }

    /// One cell for all of a run but those that stand apart.
    fn count(&mut self, run: Range<usize>, apart: &[usize], slot: TimeRange) {
        let is_own = |at: &usize| apart.binary_search(at).is_err();
        let (Some(first), Some(last)) = (run.clone().find(is_own), run.clone().rev().find(is_own)) else { return };
        let (start, end) = (self.axis.start_of(first), self.axis.start_of(last));
        let end = if start < end { end } else { self.item(first).occupied().end };
        let ends = (self.x_of(first), self.x_of(last));
        let cluster = Cluster { n_events: run.len() - apart.len(), span: TimeRange { start, end } };
        self.cell(first, cluster, ends, self.room(slot));
    }

    /// Where the count of a slot stands, so that it touches none of the next one's; all that is free where a fold cuts it short.
    fn room(&self, slot: TimeRange) -> (f64, f64) {
        let scale = self.maker.scale;
        let (a, b) = (scale.x_of(slot.start), scale.x_from_time(axis_time(slot.end) + 1.0));
        // A hair more than half of what must be free, whatever is rounded.
        let gap = CELL_GAP / 2.0 + 0.01;
        let room = (a.min(b) + gap, a.max(b) - gap);
        if room.1 - room.0 < MIN_WIDTH { scale.free_x(f64::midpoint(a, b)) } else { room }
    }

    /// A count between two x, inside a room; around their middle where they are closer than it is wide.
    fn cell(&mut self, item: usize, cluster: Cluster, ends: (f64, f64), free: (f64, f64)) {
        let middle = f64::midpoint(ends.0, ends.1);
        let x = centered(middle, (ends.0 - ends.1).abs().max(MIN_WIDTH), free);
        let shape = Shape::Cluster { min_x: x.0, max_x: x.1 };
        // An empty title: the count stands in the mark.
        let (placement, label) = (Placement::Beside, (x.1, x.1));
        self.joined.cells.push(Cell {
            item,
            shape,
            placement,
            label,
            free,
            x,
            natural: 0.0,
            is_measured: true,
            row: 0,
            cluster: Some(cluster),
        });
    }
}

/// The least power of two that is no less than so many seconds, and no more than can be added to a time.
fn power_of_two(secs: f64) -> i64 {
    let least = whole_seconds(secs.ceil()).clamp(1, i64::MAX / 4);
    1_i64 << (i64::BITS - (least - 1).leading_zeros())
}
