//! Paints the panel: lanes, publication line, links; axis, marks and column have files of their own.
//! Decides nothing: every place comes from the scene.

use std::sync::Arc;

use eframe::egui::epaint::CubicBezierShape;
use eframe::egui::{Color32, Galley, Painter, Pos2, Rangef, Shape, Stroke, pos2, vec2};

use super::open::Open;
use super::screen::{Screen, points};
use super::words::{Words, lane_text, style};
use crate::base::TextSpan;
use crate::base::theme::{Palette, size};
use crate::event::EventId;
use crate::text::egui::TextLayout;
use crate::timeline::scene::{LaneBand, LinkLine};
use crate::timeline::{Rect, Scene};
use crate::ui::state::AppState;
use crate::ui::theme::{color, faded};

/// How strong what was not asked for is.
pub(super) const DIMMED: f32 = 0.3;
/// How strong the ground of every other lane is.
const BAND: f32 = 0.55;
/// Between the edge of the panel and the names of lanes, in points.
pub(super) const NAME_INSET: f32 = 12.0;
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

    /// How strong an event is: faint where it was not asked for.
    pub(super) fn strength(&self, event: EventId) -> f32 {
        if self.state.browse.passes(event) || self.state.selected() == Some(event) { 1.0 } else { DIMMED }
    }

    /// Whether an event is one of those that are looked for.
    pub(super) fn is_found(&self, event: EventId) -> bool {
        let search = self.state.browse.search();
        let document = self.state.document().filter(|_| search.pattern().is_some());
        document.is_some_and(|document| search.is_in_event(document, event))
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
