//! Lays a model out for a panel: lanes, marks, titles, ticks, folds, links, overview, column.
//! Pure. What is scrolled far away is not looked at, nor each event of a crowd.

use std::cell::Cell;

use super::axis::Item;
use super::cell_maker::CellMaker;
use super::column::column_scene;
use super::geometry::{Point, Rect};
use super::model::{Model, Place};
use super::overview::overview;
use super::scene::{FoldMark, LinkLine, PublicationLine, Scene};
use super::stack::Stack;
use super::ticks::{Calendar, TickLabels, ticks};
use super::time_scale::{TimeScale, axis_time, time_point};
use super::viewport::{Frames, Viewport};
use crate::base::theme::size;
use crate::base::{Moment, TimeRange};
use crate::event::{EventId, EventKind};

/// The height of a row, in points.
pub const ROW: f64 = size::LANE_ROW as f64;
/// The height of a line of a title, in points.
pub const LINE: f64 = (size::TEXT_SMALL * size::LINE_HEIGHT) as f64;
/// So many items are laid out all at once, so that rows do not change while one pans.
const ALL_AT_ONCE: usize = 512;
/// What stands further outside the view, in points, cannot reach into it.
const REACH: f64 = 400.0;

/// How wide texts are; the words are the panel's.
pub trait LabelWidths {
    /// A title on one line, the glyph of its kind included, in points.
    fn title(&self, kind: EventKind, title: &str) -> f64;
    /// What a fold says.
    fn fold(&self, hidden: TimeRange) -> f64;
    /// The name of the publication line.
    fn publication(&self) -> f64;
}

/// Lays out what is in view. What an earlier scene of the same model has already is taken from there.
#[must_use]
pub fn layout(
    model: &Model,
    viewport: &Viewport,
    scale: &TimeScale,
    widths: &dyn LabelWidths,
    labels: &dyn TickLabels,
    before: Option<&Scene>,
) -> Scene {
    let frames = viewport.frames(scale.direction(), !model.column().is_empty());
    let window = window(model, scale);
    let rows_before = before.map_or(&[][..], |before| &before.rows);
    let maker = CellMaker { model, viewport, scale, widths, window, rows_before, visited: Cell::new(0) };
    let stack = Stack::new(&maker, frames.lanes.height());
    let publication = publication_line(model, &frames, scale, widths);
    let (overview, overviewed) = overview(model, &frames, scale, before.map(|before| &before.overview));
    let has_hijri = viewport.has_hijri && !model.axis().is_empty();
    let mut scene = Scene {
        frames,
        lanes: Vec::new(),
        lanes_height: stack.height,
        marks: Vec::new(),
        selected: None,
        ticks: if model.axis().is_empty() { Vec::new() } else { ticks(scale, Calendar::Gregorian, labels) },
        hijri_ticks: if has_hijri { ticks(scale, Calendar::Hijri, labels) } else { Vec::new() },
        folds: folds(&frames, scale, widths, publication),
        publication,
        links: Vec::new(),
        overview,
        column: frames.column.map(|rect| column_scene(model, rect, viewport)),
        is_axis_empty: model.axis().is_empty(),
        rows: stack.rows(model),
        visited: maker.visited.get() + overviewed,
    };
    stack.place(&maker, &mut scene);
    scene.links = viewport.selected.map_or_else(Vec::new, |id| links(model, &scene, id));
    scene
}

/// What is near the view; `None` where all may be laid out at once.
fn window(model: &Model, scale: &TimeScale) -> Option<TimeRange> {
    if model.axis().len() <= ALL_AT_ONCE {
        return None;
    }
    let (start, end) = scale.window(REACH);
    Some(TimeRange { start: time_point(start), end: time_point(end + 1.0) })
}

fn publication_line(model: &Model, frames: &Frames, scale: &TimeScale, widths: &dyn LabelWidths) -> Option<PublicationLine> {
    let x = scale.x_of(model.published().map(Moment::end)?);
    let inside = (frames.lanes.min_x..=frames.lanes.max_x).contains(&x);
    if !inside || model.axis().is_empty() {
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

fn links(model: &Model, scene: &Scene, selected: EventId) -> Vec<LinkLine> {
    let Some(from) = anchor(model, scene, selected) else { return Vec::new() };
    let ends = model.linked(selected).iter().filter_map(|&other| anchor(model, scene, other));
    ends.map(|to| LinkLine { from: from.toward(to.center()), to: to.toward(from.center()) }).collect()
}

/// Where an event in view may be met by a link.
#[derive(Debug, Clone, Copy)]
enum Anchor {
    Circle(Point),
    Mark(Rect),
}

impl Anchor {
    fn center(self) -> Point {
        match self {
            Self::Circle(center) => center,
            Self::Mark(rect) => rect.center(),
        }
    }

    /// A mark is met at the end nearer to the other event, so that no link runs through the title under it.
    fn toward(self, other: Point) -> Point {
        let Self::Mark(rect) = self else { return self.center() };
        let nearer = if (other.x - rect.min_x).abs() < (other.x - rect.max_x).abs() { rect.min_x } else { rect.max_x };
        Point { x: nearer, ..rect.center() }
    }
}

fn anchor(model: &Model, scene: &Scene, event: EventId) -> Option<Anchor> {
    if let Place::Column(_) = model.place_of(event)? {
        let entry = scene.column.as_ref()?.entries.iter().find(|entry| entry.event == event)?;
        return Some(Anchor::Circle(entry.circle));
    }
    let mark = scene.marks.iter().find(|mark| mark.cluster.is_none() && mark.event == event)?;
    Some(Anchor::Mark(mark.rect.clipped(scene.frames.lanes)?))
}

/// The time in the middle of the window when the overview strip is pointed at.
#[must_use]
pub fn overview_time(scale: &TimeScale, x: f64) -> f64 {
    scale.overview().time_from_x(x)
}

/// Where the time in the middle of the view stands on the overview strip: beside the window's middle where folds are in view.
#[must_use]
pub fn overview_middle(scale: &TimeScale) -> f64 {
    let (min_x, max_x) = scale.x_range();
    scale.overview().x_from_time(scale.time_from_x(f64::midpoint(min_x, max_x)))
}

/// How far the lanes must be scrolled so that the selected event is in view; `scroll` where it is already.
#[must_use]
pub fn lane_scroll_to_selected(scene: &Scene, scroll: f64) -> f64 {
    scene.selected.map_or(scroll, |rect| lane_scroll_to(scene, rect, scroll))
}

/// How far the lanes must be scrolled so that what stands at a place of them is in view; `scroll` where it is already.
#[must_use]
pub fn lane_scroll_to(scene: &Scene, rect: Rect, scroll: f64) -> f64 {
    let (rect, frame) = (rect.grown(6.0), scene.frames.lanes);
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
    let occupied = item.occupied();
    axis_time(occupied.end) >= start && axis_time(occupied.start) <= end
}

#[cfg(test)]
mod tests;
