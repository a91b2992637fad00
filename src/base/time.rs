//! Moments and ranges of time, without zone.
//! Knows no calendar but the proleptic Gregorian one.

use std::fmt;

use chrono::{Datelike, NaiveDate};

const SECONDS_PER_DAY: i64 = 86_400;

/// Seconds since 1970-01-01T00:00, without zone and leap seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimePoint(pub i64);

/// A range of time points, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeRange {
    /// The first second.
    pub start: TimePoint,
    /// One past the last second.
    pub end: TimePoint,
}

impl TimeRange {
    /// How many seconds it lasts.
    #[must_use]
    pub fn duration_secs(self) -> i64 {
        self.end.0 - self.start.0
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// The calendar unit that a tick of an axis begins.
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

/// A calendar day, or one minute of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    day: NaiveDate,
    /// Minutes since midnight, below 1440.
    minute: Option<u16>,
}

impl Moment {
    /// A whole day.
    #[must_use]
    pub fn on(day: NaiveDate) -> Self {
        Self { day, minute: None }
    }

    /// A minute of a day; `None` where the clock has no such minute.
    #[must_use]
    pub fn at(day: NaiveDate, hour: u32, minute: u32) -> Option<Self> {
        if hour > 23 || minute > 59 {
            return None;
        }
        Some(Self { day, minute: u16::try_from(hour * 60 + minute).ok() })
    }

