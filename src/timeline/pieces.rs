//! Time ↔ position along the axis: spans with a rate of their own, and folds between them.
//! Positions are points towards the future from an origin, a second that the view stays near: from the beginning of the world a
//! second of today would be lost in the rounding. Knows neither screen nor direction.

mod blended;
mod piece;

use self::piece::Piece;
use crate::base::{TimePoint, TimeRange};

/// The room that a fold takes, in points.
pub(super) const FOLD_WIDTH: f64 = 60.0;

/// A span of time that is shown; what lies between two of them is folded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// What it shows; never empty.
    pub range: TimeRange,
    /// How much of the axis it takes, of 1 for all spans together.
    pub share: f64,
}

/// A time, however far from today, as finely as the view near it needs it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Instant {
    near: TimePoint,
    /// Seconds from there.
    secs: f64,
}

/// The spans of an axis, and how many points they take.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pieces {
    /// Inside one of the spans.
    origin: TimePoint,
    /// In order of time, never empty.
    list: Vec<Piece>,
    /// How many points all spans take together, folds not counted.
    pub(super) extent: f64,
}

/// A time as the axis counts it.
#[must_use]
pub fn axis_time(point: TimePoint) -> f64 {
    point.0 as f64
}

/// The second that a time of the axis lies in.
#[must_use]
pub fn time_point(axis_time: f64) -> TimePoint {
    TimePoint(whole_seconds(axis_time))
}

/// Whole seconds, rounded down; what is beyond `i64` becomes its end.
#[expect(clippy::cast_possible_truncation, reason = "a saturating conversion of a floored number is what is meant")]
pub(super) fn whole_seconds(secs: f64) -> i64 {
    secs.floor() as i64
}

/// The seconds from one time to another.
fn seconds_between(from: TimePoint, to: TimePoint) -> f64 {
    axis_time(TimePoint(to.0.saturating_sub(from.0)))
}

impl Instant {
    /// A time as the axis counts it.
    pub(super) fn at(time: f64) -> Self {
        let near = time_point(time);
        Self { near, secs: time - axis_time(near) }
    }

    /// The beginning of a second.
    pub(super) fn of(near: TimePoint) -> Self {
        Self { near, secs: 0.0 }
    }

    /// The seconds from another time to it.
    fn secs_from(self, other: TimePoint) -> f64 {
        seconds_between(other, self.near) + self.secs
    }
}

impl Pieces {
    /// Of spans in order of time; the origin is the earliest time.
    pub(super) fn new(spans: &[Span]) -> Self {
        let nothing = [Span { range: TimeRange { start: TimePoint(0), end: TimePoint(1) }, share: 1.0 }];
        let spans = if spans.is_empty() { &nothing } else { spans };
        let with_fold = |(at, span): (usize, &Span)| (span.range, span.share.max(1e-6), if at == 0 { 0.0 } else { FOLD_WIDTH });
        Self::assembled(spans[0].range.start, &spans.iter().enumerate().map(with_fold).collect::<Vec<_>>(), 1.0)
    }

    /// Of ranges with their shares and the points that the fold before each takes. Counted outwards from the origin.
    fn assembled(origin: TimePoint, parts: &[(TimeRange, f64, f64)], extent: f64) -> Self {
        let home = parts.partition_point(|(range, ..)| range.start <= origin).saturating_sub(1);
        let mut list = vec![Piece::around(origin, parts[home].0, parts[home].1)];
        for at in (0..home).rev() {
            let next = Piece::ahead_of(&list[0], parts[at + 1].2, parts[at].0, parts[at].1);
            list.insert(0, next);
        }
        for part in &parts[home + 1..] {
            let next = Piece::behind(&list[list.len() - 1], part.2, part.0, part.1);
            list.push(next);
        }
        Self { origin, list, extent }
    }

    /// The parts that it was assembled of.
    fn parts(&self) -> Vec<(TimeRange, f64, f64)> {
        let fold_before = |at: usize| at.checked_sub(1).map_or(0.0, |last| self.fold_width(last));
        self.list.iter().enumerate().map(|(at, piece)| (piece.range, piece.share, fold_before(at))).collect()
    }

    /// The same, counted from another second inside a span.
    pub(super) fn counted_from(&self, origin: TimePoint) -> Self {
        Self::assembled(origin, &self.parts(), self.extent)
    }

    /// The earliest second.
    pub(super) fn earliest(&self) -> TimePoint {
        self.list[0].range.start
    }

