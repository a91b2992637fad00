//! Units: «العام الماضي»، «السنوات الماضية»، «قبل يومين»، «منذ شهرين»، «ثلاثة أيام».
//! Counter-examples: «الأمين العام», «عقد اجتماعا», «قرن الثور».

use chrono::NaiveDate;

use super::quantity::{self, Quantity};
use super::{At, day_word, time_word, year};
use crate::base::{Bounds, Moment};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::temporal::{Count, Relative, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};

const RULE_RELATIVE: &str = "ar/unit-relative";
const RULE_PAST_SPAN: &str = "ar/past-span";
const RULE_AGO: &str = "ar/ago";
const RULE_SINCE: &str = "ar/since-duration";
const RULE_DURATION: &str = "ar/duration";

/// A definite unit with a relative adjective: «العام الماضي», «هذا الأسبوع», «السنوات العشر الماضية».
pub(super) fn related(context: &Context<'_>, at: At<'_>, unit: Unit, count: Count) -> Option<Found> {
    let reading = context.reading;
    if !at.word.definite {
        return None;
    }
    if let Some(found) = with_this(context, at, unit, count) {
        return Some(found);
    }
    let mut next = at.last() + 1;
    let mut number = if count == Count::Two { Some(2) } else { None };
    if let Some((value, n_tokens, 0)) = quantity::number(reading, next).or_else(|| definite_number(context, next)) {
        number = Some(value);
        next += n_tokens;
    } else if reading.word(next).is_some_and(|word| ARABIC.temporal.vague.contains(word)) {
        next += 1;
    }
    match relative_at(reading, next) {
        Some((relative, n_tokens)) => {
            let last = next + n_tokens - 1;
            if count == Count::One {
                return one_related(context, at, unit, relative, last);
            }
            many_related(context, at, unit, number, relative, last)
        }
        None if unit == Unit::Day && count == Count::One => day_word::today(context, at),
        None => None,
    }
}

/// «العشر» in «السنوات العشر الماضية».
fn definite_number(context: &Context<'_>, token: usize) -> Option<(i64, usize, usize)> {
    let found = ARABIC.temporal.numbers.at(|i| context.reading.word(token + i))?;
    (found.definite && found.skip == 0).then_some((*found.meaning, found.n_tokens, 0))
}

/// «هذا العام», «هذه السنة».
fn with_this(context: &Context<'_>, at: At<'_>, unit: Unit, count: Count) -> Option<Found> {
    let before = at.token.checked_sub(1)?;
    let word = context.reading.word(before)?;
    let is_this = count == Count::One && at.word.skip == 0 && matches!(word, "هذا" | "هذه" | "وهذا" | "وهذه");
    if !is_this || relative_at(context.reading, at.last() + 1).is_some() {
        return None;
    }
    let skip = if word.starts_with('و') { 'و'.len_utf8() } else { 0 };
    let value = shifted(context, unit, 0)?;
    Some(Found::date(before, skip, at.last(), value, anchor(context), RULE_RELATIVE))
}

fn anchor(context: &Context<'_>) -> Anchor {
    if context.published.is_some() { Anchor::Published } else { Anchor::Unresolved }
}

/// The unit some steps from publication; without a publication date a reference to past, present or future.
fn shifted(context: &Context<'_>, unit: Unit, steps: i64) -> Option<Value> {
    match context.published {
        Some(published) => resolve::shifted_unit(published, unit, steps),
        None => Some(match steps {
            0 => Value::Present,
            1.. => Value::Future,
            _ => Value::Past,
        }),
    }
}

fn one_related(context: &Context<'_>, at: At<'_>, unit: Unit, relative: Relative, last: usize) -> Option<Found> {
    let steps = match relative {
        Relative::Past => -1,
        Relative::Future => 1,
        Relative::Current => 0,
        // «العام نفسه» takes the last date told, which the text gives and not the calendar.
        Relative::Same => return None,
    };
    if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
        return None;
    }
    let value = shifted(context, unit, steps)?;
    let found = Found::date(at.token, at.word.skip, last, value, anchor(context), RULE_RELATIVE);
    Some(match year::part_before(context, at.token).filter(|_| at.word.skip == 0) {
        Some((first, skip, part)) => Found { first, skip, ..found }.with_part(Some(part)),
        None => found,
    })
}

/// «السنوات الماضية» is no more than the past; «الأيام الثلاثة الماضية» has bounds.
fn many_related(
    context: &Context<'_>,
    at: At<'_>,
    unit: Unit,
    number: Option<i64>,
    relative: Relative,
    last: usize,
) -> Option<Found> {
    let (vague, direction) = match relative {
        Relative::Past => (Value::Past, -1),
        Relative::Future => (Value::Future, 1),
        Relative::Current => (Value::Present, 0),
        Relative::Same => return None,
    };
    let Some(number) = number else {
        return Some(Found::date(at.token, at.word.skip, last, vague, anchor(context), RULE_PAST_SPAN));
    };
    let value = Value::Duration(Some(number), unit);
    let bounds = context.published.and_then(|published| span_bounds(published, unit, number * direction));
    let found = Found::date(at.token, at.word.skip, last, value, anchor(context), RULE_PAST_SPAN);
    Some(Found { timex_type: TimexType::Duration, bounds: Some(bounds.unwrap_or_default()), ..found })
}

