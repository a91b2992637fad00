//! What the forms of the marks mean, under the timeline: those that are in the picture.

use super::Paint;
use super::drawing::{Item, Role, Stroke, Words};
use super::marks::form;
use super::words::Style;
use crate::base::theme::size;
use crate::event::Certainty;
use crate::timeline::{Point, Rect, Shape};

const SAMPLE: f64 = 40.0;
const GAP: f64 = 8.0;
const BETWEEN: f64 = 24.0;

/// The forms and their meaning in as many lines as they take, and the height of those.
pub(super) fn legend(paint: &Paint<'_>, width: f64) -> (Vec<Item>, f64) {
    let line = f64::from((size::TEXT_SMALL * size::LINE_HEIGHT).round());
    let style = Style::small(Role::Muted);
    let rtl = paint.wording.i18n.direction().is_rtl();
    let mut items = vec![Item::line(Point { x: 0.0, y: 0.0 }, Point { x: width, y: 0.0 }, Stroke::plain(Role::Line, 1.0))];
    let (mut from_start, mut y) = (0.0, GAP);
    let samples = samples(paint).into_iter().map(|certainty| (Some(certainty), paint.wording.i18n.text(certainty.message_key())));
    let made = (None, paint.wording.i18n.text("export-made"));
    for (certainty, text) in samples.chain([made]) {
        let sample = if certainty.is_some() { SAMPLE + GAP } else { 0.0 };
        let set = paint.wording.set(&text, style, Some(width - sample));
        let (words, height) = (f64::from(set.width), f64::from(set.height));
        if from_start > 0.0 && from_start + sample + words > width {
            (from_start, y) = (0.0, y + line);
        }
        // Everything is placed from the start, on whichever side that is.
        let x = |from_start: f64, width_of: f64| if rtl { width - from_start - width_of } else { from_start };
        if let Some(certainty) = certainty {
            let room = Rect::new((x(from_start, SAMPLE), x(from_start, SAMPLE) + SAMPLE), (y, y + line));
            form(placed(certainty, room, rtl), room.center().y, Role::Muted, &mut items);
        }
        let at = Point { x: x(from_start + sample, words), y: y + (line - height) / 2.0 };
        items.push(Item::Words(Words { at, set, tint: style.tint, accent: None }));
        from_start += sample + words + BETWEEN;
    }
    (items, y + line)
}

/// A form of each degree of certainty that is in the picture.
fn samples(paint: &Paint<'_>) -> Vec<Certainty> {
    let has = |certainty: Certainty| {
        paint.scene.marks.iter().filter(|mark| mark.cluster.is_none()).any(|mark| certainty_of(mark.shape) == Some(certainty))
    };
    let on_axis = [Certainty::Exact, Certainty::Bounded, Certainty::OneSided, Certainty::Ongoing, Certainty::Ordered];
    on_axis.into_iter().filter(|certainty| has(*certainty)).collect()
}

fn certainty_of(shape: Shape) -> Option<Certainty> {
    match shape {
        Shape::Dot { .. } | Shape::Bar { .. } => Some(Certainty::Exact),
        Shape::Soft { .. } => Some(Certainty::Bounded),
        Shape::Tail { .. } => Some(Certainty::OneSided),
        Shape::Ongoing { .. } => Some(Certainty::Ongoing),
        Shape::Hollow { .. } => Some(Certainty::Ordered),
        Shape::Cluster { .. } => None,
    }
}

/// A form that fills a room.
fn placed(certainty: Certainty, room: Rect, rtl: bool) -> Shape {
    let x = room.center().x;
    let (start, end) = if rtl { (room.max_x, room.min_x) } else { (room.min_x, room.max_x) };
    match certainty {
        Certainty::Bounded => Shape::Soft { min_x: room.min_x, max_x: room.max_x, soft: SAMPLE / 3.0 },
        Certainty::OneSided => Shape::Tail { x: start + (end - start) * 0.15, end_x: end },
        Certainty::Ongoing => Shape::Ongoing { past_x: start, tip_x: end, soft: SAMPLE / 2.0 },
        Certainty::Ordered => Shape::Hollow { x },
        Certainty::Exact | Certainty::Undated => Shape::Dot { x },
    }
}
