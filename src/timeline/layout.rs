//! Lays a model out for a panel: lanes, marks, titles, ticks, folds, links, overview, column.
//! Pure. What is scrolled far away is not looked at; later a pyramid of densities can stand in for crowded spans.

use super::column::column_scene;
use super::geometry::{Point, Rect};
use super::mark::{DOT_RADIUS, Shape};
use super::model::{Item, Model, Place};
use super::pack::{pack, visible_labels};
use super::rows::{Cell, Density, Placement};
use super::scene::{FoldMark, LabelBox, LaneBand, LinkLine, Mark, Overview, PublicationLine, Scene};
use super::ticks::{TickLabels, ticks};
use super::time_scale::{TimeScale, axis_time, time_point};
use super::viewport::{Frames, Viewport};
use crate::base::theme::size;
use crate::base::{Moment, TimeRange};
use crate::event::{EventId, EventKind};

/// The height of a row, in points.
pub const ROW: f64 = size::LANE_ROW as f64;
/// The height of a line of a title, in points.
pub const LINE: f64 = (size::TEXT_SMALL * size::LINE_HEIGHT) as f64;
const BAR: f64 = size::BAR as f64;
/// So many items are laid out all at once, so that rows do not change while one pans.
const ALL_AT_ONCE: usize = 512;
/// What stands further outside the view, in points, cannot reach into it.
const REACH: f64 = 400.0;
/// Above and below the rows of a lane.
const LANE_PADDING: f64 = 8.0;
const COMPACT_LANE_PADDING: f64 = 4.0;

/// How wide texts are; the words are the panel's.
pub trait LabelWidths {
    /// The title of an item on one line, its glyph included, in points.
    fn title(&self, item: &Item) -> f64;
    /// What a fold says.
    fn fold(&self, hidden: TimeRange) -> f64;
    /// The name of the publication line.
    fn publication(&self) -> f64;
}

/// Lays out what is in view.
#[must_use]
pub fn layout(model: &Model, viewport: &Viewport, scale: &TimeScale, widths: &dyn LabelWidths, labels: &dyn TickLabels) -> Scene {
    let frames = viewport.frames(scale.direction(), !model.column().is_empty());
    let window = visible_items(model, scale);
    let stack = comfortable_or_compact(model, viewport, scale, widths, &frames, window.clone());
    let publication = publication_line(model, &frames, scale, widths);
    let (overview, overviewed) = overview(model, &frames, scale);
    let mut scene = Scene {
        frames,
        lanes: Vec::new(),
        lanes_height: stack.height,
        marks: Vec::new(),
        selected: None,
        ticks: if model.items().is_empty() { Vec::new() } else { ticks(scale, labels) },
        folds: folds(&frames, scale, widths, publication),
        publication,
        links: Vec::new(),
        overview,
        column: frames.column.map(|rect| column_scene(model, rect, viewport)),
        is_axis_empty: model.items().is_empty(),
        visited: window.len() + overviewed,
    };
    stack.place(model, viewport, &mut scene);
    scene.links = viewport.selected.map_or_else(Vec::new, |id| links(model, &scene, id));
    scene
}

fn visible_items(model: &Model, scale: &TimeScale) -> std::ops::Range<usize> {
    if model.items().len() <= ALL_AT_ONCE {
        return 0..model.items().len();
    }
    let (start, end) = scale.window(REACH);
    model.items_in(TimeRange { start: time_point(start), end: time_point(end + 1.0) })
}

/// The lanes with their packed cells, from above.
struct Stack {
    lanes: Vec<PackedLane>,
    density: Density,
    height: f64,
}

struct PackedLane {
    cells: Vec<Cell>,
    height: f64,
}

/// Comfortable rows where all of them fit; else compact ones.
fn comfortable_or_compact(
    model: &Model,
    viewport: &Viewport,
    scale: &TimeScale,
    widths: &dyn LabelWidths,
    frames: &Frames,
    items: std::ops::Range<usize>,
) -> Stack {
    let stack = |density| {
        let cells = items.clone().filter_map(|at| {
            let item = model.items().get(at)?;
            Some((item.lane, Cell::new(at, item, scale, viewport, widths, density)))
        });
        Stack::new(model.lanes().len(), cells, density)
    };
    let comfortable = stack(Density::Comfortable);
    if comfortable.height <= frames.lanes.height() {
        return comfortable;
    }
    let compact = stack(Density::Compact);
    if compact.height < comfortable.height { compact } else { comfortable }
}

impl Stack {
    fn new(n_lanes: usize, cells: impl Iterator<Item = (usize, Cell)>, density: Density) -> Self {
        let mut by_lane: Vec<Vec<Cell>> = Vec::new();
        by_lane.resize_with(n_lanes, Vec::new);
        for (lane, cell) in cells {
            if let Some(lane) = by_lane.get_mut(lane) {
                lane.push(cell);
            }
        }
        let lanes: Vec<PackedLane> = by_lane.into_iter().map(|cells| PackedLane::new(cells, density)).collect();
        let height = lanes.iter().map(|lane| lane.height).sum();
        Self { lanes, density, height }
    }

