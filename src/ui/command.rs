//! All that a person can ask for.
//! `UiCommand` has no payload: menus, keys and the list of keys are made from it. `Command` has one.

mod needs;
mod plain;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

pub use self::needs::Needs;
pub use self::plain::UiCommand;
use crate::base::Moment;
use crate::event::EventId;

use super::browse::Change;
use super::present;
use super::state::LaneGrouping;
use super::tabs::{Reading, TabId};
use super::work;

/// Everything that changes the application.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// One without payload.
    Ui(UiCommand),
    /// Select an event, or none.
    Select(Option<EventId>),
    /// The pointer is on an event, or on none.
    Hover(Option<EventId>),
    /// Open files, each in a tab.
    OpenFiles(Vec<PathBuf>),
    /// Open a text as a new article.
    OpenText(String),
    /// Show an open article.
    ShowTab(TabId),
    /// Close an open article.
    CloseTab(TabId),
    /// Let go what is under way for a tab.
    CancelOpening(TabId),
    /// Show another article of the same file, by its place in it.
    ShowArticle(usize),
    /// Read the article that is shown again, in another way.
    ReadAgain(Reading),
    /// Change the publication date; everything is resolved again. `None`: unknown.
    SetPublished(Option<Moment>),
    /// Let the lanes stand for something else.
    SetLanes(LaneGrouping),
    /// Look through the document in another way.
    Browse(Change),
    /// Change an event.
    Edit(work::Change),
    /// A date is being typed: what does it mean?
    TypeDate(String),
    /// Save the work of a tab over whatever its file holds by now.
    SaveOver(TabId),
    /// Ask where to save the work of a tab.
    SaveElsewhere(TabId),
    /// Open work that was not saved, by its file.
    Recover(PathBuf),
    /// Give up work that was not saved.
    GiveUp(PathBuf),
    /// Present another event.
    Present(present::Step),
    /// Put a text into the clipboard.
    Copy(String),
    /// Put a notice away.
    DismissNotice(usize),
}

/// The way in which panels send commands.
#[derive(Debug, Clone)]
pub struct CommandSender(Sender<Command>);

impl CommandSender {
    /// A sender and the queue it fills.
    #[must_use]
    pub fn pair() -> (Self, Receiver<Command>) {
        let (sender, receiver) = channel();
        (Self(sender), receiver)
    }

    /// Puts a command into the queue; lost where the application has ended.
    pub fn send(&self, command: Command) {
        // The receiver is gone only while the application ends: nobody is left to answer.
        let _ = self.0.send(command);
    }

    /// Puts a command without payload into the queue.
    pub fn send_ui(&self, command: UiCommand) {
        self.send(Command::Ui(command));
    }
}
