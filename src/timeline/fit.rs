//! The scale that shows all of a model, with room for what reaches beyond the known times.

use super::extent::Extent;
use super::mark::{DOT_RADIUS, ONGOING_HEAD};
use super::model::Model;
use super::time_scale::{Margins, TimeScale};
use super::viewport::Frames;
use crate::base::theme::size;
use crate::base::{Direction, TimePoint, TimeRange};

const DAY: i64 = 86_400;
/// The axis never spans less: one event on one day is no reason to show its minutes.
const MIN_DOMAIN: i64 = 7 * DAY;
const EDGE: f64 = 16.0;

/// The scale that shows all of a model; `unfolded` are those of its folds that stay open.
#[must_use]
pub fn fitted_scale(model: &Model, frames: &Frames, direction: Direction, unfolded: &[TimeRange]) -> TimeScale {
    let x = (frames.lanes.min_x, frames.lanes.max_x);
    TimeScale::fitted(domain(model), &closed_folds(model, unfolded), x, margins(model), direction)
}

/// The folds that are closed, in order of time.
#[must_use]
pub fn closed_folds(model: &Model, unfolded: &[TimeRange]) -> Vec<TimeRange> {
    model.folds().iter().filter(|fold| !unfolded.contains(fold)).copied().collect()
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
    let reaches_back = |extent| match extent {
        Extent::Until { at, .. } => at == domain.start,
        Extent::Ongoing { begin: None, published } => published == domain.start,
        _ => false,
    };
    let reaches_on = |extent| matches!(extent, Extent::From { at, .. } if at == domain.end);
    let extents = || model.items().iter().map(|item| item.extent);
    let ongoing = extents().any(|extent| matches!(extent, Extent::Ongoing { .. }));
    let head = if ongoing { ONGOING_HEAD + 12.0 } else { EDGE };
    Margins {
        past: if extents().any(reaches_back) { tail } else { EDGE + DOT_RADIUS },
        future: if extents().any(reaches_on) { tail } else { head },
    }
}
