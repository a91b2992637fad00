//! A day, or a minute of one, as other programs write it. Years may lie far beyond any calendar.

use std::fmt;

use crate::base::civil::{CivilDay, DAY};
use crate::base::{Bounds, Moment, TimePoint, TimeRange};

/// A day, or a minute of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) day: CivilDay,
    /// Hour and minute.
    pub(super) clock: Option<(i64, i64)>,
}

/// The time of an event, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// What an article says.
    Bounds(Bounds),
    /// What a row of a table says.
    Range(TimeRange),
}

impl Known {
    /// Not before this.
    pub(super) fn earliest(self) -> Option<Stamp> {
        match self {
            Self::Bounds(bounds) => bounds.earliest.map(Stamp::of),
            Self::Range(range) => Some(Stamp::at(range.start, is_whole_days(range))),
        }
    }

    /// Not after this.
    pub(super) fn latest(self) -> Option<Stamp> {
        match self {
            Self::Bounds(bounds) => bounds.latest.map(Stamp::of),
            Self::Range(range) => Some(Stamp::at(TimePoint(range.end.0 - 1), is_whole_days(range))),
        }
    }
}

fn is_whole_days(range: TimeRange) -> bool {
    range.start.0.rem_euclid(DAY) == 0 && range.end.0.rem_euclid(DAY) == 0
}

impl Stamp {
    /// Of a day or a minute.
    pub(super) fn of(moment: Moment) -> Self {
        Self::at(moment.start(), moment.clock().is_none())
    }

    fn at(time: TimePoint, is_day: bool) -> Self {
        let minute = time.0.rem_euclid(DAY) / 60;
        Self { day: CivilDay::of(time), clock: (!is_day).then_some((minute / 60, minute % 60)) }
    }
}

impl fmt::Display for Stamp {
    /// As ISO 8601 has it, the year signed outside 0–9999.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CivilDay { year, month, day } = self.day;
        let sign = match year {
            0..=9999 => "",
            10_000.. => "+",
            _ => "-",
        };
        write!(f, "{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())?;
        let Some((hour, minute)) = self.clock else { return Ok(()) };
        write!(f, "T{hour:02}:{minute:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_the_record_writes_them() {
        for text in ["2025-11-01", "2025-11-01T08:30", "0007-01-31", "-0044-03-15", "+12025-01-01"] {
            assert_eq!(Moment::parse(text).map(|moment| Stamp::of(moment).to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn ranges_are_written_by_their_first_and_last_day_or_minute() {
        let said = |start: i64, end: i64| {
            let known = Known::Range(TimeRange { start: TimePoint(start), end: TimePoint(end) });
            known.earliest().zip(known.latest()).map(|(first, last)| format!("{first}/{last}")).expect("both ends")
        };
        assert_eq!(said(0, 2 * DAY), "1970-01-01/1970-01-02");
        assert_eq!(said(3600, 7200), "1970-01-01T01:00/1970-01-01T01:59");
        assert!(said(-400_000_000_000_000_000, 0).starts_with("-12675"));
    }
}
