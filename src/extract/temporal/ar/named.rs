//! Times with names: seasons, feasts, weekends, decades, hours.
//! «صيف 2023»، «عيد الفطر»، «سبعينيات القرن الماضي»، «منتصف الليل».
//! Counter-examples: «الربيع العربي»، «عيد ميلاد سعيد»، «في الثمانينيات من عمره».

use super::{At, century, hijri, month, part, time_word, told_year, year};
use crate::event::{Anchor, TimexType};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Relative, TimeWord, Unit};
use crate::extract::temporal::value::{ClockTime, Season, Value};
use crate::extract::temporal::{Context, Found, Reckoning, relative_at, resolve};
use crate::extract::tokenize::without_conjunction;
use chrono::Datelike;

/// How long the press goes on telling of a feast, in days.
const FRESH_DAYS: i64 = 14;

const RULE_SEASON: &str = "ar/season";
pub(super) const RULE_HOLIDAY: &str = "ar/holiday";
const RULE_DECADE: &str = "ar/decade";
const RULE_WEEKEND: &str = "ar/weekend";
const RULE_HOUR: &str = "ar/named-hour";

/// The year behind a season or feast: its number, or «العام الماضي», with its last token and anchor.
fn year_behind(context: &Context<'_>, token: usize) -> Option<(i32, usize, Anchor)> {
    if let Some((year, last)) = month::year_after(context.reading, token) {
        return Some((year, last, Anchor::Absolute));
    }
    told_year::at(context, token).and_then(|told| Some((told.year?, told.last, told.anchor)))
}

/// «صيف 2023», «الصيف الماضي», «في الشتاء».
pub(super) fn season(context: &Context<'_>, at: At<'_>, season: Season) -> Option<Found> {
    let reading = context.reading;
    let date = |last: usize, value: Value, anchor: Anchor| {
        let found = Found::date(at.token, at.word.skip, last, value, anchor, RULE_SEASON);
        Some(part::with_part(context, found))
    };
    if let Some((year, last, anchor)) = year_behind(context, at.last() + 1) {
        // «شتاء 2022 - 2023» is one winter.
        let next = matches!(reading.str(last + 1), "-" | "–" | "/").then(|| year::number(reading, last + 2)).flatten();
        let last = if season == Season::Winter && next == Some(year + 1) { last + 2 } else { last };
        return date(last, Value::Season(year, season), anchor);
    }
    let headed = at.word.n_tokens > 1;
    if let Some((relative, n_tokens)) = relative_at(reading, at.last() + 1).filter(|_| at.word.definite || headed) {
        let value = match context.published {
            Some(published) => resolve::season(published, season, Some(relative)),
            None => Value::SeasonOfYear(season),
        };
        return date(at.last() + n_tokens, value, context.anchor());
    }
    let before = at.token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let this = matches!(before, "هذا" | "هذه");
    let governed = matches!(before, "في" | "خلال" | "منذ" | "حتي" | "بحلول" | "منتصف" | "نهايه" | "اواخر" | "مطلع");
    let described = reading.word(at.last() + 1).is_some_and(|next| next.starts_with("ال") || next.starts_with("لل"));
    if let Some(published) = context.published.filter(|_| this && !described && at.word.definite && at.word.skip == 0) {
        let value = resolve::season(published, season, Some(Relative::Current));
        return Some(Found::date(at.token - 1, 0, at.last(), value, Anchor::Published, RULE_SEASON));
    }
    if !(headed || (at.word.definite && (this || governed))) || (described && !headed) || season == Season::Spring && !headed {
        return None;
    }
    let value = match context.published {
        Some(published) => resolve::season(published, season, context.tense_at(at.token)),
        None => Value::SeasonOfYear(season),
    };
    date(at.last(), value, context.anchor())
}

/// A feast, in its year or nearest to publication; with «عشية» the day before it.
pub(super) fn holiday(context: &Context<'_>, at: At<'_>, reckoning: Reckoning) -> Option<Found> {
    let feast = whole_feast(context, at, reckoning)?;
    let eve = at.token.checked_sub(1).filter(|_| at.word.skip == 0).and_then(|before| context.reading.word(before));
    match (eve.map(crate::extract::tokenize::without_conjunction), feast.value.days()) {
        (Some("عشيه"), Some((day, _))) => {
            let skip = eve.map_or(0, |eve| eve.len() - crate::extract::tokenize::without_conjunction(eve).len());
            Some(Found { first: at.token - 1, skip, value: Value::Day(day.pred_opt()?), ..feast })
        }
        _ => Some(feast),
    }
}

fn whole_feast(context: &Context<'_>, at: At<'_>, reckoning: Reckoning) -> Option<Found> {
    let reading = context.reading;
    // «الحج» is a rite as often as a time.
    let alone = at.word.n_tokens == 1 && !matches!(reading.word(at.token), Some("عاشوراء" | "كريسماس" | "الكريسماس"));
    if let Some((year, last, anchor)) = year_behind(context, at.last() + 1) {
        let value = reckoning.in_year(year)?;
        let last = last + hijri::era(context, last + 1);
        return Some(Found::date(at.token, at.word.skip, last, value, anchor, RULE_HOLIDAY));
    }
    if alone {
        return None;
    }
    let relative = relative_at(reading, at.last() + 1);
    let last = at.last() + relative.map_or(0, |(_, n_tokens)| n_tokens);
    let entry = context.is_whole_text(at.token, last).then_some(Relative::Future);
    let published = context.published?;
    let relative = relative.map(|(relative, _)| relative).or_else(|| {
        // «يحتفلون بعيد الفطر» a few days after it looks a year ahead in its tense alone.
        let is_fresh = || {
            near(reckoning, published, None)
                .and_then(|value| Some(value.days()?.0))
                .is_some_and(|start| (published - start).num_days() <= FRESH_DAYS)
        };
        context.tense_at(at.token).filter(|_| !is_fresh()).or(entry)
    });
    let value = near(reckoning, published, relative)?;
    Some(Found::date(at.token, at.word.skip, last, value, Anchor::Published, RULE_HOLIDAY))
}

