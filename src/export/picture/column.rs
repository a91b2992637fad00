//! Draws the column of undated events: a numbered list beside the publication line.

use super::Paint;
use super::drawing::{Group, Item, Role, Stroke, Tint, Words};
use super::words::Style;
use crate::base::theme::size;
use crate::text::Align;
use crate::timeline::column::{CIRCLE_RADIUS, ColumnScene, ENTRY_HEIGHT, Entry};
use crate::timeline::{Point, Rect};

/// Where the words of the last line begin, behind numbers and circles.
const BEHIND_CIRCLES: f64 = 44.0;

impl Paint<'_> {
    pub(super) fn column(&self, items: &mut Vec<Item>) {
        let Some(column) = &self.scene.column else { return };
        let frames = &self.scene.frames;
        let rect = Rect { max_y: frames.ruler.max_y, ..column.rect };
        items.push(Item::filled(rect, 0.0, Tint::full(Role::Paper)));
        // A line towards the lanes.
        let x = if rect.center().x < frames.lanes.center().x { rect.max_x } else { rect.min_x };
        items.push(Item::line(Point { x, y: rect.min_y }, Point { x, y: rect.max_y }, Stroke::plain(Role::Line, 1.0)));
        self.column_title(column, items);
        for entry in &column.entries {
            self.entry(entry, column, items);
        }
        if let Some((room, count)) = column.more {
            let style = Style::small(Role::Accent);
            let set = self.wording.set(&self.wording.counted("timeline-column-more", count), style, Some(room.width()));
            let inner = Rect::new((room.min_x + BEHIND_CIRCLES, room.max_x - BEHIND_CIRCLES), (room.min_y, room.max_y));
            let at = self.at_start(inner, f64::from(set.width), f64::from(set.height));
            items.push(Item::Words(Words { at, set, tint: style.tint, accent: None }));
        }
    }

    fn column_title(&self, column: &ColumnScene, items: &mut Vec<Item>) {
        let key =
            if self.model.is_column_before_publication() { "timeline-column-title" } else { "timeline-column-title-undated" };
        let i18n = self.wording.i18n;
        let style = Style::small(Role::Ink).bold().sized(size::TEXT);
        let set = self.wording.set(&i18n.text(key), style, Some(column.title.width()));
        let taken = f64::from(set.width);
        let at = self.at_start(column.title, taken, f64::from(set.height));
        items.push(Item::Words(Words { at, set, tint: style.tint, accent: None }));
        let style = Style::small(Role::Muted);
        let order = self.wording.set(&i18n.text("timeline-column-order"), style, None);
        let width = f64::from(order.width);
        if width + taken + 12.0 <= column.title.width() {
            let at = self.at_start(column.title, column.title.width(), f64::from(order.height));
            let x = if i18n.direction().is_rtl() { column.title.min_x } else { column.title.max_x - width };
            items.push(Item::Words(Words { at: Point { x, ..at }, set: order, tint: style.tint, accent: None }));
        }
    }

    fn entry(&self, entry: &Entry, column: &ColumnScene, items: &mut Vec<Item>) {
        let (role, center) = (Role::of(entry.kind), entry.circle);
        let mut drawn = vec![Item::Circle { center, radius: CIRCLE_RADIUS, fill: None, stroke: Some(Stroke::plain(role, 1.5)) }];
        let room = Rect::around(center, 4.0 * CIRCLE_RADIUS, 2.0 * CIRCLE_RADIUS);
        drawn.push(self.wording.centered(entry.kind.glyph().encode_utf8(&mut [0; 4]), Style::small(role), room));
        if entry.linked_to_previous && column.entries.first().map(|first| first.index) != Some(entry.index) {
            let stroke = Stroke { dash: Some((2.0, 2.0)), ..Stroke::plain(Role::Muted, 1.0) };
            let joint = [ENTRY_HEIGHT - CIRCLE_RADIUS, CIRCLE_RADIUS].map(|up| Point { y: center.y - up, ..center });
            drawn.push(Item::line(joint[0], joint[1], stroke));
        }
        let number = i64::try_from(entry.index).map_or(i64::MAX, |index| index.saturating_add(1));
        drawn.push(self.wording.centered(&self.wording.i18n.number(number), Style::small(Role::Muted), entry.number));
        let style = Style::small(Role::Ink);
        let title = self.model.title(entry.event);
        let set = self.wording.set_of_article(title, style, entry.label.width() - 4.0, 1, Align::Start);
        let at = self.at_start(entry.label, f64::from(set.width), f64::from(set.height));
        drawn.push(Item::Words(Words { at, set, tint: style.tint, accent: None }));
        items.push(Item::Group(Group { clip: None, about: Some(self.about_event(entry.event)), items: drawn }));
    }
}
