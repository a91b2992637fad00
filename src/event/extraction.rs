//! All that was found in one article.

use super::occurrence::{Event, EventId};
use super::timex::{Timex, TimexId};
use super::tlink::Tlink;
use crate::article::Published;
use crate::base::{Language, Message, Name, TextSpan};

/// What an article says, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extraction {
    /// The language that was read.
    pub language: Language,
    /// The headline, where the text opens with one or the record names one.
    pub title: Option<String>,
    /// The publication date that everything was resolved against.
    pub published: Option<Published>,
    /// Temporal expressions, by place; the index is the id.
    pub timexes: Vec<Timex>,
    /// Events, by place; the index is the id.
    pub events: Vec<Event>,
    /// Temporal links.
    pub tlinks: Vec<Tlink>,
    /// What the reader should know.
    pub warnings: Vec<Warning>,
    /// Headings inside the article, by place.
    pub headings: Vec<TextSpan>,
    /// Lines of the page around the article (buttons, counts, other articles), by place; nothing is found in them.
    pub page_lines: Vec<TextSpan>,
}

/// Something the reader should know; the work went on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// A stable code, such as `published-unknown`.
    pub code: Name,
    /// What to say.
    pub message: Message,
    /// The words it is about; none where it is about the whole article.
    pub spans: Vec<TextSpan>,
}

impl Extraction {
    /// The same without events and without what links them.
    #[must_use]
    pub(super) fn clone_without_events(&self) -> Self {
        Self {
            language: self.language,
            title: self.title.clone(),
            published: self.published,
            timexes: self.timexes.clone(),
            events: Vec::new(),
            tlinks: Vec::new(),
            warnings: self.warnings.clone(),
            headings: self.headings.clone(),
            page_lines: self.page_lines.clone(),
        }
    }

    /// The event of an id.
    #[must_use]
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(id.index())
    }

    /// The temporal expression of an id.
    #[must_use]
    pub fn timex(&self, id: TimexId) -> Option<&Timex> {
        self.timexes.get(id.index())
    }
}
