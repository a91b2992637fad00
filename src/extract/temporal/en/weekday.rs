//! Weekdays: "Friday", "next Friday", "on Monday morning", "Friday after next", "two Sundays from now", "Friday the 22nd".
//! Counter-examples: "Bloody Sunday", "the Sunday Times", "Sun Microsystems", "she sat on it".

use chrono::{Datelike, NaiveDate};

use super::{heads_name, is_capital, month, number, own_stop, phrase, time_word, word_before, words};
use crate::base::Bounds;
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::opens::Opens;
use crate::extract::lexicon::time_word::{Relative, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::{Value, monday_of};
use crate::extract::temporal::{Context, Found, resolve};

const RULE: &str = "en/weekday";

/// A weekday with what belongs to it.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (mut next, mut relative) = (token, None);
    if let Some((last, found)) = phrase(reading, token, &ENGLISH.relatives) {
        (next, relative) = (last + 1, Some(found));
    } else {
        next += usize::from(reading.word(token) == Some("the"));
    }
    let (mut last, number) = weekday_at(reading, next)?;
    if relative == Some(Relative::Same) || !stands_as_weekday(reading, next, last, relative.is_some()) {
        return None;
    }
    if reading.word(last).is_some_and(|word| word.ends_with("days")) {
        let found = Found::date(token, 0, last, Value::EveryWeekday(number), Anchor::Unresolved, RULE);
        return Some(Found { bounds: Some(Bounds::UNKNOWN), ..found.typed(TimexType::Set) });
    }
    last += usize::from(own_stop(reading, last) && reading.word(last).is_some_and(|word| word.len() < 6));
    let Some(published) = context.published else {
        let found = Found::date(token, 0, last, Value::Weekday(number), Anchor::Unresolved, RULE);
        return Some(Found { weekday: Some(number), ..found });
    };
    if relative.is_none() {
        if let Some((end, day)) = day_behind(context, last + 1, number) {
            return Some(Found::date(token, 0, end, Value::Day(day), Anchor::Published, RULE));
        }
        // "Friday after next", "Sunday last".
        match (reading.word(last + 1), reading.word(last + 2)) {
            (Some("after"), Some("next")) => {
                let day = resolve::weekday(published, number, Some(Relative::Future))?;
                let day = resolve::shifted(day, Unit::Week, 1)?;
                return Some(Found::date(token, 0, last + 2, Value::Day(day), Anchor::Published, RULE));
            }
            (Some("last"), next) if next.is_none() => (last, relative) = (last + 1, Some(Relative::Past)),
            (Some("next"), next) if next.is_none() => (last, relative) = (last + 1, Some(Relative::Future)),
            _ => {}
        }
    }
    let day = on_weekday(context, published, token, number, relative)?;
    let (value, last, typed) = match words::part_behind(reading, last + 1) {
        Some((end, part)) => (Value::DayPart(day, part), end, TimexType::Time),
        None => (Value::Day(day), last, TimexType::Date),
    };
    let found = Found::date(token, 0, last, value, Anchor::Published, RULE).typed(typed);
    Some(Found { weekday: (typed == TimexType::Date).then_some(number), ..found })
}

fn weekday_at(reading: &Reading<'_>, token: usize) -> Option<(usize, u32)> {
    match time_word(reading, token)? {
        (last, TimeWord::Weekday(number)) => Some((last, number)),
        _ => None,
    }
}

/// "two Sundays from now", "three Fridays ago": counted from publication.
pub(super) fn counted(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if !(reading.opens(token + 1).any(Opens::WEEKDAY) || reading.opens(token + 2).any(Opens::WEEKDAY)) {
        return None;
    }
    let (last, count) = number::cardinal(reading, token)?;
    let (last, weekday) = weekday_at(reading, last + 1)?;
    let (end, relative) = match (reading.word(last + 1)?, reading.word(last + 2)) {
        ("from", Some("now" | "today")) => (last + 2, Relative::Future),
        ("hence" | "later", _) => (last + 1, Relative::Future),
        ("ago", _) => (last + 1, Relative::Past),
        _ => return None,
    };
    let steps = count.checked_sub(1)?.checked_mul(if relative == Relative::Past { -1 } else { 1 })?;
    let nearest = resolve::weekday(context.published?, weekday, Some(relative))?;
    let day = resolve::shifted(nearest, Unit::Week, steps)?;
    Some(Found::date(token, 0, end, Value::Day(day), Anchor::Published, RULE))
}

