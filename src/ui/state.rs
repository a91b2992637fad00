//! What the panels show. Only `app` changes it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::article::Prepared;
use super::browse::Browse;
use super::command::{Command, Needs, UiCommand};
use super::picture::{Choices, FirstPicture, Pictured, Task};
use super::present::Presenting;
use super::reading_menu;
use super::tabs::{TabId, Tabs};
use super::work::TypedDate;
use crate::article::Article;
use crate::base::{Arg, Direction, Message, Moment};
use crate::event::edit::Log;
use crate::event::{EventId, EventTable, Extraction};
use crate::i18n::I18n;
pub use crate::timeline::LaneGrouping;

/// Everything that panels may read.
pub struct AppState {
    /// The open articles; none: the empty window.
    pub tabs: Tabs,
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
    /// Whether the Hijri calendar stands beside the Gregorian one.
    pub has_hijri: bool,
    /// Whether nothing moves by itself: what changes does so at once.
    pub is_motion_reduced: bool,
    /// What is asked for in the article that is shown, and how it is looked through.
    pub browse: Browse,
    /// The date that is being typed.
    pub typed_date: Option<TypedDate>,
    /// What is presented, over the whole screen; `None`: the window is as always.
    pub presenting: Option<Presenting>,
    /// Files that were opened before, the latest first.
    pub recent: Vec<RecentFile>,
    /// The formats that a file can be read as, by the keys of their names.
    pub formats: Vec<&'static str>,
}

impl AppState {
    /// A window without an article.
    #[must_use]
    pub fn new(i18n: I18n, appearance: Appearance) -> Self {
        let time_direction = i18n.direction();
        let (tabs, notices, recent) = (Tabs::default(), Vec::new(), Vec::new());
        let (lanes, browse) = (LaneGrouping::Actor, Browse::default());
        let (has_hijri, is_motion_reduced, formats) = (false, false, Vec::new());
        Self {
            tabs,
            notices,
            i18n,
            appearance,
            time_direction,
            lanes,
            has_hijri,
            is_motion_reduced,
            browse,
            recent,
            formats,
            typed_date: None,
            presenting: None,
        }
    }

    /// The article that is shown.
    #[must_use]
    pub fn document(&self) -> Option<&Arc<Document>> {
        self.tabs.active()?.document.as_ref()
    }

    /// The selected event of the article that is shown.
    #[must_use]
    pub fn selected(&self) -> Option<EventId> {
        self.tabs.active()?.selected
    }

    /// The event under the pointer.
    #[must_use]
    pub fn hovered(&self) -> Option<EventId> {
        self.tabs.active()?.hovered
    }

    /// Selects an event of the article that is shown, or none.
    pub fn select(&mut self, event: Option<EventId>) {
        if let Some(tab) = self.tabs.active_mut() {
            tab.selected = event;
        }
    }

    /// Looks through the document that is shown; whether there is more to be done.
    pub fn update_browse(&mut self) -> bool {
        let document = self.tabs.active().and_then(|tab| tab.document.as_ref());
        self.browse.update(document)
    }

    /// What is shown of the document.
    #[must_use]
    pub fn pictured(&self) -> Option<&Pictured> {
        self.browse.pictured().filter(|_| self.document().is_some())
    }

    /// How many events stand on the timeline, those without a date included.
    #[must_use]
    pub fn n_shown(&self) -> usize {
        self.pictured().map_or(0, |pictured| pictured.picture.model.axis().len() + pictured.picture.model.column().len())
    }

    /// The picture that is to be made for what is shown.
    #[must_use]
    pub fn picture_task(&self) -> Option<Task> {
        self.browse.task(self.lanes)
    }

    /// What decides the picture of a tab's document.
    #[must_use]
    pub fn choices_of(&self, tab: TabId) -> Choices {
        self.browse_of(tab).choices(self.lanes)
    }

    /// How a tab's document is looked through.
    #[must_use]
    pub fn browse_of(&self, tab: TabId) -> &Browse {
        let own = self.tabs.iter().find(|other| other.id == tab).filter(|_| !self.tabs.is_active(tab));
        own.map_or(&self.browse, |tab| &tab.browse)
    }

    /// The same, to be changed; `None` where there is no such tab.
    pub fn browse_of_mut(&mut self, tab: TabId) -> Option<&mut Browse> {
        if self.tabs.is_active(tab) {
            return Some(&mut self.browse);
        }
        self.tabs.get_mut(tab).map(|tab| &mut tab.browse)
    }

    /// Shows a picture where its document is; where that is gone, nobody wants it.
    pub fn show_picture(&mut self, pictured: &Pictured) {
        let _ = self.browse.show(pictured) || self.tabs.iter_mut().any(|tab| tab.browse.show(pictured));
    }

    /// Takes note that a picture could not be made.
    pub fn give_up_picture(&mut self, task: &Task) {
        let _ = self.browse.give_up(task) || self.tabs.iter_mut().any(|tab| tab.browse.give_up(task));
    }

    /// Changes the tabs. How each document is looked through stays with its tab while another one is shown.
    pub fn change_tabs(&mut self, change: impl FnOnce(&mut Tabs)) {
        if let Some(tab) = self.tabs.active_mut() {
            tab.browse = std::mem::take(&mut self.browse);
        }
        change(&mut self.tabs);
        self.browse = self.tabs.active_mut().map(|tab| std::mem::take(&mut tab.browse)).unwrap_or_default();
    }