    /// Puts the lanes and marks that are in view into the scene.
    fn place(&self, model: &Model, viewport: &Viewport, scene: &mut Scene) {
        let frames = scene.frames;
        let band = frames.headers.joined(frames.lanes);
        let selected = viewport.selected.and_then(|id| model.item_of(id));
        let mut top = frames.lanes.min_y - viewport.lane_scroll;
        for (at, lane) in self.lanes.iter().enumerate() {
            let rect = Rect::new((band.min_x, band.max_x), (top, top + lane.height));
            if rect.overlaps(band) {
                let header = Rect { min_x: frames.headers.min_x, max_x: frames.headers.max_x, ..rect };
                scene.lanes.push(LaneBand { lane: at, rect, header });
                lane.place(model, top + padding(self.density), &frames, &mut scene.marks);
            }
            if let Some(item) = selected
                && item.lane == at
            {
                scene.selected = lane.place_of(model, item.event, top + padding(self.density));
            }
            top += lane.height;
        }
    }
}

fn padding(density: Density) -> f64 {
    match density {
        Density::Comfortable => LANE_PADDING,
        Density::Compact => COMPACT_LANE_PADDING,
    }
}

impl PackedLane {
    fn new(mut cells: Vec<Cell>, density: Density) -> Self {
        let rows = pack(&mut cells).max(1);
        Self { cells, height: row_y(rows) + 2.0 * padding(density) }
    }

    /// What an event of this lane covers.
    fn place_of(&self, model: &Model, event: EventId, top: f64) -> Option<Rect> {
        let found = self
            .cells
            .iter()
            .find_map(|cell| Some((cell, model.items().get(cell.item)?)).filter(|(_, item)| item.event == event));
        let (cell, item) = found?;
        let mark = place_cell(cell, Some(cell.label), item, top + row_y(cell.row));
        Some(mark.label.map_or(mark.rect, |label| mark.rect.joined(label.rect)))
    }

    fn place(&self, model: &Model, top: f64, frames: &Frames, marks: &mut Vec<Mark>) {
        let view = (frames.lanes.min_x, frames.lanes.max_x);
        let labels = visible_labels(&self.cells, view);
        for (cell, label) in self.cells.iter().zip(labels) {
            let Some(item) = model.items().get(cell.item) else { continue };
            let mark = place_cell(cell, label, item, top + row_y(cell.row));
            let whole = mark.label.map_or(mark.rect, |label| mark.rect.joined(label.rect));
            if whole.overlaps(frames.lanes) && mark.rect.min_x < view.1 && mark.rect.max_x > view.0 {
                marks.push(mark);
            }
        }
    }
}

/// The top of a row, from the top of the first one.
fn row_y(row: usize) -> f64 {
    f64::from(u32::try_from(row).unwrap_or(u32::MAX)) * ROW
}

fn place_cell(cell: &Cell, label: Option<(f64, f64)>, item: &Item, top: f64) -> Mark {
    let (y, label_top, lines) = match cell.placement {
        Placement::Below(lines) => (top + BAR / 2.0 + 3.0, top + 22.0, lines),
        Placement::Beside => (top + ROW / 2.0, top + (ROW - LINE) / 2.0, 1),
    };
    let height = LINE * if lines > 1 { 2.0 } else { 1.0 };
    let half = match cell.shape {
        Shape::Dot { .. } | Shape::Hollow { .. } => DOT_RADIUS + 1.0,
        _ => BAR / 2.0,
    };
    Mark {
        event: item.event,
        kind: item.kind,
        shape: cell.shape,
        y,
        rect: Rect::new(cell.shape.x_range(), (y - half, y + half)),
        label: label.map(|x| LabelBox { rect: Rect::new(x, (label_top, label_top + height)), lines }),
    }
}

fn publication_line(model: &Model, frames: &Frames, scale: &TimeScale, widths: &dyn LabelWidths) -> Option<PublicationLine> {
    let x = scale.x_of(model.published().map(Moment::end)?);
    let inside = (frames.lanes.min_x..=frames.lanes.max_x).contains(&x);
    if !inside || model.items().is_empty() {
        return None;
    }
    let (min_x, max_x) = (frames.banner.min_x, frames.banner.max_x);
    let width = widths.publication().min(max_x - min_x);
    let min = (x - width / 2.0).clamp(min_x, (max_x - width).max(min_x));
    Some(PublicationLine { x, label: Rect::new((min, min + width), (4.0, 4.0 + LINE)) })
}

