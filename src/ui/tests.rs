//! The window as a person meets it: found by accessible names, judged by the commands it sends.

use eframe::egui::{Role, accesskit::Toggled};
use egui_kittest::kittest::{NodeT, Queryable};

use super::testing::{self, Window};
use crate::base::{Arg, Language, Message, Moment};
use crate::event::EventId;
use crate::timeline::filter::{Condition, Who};
use crate::ui::command::{Command, UiCommand};
use crate::ui::filter::condition_name;
use crate::ui::state::Notice;

const LANGUAGES: [Language; 2] = Language::ALL;

#[test]
fn every_widget_has_a_name_in_both_languages() {
    for language in LANGUAGES {
        let mut state = testing::state(language);
        state.selected = Some(EventId(0));
        let mut harness = Window::harness(state);
        harness.run();
        assert_eq!(harness.unnamed_widgets(), Vec::<String>::new(), "{language:?}");
    }
}

#[test]
fn buttons_of_the_bar_send_their_commands() {
    let mut harness = Window::harness(testing::state(Language::Arabic));
    harness.run();
    for command in [UiCommand::ReverseTime, UiCommand::SwitchLanguage, UiCommand::SwitchTheme] {
        let name = harness.state().state.i18n.text(command.message_key());
        harness.get_by_role_and_label(Role::Button, &name).click();
        harness.run();
        assert!(harness.state().sent().contains(&Command::Ui(command)), "{command:?}");
    }
}

#[test]
fn the_card_shows_the_selected_event_and_how_to_select_one() {
    for language in LANGUAGES {
        let mut harness = Window::harness(testing::state(language));
        harness.run();
        let empty = harness.state().state.i18n.text("card-empty");
        harness.get_by_label(&empty);
        let event = testing::document().extraction.events[0].clone();
        harness.state_mut().state.selected = Some(EventId(0));
        harness.run();
        assert!(harness.query_by_label(&empty).is_none());
        harness.get_by_role_and_label(Role::Heading, &event.title);
        for actor in &event.actors {
            let who = Condition::Actor(Who::of(actor));
            harness.get_by_label(&condition_name(&harness.state().state.i18n, &who, false));
        }
        harness.get_by_label(event.kind.as_str());
        let words = event.when.explanation[0].spans[0].of(&testing::document().article.text).to_owned();
        harness.get_by_label(&words);
    }
}

#[test]
fn a_related_event_is_a_link() {
    let mut state = testing::state(Language::Arabic);
    state.selected = Some(EventId(0));
    let mut harness = Window::harness(state);
    harness.run();
    let other = testing::document().extraction.events[1].title.clone();
    harness.get_by_role_and_label(Role::Link, &other).click();
    harness.run();
    assert!(harness.state().sent().contains(&Command::Select(Some(EventId(1)))));
}

#[test]
fn the_chip_changes_the_publication_date() {
    for language in LANGUAGES {
        let mut harness = Window::harness(testing::state(language));
        harness.run();
        open_chip(&mut harness);
        let text = |harness: &egui_kittest::Harness<'static, Window>, key| harness.state().state.i18n.text(key);
        let later = text(&harness, "published-day-later");
        harness.get_by_label(&later).click();
        harness.run();
        let set = text(&harness, "published-set");
        harness.get_by_label(&set).click();
        harness.run();
        let sent = harness.state().sent();
        assert!(sent.contains(&Command::SetPublished(Moment::ymd(2024, 3, 16))), "{sent:?}");
        assert!(harness.query_by_label(&set).is_none(), "the popup closes");
    }
}

#[test]
fn the_publication_date_can_be_unknown() {
    let mut harness = Window::harness(testing::state(Language::Arabic));
    harness.run();
    open_chip(&mut harness);
    let unknown = harness.state().state.i18n.text("published-unknown-choice");
    harness.get_by_label(&unknown).click();
    harness.run();
    assert!(harness.state().sent().contains(&Command::SetPublished(None)));
}

#[test]
fn without_a_date_the_file_s_own_is_one_click_away() {
    let mut document = testing::document();
    document.extraction.published = None;
    document.article.published = None;
    document.file_date = Moment::ymd(2024, 4, 2);
    let mut state = testing::empty_state(Language::Arabic);
    state.document = Some(std::sync::Arc::new(document));
    let mut harness = Window::harness(state);
    harness.run();
    open_chip(&mut harness);
    let message = Message::new("published-file-date").with("date", Arg::Moment(Moment::ymd(2024, 4, 2).expect("a day")));
    let offer = harness.state().state.i18n.message(&message);
    harness.get_by_role_and_label(Role::Link, &offer).click();
    harness.run();
    assert!(harness.state().sent().contains(&Command::SetPublished(Moment::ymd(2024, 4, 2))));
}

fn open_chip(harness: &mut egui_kittest::Harness<'static, Window>) {
    let name = harness.state().state.i18n.text("published-change");
    harness.get_by_label_contains(&name).click();
    harness.run();
}

#[test]
fn notices_are_alerts_and_can_be_put_away() {
    let mut state = testing::state(Language::Arabic);
    let notice = |key| Notice { message: Message::new(key) };
    state.notices = vec![notice("paste-empty"), notice("paste-image")];
    let mut harness = Window::harness(state);
    harness.run();
    assert_eq!(harness.get_all_by_role(Role::Alert).count(), 2);
    let close = harness.state().state.i18n.text("notice-dismiss");
    let second = harness.get_all_by_label(&close).nth(1).expect("two buttons");
    second.click();
    harness.run();
    assert!(harness.state().sent().contains(&Command::DismissNotice(1)));
}

