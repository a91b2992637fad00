//! What the reader changed of an article, and where it is kept.
//! Knows no file's contents: `app` reads and writes.

use std::path::PathBuf;
use std::sync::Arc;

use crate::base::{Bounds, Moment, TextSpan};
use crate::event::edit::{EventName, Log, Value};
use crate::event::{EventId, Extraction, Field};

/// The work on one article.
#[derive(Debug, Default)]
pub struct Work {
    /// The reader's edits.
    pub log: Log,
    /// What was found before any edit; `None` as long as there is none: then the document has it.
    pub found: Option<Arc<Extraction>>,
    /// What was found under the publication date that the reader gave, and that date.
    pub redated: Option<(Option<Moment>, Arc<Extraction>)>,
    /// What edits call the events that are shown; empty as long as there is no edit.
    pub names: Vec<EventName>,
    /// The event that the last edit made, until it is shown and selected.
    pub awaited: Option<EventName>,
    /// Whether a worker still applies the last edits to what is shown.
    pub is_behind: bool,
    /// The project's file, where it has one.
    pub file: Option<PathBuf>,
    /// The edition of the log that is in the file; 0, no edit at all, where there is no file.
    pub saved: u64,
    /// Whether it is work that was found again after a crash: no file has it.
    pub is_recovered: bool,
    /// Whether the file must not be overwritten: a newer program wrote it.
    pub is_read_only: bool,
}

impl Work {
    /// Whether there is something that the file has not.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.is_recovered || self.log.edition() != self.saved
    }

    /// What edits call an event of an extraction that is shown.
    #[must_use]
    pub fn name_of(&self, extraction: &Extraction, id: EventId) -> Option<EventName> {
        if let Some(name) = self.names.get(id.index()) {
            return Some(*name);
        }
        let trigger = extraction.event(id)?.mention.trigger;
        let before = extraction.events.iter().take(id.index());
        let nth = u32::try_from(before.filter(|event| event.mention.trigger == trigger).count()).ok()?;
        Some(EventName::Found { trigger, nth })
    }
}

/// What a person changes of an event that is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A field gets a value.
    Set(EventId, Value),
    /// A field is what was found again.
    Restore(EventId, Field),
    /// The event is none.
    Delete(EventId),
    /// The second event becomes a mention of the first.
    Merge(EventId, EventId),
    /// A mention, by its trigger, becomes an event of its own.
    Split(EventId, TextSpan),
    /// The selected words are an event; `None` where no words are selected.
    Add(Option<TextSpan>),
}

/// A date as it is being typed, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedDate {
    /// What was typed.
    pub text: String,
    /// What it means; `None` where it says no time.
    pub bounds: Option<Bounds>,
}
