//! Keys, pastes and drops: from what the system sends to commands.

use std::path::PathBuf;

use eframe::egui::{Event, RawInput};

use crate::base::{Arg, Message};
use crate::ui::command::{Command, UiCommand};
use crate::ui::shortcut::{Listening, take_commands};

/// What came in at once.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Input {
    /// What was asked for, in order.
    pub(super) commands: Vec<Command>,
    /// What to say about it.
    pub(super) notice: Option<Message>,
    /// Whether the clipboard gave something, usable or not.
    pub(super) pasted: bool,
}

/// Takes out of `raw` what is meant for the application and not for a widget.
///
/// A focused text field keeps what is pasted (`typing`); a menu takes no pastes and keeps only its keys.
pub(super) fn take(raw: &mut RawInput, listening: Listening, typing: bool) -> Input {
    let mut input = Input::default();
    let commands = take_commands(&mut raw.events, listening);
    input.commands.extend(commands.into_iter().map(Command::Ui));
    if !typing {
        take_pastes(&mut raw.events, &mut input);
    }
    take_drops(raw, &mut input);
    input
}

fn take_pastes(events: &mut Vec<Event>, input: &mut Input) {
    events.retain_mut(|event| {
        match event {
            Event::Paste(text) => input.commands.push(Command::OpenText(std::mem::take(text))),
            Event::PasteImage(_) => input.notice = Some(Message::new("paste-image")),
            _ => return true,
        }
        input.pasted = true;
        false
    });
}

fn take_drops(raw: &mut RawInput, input: &mut Input) {
    let paths: Vec<PathBuf> = raw.dropped_files.drain(..).map(|file| file.path().to_owned()).collect();
    let (command, notice) = open_first(paths);
    input.commands.extend(command);
    input.notice = notice.or(input.notice.take());
}

/// One window shows one article: of several files the first is opened, and the person is told.
pub(super) fn open_first(paths: Vec<PathBuf>) -> (Option<Command>, Option<Message>) {
    let count = paths.len();
    let Some(first) = paths.into_iter().next() else { return (None, None) };
    let notice = (count > 1).then(|| {
        let name = first.file_name().unwrap_or(first.as_os_str()).to_string_lossy().into_owned();
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        Message::new("open-one-of-several").with("count", Arg::Number(count)).with_text("name", name)
    });
    (Some(Command::OpenFile(first)), notice)
}

/// Whether a command asks for the clipboard, which answers later.
pub(super) fn asks_for_clipboard(command: &Command) -> bool {
    *command == Command::Ui(UiCommand::Paste)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_files_the_first_is_opened_and_the_others_are_named() {
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        assert_eq!(open_first(Vec::new()), (None, None));
        assert_eq!(open_first(paths(&["/أ.txt"])), (Some(Command::OpenFile("/أ.txt".into())), None));
        let (command, notice) = open_first(paths(&["/أ.txt", "/ب.txt", "/ج.txt"]));
        assert_eq!(command, Some(Command::OpenFile("/أ.txt".into())));
        let expected = Message::new("open-one-of-several").with("count", Arg::Number(3)).with_text("name", "أ.txt");
        assert_eq!(notice, Some(expected));
    }

    #[test]
    fn a_paste_opens_an_article_unless_a_field_has_the_focus() {
        let paste = || RawInput { events: vec![Event::Paste("خبر".to_owned())], ..RawInput::default() };
        let mut raw = paste();
        let input = take(&mut raw, Listening::ToControl, false);
        assert_eq!(input.commands, [Command::OpenText("خبر".to_owned())]);
        assert!(raw.events.is_empty() && input.pasted);
        let mut raw = paste();
        assert_eq!(take(&mut raw, Listening::ToControl, true), Input::default());
        assert_eq!(raw.events.len(), 1);
    }
}
