//! Applies a log of edits to what was found.
//! An edit changes what it names and nothing else: the bounds that a link gave another event stay as the text gives them. Where
//! the reader's time contradicts such a link, a warning says so.

use std::borrow::Cow;
use std::collections::HashMap;

use super::contradiction::contradictions;
use super::field::{rank, restore, set};
use super::{Edit, Entry, EventName};
use crate::event::by_hand::Field;
use crate::event::extraction::Extraction;
use crate::event::occurrence::{Event, EventId};
use crate::event::tlink::{LinkEnd, Tlink};

/// What was found, as the reader corrected it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// What is shown.
    pub extraction: Extraction,
    /// What edits call the events, in the same order.
    pub names: Vec<EventName>,
    /// The edits that have nothing to change: their event is there no longer. By their place in the log.
    pub unapplied: Vec<usize>,
}

/// Applies edits in their order; those that wait for another text are passed over.
#[must_use]
pub fn edited(found: &Extraction, edits: &[Entry]) -> Edited {
    let mut table = Table::new(found);
    let mut unapplied = Vec::new();
    for (index, entry) in edits.iter().enumerate() {
        if entry.text.is_some() || table.apply(&entry.edit).is_none() {
            unapplied.push(index);
        }
    }
    let (extraction, names) = table.finish(found);
    Edited { extraction, names, unapplied }
}

/// An event under way.
struct Slot<'a> {
    name: EventName,
    /// As it was found or proposed.
    original: &'a Event,
    /// A copy only where something of it is changed: most of thousands stay as they are.
    event: Cow<'a, Event>,
    is_deleted: bool,
    /// The slot that it was joined to.
    joined: Option<usize>,
}

/// All events: a slot for each that was found, in order, then one for each that was added.
struct Table<'a> {
    slots: Vec<Slot<'a>>,
    by_name: HashMap<EventName, usize>,
    n_found: usize,
}

impl<'a> Table<'a> {
    fn new(found: &'a Extraction) -> Self {
        let mut table = Self { slots: Vec::new(), by_name: HashMap::new(), n_found: found.events.len() };
        let mut counts = HashMap::new();
        for event in &found.events {
            let nth = counts.entry(event.mention.trigger).or_insert(0);
            let name = EventName::Found { trigger: event.mention.trigger, nth: *nth };
            *nth += 1;
            table.push(name, event, Cow::Borrowed(event));
        }
        table
    }

    fn push(&mut self, name: EventName, original: &'a Event, event: Cow<'a, Event>) {
        self.by_name.insert(name, self.slots.len());
        self.slots.push(Slot { name, original, event, is_deleted: false, joined: None });
    }

    /// The slot of an event that is still there. Where no event is told by the very words, the only one whose words they share.
    fn find(&self, name: EventName) -> Option<usize> {
        let is_there = |at: &usize| self.slots.get(*at).is_some_and(|slot| !slot.is_deleted);
        if let Some(at) = self.by_name.get(&name) {
            return Some(*at).filter(is_there);
        }
        let EventName::Found { trigger, nth: 0 } = name else { return None };
        let shares = |slot: &Slot| matches!(slot.name, EventName::Found { trigger: other, .. } if other.overlaps(trigger));
        let mut near = (0..self.n_found).filter(|at| self.slots.get(*at).is_some_and(shares));
        let only = near.next().filter(is_there)?;
        near.next().is_none().then_some(only)
    }

    /// Applies an edit; `None` where it has nothing to change.
    fn apply(&mut self, edit: &'a Edit) -> Option<()> {
        match edit {
            Edit::Set { event, value } => {
                let at = self.find(*event)?;
                set(self.slots.get_mut(at)?.event.to_mut(), value);
            }
            Edit::Restore { event, field } => {
                let at = self.find(*event)?;
                let slot = self.slots.get_mut(at)?;
                restore(slot.event.to_mut(), slot.original, *field);
            }
            Edit::Delete { event } => {
                let at = self.find(*event)?;
                self.slots.get_mut(at)?.is_deleted = true;
            }
            Edit::Merge { into, from } => self.merge(*into, *from)?,
            Edit::Split { event, trigger, id, proposed } => {
                let at = self.find(*event)?;
                let mentions = &mut self.slots.get_mut(at)?.event.to_mut().other_mentions;
                let place = mentions.iter().position(|mention| mention.trigger == *trigger)?;
                mentions.remove(place);
                self.add(*id, proposed)?;
            }
            Edit::Add { id, proposed } => self.add(*id, proposed)?,
            // Everything was found anew with it before edits are applied.
            Edit::Published(_) => {}
        }
        Some(())
    }

