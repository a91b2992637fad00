//! Correcting, handing on and presenting by the keyboard alone: Tab to what has the name, Enter, letters. No pointer is used.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::command::{Command, UiCommand};
use super::present::{Presenting, Step};
use super::testing::{self, Window};
use super::work::Change;
use crate::base::{Arg, Language, Message};
use crate::event::edit::Value;
use crate::event::{ActorRole, EventId, EventKind, Field, Modality};

const EVENT: EventId = EventId(0);
/// More than there are on any screen.
const MOST_TABS: usize = 250;

fn text(harness: &Harness<'_, Window>, key: &'static str) -> String {
    harness.state().state.i18n.text(key)
}

fn press(harness: &mut Harness<'_, Window>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn is_focused(harness: &Harness<'_, Window>, role: Role, name: &str) -> bool {
    harness.query_all_by_role_and_label(role, name).any(|node| node.is_focused())
}

/// Tabs to what has a name.
fn tab_to(harness: &mut Harness<'_, Window>, role: Role, name: &str) {
    for _ in 0..MOST_TABS {
        if is_focused(harness, role, name) {
            return;
        }
        press(harness, Key::Tab);
    }
    panic!("the keyboard does not reach «{name}»");
}

fn choose(harness: &mut Harness<'_, Window>, role: Role, name: &str) {
    tab_to(harness, role, name);
    press(harness, Key::Enter);
}

fn selected(language: Language) -> Harness<'static, Window> {
    let mut state = testing::state(language);
    state.select(Some(EVENT));
    let mut harness = Window::harness(state);
    harness.run();
    harness
}

/// Opens the editor of a field.
fn open(harness: &mut Harness<'_, Window>, field: Field) {
    let name = Message::new(field.message_key());
    let sign = Message::new("edit-field").with("field", Arg::Message(Box::new(name)));
    let sign = harness.state().state.i18n.message(&sign);
    choose(harness, Role::Link, &sign);
}

fn typed(harness: &mut Harness<'_, Window>, words: &str) {
    harness.event(eframe::egui::Event::Text(words.to_owned()));
    harness.run();
}

fn edits(harness: &Harness<'_, Window>) -> Vec<Change> {
    let sent = harness.state().sent().into_iter();
    sent.filter_map(|command| if let Command::Edit(change) = command { Some(change) } else { None }).collect()
}

#[test]
fn the_menu_hands_on() {
    for language in Language::ALL {
        for command in
            [UiCommand::Export, UiCommand::ExportView, UiCommand::CopyPicture, UiCommand::CopyChronology, UiCommand::Present]
        {
            let mut harness = Window::harness(testing::state(language));
            harness.run();
            let (menu, entry) = (text(&harness, "bar-menu"), text(&harness, command.message_key()));
            choose(&mut harness, Role::Button, &menu);
            choose(&mut harness, Role::Button, &entry);
            assert!(harness.state().sent().contains(&Command::Ui(command)), "{language:?} {command:?}");
        }
    }
}

#[test]
fn a_title_is_typed_and_set_by_enter_or_left_by_escape() {
    for language in Language::ALL {
        let mut harness = selected(language);
        open(&mut harness, Field::Title);
        let field = text(&harness, Field::Title.message_key());
        assert!(is_focused(&harness, Role::TextInput, &field), "the editor takes the keyboard");
        press(&mut harness, Key::End);
        typed(&mut harness, "!");
        press(&mut harness, Key::Enter);
        let title = format!("{}!", testing::document().extraction.events[0].title);
        assert_eq!(edits(&harness), [Change::Set(EVENT, Value::Title(title))], "{language:?}");
        open(&mut harness, Field::Title);
        typed(&mut harness, "?");
        press(&mut harness, Key::Escape);
        assert!(edits(&harness).is_empty() && harness.query_by_role_and_label(Role::TextInput, &field).is_none());
    }
}

