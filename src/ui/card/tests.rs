//! Editing in the card, found by accessible names in both languages, judged by the commands that are sent.

use eframe::egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::base::{Arg, Bounds, Language, Message, Moment};
use crate::event::edit::{Value, WrittenWhen};
use crate::event::{Actor, ActorRole, EventId, EventKind, Field, Modality};
use crate::ui::command::{Command, UiCommand};
use crate::ui::testing::{self, Window};
use crate::ui::work::{Change, TypedDate};

const EVENT: EventId = EventId(0);

fn harness(language: Language) -> Harness<'static, Window> {
    let mut state = testing::state(language);
    state.select(Some(EVENT));
    let mut harness = Window::harness(state);
    harness.run();
    harness
}

fn text(harness: &Harness<'static, Window>, key: &'static str) -> String {
    harness.state().state.i18n.text(key)
}

fn of_field(harness: &Harness<'static, Window>, key: &'static str, field: Field) -> String {
    let name = Message::new(field.message_key());
    harness.state().state.i18n.message(&Message::new(key).with("field", Arg::Message(Box::new(name))))
}

fn open(harness: &mut Harness<'static, Window>, field: Field) {
    let name = of_field(harness, "edit-field", field);
    harness.get_by_role_and_label(Role::Link, &name).scroll_to_me();
    harness.run();
    harness.get_by_role_and_label(Role::Link, &name).click();
    harness.run();
}

fn sent(harness: &Harness<'static, Window>) -> Vec<Change> {
    let edits = harness.state().sent().into_iter();
    edits.filter_map(|command| if let Command::Edit(change) = command { Some(change) } else { None }).collect()
}

fn press(harness: &mut Harness<'static, Window>, key: &'static str) {
    let name = text(harness, key);
    harness.get_by_role_and_label(Role::Button, &name).click();
    harness.run();
}

#[test]
fn a_date_of_the_article_is_two_clicks_away() {
    for language in Language::ALL {
        let mut harness = harness(language);
        open(&mut harness, Field::When);
        let timex = testing::document().extraction.timexes[1].clone();
        let words = timex.span.of(&testing::document().article.text).to_owned();
        let offer = Message::new("edit-when-offer").with_text("words", words.as_str()).with("dates", Arg::Bounds(timex.bounds));
        let offer = harness.state().state.i18n.message(&offer);
        harness.get_by_label(&offer).click();
        harness.run();
        let value = Value::When(WrittenWhen { words, bounds: timex.bounds });
        assert_eq!(sent(&harness), [Change::Set(EVENT, value)], "{language:?}");
        assert!(harness.query_by_label(&offer).is_none(), "the editor closes");
    }
}

#[test]
fn a_typed_date_shows_what_it_means_and_return_sets_it() {
    for language in Language::ALL {
        let mut harness = harness(language);
        // By the key, without the pointer.
        harness.state_mut().apply(UiCommand::EditEvent);
        harness.run();
        let name = text(&harness, "edit-when-field");
        harness.get_by_label(&name).type_text("1 May 2024");
        harness.run();
        assert!(harness.state().sent().contains(&Command::TypeDate("1 May 2024".to_owned())));
        let day = Moment::ymd(2024, 5, 1).expect("a day");
        let bounds = Bounds::between(day, day);
        harness.state_mut().state.typed_date = Some(TypedDate { text: "1 May 2024".to_owned(), bounds: Some(bounds) });
        harness.run();
        let means = Message::new("edit-when-means").with("dates", Arg::Bounds(bounds));
        let means = harness.state().state.i18n.message(&means);
        harness.get_by_label(&means);
        harness.key_press(Key::Enter);
        harness.run();
        let value = Value::When(WrittenWhen { words: "1 May 2024".to_owned(), bounds });
        assert_eq!(sent(&harness), [Change::Set(EVENT, value)], "{language:?}");
    }
}

#[test]
fn a_time_can_be_unknown_and_escape_leaves_everything_as_it_was() {
    let mut harness = harness(Language::Arabic);
    open(&mut harness, Field::When);
    harness.key_press(Key::Escape);
    harness.run();
    let unknown = text(&harness, "edit-when-unknown");
    assert!(harness.query_by_label(&unknown).is_none() && sent(&harness).is_empty());
    open(&mut harness, Field::When);
    harness.get_by_label(&unknown).click();
    harness.run();
    let value = Value::When(WrittenWhen { words: String::new(), bounds: Bounds::UNKNOWN });
    assert_eq!(sent(&harness), [Change::Set(EVENT, value)]);
}

