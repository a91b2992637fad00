//! The strip that shows all of the axis, small, and the window that the lanes show of it.

use std::sync::Arc;

use super::axis::Item;
use super::geometry::Rect;
use super::model::Model;
use super::scene::{Overview, OverviewBar};
use super::time_scale::{TimeScale, time_point};
use super::viewport::Frames;

/// More items than this are counted for every few points.
const ALL_AT_ONCE: usize = 512;
const STEP: f64 = 4.0;
const BAR_HEIGHT: f64 = 4.0;

/// The window is drawn at least so wide, in points.
const LEAST_WINDOW: f64 = 6.0;
/// How far from an edge of the window it is taken by the hand, in points.
const EDGE: f64 = 5.0;

/// A part of the strip, as a hand meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverviewPart {
    /// The window's edge with the smaller x.
    MinEdge,
    /// The window's edge with the larger x.
    MaxEdge,
    /// The window.
    Window,
    /// Beside it.
    Outside,
}

impl Overview {
    /// What stands at an x of the strip. A narrow window is taken as a whole; its edges reach outwards.
    #[must_use]
    pub fn part_at(&self, x: f64) -> OverviewPart {
        let inward = EDGE.min((self.window.width() - 2.0 * EDGE).max(0.0) / 2.0);
        if (self.window.min_x - EDGE..=self.window.min_x + inward).contains(&x) {
            OverviewPart::MinEdge
        } else if (self.window.max_x - inward..=self.window.max_x + EDGE).contains(&x) {
            OverviewPart::MaxEdge
        } else if (self.window.min_x..=self.window.max_x).contains(&x) {
            OverviewPart::Window
        } else {
            OverviewPart::Outside
        }
    }
}

/// The strip, and how many items or counts were looked at for it. What an earlier one of the same model shows is not counted
/// again: most frames move the window alone.
pub(super) fn overview(model: &Model, frames: &Frames, scale: &TimeScale, before: Option<&Overview>) -> (Overview, usize) {
    let whole = scale.overview();
    let rect = frames.overview;
    let (start, end) = scale.window(0.0);
    let edges = (whole.x_from_time(start), whole.x_from_time(end));
    let window = window(edges, rect);
    let known = before.filter(|before| before.rect == rect && before.whole == whole).map(|before| before.bars.clone());
    let (bars, visited) = match known {
        Some(bars) => (bars, 0),
        None if rect.height() <= 0.0 => (Arc::default(), 0),
        None => bars(model, rect, &whole),
    };
    (Overview { rect, bars, window, whole }, visited)
}

fn window(edges: (f64, f64), rect: Rect) -> Rect {
    let (min, max) = (edges.0.min(edges.1), edges.0.max(edges.1));
    let half = ((max - min) / 2.0).max(LEAST_WINDOW / 2.0);
    let middle = f64::midpoint(min, max).clamp(rect.min_x, rect.max_x);
    let y = (rect.min_y, rect.max_y);
    Rect::new((middle - half, middle + half), y).clipped(rect).unwrap_or(rect)
}

fn bars(model: &Model, rect: Rect, whole: &TimeScale) -> (Arc<[OverviewBar]>, usize) {
    let items = model.axis().items();
    if items.len() <= ALL_AT_ONCE {
        return (items.iter().map(|item| bar(item, rect, whole)).collect(), items.len());
    }
    let counts = counts(model, whole);
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(1);
    let visited = counts.len();
    let column = |(x, count): (f64, usize)| {
        // The root keeps a lone event beside a crowd to be seen.
        let height = (rect.height() - 4.0) * (as_points(count) / as_points(most)).sqrt();
        let far = whole.shifted(x, STEP - 1.0);
        let rect = Rect::new((x.min(far), x.max(far)), (rect.max_y - 2.0 - height, rect.max_y - 2.0));
        OverviewBar { rect, kind: None }
    };
    (counts.into_iter().filter(|(_, count)| *count > 0).map(column).collect(), visited)
}

/// How many events begin in each few points, from the past on.
fn counts(model: &Model, whole: &TimeScale) -> Vec<(f64, usize)> {
    let (min_x, max_x) = whole.x_range();
    let begun = |x: f64| model.axis().n_before(time_point(whole.time_from_x(x)));
    let mut counts = Vec::new();
    let (mut x, mut before) = (whole.past_edge(), 0);
    while (min_x..=max_x).contains(&x) {
        let next = whole.shifted(x, STEP);
        let until_next = begun(next);
        counts.push((x, until_next.saturating_sub(before)));
        (x, before) = (next, until_next);
    }
    counts
}

fn as_points(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn bar(item: &Item, rect: Rect, whole: &TimeScale) -> OverviewBar {
    let occupied = item.occupied();
    let (a, b) = (whole.x_of(occupied.start), whole.x_of(occupied.end));
    let middle = f64::midpoint(a, b);
    let half = ((a - b).abs() / 2.0).max(1.5);
    let y = rect.min_y + 5.0 + [0.0, 7.0, 14.0][usize::from(item.lane) % 3];
    OverviewBar { rect: Rect::new((middle - half, middle + half), (y, y + BAR_HEIGHT)), kind: Some(item.kind) }
}
