//! Nouns of event: ahead of a verb, after words of time and cause, side by side, or standing for themselves.

use super::Scope;
use crate::event::EventKind;
use crate::extract::events::ar::clauses::ClauseKind;
use crate::extract::events::ar::complements;
use crate::extract::events::ar::governed;
use crate::extract::events::ar::modality::{self, Reality};
use crate::extract::events::ar::verbs::{self, VerbAt};
use crate::extract::events::candidate::{Aspect, Candidate, Order, Role};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::WordSet;
use crate::extract::lexicon::particles::{Adjunct, AdjunctOrder};
use crate::extract::lexicon::triggers::NounReading;

/// The longest duration before «من», in tokens.
const DURATION_TOKENS: usize = 4;

impl Scope<'_> {
    /// The strong noun of event ahead of a verb that opens its clause: «أن زلزالا بلغت قوته …، ضرب غرب المحافظة».
    pub(super) fn noun_ahead(&self, at: &VerbAt<'_>) -> Option<(usize, NounReading<'static>)> {
        let start = at.token.saturating_sub(12).max(self.sentence_start);
        let is_about = at.reading.has_pronoun && self.clause.kind == ClauseKind::Relative;
        let noun = (start..at.token).filter(|_| !is_about).find_map(|token| {
            let noun = self.reading.noun(token).filter(|noun| noun.noun.is_strong)?;
            (noun.preposition.is_none() && verbs::verb_at(self.reading, token).is_none()).then_some((token, noun))
        });
        noun.filter(|_| at.token == self.clause.tokens.start || start >= self.clause.tokens.start)
    }

    /// The noun of event that is the subject before a verb: «الانفجار أسفر عن …».
    pub(super) fn noun_before(&self, at: &VerbAt<'_>) -> Option<(usize, NounReading<'static>)> {
        // «الانقلاب الذي نفذه الجيش»: the pronoun stands for what the clause tells about, and for no noun before that.
        if at.reading.has_pronoun && self.clause.kind == ClauseKind::Relative {
            return None;
        }
        (self.clause.tokens.start..at.token).find_map(|token| {
            let noun = self.reading.noun(token)?;
            let governed = token.checked_sub(1).and_then(|before| self.reading.word(before)).is_some_and(verbs::is_preposition);
            (!governed && noun.preposition.is_none() && !governed::names_an_office(self.reading, token)).then_some((token, noun))
        })
    }

    /// Nouns of event after words of time and cause: «بعد لقاء», «بسبب مشاركتها», «رغم رفض».
    pub(super) fn adjuncts(&self, found: &mut Vec<Candidate>) {
        let mut token = self.clause.tokens.start;
        while token < self.clause.tokens.end {
            let Some(adjunct) = self.reading.phrase(token, &ARABIC.particles.adjuncts) else {
                token += 1;
                continue;
            };
            let first = token + adjunct.n_tokens;
            let skips = usize::from(ARABIC.particles.small.series.has(self.reading.word(first)));
            let noun_token = self.behind_duration(first).unwrap_or(first + skips);
            if let Some(noun) = self.adjunct_noun(token, noun_token, *adjunct.meaning) {
                let cue = (token, first - 1);
                let Adjunct { order, is_cause } = *adjunct.meaning;
                let role = match modality::of_noun(self.reading, noun_token) {
                    Reality::Told if complements::noun_kind(self.reading, noun_token, noun.noun).is_none() => Role::IfDated,
                    // «أثناء تأسيسها»: said in passing, of whatever kind.
                    Reality::Told
                        if order == AdjunctOrder::Same && !noun.noun.is_strong && noun.noun.kind == EventKind::Other =>
                    {
                        Role::IfDated
                    }
                    Reality::Told => Role::Event,
                    _ => Role::Absorbs,
                };
                let is_definite_noun = noun.definite && !noun.has_pronoun;
                let order = Some(Order { order, cue, is_cause });
                found.push(Candidate { role, is_definite_noun, order, ..self.noun_candidate(noun_token, noun.noun) });
            }
            token = first;
        }
    }

    /// «قبل 10 أيام من دخول القوات»: where what happened stands behind how long before it.
    fn behind_duration(&self, first: usize) -> Option<usize> {
        let (words, numbers) = (&ARABIC.temporal.words, &ARABIC.temporal.numbers);
        let is_span = |token: usize| {
            let reading = self.reading;
            reading.number(token).is_some()
                || reading.phrase(token, words).is_some()
                || reading.phrase(token, numbers).is_some()
                || reading.word(token).is_some_and(|word| ARABIC.particles.quantities.contains(word))
        };
        let end = (first..self.clause.tokens.end).take(DURATION_TOKENS + 1).find(|&token| !is_span(token))?;
        (end > first && self.reading.word(end) == Some("من")).then_some(end + 1)
    }

    fn adjunct_noun(&self, cue: usize, token: usize, adjunct: Adjunct) -> Option<NounReading<'static>> {
        if token >= self.clause.tokens.end {
            return None;
        }
        // «من خلال» is "by means of".
        let by_means = self.reading.word(cue) == Some("خلال")
            && cue.checked_sub(1).and_then(|before| self.reading.word(before)).is_some_and(|word| matches!(word, "من" | "ومن"));
        if by_means {
            return None;
        }
        // «مع» opens an adjunct only at the head of a clause: elsewhere it is "with".
        let is_with = self.reading.word(cue).is_some_and(|word| matches!(word, "مع" | "ومع"));
        if is_with && (cue != self.clause.tokens.start || !self.clause.after_mark) {
            return None;
        }
        let word = self.reading.word(token)?;
        let noun = self.reading.noun(token)?;
        let plain_time = adjunct.order == AdjunctOrder::Before && word.starts_with(['و', 'ف']);
        (noun.preposition.is_none() && !plain_time).then_some(noun)
    }

    /// A noun or verb beside an adjunct's noun: «مع تصاعد الضغوط … وحشد القوات».
    pub(super) fn coordinated(&self, found: &mut Vec<Candidate>) {
        let Some(first) = found
            .iter()
            .find(|candidate| candidate.order.is_some() && candidate.clause == self.clause.tokens && candidate.person.is_none())
        else {
            return;
        };
        let (start, order) = (first.token + 1, first.order);
        for token in start..self.clause.tokens.end {
            if !self.reading.word(token).is_some_and(|word| word.starts_with('و')) {
                continue;
            }
            if found.iter().any(|candidate| candidate.token == token) {
                continue;
            }
            if let Some(noun) = self.reading.noun(token).filter(|noun| !noun.definite && noun.preposition.is_none()) {
                found.push(Candidate { order, ..self.noun_candidate(token, noun.noun) });
            }
        }
    }

    /// «وجّه رسالة إلى بوتين، وأخرى إلى نظيره»: the verb is said once for both.
    pub(super) fn gapped(&self, found: &mut Vec<Candidate>) {
        let first = self.clause.tokens.start;
        let is_other = ARABIC.particles.small.others.has(self.reading.word(first));
        let has_preposition = self.reading.word(first + 1).is_some_and(verbs::is_preposition);
        let before = found.iter().rev().find(|candidate| candidate.person.is_some() && candidate.role == Role::Event);
        if let (true, true, Some(before)) = (is_other, has_preposition, before) {
            let clause = self.clause.tokens.clone();
            let preposition = self.reading.word(first + 1);
            let shared = (before.token..before.clause.end).find(|&token| self.reading.word(token) == preposition);
            let shared = shared.filter(|&end| end > before.token).map(|end| (before.token, end - 1));
            found.push(Candidate { token: first, clause, carrier: None, content: None, order: None, shared, ..before.clone() });
        }
    }

    /// «لا تزال المفاوضات جارية»: the noun of what goes on.
    pub(super) fn still(&self, found: &mut Vec<Candidate>) {
        let particles = &ARABIC.particles;
        let tokens = &self.clause.tokens;
        let is = |token: usize, words: &WordSet| self.reading.word(token).is_some_and(|word| words.contains(word));
        let opens = |token: &usize| {
            *token > 0 && is(*token, &particles.continuing_verbs) && is(*token - 1, &particles.continuing_negations)
        };
        let Some(start) = tokens.clone().find(opens) else { return };
        let behind = (start + 1..tokens.end.min(start + 4)).find_map(|token| Some((token, self.reading.noun(token)?)));
        // «أعمال الترميم لا تزال مستمرة»
        let goes_on = || (start + 1..tokens.end).any(|token| ARABIC.particles.small.going_on.has(self.reading.word(token)));
        let is_series = |token: usize| ARABIC.particles.small.series.has(self.reading.word(token));
        let ahead = || {
            let mut plain = (tokens.start..start).filter(|&token| !is_series(token));
            plain.find_map(|token| Some((token, self.reading.noun(token)?)))
        };
        let noun = behind.or_else(|| ahead().filter(|_| goes_on()));
        if let Some((token, noun)) = noun.filter(|(_, noun)| noun.preposition.is_none()) {
            found.push(Candidate { carrier: Some(start), aspect: Aspect::Ongoing, ..self.noun_candidate(token, noun.noun) });
        }
    }

    /// Nouns of event that no verb or adjunct has taken: they tell where they are dated or stand for themselves.
    pub(super) fn nouns(&self, verbs: &[VerbAt<'_>], found: &mut Vec<Candidate>) {
        for token in self.clause.tokens.clone() {
            let taken = |candidate: &Candidate| candidate.token == token || candidate.content == Some(token);
            if verbs.iter().any(|verb| verb.token == token) || found.iter().any(taken) {
                continue;
            }
            let Some(noun) = self.reading.noun(token) else { continue };
            if complements::noun_kind(self.reading, token, noun.noun).is_none()
                || governed::names_an_office(self.reading, token)
                || modality::of_noun(self.reading, token) != Reality::Told
            {
                continue;
            }
            let is_subject = noun.noun.is_strong
                && noun.preposition.is_none()
                && verbs.is_empty()
                && token == self.clause.tokens.start
                && self.clause.kind == ClauseKind::Main
                && self.clause.tokens.len() > 4;
            let role = if is_subject { Role::Event } else { Role::IfDated };
            let is_definite_noun = noun.definite && !noun.has_pronoun;
            let mut candidate = Candidate { role, is_definite_noun, ..self.noun_candidate(token, noun.noun) };
            // «كان مقررا انطلاق الرحلة»
            if token > 0 && ARABIC.particles.small.planned_heads.has(self.reading.word(token - 1)) {
                candidate.role = Role::Event;
                candidate.plan();
                let was = (self.clause.tokens.start..token).any(|token| ARABIC.particles.small.was.has(self.reading.word(token)));
                candidate.aspect = if was { Aspect::Untensed } else { Aspect::Future };
            }
            found.push(candidate);
        }
    }
}
