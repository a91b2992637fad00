//! Months, with day, year, twin name and relative adjective: «سبتمبر الماضي»، «3 تشرين الثاني/نوفمبر 2024»، «مطلع مارس».
//! Counter-examples: «مارس الرياضة», «ثورة 25 يناير», «جامعة تشرين», «قال شباط».

use chrono::{Datelike, NaiveDate};

use super::day_number::{day_number, day_skip, days_behind, list_start, tens_at};
use super::month_name::{is_month, is_name};
use super::told_year::{self, ToldYear};
use super::{At, month_number, part, time_word, year};
use crate::event::Anchor;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, Relative, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};

const RULE: &str = "ar/month";
const RULE_RELATIVE: &str = "ar/month-relative";
pub(super) const RULE_DAY: &str = "ar/day-month";

/// What stands around a month's name.
pub(super) struct Surroundings {
    pub(super) first: usize,
    pub(super) skip: usize,
    pub(super) last: usize,
    /// Days of the month, first and last.
    pub(super) days: Option<(u32, u32)>,
    pub(super) year: Option<i32>,
    /// What the year was counted from, where other words than its number tell it.
    pub(super) told: Option<ToldYear>,
    pub(super) relative: Option<Relative>,
    /// Whether «شهر» stands before it.
    pub(super) is_headed: bool,
}

impl Surroundings {
    /// What its year was counted from.
    fn anchor(&self) -> Anchor {
        self.told.map_or(Anchor::Absolute, |told| told.anchor)
    }

    fn anchor_token(&self) -> Option<usize> {
        self.told.and_then(|told| told.anchor_token)
    }
}

/// The expression around a month's name.
pub(super) fn named(context: &Context<'_>, at: At<'_>, month: u32) -> Option<Found> {
    if let Some(list) = super::month_list::at(context, at, month) {
        return Some(list);
    }
    let around = surroundings(context, at, month);
    if !is_month(context, at, &around) || is_name(context, &around) {
        return None;
    }
    let this = around.first.checked_sub(1).filter(|&before| around.skip == 0 && context.reading.word(before) == Some("هذا"));
    if let Some(this) = this.filter(|_| around.days.is_none() && around.relative.is_none()) {
        let around = Surroundings { first: this, relative: Some(Relative::Current), ..around };
        return Some(whole_month(context, &around, month));
    }
    let found = match around.days {
        Some((first, last)) => on_days(context, &around, month, first, last)?,
        None => whole_month(context, &around, month),
    };
    if around.days.is_some() {
        return Some(super::weekday::before_date(context, found));
    }
    Some(part::with_part(context, found))
}

/// «غرة مارس» from a token on: the word for a month's first day, then the month.
pub(super) fn after_first(context: &Context<'_>, token: usize) -> Option<Found> {
    let word = context.reading.word(token)?;
    let words = &ARABIC.temporal;
    if !words.month_firsts.contains(word) && !words.month_firsts_of.contains(word) {
        return None;
    }
    let of = token + 1 + usize::from(context.reading.word(token + 1) == Some("من"));
    let at = time_word(context, of + usize::from(context.reading.word(of) == Some("شهر")))?;
    let TimeWord::Month(month) = *at.word.meaning else { return None };
    named(context, at, month).filter(|found| found.first <= token)
}

/// «من» before a range of days belongs to it.
pub(super) fn opened(context: &Context<'_>, found: Found, is_range: bool) -> Found {
    let before = found.first.checked_sub(1).filter(|_| is_range && found.skip == 0);
    match before.filter(|&before| context.reading.word(before) == Some("من")) {
        Some(first) => Found { first, ..found },
        None => found,
    }
}

/// A month with its year or adjective from a token on, whatever stands before it: what holds «الأسبوع الأول».
pub(super) fn forwards(context: &Context<'_>, token: usize) -> Option<Found> {
    let head = usize::from(matches!(context.reading.word(token), Some("شهر" | "بشهر" | "الشهر")));
    let of = token.checked_sub(1).and_then(|of| context.reading.word(of)).is_some_and(|of| matches!(of, "من" | "في"));
    if let Some((at, (month, last))) =
        time_word(context, token).filter(|_| head == 1).and_then(|at| Some((at, month_number::number(context, at)?)))
    {
        let around = Surroundings { skip: 0, ..month_number::surroundings(context, at, last) };
        return Some(whole_month(context, &around, month));
    }
    let at = time_word(context, token + head)?;
    let TimeWord::Month(month) = *at.word.meaning else { return None };
    let mut around = surroundings(context, at, month);
    around.days = None;
    (around.first, around.skip, around.is_headed) = (token, 0, head == 1 || of || around.is_headed);
    (at.word.skip == 0 && is_month(context, at, &around)).then(|| whole_month(context, &around, month))
}

