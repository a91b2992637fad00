//! From what is said to a date: against the publication date, past by default as news is.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::value::{Season, Value, monday_of};
use crate::extract::lexicon::time_word::{Relative, Unit};

/// The plain direction, and how many steps more.
fn plain(relative: Option<Relative>) -> (Option<Relative>, i32) {
    relative.map_or((None, 0), |relative| (Some(relative.plain().0), relative.plain().1))
}

/// The month of a bare or relative month name.
pub(crate) fn month(published: NaiveDate, month: u32, relative: Option<Relative>) -> Value {
    let (year, current) = (published.year(), published.month());
    let (relative, more) = plain(relative);
    let year = more
        + match relative {
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
    let (relative, more) = plain(relative);
    let year = published.year().checked_add(more)?;
    match relative {
        Some(Relative::Future) => (0..9).filter_map(|ahead| in_year(year + ahead)).find(|date| *date > published),
        Some(Relative::Current | Relative::Same) => in_year(year),
        Some(Relative::Past) => in_year(year).filter(|date| *date < published).or_else(|| in_year(year - 1)),
        // 29 February may be years back.
        _ => (0..9).filter_map(|back| in_year(year - back)).find(|date| *date <= published),
    }
}

/// The day of a weekday (Monday is 1): on or before publication, strictly before with «الماضي», after with «المقبل».
pub(crate) fn weekday(published: NaiveDate, weekday: u32, relative: Option<Relative>) -> Option<NaiveDate> {
    let today = published.weekday().number_from_monday();
    let back = (today + 7 - weekday) % 7;
    let (relative, more) = plain(relative);
    let day = match relative {
        Some(Relative::Past) => published.checked_sub_days(Days::new(u64::from(if back == 0 { 7 } else { back }))),
        Some(Relative::Future) => published.checked_add_days(Days::new(u64::from(7 - back))),
        _ => published.checked_sub_days(Days::new(u64::from(back))),
    }?;
    shifted(day, Unit::Week, i64::from(more))
}

/// The same day of the year before or after, where it falls on the weekday and the day itself does not.
pub(crate) fn year_of_weekday(day: NaiveDate, weekday: u32) -> Option<NaiveDate> {
    let years = [day.year(), day.year() + 1, day.year() - 1];
    let mut days = years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, day.month(), day.day()));
    days.find(|day| day.weekday().number_from_monday() == weekday)
}

/// The last day of the unit that holds a day; a week ends on Sunday here.
pub(crate) fn end_of(day: NaiveDate, unit: Unit) -> Option<NaiveDate> {
    match shifted_unit(day, unit, 0)? {
        Value::Week(day) => shifted(monday_of(day)?, Unit::Day, 6),
        whole => Some(whole.days()?.1),
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
        Unit::Quarter => Value::Quarter(day.year(), day.month0() / 3 + 1),
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

/// Which of a row of equal pieces: counted from its start or from its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nth {
    /// 1 is the first.
    First(i64),
    Last,
}

/// The nth weekday of a month or year: «أول ثلاثاء من أكتوبر».
pub(crate) fn nth_weekday(container: &Value, weekday: u32, nth: Nth) -> Option<NaiveDate> {
    let (first, last) = container.days()?;
    let day = match nth {
        Nth::First(nth) => {
            let ahead = (weekday + 7 - first.weekday().number_from_monday()) % 7;
            let weeks = u64::try_from(nth.checked_sub(1)?).ok()?;
            first.checked_add_days(Days::new(u64::from(ahead) + weeks.checked_mul(7)?))?
        }
        Nth::Last => {
            let back = (last.weekday().number_from_monday() + 7 - weekday) % 7;
            last.checked_sub_days(Days::new(u64::from(back)))?
        }
    };
    (first <= day && day <= last).then_some(day)
}

/// The nth unit of a longer one: the third week of a month, the first half of a year, the last day of a month.
pub(crate) fn nth_unit(container: &Value, unit: Unit, nth: Nth) -> Option<Value> {
    let (first, last) = container.days()?;
    let value = match (unit, nth) {
        (Unit::Day, Nth::First(n)) => Value::Day(first.checked_add_days(Days::new(u64::try_from(n.checked_sub(1)?).ok()?))?),
        (Unit::Day, Nth::Last) => Value::Day(last),
        (Unit::Week, nth) => nth_week(container, first, last, nth)?,
        (Unit::Month, Nth::First(n)) => shifted_unit(first, Unit::Month, n.checked_sub(1)?)?,
        (Unit::Month, Nth::Last) => Value::Month(last.year(), last.month()),
        (Unit::Quarter, Nth::First(n @ 1..=4)) => Value::Quarter(first.year(), u32::try_from(n).ok()?),
        (Unit::Quarter, Nth::Last) => Value::Quarter(first.year(), 4),
        (Unit::Year, Nth::First(n)) => Value::Year(first.year().checked_add(i32::try_from(n).ok()?.checked_sub(1)?)?),
        (Unit::Year, Nth::Last) => Value::Year(last.year()),
        (Unit::Decade, Nth::First(n)) => Value::Decade(first.year().div_euclid(10).checked_add(i32::try_from(n).ok()?)? - 1),
        (Unit::Decade, Nth::Last) => Value::Decade(last.year().div_euclid(10)),
        _ => return None,
    };
    value.days().filter(|days| days.0 <= last).map(|_| value)
}

/// Weeks are counted by their Mondays in a month, and as ISO 8601 counts them in a year.
fn nth_week(container: &Value, first: NaiveDate, last: NaiveDate, nth: Nth) -> Option<Value> {
    let day = match (container, nth) {
        (Value::Year(year), Nth::First(n)) => NaiveDate::from_isoywd_opt(*year, u32::try_from(n).ok()?, chrono::Weekday::Mon)?,
        (Value::Year(year), Nth::Last) => NaiveDate::from_ymd_opt(*year, 12, 28)?,
        (_, Nth::First(n)) => {
            let monday = nth_weekday(container, 1, Nth::First(1))?;
            monday.checked_add_days(Days::new(u64::try_from(n.checked_sub(1)?).ok()?.checked_mul(7)?))?
        }
        (_, Nth::Last) => nth_weekday(container, 4, Nth::Last)?,
    };
    (day >= first.checked_sub_days(Days::new(7))? && day <= last.checked_add_days(Days::new(7))?).then_some(Value::Week(day))
}

/// The season nearest to publication: the one that has begun last, the next with «المقبل» or a tense of the future.
pub(crate) fn season(published: NaiveDate, season: Season, relative: Option<Relative>) -> Value {
    let (relative, more) = plain(relative);
    let year = published.year();
    let starts = |year| Value::Season(year, season).days().map(|days| days.0);
    let ended = |year| Value::Season(year, season).days().is_some_and(|days| days.1 < published);
    let begun = |year| starts(year).is_some_and(|start| start <= published);
    let year = match relative {
        Some(Relative::Past) => (0..3).map(|back| year - back).find(|&year| ended(year)).unwrap_or(year - 1),
        Some(Relative::Future) => (0..2).map(|ahead| year + ahead).find(|&year| !begun(year)).unwrap_or(year + 1),
        Some(Relative::Current | Relative::Same) => {
            (0..2).map(|back| year - back).find(|&y| begun(y) && !ended(y)).unwrap_or(year)
        }
        _ => (0..2).map(|back| year - back).find(|&year| begun(year)).unwrap_or(year - 1),
    };
    Value::Season(year + more, season)
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
