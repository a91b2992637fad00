//! The one place that changes the application.

use std::path::Path;

use super::core::Core;
use super::event::{AppEvent, DialogOutcome};
use super::export::Extent;
use super::fonts::FontSearch;
use super::settings::other;
use super::store::Change;
use crate::base::Message;
use crate::event::EventId;
use crate::i18n::I18n;
use crate::ui::browse;
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::Appearance;
use crate::ui::work;

impl Core {
    /// Does what an event says.
    pub(super) fn apply(&mut self, event: AppEvent) {
        match event {
            AppEvent::Command(command) => self.command(command),
            AppEvent::Progress(job, progress) => self.jobs.note(job, progress),
            AppEvent::Shown(job, document) => self.show_part(job, *document),
            AppEvent::Opened(job, result) => self.show_result(job, result.map(|opened| *opened)),
            AppEvent::Pictured(made) => self.pictured(made),
            AppEvent::RecentSeen(seen) => self.mark_recent(&seen),
            AppEvent::Saved(saved) => self.saved(*saved),
            AppEvent::SaveChosen(tab, path) => self.save_chosen(tab, path),
            AppEvent::ExportChosen(handing, path) => self.export_chosen(*handing, path),
            AppEvent::Exported(written) => self.exported(*written),
            // The toolkit has the clipboard, and was given the text.
            AppEvent::TextMade(_) => self.tell(Message::new("copied-chronology")),
            AppEvent::Told(message) => self.tell(message),
            AppEvent::Written(written) => self.written_apart(*written),
            AppEvent::Left(left) => self.offer_left(left),
            AppEvent::Failed(message) => self.notify(message),
            AppEvent::DialogClosed(outcome) => self.dialog_closed(outcome),
            AppEvent::FontsFound(fonts) => self.fonts = FontSearch::Done(fonts),
            AppEvent::MotionWanted(reduced) => {
                self.system_reduces_motion = reduced;
                self.dress_timeline();
            }
        }
    }

    fn command(&mut self, command: Command) {
        let Some(command) = self.while_presenting(command) else { return };
        match command {
            Command::Ui(command) => self.ui_command(command),
            Command::Select(event) => self.state.select(self.existing(event)),
            Command::Hover(event) => self.hover(self.existing(event)),
            Command::OpenFiles(paths) => self.open_files(paths),
            Command::OpenText(text) => self.open_pasted(text),
            Command::ShowTab(tab) => self.show_tab(tab),
            Command::CloseTab(tab) => self.close_tab(tab),
            Command::CancelOpening(tab) => self.cancel_opening(tab),
            Command::ShowArticle(index) => self.show_article(index),
            Command::ReadAgain(reading) => self.read_again(reading),
            Command::SetPublished(published) => self.set_published(published),
            Command::SetLanes(lanes) => self.state.lanes = lanes,
            Command::Browse(change) => self.browse(change),
            Command::Edit(change) => self.edit(change),
            Command::TypeDate(text) => self.read_typed(text),
            Command::SaveOver(tab) => self.save_over(tab),
            Command::Present(step) => self.present(Some(step)),
            Command::SaveElsewhere(tab) => self.save_elsewhere(tab),
            Command::Recover(path) => self.recover(path),
            Command::GiveUp(path) => self.give_up(path),
            // The toolkit has the clipboard, and was given the text.
            Command::Copy(_) => {}
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
            UiCommand::Save => self.save(),
            UiCommand::SaveAs => self.save_as(),
            UiCommand::Present => self.toggle_presenting(),
            UiCommand::Export => self.export(Extent::All),
            UiCommand::ExportView => self.export(Extent::InView),
            UiCommand::CopyPicture => self.copy_picture(),
            UiCommand::CopyChronology => self.copy_chronology(),
            UiCommand::Undo => self.step_log(true),
            UiCommand::Redo => self.step_log(false),
            UiCommand::DeleteEvent => {
                let selected = self.state.selected();
                selected.into_iter().for_each(|event| self.edit(work::Change::Delete(event)));
            }
            UiCommand::EditEvent
            | UiCommand::AddEvent
            | UiCommand::ZoomToFit
            | UiCommand::ZoomIn
            | UiCommand::ZoomOut
            | UiCommand::SelectLeft
            | UiCommand::SelectRight
            | UiCommand::SelectUp
            | UiCommand::SelectDown
            | UiCommand::SelectFirst
            | UiCommand::SelectLast
            | UiCommand::EventMenu
            | UiCommand::ZoomToEvent
            | UiCommand::CopyEvent
            | UiCommand::CopyQuote
            | UiCommand::FilterKind
            | UiCommand::FilterActor
            | UiCommand::FilterView
            | UiCommand::ToggleLane
            | UiCommand::HideLane
            | UiCommand::LaneUp
            | UiCommand::LaneDown => {
                if let Some(tab) = self.state.tabs.active() {
                    self.views.of(tab.id).apply(command, &self.state, &self.commands);
                }
            }
            UiCommand::ShowRecent => self.views.recent_wanted = true,
            UiCommand::ShowReading => self.views.reading_wanted = true,
            UiCommand::ShowEverything => self.show_everything(),
            UiCommand::ShowPalette => self.views.palette.toggle(),
            UiCommand::ClearRecent => self.keep(Change::ClearRecent),
            UiCommand::CloseTab => {
                let active = self.state.tabs.active().map(|tab| tab.id);
                active.into_iter().for_each(|tab| self.close_tab(tab));
            }
            UiCommand::NextTab => self.step_tab(true),
            UiCommand::PreviousTab => self.step_tab(false),
            UiCommand::NextArticle => self.step_article(true),
            UiCommand::PreviousArticle => self.step_article(false),
            UiCommand::ReadAgain => {
                let reading = self.state.tabs.active().map(|tab| tab.reading);
                reading.into_iter().for_each(|reading| self.read_again(reading));
            }
            UiCommand::ReverseTime => self.reverse_time(),
            UiCommand::ToggleHijri => self.choose(Change::Hijri(!self.state.has_hijri)),
            UiCommand::ToggleMotion => self.choose(Change::ReduceMotion(!self.state.is_motion_reduced)),
            UiCommand::NextLanes => self.state.lanes = self.state.lanes.next(),
            UiCommand::ToggleList => self.browse(browse::Change::ToggleList),
            UiCommand::ClearFilter => self.browse(browse::Change::Clear),
            UiCommand::Search => self.browse(browse::Change::OpenSearch),
            UiCommand::CloseSearch => self.browse(browse::Change::CloseSearch),
            UiCommand::FindNext => self.browse(browse::Change::Find(true)),
            UiCommand::FindPrevious => self.browse(browse::Change::Find(false)),
            UiCommand::SwitchTheme => self.switch_theme(),
            UiCommand::SwitchLanguage => self.switch_language(),
            UiCommand::ShowKeys => self.views.keys_open = !self.views.keys_open,
            UiCommand::Escape => self.escape(),
        }
    }

