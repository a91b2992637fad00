//! Times as tables and other programs write them: `1986`, `1986-09`, `1986-09-03`, `1986-09-03T08:30`, `-13800000000`.
//! Knows no calendar but the proleptic Gregorian one, but that one from the beginning of the world to its end.

use super::civil::{DAY, first_of_month};
use super::time::{TimePoint, TimeRange};

/// Years beyond this are no times of this world; their seconds still fit into 64 bits.
const MOST_YEARS: i64 = 20_000_000_000;

/// A time with the unit it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenTime {
    /// All of the unit: a year, a month, a day, a minute or a second.
    pub range: TimeRange,
    /// The unit.
    pub unit: WrittenUnit,
}

/// The unit of a written time, the longest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum WrittenUnit {
    Year,
    Month,
    Day,
    Minute,
    Second,
}

impl WrittenTime {
    /// Reads a time; years may have a sign and any number of digits, the year 0 is 1 BCE. A zone (`Z`, `+03:00`) is dropped.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (date, clock) = match text.split_once(['T', ' ']) {
            Some((date, clock)) => (date, Some(clock)),
            None => (text, None),
        };
        let (sign, digits) = match date.as_bytes().first()? {
            b'-' => (-1, date.get(1..)?),
            b'+' => (1, date.get(1..)?),
            _ => (1, date),
        };
        let mut parts = digits.split('-');
        let year = sign * number(parts.next()?, 11)?;
        let month = parts.next().map(|part| number(part, 2));
        let day = parts.next().map(|part| number(part, 2));
        if parts.next().is_some() {
            return None;
        }
        match (month, day, clock) {
            (None, None, None) => Self::year(year),
            (Some(month), None, None) => Self::month(year, month?),
            (Some(month), Some(day), None) => Self::day(year, month?, day?),
            (Some(month), Some(day), Some(clock)) => Self::day(year, month?, day?)?.at(clock),
            _ => None,
        }
    }

    /// A year, counted astronomically: 0 is 1 BCE.
    #[must_use]
    pub fn year(year: i64) -> Option<Self> {
        in_world(year)?;
        let range = TimeRange { start: first_of_month(year, 1), end: first_of_month(year + 1, 1) };
        Some(Self { range, unit: WrittenUnit::Year })
    }

    /// A month, 1–12, of a year.
    #[must_use]
    pub fn month(year: i64, month: i64) -> Option<Self> {
        in_world(year)?;
        let next = if month == 12 { first_of_month(year + 1, 1) } else { first_of_month(year, month + 1) };
        (1..=12)
            .contains(&month)
            .then(|| Self { range: TimeRange { start: first_of_month(year, month), end: next }, unit: WrittenUnit::Month })
    }

    /// A day of a month.
    #[must_use]
    pub fn day(year: i64, month: i64, day: i64) -> Option<Self> {
        let month = Self::month(year, month)?.range;
        let start = month.start.0 + (day - 1) * DAY;
        let range = TimeRange { start: TimePoint(start), end: TimePoint(start + DAY) };
        (day > 0 && range.end <= month.end).then_some(Self { range, unit: WrittenUnit::Day })
    }

    /// `08:30`, `08:30:15` or `08:30:15.250+03:00` of a day.
    #[must_use]
    pub fn at(self, clock: &str) -> Option<Self> {
        let clock = clock.trim_end_matches('Z');
        let mut parts = clock.split(['+', '-']).next()?.split(':');
        let hour = number(parts.next()?, 2).filter(|hour| *hour < 24)?;
        let minute = number(parts.next()?, 2).filter(|minute| *minute < 60)?;
        let start = self.range.start.0 + hour * 3_600 + minute * 60;
        let part = |start: i64, length: i64, unit| {
            Some(Self { range: TimeRange { start: TimePoint(start), end: TimePoint(start + length) }, unit })
        };
        match (parts.next(), parts.next()) {
            (None, _) => part(start, 60, WrittenUnit::Minute),
            (Some(second), None) => {
                let second = number(second.split('.').next()?, 2).filter(|second| *second < 61)?;
                part(start + second.min(59), 1, WrittenUnit::Second)
            }
            _ => None,
        }
    }
}

fn in_world(year: i64) -> Option<()> {
    (-MOST_YEARS..=MOST_YEARS).contains(&year).then_some(())
}

fn number(digits: &str, most_digits: usize) -> Option<i64> {
    let is_number = !digits.is_empty() && digits.len() <= most_digits && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::Moment;

    fn range(text: &str) -> Option<(i64, i64)> {
        WrittenTime::parse(text).map(|time| (time.range.start.0, time.range.end.0))
    }

    #[test]
    fn each_unit_is_as_long_as_it_is() {
        assert_eq!(range("1970"), Some((0, 365 * DAY)));
        assert_eq!(range("1972-02"), Some((761 * DAY, 790 * DAY)));
        assert_eq!(range("1970-01-02"), Some((DAY, 2 * DAY)));
        assert_eq!(range("1970-01-01T00:01"), Some((60, 120)));
        assert_eq!(range("1970-01-01 00:00:07.5+03:00"), Some((7, 8)));
        assert_eq!(WrittenTime::parse("-0043-03-15").map(|time| time.unit), Some(WrittenUnit::Day));
    }

    #[test]
    fn the_big_bang_can_be_written() {
        let (start, end) = range("-13800000000").expect("a year");
        assert!(start < -435_000_000_000_000_000 && end - start >= 365 * DAY);
    }

    #[test]
    fn what_is_no_time_is_not_read() {
        for text in
            ["", "-", "2024-13", "2024-02-30", "2024-1-1-1", "2024-01T10:00", "10:00", "٢٠٢٤", "99999999999", "2024-01-01T24:00"]
        {
            assert_eq!(range(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn days_are_those_of_the_calendar(year in -9_000_i32..9_000, month in 1_u32..13, day in 1_u32..32) {
            let known = Moment::ymd(year, month, day).map(|day| (day.start().0, day.end().0));
            let day = WrittenTime::day(i64::from(year), i64::from(month), i64::from(day));
            prop_assert_eq!(day.map(|day| (day.range.start.0, day.range.end.0)), known);
        }
    }
}
