//! Which event a temporal expression of an English sentence dates, and to which main event an adjunct belongs.

use super::clauses::Kind;
use super::scene::Scene;
use crate::event::{Modality, TimexType};
use crate::extract::events::candidate::{Aspect, Candidate, Role};
use crate::extract::lexicon::english::{Class, Classes, Verb};
use crate::extract::lexicon::particles::AdjunctOrder;
use crate::extract::temporal::TimexMention;

/// How near an undated noun must stand before an expression to be dated by it: "the collapse in 2008".
const NOUN_REACH: usize = 3;

/// Gives each expression of a sentence to its event, and each adjunct to its main event. `offset` is the place of the sentence's
/// first expression among those of the article.
pub(super) fn attach(scene: &Scene<'_>, found: &mut [Candidate], offset: usize) {
    for (place, timex) in scene.timexes.iter().enumerate() {
        if dates_nothing(scene, timex) {
            continue;
        }
        if let Some(host) = host(scene, found, timex) {
            // "decisions of the past": a soft word makes no event of what is none by itself.
            let bounds = timex.timex.bounds;
            let is_soft = bounds.earliest.is_none() || bounds.latest.is_none();
            if found[host].role == Role::Event || !is_soft {
                found[host].timexes.push(offset + place);
            }
        }
    }
    lend(scene, found);
    for index in 0..found.len() {
        found[index].main = main_event(found, index);
    }
    settle(found);
}

/// "before he leaves": it happened, or is planned, as its main event is.
fn settle(found: &mut [Candidate]) {
    for index in 0..found.len() {
        let Some(main) = found[index].main.filter(|_| found[index].order.is_some_and(|order| !order.is_cause)) else { continue };
        let is_clause = found[index].frame.is_some();
        if found[main].modality == Modality::Planned
            && is_clause
            && found[index].timexes.is_empty()
            && found[index].order.is_some_and(|order| order.order == AdjunctOrder::After)
        {
            found[index].plan();
            found[index].aspect = Aspect::Future;
        }
    }
}

/// "for three days", "every year", "the worst since 2010": a measure, not a date.
fn dates_nothing(scene: &Scene<'_>, timex: &TimexMention) -> bool {
    let before = timex.first.wrapping_sub(1);
    let since = scene.str(before) == "since";
    let unbounded = timex.timex.bounds == crate::base::Bounds::UNKNOWN;
    if timex.timex.timex_type == TimexType::Set || (timex.timex.timex_type == TimexType::Duration && !since && unbounded) {
        return true;
    }
    let start = timex.first.saturating_sub(8).max(scene.tokens.start);
    let measured = (start..timex.first).any(|token| scene.is(token, Class::MEASURE));
    let compared = (timex.first.saturating_sub(2)..timex.first).any(|token| scene.is(token, Class::COMPARED));
    (since && measured) || compared
}

/// The candidate that an expression dates.
fn host(scene: &Scene<'_>, found: &[Candidate], timex: &TimexMention) -> Option<usize> {
    if let Some(host) = noun_behind(scene, found, timex).or_else(|| noun_before(scene, found, timex)) {
        return Some(host);
    }
    let group = scene.groups.iter().position(|group| group.setting.region.contains(&timex.first))?;
    let of_group =
        |index: usize| found.iter().position(|candidate| candidate.frame.as_ref().is_some_and(|frame| frame.group == index));
    let told = of_group(group)?;
    // "a trip that had been planned for Wednesday": of what was cancelled.
    if let Some(planned) =
        planned(scene, found, group).filter(|_| found[told].role == Role::Absorbs || found[told].timexes.is_empty())
    {
        return Some(planned);
    }
    // "forecast rain until Friday": no day on which it was said.
    let bounds_speech = matches!(
        scene.str(timex.first.wrapping_sub(1)),
        "until" | "till" | "by" | "before" | "after" | "since" | "from" | "for" | "of"
    );
    if found[told].says && bounds_speech {
        return None;
    }
    // A purpose or an aside without an event of its own: the verb before it.
    let is_aside = found[told].role == Role::Absorbs && !scene.groups[group].is_finite() && group > 0;
    if is_aside { of_group(group - 1) } else { Some(told) }
}

