//! Hijri dates: «15 رمضان 1445 هـ»، «شهر رمضان»، «غرة محرم 1440».
//! Counter-examples: «رجب طيب أردوغان»، «رمضان صبحي»، «صفر» as zero.

use super::{At, day_number, month, month_name, time_word, year};
use crate::event::Anchor;
use crate::extract::RuleId;
use crate::extract::lexicon::time_word::{Count, Relative, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, calendar, relative_at};
use chrono::Datelike;

/// Hijri years that news and history name.
const HIJRI_YEARS: std::ops::RangeInclusive<i32> = 1..=1600;

/// The expression around a Hijri month.
pub(super) fn named(context: &Context<'_>, at: At<'_>, number: u32) -> Option<Found> {
    let reading = context.reading;
    let (first, skip, day) = look_behind(context, at);
    let headed = first < at.token && day.is_none();
    let mut last = at.last();
    last += usize::from(matches!(reading.word(last + 1), Some("المبارك" | "الفضيل" | "الحرام" | "المعظم" | "الكريم" | "المكرم")));
    let year = month::year_after(reading, last + 1);
    if let Some((_, end)) = year {
        last = end + era(context, end + 1);
    }
    let relative = relative_at(reading, last + 1).filter(|_| year.is_none());
    last += relative.map_or(0, |(_, n_tokens)| n_tokens);
    let before = at.token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let governed = at.word.n_tokens > 1
        || matches!(before, "في" | "خلال" | "منذ" | "بحلول") && at.word.skip == 0 && stands_free(context, last);
    if !(headed || day.is_some() || year.is_some() || relative.is_some() || governed)
        || month_name::after_name_head(reading, first)
    {
        return None;
    }
    let hijri_year = year.map(|(year, _)| year).filter(|year| HIJRI_YEARS.contains(year));
    let (value, anchor) = match year {
        Some((year, _)) if HIJRI_YEARS.contains(&year) => (in_hijri_year(year, number, day)?, Anchor::Absolute),
        Some((year, _)) => (in_gregorian_year(year, number, day)?, Anchor::Absolute),
        None => {
            let relative = relative.map(|(relative, _)| relative).or(context.tense_at(at.token));
            match context.published {
                Some(published) => (near(published, number, day, relative)?, Anchor::Published),
                None => (Value::HijriOfYear, Anchor::Unresolved),
            }
        }
    };
    let found = Found::date(first, skip, last, value, anchor, hijri_year.map_or(calendar::RULE_HIJRI, rule));
    Some(if day.is_some() { super::weekday::before_date(context, found) } else { super::part::with_part(context, found) })
}

/// A Hijri month with its year or without, whatever stands before it: what holds «ثالث يوم من رمضان».
pub(super) fn whole(context: &Context<'_>, at: At<'_>, month: u32) -> Option<Found> {
    let date = |last, value, anchor| Some(Found::date(at.token, at.word.skip, last, value, anchor, calendar::RULE_HIJRI));
    match month::year_after(context.reading, at.last() + 1) {
        Some((year, end)) if HIJRI_YEARS.contains(&year) => {
            date(end + era(context, end + 1), in_hijri_year(year, month, None)?, Anchor::Absolute)
        }
        Some((year, end)) => date(end, in_gregorian_year(year, month, None)?, Anchor::Absolute),
        None => {
            let value = near(context.published?, month, None, context.tense_at(at.token))?;
            date(at.last(), value, Anchor::Published)
        }
    }
}

/// A name would go on: «رمضان صبحي».
fn stands_free(context: &Context<'_>, last: usize) -> bool {
    let reading = context.reading;
    match reading.word(last + 1) {
        None => true,
        Some(next) => {
            next.starts_with(['و', 'ب']) || matches!(next, "في" | "من" | "علي" | "الي" | "ان" | "هذا") || year::is_verb(next)
        }
    }
}

/// How many tokens name the Hijri era from a token on: «هـ», «هجرية», «(هـ)».
pub(super) fn era(context: &Context<'_>, token: usize) -> usize {
    let reading = context.reading;
    let bracket = usize::from(reading.is_mark(token, "(") && reading.is_mark(token + 2, ")"));
    let is_era = matches!(reading.word(token + bracket), Some("ه" | "هجريه" | "هجري" | "للهجره" | "الهجري" | "الهجريه"));
    if is_era { 1 + 2 * bracket } else { 0 }
}

/// A year that its era makes Hijri: «سنة 1445 هـ», «656 للهجرة», «(1343) هجري».
pub(super) fn of_year(context: &Context<'_>, first: usize, skip: usize, year: i32, last: usize) -> Option<Found> {
    let n_tokens = era(context, last + 1);
    if n_tokens == 0 {
        return None;
    }
    let value = calendar::hijri_year(year)?;
    Some(Found::date(first, skip, last + n_tokens, value, Anchor::Absolute, rule(year)))
}

