//! The proleptic Gregorian calendar over all times that seconds can count, far beyond the years that a day may have.
//! Source: Howard Hinnant, "chrono-compatible low-level date algorithms".

use super::time::TimePoint;

/// The seconds of a day.
pub const DAY: i64 = 86_400;

/// A day: the year counted astronomically (0 is 1 BCE), the month 1–12, the day of the month from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CivilDay {
    /// The year.
    pub year: i64,
    /// The month.
    pub month: i64,
    /// The day.
    pub day: i64,
}

impl CivilDay {
    /// The day that a second lies in.
    #[must_use]
    pub fn of(time: TimePoint) -> Self {
        let days = time.0.div_euclid(DAY) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        // The year begins in March here.
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self { year, month, day }
    }
}

/// The first second of a month, 1–12; years as many as seconds can count, about 290,000 million on each side.
#[must_use]
pub fn first_of_month(year: i64, month: i64) -> TimePoint {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    TimePoint((era * 146_097 + day_of_era - 719_468) * DAY)
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn days_are_those_of_the_calendar(seconds in -300_000_000_000_i64..300_000_000_000) {
            let day = CivilDay::of(TimePoint(seconds));
            let known = TimePoint(seconds).day().map(|day| (i64::from(day.year()), i64::from(day.month()), i64::from(day.day())));
            prop_assert_eq!(Some((day.year, day.month, day.day)), known);
        }

        #[test]
        fn a_month_begins_on_its_first_day(year in -20_000_000_000_i64..20_000_000_000, month in 1_i64..13) {
            let day = CivilDay::of(first_of_month(year, month));
            prop_assert_eq!((day.year, day.month, day.day), (year, month, 1));
        }
    }
}
