//! Time ↔ screen mapping of the timeline: direction, zoom, folds.
//! The one place that knows which way time runs on the screen. Knows no panels: whoever calls it pans and zooms.

use super::pieces::Pieces;
pub use super::pieces::{Span, axis_time, time_point};
use crate::base::{Direction, TimePoint, TimeRange};

/// On each side of a fold, in points: room for a mark that stands at its edge.
const FOLD_PADDING: f64 = 8.0;
/// The largest scale: a second fills 24 points.
const MAX_PX_PER_SEC: f64 = 24.0;
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
    /// The position, in points from the origin, that stands at the past edge of the axis.
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
        self.x_from_position(self.pieces.position(time))
    }

    /// Where a second begins.
    #[must_use]
    pub fn x_of(&self, point: TimePoint) -> f64 {
        self.x_from_time(axis_time(point))
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
        let past = self.x_from_position(-self.margins.past);
        let future = self.x_from_position(self.pieces.end() + self.margins.future);
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
        let (at, position) = (self.pieces.of_time(time), self.pieces.position(time));
        let last = at + 1 == self.pieces.len();
        if towards_future {
            return (self.pieces.end_of(at) + if last { self.margins.future } else { 0.0 } - position).max(0.0);
        }
        (position - self.pieces.start_of(at) + if at == 0 { self.margins.past } else { 0.0 }).max(0.0)
    }

    /// The x between the folds (or the edges of the content) around an x.
    #[must_use]
    pub fn free_x(&self, x: f64) -> (f64, f64) {
        let at = self.pieces.of_position(self.position_from_x(x));
        let start = if at == 0 { -self.margins.past } else { self.pieces.start_of(at) };
        let end = self.pieces.end_of(at) + if at + 1 == self.pieces.len() { self.margins.future } else { 0.0 };
        let (a, b) = (self.x_from_position(start), self.x_from_position(end));
        (a.min(b), a.max(b))
    }

    /// Shows all of the spans.
    pub fn fit(&mut self) {
        self.pieces.extent = self.fitting_extent();
        self.scroll = -self.margins.past;
        self.clamp();
    }

    /// Whether all of the spans are shown.
    #[must_use]
    pub fn is_fitted(&self) -> bool {
        self.pieces.extent <= self.fitting_extent() * (1.0 + 1e-9)
    }

    /// Zooms so that the time at `x` stays there, as far as nothing gets lost beyond the edges.
    pub fn zoom_at(&mut self, x: f64, factor: f64) {
        if !factor.is_finite() || factor <= 0.0 {
            return;
        }
        let time = self.time_from_x(x);
        self.set_extent(self.pieces.extent * factor);
        self.bring(time, x);
    }

    /// Moves the content by so many points of the screen, as a hand does that drags it.
    pub fn pan(&mut self, dx: f64) {
        if dx.is_finite() {
            self.scroll -= self.advance(0.0, dx);
            self.clamp();
        }
    }

    /// How far the view is from the earliest to the latest time, from 0 to 1; 0 where all is shown.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let (least, most) = self.scroll_range();
        if most > least { (self.scroll - least) / (most - least) } else { 0.0 }
    }

    /// Moves the view so far, from 0 to 1.
    pub fn set_progress(&mut self, progress: f64) {
        let (least, most) = self.scroll_range();
        self.scroll = least + progress.clamp(0.0, 1.0) * (most - least);
    }

    /// Moves the view towards the future by a share of what it shows.
    pub fn advance_by(&mut self, share: f64) {
        self.scroll += share * self.width();
        self.clamp();
    }

    /// Puts a time into the middle.
    pub fn center_on(&mut self, time: f64) {
        self.bring(time, f64::midpoint(self.min_x, self.max_x));
    }

    /// Shows a span of time in the middle, with room on both sides.
    pub fn zoom_to(&mut self, start: f64, end: f64) {
        let share = self.pieces.share_before(end) - self.pieces.share_before(start);
        self.set_extent(self.width() * 0.6 / share.max(1e-12));
        self.center_on(f64::midpoint(start, end));
    }

    /// Shows a span of time from edge to edge, as near as may be.
    pub fn show(&mut self, start: f64, end: f64) {
        let share = self.pieces.share_before(end) - self.pieces.share_before(start);
        let folds = self.pieces.position(end) - self.pieces.position(start) - share * self.pieces.extent;
        self.set_extent((self.width() - folds).max(MIN_WIDTH / 2.0) / share.max(1e-12));
        self.bring(start, self.past_edge());
    }

    /// On the way to another view of the same times, at a share from 0 to 1 of the way: each time stands as far between its
    /// two places. `None` where there is no such way.
    #[must_use]
    pub fn blended(&self, to: &Self, share: f64) -> Option<Self> {
        if self.direction != to.direction || self.x_range() != to.x_range() {
            return None;
        }
        // While something grows, even steps of its size look uneven; even steps of its logarithm look even.
        let growth = to.pieces.extent / self.pieces.extent;
        let share = if (growth - 1.0).abs() < 1e-6 { share } else { (growth.powf(share) - 1.0) / (growth - 1.0) };
        let scroll = self.scroll + (to.scroll - self.scroll) * share;
        Some(Self { pieces: self.pieces.blended(&to.pieces, share)?, scroll, ..to.clone() })
    }

    /// The same view between other x; a fitted one stays fitted.
    pub fn resize(&mut self, x: (f64, f64)) {
        let fitted = self.is_fitted();
        let middle = self.time_from_x(f64::midpoint(self.min_x, self.max_x));
        (self.min_x, self.max_x) = (x.0.min(x.1), x.0.max(x.1));
        self.set_extent(self.pieces.extent);
        if fitted { self.fit() } else { self.center_on(middle) }
    }

    /// Other spans; the time at `x` stays there.
    pub fn refold(&mut self, spans: &[Span], x: f64) {
        let fitted = self.is_fitted();
        let time = self.time_from_x(x);
        self.pieces = self.pieces.respanned(spans);
        self.set_extent(self.pieces.extent);
        if fitted { self.fit() } else { self.bring(time, x) }
    }

    /// Time runs the other way; what is in the middle stays there.
    pub fn set_direction(&mut self, direction: Direction) {
        let middle = self.time_from_x(f64::midpoint(self.min_x, self.max_x));
        self.direction = direction;
        self.center_on(middle);
    }

    /// The same axis, all of it shown: what the overview strip is drawn by.
    #[must_use]
    pub fn overview(&self) -> Self {
        let mut overview = self.clone();
        overview.fit();
        overview
    }

    fn bring(&mut self, time: f64, x: f64) {
        let from_past_edge = self.position_from_x(x) - self.scroll;
        self.scroll = self.pieces.position(time) - from_past_edge;
        self.clamp();
    }

    fn clamp(&mut self) {
        let (least, most) = self.scroll_range();
        self.scroll = self.scroll.clamp(least, most);
    }

    fn scroll_range(&self) -> (f64, f64) {
        let least = -self.margins.past;
        (least, (self.pieces.end() + self.margins.future - self.width()).max(least))
    }

    fn width(&self) -> f64 {
        (self.max_x - self.min_x).max(MIN_WIDTH)
    }

    fn fitting_extent(&self) -> f64 {
        let folds = self.pieces.folds_width();
        (self.width() - self.margins.past - self.margins.future - folds).max(MIN_WIDTH / 2.0)
    }

    /// Never less than all, never more than the slowest span needs to show minutes.
    fn set_extent(&mut self, extent: f64) {
        let least = self.fitting_extent();
        self.pieces.extent = extent.clamp(least, least.max(MAX_PX_PER_SEC / self.pieces.slowest_share()));
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
