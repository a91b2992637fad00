//! Who tells: the verb, or the noun that it governs. The class of the verb decides.

use super::Scope;
use crate::event::{EventKind, Quadrant};
use crate::extract::events::ar::clauses::ClauseKind;
use crate::extract::events::ar::complements;
use crate::extract::events::ar::verbs::{self, VerbAt};
use crate::extract::events::candidate::{Candidate, Role};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::{Person, Tense};
use crate::extract::lexicon::triggers::{NounReading, Sense, VerbClass};
use crate::extract::tokenize::{stems, without_conjunction};

/// How far behind «أعرب» its «عن» may stand.
const VOICED_TOKENS: usize = 10;

/// A noun of event and its token.
pub(super) type NounAt = (usize, NounReading<'static>);

/// A verb with all that decides who tells.
pub(super) struct Telling<'a> {
    pub(super) scope: &'a Scope<'a>,
    pub(super) at: &'a VerbAt<'static>,
    /// The sense that its complement calls for.
    pub(super) sense: Option<&'static Sense>,
    /// The noun of event that it governs.
    pub(super) governed: Option<NounAt>,
}

impl Telling<'_> {
    /// The sense, where a word that it needs stands there.
    fn needed_sense(&self) -> Option<&'static Sense> {
        self.sense.filter(|sense| !sense.needs.is_empty())
    }

    fn by_verb(&self, kind: EventKind, context: &[&'static str]) -> Option<Candidate> {
        Some(self.scope.candidate(self.at.token, kind, context, self.at.reading.verb.lemma))
    }

    fn by_noun(&self, (token, noun): NounAt) -> Candidate {
        Candidate { carrier: Some(self.at.token), ..self.scope.noun_candidate(token, noun.noun) }
    }

    /// The verb, with the kind of its own sense.
    fn by_sense(&self) -> Option<Candidate> {
        self.sense.and_then(|sense| self.by_verb(sense.kind, &sense.context))
    }

    /// The verb, with the kind of a noun; without one, of its own sense.
    fn with_kind(&self, noun: Option<NounAt>) -> Option<Candidate> {
        let Some((token, noun)) = noun else { return self.by_sense().or_else(|| self.by_verb(EventKind::Other, &[])) };
        let (kind, context) = complements::noun_kind(self.scope.reading, token, noun.noun).unwrap_or((EventKind::Other, &[]));
        let candidate = self.by_verb(kind, context)?;
        Some(Candidate { content: Some(token), ..candidate })
    }

    /// «دعا إلى»: the complement decides the kind.
    pub(super) fn needed(&self) -> Option<Candidate> {
        let sense = self.needed_sense()?;
        let candidate = self.by_verb(sense.kind, &sense.context)?;
        Some(Candidate { content: self.governed.map(|(token, _)| token), ..candidate })
    }

    /// «نفذت … غارة»: the noun tells, but for what one undergoes («خضعت لعقوبات») or sends.
    pub(super) fn light(&self) -> Option<Candidate> {
        match self.governed {
            Some(noun) if self.is_deed(&noun.1) => {
                let told = self.by_noun(noun);
                let kind = self.needed_sense().map_or(told.kind, |sense| sense.kind);
                Some(Candidate { kind, ..told })
            }
            _ if self.needed_sense().is_some() => self.needed(),
            Some(noun) => Some(self.by_noun(noun)),
            None => match self.scope.noun_before(self.at).or_else(|| self.scope.noun_ahead(self.at)) {
                Some(noun) => Some(self.by_noun(noun)),
                None => self.by_sense().or_else(|| self.otherwise()),
            },
        }
    }

    /// «تم وضع»: the word behind it tells, of whatever kind it is.
    pub(super) fn done(&self) -> Option<Candidate> {
        let (scope, next) = (self.scope, self.at.token + 1);
        if let Some(noun) = self.noun_at(next) {
            return Some(self.by_noun((next, noun)));
        }
        let is_deed = |word: &str| {
            let clitic = stems(word).any(|stem| stem.preposition == Some('ب') || (stem.definite && stem.preposition.is_some()));
            !verbs::is_function_word(word) && !word.starts_with("ال") && !clitic
        };
        // «ستتم آخر الشهر»: when, not what.
        let is_time = scope.reading.is_time(next) || scope.reading.is_time(next + 1) && scope.reading.noun(next).is_none();
        if next >= scope.clause.tokens.end || is_time || !scope.reading.word(next).is_some_and(is_deed) {
            return self.light();
        }
        let told = scope.candidate(next, EventKind::Other, &[], self.at.reading.verb.lemma);
        Some(Candidate { carrier: Some(self.at.token), ..told })
    }

    /// «تمكنت القوات من قتل …»: the noun of event behind its preposition tells, else the verb.
    pub(super) fn achieved(&self) -> Option<Candidate> {
        let end = self.scope.clause.tokens.end.min(self.at.token + 8);
        let is_through =
            |token: &usize| self.scope.reading.word(*token).is_some_and(|word| ARABIC.particles.achieving.contains(word));
        let next = (self.at.token + 1..end).find(is_through)? + 1;
        self.noun_at(next).map(|noun| self.by_noun((next, noun)))
    }

    /// The noun of event at a token of the clause, without a preposition of its own.
    fn noun_at(&self, token: usize) -> Option<NounReading<'static>> {
        let noun = self.scope.reading.noun(token).filter(|noun| noun.preposition.is_none())?;
        (token < self.scope.clause.tokens.end).then_some(noun)
    }

    /// «شن هجوما» is the attack; «وجّه رسالة» is the sending, the letter no event.
    fn is_deed(&self, noun: &NounReading<'_>) -> bool {
        let is_deed = matches!(noun.noun.kind.quadrant(), Quadrant::MaterialCooperation | Quadrant::MaterialConflict);
        let same_kind = self.needed_sense().is_none_or(|sense| sense.kind == noun.noun.kind);
        noun.noun.is_strong || (is_deed && same_kind)
    }

    /// «أعلنت المصادقة»: what is announced gives the kind; «كشفت أن …» is news where the report opens with it.
    pub(super) fn announced(&self) -> Option<Candidate> {
        if self.governed.is_some() {
            return self.with_kind(self.governed);
        }
        if self.needed_sense().is_some() {
            return self.needed();
        }
        let is_news = matches!(self.scope.clause.kind, ClauseKind::Main | ClauseKind::Subordinate) && self.at_head();
        let told = self.with_kind(None);
        if is_news { told } else { told.map(if_dated) }
    }

    /// A verb whose complement is none of those listed tells of something, though not of what kind.
    fn otherwise(&self) -> Option<Candidate> {
        let candidate = self.by_verb(EventKind::Other, &[])?;
        Some(if self.at_head() { candidate } else { if_dated(candidate) })
    }

    pub(super) fn of_class(&self, class: Option<VerbClass>) -> Option<Candidate> {
        match class {
            Some(VerbClass::Speech) => self.said(),
            Some(VerbClass::Continuing) => self.with_kind(self.governed),
            // «يتوقع أن …»: what is planned tells itself.
            Some(VerbClass::Planning) => self.governed.map(|noun| self.by_noun(noun)),
            Some(VerbClass::Beginning | VerbClass::Ending) => {
                self.with_kind(self.governed.or_else(|| self.scope.noun_before(self.at)))
            }
            Some(VerbClass::Cause) => Some(self.caused()),
            Some(
                VerbClass::Possible
                | VerbClass::Becoming
                | VerbClass::Light
                | VerbClass::Done
                | VerbClass::Achieving
                | VerbClass::Announce,
            ) => self.by_sense(),
            Some(VerbClass::Measuring) | None => self.sense.map_or_else(|| self.otherwise(), |sense| self.plain(sense)),
        }
    }

    /// «أعلنت وكالة الأنباء وفاة الرئيس»: what is reported, not that it is, unless that has a date.
    pub(super) fn reported(&self, told: Candidate) -> Option<Candidate> {
        let news = self.governed.filter(|(_, noun)| noun.noun.is_strong && noun.skip == 0).map(|noun| self.by_noun(noun));
        news.or(Some(if_dated(told)))
    }

    /// «أعرب عن استنكاره»: the noun behind «عن» is what is done.
    fn voiced(&self) -> Option<Candidate> {
        let (reading, at) = (self.scope.reading, self.at.token);
        if !ARABIC.particles.small.voicing.has(reading.word(at).map(without_conjunction)) {
            return None;
        }
        let about =
            (at + 1..self.scope.clause.tokens.end.min(at + VOICED_TOKENS)).find(|&token| reading.word(token) == Some("عن"))?;
        let noun = reading.noun(about + 1)?;
        let candidate = self.with_kind(Some((about + 1, noun)))?;
        (!matches!(candidate.kind, EventKind::Other | EventKind::Request | EventKind::Consult)).then_some(candidate)
    }

    /// «أفادت بوقوع حادث», «أفاد بمقتل ثلاثة»: what is reported to have happened tells, not the report.
    fn of_occurrence(&self) -> Option<Candidate> {
        let (reading, at) = (self.scope.reading, self.at.token);
        let near = at + 1..self.scope.clause.tokens.end.min(at + VOICED_TOKENS);
        let occurs = |token: &usize| {
            let with_b = |word: &str| {
                stems(word).any(|stem| stem.preposition == Some('ب') && ARABIC.particles.small.occurring.contains(stem.core))
            };
            reading.word(*token).is_some_and(with_b)
        };
        if let Some(occurring) = near.clone().find(occurs) {
            return reading.noun(occurring + 1).map(|noun| self.by_noun((occurring + 1, noun)));
        }
        let noun = near.filter_map(|token| Some((token, reading.noun(token)?))).next()?;
        (noun.1.preposition == Some('ب') && noun.1.noun.is_strong && !noun.1.definite).then(|| self.by_noun(noun))
    }

    /// Saying is no event, unless it commits («أكدت استعدادها», not «أوضحت ردا على سؤال») or is dated.
    fn said(&self) -> Option<Candidate> {
        let commits = |told: &Candidate| !matches!(told.kind, EventKind::Other | EventKind::Request | EventKind::Consult);
        let is_past = self.at.reading.tense == Tense::Perfect;
        let commitment = self.governed.filter(|(token, noun)| is_past && *token <= self.at.token + 7 && !noun.noun.is_strong);
        let committed = commitment.and_then(|noun| self.with_kind(Some(noun))).filter(commits);
        self.voiced().or_else(|| self.of_occurrence()).or(committed).or_else(|| self.by_verb(EventKind::Other, &[]).map(if_dated))
    }

    /// «أسفر الانفجار عن …»: the cause is the event; «ما أسفر عن» belongs to the event before it.
    fn caused(&self) -> Candidate {
        let forwards = || Candidate {
            role: Role::Forwards,
            ..self.scope.candidate(self.at.token, EventKind::Other, &[], self.at.reading.verb.lemma)
        };
        if self.scope.goes_on() {
            return forwards();
        }
        let cause = self.scope.noun_before(self.at).or(self.governed);
        cause.map_or_else(forwards, |noun| Candidate { is_definite_noun: noun.1.definite, ..self.by_noun(noun) })
    }

    /// A verb that tells by itself; a risky one needs the head of a clause.
    fn plain(&self, sense: &Sense) -> Option<Candidate> {
        let candidate = self.by_verb(sense.kind, &sense.context)?;
        Some(if sense.is_risky && !self.at_head() { if_dated(candidate) } else { candidate })
    }

    /// Whether a prepositional phrase alone stands before the verb, and a definite noun or a name right behind it.
    fn behind_front(&self) -> bool {
        let (reading, start, token) = (self.scope.reading, self.scope.clause.tokens.start, self.at.token);
        let opens = reading
            .word(start)
            .is_some_and(|word| verbs::is_preposition(word) || verbs::is_preposition(without_conjunction(word)));
        let named = || self.scope.names.iter().any(|name| name.first == token + 1 && name.skip == 0);
        let definite = |word: &str| stems(word).any(|stem| stem.skip == 0 && stem.definite);
        let has_subject = reading.word(token + 1).is_some_and(definite) || named();
        opens && has_subject && !verbs::has_verb_between(reading, start, token)
    }

    /// Whether the verb heads its clause, behind its subject, an auxiliary or a word of time at most.
    fn at_head(&self) -> bool {
        let (reading, start, token) = (self.scope.reading, self.scope.clause.tokens.start, self.at.token);
        let Some(before) = token.checked_sub(1).filter(|_| token > start).and_then(|before| reading.word(before)) else {
            return token == start;
        };
        // «الفرقة الوطنية للشرطة فتحت …»: a feminine or plural form is no noun.
        if self.at.reading.tense == Tense::Perfect
            && matches!(self.at.reading.person, Person::FeminineSingular | Person::Plural)
            && !verbs::has_verb_between(reading, start, token)
        {
            return true;
        }
        // «ومن بين المعادن الأخرى نزل البلاديوم»: behind a phrase at the front, with its subject behind it.
        if self.at.reading.tense == Tense::Perfect && self.behind_front() {
            return true;
        }
        let is_subject = |word: &str| stems(word).any(|stem| stem.definite && stem.preposition != Some('ب'));
        let is_name = || self.scope.names.iter().any(|name| name.first == start && name.last + 1 == token);
        ARABIC.particles.auxiliaries.contains(before)
            || ARABIC.temporal.words.at(|i| (i == 0).then_some(before)).is_some()
            || is_name()
            || (token - start <= 4 && (start..token).all(|token| reading.word(token).is_some_and(is_subject)))
    }
}

fn if_dated(candidate: Candidate) -> Candidate {
    Candidate { role: Role::IfDated, ..candidate }
}
