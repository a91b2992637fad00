//! Paints the axis of time: grid, ticks, arrow, folds, the overview strip.
//! Decides nothing: every place comes from the scene.

use eframe::egui::epaint::PathShape;
use eframe::egui::{Pos2, Stroke, StrokeKind, pos2, vec2};

use super::open::Open;
use super::paint::{NAME_INSET, Paint, at_start};
use super::screen::points;
use super::words::style;
use crate::base::theme::size;
use crate::base::{Arg, Message};
use crate::timeline::scene::FoldMark;
use crate::timeline::ticks::TickMark;
use crate::timeline::viewport::SECOND_LINE;
use crate::ui::theme::{color, faded, kind_color};

const ZIGZAG_STEP: f32 = 14.0;
const ZIGZAG_DEPTH: f32 = 8.0;
const ARROW: f32 = 6.0;
/// The labels of ticks stand so far below the line of the axis, in points.
const LABELS_BELOW: f64 = 6.0;

impl Paint<'_> {
    pub(super) fn axis(&self) {
        let frames = &self.scene.frames;
        let y = frames.ruler.min_y;
        let grid = Stroke::new(1.0, color(self.palette.line));
        for x in self.scene.ticks.iter().filter_map(|tick| tick.x) {
            self.painter.line_segment([self.screen.pos(x, frames.lanes.min_y), self.screen.pos(x, y + 5.0)], grid);
        }
        self.tick_labels(&self.scene.ticks, y + LABELS_BELOW);
        let muted = color(self.palette.muted);
        let ends = [self.screen.pos(frames.lanes.min_x, y), self.screen.pos(frames.lanes.max_x, y)];
        self.painter.line_segment(ends, Stroke::new(1.0, muted));
        if self.scene.hijri_ticks.is_empty() {
            return;
        }
        let second = y + LABELS_BELOW + SECOND_LINE;
        for x in self.scene.hijri_ticks.iter().filter_map(|tick| tick.x) {
            self.painter
                .line_segment([self.screen.pos(x, second - 3.0), self.screen.pos(x, second + 1.0)], Stroke::new(1.0, muted));
        }
        self.tick_labels(&self.scene.hijri_ticks, second);
        self.name_of_line(&Message::new("timeline-gregorian"), y + LABELS_BELOW);
        self.name_of_line(&Message::new("timeline-hijri").with("days", Arg::Number(1)), second);
    }

    fn tick_labels(&self, ticks: &[TickMark], y: f64) {
        let muted = color(self.palette.muted);
        for (label, x) in ticks.iter().filter_map(|tick| tick.label.as_ref()) {
            let text = self.words.small(label, false, muted);
            let pos = self.screen.pos(*x, y) - vec2(text.size().x / 2.0, 0.0);
            self.painter.galley(pos, text.galley().clone(), muted);
        }
    }

    /// Says, below the names of the lanes, which calendar a line counts in.
    fn name_of_line(&self, name: &Message, y: f64) {
        let muted = color(self.palette.muted);
        let room = self.screen.rect(self.scene.frames.headers).x_range();
        let galley =
            self.words.elided(&self.words.i18n.message(name), style(size::TEXT_SMALL, false, muted), room.span() - NAME_INSET);
        let rtl = self.state.i18n.direction().is_rtl();
        let x = at_start(room, galley.size().x, NAME_INSET, rtl);
        self.painter.galley(pos2(x, self.screen.pos(0.0, y).y).round(), galley, muted);
    }

    /// Says which way time runs.
    pub(super) fn arrow(&self, open: &Open) {
        let frames = &self.scene.frames;
        let forward = open.scale.shifted(0.0, 1.0);
        let end = open.scale.future_edge();
        let tip = self.screen.pos(end + forward * f64::from(ARROW), frames.ruler.min_y);
        let back = points(forward) * -ARROW;
        let head = vec![tip, tip + vec2(back, -ARROW / 1.6), tip + vec2(back, ARROW / 1.6)];
        self.painter.add(PathShape::convex_polygon(head, color(self.palette.muted), Stroke::NONE));
    }

    pub(super) fn fold(&self, fold: &FoldMark) {
        let rect = self.screen.rect(fold.rect);
        self.painter.rect_filled(rect.shrink2(vec2(ZIGZAG_DEPTH, 0.0)), 0.0, color(self.palette.panel));
        let stroke = Stroke::new(1.5, color(self.palette.muted).gamma_multiply(0.6));
        for x in [rect.min.x + ZIGZAG_DEPTH, rect.max.x - ZIGZAG_DEPTH] {
            self.painter.add(PathShape::line(zigzag(x, rect.min.y, rect.max.y), stroke));
        }
        let Some(label) = fold.label else { return };
        let accent = color(self.palette.accent);
        let text = self.words.small(&self.words.fold_text(fold.hidden), false, accent);
        self.centered(text.galley().clone(), label);
    }

    pub(super) fn overview(&self) {
        let overview = &self.scene.overview;
        if overview.rect.height() <= 0.0 {
            return;
        }
        self.painter.rect_filled(self.screen.rect(overview.rect), 4.0, color(self.palette.soft));
        for bar in overview.bars.iter() {
            let (hue, corner) = match bar.kind {
                Some(kind) => (kind_color(self.palette, kind).gamma_multiply(0.7), 2.0),
                None => (color(self.palette.muted), 0.0),
            };
            self.painter.rect_filled(self.screen.rect(bar.rect), corner, hue);
        }
        let window = self.screen.rect(overview.window);
        self.painter.rect_filled(window, 4.0, faded(self.palette.accent, 0.05));
        self.painter.rect_stroke(window, 4.0, Stroke::new(1.0, color(self.palette.accent)), StrokeKind::Inside);
    }
}

/// A line of teeth from top to bottom.
fn zigzag(x: f32, top: f32, bottom: f32) -> Vec<Pos2> {
    let mut path = vec![pos2(x, top)];
    let (mut y, mut out) = (top + ZIGZAG_STEP, true);
    while y < bottom {
        path.push(pos2(if out { x - ZIGZAG_DEPTH / 2.0 } else { x + ZIGZAG_DEPTH / 2.0 }, y));
        (y, out) = (y + ZIGZAG_STEP, !out);
    }
    path.push(pos2(x, bottom));
    path
}
