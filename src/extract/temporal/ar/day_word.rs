//! Days by their place to the publication date: «أمس»، «اليوم»، «غدًا»، «مساء أمس»، «فجر اليوم».
//! Counter-examples: «المصري اليوم»، «أخبار اليوم»، «اليوم العالمي للمرأة».

use super::{At, time_word};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, Relative, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};
use crate::extract::tokenize::TokenKind;

const RULE: &str = "ar/day-word";
const RULE_PART: &str = "ar/day-part";

/// «أمس», «يوم غد», «مساء يوم أمس» and their kin, `offset` days from publication.
pub(super) fn day(context: &Context<'_>, at: At<'_>, offset: i64) -> Option<Found> {
    if reads_as_verb(context, at) || is_future(context, at, offset) || is_need(context, at) {
        return None;
    }
    if at.word.skip > 0 {
        return on_day(context, at.token, at.word.skip, at.last(), offset, None);
    }
    let (first, skip, part) = super::weekday::look_behind(context, at);
    on_day(context, first, skip, at.last(), offset, part)
}

/// «في أمس الحاجة»: the direst need.
fn is_need(context: &Context<'_>, at: At<'_>) -> bool {
    !at.word.definite && context.reading.word(at.last() + 1).is_some_and(|next| ARABIC.temporal.needs.contains(next))
}

/// «جيل الغد», «جريدة الغد», «الغد المشرق»: the future, or a name.
fn is_future(context: &Context<'_>, at: At<'_>, offset: i64) -> bool {
    let described = context.reading.word(at.last() + 1).is_some_and(|next| next.starts_with("ال") && next.chars().count() > 3);
    // «طريق بكرا العقيق»
    let is_place = matches!(context.reading.word(at.token), Some("بكرا" | "بكره")) && described;
    if offset == 1 && (at.word.definite || is_place) && described && time_word(context, at.last() + 1).is_none() {
        return true;
    }
    let before = at.token.checked_sub(1).filter(|_| offset == 1 && at.word.definite && at.word.skip == 0);
    let Some(before) = before.and_then(|before| context.reading.word(before)) else { return false };
    let words = &ARABIC.temporal;
    let heads = |core: &str| words.tomorrow_heads.contains(core) || words.name_heads.contains(core);
    crate::extract::tokenize::stems(before).any(|stem| !stem.definite && heads(stem.core))
}

/// «لامس», «كامس»: without a hamza «امس» behind ب, ك, ل is the end of another word.
fn reads_as_verb(context: &Context<'_>, at: At<'_>) -> bool {
    let reading = context.reading;
    let bare = reading.word(at.token).is_some_and(|word| word[at.word.skip..].starts_with('ا'));
    at.word.preposition.is_some() && !at.word.definite && bare && !reading.token_span(at.token).of(reading.text).contains('أ')
}

/// «اليوم»: the day of publication.
pub(super) fn today(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let reading = context.reading;
    let before = at.token.checked_sub(1).and_then(|before| reading.word(before));
    let after = reading.word(at.last() + 1).unwrap_or_default();
    let words = &ARABIC.temporal;
    let paper = at.token.checked_sub(2).and_then(|head| reading.word(head));
    let in_name = before.is_some_and(|before| words.today_heads.contains(before))
        || paper.is_some_and(|head| words.papers.contains(head))
        || names_a_paper(reading, at.token);
    let is_other = matches!(after, "العالمي" | "الدولي" | "الوطني" | "الاول" | "الاخير" | "الثاني" | "الثالث");
    // «لليوم الـ44»
    let numbered = after == "ال" && reading.number(at.last() + 2).is_some();
    let that = matches!(before, Some("ذلك" | "تلك" | "ذاك"));
    let counted = numbered || that || super::day_number::ordinal_day(reading, at.last() + 1).is_some();
    // «باليوم الأسود»: today is never said with «ب».
    let with_preposition = matches!(at.word.preposition, Some('ب' | 'ك'));
    if in_name || is_other || counted || with_preposition {
        return None;
    }
    on_day(context, at.token, at.word.skip, at.last(), 0, None)
}

