//! Paints the column of undated events: a numbered list beside the publication line.

use eframe::egui::{Shape, Stroke, StrokeKind, pos2, vec2};

use super::open::Open;
use super::paint::{Paint, at_start};
use super::screen::points;
use super::words::style;
use crate::base::theme::size;
use crate::timeline::column::{CIRCLE_RADIUS, ColumnScene, Entry};
use crate::ui::theme::{color, faded, kind_color};

impl Paint<'_> {
    pub(super) fn column(&self, open: &Open) {
        let Some(column) = &self.scene.column else { return };
        let rect = self.screen.rect(column.rect);
        self.painter.rect_filled(rect, 0.0, color(self.palette.paper));
        // A line towards the lanes.
        let lanes = self.scene.frames.lanes;
        let x = if column.rect.center().x < lanes.center().x { rect.max.x } else { rect.min.x };
        self.painter.vline(x, rect.y_range(), Stroke::new(1.0, color(self.palette.line)));
        self.column_title(column, open);
        for entry in &column.entries {
            self.entry(entry, open);
        }
        if let Some((room, count)) = column.more {
            let accent = color(self.palette.accent);
            let galley = self.words.elided(
                &self.words.counted("timeline-column-more", count),
                style(size::TEXT_SMALL, false, accent),
                points(room.width()),
            );
            let room = self.screen.rect(room);
            let x = at_start(room.x_range(), galley.size().x, 44.0, self.rtl());
            self.painter.galley(pos2(x, room.center().y - galley.size().y / 2.0).round(), galley, accent);
        }
    }

    fn rtl(&self) -> bool {
        self.state.i18n.direction().is_rtl()
    }

    fn column_title(&self, column: &ColumnScene, open: &Open) {
        let key =
            if open.model.is_column_before_publication() { "timeline-column-title" } else { "timeline-column-title-undated" };
        let room = self.screen.rect(column.title);
        let (ink, muted) = (color(self.palette.ink), color(self.palette.muted));
        let title = self.words.elided(&self.words.i18n.text(key), style(size::TEXT, true, ink), room.width());
        let y = room.center().y;
        let x = at_start(room.x_range(), title.size().x, 0.0, self.rtl());
        let taken = title.size().x;
        self.painter.galley(pos2(x, y - title.size().y / 2.0).round(), title, ink);
        let order = self.words.small(&self.words.i18n.text("timeline-column-order"), false, muted);
        if order.size().x + taken + 12.0 <= room.width() {
            let x = at_start(room.x_range(), order.size().x, 0.0, !self.rtl());
            self.painter.galley(pos2(x, y - order.size().y / 2.0).round(), order.galley().clone(), muted);
        }
    }

    fn entry(&self, entry: &Entry, open: &Open) {
        let rect = self.screen.rect(entry.rect);
        let selected = self.state.selected() == Some(entry.event);
        if selected {
            self.painter.rect_filled(rect, size::CORNER, color(self.palette.highlight));
            self.painter.rect_stroke(rect, size::CORNER, Stroke::new(2.0, color(self.palette.accent)), StrokeKind::Inside);
        } else if self.state.hovered() == Some(entry.event) {
            self.painter.rect_filled(rect, size::CORNER, color(self.palette.hover));
        }
        self.circle(entry);
        self.number(entry);
        let ink = faded(self.palette.ink, self.strength(entry.event));
        let room = self.screen.rect(entry.label);
        let title = open.model.title(entry.event);
        let layout = self.words.elided_words(title, style(size::TEXT_SMALL, selected, ink), room.width() - 4.0);
        let x = at_start(room.x_range(), layout.size().x, 0.0, self.rtl());
        let pos = pos2(x, room.center().y - layout.size().y / 2.0).round();
        self.found(self.painter, entry.event, &layout, pos, 0);
        self.painter.galley(pos, layout.galley().clone(), ink);
    }

    fn circle(&self, entry: &Entry) {
        let hue = kind_color(self.palette, entry.kind).gamma_multiply(self.strength(entry.event));
        let center = self.screen.point(entry.circle);
        let radius = points(CIRCLE_RADIUS);
        self.painter.circle_stroke(center, radius, Stroke::new(1.5, hue));
        let sign = self.words.small(entry.kind.glyph().encode_utf8(&mut [0; 4]), false, hue);
        self.painter.galley((center - sign.size() / 2.0).round(), sign.galley().clone(), hue);
        let first = self.scene.column.as_ref().and_then(|column| column.entries.first()).map(|entry| entry.index);
        if entry.linked_to_previous && first != Some(entry.index) {
            let above = center - vec2(0.0, size::LANE_ROW - radius);
            let joint = [above, center - vec2(0.0, radius)];
            self.painter.extend(Shape::dashed_line(&joint, Stroke::new(1.0, color(self.palette.muted)), 2.0, 2.0));
        }
    }

    fn number(&self, entry: &Entry) {
        let number = i64::try_from(entry.index).map_or(i64::MAX, |index| index.saturating_add(1));
        let text = self.words.small(&self.words.i18n.number(number), false, color(self.palette.muted));
        self.centered(text.galley().clone(), entry.number);
    }
}
