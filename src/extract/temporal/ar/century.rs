//! Centuries and millennia: «القرن التاسع عشر»، «القرن الـ19»، «القرنين التاسع عشر والعشرين»، «القرن الثالث الهجري»، «القرن الثالث قبل الميلاد».
//! Counter-examples: «قرن الثور»، «القرن الأفريقي»، «القرون الوسطى».

use super::{At, part, quantity, year};
use crate::event::Anchor;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, calendar, relative_at, resolve};

const RULE: &str = "ar/century";

/// What the years of a century are counted by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Era {
    Christian,
    BeforeChrist,
    Hijri,
}

/// The century or two at a token.
pub(super) fn named(context: &Context<'_>, at: At<'_>, count: Count) -> Option<Found> {
    match count {
        Count::One => single(context, at),
        Count::Two => pair(context, at),
        Count::Many => None,
    }
}

/// «القرن العشرين», «القرن الماضي», «القرن الثالث الهجري».
pub(super) fn single(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    if !at.word.definite || *at.word.meaning != TimeWord::Unit(Unit::Century, Count::One) {
        return None;
    }
    let next = at.last() + 1;
    if let Some((relative, n_tokens)) = relative_at(context.reading, next) {
        let value = resolve::shifted_unit(context.published?, Unit::Century, relative.steps()?)?;
        return Some(date(context, at, next + n_tokens - 1, value, Anchor::Published));
    }
    let (number, last) = number(context, next)?;
    let (era, last) = era(context, last);
    Some(date(context, at, last, value(number, era)?, Anchor::Absolute))
}

/// «القرنين التاسع عشر والعشرين».
fn pair(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let (first, end) = number(context, at.last() + 1).filter(|_| at.word.definite)?;
    let (second, last) = number(context, end + 1).filter(|_| context.reading.str(end + 1).starts_with('و'))?;
    let (era, last) = era(context, last);
    let (earlier, later) = if era == Era::BeforeChrist { (second, first) } else { (first, second) };
    let ends = [earlier.min(later), earlier.max(later)].map(|number| value(number, era));
    let [Some(a), Some(b)] = ends else { return None };
    let (a, b) = if era == Era::BeforeChrist { (b, a) } else { (a, b) };
    Some(date(context, at, last, Value::Range(Box::new(a), Box::new(b)), Anchor::Absolute))
}

fn date(context: &Context<'_>, at: At<'_>, last: usize, value: Value, anchor: Anchor) -> Found {
    let found = Found::date(at.token, at.word.skip, last, value, anchor, RULE);
    part::with_part(context, found)
}

/// The years of a century; the one before Christ is counted astronomically, a Hijri one by its days.
fn value(number: i64, era: Era) -> Option<Value> {
    let number = i32::try_from(number).ok().filter(|number| (1..=30).contains(number))?;
    match era {
        Era::Christian => Some(Value::Century(number - 1)),
        Era::BeforeChrist => {
            let (first, last) = (Value::Year(1 - number * 100), Value::Year(100 - number * 100));
            Some(Value::Range(Box::new(first), Box::new(last)))
        }
        Era::Hijri => {
            let first = calendar::hijri_day(number * 100 - 99, 1, 1)?;
            let last = calendar::hijri_day(number * 100 + 1, 1, 1)?.pred_opt()?;
            Some(Value::Range(Box::new(Value::Day(first)), Box::new(Value::Day(last))))
        }
    }
}

/// The era behind a number and the last token then.
fn era(context: &Context<'_>, last: usize) -> (Era, usize) {
    let reading = context.reading;
    match reading.word(last + 1) {
        Some("الهجري" | "للهجره" | "الهجريين") => (Era::Hijri, last + 1),
        Some("الميلادي" | "الميلاديين" | "للميلاد") => (Era::Christian, last + 1),
        _ => year::before_christ_end(reading, last).map_or((Era::Christian, last), |last| (Era::BeforeChrist, last)),
    }
}

/// «التاسع عشر», «الحادي والعشرين», «العشرين», «الـ19»: the number and its last token.
fn number(context: &Context<'_>, token: usize) -> Option<(i64, usize)> {
    let reading = context.reading;
    let digits = token + usize::from(reading.word(token) == Some("ال"));
    if let Some(number) = reading.number(digits) {
        return Some((number, digits));
    }
    if let Some(found) =
        reading.phrase(token, &ARABIC.temporal.ordinals).filter(|found| found.definite && found.preposition.is_none())
    {
        let more = match reading.word(token + 1) {
            Some("عشر") => 10,
            Some("والعشرين" | "والعشرون") => 20,
            _ => 0,
        };
        return Some((found.meaning + more, token + usize::from(more > 0)));
    }
    let (number, n_tokens, _) = quantity::number(reading, token).filter(|(number, ..)| *number == 20)?;
    Some((number, token + n_tokens - 1))
}
