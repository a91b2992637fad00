//! Dates by month and weekday: "April 22, 2016", "the 15th of February", "next Friday", "Friday the 22nd", "in 2014".
//! Counter-examples: "it may rain", "they march on", "2000 people", "Sun Microsystems".

use chrono::{Datelike, NaiveDate};

use super::{after_hyphen, container, is_capital, number, phrase, time_word, words};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ENGLISH;
use crate::extract::lexicon::temporal::{Relative, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, resolve};

const RULE_MONTH: &str = "en/month";
const RULE_DAY: &str = "en/day-month";
const RULE_WEEKDAY: &str = "en/weekday";
const RULE_YEAR: &str = "en/year";

/// A month with what belongs to it.
struct Parts {
    month: u32,
    /// First and last day.
    days: Option<(u32, u32)>,
    year: Option<i32>,
    relative: Option<Relative>,
    last: usize,
}

/// A date that a month names, from its first word on.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let parts = day_first(context, token).or_else(|| month_first(context, token))?;
    resolved(context, token, &parts)
}

/// The month's name at a token, its full stop apart; ambiguous names only as a month would stand.
fn month_at(reading: &Reading<'_>, token: usize) -> Option<(usize, u32)> {
    let (last, TimeWord::Month(month)) = time_word(reading, token)? else { return None };
    let is_short = reading.word(last).is_some_and(|word| word.len() <= 4 && !matches!(word, "may" | "june" | "july"));
    let stop = usize::from(is_short && reading.is_mark(last + 1, ".") && reading.touches(last));
    Some((last + stop, month))
}

/// "22 April 2016", "the 15th of February", "3-5 July".
fn day_first(context: &Context<'_>, token: usize) -> Option<Parts> {
    let reading = context.reading;
    let (mut last, first_day) = number::day(reading, token)?;
    let mut last_day = first_day;
    if matches!(reading.str(last + 1), "-" | "–" | "to" | "and" | "through" | "until" | "till" | "&")
        && let Some((end, day)) = number::day(reading, last + 2)
        && day > first_day
    {
        (last, last_day) = (end, day);
    }
    let mut next = last + 1;
    next += usize::from(reading.word(next) == Some("day") && reading.word(next + 1) == Some("of"));
    next += usize::from(matches!(reading.word(next), Some("of" | "in")) || matches!(reading.str(next), "-" | "/"));
    let days = Some((first_day, last_day));
    if let Some((last, month)) = month_at(reading, next) {
        let (year, last) = year_behind(reading, last);
        return Some(Parts { month, days, year, relative: None, last });
    }
    // "the 20th of next month"
    let of = reading.word(next - 1) == Some("of");
    let found = container(context, next).filter(|_| of || next == last + 1)?;
    let Value::Month(year, month) = found.value else { return None };
    (found.anchor != Anchor::Absolute).then_some(Parts {
        month,
        days,
        year: Some(year),
        relative: Some(Relative::Current),
        last: found.last,
    })
}

/// "April 22, 2016", "April 2016", "last April", "the month of May".
fn month_first(context: &Context<'_>, token: usize) -> Option<Parts> {
    let reading = context.reading;
    let (mut next, mut relative) = (token, None);
    if let Some((last, found)) = phrase(reading, token, &ENGLISH.relatives).filter(|_| reading.word(token) != Some("the")) {
        (next, relative) = (last + 1, Some(found));
    }
    next += usize::from(reading.word(next) == Some("the"));
    let headed = reading.word(next) == Some("month") && reading.word(next + 1) == Some("of");
    next += if headed { 2 } else { 0 };
    if next == token + 1 && relative.is_none() {
        return None;
    }
    let (mut last, month) = month_at(reading, next)?;
    if relative == Some(Relative::Current) && matches!(reading.word(next), Some("may" | "march")) && !is_capital(reading, next) {
        return None;
    }
    let days = days_behind(reading, last + 1);
    if let Some((end, _, _)) = days {
        last = end;
    }
    let (year, last) = year_behind(reading, last);
    let alone = days.is_none() && year.is_none() && relative.is_none() && !headed;
    if alone && !stands_as_month(reading, next) {
        return None;
    }
    let relative_year = container(context, last + 1 + usize::from(reading.word(last + 1) == Some("of")))
        .filter(|found| year.is_none() && found.anchor == Anchor::Published);
    let (year, last) = match relative_year {
        Some(Found { value: Value::Year(year), last, .. }) => (Some(year), last),
        _ => (year, last),
    };
    let days = days.map(|(_, first, last)| (first, last));
    Some(Parts { month, days, year, relative, last })
}

