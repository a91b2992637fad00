//! Weekdays: «الاثنين»، «يوم الأحد الماضي»، «مساء الجمعة»، «الاثنين الموافق 3 نوفمبر».
//! Counter-examples: «صلاة الجمعة»، «شارع الأحد»، «أحد المارة».

use super::{At, month, time_word};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::temporal::{Count, Relative, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};

const RULE: &str = "ar/weekday";

/// Heads of names that hold a weekday, besides those that hold a date.
const NAME_HEADS: [&str; 5] = ["صلاه", "خطبه", "جامع", "سوق", "دوري"];

/// The weekday at a token, with «يوم» and a part of the day before it and an adjective behind it.
pub(super) fn named(context: &Context<'_>, at: At<'_>, number: u32) -> Option<Found> {
    let reading = context.reading;
    if let Some(date) = date_after(context, at) {
        return Some(date);
    }
    let (first, skip, part) = look_behind(context, at);
    let before = first.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let headed = crate::extract::tokenize::stems(before).any(|stem| NAME_HEADS.contains(&stem.core));
    if headed || month::after_name_head(reading, first) {
        return None;
    }
    let mut last = at.last();
    let mut relative = None;
    if let Some((found, n_tokens)) = relative_at(reading, last + 1).filter(|(found, _)| *found != Relative::Current) {
        relative = Some(found);
        last += n_tokens;
    }
    let Some(published) = context.published else {
        return Some(Found::date(first, skip, last, Value::Weekday(number), Anchor::Unresolved, RULE));
    };
    let day = resolve::weekday(published, number, relative)?;
    Some(match part {
        None => Found::date(first, skip, last, Value::Day(day), Anchor::Published, RULE),
        Some(part) => {
            let found = Found::date(first, skip, last, Value::DayPart(day, part), Anchor::Published, RULE);
            Found { timex_type: TimexType::Time, ..found }
        }
    })
}

/// «الاثنين 3 نوفمبر», «الاثنين، 3 نوفمبر», «الاثنين الموافق 3 نوفمبر», «الاثنين (3 نوفمبر)»: the date decides.
fn date_after(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let reading = context.reading;
    let next = at.last() + 1;
    let gap = usize::from(matches!(reading.str(next), "،" | "," | "(" | "الموافق"));
    let found = month::after_number(context, next + gap)?;
    let close = usize::from(reading.is_mark(next, "(") && reading.is_mark(found.last + 1, ")"));
    (found.first <= at.token).then_some(Found { last: found.last + close, ..found })
}

/// A date with the weekday before it, where one stands there.
pub(super) fn before_date(context: &Context<'_>, found: Found) -> Found {
    let reading = context.reading;
    let Some(mut before) = found.first.checked_sub(1) else { return found };
    if matches!(reading.str(before), "،" | "," | "(" | "الموافق") {
        let Some(further) = before.checked_sub(1) else { return found };
        before = further;
    }
    let Some(at) = time_word(context, before).filter(|at| matches!(at.word.meaning, TimeWord::Weekday(_))) else {
        return with_day_word(context, found);
    };
    let (first, skip, _) = look_behind(context, at);
    Found { first, skip, ..found }
}

/// «يوم 3 نوفمبر».
fn with_day_word(context: &Context<'_>, found: Found) -> Found {
    match day_word_before(context, found.first) {
        Some(at) => Found { first: at.token, skip: at.word.skip, ..found },
        None => found,
    }
}

fn day_word_before<'a>(context: &Context<'a>, token: usize) -> Option<At<'a>> {
    let at = time_word(context, token.checked_sub(1)?)?;
    (*at.word.meaning == TimeWord::Unit(Unit::Day, Count::One) && !at.word.definite).then_some(at)
}

/// The first token, its clitics and the part of the day: «مساء يوم الأحد».
fn look_behind(context: &Context<'_>, at: At<'_>) -> (usize, usize, Option<&'static str>) {
    let (mut first, mut skip) = (at.token, at.word.skip);
    if let Some(day) = day_word_before(context, first).filter(|_| skip == 0) {
        (first, skip) = (day.token, day.word.skip);
    }
    let part = first.checked_sub(1).filter(|_| skip == 0).and_then(|before| time_word(context, before));
    match part.map(|part| (part, *part.word.meaning)) {
        Some((part, TimeWord::DayPart(name))) if part.word.n_tokens == 1 && !part.word.definite => {
            (part.token, part.word.skip, Some(name))
        }
        _ => (first, skip, None),
    }
}
