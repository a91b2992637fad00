//! What a verb tells by its class: itself, the noun that it governs, what it began, caused or cancelled.

use super::clauses::Kind;
use super::groups::{Reality, Tense};
use super::telling::{NounAt, OBJECT_TOKENS, Telling, candidate, clause_end, is_attribution, sense};
use crate::event::{EventKind, Modality, Quadrant};
use crate::extract::events::candidate::{Aspect, Candidate, Order, Role};
use crate::extract::lexicon::english::{Class, Classes, VerbSense};
use crate::extract::lexicon::particles::AdjunctOrder;

impl Telling<'_> {
    pub(super) fn by_class(&self) -> Option<Candidate> {
        let classes = self.classes;
        let special = self.sense.filter(|sense| !sense.rest.is_empty() || !sense.needs.is_empty());
        if classes.is(Classes::CANCELLING) && (special.is_none() || self.governed().is_some()) {
            return self.cancelled();
        }
        if classes.is(Classes::FAILING) {
            return None;
        }
        if classes.is(Classes::LIGHT) {
            return self.light();
        }
        if special.is_some_and(|sense| sense.kind != EventKind::Other) {
            return self.by_sense();
        }
        if classes.is(Classes::ANNOUNCE) {
            return self.with_kind(self.governed());
        }
        if classes.is(Classes::SPEECH) {
            return self.said();
        }
        if classes.is(Classes::CAUSE) {
            return self.caused();
        }
        if classes.is(Classes::CONTINUING.or(Classes::BEGINNING).or(Classes::ENDING)) {
            return self.with_kind(self.governed().or_else(|| self.subject_noun()));
        }
        if classes.is(Classes::PLANNING) && self.sense.is_none_or(|sense| sense.kind == EventKind::Other) {
            let describes = matches!(self.group.setting.kind, Kind::Relative) && self.group.is_passive;
            let noun = if self.group.is_passive { self.subject_noun().filter(|_| !describes) } else { self.governed() };
            return noun.map(|noun| Candidate { aspect: Aspect::Future, ..self.by_noun(noun) });
        }
        self.harm().or_else(|| self.plainly())
    }

    /// The verb by its own sense; a state is none, and an unlisted verb tells of something.
    fn plainly(&self) -> Option<Candidate> {
        let is_state = self.classes.is(Classes::STATIVE.or(Classes::POSSIBLE));
        match self.sense {
            Some(sense) if sense.kind != EventKind::Other || !self.classes.is(Classes::STATIVE) || !sense.rest.is_empty() => {
                self.by_sense()
            }
            _ if is_state => None,
            _ => Some(self.by_verb(EventKind::Other, &[], self.verb.lemma)),
        }
    }

    fn by_verb(&self, kind: EventKind, context: &[&'static str], lemma: usize) -> Candidate {
        candidate(self.scene, self.index, self.group.head, kind, context, lemma)
    }

    fn by_sense(&self) -> Option<Candidate> {
        self.sense.map(|sense| self.by_verb(sense.kind, &sense.context, sense.lemma))
    }

    fn by_noun(&self, (token, noun): NounAt) -> Candidate {
        let scene = self.scene;
        // "The quake destroyed …": it may have been told before.
        let phrase = super::phrases::phrase_before(scene, token + 1).start;
        let is_definite_noun =
            token < self.group.head && matches!(scene.str(phrase), "the" | "this" | "that" | "these" | "those");
        Candidate { is_definite_noun, ..candidate(scene, self.index, token, noun.kind, &noun.context, noun.lemma) }
    }

    /// The verb, with the kind of a noun; without one, of its own sense.
    fn with_kind(&self, noun: Option<NounAt>) -> Option<Candidate> {
        if let Some(deed) = self.gerund_sense().filter(|_| noun.is_none()) {
            return Some(self.by_verb(deed.kind, &deed.context, deed.lemma));
        }
        let Some((token, noun)) = noun else {
            return self.by_sense().or_else(|| Some(self.by_verb(EventKind::Other, &[], self.verb.lemma)));
        };
        Some(Candidate { content: Some(token), ..self.by_verb(noun.kind, &noun.context, noun.lemma) })
    }

    /// "began shelling the town": the verb behind it gives the kind.
    fn gerund_sense(&self) -> Option<&'static VerbSense> {
        let next = self.scene.groups.get(self.index + 1)?;
        let follows = next.tense == Tense::Gerund && next.first == self.group.head + 1;
        next.verb(self.scene).filter(|_| follows).and_then(|verb| sense(self.scene, next, verb))
    }

    /// "carried out an attack", "an attack took place": the noun tells.
    fn light(&self) -> Option<Candidate> {
        // "exchanged fire": the words together tell.
        if self.sense.is_some_and(|sense| !sense.rest.is_empty() && sense.kind != EventKind::Other) {
            return self.by_sense();
        }
        // "talks were held in Oslo", but "were given sentences".
        let has_object = !self.group.is_passive || !self.scene.is(self.group.head + 1, Class::PREPOSITION);
        let object = if has_object { self.governed() } else { None };
        if let Some(noun) =
            object.filter(|noun| !self.scene.is_unreal(noun.0)).or_else(|| self.subject_noun().filter(|_| object.is_none()))
        {
            return Some(self.by_noun(noun));
        }
        match self.sense {
            Some(sense) if !sense.rest.is_empty() || !sense.needs.is_empty() || !self.classes.is(Classes::STATIVE) => {
                self.by_sense()
            }
            _ if self.classes.is(Classes::STATIVE.or(Classes::SPEECH)) && !self.group.is_passive => None,
            _ => Some(self.by_verb(EventKind::Other, &[], self.verb.lemma)),
        }
    }

    /// Saying is no event unless it is dated or commits; who is named behind a report never is.
    fn said(&self) -> Option<Candidate> {
        if is_attribution(self.scene, self.index)
            || self.is_medium()
            || self.sense.is_some_and(|sense| sense.kind != EventKind::Other && sense.rest.is_empty() && !self.has_clause())
        {
            return self.sense.filter(|sense| sense.kind != EventKind::Other).and_then(|_| self.by_sense());
        }
        Some(Candidate { role: Role::IfDated, ..self.by_verb(EventKind::Other, &[], self.verb.lemma) })
    }

    /// Whether a clause of what is said stands behind the verb.
    fn has_clause(&self) -> bool {
        self.scene.groups.get(self.index + 1).is_some_and(|next| next.setting.governor == Some(self.index))
    }

    fn is_medium(&self) -> bool {
        self.group.setting.subject.clone().any(|token| self.scene.is(token, Class::MEDIA))
    }

    /// "The collapse led to the resignation": both; ", which left 12 dead" tells nothing of its own.
    fn caused(&self) -> Option<Candidate> {
        let effect = self.governed().filter(|(_, noun)| noun.kind != EventKind::Other || noun.is_strong);
        let cause = self.subject_noun().filter(|(_, noun)| noun.is_strong);
        let goes_on = matches!(self.group.setting.kind, Kind::Relative) || self.group.tense == Tense::Gerund;
        if let Some(effect) = effect.filter(|_| goes_on || cause.is_none()) {
            let cue = (self.group.head, self.group.head);
            let order = Some(Order { order: AdjunctOrder::After, cue, is_cause: false });
            return Some(Candidate { order, ..self.by_noun(effect) });
        }
        cause.map(|cause| self.by_noun(cause)).or_else(|| self.sense.filter(|_| !goes_on).and_then(|_| self.plainly()))
    }

    /// "An explosion killed 12 people", "12 people were killed in an explosion": the casualties are no event apart.
    fn harm(&self) -> Option<Candidate> {
        let scene = self.scene;
        if !scene.is(self.group.head, Class::HARM) {
            return None;
        }
        let intransitive = scene.str(self.group.head) == "died";
        if !self.group.is_passive && !intransitive {
            return self.subject_noun().filter(|(_, noun)| noun.is_strong).map(|noun| self.by_noun(noun));
        }
        let end = (self.group.head + OBJECT_TOKENS).min(clause_end(scene, self.index));
        let within = (self.group.head + 1..end).find(|&token| matches!(scene.str(token), "in" | "by" | "during"))?;
        let noun = self.noun_in(within + 1..end)?;
        Some(self.by_noun(noun))
    }

    /// "cancelled a trip", "the visit was postponed".
    fn cancelled(&self) -> Option<Candidate> {
        let noun = if self.group.is_passive { self.subject_noun() } else { self.governed() };
        let told = match noun {
            Some((token, noun)) => Candidate { content: Some(token), ..self.by_verb(noun.kind, &noun.context, noun.lemma) },
            None => return self.plainly(),
        };
        Some(Candidate { modality: Modality::Cancelled, ..told })
    }

    /// The verb that governs an infinitive tells by itself where it is an act: "refused to", "agreed to", "threatened to".
    pub(super) fn governing(&self) -> Option<Candidate> {
        // "is fighting to save the bank": a deed behind which "to" stands is none.
        let is_deed = |kind: EventKind| matches!(kind.quadrant(), Quadrant::MaterialConflict | Quadrant::Other);
        let act = self.sense.filter(|sense| !is_deed(sense.kind));
        let merely = Classes::ACHIEVING.or(Classes::FAILING).or(Classes::CONTINUING);
        if self.classes.is(merely) && act.is_none() {
            return None;
        }
        if let Some(sense) = act {
            return Some(self.by_verb(sense.kind, &sense.context, sense.lemma));
        }
        if self.classes.is(Classes::POSSIBLE.or(Classes::PLANNING).or(Classes::STATIVE)) && !self.classes.is(Classes::ANNOUNCE) {
            return None;
        }
        self.by_class()
    }

    /// "plans to visit", "managed to escape"; of what is wanted, feared or done in order to nothing is told.
    pub(super) fn infinitive(&self) -> Option<Candidate> {
        let Some((index, governor)) = self.governor() else {
            // "The festival to be held in May": nothing governs it.
            return self.by_class().filter(|_| self.group.is_passive).map(|told| Candidate { role: Role::IfDated, ..told });
        };
        let classes = self.governor_classes();
        let act = governor
            .verb(self.scene)
            .and_then(|verb| sense(self.scene, governor, verb))
            .is_some_and(|sense| sense.kind != EventKind::Other);
        let is_adjacent = governor.head + 1 == self.group.first - 1;
        let unreal = matches!(governor.reality, Reality::Negated | Reality::Possible);
        if unreal || self.scene.groups[index].is_copula {
            return None;
        }
        if self.came_about() {
            return self.by_class();
        }
        // "an event to be held in October"
        if self.group.is_passive && !is_adjacent && self.scene.is_plain_noun(self.group.first.wrapping_sub(2)) {
            return self.by_class().map(|told| Candidate { role: Role::IfDated, ..told });
        }
        // "agreed to meet on Friday": what is agreed is told where it is dated.
        let planned = classes.is(Classes::PLANNING) && (is_adjacent || governor.is_passive);
        let told = self.by_class().filter(|_| planned)?;
        Some(if act { Candidate { role: Role::IfDated, ..told } } else { told })
    }

    /// "after signing the deal"; ", killing 12" is told by the verb before it.
    pub(super) fn gerund(&self) -> Option<Candidate> {
        let before = self.index.checked_sub(1).map(|before| &self.scene.groups[before]);
        let phases = Classes::BEGINNING.or(Classes::ENDING).or(Classes::CONTINUING);
        let is_told = before.filter(|before| before.head + 1 == self.group.first).and_then(|before| before.verb(self.scene));
        if is_told.is_some_and(|verb| verb.classes.iter().any(|(rest, classes)| rest.is_empty() && classes.is(phases))) {
            return None;
        }
        if self.group.setting.order.is_some() {
            return self.by_class();
        }
        let told = if self.classes.is(Classes::CAUSE) { self.caused()? } else { self.by_class()? };
        let is_effect = told.order.is_some();
        Some(if is_effect { told } else { Candidate { role: Role::IfDated, ..told } })
    }
}
