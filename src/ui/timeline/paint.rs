//! Paints the axis: lanes, grid, folds, publication line, links, overview; marks and column have files of their own.
//! Decides nothing: every place comes from the scene.

use std::sync::Arc;

use eframe::egui::epaint::{CubicBezierShape, PathShape};
use eframe::egui::{Color32, Galley, Painter, Pos2, Rangef, Shape, Stroke, StrokeKind, pos2, vec2};

use super::open::Open;
use super::screen::{Screen, points};
use super::words::{Words, lane_text, style};
use crate::base::theme::{Palette, size};
use crate::base::{Arg, Message, TextSpan};
use crate::event::EventId;
use crate::text::egui::TextLayout;
use crate::timeline::scene::{FoldMark, LaneBand, LinkLine};
use crate::timeline::ticks::TickMark;
use crate::timeline::viewport::SECOND_LINE;
use crate::timeline::{Rect, Scene};
use crate::ui::state::AppState;
use crate::ui::theme::{color, faded, kind_color};

/// How strong what was not asked for is.
pub(super) const DIMMED: f32 = 0.3;
/// How strong the ground of every other lane is.
const BAND: f32 = 0.55;
const ZIGZAG_STEP: f32 = 14.0;
const ZIGZAG_DEPTH: f32 = 8.0;
const ARROW: f32 = 6.0;
/// The labels of ticks stand so far below the line of the axis, in points.
const LABELS_BELOW: f64 = 6.0;
/// Between the edge of the panel and the names of lanes, in points.
const NAME_INSET: f32 = 12.0;
/// The room beside the name of a lane for the sign that it is collapsed.
const SIGN: f32 = 12.0;
/// The width of the scroll bar of the lanes, in points.
const SCROLL_BAR: f64 = 6.0;

/// All that painting one scene needs.
pub(super) struct Paint<'a> {
    pub(super) painter: &'a Painter,
    pub(super) screen: Screen,
    pub(super) scene: &'a Scene,
    pub(super) words: &'a Words<'a>,
    pub(super) state: &'a AppState,
    pub(super) palette: &'static Palette,
}

