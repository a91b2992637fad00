//! One day told twice: «اليوم (الاثنين)», «الخميس 8 أكتوبر», «الجمعة الأسبوع المقبل», «نيسان (26/4/1947)».
//! Counter-example: «الأحد، وفي 8 أكتوبر» are two.

use chrono::{Datelike, Days, NaiveDate};

use super::super::value::{Value, monday_of};
use super::super::{Found, resolve};
use super::gap::Gap;
use crate::event::Anchor;
use crate::extract::normalize::Reading;

/// «اليوم الاثنين», «مساء أمس الجمعة»: the day counted from publication stands, the weekday repeats it.
pub(super) fn day_and_weekday(a: &Found, b: &Found, gap: Gap) -> Option<Found> {
    let counted =
        a.rule.ends_with("/day-word") && matches!(a.value, Value::Day(_) | Value::DayPart(..) | Value::Present | Value::Past);
    let repeats = b.weekday.is_some() || b.value == a.value;
    // «غدا الاثنين» where nobody knows which Monday: it is one.
    if let (Value::Future, Some(_), true) = (&a.value, b.weekday, gap == Gap::Beside && a.rule.ends_with("/day-word")) {
        return Some(Found { first: a.first, skip: a.skip, ..b.clone() });
    }
    if let Some(value) = dated_anew(a, b, gap).filter(|_| counted) {
        return Some(Found { last: b.last, value, ..a.clone() });
    }
    let beside = gap == Gap::Beside || gap == Gap::Comma && b.weekday.is_some_and(|weekday| is_near(a, weekday));
    (counted && repeats && beside).then(|| Found { last: b.last, value: on_weekday(a, b.weekday), ..a.clone() })
}

/// «صباح اليوم الأحد 2 أكتوبر 2016»: the date behind it tells which day, where the page is dated by another one near it.
fn dated_anew(a: &Found, b: &Found, gap: Gap) -> Option<Value> {
    let (day, part) = match a.value {
        Value::Day(day) => (day, None),
        Value::DayPart(day, part) => (day, Some(part)),
        _ => return None,
    };
    let Value::Day(date) = b.value else { return None };
    let near = (-7..=1).contains(&(date - day).num_days()) && (b.anchor == Anchor::Absolute || date == day);
    let value = part.map_or(Value::Day(date), |part| Value::DayPart(date, part));
    (near && gap == Gap::Beside).then_some(value)
}

/// Whether a day is a weekday or the day behind it.
fn is_near(day: &Found, weekday: u32) -> bool {
    let number = |day: NaiveDate| day.weekday().number_from_monday();
    matches!(day.value, Value::Day(day) | Value::DayPart(day, _) if [Some(day), day.pred_opt()].into_iter().flatten().any(|day| number(day) == weekday))
}

/// A page is dated days later than it was written at times, and earlier only by the night between two zones of time: where the
/// weekday says so, its day stands.
fn on_weekday(day: &Found, weekday: Option<u32>) -> Value {
    let ahead = |day: NaiveDate| day.succ_opt().filter(|next| Some(next.weekday().number_from_monday()) == weekday);
    let back = |day: NaiveDate| weekday.and_then(|weekday| resolve::weekday(day, weekday, None));
    let of = |day: NaiveDate| ahead(day).or_else(|| back(day)).unwrap_or(day);
    match day.value {
        Value::Day(day) => Value::Day(of(day)),
        Value::DayPart(day, part) => Value::DayPart(of(day), part),
        ref value => value.clone(),
    }
}

/// «اليوم (الاثنين)».
pub(super) fn day_in_brackets(reading: &Reading<'_>, a: &Found, b: &Found) -> Option<Found> {
    let both = day_and_weekday(a, b, Gap::Beside)?;
    reading.is_mark(b.last + 1, ")").then(|| Found { last: b.last + 1, ..both })
}

/// «الجمعة الأسبوع المقبل», "next week on Friday": the weekday of that week.
pub(super) fn weekday_and_week(a: &Found, b: &Found) -> Option<Found> {
    let (weekday, week, named) = match (a.weekday, &a.value, b.weekday, &b.value) {
        (Some(weekday), _, _, Value::Week(week)) => (weekday, *week, b),
        (_, Value::Week(week), Some(weekday), _) => (weekday, *week, a),
        _ => return None,
    };
    let day = monday_of(week)?.checked_add_days(Days::new(u64::from(weekday.checked_sub(1)?)))?;
    Some(Found::date(a.first, a.skip, b.last, Value::Day(day), named.anchor, named.rule))
}

/// "this Friday (June 15)": the date that the brackets give a weekday.
pub(super) fn weekday_in_front(reading: &Reading<'_>, a: &Found, b: &Found) -> Option<Found> {
    let joined = weekday_and_date(a, b, Gap::Comma)?;
    let last = if reading.is_mark(b.last + 1, ")") { b.last + 1 } else { b.last };
    Some(Found { last, ..joined })
}

/// "Jul 18, Fri": the weekday picks the year.
pub(super) fn date_and_weekday(a: &Found, b: &Found) -> Option<Found> {
    let (Value::Day(day), Some(weekday)) = (&a.value, b.weekday) else { return None };
    let same = day.weekday().number_from_monday() == weekday;
    let day = if same { *day } else { resolve::year_of_weekday(*day, weekday).filter(|_| a.yearless)? };
    (a.weekday.is_none() && (a.yearless || a.anchor == Anchor::Absolute)).then(|| Found {
        last: b.last,
        value: Value::Day(day),
        ..a.clone()
    })
}

/// A weekday and the date that it falls on.
pub(super) fn weekday_and_date(a: &Found, b: &Found, gap: Gap) -> Option<Found> {
    let (Some(weekday), Value::Day(day)) = (a.weekday, &b.value) else { return None };
    let same = day.weekday().number_from_monday() == weekday;
    // «السبت المقبل 31 يناير الجاري»
    let agrees = same && gap == Gap::Beside && a.value == b.value;
    let fits = b.weekday.is_none() && (b.yearless || b.anchor == Anchor::Absolute || agrees);
    if !fits || !(same || gap == Gap::Beside || b.yearless) {
        return None;
    }
    let value =
        if same || !b.yearless { b.value.clone() } else { Value::Day(resolve::year_of_weekday(*day, weekday).unwrap_or(*day)) };
    Some(Found { first: a.first, skip: a.skip, value, ..b.clone() })
}

/// «نيسان (26/4/1947)»: a month and the day that the brackets give in figures.
pub(super) fn month_and_figures(reading: &Reading<'_>, a: &Found, b: &Found) -> Option<Found> {
    let month = match a.value {
        Value::Month(_, month) if a.yearless => month,
        Value::MonthOfYear(month) => month,
        _ => return None,
    };
    let Value::Day(day) = b.value else { return None };
    let last = if reading.is_mark(b.last + 1, ")") { b.last + 1 } else { b.last };
    (day.month() == month).then(|| Found { first: a.first, skip: a.skip, last, ..b.clone() })
}
