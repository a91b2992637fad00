//! Durations: «ثلاثة أيام»، «سنة وشهرين»، «نصف ساعة»، «أكثر من أسبوع»، «الـ24 ساعة الماضية».
//! Counter-examples: «عقد اجتماعا», «عقود الشركات», «شهر نوفمبر».

use super::away::{self, Measured};
use super::no_duration;
use super::quantity::{self, Quantity};
use super::unit::many_related;
use super::{At, day_number, time_word, year};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at};

/// A quantity before a unit: «ثلاثة أيام», «أكثر من سنة», «بضعة أسابيع».
pub(super) fn counted(context: &Context<'_>, token: usize) -> Option<Found> {
    if let Some(found) = fraction(context, token) {
        return Some(found);
    }
    if let Some(found) = decimal(context, token) {
        return Some(found);
    }
    let quantity = quantity::at(context.reading, token)?;
    let first = article_before(context.reading, token).filter(|_| quantity.skip == 0).unwrap_or(token);
    let at = time_word(context, token + quantity.n_tokens)?;
    let TimeWord::Unit(unit, count) = *at.word.meaning else { return None };
    if quantity::is_multitude(context.reading, token) {
        let whole = at.word.definite && at.word.skip == 0 && count == Count::Many;
        let (value, last) = (Value::Duration(None, unit), at.last());
        return whole.then(|| away::apply(context, Measured { first, skip: quantity.skip, last, value, modifier: None }));
    }
    if at.word.skip > 0 || (at.word.definite && quantity.modifier.is_none()) || unit == Unit::Quarter {
        return None;
    }
    // «300 ألف سنة 2016»: the year has its own number.
    let heads_year = unit == Unit::Year && count == Count::One && year::named_by(context.reading, at.last() + 1);
    if heads_year || no_duration::is_none(context.reading, first, at.last(), unit) || heads_date(context, at, unit) {
        return None;
    }
    let relative = relative_at(context.reading, at.last() + 1);
    if unit == Unit::Decade && quantity.count.is_some_and(|count| count > no_duration::MOST_DECADES) {
        return None;
    }
    if at.word.definite && relative.is_none() {
        return None;
    }
    let quantity = match (quantity.count, count) {
        (None, Count::One) => Quantity { count: Some(1), ..quantity },
        (None, Count::Two) => Quantity { count: Some(2), ..quantity },
        _ => quantity,
    };
    if let Some((relative, n_tokens)) = relative {
        let fake = At { token: first, ..at };
        let number = quantity.count;
        return many_related(context, fake, unit, number, relative, at.last() + n_tokens)
            .map(|found| Found { skip: quantity.skip, ..found });
    }
    // «2500 سنة قبل الميلاد» is a year.
    if let (Unit::Year, Some(count), Some(last)) = (unit, quantity.count, year::before_christ_end(context.reading, at.last())) {
        let year = i32::try_from(count).ok()?.checked_neg()?.checked_add(1)?;
        return Some(Found::date(first, quantity.skip, last, Value::Year(year), Anchor::Absolute, "ar/year"));
    }
    let (value, last) = more_parts(context, at.last(), quantity.count, unit);
    let found = away::apply(context, Measured { first, skip: quantity.skip, last, value, modifier: quantity.modifier });
    Some(from_smaller(context.reading, found))
}

/// «2-3 أيام», «ما بين 6 إلى 17 عاما», «بين 6 و17 عاما»: from one number to another is one duration.
fn from_smaller(reading: &Reading<'_>, found: Found) -> Found {
    let Value::Duration(Some(most), unit) = found.value else { return found };
    let between = |joint: usize| joint.checked_sub(2).is_some_and(|word| matches!(reading.word(word), Some("بين" | "وبين")));
    let joins = |&joint: &usize| match reading.str(joint) {
        "-" | "–" | "الي" => true,
        "و" => between(joint),
        _ => false,
    };
    let joint = found.first.checked_sub(1).filter(|_| found.skip == 0 && found.timex_type == TimexType::Duration).filter(joins);
    let least = joint.and_then(|joint| joint.checked_sub(1)).and_then(|least| Some((least, reading.number(least)?)));
    match least.filter(|(_, least)| *least < most) {
        Some((first, least)) => {
            let count = |count| Box::new(Value::Duration(Some(count), unit));
            Found { first, value: Value::Range(count(least), count(most)), ..found }
        }
        None => found,
    }
}

/// The article that stands apart from a number: «الـ24 ساعة», «الـ 24 ساعة».
fn article_before(reading: &Reading<'_>, token: usize) -> Option<usize> {
    token.checked_sub(1).filter(|&before| reading.word(before) == Some("ال"))
}

/// «منذ يوم السبت», «منذ يوم أمس», «رقم 28 يوم 18 أغسطس», «ساعات المساء»: the unit is the head of a date, or of a part of the day.
pub(super) fn heads_date(context: &Context<'_>, at: At<'_>, unit: Unit) -> bool {
    let is_one = matches!(at.word.meaning, TimeWord::Unit(_, Count::One));
    let next = at.last() + 1;
    let follows = |wanted: &dyn Fn(TimeWord) -> bool| time_word(context, next).is_some_and(|next| wanted(*next.word.meaning));
    match unit {
        Unit::Day => {
            is_one && context.reading.number(next).is_some()
                || follows(&|word| matches!(word, TimeWord::Weekday(_) | TimeWord::Day(_)))
        }
        Unit::Hour => follows(&|word| matches!(word, TimeWord::DayPart(_))) || context.reading.word(next) == Some("النهار"),
        _ => false,
    }
}

