//! The scale that shows all of a model, with room for what reaches beyond the known times.

use super::extent::Extent;
use super::mark::{DOT_RADIUS, ONGOING_HEAD};
use super::model::Model;
use super::time_scale::{Margins, Span, TimeScale, axis_time};
use super::viewport::Frames;
use crate::base::civil::DAY;
use crate::base::theme::size;
use crate::base::{Direction, TimePoint, TimeRange};

/// The axis never spans less: one event on one day is no reason to show its minutes.
const MIN_DOMAIN: i64 = 7 * DAY;
const EDGE: f64 = 16.0;

/// How much of the axis a span takes for its events; the rest is for its length.
const SHARE_FOR_EVENTS: f64 = 0.65;

/// The scale that shows all of a model; `unfolded` are those of its folds that stay open.
#[must_use]
pub fn fitted_scale(model: &Model, frames: &Frames, direction: Direction, unfolded: &[TimeRange]) -> TimeScale {
    let x = (frames.lanes.min_x, frames.lanes.max_x);
    TimeScale::fitted(&spans(model, unfolded), x, margins(model), direction)
}

/// The spans of the axis between closed folds. A span with more events gets more room than its length alone would give it.
#[must_use]
pub fn spans(model: &Model, unfolded: &[TimeRange]) -> Vec<Span> {
    let domain = domain(model);
    let mut ranges = vec![domain];
    for fold in model.folds().iter().filter(|fold| !unfolded.contains(fold)) {
        if let Some(last) = ranges.last_mut() {
            last.end = fold.start;
        }
        ranges.push(TimeRange { start: fold.end, end: domain.end });
    }
    let lengths: Vec<f64> = ranges.iter().map(|range| axis_time(TimePoint(range.duration_secs().max(1)))).collect();
    let events: Vec<f64> = ranges.iter().map(|range| n_events(model, *range)).collect();
    let (length, n) = (lengths.iter().sum::<f64>(), events.iter().sum::<f64>());
    let share = |at: usize| SHARE_FOR_EVENTS * events[at] / n + (1.0 - SHARE_FOR_EVENTS) * lengths[at] / length;
    ranges.iter().enumerate().map(|(at, range)| Span { range: *range, share: share(at) }).collect()
}

/// The events that begin in a span, one more for the publication date; at least one.
fn n_events(model: &Model, range: TimeRange) -> f64 {
    let published = model.published().is_some_and(|date| (range.start..range.end).contains(&date.start()));
    let count = model.axis().n_before(range.end) - model.axis().n_before(range.start) + usize::from(published);
    f64::from(u32::try_from(count.max(1)).unwrap_or(u32::MAX))
}

/// All known times, at least some days.
fn domain(model: &Model) -> TimeRange {
    let nothing = TimeRange { start: TimePoint(0), end: TimePoint(DAY) };
    let known = model.domain().unwrap_or(nothing);
    let missing = (MIN_DOMAIN - known.duration_secs()).max(0);
    TimeRange { start: TimePoint(known.start.0 - missing / 2), end: TimePoint(known.end.0 + missing / 2) }
}

/// Room for tails and arrow heads at the two ends.
fn margins(model: &Model) -> Margins {
    let Some(domain) = model.domain() else { return Margins { past: EDGE, future: EDGE } };
    let tail = f64::from(size::TAIL) + EDGE;
    let (mut back, mut on, mut ongoing) = (false, false, false);
    for item in model.axis().items() {
        match item.extent {
            Extent::Until { at, .. } => back |= at == domain.start,
            Extent::From { at, .. } => on |= at == domain.end,
            Extent::Ongoing { published } => {
                ongoing = true;
                back |= published == domain.start;
            }
            Extent::OngoingSince { .. } => ongoing = true,
            Extent::Exact(_) | Extent::Bounded(_) | Extent::Ordered { .. } => {}
        }
    }
    let head = if ongoing { ONGOING_HEAD + 12.0 } else { EDGE };
    Margins { past: if back { tail } else { EDGE + DOT_RADIUS }, future: if on { tail } else { head } }
}
