//! Neighbours that are one expression: «من 22 أبريل إلى 3 مايو»، «الخميس الساعة 8»، "Friday next week".
//! Knows what stands between two expressions in either language; the rules have found both.
//! Counter-examples: «الأحد والاثنين» are two, «الخميس، وقال في الساعة الثامنة» are two.

use chrono::{Datelike, Days, NaiveDate};

use super::value::{Value, monday_of};
use super::{Context, Found, calendar, resolve};
use crate::base::{Bounds, Language, Moment};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::temporal::Unit;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::without_conjunction;

/// Joins what belongs together, from the start to the end.
pub(super) fn join(context: &Context<'_>, found: Vec<Found>) -> Vec<Found> {
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for next in lend_years(context.reading, found) {
        match joined.last().and_then(|last| pair(context, last, &next)) {
            Some(both) => {
                joined.pop();
                joined.push(both);
            }
            None => joined.push(next),
        }
    }
    count_from_dates(context, &mut joined);
    joined
}

/// «بعد ثلاثة أيام من 5 مايو 2020»: the duration bounds the day that it reaches, counted from the date behind it.
fn count_from_dates(context: &Context<'_>, joined: &mut [Found]) {
    for index in 1..joined.len() {
        let (before, behind) = joined.split_at_mut(index);
        let (Some(a), Some(b)) = (before.last_mut(), behind.first()) else { continue };
        let reading = context.reading;
        if a.timex_type != TimexType::Duration || b.first != a.last + 2 || reading.str(a.last + 1) != "من" {
            continue;
        }
        let preposition = a.first.checked_sub(1).and_then(|at| reading.word(at)).map(without_conjunction);
        let steps = match preposition {
            Some("قبل") => -1,
            Some("بعد") => 1,
            _ => continue,
        };
        let (Value::Duration(Some(count), unit), Some((day, last))) = (&a.value, b.value.days()) else { continue };
        let reached = count.checked_mul(steps).and_then(|steps| resolve::shifted_unit(day, *unit, steps));
        if let Some(reached) = reached.filter(|_| day == last) {
            (a.bounds, a.anchor_token) = (Some(reached.bounds(None)), Some(b.first));
        }
    }
}

/// What lists, and what may stand before a date in a list.
const LISTING: [&str; 8] = ["ثم", "و", "او", "and", "or", "then", ",", "،"];
const HEADING: [&str; 12] = ["في", "وفي", "من", "شهر", "يوم", "ومن", "in", "on", "the", "of", "from", "between"];

/// «في مارس ثم في يونيو 2011»: the year of the last of a list is that of all.
fn lend_years(reading: &Reading<'_>, mut found: Vec<Found>) -> Vec<Found> {
    for index in (1..found.len()).rev() {
        let (before, behind) = found.split_at_mut(index);
        let (Some(a), Some(b)) = (before.last_mut(), behind.first()) else { continue };
        let between = a.last + 1..b.first;
        let joined = b.skip > 0 && reading.str(b.first).starts_with('و');
        let listed = b.first - a.last <= 4
            && (joined || between.clone().any(|token| is_listing(reading.str(token))))
            && between.clone().all(|token| is_listing(reading.str(token)) || HEADING.contains(&reading.str(token)));
        let year =
            b.value.days().map(|days| days.0.year()).filter(|_| b.anchor == Anchor::Absolute && a.anchor == Anchor::Published);
        if let (true, true, Some(year)) = (listed, a.yearless, year)
            && let Some(value) = in_year(&a.value, year).filter(|value| starts(value) <= starts(&b.value))
        {
            (a.value, a.anchor, a.yearless) = (value, Anchor::Absolute, false);
        }
    }
    found
}

fn is_listing(word: &str) -> bool {
    LISTING.contains(&word) || is_next_ordinal(word)
}

/// «الأولى في 12 نيسان والثانية في 3 أيار»: the ordinal of the next of a list.
fn is_next_ordinal(word: &str) -> bool {
    let found = ARABIC.temporal.ordinals.at(|i| (i == 0).then_some(word));
    found.is_some_and(|found| found.definite && found.skip == 'و'.len_utf8() && found.preposition.is_none())
}

