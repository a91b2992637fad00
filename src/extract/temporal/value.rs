//! The meaning of a temporal expression: its TIMEX3 value and the days it covers.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::base::{Bounds, Moment};
use crate::extract::lexicon::time_word::{Part, Unit};

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
    /// A day of some month.
    DayOfMonth(u32),
    /// A month of some year.
    MonthOfYear(u32),
    /// A Hijri month or day of some year: no Gregorian month holds it.
    HijriOfYear,
    /// A weekday of some week, Monday is 1.
    Weekday(u32),
    /// A part of a weekday of some week.
    WeekdayPart(u32, &'static str),
    /// A quarter of a year, 1–4.
    Quarter(i32, u32),
    /// A half of a year, 1–2.
    Half(i32, u32),
    /// A season of the northern year; winter by the year that it starts in.
    Season(i32, Season),
    /// A season of some year.
    SeasonOfYear(Season),
    /// The weekend of the week that holds a day.
    Weekend(NaiveDate),
    /// A time of the clock, on a day where one is known.
    Clock(Option<NaiveDate>, ClockTime),
    /// A part of some day.
    PartOfDay(&'static str),
    /// A duration of several units: a year and two months.
    Compound(Vec<(i64, Unit)>),
    /// A duration in hundredths of a unit: half a year.
    Fraction(i64, Unit),
    /// Again and again, once in so many of a unit.
    Every(i64, Unit),
    /// Every such weekday, Monday is 1.
    EveryWeekday(u32),
    EveryWeekend,
    /// A time of the clock on every such weekday, or on every day.
    EveryClock(Option<u32>, ClockTime),
    /// A year of accounts, by the calendar year that it is named after.
    FiscalYear(i32),
}

/// A time of the clock, in 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClockTime {
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: Option<u32>,
    /// Minutes from Greenwich, where the text names a zone that has a number.
    pub(crate) zone: Option<i64>,
    /// Where a night named it.
    pub(crate) night: Night,
}

/// Whether an hour lies in the day that is named with it, or behind its midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Night {
    /// "Monday at eight": in the day.
    Within,
    /// "Monday evening at 12", "24:00": the day is over.
    Behind,
    /// "Monday at midnight", "Monday night at two": people mean the one or the other.
    Either,
}

impl ClockTime {
    /// `None` where no clock shows it; 24:00 is the midnight at the end of its day.
    pub(crate) fn new(hour: i64, minute: i64, second: Option<i64>) -> Option<Self> {
        let (hour, night) = if hour == 24 && minute == 0 { (0, Night::Behind) } else { (hour, Night::Within) };
        let small = |number: i64, limit: i64| (0..limit).contains(&number).then(|| u32::try_from(number).ok()).flatten();
        let second = match second {
            Some(second) => Some(small(second, 60)?),
            None => None,
        };
        Some(Self { hour: small(hour, 24)?, minute: small(minute, 60)?, second, zone: None, night })
    }

    /// An hour that has a name: noon, midnight.
    pub(crate) fn named(hour: i64) -> Option<Self> {
        let night = if hour == 0 { Night::Either } else { Night::Within };
        Self::new(hour, 0, None).map(|clock| Self { night, ..clock })
    }

    /// The day that its value is written with, of the one that is named with it.
    pub(super) fn day(self, named: NaiveDate) -> NaiveDate {
        if self.night == Night::Behind { named.succ_opt().unwrap_or(named) } else { named }
    }

    /// The first and the last moment that it can be, said of a day; `None` outside the years that are counted.
    pub(crate) fn moments(self, named: NaiveDate) -> Option<(Moment, Moment)> {
        let first = self.day(named);
        let last = if self.night == Night::Either { named.succ_opt().unwrap_or(named) } else { first };
        Some((Moment::at(first, self.hour, self.minute)?, Moment::at(last, self.hour, self.minute)?))
    }

    /// The same time in the half of the day that a part of the day names: seven in the evening is 19.
    pub(crate) fn in_part(self, part: &str) -> Self {
        let (hour, night) = match (part, self.hour) {
            ("TMO", 12) => (0, self.night),
            ("TAF" | "TEV", 1..=11) => (self.hour + 12, self.night),
            ("TEV", 12) if self.minute == 0 => (0, Night::Behind),
            ("TMI", 1..=4) => (self.hour + 12, self.night),
            ("TNI", 5..=11) => (self.hour + 12, self.night),
            ("TNI", 12) => (0, Night::Either),
            ("TNI", 0..=4) => (self.hour, Night::Either),
            _ => (self.hour, self.night),
        };
        Self { hour, night, ..self }
    }
}