/// "22", "22nd", "the eleventh", "13-15" behind a month.
fn days_behind(reading: &Reading<'_>, token: usize) -> Option<(usize, u32, u32)> {
    let start = token + usize::from(matches!(reading.str(token), "/" | "-") && reading.touches(token));
    let (last, first) = number::day(reading, start)?;
    if matches!(reading.str(last + 1), "-" | "–" | "to" | "and" | "through" | "until" | "till")
        && let Some((end, day)) = number::day(reading, last + 2)
        && day > first
        && month_at(reading, end + 1).is_none()
    {
        return Some((end, first, day));
    }
    Some((last, first, first))
}

/// The year behind a month or day: "2016", ", 2016", "of 2016".
fn year_behind(reading: &Reading<'_>, last: usize) -> (Option<i32>, usize) {
    let gap = usize::from(
        matches!(reading.str(last + 1), "," | "." | "/" | "-") || matches!(reading.word(last + 1), Some("of" | "in")),
    );
    match number::year(reading, last + 1 + gap) {
        Some((end, year)) => (Some(year), end),
        None => (None, last),
    }
}

/// Whether a name that is another word too is a month where it stands.
fn stands_as_month(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.word(token).unwrap_or_default();
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let governed = matches!(
        before,
        "in" | "of"
            | "since"
            | "until"
            | "by"
            | "during"
            | "early"
            | "late"
            | "mid"
            | "from"
            | "through"
            | "between"
            | "before"
            | "after"
            | "to"
    );
    let governed = governed || (token > 0 && reading.is_mark(token - 1, "-"));
    let governed = governed || (token > 0 && reading.is_mark(token - 1, "-"));
    match word {
        "may" | "march" | "mar" | "jan" | "dec" | "sept" | "sep" => {
            governed && (is_capital(reading, token) || before == "in") && before != "to"
        }
        "august" => is_capital(reading, token) || governed,
        // "April O'Neil": a name goes on.
        "april" | "june" => governed || !(is_capital(reading, token + 1) && reading.word(token + 1).is_some()),
        _ => true,
    }
}

fn resolved(context: &Context<'_>, token: usize, parts: &Parts) -> Option<Found> {
    let inherited = context.told_year.filter(|_| parts.relative.is_none());
    let yearless = parts.year.is_none() && parts.relative.is_none();
    let tense = parts.relative.or(context.tense_at(token));
    let anchor = match (parts.year.or(inherited), parts.relative) {
        (Some(_), None) => Anchor::Absolute,
        _ => context.anchor(),
    };
    let value = match (parts.days, parts.year.or(inherited), context.published) {
        (None, Some(year), _) => Value::Month(year, parts.month),
        (None, None, Some(published)) => {
            let bare = parts.relative.is_none() && published.month() == parts.month;
            resolve::month(published, parts.month, tense.filter(|_| !bare))
        }
        (None, None, None) => Value::MonthOfYear(parts.month),
        (Some((first, last)), year, published) => days(parts.month, first, last, year, published, tense)?,
    };
    let rule = if parts.days.is_some() { RULE_DAY } else { RULE_MONTH };
    Some(Found { yearless, ..Found::date(token, 0, parts.last, value, anchor, rule) })
}

