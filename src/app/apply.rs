//! The one place that changes the application.

use std::sync::Arc;

use super::core::{Core, FontSearch};
use super::event::{AppEvent, DialogOutcome};
use super::settings::other;
use crate::base::{Message, Moment};
use crate::event::EventId;
use crate::i18n::I18n;
use crate::ui::browse::Change;
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::{Appearance, Document};

impl Core {
    /// Does what an event says.
    pub(super) fn apply(&mut self, event: AppEvent) {
        match event {
            AppEvent::Command(command) => self.command(command),
            AppEvent::Opened(job, result) => {
                if self.jobs.finish(job) {
                    self.show_result(result, None);
                }
            }
            AppEvent::Resolved(job, result) => {
                if self.jobs.finish(job) {
                    let before = self.state.document.clone().zip(self.state.selected);
                    self.show_result(result, before);
                }
            }
            AppEvent::DialogClosed(outcome) => self.dialog_closed(outcome),
            AppEvent::FontsFound(fonts) => self.fonts = FontSearch::Done(fonts),
        }
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Ui(command) => self.ui_command(command),
            Command::Select(event) => self.state.selected = self.existing(event),
            Command::Hover(event) => self.state.hovered = self.existing(event),
            Command::OpenFile(path) => self.jobs.open_path(path),
            Command::OpenText(text) => {
                let name = self.state.i18n.text("paste-name");
                self.jobs.open_text(text, name);
            }
            Command::SetPublished(published) => self.set_published(published),
            Command::SetLanes(lanes) => self.state.lanes = lanes,
            Command::Browse(change) => self.state.browse.apply(change),
            Command::DismissNotice(index) => {
                if index < self.state.notices.len() {
                    self.state.notices.remove(index);
                }
            }
        }
    }

    fn ui_command(&mut self, command: UiCommand) {
        match command {
            UiCommand::Open => self.dialog_wanted = !self.dialog_open,
            // The clipboard answers with an event of its own.
            UiCommand::Paste => {}
            UiCommand::ZoomToFit
            | UiCommand::ZoomIn
            | UiCommand::ZoomOut
            | UiCommand::SelectLeft
            | UiCommand::SelectRight
            | UiCommand::SelectUp
            | UiCommand::SelectDown
            | UiCommand::SelectFirst
            | UiCommand::SelectLast => {
                self.views.timeline.apply(command, &self.state, &self.commands);
            }
            UiCommand::ReverseTime => {
                self.state.time_direction = self.state.time_direction.reversed();
                self.follows_language = false;
            }
            UiCommand::NextLanes => self.state.lanes = self.state.lanes.next(),
            UiCommand::ClearFilter => self.state.browse.apply(Change::Clear),
            UiCommand::SwitchTheme => self.switch_theme(),
            UiCommand::SwitchLanguage => self.switch_language(),
            UiCommand::ShowKeys => self.views.keys_open = !self.views.keys_open,
            UiCommand::Escape => self.escape(),
        }
    }

    /// An event of the open article; what an older picture of it named may be gone.
    fn existing(&self, event: Option<EventId>) -> Option<EventId> {
        let document = self.state.document.as_ref()?;
        event.filter(|id| document.extraction.event(*id).is_some())
    }

    fn set_published(&mut self, published: Option<Moment>) {
        let Some(document) = self.state.document.clone() else { return };
        let name = document.article.file_name.clone().unwrap_or_else(|| self.state.i18n.text("paste-name"));
        self.jobs.resolve(document, published, name);
    }

    /// Shows a document, or says why there is none; the open one stays then.
    fn show_result(&mut self, result: Result<Box<Document>, Message>, before: Option<(Arc<Document>, EventId)>) {
        match result {
            Ok(document) => {
                self.state.selected = before.filter(|(before, id)| tell_the_same(before, &document, *id)).map(|(_, id)| id);
                self.state.hovered = None;
                self.state.document = Some(Arc::from(document));
            }
            Err(message) => self.notify(message),
        }
    }

    fn dialog_closed(&mut self, outcome: DialogOutcome) {
        self.dialog_open = false;
        match outcome {
            DialogOutcome::Chosen(path) => self.jobs.open_path(path),
            DialogOutcome::Cancelled => {}
            DialogOutcome::Unavailable => self.notify(Message::new("dialog-unavailable")),
        }
    }

    fn switch_theme(&mut self) {
        self.follows_system = false;
        self.state.appearance = match self.state.appearance {
            Appearance::Light => Appearance::Dark,
            Appearance::Dark => Appearance::Light,
        };
    }

    fn switch_language(&mut self) {
        self.region.language = other(self.region.language);
        self.state.i18n = I18n::new(self.region.language, self.region.region.as_deref());
        if self.follows_language {
            self.state.time_direction = self.state.i18n.direction();
        }
    }

    /// Closes what is open, the topmost first.
    fn escape(&mut self) {
        if self.views.keys_open {
            self.views.keys_open = false;
        } else if self.jobs.shown().is_ok() {
            self.jobs.cancel();
        } else if self.state.selected.is_some() {
            self.state.selected = None;
        } else {
            self.state.browse.apply(Change::Clear);
        }
    }
}

/// Whether an event is the same in two readings of one article.
fn tell_the_same(before: &Document, after: &Document, id: EventId) -> bool {
    let mention = |document: &Document| document.extraction.event(id).map(|event| event.mention);
    before.article == after.article && mention(before) == mention(after)
}
