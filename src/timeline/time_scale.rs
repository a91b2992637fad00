//! Time ↔ screen mapping of the timeline: direction, zoom, folds.
//! The one place that knows which way time runs on the screen. Knows no panels: whoever calls it pans and zooms.

use crate::base::{Direction, TimePoint, TimeRange};

/// The width of a fold, in points.
pub const FOLD_WIDTH: f64 = 44.0;
/// The largest scale: a minute fills 60 points.
const MAX_PX_PER_SEC: f64 = 1.0;
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

/// A folded span of time.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Fold {
    hidden: TimeRange,
    /// Seconds from the origin.
    start: f64,
    end: f64,
    /// Seconds hidden by the folds before this one.
    hidden_before: f64,
}

/// Maps time to x and back.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeScale {
    direction: Direction,
    min_x: f64,
    max_x: f64,
    margins: Margins,
    /// The earliest time; positions are counted from it.
    origin: f64,
    /// Seconds from the origin to the latest time.
    length: f64,
    folds: Vec<Fold>,
    px_per_sec: f64,
    /// The position, in points from the origin, that stands at the past edge of the axis.
    scroll: f64,
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

impl TimeScale {
    /// A scale that shows all of `domain` between two x, with some folds (in order of time, apart, inside the domain).
    #[must_use]
    pub fn fitted(domain: TimeRange, folds: &[TimeRange], x: (f64, f64), margins: Margins, direction: Direction) -> Self {
        let origin = axis_time(domain.start);
        let mut scale = Self {
            direction,
            min_x: x.0.min(x.1),
            max_x: x.0.max(x.1),
            margins,
            origin,
            length: (axis_time(domain.end) - origin).max(1.0),
            folds: Vec::new(),
            px_per_sec: 1.0,
            scroll: 0.0,
        };
        scale.set_folds(folds);
        scale.fit();
        scale
    }

