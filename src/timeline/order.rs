//! What temporal links say of events that nothing else dates: the order of the column, the neighbours on the axis.
//! Knows no lanes and no pixels.

use super::extent::Extent;
use crate::base::{TimePoint, TimeRange};
use crate::event::{Certainty, EventId, Extraction, LinkEnd, Tlink, TlinkType};

/// How an event stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Before,
    After,
    Same,
}

/// The links of each event, to look up without a search.
pub(crate) struct Links<'a> {
    extraction: &'a Extraction,
    /// For each event the places of its links.
    of_event: Vec<Vec<usize>>,
}

impl<'a> Links<'a> {
    pub(crate) fn new(extraction: &'a Extraction) -> Self {
        let mut of_event = vec![Vec::new(); extraction.events.len()];
        for (at, link) in extraction.tlinks.iter().enumerate() {
            for end in [link.from, link.to] {
                let LinkEnd::Event(id) = end else { continue };
                if let Some(list) = of_event.get_mut(id.index()) {
                    list.push(at);
                }
            }
        }
        Self { extraction, of_event }
    }

    fn relations(&self, id: EventId) -> impl Iterator<Item = (Relation, LinkEnd)> {
        let links = self.of_event.get(id.index()).map_or(&[][..], Vec::as_slice);
        links.iter().filter_map(move |&at| relation_of(id, self.extraction.tlinks.get(at)?))
    }

    /// The events that a link joins to `id`.
    pub(crate) fn linked_events(&self, id: EventId) -> impl Iterator<Item = EventId> {
        self.relations(id).filter_map(|(_, end)| match end {
            LinkEnd::Event(other) => Some(other),
            LinkEnd::Timex(_) => None,
        })
    }

    /// Where an ordered event stands between dated neighbours; `None` where no neighbour is dated.
    pub(crate) fn ordered_extent(&self, id: EventId, own: &[Option<Extent>], published: Option<TimePoint>) -> Option<Extent> {
        let event = self.extraction.event(id)?;
        if event.when.certainty != Certainty::Ordered {
            return None;
        }
        let (mut after, mut before) = (None, None);
        for (relation, end) in self.relations(id) {
            let Some(range) = self.range_of(end, own) else { continue };
            let (lower, upper) = neighbours(relation, range, published);
            after = after.max(lower);
            before = [before, upper].into_iter().flatten().min();
        }
        between(after, before, published)
    }

    fn range_of(&self, end: LinkEnd, own: &[Option<Extent>]) -> Option<TimeRange> {
        match end {
            LinkEnd::Event(id) => Some((*own.get(id.index())?)?.occupied()),
            LinkEnd::Timex(id) => self.extraction.timex(id)?.bounds.range(),
        }
    }

    /// The events of `column` (in reading order) so that what a link puts before another comes just before it; else as read.
    pub(crate) fn column_order(&self, column: &[EventId]) -> Vec<EventId> {
        let mut state = vec![Visit::Elsewhere; self.of_event.len()];
        for id in column {
            state[id.index()] = Visit::Waiting;
        }
        let mut order = Vec::with_capacity(column.len());
        for &id in column {
            self.place(id, &mut state, &mut order);
        }
        order
    }

    /// Places `id` after all that links put before it; a circle of links is cut where it closes.
    fn place(&self, id: EventId, state: &mut [Visit], order: &mut Vec<EventId>) {
        let mut stack = vec![(id, false)];
        while let Some((id, ready)) = stack.pop() {
            match (state[id.index()], ready) {
                (Visit::Open, true) => {
                    state[id.index()] = Visit::Placed;
                    order.push(id);
                }
                (Visit::Waiting, false) => {
                    state[id.index()] = Visit::Open;
                    stack.push((id, true));
                    let mut earlier = self.earlier_than(id);
                    earlier.sort_unstable();
                    stack.extend(earlier.into_iter().rev().map(|id| (id, false)));
                }
                _ => {}
            }
        }
    }

    /// The events that links put before `id`, in reading order of the links.
    pub(crate) fn earlier_than(&self, id: EventId) -> Vec<EventId> {
        self.related(id, |relation| relation == Relation::After)
    }

    /// The events that links put after `id`, or at the same time.
    pub(crate) fn not_earlier_than(&self, id: EventId) -> Vec<EventId> {
        self.related(id, |relation| relation != Relation::After)
    }

    fn related(&self, id: EventId, is_meant: impl Fn(Relation) -> bool) -> Vec<EventId> {
        let meant = |(relation, end)| match end {
            LinkEnd::Event(other) if is_meant(relation) && other.index() < self.of_event.len() => Some(other),
            _ => None,
        };
        self.relations(id).filter_map(meant).collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Visit {
    Elsewhere,
    Waiting,
    Open,
    Placed,
}

fn relation_of(id: EventId, link: &Tlink) -> Option<(Relation, LinkEnd)> {
    let forward = match link.link_type {
        TlinkType::Before | TlinkType::IBefore => Relation::Before,
        TlinkType::After | TlinkType::IAfter => Relation::After,
        _ => Relation::Same,
    };
    let own = LinkEnd::Event(id);
    match (link.from == own, link.to == own) {
        (true, false) => Some((forward, link.to)),
        (false, true) => Some((reversed(forward), link.from)),
        _ => None,
    }
}

fn reversed(relation: Relation) -> Relation {
    match relation {
        Relation::Before => Relation::After,
        Relation::After => Relation::Before,
        Relation::Same => Relation::Same,
    }
}

/// What a neighbour's time says: later than, earlier than. After something that reaches to publication means after its beginning.
fn neighbours(relation: Relation, range: TimeRange, published: Option<TimePoint>) -> (Option<TimePoint>, Option<TimePoint>) {
    match relation {
        Relation::Before => (None, Some(range.start)),
        Relation::After if published.is_some_and(|published| range.end >= published && range.start < published) => {
            (Some(range.start), None)
        }
        Relation::After => (Some(range.end), None),
        Relation::Same => (Some(range.start), Some(range.end)),
    }
}

/// Contradicting neighbours keep the earlier side; what is told as past lies before publication.
fn between(after: Option<TimePoint>, before: Option<TimePoint>, published: Option<TimePoint>) -> Option<Extent> {
    if after.is_none() && before.is_none() {
        return None;
    }
    let consistent = before.filter(|&before| after.is_none_or(|after| after <= before));
    let told_past = published.filter(|&published| consistent.is_none() && after.is_some_and(|after| after < published));
    Some(Extent::Ordered { after, before: consistent.or(told_past) })
}
