//! Units with an adjective: «العام الماضي»، «السنوات الماضية»، «هذا الشهر»، «العام نفسه»، «نهاية العام».
//! Counter-examples: «الأمين العام», «عقد اجتماعا», «قرن الثور».

use chrono::NaiveDate;

use super::quantity;
use super::{At, day_word, part};
use crate::base::{Bounds, Moment};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, Part, Relative, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};

const RULE_RELATIVE: &str = "ar/unit-relative";
const RULE_PAST_SPAN: &str = "ar/past-span";
const RULE_TOLD: &str = "ar/unit-of-told";

/// A definite unit with a relative adjective: «العام الماضي», «هذا الأسبوع», «السنوات العشر الماضية».
pub(super) fn related(context: &Context<'_>, at: At<'_>, unit: Unit, count: Count) -> Option<Found> {
    let reading = context.reading;
    if !at.word.definite || is_office(context, at) {
        return None;
    }
    if unit == Unit::Year
        && count == Count::One
        && let Some(found) = super::own_year::described(context, at)
    {
        return Some(found);
    }
    if let Some(found) = with_this(context, at, unit, count).or_else(|| with_that(context, at, unit, count)) {
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
    if let Some(found) = number.and_then(|number| super::span_of::definite(context, at, unit, number, next)) {
        return Some(found);
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
            Some(Found::duration(at.token, at.word.skip, at.last(), Value::Duration(Some(1), unit), super::away::RULE_DURATION))
        }
        None if count == Count::One => part_of_this(context, at, unit).or_else(|| rest_of_this(context, at, unit)),
        // «الأشهر الثلاثة المنتهية في يونيو»
        None if count == Count::Many && next > at.last() + 1 && !super::month_name::after_name_head(reading, at.token) => {
            let value = Value::Duration(Some(number?), unit);
            Some(Found::duration(at.token, at.word.skip, next - 1, value, super::away::RULE_DURATION))
        }
        None => None,
    }
}

/// «الأمين العام السابق»: public, and not a year.
fn is_office(context: &Context<'_>, at: At<'_>) -> bool {
    let reading = context.reading;
    let described = matches!(reading.word(at.last() + 1), Some("السابق" | "الحالي" | "الاسبق" | "الجديد"));
    let office = at.token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let offices = &ARABIC.temporal.offices;
    let is_office = || crate::extract::tokenize::stems(office).any(|stem| stem.definite && offices.contains(stem.core));
    described && reading.word(at.token) == Some("العام") && is_office()
}

/// «نهاية العام», «مطلع الشهر»: of the one of publication.
fn part_of_this(context: &Context<'_>, at: At<'_>, unit: Unit) -> Option<Found> {
    let (first, skip, part) = part::before(context, at.token).filter(|_| at.word.skip == 0)?;
    let fits = matches!(unit, Unit::Month | Unit::Year) || unit == Unit::Week && part != Part::End;
    let masculine = context.reading.word(at.token).is_some_and(|word| !word.ends_with('ه'));
    // «منذ بداية الأسبوع الاحتياطات»: a feminine is no adjective of a masculine unit.
    let agrees = |word: &str| !(masculine && (word.ends_with('ه') || word.ends_with("ات")));
    let adjective = |next: &str| next.starts_with("ال") && next.chars().count() > 3 && agrees(next);
    let described = context.reading.word(at.last() + 1).is_some_and(adjective);
    let value = shifted(context, unit, 0).filter(|_| fits && !described)?;
    Some(Found::date(first, skip, at.last(), value, context.anchor(), RULE_RELATIVE).with_part(Some(part)))
}

/// «بقية الشهر», «باقي الأسبوع»: from publication to the end.
fn rest_of_this(context: &Context<'_>, at: At<'_>, unit: Unit) -> Option<Found> {
    let before = at.token.checked_sub(1).filter(|_| at.word.skip == 0 && unit > Unit::Hour)?;
    let word = crate::extract::tokenize::without_conjunction(context.reading.word(before)?);
    let published = context.published.filter(|_| matches!(word, "بقيه" | "باقي"))?;
    let skip = context.reading.str(before).len() - word.len();
    let last_day = resolve::end_of(published, unit)?;
    let value = Value::Range(Box::new(Value::Day(published)), Box::new(Value::Day(last_day)));
    let value = if last_day > published { value } else { Value::Day(published) };
    Some(Found::date(before, skip, at.last(), value, context.anchor(), RULE_RELATIVE))
}

/// «طوال الأسبوع».
fn throughout(context: &Context<'_>, at: At<'_>) -> bool {
    let before = at.token.checked_sub(1).and_then(|before| context.reading.word(before)).unwrap_or_default();
    at.word.skip == 0 && matches!(before, "طوال" | "طيله")
}

/// «العشر» in «السنوات العشر الماضية».
fn definite_number(context: &Context<'_>, token: usize) -> Option<(i64, usize, usize)> {
    // «الساعات الـ24 الماضية»
    if context.reading.word(token) == Some("ال") {
        return context.reading.number(token + 1).map(|number| (number, 2, 0));
    }
    let found = context.reading.phrase(token, &ARABIC.temporal.numbers)?;
    (found.definite && found.skip == 0).then_some((*found.meaning, found.n_tokens, 0))
}

