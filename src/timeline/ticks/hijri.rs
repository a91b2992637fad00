//! Intervals of the Hijri calendar, from days to a thousand years. What is shorter than a day has no name of its own in it.

use super::super::time_scale::axis_time;
use super::{Calendar, DAY, Interval, TickUnit};
use crate::base::{HijriDay, TimePoint};

/// Ticks stand no closer, in points: names of months with their years are long.
const MIN_DISTANCE: f64 = 96.0;

#[derive(Debug, Clone, Copy)]
pub(super) enum Hijri {
    Years(i32),
    Months(i32),
    Days(u32),
}

use Hijri::{Days, Months, Years};

/// The intervals, the shortest first, with their shortest length in days.
const INTERVALS: [(Hijri, i64); 17] = [
    (Days(1), 1),
    (Days(2), 2),
    (Days(5), 5),
    (Days(10), 9),
    (Months(1), 29),
    (Months(3), 88),
    (Months(6), 177),
    (Years(1), 354),
    (Years(2), 708),
    (Years(5), 1_771),
    (Years(10), 3_543),
    (Years(20), 7_087),
    (Years(50), 17_718),
    (Years(100), 35_436),
    (Years(200), 70_873),
    (Years(500), 177_183),
    (Years(1_000), 354_367),
];

/// The shortest interval that leaves room for labels; the longest one where none does.
pub(super) fn fitting(px_per_sec: f64) -> Hijri {
    let wide_enough = |days: i64| axis_time(TimePoint(days * DAY)) * px_per_sec >= MIN_DISTANCE;
    INTERVALS.iter().find(|(_, days)| wide_enough(*days)).map_or(Years(1_000), |(interval, _)| *interval)
}

impl Interval for Hijri {
    const CALENDAR: Calendar = Calendar::Hijri;

    fn unit(self) -> TickUnit {
        match self {
            Years(_) => TickUnit::Year,
            Months(_) => TickUnit::Month,
            Days(_) => TickUnit::Day,
        }
    }

    fn floor(self, time: TimePoint) -> Option<TimePoint> {
        let first = HijriDay::FIRST.start()?;
        let day = HijriDay::at(TimePoint(time.0.max(first.0)))?;
        let floor = match self {
            // There is no year 0: the first tick of many years is the year 1.
            Years(count) => HijriDay::new((day.year() / count * count).max(1), 1, 1)?,
            Months(count) => day.first_of_month().months_later(-((i32::try_from(day.month()).ok()? - 1) % count))?,
            Days(1) => day,
            // Longer runs of days are counted within their month.
            Days(_) => day.first_of_month(),
        };
        floor.start()
    }

    fn after(self, at: TimePoint) -> Option<TimePoint> {
        let day = HijriDay::at(at)?;
        let next = match self {
            Years(count) => HijriDay::new((day.year() / count + 1) * count, 1, 1)?,
            Months(count) => day.months_later(count)?,
            Days(count) => {
                // A month's last tick keeps its distance from the first of the next month.
                let next = day.day() + count;
                if next + count > day.days_in_month() + 1 + count / 3 {
                    day.months_later(1)?
                } else {
                    HijriDay::new(day.year(), day.month(), next)?
                }
            }
        };
        next.start()
    }

    fn same_context(self, a: TimePoint, b: TimePoint) -> bool {
        let (Some(a), Some(b)) = (HijriDay::at(a), HijriDay::at(b)) else { return false };
        match self {
            Years(_) => true,
            Months(_) => a.year() == b.year(),
            Days(_) => a.first_of_month() == b.first_of_month(),
        }
    }

    fn holding(self, time: TimePoint) -> Option<(TickUnit, TimePoint)> {
        let day = HijriDay::at(time)?;
        let (unit, first) = match self {
            Years(1) | Months(2..) => (TickUnit::Year, HijriDay::new(day.year(), 1, 1)?),
            Years(_) => return None,
            Months(_) | Days(2..) => (TickUnit::Month, day.first_of_month()),
            Days(_) => (TickUnit::Day, day),
        };
        Some((unit, first.start()?))
    }
}
