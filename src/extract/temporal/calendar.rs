//! Feasts and the Hijri calendar: days that a table or the moon decides.
//! Knows no words.

use chrono::{Datelike, Days, NaiveDate};
use icu::calendar::types::{Month, RataDie};
use icu::calendar::{Date, Gregorian};
use serde::Deserialize;

use super::value::Value;
use crate::base::HijriDay;
pub(super) use crate::base::hijri::UMM_AL_QURA_YEARS;
use crate::extract::RuleId;

/// The rule of Hijri dates, and of those that the tabular calendar reckons: it may be a day or two off, and its name says so.
pub(super) const RULE_HIJRI: RuleId = "ar/hijri";
pub(super) const RULE_TABULAR: RuleId = "ar/hijri-tabular";

/// Whether a rule is one of Hijri dates.
pub(super) fn is_hijri(rule: &str) -> bool {
    rule == RULE_HIJRI || rule == RULE_TABULAR
}

/// How a feast is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Reckoning {
    /// Gregorian month and day.
    Fixed(u32, u32),
    /// Hijri month, day and how many days it lasts.
    Hijri(u32, u32, u32),
    /// Hebrew month (Tishri is 1, Adar 6, Nisan 7), day and how many days it lasts, from the evening before on.
    Hebrew(u8, u8, u32),
    /// Chinese month and day.
    Chinese(u8, u8),
    /// Persian month and day.
    Persian(u8, u8),
    /// Days from Western Easter Sunday.
    Easter(i64),
    /// Days from Orthodox Easter Sunday.
    OrthodoxEaster(i64),
    /// Month, weekday (Monday is 1), which of the month (0: the last), and days to add.
    Nth(u32, u32, i64, i64),
}

impl Reckoning {
    /// The day or days of the feast in a Gregorian year.
    pub(crate) fn in_year(self, year: i32) -> Option<Value> {
        let day = match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day)?,
            Self::Easter(days) => moved(western_easter(year)?, days)?,
            Self::OrthodoxEaster(days) => moved(orthodox_easter(year)?, days)?,
            Self::Nth(month, weekday, nth, days) => {
                let nth = if nth == 0 { super::resolve::Nth::Last } else { super::resolve::Nth::First(nth) };
                moved(super::resolve::nth_weekday(&Value::Month(year, month), weekday, nth)?, days)?
            }
            Self::Hijri(month, day, length) => return hijri_feast(year, month, day, length),
            Self::Hebrew(month, day, length) => return hebrew_feast(year, month, day, length),
            Self::Chinese(month, day) => {
                gregorian(Date::try_new_chinese_traditional(year, Month::new(month), day).ok()?.to_rata_die())?
            }
            Self::Persian(month, day) => gregorian(Date::try_new_persian(year - 621, month, day).ok()?.to_rata_die())?,
        };
        Some(Value::Day(day))
    }
}

/// A Hijri feast may fall twice into a Gregorian year: the first counts.
fn hijri_feast(year: i32, month: u32, day: u32, length: u32) -> Option<Value> {
    // «عيد الأضحى 1445»: the year is a Hijri one itself.
    if UMM_AL_QURA_YEARS.contains(&year) {
        return feast_days(hijri_day(year, month, day)?, length);
    }
    let hijri_year = (year - 622) * 33 / 32;
    let start = (hijri_year - 3..=hijri_year + 3)
        .filter_map(|hijri_year| hijri_day(hijri_year, month, day))
        .find(|start| start.year() == year)?;
    feast_days(start, length)
}

fn feast_days(start: NaiveDate, length: u32) -> Option<Value> {
    if length <= 1 {
        return Some(Value::Day(start));
    }
    let end = start.checked_add_days(Days::new(u64::from(length - 1)))?;
    Some(Value::Range(Box::new(Value::Day(start)), Box::new(Value::Day(end))))
}