/// A season of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// First and last month and day, by the months and by the sun together.
    fn days(self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let (first, last, end_year) = match self {
            Self::Spring => ((3, 1), (6, 20), year),
            Self::Summer => ((6, 1), (9, 22), year),
            Self::Autumn => ((9, 1), (12, 20), year),
            Self::Winter => ((12, 1), (3, 20), year + 1),
        };
        Some((NaiveDate::from_ymd_opt(year, first.0, first.1)?, NaiveDate::from_ymd_opt(end_year, last.0, last.1)?))
    }
}

impl Value {
    /// The days it covers, both inclusive; `None` where it names none by itself.
    pub(crate) fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            // A night ends on the morning after.
            Self::DayPart(day, "TNI") => Some((*day, day.succ_opt()?)),
            Self::Day(day) | Self::DayPart(day, _) | Self::Clock(Some(day), _) => Some((*day, *day)),
            Self::Quarter(year, quarter) => months(*year, quarter * 3 - 2, quarter * 3),
            Self::Half(year, half) => months(*year, half * 6 - 5, half * 6),
            Self::Season(year, season) => season.days(*year),
            // Friday and Saturday in most Arab countries, Saturday and Sunday elsewhere: the union.
            Self::Weekend(day) => {
                let monday = monday_of(*day)?;
                Some((monday.checked_add_days(Days::new(4))?, monday.checked_add_days(Days::new(6))?))
            }
            // A week starts on Saturday, Sunday or Monday: the union of the three.
            Self::Week(day) => {
                let (first, last) = week_starts(*day)?;
                Some((first, last.checked_add_days(Days::new(6))?))
            }
            Self::Month(year, month) => month_days(*year, *month),
            Self::Year(year) => years(*year, *year),
            Self::Decade(decade) => years(decade * 10, decade * 10 + 9),
            // It starts between July before and July of its year, by country: the union.
            Self::FiscalYear(year) => Some((NaiveDate::from_ymd_opt(year - 1, 7, 1)?, NaiveDate::from_ymd_opt(year + 1, 6, 30)?)),
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
            Self::Week(day) => {
                let (first, last) = week_starts(*day)?;
                let monday = monday_of(*day)?;
                let (from, to) = match part {
                    Part::Start => ((first, 0), (last, 2)),
                    Part::Mid => ((monday, 1), (monday, 4)),
                    Part::End => ((first, 4), (last, 6)),
                };
                let day = |(start, days): (NaiveDate, u64)| start.checked_add_days(Days::new(days));
                Some((day(from)?, day(to)?))
            }
            Self::Century(century) => {
                let (from, to) = match part {
                    Part::Start => (0, 33),
                    Part::Mid => (34, 66),
                    Part::End => (67, 99),
                };
                years(century * 100 + from, century * 100 + to)
            }
            _ => self.days(),
        }
    }

    /// The bounds it gives, with a part of it where one is named.
    pub(crate) fn bounds(&self, part: Option<Part>) -> Bounds {
        if let Self::Clock(Some(day), clock) = self {
            return clock.moments(*day).map_or(Bounds::UNKNOWN, |(first, last)| Bounds::between(first, last));
        }
        let days = match part {
            Some(part) => self.part_days(part),
            None => self.days(),
        };
        days.map_or(Bounds::UNKNOWN, |(first, last)| Bounds::between(Moment::on(first), Moment::on(last)))
    }
}

/// The first and the last day on which the week that holds a day may have started: a Saturday, a Sunday or a Monday.
fn week_starts(day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let monday = monday_of(day)?;
    match (day - monday).num_days() {
        5 => Some((day.checked_sub_days(Days::new(6))?, day)),
        6 => Some((monday, day)),
        _ => Some((monday.checked_sub_days(Days::new(2))?, monday)),
    }
}

/// The Monday on or before a day.
pub(crate) fn monday_of(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))
}

fn months(year: i32, first: u32, last: u32) -> Option<(NaiveDate, NaiveDate)> {
    Some((month_days(year, first)?.0, month_days(year, last)?.1))
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