#[test]
fn a_date_is_chosen_or_typed() {
    for language in Language::ALL {
        let mut harness = selected(language);
        open(&mut harness, Field::When);
        let unknown = text(&harness, "edit-when-unknown");
        choose(&mut harness, Role::Link, &unknown);
        assert!(matches!(edits(&harness)[..], [Change::Set(EVENT, Value::When(_))]), "{language:?}");
        open(&mut harness, Field::When);
        typed(&mut harness, "2024-03");
        assert!(harness.state().sent().contains(&Command::TypeDate("2024-03".to_owned())), "{language:?}");
    }
}

#[test]
fn kind_and_modality_are_chosen_from_their_menus() {
    for language in Language::ALL {
        let mut harness = selected(language);
        open(&mut harness, Field::Kind);
        let protest = text(&harness, EventKind::Protest.message_key());
        choose(&mut harness, Role::Button, &protest);
        assert_eq!(edits(&harness), [Change::Set(EVENT, Value::Kind(EventKind::Protest))], "{language:?}");
        open(&mut harness, Field::Modality);
        let denied = text(&harness, Modality::Denied.message_key());
        choose(&mut harness, Role::Button, &denied);
        assert_eq!(edits(&harness), [Change::Set(EVENT, Value::Modality(Modality::Denied))], "{language:?}");
    }
}

#[test]
fn a_name_is_added_with_its_part_and_set() {
    for language in Language::ALL {
        let mut harness = selected(language);
        open(&mut harness, Field::Actors);
        let (field, add) = (text(&harness, Field::Actors.message_key()), text(&harness, "edit-name-add"));
        let n_before = harness.query_all_by_role_and_label(Role::TextInput, &field).count();
        choose(&mut harness, Role::Link, &add);
        assert_eq!(harness.query_all_by_role_and_label(Role::TextInput, &field).count(), n_before + 1);
        // Back from the sign that adds, past the sign that removes and the part, to the new field.
        for _ in 0..MOST_TABS {
            harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
            harness.run();
            if is_focused(&harness, Role::TextInput, &field) {
                break;
            }
        }
        typed(&mut harness, "نقابة");
        let role = harness.state().state.i18n.text(ActorRole::Participant.message_key());
        let role = harness.state().state.i18n.message(&Message::new("edit-role").with_text("role", role.as_str()));
        choose(&mut harness, Role::Button, &role);
        let set = text(&harness, "edit-set");
        choose(&mut harness, Role::Button, &set);
        let [Change::Set(EVENT, Value::Actors(actors))] = &edits(&harness)[..] else { panic!("actors") };
        let last = actors.last().expect("one more");
        assert!(actors.len() == n_before + 1 && last.name == "نقابة" && last.role != ActorRole::Participant, "{actors:?}");
    }
}

#[test]
fn two_events_are_joined() {
    for language in Language::ALL {
        let mut harness = selected(language);
        let merge = format!("{} ▾", text(&harness, "edit-merge-with"));
        choose(&mut harness, Role::Link, &merge);
        let other = testing::document().extraction.events[1].title.clone();
        choose(&mut harness, Role::Button, &other);
        assert_eq!(edits(&harness), [Change::Merge(EVENT, EventId(1))], "{language:?}");
    }
}

#[test]
fn presenting_goes_on_back_and_ends() {
    for language in Language::ALL {
        let mut state = testing::state(language);
        testing::settle(&mut state);
        state.presenting = Presenting::begin(&state);
        let mut harness = Window::harness(state);
        harness.run();
        let wanted = [
            ("present-next", Command::Present(Step::Next)),
            ("present-previous", Command::Present(Step::Previous)),
            ("present-end", Command::Ui(UiCommand::Present)),
        ];
        for (key, command) in wanted {
            harness.state_mut().state.presenting.as_mut().expect("it is under way").step(Step::Next);
            harness.run();
            let name = text(&harness, key);
            choose(&mut harness, Role::Button, &name);
            assert!(harness.state().sent().contains(&command), "{language:?} {key}");
        }
    }
}
