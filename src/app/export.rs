//! Handing on what is shown: to a file, whole or not at all, and to the clipboard. Workers make it; the window asks where to.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use super::core::Core;
use super::event::AppEvent;
use super::settings::Region;
use super::store::Change;
use crate::base::{Direction, Message, TimeRange};
use crate::export::{self, Choice, Exported, Format, Look, Pixels, Subject, Work, plain};
use crate::i18n::I18n;
use crate::project::SaveError;
use crate::project::store::save;
use crate::text::FontFile;
use crate::timeline::time_scale::time_point;
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::{Appearance, Document};

/// What is handed on, as it was when that was asked for.
#[derive(Debug, Clone)]
pub(super) struct Handing {
    document: Arc<Document>,
    choice: Choice,
    is_dark: bool,
    time: Direction,
    region: Region,
    fonts: Vec<FontFile>,
}

/// How much is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Every event.
    All,
    /// The time that is in view, without what is hidden.
    InView,
}

/// How an export ended.
#[derive(Debug)]
pub(super) struct Written {
    path: PathBuf,
    /// How many events are in the file, and what is not.
    result: Result<(usize, Vec<Message>), Message>,
}

impl Core {
    /// Asks where to export to.
    pub(super) fn export(&mut self, extent: Extent) {
        if !self.dialog_open {
            self.export_wanted = self.handing(extent);
        }
    }

    /// Exports to where the person chose, in the form that the name says.
    pub(super) fn export_chosen(&mut self, handing: Handing, path: Option<PathBuf>) {
        self.dialog_open = false;
        let Some(path) = path else { return };
        let Some(format) = Format::of_path(&path) else {
            let endings = Format::ALL.map(|format| format!(".{}", format.ending())).join(" ");
            let message = Message::new("export-which").with_text("endings", endings);
            return self.offer(message, vec![("command-export", Command::Ui(UiCommand::Export))]);
        };
        path.parent().into_iter().for_each(|folder| self.keep(Change::Folder(folder.to_owned())));
        self.last_export = format;
        self.aside(move || {
            let result = handing.write(&path, format);
            AppEvent::Exported(Box::new(Written { path, result }))
        });
    }

    /// Says how an export ended.
    pub(super) fn exported(&mut self, written: Written) {
        let Written { path, result } = written;
        match result {
            Ok((count, left_out)) => {
                let done = Message::new("export-done").with_count("count", count);
                self.tell(done.with_text("path", path.to_string_lossy()));
                left_out.into_iter().for_each(|message| self.tell(message));
            }
            Err(message) => self.offer(message, vec![("command-export", Command::Ui(UiCommand::Export))]),
        }
    }

    /// Puts the picture of what is in view into the clipboard.
    pub(super) fn copy_picture(&mut self) {
        let Some(handing) = self.handing(Extent::InView) else { return };
        let put = self.picture_to_clipboard;
        self.aside(move || {
            let put = |pixels| put(pixels).map_err(|detail| Message::new("copy-failed").with_text("detail", detail));
            match handing.work(export::pixels).and_then(put) {
                Ok(()) => AppEvent::Told(Message::new("copied-picture")),
                Err(message) => AppEvent::Failed(message),
            }
        });
    }

    /// Puts all events in words, with their sentences, into the clipboard.
    pub(super) fn copy_chronology(&mut self) {
        let Some(handing) = self.handing(Extent::All) else { return };
        self.aside(move || AppEvent::TextMade(handing.work(|work| plain::text(&work.subject, work.choice, work.i18n))));
    }

    /// What is to be handed on, where all of it was found.
    fn handing(&self, extent: Extent) -> Option<Handing> {
        let state = &self.state;
        let document = state.document().filter(|_| state.allows(UiCommand::Export))?.clone();
        let all = Handing {
            document,
            choice: Choice::everything(state.lanes),
            is_dark: state.appearance == Appearance::Dark,
            time: state.time_direction,
            region: self.region.clone(),
            fonts: self.found_fonts.clone(),
        };
        let Some(pictured) = state.pictured().filter(|_| extent == Extent::InView) else { return Some(all) };
        let picture = &pictured.picture;
        let choice = Choice {
            window: self.window_in_view(),
            shown: picture.shown().cloned(),
            lanes: picture.choices.grouping,
            arrangement: picture.choices.arrangement.clone(),
        };
        Some(Handing { document: pictured.document.clone(), choice, ..all })
    }

    /// The time that the timeline shows; `None` where there is none: a table shows all.
    fn window_in_view(&self) -> Option<TimeRange> {
        let tab = self.state.tabs.active().filter(|_| !self.state.browse.is_list())?;
        let (start, end) = self.views.get(tab.id)?.timeline.scale()?.window(0.0);
        Some(TimeRange { start: time_point(start), end: time_point(end) })
    }

    /// Does `work` in a worker, and says where that cannot be.
    fn aside(&mut self, work: impl FnOnce() -> AppEvent + Send + 'static) {
        let failed = || AppEvent::Failed(Message::new("export-failed").with_text("detail", "panic"));
        // A mistake of ours must not end the worker without a word.
        let guarded = move || catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| failed());
        if let Err(error) = self.jobs.aside(guarded) {
            self.notify(Message::new("app-no-thread").with_text("detail", error.to_string()));
        }
    }
}

impl Handing {
    /// The title of what is handed on.
    pub(super) fn title(&self) -> &str {
        self.document.title().or(self.document.article.file_name.as_deref()).unwrap_or_default()
    }

    fn work<T>(&self, make: impl FnOnce(&Work<'_>) -> T) -> T {
        let i18n = I18n::new(self.region.language, self.region.region.as_deref());
        let document = &self.document;
        let subject = Subject { article: &document.article, extraction: &document.extraction, table: document.table.as_deref() };
        let look = Look { is_dark: self.is_dark, width: Look::WIDTH, scale: Look::SCALE, time: self.time };
        make(&Work { subject, choice: &self.choice, look: &look, i18n: &i18n, fonts: &self.fonts })
    }

    fn write(&self, path: &std::path::Path, format: Format) -> Result<(usize, Vec<Message>), Message> {
        let Exported { bytes, n_events, left_out } = self.work(|work| export::export(work, format))?;
        save(path, &bytes, None).map_err(|error: SaveError| error.export_message(path))?;
        Ok((n_events, left_out))
    }
}

/// Puts a picture into the clipboard.
pub(super) type PutPicture = fn(Pixels) -> Result<(), String>;
