//! Clauses of an English sentence: what opens the clause of each group of verbs, what its subject is, where it ends.
//! A sketch of syntax: marks and function words decide, no parse tree is built.

use std::ops::Range;

use super::groups::{Group, Reality, Tense};
use super::openings::{Opening, openings};
use super::phrases::{antecedent, comma_before, phrase_before, said_from, subject};
use super::scene::Scene;
use crate::extract::events::candidate::Order;
use crate::extract::lexicon::english::Classes;
use crate::extract::lexicon::particles::AdjunctOrder;

/// Where a group stands in its sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Setting {
    pub(super) kind: Kind,
    /// How it stands to the main event, with the words that say so.
    pub(super) order: Option<Order>,
    /// The noun phrase before it, or what its relative clause tells about; empty: none.
    pub(super) subject: Range<usize>,
    /// From what opens it up to what opens the next: a date in it is its own.
    pub(super) region: Range<usize>,
    /// Its first token behind what opens it.
    pub(super) start: usize,
    /// The group that governs it: the verb of saying, or that of an infinitive.
    pub(super) governor: Option<usize>,
    /// Whether its subject stands before another verb.
    pub(super) is_shared: bool,
    /// The auxiliaries of that verb, where they hold for this one too; empty: they do not.
    pub(super) auxiliaries: Range<usize>,
    /// Whether a comma stands before it.
    pub(super) after_comma: bool,
    pub(super) in_quotation: bool,
}

/// What a clause is to the sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Main,
    /// What is said, thought or planned.
    Complement,
    Relative,
    /// "while", "because", "although": told beside the main clause.
    Subordinate,
    /// "if", "unless", "whether".
    Conditional,
    /// "after", "before", "when": in order to the main event.
    Adjunct(AdjunctOrder),
}

/// Gives each group its clause.
pub(super) fn settle(scene: &mut Scene<'_>) {
    for index in 0..scene.groups.len() {
        let setting = setting(scene, index);
        scene.groups[index].is_passive |= !setting.auxiliaries.is_empty() && scene.groups[index].is_ambiguous;
        scene.groups[index].setting = setting;
        if index > 0 {
            reduce(scene, index);
        }
    }
    for index in 0..scene.groups.len() {
        let end = scene
            .groups
            .get(index + 1)
            .map_or(scene.tokens.end, |next| next.setting.region.start.max(scene.groups[index].head + 1));
        scene.groups[index].setting.region.end = end;
    }
    if let Some(first) = scene.groups.first_mut() {
        first.setting.region.start = scene.tokens.start;
    }
}

/// "The man arrested on Monday was released": of two verbs that nothing parts, an ambiguous one is a participle.
fn reduce(scene: &mut Scene<'_>, index: usize) {
    let (before, here) = (&scene.groups[index - 1], &scene.groups[index]);
    let unparted = here.setting.start == before.setting.start && here.is_finite() && here.setting.governor.is_none();
    if !unparted || !before.is_ambiguous || before.tense != Tense::Past {
        return;
    }
    let subject = before.setting.subject.clone();
    let before = &mut scene.groups[index - 1];
    before.tense = Tense::Participle;
    before.setting.kind = Kind::Relative;
    before.is_passive = true;
    scene.groups[index].setting.subject = subject;
}

fn setting(scene: &Scene<'_>, index: usize) -> Setting {
    let group = &scene.groups[index];
    let before = index.checked_sub(1).map(|before| &scene.groups[before]);
    let gap = before.map_or(scene.tokens.start, |before| before.head + 1)..group.first;
    let in_quotation = scene.is_quoted(group.head);
    let plain = Setting { in_quotation, start: gap.start, region: gap.start..gap.end, ..Setting::default() };
    if group.tense == Tense::Infinitive {
        return infinitive(scene, index, plain);
    }
    let openings = openings(scene, gap.clone(), before, group);
    if group.tense == Tense::Gerund {
        return gerund(scene, index, openings, plain);
    }
    if group.tense == Tense::Participle {
        return participle(scene, index, openings.last(), plain);
    }
    let says = before.filter(|before| takes_clause(scene, before)).map(|_| said_from(scene, gap.clone()));
    match openings.last() {
        Some(last) => opened(scene, index, last, &openings, plain),
        None => match (before, says) {
            (Some(_), Some(start)) if start < group.first => Setting {
                kind: Kind::Complement,
                subject: subject(scene, start..group.first),
                start,
                region: start..start,
                governor: Some(index - 1),
                ..plain
            },
            (Some(before), _) => unopened(scene, index, before, plain),
            (None, _) => Setting { subject: subject(scene, gap), ..plain },
        },
    }
}

