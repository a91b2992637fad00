//! Days, months, years and clock times as a region writes them, from ICU4X.
//! Knows the Gregorian calendar, whatever the region prefers; knows no bounds and no words of ours.

use chrono::{Datelike, NaiveDate};
use icu::calendar::types::RataDie;
use icu::calendar::{Date, Gregorian};
use icu::datetime::fieldsets::enums::{
    CalendarPeriodFieldSet, CompositeDateTimeFieldSet, DateAndTimeFieldSet, DateFieldSet, TimeFieldSet,
};
use icu::datetime::fieldsets::{self, D, E, M, MD, T, Y, YM, YMD};
use icu::datetime::input::{DateTime, Time};
use icu::datetime::options::{TimePrecision, YearStyle};
use icu::datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu::locale::Locale;

use crate::base::Moment;

/// Years from this one on are written bare; earlier ones with their era, for «44» alone is no year.
const FIRST_BARE_YEAR: i32 = 100;

type Formatter = FixedCalendarDateTimeFormatter<Gregorian, CompositeDateTimeFieldSet>;

/// Writes dates. Where ICU4X has no data for the locale, nothing is written: the caller falls back on ISO 8601.
pub(super) struct Dates {
    year_month_day: Option<Formatter>,
    year_month: Option<Formatter>,
    month_day: Option<Formatter>,
    month: Option<Formatter>,
    short_month: Option<Formatter>,
    year: Option<Formatter>,
    year_with_era: Option<Formatter>,
    weekday: Option<Formatter>,
    day: Option<Formatter>,
    minute: Option<Formatter>,
    hour: Option<Formatter>,
    clock: Option<Formatter>,
}

impl Dates {
    /// Of a locale.
    pub(super) fn new(locale: &Locale) -> Self {
        use CompositeDateTimeFieldSet as Fields;
        let preferences: DateTimeFormatterPreferences = locale.into();
        let of = |fields| Formatter::try_new(preferences, fields).ok();
        let date = |fields| of(Fields::Date(fields));
        let period = |fields| of(Fields::CalendarPeriod(fields));
        let time = |precision| of(Fields::Time(TimeFieldSet::T(T::short().with_time_precision(precision))));
        let bare = YearStyle::NoEra;
        let minute = fieldsets::YMDT::long().with_year_style(bare).with_time_precision(TimePrecision::Minute);
        Self {
            year_month_day: date(DateFieldSet::YMD(YMD::long().with_year_style(bare))),
            year_month: period(CalendarPeriodFieldSet::YM(YM::long().with_year_style(bare))),
            month_day: date(DateFieldSet::MD(MD::long())),
            month: period(CalendarPeriodFieldSet::M(M::long())),
            short_month: period(CalendarPeriodFieldSet::M(M::medium())),
            year: period(CalendarPeriodFieldSet::Y(Y::long().with_year_style(bare))),
            year_with_era: period(CalendarPeriodFieldSet::Y(Y::long().with_year_style(YearStyle::WithEra))),
            weekday: date(DateFieldSet::E(E::long())),
            day: date(DateFieldSet::D(D::long())),
            minute: of(Fields::DateTime(DateAndTimeFieldSet::YMDT(minute))),
            hour: time(TimePrecision::Hour),
            clock: time(TimePrecision::Minute),
        }
    }

    /// A day, with its time where it has one.
    pub(super) fn moment(&self, moment: Moment) -> Option<String> {
        let Some((hour, minute)) = moment.clock() else { return self.date(moment.day()) };
        if moment.day().year() < FIRST_BARE_YEAR {
            return Some(format!("{} {}", self.date(moment.day())?, self.clock(hour, minute)?));
        }
        write(self.minute.as_ref(), moment.day(), hour, minute)
    }

    /// A day of a year.
    ///
    /// ICU4X 2.2 puts the era first in Arabic («ق.م 44 مارس 15»), so days of early years are put together here.
    pub(super) fn date(&self, day: NaiveDate) -> Option<String> {
        if day.year() < FIRST_BARE_YEAR {
            return Some(format!("{} {}", self.day_and_month(day)?, self.year(day.year())?));
        }
        write_day(self.year_month_day.as_ref(), day)
    }

    /// A month of a year.
    pub(super) fn month_of_year(&self, year: i32, month: u32) -> Option<String> {
        if year < FIRST_BARE_YEAR {
            return Some(format!("{} {}", self.month(month)?, self.year(year)?));
        }
        write_day(self.year_month.as_ref(), NaiveDate::from_ymd_opt(year, month, 1)?)
    }

    /// A day without its year.
    pub(super) fn day_and_month(&self, day: NaiveDate) -> Option<String> {
        write_day(self.month_day.as_ref(), day)
    }

    /// The name of a month, 1–12.
    pub(super) fn month(&self, month: u32) -> Option<String> {
        write_day(self.month.as_ref(), some_month(month)?)
    }

    /// The short name of a month, 1–12.
    pub(super) fn short_month(&self, month: u32) -> Option<String> {
        write_day(self.short_month.as_ref(), some_month(month)?)
    }

    /// A year, with its era where it would not be understood without.
    pub(super) fn year(&self, year: i32) -> Option<String> {
        let formatter = if year < FIRST_BARE_YEAR { &self.year_with_era } else { &self.year };
        write_day(formatter.as_ref(), NaiveDate::from_ymd_opt(year, 1, 1)?)
    }

    /// The name of a day of the week.
    pub(super) fn weekday(&self, day: NaiveDate) -> Option<String> {
        write_day(self.weekday.as_ref(), day)
    }

    /// The number of a day in its month.
    pub(super) fn day_of_month(&self, day: NaiveDate) -> Option<String> {
        write_day(self.day.as_ref(), day)
    }

    /// A full hour, 0–23.
    pub(super) fn hour(&self, hour: u32) -> Option<String> {
        write(self.hour.as_ref(), NaiveDate::default(), hour, 0)
    }

    /// A clock time.
    pub(super) fn clock(&self, hour: u32, minute: u32) -> Option<String> {
        write(self.clock.as_ref(), NaiveDate::default(), hour, minute)
    }
}

/// A day in a month, 1–12, of a year that does not matter.
fn some_month(month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2000, month, 1)
}

fn write_day(formatter: Option<&Formatter>, day: NaiveDate) -> Option<String> {
    write(formatter, day, 0, 0)
}

fn write(formatter: Option<&Formatter>, day: NaiveDate, hour: u32, minute: u32) -> Option<String> {
    let time = Time::try_new(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, 0, 0).ok()?;
    Some(formatter?.format(&DateTime { date: gregorian(day), time }).to_string())
}

/// Both count days from 0000-12-31, so years beyond those that ICU4X takes as numbers work too.
fn gregorian(day: NaiveDate) -> Date<Gregorian> {
    Date::from_rata_die(RataDie::new(i64::from(day.num_days_from_ce())), Gregorian)
}
