//! The form of an event on the axis: what its certainty looks like, in x.
//! Knows no rows and no colours.

use super::extent::Extent;
use super::time_scale::{TimeScale, axis_time};
use crate::base::theme::size;
use crate::base::{TimePoint, TimeRange};

/// The radius of a dot, in points.
pub const DOT_RADIUS: f64 = 5.0;
/// How far the head of something ongoing reaches over the publication line.
pub const ONGOING_HEAD: f64 = 16.0;
/// How long something ongoing is drawn whose beginning is unknown.
const ONGOING_BODY: f64 = 150.0;
/// How far from its neighbour something ordered stands, at most.
const ORDERED_DISTANCE: f64 = 32.0;
/// An exact bar shorter than this becomes a dot.
const MIN_BAR: f64 = 10.0;
/// A bounded bar is never drawn shorter: its soft ends must be seen.
const MIN_SOFT_BAR: f64 = 16.0;

/// The form of a mark; `min_x` is never beyond `max_x`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// Exact, shorter than a bar.
    Dot {
        /// Its middle.
        x: f64,
    },
    /// Exact.
    Bar {
        /// The smallest x.
        min_x: f64,
        /// The largest x.
        max_x: f64,
    },
    /// Between two bounds.
    Soft {
        /// The smallest x.
        min_x: f64,
        /// The largest x.
        max_x: f64,
        /// How long each soft end is.
        soft: f64,
    },
    /// One bound: a dot and a tail that fades.
    Tail {
        /// The known bound.
        x: f64,
        /// Where the tail is gone.
        end_x: f64,
    },
    /// Still going on at publication: a body and an arrow head.
    Ongoing {
        /// Where it began, or where it fades away.
        past_x: f64,
        /// The tip of the head, beyond the publication line.
        tip_x: f64,
        /// How long the fading past end is.
        soft: f64,
    },
    /// Several events, too close to be told apart.
    Cluster {
        /// The smallest x.
        min_x: f64,
        /// The largest x.
        max_x: f64,
    },
    /// Only ordered: hollow.
    Hollow {
        /// Its middle.
        x: f64,
    },
}

impl Shape {
    /// What an extent looks like on a scale.
    #[must_use]
    pub fn of(extent: Extent, scale: &TimeScale) -> Self {
        match extent {
            Extent::Exact(range) => exact(scale.x_of(range.start), scale.x_of(range.end)),
            Extent::Bounded(range) => bounded(scale.x_of(range.start), scale.x_of(range.end)),
            Extent::From { at, limit } => tail(scale, at, limit, true),
            Extent::Until { at, limit } => tail(scale, at, limit, false),
            Extent::Ongoing { published } => ongoing(scale, published),
            Extent::OngoingSince { begin, published } => ongoing_since(scale, begin, published),
            Extent::Ordered { after, before } => Self::Hollow { x: ordered_x(scale, after, before) },
        }
    }

    /// The smallest and the largest x it covers.
    #[must_use]
    pub fn x_range(self) -> (f64, f64) {
        match self {
            Self::Dot { x } | Self::Hollow { x } => (x - DOT_RADIUS - 1.0, x + DOT_RADIUS + 1.0),
            Self::Bar { min_x, max_x } | Self::Soft { min_x, max_x, .. } | Self::Cluster { min_x, max_x } => (min_x, max_x),
            Self::Tail { x, end_x } => ((x - DOT_RADIUS).min(end_x), (x + DOT_RADIUS).max(end_x)),
            Self::Ongoing { past_x, tip_x, .. } => (past_x.min(tip_x), past_x.max(tip_x)),
        }
    }
}

fn exact(a: f64, b: f64) -> Shape {
    if (a - b).abs() < MIN_BAR {
        return Shape::Dot { x: f64::midpoint(a, b) };
    }
    Shape::Bar { min_x: a.min(b), max_x: a.max(b) }
}

fn bounded(a: f64, b: f64) -> Shape {
    let half = ((a - b).abs() / 2.0).max(MIN_SOFT_BAR / 2.0);
    let middle = f64::midpoint(a, b);
    Shape::Soft { min_x: middle - half, max_x: middle + half, soft: f64::from(size::SOFT_END).min(half) }
}

fn tail(scale: &TimeScale, at: TimePoint, limit: Option<TimePoint>, towards_future: bool) -> Shape {
    let x = scale.x_of(at);
    let sign = if towards_future { 1.0 } else { -1.0 };
    let allowed = limit.map_or(f64::INFINITY, |limit| (sign * scale.advance(x, scale.x_of(limit))).max(0.0));
    let length = f64::from(size::TAIL).min(allowed).min(scale.clear_run(axis_time(at), towards_future));
    Shape::Tail { x, end_x: scale.shifted(x, sign * length) }
}

fn ongoing(scale: &TimeScale, published: TimePoint) -> Shape {
    let line = scale.x_of(published);
    let body = ONGOING_BODY.min(scale.clear_run(axis_time(published), false));
    let tip_x = scale.shifted(line, ONGOING_HEAD);
    Shape::Ongoing { past_x: scale.shifted(line, -body), tip_x, soft: f64::from(size::TAIL).min(body) }
}

fn ongoing_since(scale: &TimeScale, begin: TimeRange, published: TimePoint) -> Shape {
    let line = scale.x_of(published);
    let tip_x = scale.shifted(line, ONGOING_HEAD);
    let past_x = scale.x_of(begin.start);
    let body = scale.advance(past_x, line).max(0.0);
    // A beginning known to the day is a hard edge; a vaguer one is as soft as it is vague.
    let vague = begin.duration_secs() > 86_400;
    let soft = if vague { scale.advance(past_x, scale.x_of(begin.end)).clamp(0.0, body) } else { 0.0 };
    Shape::Ongoing { past_x, tip_x, soft }
}

/// Close to the neighbour that is known; half-way where two neighbours are closer than that; never on a fold.
fn ordered_x(scale: &TimeScale, after: Option<TimePoint>, before: Option<TimePoint>) -> f64 {
    let room = |at: TimePoint, future| (scale.clear_run(axis_time(at), future) - 2.0 * DOT_RADIUS).max(0.0);
    match (after, before) {
        (Some(after), Some(before)) => {
            let x = scale.x_of(after);
            let gap = scale.advance(x, scale.x_of(before)).max(0.0);
            scale.shifted(x, ORDERED_DISTANCE.min(gap / 2.0).min(room(after, true)))
        }
        (Some(after), None) => scale.shifted(scale.x_of(after), ORDERED_DISTANCE.min(room(after, true))),
        (None, Some(before)) => scale.shifted(scale.x_of(before), -ORDERED_DISTANCE.min(room(before, false))),
        // No extent is made of nothing; should one come, it stands where it is seen to be none.
        (None, None) => scale.past_edge(),
    }
}
