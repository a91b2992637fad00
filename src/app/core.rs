//! The application without its window: state, queue and workers. Tests drive it as the window does.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{Context, RawInput, Ui, ViewportCommand};

use super::clipboard;
use super::editing::EDITED_AT_ONCE;
use super::event::{AppEvent, Queue};
use super::export::{Handing, PutPicture};
use super::fonts::FontSearch;
use super::input::{self, Input, asks_for_clipboard};
use super::jobs::Jobs;
use super::present::Screen;
use super::saving::Kept;
use super::settings::{Region, appearance_of};
use super::store::{Settings, Store};
use super::system_fonts::SystemFonts;
use super::writer::Writer;
use crate::base::{Language, Message};
use crate::export;
use crate::i18n::I18n;
use crate::project::unsaved::Session;
use crate::reader::Format;
use crate::text::{self, FontFile};
use crate::ui::command::{Command, CommandSender};
use crate::ui::look;
use crate::ui::shortcut::Listening;
use crate::ui::state::{AppState, Appearance};
use crate::ui::tabs::{Origin, TabId};
use crate::ui::window::{Views, window_ui};

/// So many passes a clipboard may take to answer; one that is empty never does.
const PASTE_PASSES: u8 = 3;

/// All of the application but its window.
pub(super) struct Core {
    pub(super) state: AppState,
    /// What is kept from one start to the next, and where.
    pub(super) settings: Settings,
    pub(super) store: Store,
    /// The page in the clipboard; may take its time.
    pub(super) page_in_clipboard: fn() -> Option<String>,
    pub(super) views: Views,
    pub(super) commands: CommandSender,
    pub(super) jobs: Jobs,
    pub(super) writer: Writer,
    pub(super) region: Region,
    /// Whether the appearance follows the system's.
    pub(super) follows_system: bool,
    /// Whether the system asks that nothing moves by itself.
    pub(super) system_reduces_motion: bool,
    /// Whether the file dialog is to be opened.
    pub(super) dialog_wanted: bool,
    /// Whether it is open.
    pub(super) dialog_open: bool,
    /// What is to be exported to where the dialog says.
    pub(super) export_wanted: Option<Handing>,
    /// The form of the last export.
    pub(super) last_export: export::Format,
    /// Puts a picture into the clipboard; may take its time.
    pub(super) picture_to_clipboard: PutPicture,
    /// Whose work is to be saved where the dialog says.
    pub(super) save_wanted: Option<TabId>,
    /// What is known of the files of the tabs.
    pub(super) kept: BTreeMap<TabId, Kept>,
    /// What keeps work that is not saved; `None` where there is no place for it.
    pub(super) session: Option<Arc<Session>>,
    /// Edits of an article with more events are a worker's.
    pub(super) edited_at_once: usize,
    /// The number of the latest tab.
    pub(super) next_tab: u64,
    /// Whether a worker makes a picture: one at a time, for the choices as they are when it begins.
    pub(super) picturing: bool,
    /// How far a search for fonts is.
    pub(super) fonts: FontSearch,
    /// All that were found and put to use.
    pub(super) found_fonts: Vec<FontFile>,
    pub(super) system_fonts: SystemFonts,
    pub(super) queue: Queue,
    /// Passes left until the clipboard counts as empty.
    awaiting_paste: Option<u8>,
    popup_open: bool,
    /// Whether the window had the keyboard in the last frame.
    had_focus: bool,
    /// Whether the window fills the screen, and why.
    pub(super) screen: Screen,
    pub(super) title: Option<String>,
    /// The appearance and language that the toolkit was told of.
    dress: Option<(Appearance, Language)>,
}

impl Core {
    /// With the settings in a file, where one is named.
    pub(super) fn new(region: Region, settings: Option<PathBuf>, page_in_clipboard: fn() -> Option<String>) -> Self {
        let (queue, commands, events) = Queue::new();
        let tell = events.clone();
        let failed = move |error: std::io::Error| {
            let message = Message::new("settings-not-kept").with_text("detail", error.to_string());
            // The receiver is gone only while the application ends.
            let _ = tell.send(AppEvent::Failed(message));
        };
        let (settings, store) = settings.map(|path| Store::open(path, failed)).unwrap_or_default();
        let i18n = I18n::new(region.language, region.region.as_deref());
        let mut state = AppState::new(i18n, appearance_of(None));
        state.formats = Format::ALL.map(Format::message_key).to_vec();
        let jobs = Jobs::new(events.clone());
        let writer = Writer::new(events, jobs.waker().clone());
        let mut core = Self {
            state,
            settings,
            store,
            page_in_clipboard,
            views: Views::default(),
            commands,
            jobs,
            writer,
            region,
            follows_system: true,
            system_reduces_motion: false,
            dialog_wanted: false,
            dialog_open: false,
            export_wanted: None,
            last_export: export::Format::Png,
            picture_to_clipboard: clipboard::put_picture,
            save_wanted: None,
            kept: BTreeMap::new(),
            session: None,
            edited_at_once: EDITED_AT_ONCE,
            next_tab: 0,
            picturing: false,
            fonts: FontSearch::Idle,
            found_fonts: Vec::new(),
            system_fonts: SystemFonts::default(),
            queue,
            awaiting_paste: None,
            popup_open: false,
            had_focus: false,
            screen: Screen::default(),
            title: None,
            dress: None,
        };
        core.show_recent();
        core.dress_timeline();
        core
    }

