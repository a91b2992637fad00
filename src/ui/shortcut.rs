//! Which keys stand for which command.
//! Knows the table and how to find a pressed key in it; who sends the command is told elsewhere.

use eframe::egui::{Event, Key, Modifiers};

use super::command::UiCommand;

/// A key, with or without Ctrl and Shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    key: Key,
    /// Ctrl, or Command where there is one.
    command: bool,
    /// Whether Shift counts; a sign such as `+` needs it on some keyboards and not on others.
    shift: Shift,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shift {
    Up,
    Down,
    Any,
}

impl Shortcut {
    const fn plain(key: Key) -> Self {
        Self { key, command: false, shift: Shift::Up }
    }

    const fn sign(key: Key) -> Self {
        Self { key, command: false, shift: Shift::Any }
    }

    const fn control(key: Key) -> Self {
        Self { key, command: true, shift: Shift::Up }
    }

    const fn control_shift(key: Key) -> Self {
        Self { key, command: true, shift: Shift::Down }
    }

    const fn shift(key: Key) -> Self {
        Self { key, command: false, shift: Shift::Down }
    }

    /// How it is written on keyboards: `Ctrl+O`, `←`.
    #[must_use]
    pub fn text(self) -> String {
        let key = match self.key {
            Key::ArrowLeft => "←",
            Key::ArrowRight => "→",
            Key::ArrowUp => "↑",
            Key::ArrowDown => "↓",
            Key::Escape => "Esc",
            Key::Minus => "-",
            Key::Plus => "+",
            Key::Equals => "=",
            Key::Questionmark => "?",
            key => key.name(),
        };
        let control = if self.command { "Ctrl+" } else { "" };
        let shift = if self.shift == Shift::Down { "Shift+" } else { "" };
        format!("{control}{shift}{key}")
    }

    fn matches(self, key: Key, modifiers: Modifiers) -> bool {
        let shift = match self.shift {
            Shift::Up => !modifiers.shift,
            Shift::Down => modifiers.shift,
            Shift::Any => true,
        };
        self.key == key && self.command == modifiers.command && !modifiers.alt && shift
    }
}

/// The first key of a command, as it is written.
#[must_use]
pub fn keys_text(command: UiCommand) -> String {
    shortcuts(command).first().map(|shortcut| shortcut.text()).unwrap_or_default()
}

