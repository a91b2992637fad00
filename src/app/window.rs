//! The application in its window.

use std::time::{Duration, Instant};

use eframe::egui::{Context, RawInput, Ui, ViewportBuilder};
use eframe::{App, Frame, NativeOptions, Renderer};

use super::core::Core;
use super::event::{AppEvent, DialogOutcome};
use super::export::Handing;
use super::frame_log::{FrameLog, Shown};
use super::settings::{Region, appearance_of};
use super::store::settings_path;
use super::title::window_title;
use super::{AppError, Options, clipboard, dialog};
use crate::base::theme::Rgb;
use crate::project::unsaved;
use crate::text;
use crate::ui::tabs::TabId;
use crate::ui::theme::palette;

/// So long the first frame waits for the article that it is to show.
const FIRST_ARTICLE: Duration = Duration::from_millis(150);
const APP_ID: &str = "waqai";

/// The application as the toolkit sees it.
struct Window {
    core: Core,
    frame_log: Option<FrameLog>,
}

/// Opens the window and comes back when it is closed.
pub(super) fn run(options: Options) -> Result<(), AppError> {
    let frame_log = options.frame_log.as_deref().map(FrameLog::create).transpose()?;
    // The article is read while the window is made.
    let mut core = Core::new(Region::of_system(), settings_path(), clipboard::page);
    if let Some(folder) = unsaved::folder() {
        core.begin_session(&folder, session_id());
    }
    core.open_at_start(options.files);
    core.ask_system_for_motion();
    let native = native_options(window_title(&core.state));
    let create = move |creation: &eframe::CreationContext<'_>| -> Result<Box<dyn App>, Box<dyn std::error::Error + Send + Sync>> {
        text::egui::install(&creation.egui_ctx);
        core.state.appearance = appearance_of(creation.egui_ctx.system_theme());
        core.dress(&creation.egui_ctx);
        core.wait_for_first(FIRST_ARTICLE);
        Ok(Box::new(Window { core, frame_log }))
    };
    eframe::run_native(APP_ID, native, Box::new(create)).map_err(app_error)
}

fn native_options(title: String) -> NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title(title)
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([800.0, 560.0])
        .with_drag_and_drop(true);
    NativeOptions { viewport, renderer: Renderer::Glow, system_font_fallback: false, ..NativeOptions::default() }
}

fn app_error(error: eframe::Error) -> AppError {
    match error {
        // The event loop is the first thing that is made: it fails where the display does not answer.
        eframe::Error::WinitEventLoop(error) => AppError::NoDisplay(error.to_string()),
        error => AppError::Window(error.to_string()),
    }
}

/// A name that no other run of the program has.
#[expect(clippy::disallowed_methods, reason = "the application may read the clock")]
fn session_id() -> String {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    format!("{}-{}", since.as_millis(), std::process::id())
}

impl Window {
    fn open_save_dialog(&mut self, frame: &Frame, tab: TabId) {
        self.core.save_wanted = None;
        let dialog = dialog::save_dialog(frame, &self.core.state, self.core.settings.folder.as_deref());
        let started = self.core.jobs.aside(move || match dialog::show_save(dialog) {
            Ok(path) => AppEvent::SaveChosen(tab, path),
            Err(outcome) => AppEvent::DialogClosed(outcome),
        });
        match started {
            Ok(()) => self.core.dialog_open = true,
            Err(_) => self.core.apply(AppEvent::DialogClosed(DialogOutcome::Nowhere)),
        }
    }

    fn open_export_dialog(&mut self, frame: &Frame, handing: Handing) {
        let (i18n, folder) = (&self.core.state.i18n, self.core.settings.folder.as_deref());
        let dialog = dialog::export_dialog(frame, i18n, handing.title(), self.core.last_export, folder);
        let started = self.core.jobs.aside(move || match dialog::show_save(dialog) {
            Ok(path) => AppEvent::ExportChosen(Box::new(handing), path),
            Err(outcome) => AppEvent::DialogClosed(outcome),
        });
        match started {
            Ok(()) => self.core.dialog_open = true,
            Err(_) => self.core.apply(AppEvent::DialogClosed(DialogOutcome::Nowhere)),
        }
    }

    fn open_dialog(&mut self, frame: &Frame) {
        self.core.dialog_wanted = false;
        let dialog = dialog::dialog(frame, &self.core.state.i18n, self.core.settings.folder.as_deref());
        let started = self.core.jobs.aside(move || AppEvent::DialogClosed(dialog::show(dialog)));
        match started {
            Ok(()) => self.core.dialog_open = true,
            Err(_) => self.core.apply(AppEvent::DialogClosed(DialogOutcome::Unavailable)),
        }
    }
}

impl App for Window {
    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut RawInput) {
        self.core.input(ctx, raw);
    }

    fn logic(&mut self, ctx: &Context, frame: &mut Frame) {
        if let Some(log) = &mut self.frame_log {
            log.begin(frame.info().cpu_usage.map(|seconds| Duration::from_secs_f32(seconds.max(0.0))));
        }
        self.core.logic(ctx);
        if self.core.dialog_wanted {
            self.open_dialog(frame);
        }
        if let Some(handing) = self.core.export_wanted.take() {
            self.open_export_dialog(frame, handing);
        }
        if let Some(tab) = self.core.save_wanted {
            self.open_save_dialog(frame, tab);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let began = Instant::now();
        self.core.ui(ui);
        // A frame's line is written when the next one begins: the log asks for one after another.
        if let Some(log) = &mut self.frame_log {
            let state = &self.core.state;
            let text = state.document().map_or(0, |document| document.article.text.len());
            log.add_panels(began, Shown { events: state.n_shown(), text });
            ui.ctx().request_repaint();
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.core.keep_all();
    }

    fn clear_color(&self, _visuals: &eframe::egui::Visuals) -> [f32; 4] {
        let Rgb(red, green, blue) = palette(self.core.state.appearance).panel;
        [red, green, blue, 255].map(|channel| f32::from(channel) / 255.0)
    }
}