fn surroundings(context: &Context<'_>, at: At<'_>, month: u32) -> Surroundings {
    let reading = context.reading;
    let mut around = Surroundings {
        first: at.token,
        skip: at.word.skip,
        last: at.last(),
        days: None,
        year: None,
        told: None,
        relative: None,
        is_headed: false,
    };
    look_behind(context, &mut around);
    around.last = twin_end(context, around.last, month);
    if around.days.is_none()
        && let Some((days, last)) = days_behind(reading, around.last + 1)
    {
        (around.days, around.last) = (Some(days), last);
    }
    if let Some((year, last)) = year_after(reading, around.last + 1) {
        around.year = Some(year);
        around.last = year::era_end(reading, last);
        around.last = twin_end(context, around.last, month);
    } else if let Some((relative, n_tokens)) = relative_at(reading, around.last + 1) {
        around.relative = Some(relative);
        around.last += n_tokens;
    } else if let Some(told) = told_year::at(context, around.last + 1) {
        (around.year, around.told, around.last) = (told.year, Some(told), told.last);
    }
    around
}

/// «شهر», «من», a day or a list of days before the month.
pub(super) fn look_behind(context: &Context<'_>, around: &mut Surroundings) {
    let reading = context.reading;
    let mut token = around.first;
    let is_head = |at: &At<'_>| matches!(at.word.meaning, TimeWord::Unit(Unit::Month, Count::One)) && at.word.n_tokens == 1;
    if let Some(at) = token.checked_sub(1).and_then(|before| time_word(context, before)).filter(is_head) {
        (around.first, around.skip, around.is_headed) = (at.token, at.word.skip, true);
        token = at.token;
    }
    around.is_headed |= super::month_list::starts(context, around.first);
    if around.skip > 0 && !around.is_headed {
        return;
    }
    let of = token > 0 && (matches!(reading.word(token - 1), Some("من")) || reading.is_mark(token - 1, "-"));
    let day_token = token.checked_sub(if of { 2 } else { 1 });
    let Some(day_token) = day_token else { return };
    let firsts = if of { &ARABIC.temporal.month_firsts_of } else { &ARABIC.temporal.month_firsts };
    if reading.word(day_token).is_some_and(|word| firsts.contains(word)) {
        (around.first, around.skip, around.days) = (day_token, 0, Some((1, 1)));
        return;
    }
    // «من (28) إبريل»
    let bracketed = day_token.checked_sub(2).filter(|&open| reading.is_mark(open, "(") && reading.is_mark(day_token, ")"));
    if let Some((open, day)) = bracketed.and_then(|open| Some((open, day_number(reading, open + 1)?))) {
        (around.first, around.skip, around.days) = (open, 0, Some((day, day)));
        return;
    }
    if let Some(last_day) = day_number(reading, day_token) {
        let (first_token, first_day) = list_start(reading, day_token, last_day);
        (around.first, around.skip, around.days) = (first_token, 0, Some((first_day, last_day)));
        return;
    }
    let ordinal = reading.phrase(day_token, &ARABIC.temporal.ordinals).filter(|found| found.n_tokens == 1 && found.definite);
    if let (true, Some(found)) = (of, ordinal) {
        let day = u32::try_from(*found.meaning).ok();
        (around.first, around.skip, around.days) =
            (day_token, day_skip(found.preposition, found.skip), day.map(|day| (day, day)));
        return;
    }
    if let Some((number, n_tokens, skip)) = of.then(|| tens_at(reading, day_token)).flatten() {
        (around.first, around.skip, around.days) = (day_token + 1 - n_tokens, skip, Some((number, number)));
    }
}

/// The end of a twin name behind a month: «فبراير (شباط)», «يوليو/تموز», «يوليو تموز».
fn twin_end(context: &Context<'_>, last: usize, month: u32) -> usize {
    let reading = context.reading;
    let is_twin = |token: usize| {
        let at = time_word(context, token)?;
        (*at.word.meaning == TimeWord::Month(month)).then_some(at.last())
    };
    let next = last + 1;
    if reading.is_mark(next, "(") {
        return is_twin(next + 1).filter(|&end| reading.is_mark(end + 1, ")")).map_or(last, |end| end + 1);
    }
    if matches!(reading.str(next), "/" | "-" | "–") {
        return is_twin(next + 1).unwrap_or(last);
    }
    is_twin(next).unwrap_or(last)
}

