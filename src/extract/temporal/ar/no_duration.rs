//! Words that look like a quantity of time and are none: contracts («ثلاثة عقود لتوريد القمح») and lengths («أربع سنوات ضوئية»).
//! Counter-examples: «قبل ثلاثة عقود», «وقع الزلزال قبل عقدين».

use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::Unit;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{stems, without_conjunction};

/// How far before «عقد» its verb may stand: «وقعت الشركة الوطنية ثلاثة عقود».
const VERB_REACH: usize = 4;

/// No article counts more decades; «405 عقود» are contracts.
pub(super) const MOST_DECADES: i64 = 30;

/// Whether the quantity of a unit over the tokens `first..=last` is none of time.
pub(super) fn is_none(reading: &Reading<'_>, first: usize, last: usize, unit: Unit) -> bool {
    let next = reading.word(last + 1);
    next.is_some_and(|word| ARABIC.temporal.no_time.contains(word)) || unit == Unit::Decade && is_contract(reading, first, next)
}

/// Whether «عقد» without a number has an object: what is held, and no decade.
fn holds(reading: &Reading<'_>, first: usize, next: Option<&str>) -> bool {
    let Some(next) = next.filter(|_| reading.word(first).is_some_and(|word| stems(word).any(|stem| stem.core == "عقد")))
    else {
        return false;
    };
    let described = ARABIC.temporal.duration_tails.contains(next) || ARABIC.temporal.particles.contains(next);
    let definite = next.starts_with("ال") && next.chars().count() > 3;
    !described && (definite || matches!(next, "مثل" | "هذا" | "هذه") || reading.noun(first + 1).is_some())
}

fn is_contract(reading: &Reading<'_>, first: usize, next: Option<&str>) -> bool {
    let (verbs, behind) = &ARABIC.temporal.contracts;
    if next.is_some_and(|word| behind.contains(word) || stems(word).any(|stem| behind.contains(stem.core))) {
        return true;
    }
    // «من خلال عقد الاجتماع», «قبل عقد قمة»: to hold something.
    if holds(reading, first, next) {
        return true;
    }
    let word = |back: usize| first.checked_sub(back).and_then(|token| reading.word(token));
    let is_time =
        matches!(word(1).map(without_conjunction), Some("قبل" | "بعد" | "منذ" | "خلال" | "طوال" | "طيله" | "مدي" | "كل" | "في"));
    !is_time && (1..=VERB_REACH).map_while(word).any(|word| verbs.contains(word) || verbs.contains(without_conjunction(word)))
}
