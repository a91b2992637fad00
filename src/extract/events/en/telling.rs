//! What a group of verbs tells, and who tells it: the verb, or the noun that it governs. The class of the verb decides.

use super::clauses::Kind;
use super::groups::{Group, Reality, Tense};
use super::scene::Scene;
use crate::event::{EventKind, Modality};
use crate::extract::events::candidate::{Aspect, Candidate, Frame, Order, Role};
use crate::extract::lexicon::english::{Class, Classes, NounSense, Verb, VerbSense};
use crate::extract::lexicon::particles::AdjunctOrder;

/// How far behind its verb the head of an object may stand, in tokens.
pub(super) const OBJECT_TOKENS: usize = 9;

/// A noun of event and its token.
pub(super) type NounAt = (usize, &'static NounSense);

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
    let content =
        scene.groups.get(index + 1).filter(|next| next.tense == Tense::Infinitive && next.setting.governor == Some(index));
    let classes = classes(scene, group, verb);
    let telling = Telling { scene, index, group, verb, classes, sense: sense(scene, group, verb), content };
    let Some(mut told) = telling.told() else { return absorbed };
    told.aspect = aspect(scene, &telling);
    told.order = telling.order();
    told.says = classes.is(Classes::SPEECH);
    if told.modality == Modality::Cancelled {
        told.aspect = Aspect::Untensed;
    }
    if telling.is_denied() {
        told.modality = Modality::Denied;
        told.role = Role::IfDated;
    }
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
        auxiliaries: setting.auxiliaries.clone(),
        is_gerund: group.tense == Tense::Gerund && group.first == group.head,
    };
    Candidate {
        clause: setting.region.clone(),
        carrier: (token != group.head).then_some(group.head),
        frame: Some(frame),
        ..Candidate::plain(token, kind, context, lemma)
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
pub(super) fn clause_end(scene: &Scene<'_>, index: usize) -> usize {
    let said = |group: &Group| group.setting.kind == Kind::Complement && group.setting.governor == Some(index);
    let inner = |group: &&Group| {
        said(group)
            || !group.is_finite() && !group.setting.after_comma && group.setting.order.is_none() && !group.setting.is_shared
    };
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
pub(super) fn sense(scene: &Scene<'_>, group: &Group, verb: &'static Verb) -> Option<&'static VerbSense> {
    let behind = |rest: &[String]| {
        let direct = rest.iter().enumerate().all(|(i, word)| scene.str(group.head + 1 + i) == word);
        // "called the meeting off", "found him guilty"
        let parted = || {
            let stands = |token: usize| rest.iter().enumerate().all(|(i, word)| scene.str(token + i) == word);
            !rest.is_empty() && !scene.is(group.head + 1, Class::PREPOSITION) && (group.head + 2..group.head + 5).any(stands)
        };
        direct || parted()
    };
    verb.senses.iter().find(|sense| behind(&sense.rest) && (sense.needs.is_empty() || scene.has_near(group.head, &sense.needs)))
}

fn aspect(scene: &Scene<'_>, telling: &Telling<'_>) -> Aspect {
    let group = telling.finite();
    let continues =
        telling.classes.is(Classes::CONTINUING) || (telling.came_about() && telling.governor_classes().is(Classes::CONTINUING));
    match (group.tense, telling.group.reality) {
        (_, Reality::Planned) => Aspect::Future,
        (_, Reality::Would) => Aspect::Future,
        (Tense::Infinitive, _) => Aspect::Future,
        _ if telling.is_planned_content() => Aspect::Future,
        (Tense::Present | Tense::Perfect, _) if group.is_progressive || (continues && group.tense == Tense::Present) => {
            Aspect::Ongoing
        }
        (Tense::Present, _) if scene.is_headline => Aspect::Past,
        (Tense::Present, _) => Aspect::Present,
        (Tense::Gerund | Tense::Participle, _) => Aspect::Untensed,
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
    let says = group.verb(scene).is_some_and(|verb| {
        verb.classes.iter().any(|(rest, classes)| rest.is_empty() && classes.is(Classes::SPEECH.or(Classes::ANNOUNCE)))
    });
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

    pub(super) fn governor(&self) -> Option<(usize, &Group)> {
        let governor = self.group.setting.governor.filter(|_| self.group.tense == Tense::Infinitive)?;
        Some((governor, &self.scene.groups[governor]))
    }

    pub(super) fn governor_classes(&self) -> Classes {
        let Some((_, group)) = self.governor() else { return Classes::default() };
        group.verb(self.scene).map_or(Classes::default(), |verb| classes(self.scene, group, verb))
    }

    /// "managed to escape", "forced to leave": what stands behind "to" came about.
    pub(super) fn came_about(&self) -> bool {
        let classes = self.governor_classes();
        let told = self.governor().is_some_and(|(_, group)| group.reality == Reality::Told);
        let comes = classes.is(Classes::ACHIEVING) && !classes.is(Classes::PLANNING);
        // "continuing efforts to free them" tells of no release.
        let goes_on =
            || classes.is(Classes::CONTINUING) && self.governor().is_some_and(|(_, group)| group.head + 2 == self.group.first);
        told && (comes || goes_on())
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
        let governor = setting.governor.map(|governor| &self.scene.groups[governor]);
        let said = governor
            .is_some_and(|governor| super::clauses::takes_clause(self.scene, governor) && governor.reality == Reality::Told);
        let denied = governor
            .is_some_and(|governor| governor.is_finite() && matches!(governor.reality, Reality::Negated | Reality::Possible));
        if denied {
            return true;
        }
        let conditional = setting.kind == Kind::Conditional || self.hangs_on_condition();
        conditional || (self.group.reality == Reality::Would && !said)
    }

    /// "If the law passes, officials will have to": what hangs on a condition is no plan.
    fn hangs_on_condition(&self) -> bool {
        let unreal = matches!(self.group.reality, Reality::Planned | Reality::Would);
        let opens = |token: usize| {
            matches!(self.scene.str(token), "if" | "unless") && !matches!(self.scene.str(token.wrapping_sub(1)), "even" | "as")
        };
        unreal && self.scene.tokens.clone().any(opens)
    }

    /// "denied that the strikes had hit a hospital": told where it is dated.
    fn is_denied(&self) -> bool {
        let governor = self.group.setting.governor.filter(|_| self.group.setting.kind == Kind::Complement);
        let verb = governor.and_then(|governor| self.scene.groups[governor].verb(self.scene));
        verb.is_some_and(|verb| verb.classes.iter().any(|(rest, classes)| rest.is_empty() && classes.is(Classes::DENYING)))
    }

    fn speaks_of_itself(&self) -> bool {
        self.group.setting.subject.clone().any(|token| self.scene.is(token, Class::FIRST_PERSON) && self.scene.is_word(token))
    }

    /// What a verb tells in a relative clause, or beside the story, it tells only where it is dated.
    fn weaken(&self, told: &mut Candidate) {
        let beside =
            matches!(self.group.setting.kind, Kind::Relative) && told.order.is_none_or(|order| order.cue.0 != self.group.head);
        let present = told.aspect == Aspect::Present && told.modality != Modality::Cancelled;
        let participle = self.group.tense == Tense::Participle;
        let quoted = self.group.setting.in_quotation;
        if told.role == Role::Event && (beside || present || participle || quoted) {
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
}