/// From so many units away to the publication date, or the other way round.
fn span_bounds(published: NaiveDate, unit: Unit, steps: i64) -> Option<Bounds> {
    let away = match unit {
        Unit::Hour | Unit::Minute | Unit::Second => {
            resolve::shifted(published, Unit::Day, steps.signum() * (steps.abs() / 24 + 1))?
        }
        _ => resolve::shifted(published, unit, steps)?,
    };
    Some(Bounds::between(Moment::on(away.min(published)), Moment::on(away.max(published))))
}

/// A quantity before a unit: «ثلاثة أيام», «أكثر من سنة», «بضعة أسابيع».
pub(super) fn counted(context: &Context<'_>, token: usize) -> Option<Found> {
    let quantity = quantity::at(context.reading, token)?;
    let at = time_word(context, token + quantity.n_tokens)?;
    let TimeWord::Unit(unit, count) = *at.word.meaning else { return None };
    if at.word.skip > 0 || (at.word.definite && quantity.modifier.is_none()) || unit == Unit::Quarter {
        return None;
    }
    let relative = relative_at(context.reading, at.last() + 1);
    if at.word.definite && relative.is_none() {
        return None;
    }
    let quantity = match (quantity.count, count) {
        (None, Count::One) => Quantity { count: Some(1), ..quantity },
        (None, Count::Two) => Quantity { count: Some(2), ..quantity },
        _ => quantity,
    };
    if let Some((relative, n_tokens)) = relative {
        let fake = At { token, ..at };
        let number = quantity.count;
        return many_related(context, fake, unit, number, relative, at.last() + n_tokens)
            .map(|found| Found { skip: quantity.skip, ..found });
    }
    Some(duration(context, token, quantity.skip, at.last(), quantity.count, unit, quantity.modifier))
}

/// A unit without a number: duals («يومين») always, plurals and singulars only after «قبل», «منذ», «خلال», «طوال».
pub(super) fn alone(context: &Context<'_>, at: At<'_>, unit: Unit, count: Count) -> Option<Found> {
    let reading = context.reading;
    let before = at.token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let after_preposition =
        at.word.skip == 0 && matches!(before, "قبل" | "منذ" | "خلال" | "طوال" | "مدي" | "لمده" | "مده" | "بعد" | "ومنذ" | "وقبل");
    let number = match count {
        Count::Two => Some(2),
        Count::One if after_preposition => Some(1),
        Count::Many if after_preposition => None,
        _ => return None,
    };
    // «شهر نوفمبر» is a month, «عامي» wants its years.
    let next_is_month = time_word(context, at.last() + 1)
        .is_some_and(|next| matches!(next.word.meaning, TimeWord::Month(_) | TimeWord::HijriMonth(_)));
    let construct = count == Count::Two && reading.word(at.token).is_some_and(|word| word.ends_with("ي"));
    if at.word.definite || next_is_month || construct || (unit == Unit::Year && year::number(reading, at.last() + 1).is_some()) {
        return None;
    }
    Some(duration(context, at.token, at.word.skip, at.last(), number, unit, None))
}

/// A duration, or what «قبل» and «منذ» make of it.
fn duration(
    context: &Context<'_>,
    first: usize,
    skip: usize,
    last: usize,
    count: Option<i64>,
    unit: Unit,
    modifier: Option<&'static str>,
) -> Found {
    let reading = context.reading;
    let (last, modifier) = match ARABIC.temporal.approximate.at(|i| reading.word(last + 1 + i)) {
        Some(found) if *found.meaning == crate::extract::lexicon::temporal::Approximate::After => {
            (last + found.n_tokens, Some("APPROX"))
        }
        _ => (last, modifier),
    };
    let before = first.checked_sub(1).filter(|_| skip == 0);
    let preposition = before.and_then(|before| reading.word(before)).unwrap_or_default();
    let of_event = reading.word(last + 1) == Some("من");
    let ago = matches!(preposition, "قبل" | "وقبل") && !of_event;
    if let (true, Some(before)) = (ago, before) {
        return Found { modifier, ..ago_date(context, before, preposition, last, count, unit) };
    }
    let base = Found::date(first, skip, last, Value::Duration(count, unit), Anchor::Unresolved, RULE_DURATION);
    let base = Found { timex_type: TimexType::Duration, modifier, bounds: Some(Bounds::UNKNOWN), ..base };
    let since = matches!(preposition, "منذ" | "ومنذ") && !of_event;
    match (since, context.published, count) {
        (true, Some(published), Some(count)) => {
            let begin = resolve::shifted_unit(published, unit, -count).map(|value| value.bounds(None));
            Found { bounds: Some(begin.unwrap_or_default()), anchor: Anchor::Published, rule: RULE_SINCE, ..base }
        }
        _ => base,
    }
}

/// «قبل يومين»: a date.
fn ago_date(context: &Context<'_>, before: usize, preposition: &str, last: usize, count: Option<i64>, unit: Unit) -> Found {
    let skip = if preposition.starts_with('و') { 'و'.len_utf8() } else { 0 };
    let value = match (context.published, count) {
        (Some(published), Some(count)) => resolve::shifted_unit(published, unit, -count).unwrap_or(Value::Past),
        _ => Value::Past,
    };
    Found::date(before, skip, last, value, anchor(context), RULE_AGO)
}