/// The keys of a command, the one to be shown first.
#[must_use]
pub fn shortcuts(command: UiCommand) -> &'static [Shortcut] {
    const OPEN: [Shortcut; 1] = [Shortcut::control(Key::O)];
    const PASTE: [Shortcut; 1] = [Shortcut::control(Key::V)];
    const SAVE: [Shortcut; 1] = [Shortcut::control(Key::S)];
    const SAVE_AS: [Shortcut; 1] = [Shortcut::control_shift(Key::S)];
    const PRESENT: [Shortcut; 2] = [Shortcut::plain(Key::F11), Shortcut::plain(Key::P)];
    const EXPORT: [Shortcut; 1] = [Shortcut::control(Key::E)];
    const EXPORT_VIEW: [Shortcut; 1] = [Shortcut::shift(Key::E)];
    const COPY_PICTURE: [Shortcut; 1] = [Shortcut::plain(Key::I)];
    const COPY_CHRONOLOGY: [Shortcut; 1] = [Shortcut::shift(Key::C)];
    const UNDO: [Shortcut; 1] = [Shortcut::control(Key::Z)];
    const REDO: [Shortcut; 2] = [Shortcut::control_shift(Key::Z), Shortcut::control(Key::Y)];
    const EDIT_EVENT: [Shortcut; 1] = [Shortcut::plain(Key::F2)];
    const DELETE_EVENT: [Shortcut; 1] = [Shortcut::plain(Key::Delete)];
    const ADD_EVENT: [Shortcut; 1] = [Shortcut::plain(Key::Insert)];
    const RECENT: [Shortcut; 1] = [Shortcut::control_shift(Key::O)];
    const CLEAR_RECENT: [Shortcut; 1] = [Shortcut::control_shift(Key::Delete)];
    const CLOSE_TAB: [Shortcut; 1] = [Shortcut::control(Key::W)];
    const NEXT_TAB: [Shortcut; 1] = [Shortcut::control(Key::Tab)];
    const PREVIOUS_TAB: [Shortcut; 1] = [Shortcut::control_shift(Key::Tab)];
    const NEXT_ARTICLE: [Shortcut; 1] = [Shortcut::plain(Key::N)];
    const PREVIOUS_ARTICLE: [Shortcut; 1] = [Shortcut::shift(Key::N)];
    const READ_AGAIN: [Shortcut; 1] = [Shortcut::plain(Key::F5)];
    const READING: [Shortcut; 1] = [Shortcut::control_shift(Key::E)];
    const EVERYTHING: [Shortcut; 1] = [Shortcut::plain(Key::E)];
    const PALETTE: [Shortcut; 1] = [Shortcut::control_shift(Key::P)];
    const FIT: [Shortcut; 1] = [Shortcut::plain(Key::Num0)];
    const ZOOM_IN: [Shortcut; 2] = [Shortcut::sign(Key::Plus), Shortcut::plain(Key::Equals)];
    const ZOOM_OUT: [Shortcut; 1] = [Shortcut::sign(Key::Minus)];
    const LEFT: [Shortcut; 1] = [Shortcut::plain(Key::ArrowLeft)];
    const RIGHT: [Shortcut; 1] = [Shortcut::plain(Key::ArrowRight)];
    const UP: [Shortcut; 1] = [Shortcut::plain(Key::ArrowUp)];
    const DOWN: [Shortcut; 1] = [Shortcut::plain(Key::ArrowDown)];
    const FIRST: [Shortcut; 1] = [Shortcut::plain(Key::Home)];
    const LAST: [Shortcut; 1] = [Shortcut::plain(Key::End)];
    const REVERSE: [Shortcut; 1] = [Shortcut::plain(Key::R)];
    const HIJRI: [Shortcut; 1] = [Shortcut::plain(Key::J)];
    const MOTION: [Shortcut; 1] = [Shortcut::shift(Key::M)];
    const LANES: [Shortcut; 1] = [Shortcut::plain(Key::L)];
    const TOGGLE_LIST: [Shortcut; 1] = [Shortcut::plain(Key::V)];
    const EVENT_MENU: [Shortcut; 2] = [Shortcut::plain(Key::Menu), Shortcut::shift(Key::F10)];
    const ZOOM_TO_EVENT: [Shortcut; 1] = [Shortcut::plain(Key::Z)];
    const COPY_EVENT: [Shortcut; 1] = [Shortcut::plain(Key::C)];
    const COPY_QUOTE: [Shortcut; 1] = [Shortcut::plain(Key::Q)];
    const FILTER_KIND: [Shortcut; 1] = [Shortcut::plain(Key::K)];
    const FILTER_ACTOR: [Shortcut; 1] = [Shortcut::plain(Key::A)];
    const FILTER_VIEW: [Shortcut; 1] = [Shortcut::plain(Key::W)];
    const TOGGLE_LANE: [Shortcut; 1] = [Shortcut::plain(Key::M)];
    const HIDE_LANE: [Shortcut; 1] = [Shortcut::plain(Key::H)];
    const LANE_UP: [Shortcut; 1] = [Shortcut::control(Key::ArrowUp)];
    const LANE_DOWN: [Shortcut; 1] = [Shortcut::control(Key::ArrowDown)];
    const SEARCH: [Shortcut; 2] = [Shortcut::plain(Key::F), Shortcut::control(Key::F)];
    const FIND_NEXT: [Shortcut; 2] = [Shortcut::plain(Key::F3), Shortcut::control(Key::G)];
    const FIND_PREVIOUS: [Shortcut; 2] = [Shortcut::shift(Key::F3), Shortcut::control_shift(Key::G)];
    const CLOSE_SEARCH: [Shortcut; 1] = [Shortcut::control_shift(Key::F)];
    const CLEAR: [Shortcut; 1] = [Shortcut::plain(Key::X)];
    const THEME: [Shortcut; 1] = [Shortcut::plain(Key::T)];
    const LANGUAGE: [Shortcut; 1] = [Shortcut::plain(Key::G)];
    const KEYS: [Shortcut; 2] = [Shortcut::sign(Key::Questionmark), Shortcut::plain(Key::F1)];
    const ESCAPE: [Shortcut; 1] = [Shortcut::plain(Key::Escape)];
    match command {
        UiCommand::Open => &OPEN,
        UiCommand::Paste => &PASTE,
        UiCommand::Save => &SAVE,
        UiCommand::SaveAs => &SAVE_AS,
        UiCommand::Present => &PRESENT,
        UiCommand::Export => &EXPORT,
        UiCommand::ExportView => &EXPORT_VIEW,
        UiCommand::CopyPicture => &COPY_PICTURE,
        UiCommand::CopyChronology => &COPY_CHRONOLOGY,
        UiCommand::Undo => &UNDO,
        UiCommand::Redo => &REDO,
        UiCommand::EditEvent => &EDIT_EVENT,
        UiCommand::DeleteEvent => &DELETE_EVENT,
        UiCommand::AddEvent => &ADD_EVENT,
        UiCommand::ShowRecent => &RECENT,
        UiCommand::ClearRecent => &CLEAR_RECENT,
        UiCommand::CloseTab => &CLOSE_TAB,
        UiCommand::NextTab => &NEXT_TAB,
        UiCommand::PreviousTab => &PREVIOUS_TAB,
        UiCommand::NextArticle => &NEXT_ARTICLE,
        UiCommand::PreviousArticle => &PREVIOUS_ARTICLE,
        UiCommand::ReadAgain => &READ_AGAIN,
        UiCommand::ShowReading => &READING,
        UiCommand::ShowEverything => &EVERYTHING,
        UiCommand::ShowPalette => &PALETTE,
        UiCommand::ZoomToFit => &FIT,
        UiCommand::ZoomIn => &ZOOM_IN,
        UiCommand::ZoomOut => &ZOOM_OUT,
        UiCommand::SelectLeft => &LEFT,
        UiCommand::SelectRight => &RIGHT,
        UiCommand::SelectUp => &UP,
        UiCommand::SelectDown => &DOWN,
        UiCommand::SelectFirst => &FIRST,
        UiCommand::SelectLast => &LAST,
        UiCommand::ReverseTime => &REVERSE,
        UiCommand::ToggleHijri => &HIJRI,
        UiCommand::ToggleMotion => &MOTION,
        UiCommand::NextLanes => &LANES,
        UiCommand::ToggleList => &TOGGLE_LIST,
        UiCommand::EventMenu => &EVENT_MENU,
        UiCommand::ZoomToEvent => &ZOOM_TO_EVENT,
        UiCommand::CopyEvent => &COPY_EVENT,
        UiCommand::CopyQuote => &COPY_QUOTE,
        UiCommand::FilterKind => &FILTER_KIND,
        UiCommand::FilterActor => &FILTER_ACTOR,
        UiCommand::FilterView => &FILTER_VIEW,
        UiCommand::ToggleLane => &TOGGLE_LANE,
        UiCommand::HideLane => &HIDE_LANE,
        UiCommand::LaneUp => &LANE_UP,
        UiCommand::LaneDown => &LANE_DOWN,
        UiCommand::Search => &SEARCH,
        UiCommand::FindNext => &FIND_NEXT,
        UiCommand::FindPrevious => &FIND_PREVIOUS,
        UiCommand::CloseSearch => &CLOSE_SEARCH,
        UiCommand::ClearFilter => &CLEAR,
        UiCommand::SwitchTheme => &THEME,
        UiCommand::SwitchLanguage => &LANGUAGE,
        UiCommand::ShowKeys => &KEYS,
        UiCommand::Escape => &ESCAPE,
    }
}

