//! How the view of the scale is moved: zoomed, panned, fitted, folded, turned round.
//! After each movement positions are counted from a second that is in view, so that nothing is rounded there.

use super::super::pieces::{Instant, Pieces, Span};
use super::{MIN_WIDTH, TimeScale};
use crate::base::{Direction, TimePoint};

/// The largest scale: a second fills 24 points.
const MAX_PX_PER_SEC: f64 = 24.0;
/// No span of time is shown that takes less of the axis: far less than a second of the age of the world.
const LEAST_SHARE: f64 = 1e-20;

impl TimeScale {
    /// Shows all of the spans.
    pub fn fit(&mut self) {
        self.count_from(self.pieces.earliest());
        self.pieces.extent = self.fitting_extent();
        self.scroll = self.ends().0;
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
        let time = self.instant_at_x(x);
        self.count_near(time);
        self.set_extent(self.pieces.extent * factor, time);
        self.bring(time, x);
    }

    /// Moves the content by so many points of the screen, as a hand does that drags it.
    pub fn pan(&mut self, dx: f64) {
        if dx.is_finite() {
            self.scroll_to(self.scroll - self.advance(0.0, dx));
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
        self.scroll_to(least + progress.clamp(0.0, 1.0) * (most - least));
    }

    /// Moves the view towards the future by a share of what it shows.
    pub fn advance_by(&mut self, share: f64) {
        self.scroll_to(self.scroll + share * self.width());
    }

    /// Puts a time into the middle.
    pub fn center_on(&mut self, time: f64) {
        self.bring(Instant::at(time), self.middle_x());
    }

    /// Shows a span of time in the middle, with room on both sides.
    pub fn zoom_to(&mut self, start: f64, end: f64) {
        self.count_near(Instant::at(start));
        let share = self.pieces.share_to(end) - self.pieces.share_to(start);
        self.set_extent(self.width() * 0.6 / share.max(LEAST_SHARE), Instant::at(start));
        self.center_on(f64::midpoint(start, end));
    }

    /// Shows a span of time from edge to edge, as near as may be.
    pub fn show(&mut self, start: f64, end: f64) {
        let (from, to) = (Instant::at(start), Instant::at(end));
        self.count_near(from);
        let share = self.pieces.share_to(end) - self.pieces.share_to(start);
        let folds = self.pieces.position(to) - self.pieces.position(from) - share * self.pieces.extent;
        self.set_extent((self.width() - folds).max(MIN_WIDTH / 2.0) / share.max(LEAST_SHARE), from);
        self.bring(from, self.past_edge());
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
        let origin = self.pieces.common_origin(&to.pieces);
        let ((from, from_scroll), (to_pieces, to_scroll)) = (self.counted_from(origin), to.counted_from(origin));
        let scroll = from_scroll + (to_scroll - from_scroll) * share;
        Some(Self { pieces: from.blended(&to_pieces, share)?, scroll, ..to.clone() })
    }

    /// The same view between other x; a fitted one stays fitted.
    pub fn resize(&mut self, x: (f64, f64)) {
        let fitted = self.is_fitted();
        let middle = self.instant_at_x(self.middle_x());
        (self.min_x, self.max_x) = (x.0.min(x.1), x.0.max(x.1));
        self.keep_extent();
        if fitted { self.fit() } else { self.bring(middle, self.middle_x()) }
    }

    /// Other spans; the time at `x` stays there.
    pub fn refold(&mut self, spans: &[Span], x: f64) {
        let fitted = self.is_fitted();
        let time = self.instant_at_x(x);
        self.pieces = self.pieces.respanned(spans);
        self.keep_extent();
        if fitted { self.fit() } else { self.bring(time, x) }
    }

    /// Time runs the other way; what is in the middle stays there.
    pub fn set_direction(&mut self, direction: Direction) {
        let middle = self.instant_at_x(self.middle_x());
        self.direction = direction;
        self.bring(middle, self.middle_x());
    }

    /// The same axis, all of it shown: what the overview strip is drawn by.
    #[must_use]
    pub fn overview(&self) -> Self {
        let mut overview = self.clone();
        overview.fit();
        overview
    }

    /// Puts a time at an x, as far as nothing gets lost beyond the edges.
    fn bring(&mut self, time: Instant, x: f64) {
        self.count_near(time);
        self.scroll_to(self.pieces.position(time) - self.advance(self.past_edge(), x));
    }

    /// Puts a position at the past edge, as near as may be.
    fn scroll_to(&mut self, position: f64) {
        let (least, most) = self.scroll_range();
        self.scroll = position.clamp(least, most);
        self.count_from(self.pieces.second_near(self.scroll));
    }

    /// The same view, its positions counted from a second near a time.
    fn count_near(&mut self, time: Instant) {
        self.count_from(self.pieces.second_of(time));
    }

    fn count_from(&mut self, origin: TimePoint) {
        (self.pieces, self.scroll) = self.counted_from(origin);
    }

    /// The pieces counted from another second, and the position that stands at the past edge.
    fn counted_from(&self, origin: TimePoint) -> (Pieces, f64) {
        (self.pieces.counted_from(origin), self.scroll - self.pieces.position(Instant::of(origin)))
    }

    fn instant_at_x(&self, x: f64) -> Instant {
        self.pieces.instant_at(self.position_from_x(x))
    }

    fn middle_x(&self) -> f64 {
        f64::midpoint(self.min_x, self.max_x)
    }

    fn scroll_range(&self) -> (f64, f64) {
        let (least, end) = self.ends();
        (least, (end - self.width()).max(least))
    }

    fn fitting_extent(&self) -> f64 {
        let folds = self.pieces.folds_width();
        (self.width() - self.margins.past - self.margins.future - folds).max(MIN_WIDTH / 2.0)
    }

    /// Never less than all, and no more than shows the seconds of a time; unless it was more, for that of another span.
    fn set_extent(&mut self, extent: f64, time: Instant) {
        let most = (MAX_PX_PER_SEC / self.pieces.share_of_second(time)).max(self.pieces.extent);
        let least = self.fitting_extent();
        self.pieces.extent = extent.clamp(least, least.max(most));
    }

    /// As close as it was, on another axis; never less than all.
    fn keep_extent(&mut self) {
        self.pieces.extent = self.pieces.extent.max(self.fitting_extent());
    }
}