fn folds(frames: &Frames, scale: &TimeScale, widths: &dyn LabelWidths, publication: Option<PublicationLine>) -> Vec<FoldMark> {
    let mut taken: Vec<Rect> = publication.map(|line| line.label.grown(4.0)).into_iter().collect();
    let mut marks = Vec::new();
    for (hidden, x) in scale.folds() {
        let rect = Rect::new(x, (frames.lanes.min_y, frames.ruler.min_y));
        let Some(rect) = rect.clipped(frames.lanes) else { continue };
        let width = widths.fold(hidden);
        let min = rect.center().x - width / 2.0;
        let room = (frames.banner.min_x, (frames.banner.max_x - width).max(frames.banner.min_x));
        let min = min.clamp(room.0, room.1);
        let label = Rect::new((min, min + width), (4.0, 4.0 + LINE));
        let free = width <= frames.banner.width() && !taken.iter().any(|other| other.overlaps(label));
        if free {
            taken.push(label.grown(4.0));
        }
        marks.push(FoldMark { hidden, rect, label: free.then_some(label) });
    }
    marks
}

/// The strip, and how many items were looked at for it.
fn overview(model: &Model, frames: &Frames, scale: &TimeScale) -> (Overview, usize) {
    let whole = scale.overview();
    let rect = frames.overview;
    let (start, end) = scale.window(0.0);
    let edges = (whole.x_from_time(start), whole.x_from_time(end));
    let window = Rect::new(edges, (rect.min_y, rect.max_y)).clipped(rect).unwrap_or(rect);
    let shown = overview_items(model, &whole);
    let visited = shown.len();
    let bars = shown.into_iter().filter_map(|item| overview_bar(item, rect, &whole)).collect();
    (Overview { rect, bars, window }, visited)
}

/// All items; of too many, one every few points.
fn overview_items<'a>(model: &'a Model, whole: &TimeScale) -> Vec<&'a Item> {
    let items = model.items();
    if items.len() <= ALL_AT_ONCE {
        return items.iter().collect();
    }
    let (min_x, max_x) = whole.x_range();
    let (mut last, mut x, mut shown) = (None, 0.0, Vec::new());
    let past_edge = if whole.advance(min_x, max_x) >= 0.0 { min_x } else { max_x };
    while x <= max_x - min_x {
        let time = time_point(whole.time_from_x(whole.shifted(past_edge, x)));
        let at = items.partition_point(|item| item.occupied.start < time);
        if last != Some(at) {
            shown.extend(items.get(at));
            last = Some(at);
        }
        x += 4.0;
    }
    shown
}

fn overview_bar(item: &Item, rect: Rect, whole: &TimeScale) -> Option<(Rect, EventKind)> {
    if rect.height() < 20.0 {
        return None;
    }
    let (a, b) = (whole.x_of(item.occupied.start), whole.x_of(item.occupied.end));
    let middle = f64::midpoint(a, b);
    let half = ((a - b).abs() / 2.0).max(1.5);
    let row = [0.0, 7.0, 14.0][item.lane % 3];
    let y = rect.min_y + 5.0 + row;
    Some((Rect::new((middle - half, middle + half), (y, y + 4.0)), item.kind))
}

fn links(model: &Model, scene: &Scene, selected: EventId) -> Vec<LinkLine> {
    let Some(from) = anchor(model, scene, selected) else { return Vec::new() };
    let ends = model.linked(selected).iter().filter_map(|&other| anchor(model, scene, other));
    ends.map(|to| LinkLine { from, to }).collect()
}

/// Where a link meets an event that is in view.
fn anchor(model: &Model, scene: &Scene, event: EventId) -> Option<Point> {
    if let Place::Column(_) = model.place_of(event)? {
        let entry = scene.column.as_ref()?.entries.iter().find(|entry| entry.event == event)?;
        return Some(entry.circle);
    }
    let mark = scene.marks.iter().find(|mark| mark.event == event)?;
    Some(mark.rect.clipped(scene.frames.lanes)?.center())
}

/// The time in the middle of the window when the overview strip is pointed at.
#[must_use]
pub fn overview_time(scale: &TimeScale, x: f64) -> f64 {
    scale.overview().time_from_x(x)
}

/// How far the lanes must be scrolled so that the selected event is in view; `scroll` where it is already.
#[must_use]
pub fn lane_scroll_to_selected(scene: &Scene, scroll: f64) -> f64 {
    let Some(rect) = scene.selected.map(|rect| rect.grown(6.0)) else { return scroll };
    let frame = scene.frames.lanes;
    if rect.min_y < frame.min_y {
        scroll - (frame.min_y - rect.min_y)
    } else if rect.max_y > frame.max_y {
        scroll + (rect.max_y - frame.max_y)
    } else {
        scroll
    }
}

/// Whether the occupied time of an item is in view.
#[must_use]
pub fn is_in_view(item: &Item, scale: &TimeScale) -> bool {
    let (start, end) = scale.window(0.0);
    axis_time(item.occupied.end) >= start && axis_time(item.occupied.start) <= end
}
