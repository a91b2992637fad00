//! What a group of verbs tells, and who tells it: the verb, or the noun that it governs. The class of the verb decides.

use super::clauses::Kind;
use super::groups::{Group, Reality, Tense};
use super::scene::Scene;
use crate::event::{EventKind, Modality};
use crate::extract::events::candidate::{Aspect, Candidate, Frame, Order, Role};
use crate::extract::lexicon::english::{Class, Classes, NounSense, Verb, VerbSense};
use crate::extract::lexicon::particles::AdjunctOrder;

/// How far behind its verb the head of an object may stand, in tokens.
const OBJECT_TOKENS: usize = 9;

/// A noun of event and its token.
type NounAt = (usize, &'static NounSense);

/// A group with all that decides who tells.
pub(super) struct Telling<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) index: usize,
    pub(super) group: &'a Group,
    pub(super) verb: &'static Verb,
    pub(super) classes: Classes,
    pub(super) sense: Option<&'static VerbSense>,
    /// The group of the infinitive that it governs.
    pub(super) content: Option<&'a Group>,
}

/// What each group of a sentence tells, in order; what stands for no event absorbs the dates beside it.
pub(super) fn candidates(scene: &Scene<'_>) -> Vec<Candidate> {
    let mut found = Vec::with_capacity(scene.groups.len());
    for index in 0..scene.groups.len() {
        let candidate = told(scene, index);
        found.push(candidate);
    }
    found
}

fn told(scene: &Scene<'_>, index: usize) -> Candidate {
    let group = &scene.groups[index];
    let absorbed = Candidate { role: Role::Absorbs, ..candidate(scene, index, group.head, EventKind::Other, &[], usize::MAX) };
    let Some(verb) = group.verb(scene) else { return absorbed };
    let content = scene.groups.get(index + 1).filter(|next| next.tense == Tense::Infinitive && next.setting.governor == Some(index));
    let classes = classes(scene, group, verb);
    let telling = Telling { scene, index, group, verb, classes, sense: sense(scene, group, verb), content };
    let Some(mut told) = telling.told() else { return absorbed };
    told.aspect = aspect(scene, &telling);
    told.order = telling.order();
    told.says = classes.is(Classes::SPEECH);
    if told.modality == Modality::Asserted && is_reported(scene, index) {
        told.modality = Modality::Reported;
    }
    telling.weaken(&mut told);
    if told.aspect == Aspect::Future {
        told.plan();
    }
    told
}

