//! Stacks lanes: packs each one's cells into rows, comfortably where there is height for it, and places what is in view.

use super::axis::Item;
use super::cell_maker::CellMaker;
use super::geometry::Rect;
use super::layout::{LINE, ROW};
use super::mark::{DOT_RADIUS, Shape};
use super::model::Model;
use super::pack::{Rows, pack, visible_labels};
use super::rows::{Cell, Density, Placement};
use super::scene::{LabelBox, LaneBand, Mark, Scene};
use super::viewport::Frames;
use crate::base::theme::size;
use crate::event::EventId;

const BAR: f64 = size::BAR as f64;
/// The height of a mark that stands for several events.
const CLUSTER: f64 = 20.0;
/// A row is never lower: a bar and a title of two lines just fit into two of them.
const LEAST_ROW: f64 = 25.0;
/// Above and below the rows of a lane.
const LANE_PADDING: f64 = 8.0;
const COMPACT_LANE_PADDING: f64 = 4.0;

/// The lanes with their packed cells, from above.
pub(super) struct Stack {
    lanes: Vec<PackedLane>,
    /// Of all lanes, in points.
    pub(super) height: f64,
}

/// A lane whose cells have their rows.
struct PackedLane {
    cells: Vec<Cell>,
    rows: Rows,
    height: f64,
    padding: f64,
    /// From row to row.
    pitch: f64,
}

impl CellMaker<'_> {
    fn packed(&self, density: Density) -> Vec<PackedLane> {
        let published = self.model.published().map(|date| self.scale.x_of(date.end()));
        let lanes = self.model.lanes().iter().enumerate();
        let packed = lanes.map(|(at, lane)| {
            let cells = self.cells(at, density, published);
            if lane.collapsed { PackedLane::collapsed(cells) } else { PackedLane::new(cells, density, self) }
        });
        packed.collect()
    }
}

impl Stack {
    /// Comfortable lanes; as many of them compact as the height asks for, those that gain most first.
    pub(super) fn new(maker: &CellMaker<'_>, height: f64) -> Self {
        let crowded = maker.is_crowded();
        let mut lanes = maker.packed(if crowded { Density::Crowded } else { Density::Comfortable });
        let mut total: f64 = lanes.iter().map(|lane| lane.height).sum();
        total -= tighten(&mut lanes, total - height);
        if total > height && !crowded {
            let compact = maker.packed(Density::Compact);
            let gain = |at: usize, lane: &PackedLane| lanes[at].height - lane.height;
            let mut gains: Vec<(usize, f64)> = compact.iter().enumerate().map(|(at, lane)| (at, gain(at, lane))).collect();
            gains.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            let mut compact: Vec<Option<PackedLane>> = compact.into_iter().map(Some).collect();
            for (at, gain) in gains.into_iter().take_while(|(_, gain)| *gain > 0.0) {
                if total <= height {
                    break;
                }
                if let Some(lane) = compact[at].take() {
                    lanes[at] = lane;
                    total -= gain;
                }
            }
            total -= tighten(&mut lanes, total - height);
        }
        Self { lanes, height: total }
    }

    /// In which rows events stand, in their order.
    pub(super) fn rows(&self, model: &Model) -> Vec<(EventId, usize)> {
        let row = |lane: &PackedLane, cell: &Cell| cell.row.saturating_sub(lane.rows.n_counted);
        let alone = |cell: &&Cell| cell.cluster.is_none();
        let of_lane = |lane: &PackedLane| {
            let items = lane.cells.iter().filter(alone).filter_map(|cell| Some((cell, model.axis().items().get(cell.item)?)));
            items.map(|(cell, item)| (item.event, row(lane, cell))).collect::<Vec<_>>()
        };
        let mut rows: Vec<(EventId, usize)> = self.lanes.iter().flat_map(of_lane).collect();
        rows.sort_unstable();
        rows
    }

    /// Puts the lanes and marks that are in view into the scene.
    pub(super) fn place(&self, maker: &CellMaker<'_>, scene: &mut Scene) {
        let (model, viewport) = (maker.model, maker.viewport);
        let frames = scene.frames;
        let band = frames.headers.joined(frames.lanes);
        let selected = viewport.selected.and_then(|id| model.item_of(id));
        let mut top = frames.lanes.min_y - viewport.lane_scroll;
        for (at, lane) in self.lanes.iter().enumerate() {
            let rect = Rect::new((band.min_x, band.max_x), (top, top + lane.height));
            if rect.overlaps(band) {
                let header = Rect { min_x: frames.headers.min_x, max_x: frames.headers.max_x, ..rect };
                scene.lanes.push(LaneBand { lane: at, rect, header });
                lane.place(maker, top, &frames, &mut scene.marks);
            }
            if let Some(item) = selected.filter(|item| usize::from(item.lane) == at) {
                scene.selected = lane.place_of(model, item.event, top);
            }
            top += lane.height;
        }
    }
}