    fn set_folds(&mut self, folds: &[TimeRange]) {
        let mut hidden_before = 0.0;
        self.folds.clear();
        for &hidden in folds {
            let fold = Fold {
                hidden,
                start: axis_time(hidden.start) - self.origin,
                end: axis_time(hidden.end) - self.origin,
                hidden_before,
            };
            hidden_before += fold.end - fold.start;
            self.folds.push(fold);
        }
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

    /// How many points a second takes outside folds.
    #[must_use]
    pub fn px_per_sec(&self) -> f64 {
        self.px_per_sec
    }

    /// Where a time stands; beyond the axis, too.
    #[must_use]
    pub fn x_from_time(&self, time: f64) -> f64 {
        self.x_from_position(self.position(time))
    }

    /// Where a second begins.
    #[must_use]
    pub fn x_of(&self, point: TimePoint) -> f64 {
        self.x_from_time(axis_time(point))
    }

    /// The time that stands at an x; inside a fold, in proportion.
    #[must_use]
    pub fn time_from_x(&self, x: f64) -> f64 {
        self.time_at(self.position_from_x(x))
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
        let past = self.time_at(self.scroll - widened_by);
        let future = self.time_at(self.scroll + self.width() + widened_by);
        (past, future)
    }

    /// The smallest and the largest x that anything may take: all of the domain and its margins.
    #[must_use]
    pub fn content_x(&self) -> (f64, f64) {
        let past = self.x_from_position(-self.margins.past);
        let future = self.x_from_position(self.position_of_end() + self.margins.future);
        (past.min(future), past.max(future))
    }

    /// The folds and where they stand: the hidden span, the smallest and the largest x.
    pub fn folds(&self) -> impl Iterator<Item = (TimeRange, (f64, f64))> {
        self.folds.iter().enumerate().map(|(at, fold)| {
            let start = self.fold_position(at, fold);
            let (a, b) = (self.x_from_position(start), self.x_from_position(start + FOLD_WIDTH));
            (fold.hidden, (a.min(b), a.max(b)))
        })
    }

    /// How many points lie between a time and the next fold or the end of the content, towards the future or the past.
    #[must_use]
    pub fn clear_run(&self, time: f64, towards_future: bool) -> f64 {
        let position = self.position(time);
        let at = self.folds.partition_point(|fold| fold.start < time - self.origin);
        if towards_future {
            let next = self.folds.get(at).map(|fold| self.fold_position(at, fold));
            return (next.unwrap_or_else(|| self.position_of_end() + self.margins.future) - position).max(0.0);
        }
        let previous = at.checked_sub(1).and_then(|at| Some((at, self.folds.get(at)?)));
        let limit = previous.map_or(-self.margins.past, |(at, fold)| self.fold_position(at, fold) + FOLD_WIDTH);
        (position - limit).max(0.0)
    }

    /// Shows all of the domain.
    pub fn fit(&mut self) {
        self.px_per_sec = self.fitting_px_per_sec();
        self.scroll = -self.margins.past;
        self.clamp();
    }

    /// Whether all of the domain is shown.
    #[must_use]
    pub fn is_fitted(&self) -> bool {
        self.px_per_sec <= self.fitting_px_per_sec() * (1.0 + 1e-9)
    }

    /// Zooms so that the time at `x` stays there, as far as nothing gets lost beyond the edges.
    pub fn zoom_at(&mut self, x: f64, factor: f64) {
        if !factor.is_finite() || factor <= 0.0 {
            return;
        }
        let time = self.time_from_x(x);
        let least = self.fitting_px_per_sec();
        self.px_per_sec = (self.px_per_sec * factor).clamp(least, least.max(MAX_PX_PER_SEC));
        self.bring(time, x);
    }

    /// Moves the content by so many points of the screen, as a hand does that drags it.
    pub fn pan(&mut self, dx: f64) {
        if dx.is_finite() {
            self.scroll -= self.advance(0.0, dx);
            self.clamp();
        }
    }

    /// Puts a time into the middle.
    pub fn center_on(&mut self, time: f64) {
        self.bring(time, f64::midpoint(self.min_x, self.max_x));
    }

    /// Shows a span of time in the middle, with room on both sides.
    pub fn zoom_to(&mut self, start: f64, end: f64) {
        let length = (end - start).max(3600.0);
        let least = self.fitting_px_per_sec();
        self.px_per_sec = (self.width() * 0.6 / length).clamp(least, least.max(MAX_PX_PER_SEC));
        self.center_on(f64::midpoint(start, end));
    }

    /// The same view between other x; a fitted one stays fitted.
    pub fn resize(&mut self, x: (f64, f64)) {
        let fitted = self.is_fitted();
        let middle = self.time_from_x(f64::midpoint(self.min_x, self.max_x));
        (self.min_x, self.max_x) = (x.0.min(x.1), x.0.max(x.1));
        self.px_per_sec = self.px_per_sec.max(self.fitting_px_per_sec());
        if fitted { self.fit() } else { self.center_on(middle) }
    }

    /// Other folds; the time at `x` stays there.
    pub fn refold(&mut self, folds: &[TimeRange], x: f64) {
        let fitted = self.is_fitted();
        let time = self.time_from_x(x);
        self.set_folds(folds);
        self.px_per_sec = self.px_per_sec.max(self.fitting_px_per_sec());
        if fitted { self.fit() } else { self.bring(time, x) }
    }

    /// Time runs the other way; what is in the middle stays there.
    pub fn set_direction(&mut self, direction: Direction) {
        let middle = self.time_from_x(f64::midpoint(self.min_x, self.max_x));
        self.direction = direction;
        self.center_on(middle);
    }

    /// The same axis, all of it shown.
    #[must_use]
    pub fn overview(&self) -> Self {
        let mut overview = self.clone();
        overview.fit();
        overview
    }

    fn bring(&mut self, time: f64, x: f64) {
        let from_past_edge = self.position_from_x(x) - self.scroll;
        self.scroll = self.position(time) - from_past_edge;
        self.clamp();
    }

    fn clamp(&mut self) {
        let least = -self.margins.past;
        let most = (self.position_of_end() + self.margins.future - self.width()).max(least);
        self.scroll = self.scroll.clamp(least, most);
    }

    fn width(&self) -> f64 {
        (self.max_x - self.min_x).max(MIN_WIDTH)
    }

    fn fitting_px_per_sec(&self) -> f64 {
        let hidden = self.folds.last().map_or(0.0, |fold| fold.hidden_before + fold.end - fold.start);
        let folded: f64 = self.folds.iter().map(|_| FOLD_WIDTH).sum();
        let room = (self.width() - self.margins.past - self.margins.future - folded).max(MIN_WIDTH / 2.0);
        room / (self.length - hidden).max(1.0)
    }

    fn position_of_end(&self) -> f64 {
        self.position(self.origin + self.length)
    }

    /// The position at which a fold begins.
    fn fold_position(&self, at: usize, fold: &Fold) -> f64 {
        (fold.start - fold.hidden_before) * self.px_per_sec + folds_width(at)
    }

    /// Points from the origin, towards the future.
    fn position(&self, time: f64) -> f64 {
        let secs = time - self.origin;
        let n_before = self.folds.partition_point(|fold| fold.start < secs);
        let Some((at, fold)) = n_before.checked_sub(1).and_then(|at| Some((at, self.folds.get(at)?))) else {
            return secs * self.px_per_sec;
        };
        if secs < fold.end {
            return self.fold_position(at, fold) + FOLD_WIDTH * (secs - fold.start) / (fold.end - fold.start);
        }
        let hidden = fold.hidden_before + fold.end - fold.start;
        (secs - hidden) * self.px_per_sec + folds_width(n_before)
    }

    fn time_at(&self, position: f64) -> f64 {
        let n_before = partition(&self.folds, |at, fold| self.fold_position(at, fold) < position);
        let Some((at, fold)) = n_before.checked_sub(1).and_then(|at| Some((at, self.folds.get(at)?))) else {
            return self.origin + position / self.px_per_sec;
        };
        let into = position - self.fold_position(at, fold);
        if into < FOLD_WIDTH {
            return self.origin + fold.start + (fold.end - fold.start) * into / FOLD_WIDTH;
        }
        self.origin + fold.end + (into - FOLD_WIDTH) / self.px_per_sec
    }

    fn x_from_position(&self, position: f64) -> f64 {
        let past_edge = if self.direction.is_rtl() { self.max_x } else { self.min_x };
        self.shifted(past_edge, position - self.scroll)
    }

    fn position_from_x(&self, x: f64) -> f64 {
        let past_edge = if self.direction.is_rtl() { self.max_x } else { self.min_x };
        self.scroll + self.advance(past_edge, x)
    }
}

/// How many points so many folds take.
fn folds_width(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) * FOLD_WIDTH
}

/// How many folds lie before the first one for which `before` is false.
fn partition(folds: &[Fold], before: impl Fn(usize, &Fold) -> bool) -> usize {
    let (mut low, mut high) = (0, folds.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if before(middle, &folds[middle]) { low = middle + 1 } else { high = middle }
    }
    low
}