    /// An event of the open article; what an older picture of it named may be gone.
    fn existing(&self, event: Option<EventId>) -> Option<EventId> {
        let document = self.state.document()?;
        event.filter(|id| document.has(*id))
    }

    fn hover(&mut self, event: Option<EventId>) {
        if let Some(tab) = self.state.tabs.active_mut() {
            tab.hovered = event;
        }
    }

    fn dialog_closed(&mut self, outcome: DialogOutcome) {
        self.dialog_open = false;
        match outcome {
            DialogOutcome::Chosen(paths) => {
                let folder = paths.first().and_then(|path| path.parent()).map(Path::to_owned);
                folder.into_iter().for_each(|folder| self.keep(Change::Folder(folder)));
                self.open_files(paths);
            }
            DialogOutcome::Cancelled => {}
            DialogOutcome::Unavailable => self.notify(Message::new("dialog-unavailable")),
            DialogOutcome::Nowhere => self.notify(Message::new("dialog-unavailable-save")),
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
        self.dress_timeline();
    }

    /// Closes what is open, the topmost first.
    fn escape(&mut self) {
        if self.views.palette.is_open() {
            self.views.palette.toggle();
        } else if self.views.keys_open {
            self.views.keys_open = false;
        } else if let Some(tab) = self.state.tabs.active().filter(|tab| tab.progress.is_some()) {
            self.cancel_opening(tab.id);
        } else if self.lets_go_of_end() {
            // What was being moved stands where it stood.
        } else if self.state.browse.search().is_open() || !self.state.browse.search().words().is_empty() {
            self.browse(browse::Change::CloseSearch);
        } else if self.state.selected().is_some() {
            self.state.select(None);
        } else {
            self.browse(browse::Change::Clear);
        }
    }

    /// Gives up an end of an event that is being moved; whether there was one.
    fn lets_go_of_end(&mut self) -> bool {
        let tab = self.state.tabs.active().map(|tab| tab.id);
        tab.is_some_and(|tab| self.views.of(tab).timeline.let_go_of_end())
    }

    /// Looks through the document in another way; what that leads to is selected.
    fn browse(&mut self, change: browse::Change) {
        if let Some(event) = self.state.browse.apply(change) {
            self.state.select(self.existing(Some(event)));
        }
    }
}