/// Makes lanes lower by so much, where that is enough to bring all of them into view: what is free above and below their
/// rows goes first, then what is free between them. Returns how much that was.
fn tighten(lanes: &mut [PackedLane], excess: f64) -> f64 {
    let padding: f64 = lanes.iter().map(PackedLane::spare_padding).sum();
    let rows: f64 = lanes.iter().map(PackedLane::spare_rows).sum();
    if excess <= 0.0 || excess > padding + rows {
        return 0.0;
    }
    let share = |part: f64, of: f64| if of > 0.0 { (part / of).clamp(0.0, 1.0) } else { 0.0 };
    let (padding, rows) = (share(excess, padding), share(excess - padding, rows));
    for lane in lanes {
        let (of_padding, of_rows) = (lane.spare_padding() * padding, lane.spare_rows() * rows);
        lane.height -= of_padding + of_rows;
        lane.padding -= of_padding / 2.0;
        lane.pitch -= (ROW - LEAST_ROW) * rows;
    }
    excess
}

impl PackedLane {
    /// How much lower it can be with its rows as they are.
    fn spare_padding(&self) -> f64 {
        2.0 * (self.padding - COMPACT_LANE_PADDING).max(0.0)
    }

    /// How much lower its rows can be.
    fn spare_rows(&self) -> f64 {
        row_y(self.rows.n_rows, ROW - LEAST_ROW)
    }

    fn new(mut cells: Vec<Cell>, density: Density, maker: &CellMaker<'_>) -> Self {
        let rows = pack(&mut cells, |cell| maker.row_before(cell));
        let rows = maker.seen(rows, &cells);
        let padding = match density {
            Density::Comfortable => LANE_PADDING,
            Density::Compact | Density::Crowded => COMPACT_LANE_PADDING,
        };
        Self { cells, rows, height: row_y(rows.n_rows.max(1), ROW) + 2.0 * padding, padding, pitch: ROW }
    }

    /// One row for all, without titles: how events lie in time, and no more.
    fn collapsed(mut cells: Vec<Cell>) -> Self {
        for cell in &mut cells {
            let x = cell.shape.x_range();
            (cell.placement, cell.label, cell.x, cell.row) = (Placement::Beside, (x.1, x.1), x, 0);
        }
        cells.sort_by(|a, b| a.x.0.total_cmp(&b.x.0).then(a.item.cmp(&b.item)));
        let padding = COMPACT_LANE_PADDING;
        let rows = Rows { n_rows: 1, n_counted: 0 };
        Self { cells, rows, height: row_y(1, ROW) + 2.0 * padding, padding, pitch: ROW }
    }

    /// What an event of this lane covers.
    fn place_of(&self, model: &Model, event: EventId, top: f64) -> Option<Rect> {
        let items = self.cells.iter().filter_map(|cell| Some((cell, model.axis().items().get(cell.item)?)));
        let (cell, item) = items.into_iter().find(|(cell, item)| cell.cluster.is_none() && item.event == event)?;
        Some(self.mark(cell, Some(cell.label), item, top).covered())
    }

    fn place(&self, maker: &CellMaker<'_>, top: f64, frames: &Frames, marks: &mut Vec<Mark>) {
        let view = (frames.lanes.min_x, frames.lanes.max_x);
        for (cell, label) in self.cells.iter().zip(visible_labels(&self.cells, view)) {
            let Some(item) = maker.model.axis().items().get(cell.item) else { continue };
            let label = label.map(|label| if cell.is_measured { label } else { cell.fitted_label(item, label, maker) });
            let mark = self.mark(cell, label, item, top);
            let across = mark.rect.min_x < view.1 && mark.rect.max_x > view.0;
            if across && mark.covered().overlaps(frames.lanes) {
                marks.push(mark);
            }
        }
    }

    fn mark(&self, cell: &Cell, label: Option<(f64, f64)>, item: &Item, top: f64) -> Mark {
        let top = top + self.padding + row_y(cell.row, self.pitch);
        let (y, label_top, lines) = match cell.placement {
            Placement::Below(lines) => (top + BAR / 2.0 + 3.0, top + self.pitch - 6.0, lines),
            Placement::Beside => (top + self.pitch / 2.0, top + (self.pitch - LINE) / 2.0, 1),
        };
        let height = LINE * if lines > 1 { 2.0 } else { 1.0 };
        let half = match cell.shape {
            Shape::Dot { .. } | Shape::Hollow { .. } => DOT_RADIUS + 1.0,
            Shape::Cluster { .. } => CLUSTER / 2.0,
            _ => BAR / 2.0,
        };
        Mark {
            event: item.event,
            lane: usize::from(item.lane),
            kind: item.kind,
            cluster: cell.cluster,
            shape: cell.shape,
            y,
            rect: Rect::new(cell.shape.x_range(), (y - half, y + half)),
            label: label.map(|x| LabelBox { rect: Rect::new(x, (label_top, label_top + height)), lines }),
        }
    }
}

/// The top of a row, from the top of the first one.
fn row_y(row: usize, pitch: f64) -> f64 {
    f64::from(u32::try_from(row).unwrap_or(u32::MAX)) * pitch
}
