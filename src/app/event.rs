//! Everything that changes the application, in one closed list and one queue.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::base::Message;
use crate::text::FontFile;
use crate::ui::command::{Command, CommandSender};
use crate::ui::state::Document;

/// A piece of work in the background; the latest one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct JobId(pub(super) u64);

/// Something that changes the application.
#[derive(Debug)]
pub(super) enum AppEvent {
    /// What a person asked for.
    Command(Command),
    /// An article was opened, or could not be.
    Opened(JobId, Result<Box<Document>, Message>),
    /// The open article was resolved against another publication date.
    Resolved(JobId, Result<Box<Document>, Message>),
    /// The system's file dialog is closed.
    DialogClosed(DialogOutcome),
    /// The system was searched for fonts that have what the others lack.
    FontsFound(Vec<FontFile>),
}

/// How a file dialog ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DialogOutcome {
    /// With a file.
    Chosen(PathBuf),
    /// Without one.
    Cancelled,
    /// It never opened: the system has none.
    Unavailable,
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
