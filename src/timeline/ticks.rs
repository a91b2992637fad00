//! Ticks of the axis: from thousands of millions of years to seconds, by the pixels there are.
//! Knows no words: labels come in through [`TickLabels`].

use super::time_scale::{TimeScale, axis_time, time_point};
use crate::base::TimePoint;
use crate::base::civil::{CivilDay, first_of_month};
pub use crate::base::time::TickUnit;

const DAY: i64 = 86_400;
/// Beyond this no time is looked for: years that no world has.
const FAR: i64 = 700_000_000_000_000_000;
/// Ticks stand no closer, in points.
const MIN_DISTANCE: f64 = 84.0;
/// Free between two labels, in points.
const LABEL_GAP: f64 = 8.0;

/// A tick to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Where the unit begins.
    pub at: TimePoint,
    /// What begins there.
    pub unit: TickUnit,
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
    /// Where its line stands.
    pub x: f64,
    /// Its name, with the x on which it is centred; `None` where there is no room.
    pub label: Option<(String, f64)>,
}

#[derive(Debug, Clone, Copy)]
enum Interval {
    Years(i64),
    Months(i64),
    Days(i64),
    Seconds(i64),
}

/// The intervals up to a thousand years, the shortest first, with their shortest length in seconds.
const INTERVALS: [(Interval, i64); 28] = [
    (Interval::Seconds(1), 1),
    (Interval::Seconds(5), 5),
    (Interval::Seconds(15), 15),
    (Interval::Seconds(60), 60),
    (Interval::Seconds(300), 300),
    (Interval::Seconds(900), 900),
    (Interval::Seconds(1_800), 1_800),
    (Interval::Seconds(3_600), 3_600),
    (Interval::Seconds(10_800), 10_800),
    (Interval::Seconds(21_600), 21_600),
    (Interval::Seconds(43_200), 43_200),
    (Interval::Days(1), DAY),
    (Interval::Days(2), 2 * DAY),
    (Interval::Days(5), 5 * DAY),
    (Interval::Days(10), 8 * DAY),
    (Interval::Months(1), 28 * DAY),
    (Interval::Months(3), 90 * DAY),
    (Interval::Months(6), 181 * DAY),
    (Interval::Years(1), 365 * DAY),
    (Interval::Years(2), 730 * DAY),
    (Interval::Years(5), 1_826 * DAY),
    (Interval::Years(10), 3_652 * DAY),
    (Interval::Years(20), 7_304 * DAY),
    (Interval::Years(50), 18_262 * DAY),
    (Interval::Years(100), 36_524 * DAY),
    (Interval::Years(200), 73_048 * DAY),
    (Interval::Years(500), 182_621 * DAY),
    (Interval::Years(1_000), 365_242 * DAY),
];

/// The ticks that are in view, from the past to the future.
#[must_use]
pub fn ticks(scale: &TimeScale, labels: &dyn TickLabels) -> Vec<TickMark> {
    let mut row = LabelRow { scale, labels, last_edge: f64::NEG_INFINITY, last_at: None };
    let mut marks = Vec::new();
    for (start, end) in visible_pieces(scale) {
        row.last_at = None;
        let interval = Interval::fitting(scale.px_per_sec(f64::midpoint(start, end)));
        for at in interval.between(start, end) {
            let x = scale.x_of(at);
            marks.push(TickMark { x, label: row.label(at, interval.unit(), x) });
        }
    }
    marks
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
    fn label(&mut self, at: TimePoint, unit: TickUnit, x: f64) -> Option<(String, f64)> {
        let with_context = self.last_at.is_none_or(|last| !same_context(last, at, unit));
        let label = self.labels.label(&Tick { at, unit, with_context });
        let half = self.labels.width(&label) / 2.0;
        let (min_x, max_x) = self.scale.x_range();
        if min_x + half > max_x - half {
            return None;
        }
        let x = x.clamp(min_x + half, max_x - half);
        let along = self.scale.advance(0.0, x);
        if along - half < self.last_edge + LABEL_GAP {
            return None;
        }
        self.last_edge = along + half;
        self.last_at = Some(at);
        Some((label, x))
    }
}

fn same_context(a: TimePoint, b: TimePoint, unit: TickUnit) -> bool {
    let (a_day, b_day) = (CivilDay::of(a), CivilDay::of(b));
    match unit {
        TickUnit::Year => true,
        TickUnit::Month => a_day.year == b_day.year,
        TickUnit::Day => (a_day.year, a_day.month) == (b_day.year, b_day.month),
        TickUnit::Minute | TickUnit::Second => a_day == b_day,
    }
}

impl Interval {
    /// The shortest one that leaves room for labels.
    fn fitting(px_per_sec: f64) -> Self {
        let wide_enough = |secs: i64| axis_time(TimePoint(secs)) * px_per_sec >= MIN_DISTANCE;
        let fitting = INTERVALS.iter().find(|(_, secs)| wide_enough(*secs));
        fitting.map_or_else(|| Self::far(wide_enough), |(interval, _)| *interval)
    }

    /// Two, five, ten thousand years and so on.
    fn far(wide_enough: impl Fn(i64) -> bool) -> Self {
        let powers = (3..10).map(|power| 10_i64.pow(power));
        let years = powers.flat_map(|power| [2, 5, 10].map(|factor| factor * power));
        Self::Years(years.clone().find(|years| wide_enough(years * 365 * DAY)).or(years.last()).unwrap_or(1_000))
    }

    fn unit(self) -> TickUnit {
        match self {
            Self::Years(_) => TickUnit::Year,
            Self::Months(_) => TickUnit::Month,
            Self::Days(_) => TickUnit::Day,
            Self::Seconds(count) => {
                if count < 60 {
                    TickUnit::Second
                } else {
                    TickUnit::Minute
                }
            }
        }
    }

    /// The beginnings of the interval from `start` to `end`.
    fn between(self, start: f64, end: f64) -> Vec<TimePoint> {
        let mut at = self.floor(TimePoint(time_point(start).0.clamp(-FAR, FAR)));
        let mut beginnings = Vec::new();
        while axis_time(at) <= end && at.0 <= FAR {
            if axis_time(at) >= start {
                beginnings.push(at);
            }
            at = self.after(at);
        }
        beginnings
    }

    /// The last beginning on or before a time.
    fn floor(self, time: TimePoint) -> TimePoint {
        let day = CivilDay::of(time);
        match self {
            Self::Years(count) => first_of_month(day.year.div_euclid(count) * count, 1),
            Self::Months(count) => first_of_month(day.year, (day.month - 1) / count * count + 1),
            Self::Days(_) => first_of_month(day.year, day.month),
            Self::Seconds(count) => TimePoint(time.0.div_euclid(count) * count),
        }
    }

    fn after(self, at: TimePoint) -> TimePoint {
        let day = CivilDay::of(at);
        match self {
            Self::Years(count) => first_of_month(day.year + count, 1),
            Self::Months(count) => months_after(day, count),
            Self::Days(count) => {
                // A month's last tick keeps its distance from the first of the next month.
                let next_month = months_after(day, 1);
                let days_in_month = (next_month.0 - first_of_month(day.year, day.month).0) / DAY;
                let next = day.day + count;
                if next + count <= days_in_month + 1 + count / 3 { TimePoint(at.0 + count * DAY) } else { next_month }
            }
            Self::Seconds(count) => TimePoint(at.0 + count),
        }
    }
}

fn months_after(day: CivilDay, count: i64) -> TimePoint {
    let months = day.month - 1 + count;
    first_of_month(day.year + months.div_euclid(12), months.rem_euclid(12) + 1)
}