/// A candidate for a token of a group's clause.
pub(super) fn candidate(
    scene: &Scene<'_>,
    index: usize,
    token: usize,
    kind: EventKind,
    context: &[&'static str],
    lemma: usize,
) -> Candidate {
    let group = &scene.groups[index];
    let setting = &group.setting;
    let frame = Frame {
        group: index,
        subject: setting.subject.clone(),
        verbs: outermost(scene, index)..group.head + 1,
        end: clause_end(scene, index),
        is_passive: group.is_passive,
        is_shared: setting.is_shared,
    };
    Candidate {
        clause: setting.region.clone(),
        carrier: (token != group.head).then_some(group.head),
        frame: Some(frame),
        ..plain(token, kind, context, lemma)
    }
}

/// A candidate without a clause.
pub(super) fn plain(token: usize, kind: EventKind, context: &[&'static str], lemma: usize) -> Candidate {
    Candidate {
        token,
        sentence: 0,
        clause: token..token + 1,
        carrier: None,
        content: None,
        shared: None,
        inherits_subject: false,
        antecedent: None,
        role: Role::Event,
        kind,
        context: context.to_vec(),
        aspect: Aspect::Untensed,
        modality: Modality::Asserted,
        person: None,
        says: false,
        lemma,
        is_definite_noun: false,
        order: None,
        main: None,
        timexes: Vec::new(),
        frame: None,
    }
}

/// Where the verbs begin that govern an infinitive.
fn outermost(scene: &Scene<'_>, index: usize) -> usize {
    let mut group = &scene.groups[index];
    while let Some(governor) = group.setting.governor.filter(|_| matches!(group.tense, Tense::Infinitive)) {
        group = &scene.groups[governor];
    }
    group.first
}

/// Where a clause ends: infinitives and participles behind its verb are its own.
fn clause_end(scene: &Scene<'_>, index: usize) -> usize {
    let inner = |group: &&Group| !group.is_finite() && !group.setting.after_comma && group.setting.order.is_none() && !group.setting.is_shared;
    let next = scene.groups[index + 1..].iter().find(|group| !inner(group));
    next.map_or(scene.tokens.end, |next| next.setting.region.start).max(scene.groups[index].head + 1)
}

/// What the verb does here: the words behind it decide.
fn classes(scene: &Scene<'_>, group: &Group, verb: &Verb) -> Classes {
    let fits = |rest: &[String]| rest.iter().enumerate().all(|(i, word)| scene.str(group.head + 1 + i) == word);
    let fitting = verb.classes.iter().filter(|(rest, _)| fits(rest));
    fitting.fold(Classes::default(), |all, (_, classes)| all.or(*classes))
}

/// The sense that the words behind and near the verb call for.
fn sense(scene: &Scene<'_>, group: &Group, verb: &'static Verb) -> Option<&'static VerbSense> {
    let behind = |rest: &[String]| {
        let direct = rest.iter().enumerate().all(|(i, word)| scene.str(group.head + 1 + i) == word);
        // "called the meeting off", "found him guilty"
        let parted = || {
            let [only] = rest else { return false };
            (group.head + 2..group.head + 5).any(|token| scene.str(token) == only)
                && !scene.is(group.head + 1, Class::PREPOSITION)
        };
        direct || parted()
    };
    verb.senses.iter().find(|sense| behind(&sense.rest) && (sense.needs.is_empty() || scene.has_near(group.head, &sense.needs)))
}

fn aspect(scene: &Scene<'_>, telling: &Telling<'_>) -> Aspect {
    let group = telling.finite();
    let continues = telling.classes.is(Classes::CONTINUING);
    match (group.tense, telling.group.reality) {
        (_, Reality::Planned) => Aspect::Future,
        (_, Reality::Would) => Aspect::Future,
        (Tense::Infinitive, _) => Aspect::Future,
        _ if telling.is_planned_content() => Aspect::Future,
        (Tense::Present | Tense::Perfect, _) if group.is_progressive || (continues && group.tense == Tense::Present) => Aspect::Ongoing,
        (Tense::Present, _) if scene.is_headline => Aspect::Past,
        (Tense::Present, _) => Aspect::Present,
        (Tense::Gerund | Tense::Participle, _) if telling.group.is_progressive => Aspect::Ongoing,
        _ => Aspect::Past,
    }
}

/// "the minister said that …": and "…, officials said" behind it.
fn is_reported(scene: &Scene<'_>, index: usize) -> bool {
    let setting = &scene.groups[index].setting;
    let says = |index: usize| super::clauses::takes_clause(scene, &scene.groups[index]);
    if setting.in_quotation || setting.governor.is_some_and(says) {
        return true;
    }
    let last = scene.groups.len() - 1;
    setting.kind == Kind::Main && index < last && is_attribution(scene, last)
}

/// "…, officials said on Monday": who says what was told before.
pub(super) fn is_attribution(scene: &Scene<'_>, index: usize) -> bool {
    let group = &scene.groups[index];
    let region = &group.setting.region;
    let says = group.verb(scene).is_some_and(|verb| verb.classes.iter().any(|(rest, classes)| rest.is_empty() && classes.is(Classes::SPEECH)));
    let opens = index > 0 && matches!(scene.str(region.start), "," | "\"" | "\u{201D}") && group.setting.kind == Kind::Main;
    says && opens && index + 1 == scene.groups.len() && !group.is_passive && region.end >= scene.tokens.end - 1
}

impl Telling<'_> {
    /// The group whose tense holds for this one: that of the verb which governs an infinitive.
    fn finite(&self) -> &Group {
        match self.governor() {
            Some((_, group)) if self.came_about() => group,
            _ => self.group,
        }
    }

    fn governor(&self) -> Option<(usize, &Group)> {
        let governor = self.group.setting.governor.filter(|_| self.group.tense == Tense::Infinitive)?;
        Some((governor, &self.scene.groups[governor]))
    }

    fn governor_classes(&self) -> Classes {
        let Some((_, group)) = self.governor() else { return Classes::default() };
        group.verb(self.scene).map_or(Classes::default(), |verb| classes(self.scene, group, verb))
    }

    /// "managed to escape", "forced to leave": what stands behind "to" came about.
    fn came_about(&self) -> bool {
        let classes = self.governor_classes();
        let told = self.governor().is_some_and(|(_, group)| group.reality == Reality::Told);
        let comes = classes.is(Classes::ACHIEVING) && !classes.is(Classes::PLANNING);
        told && (comes || (classes.is(Classes::CONTINUING)))
    }

    /// Behind a verb of planning: "plans to visit".
    fn is_planned_content(&self) -> bool {
        self.governor_classes().is(Classes::PLANNING)
    }

    /// Who tells of the event; `None`: nobody.
    fn told(&self) -> Option<Candidate> {
        if matches!(self.group.reality, Reality::Negated | Reality::Possible) || self.is_wanted() || self.speaks_of_itself() {
            return None;
        }
        if self.group.tense == Tense::Infinitive {
            return self.infinitive();
        }
        if self.content.is_some() {
            return self.governing();
        }
        if self.group.tense == Tense::Gerund {
            return self.gerund();
        }
        self.by_class()
    }

    /// Hypothetical clauses, and "would" where nobody says that it will be.
    fn is_wanted(&self) -> bool {
        let setting = &self.group.setting;
        let said = setting.governor.is_some_and(|governor| super::clauses::takes_clause(self.scene, &self.scene.groups[governor]));
        let conditional = setting.kind == Kind::Conditional || self.hangs_on_condition();
        conditional || (self.group.reality == Reality::Would && !said)
    }

    /// "If the law passes, officials will have to": what hangs on a condition is no plan.
    fn hangs_on_condition(&self) -> bool {
        let conditional = |group: &Group| group.setting.kind == Kind::Conditional;
        let unreal = matches!(self.group.reality, Reality::Planned | Reality::Would);
        unreal && self.scene.groups.iter().any(conditional)
    }

    fn speaks_of_itself(&self) -> bool {
        self.group.setting.subject.clone().any(|token| self.scene.is(token, Class::FIRST_PERSON) && self.scene.is_word(token))
    }

    fn by_class(&self) -> Option<Candidate> {
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
        if classes.is(Classes::PLANNING) {
            let noun = if self.group.is_passive { self.subject_noun() } else { self.governed() };
            return noun.map(|noun| Candidate { aspect: Aspect::Future, ..self.by_noun(noun) });
        }
        self.harm().or_else(|| self.plainly())
    }

    /// The verb by its own sense; a state is none, and an unlisted verb tells of something.
    fn plainly(&self) -> Option<Candidate> {
        let is_state = self.classes.is(Classes::STATIVE.or(Classes::POSSIBLE));
        match self.sense {
            Some(sense) if sense.kind != EventKind::Other || !self.classes.is(Classes::STATIVE) || !sense.rest.is_empty() => self.by_sense(),
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
        candidate(self.scene, self.index, token, noun.kind, &noun.context, noun.lemma)
    }

    /// The verb, with the kind of a noun; without one, of its own sense.
    fn with_kind(&self, noun: Option<NounAt>) -> Option<Candidate> {
        let Some((token, noun)) = noun else {
            return self.by_sense().or_else(|| Some(self.by_verb(EventKind::Other, &[], self.verb.lemma)));
        };
        Some(Candidate { content: Some(token), ..self.by_verb(noun.kind, &noun.context, noun.lemma) })
    }

    /// "carried out an attack", "an attack took place": the noun tells.
    fn light(&self) -> Option<Candidate> {
        let object = if self.group.is_passive { None } else { self.governed() };
        if let Some(noun) = object.filter(|noun| !self.scene.is_unreal(noun.0)).or_else(|| self.subject_noun().filter(|_| object.is_none())) {
            return Some(self.by_noun(noun));
        }
        match self.sense {
            Some(sense) if !sense.rest.is_empty() || !sense.needs.is_empty() || !self.classes.is(Classes::STATIVE) => self.by_sense(),
            _ if self.classes.is(Classes::STATIVE.or(Classes::SPEECH)) => None,
            _ => Some(self.by_verb(EventKind::Other, &[], self.verb.lemma)),
        }
    }

    /// Saying is no event unless it is dated or commits; who is named behind a report never is.
    fn said(&self) -> Option<Candidate> {
        if is_attribution(self.scene, self.index) || self.is_medium() || self.sense.is_some_and(|sense| sense.kind != EventKind::Other && sense.rest.is_empty() && !self.has_clause()) {
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
        let cause = self.subject_noun();
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
    fn governing(&self) -> Option<Candidate> {
        let act = self.sense.filter(|sense| sense.kind != EventKind::Other);
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
    fn infinitive(&self) -> Option<Candidate> {
        let (index, governor) = self.governor()?;
        let classes = self.governor_classes();
        let act = governor.verb(self.scene).and_then(|verb| sense(self.scene, governor, verb)).is_some_and(|sense| sense.kind != EventKind::Other);
        let is_adjacent = governor.head + 1 == self.group.first - 1;
        let unreal = matches!(governor.reality, Reality::Negated | Reality::Possible);
        if unreal || self.scene.groups[index].is_copula {
            return None;
        }
        if self.came_about() {
            return self.by_class();
        }
        // "agreed to meet on Friday": what is agreed is told where it is dated.
        let planned = classes.is(Classes::PLANNING) && (is_adjacent || governor.is_passive);
        let told = self.by_class().filter(|_| planned)?;
        Some(if act { Candidate { role: Role::IfDated, ..told } } else { told })
    }

    /// "after signing the deal"; ", killing 12" is told by the verb before it.
    fn gerund(&self) -> Option<Candidate> {
        if self.group.setting.order.is_some() {
            return self.by_class();
        }
        let told = if self.classes.is(Classes::CAUSE) { self.caused()? } else { self.by_class()? };
        let is_effect = told.order.is_some();
        Some(if is_effect { told } else { Candidate { role: Role::IfDated, ..told } })
    }

    /// What a verb tells in a relative clause, or beside the story, it tells only where it is dated.
    fn weaken(&self, told: &mut Candidate) {
        let beside = matches!(self.group.setting.kind, Kind::Relative) && told.order.is_none_or(|order| order.cue.0 != self.group.head);
        let present = told.aspect == Aspect::Present && told.modality != Modality::Cancelled;
        let participle = self.group.tense == Tense::Participle;
        if told.role == Role::Event && (beside || present || participle) {
            told.role = Role::IfDated;
        }
    }

    /// "after they left"; "had resigned" tells what came before the main verb.
    fn order(&self) -> Option<Order> {
        if let Some(order) = self.group.setting.order {
            return Some(order);
        }
        let effect = || Order { order: AdjunctOrder::After, cue: (self.group.head, self.group.head), is_cause: false };
        let goes_on = matches!(self.group.setting.kind, Kind::Relative) || self.group.tense == Tense::Gerund;
        if self.classes.is(Classes::CAUSE) && goes_on && self.governed().is_some() {
            return Some(effect());
        }
        let had = self.scene.str(self.group.first) == "had" && self.group.tense == Tense::Pluperfect;
        had.then_some(Order { order: AdjunctOrder::Before, cue: (self.group.first, self.group.first), is_cause: false })
    }

    /// The noun of event that heads the object.
    pub(super) fn governed(&self) -> Option<NounAt> {
        let end = (self.group.head + OBJECT_TOKENS).min(self.scene.groups.get(self.index + 1).map_or(self.scene.tokens.end, |next| next.first));
        let start = self.group.head + 1;
        // "came under attack", "entered into talks", "led to unrest"
        let particle = self.scene.is(start, Class::PREPOSITION.or(Class::MANNER)) && !self.scene.is_time(start);
        self.noun_in(start + usize::from(particle)..end)
    }

    /// The noun of event that heads the subject.
    pub(super) fn subject_noun(&self) -> Option<NounAt> {
        self.noun_in(self.group.setting.subject.clone())
    }

    /// The head of a noun phrase, where it is a noun of event: the last of its words before a preposition.
    fn noun_in(&self, tokens: std::ops::Range<usize>) -> Option<NounAt> {
        let scene = self.scene;
        let mut last = None;
        for token in tokens {
            let is_of = scene.str(token) == "of";
            if scene.is_time(token) && !scene.is_possessive(token + 1) {
                continue;
            }
            let ends = scene.is(token, Class::PREPOSITION.or(Class::COMPLEMENTIZER).or(Class::RELATIVE)) || (scene.is_mark(token) && !scene.is_possessive(token) && scene.str(token) != "-");
            if ends && !(is_of && last.is_none()) {
                break;
            }
            if scene.is(token, Class::COORDINATOR) && last.is_some() {
                break;
            }
            if scene.is_plain_noun(token) && !scene.is_possessive(token) {
                let noun = scene.noun(token).filter(|_| !scene.is_hyphenated(token));
                // A later word of the phrase is its head: "a protest group".
                last = match noun {
                    Some(noun) => Some((token, noun)),
                    None if scene.is_adverb(token) || scene.is(token, Class::MANNER) => last,
                    None => None,
                };
            }
        }
        last
    }
}