    /// Whether the events that are shown may be changed: not those of a table, nor before all are found, nor of a newer program.
    #[must_use]
    pub fn can_edit(&self) -> bool {
        let Some(tab) = self.tabs.active().filter(|tab| !tab.work.is_read_only) else { return false };
        tab.document.as_ref().is_some_and(|document| document.table.is_none() && !document.is_pending)
    }

    /// What a command does now, in words: taking back and doing again name their edit.
    #[must_use]
    pub fn command_name(&self, command: UiCommand) -> String {
        let log = self.tabs.active().map(|tab| &tab.work.log);
        let (key, edit) = match command {
            UiCommand::Undo => ("undo-named", log.and_then(Log::to_undo)),
            UiCommand::Redo => ("redo-named", log.and_then(Log::to_redo)),
            _ => return self.i18n.text(command.message_key()),
        };
        match edit {
            Some(edit) => self.i18n.message(&Message::new(key).with("edit", Arg::Message(Box::new(edit.name())))),
            None => self.i18n.text(command.message_key()),
        }
    }

    /// Whether a command has something to work on.
    #[must_use]
    pub fn allows(&self, command: UiCommand) -> bool {
        match command.needs() {
            Needs::Nothing => true,
            Needs::Tab => !self.tabs.is_empty(),
            Needs::Tabs => self.tabs.len() > 1,
            Needs::Document => self.document().is_some(),
            Needs::Events => self.document().is_some_and(|document| {
                !document.is_pending && document.table.is_none() && !document.extraction.events.is_empty()
            }),
            Needs::Found => self.document().is_some_and(|document| !document.is_pending),
            Needs::Event => self.selected().is_some(),
            Needs::File => self.tabs.active().is_some_and(reading_menu::can_change),
            Needs::More => self.document().is_some_and(|document| document.read_as.is_some_and(|read_as| read_as.has_more)),
            Needs::Recent => !self.recent.is_empty(),
            Needs::Text => self.document().is_some_and(|document| document.table.is_none()),
            Needs::Editable => self.can_edit(),
            Needs::EditableEvent => self.can_edit() && self.selected().is_some(),
            Needs::Edit => self.can_edit() && self.tabs.active().is_some_and(|tab| tab.work.log.to_undo().is_some()),
            Needs::Undone => self.can_edit() && self.tabs.active().is_some_and(|tab| tab.work.log.to_redo().is_some()),
            Needs::Articles => self.tabs.active().is_some_and(|tab| tab.articles.len() > 1),
        }
    }
}

/// An open article and what was found in it.
#[derive(Debug)]
pub struct Document {
    /// Counts up with every document, so that views know a new one.
    pub generation: u64,
    /// Counts up with every edit of the document.
    pub edition: u64,
    /// The article.
    pub article: Article,
    /// What it says.
    pub extraction: Extraction,
    /// The events of a file that holds events and no article; then the article has no text and says nothing.
    pub table: Option<Arc<EventTable>>,
    /// Whether what it says is still being found.
    pub is_pending: bool,
    /// How long extraction took; zero where nothing was looked for.
    pub elapsed: Duration,
    /// The file's own date, offered where the publication date is unknown.
    pub file_date: Option<Moment>,
    /// What the panel of the article works out of it.
    pub prepared: Prepared,
    /// What is shown of it first.
    pub first: FirstPicture,
    /// How it was read; `None` where there was nothing to find out.
    pub read_as: Option<ReadAs>,
}

impl Document {
    /// An article of which no more is known than what it says.
    #[must_use]
    pub fn new(generation: u64, article: Article, extraction: Extraction) -> Self {
        let (elapsed, file_date, read_as) = (Duration::ZERO, None, None);
        let (table, prepared, first) = (None, Prepared::default(), FirstPicture::default());
        let edition = 0;
        Self { generation, edition, article, extraction, table, is_pending: false, elapsed, file_date, prepared, first, read_as }
    }

    /// Whether an event is one of this document's.
    #[must_use]
    pub fn has(&self, event: EventId) -> bool {
        let n_events = self.table.as_ref().map_or(self.extraction.events.len(), |table| table.rows().len());
        event.index() < n_events
    }

    /// The title, as the text or the record has it.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.extraction.title_of(&self.article)
    }
}

/// How an article was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadAs {
    /// The format, by the key of its name.
    pub format: &'static str,
    /// The encoding, by its name; `None` where the format itself says how text is written.
    pub encoding: Option<&'static str>,
    /// Whether the reader leaves out what stands around the article, so that all of the file may be more.
    pub has_more: bool,
}

/// A file that was opened before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentFile {
    /// Where it was.
    pub path: PathBuf,
    /// Whether it is there no more.
    pub is_missing: bool,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Something that went wrong, or is worth a word, in a sentence; the work in the window goes on.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What, why, which file.
    pub message: Message,
    /// What can be done about it: the key of its text, and what it does.
    pub offers: Vec<(&'static str, Command)>,
    /// Whether something went wrong and nothing is offered against it.
    pub is_alarm: bool,
}
