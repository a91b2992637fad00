//! Intervals of the Gregorian calendar, from seconds to thousands of millions of years.

use super::super::time_scale::axis_time;
use super::{Calendar, DAY, Interval, TickUnit};
use crate::base::TimePoint;
use crate::base::civil::{CivilDay, first_of_month};

/// Beyond this no time is looked for: years that no world has.
const FAR: i64 = 700_000_000_000_000_000;
/// Ticks stand no closer, in points.
const MIN_DISTANCE: f64 = 84.0;

#[derive(Debug, Clone, Copy)]
pub(super) enum Gregorian {
    Years(i64),
    Months(i64),
    Days(i64),
    Seconds(i64),
}

use Gregorian::{Days, Months, Seconds, Years};

/// The intervals up to a thousand years, the shortest first, with their shortest length in seconds.
const INTERVALS: [(Gregorian, i64); 28] = [
    (Seconds(1), 1),
    (Seconds(5), 5),
    (Seconds(15), 15),
    (Seconds(60), 60),
    (Seconds(300), 300),
    (Seconds(900), 900),
    (Seconds(1_800), 1_800),
    (Seconds(3_600), 3_600),
    (Seconds(10_800), 10_800),
    (Seconds(21_600), 21_600),
    (Seconds(43_200), 43_200),
    (Days(1), DAY),
    (Days(2), 2 * DAY),
    (Days(5), 5 * DAY),
    (Days(10), 8 * DAY),
    (Months(1), 28 * DAY),
    (Months(3), 90 * DAY),
    (Months(6), 181 * DAY),
    (Years(1), 365 * DAY),
    (Years(2), 730 * DAY),
    (Years(5), 1_826 * DAY),
    (Years(10), 3_652 * DAY),
    (Years(20), 7_304 * DAY),
    (Years(50), 18_262 * DAY),
    (Years(100), 36_524 * DAY),
    (Years(200), 73_048 * DAY),
    (Years(500), 182_621 * DAY),
    (Years(1_000), 365_242 * DAY),
];

/// The shortest interval that leaves room for labels.
pub(super) fn fitting(px_per_sec: f64) -> Gregorian {
    let wide_enough = |secs: i64| axis_time(TimePoint(secs)) * px_per_sec >= MIN_DISTANCE;
    let fitting = INTERVALS.iter().find(|(_, secs)| wide_enough(*secs));
    fitting.map_or_else(|| far(wide_enough), |(interval, _)| *interval)
}

/// Two, five, ten thousand years and so on.
fn far(wide_enough: impl Fn(i64) -> bool) -> Gregorian {
    let powers = (3..10).map(|power| 10_i64.pow(power));
    let years = powers.flat_map(|power| [2, 5, 10].map(|factor| factor * power));
    Years(years.clone().find(|years| wide_enough(years * 365 * DAY)).or(years.last()).unwrap_or(1_000))
}

impl Interval for Gregorian {
    const CALENDAR: Calendar = Calendar::Gregorian;

    fn unit(self) -> TickUnit {
        match self {
            Years(_) => TickUnit::Year,
            Months(_) => TickUnit::Month,
            Days(_) => TickUnit::Day,
            Seconds(count) if count < 60 => TickUnit::Second,
            Seconds(_) => TickUnit::Minute,
        }
    }

    fn floor(self, time: TimePoint) -> Option<TimePoint> {
        let time = TimePoint(time.0.clamp(-FAR, FAR));
        let day = CivilDay::of(time);
        Some(match self {
            Years(count) => first_of_month(day.year.div_euclid(count) * count, 1),
            Months(count) => first_of_month(day.year, (day.month - 1) / count * count + 1),
            // Days are counted within their month.
            Days(_) => first_of_month(day.year, day.month),
            Seconds(count) => TimePoint(time.0.div_euclid(count) * count),
        })
    }

    fn after(self, at: TimePoint) -> Option<TimePoint> {
        let day = CivilDay::of(at);
        let next = match self {
            Years(count) => first_of_month(day.year + count, 1),
            Months(count) => months_after(day, count),
            Days(count) => {
                // A month's last tick keeps its distance from the first of the next month.
                let next_month = months_after(day, 1);
                let days_in_month = (next_month.0 - first_of_month(day.year, day.month).0) / DAY;
                let next = day.day + count;
                if next + count <= days_in_month + 1 + count / 3 { TimePoint(at.0 + count * DAY) } else { next_month }
            }
            Seconds(count) => TimePoint(at.0 + count),
        };
        (next.0 <= FAR).then_some(next)
    }

    fn same_context(self, a: TimePoint, b: TimePoint) -> bool {
        let (a_day, b_day) = (CivilDay::of(a), CivilDay::of(b));
        match self {
            Years(_) => true,
            Months(_) => a_day.year == b_day.year,
            Days(_) => (a_day.year, a_day.month) == (b_day.year, b_day.month),
            Seconds(_) => a_day == b_day,
        }
    }

    fn holding(self, time: TimePoint) -> Option<(TickUnit, TimePoint)> {
        let day = CivilDay::of(time);
        match self {
            Years(1) | Months(2..) => Some((TickUnit::Year, first_of_month(day.year, 1))),
            Years(_) => None,
            Months(_) | Days(2..) => Some((TickUnit::Month, first_of_month(day.year, day.month))),
            Days(_) | Seconds(_) => Some((TickUnit::Day, TimePoint(time.0.div_euclid(DAY) * DAY))),
        }
    }
}

fn months_after(day: CivilDay, count: i64) -> TimePoint {
    let months = day.month - 1 + count;
    first_of_month(day.year + months.div_euclid(12), months.rem_euclid(12) + 1)
}
