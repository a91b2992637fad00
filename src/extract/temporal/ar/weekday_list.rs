//! Weekdays in a row: «يومي السبت والأحد»، «أيام الأحد والاثنين والثلاثاء الماضية»، «ليل السبت–الأحد»، «ليلة الجمعة السبت».
//! Counter-examples: «الأحد والاثنين» without «يومي» are two; «ليلة السبت، الأحد يسافر».

use chrono::{Days, NaiveDate};

use super::row::row;
use super::{At, month_number, set, time_word};
use crate::event::Anchor;
use crate::extract::lexicon::time_word::{Relative, TimeWord};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};

const RULE: &str = "ar/weekday-list";

/// The longest row: a week.
const MAX_DAYS: usize = 7;

/// The row whose first weekday stands at `at`.
pub(super) fn at(context: &Context<'_>, at: At<'_>, weekday: u32) -> Option<Found> {
    let reading = context.reading;
    let before = at.token.checked_sub(1).filter(|_| at.word.skip == 0)?;
    if matches!(reading.word(before)?, "يومي" | "ايام" | "وايام" | "ويومي") {
        return listed(context, before, at, weekday);
    }
    let head = time_word(context, before)?;
    let TimeWord::DayPart(part) = *head.word.meaning else { return None };
    // «مساء السبت – الأحد»; without a dash only a night lies in two days.
    let has_dash = matches!(reading.str(at.last() + 1), "-" | "–" | "—" | "/");
    let spans_two = part == "TNI" || part == "TEV" && has_dash;
    (spans_two && head.word.n_tokens == 1).then(|| night(context, (head, part), at, weekday))?
}

/// «يومي السبت والأحد».
fn listed(context: &Context<'_>, head: usize, at: At<'_>, weekday: u32) -> Option<Found> {
    let reading = context.reading;
    let (days, last) = row(context, at, weekday, MAX_DAYS, weekday_at);
    let (&first, &end) = (days.first()?, days.last()?);
    // «أيام الجمعة» come again.
    if days.len() < 2 {
        let plural = reading.str(head).ends_with("ايام") && relative_at(reading, last + 1).is_none();
        return plural.then(|| set::set(head, conjunction(reading.str(head)), last, Value::EveryWeekday(first)));
    }
    if let Some(date) = month_number::after_number(context, last + 1) {
        return Some(Found { first: head, skip: conjunction(reading.str(head)), ..date });
    }
    let relative = relative_at(reading, last + 1);
    let last = last + relative.map_or(0, |(_, n_tokens)| n_tokens);
    let relative = relative.map(|(relative, _)| relative).or(context.tense_at(head));
    Some(nearest(context, (head, conjunction(reading.str(head)), last), (first, end), relative, Value::Day))
}

/// The bytes of «و» before «يومي» and «أيام».
fn conjunction(word: &str) -> usize {
    if word.starts_with('و') { 'و'.len_utf8() } else { 0 }
}

/// «ليل السبت–الأحد», «ليلة الجمعة السبت»: one night, over two days.
fn night(context: &Context<'_>, (head, part): (At<'_>, &'static str), at: At<'_>, weekday: u32) -> Option<Found> {
    let reading = context.reading;
    let joined = usize::from(matches!(reading.str(at.last() + 1), "-" | "–" | "—" | "/" | "الي"));
    let (next, second) = weekday_at(context, at.last() + 1 + joined)?;
    if second != weekday % 7 + 1 || next.word.skip > 0 {
        return None;
    }
    let relative = relative_at(reading, next.last() + 1);
    let last = next.last() + relative.map_or(0, |(_, n_tokens)| n_tokens);
    let relative = relative.map(|(relative, _)| relative).or(context.tense_at(head.token));
    let night = |day| Value::DayPart(day, part);
    Some(nearest(context, (head.token, head.word.skip, last), (weekday, second), relative, night))
}

fn weekday_at<'a>(context: &Context<'a>, token: usize) -> Option<(At<'a>, u32)> {
    let at = time_word(context, token)?;
    match *at.word.meaning {
        TimeWord::Weekday(weekday) => Some((at, weekday)),
        _ => None,
    }
}

/// From the first weekday to the last of one row: the last is the one nearest to publication, the first lies before it.
fn nearest(
    context: &Context<'_>,
    (first, skip, last): (usize, usize, usize),
    (from, to): (u32, u32),
    relative: Option<Relative>,
    opening: impl Fn(NaiveDate) -> Value,
) -> Found {
    let ahead = matches!(relative, Some(Relative::Future | Relative::AfterNext));
    let span = u64::from((to + 7 - from) % 7);
    let days = context.published.and_then(|published| {
        if ahead {
            let start = resolve::weekday(published, from, relative)?;
            return Some((start, start.checked_add_days(Days::new(span))?));
        }
        let end = resolve::weekday(published, to, relative)?;
        Some((end.checked_sub_days(Days::new(span))?, end))
    });
    let (value, anchor) = match days {
        Some((start, end)) => (Value::Range(Box::new(opening(start)), Box::new(Value::Day(end))), Anchor::Published),
        None => (Value::Range(Box::new(Value::Weekday(from)), Box::new(Value::Weekday(to))), Anchor::Unresolved),
    };
    Found::date(first, skip, last, value, anchor, RULE)
}