fn days(
    month: u32,
    first: u32,
    last: u32,
    year: Option<i32>,
    published: Option<NaiveDate>,
    relative: Option<Relative>,
) -> Option<Value> {
    let end = match (year, published) {
        (Some(year), _) => NaiveDate::from_ymd_opt(year, month, last)?,
        (None, Some(published)) => resolve::day_of_year(published, month, last, relative)?,
        (None, None) => return NaiveDate::from_ymd_opt(2000, month, last).map(|_| Value::DayOfYear(month, last)),
    };
    if first == last {
        return Some(Value::Day(end));
    }
    Some(Value::Range(Box::new(Value::Day(end.with_day(first)?)), Box::new(Value::Day(end))))
}

/// A weekday with what belongs to it.
pub(super) fn weekday(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (mut next, mut relative) = (token, None);
    if let Some((last, found)) = phrase(reading, token, &ENGLISH.relatives) {
        (next, relative) = (last + 1, Some(found));
    }
    let (mut last, TimeWord::Weekday(number)) = time_word(reading, next)? else { return None };
    if relative == Some(Relative::Same) || !stands_as_weekday(reading, next, relative.is_some()) {
        return None;
    }
    let plural = reading.word(last).is_some_and(|word| word.ends_with("days"));
    if plural {
        let found = Found::date(token, 0, last, Value::EveryWeekday(number), Anchor::Unresolved, RULE_WEEKDAY);
        return Some(Found { bounds: Some(crate::base::Bounds::UNKNOWN), ..found.typed(TimexType::Set) });
    }
    last += usize::from(reading.is_mark(last + 1, ".") && reading.word(last).is_some_and(|word| word.len() < 6));
    let Some(published) = context.published else {
        let found = Found::date(token, 0, last, Value::Weekday(number), Anchor::Unresolved, RULE_WEEKDAY);
        return Some(Found { weekday: Some(number), ..found });
    };
    if let Some((end, day)) = day_behind(context, last + 1, number) {
        return Some(Found::date(token, 0, end, Value::Day(day), Anchor::Published, RULE_WEEKDAY));
    }
    let day = on_weekday(context, published, token, number, relative)?;
    let (value, last, typed) = match words::day_part(reading, last + 1) {
        Some((end, part)) => (Value::DayPart(day, part), end, TimexType::Time),
        None => (Value::Day(day), last, TimexType::Date),
    };
    let found = Found::date(token, 0, last, value, Anchor::Published, RULE_WEEKDAY).typed(typed);
    Some(Found { weekday: (typed == TimexType::Date).then_some(number), ..found })
}

/// "this Friday" is that of the week of publication; the others go by news.
fn on_weekday(
    context: &Context<'_>,
    published: NaiveDate,
    token: usize,
    number: u32,
    relative: Option<Relative>,
) -> Option<NaiveDate> {
    match relative {
        Some(Relative::Current) => {
            let monday = crate::extract::temporal::value::monday_of(published)?;
            resolve::shifted(monday, Unit::Day, i64::from(number) - 1)
        }
        relative => resolve::weekday(published, number, relative.or(context.tense_at(token))),
    }
}

/// "Sun", "Sat", "Wed" are other words and names too.
fn stands_as_weekday(reading: &Reading<'_>, token: usize, related: bool) -> bool {
    let word = reading.word(token).unwrap_or_default();
    if word.len() > 4 || word == "thur" {
        return true;
    }
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let governed = related || matches!(before, "on" | "until" | "since" | "by" | "from");
    let marked = matches!(reading.str(token + 1), "." | ",") && is_capital(reading, token);
    let dated = number::day(reading, token + 1).is_some() || month_at(reading, token + 1).is_some();
    governed || marked || dated && is_capital(reading, token)
}

