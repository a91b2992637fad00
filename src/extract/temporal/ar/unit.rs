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
const RULE_TOLD: &str = "ar/unit-of-told";
const RULE_AHEAD: &str = "ar/ahead";
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
        None if count == Count::One && throughout(context, at) => {
            Some(Found::duration(at.token, at.word.skip, at.last(), Value::Duration(Some(1), unit), RULE_DURATION))
        }
        None if count == Count::One => part_of_this(context, at, unit),
        None => None,
    }
}

/// «نهاية العام», «مطلع الشهر»: of the one of publication.
fn part_of_this(context: &Context<'_>, at: At<'_>, unit: Unit) -> Option<Found> {
    let (first, skip, part) = year::part_before(context, at.token).filter(|_| at.word.skip == 0)?;
    let fits = matches!(unit, Unit::Month | Unit::Year);
    let described = context.reading.word(at.last() + 1).is_some_and(|next| next.starts_with("ال") && next.chars().count() > 3);
    let value = shifted(context, unit, 0).filter(|_| fits && !described)?;
    Some(Found::date(first, skip, at.last(), value, context.anchor(), RULE_RELATIVE).with_part(Some(part)))
}

/// «طوال الأسبوع».
fn throughout(context: &Context<'_>, at: At<'_>) -> bool {
    let before = at.token.checked_sub(1).and_then(|before| context.reading.word(before)).unwrap_or_default();
    at.word.skip == 0 && matches!(before, "طوال" | "طيله")
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
    let this = word.trim_start_matches(['و', 'ل', 'ب']);
    let is_this = count == Count::One && at.word.skip == 0 && matches!(this, "هذا" | "هذه");
    if !is_this || relative_at(context.reading, at.last() + 1).is_some() {
        return None;
    }
    let skip = word.len() - this.len();
    let value = shifted(context, unit, 0)?;
    Some(Found::date(before, skip, at.last(), value, context.anchor(), RULE_RELATIVE))
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
        Relative::Same => return from_told(context, at, unit, 0, last),
    };
    let after = reading_word(context, last);
    if matches!(after, "التالي" | "التاليه" | "اللاحق" | "اللاحقه") && told_before(context, at.token) {
        return from_told(context, at, unit, 1, last);
    }
    if matches!(after, "السابق" | "السابقه") && told_before(context, at.token) {
        return from_told(context, at, unit, -1, last);
    }
    if unit == Unit::Day && relative == Relative::Past && after == "الاخير" {
        return None;
    }
    if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
        return None;
    }
    let value = shifted(context, unit, steps)?;
    let found = Found::date(at.token, at.word.skip, last, value, context.anchor(), RULE_RELATIVE);
    Some(match year::part_before(context, at.token).filter(|_| at.word.skip == 0) {
        Some((first, skip, part)) => Found { first, skip, ..found }.with_part(Some(part)),
        None => found,
    })
}

fn reading_word<'a>(context: &Context<'a>, token: usize) -> &'a str {
    context.reading.word(token).unwrap_or_default()
}

/// Whether a date was told not long before.
fn told_before(context: &Context<'_>, token: usize) -> bool {
    context.told.as_ref().is_some_and(|(told, _)| token - told.min(&token) < 60)
}

/// «العام نفسه», «في اليوم التالي»: counted from the last date told, which the text gives and not the calendar.
fn from_told(context: &Context<'_>, at: At<'_>, unit: Unit, steps: i64, last: usize) -> Option<Found> {
    let (token, told) = context.told.as_ref()?;
    let (first, last_day) = told.days()?;
    let narrow = match unit {
        Unit::Day => first == last_day,
        Unit::Week => (last_day - first).num_days() < 10,
        Unit::Month => (last_day - first).num_days() < 32,
        Unit::Year => (last_day - first).num_days() < 367,
        _ => false,
    };
    let value = resolve::shifted_unit(first, unit, steps).filter(|_| narrow)?;
    let found = Found::date(at.token, at.word.skip, last, value, Anchor::Published, RULE_TOLD);
    Some(Found { anchor_token: Some(*token), ..found })
}

/// «أسبوع 15 سبتمبر»: the week of a day.
pub(super) fn week_of(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let day = super::month::after_number(context, at.last() + 1).filter(|found| found.first == at.last() + 1)?;
    let Value::Day(date) = day.value else { return None };
    Some(Found { first: at.token, skip: at.word.skip, value: Value::Week(date), yearless: false, ..day })
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
        return Some(Found::date(at.token, at.word.skip, last, vague, context.anchor(), RULE_PAST_SPAN));
    };
    let value = Value::Duration(Some(number), unit);
    let bounds = context.published.and_then(|published| span_bounds(published, unit, number * direction));
    let found = Found::date(at.token, at.word.skip, last, value, context.anchor(), RULE_PAST_SPAN);
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
    // What is to come starts tomorrow; what is past may have gone on until today.
    let near = if steps > 0 && away > published { published.succ_opt()? } else { published };
    Some(Bounds::between(Moment::on(away.min(near)), Moment::on(away.max(near))))
}

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
            return Found { modifier, ..away(context, before, preposition, end, &value, steps) };
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

fn next_part(context: &Context<'_>, token: usize) -> Option<(i64, Unit, usize)> {
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
