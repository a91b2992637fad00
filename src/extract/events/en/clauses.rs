//! Clauses of an English sentence: what opens the clause of each group of verbs, what its subject is, where it ends.
//! A sketch of syntax: marks and function words decide, no parse tree is built.

use std::ops::Range;

use super::groups::{Group, Tense};
use super::scene::Scene;
use crate::extract::events::candidate::Order;
use crate::extract::lexicon::english::{Class, Classes, ENGLISH_EVENTS};
use crate::extract::lexicon::particles::{Adjunct, AdjunctOrder};

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

/// What opens a clause between two groups.
#[derive(Debug, Clone)]
struct Opening {
    /// The token of the word or mark.
    at: usize,
    /// Behind it.
    start: usize,
    kind: Option<Kind>,
    order: Option<Order>,
    is_coordinator: bool,
    is_comma: bool,
}

/// Gives each group its clause.
pub(super) fn settle(scene: &mut Scene<'_>) {
    for index in 0..scene.groups.len() {
        let setting = setting(scene, index);
        scene.groups[index].setting = setting;
        if index > 0 {
            reduce(scene, index);
        }
    }
    for index in 0..scene.groups.len() {
        let end = scene.groups.get(index + 1).map_or(scene.tokens.end, |next| next.setting.region.start.max(scene.groups[index].head + 1));
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
    before.is_passive = true;
    scene.groups[index].setting.subject = subject;
}

fn setting(scene: &Scene<'_>, index: usize) -> Setting {
    let group = &scene.groups[index];
    let before = index.checked_sub(1).map(|before| &scene.groups[before]);
    let gap = before.map_or(scene.tokens.start, |before| before.head + 1)..group.first;
    let in_quotation = is_quoted(scene, group.head);
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
    let reduced = matches!(group.tense, Tense::Participle) || (group.is_ambiguous && before.is_finite());
    if reduced {
        let subject = phrase_before(scene, group.first);
        return Setting { kind: Kind::Relative, start: subject.start, subject, ..own };
    }
    let subject = if before.is_finite() && !before.is_ambiguous { phrase_before(scene, group.first) } else { before.setting.subject.clone() };
    Setting { subject, order: before.setting.order, ..own }
}

/// A clause with what opens it.
fn opened(scene: &Scene<'_>, index: usize, last: &Opening, openings: &[Opening], plain: Setting) -> Setting {
    let group = &scene.groups[index];
    let before = index.checked_sub(1).map(|before| &scene.groups[before]);
    let is_bare = (last.start..group.first).all(|token| scene.is_adverb(token) || scene.is_time(token));
    let own = Setting { region: last.at..last.at, start: last.start, after_comma: last.is_comma || comma_before(scene, last.at), ..plain };
    if let Some(kind) = last.kind {
        let is_relative = kind == Kind::Relative && (is_bare || scene.str(last.start - 1) != "whose");
        let subject = if is_relative && is_bare { antecedent(scene, last.at) } else { subject(scene, last.start..group.first) };
        let governor = (kind == Kind::Complement).then(|| index.checked_sub(1)).flatten();
        return Setting { kind, subject, order: last.order, governor, ..own };
    }
    match before {
        // "The minister, Pavel Doren, denied": an aside between commas.
        None if is_bare && last.is_comma => {
            let start = openings.iter().rev().find(|opening| opening.kind.is_some()).map_or(scene.tokens.start, |opening| opening.start);
            Setting { subject: subject(scene, start..last.at), start, ..own }
        }
        None => Setting { subject: subject(scene, last.start..group.first), ..own },
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
    let mate = if reduced { Some(before) } else { mates.clone().find(|mate| is_mate(mate) && mate.is_finite()).or_else(|| mates.clone().find(is_mate)) };
    let Some(mate) = mate else { return Setting { subject: subject(scene, scene.tokens.start..last.at), ..own } };
    let kind = if reduced { Kind::Relative } else { mate.setting.kind };
    let (order, governor) = (mate.setting.order, mate.setting.governor);
    Setting { kind, order, governor, subject: mate.setting.subject.clone(), is_shared: true, ..own }
}

/// An infinitive belongs to the verb before it.
fn infinitive(scene: &Scene<'_>, index: usize, plain: Setting) -> Setting {
    let to = scene.groups[index].first;
    let Some(governor) = index.checked_sub(1) else { return plain };
    let before = &scene.groups[governor].setting;
    Setting { governor: Some(governor), subject: before.subject.clone(), kind: before.kind, order: before.order, region: to..to, start: before.start, ..plain }
}

/// "after signing the deal", ", killing 12 people".
fn gerund(scene: &Scene<'_>, index: usize, openings: Vec<Opening>, plain: Setting) -> Setting {
    let group = &scene.groups[index];
    let opening = openings.into_iter().rev().find(|opening| opening.order.is_some() && opening.start == group.first);
    let governor = index.checked_sub(1);
    let subject = governor.map_or(0..0, |governor| scene.groups[governor].setting.subject.clone());
    let after_comma = comma_before(scene, group.first);
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
        return Setting { kind, order, subject: before.setting.subject.clone(), start: before.setting.start, is_shared: true, ..own };
    }
    let after_comma = comma_before(scene, group.first);
    let subject = phrase_before(scene, group.first - usize::from(after_comma));
    Setting { start: subject.start, subject, after_comma, ..own }
}

/// What may open the clause of a group in the tokens between it and the one before, in order.
fn openings(scene: &Scene<'_>, gap: Range<usize>, before: Option<&Group>, group: &Group) -> Vec<Opening> {
    let mut out: Vec<Opening> = Vec::new();
    let mut token = gap.start;
    while token < gap.end {
        let found = opening(scene, token, &gap, before, group, &out);
        token = found.as_ref().map_or(token + 1, |opening| opening.start);
        out.extend(found);
    }
    out
}

fn opening(scene: &Scene<'_>, token: usize, gap: &Range<usize>, before: Option<&Group>, group: &Group, so_far: &[Opening]) -> Option<Opening> {
    let opens = |kind: Option<Kind>, n_tokens: usize, order: Option<Order>| {
        Some(Opening { at: token, start: (token + n_tokens).min(gap.end), kind, order, is_coordinator: false, is_comma: false })
    };
    if scene.is_time(token) && !scene.is(token, Class::SUBORDINATOR) {
        return None;
    }
    if scene.is_mark(token) {
        let is_comma = scene.str(token) == ",";
        let parts = is_comma || matches!(scene.str(token), ";" | ":" | "(" | ")" | "\u{2014}" | "\u{2013}" | "\"" | "\u{201C}" | "\u{201D}");
        let in_number = scene.is_number(token.wrapping_sub(1)) && scene.is_number(token + 1) && scene.reading.touches(token);
        let dash = scene.str(token) == "-" && !scene.reading.touches(token);
        return ((parts && !in_number) || dash).then(|| Opening { at: token, start: token + 1, kind: None, order: None, is_coordinator: false, is_comma });
    }
    let class = scene.class(token);
    let behind_noun = token > scene.tokens.start && (scene.is_plain_noun(token - 1) || scene.is_mark(token - 1) || scene.is_number(token - 1));
    if scene.str(token) == "that" {
        let is_relative = token + 1 == group.first && behind_noun && token > gap.start;
        let determines = !is_relative && before.is_none_or(|before| !takes_clause(scene, before)) && !behind_noun;
        let kind = if is_relative { Kind::Relative } else { Kind::Complement };
        return if determines { None } else { opens(Some(kind), 1, None) };
    }
    if class.is(Class::RELATIVE) {
        return opens(Some(Kind::Relative), 1, None);
    }
    if class.is(Class::HYPOTHETICAL) {
        return opens(Some(Kind::Conditional), 1, None);
    }
    if let Some(found) = scene.reading.english_phrase(token, &ENGLISH_EVENTS.functions.adjuncts) {
        let end = token + found.n_tokens;
        let Adjunct { order, is_cause } = *found.meaning;
        let cue = (token, end - 1);
        // "after two days of talks, the ministers": the verb is the main one.
        return opens(Some(Kind::Adjunct(order)), found.n_tokens, Some(Order { order, cue, is_cause })).filter(|_| end <= gap.end);
    }
    if matches!(scene.str(token), "how" | "what" | "why") {
        return opens(Some(Kind::Complement), 1, None);
    }
    if class.is(Class::SUBORDINATOR) {
        return opens(Some(Kind::Subordinate), 1, None);
    }
    if class.is(Class::COORDINATOR) {
        let joins_verbs = (token + 1..group.first).all(|behind| scene.is_adverb(behind) || scene.is_time(behind));
        let after_mark = so_far.last().is_some_and(|last| last.start == token && last.kind.is_none());
        let joins_clauses = before.is_some() && (after_mark || (so_far.is_empty() && before.is_some_and(|before| !takes_clause(scene, before))));
        let opening = Opening { at: token, start: token + 1, kind: None, order: None, is_coordinator: true, is_comma: false };
        return (joins_clauses || (joins_verbs && before.is_some())).then_some(opening);
    }
    None
}

fn comma_before(scene: &Scene<'_>, token: usize) -> bool {
    token > scene.tokens.start && scene.str(token - 1) == ","
}

/// Whether a clause may follow a verb without "that".
pub(super) fn takes_clause(scene: &Scene<'_>, group: &Group) -> bool {
    let says = Classes::SPEECH.or(Classes::ANNOUNCE);
    group.verb(scene).is_some_and(|verb| verb.classes.iter().any(|(rest, classes)| rest.is_empty() && classes.is(says))) && !group.is_passive
}

/// Where what is said begins: behind the day on which it is said and "in a statement".
fn said_from(scene: &Scene<'_>, gap: Range<usize>) -> usize {
    let mut start = gap.start;
    loop {
        let is_time = scene.is_time(start) || (scene.is(start, Class::PREPOSITION) && scene.is_time(start + 1));
        if start < gap.end && (is_time || scene.is_adverb(start)) {
            start += 1;
        } else if start + 2 < gap.end && scene.str(start) == "in" && matches!(scene.str(start + 1), "a" | "an") {
            start += 3;
        } else {
            return start.min(gap.end);
        }
    }
}

/// The noun phrase among the tokens before a verb, without what stands ahead of it.
fn subject(scene: &Scene<'_>, tokens: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (tokens.start, tokens.end);
    let skips = |token: usize| {
        scene.is_adverb(token) || scene.is_time(token) || scene.is_mark(token) || scene.is(token, Class::COORDINATOR)
    };
    while start < end && skips(end - 1) && !scene.is_possessive(end - 1) {
        end -= 1;
    }
    while start < end && skips(start) {
        start += 1;
    }
    if start < end && scene.is(start, Class::PREPOSITION) {
        let time = scene.timexes.iter().filter(|timex| timex.first > start && timex.last < end).map(|timex| timex.last + 1).next_back();
        let named = (start + 2..end).find(|&token| scene.is(token, Class::DETERMINER.or(Class::SUBJECT_PRONOUN)) && !scene.is(token - 1, Class::PREPOSITION));
        start = time.or(named).unwrap_or(end);
        while start < end && skips(start) {
            start += 1;
        }
    }
    start..end
}

/// The noun phrase right before a token: "a report" of "a report published in May".
pub(super) fn phrase_before(scene: &Scene<'_>, end: usize) -> Range<usize> {
    let mut start = end;
    while start > scene.tokens.start && end - start < 8 {
        let token = start - 1;
        let quiet = scene.is_plain_noun(token) && scene.groups.iter().all(|group| group.head != token);
        let is_part = quiet || scene.is_number(token) || scene.is_possessive(token) || scene.is_hyphenated(token) || scene.str(token) == "-";
        if scene.is(token, Class::DETERMINER) && !is_part {
            return token..end;
        }
        if !is_part {
            break;
        }
        start = token;
    }
    start..end
}

/// What a relative pronoun at a token tells about.
fn antecedent(scene: &Scene<'_>, token: usize) -> Range<usize> {
    let end = if comma_before(scene, token) { token - 1 } else { token };
    // "in which"
    let end = if end > scene.tokens.start && scene.is(end - 1, Class::PREPOSITION) && end == token { end - 1 } else { end };
    phrase_before(scene, end)
}

/// Whether a token stands between quotation marks.
fn is_quoted(scene: &Scene<'_>, token: usize) -> bool {
    let mut open = false;
    for before in scene.tokens.start..token {
        match scene.str(before) {
            "\u{201C}" => open = true,
            "\u{201D}" => open = false,
            "\"" => open = !open,
            _ => {}
        }
    }
    open
}
