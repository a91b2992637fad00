//! Paints marks: one form for each degree of certainty, and their titles.

use eframe::egui::epaint::{Mesh, PathShape};
use eframe::egui::{Color32, Pos2, Rangef, Rect as ScreenRect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::open::Open;
use super::paint::ClippedPaint;
use super::screen::points;
use super::words::Title;
use crate::base::theme::size;
use crate::text::egui::{Align, Wrap};
use crate::timeline::Shape as MarkShape;
use crate::timeline::mark::DOT_RADIUS;
use crate::timeline::scene::{LabelBox, Mark};
use crate::ui::theme::{color, kind_color};

/// How strong the ground of a bounded bar is in its middle and at its soft ends.
const SOFT_MIDDLE: f32 = 0.85;
const SOFT_END: f32 = 0.12;
/// How strong the body of something ongoing is.
const ONGOING: f32 = 0.28;
/// How long the head of something ongoing is.
const HEAD: f32 = 8.0;
/// What the pointer is on is lighter.
const HOVERED: f32 = 0.7;

impl ClippedPaint<'_> {
    pub(super) fn marks(&self, open: &Open) {
        let state = self.paint.state;
        for mark in &self.paint.scene.marks {
            let selected = mark.cluster.is_none() && state.selected() == Some(mark.event);
            let hovered = mark.cluster.is_none() && state.hovered() == Some(mark.event);
            let strength = if mark.cluster.is_none() { self.paint.strength(mark.event) } else { 1.0 };
            let strength = strength * if hovered && !selected { HOVERED } else { 1.0 };
            self.shape(mark, kind_color(self.paint.palette, mark.kind).gamma_multiply(strength));
            if selected {
                self.selection(mark);
            }
            match mark.label {
                Some(label) => self.title(mark, label, open.model.title(mark.event), selected),
                None if mark.cluster.is_none() && self.paint.is_found(mark.event) => self.found_mark(mark),
                None => {}
            }
        }
    }

    fn selection(&self, mark: &Mark) {
        let rect = self.paint.screen.rect(mark.rect.grown(3.0));
        let stroke = Stroke::new(2.0, color(self.paint.palette.accent));
        self.painter.rect_stroke(rect, size::CORNER, stroke, StrokeKind::Inside);
    }

    /// A frame around what has no room for a title in which the words could be seen.
    fn found_mark(&self, mark: &Mark) {
        let rect = self.paint.screen.rect(mark.rect.grown(2.0));
        self.painter.rect_stroke(rect, size::CORNER, Stroke::new(2.0, color(self.paint.palette.found)), StrokeKind::Inside);
    }

    fn title(&self, mark: &Mark, label: LabelBox, text: &str, selected: bool) {
        let wrap = Wrap::Elide(points(label.rect.width()) + 1.0, label.lines);
        let strength = self.paint.strength(mark.event);
        let title = Title { kind: mark.kind, text, bold: selected, strength, wrap, align: Align::Center };
        let layout = self.paint.words.title(&title, self.paint.palette);
        let room = self.paint.screen.rect(label.rect);
        let pos = pos2(room.center().x - layout.size().x / 2.0, room.min.y).round();
        self.paint.found(&self.painter, mark.event, &layout, pos, self.paint.words.sign(title.kind).len());
        self.painter.galley(pos, layout.galley().clone(), color(self.paint.palette.ink));
    }

    fn shape(&self, mark: &Mark, hue: Color32) {
        let screen = self.paint.screen;
        let rect = screen.rect(mark.rect);
        let radius = points(DOT_RADIUS);
        match mark.shape {
            MarkShape::Dot { x } => {
                self.painter.circle_filled(screen.pos(x, mark.y), radius, hue);
            }
            MarkShape::Bar { .. } => {
                self.painter.rect_filled(rect, 4.0, hue);
            }
            MarkShape::Soft { soft, .. } => self.soft_bar(rect, points(soft), hue),
            MarkShape::Tail { x, end_x } => {
                let (dot, end) = (screen.pos(x, mark.y), screen.pos(end_x, mark.y));
                self.gradient(rect.y_range(), [(dot.x, 0.8), (end.x, 0.0)], hue);
                self.painter.circle_filled(dot, radius, hue);
            }
            MarkShape::Ongoing { past_x, tip_x, soft } => {
                let (past, tip) = (screen.pos(past_x, mark.y), screen.pos(tip_x, mark.y));
                self.ongoing(past, tip, points(soft), hue);
            }
            MarkShape::Cluster { .. } => self.cluster(mark, rect),
            MarkShape::Hollow { x } => self.hollow(screen.pos(x, mark.y), radius + 1.0, hue),
        }
    }

    /// A count in a frame, of no hue: the kinds in it differ.
    fn cluster(&self, mark: &Mark, rect: ScreenRect) {
        let palette = self.paint.palette;
        let muted = color(palette.muted);
        self.painter.rect_filled(rect, size::CORNER, color(palette.paper));
        self.painter.rect_stroke(rect, size::CORNER, Stroke::new(1.0, muted), StrokeKind::Inside);
        let count = mark.cluster.map_or(0, |cluster| cluster.n_events);
        let ink = color(palette.ink);
        let text = self.paint.words.small(&self.paint.words.i18n.count(count), true, ink);
        self.painter.galley((rect.center() - text.size() / 2.0).round(), text.galley().clone(), ink);
    }

    fn soft_bar(&self, rect: ScreenRect, soft: f32, hue: Color32) {
        let y = rect.y_range();
        let (inner_min, inner_max) = (rect.min.x + soft, rect.max.x - soft);
        self.gradient(y, [(rect.min.x, SOFT_END), (inner_min, SOFT_MIDDLE)], hue);
        self.gradient(y, [(inner_min, SOFT_MIDDLE), (inner_max, SOFT_MIDDLE)], hue);
        self.gradient(y, [(inner_max, SOFT_MIDDLE), (rect.max.x, SOFT_END)], hue);
    }

    /// A body that fades in where its beginning is vague, and an arrow head beyond the publication line.
    fn ongoing(&self, past: Pos2, tip: Pos2, soft: f32, hue: Color32) {
        let forward = (tip.x - past.x).signum();
        let half = size::BAR / 2.0;
        let neck = tip.x - forward * HEAD;
        let full = past.x + forward * soft.min((neck - past.x).abs());
        let (top, bottom) = (tip.y - half, tip.y + half);
        for (y, strength) in [((top, bottom), ONGOING), ((top, top + 1.0), 1.0), ((bottom - 1.0, bottom), 1.0)] {
            let y = Rangef::new(y.0, y.1);
            self.gradient(y, [(past.x, if soft > 0.0 { 0.0 } else { strength }), (full, strength)], hue);
            self.gradient(y, [(full, strength), (neck, strength)], hue);
        }
        let head = vec![pos2(neck, tip.y - half), tip, pos2(neck, tip.y + half)];
        let stroke = Stroke::new(1.0, hue);
        self.painter.add(PathShape::convex_polygon(head.clone(), hue.gamma_multiply(ONGOING), Stroke::NONE));
        self.painter.add(PathShape::line(head, stroke));
        if soft <= 0.0 {
            self.painter.line_segment([past - vec2(0.0, half), past + vec2(0.0, half)], stroke);
        }
    }

    fn hollow(&self, center: Pos2, radius: f32, hue: Color32) {
        self.painter.circle_filled(center, radius, color(self.paint.palette.panel));
        let circle: Vec<Pos2> = (0_u8..=24)
            .map(|step| {
                let angle = f32::from(step) / 24.0 * std::f32::consts::TAU;
                center + radius * vec2(angle.cos(), angle.sin())
            })
            .collect();
        self.painter.extend(Shape::dashed_line(&circle, Stroke::new(2.0, hue), 3.4, 2.6));
    }

    /// A rectangle whose strength goes from one to another along x, in either direction.
    fn gradient(&self, y: Rangef, ends: [(f32, f32); 2], hue: Color32) {
        if (ends[0].0 - ends[1].0).abs() < 0.01 {
            return;
        }
        let mut mesh = Mesh::default();
        for (x, strength) in ends {
            let tint = hue.gamma_multiply(strength);
            mesh.colored_vertex(pos2(x, y.min), tint);
            mesh.colored_vertex(pos2(x, y.max), tint);
        }
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(1, 3, 2);
        self.painter.add(mesh);
    }
}
