//! The families of Arabic temporal expressions, one a file. Which word of time stands at a token decides the family.

mod anniversary;
mod away;
mod century;
mod clock;
mod day_number;
mod day_word;
mod duration;
mod hijri;
mod latest;
mod month;
mod month_list;
mod month_name;
mod month_number;
mod named;
mod no_duration;
mod no_number;
mod nth;
mod numeric;
mod own_year;
mod part;
mod quantity;
mod row;
mod set;
mod span_of;
mod ten_days;
mod tense;
#[cfg(test)]
mod tests;
mod told_year;
mod unit;
mod weekday;
mod weekday_list;
mod year;
mod zone;

pub(super) use self::anniversary::RULE as RULE_ANNIVERSARY;
pub(super) use self::tense::tense_at;
use super::{Context, Found};
use crate::event::Anchor;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::phrases::PhraseMatch;
use crate::extract::lexicon::time_word::{Count, Soft, TimeWord, Unit};
use crate::extract::temporal::value::{Season, Value};
use crate::extract::tokenize::TokenKind;

/// A word of time in the text: its token and how it was read.
#[derive(Debug, Clone, Copy)]
struct At<'a> {
    token: usize,
    word: PhraseMatch<'a, TimeWord>,
}

impl At<'_> {
    /// The last token of the word.
    fn last(&self) -> usize {
        self.token + self.word.n_tokens - 1
    }
}

/// The expression whose first deciding word stands at `token`; it may reach back before it.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let found = context.deeper(token, || read(context, token))?;
    (!is_work(context, found.first)).then(|| with_article(context, found))
}

fn read(context: &Context<'_>, token: usize) -> Option<Found> {
    match context.reading.kind(token)? {
        TokenKind::Number => numeric::date(context, token)
            .or_else(|| set::day_of_each_month(context, token))
            .or_else(|| month_number::after_number(context, token))
            .or_else(|| clock::bare(context, token))
            .or_else(|| set::times(context, token))
            .or_else(|| duration::counted(context, token))
            .or_else(|| anniversary::item(context, token))
            .or_else(|| year::bare(context, token)),
        TokenKind::Word if context.reading.tables(token).any(ARABIC.temporal.opening()) => word(context, token),
        TokenKind::Word => None,
        TokenKind::Mark | TokenKind::Break => None,
    }
}

fn time_word<'a>(context: &Context<'a>, token: usize) -> Option<At<'a>> {
    let word = context.reading.phrase(token, &ARABIC.temporal.words)?;
    Some(At { token, word })
}

fn word(context: &Context<'_>, token: usize) -> Option<Found> {
    let early = set::every(context, token)
        .or_else(|| set::times(context, token))
        .or_else(|| set::day_of_each_month(context, token))
        .or_else(|| set::part_yearly(context, token))
        .or_else(|| ten_days::at(context, token))
        .or_else(|| span_of::number_first(context, token))
        .or_else(|| nth::number_first(context, token))
        .or_else(|| nth::piece_first(context, token))
        .or_else(|| nth::weekday_of_week(context, token))
        .or_else(|| latest::at(context, token))
        .or_else(|| duration::age(context, token));
    let found = early.or_else(|| time_word(context, token).and_then(|at| meant(context, at)));
    found
        .or_else(|| clock::bare(context, token))
        .or_else(|| month_number::after_number(context, token))
        .or_else(|| duration::counted(context, token))
        .or_else(|| year::in_words(context, token))
}

/// What a word of time means where it stands.
fn meant(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    if is_title(context, at) {
        return None;
    }
    match *at.word.meaning {
        TimeWord::Month(number) => month::named(context, at, number).or_else(|| libyan_season(context, at, number)),
        TimeWord::HijriMonth(number) => hijri::named(context, at, number),
        TimeWord::Weekday(number) => weekday::named(context, at, number),
        TimeWord::Unit(unit, count) => unit_word(context, at, unit, count),
        TimeWord::Day(offset) => day_word::day(context, at, offset),
        TimeWord::DayPart(part) => day_word::part_of_day(context, at, part),
        TimeWord::Soft(soft) => soft_within(context, at, soft).or_else(|| soft_word(context, at, soft)),
        TimeWord::Then => Some(then(context, at)),
        TimeWord::Season(season) => named::season(context, at, season),
        TimeWord::Holiday(reckoning) => named::holiday(context, at, reckoning),
        TimeWord::Decade(tens) => named::decade(context, at, tens),
        TimeWord::Every(unit) => set::adverb(at, unit),
        TimeWord::Weekend => named::weekend(context, at),
        TimeWord::NamedHour(hour) => named::hour(context, at, hour),
        TimeWord::OwnYear => own_year::season(context, at),
        TimeWord::Part(_) => None,
    }
}

/// «الـ15 من الشهر المقبل»: the article that stands apart from a number.
fn with_article(context: &Context<'_>, found: Found) -> Found {
    let reading = context.reading;
    let apart = found.first.checked_sub(1).filter(|&before| reading.word(before) == Some("ال"));
    match apart.filter(|_| found.skip == 0 && reading.kind(found.first) == Some(TokenKind::Number)) {
        Some(first) => Found { first, ..found },
        None => found,
    }
}

