//! The words of a clause that may tell of an event. The class of the verb decides who tells: the verb or its noun.

use super::EntityMention;
use super::candidate::{Aspect, Candidate, Order, Role};
use super::clauses::{Clause, ClauseKind};
use super::modality::{self, Reality};
use super::verbs::{self, VerbAt};
use crate::event::{EventKind, Modality, Quadrant};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::Tense;
use crate::extract::lexicon::particles::{Adjunct, AdjunctOrder};
use crate::extract::lexicon::triggers::{Noun, NounReading, VerbClass};
use crate::extract::normalize::Reading;

/// A clause in its sentence.
struct Scope<'a> {
    reading: &'a Reading<'a>,
    clause: &'a Clause,
    /// The verb that governs a complement clause.
    governor: Option<VerbClass>,
    is_lead: bool,
    sentence_start: usize,
    names: &'a [EntityMention],
}

/// Adds what a clause may tell.
pub(super) fn in_clause(
    reading: &Reading<'_>,
    clauses: &[Clause],
    index: usize,
    names: &[EntityMention],
    is_lead: bool,
    found: &mut Vec<Candidate>,
) {
    let clause = &clauses[index];
    let sentence_start = clauses.first().map_or(clause.tokens.start, |first| first.tokens.start);
    let scope = Scope { reading, clause, governor: governor(reading, &clauses[..index]), is_lead, sentence_start, names };
    let verbs = verbs::in_clause(reading, &clause.tokens);
    let mut heads = 0;
    let mut possible = false;
    for (i, verb) in verbs.iter().enumerate() {
        let end = verbs.get(i + 1).map_or(clause.tokens.end, |next| next.token);
        let class = verb.reading.verb.class;
        if class == Some(VerbClass::Becoming) {
            // «كان» only lends its tense; «ليبلغ» has dates of its own.
            if verb.reading.is_purpose {
                found.push(Candidate { role: Role::Absorbs, ..scope.candidate(verb.token, EventKind::Other, &[], usize::MAX) });
            }
            continue;
        }
        let before = found.len();
        scope.verb(verb, end, found);
        let weak = heads > 0 || possible || matches!(clause.kind, ClauseKind::Relative | ClauseKind::FreeRelative);
        for candidate in found[before..].iter_mut().filter(|_| weak) {
            weaken(candidate, possible);
        }
        possible |= class == Some(VerbClass::Possible);
        heads += 1;
    }
    scope.adjuncts(found);
    scope.coordinated(found);
    scope.gapped(found);
    scope.nouns(&verbs, found);
}

/// A verb that is not the head of its clause tells only when it is dated.
fn weaken(candidate: &mut Candidate, possible: bool) {
    candidate.role = match candidate.role {
        Role::Event if possible => Role::Absorbs,
        Role::Event => Role::IfDated,
        role => role,
    };
}

/// The class of the last verb before a complement clause.
fn governor(reading: &Reading<'_>, before: &[Clause]) -> Option<VerbClass> {
    let main = before.iter().rev().find(|clause| clause.kind != ClauseKind::Relative)?;
    verbs::in_clause(reading, &main.tokens)
        .into_iter()
        .find_map(|verb| verb.reading.verb.class.filter(|class| *class != VerbClass::Becoming))
}