/// The cancelled event whose noun a relative clause says was planned.
fn planned(scene: &Scene<'_>, found: &[Candidate], group: usize) -> Option<usize> {
    let group = &scene.groups[group];
    let planning = |verb: &Verb| verb.classes.iter().any(|(_, classes)| classes.is(Classes::PLANNING));
    let is_relative = group.setting.kind == Kind::Relative && group.verb(scene).is_some_and(planning);
    let subject = &group.setting.subject;
    found.iter().position(|candidate| {
        is_relative
            && candidate.modality == Modality::Cancelled
            && candidate.content.is_some_and(|noun| subject.contains(&noun) || noun < group.first)
    })
}

/// "Tuesday's vote", "the 2015 deal".
fn noun_behind(scene: &Scene<'_>, found: &[Candidate], timex: &TimexMention) -> Option<usize> {
    let mut token = timex.last + 1;
    let possessive = scene.is_possessive(token);
    while scene.is_possessive(token) {
        token += 1;
    }
    let attributive = possessive
        || (scene.is(timex.first.wrapping_sub(1), Class::DETERMINER) || scene.is_possessive(timex.first.wrapping_sub(1)));
    if !attributive {
        return None;
    }
    let end = (token..token + 4).find(|&token| !scene.is_plain_noun(token)).unwrap_or(token + 4);
    found.iter().position(|candidate| (token..end).contains(&candidate.token) && !is_verb(candidate))
}

fn is_verb(candidate: &Candidate) -> bool {
    candidate.frame.is_some() && candidate.carrier.is_none()
}

/// "after a collapse in 2008": a noun that orders or stands alone is dated before its verb is.
fn noun_before(scene: &Scene<'_>, found: &[Candidate], timex: &TimexMention) -> Option<usize> {
    let near = |candidate: &Candidate| {
        candidate.frame.is_none()
            && candidate.token < timex.first
            && timex.first - candidate.token <= NOUN_REACH
            && (candidate.token + 1..timex.first)
                .all(|token| matches!(scene.str(token), "in" | "on" | "of" | "at" | "early" | "late" | "last"))
    };
    let place = found.iter().position(near)?;
    let noun = &found[place];
    let group = scene.groups.iter().position(|group| group.setting.region.contains(&noun.token));
    let verb =
        group.and_then(|group| found.iter().find(|candidate| candidate.frame.as_ref().is_some_and(|frame| frame.group == group)));
    // "rejected a truce in January": the verb is dated; "condemned the attack in 2015", not "in January", names the noun by its date.
    let is_object = verb.is_some_and(|verb| verb.role == Role::Event && verb.token < noun.token);
    (noun.order.is_some() || !is_object).then_some(place)
}

/// "on March 4, when rebels attacked": the clause is of the same day.
fn lend(scene: &Scene<'_>, found: &mut [Candidate]) {
    for index in 1..found.len() {
        let Some(group) = found[index].frame.as_ref().map(|frame| &scene.groups[frame.group]) else { continue };
        let setting = &group.setting;
        let follows_time = setting.order.is_some_and(|order| {
            let before = order.cue.0.saturating_sub(1);
            scene.is_time(before) || (scene.str(before) == "," && scene.is_time(before.saturating_sub(1)))
        });
        let is_when = setting.kind == Kind::Adjunct(AdjunctOrder::Same)
            && setting.order.is_some_and(|order| scene.str(order.cue.0) == "when");
        if is_when && found[index].timexes.is_empty() && follows_time {
            let lent = found[index - 1].timexes.clone();
            found[index].timexes = lent;
        }
    }
}

/// The main event of an adjunct: the last before it that is none, else the first behind it.
fn main_event(found: &[Candidate], index: usize) -> Option<usize> {
    let order = found[index].order?;
    let told = |other: &Candidate| {
        other.is_event() && (other.order.is_none() || other.order == Some(order)) && other.token != found[index].token
    };
    let plain = |other: &Candidate| told(other) && other.order.is_none();
    let fronted = found[index].clause.start <= found[0].clause.start;
    let before = found[..index].iter().rposition(plain).filter(|_| !fronted);
    before
        .or_else(|| found[index + 1..].iter().position(plain).map(|place| index + 1 + place))
        .or_else(|| found[..index].iter().rposition(plain))
}
