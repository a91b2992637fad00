//! What prepositions make of a duration: «قبل يومين»، «بعد شهر من الآن»، «منذ شهرين»، «سيصل بعد ساعتين».
//! Counter-examples: «بعد يومين من المعركة» counts from the battle, «عاد بعد يومين» from what was told: both stay durations.

use chrono::NaiveDate;

use crate::base::{Bounds, Moment};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Approximate, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

/// How far «قبل نحو شهرين» may be off, in days.
const HALF_A_MONTH: i64 = 15;

const RULE_AHEAD: &str = "ar/ahead";
const RULE_AGO: &str = "ar/ago";
const RULE_SINCE: &str = "ar/since-duration";
pub(super) const RULE_DURATION: &str = "ar/duration";

/// A duration in the text, without what stands before it.
pub(super) struct Measured {
    pub(super) first: usize,
    pub(super) skip: usize,
    pub(super) last: usize,
    pub(super) value: Value,
    pub(super) modifier: Option<&'static str>,
}

/// The duration, or the date that a preposition makes of it.
pub(super) fn apply(context: &Context<'_>, measured: Measured) -> Found {
    let reading = context.reading;
    let Measured { first, skip, value, .. } = measured;
    let (last, modifier) = with_tail(context, measured.last, measured.modifier);
    let before = first.checked_sub(1).filter(|_| skip == 0);
    let preposition = crate::extract::tokenize::without_conjunction(before.and_then(|at| reading.word(at)).unwrap_or_default());
    let from_now = from_now_end(context, last);
    // Counted from an event: «من اندلاع الحرب», «على الهجوم».
    let of_event = from_now.is_none() && matches!(reading.word(last + 1), Some("من" | "علي"));
    if let (false, Some(before)) = (of_event, before) {
        let tense = context.tense_at(before).is_some();
        let steps = match preposition {
            "قبل" => Some(-1),
            "بعد" if from_now.is_some() || tense || context.is_whole_text(before, last) && modifier != Some("MORE_THAN") => {
                Some(1)
            }
            "من" if context.is_whole_text(before, last) && modifier.is_none() => Some(-1),
            "بعد" => None,
            _ => from_now.map(|_| if tense { 1 } else { -1 }),
        };
        if let Some(steps) = steps {
            let governs = matches!(preposition, "قبل" | "بعد" | "من");
            let first = if governs { (before, conjunction(context, before)) } else { (first, skip) };
            let loosely = from_now.is_none() || modifier.is_some();
            return date(context, first, from_now.unwrap_or(last), &value, steps, modifier, loosely);
        }
    }
    if let Some(found) = after_told(context, &value, before.filter(|_| preposition == "بعد" && !of_event)) {
        return Found { modifier, first, skip, last, value, ..found };
    }
    if preposition == "منذ" && !of_event {
        return since(context, first, skip, last, value, modifier);
    }
    Found { modifier, ..Found::duration(first, skip, last, value, RULE_DURATION) }
}

/// How far before «وبعد يومين» at the head of a sentence its date may stand.
const TOLD_REACH: usize = 40;

/// «… في 3 مايو 2020. وبعد يومين استقال»: at the head of a sentence it counts from the day just told, which it bounds.
fn after_told(context: &Context<'_>, value: &Value, before: Option<usize>) -> Option<Found> {
    let before = before?;
    let (told, Value::Day(day)) = context.told.as_ref()? else { return None };
    let heads = context.reading.sentence_of(before).is_some_and(|sentence| sentence.tokens.start == before);
    let Value::Duration(Some(count), unit) = value else { return None };
    let reached = resolve::shifted_unit(*day, *unit, *count).filter(|_| heads && before - told <= TOLD_REACH)?;
    let found = Found::duration(before, 0, before, Value::Past, RULE_DURATION);
    Some(Found { bounds: Some(reached.bounds(None)), anchor_token: Some(*told), ..found })
}