/// A verb behind another that nothing parts from it.
fn unopened(scene: &Scene<'_>, index: usize, before: &Group, plain: Setting) -> Setting {
    let group = &scene.groups[index];
    let own = Setting { region: group.first..group.first, start: before.setting.start, kind: before.setting.kind, ..plain };
    // "the man who was arrested was released": the outer clause goes on.
    if before.setting.kind == Kind::Relative && before.is_finite() && group.is_finite() && !group.is_ambiguous {
        return Setting { kind: Kind::Main, subject: before.setting.subject.clone(), start: before.setting.subject.start, ..own };
    }
    // "to save people buried under rubble"
    let behind_object =
        !before.is_finite() && before.head + 1 < group.first && scene.groups[..index].iter().any(Group::is_finite);
    let reduced = matches!(group.tense, Tense::Participle) || (group.is_ambiguous && (before.is_finite() || behind_object));
    if reduced {
        let subject = phrase_before(scene, group.first);
        return Setting { kind: Kind::Relative, start: subject.start, subject, ..own };
    }
    let subject = if before.is_finite() && !before.is_ambiguous {
        phrase_before(scene, group.first)
    } else {
        before.setting.subject.clone()
    };
    Setting { subject, order: before.setting.order, ..own }
}

/// A clause with what opens it.
fn opened(scene: &Scene<'_>, index: usize, last: &Opening, openings: &[Opening], plain: Setting) -> Setting {
    let group = &scene.groups[index];
    let before = index.checked_sub(1).map(|before| &scene.groups[before]);
    let is_bare = (last.start..group.first).all(|token| scene.is_adverb(token) || scene.is_time(token));
    let own = Setting {
        region: last.at..last.at,
        start: last.start,
        after_comma: last.is_comma || comma_before(scene, last.at),
        ..plain
    };
    if let Some(kind) = last.kind {
        let is_relative = kind == Kind::Relative && (is_bare || scene.str(last.start - 1) != "whose");
        let subject = if is_relative && is_bare { antecedent(scene, last.at) } else { subject(scene, last.start..group.first) };
        let governor = (kind == Kind::Complement).then(|| index.checked_sub(1)).flatten();
        return Setting { kind, subject, order: last.order, governor, ..own };
    }
    match before {
        // "The minister, Pavel Doren, denied": an aside between commas.
        None if is_bare && last.is_comma => {
            let start =
                openings.iter().rev().find(|opening| opening.kind.is_some()).map_or(scene.tokens.start, |opening| opening.start);
            Setting { subject: subject(scene, start..last.at), start, ..own }
        }
        None => Setting { subject: subject(scene, last.start..group.first), ..own },
        // "announced that the price, already low, will": the clause was opened before the aside.
        Some(_) if is_bare && last.is_comma && openings.iter().any(|opening| opening.kind.is_some()) => {
            let outer: Vec<Opening> = openings.iter().filter(|opening| opening.kind.is_some()).cloned().collect();
            let Some(opening) = outer.last() else { return own };
            let governor = (opening.kind == Some(Kind::Complement)).then(|| index.checked_sub(1)).flatten();
            let subject = subject(scene, opening.start..last.at);
            Setting {
                kind: opening.kind.unwrap_or_default(),
                order: opening.order,
                governor,
                subject,
                region: opening.at..opening.at,
                start: opening.start,
                ..own
            }
        }
        Some(before) if is_bare => shared(scene, index, before, last, own),
        Some(before) => {
            let kind = if last.is_coordinator && before.setting.kind == Kind::Complement { Kind::Complement } else { Kind::Main };
            let governor = before.setting.governor.filter(|_| kind == Kind::Complement);
            Setting { kind, governor, subject: subject(scene, last.start..group.first), ..own }
        }
    }
}

