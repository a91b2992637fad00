//! The strip that shows all of the axis, small, and the window that the lanes show of it.

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

/// The strip, and how many items or counts were looked at for it.
pub(super) fn overview(model: &Model, frames: &Frames, scale: &TimeScale) -> (Overview, usize) {
    let whole = scale.overview();
    let rect = frames.overview;
    let (start, end) = scale.window(0.0);
    let edges = (whole.x_from_time(start), whole.x_from_time(end));
    let window = Rect::new(edges, (rect.min_y, rect.max_y)).clipped(rect).unwrap_or(rect);
    if rect.height() <= 0.0 {
        return (Overview { rect, bars: Vec::new(), window }, 0);
    }
    let (bars, visited) = bars(model, rect, &whole);
    (Overview { rect, bars, window }, visited)
}

fn bars(model: &Model, rect: Rect, whole: &TimeScale) -> (Vec<OverviewBar>, usize) {
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
