//! The application: its window, its state, the one place that changes it, and the work in the background.

mod apply;
mod articles;
mod choices;
mod clipboard;
mod contents;
mod core;
mod dialog;
mod editing;
mod event;
mod export;
mod fonts;
mod frame_log;
mod input;
mod jobs;
mod motion;
mod notices;
mod open;
mod pictures;
mod portal;
mod present;
mod recent;
mod records;
mod saving;
mod settings;
mod store;
mod system_fonts;
mod title;
mod unsaved;
mod view;
mod window;
mod writer;

use std::path::PathBuf;

use crate::base::Message;

/// What the window is started with.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The files to be opened; the first is shown, and without any the bundled article.
    pub files: Vec<PathBuf>,
    /// Where to write a line for each frame.
    pub frame_log: Option<PathBuf>,
}

/// Why there is no window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppError {
    /// No X server and no Wayland compositor answers; what the system says.
    NoDisplay(String),
    /// The window could not be made; what the system says.
    Window(String),
    /// The frame log could not be written; why, and where.
    FrameLog(String, PathBuf),
}

impl AppError {
    /// What to say.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoDisplay(detail) => Message::new("app-no-display").with_text("detail", detail),
            Self::Window(detail) => Message::new("app-no-window").with_text("detail", detail),
            Self::FrameLog(detail, path) => {
                Message::new("app-no-frame-log").with_text("detail", detail).with_text("path", path.to_string_lossy())
            }
        }
    }
}

/// Opens the window and comes back when it is closed.
///
/// # Errors
/// Where there is no display, no window can be made on it, or the frame log cannot be written.
pub fn run(options: Options) -> Result<(), AppError> {
    window::run(options)
}

#[cfg(test)]
mod tests;
