//! Months in a row: «شهري مارس وأفريل»، «أشهر أبريل ومايو ويونيو 2017».
//! Counter-examples: «مارس وأفريل» without «شهري» are two; «شهري مارس ويوليو» do not follow one another.

use super::month::year_after;
use super::row::row;
use super::{At, time_word};
use crate::event::Anchor;
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};

const RULE: &str = "ar/month-list";

/// The longest row: a year.
const MAX_MONTHS: usize = 12;

/// The row whose first month stands at `at`, with the word for months before it.
pub(super) fn at(context: &Context<'_>, at: At<'_>, month: u32) -> Option<Found> {
    let reading = context.reading;
    let head = head_before(context, at)?;
    let (months, last) = row(context, at, month, MAX_MONTHS, month_at);
    let follows = |pair: &[u32]| pair[0] % 12 + 1 == pair[1];
    let (&first, &end) = (months.first()?, months.last()?);
    if months.len() < 2 || !months.windows(2).all(follows) {
        return None;
    }
    let year = year_after(reading, last + 1);
    let relative = relative_at(reading, last + 1).filter(|_| year.is_none());
    let last = year.map_or(last + relative.map_or(0, |(_, n_tokens)| n_tokens), |(_, last)| last);
    let inherited = context.told_year.filter(|_| relative.is_none());
    let (start, end, anchor) = match (year.map(|(year, _)| year).or(inherited), context.published) {
        (Some(year), _) => (Value::Month(before(year, first, end), first), Value::Month(year, end), Anchor::Absolute),
        (None, Some(published)) => {
            let relative = relative.map(|(relative, _)| relative).or(context.tense_at(head.token));
            let Value::Month(year, end) = resolve::month(published, end, relative) else { return None };
            (Value::Month(before(year, first, end), first), Value::Month(year, end), Anchor::Published)
        }
        (None, None) => (Value::MonthOfYear(first), Value::MonthOfYear(end), Anchor::Unresolved),
    };
    let value = Value::Range(Box::new(start), Box::new(end));
    let yearless = year.is_none() && relative.is_none();
    Some(Found { yearless, ..Found::date(head.token, head.word.skip, last, value, anchor, RULE) })
}

/// Whether the word before a month tells of months.
pub(super) fn starts(context: &Context<'_>, month: usize) -> bool {
    time_word(context, month).is_some_and(|at| head_before(context, at).is_some())
}

/// Whether a month stands in a list behind «شهري» or «أشهر»: the name before it says so.
pub(super) fn is_listed(context: &Context<'_>, at: At<'_>) -> bool {
    let joined = context.reading.str(at.token).starts_with('و');
    let before = at.token.checked_sub(1).filter(|_| joined).and_then(|before| month_at(context, before));
    before.is_some_and(|(before, _)| head_before(context, before).is_some())
}

/// «شهري», «أشهر» before a month.
fn head_before<'a>(context: &Context<'a>, at: At<'_>) -> Option<At<'a>> {
    let before = at.token.checked_sub(1).filter(|_| at.word.skip == 0)?;
    if matches!(context.reading.word(before).map(crate::extract::tokenize::without_conjunction), Some("شهري")) {
        return time_word(context, before);
    }
    let head = time_word(context, before).filter(|head| head.word.n_tokens == 1 && !head.word.definite)?;
    matches!(head.word.meaning, TimeWord::Unit(Unit::Month, Count::Many)).then_some(head)
}

fn month_at<'a>(context: &Context<'a>, token: usize) -> Option<(At<'a>, u32)> {
    let at = time_word(context, token)?;
    match *at.word.meaning {
        TimeWord::Month(month) => Some((at, month)),
        _ => None,
    }
}

/// The year of a row's first month, where its last one lies in `year`: «شهري ديسمبر ويناير».
fn before(year: i32, first: u32, last: u32) -> i32 {
    if first > last { year - 1 } else { year }
}