/// Which keys count at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listening {
    /// All of them.
    ToAll,
    /// Only those with Ctrl: a text field or a menu wants the others.
    ToControl,
}

/// Takes the keys of commands out of `events`, before the toolkit moves its focus by the same arrows.
pub fn take_commands(events: &mut Vec<Event>, listening: Listening) -> Vec<UiCommand> {
    let mut commands = Vec::new();
    events.retain(|event| match command_of(event, listening) {
        Some(command) => {
            commands.push(command);
            false
        }
        None => true,
    });
    commands
}

fn command_of(event: &Event, listening: Listening) -> Option<UiCommand> {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return None };
    if listening == Listening::ToControl && !modifiers.command {
        return None;
    }
    if is_arabic_question_mark(*key, *physical_key, *modifiers) {
        return Some(UiCommand::ShowKeys);
    }
    let found =
        UiCommand::ALL.into_iter().find(|command| shortcuts(*command).iter().any(|shortcut| shortcut.matches(*key, *modifiers)));
    // A field takes back what was typed in it, and does not want the article changed behind it.
    found.filter(|command| listening == Listening::ToAll || !matches!(command, UiCommand::Undo | UiCommand::Redo))
}

/// An Arabic keyboard has «؟» where others have `?`, and the toolkit has no name for it.
fn is_arabic_question_mark(key: Key, physical: Option<Key>, modifiers: Modifiers) -> bool {
    key == Key::Slash && physical == Some(Key::Slash) && modifiers.shift && !modifiers.command && !modifiers.alt
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn every_command_has_a_key_and_no_key_has_two_commands() {
        for command in UiCommand::ALL {
            for shortcut in shortcuts(command) {
                let control = if shortcut.command { Modifiers::COMMAND } else { Modifiers::NONE };
                let modifiers = if shortcut.shift == Shift::Down { control | Modifiers::SHIFT } else { control };
                let found = command_of(&press(shortcut.key, modifiers), Listening::ToAll);
                assert_eq!(found, Some(command), "{}", shortcut.text());
            }
            assert!(!shortcuts(command).is_empty(), "{command:?}");
        }
    }

    #[test]
    fn a_text_field_keeps_its_letters_and_arrows() {
        let mut events = vec![press(Key::ArrowLeft, Modifiers::NONE), press(Key::O, Modifiers::COMMAND)];
        assert_eq!(take_commands(&mut events, Listening::ToControl), [UiCommand::Open]);
        assert_eq!(events, [press(Key::ArrowLeft, Modifiers::NONE)]);
    }

    #[test]
    fn taken_keys_do_not_reach_the_toolkit() {
        let mut events = vec![press(Key::ArrowLeft, Modifiers::NONE), press(Key::Tab, Modifiers::NONE)];
        assert_eq!(take_commands(&mut events, Listening::ToAll), [UiCommand::SelectLeft]);
        assert_eq!(events, [press(Key::Tab, Modifiers::NONE)]);
    }

    #[test]
    fn other_modifiers_are_other_keys() {
        for event in [
            press(Key::O, Modifiers::NONE),
            press(Key::ArrowLeft, Modifiers::ALT),
            press(Key::ArrowLeft, Modifiers::SHIFT),
            press(Key::T, Modifiers::COMMAND),
        ] {
            assert_eq!(command_of(&event, Listening::ToAll), None, "{event:?}");
        }
    }

    #[test]
    fn the_question_mark_of_both_keyboards_shows_the_keys() {
        let arabic = press(Key::Slash, Modifiers::SHIFT);
        let latin = press(Key::Questionmark, Modifiers::SHIFT);
        assert_eq!(command_of(&arabic, Listening::ToAll), Some(UiCommand::ShowKeys));
        assert_eq!(command_of(&latin, Listening::ToAll), Some(UiCommand::ShowKeys));
    }
}
