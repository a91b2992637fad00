//! Months by their number and days whose month other words tell: «شهر 3»، «الشهر التاسع 2014»، «15 من الشهر الماضي»، «في 7 الجاري».
//! Counter-examples: «شهر ثلاثة أيام», «الشهر الثالث على التوالي», «بين المركزين 7 الجاري والقديم».

use chrono::NaiveDate;

use super::day_number::{day_list_end, day_number, ordinal_day};
use super::month::{RULE_DAY, Surroundings, look_behind, named, on_days, opened, whole_month, year_after};
use super::{At, part, time_word, year};
use crate::event::Anchor;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};

/// A day before a month: the number decides, the month's rule does the work.
pub(super) fn after_number(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (mut next, last_day) = match day_list_end(reading, token) {
        Some(list) => list,
        None => ordinal_day(reading, token).map(|(last, day)| (last + 1, day))?,
    };
    let first_day = day_number(reading, token).unwrap_or(last_day);
    if let Some(found) = of_month(context, token, first_day, last_day, next) {
        return Some(found);
    }
    next += usize::from(matches!(reading.word(next), Some("من" | "في")));
    next += usize::from(reading.word(next) == Some("شهر"));
    next += usize::from(reading.is_mark(next, "-"));
    let at = time_word(context, next)?;
    let TimeWord::Month(month) = *at.word.meaning else { return None };
    let found = named(context, at, month)?;
    (found.first <= token).then_some(found)
}

/// «4 إلى 23 من الشهر المقبل», «التاسع عشر من هذا الشهر»: days of a month that a relative word names.
fn of_month(context: &Context<'_>, token: usize, first_day: u32, last_day: u32, next: usize) -> Option<Found> {
    let reading = context.reading;
    let of = matches!(reading.word(next), Some("من" | "في"));
    let start = next + usize::from(of);
    if let Some(found) = of_this_month(context, token, (first_day, last_day), start) {
        return Some(found);
    }
    let this = matches!(reading.word(start), Some("هذا" | "نفس" | "ذات"));
    let head = time_word(context, start + usize::from(this))?;
    let TimeWord::Unit(Unit::Month, Count::One) = *head.word.meaning else { return None };
    let container = super::at(context, head.token).filter(|found| found.first <= head.token)?;
    let Value::Month(year, month) = container.value else { return None };
    let day = |day| NaiveDate::from_ymd_opt(year, month, day).map(Value::Day);
    let value =
        if first_day < last_day { Value::Range(Box::new(day(first_day)?), Box::new(day(last_day)?)) } else { day(last_day)? };
    let found = Found::date(token, 0, container.last, value, container.anchor, RULE_DAY);
    let found = Found { anchor_token: container.anchor_token, ..opened(context, found, first_day < last_day) };
    Some(super::weekday::before_date(context, found))
}

/// «في 7 الجاري», «السابع من الجاري», «28 المنصرم»: the month itself is not said.
fn of_this_month(context: &Context<'_>, token: usize, days: (u32, u32), start: usize) -> Option<Found> {
    let reading = context.reading;
    let adjective = reading.word(start)?;
    if !matches!(adjective, "الجاري" | "المنصرم" | "المقبل") {
        return None;
    }
    let governed = token.checked_sub(1).and_then(|before| reading.word(before)).is_some_and(|before| {
        matches!(before, "في" | "يوم" | "منذ" | "حتي" | "من" | "بتاريخ" | "الموافق" | "الي" | "بين")
            || time_word(context, token - 1).is_some_and(|at| matches!(at.word.meaning, TimeWord::Weekday(_)))
    });
    let (relative, n_tokens) = relative_at(reading, start).filter(|_| governed)?;
    let value = resolve::shifted_unit(context.published?, Unit::Month, relative.steps()?)?;
    let Value::Month(year, month) = value else { return None };
    let day = |day| NaiveDate::from_ymd_opt(year, month, day).map(Value::Day);
    let (first, last) = (day(days.0)?, day(days.1)?);
    let value = if days.0 < days.1 { Value::Range(Box::new(first), Box::new(last)) } else { last };
    let found = Found::date(token, 0, start + n_tokens - 1, value, Anchor::Published, RULE_DAY);
    Some(super::weekday::before_date(context, found))
}

/// A month by its number: «شهر 3»، «الشهر التاسع»، «شهر عشرة».
pub(super) fn numbered(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let (month, last) = number(context, at)?;
    let mut around = surroundings(context, at, last);
    let head = around.first;
    around.is_headed = false;
    look_behind(context, &mut around);
    around.is_headed = true;
    let dated = around.first < head || part::before(context, head).is_some();
    // «الشهر الثالث على التوالي» counts months.
    if at.word.definite && !dated && around.year.is_none() {
        return None;
    }
    match around.days {
        Some((first, last)) => on_days(context, &around, month, first, last),
        None => Some(part::with_part(context, whole_month(context, &around, month))),
    }
}

pub(super) fn surroundings(context: &Context<'_>, at: At<'_>, last: usize) -> Surroundings {
    let (first, skip) = (at.token, at.word.skip);
    let mut around = Surroundings { first, skip, last, days: None, year: None, told: None, relative: None, is_headed: true };
    if let Some((year, end)) = year_after(context.reading, last + 1) {
        (around.year, around.last) = (Some(year), end);
    }
    around
}

/// The number behind «شهر» and its last token.
pub(super) fn number(context: &Context<'_>, at: At<'_>) -> Option<(u32, usize)> {
    let reading = context.reading;
    let next = at.last() + 1;
    let (number, last) = if at.word.definite {
        let found = reading.phrase(next, &ARABIC.temporal.ordinals).filter(|found| found.definite && found.skip == 0)?;
        let teen = usize::from(reading.word(next + 1) == Some("عشر"));
        (found.meaning + if teen == 1 { 10 } else { 0 }, next + teen)
    } else {
        let (number, n_tokens, skip) = super::quantity::number(reading, next)?;
        let counts = year::counts_something(reading, next) && year_after(reading, next + 1).is_none();
        (!(counts || n_tokens > 1 || skip > 0 || number < 2)).then_some((number, next))?
    };
    let month = u32::try_from(number).ok().filter(|month| (1..=12).contains(month))?;
    Some((month, last))
}