fn pair(context: &Context<'_>, a: &Found, b: &Found) -> Option<Found> {
    let gap = Gap::between(context.reading, a, b)?;
    // «24 ربيع الثاني 1446 هـ - 27 أكتوبر 2024» tells one day twice.
    if gap != Gap::Range && calendar::is_hijri(a.rule) != calendar::is_hijri(b.rule) {
        return None;
    }
    // «الأربعاء، 8 أكتوبر 2025 - 23:26»
    if let (Gap::Dash, Value::Day(_), Value::Clock(..)) = (gap, &a.value, &b.value) {
        return day_and_clock(a, b);
    }
    if gap == Gap::Range || gap == Gap::Dash {
        // «في مارس الماضي إلى 7 سبتمبر»: what was moved from where is no range.
        let same = std::mem::discriminant(&a.value) == std::mem::discriminant(&b.value);
        let opened = opening(context, a).0 < a.first || opened_by_between(context, a);
        let moved = !opened && moved_on(context, a, b);
        return (!moved && (same || opened) || context.language == Language::English).then(|| range(context, a, b)).flatten();
    }
    if gap == Gap::Bracket {
        let reading = context.reading;
        return month_and_figures(reading, a, b)
            .or_else(|| day_in_brackets(reading, a, b))
            .or_else(|| weekday_in_front(reading, a, b));
    }
    if gap == Gap::And {
        if let Some(head) = head_of_months(context, a, b) {
            return range(context, a, b).map(|found| Found { first: head, skip: 0, ..found });
        }
        return (opened_by_between(context, a) || decades(a, b)).then(|| range(context, a, b)).flatten();
    }
    // «28 فبراير الساعة 3:45، يوم السبت»: what has its day and its hour takes no other day behind a comma.
    if context.language == Language::Arabic
        && gap == Gap::Comma
        && matches!(a.value, Value::Clock(..))
        && a.anchor == Anchor::Absolute
    {
        return None;
    }
    of_each(a, b)
        .or_else(|| day_and_weekday(a, b, gap))
        .or_else(|| day_and_clock(a, b))
        .or_else(|| weekday_and_week(a, b))
        .or_else(|| weekday_and_date(a, b, gap))
        .or_else(|| date_and_weekday(a, b))
        .or_else(|| set_and_clock(a, b, gap))
}

/// «أجلت الثلاثاء الماضي إلى 20 فبراير القادم»: from what is past to what is to come without «من» is no range.
fn moved_on(context: &Context<'_>, a: &Found, b: &Found) -> bool {
    let (Some(published), Some(a_days), Some(b_days)) = (context.published, a.value.days(), b.value.days()) else { return false };
    a.anchor == Anchor::Published
        && !a.yearless
        && a_days.1 < published
        && b_days.0 > published
        && context.reading.word(a.last + 1) == Some("الي")
}

/// What stands between two expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Nothing, or a word such as "at" and «عند».
    Beside,
    /// A comma.
    Comma,
    And,
    Dash,
    /// «إلى»، «حتى»، "to", "until".
    Range,
    /// An opening bracket.
    Bracket,
}