    fn add(&mut self, id: u32, proposed: &'a Event) -> Option<()> {
        let name = EventName::Added(id);
        if self.by_name.contains_key(&name) {
            return None;
        }
        let mut event = proposed.clone();
        event.by_hand.set(Field::Event, true);
        self.push(name, proposed, Cow::Owned(event));
        Some(())
    }

    /// `from` becomes a mention of `into`, which takes over who and where and, where it is the surer one, when.
    fn merge(&mut self, into: EventName, from: EventName) -> Option<()> {
        let (into, from) = (self.find(into)?, self.find(from)?);
        if into == from {
            return None;
        }
        let other = self.slots.get_mut(from)?;
        (other.is_deleted, other.joined) = (true, Some(into));
        let other = other.event.clone().into_owned();
        let event = self.slots.get_mut(into)?.event.to_mut();
        event.other_mentions.push(other.mention);
        event.other_mentions.extend(other.other_mentions);
        for actor in other.actors {
            if !event.actors.iter().any(|known| (&known.name, known.role) == (&actor.name, actor.role)) {
                event.actors.push(actor);
            }
        }
        for place in other.places {
            if !event.places.iter().any(|known| known.name == place.name) {
                event.places.push(place);
            }
        }
        if rank(&other.when) < rank(&event.when) {
            event.when = other.when;
            event.by_hand.set(Field::When, other.by_hand.has(Field::When));
        }
        event.by_hand.set(Field::Event, true);
        Some(())
    }

    /// The events that are left, by place, with the links between them.
    fn finish(self, found: &Extraction) -> (Extraction, Vec<EventName>) {
        let order = self.order();
        let mut places = vec![None; self.slots.len()];
        for (place, at) in order.iter().enumerate() {
            if let Some(known) = places.get_mut(*at) {
                *known = u32::try_from(place).ok().map(EventId);
            }
        }
        let joined: Vec<Option<usize>> = self.slots.iter().map(|slot| slot.joined).collect();
        let place_of = |id: EventId| place_of(id.index(), &joined, &places);
        let tlinks = links(&found.tlinks, place_of);
        let mut slots: Vec<Option<Slot<'_>>> = self.slots.into_iter().map(Some).collect();
        let kept: Vec<Slot<'_>> = order.into_iter().filter_map(|at| slots.get_mut(at).and_then(Option::take)).collect();
        let (names, events): (Vec<EventName>, Vec<Event>) =
            kept.into_iter().map(|slot| (slot.name, slot.event.into_owned())).unzip();
        let mut extraction = found.clone_without_events();
        (extraction.events, extraction.tlinks) = (events, tlinks);
        extraction.warnings.extend(contradictions(&extraction));
        (extraction, names)
    }

    /// The slots that are left: those that were found as they were, each that was added before the first that is told behind it.
    fn order(&self) -> Vec<usize> {
        let is_left = |at: &usize| self.slots.get(*at).is_some_and(|slot| !slot.is_deleted);
        let start = |at: usize| self.slots.get(at).map_or(0, |slot| slot.event.mention.trigger.start);
        let mut added: Vec<usize> = (self.n_found..self.slots.len()).filter(is_left).collect();
        added.sort_by_key(|at| start(*at));
        let mut added = added.into_iter().peekable();
        let mut order = Vec::with_capacity(self.slots.len());
        for at in (0..self.n_found).filter(is_left) {
            while let Some(before) = added.next_if(|added| start(*added) < start(at)) {
                order.push(before);
            }
            order.push(at);
        }
        order.extend(added);
        order
    }
}

/// Where an event stands now; one that was joined stands where the other one does.
fn place_of(at: usize, joined: &[Option<usize>], places: &[Option<EventId>]) -> Option<EventId> {
    let mut at = at;
    // A chain of joined events is no longer than there are events.
    for _ in 0..joined.len() {
        match joined.get(at)? {
            Some(into) => at = *into,
            None => break,
        }
    }
    places.get(at).copied().flatten()
}

/// The links between events that are left; those that two joined events had between them are none.
fn links(found: &[Tlink], place_of: impl Fn(EventId) -> Option<EventId>) -> Vec<Tlink> {
    let end = |end: LinkEnd| match end {
        LinkEnd::Event(id) => place_of(id).map(LinkEnd::Event),
        timex @ LinkEnd::Timex(_) => Some(timex),
    };
    let moved = |link: &Tlink| Some(Tlink { from: end(link.from)?, to: end(link.to)?, ..link.clone() });
    found.iter().filter_map(moved).filter(|link| link.from != link.to).collect()
}
