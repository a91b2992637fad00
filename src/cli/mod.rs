//! The command line: what was asked for, and the commands that need no window.
//! Knows no window: opening one is passed in.

mod arguments;
mod export;
mod extract;
mod in_order;
mod output;
mod terminal;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use self::arguments::{Arguments, Command};
use self::terminal::Terminal;
use crate::article::Article;
use crate::base::{Language, Message};
use crate::event::{Extraction, KnownArticle};
use crate::extract::{Options, extract};
use crate::i18n::{I18n, Preference};

/// What the window is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowRequest {
    /// The files to be opened.
    pub files: Vec<PathBuf>,
    /// Where to write a line for each frame.
    pub frame_log: Option<PathBuf>,
}

/// What opens the window and returns when it is closed, or says why it could not be opened.
pub type OpenWindow = fn(WindowRequest) -> Result<(), Message>;

/// At least one input or line could not be read, or the window could not be opened.
const FAILED: u8 = 1;

/// The command line is wrong.
const WRONG_USAGE: u8 = 2;

/// Does what the command line asks for, without a window where there is nothing that opens one; the exit status is 0, 1 or 2 as `--help` says.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>, open_window: Option<OpenWindow>) -> ExitCode {
    let preference = Preference::from_environment();
    // The window speaks Arabic unless told otherwise; a terminal that does not ask for Arabic may not be able to show it.
    let language = preference.language.unwrap_or(Language::English);
    let terminal = Terminal::new(I18n::new(language, preference.region.as_deref()));
    match parse(args, &terminal) {
        Ok(Arguments { command: Some(Command::Extract(args)), .. }) => extract::run(&args, &terminal),
        Ok(Arguments { command: Some(Command::Export(args)), .. }) => export::run(&args, &terminal),
        Ok(Arguments { command: None, frame_log, files }) => window(WindowRequest { files, frame_log }, &terminal, open_window),
        Err(status) => status,
    }
}

fn parse(args: impl IntoIterator<Item = OsString>, terminal: &Terminal) -> Result<Arguments, ExitCode> {
    let matches = arguments::command(terminal.i18n()).try_get_matches_from(args);
    matches.and_then(|mut matches| Arguments::from_arg_matches_mut(&mut matches)).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nobody is left to be told where even the help cannot be written.
            let _ = error.print();
            ExitCode::SUCCESS
        }
        _ => {
            terminal.say(&arguments::usage_error(&error));
            ExitCode::from(WRONG_USAGE)
        }
    })
}

/// An article and what it says. What its record says of it stands, unless it is to be read otherwise than it was.
fn said(known: KnownArticle, options: &Options) -> (Article, Extraction) {
    let KnownArticle { article, extraction } = known;
    let extraction = extraction.filter(|_| *options == Options::default()).unwrap_or_else(|| extract(&article, options));
    (article, extraction)
}

fn window(request: WindowRequest, terminal: &Terminal, open_window: Option<OpenWindow>) -> ExitCode {
    let opened = match open_window {
        None => Err(Message::new("cli-without-window")),
        Some(_) if !has_display() => Err(Message::new("cli-no-display")),
        Some(open_window) => open_window(request),
    };
    match opened {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            terminal.say(&message);
            ExitCode::from(FAILED)
        }
    }
}

/// Whether there is a display to ask for a window; elsewhere than under X11 and Wayland there always is.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(all(unix, not(target_os = "macos")))) || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_set)
}