impl Scope<'_> {
    fn candidate(&self, token: usize, kind: EventKind, context: &[&'static str], lemma: usize) -> Candidate {
        Candidate {
            token,
            sentence: 0,
            clause: self.clause.tokens.clone(),
            carrier: None,
            content: None,
            shared: None,
            inherits_subject: matches!(self.clause.kind, ClauseKind::Main | ClauseKind::Adjunct(_)),
            antecedent: antecedent(self.reading, self.clause),
            role: Role::Event,
            kind,
            context: context.to_vec(),
            aspect: Aspect::Untensed,
            modality: Modality::Asserted,
            person: None,
            lemma,
            is_definite_noun: false,
            order: None,
            main: None,
            timexes: Vec::new(),
        }
    }

    fn noun_candidate(&self, token: usize, noun: &Noun) -> Candidate {
        self.candidate(token, noun.kind, &noun.context, noun.lemma)
    }

    /// A candidate for a verb, with what its tense and particles say.
    fn verb(&self, at: &VerbAt<'_>, end: usize, found: &mut Vec<Candidate>) {
        let reality = self.reality(at);
        let Some(mut candidate) = self.told_by(at, end) else {
            found.push(Candidate { role: Role::Absorbs, ..self.candidate(at.token, EventKind::Other, &[], usize::MAX) });
            return;
        };
        candidate.person = Some(at.reading.person);
        candidate.aspect = aspect(at, reality);
        candidate.order = self.order_of_clause(at);
        candidate.modality = match reality {
            Reality::Planned => Modality::Planned,
            _ if self.is_reported() => Modality::Reported,
            _ => Modality::Asserted,
        };
        if matches!(reality, Reality::Negated | Reality::Possible) || self.is_measure(at) {
            candidate.role = Role::Absorbs;
        } else if candidate.aspect == Aspect::Present && candidate.role == Role::Event {
            candidate.role = Role::IfDated;
        }
        if candidate.modality == Modality::Planned {
            candidate.kind = planned_kind(candidate.kind);
        }
        found.push(candidate);
    }

    /// «وصل إلى 42»: a number reached.
    fn is_measure(&self, at: &VerbAt<'_>) -> bool {
        let next = at.token + 1;
        let to = matches!(self.reading.word(next), Some("الي" | "عند" | "نحو"));
        to && (self.reading.number(next + 1).is_some()
            || matches!(self.reading.word(next + 1), Some("اكثر" | "نحو" | "الف" | "مليون" | "حوالي")))
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
        let pluperfect = at.token >= 2
            && self.reading.word(at.token - 1) == Some("قد")
            && matches!(self.reading.word(at.token - 2), Some("كان" | "كانت" | "كانوا" | "وكان" | "وكانت" | "وكانوا"));
        pluperfect.then(|| Order { order: AdjunctOrder::Before, cue: (at.token - 2, at.token - 1), is_cause: false })
    }

    /// Who tells of the event: the verb, or the noun that it governs. `None`: nobody.
    fn told_by(&self, at: &VerbAt<'_>, end: usize) -> Option<Candidate> {
        let (reading, tokens) = (self.reading, &self.clause.tokens);
        let sense = verbs::sense(reading, tokens, at);
        let needed = sense.filter(|sense| !sense.needs.is_empty());
        let lemma = at.reading.verb.lemma;
        let by_verb = |kind, context: &[&'static str]| Some(self.candidate(at.token, kind, context, lemma));
        let is_taken = |token: usize| super::is_in_name(token, self.names);
        let governed = || verbs::governed_noun(reading, tokens, at, end, &is_taken);
        let with_kind = |noun: Option<(usize, NounReading<'_>)>| {
            let plain = sense.map_or((EventKind::Other, Vec::new()), |sense| (sense.kind, sense.context.clone()));
            let (kind, context) = noun.map_or(plain, |(_, noun)| (noun.noun.kind, noun.noun.context.clone()));
            by_verb(kind, &context).map(|candidate| Candidate { content: noun.map(|(token, _)| token), ..candidate })
        };
        let is_light = at.reading.verb.class == Some(VerbClass::Light);
        let tells = |noun: &NounReading<'_>| {
            // «شن هجوما» is the attack; «وجّه رسالة» is the sending, the letter no event.
            let is_deed = matches!(noun.noun.kind.quadrant(), Quadrant::MaterialCooperation | Quadrant::MaterialConflict);
            let same_kind = needed.is_none_or(|sense| sense.kind == noun.noun.kind);
            noun.preposition != Some('ل') && (noun.noun.is_strong || (is_deed && same_kind))
        };
        if let Some((token, noun)) = governed().filter(|(_, noun)| is_light && tells(noun)) {
            let kind = needed.map_or(noun.noun.kind, |sense| sense.kind);
            return Some(Candidate { carrier: Some(at.token), kind, ..self.noun_candidate(token, noun.noun) });
        }
        match (at.reading.verb.class, needed) {
            (Some(VerbClass::Announce), Some(_)) if governed().is_some() => with_kind(governed()),
            (_, Some(sense)) => {
                let content = governed().map(|(token, _)| token);
                by_verb(sense.kind, &sense.context).map(|candidate| Candidate { content, ..candidate })
            }
            (Some(VerbClass::Light), None) => match governed() {
                // «خضعت لعقوبات»: what one undergoes; the verb tells it.
                noun @ Some((_, NounReading { preposition: Some('ل'), .. })) => with_kind(noun),
                Some((token, noun)) => {
                    let candidate = self.noun_candidate(token, noun.noun);
                    Some(Candidate { carrier: Some(at.token), ..candidate })
                }
                None => match self.noun_ahead(at) {
                    Some((token, noun)) => Some(Candidate { carrier: Some(at.token), ..self.noun_candidate(token, noun.noun) }),
                    None => sense.and_then(|sense| by_verb(sense.kind, &sense.context)),
                },
            },
            (Some(VerbClass::Announce), None) => match governed() {
                Some(noun) => with_kind(Some(noun)),
                None if self.is_lead && self.clause.kind == ClauseKind::Main => with_kind(None),
                None => self.if_dated(with_kind(None)),
            },
            (Some(VerbClass::Speech), None) => {
                match governed().filter(|(token, noun)| *token <= at.token + 7 && !noun.noun.is_strong) {
                    Some(noun) if at.reading.tense == Tense::Perfect => with_kind(Some(noun)),
                    _ => self.if_dated(by_verb(EventKind::Other, &[])),
                }
            }
            (Some(VerbClass::Continuing), None) => with_kind(governed()),
            // «يتوقع أن …»: what is planned tells itself.
            (Some(VerbClass::Planning), None) => governed().and_then(|noun| with_kind(Some(noun))),
            (Some(VerbClass::Beginning | VerbClass::Ending), None) => with_kind(governed().or_else(|| self.noun_before(at))),
            (Some(VerbClass::Cause), None) => {
                let cause = Candidate { role: Role::Forwards, ..self.candidate(at.token, EventKind::Other, &[], lemma) };
                Some(self.noun_before(at).or_else(governed).map_or(cause, |(token, noun)| Candidate {
                    carrier: Some(at.token),
                    is_definite_noun: noun.definite,
                    ..self.noun_candidate(token, noun.noun)
                }))
            }
            (Some(VerbClass::Possible | VerbClass::Becoming), None) => {
                sense.and_then(|sense| by_verb(sense.kind, &sense.context))
            }
            (None, None) => self.plain(at, sense?),
        }
    }

    fn if_dated(&self, candidate: Option<Candidate>) -> Option<Candidate> {
        candidate.map(|candidate| Candidate { role: Role::IfDated, ..candidate })
    }

    /// A verb that tells by itself; a risky one needs the head of a clause.
    fn plain(&self, at: &VerbAt<'_>, sense: &crate::extract::lexicon::triggers::Sense) -> Option<Candidate> {
        let candidate = self.candidate(at.token, sense.kind, &sense.context, at.reading.verb.lemma);
        let before = at.token.checked_sub(1).and_then(|before| self.reading.word(before));
        let at_head = at.token == self.clause.tokens.start || matches!(before, Some("قد" | "وقد" | "كان" | "كانت" | "كما"));
        let role = if sense.is_risky && !at_head { Role::IfDated } else { Role::Event };
        Some(Candidate { role, ..candidate })
    }

    /// The strong noun of event ahead of a verb that opens its clause: «أن زلزالا بلغت قوته …، ضرب غرب المحافظة».
    fn noun_ahead(&self, at: &VerbAt<'_>) -> Option<(usize, NounReading<'static>)> {
        let start = at.token.saturating_sub(12).max(self.sentence_start);
        let noun = (start..at.token).find_map(|token| {
            let noun = ARABIC.triggers.read_noun(self.reading.word(token)?).filter(|noun| noun.noun.is_strong)?;
            (noun.preposition.is_none() && verbs::verb_at(self.reading, token).is_none()).then_some((token, noun))
        });
        noun.filter(|_| at.token == self.clause.tokens.start || start >= self.clause.tokens.start)
    }

    /// The noun of event that is the subject before a verb: «الانفجار أسفر عن …».
    fn noun_before(&self, at: &VerbAt<'_>) -> Option<(usize, NounReading<'static>)> {
        (self.clause.tokens.start..at.token).find_map(|token| {
            let noun = ARABIC.triggers.read_noun(self.reading.word(token)?)?;
            let governed = token.checked_sub(1).and_then(|before| self.reading.word(before)).is_some_and(verbs::is_preposition);
            (!governed && noun.preposition.is_none() && !verbs::names_an_office(self.reading, token)).then_some((token, noun))
        })
    }

    /// Nouns of event after words of time and cause: «بعد لقاء», «بسبب مشاركتها», «رغم رفض».
    fn adjuncts(&self, found: &mut Vec<Candidate>) {
        let mut token = self.clause.tokens.start;
        while token < self.clause.tokens.end {
            let Some(adjunct) = ARABIC.particles.adjuncts.at(|i| self.reading.word(token + i)) else {
                token += 1;
                continue;
            };
            let first = token + adjunct.n_tokens;
            let skips = usize::from(matches!(self.reading.word(first), Some("عمليه" | "سلسله" | "اول" | "اعلان")));
            let noun_token = first + skips;
            if let Some(noun) = self.adjunct_noun(token, noun_token, *adjunct.meaning) {
                let cue = (token, first - 1);
                let Adjunct { order, is_cause } = *adjunct.meaning;
                let role = match modality::of_noun(self.reading, noun_token) {
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

    fn adjunct_noun(&self, cue: usize, token: usize, adjunct: Adjunct) -> Option<NounReading<'static>> {
        if token >= self.clause.tokens.end {
            return None;
        }
        // «مع» opens an adjunct only at the head of a clause: elsewhere it is "with".
        let is_with = self.reading.word(cue).is_some_and(|word| matches!(word, "مع" | "ومع"));
        if is_with && (cue != self.clause.tokens.start || !self.clause.after_mark) {
            return None;
        }
        let word = self.reading.word(token)?;
        let noun = ARABIC.triggers.read_noun(word)?;
        let plain_time = adjunct.order == AdjunctOrder::Before && word.starts_with(['و', 'ف']);
        (noun.preposition.is_none() && !plain_time).then_some(noun)
    }

    /// A noun or verb beside an adjunct's noun: «مع تصاعد الضغوط … وحشد القوات».
    fn coordinated(&self, found: &mut Vec<Candidate>) {
        let Some(first) = found
            .iter()
            .find(|candidate| candidate.order.is_some() && candidate.clause == self.clause.tokens && candidate.person.is_none())
        else {
            return;
        };
        let (start, order) = (first.token + 1, first.order);
        for token in start..self.clause.tokens.end {
            let Some(word) = self.reading.word(token).filter(|word| word.starts_with('و')) else { continue };
            if found.iter().any(|candidate| candidate.token == token) {
                continue;
            }
            if let Some(noun) = ARABIC.triggers.read_noun(word).filter(|noun| !noun.definite && noun.preposition.is_none()) {
                found.push(Candidate { order, ..self.noun_candidate(token, noun.noun) });
            }
        }
    }

    /// «وجّه رسالة إلى بوتين، وأخرى إلى نظيره»: the verb is said once for both.
    fn gapped(&self, found: &mut Vec<Candidate>) {
        let first = self.clause.tokens.start;
        let is_other = matches!(self.reading.word(first), Some("واخري" | "واخر" | "وثالثه" | "وثالث" | "وثانيه"));
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

    /// Nouns of event that no verb or adjunct has taken: they tell where they are dated or stand for themselves.
    fn nouns(&self, verbs: &[VerbAt<'_>], found: &mut Vec<Candidate>) {
        for token in self.clause.tokens.clone() {
            let taken = |candidate: &Candidate| candidate.token == token || candidate.content == Some(token);
            if verbs.iter().any(|verb| verb.token == token) || found.iter().any(taken) {
                continue;
            }
            let Some(noun) = self.reading.word(token).and_then(|word| ARABIC.triggers.read_noun(word)) else { continue };
            if verbs::names_an_office(self.reading, token) || modality::of_noun(self.reading, token) != Reality::Told {
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
            found.push(Candidate { role, is_definite_noun, ..self.noun_candidate(token, noun.noun) });
        }
    }
}

/// What a relative clause tells about: the noun phrase before «الذي».
fn antecedent(reading: &Reading<'_>, clause: &Clause) -> Option<(usize, usize)> {
    if clause.kind != ClauseKind::Relative {
        return None;
    }
    let before = clause.tokens.start.checked_sub(2)?;
    let comma = matches!(reading.str(before), "،" | ",");
    let last = if comma { before.checked_sub(1)? } else { before };
    let mut first = last + 1;
    while first > 0 && last + 1 - first < 6 {
        let quote = matches!(reading.str(first - 1), "\"" | "«" | "»" | "“" | "”");
        let word = reading
            .word(first - 1)
            .is_some_and(|word| !verbs::is_function_word(word) && verbs::verb_at(reading, first - 1).is_none());
        if !quote && !word {
            break;
        }
        first -= 1;
    }
    (first <= last).then_some((first, last))
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

/// A planned meeting, visit or signing is an agreement until it takes place. Source: PLOVER manual, draft 0.8.
fn planned_kind(kind: EventKind) -> EventKind {
    match kind {
        EventKind::Consult
        | EventKind::Support
        | EventKind::Cooperate
        | EventKind::Aid
        | EventKind::Concede
        | EventKind::Retreat => EventKind::Agree,
        kind => kind,
    }
}