impl Gap {
    fn between(reading: &Reading<'_>, a: &Found, b: &Found) -> Option<Self> {
        let clitic = b.skip > 0;
        match b.first.checked_sub(a.last + 1)? {
            0 if !clitic => Some(Self::Beside),
            0 => reading.str(b.first).starts_with('و').then_some(Self::And),
            1 => match reading.str(a.last + 1) {
                "الي" | "حتي" | "لغايه" | "to" | "until" | "till" | "through" | "thru" => Some(Self::Range),
                "-" | "–" | "—" | "~" => Some(Self::Dash),
                "و" | "and" => Some(Self::And),
                "," | "،" => Some(Self::Comma),
                "(" => Some(Self::Bracket),
                "علي" if reading.word(b.first) == Some("الساعه") => Some(Self::Beside),
                "at" | "on" | "in" | "of" | "@" | "around" | "about" | "الموافق" | "في" | "عند" | "من" | "from" | "the" => {
                    Some(Self::Beside)
                }
                _ => None,
            },
            2 => match (reading.str(a.last + 1), reading.str(a.last + 2)) {
                ("حتي" | "الي", "يوم") | ("to" | "until" | "till", "the") | ("up", "to") => Some(Self::Range),
                ("في" | "عند", "تمام") | ("،" | ",", "عند") => Some(Self::Beside),
                ("on" | "at" | "in" | "of", "the") | ("," | "،", "في" | "on" | "at") => Some(Self::Beside),
                _ => None,
            },
            3 => match (reading.str(a.last + 1), reading.str(a.last + 2), reading.str(a.last + 3)) {
                ("،" | ",", "في" | "عند", "تمام") => Some(Self::Beside),
                // "Saturday's (February 6) earthquake"
                ("'" | "’", _, "(") => Some(Self::Bracket),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Whether «بين» or "between" stands before an expression.
fn opened_by_between(context: &Context<'_>, a: &Found) -> bool {
    let word = |back: usize| a.first.checked_sub(back).and_then(|token| context.reading.word(token)).unwrap_or_default();
    matches!(word(1), "بين" | "وبين" | "between") || (word(1) == "the" && word(2) == "between")
}

/// «السبعينات والثمانينات»: two decades in a row.
fn decades(a: &Found, b: &Found) -> bool {
    matches!((&a.value, &b.value), (Value::Decade(first), Value::Decade(second)) if first + 1 == *second)
}

/// «شهري أكتوبر ونوفمبر»: the word that makes two months a list.
fn head_of_months(context: &Context<'_>, a: &Found, b: &Found) -> Option<usize> {
    let head = a.first.checked_sub(1).filter(|_| a.skip == 0)?;
    let months = matches!((&a.value, &b.value), (Value::Month(..), Value::Month(..)));
    (months && matches!(context.reading.word(head), Some("شهري" | "شهرا"))).then_some(head)
}

/// «نيسان (26/4/1947)»: a month and the day that the brackets give in figures.
fn month_and_figures(reading: &Reading<'_>, a: &Found, b: &Found) -> Option<Found> {
    let month = match a.value {
        Value::Month(_, month) if a.yearless => month,
        Value::MonthOfYear(month) => month,
        _ => return None,
    };
    let Value::Day(day) = b.value else { return None };
    let last = if reading.is_mark(b.last + 1, ")") { b.last + 1 } else { b.last };
    (day.month() == month).then(|| Found { first: a.first, skip: a.skip, last, ..b.clone() })
}

/// «يوم الجمعة من كل أسبوع», «14 يوليو من كل عام»: what a week or year brings again.
fn of_each(a: &Found, b: &Found) -> Option<Found> {
    let Value::Every(1, unit) = b.value else { return None };
    let value = match (&a.value, unit) {
        (_, Unit::Week) => Value::EveryWeekday(a.weekday?),
        (Value::Day(day), Unit::Year) if a.yearless => Value::DayOfYear(day.month(), day.day()),
        (Value::Month(_, month), Unit::Year) if a.yearless => Value::MonthOfYear(*month),
        (Value::DayOfYear(..) | Value::MonthOfYear(_), Unit::Year) => a.value.clone(),
        _ => return None,
    };
    Some(Found { first: a.first, skip: a.skip, value, ..b.clone() })
}

/// «اليوم الاثنين», «مساء أمس الجمعة»: the day counted from publication stands, the weekday repeats it.
fn day_and_weekday(a: &Found, b: &Found, gap: Gap) -> Option<Found> {
    let counted =
        a.rule.ends_with("/day-word") && matches!(a.value, Value::Day(_) | Value::DayPart(..) | Value::Present | Value::Past);
    let repeats = b.weekday.is_some() || b.value == a.value;
    (counted && repeats && gap == Gap::Beside).then(|| Found { last: b.last, ..a.clone() })
}

/// «اليوم (الاثنين)».
fn day_in_brackets(reading: &Reading<'_>, a: &Found, b: &Found) -> Option<Found> {
    let both = day_and_weekday(a, b, Gap::Beside)?;
    reading.is_mark(b.last + 1, ")").then(|| Found { last: b.last + 1, ..both })
}

/// From the start of one to the end of the other.
fn range(context: &Context<'_>, a: &Found, b: &Found) -> Option<Found> {
    let dates = |found: &Found| matches!(found.timex_type, TimexType::Date | TimexType::Time);
    if !dates(a) || !dates(b) || matches!(a.value, Value::Range(..)) || matches!(b.value, Value::Range(..)) {
        return None;
    }
    if let (Value::Clock(..), Value::Clock(..)) = (&a.value, &b.value) {
        return clock_range(context, a, b);
    }
    let (first, last) = announced(context, a, b).or_else(|| ordered(a, b))?;
    let bounds = match (first.bounds(a.part).earliest, last.bounds(b.part).latest) {
        (Some(earliest), Some(latest)) if earliest.start() < latest.end() => Bounds::between(earliest, latest),
        _ => return None,
    };
    let (start, skip) = opening(context, a);
    let value = Value::Range(Box::new(first), Box::new(last));
    let anchor = if a.anchor == Anchor::Absolute { b.anchor } else { a.anchor };
    let found = Found::date(start, skip, b.last, value, anchor, "range");
    Some(Found { bounds: Some(bounds), ..found })
}

/// «من» and "from" before a range belong to it.
fn opening(context: &Context<'_>, a: &Found) -> (usize, usize) {
    match a.first.checked_sub(1).map(|before| (before, context.reading.str(before))) {
        Some((before, "من" | "from")) if a.skip == 0 => (before, 0),
        _ => (a.first, a.skip),
    }
}

/// «من 13 تموز إلى 15 تموز» as a whole text is an entry of a calendar: what is over comes again next year.
fn announced(context: &Context<'_>, a: &Found, b: &Found) -> Option<(Value, Value)> {
    let published = context.published.filter(|_| a.yearless && b.yearless)?;
    let is_entry = context.is_whole_text(opening(context, a).0, b.last);
    let (first, last) = ordered(a, b).filter(|(_, last)| is_entry && last.days().is_some_and(|days| days.1 < published))?;
    let next = |value: &Value| in_year(value, value.days()?.0.year() + 1);
    Some((next(&first)?, next(&last)?))
}

/// Both ends, the year of the one lent to the other, the end after the start.
fn ordered(a: &Found, b: &Found) -> Option<(Value, Value)> {
    let year_of = |value: &Value| value.days().map(|days| days.0.year());
    let (mut first, mut last) = (a.value.clone(), b.value.clone());
    if a.yearless && !b.yearless && matches!(last, Value::Day(_) | Value::Month(..)) {
        first = in_year(&first, year_of(&last)?)?;
        if starts(&first)? > starts(&last)? {
            first = in_year(&first, year_of(&last)? - 1)?;
        }
    } else if b.yearless && starts(&last)? < starts(&first)? {
        let year = year_of(&first)?;
        last = in_year(&last, year)?;
        if starts(&last)? < starts(&first)? {
            last = in_year(&last, year + 1)?;
        }
    } else if b.weekday.is_some() && starts(&last)? < starts(&first)? {
        last = Value::Day(starts(&last)?.checked_add_days(Days::new(7))?);
    }
    (starts(&first)? <= last.days()?.1).then_some((first, last))
}

fn starts(value: &Value) -> Option<NaiveDate> {
    value.days().map(|days| days.0)
}

fn in_year(value: &Value, year: i32) -> Option<Value> {
    match value {
        Value::Day(day) => NaiveDate::from_ymd_opt(year, day.month(), day.day()).map(Value::Day),
        Value::Month(_, month) => Some(Value::Month(year, *month)),
        _ => None,
    }
}

fn clock_range(context: &Context<'_>, a: &Found, b: &Found) -> Option<Found> {
    let (Value::Clock(day_a, from), Value::Clock(day_b, to)) = (&a.value, &b.value) else { return None };
    let day = day_a.or(*day_b);
    let bounds = match day {
        Some(day) => {
            let (start, end) = (Moment::at(day, from.hour, from.minute)?, Moment::at(day_b.unwrap_or(day), to.hour, to.minute)?);
            if start.start() < end.end() { Bounds::between(start, end) } else { Bounds::UNKNOWN }
        }
        None => Bounds::UNKNOWN,
    };
    let value = Value::Range(Box::new(Value::Clock(day, *from)), Box::new(Value::Clock(day_b.or(day), *to)));
    let (start, skip) = opening(context, a);
    let found = Found::date(start, skip, b.last, value, a.anchor, "range").typed(TimexType::Time);
    Some(Found { bounds: Some(bounds), ..found })
}

/// A day with a time of the clock or a part of the day beside it, in either order.
fn day_and_clock(a: &Found, b: &Found) -> Option<Found> {
    let (day, time) = match (&a.value, &b.value) {
        (Value::Day(_) | Value::DayPart(..) | Value::Weekday(_), Value::Clock(..) | Value::PartOfDay(_)) => (a, b),
        (Value::PartOfDay(part), Value::Clock(day, clock)) => {
            let value = Value::Clock(*day, clock.in_part(part));
            return Some(Found { first: a.first, skip: a.skip, value, ..b.clone() });
        }
        (Value::Clock(..) | Value::PartOfDay(_), Value::Day(_) | Value::DayPart(..)) => (b, a),
        (Value::Range(from, to), Value::Day(day) | Value::DayPart(day, _)) => return range_on_day(a, b, from, to, *day),
        (Value::Day(day), Value::Range(from, to)) => return range_on_day(a, b, from, to, *day),
        (Value::Clock(day, clock), Value::PartOfDay(part)) => {
            let value = Value::Clock(*day, clock.in_part(part));
            return Some(Found { last: b.last, value, ..a.clone() });
        }
        _ => return None,
    };
    let value = match (&day.value, &time.value) {
        (Value::Day(day), Value::Clock(_, clock)) => Value::Clock(Some(*day), *clock),
        (Value::DayPart(day, part), Value::Clock(_, clock)) => Value::Clock(Some(*day), clock.in_part(part)),
        (Value::Day(day), Value::PartOfDay(part)) => Value::DayPart(*day, part),
        _ => return None,
    };
    let anchor_token = day.anchor_token;
    let found = Found::date(a.first, a.skip, b.last, value, day.anchor, day.rule).typed(TimexType::Time);
    Some(Found { modifier: time.modifier, anchor_token, yearless: day.yearless, ..found })
}

fn range_on_day(a: &Found, b: &Found, from: &Value, to: &Value, day: NaiveDate) -> Option<Found> {
    let (Value::Clock(_, from), Value::Clock(_, to)) = (from, to) else { return None };
    let bounds = Bounds::between(Moment::at(day, from.hour, from.minute)?, Moment::at(day, to.hour, to.minute)?);
    let clock = |time| Box::new(Value::Clock(Some(day), time));
    let value = Value::Range(clock(*from), clock(*to));
    let found = Found::date(a.first, a.skip, b.last, value, a.anchor, "range").typed(TimexType::Time);
    let ordered = bounds.range().is_some_and(|range| range.duration_secs() > 0);
    Some(Found { bounds: Some(if ordered { bounds } else { Bounds::UNKNOWN }), ..found })
}

/// «الجمعة الأسبوع المقبل», "next week on Friday": the weekday of that week.
fn weekday_and_week(a: &Found, b: &Found) -> Option<Found> {
    let (weekday, week, named) = match (a.weekday, &a.value, b.weekday, &b.value) {
        (Some(weekday), _, _, Value::Week(week)) => (weekday, *week, b),
        (_, Value::Week(week), Some(weekday), _) => (weekday, *week, a),
        _ => return None,
    };
    let day = monday_of(week)?.checked_add_days(Days::new(u64::from(weekday.checked_sub(1)?)))?;
    Some(Found::date(a.first, a.skip, b.last, Value::Day(day), named.anchor, named.rule))
}

/// "this Friday (June 15)": the date that the brackets give a weekday.
fn weekday_in_front(reading: &Reading<'_>, a: &Found, b: &Found) -> Option<Found> {
    let joined = weekday_and_date(a, b, Gap::Comma)?;
    let last = if reading.is_mark(b.last + 1, ")") { b.last + 1 } else { b.last };
    Some(Found { last, ..joined })
}

/// "Jul 18, Fri": the weekday picks the year.
fn date_and_weekday(a: &Found, b: &Found) -> Option<Found> {
    let (Value::Day(day), Some(weekday)) = (&a.value, b.weekday) else { return None };
    let same = day.weekday().number_from_monday() == weekday;
    let day = if same { *day } else { resolve::year_of_weekday(*day, weekday).filter(|_| a.yearless)? };
    (a.weekday.is_none() && (a.yearless || a.anchor == Anchor::Absolute)).then(|| Found {
        last: b.last,
        value: Value::Day(day),
        ..a.clone()
    })
}

/// "every day at 3pm", "9am on Sundays": again and again at a time of the clock.
fn set_and_clock(a: &Found, b: &Found, gap: Gap) -> Option<Found> {
    let (set, clock) = match (&a.value, &b.value) {
        (set, Value::Clock(_, clock)) if a.timex_type == TimexType::Set => (set, *clock),
        (Value::Clock(_, clock), set) if b.timex_type == TimexType::Set => (set, *clock),
        _ => return None,
    };
    let weekday = match set {
        Value::EveryWeekday(weekday) => Some(*weekday),
        Value::Every(1, Unit::Day) => None,
        _ => return None,
    };
    let found = Found::date(a.first, a.skip, b.last, Value::EveryClock(weekday, clock), Anchor::Unresolved, a.rule);
    let quant = a.quant.or(b.quant);
    (gap == Gap::Beside).then(|| Found { bounds: Some(Bounds::UNKNOWN), quant, ..found.typed(TimexType::Set) })
}

/// A weekday and the date that it falls on.
fn weekday_and_date(a: &Found, b: &Found, gap: Gap) -> Option<Found> {
    let (Some(weekday), Value::Day(day)) = (a.weekday, &b.value) else { return None };
    let fits = b.weekday.is_none() && (b.yearless || b.anchor == Anchor::Absolute);
    let same = day.weekday().number_from_monday() == weekday;
    if !fits || !(same || gap == Gap::Beside || b.yearless) {
        return None;
    }
    let value =
        if same || !b.yearless { b.value.clone() } else { Value::Day(resolve::year_of_weekday(*day, weekday).unwrap_or(*day)) };
    Some(Found { first: a.first, skip: a.skip, value, ..b.clone() })
}
