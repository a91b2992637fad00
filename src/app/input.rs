//! Keys, pastes and drops: from what the system sends to commands.

use std::path::PathBuf;

use eframe::egui::{Event, RawInput};

use crate::base::Message;
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
    if !paths.is_empty() {
        input.commands.push(Command::OpenFiles(paths));
    }
}

/// Whether a command asks for the clipboard, which answers later.
pub(super) fn asks_for_clipboard(command: &Command) -> bool {
    *command == Command::Ui(UiCommand::Paste)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use eframe::egui::{DroppedFile, DroppedFileHandle};

    use super::*;

    /// A file as the system drops it.
    #[derive(Debug)]
    struct Dropped(PathBuf);

    impl DroppedFile for Dropped {
        fn path(&self) -> &Path {
            &self.0
        }

        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("nobody reads it here".to_owned())
        }
    }

    #[test]
    fn all_files_of_a_drop_are_opened_in_their_order() {
        let names = ["/مجلد/أ – خبر.txt", "/b.txt"];
        let mut raw = RawInput::default();
        raw.dropped_files.extend(names.map(|name| Arc::new(Dropped(name.into())) as DroppedFileHandle));
        let input = take(&mut raw, Listening::ToAll, false);
        assert_eq!(input.commands, [Command::OpenFiles(names.map(PathBuf::from).to_vec())]);
        assert!(raw.dropped_files.is_empty());
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