impl Paint<'_> {
    /// Everything, from the ground up.
    pub(super) fn all(&self, open: &Open) {
        let frames = &self.scene.frames;
        let lanes = self.clipped(frames.headers.joined(frames.lanes));
        for band in &self.scene.lanes {
            lanes.band(band, open);
        }
        if self.scene.is_axis_empty {
            self.no_dates();
        } else {
            self.axis();
            self.arrow(open);
            for fold in &self.scene.folds {
                self.fold(fold);
            }
            self.overview();
        }
        let axis = self.clipped(Rect { min_y: frames.lanes.min_y, max_y: frames.lanes.max_y, ..frames.lanes.grown(4.0) });
        axis.publication_line();
        for link in &self.scene.links {
            self.link(link);
        }
        axis.marks(open);
        self.publication_label();
        self.scroll_bar(open);
        self.column(open);
    }

    /// How much of the lanes is in view, where that is not all.
    fn scroll_bar(&self, open: &Open) {
        let (frame, height) = (self.scene.frames.lanes, self.scene.lanes_height);
        if height <= frame.height() {
            return;
        }
        let part = |y: f64| frame.min_y + frame.height() * (y / height).clamp(0.0, 1.0);
        let y = (part(open.lane_scroll), part(open.lane_scroll + frame.height()));
        let headers = self.scene.frames.headers;
        let x = if self.state.i18n.direction().is_rtl() { headers.max_x } else { headers.min_x };
        let inward = if x > headers.center().x { -SCROLL_BAR } else { SCROLL_BAR };
        let bar = self.screen.rect(Rect::new((x + inward / 4.0, x + inward), y));
        self.painter.rect_filled(bar, 2.0, faded(self.palette.muted, 0.5));
    }

    /// The same, painting only inside a part of the panel.
    fn clipped(&self, rect: Rect) -> ClippedPaint<'_> {
        ClippedPaint {
            painter: self.painter.with_clip_rect(self.screen.rect(rect).intersect(self.painter.clip_rect())),
            paint: self,
        }
    }

    fn no_dates(&self) {
        let frame = self.scene.frames.lanes;
        let is_hidden = self.state.browse.shown().is_some() || self.state.browse.is_narrowed(self.state.lanes);
        let is_pending = self.state.document().is_some_and(|document| document.is_pending);
        let key = match (is_pending, is_hidden) {
            (true, _) => "card-pending",
            (false, true) => "timeline-none-shown",
            (false, false) => "timeline-no-dates",
        };
        let text = self.words.i18n.text(key);
        let muted = color(self.palette.muted);
        let galley = self.words.elided(&text, style(size::TEXT, false, muted), points(frame.width()));
        self.centered(galley, frame);
    }

    fn axis(&self) {
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
    fn arrow(&self, open: &Open) {
        let frames = &self.scene.frames;
        let forward = open.scale.shifted(0.0, 1.0);
        let end = open.scale.future_edge();
        let tip = self.screen.pos(end + forward * f64::from(ARROW), frames.ruler.min_y);
        let back = points(forward) * -ARROW;
        let head = vec![tip, tip + vec2(back, -ARROW / 1.6), tip + vec2(back, ARROW / 1.6)];
        self.painter.add(PathShape::convex_polygon(head, color(self.palette.muted), Stroke::NONE));
    }

    fn fold(&self, fold: &FoldMark) {
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

    fn publication_label(&self) {
        let Some(line) = self.scene.publication else { return };
        let accent = color(self.palette.accent);
        let text = self.words.publication_text();
        let galley = self.words.elided(&text, style(size::TEXT_SMALL, true, accent), points(line.label.width()));
        self.centered(galley, line.label);
        let frames = &self.scene.frames;
        let top = [self.screen.pos(line.x, line.label.max_y + 1.0), self.screen.pos(line.x, frames.lanes.min_y)];
        let foot = [self.screen.pos(line.x, frames.ruler.min_y), self.screen.pos(line.x, frames.ruler.min_y + 6.0)];
        self.painter.line_segment(top, Stroke::new(2.0, accent));
        self.painter.line_segment(foot, Stroke::new(2.0, accent));
    }

    fn link(&self, link: &LinkLine) {
        let (from, to) = (self.screen.point(link.from), self.screen.point(link.to));
        let bend = vec2(0.0, (to.y - from.y) / 2.0);
        let curve =
            CubicBezierShape::from_points_stroke([from, from + bend, to - bend, to], false, Color32::TRANSPARENT, Stroke::NONE);
        let path = curve.flatten(Some(0.5));
        let stroke = Stroke::new(1.0, color(self.palette.muted));
        self.painter.extend(Shape::dashed_line(&path, stroke, 2.0, 3.0));
    }

    fn overview(&self) {
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

    /// How strong an event is: faint where it was not asked for.
    pub(super) fn strength(&self, event: EventId) -> f32 {
        if self.state.browse.passes(event) || self.state.selected() == Some(event) { 1.0 } else { DIMMED }
    }

    /// Whether an event is one of those that are looked for.
    pub(super) fn is_found(&self, event: EventId) -> bool {
        let search = self.state.browse.search();
        let document = self.state.document().filter(|_| search.pattern().is_some());
        document.and_then(|document| document.extraction.event(event)).is_some_and(|event| search.is_in_event(event))
    }

    /// Paints what lies behind the words of a title that were looked for: of an event that an actor makes one of them,
    /// behind all of it. The title begins `before` bytes into the text.
    pub(super) fn found(&self, painter: &Painter, event: EventId, layout: &TextLayout, pos: Pos2, before: usize) {
        let Some(pattern) = self.state.browse.search().pattern().filter(|_| self.is_found(event)) else { return };
        let text = layout.galley().text();
        let mut words = pattern.find_all(text.get(before..).unwrap_or_default());
        if words.is_empty() {
            words.push(TextSpan::new(0, text.len() - before.min(text.len())));
        }
        for rect in words.into_iter().flat_map(|words| layout.rects_of(words.start + before..words.end + before)) {
            painter.rect_filled(rect.translate(pos.to_vec2()), 3.0, color(self.palette.found));
        }
    }

    /// A text in the middle of its room.
    pub(super) fn centered(&self, galley: Arc<Galley>, room: Rect) {
        let pos = self.screen.rect(room).center() - galley.size() / 2.0;
        self.painter.galley(pos.round(), galley, color(self.palette.ink));
    }
}

/// Paints inside a part of the panel.
pub(super) struct ClippedPaint<'a> {
    pub(super) painter: Painter,
    pub(super) paint: &'a Paint<'a>,
}

impl ClippedPaint<'_> {
    fn band(&self, band: &LaneBand, open: &Open) {
        let paint = self.paint;
        if band.lane.is_multiple_of(2) {
            self.painter.rect_filled(paint.screen.rect(band.rect), 0.0, faded(paint.palette.soft, BAND));
        }
        let Some(lane) = open.model.lanes().get(band.lane) else { return };
        let title = lane_text(paint.words.i18n, &lane.title, paint.state.lanes);
        let ink = color(paint.palette.ink);
        let room = band.header;
        let galley = paint.words.elided_words(&title, style(size::TEXT, true, ink), points(room.width()) - NAME_INSET - SIGN);
        let y = paint.screen.rect(room).min.y + size::LANE_ROW / 2.0 + 4.0 - galley.size().y / 2.0;
        let rtl = paint.state.i18n.direction().is_rtl();
        let x = at_start(paint.screen.rect(room).x_range(), galley.size().x, NAME_INSET, rtl);
        self.painter.galley(pos2(x, y).round(), galley.galley().clone(), ink);
    }

    fn publication_line(&self) {
        let paint = self.paint;
        let Some(line) = paint.scene.publication else { return };
        let lanes = paint.scene.frames.lanes;
        let ends = [paint.screen.pos(line.x, lanes.min_y), paint.screen.pos(line.x, lanes.max_y)];
        self.painter.line_segment(ends, Stroke::new(2.0, color(paint.palette.accent)));
    }
}

/// The left edge of something so wide that stands at the start of a room.
pub(super) fn at_start(room: Rangef, width: f32, inset: f32, rtl: bool) -> f32 {
    if rtl { room.max - inset - width } else { room.min + inset }
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