/// «(بغداد اليوم)», «لـ"عين اليوم"», «بغداد اليوم - أعلنت», «محمد البلوي – عين اليوم»: a word and «اليوم» that stand by
/// themselves are a paper; with a verb they are a sentence.
fn names_a_paper(reading: &Reading<'_>, today: usize) -> bool {
    let Some(word) = today.checked_sub(1).filter(|&word| reading.word(word).is_some()) else { return false };
    let is_break = |kind| matches!(kind, None | Some(TokenKind::Break));
    let dash = |token: Option<usize>| token.is_some_and(|token| matches!(reading.str(token), "-" | "–" | "—"));
    let (before, behind) = (word.checked_sub(1), today + 1);
    let quoted = before.is_some_and(|before| opens(reading.str(before))) && closes(reading.str(behind));
    let heads_line = is_break(before.and_then(|before| reading.kind(before))) && dash(Some(behind));
    let ends_line = dash(before) && is_break(reading.kind(behind));
    let is_verb = || {
        reading.lexical_verb(word).is_some() && !reading.word(word).is_some_and(|word| ARABIC.temporal.today_verbs.contains(word))
    };
    (quoted || heads_line || ends_line) && !is_verb()
}

fn opens(mark: &str) -> bool {
    matches!(mark, "(" | "«" | "\"" | "“" | "”" | "'" | "‘")
}

fn closes(mark: &str) -> bool {
    matches!(mark, ")" | "»" | "\"" | "“" | "”" | "'" | "’")
}

/// A part of a day: before the day («مساء أمس», «صباح الأحد») or alone («ليلا», «في المساء», «هذه الليلة»).
pub(super) fn part_of_day(context: &Context<'_>, at: At<'_>, part: &'static str) -> Option<Found> {
    let of_day = before_day(context, at, part)
        .or_else(|| this_part(context, at, part))
        .map(|found| super::part::with_part(context, found));
    of_day.or_else(|| {
        let found = Found::date(at.token, at.word.skip, at.last(), Value::PartOfDay(part), Anchor::Unresolved, RULE_PART);
        stands_alone(context, at).then(|| found.typed(TimexType::Time))
    })
}

/// «هذه الليلة», «الليلة», «هذا الصباح»: of the day of publication.
fn this_part(context: &Context<'_>, at: At<'_>, part: &'static str) -> Option<Found> {
    let before = at.token.checked_sub(1);
    let this_word = before.filter(|_| at.word.skip == 0).and_then(|before| context.reading.word(before)).unwrap_or_default();
    let bare_this = this_word.trim_start_matches(['و', 'ل', 'ب']);
    let this = matches!(bare_this, "هذه" | "هذا");
    let tonight = context.reading.word(at.token) == Some("الليله");
    if !at.word.definite || !(this || tonight) {
        return None;
    }
    if let Some((Relative::Same, n_tokens)) = relative_at(context.reading, at.last() + 1) {
        return same_part(context, at, part, at.last() + n_tokens);
    }
    let last_night = tonight && matches!(context.reading.word(at.last() + 1), Some("الماضيه" | "الفايته"));
    let first = before.filter(|_| this).unwrap_or(at.token);
    let skip = if this { this_word.len() - bare_this.len() } else { at.word.skip };
    let (offset, last) = if last_night { (-1, at.last() + 1) } else { (0, at.last()) };
    on_day(context, first, skip, last, offset, Some(part))
}

/// «الليلة نفسها»: of the day told before.
fn same_part(context: &Context<'_>, at: At<'_>, part: &'static str, last: usize) -> Option<Found> {
    let day = super::unit::from_told(context, at, Unit::Day, 0, last)?;
    let Value::Day(date) = day.value else { return None };
    Some(Found { value: Value::DayPart(date, part), ..day }.typed(TimexType::Time))
}

