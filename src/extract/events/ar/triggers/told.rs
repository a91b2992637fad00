//! What a verb tells, and who tells it: the verb, or the noun that it governs. The class of the verb decides.

use super::Scope;
use crate::event::{EventKind, Modality, Quadrant};
use crate::extract::events::ar::clauses::ClauseKind;
use crate::extract::events::ar::complements;
use crate::extract::events::ar::is_in_name;
use crate::extract::events::ar::modality::{self, Reality};
use crate::extract::events::ar::verbs::{self, VerbAt};
use crate::extract::events::candidate::{Aspect, Candidate, Order, Role};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::{Person, Tense};
use crate::extract::lexicon::particles::AdjunctOrder;
use crate::extract::lexicon::triggers::{NounReading, Sense, VerbClass};
use crate::extract::tokenize::{stems, without_conjunction};

/// A noun of event and its token.
type NounAt = (usize, NounReading<'static>);

/// A verb with all that decides who tells.
struct Telling<'a> {
    scope: &'a Scope<'a>,
    at: &'a VerbAt<'static>,
    /// The sense that its complement calls for.
    sense: Option<&'static Sense>,
    /// The noun of event that it governs.
    governed: Option<NounAt>,
}

impl Scope<'_> {
    /// A candidate for a verb, with what its tense and particles say.
    pub(super) fn verb(&self, at: &VerbAt<'static>, end: usize, found: &mut Vec<Candidate>) {
        let reality = self.reality(at);
        let Some(mut candidate) = self.told_by(at, end) else {
            found.push(self.absorbs(at));
            return;
        };
        candidate.person = Some(at.reading.person);
        // «تم وضع»: nobody is named to have done it.
        candidate.inherits_subject &= at.reading.verb.class != Some(VerbClass::Done);
        candidate.says = matches!(at.reading.verb.class, Some(VerbClass::Speech | VerbClass::Announce));
        candidate.aspect = aspect(at, reality);
        candidate.order = self.order_of_clause(at);
        if self.is_reported() {
            candidate.modality = Modality::Reported;
        }
        if matches!(reality, Reality::Negated | Reality::Possible)
            || self.is_measure(at)
            || self.is_figurative(at)
            || self.is_day(at)
            || candidate.person == Some(Person::First)
        {
            candidate.role = Role::Absorbs;
        } else if candidate.aspect == Aspect::Present && candidate.role == Role::Event {
            candidate.role = Role::IfDated;
        }
        if reality == Reality::Planned {
            candidate.plan();
        }
        found.push(candidate);
    }

    /// «وصل إلى 42», «تعود القضية إلى عام 2022»: a number or a date told, no event.
    fn is_measure(&self, at: &VerbAt<'_>) -> bool {
        let to = (at.token + 1..at.token + 5).find(|&token| self.reading.word(token) == Some("الي"));
        at.reading.verb.class == Some(VerbClass::Measuring) && to.is_some_and(|to| self.is_quantity(to + 1))
    }

    /// «أسرت القلوب», «ضرب عصفورين بحجر»: nothing was arrested or hit.
    fn is_figurative(&self, at: &VerbAt<'_>) -> bool {
        let behind = (at.token + 1..self.clause.tokens.end.min(at.token + 4)).filter_map(|token| self.reading.word(token));
        let is_figure = |word: &str| stems(word).any(|stem| ARABIC.particles.figurative.contains(stem.core));
        at.reading.verb.class.is_none_or(|class| class == VerbClass::Light) && behind.into_iter().any(is_figure)
    }

    /// «يوافق اليوم العشرون من يوليو …»: what day it is.
    fn is_day(&self, at: &VerbAt<'_>) -> bool {
        let coincides = ARABIC.particles.small.coinciding.has(self.reading.word(at.token));
        coincides && self.reading.phrase(at.token + 1, &ARABIC.temporal.words).is_some()
    }

    fn is_quantity(&self, token: usize) -> bool {
        let particles = &ARABIC.particles;
        self.reading.number(token).is_some()
            || self.reading.word(token).is_some_and(|word| particles.quantities.contains(word))
            || self.reading.phrase(token, &ARABIC.temporal.words).is_some()
    }

    /// «ما أسفر عن …», «مما أدى إلى …»: the effect of what was told before.
    fn goes_on(&self) -> bool {
        let before = self.clause.tokens.start.checked_sub(1).and_then(|before| self.reading.word(before));
        before.is_some_and(|before| before == "مما" || ARABIC.particles.free_relatives.contains(without_conjunction(before)))
    }

    fn is_reported(&self) -> bool {
        self.clause.kind == ClauseKind::Complement && matches!(self.governor, Some(VerbClass::Speech | VerbClass::Announce))
    }

    fn reality(&self, at: &VerbAt<'_>) -> Reality {
        let reality = modality::of_verb(self.reading, &self.clause.tokens, at.token, &at.reading);
        if reality != Reality::Told || self.clause.kind != ClauseKind::Complement {
            return reality;
        }
        // «أن» right before an imperfect is the subjunctive: what is wanted, planned or possible, not what is.
        let subjunctive = at.reading.tense == Tense::Imperfect && at.token == self.clause.tokens.start;
        if !subjunctive {
            return reality;
        }
        let planned = self.governor == Some(VerbClass::Planning) || modality::is_planned(self.reading, self.clause.tokens.start);
        if planned { Reality::Planned } else { Reality::Possible }
    }

    /// «بعد أن حلّقت», «كانت قد خضعت».
    fn order_of_clause(&self, at: &VerbAt<'_>) -> Option<Order> {
        let start = self.clause.tokens.start;
        if let ClauseKind::Adjunct(order) = self.clause.kind {
            return Some(Order { order, cue: (start.saturating_sub(2), start.saturating_sub(1)), is_cause: false });
        }
        // «ثم غادر»: after what was told before it.
        let then = start.checked_sub(1).filter(|&before| ARABIC.particles.small.then.has(self.reading.word(before)));
        if let Some(cue) = then.filter(|_| at.token == start && at.reading.tense == Tense::Perfect) {
            return Some(Order { order: AdjunctOrder::After, cue: (cue, cue), is_cause: false });
        }
        let pluperfect = at.token >= 2
            && self.reading.word(at.token - 1) == Some("قد")
            && ARABIC.particles.small.was.has(self.reading.word(at.token - 2));
        pluperfect.then(|| Order { order: AdjunctOrder::Before, cue: (at.token - 2, at.token - 1), is_cause: false })
    }

    /// Who tells of the event; `None`: nobody.
    fn told_by(&self, at: &VerbAt<'static>, end: usize) -> Option<Candidate> {
        let is_taken = |token: usize| is_in_name(token, self.names);
        let telling = Telling {
            scope: self,
            at,
            sense: complements::sense(self.reading, &self.clause.tokens, at),
            governed: verbs::governed_noun(self.reading, &self.clause.tokens, at, end, &is_taken)
                .filter(|(token, _)| modality::of_noun(self.reading, *token) == Reality::Told)
                .or_else(|| self.behind_comma(at)),
        };
        match at.reading.verb.class {
            Some(VerbClass::Done) => telling.done(),
            Some(VerbClass::Achieving) => telling.achieved().or_else(|| telling.of_class(None)),
            Some(VerbClass::Light) => telling.light(),
            Some(VerbClass::Announce) => telling.announced(),
            class => telling.needed().or_else(|| telling.of_class(class)),
        }
        .filter(|_| !self.is_attribution(at))
    }

    /// «شهدت بغداد مساء أمس، مقتل …»: the object of a light verb behind the comma that ends its clause.
    fn behind_comma(&self, at: &VerbAt<'_>) -> Option<NounAt> {
        let comma = self.clause.tokens.end;
        let is_light = at.reading.verb.class == Some(VerbClass::Light);
        let noun = self.reading.noun(comma + 1).filter(|_| is_light && matches!(self.reading.str(comma), "،" | ","))?;
        let is_object = noun.skip == 0 && !noun.definite && verbs::verb_at(self.reading, comma + 1).is_none();
        is_object.then_some((comma + 1, noun))
    }

    /// «ذكرت وكالة الأنباء أمس»: where the report comes from.
    fn is_attribution(&self, at: &VerbAt<'_>) -> bool {
        let says = matches!(at.reading.verb.class, Some(VerbClass::Speech | VerbClass::Announce));
        let media = &ARABIC.entities.media;
        let is_medium = |word: &str| stems(word).any(|stem| stem.preposition.is_none() && media.contains(stem.core));
        says && (at.token + 1..at.token + 3).any(|token| self.reading.word(token).is_some_and(is_medium))
    }
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
    fn needed(&self) -> Option<Candidate> {
        let sense = self.needed_sense()?;
        let candidate = self.by_verb(sense.kind, &sense.context)?;
        Some(Candidate { content: self.governed.map(|(token, _)| token), ..candidate })
    }

    /// «نفذت … غارة»: the noun tells, but for what one undergoes («خضعت لعقوبات») or sends.
    fn light(&self) -> Option<Candidate> {
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
    fn done(&self) -> Option<Candidate> {
        let (scope, next) = (self.scope, self.at.token + 1);
        if let Some(noun) = self.noun_at(next) {
            return Some(self.by_noun((next, noun)));
        }
        let is_deed = |word: &str| {
            let clitic = stems(word).any(|stem| stem.preposition == Some('ب') || (stem.definite && stem.preposition.is_some()));
            !verbs::is_function_word(word) && !word.starts_with("ال") && !clitic
        };
        if next >= scope.clause.tokens.end || !scope.reading.word(next).is_some_and(is_deed) {
            return self.light();
        }
        let told = scope.candidate(next, EventKind::Other, &[], self.at.reading.verb.lemma);
        Some(Candidate { carrier: Some(self.at.token), ..told })
    }

    /// «تمكنت القوات من قتل …»: the noun of event behind its preposition tells, else the verb.
    fn achieved(&self) -> Option<Candidate> {
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
    fn announced(&self) -> Option<Candidate> {
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

    fn of_class(&self, class: Option<VerbClass>) -> Option<Candidate> {
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

    /// Saying is no event, unless it commits («أكدت استعدادها», not «أوضحت ردا على سؤال») or is dated.
    fn said(&self) -> Option<Candidate> {
        let commits = |told: &Candidate| !matches!(told.kind, EventKind::Other | EventKind::Request | EventKind::Consult);
        let is_past = self.at.reading.tense == Tense::Perfect;
        let commitment = self.governed.filter(|(token, noun)| is_past && *token <= self.at.token + 7 && !noun.noun.is_strong);
        let committed = commitment.and_then(|noun| self.with_kind(Some(noun))).filter(commits);
        committed.or_else(|| self.by_verb(EventKind::Other, &[]).map(if_dated))
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

fn aspect(at: &VerbAt<'_>, reality: Reality) -> Aspect {
    match (at.reading.tense, at.reading.verb.class) {
        _ if reality == Reality::Planned => Aspect::Future,
        (Tense::Imperfect, Some(VerbClass::Planning)) => Aspect::Future,
        (Tense::Imperfect, Some(VerbClass::Continuing)) => Aspect::Ongoing,
        (Tense::Imperfect, _) => Aspect::Present,
        (Tense::Perfect, _) => Aspect::Past,
    }
}
