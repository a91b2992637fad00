//! Puts the finds of an article together: events with their time, order, actors and titles.

use super::events::{self, Candidate, Who};
use super::normalize::Reading;
use super::order;
use super::published::dateline_end;
use super::retold::{self, Joined};
use super::sentence::cut_dateline;
use super::temporal::bounds::{Dated, date};
use super::temporal::{self, TimexMention};
use crate::article::Published;
use crate::base::{Language, Moment};
use crate::event::{
    Basis, ByHand, Certainty, Event, EventId, LinkEnd, Mention, Precision, Timex, Tlink, TlinkType, Warning, When,
};

/// What was found, in reading order.
#[derive(Default)]
pub(super) struct Assembled {
    pub(super) timexes: Vec<Timex>,
    pub(super) events: Vec<Event>,
    pub(super) tlinks: Vec<Tlink>,
    pub(super) warnings: Vec<Warning>,
}

pub(super) fn assemble(reading: &mut Reading<'_>, language: Language, published: Option<Published>) -> Assembled {
    let mentions = temporal::find(reading, language, published.map(|published| published.value));
    let published = published.map(|published| Moment::on(published.value.day()));
    if let Some(end) = published.and_then(|published| dateline_end(reading, &mentions, published)) {
        cut_dateline(&mut reading.sentences, &reading.tokens, end);
    }
    let reading = &*reading;
    let found = events::find(reading, language, &mentions);
    if !reading.is_wanted() {
        return Assembled::default();
    }
    let Joined { events: mut candidates, retold, warnings: mut denied } =
        retold::join(reading, language, found.events, &mentions);
    let mut dated: Vec<Dated> =
        candidates.iter().map(|candidate| date(reading, language, candidate, &mentions, published)).collect();
    plan_what_is_to_come(&mut candidates, &dated, published);
    let mut links = order::links(reading, &candidates, &mentions);
    let mut warnings = order::solve(&mut dated, &mut links);
    let (twins, notes) = temporal::notes::notes(reading, &mentions);
    warnings.append(&mut denied);
    warnings.extend(notes);
    let tlinks: Vec<Tlink> = links.into_iter().map(|(link, _)| link).chain(twins).collect();
    let people = events::tell(reading, language, &candidates, &found.names);
    let events = candidates
        .iter()
        .zip(dated)
        .zip(people)
        .zip(retold)
        .enumerate()
        .map(|(index, (((candidate, dated), who), retold))| {
            let other_mentions = retold.iter().map(|candidate| mention(reading, candidate)).collect();
            let when = when(dated, is_ordered(&tlinks, index));
            event(reading, language, candidate, who, when, other_mentions)
        })
        .collect();
    Assembled { timexes: mentions.into_iter().map(|mention: TimexMention| mention.timex).collect(), events, tlinks, warnings }
}

/// «يجتمع الوزراء نهاية الشهر»: what is dated after publication is a plan, whatever the tense.
fn plan_what_is_to_come(candidates: &mut [Candidate], dated: &[Dated], published: Option<Moment>) {
    let Some(published) = published else { return };
    for (candidate, dated) in candidates.iter_mut().zip(dated) {
        let Some(earliest) = dated.bounds.earliest else { continue };
        let is_after = earliest.start() >= published.end();
        // «تبحث خلال الأيام المقبلة»: from publication on.
        let goes_beyond = candidate.aspect == events::Aspect::Present
            && earliest.day() >= published.day()
            && dated.bounds.latest.is_none_or(|latest| latest.day() > published.day());
        if is_after || goes_beyond {
            candidate.plan();
        }
    }
}

fn mention(reading: &Reading<'_>, candidate: &Candidate) -> Mention {
    let trigger = reading.token_span(candidate.token);
    let sentence = reading.sentences.get(candidate.sentence).map_or(trigger, |sentence| sentence.span);
    Mention { trigger, sentence }
}

fn event(
    reading: &Reading<'_>,
    language: Language,
    candidate: &Candidate,
    who: Who,
    when: When,
    other_mentions: Vec<Mention>,
) -> Event {
    Event {
        title: who.title,
        kind: candidate.kind,
        mode: events::mode(reading, language, candidate).map(Into::into),
        context: candidate.context.iter().map(|context| (*context).into()).collect(),
        mention: mention(reading, candidate),
        other_mentions,
        actors: who.actors,
        places: who.places,
        modality: candidate.modality,
        when,
        by_hand: ByHand::default(),
    }
}

/// Whether a link says more of an event's order than that it is somewhere in the same article.
fn is_ordered(links: &[Tlink], index: usize) -> bool {
    let Some(id) = u32::try_from(index).ok().map(|index| LinkEnd::Event(EventId(index))) else { return false };
    links.iter().any(|link| (link.from == id || link.to == id) && link.link_type != TlinkType::Identity)
}

fn when(dated: Dated, is_ordered: bool) -> When {
    let bounds = dated.bounds;
    let certainty = match dated.from_text {
        _ if dated.is_ongoing => Certainty::Ongoing,
        (true, true) if bounds.is_one_day() => Certainty::Exact,
        (true, _) if bounds.earliest.is_some() && bounds.latest.is_some() => {
            if bounds.is_one_day() {
                Certainty::Exact
            } else {
                Certainty::Bounded
            }
        }
        (true, _) | (_, true) => Certainty::OneSided,
        (false, false) if is_ordered => Certainty::Ordered,
        (false, false) => Certainty::Undated,
    };
    let basis = match (certainty, dated.basis) {
        (Certainty::Ordered, Basis::Narrative | Basis::None) => Basis::Ordered,
        (_, basis) => basis,
    };
    When {
        bounds,
        precision: Precision::of(bounds),
        certainty,
        basis,
        timex: dated.timex,
        begin: dated.begin,
        end: None,
        explanation: dated.steps,
    }
}