/// Whether a part of the day is said without its day: an adverb, or with the article behind a preposition.
pub(super) fn stands_alone(context: &Context<'_>, at: At<'_>) -> bool {
    let reading = context.reading;
    // «برنامج العاشرة مساء»
    let hour = at.token.checked_sub(1).filter(|&hour| reading.word(hour).is_some_and(|word| word.starts_with("ال")));
    if hour.is_some_and(|hour| super::month_name::after_name_head(reading, hour)) {
        return false;
    }
    let word = reading.word(at.token).unwrap_or_default();
    // «مساء الخير» is a greeting.
    if matches!(reading.word(at.last() + 1), Some("الخير" | "النور")) {
        return false;
    }
    let adverb = matches!(
        word,
        "ساعات"
            | "صباحا"
            | "مساء"
            | "مساءا"
            | "ليلا"
            | "فجرا"
            | "ظهرا"
            | "عصرا"
            | "نهارا"
            | "الصبح"
            | "بعد"
            | "قبل"
    );
    let before = at.token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let governed = matches!(before, "في" | "منذ" | "خلال" | "عند" | "من" | "حتي" | "اواخر" | "باكر" | "متاخر" | "مبكر");
    let counted = before.ends_with('ه') || before.is_empty() || reading.number(at.token.wrapping_sub(1)).is_some();
    if adverb {
        let next = time_word(context, at.last() + 1);
        return !(word == "مساء"
            && next.is_some_and(|next| matches!(next.word.meaning, TimeWord::Weekday(_) | TimeWord::Day(_))));
    }
    let article = at.word.definite && *at.word.meaning != TimeWord::DayPart("TDT") && (governed || counted || before == "النصف");
    article && !reading.word(at.last() + 1).is_some_and(|next| next.starts_with("ال") && next != "الباكر")
}

/// A part of a day before the day: «مساء أمس», «فجر اليوم», «صباح الأحد».
fn before_day(context: &Context<'_>, at: At<'_>, part: &'static str) -> Option<Found> {
    // «ظهر هذا اليوم»
    let this = usize::from(context.reading.word(at.last() + 1) == Some("هذا"));
    let next = time_word(context, at.last() + 1 + this)?;
    let is_today = *next.word.meaning == TimeWord::Unit(Unit::Day, Count::One) && next.word.definite;
    if this == 1 {
        return (is_today && next.word.skip == 0)
            .then(|| on_day(context, at.token, at.word.skip, next.last(), 0, Some(part)))
            .flatten();
    }
    if next.word.skip > 0 {
        return None;
    }
    match *next.word.meaning {
        TimeWord::Day(offset) => on_day(context, at.token, at.word.skip, next.last(), offset, Some(part)),
        TimeWord::Unit(Unit::Day, Count::One) if next.word.definite => {
            // «مساء اليوم», «صباح اليوم التالي», «مساء اليوم نفسه»
            let day = super::unit::related(context, next, Unit::Day, Count::One)?;
            let value = match day.value {
                Value::Day(day) => Value::DayPart(day, part),
                other => other,
            };
            Some(Found { first: at.token, skip: at.word.skip, value, ..day }.typed(TimexType::Time))
        }
        TimeWord::Weekday(number) => super::weekday::named(context, next, number).filter(|found| found.first == at.token),
        TimeWord::Unit(Unit::Day, Count::One) => before_named_day(context, at, next),
        _ => None,
    }
}

/// «مساء يوم السبت», «صباح يوم غد», «مساء يوم 3 نوفمبر».
fn before_named_day(context: &Context<'_>, at: At<'_>, day: At<'_>) -> Option<Found> {
    let token = day.last() + 1;
    let named = time_word(context, token).filter(|named| named.word.skip == 0).and_then(|named| match *named.word.meaning {
        TimeWord::Weekday(number) => super::weekday::named(context, named, number),
        TimeWord::Day(offset) => self::day(context, named, offset),
        _ => None,
    });
    named.or_else(|| super::month_number::after_number(context, token)).filter(|found| found.first == at.token)
}

fn on_day(
    context: &Context<'_>,
    first: usize,
    skip: usize,
    last: usize,
    offset: i64,
    part: Option<&'static str>,
) -> Option<Found> {
    let Some(published) = context.published else {
        let value = match offset {
            0 => Value::Present,
            1.. => Value::Future,
            _ => Value::Past,
        };
        return Some(Found::date(first, skip, last, value, Anchor::Unresolved, RULE));
    };
    let day = resolve::shifted(published, Unit::Day, offset)?;
    Some(match part {
        None => Found::date(first, skip, last, Value::Day(day), Anchor::Published, RULE),
        Some(part) => {
            let found = Found::date(first, skip, last, Value::DayPart(day, part), Anchor::Published, RULE);
            Found { timex_type: TimexType::Time, ..found }
        }
    })
}