/// The feast before publication, or the next one.
fn near(reckoning: Reckoning, published: chrono::NaiveDate, relative: Option<Relative>) -> Option<Value> {
    let year = published.year();
    let value = |year: i32| reckoning.in_year(year);
    let starts = |value: &Value| value.days().map(|days| days.0);
    match relative {
        Some(Relative::Future) => {
            (year..year + 3).filter_map(value).find(|value| starts(value).is_some_and(|start| start > published))
        }
        Some(Relative::Current | Relative::Same) => value(year),
        _ => {
            let years = [year + 1, year, year - 1, year - 2];
            years.into_iter().filter_map(value).find(|value| starts(value).is_some_and(|start| start <= published))
        }
    }
}

/// «نهاية هذا الأسبوع».
fn says_this(context: &Context<'_>, at: At<'_>) -> bool {
    (at.token..=at.last()).any(|token| context.reading.word(token) == Some("هذا"))
}

/// «عطلة نهاية الأسبوع», with «الماضي» or «المقبل».
pub(super) fn weekend(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let relative = relative_at(context.reading, at.last() + 1);
    let last = at.last() + relative.map_or(0, |(_, n_tokens)| n_tokens);
    let published = context.published?;
    let this = Value::Weekend(published);
    // «التقت خلال عطلة نهاية الأسبوع»: one that is over, unless something looks ahead.
    let is_ahead = this.days().is_some_and(|days| days.0 > published) && !context.is_whole_text(at.token, at.last());
    let bare = || if is_ahead && context.tense_at(at.token).is_none() && !says_this(context, at) { -1 } else { 0 };
    let steps = relative.and_then(|(relative, _)| relative.steps()).unwrap_or_else(bare);
    let value = Value::Weekend(resolve::shifted(published, Unit::Week, steps)?);
    Some(Found::date(at.token, at.word.skip, last, value, Anchor::Published, RULE_WEEKEND))
}

/// «السبعينيات», «سبعينيات القرن الماضي», «عقد الثمانينات».
pub(super) fn decade(context: &Context<'_>, at: At<'_>, tens: i64) -> Option<Found> {
    let reading = context.reading;
    if is_age(context, at) {
        return None;
    }
    let next = at.last() + 1 + usize::from(reading.word(at.last() + 1) == Some("من"));
    let century = time_word(context, next).and_then(|next| century::single(context, next));
    let (century, last) = match century {
        Some(Found { value: Value::Century(century), last, .. }) => (i64::from(century), last),
        // «العشرات من الضحايا» counts; «الألفين والعشرات» are years.
        _ if !at.word.definite || (tens < 20 && !behind_thousands(context, at)) => return None,
        _ => (if tens < 30 { 20 } else { 19 }, at.last()),
    };
    let decade = i32::try_from(century * 10 + tens / 10).ok()?;
    let (first, skip) = decade_head(context, at);
    let found = Found::date(first, skip, last, Value::Decade(decade), Anchor::Absolute, RULE_DECADE);
    Some(part::with_part(context, found))
}

fn behind_thousands(context: &Context<'_>, at: At<'_>) -> bool {
    at.token.checked_sub(1).and_then(|before| context.reading.word(before)) == Some("الالفين")
}

/// «في الثمانينيات من عمره», «رجل في الأربعينيات»: an age.
fn is_age(context: &Context<'_>, at: At<'_>) -> bool {
    let reading = context.reading;
    let ages = &ARABIC.temporal.ages;
    let word = |token: Option<usize>| token.and_then(|token| reading.word(token)).map(without_conjunction).unwrap_or_default();
    let of_age = word(Some(at.last() + 1)) == "من" && ages.contains(word(Some(at.last() + 2)));
    let of_person = word(at.token.checked_sub(1)) == "في" && (2..=3).any(|back| ages.contains(word(at.token.checked_sub(back))));
    of_age || of_person
}

fn decade_head(context: &Context<'_>, at: At<'_>) -> (usize, usize) {
    let before = at.token.checked_sub(1).filter(|_| at.word.skip == 0).and_then(|before| time_word(context, before));
    match before {
        Some(head) if matches!(head.word.meaning, TimeWord::Unit(Unit::Decade, _)) => (head.token, head.word.skip),
        _ => (at.token, at.word.skip),
    }
}

/// «منتصف الليل», «الظهيرة».
pub(super) fn hour(context: &Context<'_>, at: At<'_>, hour: i64) -> Option<Found> {
    let clock = ClockTime::named(hour)?;
    let value = Value::Clock(context.published, clock);
    Some(Found::date(at.token, at.word.skip, at.last(), value, context.anchor(), RULE_HOUR).typed(TimexType::Time))
}
