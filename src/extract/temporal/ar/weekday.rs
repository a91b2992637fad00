//! Weekdays: «الاثنين»، «يوم الأحد الماضي»، «مساء الجمعة»، «الاثنين الموافق 3 نوفمبر».
//! Counter-examples: «صلاة الجمعة»، «شارع الأحد»، «أحد المارة».

use chrono::{Datelike, NaiveDate};

use super::{At, day_number, month_name, month_number, time_word, weekday_list};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, Relative, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};
use crate::extract::tokenize::without_conjunction;

const RULE: &str = "ar/weekday";

/// «د. عبدالله الجمعة»: nobody is called a doctor by the first name alone.
fn is_surname(reading: &Reading<'_>, token: usize) -> bool {
    let Some(name) = token.checked_sub(1) else { return false };
    let plain = |word: &str| !word.starts_with("ال");
    let title = name.checked_sub(1).map(|before| before - usize::from(before > 0 && reading.is_mark(before, ".")));
    let learned = title.and_then(|title| reading.word(title)).map(without_conjunction);
    learned.is_some_and(|word| ARABIC.temporal.learned_titles.contains(word)) && reading.word(name).is_some_and(plain)
}

/// The weekday at a token, with «يوم» and a part of the day before it and an adjective behind it.
pub(super) fn named(context: &Context<'_>, at: At<'_>, number: u32) -> Option<Found> {
    let reading = context.reading;
    if let Some(date) = date_after(context, at).or_else(|| weekday_list::at(context, at, number)) {
        return Some(date);
    }
    // «الجمعة الثانية من رمضان» is no Friday of this week.
    let counted = day_number::ordinal_day(reading, at.last() + 1).is_some();
    if counted && day_behind(context, at.last() + 1, number).is_none() {
        return None;
    }
    let (first, skip, part) = look_behind(context, at);
    let before = first.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let heads = &ARABIC.temporal.weekday_heads;
    let headed = heads.contains(before) || crate::extract::tokenize::stems(before).any(|stem| heads.contains(stem.core));
    if headed || month_name::after_name_head(reading, first) || first == at.token && is_surname(reading, first) {
        return None;
    }
    let mut last = at.last();
    let mut relative = None;
    if let Some((found, n_tokens)) = relative_at(reading, last + 1).filter(|(found, _)| *found != Relative::Current) {
        relative = Some(found);
        last += n_tokens;
    }
    // «يوم (السبت) المقبل»
    let bracketed = reading.is_mark(last + 1, ")") && first.checked_sub(1).is_some_and(|before| reading.is_mark(before, "("));
    if let Some((found, n_tokens)) = relative_at(reading, last + 2).filter(|_| bracketed && relative.is_none()) {
        let head = first.checked_sub(2).and_then(|day| time_word(context, day)).filter(is_day_head);
        let (first, skip) = head.map_or((first - 1, 0), |head| (head.token, head.word.skip));
        let day = resolve::weekday(context.published?, number, Some(found))?;
        return Some(Found::date(first, skip, last + 1 + n_tokens, Value::Day(day), Anchor::Published, RULE));
    }
    let this = first.checked_sub(1).filter(|&before| skip == 0 && reading.word(before) == Some("هذا"));
    let first = this.unwrap_or(first);
    let Some(published) = context.published else {
        let found = Found::date(first, skip, last, Value::Weekday(number), Anchor::Unresolved, RULE);
        return Some(match part {
            Some(part) => Found { value: Value::WeekdayPart(number, part), ..found }.typed(TimexType::Time),
            None => Found { weekday: Some(number), ..found },
        });
    };
    if let Some((day, last)) = day_behind(context, at.last() + 1, number) {
        return Some(Found::date(first, skip, last, Value::Day(day), Anchor::Published, RULE));
    }
    let tense = context.tense_at(first).or(this.map(|_| Relative::Future)).or_else(|| behind_coming_day(context, first));
    // «يلتقي الخميس» on a Thursday is today.
    let is_today = published.weekday().number_from_monday() == number && this.is_none();
    let day = resolve::weekday(published, number, relative.or(tense.filter(|_| !is_today)))?;
    Some(match part {
        None => {
            let found = Found::date(first, skip, last, Value::Day(day), Anchor::Published, RULE);
            Found { weekday: Some(number), ..found }
        }
        Some(part) => {
            let found = Found::date(first, skip, last, Value::DayPart(day, part), Anchor::Published, RULE);
            Found { timex_type: TimexType::Time, ..found }
        }
    })
}

