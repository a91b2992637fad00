//! Dates that hold for more than the event beside them.

use crate::extract::events::candidate::{Aspect, Candidate, Role};
use crate::extract::lexicon::ARABIC;
use crate::extract::normalize::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::temporal::TimexMention;

/// How far from the front of its sentence an expression may stand that holds for several verbs.
const FRONT_TOKENS: usize = 2;

/// «وفي عام 2017 أوقف مجددا واتهم بالعمل …»: an expression at the front of a sentence holds for the verbs side by side behind it.
pub(super) fn share_front(reading: &Reading<'_>, sentence: &Sentence, found: &mut [Candidate], timexes: &[TimexMention]) {
    let is_front = |host: &Candidate| {
        let [timex] = host.timexes[..] else { return false };
        timexes.get(timex).is_some_and(|timex| timex.first <= sentence.tokens.start + FRONT_TOKENS && timex.last < host.token)
    };
    for index in 1..found.len() {
        let (before, here) = found.split_at_mut(index);
        let (Some(host), Some(here)) = (before.last(), here.first_mut()) else { continue };
        let beside = here.clause.start == host.clause.end
            && here.token == here.clause.start
            && reading.word(here.token).is_some_and(|word| word.starts_with('و'));
        let alike = |candidate: &Candidate| {
            candidate.role == Role::Event && candidate.aspect == Aspect::Past && candidate.order.is_none()
        };
        if beside && alike(host) && alike(here) && here.timexes.is_empty() && is_front(host) {
            here.timexes.clone_from(&host.timexes);
        }
    }
}

/// «منذ عام 2019 عندما أقال الرئيس السفيرة»: the clause behind a date says what happened then.
pub(super) fn share_when(reading: &Reading<'_>, found: &mut [Candidate], timexes: &[TimexMention]) {
    for candidate in found.iter_mut().filter(|candidate| candidate.person.is_some() && candidate.timexes.is_empty()) {
        let Some(when) = candidate.clause.start.checked_sub(1) else { continue };
        let opens = candidate.token == candidate.clause.start && ARABIC.particles.small.when.has(reading.word(when));
        let date = timexes.partition_point(|timex| timex.last + 1 < when);
        let beside = |timex: &&TimexMention| timex.last + 1 == when && timex.timex.bounds != crate::base::Bounds::UNKNOWN;
        if opens && candidate.order.is_none() && candidate.aspect == Aspect::Past && timexes.get(date).filter(beside).is_some() {
            candidate.timexes.push(date);
        }
    }
}
