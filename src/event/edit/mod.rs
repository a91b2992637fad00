//! What a reader corrects: edits, each a noun with a name, and the log that holds them.
//! Knows neither how an article is read nor how an edit is made. `edited` applies a log to what was found, so that taking all of it
//! back gives what was found, byte for byte.

mod apply;
mod contradiction;
mod field;
mod log;
mod moved;

pub use apply::{Edited, edited};
pub use log::{Entry, Log};

use super::by_hand::Field;
use super::kind::EventKind;
use super::occurrence::{Actor, Event, Modality, Place};
use crate::base::{Bounds, Message, Moment, TextSpan};

/// What an edit calls an event: it must mean the same one when the article is read anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventName {
    /// One that was found: the words that tell it, and how many others before it are told by the very same words.
    Found {
        /// The verb or noun.
        trigger: TextSpan,
        /// 0 for the first.
        nth: u32,
    },
    /// One that the reader made; counted in each log.
    Added(u32),
}

/// One change that a reader makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A field of an event has another value.
    Set {
        /// Which event.
        event: EventName,
        /// The value.
        value: Value,
    },
    /// A field is what was found again.
    Restore {
        /// Which event.
        event: EventName,
        /// The field.
        field: Field,
    },
    /// An event is none.
    Delete {
        /// Which event.
        event: EventName,
    },
    /// Two events are one.
    Merge {
        /// The one that stays.
        into: EventName,
        /// The one that becomes a mention of it.
        from: EventName,
    },
    /// A mention of an event is an event of its own.
    Split {
        /// The event that has the mention now.
        event: EventName,
        /// The words of the mention; those of `proposed`.
        trigger: TextSpan,
        /// The number of the new event.
        id: u32,
        /// The new event as the extractor proposes it.
        proposed: Box<Event>,
    },
    /// An event that was not found.
    Add {
        /// Its number.
        id: u32,
        /// The event as the extractor proposes it.
        proposed: Box<Event>,
    },
    /// The publication date is another one, or unknown; everything is resolved anew.
    Published(Option<Moment>),
}

/// A field and what the reader gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// The title.
    Title(String),
    /// The kind.
    Kind(EventKind),
    /// Who took part. One whose name does not stand in the text has an empty span.
    Actors(Vec<Actor>),
    /// Where. One whose name does not stand in the text has an empty span.
    Places(Vec<Place>),
    /// Whether it is told as a fact.
    Modality(Modality),
    /// When.
    When(WrittenWhen),
}

/// A time that the reader wrote, or drew on the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenWhen {
    /// As it was written; empty where it was drawn.
    pub words: String,
    /// What it means; nothing known where the reader says that the time is not known.
    pub bounds: Bounds,
}

impl Value {
    /// The field it is a value of.
    #[must_use]
    pub fn field(&self) -> Field {
        match self {
            Self::Title(_) => Field::Title,
            Self::Kind(_) => Field::Kind,
            Self::Actors(_) => Field::Actors,
            Self::Places(_) => Field::Places,
            Self::Modality(_) => Field::Modality,
            Self::When(_) => Field::When,
        }
    }

    fn message_key(&self) -> &'static str {
        match self {
            Self::Title(_) => "edit-title",
            Self::Kind(_) => "edit-kind",
            Self::Actors(_) => "edit-actors",
            Self::Places(_) => "edit-places",
            Self::Modality(_) => "edit-modality",
            Self::When(_) => "edit-when",
        }
    }
}

impl Edit {
    /// The event that it changes; `None` where it changes all of the article.
    #[must_use]
    pub fn event(&self) -> Option<EventName> {
        match self {
            Self::Set { event, .. } | Self::Restore { event, .. } | Self::Delete { event } | Self::Split { event, .. } => {
                Some(*event)
            }
            Self::Merge { into, .. } => Some(*into),
            Self::Add { id, .. } => Some(EventName::Added(*id)),
            Self::Published(_) => None,
        }
    }

    /// What it is called: «the title», «the event was deleted».
    #[must_use]
    pub fn name(&self) -> Message {
        match self {
            Self::Set { value, .. } => Message::new(value.message_key()),
            Self::Restore { .. } => Message::new("edit-restore"),
            Self::Delete { .. } => Message::new("edit-delete"),
            Self::Merge { .. } => Message::new("edit-merge"),
            Self::Split { .. } => Message::new("edit-split"),
            Self::Add { .. } => Message::new("edit-add"),
            Self::Published(_) => Message::new("edit-published"),
        }
    }
}

#[cfg(test)]
mod tests;
