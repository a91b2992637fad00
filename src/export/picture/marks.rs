//! Draws marks: one form for each degree of certainty, and their titles.

use super::Paint;
use super::drawing::{About, Fill, Group, Item, Role, Stroke, Tint, Words};
use super::words::Style;
use crate::base::theme::size;
use crate::text::Align;
use crate::timeline::mark::DOT_RADIUS;
use crate::timeline::scene::{LabelBox, Mark};
use crate::timeline::{Point, Rect, Shape};

/// How strong a bounded bar is in its middle and at its soft ends.
const SOFT_MIDDLE: f64 = 0.85;
const SOFT_END: f64 = 0.12;
/// How strong the body of something ongoing is.
const ONGOING: f64 = 0.28;
/// How long the head of something ongoing is.
const HEAD: f64 = 8.0;
/// The dashes of a hollow mark.
const DASHES: (f64, f64) = (3.4, 2.6);

impl Paint<'_> {
    pub(super) fn marks(&self, items: &mut Vec<Item>) {
        for mark in &self.scene.marks {
            let mut drawn = Vec::new();
            let role = Role::of(mark.kind);
            match mark.cluster {
                Some(cluster) => {
                    drawn.push(Item::filled(mark.rect, f64::from(size::CORNER), Tint::full(Role::Paper)));
                    drawn.push(framed(mark.rect));
                    let text = self.wording.i18n.count(cluster.n_events);
                    drawn.push(self.wording.centered(&text, Style::small(Role::Ink).bold(), mark.rect));
                }
                None => form(mark.shape, mark.y, role, &mut drawn),
            }
            drawn.extend(mark.label.map(|label| self.title(mark, label)));
            items.push(Item::Group(Group { clip: None, about: Some(self.about(mark)), items: drawn }));
        }
    }

    fn about(&self, mark: &Mark) -> About {
        if let Some(cluster) = mark.cluster {
            return About { label: self.wording.counted("timeline-cluster", cluster.n_events) };
        }
        self.about_event(mark.event)
    }

    /// What is read aloud of an event: its title, when, how sure.
    pub(super) fn about_event(&self, event: crate::event::EventId) -> About {
        let Some(entry) = self.subject.entry(event) else { return About { label: String::new() } };
        let separator = self.wording.i18n.text("timeline-separator");
        About { label: [entry.title, &entry.dating(self.wording.i18n)].join(&separator) }
    }

    fn title(&self, mark: &Mark, label: LabelBox) -> Item {
        let sign = self.wording.sign(mark.kind);
        let text = format!("{sign}{}", self.model.title(mark.event));
        let style = Style::small(Role::Ink);
        let set = self.wording.set_of_article(&text, style, label.rect.width() + 1.0, label.lines, Align::Center);
        let at = Point { x: label.rect.center().x - f64::from(set.width) / 2.0, y: label.rect.min_y };
        let accent = (!sign.is_empty()).then(|| (0..sign.trim_end().len(), Tint::full(Role::of(mark.kind))));
        Item::Words(Words { at, set, tint: style.tint, accent })
    }
}

/// The form of a mark on the line at `y`.
pub(super) fn form(shape: Shape, y: f64, role: Role, items: &mut Vec<Item>) {
    let half = f64::from(size::BAR) / 2.0;
    let bar = |min_x: f64, max_x: f64| Rect::new((min_x, max_x), (y - half, y + half));
    match shape {
        Shape::Dot { x } => items.push(dot(Point { x, y }, role)),
        Shape::Bar { min_x, max_x } => items.push(Item::filled(bar(min_x, max_x), 4.0, Tint::full(role))),
        Shape::Soft { min_x, max_x, soft } => {
            let stops = [(min_x, SOFT_END), (min_x + soft, SOFT_MIDDLE), (max_x - soft, SOFT_MIDDLE), (max_x, SOFT_END)];
            items.extend(fade((y - half, y + half), &stops, role));
        }
        Shape::Tail { x, end_x } => {
            items.extend(fade((y - half, y + half), &[(x, 0.8), (end_x, 0.0)], role));
            items.push(dot(Point { x, y }, role));
        }
        Shape::Ongoing { past_x, tip_x, soft } => ongoing(past_x, tip_x, soft, y, role, items),
        Shape::Cluster { min_x, max_x } => items.push(framed(bar(min_x, max_x))),
        Shape::Hollow { x } => items.push(Item::Circle {
            center: Point { x, y },
            radius: DOT_RADIUS + 1.0,
            fill: Some(Tint::full(Role::Panel)),
            stroke: Some(Stroke { dash: Some(DASHES), ..Stroke::plain(role, 2.0) }),
        }),
    }
}

fn dot(center: Point, role: Role) -> Item {
    Item::Circle { center, radius: DOT_RADIUS, fill: Some(Tint::full(role)), stroke: None }
}

/// A frame of no hue: the kinds in it differ.
fn framed(rect: Rect) -> Item {
    let inner = Rect::new((rect.min_x + 0.5, rect.max_x - 0.5), (rect.min_y + 0.5, rect.max_y - 0.5));
    Item::Rect { rect: inner, corner: f64::from(size::CORNER), fill: None, stroke: Some(Stroke::plain(Role::Muted, 1.0)) }
}

/// A rectangle whose strength changes along x, in either direction; `None` where it has no width.
fn fade(y: (f64, f64), stops: &[(f64, f64)], role: Role) -> Option<Item> {
    let (first, last) = (stops.first()?.0, stops.last()?.0);
    let fill = Fill::Fade { role, stops: stops.to_vec() };
    let rect = Rect::new((first, last), y);
    (rect.width() >= 0.01).then_some(Item::Rect { rect, corner: 0.0, fill: Some(fill), stroke: None })
}

/// A body that fades in where its beginning is vague, and an arrow head beyond the publication line.
fn ongoing(past_x: f64, tip_x: f64, soft: f64, y: f64, role: Role, items: &mut Vec<Item>) {
    let forward = (tip_x - past_x).signum();
    let half = f64::from(size::BAR) / 2.0;
    let neck = tip_x - forward * HEAD;
    let full = past_x + forward * soft.min((neck - past_x).abs());
    let (top, bottom) = (y - half, y + half);
    for (y, strength) in [((top, bottom), ONGOING), ((top, top + 1.0), 1.0), ((bottom - 1.0, bottom), 1.0)] {
        let past = if soft > 0.0 { 0.0 } else { strength };
        items.extend(fade(y, &[(past_x, past), (full, strength), (neck, strength)], role));
    }
    let head = vec![Point { x: neck, y: top }, Point { x: tip_x, y }, Point { x: neck, y: bottom }];
    let stroke = Stroke::plain(role, 1.0);
    items.push(Item::Path { points: head, is_closed: false, fill: Some(Tint::faint(role, ONGOING)), stroke: Some(stroke) });
    if soft <= 0.0 {
        items.push(Item::line(Point { x: past_x, y: top }, Point { x: past_x, y: bottom }, stroke));
    }
}
