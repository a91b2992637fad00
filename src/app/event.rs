//! Everything that changes the application, in one closed list and one queue.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::export::{self, Handing};
use super::open::Opened;
use super::saving::Saved;
use super::unsaved::{Left, Written};
use crate::base::Message;
use crate::text::FontFile;
use crate::ui::command::{Command, CommandSender};
use crate::ui::picture::{Pictured, Task};
use crate::ui::state::Document;
use crate::ui::tabs::{Failure, Progress, TabId};

/// A piece of work in the background; the latest one of a tab counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct JobId(pub(super) u64);

/// Something that changes the application.
#[derive(Debug)]
pub(super) enum AppEvent {
    /// What a person asked for.
    Command(Command),
    /// A job got further.
    Progress(JobId, Progress),
    /// A job has something to show before it is done.
    Shown(JobId, Box<Document>),
    /// A picture is made, or cannot be.
    Pictured(Result<Pictured, Box<Task>>),
    /// A job is done.
    Opened(JobId, Result<Box<Opened>, Failure>),
    /// The system's file dialog is closed.
    DialogClosed(DialogOutcome),
    /// Which of the recent files are there.
    RecentSeen(Vec<(bool, PathBuf)>),
    /// A save is done.
    Saved(Box<Saved>),
    /// Where to save was asked and answered; `None`: nowhere.
    SaveChosen(TabId, Option<PathBuf>),
    /// Where to export to was asked and answered; `None`: nowhere.
    ExportChosen(Box<Handing>, Option<PathBuf>),
    /// An export is done.
    Exported(Box<export::Written>),
    /// A text was made for the clipboard.
    TextMade(String),
    /// Something went well.
    Told(Message),
    /// Unsaved work was written apart.
    Written(Box<Written>),
    /// What earlier runs left.
    Left(Vec<Left>),
    /// Something went wrong that stops nothing.
    Failed(Message),
    /// The system was searched for fonts that have what the others lack.
    FontsFound(Vec<FontFile>),
    /// Whether the system asks that nothing moves by itself.
    MotionWanted(bool),
}

/// How a file dialog ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DialogOutcome {
    /// With files.
    Chosen(Vec<PathBuf>),
    /// Without one.
    Cancelled,
    /// It never opened: the system has none.
    Unavailable,
    /// The same where something was to be written.
    Nowhere,
}

/// Where all events come in.
#[derive(Debug)]
pub(super) struct Queue {
    commands: Receiver<Command>,
    events: Receiver<AppEvent>,
}

impl Queue {
    /// The queue, and its two entrances: for panels and for workers.
    pub(super) fn new() -> (Self, CommandSender, Sender<AppEvent>) {
        let (command_sender, commands) = CommandSender::pair();
        let (event_sender, events) = channel();
        (Self { commands, events }, command_sender, event_sender)
    }

    /// The next event; `None` where there is none now.
    pub(super) fn next(&self) -> Option<AppEvent> {
        let command = self.commands.try_recv().ok().map(AppEvent::Command);
        command.or_else(|| self.events.try_recv().ok())
    }

    /// Waits for a worker's next result, at most so long.
    pub(super) fn wait(&self, most: std::time::Duration) -> Option<AppEvent> {
        self.events.recv_timeout(most).ok()
    }
}
