//! The way from one division of the axis to another.

use super::{Instant, Piece, Pieces};
use crate::base::{TimePoint, TimeRange};

impl Pieces {
    /// On the way from these pieces to others that are counted from the same origin, at a share from 0 to 1 of the way: each
    /// time stands as far between its two positions. A fold that only one of the two has opens or closes. `None` where their
    /// times have no common division, or are counted from different origins.
    pub(in crate::timeline) fn blended(&self, to: &Self, share: f64) -> Option<Self> {
        let (fine, coarse) = self.by_fineness(to);
        if self.origin != to.origin || !coarse.is_divided_by(fine) {
            return None;
        }
        let length = |start: TimePoint, end: TimePoint| {
            let of = |pieces: &Self| pieces.position(Instant::of(end)) - pieces.position(Instant::of(start));
            of(self) + (of(to) - of(self)) * share
        };
        let lengths: Vec<f64> = fine.list.iter().map(|piece| length(piece.range.start, piece.range.end)).collect();
        let extent: f64 = lengths.iter().sum();
        let fold_before = |at: usize| {
            let last = at.checked_sub(1).map(|last| fine.list[last].range.end);
            last.map_or(0.0, |end| length(end, fine.list[at].range.start))
        };
        let parts: Vec<(TimeRange, f64, f64)> = (fine.list.iter().zip(lengths).enumerate())
            .map(|(at, (piece, length))| (piece.range, length / extent, fold_before(at)))
            .collect();
        Some(Self::assembled(self.origin, &parts, extent))
    }

    /// A second from which both can be counted: near what is shown of the closer one, inside a span of each.
    pub(in crate::timeline) fn common_origin(&self, other: &Self) -> TimePoint {
        let (fine, _) = self.by_fineness(other);
        let closer = if self.extent >= other.extent { self.origin } else { other.origin };
        let is_shown = fine.list.iter().any(|piece| (piece.range.start..=piece.range.end).contains(&closer));
        if is_shown { closer } else { fine.origin }
    }

    /// The one with more folds, and the other.
    fn by_fineness<'a>(&'a self, other: &'a Self) -> (&'a Self, &'a Self) {
        if self.list.len() >= other.list.len() { (self, other) } else { (other, self) }
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