    /// The second of a time, or the nearest one inside a span.
    pub(super) fn second_of(&self, time: Instant) -> TimePoint {
        let range = self.list[self.of_time(time)].range;
        let second = TimePoint(time.near.0.saturating_add(whole_seconds(time.secs)));
        second.clamp(range.start, range.end.max(range.start))
    }

    /// The same of what stands at a position.
    pub(super) fn second_near(&self, position: f64) -> TimePoint {
        self.second_of(self.instant_at(position))
    }

    /// Other spans on as many points.
    pub(super) fn respanned(&self, spans: &[Span]) -> Self {
        Self { extent: self.extent, ..Self::new(spans) }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// What is hidden between the pieces.
    pub(super) fn hidden(&self) -> impl Iterator<Item = TimeRange> {
        self.list.windows(2).map(|pair| TimeRange { start: pair[0].range.end, end: pair[1].range.start })
    }

    /// How many points all folds take.
    pub(super) fn folds_width(&self) -> f64 {
        self.list[self.list.len() - 1].folds - self.list[0].folds
    }

    /// How many points the fold after a piece takes.
    pub(super) fn fold_width(&self, at: usize) -> f64 {
        self.list.get(at + 1).map_or(0.0, |next| next.folds - self.list[at].folds)
    }

    /// The position of the earliest time.
    pub(super) fn start(&self) -> f64 {
        self.start_of(0)
    }

    /// The position of the latest time.
    pub(super) fn end(&self) -> f64 {
        self.end_of(self.list.len() - 1)
    }

    /// The share of the axis that a second takes at a time.
    pub(super) fn share_of_second(&self, time: Instant) -> f64 {
        self.list[self.of_time(time)].share_of_second()
    }

    /// How many points a second takes where it takes most.
    pub(super) fn fastest_px_per_sec(&self) -> f64 {
        self.list.iter().map(Piece::share_of_second).fold(0.0, f64::max) * self.extent
    }

    /// How many points a second takes at a time.
    pub(super) fn px_per_sec(&self, time: f64) -> f64 {
        self.share_of_second(Instant::at(time)) * self.extent
    }

    /// Where a piece begins.
    pub(super) fn start_of(&self, at: usize) -> f64 {
        self.list[at].before * self.extent + self.list[at].folds
    }

    /// Where a piece ends and a fold begins.
    pub(super) fn end_of(&self, at: usize) -> f64 {
        self.list[at].after * self.extent + self.list[at].folds
    }

    /// The last piece that begins at or before a time; the first one for earlier times.
    pub(super) fn of_time(&self, time: Instant) -> usize {
        self.list.partition_point(|piece| time.secs_from(piece.range.start) >= 0.0).saturating_sub(1)
    }

    /// The last piece that begins at or before a position; the first one for earlier ones.
    pub(super) fn of_position(&self, position: f64) -> usize {
        self.list.partition_point(|piece| piece.before * self.extent + piece.folds <= position).saturating_sub(1)
    }

    /// Points from the origin, towards the future. Inside a fold in proportion; beyond the ends at the rate of the end.
    pub(super) fn position(&self, time: Instant) -> f64 {
        let at = self.of_time(time);
        let piece = &self.list[at];
        let into_fold = time.secs_from(piece.range.end);
        match self.list.get(at + 1) {
            Some(next) if into_fold > 0.0 => {
                self.end_of(at) + self.fold_width(at) * into_fold / seconds_between(piece.range.end, next.range.start)
            }
            _ => piece.share_at(time) * self.extent + piece.folds,
        }
    }

    /// The time at a position.
    pub(super) fn instant_at(&self, position: f64) -> Instant {
        let at = self.of_position(position);
        let piece = &self.list[at];
        let into_fold = position - self.end_of(at);
        match self.list.get(at + 1) {
            Some(next) if into_fold > 0.0 => {
                let hidden = seconds_between(piece.range.end, next.range.start);
                Instant { near: piece.range.end, secs: hidden * into_fold / self.fold_width(at) }
            }
            _ => piece.instant_at((position - piece.folds) / self.extent),
        }
    }

    /// The time at a position as the axis counts it.
    pub(super) fn time_at(&self, position: f64) -> f64 {
        let Instant { near, secs } = self.instant_at(position);
        axis_time(near) + secs
    }

    /// The share of the axis from the origin to a time, folds not counted.
    pub(super) fn share_to(&self, time: f64) -> f64 {
        let time = Instant::at(time);
        let at = self.of_time(time);
        // A fold has no share; beyond the latest time the axis goes on.
        let share = self.list[at].share_at(time);
        if at + 1 < self.list.len() { share.min(self.list[at].after) } else { share }
    }
}