/// A year behind a month: «2024», «من عام 2024», «عام 2024», «، 2024».
pub(super) fn year_after(reading: &Reading<'_>, token: usize) -> Option<(i32, usize)> {
    let mut next = token;
    next += usize::from(
        matches!(reading.word(next), Some("من" | "في")) && matches!(reading.word(next + 1), Some("عام" | "العام" | "سنه"))
            || reading.word(next) == Some("من"),
    );
    next += usize::from(matches!(reading.word(next), Some("عام" | "العام" | "سنه" | "لعام" | "لسنه")));
    if next == token && matches!(reading.str(next), "،" | "," | "/" | "-") || year::is_moved_stop(reading, next) {
        next += 1;
    }
    if let Some((year, last)) = year::worded(reading, next) {
        return Some((year, year::era_end(reading, last)));
    }
    let year = year::number(reading, next)?;
    (reading.n_digits(next) == 4).then(|| (year, year::era_end(reading, next)))
}

/// How far before a month the same month may stand.
const REPEATED_REACH: usize = 60;

/// «23 مارس المقبل … أواخر مارس»: the year of the same month told not long before.
fn repeated(context: &Context<'_>, around: &Surroundings, month: u32) -> Option<i32> {
    let (token, value) = context.told.as_ref()?;
    let (first, last) = value.days()?;
    let near = around.first.checked_sub(*token).is_some_and(|far| far <= REPEATED_REACH);
    let narrow = (last - first).num_days() <= 31;
    (near && narrow && last.month() == month).then_some(last.year())
}

pub(super) fn whole_month(context: &Context<'_>, around: &Surroundings, month: u32) -> Found {
    let inherited = context.told_year.filter(|_| around.relative.is_none());
    let (value, anchor, rule) = match (around.year.or(inherited), context.published) {
        (Some(year), _) => (Value::Month(year, month), around.anchor(), RULE),
        (None, Some(_)) if around.relative.is_none() && repeated(context, around, month).is_some() => {
            let year = repeated(context, around, month).unwrap_or_default();
            (Value::Month(year, month), Anchor::Published, RULE_RELATIVE)
        }
        (None, Some(published)) => {
            let relative = around.relative.or(context.tense_at(around.first));
            let bare = around.relative.is_none() && relative.is_some() && published.month() == month;
            let value = resolve::month(published, month, relative.filter(|_| !bare));
            (value, Anchor::Published, RULE_RELATIVE)
        }
        (None, None) => (Value::MonthOfYear(month), Anchor::Unresolved, RULE_RELATIVE),
    };
    let yearless = around.year.is_none() && around.relative.is_none();
    let found = Found::date(around.first, around.skip, around.last, value, anchor, rule);
    Found { yearless, anchor_token: around.anchor_token(), ..found }
}

pub(super) fn on_days(context: &Context<'_>, around: &Surroundings, month: u32, first: u32, last: u32) -> Option<Found> {
    // «13-15 يوليو» alone announces.
    let announces = first < last && context.is_whole_text(around.first, around.last);
    let announced = announces.then_some(Relative::Future);
    let day = |day: u32| -> Option<(Value, Anchor)> {
        let inherited = context.told_year.filter(|_| around.relative.is_none());
        match (around.year.or(inherited), context.published) {
            (Some(year), _) => Some((Value::Day(NaiveDate::from_ymd_opt(year, month, day)?), around.anchor())),
            (None, Some(published)) => {
                if let Some(year) = repeated(context, around, month).filter(|_| around.relative.is_none()) {
                    return Some((Value::Day(NaiveDate::from_ymd_opt(year, month, day)?), Anchor::Published));
                }
                if around.relative.is_none() && (published.month(), published.day()) == (month, day) {
                    return Some((Value::Day(published), Anchor::Published));
                }
                let relative = around.relative.or(context.tense_at(around.first)).or(announced);
                let date = resolve::day_of_year(published, month, day, relative)?;
                Some((Value::Day(date), Anchor::Published))
            }
            (None, None) => NaiveDate::from_ymd_opt(2000, month, day)
                .map(|date| (Value::DayOfYear(date.month(), date.day()), Anchor::Unresolved)),
        }
    };
    let (end, anchor) = day(last)?;
    let value = if first < last { Value::Range(Box::new(day(first)?.0), Box::new(end)) } else { end };
    let yearless = around.year.is_none() && around.relative.is_none();
    let found = Found::date(around.first, around.skip, around.last, value, anchor, RULE_DAY);
    let found = Found { yearless, anchor_token: around.anchor_token(), ..found };
    Some(opened(context, found, first < last))
}
