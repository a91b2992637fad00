//! One span of the axis, and where it lies from the origin.

use super::{Instant, seconds_between};
use crate::base::{TimePoint, TimeRange};

/// A span as the scale counts it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Piece {
    pub(super) range: TimeRange,
    pub(super) share: f64,
    /// The shares of the axis from the origin to its start and to its end: negative before the origin.
    pub(super) before: f64,
    pub(super) after: f64,
    /// The points that the folds between it and the origin take: negative before the origin.
    pub(super) folds: f64,
    /// The moment of it that is nearest to the origin, and its share from there. Times are counted from it, not from the origin:
    /// the difference of two large numbers is no small number any more.
    near: (TimePoint, f64),
}

impl Piece {
    /// The one that holds the origin.
    pub(super) fn around(origin: TimePoint, range: TimeRange, share: f64) -> Self {
        let of_second = share / length(range);
        let before = seconds_between(origin, range.start) * of_second;
        let after = if range.start < range.end { seconds_between(origin, range.end) * of_second } else { share };
        Self { range, share, before, after, folds: 0.0, near: (origin, 0.0) }
    }

    /// One that follows after another one and a fold.
    pub(super) fn behind(last: &Self, fold: f64, range: TimeRange, share: f64) -> Self {
        let before = last.after;
        Self { range, share, before, after: before + share, folds: last.folds + fold, near: (range.start, before) }
    }

    /// One that another one follows after a fold.
    pub(super) fn ahead_of(next: &Self, fold: f64, range: TimeRange, share: f64) -> Self {
        let after = next.before;
        Self { range, share, before: after - share, after, folds: next.folds - fold, near: (range.end, after) }
    }

    /// The share of the axis that a second takes.
    pub(super) fn share_of_second(&self) -> f64 {
        self.share / length(self.range)
    }

    /// The share of the axis from the origin to a time, at the rate of this piece.
    pub(super) fn share_at(&self, time: Instant) -> f64 {
        let (near, share) = self.near;
        share + time.secs_from(near) * self.share_of_second()
    }

    /// The time that is such a share of the axis away from the origin, at the rate of this piece.
    pub(super) fn instant_at(&self, share: f64) -> Instant {
        let (near, before) = self.near;
        Instant { near, secs: (share - before) / self.share_of_second() }
    }
}

/// In seconds; nothing is shorter than one.
fn length(range: TimeRange) -> f64 {
    seconds_between(range.start, range.end).max(1.0)
}