#[test]
fn what_is_being_opened_can_be_cancelled() {
    let mut state = testing::state(Language::Arabic);
    state.opening = Some("خبر.txt".to_owned());
    let mut harness = Window::harness(state);
    harness.run_steps(4);
    let cancel = harness.state().state.i18n.text("opening-cancel");
    harness.get_by_label(&cancel).click();
    harness.run_steps(4);
    assert!(harness.state().sent().contains(&Command::Ui(UiCommand::Escape)));
}

#[test]
fn the_list_of_keys_names_every_command_and_closes() {
    for language in LANGUAGES {
        let mut harness = Window::harness(testing::empty_state(language));
        harness.state_mut().views.keys_open = true;
        harness.run();
        for command in UiCommand::ALL {
            let name = harness.state().state.i18n.text(command.message_key());
            assert!(harness.query_all_by_label(&name).count() > 0, "{command:?}");
        }
        let close = harness.state().state.i18n.text("keys-close");
        harness.get_by_label(&close).click();
        harness.run();
        assert!(!harness.state().views.keys_open);
    }
}

#[test]
fn the_menu_has_every_command_and_only_those_that_work() {
    let mut harness = Window::harness(testing::empty_state(Language::Arabic));
    harness.run();
    let menu = harness.state().state.i18n.text("bar-menu");
    harness.get_by_label(&menu).click();
    harness.run();
    let fit = harness.state().state.i18n.text(UiCommand::ZoomToFit.message_key());
    assert!(harness.get_by_role_and_label(Role::Button, &fit).accesskit_node().is_disabled());
    let keys = harness.state().state.i18n.text(UiCommand::ShowKeys.message_key());
    harness.get_by_role_and_label(Role::Button, &keys).click();
    harness.run();
    assert!(harness.state().sent().contains(&Command::Ui(UiCommand::ShowKeys)));
}

#[test]
fn lanes_are_chosen_from_a_list_that_shows_which_they_are() {
    let mut harness = Window::harness(testing::state(Language::Arabic));
    harness.run();
    let lanes = harness
        .state()
        .state
        .i18n
        .message(&Message::new("bar-lanes").with_text("lanes", harness.state().state.i18n.text("lanes-actor")));
    harness.get_by_label_contains(&lanes).click();
    harness.run();
    let actor = harness.state().state.i18n.text("lanes-actor");
    let chosen = harness.get_by_role_and_label(Role::Button, &actor).accesskit_node().toggled();
    assert_eq!(chosen, Some(Toggled::True));
    let place = harness.state().state.i18n.text("lanes-place");
    harness.get_by_role_and_label(Role::Button, &place).click();
    harness.run();
    assert!(harness.state().sent().contains(&Command::SetLanes(crate::ui::state::LaneGrouping::Place)));
}

#[test]
fn the_empty_window_offers_to_open_and_to_paste() {
    for language in LANGUAGES {
        let mut harness = Window::harness(testing::empty_state(language));
        harness.run();
        let paste = harness.state().state.i18n.text("empty-paste");
        harness.get_by_label(&paste).click();
        harness.run();
        let open = harness.state().state.i18n.text("bar-open");
        harness.get_all_by_label(&open).last().expect("a button").click();
        harness.run();
        assert_eq!(harness.state().sent(), [Command::Ui(UiCommand::Paste), Command::Ui(UiCommand::Open)]);
    }
}

#[test]
fn nothing_asks_for_an_article_while_one_is_on_its_way() {
    let mut harness = Window::harness(testing::empty_state(Language::Arabic));
    harness.state_mut().views.awaiting_article = true;
    harness.run();
    let paste = harness.state().state.i18n.text("empty-paste");
    assert!(harness.query_by_label(&paste).is_none());
}

#[test]
fn an_english_window_mirrors_an_arabic_one() {
    let places = |language| {
        let mut state = testing::state(language);
        state.selected = Some(EventId(0));
        let mut harness = Window::harness(state);
        harness.run();
        let title = testing::document().extraction.events[0].title.clone();
        let open = harness.state().state.i18n.text("bar-open");
        let menu = harness.state().state.i18n.text("bar-menu");
        let middle = |role, name: &str| harness.get_by_role_and_label(role, name).rect().center().x;
        [middle(Role::Button, &open), middle(Role::Button, &menu), middle(Role::Heading, &title)]
    };
    let (arabic, english) = (places(Language::Arabic), places(Language::English));
    assert!(arabic[0] > 1100.0 && arabic[1] < 100.0 && arabic[2] < 430.0, "{arabic:?}");
    assert!(english[0] < 180.0 && english[1] > 1180.0 && english[2] > 850.0, "{english:?}");
}

#[test]
fn the_keyboard_reaches_the_bar_in_reading_order() {
    let mut harness = Window::harness(testing::state(Language::Arabic));
    harness.run();
    harness.key_press(eframe::egui::Key::Tab);
    harness.run();
    let open = harness.state().state.i18n.text("bar-open");
    assert!(harness.get_by_role_and_label(Role::Button, &open).is_focused());
    harness.key_press(eframe::egui::Key::Enter);
    harness.run();
    assert_eq!(harness.state().sent(), [Command::Ui(UiCommand::Open)]);
}

#[test]
fn the_dividers_are_pulled_and_keep_their_share() {
    let mut harness = Window::harness(testing::state(Language::Arabic));
    harness.run();
    let name = harness.state().state.i18n.text("divider-timeline");
    let before = harness.get_by_label(&name).rect().center();
    harness.drag_at(before);
    harness.run();
    harness.hover_at(before + eframe::egui::vec2(0.0, 72.0));
    harness.run();
    harness.drop_at(before + eframe::egui::vec2(0.0, 72.0));
    harness.run();
    let after = harness.get_by_label(&name).rect().center();
    assert!((after.y - before.y - 72.0).abs() < 2.0, "{before:?} {after:?}");
}