fn is_day_head(at: &At<'_>) -> bool {
    *at.word.meaning == TimeWord::Unit(Unit::Day, Count::One) && !at.word.definite
}

/// «بعد غد قبل عرضه الجمعة»: behind a day to come, in the same sentence, a weekday lies ahead too.
fn behind_coming_day(context: &Context<'_>, token: usize) -> Option<Relative> {
    let (told, day) = context.told_day?;
    let beside = context.reading.sentence_of(token)?.tokens.contains(&told);
    (beside && token - told.min(token) <= COMING_REACH && day > context.published?).then_some(Relative::Future)
}

/// How far behind a day to come another one lies ahead.
const COMING_REACH: usize = 12;

/// «الخميس 21», «الخميس في الحادي والعشرين»: the nearest such day that is that weekday.
fn day_behind(context: &Context<'_>, token: usize, weekday: u32) -> Option<(NaiveDate, usize)> {
    let reading = context.reading;
    let next = token + usize::from(reading.word(token) == Some("في"));
    let (last, day) = match day_number::ordinal_day(reading, next) {
        Some(found) => found,
        None => {
            let (first, _, day) = day_number::day_at(reading, next)?;
            let counts = reading.touches(first) && !matches!(reading.str(first + 1), "." | "،" | "," | ")");
            (!counts && !super::year::counts_something(reading, first)).then_some((first, day))?
        }
    };
    let published = context.published?;
    let months = [0i64, -1, 1, -2, 2];
    let days = months.into_iter().filter_map(|steps| resolve::shifted(published.with_day(1)?, Unit::Month, steps)?.with_day(day));
    let found = days.into_iter().find(|day| day.weekday().number_from_monday() == weekday)?;
    Some((found, last))
}

/// «يوم 27»: a day of the month of publication.
pub(super) fn day_of_month(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let reading = context.reading;
    let (number, ..) = super::quantity::number(reading, at.last() + 1).filter(|_| reading.number(at.last() + 1).is_some())?;
    let day = u32::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
    // «يوم 18 من نفس الشهر» is none of the month of publication.
    let of_other = reading.word(at.last() + 2) == Some("من")
        && matches!(reading.word(at.last() + 3), Some("نفس" | "ذات" | "ذلك" | "الشهر" | "شهر"));
    if of_other || month_number::after_number(context, at.last() + 1).is_some() {
        return None;
    }
    let touching = reading.touches(at.last() + 1) && !matches!(reading.str(at.last() + 2), "." | "،" | "," | ")");
    if touching || super::year::counts_something(reading, at.last() + 1) || month_name::after_name_head(reading, at.token) {
        return None;
    }
    let published = context.published?;
    let this = published.with_day(day);
    let date = match context.tense_at(at.token) {
        Some(_) => this
            .filter(|day| *day >= published)
            .or_else(|| resolve::shifted(published.with_day(1)?, Unit::Month, 1)?.with_day(day)),
        None => this
            .filter(|day| *day <= published)
            .or_else(|| resolve::shifted(published.with_day(1)?, Unit::Month, -1)?.with_day(day)),
    }?;
    Some(Found::date(at.token, at.word.skip, at.last() + 1, Value::Day(date), Anchor::Published, RULE))
}

/// «الاثنين 3 نوفمبر», «الاثنين، 3 نوفمبر», «الاثنين الموافق 3 نوفمبر», «الاثنين (3 نوفمبر)»: the date decides.
fn date_after(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let reading = context.reading;
    let next = at.last() + 1;
    let gap = usize::from(matches!(reading.str(next), "،" | "," | "(" | "الموافق" | "في"));
    let gap = gap + usize::from(reading.word(next + gap) == Some("ال"));
    let found = month_number::after_number(context, next + gap)
        .or_else(|| super::month::after_first(context, next + gap))
        .or_else(|| super::hijri::after_number(context, next + gap))
        .or_else(|| super::numeric::date(context, next + gap))?;
    let close = usize::from(reading.is_mark(next, "(") && reading.is_mark(found.last + 1, ")"));
    (found.first <= at.token).then_some(Found { last: found.last + close, ..found })
}

