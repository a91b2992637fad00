//! Pieces of a longer time by their number: «الأسبوع الثالث من هذا الشهر»، «آخر يوم في أكتوبر»، «النصف الأول من 2023».
//! Counter-examples: «الجمعة الثانية» alone, «الربع الأول» of a match, «أول يوم عمل».

use chrono::{Datelike, NaiveDate};

use super::{At, time_word};
use crate::event::Anchor;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, Relative, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::resolve::{self, Nth, nth_unit, nth_weekday};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};
use crate::extract::tokenize::without_conjunction;

const RULE: &str = "ar/nth";

/// A piece that a number counts.
#[derive(Clone, Copy)]
enum Piece {
    Unit(Unit),
    Weekday(u32),
    Half,
}

/// «أول ثلاثاء من …», «آخر أسبوع في …»: the number first.
pub(super) fn number_first(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (nth, skip) = ordinal(reading, token).filter(|(_, _, definite)| !definite).map(|(nth, skip, _)| (nth, skip))?;
    let next = token + 1 + usize::from(reading.word(token + 1) == Some("يوم") && is_weekday(context, token + 2));
    let (piece, last) = piece(context, next)?;
    inside(context, token, skip, piece, nth, last + 1)
}

/// «الثلاثاء الأخير من …», «الربع الثالث من …»: the piece first.
pub(super) fn piece_first(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let skip = crate::extract::tokenize::stems(reading.word(token)?).find(|stem| stem.definite).map(|stem| stem.skip)?;
    let (piece, last) = piece(context, token)?;
    let (nth, _, _) = ordinal(reading, last + 1).filter(|(_, skip, definite)| *definite && *skip == 0)?;
    inside(context, token, skip, piece, nth, last + 2).or_else(|| yearless(context, token, skip, piece, nth, last + 1))
}

/// «نتائج الربع الثالث», «أرباح النصف الأول»: the latest that has begun; the one not over yet where the tense looks ahead.
fn yearless(context: &Context<'_>, first: usize, skip: usize, piece: Piece, nth: Nth, last: usize) -> Option<Found> {
    let reading = context.reading;
    let (published, Nth::First(n)) = (context.published?, nth) else { return None };
    let n = u32::try_from(n).ok()?;
    let before = first.checked_sub(1).and_then(|before| reading.word(before)).map(without_conjunction).unwrap_or_default();
    let words = &ARABIC.temporal;
    let value = |year| match piece {
        Piece::Unit(Unit::Quarter) if n <= 4 => Some(Value::Quarter(year, n)),
        Piece::Half if n <= 2 && words.halves.contains(before) => Some(Value::Half(year, n)),
        _ => None,
    };
    value(published.year())?;
    let sentence = reading.sentence_of(first)?.tokens.clone();
    let is_match = || sentence.filter_map(|token| reading.word(token)).any(|word| words.matches.contains(word));
    if matches!(reading.word(last + 1), Some("من" | "في")) || is_match() {
        return None;
    }
    let ahead = context.tense_at(first).is_some();
    let fits = |days: (NaiveDate, NaiveDate)| if ahead { days.1 >= published } else { days.0 <= published };
    let years = if ahead { [0, 1] } else { [0, -1] };
    let told = context.told_year.and_then(value);
    let near =
        || years.into_iter().filter_map(|more| value(published.year() + more)).find(|value| value.days().is_some_and(fits));
    let found = Found::date(first, skip, last, told.or_else(near)?, Anchor::Published, RULE);
    Some(Found { yearless: true, ..found })
}

fn is_weekday(context: &Context<'_>, token: usize) -> bool {
    let bare = bare_weekday(context.reading, token);
    bare.is_some() || time_word(context, token).is_some_and(|at| matches!(at.word.meaning, TimeWord::Weekday(_)))
}

/// A weekday without its article, as «أول ثلاثاء» has it.
pub(super) fn bare_weekday(reading: &Reading<'_>, token: usize) -> Option<u32> {
    match ARABIC.temporal.words.core(reading.word(token)?) {
        Some(TimeWord::Weekday(weekday)) => Some(*weekday),
        _ => None,
    }
}

