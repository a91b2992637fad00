//! What the word before an expression makes of it: «منذ», «حتى», «قبل», «بعد».

use crate::base::{Bounds, Moment, TextSpan};
use crate::event::{Timex, TimexType};
use crate::extract::lexicon::{ARABIC, WordSet};
use crate::extract::normalize::Reading;
use crate::extract::temporal::TimexMention;
use crate::extract::tokenize::without_conjunction;

/// The most words between «بعد» and the date of its noun.
const ADJUNCT_WORDS: usize = 3;

/// How the word before an expression turns it into bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    At,
    Since,
    Until,
    Before,
    After,
    /// Before what happened then: «قبل اجتماع الخميس».
    Precedes,
    /// After what happened then: «بعد الكشف في ديسمبر».
    Follows,
}

/// The word before an expression, with its place.
pub(super) fn relation(reading: &Reading<'_>, mention: &TimexMention) -> (Relation, Option<TextSpan>) {
    // «بنهاية العام»: by then.
    let by = reading.word(mention.first).is_some_and(|word| word.starts_with('ب'));
    if by && mention.timex.modifier.as_deref() == Some("END") {
        return (Relation::Until, Some(reading.token_span(mention.first)));
    }
    let Some(before) = mention.first.checked_sub(1) else { return (Relation::At, None) };
    let Some(word) = reading.word(before) else { return (Relation::At, None) };
    let cue = Some(reading.token_span(before));
    match without_conjunction(word) {
        "منذ" | "since" => (Relation::Since, cue),
        "حتي" | "لغايه" | "بحلول" | "until" | "till" | "by" => (Relation::Until, cue),
        "قبل" | "قبيل" | "before" => (Relation::Before, cue),
        "بعد" | "عقب" | "after" => (Relation::After, cue),
        "من" if reading
            .word(before.wrapping_sub(1))
            .is_some_and(|word| matches!(word, "بدايه" | "ابتداء" | "اعتبارا" | "بدءا")) =>
        {
            (Relation::Since, cue)
        }
        _ => (Relation::At, None),
    }
}

/// «بعد الكشف في ديسمبر 2017»: the date of a noun that the event came after or before, or has gone on since.
pub(super) fn of_adjunct(reading: &Reading<'_>, trigger: usize, mention: &TimexMention) -> Option<(Relation, Option<TextSpan>)> {
    let is_in = |token: usize| matches!(reading.word(token), Some("في" | "خلال" | "يوم"));
    // «بعد محطة الوقود الساعة 22:51» is a place.
    let before = mention.first.checked_sub(1).filter(|_| mention.timex.timex_type == TimexType::Date)?;
    let noun_end = if is_in(before) { before.checked_sub(1)? } else { before };
    let cue = (noun_end.saturating_sub(ADJUNCT_WORDS)..noun_end).rev().find_map(|token| {
        let relation = match without_conjunction(reading.word(token)?) {
            "بعد" | "عقب" | "اثر" => Relation::Follows,
            "قبل" | "قبيل" => Relation::Precedes,
            "منذ" => Relation::Since,
            _ => return None,
        };
        // «من قبل فصائل», «عن بعد»
        let other = token.checked_sub(1).and_then(|before| reading.word(before)).is_some_and(|word| matches!(word, "من" | "عن"));
        (!other).then_some((token, relation))
    });
    let (token, relation) = cue.filter(|(token, _)| trigger < *token)?;
    let particles = &ARABIC.particles;
    let plain = |word: &str| {
        let bare = without_conjunction(word);
        let is_of = |words: &WordSet| words.contains(bare);
        let is_particle = is_of(&particles.nominal) || is_of(&particles.complementizers) || is_of(&particles.relatives);
        (!is_particle || particles.small.series.contains(bare)) && !particles.small.whiles.contains(word)
    };
    let is_noun = |at: usize| {
        reading.word(at).is_some_and(plain) && !reading.is_time(at) && (at == token + 1 || reading.lexical_verb(at).is_none())
    };
    ((token + 1)..=noun_end).all(is_noun).then(|| (relation, Some(reading.token_span(token))))
}

/// «الليلة الماضية وفجر اليوم»: what both cover, from the first to the last.
pub(super) fn side_by_side(reading: &Reading<'_>, first: &TimexMention, second: &TimexMention) -> Option<Bounds> {
    let beside = second.first == first.last + 1 && reading.str(second.first).starts_with('و');
    let (a, b) = (first.timex.bounds, second.timex.bounds);
    let joined = Bounds::between(a.earliest?, b.latest?);
    (beside && joined.range().is_some_and(|range| range.duration_secs() > 0)).then_some(joined)
}

/// What a word before an expression makes of it; what goes on since then goes on until `known_until`.
pub(super) fn related(
    relation: Relation,
    timex: &Timex,
    earliest: Moment,
    latest: Moment,
    known_until: Option<Moment>,
) -> Bounds {
    match relation {
        Relation::At => timex.bounds,
        Relation::Since => Bounds { earliest: Some(earliest), latest: known_until },
        Relation::Until => Bounds::until(latest),
        // «قبل عام 1990»: on the last day of 1989 at the latest.
        Relation::Before => Bounds { earliest: None, latest: earliest.day().pred_opt().map(Moment::on) },
        Relation::Precedes => Bounds::until(latest),
        Relation::Follows => Bounds::since(earliest),
        Relation::After => Bounds::since(if timex.timex_type == TimexType::Date { latest } else { earliest }),
    }
}

/// What an expression says with the word before it, apart from any event; `None` where it bounds nothing.
pub(in crate::extract) fn said(reading: &Reading<'_>, mention: &TimexMention) -> Option<Bounds> {
    let (relation, _) = relation(reading, mention);
    let timex = &mention.timex;
    let (earliest, latest) = timex.bounds.earliest.zip(timex.bounds.latest)?;
    Some(related(relation, timex, earliest, latest, None))
}