/// A Hebrew feast begins on the evening before its first day.
fn hebrew_feast(year: i32, month: u8, day: u8, length: u32) -> Option<Value> {
    let in_hebrew = |hebrew_year| gregorian(Date::try_new_hebrew_v2(hebrew_year, Month::new(month), day).ok()?.to_rata_die());
    let first = [year + 3760, year + 3761].into_iter().filter_map(in_hebrew).find(|first| first.year() == year)?;
    let last = first.checked_add_days(Days::new(u64::from(length.checked_sub(1)?)))?;
    Some(Value::Range(Box::new(Value::Day(first.pred_opt()?)), Box::new(Value::Day(last))))
}

fn gregorian(day: RataDie) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day.to_i64_date()).ok()?)
}

fn moved(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    super::resolve::shifted(day, crate::extract::lexicon::time_word::Unit::Day, days)
}

/// The Gregorian day of a Hijri date.
pub(crate) fn hijri_day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    HijriDay::new(year, month, day)?.gregorian()
}

/// The Gregorian days of a Hijri month.
pub(crate) fn hijri_month(year: i32, month: u32) -> Option<Value> {
    let first = hijri_day(year, month, 1)?;
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let last = hijri_day(next_year, next_month, 1)?.pred_opt()?;
    Some(Value::Range(Box::new(Value::Day(first)), Box::new(Value::Day(last))))
}

/// The Gregorian days of a Hijri year.
pub(crate) fn hijri_year(year: i32) -> Option<Value> {
    let (first, last) = (hijri_day(year, 1, 1)?, hijri_day(year.checked_add(1)?, 1, 1)?.pred_opt()?);
    Some(Value::Range(Box::new(Value::Day(first)), Box::new(Value::Day(last))))
}

/// The Hijri year in which a Gregorian day lies; before the Hijra, its first.
pub(crate) fn hijri_year_of(day: NaiveDate) -> i32 {
    HijriDay::of(day).map_or(1, HijriDay::year)
}

/// Western Easter by the algorithm of Meeus, Jones and Butcher.
fn western_easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Orthodox Easter: by Meeus in the Julian calendar, which ICU4X turns into the Gregorian.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 4, year % 7, year % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let month = (d + e + 114) / 31;
    let day = (d + e + 114) % 31 + 1;
    let julian = Date::try_new_julian(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()?;
    let gregorian = julian.to_calendar(Gregorian);
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(gregorian.to_rata_die().to_i64_date()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feast(reckoning: Reckoning, year: i32) -> String {
        reckoning.in_year(year).map(|value| value.timex_value()).unwrap_or_default()
    }

    #[test]
    fn feasts_fall_on_their_days() {
        assert_eq!(feast(Reckoning::Easter(0), 2013), "2013-03-31");
        assert_eq!(feast(Reckoning::OrthodoxEaster(0), 2018), "2018-04-08");
        assert_eq!(feast(Reckoning::Nth(11, 4, 4, 0), 2013), "2013-11-28");
        assert_eq!(feast(Reckoning::Nth(5, 1, 0, 0), 2016), "2016-05-30");
        assert_eq!(feast(Reckoning::Fixed(12, 25), 2013), "2013-12-25");
        assert_eq!(feast(Reckoning::Hebrew(1, 1, 2), 2023), "2023-09-15/2023-09-17");
        assert_eq!(feast(Reckoning::Hebrew(7, 15, 8), 2024), "2024-04-22/2024-04-30");
        assert_eq!(feast(Reckoning::Chinese(1, 1), 2024), "2024-02-10");
        assert_eq!(feast(Reckoning::Persian(1, 1), 2024), "2024-03-20");
        assert_eq!(feast(Reckoning::Hijri(10, 1, 1), 2018), "2018-06-15");
        assert_eq!(feast(Reckoning::Hijri(12, 10, 1), 2013), "2013-10-15");
        assert_eq!(feast(Reckoning::Hijri(1, 1, 1), 2019), "2019-08-31");
    }

    #[test]
    fn hijri_days_have_gregorian_days_in_both_calendars() {
        assert_eq!(hijri_day(1445, 9, 1), NaiveDate::from_ymd_opt(2024, 3, 11));
        assert!(hijri_day(1200, 1, 1).is_some_and(|day| day.year() == 1785));
        assert_eq!(hijri_day(1445, 13, 1), None);
        assert_eq!(NaiveDate::from_ymd_opt(2024, 3, 12).map(hijri_year_of), Some(1445));
    }
}
