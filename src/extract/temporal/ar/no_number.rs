//! Units without a number: «يومين»، «منذ أيام»، «دام شهرا»، «سوى أيام معدودة»، «لسنوات طويلة».
//! Counter-examples: «شهر نوفمبر», «خلال أيام الأسبوع», «لسنوات المراهقة», «أمضى شهر عسل».

use super::away::{self, Measured};
use super::duration::{heads_date, more_parts, next_part};
use super::{At, no_duration, time_word, year};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::normalize::Reading;
use crate::extract::temporal::{Context, Found, relative_at};
use crate::extract::tokenize::without_conjunction;

/// A unit without a number: duals («يومين») always, plurals and singulars only after «قبل», «منذ», «خلال», «طوال».
pub(super) fn alone(context: &Context<'_>, at: At<'_>, unit: Unit, count: Count) -> Option<Found> {
    let reading = context.reading;
    let before = at.token.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    // «يوما بعد يوم»
    let again = at.token.checked_sub(2).filter(|_| before == "بعد").and_then(|again| time_word(context, again));
    if again.is_some_and(|again| *again.word.meaning == *at.word.meaning && !again.word.definite) {
        return None;
    }
    let entry = before == "من" && context.is_whole_text(at.token - 1, at.last());
    let after_preposition = entry
        || at.word.skip == 0 && ARABIC.temporal.duration_prepositions.contains(without_conjunction(before))
        || ends_here(reading, at) && at.word.skip == 0 && ARABIC.temporal.lasting.contains(without_conjunction(before))
        || matches!(reading.word(at.last() + 1), Some("كامل" | "كامله" | "كاملا" | "واحد" | "واحدا" | "واحده" | "ونصف"));
    let number = match count {
        Count::Two => Some(2),
        Count::One if after_preposition || (at.word.skip == 0 && next_part(context, at.last() + 1).is_some()) => Some(1),
        Count::Many
            if is_for(reading, at, unit)
                || (after_preposition && !in_construct(reading, at, before))
                || is_lasting(reading, at)
                || are_few(reading, at) =>
        {
            None
        }
        _ => return None,
    };
    // «شهر نوفمبر» is a month, «عامي» wants its years.
    let next_is_month = time_word(context, at.last() + 1)
        .is_some_and(|next| matches!(next.word.meaning, TimeWord::Month(_) | TimeWord::HijriMonth(_)));
    let construct = count == Count::Two && reading.word(at.token).is_some_and(|word| word.ends_with("ي"));
    if at.word.definite
        || next_is_month
        || heads_date(context, at, unit)
        || no_duration::is_none(reading, at.token, at.last(), unit)
        || construct
        || (unit == Unit::Year && year::number(reading, at.last() + 1).is_some())
    {
        return None;
    }
    let (value, last) = more_parts(context, at.last(), number, unit);
    Some(away::apply(context, Measured { first: at.token, skip: at.word.skip, last, value, modifier: None }))
}

/// «خلال أيام الأسبوع», «طوال سنوات الحرب»: the days of something, behind a preposition that no subject can follow.
fn in_construct(reading: &Reading<'_>, at: At<'_>, before: &str) -> bool {
    let whole = matches!(without_conjunction(before), "خلال" | "طوال" | "طيله" | "مدي" | "غضون");
    let definite = |word: &str| word.starts_with("ال") && word.chars().count() > 3;
    whole && reading.word(at.last() + 1).is_some_and(definite) && relative_at(reading, at.last() + 1).is_none()
}

/// Whether nothing that a unit could be the head of stands behind it: «دام شهرا», and not «أمضى شهر عسل».
fn ends_here(reading: &Reading<'_>, at: At<'_>) -> bool {
    reading.word(at.last() + 1).is_none_or(|next| ARABIC.temporal.particles.contains(next) || year::is_verb(next))
}

/// «لسنوات طويلة», «امتد لعقود من الزمن», «توقف لساعات»; «لسنوات المراهقة» and «لعقود العمل» are none.
fn is_for(reading: &Reading<'_>, at: At<'_>, unit: Unit) -> bool {
    let for_long = at.word.preposition == Some('ل') && at.word.n_tokens == 1;
    let words = &ARABIC.temporal;
    let ends = match reading.word(at.last() + 1) {
        None => unit != Unit::Decade,
        Some("من") => unit != Unit::Decade || matches!(reading.word(at.last() + 2), Some("الزمن" | "الزمان")),
        Some(next) => words.few.contains(next) || (unit != Unit::Decade && words.particles.contains(next)),
    };
    for_long && ends
}

/// «سوى أيام معدودة», «سنوات طويلة».
fn are_few(reading: &Reading<'_>, at: At<'_>) -> bool {
    at.word.skip == 0 && reading.word(at.last() + 1).is_some_and(|next| ARABIC.temporal.few.contains(next))
}

/// «استمرت المفاوضات سنوات», «بيعت في دقائق»: a bare plural behind a verb of lasting; «سنوات الخبرة» is none.
fn is_lasting(reading: &Reading<'_>, at: At<'_>) -> bool {
    let within = at.token.checked_sub(1).is_some_and(|before| matches!(reading.word(before), Some("في" | "وفي")));
    let ends = match reading.word(at.last() + 1) {
        None => true,
        Some(next) => {
            matches!(next, "في" | "من" | "علي" | "قبل" | "بعد" | "حتي" | "دون" | "بين" | "مع" | "طويله" | "عديده" | "كثيره")
        }
    };
    let verb = |back: usize| at.token.checked_sub(back).and_then(|token| reading.word(token));
    let said = |word: &str| ARABIC.temporal.lasting.contains(without_conjunction(word));
    ends && at.word.skip == 0 && (within || (1..=3).map_while(verb).any(said))
}
