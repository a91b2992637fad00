//! The tens of a Hijri month: «العشر الأواخر من رمضان»، «العشر الأوائل من ذي الحجة».
//! Counter-examples: «العشر الأوائل» of a class, «العشر سنوات الماضية».

use chrono::Datelike;

use super::{hijri, time_word};
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};
use crate::extract::tokenize::stems;

/// Ten days from «العشر» on.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let ten = stems(reading.word(token)?).find(|stem| stem.definite && stem.core == "عشر")?;
    let (from, to) = match reading.word(token + 1)? {
        "الاوايل" | "الاوائل" | "الاولي" => (1, 10),
        "الاواسط" | "الوسطي" => (11, 20),
        "الاواخر" | "الاخيره" => (21, 30),
        _ => return None,
    };
    let next = token + 2 + usize::from(matches!(reading.word(token + 2), Some("من" | "في")));
    let is_head = |at: &super::At<'_>| *at.word.meaning == TimeWord::Unit(Unit::Month, Count::One);
    let head = time_word(context, next).filter(is_head).map_or(0, |head| head.word.n_tokens);
    let month = time_word(context, next + head)?;
    let TimeWord::HijriMonth(number) = *month.word.meaning else { return None };
    let whole = hijri::whole(context, month, number)?;
    let (first, last) = whole.value.days()?;
    let day = |n: u64| first.checked_add_days(chrono::Days::new(n - 1)).map(|day| day.min(last));
    let value = Value::Range(Box::new(Value::Day(day(from)?)), Box::new(Value::Day(day(to)?)));
    debug_assert!(first.year() <= last.year());
    Some(Found { first: token, skip: ten.skip, value, ..whole })
}
