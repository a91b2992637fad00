//! From what is said to a date: against the publication date, past by default as news is.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::value::Value;
use crate::extract::lexicon::temporal::{Relative, Unit};

/// The month of a bare or relative month name.
pub(crate) fn month(published: NaiveDate, month: u32, relative: Option<Relative>) -> Value {
    let (year, current) = (published.year(), published.month());
    let year = match relative {
        // The latest that has ended.
        Some(Relative::Past) if month >= current => year - 1,
        Some(Relative::Future) if month <= current => year + 1,
        Some(_) => year,
        None if month > current => year - 1,
        None => year,
    };
    Value::Month(year, month)
}

/// The day of a month name with a day but no year.
pub(crate) fn day_of_year(published: NaiveDate, month: u32, day: u32, relative: Option<Relative>) -> Option<NaiveDate> {
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
    let year = published.year();
    match relative {
        Some(Relative::Future) => in_year(year).filter(|date| *date > published).or_else(|| in_year(year + 1)),
        Some(Relative::Current | Relative::Same) => in_year(year),
        Some(Relative::Past) => in_year(year).filter(|date| *date < published).or_else(|| in_year(year - 1)),
        // 29 February may be years back.
        None => (0..9).filter_map(|back| in_year(year - back)).find(|date| *date <= published),
    }
}

/// The day of a weekday (Monday is 1): on or before publication, strictly before with «الماضي», after with «المقبل».
pub(crate) fn weekday(published: NaiveDate, weekday: u32, relative: Option<Relative>) -> Option<NaiveDate> {
    let today = published.weekday().number_from_monday();
    let back = (today + 7 - weekday) % 7;
    match relative {
        Some(Relative::Past) => published.checked_sub_days(Days::new(u64::from(if back == 0 { 7 } else { back }))),
        Some(Relative::Future) => published.checked_add_days(Days::new(u64::from(7 - back))),
        _ => published.checked_sub_days(Days::new(u64::from(back))),
    }
}

/// The unit that lies `steps` of it from the publication date: last month, two years ago.
pub(crate) fn shifted_unit(published: NaiveDate, unit: Unit, steps: i64) -> Option<Value> {
    let day = shifted(published, unit, steps)?;
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => Value::Day(day),
        Unit::Week => Value::Week(day),
        Unit::Month => Value::Month(day.year(), day.month()),
        Unit::Quarter => {
            let first = (day.month0() / 3) * 3 + 1;
            Value::Range(Box::new(Value::Month(day.year(), first)), Box::new(Value::Month(day.year(), first + 2)))
        }
        Unit::Year => Value::Year(day.year()),
        Unit::Decade => Value::Decade(day.year().div_euclid(10)),
        Unit::Century => Value::Century(day.year().div_euclid(100)),
    })
}

/// The day that lies `steps` units from a day.
pub(crate) fn shifted(day: NaiveDate, unit: Unit, steps: i64) -> Option<NaiveDate> {
    let (days, months) = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => (0, 0),
        Unit::Day => (1, 0),
        Unit::Week => (7, 0),
        Unit::Month => (0, 1),
        Unit::Quarter => (0, 3),
        Unit::Year => (0, 12),
        Unit::Decade => (0, 120),
        Unit::Century => (0, 1200),
    };
    let (days, months) = (steps.checked_mul(days)?, steps.checked_mul(months)?);
    let (days, months) = (days.unsigned_abs(), u32::try_from(months.unsigned_abs()).ok()?);
    if steps < 0 {
        day.checked_sub_months(Months::new(months))?.checked_sub_days(Days::new(days))
    } else {
        day.checked_add_months(Months::new(months))?.checked_add_days(Days::new(days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_month_with_past_has_ended_and_a_bare_one_may_be_the_current() {
        let published = date("2025-11-01");
        assert_eq!(month(published, 9, Some(Relative::Past)), Value::Month(2025, 9));
        assert_eq!(month(published, 11, Some(Relative::Past)), Value::Month(2024, 11));
        assert_eq!(month(published, 11, None), Value::Month(2025, 11));
        assert_eq!(month(published, 12, None), Value::Month(2024, 12));
        assert_eq!(month(published, 11, Some(Relative::Future)), Value::Month(2026, 11));
    }

    #[test]
    fn a_weekday_is_the_nearest_on_or_before() {
        let saturday = date("2025-11-01");
        assert_eq!(weekday(saturday, 6, None), Some(saturday));
        assert_eq!(weekday(saturday, 6, Some(Relative::Past)), Some(date("2025-10-25")));
        assert_eq!(weekday(saturday, 6, Some(Relative::Future)), Some(date("2025-11-08")));
        assert_eq!(weekday(saturday, 1, None), Some(date("2025-10-27")));
        assert_eq!(weekday(saturday, 1, Some(Relative::Future)), Some(date("2025-11-03")));
    }

    #[test]
    fn leap_days_are_found_years_back() {
        assert_eq!(day_of_year(date("2025-11-01"), 2, 29, None), Some(date("2024-02-29")));
        assert_eq!(day_of_year(date("2025-11-01"), 2, 30, None), None);
    }
}
