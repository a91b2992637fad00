//! The noun of event that a verb governs: «نفذت … غارة», «تعرضت المدينة لقصف».

use std::ops::Range;

use super::verbs::{VerbAt, is_preposition};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::triggers::{NounReading, VerbClass};
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{TokenKind, stems};

/// The event noun that a verb governs: the first behind it that no preposition but the verb's own stands before, and that
/// no name holds (`is_taken`).
pub(super) fn governed_noun<'a>(
    reading: &Reading<'_>,
    clause: &Range<usize>,
    at: &VerbAt<'_>,
    end: usize,
    is_taken: &dyn Fn(usize) -> bool,
) -> Option<(usize, NounReading<'a>)> {
    let mut open = true;
    // «تعرضت المدينة لقصف», «يستعد الفريق لمباراة»
    let undergoes = matches!(at.reading.verb.class, Some(VerbClass::Light | VerbClass::Planning));
    // Words left of the phrase that a preposition governs.
    let mut n_governed = 0;
    for token in at.token + 1..clause.end.min(end).min(at.token + 18) {
        match reading.str(token) {
            // «في يونيو/حزيران 2020 (…)»
            "/" => continue,
            "\"" | "«" | "»" | "“" | "”" | "،" | "," => open = true,
            _ if reading.kind(token) == Some(TokenKind::Mark) => return None,
            _ => {}
        }
        // «شهدت المدينة في يونيو 2020 انفجارا»: behind a date the noun is the verb's again.
        if n_governed > 0 && is_date(reading, token) {
            n_governed = 1;
        }
        let Some(word) = reading.word(token) else { continue };
        let own = token <= at.token + 8 && matches!(word, "عن" | "من" | "الي" | "علي" | "في");
        if is_preposition(word) {
            // «أكثر من 12 غارة»
            let of_count = word == "من" && reading.kind(token + 1) == Some(TokenKind::Number);
            open = of_count || (own && own_preposition(at.reading.verb.class, word));
            n_governed = 3;
            continue;
        }
        let noun = reading.noun(token).filter(|_| !names_an_office(reading, token) && !is_taken(token));
        let own_clitic = |clitic| clitic == 'ب' || (clitic == 'ل' && (token == at.token + 1 || undergoes));
        let fits = |noun: &NounReading<'_>| match noun.preposition {
            Some(clitic) => own_clitic(clitic) && (!noun.definite || clitic == 'ب' || token == at.token + 1),
            None => noun.skip == 0,
        };
        let tells = |noun: &NounReading<'_>| {
            !noun.noun.needs_complement || super::complements::noun_kind(reading, token, noun.noun).is_some()
        };
        if let Some(noun) = noun.filter(|noun| open && fits(noun) && tells(noun)) {
            return Some((token, noun));
        }
        n_governed -= i32::from(n_governed > 0);
        open |= n_governed == 0 || reading.phrase(token, &ARABIC.entities.names).is_some();
    }
    None
}

/// A word of time, a month or a number.
fn is_date(reading: &Reading<'_>, token: usize) -> bool {
    reading.kind(token) == Some(TokenKind::Number) || reading.is_time(token)
}

/// «وزير النقل», «وزارة الدفاع», «فرق الإنقاذ»: the noun names what an office or a crew is for. A definite head takes no genitive.
pub(super) fn names_an_office(reading: &Reading<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).and_then(|before| reading.word(before)) else { return false };
    let entities = &ARABIC.entities;
    let is_head = stems(before)
        .filter(|stem| stem.preposition.is_none())
        .any(|stem| !stem.definite && (entities.organisation_heads.has(stem.core) || entities.crews.contains(stem.core)));
    let is_title = || entities.titles.at(|i| (i == 0).then_some(before)).is_some_and(|title| !title.definite);
    let accusative = || reading.word(token).is_some_and(|word| word.ends_with('ا') && !word.starts_with("ال"));
    (is_head || is_title()) && !accusative()
}

/// The prepositions through which a verb of a class governs its noun.
pub(super) fn own_preposition(class: Option<VerbClass>, word: &str) -> bool {
    match class {
        Some(VerbClass::Announce) => word == "عن",
        Some(VerbClass::Cause) => matches!(word, "الي" | "عن" | "في"),
        Some(VerbClass::Light) => matches!(word, "الي" | "عن" | "علي" | "من"),
        Some(VerbClass::Continuing | VerbClass::Beginning | VerbClass::Ending | VerbClass::Planning) => {
            matches!(word, "في" | "عن" | "من" | "الي" | "علي")
        }
        _ => false,
    }
}