/// «تقريبا», «كاملة», «متتالية» behind a duration belong to it.
fn with_tail(context: &Context<'_>, last: usize, modifier: Option<&'static str>) -> (usize, Option<&'static str>) {
    let reading = context.reading;
    let (last, modifier) = match reading.phrase(last + 1, &ARABIC.temporal.approximate) {
        Some(found) if *found.meaning == Approximate::After => (last + found.n_tokens, Some("APPROX")),
        _ => (last, modifier),
    };
    // «قرن من الزمن»
    if reading.word(last + 1) == Some("من") && matches!(reading.word(last + 2), Some("الزمن" | "الزمان")) {
        return (last + 2, modifier);
    }
    let whole = reading.word(last + 1).is_some_and(|tail| ARABIC.temporal.duration_tails.contains(tail));
    (last + usize::from(whole), modifier)
}

/// The last token of «من الآن».
fn from_now_end(context: &Context<'_>, last: usize) -> Option<usize> {
    let reading = context.reading;
    let now = reading.word(last + 1) == Some("من") && matches!(reading.word(last + 2), Some("الان" | "اليوم"));
    now.then_some(last + 2)
}

/// The bytes of «و» and «ف» before a preposition.
fn conjunction(context: &Context<'_>, token: usize) -> usize {
    let word = context.reading.word(token).unwrap_or_default();
    word.len() - crate::extract::tokenize::without_conjunction(word).len()
}

fn date(
    context: &Context<'_>,
    (first, skip): (usize, usize),
    last: usize,
    duration: &Value,
    steps: i64,
    modifier: Option<&'static str>,
    loosely: bool,
) -> Found {
    let unresolved = if steps < 0 { Value::Past } else { Value::Future };
    let value = value_away(context, duration, steps).unwrap_or(unresolved);
    let bounds = context.published.filter(|_| loosely).and_then(|published| bounds(published, duration, modifier, &value, steps));
    let rule = if steps < 0 { RULE_AGO } else { RULE_AHEAD };
    let timex_type = if matches!(value, Value::Clock(..)) { TimexType::Time } else { TimexType::Date };
    Found { modifier, bounds, ..Found::date(first, skip, last, value, context.anchor(), rule).typed(timex_type) }
}

/// «منذ شهرين»: a duration that bounds its begin.
fn since(context: &Context<'_>, first: usize, skip: usize, last: usize, value: Value, modifier: Option<&'static str>) -> Found {
    let begin = context.published.map(|published| {
        let date = value_away(context, &value, -1);
        let at = |date: &Value| bounds(published, &value, modifier, date, -1).unwrap_or_else(|| date.bounds(None));
        date.as_ref().map_or(Bounds::until(Moment::on(published)), at)
    });
    let base = Found { modifier, ..Found::duration(first, skip, last, value, RULE_SINCE) };
    match begin {
        Some(begin) => Found { bounds: Some(begin), anchor: Anchor::Published, ..base },
        None => base,
    }
}

/// The date so far from publication, as fine as the unit.
fn value_away(context: &Context<'_>, duration: &Value, steps: i64) -> Option<Value> {
    let published = context.published?;
    match duration {
        Value::Duration(Some(count), unit) if is_clock(*unit) => context.clock_away(*unit, steps.checked_mul(*count)?),
        Value::Duration(Some(count), Unit::Week) => {
            resolve::shifted(published, Unit::Week, steps.checked_mul(*count)?).map(Value::Day)
        }
        Value::Duration(Some(count), unit) => resolve::shifted_unit(published, *unit, steps.checked_mul(*count)?),
        Value::Compound(parts) if parts.iter().any(|(_, unit)| is_clock(*unit)) => {
            let seconds =
                parts.iter().try_fold(0i64, |sum, (count, unit)| sum.checked_add(count.checked_mul(seconds(*unit)?)?))?;
            context.clock_away(Unit::Second, steps.checked_mul(seconds)?)
        }
        Value::Compound(parts) => {
            let day =
                parts.iter().try_fold(published, |day, (count, unit)| resolve::shifted(day, *unit, steps.checked_mul(*count)?));
            day.map(Value::Day)
        }
        Value::Fraction(hundredths, unit) => fraction_away(context, *hundredths, *unit, steps),
        _ => None,
    }
}

