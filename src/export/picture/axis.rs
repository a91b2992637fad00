//! Draws the axis: lanes, grid, folds, the publication line. Every place comes from the scene.

use super::Paint;
use super::drawing::{About, Group, Item, Role, Stroke, Tint, Words};
use super::words::Style;
use crate::base::theme::size;
use crate::text::Align;
use crate::timeline::scene::{FoldMark, LaneBand};
use crate::timeline::{LaneGrouping, Point, Rect};

/// How strong the ground of every other lane is.
const BAND: f64 = 0.55;
const ZIGZAG_STEP: f64 = 14.0;
const ZIGZAG_DEPTH: f64 = 8.0;
const ARROW: f64 = 6.0;
/// Beside the name of a lane.
const INSET: f64 = 12.0;
/// Above it.
const TOP: f64 = 8.0;
/// The name of a lane has fewer lines.
const MOST_LINES: u16 = 4;

impl Paint<'_> {
    /// Everything, from the ground up.
    pub(super) fn all(&self) -> Vec<Item> {
        let frames = &self.scene.frames;
        let mut items = Vec::new();
        let bands = self.scene.lanes.iter().flat_map(|band| self.band(band)).collect();
        items.push(Item::Group(Group { clip: Some(frames.headers.joined(frames.lanes)), about: None, items: bands }));
        if self.scene.is_axis_empty {
            let text = self.wording.i18n.text("timeline-no-dates");
            items.push(self.wording.centered(&text, Style::small(Role::Muted).sized(size::TEXT), frames.lanes));
        } else {
            self.axis(&mut items);
            self.scene.folds.iter().for_each(|fold| self.fold(fold, &mut items));
        }
        let mut marks = Vec::new();
        if let Some(line) = self.scene.publication {
            marks.push(vertical(line.x, (frames.lanes.min_y, frames.lanes.max_y), Stroke::plain(Role::Accent, 2.0)));
        }
        self.marks(&mut marks);
        // Beside the axis there is room for the half of a mark at its very edge.
        items.push(Item::Group(Group { clip: Some(frames.lanes.grown(4.0)), about: None, items: marks }));
        self.publication_label(&mut items);
        self.column(&mut items);
        items
    }

    fn band(&self, band: &LaneBand) -> Vec<Item> {
        let ground = band.lane.is_multiple_of(2).then(|| Item::filled(band.rect, 0.0, Tint::faint(Role::Soft, BAND)));
        let name = self.model.lanes().get(band.lane).map(|lane| {
            let text = lane.title.said(self.lanes == LaneGrouping::Place, |key| self.wording.i18n.text(key));
            let style = Style::small(Role::Ink).bold().sized(size::TEXT);
            // A picture has no pointer that would show the rest of a name: it takes what lines there are.
            let room = Rect::new((band.header.min_x + INSET, band.header.max_x - INSET), (band.header.min_y, band.header.max_y));
            let line = f64::from((size::TEXT * size::LINE_HEIGHT).round());
            let lines = (1..MOST_LINES).rev().find(|lines| f64::from(*lines) * line + 2.0 * TOP <= room.height()).unwrap_or(1);
            let set = self.wording.set_of_article(&text, style, room.width(), usize::from(lines), Align::Start);
            let at = self.at_start(room, f64::from(set.width), f64::from(set.height));
            Item::Words(Words { at: Point { y: room.min_y + TOP, ..at }, set, tint: style.tint, accent: None })
        });
        ground.into_iter().chain(name).collect()
    }

    /// The top left corner of words at the start of a room, in the middle of its height.
    pub(super) fn at_start(&self, room: Rect, width: f64, height: f64) -> Point {
        let x = if self.wording.i18n.direction().is_rtl() { room.max_x - width } else { room.min_x };
        Point { x, y: room.center().y - height / 2.0 }
    }

    fn axis(&self, items: &mut Vec<Item>) {
        let frames = &self.scene.frames;
        let y = frames.ruler.min_y;
        let style = Style::small(Role::Muted);
        for tick in &self.scene.ticks {
            items.extend(tick.x.map(|x| vertical(x, (frames.lanes.min_y, y + 5.0), Stroke::plain(Role::Line, 1.0))));
            let Some((label, x)) = &tick.label else { continue };
            let set = self.wording.set(label, style, None);
            let at = Point { x: x - f64::from(set.width) / 2.0, y: y + 6.0 };
            items.push(Item::Words(Words { at, set, tint: style.tint, accent: None }));
        }
        let ends = [frames.lanes.min_x, frames.lanes.max_x].map(|x| Point { x, y });
        items.push(Item::line(ends[0], ends[1], Stroke::plain(Role::Muted, 1.0)));
        // Says which way time runs.
        let forward = self.scale.shifted(0.0, 1.0);
        let tip = Point { x: self.scale.future_edge() + forward * ARROW, y };
        let back = tip.x - forward * ARROW;
        let head = [ARROW, -ARROW].map(|half| Point { x: back, y: y + half / 1.6 });
        let points = vec![tip, head[0], head[1]];
        items.push(Item::Path { points, is_closed: true, fill: Some(Tint::full(Role::Muted)), stroke: None });
    }

    fn fold(&self, fold: &FoldMark, items: &mut Vec<Item>) {
        let rect = fold.rect;
        let inner = Rect::new((rect.min_x + ZIGZAG_DEPTH, rect.max_x - ZIGZAG_DEPTH), (rect.min_y, rect.max_y));
        let mut drawn = vec![Item::filled(inner, 0.0, Tint::full(Role::Panel))];
        let stroke = Stroke { tint: Tint::faint(Role::Muted, 0.6), width: 1.5, dash: None };
        for x in [inner.min_x, inner.max_x] {
            let points = zigzag(x, rect.min_y, rect.max_y);
            drawn.push(Item::Path { points, is_closed: false, fill: None, stroke: Some(stroke) });
        }
        let label = self.wording.fold_text(fold.hidden);
        drawn.extend(fold.label.map(|room| self.wording.centered(&label, Style::small(Role::Accent), room)));
        items.push(Item::Group(Group { clip: None, about: Some(About { label }), items: drawn }));
    }

    fn publication_label(&self, items: &mut Vec<Item>) {
        let Some(line) = self.scene.publication else { return };
        let label = self.wording.publication_text();
        let frames = &self.scene.frames;
        let stroke = Stroke::plain(Role::Accent, 2.0);
        let drawn = vec![
            self.wording.centered(&label, Style::small(Role::Accent).bold(), line.label),
            vertical(line.x, (line.label.max_y + 1.0, frames.lanes.min_y), stroke),
            vertical(line.x, (frames.ruler.min_y, frames.ruler.min_y + 6.0), stroke),
        ];
        items.push(Item::Group(Group { clip: None, about: Some(About { label }), items: drawn }));
    }
}

fn vertical(x: f64, y: (f64, f64), stroke: Stroke) -> Item {
    Item::line(Point { x, y: y.0 }, Point { x, y: y.1 }, stroke)
}

/// A line of teeth from top to bottom.
fn zigzag(x: f64, top: f64, bottom: f64) -> Vec<Point> {
    let mut path = vec![Point { x, y: top }];
    let (mut y, mut out) = (top + ZIGZAG_STEP, true);
    while y < bottom {
        path.push(Point { x: if out { x - ZIGZAG_DEPTH / 2.0 } else { x + ZIGZAG_DEPTH / 2.0 }, y });
        (y, out) = (y + ZIGZAG_STEP, !out);
    }
    path.push(Point { x, y: bottom });
    path
}
