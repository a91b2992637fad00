//! Temporal links from words: «بعد أن»، «عقب»، «بسبب»، «كانت قد»، «لاحقًا»، «هذه الاتصالات».

use crate::event::{EventId, LinkEnd, Modality, Tlink, TlinkType};
use crate::extract::events::{Aspect, Candidate, Order};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::particles::AdjunctOrder;
use crate::extract::normalize::Reading;
use crate::extract::temporal::TimexMention;
use crate::extract::temporal::value::Value;

/// How many events back a noun may name one told before.
pub(in crate::extract) const RETOLD_REACH: usize = 64;

/// What a link rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Strength {
    /// Words that order two events: they narrow bounds.
    Cue,
    /// «غداة», «عشية»: the two lie a day apart.
    NextDay,
    /// The tense of an aside («كانت قد خضعت»): it tells what came before, and dates nothing else.
    Tense,
}

/// The links between events, by the place of the events in the list.
pub(in crate::extract) fn links(reading: &Reading<'_>, events: &[Candidate], timexes: &[TimexMention]) -> Vec<(Tlink, Strength)> {
    let mut links = Vec::new();
    for (index, event) in events.iter().enumerate() {
        if let (Some(order), Some(main)) = (event.order, event.main) {
            let strength = strength_of(reading, order);
            links.extend(from_order(reading, main, index, order, strength).map(|link| (link, strength)));
        }
        links.extend(from_announcement(reading, events, index).map(|link| (link, Strength::Cue)));
        links.extend(from_report(reading, events, index).map(|link| (link, Strength::Cue)));
        let said = from_later(events, timexes, index).into_iter().chain(from_demonstrative(reading, events, index));
        links.extend(said.map(|link| (link, Strength::Cue)));
    }
    links.retain(|(link, _)| link.from != link.to);
    links
}

fn strength_of(reading: &Reading<'_>, order: Order) -> Strength {
    match reading.word(order.cue.1) {
        Some("قد" | "had") => Strength::Tense,
        word if ARABIC.particles.small.next_day.has(word) => Strength::NextDay,
        _ => Strength::Cue,
    }
}

fn link(from: usize, to: usize, link_type: TlinkType, cue: Option<crate::base::TextSpan>) -> Option<Tlink> {
    let end = |index: usize| u32::try_from(index).ok().map(|index| LinkEnd::Event(EventId(index)));
    Some(Tlink { from: end(from)?, to: end(to)?, link_type, cue })
}

fn from_order(reading: &Reading<'_>, main: usize, event: usize, order: Order, strength: Strength) -> Option<Tlink> {
    let cue = Some(reading.original(order.cue.0, 0, order.cue.1));
    match (order.order, strength) {
        (AdjunctOrder::Before, _) if order.is_cause => link(event, main, TlinkType::Before, cue),
        (AdjunctOrder::Before, Strength::Tense) => link(event, main, TlinkType::Before, cue),
        (AdjunctOrder::Before, Strength::NextDay) => link(main, event, TlinkType::IAfter, cue),
        (AdjunctOrder::After, Strength::NextDay) => link(main, event, TlinkType::IBefore, cue),
        (AdjunctOrder::Before, Strength::Cue) => link(main, event, TlinkType::After, cue),
        (AdjunctOrder::After, _) => link(main, event, TlinkType::Before, cue),
        (AdjunctOrder::Same, _) => link(main, event, TlinkType::Simultaneous, cue),
    }
}

/// «أعلن أمس أن الجيش انسحب»: what is reported as past came before the report.
fn from_report(reading: &Reading<'_>, events: &[Candidate], index: usize) -> Option<Tlink> {
    let told = &events[index];
    if told.modality != Modality::Reported || told.aspect != Aspect::Past || told.order.is_some() {
        return None;
    }
    let report =
        (0..index).rev().take_while(|&before| events[before].sentence == told.sentence).find(|&before| events[before].says)?;
    let is_that = |token: &usize| reading.word(*token).is_some_and(|word| ARABIC.particles.complementizers.contains(word));
    let that = (events[report].token + 1..told.token).find(is_that)?;
    link(index, report, TlinkType::Before, Some(reading.token_span(that)))
}

/// «أعلنت أمس توقف الإنتاج»: what is announced as a fact came before its announcement.
fn from_announcement(reading: &Reading<'_>, events: &[Candidate], index: usize) -> Option<Tlink> {
    let before = index.checked_sub(1)?;
    let (announcement, fact) = (&events[before], &events[index]);
    let is_dated = !announcement.timexes.is_empty();
    let announces = announcement.content == Some(fact.token) && fact.modality == Modality::Reported && is_dated;
    announces.then(|| link(index, before, TlinkType::Before, Some(reading.token_span(announcement.token)))).flatten()
}

/// «لاحقًا»: after the event told before.
fn from_later(events: &[Candidate], timexes: &[TimexMention], index: usize) -> Option<Tlink> {
    let event = &events[index];
    let later = event.timexes.iter().filter_map(|&timex| timexes.get(timex)).find(|mention| mention.value == Value::Future)?;
    if !matches!(later.timex.rule.as_ref(), "ar/soft-later" | "en/soft-later") {
        return None;
    }
    let before = (index.saturating_sub(RETOLD_REACH)..index).rev().find(|&before| events[before].order.is_none())?;
    link(index, before, TlinkType::After, Some(later.timex.span))
}

/// «تزامنًا مع هذه الاتصالات», «بعد هذا اللقاء»: an event told before, named again.
fn from_demonstrative(reading: &Reading<'_>, events: &[Candidate], index: usize) -> Option<Tlink> {
    let event = &events[index];
    let sentence = reading.sentences.get(event.sentence)?;
    let token = sentence.tokens.clone().take(8).find(|&token| {
        let adjunct = reading.phrase(token, &ARABIC.particles.adjuncts);
        adjunct.is_some_and(|found| ARABIC.particles.small.demonstratives.has(reading.word(token + found.n_tokens)))
    })?;
    let adjunct = reading.phrase(token, &ARABIC.particles.adjuncts)?;
    let noun_token = token + adjunct.n_tokens + 1;
    let noun = reading.noun(noun_token)?;
    let before = index.checked_sub(1).map(|before| &events[before]);
    let is_first_after =
        event.token > noun_token && before.is_none_or(|before| before.sentence != event.sentence || before.token <= noun_token);
    if !is_first_after {
        return None;
    }
    let told = (index.saturating_sub(RETOLD_REACH)..index).rev().find(|&before| events[before].lemma == noun.noun.lemma)?;
    let link_type = match adjunct.meaning.order {
        AdjunctOrder::Before => TlinkType::After,
        AdjunctOrder::After => TlinkType::Before,
        AdjunctOrder::Same => TlinkType::Simultaneous,
    };
    link(index, told, link_type, Some(reading.original(token, 0, noun_token)))
}
