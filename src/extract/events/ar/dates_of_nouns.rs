//! Dates that belong to a noun beside a verb, and not to the verb.

use super::attach::has_since;
use crate::extract::events::candidate::Candidate;
use crate::extract::lexicon::ARABIC;
use crate::extract::normalize::Reading;
use crate::extract::temporal::TimexMention;
use crate::extract::temporal::value::Value;
use crate::extract::tokenize::{stems, without_conjunction};

/// «أرجأت المحكمة الجلسة إلى 5 أبريل»: the date is that of what was put off, not of putting it off.
pub(super) fn is_put_off(reading: &Reading<'_>, candidate: &Candidate, timex: &TimexMention) -> bool {
    let small = &ARABIC.particles.small;
    let until = timex.first.checked_sub(1).is_some_and(|before| small.postponed_to.has(reading.word(before)));
    until && small.postponing.has(reading.word(candidate.token).map(without_conjunction))
}

/// «خفضت الاستثمارات المزمعة في 2015», «أقر قانون الانتخابات لسنة 2015»: the date is that of what stands before it, and not the verb's.
pub(super) fn is_of_noun(reading: &Reading<'_>, candidate: &Candidate, timex: &TimexMention) -> bool {
    if candidate.person.is_none() {
        return false;
    }
    let for_year = reading.word(timex.first).is_some_and(|word| word.starts_with('ل')) && matches!(timex.value, Value::Year(_));
    let small = &ARABIC.particles.small;
    let is_link = |token: &usize| small.dating_prepositions.has(reading.word(*token));
    let Some(last) = (candidate.token + 2..timex.first).rev().find(|token| !is_link(token)) else { return for_year };
    let is_participle = reading.word(last).is_some_and(|word| match word.strip_prefix("ال") {
        Some(bare) => small.dated_participles.contains(bare),
        // Without its article it may say how something was done: «عاد محاصرا يوم الأحد».
        None => has_since(reading, timex) && small.dated_participles.contains(word),
    });
    for_year || is_participle || is_genitive_for(reading, timex) || is_genitive(reading, timex)
}

/// «أرباح الربع الأول», «نتائج 2015»: a quarter or a bare year right behind an indefinite noun is that noun's.
fn is_genitive(reading: &Reading<'_>, timex: &TimexMention) -> bool {
    let bare_year = matches!(timex.value, Value::Year(_)) && reading.number(timex.first).is_some();
    let quarter = matches!(timex.value, Value::Quarter(..) | Value::Half(..));
    let Some(before) = timex.first.checked_sub(1).filter(|_| bare_year || quarter) else { return false };
    let is_noun =
        |word: &str| !word.ends_with('ا') && !stems(word).any(|stem| stem.definite) && !super::verbs::is_function_word(word);
    reading.word(before).is_some_and(is_noun)
        && (super::verbs::verb_at(reading, before).is_none() || super::verbs::reads_as_noun(reading, before))
        && !reading.is_time(before)
}

/// «لتسليم أغسطس», «لانتخابات 2024»: a month or year right behind a noun with ل is that of what it is for.
fn is_genitive_for(reading: &Reading<'_>, timex: &TimexMention) -> bool {
    let calendar = matches!(timex.value, Value::Year(_) | Value::Month(..) | Value::MonthOfYear(_));
    let Some(word) = timex.first.checked_sub(1).and_then(|before| reading.word(before)) else { return false };
    calendar && stems(word).any(|stem| stem.preposition == Some('ل') && !stem.definite && reading.noun(timex.first - 1).is_some())
}