/// «أحد الأسبوع الماضي», «اثنين هذا الأسبوع»: the weekday of a week, its article left out.
pub(super) fn weekday_of_week(context: &Context<'_>, token: usize) -> Option<Found> {
    let weekday = bare_weekday(context.reading, token)?;
    let this = usize::from(context.reading.word(token + 1) == Some("هذا"));
    let at = time_word(context, token + 1 + this).filter(|at| at.word.definite && at.word.skip == 0)?;
    let week = (*at.word.meaning == TimeWord::Unit(Unit::Week, Count::One)).then(|| container(context, token + 1))??;
    let Value::Week(day) = week.value else { return None };
    let monday = crate::extract::temporal::value::monday_of(day)?;
    let day = resolve::shifted(monday, Unit::Day, i64::from(weekday) - 1)?;
    (week.last > token + 1).then(|| Found::date(token, 0, week.last, Value::Day(day), week.anchor, RULE))
}

fn piece(context: &Context<'_>, token: usize) -> Option<(Piece, usize)> {
    let reading = context.reading;
    if matches!(reading.word(token), Some("النصف" | "نصف" | "السداسي")) {
        return Some((Piece::Half, token));
    }
    if let Some(weekday) = bare_weekday(reading, token) {
        return Some((Piece::Weekday(weekday), token));
    }
    let at = time_word(context, token)?;
    match *at.word.meaning {
        TimeWord::Weekday(weekday) => Some((Piece::Weekday(weekday), at.last())),
        TimeWord::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade), Count::One) => {
            Some((Piece::Unit(unit), at.last()))
        }
        // «ثاني أيام عيد الفطر»
        TimeWord::Unit(Unit::Day, Count::Many) if !at.word.definite => Some((Piece::Unit(Unit::Day), at.last())),
        _ => None,
    }
}

/// «الثالث», «ثاني», «الأخير», «آخر»: which, clitics, article.
fn ordinal(reading: &Reading<'_>, token: usize) -> Option<(Nth, usize, bool)> {
    let word = reading.word(token)?;
    match word {
        "اخر" => return Some((Nth::Last, 0, false)),
        "الاخير" | "الاخيره" => return Some((Nth::Last, 0, true)),
        _ => {}
    }
    for stem in crate::extract::tokenize::stems(word).filter(|stem| stem.preposition.is_none()) {
        if let Some(nth) = ARABIC.temporal.ordinals.core(stem.core) {
            return Some((Nth::First(*nth), stem.skip, stem.definite));
        }
    }
    None
}

/// The piece of what is told from `token` on: «من هذا الشهر», «في سبتمبر 2014», «العام المقبل».
fn inside(context: &Context<'_>, first: usize, skip: usize, piece: Piece, nth: Nth, token: usize) -> Option<Found> {
    let reading = context.reading;
    if let (Piece::Weekday(weekday), Nth::First(nth), Some("بعد")) = (piece, nth, reading.word(token)) {
        return weekday_after(context, (first, skip), weekday, nth, token + 1);
    }
    let of = matches!(reading.word(token), Some("من" | "في"));
    let held = container(context, token + usize::from(of)).or_else(|| told_before(context, piece, first, token));
    let container = ahead(context, held?, first);
    // A year that reaches over two has quarters of its own.
    let reaches_over = match &container.value {
        Value::FiscalYear(_) => true,
        Value::Range(first, _) => matches!(**first, Value::Year(_)),
        _ => false,
    };
    if reaches_over && matches!(piece, Piece::Unit(Unit::Quarter) | Piece::Half) {
        return None;
    }
    let value = match piece {
        Piece::Unit(Unit::Day) if container.rule == super::named::RULE_HOLIDAY => day_of_feast(&container.value, nth)?,
        Piece::Unit(unit) => nth_unit(&container.value, unit, nth)?,
        Piece::Weekday(weekday) => Value::Day(nth_weekday(&container.value, weekday, nth)?),
        Piece::Half => match (&container.value, nth) {
            (Value::Year(year), Nth::First(half @ 1..=2)) => Value::Half(*year, u32::try_from(half).ok()?),
            (Value::Decade(decade), Nth::First(half @ 1..=2)) => years(decade * 10, 5, half)?,
            (Value::Century(century), Nth::First(half @ 1..=2)) => years(century * 100, 50, half)?,
            (Value::Month(..), Nth::First(half @ 1..=2)) => half_month(&container.value, half)?,
            _ => return None,
        },
    };
    let found = Found::date(first, skip, container.last, value, container.anchor, RULE);
    Some(Found { anchor_token: container.anchor_token, ..found })
}

/// «الربع الأخير من العام الماضي، مقابل … خلال الربع الثالث»: the year of the quarter told in the same sentence.
fn told_before(context: &Context<'_>, piece: Piece, first: usize, token: usize) -> Option<Found> {
    let Piece::Unit(Unit::Quarter) = piece else { return None };
    let (told, value) = context.told.as_ref()?;
    let sentence = context.reading.sentence_of(first)?;
    let Value::Quarter(year, _) = *value else { return None };
    let alone = sentence.tokens.contains(told) && context.reading.word(token) != Some("من");
    let found = Found::date(token, 0, token.checked_sub(1)?, Value::Year(year), Anchor::Published, RULE);
    alone.then_some(Found { anchor_token: Some(*told), ..found })
}