/// «رواية «مئة عام من العزلة»»: what opens a quotation behind the word for a work is its title.
fn is_work(context: &Context<'_>, first: usize) -> bool {
    let reading = context.reading;
    let quoted = first.checked_sub(1).is_some_and(|before| matches!(reading.str(before), "«" | "\"" | "“" | "”"));
    let head = first.checked_sub(2).filter(|_| quoted).and_then(|head| reading.word(head));
    head.is_some_and(|head| crate::extract::tokenize::stems(head).any(|stem| ARABIC.temporal.works.contains(stem.core)))
}

/// «قناة الغد», «صحيفة الآن», «سورة الفجر», «برنامج هذا الصباح»: a definite word behind a head of names is the name.
fn is_title(context: &Context<'_>, at: At<'_>) -> bool {
    let named = matches!(at.word.meaning, TimeWord::Day(_) | TimeWord::DayPart(_) | TimeWord::Soft(_));
    let this = at.token.checked_sub(1).filter(|&before| matches!(context.reading.word(before), Some("هذا" | "هذه")));
    named && at.word.definite && at.word.skip == 0 && month_name::after_name_head(context.reading, this.unwrap_or(at.token))
}

/// «الربيع» and «الصيف» were months in Libya; they are seasons first.
fn libyan_season(context: &Context<'_>, at: At<'_>, month: u32) -> Option<Found> {
    let word = context.reading.word(at.token)?;
    let season = match month {
        3 if word.ends_with("الربيع") => Season::Spring,
        6 if word.ends_with("الصيف") => Season::Summer,
        _ => return None,
    };
    named::season(context, at, season)
}

fn unit_word(context: &Context<'_>, at: At<'_>, unit: Unit, count: Count) -> Option<Found> {
    let special = match unit {
        Unit::Hour => clock::headed(context, at.token),
        Unit::Quarter if !at.word.definite => duration::fraction(context, at.token),
        Unit::Century => century::named(context, at, count),
        Unit::Day if !at.word.definite && count == Count::One => weekday::day_of_month(context, at),
        Unit::Week if count == Count::One && !at.word.definite => unit::week_of(context, at),
        Unit::Month if count == Count::One => month_number::numbered(context, at),
        _ => None,
    };
    special
        .or_else(|| year::headed(context, at, unit))
        .or_else(|| unit::related(context, at, unit, count))
        .or_else(|| no_number::alone(context, at, unit, count))
}

/// «مؤخرًا»، «لاحقًا»، «الآن»: a reference without a date.
fn soft_word(context: &Context<'_>, at: At<'_>, soft: Soft) -> Option<Found> {
    // «قريبا من البحر» is near, not soon.
    if soft == Soft::Later && context.reading.word(at.last() + 1) == Some("من") {
        return None;
    }
    // «في حدود الساعة الثالثة» is a time of the clock.
    let is_clock = context.reading.word(at.last()) == Some("الساعه")
        && (context.reading.number(at.last() + 1).is_some()
            || context.reading.phrase(at.last() + 1, &ARABIC.temporal.ordinals).is_some());
    if is_clock {
        return None;
    }
    let (value, rule) = match soft {
        Soft::Past => (Value::Past, "ar/soft-past"),
        Soft::Present => (Value::Present, "ar/soft-present"),
        Soft::Later => (Value::Future, "ar/soft-later"),
    };
    // «في الماضي» without its preposition; «في وقت سابق» is an adverb as a whole.
    let noun = at.token + 1;
    let in_noun = context.reading.word(at.token).map(crate::extract::tokenize::without_conjunction) == Some("في")
        && context.reading.word(noun).is_some_and(|word| word.starts_with("ال"));
    let (first, skip) = if in_noun { (noun, 0) } else { (at.token, at.word.skip) };
    Some(Found::date(first, skip, at.last(), value, Anchor::Unresolved, rule))
}

/// «في وقت سابق من هذا العام», «في وقت لاحق اليوم», «في وقت سابق الجمعة»: the time that holds it, before or after publication.
fn soft_within(context: &Context<'_>, at: At<'_>, soft: Soft) -> Option<Found> {
    let reading = context.reading;
    let (before, rule) = match soft {
        Soft::Past => (true, "ar/soft-past"),
        Soft::Later => (false, "ar/soft-later"),
        Soft::Present => return None,
    };
    if at.word.n_tokens < 3 || soft == Soft::Present {
        return None;
    }
    let start = at.last() + 1 + usize::from(reading.word(at.last() + 1) == Some("من"));
    let start = start + usize::from(reading.word(start) == Some("يوم"));
    let whole = time_word(context, start)
        .and_then(|word| meant(context, word))
        .filter(|found| found.first == start || start == at.last() + 3);
    let whole = whole.or_else(|| nth::container(context, start))?;
    let published = crate::base::Moment::on(context.published?);
    let days = whole.value.bounds(None);
    let now = if before { crate::base::Bounds::until(published) } else { crate::base::Bounds::since(published) };
    let bounds = days.intersected(now)?;
    let found = Found::date(at.token, at.word.skip, whole.last, whole.value, whole.anchor, rule);
    Some(Found { bounds: Some(bounds), ..found })
}

/// «آنذاك», «حينها»: the date told not long before; a reference to the past where none was.
fn then(context: &Context<'_>, at: At<'_>) -> Found {
    let told = context.told.as_ref().filter(|_| unit::told_before(context, at.token));
    let (value, anchor_token) = told.map_or((Value::Past, None), |(token, value)| (value.clone(), Some(*token)));
    let found = Found::date(at.token, at.word.skip, at.last(), value, Anchor::Unresolved, "ar/soft-then");
    Found { anchor_token, ..found }
}