    /// Opens what was named at the start; nothing named: the bundled article.
    pub(super) fn open_at_start(&mut self, files: Vec<PathBuf>) {
        if files.is_empty() {
            let name = self.state.i18n.text("bundled-name");
            self.open_origin(Origin::Bundled, name);
        } else {
            self.open_files(files);
        }
    }

    /// Waits for the article that is shown, so that the first frame has it; not for long.
    pub(super) fn wait_for_first(&mut self, most: Duration) {
        let end = Instant::now() + most;
        while self.state.tabs.active().is_some_and(|tab| self.jobs.is_busy(tab.id))
            && let Some(event) = self.queue.wait(end.saturating_duration_since(Instant::now()))
        {
            self.apply(event);
        }
    }

    /// Before the toolkit sees it: keys, pastes and drops.
    pub(super) fn input(&mut self, ctx: &Context, raw: &mut RawInput) {
        if raw.focused && !self.had_focus {
            // Files come and go while somebody works elsewhere.
            self.check_recent();
        }
        self.had_focus = raw.focused;
        let typing = ctx.text_edit_focused();
        let keyboard_taken = typing || self.popup_open || self.views.keys_open || self.views.palette.is_open();
        let listening = if keyboard_taken { Listening::ToControl } else { Listening::ToAll };
        let Input { commands, notice, pasted } = input::take(raw, listening, typing);
        if pasted {
            self.awaiting_paste = None;
        }
        if let Some(notice) = notice {
            self.notify(notice);
        }
        for command in commands {
            self.commands.send(command);
        }
    }

    /// Before each pass, and also while the window is covered and no pass comes.
    pub(super) fn logic(&mut self, ctx: &Context) {
        self.jobs.waker().connect(ctx);
        self.drain(ctx);
        if self.state.update_browse() {
            ctx.request_repaint();
        }
        self.picture();
        self.await_paste(ctx);
        self.search_fonts(ctx);
        self.show_progress(ctx);
        if let Some(rest) = self.keep_unsaved(Instant::now()) {
            ctx.request_repaint_after(rest);
        }
        if self.follows_system {
            self.state.appearance = appearance_of(ctx.system_theme());
        }
        self.dress(ctx);
    }

    /// Tells the toolkit's own widgets and the texts of the appearance and the language, where those changed.
    pub(super) fn dress(&mut self, ctx: &Context) {
        let dress = (self.state.appearance, self.state.i18n.language());
        if self.dress == Some(dress) {
            return;
        }
        self.dress = Some(dress);
        look::apply(ctx, self.state.appearance);
        text::egui::apply_text_options(ctx);
        text::egui::set_default_direction(ctx, self.state.i18n.direction());
        ctx.request_repaint();
    }

    /// One pass of the window.
    pub(super) fn ui(&mut self, ui: &mut Ui) {
        window_ui(ui, &self.state, &self.commands, &mut self.views);
        self.popup_open = ui.ctx().any_popup_open();
        let ctx = ui.ctx().clone();
        if self.drain(&ctx) {
            self.state.update_browse();
            ctx.request_repaint();
        }
        self.dress(&ctx);
        self.fill_screen(&ctx);
        self.name_window(&ctx);
    }

    /// Tells the tabs what is under way for them, where that takes long.
    fn show_progress(&mut self, ctx: &Context) {
        let now = Instant::now();
        for tab in self.state.tabs.iter_mut() {
            tab.progress = match self.jobs.progress(tab.id, now) {
                Ok(progress) => Some(progress),
                Err(rest) => {
                    rest.into_iter().for_each(|rest| ctx.request_repaint_after(rest));
                    None
                }
            };
        }
    }

    /// Applies all that came in; whether anything did.
    fn drain(&mut self, ctx: &Context) -> bool {
        let mut any = false;
        while let Some(event) = self.queue.next() {
            any = true;
            if let AppEvent::Command(command) = &event
                && asks_for_clipboard(command)
            {
                ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
                self.awaiting_paste = Some(PASTE_PASSES);
            }
            if let AppEvent::Command(Command::Copy(text)) = &event {
                ctx.copy_text(text.clone());
            }
            if let AppEvent::TextMade(text) = &event {
                ctx.copy_text(text.clone());
            }
            self.apply(event);
        }
        any
    }

    /// An empty clipboard does not answer: after some passes, say so.
    fn await_paste(&mut self, ctx: &Context) {
        let Some(passes) = self.awaiting_paste else { return };
        match passes.checked_sub(1) {
            Some(rest) => {
                self.awaiting_paste = Some(rest);
                ctx.request_repaint();
            }
            None => {
                self.awaiting_paste = None;
                self.notify(Message::new("paste-empty"));
            }
        }
    }
}