/// "signed a deal and left", ", who came on Monday, signed": the subject stands before another verb.
fn shared(scene: &Scene<'_>, index: usize, before: &Group, last: &Opening, own: Setting) -> Setting {
    let group = &scene.groups[index];
    let goes_on = !last.is_coordinator && before.setting.after_comma;
    if goes_on && matches!(before.setting.kind, Kind::Relative) {
        return Setting { subject: before.setting.subject.clone(), ..own };
    }
    // The verb to which this one is joined: a participle is joined to another, not to the verb that tells.
    let mates = scene.groups[..index].iter().rev();
    let is_mate = |mate: &&Group| !matches!(mate.tense, Tense::Infinitive | Tense::Gerund) || mate.tense == group.tense;
    let reduced = group.is_ambiguous && before.tense == Tense::Participle && last.is_coordinator;
    let mate = if reduced {
        Some(before)
    } else {
        mates.clone().find(|mate| is_mate(mate) && mate.is_finite()).or_else(|| mates.clone().find(is_mate))
    };
    let Some(mate) = mate else { return Setting { subject: subject(scene, scene.tokens.start..last.at), ..own } };
    let kind = if reduced { Kind::Relative } else { mate.setting.kind };
    let (order, governor) = (mate.setting.order, mate.setting.governor);
    // "were arrested and charged", "will visit and meet"
    let passive = mate.is_passive && mate.first < mate.head && group.is_ambiguous && group.first == group.head;
    let same = mate.first < mate.head
        && group.first == group.head
        && mate.tense == group.tense
        && mate.reality == group.reality
        && mate.reality != Reality::Told;
    let auxiliaries = if passive || same { mate.first..mate.head } else { 0..0 };
    Setting { kind, order, governor, subject: mate.setting.subject.clone(), is_shared: true, auxiliaries, ..own }
}

/// An infinitive belongs to the verb before it.
fn infinitive(scene: &Scene<'_>, index: usize, plain: Setting) -> Setting {
    let to = scene.groups[index].first;
    let Some(before) = index.checked_sub(1) else { return plain };
    // "plans to visit Oman and meet its ruler": both are planned.
    let joined = scene.str(to) != "to" && scene.str(to - 1) != "to" && scene.groups[before].tense == Tense::Infinitive;
    let governor = scene.groups[before].setting.governor.filter(|_| joined).unwrap_or(before);
    let before = &scene.groups[governor].setting;
    Setting {
        governor: Some(governor),
        subject: before.subject.clone(),
        kind: before.kind,
        order: before.order,
        region: to..to,
        start: before.start,
        ..plain
    }
}

/// "after signing the deal", ", killing 12 people".
fn gerund(scene: &Scene<'_>, index: usize, openings: Vec<Opening>, plain: Setting) -> Setting {
    let group = &scene.groups[index];
    let opening = openings.into_iter().rev().find(|opening| opening.order.is_some() && opening.start == group.first);
    let governor = index.checked_sub(1);
    let after_comma = comma_before(scene, group.first);
    let ordered = opening.as_ref().is_some() || after_comma;
    // "charged him with accepting": who did it is not the subject.
    let subject = governor.filter(|_| ordered).map_or(0..0, |governor| scene.groups[governor].setting.subject.clone());
    match opening {
        Some(opening) => Setting {
            kind: opening.kind.unwrap_or_default(),
            order: opening.order,
            subject,
            start: opening.start,
            region: opening.at..opening.at,
            is_shared: true,
            ..plain
        },
        None => Setting { governor, subject, region: group.first..group.first, after_comma, is_shared: true, ..plain },
    }
}

/// "talks hosted by Norway and attended by envoys", "the deal, signed in Oslo,".
fn participle(scene: &Scene<'_>, index: usize, last: Option<&Opening>, plain: Setting) -> Setting {
    let group = &scene.groups[index];
    let own = Setting { kind: Kind::Relative, region: group.first..group.first, ..plain };
    let joined = last.filter(|last| last.is_coordinator && last.start == group.first);
    if let Some(before) = index.checked_sub(1).filter(|_| joined.is_some()).map(|before| &scene.groups[before]) {
        let (kind, order) = (before.setting.kind, before.setting.order);
        return Setting {
            kind,
            order,
            subject: before.setting.subject.clone(),
            start: before.setting.start,
            is_shared: true,
            ..own
        };
    }
    let after_comma = comma_before(scene, group.first);
    let subject = phrase_before(scene, group.first - usize::from(after_comma));
    Setting { start: subject.start, subject, after_comma, ..own }
}

/// Whether a clause may follow a verb without "that".
pub(super) fn takes_clause(scene: &Scene<'_>, group: &Group) -> bool {
    let says = Classes::SPEECH.or(Classes::ANNOUNCE);
    group.verb(scene).is_some_and(|verb| verb.classes.iter().any(|(rest, classes)| rest.is_empty() && classes.is(says)))
        && !group.is_passive
}
