//! Ticks of the axis: years, quarters, months, days, hours, minutes, by the pixels there are.
//! Knows no words: labels come in through [`TickLabels`].

use chrono::{Datelike, NaiveDate};

use super::time_scale::{TimeScale, axis_time, time_point};
use crate::base::{Moment, TimePoint};

const DAY: i64 = 86_400;
/// Ticks stand no closer, in points.
const MIN_DISTANCE: f64 = 84.0;
/// Free between two labels, in points.
const LABEL_GAP: f64 = 8.0;

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
}

/// A tick to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Where the unit begins.
    pub at: Moment,
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
    Years(i32),
    Months(u32),
    Days(u32),
    Minutes(i64),
}

/// The intervals, the shortest first, with their shortest length in seconds.
const INTERVALS: [(Interval, i64); 24] = [
    (Interval::Minutes(5), 300),
    (Interval::Minutes(15), 900),
    (Interval::Minutes(30), 1_800),
    (Interval::Minutes(60), 3_600),
    (Interval::Minutes(180), 10_800),
    (Interval::Minutes(360), 21_600),
    (Interval::Minutes(720), 43_200),
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
    (Interval::Years(500), 182_621 * DAY),
    (Interval::Years(1_000), 365_242 * DAY),
    (Interval::Years(5_000), 1_826_211 * DAY),
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
            let x = scale.x_of(at.start());
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
    last_at: Option<Moment>,
}

impl LabelRow<'_> {
    fn label(&mut self, at: Moment, unit: TickUnit, x: f64) -> Option<(String, f64)> {
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

fn same_context(a: Moment, b: Moment, unit: TickUnit) -> bool {
    match unit {
        TickUnit::Year => true,
        TickUnit::Month => a.day().year() == b.day().year(),
        TickUnit::Day => a.day().year() == b.day().year() && a.day().month() == b.day().month(),
        TickUnit::Minute => a.day() == b.day(),
    }
}

impl Interval {
    /// The shortest one that leaves room for labels.
    fn fitting(px_per_sec: f64) -> Self {
        let wide_enough = |secs: i64| axis_time(TimePoint(secs)) * px_per_sec >= MIN_DISTANCE;
        let fitting = INTERVALS.iter().find(|(_, secs)| wide_enough(*secs));
        fitting.map_or(Self::Years(10_000), |(interval, _)| *interval)
    }

    fn unit(self) -> TickUnit {
        match self {
            Self::Years(_) => TickUnit::Year,
            Self::Months(_) => TickUnit::Month,
            Self::Days(_) => TickUnit::Day,
            Self::Minutes(_) => TickUnit::Minute,
        }
    }

    /// The beginnings of the interval from `start` to `end`; none outside the years that the calendar knows.
    fn between(self, start: f64, end: f64) -> Vec<Moment> {
        let Some(first) = time_point(start).day() else { return Vec::new() };
        let mut next = Some(self.floor(first, time_point(start)));
        let mut moments = Vec::new();
        while let Some(Some(at)) = next {
            let time = axis_time(at.start());
            if time > end {
                break;
            }
            if time >= start {
                moments.push(at);
            }
            next = Some(self.after(at));
        }
        moments
    }

    /// The last beginning on or before a time.
    fn floor(self, day: NaiveDate, time: TimePoint) -> Option<Moment> {
        match self {
            Self::Years(count) => Moment::ymd(day.year().div_euclid(count) * count, 1, 1),
            Self::Months(count) => Moment::ymd(day.year(), day.month0() / count * count + 1, 1),
            Self::Days(_) => Moment::ymd(day.year(), day.month(), 1),
            Self::Minutes(count) => minute_of(day, time.0.rem_euclid(DAY) / 60 / count * count),
        }
    }

    fn after(self, at: Moment) -> Option<Moment> {
        let day = at.day();
        match self {
            Self::Years(count) => Moment::ymd(day.year().checked_add(count)?, 1, 1),
            Self::Months(count) => first_of_month_after(day, count),
            Self::Days(count) => {
                // A month's last tick keeps its distance from the first of the next month.
                let next = day.day() + count;
                let fits = next + count <= days_in_month(day)? + 1 + count / 3;
                if fits { Moment::ymd(day.year(), day.month(), next) } else { first_of_month_after(day, 1) }
            }
            Self::Minutes(count) => {
                let (hour, minute) = at.clock().unwrap_or((0, 0));
                let next = i64::from(hour * 60 + minute) + count;
                if next < 1440 { minute_of(day, next) } else { minute_of(day.succ_opt()?, 0) }
            }
        }
    }
}

fn minute_of(day: NaiveDate, minute: i64) -> Option<Moment> {
    let minute = u32::try_from(minute).ok()?;
    Moment::at(day, minute / 60, minute % 60)
}

fn first_of_month_after(day: NaiveDate, count: u32) -> Option<Moment> {
    let first = NaiveDate::from_ymd_opt(day.year(), day.month(), 1)?;
    Some(Moment::on(first.checked_add_months(chrono::Months::new(count))?))
}

fn days_in_month(day: NaiveDate) -> Option<u32> {
    first_of_month_after(day, 1)?.day().pred_opt().map(|last| last.day())
}