/// "Friday the 22nd": the nearest such day that is that weekday.
fn day_behind(context: &Context<'_>, token: usize, weekday: u32) -> Option<(usize, NaiveDate)> {
    let reading = context.reading;
    let start = token + usize::from(reading.word(token) == Some("on") || reading.is_mark(token, ","));
    let the = start + usize::from(reading.word(start) == Some("the"));
    let (last, day) = number::ordinal(reading, the)?;
    let of = reading.word(last + 1) == Some("of") || month_at(reading, last + 1).is_some();
    let day = u32::try_from(day).ok().filter(|day| (1..=31).contains(day) && !of)?;
    let first = context.published?.with_day(1)?;
    let days = [0i64, -1, 1, -2, 2].into_iter().filter_map(|steps| resolve::shifted(first, Unit::Month, steps)?.with_day(day));
    days.into_iter().find(|day| day.weekday().number_from_monday() == weekday).map(|day| (last, day))
}

/// "the 27th": a day of the month of publication, or of the one before it.
pub(super) fn day_of_month(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    if reading.word(token) != Some("the") {
        return None;
    }
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let governed = matches!(before, "on" | "for" | "by" | "until" | "since" | "from" | "before" | "after");
    let (last, day) = number::ordinal(reading, token + 1)?;
    let in_figures = reading.number(token + 1).is_some() || day > 20;
    let noun =
        reading.word(last + 1).is_some_and(|next| !matches!(next, "and" | "to" | "at" | "in" | "that" | "when" | "with" | "but"));
    if !governed || !in_figures || noun || reading.is_mark(last + 1, "-") {
        return None;
    }
    let day = u32::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    let published = context.published?;
    let ahead = context.tense_at(token).is_some();
    let steps: [i64; 3] = if ahead { [0, 1, 2] } else { [0, -1, -2] };
    let days = steps.into_iter().filter_map(|steps| resolve::shifted(published.with_day(1)?, Unit::Month, steps)?.with_day(day));
    let date = days.into_iter().find(|date| if ahead { *date >= published } else { *date <= published })?;
    Some(Found::date(token, 0, last, Value::Day(date), Anchor::Published, RULE_DAY))
}

/// A year without a month: "in 2014", "2012".
pub(super) fn bare_year(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let headed =
        reading.word(token) == Some("year") || (reading.word(token) == Some("the") && reading.word(token + 1) == Some("year"));
    let start = token + if headed { 1 + usize::from(reading.word(token) == Some("the")) } else { 0 };
    let (last, year) = number::year(reading, start)?;
    let before = token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let governed = matches!(
        before,
        "in" | "since" | "of" | "until" | "till" | "from" | "during" | "after" | "before" | "late" | "early" | "mid" | "year"
    );
    let in_words = reading.number(start).is_none();
    let range = 1800..=2060;
    let sure = governed || (range.contains(&year) && !in_words);
    if !headed && (!sure || counts(reading, last, governed)) {
        return None;
    }
    let era = matches!(reading.word(last + 1), Some("ad" | "ce"));
    if matches!(reading.word(last + 1), Some("bc" | "bce")) {
        return Some(Found::date(token, 0, last + 1, Value::Year(1 - year), Anchor::Absolute, RULE_YEAR));
    }
    Some(Found::date(token, 0, last + usize::from(era), Value::Year(year), Anchor::Absolute, RULE_YEAR))
}

/// "2000 people", "1990 pounds": a count, where the number is round or no preposition of time stands before it.
fn counts(reading: &Reading<'_>, last: usize, governed: bool) -> bool {
    let Some(next) = reading.word(after_hyphen(reading, last + 1)) else { return false };
    let unit = matches!(time_word(reading, last + 1), Some((_, TimeWord::Unit(..))));
    let plural =
        next.ends_with('s') && !matches!(next, "was" | "is" | "has" | "as" | "this" | "its" | "does" | "olympics" | "elections");
    unit || next == "people" || next == "m" || next == "km" || (plural && !governed)
}