/// «هذا العام», «هذه السنة», «مطلع هذا العام».
fn with_this(context: &Context<'_>, at: At<'_>, unit: Unit, count: Count) -> Option<Found> {
    let before = at.token.checked_sub(1)?;
    let word = context.reading.word(before)?;
    let this = word.trim_start_matches(['و', 'ل', 'ب']);
    let is_this = count == Count::One && at.word.skip == 0 && matches!(this, "هذا" | "هذه" | "هاي");
    if !is_this || relative_at(context.reading, at.last() + 1).is_some() {
        return None;
    }
    if let Some(found) = super::anniversary::this_day(context, at, unit) {
        return Some(found);
    }
    let skip = word.len() - this.len();
    let value = shifted(context, unit, 0)?;
    let found = Found::date(before, skip, at.last(), value, context.anchor(), RULE_RELATIVE);
    Some(part::with_part(context, with_number(context, found)))
}

/// «ذلك اليوم», «تلك السنة», «نفس الشهر», «ذات العام»: the one of the last date told, or one that the text does not tell.
fn with_that(context: &Context<'_>, at: At<'_>, unit: Unit, count: Count) -> Option<Found> {
    let before = at.token.checked_sub(1).filter(|_| count == Count::One && at.word.skip == 0)?;
    let word = context.reading.word(before)?;
    let that = word.trim_start_matches(['و', 'ل', 'ب']);
    if !matches!(that, "ذلك" | "تلك" | "ذاك" | "نفس" | "ذات")
        || !matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)
    {
        return None;
    }
    let skip = word.len() - that.len();
    let told = from_told(context, at, unit, 0, at.last()).filter(|_| told_before(context, at.token));
    let found = told.unwrap_or_else(|| Found::date(before, skip, at.last(), Value::Past, Anchor::Unresolved, RULE_TOLD));
    Some(Found { first: before, skip, ..found })
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
    let Some(steps) = relative.steps() else {
        let steps = match relative {
            Relative::BeforeTold => -1,
            Relative::AfterTold => 1,
            _ => 0,
        };
        let told = from_told(context, at, unit, steps, last);
        // Of what it was told the text does not say: it names a time, and no date.
        let vague = || Found::date(at.token, at.word.skip, last, Value::Past, Anchor::Unresolved, RULE_TOLD);
        return told.or_else(|| (steps != 0).then(|| Found { bounds: Some(Bounds::UNKNOWN), ..vague() }));
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
    // «الربع الأخير من المباراة»
    let of_else = unit == Unit::Quarter && context.reading.word(last + 1) == Some("من");
    if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) || of_else {
        return None;
    }
    let value = shifted(context, unit, steps)?;
    let found = Found::date(at.token, at.word.skip, last, value, context.anchor(), RULE_RELATIVE);
    Some(part::with_part(context, with_number(context, found)))
}

/// «العام الماضي 2014», «هذا العام (1436هـ)»: the number behind it says the same.
fn with_number(context: &Context<'_>, found: Found) -> Found {
    let reading = context.reading;
    let Value::Year(year) = found.value else { return found };
    let bracket = usize::from(reading.is_mark(found.last + 1, "("));
    let token = found.last + 1 + bracket;
    let close = |last: usize| (bracket == 0 || reading.is_mark(last + 1, ")")).then_some(last + bracket);
    let Some(number) = super::year::number(reading, token) else { return found };
    let written = || super::hijri::of_year(context, token, 0, number, token);
    let assumed = || {
        super::hijri::without_era(
            context,
            Found { first: token, skip: 0, last: token, value: Value::Year(number), ..found.clone() },
        )
    };
    if let Some(hijri) = written().or_else(|| Some(assumed()).filter(|assumed| assumed.rule != found.rule)) {
        let overlaps = hijri.value.days().zip(found.value.days()).is_some_and(|(a, b)| a.0 <= b.1 && b.0 <= a.1);
        return match close(hijri.last).filter(|_| overlaps) {
            Some(last) => Found { last, value: hijri.value, anchor: hijri.anchor, rule: hijri.rule, ..found },
            None => found,
        };
    }
    // A count that is the very year would be chance.
    let near = number == year || (number - year).abs() == 1 && !super::year::counts_something(reading, token);
    match close(super::year::era_end(reading, token)).filter(|_| near) {
        Some(last) => Found { last, value: Value::Year(number), anchor: Anchor::Absolute, ..found },
        None => found,
    }
}

fn reading_word<'a>(context: &Context<'a>, token: usize) -> &'a str {
    context.reading.word(token).unwrap_or_default()
}

/// Whether a date was told not long before.
pub(super) fn told_before(context: &Context<'_>, token: usize) -> bool {
    context.told.as_ref().is_some_and(|(told, _)| token - told.min(&token) < 60)
}

/// «العام نفسه», «في اليوم التالي»: counted from the last date told, which the text gives and not the calendar.
pub(super) fn from_told(context: &Context<'_>, at: At<'_>, unit: Unit, steps: i64, last: usize) -> Option<Found> {
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
    let day = super::month_number::after_number(context, at.last() + 1).filter(|found| found.first == at.last() + 1)?;
    let Value::Day(date) = day.value else { return None };
    Some(Found { first: at.token, skip: at.word.skip, value: Value::Week(date), yearless: false, ..day })
}

/// «السنوات الماضية» is no more than the past; «الأيام الثلاثة الماضية» has bounds.
pub(super) fn many_related(
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
        _ => return None,
    };
    let Some(number) = number else {
        let ahead = context.published.filter(|_| direction > 0).map(|published| Bounds::since(Moment::on(published)));
        let found = Found::date(at.token, at.word.skip, last, vague, context.anchor(), RULE_PAST_SPAN);
        return Some(Found { bounds: ahead, ..found });
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