/// A date with the weekday before it, where one stands there.
pub(super) fn before_date(context: &Context<'_>, found: Found) -> Found {
    let reading = context.reading;
    let Some(mut before) = found.first.checked_sub(1) else { return found };
    if matches!(reading.str(before), "،" | "," | "(" | "الموافق" | "في") {
        let Some(further) = before.checked_sub(1) else { return found };
        before = further;
    }
    let Some(at) = time_word(context, before).filter(|at| matches!(at.word.meaning, TimeWord::Weekday(_))) else {
        return with_day_word(context, found);
    };
    let (first, skip, part) = look_behind(context, at);
    let weekday = match *at.word.meaning {
        TimeWord::Weekday(weekday) => weekday,
        _ => 0,
    };
    let value = match found.value {
        Value::Day(day) if found.yearless => Value::Day(resolve::year_of_weekday(day, weekday).unwrap_or(day)),
        value => value,
    };
    match (value, part) {
        (Value::Day(day), Some(part)) => Found { first, skip, value: Value::DayPart(day, part), ..found }.typed(TimexType::Time),
        (value, _) => Found { first, skip, value, ..found },
    }
}

/// «يوم 3 نوفمبر», «مساء يوم 3 نوفمبر».
fn with_day_word(context: &Context<'_>, found: Found) -> Found {
    let whole = match day_word_before(context, found.first) {
        Some(at) => Found { first: at.token, skip: at.word.skip, ..found },
        None => found,
    };
    // «فجر 24 أبريل»
    match (part_before(context, whole.first).filter(|_| whole.skip == 0), &whole.value) {
        (Some((part, name)), Value::Day(day)) => {
            let value = Value::DayPart(*day, name);
            Found { first: part.token, skip: part.word.skip, value, ..whole }.typed(TimexType::Time)
        }
        _ => whole,
    }
}

fn day_word_before<'a>(context: &Context<'a>, token: usize) -> Option<At<'a>> {
    let at = time_word(context, token.checked_sub(1)?)?;
    let is_list = reading_is(context, at.token, "يومي") || reading_is(context, at.token, "ايام");
    let is_day = *at.word.meaning == TimeWord::Unit(Unit::Day, Count::One) || is_list;
    (is_day && !at.word.definite).then_some(at)
}

fn reading_is(context: &Context<'_>, token: usize, word: &str) -> bool {
    context.reading.word(token) == Some(word)
}

/// The first token, its clitics and the part of the day: «مساء يوم الأحد».
pub(super) fn look_behind(context: &Context<'_>, at: At<'_>) -> (usize, usize, Option<&'static str>) {
    let (mut first, mut skip) = (at.token, at.word.skip);
    if let Some(day) = day_word_before(context, first).filter(|_| skip == 0) {
        (first, skip) = (day.token, day.word.skip);
    }
    match part_before(context, first).filter(|_| skip == 0) {
        Some((part, name)) => (part.token, part.word.skip, Some(name)),
        None => (first, skip, None),
    }
}

/// The part of the day that ends before a token: «بعد ظهر» before «ظهر».
fn part_before<'a>(context: &Context<'a>, token: usize) -> Option<(At<'a>, &'static str)> {
    let part_of = |back: usize| {
        let part = token.checked_sub(back).and_then(|before| time_word(context, before))?;
        let TimeWord::DayPart(name) = *part.word.meaning else { return None };
        (part.word.n_tokens == back).then_some((part, name))
    };
    // «صباحا السبت»: an adverb is no head of the weekday.
    let heads = |(part, _): &(At<'_>, _)| !part.word.definite && !context.reading.str(part.token).ends_with('ا');
    part_of(2).or_else(|| part_of(1)).filter(heads)
}
