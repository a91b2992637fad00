//! Time ↔ position along the axis: spans with a rate of their own, and folds between them.
//! Knows neither screen nor direction: positions are points from the earliest time towards the future.

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

/// A span as the scale counts it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Piece {
    range: TimeRange,
    /// Seconds from the origin.
    start: f64,
    end: f64,
    share: f64,
    /// The shares of all pieces before it.
    before: f64,
    /// The points that all folds before it take.
    folds_before: f64,
}

/// The spans of an axis, and how many points they take.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pieces {
    /// The earliest time; positions are counted from it.
    origin: f64,
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

impl Pieces {
    /// Of spans in order of time.
    pub(super) fn new(spans: &[Span]) -> Self {
        let origin = spans.first().map_or(0.0, |span| axis_time(span.range.start));
        let mut before = 0.0;
        let mut list = Vec::with_capacity(spans.len().max(1));
        for span in spans {
            let start = axis_time(span.range.start) - origin;
            let end = (axis_time(span.range.end) - origin).max(start + 1.0);
            let share = span.share.max(1e-6);
            let folds_before = folds_width(list.len());
            list.push(Piece { range: span.range, start, end, share, before, folds_before });
            before += share;
        }
        if list.is_empty() {
            let range = TimeRange { start: TimePoint(0), end: TimePoint(1) };
            list.push(Piece { range, start: 0.0, end: 1.0, share: 1.0, before: 0.0, folds_before: 0.0 });
        }
        Self { origin, list, extent: 1.0 }
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
        self.list.last().map_or(0.0, |piece| piece.folds_before)
    }

    /// How many points the fold after a piece takes.
    pub(super) fn fold_width(&self, at: usize) -> f64 {
        self.list.get(at + 1).map_or(0.0, |next| next.folds_before - self.list[at].folds_before)
    }

    /// The position of the latest time.
    pub(super) fn end(&self) -> f64 {
        self.end_of(self.list.len() - 1)
    }

    /// The share of the axis that a second takes where it takes least.
    pub(super) fn slowest_share(&self) -> f64 {
        self.list.iter().map(|piece| piece.share / (piece.end - piece.start)).fold(f64::INFINITY, f64::min)
    }

    /// How many points a second takes where it takes most.
    pub(super) fn fastest_px_per_sec(&self) -> f64 {
        self.list.iter().map(|piece| self.rate(piece)).fold(0.0, f64::max)
    }

    /// How many points a second takes at a time.
    pub(super) fn px_per_sec(&self, time: f64) -> f64 {
        self.rate(&self.list[self.of_time(time)])
    }

    /// Where a piece begins.
    pub(super) fn start_of(&self, at: usize) -> f64 {
        self.list[at].before * self.extent + self.list[at].folds_before
    }

    /// Where a piece ends and a fold begins.
    pub(super) fn end_of(&self, at: usize) -> f64 {
        self.start_of(at) + self.list[at].share * self.extent
    }

    /// Points a second takes in a piece.
    fn rate(&self, piece: &Piece) -> f64 {
        piece.share * self.extent / (piece.end - piece.start)
    }

    /// The last piece that begins at or before a time; the first one for earlier times.
    pub(super) fn of_time(&self, time: f64) -> usize {
        let secs = time - self.origin;
        self.list.partition_point(|piece| piece.start <= secs).saturating_sub(1)
    }

    /// The last piece that begins at or before a position; the first one for earlier ones.
    pub(super) fn of_position(&self, position: f64) -> usize {
        let (mut low, mut high) = (0, self.list.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.start_of(middle) <= position { low = middle + 1 } else { high = middle }
        }
        low.saturating_sub(1)
    }

    /// Points from the origin, towards the future. Inside a fold in proportion; beyond the ends at the rate of the end.
    pub(super) fn position(&self, time: f64) -> f64 {
        let secs = time - self.origin;
        let at = self.of_time(time);
        let piece = &self.list[at];
        match self.list.get(at + 1) {
            Some(next) if secs > piece.end => {
                self.end_of(at) + self.fold_width(at) * (secs - piece.end) / (next.start - piece.end)
            }
            _ => self.start_of(at) + (secs - piece.start) * self.rate(piece),
        }
    }

    /// The time at a position.
    pub(super) fn time_at(&self, position: f64) -> f64 {
        let at = self.of_position(position);
        let piece = &self.list[at];
        let into_fold = position - self.end_of(at);
        let secs = match self.list.get(at + 1) {
            Some(next) if into_fold > 0.0 => piece.end + (next.start - piece.end) * into_fold / self.fold_width(at),
            _ => piece.start + (position - self.start_of(at)) / self.rate(piece),
        };
        self.origin + secs
    }

    /// The share of the axis that lies before a time, folds not counted.
    pub(super) fn share_before(&self, time: f64) -> f64 {
        let secs = time - self.origin;
        let at = self.of_time(time);
        let piece = &self.list[at];
        let into = (secs - piece.start) / (piece.end - piece.start);
        // A fold has no share; beyond the latest time the axis goes on.
        piece.before + piece.share * if at + 1 < self.list.len() { into.min(1.0) } else { into }
    }
}

impl Pieces {
    /// On the way from these pieces to others, at a share from 0 to 1 of the way: each time stands as far between its two
    /// positions. A fold that only one of the two has opens or closes. `None` where their times have no common division.
    pub(super) fn blended(&self, to: &Self, share: f64) -> Option<Self> {
        let fine = if self.list.len() >= to.list.len() { self } else { to };
        if !(self.is_divided_by(fine) && to.is_divided_by(fine)) {
            return None;
        }
        let length = |start: f64, end: f64| {
            let of = |pieces: &Self| pieces.position(fine.origin + end) - pieces.position(fine.origin + start);
            of(self) + (of(to) - of(self)) * share
        };
        let lengths: Vec<f64> = fine.list.iter().map(|piece| length(piece.start, piece.end)).collect();
        let extent: f64 = lengths.iter().sum();
        let (mut before, mut folds_before) = (0.0, 0.0);
        let mut list: Vec<Piece> = Vec::with_capacity(fine.list.len());
        for (piece, length_of_piece) in fine.list.iter().zip(lengths) {
            folds_before += list.last().map_or(0.0, |last: &Piece| length(last.end, piece.start));
            let share = length_of_piece / extent;
            list.push(Piece { share, before, folds_before, ..*piece });
            before += share;
        }
        Some(Self { origin: fine.origin, list, extent })
    }

    /// Whether each of its ends is one of the other's, and both span the same time.
    fn is_divided_by(&self, fine: &Self) -> bool {
        let has = |end: &dyn Fn(&Piece) -> TimePoint, of: &Piece| fine.list.iter().any(|piece| end(piece) == end(of));
        let start = |piece: &Piece| piece.range.start;
        let end = |piece: &Piece| piece.range.end;
        let whole = |pieces: &Self| pieces.list.first().map(start).zip(pieces.list.last().map(end));
        whole(self) == whole(fine) && self.list.iter().all(|piece| has(&start, piece) && has(&end, piece))
    }
}

/// How many points so many folds take.
fn folds_width(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) * FOLD_WIDTH
}