/// «سنة وشهرين», «ساعة ونصف», «شهر و21 يوما»: the parts behind the first.
pub(super) fn more_parts(context: &Context<'_>, last: usize, count: Option<i64>, unit: Unit) -> (Value, usize) {
    let reading = context.reading;
    let Some(count) = count else { return (Value::Duration(None, unit), last) };
    let fraction = match reading.word(last + 1) {
        Some("ونصف" | "والنصف") => 50,
        Some("وربع") => 25,
        _ => 0,
    };
    if fraction > 0 {
        // «عام ونصف العام», «عام ونصف عام»
        let repeated = time_word(context, last + 2)
            .is_some_and(|next| next.word.skip == 0 && *next.word.meaning == TimeWord::Unit(unit, Count::One));
        let hundredths = count.saturating_mul(100).saturating_add(fraction);
        return (Value::Fraction(hundredths, unit), last + 1 + usize::from(repeated));
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
    let comma = matches!(reading.str(token), "," | "،");
    let joined = apart || reading.word(start).is_some_and(|word| word.starts_with('و'));
    if !joined {
        return None;
    }
    let number = quantity::number(reading, start);
    let at = time_word(context, start + number.map_or(0, |(_, n_tokens, _)| n_tokens))?;
    let TimeWord::Unit(unit, count) = *at.word.meaning else { return None };
    let count = match (number, count) {
        (Some((count, ..)), _) => count,
        // «عامين، يوم الجمعة»: a comma joins numbers alone.
        (None, Count::One) if !at.word.definite && !comma => 1,
        (None, Count::Two) if !comma => 2,
        _ => return None,
    };
    (!heads_date(context, at, unit)
        && !at.word.definite
        && relative_at(reading, at.last() + 1).is_none()
        && year::number(reading, at.last() + 1).is_none())
    .then_some((count, unit, at.last()))
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
    Some(away::apply(context, Measured { first: token, skip: 0, last: at.last(), value, modifier: None }))
}

/// «في سن الرابعة عشرة», «سن 14», «سن الـ18»: an age is a duration.
pub(super) fn age(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let skip = match reading.word(token)? {
        "سن" => 0,
        "بسن" => 'ب'.len_utf8(),
        _ => return None,
    };
    let next = token + 1 + usize::from(reading.word(token + 1) == Some("ال"));
    let (years, last) = years_old(reading, next)?;
    // «سن 3 قوانين»
    let counts = reading.number(next).is_some() && year::counts_something(reading, next);
    let age = (1..=120).contains(&years) && !counts && time_word(context, last + 1).is_none();
    age.then(|| Found::duration(token, skip, last, Value::Duration(Some(years), Unit::Year), RULE_AGE))
}

/// The number of an age: «14», «الرابعة عشرة», «الحادية والعشرين», «الخمسين».
fn years_old(reading: &Reading<'_>, token: usize) -> Option<(i64, usize)> {
    if let Some(years) = reading.number(token) {
        return Some((years, token));
    }
    let ordinal = reading.phrase(token, &ARABIC.temporal.ordinals).filter(|ordinal| ordinal.definite);
    if let Some(ordinal) = ordinal
        && matches!(reading.word(token + 1), Some("عشر" | "عشره"))
    {
        return Some((ordinal.meaning + 10, token + 1));
    }
    if let Some((last, day)) = day_number::ordinal_day(reading, token) {
        return Some((i64::from(day), last));
    }
    let tens = reading.phrase(token, &ARABIC.temporal.numbers).filter(|number| number.definite && *number.meaning >= 10)?;
    Some((*tens.meaning, token + tens.n_tokens - 1))
}

const RULE_AGE: &str = "ar/age";

/// «نصف سنة», «ربع ساعة», «ثلاثة أرباع الساعة».
pub(super) fn fraction(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let word = reading.word(token)?;
    let (hundredths, unit_token) = match word {
        "نصف" => (50, token + 1),
        "ربع" => (25, token + 1),
        "ثلاثه" if reading.word(token + 1) == Some("ارباع") => (75, token + 2),
        _ => return None,
    };
    let at = time_word(context, unit_token).filter(|at| at.word.skip == 0)?;
    let TimeWord::Unit(unit, Count::One) = *at.word.meaning else { return None };
    // «نصف السنة الأول» is a half of the year.
    let described = at.word.definite && matches!(reading.word(at.last() + 1), Some("الاول" | "الثاني"));
    if described || relative_at(reading, at.last() + 1).is_some() || unit == Unit::Day && at.word.definite {
        return None;
    }
    let value = Value::Fraction(hundredths, unit);
    Some(away::apply(context, Measured { first: token, skip: 0, last: at.last(), value, modifier: None }))
}