/// «قبل نصف ساعة», «بعد عام ونصف»: in the next smaller unit that takes the fraction whole.
fn fraction_away(context: &Context<'_>, hundredths: i64, unit: Unit, steps: i64) -> Option<Value> {
    if is_clock(unit) {
        let seconds = hundredths.checked_mul(seconds(unit)?)? / 100;
        return context.clock_away(Unit::Second, steps.checked_mul(seconds)?);
    }
    let published = context.published?;
    let (smaller, n) = match unit {
        Unit::Century => (Unit::Year, 100),
        Unit::Decade => (Unit::Year, 10),
        Unit::Year => (Unit::Month, 12),
        Unit::Month => (Unit::Day, 30),
        Unit::Week => (Unit::Day, 7),
        _ => return None,
    };
    resolve::shifted_unit(published, smaller, steps.checked_mul(hundredths.checked_mul(n)? / 100)?)
}

fn is_clock(unit: Unit) -> bool {
    matches!(unit, Unit::Hour | Unit::Minute | Unit::Second)
}

fn seconds(unit: Unit) -> Option<i64> {
    match unit {
        Unit::Second => Some(1),
        Unit::Minute => Some(60),
        Unit::Hour => Some(3600),
        Unit::Day => Some(86_400),
        Unit::Week => Some(604_800),
        _ => None,
    }
}

/// What the words bound, where it is not the unit that they reach: «قبل أسبوعين» is no day but a week, «قبل عام تقريبا» two
/// months wide on either side, «قبل نحو شهرين» half a month, «قبل أكثر من عامين» open towards the past.
fn bounds(published: NaiveDate, duration: &Value, modifier: Option<&'static str>, date: &Value, steps: i64) -> Option<Bounds> {
    let on =
        |days: Option<(NaiveDate, NaiveDate)>| days.map(|(first, last)| Bounds::between(Moment::on(first), Moment::on(last)));
    let reached = || match duration {
        Value::Duration(Some(count), unit) => resolve::shifted(published, *unit, steps.checked_mul(*count)?),
        _ => date.days().map(|days| days.0),
    };
    let today = Moment::on(published);
    match (modifier, duration) {
        (Some("MORE_THAN" | "EQUAL_OR_MORE"), _) if steps < 0 => Some(Bounds::until(Moment::on(reached()?))),
        (Some("MORE_THAN" | "EQUAL_OR_MORE"), _) => Some(Bounds::since(Moment::on(reached()?))),
        (Some("LESS_THAN" | "EQUAL_OR_LESS"), _) if steps < 0 => Some(Bounds::between(Moment::on(reached()?), today)),
        (Some("LESS_THAN" | "EQUAL_OR_LESS"), _) => Some(Bounds::between(today, Moment::on(reached()?))),
        (Some("APPROX"), Value::Duration(Some(1), Unit::Year)) => {
            let away = reached()?;
            on(resolve::shifted(away, Unit::Month, -2).zip(resolve::shifted(away, Unit::Month, 2)))
        }
        (Some("APPROX"), Value::Duration(Some(_), Unit::Month)) => {
            let away = reached()?;
            on(resolve::shifted(away, Unit::Day, -HALF_A_MONTH).zip(resolve::shifted(away, Unit::Day, HALF_A_MONTH)))
        }
        (_, Value::Duration(_, Unit::Week)) => Some(Value::Week(reached()?).bounds(None)),
        (_, Value::Duration(Some(count), unit)) if is_clock(*unit) && !matches!(date, Value::Clock(..)) => {
            let days = count.checked_mul(seconds(*unit)?)? / 86_400 + 1;
            let away = resolve::shifted(published, Unit::Day, steps.checked_mul(days)?)?;
            on(Some((away.min(published), away.max(published))))
        }
        (_, Value::Duration(None, _)) if steps < 0 => Some(Bounds::until(today)),
        (_, Value::Duration(None, _)) => Some(Bounds::since(today)),
        _ => None,
    }
}
