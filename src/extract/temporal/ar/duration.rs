//! Durations and what prepositions make of them: «ثلاثة أيام»، «سنة وشهرين»، «قبل يومين»، «بعد شهر من الآن»، «منذ شهرين».
//! Counter-examples: «عقد اجتماعا», «عقود الشركات», «شهر نوفمبر».

use super::quantity::{self, Quantity};
use super::unit::many_related;
use super::{At, time_word, year};
use crate::base::{Bounds, Moment};
use crate::event::Anchor;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::temporal::{Count, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};

const RULE_AHEAD: &str = "ar/ahead";
const RULE_AGO: &str = "ar/ago";
const RULE_SINCE: &str = "ar/since-duration";
pub(super) const RULE_DURATION: &str = "ar/duration";

/// A quantity before a unit: «ثلاثة أيام», «أكثر من سنة», «بضعة أسابيع».
pub(super) fn counted(context: &Context<'_>, token: usize) -> Option<Found> {
    if let Some(found) = fraction(context, token) {
        return Some(found);
    }
    if let Some(found) = decimal(context, token) {
        return Some(found);
    }
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
    let after_preposition = at.word.skip == 0
        && matches!(
            before,
            "قبل"
                | "منذ"
                | "خلال"
                | "طوال"
                | "طيله"
                | "مدي"
                | "لمده"
                | "مده"
                | "بعد"
                | "ومنذ"
                | "وقبل"
                | "وبعد"
                | "وخلال"
                | "غضون"
        )
        || matches!(reading.word(at.last() + 1), Some("كامل" | "كامله" | "واحد" | "واحده" | "ونصف"));
    let number = match count {
        Count::Two => Some(2),
        Count::One if after_preposition || (at.word.skip == 0 && next_part(context, at.last() + 1).is_some()) => Some(1),
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

/// A duration, or what «قبل», «بعد» and «منذ» make of it.
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
    let (value, last) = more_parts(reading, context, last, count, unit);
    let (last, modifier) = match ARABIC.temporal.approximate.at(|i| reading.word(last + 1 + i)) {
        Some(found) if *found.meaning == crate::extract::lexicon::temporal::Approximate::After => {
            (last + found.n_tokens, Some("APPROX"))
        }
        _ => (last, modifier),
    };
    let last = last
        + usize::from(matches!(
            reading.word(last + 1),
            Some("كامل" | "كامله" | "كاملين" | "واحد" | "واحده" | "متتاليه" | "متواصله")
        ));
    let before = first.checked_sub(1).filter(|_| skip == 0);
    let preposition = before.and_then(|before| reading.word(before)).unwrap_or_default();
    let from_now = reading.word(last + 1) == Some("من") && matches!(reading.word(last + 2), Some("الان" | "اليوم"));
    let of_event = reading.word(last + 1) == Some("من") && !from_now;
    let end = if from_now { last + 2 } else { last };
    if let (false, Some(before)) = (of_event, before) {
        let plain = !matches!(preposition, "قبل" | "وقبل" | "بعد" | "وبعد");
        if plain && from_now {
            let steps = if context.tense_at(before).is_some() { 1 } else { -1 };
            return Found { first, skip, modifier, ..away(context, before, preposition, end, &value, steps) };
        }
        let ago = matches!(preposition, "قبل" | "وقبل");
        let ahead = matches!(preposition, "بعد" | "وبعد") && (from_now || context.tense_at(before).is_some());
        if ago || ahead {
            let steps = if ago { -1 } else { 1 };
            let date = away(context, before, preposition, end, &value, steps);
            let bounds = if from_now { None } else { loose_bounds(context, &value, modifier, &date.value, steps) };
            return Found { modifier, bounds, ..date };
        }
    }
    let base = Found { modifier, ..Found::duration(first, skip, last, value, RULE_DURATION) };
    let since = matches!(preposition, "منذ" | "ومنذ") && !of_event;
    match (since, context.published, count) {
        (true, Some(published), Some(count)) => {
            let begin = resolve::shifted_unit(published, unit, -count).map(|value| value.bounds(None));
            Found { bounds: Some(begin.unwrap_or_default()), anchor: Anchor::Published, rule: RULE_SINCE, ..base }
        }
        _ => base,
    }
}

/// «سنة وشهرين», «ساعة ونصف», «شهر و21 يوما»: the parts behind the first.
fn more_parts(
    reading: &crate::extract::normalize::Reading<'_>,
    context: &Context<'_>,
    last: usize,
    count: Option<i64>,
    unit: Unit,
) -> (Value, usize) {
    let Some(count) = count else { return (Value::Duration(None, unit), last) };
    let fraction = match reading.word(last + 1) {
        Some("ونصف" | "والنصف") => 50,
        Some("وربع") => 25,
        _ => 0,
    };
    if fraction > 0 {
        return (Value::Fraction(count.saturating_mul(100).saturating_add(fraction), unit), last + 1);
    }
    let (mut parts, mut end) = (vec![(count, unit)], last);
    while let Some((count, unit, last)) =
        next_part(context, end + 1).filter(|(_, next, _)| parts.last().is_some_and(|(_, unit)| next < unit))
    {
        parts.push((count, unit));
        end = last;
    }
    if parts.len() == 1 { (Value::Duration(Some(count), unit), last) } else { (Value::Compound(parts), end) }
}

pub(super) fn next_part(context: &Context<'_>, token: usize) -> Option<(i64, Unit, usize)> {
    let reading = context.reading;
    let apart = matches!(reading.str(token), "و" | "," | "،");
    let start = token + usize::from(apart);
    let joined = apart || reading.word(start).is_some_and(|word| word.starts_with('و'));
    if !joined {
        return None;
    }
    let number = quantity::number(reading, start);
    let at = time_word(context, start + number.map_or(0, |(_, n_tokens, _)| n_tokens))?;
    let TimeWord::Unit(unit, count) = *at.word.meaning else { return None };
    let count = match (number, count) {
        (Some((count, ..)), _) => count,
        (None, Count::One) if !at.word.definite => 1,
        (None, Count::Two) => 2,
        _ => return None,
    };
    (!at.word.definite && relative_at(reading, at.last() + 1).is_none() && year::number(reading, at.last() + 1).is_none())
        .then_some((count, unit, at.last()))
}

/// «قبل أسبوعين» is no day but a week; «قبل عام تقريبا» is two months wide on either side.
fn loose_bounds(
    context: &Context<'_>,
    value: &Value,
    modifier: Option<&'static str>,
    date: &Value,
    steps: i64,
) -> Option<Bounds> {
    match (value, date) {
        (Value::Duration(_, Unit::Week), Value::Day(day)) => Some(Value::Week(*day).bounds(None)),
        (Value::Duration(Some(1), Unit::Year), _) if modifier == Some("APPROX") => {
            let year_away = resolve::shifted(context.published?, Unit::Year, steps)?;
            let (from, to) = (resolve::shifted(year_away, Unit::Month, -2)?, resolve::shifted(year_away, Unit::Month, 2)?);
            Some(Bounds::between(Moment::on(from), Moment::on(to)))
        }
        _ => None,
    }
}

/// The date so far from publication: «قبل يومين», «بعد شهر من الآن».
fn away(context: &Context<'_>, before: usize, preposition: &str, last: usize, value: &Value, steps: i64) -> Found {
    let skip = if preposition.starts_with('و') { 'و'.len_utf8() } else { 0 };
    let unresolved = if steps < 0 { Value::Past } else { Value::Future };
    let date = context.published.and_then(|published| match value {
        Value::Duration(Some(count), unit @ (Unit::Hour | Unit::Minute | Unit::Second)) => {
            context.clock_away(*unit, steps.checked_mul(*count)?)
        }
        Value::Duration(Some(count), Unit::Week) => {
            resolve::shifted(published, Unit::Week, steps.checked_mul(*count)?).map(Value::Day)
        }
        Value::Duration(Some(count), unit) => resolve::shifted_unit(published, *unit, steps.checked_mul(*count)?),
        Value::Compound(parts) => {
            let day =
                parts.iter().try_fold(published, |day, (count, unit)| resolve::shifted(day, *unit, steps.checked_mul(*count)?));
            day.map(Value::Day)
        }
        _ => None,
    });
    let rule = if steps < 0 { RULE_AGO } else { RULE_AHEAD };
    Found::date(before, skip, last, date.unwrap_or(unresolved), context.anchor(), rule)
}

/// «3.5 ثانية».
fn decimal(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let whole = reading.number(token)?;
    let glued = reading.touches(token) && reading.touches(token + 1) && matches!(reading.str(token + 1), "." | ",");
    let fraction = reading.number(token + 2).filter(|_| glued && reading.n_digits(token + 2) <= 2)?;
    let hundredths = if reading.n_digits(token + 2) == 1 { fraction * 10 } else { fraction };
    let at = time_word(context, token + 3).filter(|at| at.word.skip == 0 && !at.word.definite)?;
    let TimeWord::Unit(unit, _) = *at.word.meaning else { return None };
    let value = Value::Fraction(whole.checked_mul(100)?.checked_add(hundredths)?, unit);
    Some(Found::duration(token, 0, at.last(), value, RULE_DURATION))
}

/// «نصف سنة», «ربع ساعة».
fn fraction(context: &Context<'_>, token: usize) -> Option<Found> {
    let hundredths = match context.reading.word(token)? {
        "نصف" => 50,
        "ربع" => 25,
        _ => return None,
    };
    let at = time_word(context, token + 1).filter(|at| at.word.skip == 0)?;
    let TimeWord::Unit(unit, Count::One) = *at.word.meaning else { return None };
    let last = at.last();
    relative_at(context.reading, last + 1)
        .is_none()
        .then(|| Found::duration(token, 0, last, Value::Fraction(hundredths, unit), RULE_DURATION))
}
