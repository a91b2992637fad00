//! Whether what a clause tells happened: negation, possibility, plans.
//! Source of the particles' meanings: the grammar of قد, لم, لن and their kin.

use std::ops::Range;

use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::WordSet;
use crate::extract::lexicon::morphology::Tense;
use crate::extract::lexicon::triggers::VerbReading;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::without_conjunction;

/// What the words before a verb make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reality {
    /// Told as it is.
    Told,
    /// Did not happen, or does not.
    Negated,
    /// May happen.
    Possible,
    /// Is to happen.
    Planned,
}

/// What the words of a clause before its verb at `token` make of it.
pub(super) fn of_verb(reading: &Reading<'_>, clause: &Range<usize>, token: usize, verb: &VerbReading<'_>) -> Reality {
    let particles = &ARABIC.particles;
    if verb.is_purpose {
        return Reality::Possible;
    }
    if verb.is_future {
        // «كانت ستبنى»: it was not.
        let was = token.checked_sub(1).is_some_and(|before| particles.small.was.has(reading.word(before)));
        return if was { Reality::Possible } else { Reality::Planned };
    }
    let start = token.saturating_sub(3).max(clause.start.saturating_sub(1));
    let mut reality = Reality::Told;
    for before in start..token {
        let Some(word) = reading.word(before) else { continue };
        let bare = without_conjunction(word);
        let is = |set: &WordSet| set.contains(word) || set.contains(bare);
        let adjacent = before + 1 == token || (before + 2 == token);
        if is(&particles.negation) && adjacent && !super::clauses::opens_a_source(reading, before) {
            return Reality::Negated;
        }
        if bare == "قد" {
            // «معركة قد تسبب ضررا»: a form of both tenses is sure to be past only behind «وقد».
            let may_be_present = word == bare && verb.may_be_imperfect();
            reality = if verb.tense == Tense::Imperfect || may_be_present { Reality::Possible } else { reality };
        } else if bare == "سوف" {
            return Reality::Planned;
        } else if is(&particles.possible) && (before + 1 == token || particles.small.perhaps.contains(bare)) {
            reality = Reality::Possible;
        }
    }
    reality
}

/// Whether a noun of event at `token` is denied or merely possible: «دون تقديم», «عدم وصول», «بهدف شن».
pub(super) fn of_noun(reading: &Reading<'_>, token: usize) -> Reality {
    let particles = &ARABIC.particles;
    for before in token.saturating_sub(2)..token {
        let Some(word) = reading.word(before) else { continue };
        let bare = without_conjunction(word);
        let bare = bare.strip_prefix('ب').unwrap_or(bare);
        if particles.negation.contains(word) || particles.negation.contains(bare) {
            return Reality::Negated;
        }
        if (particles.possible.contains(word) || particles.possible.contains(bare)) && bare != "قد" && before + 1 == token {
            return Reality::Possible;
        }
    }
    Reality::Told
}

/// Whether words of plan («من المقرر أن») open the way to a clause that starts at `start`.
pub(super) fn is_planned(reading: &Reading<'_>, start: usize) -> bool {
    (start.saturating_sub(4)..start).any(|token| reading.phrase(token, &ARABIC.particles.planned).is_some())
}