    /// The day, from year, month (1–12) and day of the month.
    #[must_use]
    pub fn ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::on)
    }

    /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS` (the seconds are checked and dropped), years signed
    /// outside 0–9999, a trailing zone (`Z`, `+03:00`) dropped.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, clock) = match text.split_once(['T', ' ']) {
            Some((date, clock)) => (date, Some(clock)),
            None => (text, None),
        };
        let day = parse_date(date)?;
        let Some(clock) = clock else { return Some(Self::on(day)) };
        let clock = clock.trim_end_matches('Z');
        let clock = clock.split(['+', '-']).next()?;
        let mut parts = clock.split(':');
        let hour = two_digits(parts.next()?)?;
        let minute = two_digits(parts.next()?)?;
        if let Some(second) = parts.next() {
            let whole = second.split('.').next()?;
            (two_digits(whole)? < 61).then_some(())?;
        }
        parts.next().is_none().then_some(())?;
        Self::at(day, hour, minute)
    }

    /// The minute of the same day at which a time stands.
    #[must_use]
    pub fn with_clock_of(self, time: TimePoint) -> Self {
        let minute = time.0.rem_euclid(SECONDS_PER_DAY) / 60;
        Self { minute: u16::try_from(minute).ok(), ..self }
    }

    /// The day it is or lies in.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.day
    }

    /// Hour and minute, where it is not a whole day.
    #[must_use]
    pub fn clock(self) -> Option<(u32, u32)> {
        self.minute.map(|minute| (u32::from(minute) / 60, u32::from(minute) % 60))
    }

    /// Its first second.
    #[must_use]
    pub fn start(self) -> TimePoint {
        let midnight = i64::from(self.day.num_days_from_ce() - UNIX_EPOCH_FROM_CE) * SECONDS_PER_DAY;
        TimePoint(midnight + i64::from(self.minute.unwrap_or(0)) * 60)
    }

    /// One past its last second.
    #[must_use]
    pub fn end(self) -> TimePoint {
        let length = if self.minute.is_some() { 60 } else { SECONDS_PER_DAY };
        TimePoint(self.start().0 + length)
    }
}

/// Days from 0000-12-31 to 1970-01-01, as `Datelike::num_days_from_ce` counts.
const UNIX_EPOCH_FROM_CE: i32 = 719_163;

impl TimePoint {
    /// The day it lies in; `None` outside the years that the calendar knows (about ±262,000).
    #[must_use]
    pub fn day(self) -> Option<NaiveDate> {
        let days = i32::try_from(self.0.div_euclid(SECONDS_PER_DAY)).ok()?;
        NaiveDate::from_num_days_from_ce_opt(days.checked_add(UNIX_EPOCH_FROM_CE)?)
    }
}

impl fmt::Display for Moment {
    /// The form of the JSON contract: `2025-11-01`, `2025-11-01T08:30`, `-0044-03-15`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day.format("%Y-%m-%d"))?;
        let Some((hour, minute)) = self.clock() else { return Ok(()) };
        write!(f, "T{hour:02}:{minute:02}")
    }
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut parts = digits.split('-');
    let year = parts.next().filter(|year| year.len() >= 4)?;
    let year: i32 = all_digits(year)?.parse().ok()?;
    let month = two_digits(parts.next()?)?;
    let day = two_digits(parts.next()?)?;
    parts.next().is_none().then_some(())?;
    NaiveDate::from_ymd_opt(sign * year, month, day)
}

fn all_digits(text: &str) -> Option<&str> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

fn two_digits(text: &str) -> Option<u32> {
    if text.len() != 2 {
        return None;
    }
    all_digits(text)?.parse().ok()
}

/// What is known of the time of something: both ends inclusive, `None` where nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Bounds {
    /// Not before this.
    pub earliest: Option<Moment>,
    /// Not after this.
    pub latest: Option<Moment>,
}

impl Bounds {
    /// Nothing known.
    pub const UNKNOWN: Self = Self { earliest: None, latest: None };

    /// Both ends known.
    #[must_use]
    pub fn between(earliest: Moment, latest: Moment) -> Self {
        Self { earliest: Some(earliest), latest: Some(latest) }
    }

    /// Only the latest end known.
    #[must_use]
    pub fn until(latest: Moment) -> Self {
        Self { earliest: None, latest: Some(latest) }
    }

    /// Only the earliest end known.
    #[must_use]
    pub fn since(earliest: Moment) -> Self {
        Self { earliest: Some(earliest), latest: None }
    }

    /// Whether both ends lie on one calendar day.
    #[must_use]
    pub fn is_one_day(self) -> bool {
        matches!((self.earliest, self.latest), (Some(a), Some(b)) if a.day() == b.day())
    }

    /// What both say; where they contradict each other, `None`.
    #[must_use]
    pub fn intersected(self, other: Self) -> Option<Self> {
        let earliest = later(self.earliest, other.earliest, |m| m.start());
        let latest = earlier(self.latest, other.latest, |m| m.end());
        match (earliest, latest) {
            (Some(a), Some(b)) if a.start() >= b.end() => None,
            _ => Some(Self { earliest, latest }),
        }
    }

    /// The range it covers, where both ends are known.
    #[must_use]
    pub fn range(self) -> Option<TimeRange> {
        Some(TimeRange { start: self.earliest?.start(), end: self.latest?.end() })
    }
}

fn later(a: Option<Moment>, b: Option<Moment>, key: fn(Moment) -> TimePoint) -> Option<Moment> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if key(a) >= key(b) { a } else { b }),
        (known, None) | (None, known) => known,
    }
}

fn earlier(a: Option<Moment>, b: Option<Moment>, key: fn(Moment) -> TimePoint) -> Option<Moment> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if key(a) <= key(b) { a } else { b }),
        (known, None) | (None, known) => known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_they_are_read() {
        for text in ["2025-11-01", "2025-11-01T08:30", "0007-01-31", "-0044-03-15", "+12025-01-01"] {
            assert_eq!(Moment::parse(text).map(|moment| moment.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn seconds_and_zones_are_dropped() {
        for text in ["2025-11-01T08:30:59", "2025-11-01T08:30:00Z", "2025-11-01T08:30:00+03:00", "2025-11-01 08:30:00.250"] {
            assert_eq!(Moment::parse(text).map(|moment| moment.to_string()).as_deref(), Some("2025-11-01T08:30"), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for text in [
            "",
            "2025",
            "2025-13-01",
            "2025-02-30",
            "25-01-01",
            "2025-1-1",
            "2025-01-01T25:00",
            "2025-01-01T10:61",
            "٢٠٢٥-٠١-٠١",
            "2025-01-01T1:00",
            "2025-01-01-01",
        ] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_lasts_86400_seconds_and_the_epoch_is_zero() {
        let epoch = Moment::ymd(1970, 1, 1).map(|m| (m.start(), m.end()));
        assert_eq!(epoch, Some((TimePoint(0), TimePoint(86_400))));
        assert_eq!(TimePoint(-1).day(), NaiveDate::from_ymd_opt(1969, 12, 31));
    }

    #[test]
    fn contradicting_bounds_have_no_intersection() {
        let at = |day| Moment::ymd(2025, 1, day).expect("a day");
        assert_eq!(Bounds::since(at(5)).intersected(Bounds::until(at(4))), None);
        assert_eq!(Bounds::since(at(5)).intersected(Bounds::until(at(5))), Some(Bounds::between(at(5), at(5))));
    }
}
