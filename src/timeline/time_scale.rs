//! Time ↔ screen mapping of the timeline: direction, zoom, folds.
//! The one place that knows which way time runs on the screen. Knows no panels: whoever calls it pans and zooms.

mod moving;

use super::pieces::{Instant, Pieces};
pub use super::pieces::{Span, axis_time, time_point};
use crate::base::{Direction, TimePoint, TimeRange};

/// On each side of a fold, in points: room for a mark that stands at its edge.
const FOLD_PADDING: f64 = 8.0;
/// The axis never shows less than it would at this width, however narrow the panel.
const MIN_WIDTH: f64 = 64.0;

/// Free room beyond the earliest and the latest time, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margins {
    /// Before the earliest time.
    pub past: f64,
    /// After the latest time.
    pub future: f64,
}

/// Maps time to x and back. Between folds time is linear; each span has a rate of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeScale {
    direction: Direction,
    min_x: f64,
    max_x: f64,
    margins: Margins,
    pieces: Pieces,
    /// The position that stands at the past edge of the axis.
    scroll: f64,
}

impl TimeScale {
    /// A scale that shows all of some spans (in order of time, apart) between two x.
    #[must_use]
    pub fn fitted(spans: &[Span], x: (f64, f64), margins: Margins, direction: Direction) -> Self {
        let mut scale =
            Self { direction, min_x: x.0.min(x.1), max_x: x.0.max(x.1), margins, pieces: Pieces::new(spans), scroll: 0.0 };
        scale.fit();
        scale
    }

    /// Which way time runs.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The smallest and the largest x of the axis.
    #[must_use]
    pub fn x_range(&self) -> (f64, f64) {
        (self.min_x, self.max_x)
    }

    /// How many points a second takes at a time (outside folds).
    #[must_use]
    pub fn px_per_sec(&self, time: f64) -> f64 {
        self.pieces.px_per_sec(time)
    }

    /// How many points a second takes where it takes most.
    #[must_use]
    pub fn fastest_px_per_sec(&self) -> f64 {
        self.pieces.fastest_px_per_sec()
    }

    /// The x at which the axis shows its earliest time.
    #[must_use]
    pub fn past_edge(&self) -> f64 {
        if self.direction.is_rtl() { self.max_x } else { self.min_x }
    }

    /// The x at which the axis shows its latest time.
    #[must_use]
    pub fn future_edge(&self) -> f64 {
        if self.direction.is_rtl() { self.min_x } else { self.max_x }
    }

    /// Where a time stands; beyond the axis, too.
    #[must_use]
    pub fn x_from_time(&self, time: f64) -> f64 {
        self.x_from_position(self.pieces.position(Instant::at(time)))
    }

    /// Where a second begins: to a hair, however far from today it is.
    #[must_use]
    pub fn x_of(&self, point: TimePoint) -> f64 {
        self.x_from_position(self.pieces.position(Instant::of(point)))
    }

    /// The time that stands at an x; inside a fold, in proportion.
    #[must_use]
    pub fn time_from_x(&self, x: f64) -> f64 {
        self.pieces.time_at(self.position_from_x(x))
    }

    /// An x so many points further towards the future; negative: towards the past.
    #[must_use]
    pub fn shifted(&self, x: f64, towards_future: f64) -> f64 {
        if self.direction.is_rtl() { x - towards_future } else { x + towards_future }
    }

    /// How many points `to` lies further towards the future than `from`.
    #[must_use]
    pub fn advance(&self, from: f64, to: f64) -> f64 {
        if self.direction.is_rtl() { from - to } else { to - from }
    }

    /// The times at the past and the future edge of the axis, widened by so many points on each side.
    #[must_use]
    pub fn window(&self, widened_by: f64) -> (f64, f64) {
        let past = self.pieces.time_at(self.scroll - widened_by);
        let future = self.pieces.time_at(self.scroll + self.width() + widened_by);
        (past, future)
    }

    /// The smallest and the largest x that anything may take: all of the domain and its margins.
    #[must_use]
    pub fn content_x(&self) -> (f64, f64) {
        let (past, future) = self.ends();
        let (past, future) = (self.x_from_position(past), self.x_from_position(future));
        (past.min(future), past.max(future))
    }

    /// The folds and where they stand: the hidden span, the smallest and the largest x.
    pub fn folds(&self) -> impl Iterator<Item = (TimeRange, (f64, f64))> {
        self.pieces.hidden().enumerate().map(|(at, hidden)| {
            let start = self.pieces.end_of(at);
            let (start, end) = (start + FOLD_PADDING, start + self.pieces.fold_width(at) - FOLD_PADDING);
            let (a, b) = (self.x_from_position(start), self.x_from_position(end));
            (hidden, (a.min(b), a.max(b)))
        })
    }

    /// How many points lie between a time and the next fold or the end of the content, towards the future or the past.
    #[must_use]
    pub fn clear_run(&self, time: f64, towards_future: bool) -> f64 {
        let time = Instant::at(time);
        let ((start, end), position) = (self.free_around(self.pieces.of_time(time)), self.pieces.position(time));
        if towards_future { (end - position).max(0.0) } else { (position - start).max(0.0) }
    }

    /// The x between the folds (or the edges of the content) around an x.
    #[must_use]
    pub fn free_x(&self, x: f64) -> (f64, f64) {
        let (start, end) = self.free_around(self.pieces.of_position(self.position_from_x(x)));
        let (a, b) = (self.x_from_position(start), self.x_from_position(end));
        (a.min(b), a.max(b))
    }

    /// The positions between the folds (or the ends of the content) around a span.
    fn free_around(&self, at: usize) -> (f64, f64) {
        let past = if at == 0 { self.margins.past } else { 0.0 };
        let future = if at + 1 == self.pieces.len() { self.margins.future } else { 0.0 };
        (self.pieces.start_of(at) - past, self.pieces.end_of(at) + future)
    }

    /// The first and the last position that anything may take.
    fn ends(&self) -> (f64, f64) {
        (self.pieces.start() - self.margins.past, self.pieces.end() + self.margins.future)
    }

    fn width(&self) -> f64 {
        (self.max_x - self.min_x).max(MIN_WIDTH)
    }

    fn x_from_position(&self, position: f64) -> f64 {
        self.shifted(self.past_edge(), position - self.scroll)
    }

    fn position_from_x(&self, x: f64) -> f64 {
        self.scroll + self.advance(self.past_edge(), x)
    }
}

#[cfg(test)]
mod tests;
