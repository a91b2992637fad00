//! What the panels show. Only `app` changes it.

use std::sync::Arc;
use std::time::Duration;

use super::browse::Browse;
use crate::article::Article;
use crate::base::{Direction, Message, Moment};
use crate::event::{EventId, Extraction};
use crate::i18n::I18n;

/// Everything that panels may read.
pub struct AppState {
    /// The open article; `None`: the empty window.
    pub document: Option<Arc<Document>>,
    /// The selected event.
    pub selected: Option<EventId>,
    /// The event under the pointer.
    pub hovered: Option<EventId>,
    /// What went wrong, the newest last.
    pub notices: Vec<Notice>,
    /// Words and formats.
    pub i18n: I18n,
    /// Light or dark.
    pub appearance: Appearance,
    /// Which way time runs.
    pub time_direction: Direction,
    /// What the lanes are.
    pub lanes: LaneGrouping,
    /// What is asked for in the document, and how it is looked through.
    pub browse: Browse,
    /// What is being opened, in the background.
    pub opening: Option<String>,
}

/// An open article and what was found in it.
#[derive(Debug)]
pub struct Document {
    /// Counts up with every document, so that views know a new one.
    pub generation: u64,
    /// The article.
    pub article: Article,
    /// What it says.
    pub extraction: Extraction,
    /// How long extraction took.
    pub elapsed: Duration,
    /// The file's own date, offered where the publication date is unknown.
    pub file_date: Option<Moment>,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What the lanes of the timeline stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LaneGrouping {
    /// Who did it.
    Actor,
    /// What kind of event.
    Kind,
    /// Where.
    Place,
    /// One lane for all.
    None,
}

impl LaneGrouping {
    /// All of them, in the order in which one follows the other.
    pub const ALL: [Self; 4] = [Self::Actor, Self::Kind, Self::Place, Self::None];

    /// Its place among all of them.
    #[must_use]
    pub(super) fn index(self) -> usize {
        match self {
            Self::Actor => 0,
            Self::Kind => 1,
            Self::Place => 2,
            Self::None => 3,
        }
    }

    /// The one after this, the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Actor => Self::Kind,
            Self::Kind => Self::Place,
            Self::Place => Self::None,
            Self::None => Self::Actor,
        }
    }

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Actor => "lanes-actor",
            Self::Kind => "lanes-kind",
            Self::Place => "lanes-place",
            Self::None => "lanes-none",
        }
    }
}

/// Something that went wrong, in a sentence; the work in the window goes on.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What, why, which file.
    pub message: Message,
}
