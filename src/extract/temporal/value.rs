//! The meaning of a temporal expression: its TIMEX3 value and the days it covers.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::base::{Bounds, Moment};
use crate::extract::lexicon::temporal::{Part, Unit};

/// What a temporal expression means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Day(NaiveDate),
    /// The week that holds a day.
    Week(NaiveDate),
    Month(i32, u32),
    Year(i32),
    /// The years that share all digits but the last.
    Decade(i32),
    /// The years that share the first two digits.
    Century(i32),
    /// From the start of the first to the end of the second.
    Range(Box<Value>, Box<Value>),
    /// A part of a day.
    DayPart(NaiveDate, &'static str),
    Past,
    Present,
    Future,
    /// So many of a unit; `None`: some.
    Duration(Option<i64>, Unit),
    /// A day of some year.
    DayOfYear(u32, u32),
    /// A month of some year.
    MonthOfYear(u32),
    /// A weekday of some week, Monday is 1.
    Weekday(u32),
}

impl Value {
    /// TIMEX3 `value`. Source: TimeML 1.2.1.
    pub(crate) fn timex_value(&self) -> String {
        match self {
            Self::Day(day) => Moment::on(*day).to_string(),
            Self::Week(day) => {
                let week = day.iso_week();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
            Self::Range(first, last) => format!("{}/{}", first.timex_value(), last.timex_value()),
            Self::DayPart(day, part) => format!("{}{part}", Moment::on(*day)),
            Self::Past => "PAST_REF".to_owned(),
            Self::Present => "PRESENT_REF".to_owned(),
            Self::Future => "FUTURE_REF".to_owned(),
            Self::Duration(count, unit) => duration_value(*count, *unit),
            Self::DayOfYear(month, day) => format!("XXXX-{month:02}-{day:02}"),
            Self::MonthOfYear(month) => format!("XXXX-{month:02}"),
            Self::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
        }
    }

    /// The days it covers, both inclusive; `None` where it names none by itself.
    pub(crate) fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Day(day) | Self::DayPart(day, _) => Some((*day, *day)),
            // A week starts on Saturday, Sunday or Monday: the union of the three.
            Self::Week(day) => {
                let monday = *day - Days::new(u64::from(day.weekday().num_days_from_monday()));
                Some((monday - Days::new(2), monday + Days::new(6)))
            }
            Self::Month(year, month) => month_days(*year, *month),
            Self::Year(year) => years(*year, *year),
            Self::Decade(decade) => years(decade * 10, decade * 10 + 9),
            Self::Century(century) => years(century * 100, century * 100 + 99),
            Self::Range(first, last) => {
                let (first, last) = (first.days()?.0, last.days()?.1);
                (first <= last).then_some((first, last))
            }
            _ => None,
        }
    }

    /// The days that a part of it covers.
    pub(crate) fn part_days(&self, part: Part) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Month(year, month) => {
                let (first, last) = month_days(*year, *month)?;
                let (from, to) = match part {
                    Part::Start => (1, 10),
                    Part::Mid => (11, 20),
                    Part::End => (21, last.day()),
                };
                Some((first.with_day(from)?, first.with_day(to)?))
            }
            Self::Year(year) => {
                let (from, to) = match part {
                    Part::Start => (1, 3),
                    Part::Mid => (5, 8),
                    Part::End => (10, 12),
                };
                Some((month_days(*year, from)?.0, month_days(*year, to)?.1))
            }
            Self::Decade(decade) => {
                let (from, to) = match part {
                    Part::Start => (0, 2),
                    Part::Mid => (3, 6),
                    Part::End => (7, 9),
                };
                years(decade * 10 + from, decade * 10 + to)
            }
            _ => self.days(),
        }
    }

    /// The bounds it gives, with a part of it where one is named.
    pub(crate) fn bounds(&self, part: Option<Part>) -> Bounds {
        let days = match part {
            Some(part) => self.part_days(part),
            None => self.days(),
        };
        days.map_or(Bounds::UNKNOWN, |(first, last)| Bounds::between(Moment::on(first), Moment::on(last)))
    }
}

fn duration_value(count: Option<i64>, unit: Unit) -> String {
    let count_text = count.map_or_else(|| "X".to_owned(), |count| count.to_string());
    let (time, letter) = match unit {
        Unit::Second => ("T", "S"),
        Unit::Minute => ("T", "M"),
        Unit::Hour => ("T", "H"),
        Unit::Day => ("", "D"),
        Unit::Week => ("", "W"),
        Unit::Month => ("", "M"),
        Unit::Quarter => ("", "Q"),
        Unit::Year => ("", "Y"),
        Unit::Decade | Unit::Century => return long_duration(count, unit),
    };
    format!("P{time}{count_text}{letter}")
}

/// A decade's or century's duration is written in years.
fn long_duration(count: Option<i64>, unit: Unit) -> String {
    let years = if unit == Unit::Decade { 10 } else { 100 };
    match count.and_then(|count| count.checked_mul(years)) {
        Some(years) => format!("P{years}Y"),
        None => "PXY".to_owned(),
    }
}

/// The first and last day of a month.
pub(crate) fn month_days(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    Some((first, last))
}

fn years(first: i32, last: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(first, 1, 1)?, NaiveDate::from_ymd_opt(last, 12, 31)?))
}
