//! The first or last so many units of a longer time: «الأشهر التسعة الأولى من العام الماضي»، «أول ثلاثة أيام من رمضان»،
//! «آخر شهرين من 2014».
//! Counter-examples: «الأشهر الثلاثة الأخيرة» counts back from publication, «الأيام الأولى من الحرب».

use chrono::{Datelike, Days, NaiveDate};

use super::{At, nth, quantity, time_word};
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};
use crate::extract::tokenize::without_conjunction;

const RULE: &str = "ar/span-of";

/// Which end of the longer time they stand at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// «الأشهر التسعة الأولى من …», from the unit on; `next` is the token behind the number.
pub(super) fn definite(context: &Context<'_>, at: At<'_>, unit: Unit, number: i64, next: usize) -> Option<Found> {
    let end = match context.reading.word(next)? {
        "الاولي" | "الاول" | "الاوائل" => End::First,
        "الاخيره" | "الاخير" => End::Last,
        _ => return None,
    };
    inside(context, (at.token, at.word.skip), (number, unit), end, next + 1)
}

/// «أول ثلاثة أشهر من …», «آخر شهرين من …».
pub(super) fn number_first(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let word = reading.word(token)?;
    let bare = without_conjunction(word);
    let end = match bare {
        "اول" => End::First,
        "اخر" => End::Last,
        _ => return None,
    };
    let number = quantity::number(reading, token + 1).filter(|(_, _, skip)| *skip == 0);
    let units = time_word(context, token + 1 + number.map_or(0, |(_, n_tokens, _)| n_tokens))?;
    let TimeWord::Unit(unit, count) = *units.word.meaning else { return None };
    let number = match (number, count) {
        (Some((number, ..)), _) => number,
        (None, Count::Two) => 2,
        _ => return None,
    };
    let plain = !units.word.definite && units.word.skip == 0;
    inside(context, (token, word.len() - bare.len()), (number, unit), end, units.last() + 1).filter(|_| plain)
}

fn inside(
    context: &Context<'_>,
    (first, skip): (usize, usize),
    (number, unit): (i64, Unit),
    end: End,
    token: usize,
) -> Option<Found> {
    let of = matches!(context.reading.word(token), Some("من" | "في"));
    let whole = nth::container(context, token + 1).filter(|_| of)?;
    let days = whole.value.days()?;
    let value = match unit {
        Unit::Month if matches!(whole.value, Value::Year(_)) => months(days, number, end)?,
        Unit::Day => days_of(days, number, end)?,
        Unit::Week => days_of(days, number.checked_mul(7)?, end)?,
        _ => return None,
    };
    let found = Found::date(first, skip, whole.last, value, whole.anchor, RULE);
    Some(Found { anchor_token: whole.anchor_token, ..found })
}

fn months((first, last): (NaiveDate, NaiveDate), number: i64, end: End) -> Option<Value> {
    let number = u32::try_from(number).ok().filter(|number| (1..=12).contains(number))?;
    let (from, to) = if end == End::First { (1, number) } else { (13 - number, 12) };
    (first.year() == last.year()).then(|| {
        let month = |month| Box::new(Value::Month(first.year(), month));
        Value::Range(month(from), month(to))
    })
}

fn days_of((first, last): (NaiveDate, NaiveDate), number: i64, end: End) -> Option<Value> {
    let more = u64::try_from(number.checked_sub(1)?).ok()?;
    let (from, to) = match end {
        End::First => (first, first.checked_add_days(Days::new(more))?),
        End::Last => (last.checked_sub_days(Days::new(more))?, last),
    };
    let day = |day| Box::new(Value::Day(day));
    (first <= from && to <= last && from < to).then(|| Value::Range(day(from), day(to)))
}
