//! Edits made in one reading of an article, in another: the lines that both hold carry them over.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Edit, EventName, Value};
use crate::base::TextSpan;
use crate::event::occurrence::{Actor, Event, Mention, Place};

/// From the places of one text to those of another.
pub(super) struct Moved<'a> {
    before: &'a str,
    after: &'a str,
    shared: Option<Arc<str>>,
    /// Where lines of the first text begin in the second, by where they begin in the first.
    lines: HashMap<usize, Option<usize>>,
}

impl<'a> Moved<'a> {
    pub(super) fn new(before: &'a str, after: &'a str) -> Self {
        Self { before, after, shared: None, lines: HashMap::new() }
    }

    /// The first text, one copy for all that wait for it.
    pub(super) fn before(&mut self) -> Arc<str> {
        self.shared.get_or_insert_with(|| self.before.into()).clone()
    }

    /// The edit in the second text; `None` where not all of its words stand there.
    pub(super) fn edit(&mut self, edit: &Edit) -> Option<Edit> {
        Some(match edit {
            Edit::Set { event, value } => Edit::Set { event: self.name(*event)?, value: self.value(value)? },
            Edit::Restore { event, field } => Edit::Restore { event: self.name(*event)?, field: *field },
            Edit::Delete { event } => Edit::Delete { event: self.name(*event)? },
            Edit::Merge { into, from } => Edit::Merge { into: self.name(*into)?, from: self.name(*from)? },
            Edit::Split { event, trigger, id, proposed } => {
                let (event, trigger) = (self.name(*event)?, self.span(*trigger)?);
                Edit::Split { event, trigger, id: *id, proposed: Box::new(self.event(proposed)?) }
            }
            Edit::Add { id, proposed } => Edit::Add { id: *id, proposed: Box::new(self.event(proposed)?) },
            Edit::Published(published) => Edit::Published(*published),
        })
    }

    fn name(&mut self, name: EventName) -> Option<EventName> {
        Some(match name {
            EventName::Found { trigger, nth } => EventName::Found { trigger: self.span(trigger)?, nth },
            EventName::Added(id) => EventName::Added(id),
        })
    }

    fn value(&mut self, value: &Value) -> Option<Value> {
        Some(match value {
            Value::Actors(actors) => Value::Actors(actors.iter().map(|actor| self.actor(actor)).collect()),
            Value::Places(places) => Value::Places(places.iter().map(|place| self.place(place)).collect()),
            other => other.clone(),
        })
    }

    /// A name goes on counting where its words are gone.
    fn actor(&mut self, actor: &Actor) -> Actor {
        Actor { span: self.span(actor.span).unwrap_or_default(), ..actor.clone() }
    }

    fn place(&mut self, place: &Place) -> Place {
        Place { span: self.span(place.span).unwrap_or_default(), ..place.clone() }
    }

    fn event(&mut self, event: &Event) -> Option<Event> {
        let mut moved = event.clone();
        moved.mention = self.mention(event.mention)?;
        moved.other_mentions = event.other_mentions.iter().filter_map(|mention| self.mention(*mention)).collect();
        moved.actors = event.actors.iter().map(|actor| self.actor(actor)).collect();
        moved.places = event.places.iter().map(|place| self.place(place)).collect();
        for step in &mut moved.when.explanation {
            step.spans = step.spans.iter().filter_map(|span| self.span(*span)).collect();
        }
        Some(moved)
    }

    fn mention(&mut self, mention: Mention) -> Option<Mention> {
        Some(Mention { trigger: self.span(mention.trigger)?, sentence: self.span(mention.sentence)? })
    }

    fn span(&mut self, span: TextSpan) -> Option<TextSpan> {
        let (start, line) = line_of(self.before, span)?;
        let (before, after) = (self.before, self.after);
        let to = *self.lines.entry(start).or_insert_with(|| place_of(before, after, start, line));
        let to = to?;
        Some(TextSpan::new(span.start - start + to, span.end - start + to))
    }
}

/// The line that holds a span, and where it begins.
fn line_of(text: &str, span: TextSpan) -> Option<(usize, &str)> {
    let (before, behind) = (text.get(..span.start)?, text.get(span.end..)?);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = span.end + behind.find(['\n', '\r']).unwrap_or(behind.len());
    Some((start, text.get(start..end)?))
}

/// Where a line stands in the other text: of several that say the same, the one that is as many from the first.
fn place_of(before: &str, after: &str, start: usize, line: &str) -> Option<usize> {
    if line.trim().is_empty() {
        return None;
    }
    let nth = before.get(..start)?.matches(line).count();
    let mut places = after.match_indices(line).map(|(at, _)| at);
    let first = places.next()?;
    Some(places.nth(nth.wrapping_sub(1)).filter(|_| nth > 0).unwrap_or(first))
}
