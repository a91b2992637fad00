//! Makes the cells of a lane: of each event near the view, or of what is joined there. Knows no heights.

use std::cell;
use std::ops::Range;

use super::axis::Item;
use super::cluster;
use super::layout::LabelWidths;
use super::model::{Model, Place};
use super::pack::Rows;
use super::rows::{Cell, Density};
use super::time_scale::TimeScale;
use super::viewport::Viewport;
use crate::base::{TimePoint, TimeRange};
use crate::event::EventId;

/// Where more events are near the view, those that stand too close are joined.
const CROWDED: usize = 300;

/// Makes cells of what is in view.
pub(super) struct CellMaker<'a> {
    pub(super) model: &'a Model,
    pub(super) viewport: &'a Viewport,
    pub(super) scale: &'a TimeScale,
    pub(super) widths: &'a dyn LabelWidths,
    /// What is near the view; `None`: all there is.
    pub(super) window: Option<TimeRange>,
    /// In which rows events stood before, in their order.
    pub(super) rows_before: &'a [(EventId, usize)],
    /// How many items and nodes of the index were looked at.
    pub(super) visited: cell::Cell<usize>,
}

impl CellMaker<'_> {
    /// The first second that is near the view, where not all is.
    pub(super) fn start_of_view(&self) -> Option<TimePoint> {
        self.window.map(|window| window.start)
    }

    /// The places of a lane's items that begin near the view.
    pub(super) fn beginning_in_view(&self, lane: usize) -> Range<usize> {
        let axis = self.model.axis();
        self.window.map_or_else(|| axis.lane(lane), |window| axis.beginning_in(lane, window.start, window.end))
    }

    /// The place of the selected event, where it is of this lane.
    pub(super) fn selected_in(&self, lane: usize) -> Option<usize> {
        match self.model.place_of(self.viewport.selected?)? {
            Place::Axis(at) => self.model.axis().lane(lane).contains(&at).then_some(at),
            Place::Column(_) => None,
        }
    }

    /// How wide the title of an item is on one line, in points.
    pub(super) fn title_width(&self, item: &Item) -> f64 {
        self.widths.title(item.kind, self.model.title(item.event)).max(0.0)
    }

    /// Whether there are too many for each to have a title. O(lanes · log n).
    pub(super) fn is_crowded(&self) -> bool {
        let axis = self.model.axis();
        let across = |lane| self.start_of_view().map_or(0, |start| axis.n_across(lane, start));
        let mut n_near = 0;
        (0..axis.n_lanes()).any(|lane| {
            n_near += self.beginning_in_view(lane).len() + across(lane);
            n_near > CROWDED
        })
    }

    /// The places of all of a lane's items near the view, in order.
    fn all(&self, lane: usize) -> Vec<usize> {
        let axis = self.model.axis();
        let across = self.start_of_view().map(|start| axis.across(lane, start, usize::MAX));
        let mut items = across.map_or_else(Vec::new, |across| across.found);
        items.extend(self.beginning_in_view(lane));
        self.visited.set(self.visited.get() + items.len());
        items
    }

    pub(super) fn cells(&self, lane: usize, density: Density, published: Option<f64>) -> Vec<Cell> {
        let (alone, mut cells) = if density == Density::Crowded {
            let joined = cluster::joined(self, lane);
            self.visited.set(self.visited.get() + joined.visited);
            (joined.alone, joined.cells)
        } else {
            (self.all(lane), Vec::new())
        };
        let items = self.model.axis().items();
        cells.extend(alone.into_iter().map(|at| Cell::new(at, &items[at], self, published, density)));
        cells
    }

    /// The row that a cell had before.
    pub(super) fn row_before(&self, cell: &Cell) -> Option<usize> {
        let item = self.model.axis().items().get(cell.item).filter(|_| cell.cluster.is_none())?;
        let at = self.rows_before.binary_search_by_key(&item.event, |(event, _)| *event).ok()?;
        Some(self.rows_before[at].1)
    }

    /// Without the last rows in which nothing is in view: what stands beside it must not keep a lane high.
    pub(super) fn seen(&self, rows: Rows, cells: &[Cell]) -> Rows {
        if self.window.is_none() {
            return rows;
        }
        let (min_x, max_x) = self.scale.x_range();
        let is_seen = |cell: &&Cell| cell.shape.x_range().0 < max_x && cell.shape.x_range().1 > min_x;
        Rows { n_rows: cells.iter().filter(is_seen).map(|cell| cell.row + cell.n_rows()).max().unwrap_or(0), ..rows }
    }
}
