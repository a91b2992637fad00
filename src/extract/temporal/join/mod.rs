//! Neighbours that are one expression: «من 22 أبريل إلى 3 مايو»، «الخميس الساعة 8»، "Friday next week".
//! Knows what stands between two expressions in either language; the rules have found both.
//! Counter-examples: «الأحد والاثنين» are two, «الخميس، وقال في الساعة الثامنة» are two.

mod clock_and_set;
mod gap;
mod lent_year;
mod range;
mod same_day;

use self::clock_and_set::{day_and_clock, of_each, set_and_clock};
use self::gap::Gap;
use self::lent_year::lend_years;
use self::range::{decades, head_of_months, lasting, moved_on, opened_by_between, opening, range};
use self::same_day::{
    date_and_weekday, day_and_weekday, day_in_brackets, month_and_figures, weekday_and_date, weekday_and_week, weekday_in_front,
};
use super::value::Value;
use super::{Context, Found, calendar, resolve};
use crate::base::Language;
use crate::event::{Anchor, TimexType};
use crate::extract::tokenize::without_conjunction;

/// Joins what belongs together, from the start to the end.
pub(super) fn join(context: &Context<'_>, found: Vec<Found>) -> Vec<Found> {
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for next in lend_years(context.reading, found) {
        match joined.last().and_then(|last| pair(context, last, &next)) {
            Some(both) => {
                joined.pop();
                joined.push(both);
            }
            None => joined.push(next),
        }
    }
    count_from_dates(context, &mut joined);
    joined
}

/// «بعد ثلاثة أيام من 5 مايو 2020»: the duration bounds the day that it reaches, counted from the date behind it.
fn count_from_dates(context: &Context<'_>, joined: &mut [Found]) {
    for index in 1..joined.len() {
        let (before, behind) = joined.split_at_mut(index);
        let (Some(a), Some(b)) = (before.last_mut(), behind.first()) else { continue };
        let reading = context.reading;
        if a.timex_type != TimexType::Duration || b.first != a.last + 2 || reading.str(a.last + 1) != "من" {
            continue;
        }
        let preposition = a.first.checked_sub(1).and_then(|at| reading.word(at)).map(without_conjunction);
        let steps = match preposition {
            Some("قبل") => -1,
            Some("بعد") => 1,
            _ => continue,
        };
        let (Value::Duration(Some(count), unit), Some((day, last))) = (&a.value, b.value.days()) else { continue };
        let reached = count.checked_mul(steps).and_then(|steps| resolve::shifted_unit(day, *unit, steps));
        if let Some(reached) = reached.filter(|_| day == last) {
            (a.bounds, a.anchor_token) = (Some(reached.bounds(None)), Some(b.first));
        }
    }
}

fn pair(context: &Context<'_>, a: &Found, b: &Found) -> Option<Found> {
    let gap = Gap::between(context.reading, a, b)?;
    // «24 ربيع الثاني 1446 هـ - 27 أكتوبر 2024» tells one day twice.
    if gap != Gap::Range && calendar::is_hijri(a.rule) != calendar::is_hijri(b.rule) {
        return None;
    }
    // «الأربعاء، 8 أكتوبر 2025 - 23:26»
    if let (Gap::Dash, Value::Day(_), Value::Clock(..)) = (gap, &a.value, &b.value) {
        return day_and_clock(a, b);
    }
    if gap == Gap::Range || gap == Gap::Dash {
        // «في مارس الماضي إلى 7 سبتمبر»: what was moved from where is no range.
        let same = std::mem::discriminant(&a.value) == std::mem::discriminant(&b.value);
        let opened = opening(context, a).0 < a.first || opened_by_between(context, a);
        let moved = !opened && moved_on(context, a, b);
        return (!moved && (same || opened) || context.language == Language::English).then(|| range(context, a, b)).flatten();
    }
    if gap == Gap::For {
        return lasting(context, a, b).or_else(|| matches!(b.value, Value::Clock(..)).then(|| day_and_clock(a, b)).flatten());
    }
    if gap == Gap::Bracket {
        let reading = context.reading;
        return month_and_figures(reading, a, b)
            .or_else(|| day_in_brackets(reading, a, b))
            .or_else(|| weekday_in_front(reading, a, b));
    }
    if gap == Gap::And {
        if let Some(head) = head_of_months(context, a, b) {
            return range(context, a, b).map(|found| Found { first: head, skip: 0, ..found });
        }
        return (opened_by_between(context, a) || decades(a, b)).then(|| range(context, a, b)).flatten();
    }
    // «28 فبراير الساعة 3:45، يوم السبت»: what has its day and its hour takes no other day behind a comma.
    if context.language == Language::Arabic
        && gap == Gap::Comma
        && matches!(a.value, Value::Clock(..))
        && a.anchor == Anchor::Absolute
    {
        return None;
    }
    of_each(a, b)
        .or_else(|| day_and_weekday(a, b, gap))
        .or_else(|| day_and_clock(a, b))
        .or_else(|| weekday_and_week(a, b))
        .or_else(|| weekday_and_date(a, b, gap))
        .or_else(|| date_and_weekday(a, b))
        .or_else(|| set_and_clock(a, b, gap))
}
