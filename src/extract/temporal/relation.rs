//! What the word before an expression makes of it: «منذ», «حتى», «قبل», «بعد».

use crate::base::{Bounds, Moment, TextSpan};
use crate::event::{Timex, TimexType};
use crate::extract::normalize::Reading;
use crate::extract::temporal::TimexMention;
use crate::extract::tokenize::without_conjunction;

/// How the word before an expression turns it into bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    At,
    Since,
    Until,
    Before,
    After,
}

/// The word before an expression, with its place.
pub(super) fn relation(reading: &Reading<'_>, mention: &TimexMention) -> (Relation, Option<TextSpan>) {
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