/// «عام 1436» in a report of 2015: a year that is near to ours in the Hijri calendar needs no era.
pub(super) fn without_era(context: &Context<'_>, found: Found) -> Found {
    let Value::Year(year) = found.value else { return found };
    let near = |published| (-30..=3).contains(&(year - calendar::hijri_year_of(published)));
    match calendar::hijri_year(year).filter(|_| context.published.is_some_and(near)) {
        Some(value) => Found { value, rule: rule(year), ..found },
        None => found,
    }
}

/// Hijri years that stand in figures behind a day and a month: no press writes so of the Middle Ages.
const YEARS_IN_FIGURES: std::ops::RangeInclusive<i32> = 1300..=1500;

/// A date in figures that its era or its year makes Hijri: «15/9/1445هـ», «6 / 9 / 1436».
pub(super) fn in_figures(context: &Context<'_>, token: usize, (day, month, year): (u32, u32, u32), last: usize) -> Option<Found> {
    let n_tokens = era(context, last + 1);
    let year = i32::try_from(year).ok()?;
    if n_tokens == 0 && !YEARS_IN_FIGURES.contains(&year) {
        return None;
    }
    let value = Value::Day(calendar::hijri_day(year, month, day)?);
    Some(Found::date(token, 0, last + n_tokens, value, Anchor::Absolute, rule(year)))
}

/// Outside the years of Umm al-Qura the tabular calendar counts, which may be a day or two off: the rule's name says so.
fn rule(year: i32) -> RuleId {
    if calendar::UMM_AL_QURA_YEARS.contains(&year) { calendar::RULE_HIJRI } else { calendar::RULE_TABULAR }
}

/// A Hijri date from the number of its day on.
pub(super) fn after_number(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let mut next = match day_number::day_number(reading, token) {
        Some(_) => token + 1,
        None => day_number::ordinal_day(reading, token)?.0 + 1,
    };
    next += usize::from(reading.word(next) == Some("من"));
    next += usize::from(reading.word(next) == Some("شهر"));
    let at = time_word(context, next)?;
    let TimeWord::HijriMonth(month) = *at.word.meaning else { return None };
    named(context, at, month).filter(|found| found.first <= token)
}

fn look_behind(context: &Context<'_>, at: At<'_>) -> (usize, usize, Option<u32>) {
    let reading = context.reading;
    let (mut first, mut skip) = (at.token, at.word.skip);
    let head = first.checked_sub(1).filter(|_| skip == 0).and_then(|before| time_word(context, before));
    if let Some(head) = head.filter(|head| *head.word.meaning == TimeWord::Unit(Unit::Month, Count::One)) {
        (first, skip) = (head.token, head.word.skip);
    }
    let of = usize::from(first > 0 && reading.word(first - 1) == Some("من"));
    let Some(before) = first.checked_sub(1 + of).filter(|_| skip == 0) else { return (first, skip, None) };
    if reading.word(before) == Some("غره") {
        return (before, 0, Some(1));
    }
    match day_number::day_at(reading, before) {
        Some((start, start_skip, day)) => (day_number::with_article(reading, start), start_skip, Some(day)),
        None => (first, skip, None),
    }
}

fn in_hijri_year(year: i32, month: u32, day: Option<u32>) -> Option<Value> {
    match day {
        Some(day) => calendar::hijri_day(year, month, day).map(Value::Day),
        None => calendar::hijri_month(year, month),
    }
}

/// «رمضان 2001»: the Hijri month that starts in that Gregorian year.
fn in_gregorian_year(year: i32, month: u32, day: Option<u32>) -> Option<Value> {
    let january = chrono::NaiveDate::from_ymd_opt(year, 1, 1)?;
    let hijri = calendar::hijri_year_of(january);
    let starts_in = |value: &Value| value.days().is_some_and(|days| days.0.year() == year);
    (hijri..=hijri + 2).filter_map(|hijri| in_hijri_year(hijri, month, day)).find(starts_in)
}

/// The month or day nearest to publication.
fn near(published: chrono::NaiveDate, month: u32, day: Option<u32>, relative: Option<Relative>) -> Option<Value> {
    let hijri = calendar::hijri_year_of(published);
    let value = |year| in_hijri_year(year, month, day);
    let days = |value: &Value| value.days();
    match relative {
        Some(Relative::Future) => {
            (hijri..hijri + 2).filter_map(value).find(|value| days(value).is_some_and(|days| days.0 > published))
        }
        Some(Relative::BeforeLast | Relative::AfterNext | Relative::BeforeTold | Relative::AfterTold) => None,
        Some(Relative::Past) => {
            let years = [hijri, hijri - 1];
            years.into_iter().filter_map(value).find(|value| days(value).is_some_and(|days| days.1 < published))
        }
        Some(Relative::Current | Relative::Same) => value(hijri),
        None => {
            let years = [hijri, hijri - 1];
            years.into_iter().filter_map(value).find(|value| days(value).is_some_and(|days| days.0 <= published))
        }
    }
}
