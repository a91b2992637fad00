//! What a file holds that this program does not know: kept, and written where it stood.

use serde_json::{Map, Value};

use crate::base::TextSpan;
use crate::event::edit::Entry;

/// The unknown fields of one object.
pub(super) type Fields = Map<String, Value>;

/// The unknown fields of a file, by where they stood.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Others {
    pub(super) file: Fields,
    pub(super) article: Fields,
    pub(super) found: Fields,
    pub(super) redated: Fields,
    pub(super) view: Fields,
    pub(super) log: Fields,
    /// Of events that were found: their place and their trigger, by which they are known again.
    pub(super) events: Vec<(usize, TextSpan, Fields)>,
    /// Of edits: their place, and the edit.
    pub(super) edits: Vec<(usize, Entry, Fields)>,
}

impl Others {
    /// Those of the event at a place, where it is still the same.
    pub(super) fn of_event(&self, at: usize, trigger: TextSpan) -> Fields {
        let known = self.events.binary_search_by_key(&at, |(at, ..)| *at).ok().and_then(|index| self.events.get(index));
        known.filter(|(_, known, _)| *known == trigger).map(|(.., fields)| fields.clone()).unwrap_or_default()
    }

    /// Those of the edit at a place, where it is still the same.
    pub(super) fn of_edit(&self, at: usize, entry: &Entry) -> Fields {
        let known = self.edits.binary_search_by_key(&at, |(at, ..)| *at).ok().and_then(|index| self.edits.get(index));
        known.filter(|(_, known, _)| known == entry).map(|(.., fields)| fields.clone()).unwrap_or_default()
    }
}