/// «ثالث ثلاثاء بعد الكريسماس»: counted from a day.
fn weekday_after(context: &Context<'_>, (first, skip): (usize, usize), weekday: u32, nth: i64, token: usize) -> Option<Found> {
    let base = super::at(context, token).filter(|found| found.first == token)?;
    let Value::Day(day) = base.value else { return None };
    let next = resolve::weekday(day, weekday, Some(Relative::Future))?;
    let day = resolve::shifted(next, Unit::Week, nth.checked_sub(1)?)?;
    Some(Found::date(first, skip, base.last, Value::Day(day), base.anchor, RULE))
}

/// «أول ثلاثاء من أكتوبر» alone is an entry of a calendar: its month is the one to come.
fn ahead(context: &Context<'_>, container: Found, first: usize) -> Found {
    match (&container.value, context.published) {
        (Value::Month(_, month), Some(published)) if container.yearless && context.is_whole_text(first, container.last) => {
            let value = resolve::month(published, *month, Some(Relative::Future));
            Found { value, ..container }
        }
        _ => container,
    }
}

/// A feast goes on beyond its first day.
fn day_of_feast(feast: &Value, nth: Nth) -> Option<Value> {
    let Nth::First(n @ 1..=4) = nth else { return None };
    resolve::shifted(feast.days()?.0, Unit::Day, n - 1).map(Value::Day)
}

/// The first or second half of so many years.
fn years(start: i32, half_length: i32, half: i64) -> Option<Value> {
    let from = start + if half == 1 { 0 } else { half_length };
    Some(Value::Range(Box::new(Value::Year(from)), Box::new(Value::Year(from.checked_add(half_length - 1)?))))
}

fn half_month(month: &Value, half: i64) -> Option<Value> {
    let (first, last) = month.days()?;
    let (from, to) = if half == 1 { (first, first.with_day(15)?) } else { (first.with_day(16)?, last) };
    Some(Value::Range(Box::new(Value::Day(from)), Box::new(Value::Day(to))))
}

/// The time that holds the piece; it starts at `token`, a clitic preposition apart. An article alone («من العام») is this one.
pub(super) fn container(context: &Context<'_>, token: usize) -> Option<Found> {
    if let Some(year) = super::year::number(context.reading, token).filter(|_| context.reading.n_digits(token) == 4) {
        let last = super::year::era_end(context.reading, token);
        return Some(Found::date(token, 0, last, Value::Year(year), Anchor::Absolute, RULE));
    }
    if let Some(month) = super::month::forwards(context, token).filter(|found| found.value.days().is_some()) {
        return Some(month);
    }
    if let Some(feast) = feast(context, token) {
        return Some(feast);
    }
    let found = [token, token + 1].into_iter().filter_map(|at| super::at(context, at)).find(|found| {
        found.first == token && found.value.days().is_some() && found.part.is_none() && !matches!(found.value, Value::Day(_))
    });
    found.or_else(|| this(context, time_word(context, token)?))
}

/// «ثاني أيام عيد الفطر», «ثالث يوم من شهر رمضان»: feasts and Hijri months hold days too.
fn feast(context: &Context<'_>, token: usize) -> Option<Found> {
    let head = usize::from(matches!(context.reading.word(token), Some("شهر")));
    let at = time_word(context, token + head).filter(|at| at.word.skip == 0)?;
    let found = match *at.word.meaning {
        TimeWord::Holiday(reckoning) => super::named::holiday(context, at, reckoning),
        TimeWord::HijriMonth(month) => super::hijri::whole(context, at, month).map(|found| Found { first: token, ..found }),
        _ => None,
    };
    found.filter(|found| found.value.days().is_some())
}

fn this(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let TimeWord::Unit(unit @ (Unit::Month | Unit::Year | Unit::Week), _) = *at.word.meaning else { return None };
    // «العام المالي المنتهي في مارس» is not this one.
    if context.reading.word(at.last() + 1).is_some_and(|word| ARABIC.temporal.own_years.contains(word)) {
        return None;
    }
    let value = crate::extract::temporal::resolve::shifted_unit(context.published?, unit, 0)?;
    at.word.definite.then(|| Found::date(at.token, at.word.skip, at.last(), value, context.anchor(), RULE))
}
