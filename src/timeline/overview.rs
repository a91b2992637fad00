//! The strip that shows all of the axis, small, and the window that the lanes show of it.

use super::geometry::Rect;
use super::model::{Item, Model};
use super::scene::Overview;
use super::time_scale::{TimeScale, time_point};
use super::viewport::Frames;
use crate::event::EventKind;

/// Of more items than this only one every few points is drawn.
const ALL_AT_ONCE: usize = 512;
const STEP: f64 = 4.0;
const BAR_HEIGHT: f64 = 4.0;

/// The strip, and how many items were looked at for it.
pub(super) fn overview(model: &Model, frames: &Frames, scale: &TimeScale) -> (Overview, usize) {
    let whole = scale.overview();
    let rect = frames.overview;
    let (start, end) = scale.window(0.0);
    let edges = (whole.x_from_time(start), whole.x_from_time(end));
    let window = Rect::new(edges, (rect.min_y, rect.max_y)).clipped(rect).unwrap_or(rect);
    if rect.height() <= 0.0 {
        return (Overview { rect, bars: Vec::new(), window }, 0);
    }
    let shown = shown_items(model, &whole);
    let visited = shown.len();
    let bars = shown.into_iter().map(|item| bar(item, rect, &whole)).collect();
    (Overview { rect, bars, window }, visited)
}

/// All items; of too many, the first one in each few points.
fn shown_items<'a>(model: &'a Model, whole: &TimeScale) -> Vec<&'a Item> {
    let items = model.items();
    if items.len() <= ALL_AT_ONCE {
        return items.iter().collect();
    }
    let (min_x, max_x) = whole.x_range();
    let (mut last, mut shown) = (None, Vec::new());
    let mut x = whole.past_edge();
    while (min_x..=max_x).contains(&x) {
        let time = time_point(whole.time_from_x(x));
        let at = items.partition_point(|item| item.occupied.start < time);
        if last != Some(at) {
            shown.extend(items.get(at));
            last = Some(at);
        }
        x = whole.shifted(x, STEP);
    }
    shown
}

fn bar(item: &Item, rect: Rect, whole: &TimeScale) -> (Rect, EventKind) {
    let (a, b) = (whole.x_of(item.occupied.start), whole.x_of(item.occupied.end));
    let middle = f64::midpoint(a, b);
    let half = ((a - b).abs() / 2.0).max(1.5);
    let y = rect.min_y + 5.0 + [0.0, 7.0, 14.0][item.lane % 3];
    (Rect::new((middle - half, middle + half), (y, y + BAR_HEIGHT)), item.kind)
}