/// "this Friday" is that of the week of publication; the others go by news.
fn on_weekday(
    context: &Context<'_>,
    published: NaiveDate,
    token: usize,
    number: u32,
    relative: Option<Relative>,
) -> Option<NaiveDate> {
    let until =
        || matches!(word_before(context.reading, token), "until" | "till") && published.weekday().number_from_monday() != number;
    match relative {
        Some(Relative::Current) => resolve::shifted(monday_of(published)?, Unit::Day, i64::from(number) - 1),
        relative => {
            // "will meet on Friday" in a Friday's paper is today.
            if relative.is_none() && published.weekday().number_from_monday() == number && !context.is_entry {
                return Some(published);
            }
            let tense = relative.or_else(|| context.tense_at(token)).or_else(|| until().then_some(Relative::Future));
            resolve::weekday(published, number, tense)
        }
    }
}

/// "Sun", "Sat", "Wed" are other words and names too; "Bloody Sunday" and "the Sunday Times" are names.
fn stands_as_weekday(reading: &Reading<'_>, token: usize, last: usize, related: bool) -> bool {
    let before = word_before(reading, token);
    let named = ENGLISH.name_fronts.contains(before) && is_capital(reading, token - 1)
        || heads_name(reading, last + 1)
        || words::heads_show(reading, last + 1)
        || matches!(reading.word(last + 1), Some("newspaper" | "paper" | "papers"));
    if named {
        return false;
    }
    let word = reading.word(token).unwrap_or_default();
    if word.len() > 4 || word == "thur" {
        return true;
    }
    let alone = reading.tokens.len() <= last + 2 && token == 0;
    let governed = related || alone || matches!(before, "on" | "until" | "since" | "by" | "from");
    let marked = matches!(reading.str(last + 1), "." | ",") && is_capital(reading, token);
    let dated = number::day(reading, last + 1).is_some() || month::month_at(reading, last + 1).is_some();
    let behind_date = token > 0 && (reading.is_mark(token - 1, ",") || reading.is_mark(token - 1, "("));
    governed && (is_capital(reading, token) || word != "sat" || alone)
        || marked
        || (dated || behind_date) && is_capital(reading, token)
}

/// "Friday the 22nd", "Friday 23 at": the nearest such day that is that weekday.
fn day_behind(context: &Context<'_>, token: usize, weekday: u32) -> Option<(usize, NaiveDate)> {
    let reading = context.reading;
    let start = token + usize::from(reading.word(token) == Some("on") || reading.is_mark(token, ","));
    let the = start + usize::from(reading.word(start) == Some("the"));
    let plain = || {
        let next = reading.word(the + 1);
        let apart = next.is_none_or(|next| matches!(next, "at" | "in" | "from" | "and" | "when" | "to")) && !reading.touches(the);
        reading.number(the).filter(|_| apart && the == token && reading.n_digits(the) <= 2).map(|day| (the, day))
    };
    let (last, day) = number::ordinal(reading, the).or_else(plain)?;
    let of = reading.word(last + 1) == Some("of") || month::month_at(reading, last + 1).is_some();
    let day = u32::try_from(day).ok().filter(|day| (1..=31).contains(day) && !of)?;
    let first = context.published?.with_day(1)?;
    let days = [0i64, -1, 1, -2, 2].into_iter().filter_map(|steps| resolve::shifted(first, Unit::Month, steps)?.with_day(day));
    days.into_iter().find(|day| day.weekday().number_from_monday() == weekday).map(|day| (last, day))
}