#[test]
fn title_kind_and_modality_are_set() {
    for language in Language::ALL {
        let mut harness = harness(language);
        open(&mut harness, Field::Title);
        let name = text(&harness, Field::Title.message_key());
        harness.get_by_role_and_label(Role::TextInput, &name).type_text("!");
        harness.run();
        press(&mut harness, "edit-set");
        let title = format!("{}!", testing::document().extraction.events[0].title);
        assert_eq!(sent(&harness), [Change::Set(EVENT, Value::Title(title))], "{language:?}");
        open(&mut harness, Field::Kind);
        press(&mut harness, EventKind::Protest.message_key());
        assert_eq!(sent(&harness), [Change::Set(EVENT, Value::Kind(EventKind::Protest))], "{language:?}");
        open(&mut harness, Field::Modality);
        press(&mut harness, Modality::Denied.message_key());
        assert_eq!(sent(&harness), [Change::Set(EVENT, Value::Modality(Modality::Denied))], "{language:?}");
    }
}

#[test]
fn actors_and_places_are_added_and_taken_away() {
    for language in Language::ALL {
        let mut harness = harness(language);
        let event = testing::document().extraction.events[0].clone();
        open(&mut harness, Field::Actors);
        let remove = Message::new("edit-name-remove").with_text("name", event.actors[0].name.as_str());
        let remove = harness.state().state.i18n.message(&remove);
        harness.get_by_label(&remove).click();
        harness.run();
        press_link(&mut harness, "edit-name-add");
        let name = text(&harness, Field::Actors.message_key());
        harness.get_all_by_role_and_label(Role::TextInput, &name).last().expect("a field").focus();
        harness.run();
        harness.get_all_by_role_and_label(Role::TextInput, &name).last().expect("a field").type_text("نقابة أخرى");
        harness.run();
        press(&mut harness, "edit-set");
        let [Change::Set(EVENT, Value::Actors(actors))] = &sent(&harness)[..] else { panic!("actors") };
        assert_eq!(actors[0], event.actors[1]);
        let expected =
            Actor { role: ActorRole::Participant, name: "نقابة أخرى".to_owned(), id: None, span: actors[1].span };
        assert_eq!(actors[1], expected);
        assert!(actors[1].span.is_empty(), "it does not stand in the text");
        open(&mut harness, Field::Places);
        press(&mut harness, "edit-set");
        assert_eq!(sent(&harness), [Change::Set(EVENT, Value::Places(event.places))], "{language:?}");
    }
}

fn press_link(harness: &mut Harness<'static, Window>, key: &'static str) {
    let name = text(harness, key);
    harness.get_by_label(&name).click();
    harness.run();
}

#[test]
fn what_the_reader_set_is_marked_in_words_and_can_be_given_back() {
    for language in Language::ALL {
        let mut document = testing::document();
        document.extraction.events[0].by_hand.set(Field::When, true);
        let mut state = testing::empty_state(language);
        testing::show(&mut state, std::sync::Arc::new(document));
        state.select(Some(EVENT));
        let mut harness = Window::harness(state);
        harness.run();
        harness.get_by_label(&text(&harness, "by-hand"));
        let back = of_field(&harness, "edit-restore-field", Field::When);
        harness.get_by_role_and_label(Role::Link, &back).click();
        harness.run();
        assert_eq!(sent(&harness), [Change::Restore(EVENT, Field::When)], "{language:?}");
        assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
    }
}

#[test]
fn an_event_is_joined_with_one_told_near_it() {
    for language in Language::ALL {
        let mut harness = harness(language);
        let with = format!("{} ▾", text(&harness, "edit-merge-with"));
        harness.get_by_label(&with).scroll_to_me();
        harness.run();
        harness.get_by_label(&with).click();
        harness.run();
        let other = testing::document().extraction.events[2].title.clone();
        harness.get_all_by_role_and_label(Role::Button, &other).last().expect("an entry").click();
        harness.run();
        assert_eq!(sent(&harness), [Change::Merge(EVENT, EventId(2))], "{language:?}");
    }
}

#[test]
fn a_project_of_a_newer_program_has_nothing_to_edit() {
    let mut state = testing::state(Language::English);
    state.select(Some(EVENT));
    state.tabs.active_mut().expect("a tab").work.is_read_only = true;
    let mut harness = Window::harness(state);
    harness.run();
    let edit = of_field(&harness, "edit-field", Field::When);
    assert!(harness.query_by_label(&edit).is_none());
}
