//! Ticks of the axis: from thousands of millions of years to seconds, by the pixels there are, in two calendars.
//! Knows no words: labels come in through [`TickLabels`].

mod gregorian;
mod hijri;

use super::time_scale::{TimeScale, axis_time, time_point};
use crate::base::TimePoint;

const DAY: i64 = 86_400;
/// Free between two labels, in points.
const LABEL_GAP: f64 = 8.0;

/// What the ticks of a line count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// The proleptic Gregorian calendar, over all times.
    Gregorian,
    /// The Hijri calendar: days and what is longer, from the Hijra on.
    Hijri,
}

/// The calendar unit that a tick begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TickUnit {
    /// A year.
    Year,
    /// A month, or the first one of a quarter.
    Month,
    /// A day.
    Day,
    /// A minute of a day.
    Minute,
    /// A second of a minute.
    Second,
}

/// A tick to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Where the unit begins.
    pub at: TimePoint,
    /// What begins there.
    pub unit: TickUnit,
    /// In which calendar.
    pub calendar: Calendar,
    /// Whether the label names the larger unit, too: the year of a month, the month of a day, the day of an hour.
    pub with_context: bool,
}

/// The words for ticks, and how wide they are.
pub trait TickLabels {
    /// What a tick is called.
    fn label(&self, tick: &Tick) -> String;
    /// The width of a label, in points.
    fn width(&self, label: &str) -> f64;
}

/// A tick on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct TickMark {
    /// Where its line stands; `None` where the unit that is named began out of sight.
    pub x: Option<f64>,
    /// Its name, with the x on which it is centred; `None` where there is no room.
    pub label: Option<(String, f64)>,
}

/// How far apart ticks stand.
trait Interval: Copy {
    /// In which calendar it counts.
    const CALENDAR: Calendar;
    /// What begins at a tick.
    fn unit(self) -> TickUnit;
    /// The last beginning on or before a time, or the first one there is.
    fn floor(self, time: TimePoint) -> Option<TimePoint>;
    /// The beginning after another one.
    fn after(self, at: TimePoint) -> Option<TimePoint>;
    /// Whether two beginnings lie in the same larger unit.
    fn same_context(self, a: TimePoint, b: TimePoint) -> bool;
    /// The calendar unit that holds all times between two ticks, and where it begins; `None` where none has a name.
    fn holding(self, time: TimePoint) -> Option<(TickUnit, TimePoint)>;
}

/// The ticks that are in view, from the past to the future.
#[must_use]
pub fn ticks(scale: &TimeScale, calendar: Calendar, labels: &dyn TickLabels) -> Vec<TickMark> {
    match calendar {
        Calendar::Gregorian => ticks_by(scale, gregorian::fitting, labels),
        Calendar::Hijri => ticks_by(scale, hijri::fitting, labels),
    }
}

fn ticks_by<I: Interval>(scale: &TimeScale, fitting: fn(f64) -> I, labels: &dyn TickLabels) -> Vec<TickMark> {
    let mut row = LabelRow { scale, labels, last_edge: f64::NEG_INFINITY, last_at: None };
    let mut marks = Vec::new();
    for (start, end) in visible_pieces(scale) {
        row.last_at = None;
        let interval = fitting(scale.px_per_sec(f64::midpoint(start, end)));
        let beginnings = between(interval, start, end);
        if beginnings.is_empty() {
            marks.extend(row.name_of_piece(interval, start, end).map(|label| TickMark { x: None, label: Some(label) }));
        }
        for at in beginnings {
            let x = scale.x_of(at);
            marks.push(TickMark { x: Some(x), label: row.label(interval, at, x) });
        }
    }
    marks
}

/// The beginnings of an interval from `start` to `end`.
fn between<I: Interval>(interval: I, start: f64, end: f64) -> Vec<TimePoint> {
    let mut beginnings = Vec::new();
    let mut next = interval.floor(time_point(start));
    while let Some(at) = next.filter(|at| axis_time(*at) <= end) {
        if axis_time(at) >= start {
            beginnings.push(at);
        }
        next = interval.after(at);
    }
    beginnings
}

/// The visible times, without those that are folded.
fn visible_pieces(scale: &TimeScale) -> Vec<(f64, f64)> {
    let (start, end) = scale.window(0.0);
    let mut pieces = Vec::new();
    let mut from = start;
    for (hidden, _) in scale.folds() {
        let (fold_start, fold_end) = (axis_time(hidden.start), axis_time(hidden.end));
        if fold_end < start || fold_start > end {
            continue;
        }
        pieces.push((from, fold_start));
        from = fold_end;
    }
    pieces.push((from, end));
    pieces.retain(|(from, to)| from <= to);
    pieces
}

/// Places labels so that none touches the one before it.
struct LabelRow<'a> {
    scale: &'a TimeScale,
    labels: &'a dyn TickLabels,
    /// How far the last label reaches, in points towards the future from the past edge.
    last_edge: f64,
    last_at: Option<TimePoint>,
}

impl LabelRow<'_> {
    fn label<I: Interval>(&mut self, interval: I, at: TimePoint, x: f64) -> Option<(String, f64)> {
        let with_context = self.last_at.is_none_or(|last| !interval.same_context(last, at));
        let label = self.name::<I>(interval.unit(), at, with_context);
        let half = self.labels.width(&label) / 2.0;
        let (min_x, max_x) = self.scale.x_range();
        if min_x + half > max_x - half {
            return None;
        }
        let x = x.clamp(min_x + half, max_x - half);
        self.placed(label, x, half).inspect(|_| self.last_at = Some(at))
    }

    /// The unit that all of a piece without ticks lies in, named in its middle: else nothing would say when it is.
    fn name_of_piece<I: Interval>(&mut self, interval: I, start: f64, end: f64) -> Option<(String, f64)> {
        let (unit, at) = interval.holding(time_point(start))?;
        let label = self.name::<I>(unit, at, true);
        let half = self.labels.width(&label) / 2.0;
        let (a, b) = (self.scale.x_from_time(start), self.scale.x_from_time(end));
        if (a - b).abs() < 2.0 * half {
            return None;
        }
        self.placed(label, f64::midpoint(a, b), half)
    }

    fn name<I: Interval>(&self, unit: TickUnit, at: TimePoint, with_context: bool) -> String {
        self.labels.label(&Tick { at, unit, calendar: I::CALENDAR, with_context })
    }

    fn placed(&mut self, label: String, x: f64, half: f64) -> Option<(String, f64)> {
        let along = self.scale.advance(0.0, x);
        if along - half < self.last_edge + LABEL_GAP {
            return None;
        }
        self.last_edge = along + half;
        Some((label, x))
    }
}
