//! The window as a person meets it: found by accessible names, judged by the commands it sends.

use eframe::egui::Role;
use eframe::egui::accesskit::{Live, Toggled};
use egui_kittest::kittest::{NodeT, Queryable};

use super::testing::{self, Window};
use crate::base::{Arg, Language, Message, Moment};
use crate::event::EventId;
use crate::event::edit::Edit;
use crate::timeline::filter::{Condition, Who};
use crate::ui::command::{Command, UiCommand};
use crate::ui::filter::condition_name;
use crate::ui::state::{Notice, RecentFile};
use crate::ui::tabs::{Failure, Progress, Reading, Remedy, TabId};

const LANGUAGES: [Language; 2] = Language::ALL;

#[test]
fn every_widget_has_a_name_in_both_languages() {
    for language in LANGUAGES {
        let mut state = testing::state(language);
        state.select(Some(EventId(0)));
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
        harness.state_mut().state.select(Some(EventId(0)));
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
    state.select(Some(EventId(0)));
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
    testing::show(&mut state, std::sync::Arc::new(document));
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
    let notice = |key| Notice { message: Message::new(key), offers: Vec::new(), is_alarm: true };
    state.notices = vec![notice("paste-empty"), notice("paste-image")];
    let mut harness = Window::harness(state);
    harness.run();
    assert_eq!(harness.get_all_by_role(Role::Alert).count(), 2);
    assert!(harness.get_all_by_role(Role::Alert).all(|notice| notice.accesskit_node().live() == Live::Assertive));
    let close = harness.state().state.i18n.text("notice-dismiss");
    let second = harness.get_all_by_label(&close).nth(1).expect("two buttons");
    second.click();
    harness.run();
    assert!(harness.state().sent().contains(&Command::DismissNotice(1)));
}

#[test]
fn what_is_being_opened_can_be_cancelled() {
    for has_document in [true, false] {
        let mut state = if has_document { testing::state(Language::Arabic) } else { testing::empty_state(Language::Arabic) };
        if !has_document {
            state.tabs.push(testing::tab(TabId(0), "خبر.txt"));
        }
        state.tabs.active_mut().expect("a tab").progress = Some(Progress::Extracting);
        let mut harness = Window::harness(state);
        harness.run_steps(4);
        assert_eq!(harness.get_all_by_role(Role::Status).count(), 1);
        assert!(harness.get_all_by_role(Role::Status).all(|status| status.accesskit_node().live() == Live::Polite));
        let cancel = harness.state().state.i18n.text("opening-cancel");
        harness.get_by_label(&cancel).click();
        harness.run_steps(4);
        assert!(harness.state().sent().contains(&Command::CancelOpening(TabId(0))), "{has_document}");
    }
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
    let paste = harness.state().state.i18n.text(UiCommand::Paste.message_key());
    harness.get_by_role_and_label(Role::Button, &paste).click();
    harness.run();
    assert!(harness.state().sent().contains(&Command::Ui(UiCommand::Paste)));
}

#[test]
fn a_tab_with_work_that_is_not_saved_says_so() {
    for language in LANGUAGES {
        let mut state = testing::state(language);
        state.tabs.push(testing::tab(TabId(7), "other.txt"));
        state.tabs.get_mut(TabId(0)).expect("a tab").work.log.push(Edit::Published(None));
        let mut harness = Window::harness(state);
        harness.run();
        let title = harness.state().state.tabs.get(TabId(0)).expect("a tab").title().to_owned();
        let unsaved = harness.state().state.i18n.message(&Message::new("tab-unsaved").with_text("title", &title));
        harness.get_by_role_and_label(Role::Tab, &unsaved);
        harness.state_mut().state.tabs.get_mut(TabId(0)).expect("a tab").work.log.undo();
        harness.run();
        harness.get_by_role_and_label(Role::Tab, &title);
    }
}

#[test]
fn handing_on_is_in_the_menu_by_its_name() {
    for language in LANGUAGES {
        for command in [UiCommand::Export, UiCommand::ExportView, UiCommand::CopyPicture, UiCommand::CopyChronology] {
            let mut harness = Window::harness(testing::state(language));
            harness.run();
            let i18n = &harness.state().state.i18n;
            let (menu, entry) = (i18n.text("bar-menu"), i18n.text(command.message_key()));
            harness.get_by_label(&menu).click();
            harness.run();
            harness.get_by_role_and_label(Role::Button, &entry).click();
            harness.run();
            assert!(harness.state().sent().contains(&Command::Ui(command)), "{command:?}");
        }
    }
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
    harness.state_mut().state.tabs.push(testing::tab(TabId(0), "خبر.txt"));
    harness.run();
    let paste = harness.state().state.i18n.text("empty-paste");
    assert!(harness.query_by_label(&paste).is_none());
}

#[test]
fn an_english_window_mirrors_an_arabic_one() {
    let places = |language| {
        let mut state = testing::state(language);
        state.select(Some(EventId(0)));
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

/// A window with tabs of these names; the last is shown.
fn with_tabs(language: Language, names: &[&str]) -> egui_kittest::Harness<'static, Window> {
    let mut state = testing::state(language);
    for (index, name) in (1..).zip(names) {
        state.tabs.push(testing::tab(TabId(index), name));
    }
    let mut harness = Window::harness(state);
    harness.run();
    harness
}

#[test]
fn one_article_needs_no_tabs_and_several_have_one_each() {
    let mut harness = Window::harness(testing::state(Language::Arabic));
    harness.run();
    assert_eq!(harness.query_all_by_role(Role::Tab).count(), 0);
    let harness = with_tabs(Language::Arabic, &["خبر.txt"]);
    let tabs: Vec<_> = harness.query_all_by_role(Role::Tab).collect();
    assert_eq!(tabs.len(), 2);
    let title = testing::document().extraction.title.expect("a title");
    let chosen = |name: &str| harness.get_by_role_and_label(Role::Tab, name).accesskit_node().is_selected();
    assert_eq!((chosen(&title), chosen("خبر.txt")), (Some(false), Some(true)));
}

#[test]
fn tabs_run_the_way_the_interface_is_read() {
    for language in LANGUAGES {
        let harness = with_tabs(language, &["a.txt", "b.txt"]);
        let x = |name: &str| harness.get_by_role_and_label(Role::Tab, name).rect().center().x;
        assert_eq!(x("a.txt") < x("b.txt"), language == Language::English);
    }
}

#[test]
fn a_tab_is_shown_by_a_click_and_closed_by_its_cross() {
    let mut harness = with_tabs(Language::Arabic, &["a.txt", "b.txt"]);
    harness.get_by_role_and_label(Role::Tab, "a.txt").click();
    harness.run();
    assert_eq!(harness.state().sent(), [Command::ShowTab(TabId(1))]);
    let close = harness.state().state.i18n.message(&Message::new("tab-close").with_text("title", "b.txt"));
    harness.get_by_role_and_label(Role::Button, &close).click();
    harness.run();
    assert_eq!(harness.state().sent(), [Command::CloseTab(TabId(2))]);
    assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
}

#[test]
fn tabs_that_do_not_fit_are_in_a_list() {
    let names: Vec<String> = (0..30).map(|tab| format!("{tab}.txt")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut harness = with_tabs(Language::Arabic, &names);
    assert!(harness.query_by_role_and_label(Role::Tab, "29.txt").is_some(), "the active one is in view");
    assert!(harness.query_by_role_and_label(Role::Tab, "3.txt").is_none());
    let list = harness.state().state.i18n.message(&Message::new("tab-list").with("count", Arg::Number(31)));
    harness.get_by_label(&list).click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "3.txt").click();
    harness.run();
    assert_eq!(harness.state().sent(), [Command::ShowTab(TabId(4))]);
}

#[test]
fn each_tab_keeps_its_view() {
    let mut harness = with_tabs(Language::Arabic, &[]);
    let scale = |harness: &mut egui_kittest::Harness<'static, Window>, tab| {
        harness.state_mut().views.of(TabId(tab)).timeline.scale().expect("a scale").is_fitted()
    };
    let window = harness.state_mut();
    let (sender, _commands) = super::command::CommandSender::pair();
    window.views.of(TabId(0)).timeline.apply(UiCommand::ZoomIn, &window.state, &sender);
    window.state.tabs.push(testing::tab(TabId(1), "b.txt"));
    let other = crate::ui::state::Document { generation: 2, ..testing::document() };
    testing::show(&mut window.state, std::sync::Arc::new(other));
    harness.run();
    assert!(scale(&mut harness, 1));
    harness.state_mut().state.tabs.step(true);
    harness.run();
    assert!(!scale(&mut harness, 0));
}

#[test]
fn an_article_that_could_not_be_opened_says_why_in_its_place() {
    for remedy in [Remedy::Again, Remedy::AnySize, Remedy::OtherReading] {
        let mut state = testing::empty_state(Language::Arabic);
        state.tabs.push(testing::tab(TabId(3), "خبر.txt"));
        let message = Message::new("paste-empty");
        state.tabs.active_mut().expect("a tab").failure = Some(Failure { message: message.clone(), remedy });
        let mut harness = Window::harness(state);
        harness.run();
        let text = harness.state().state.i18n.message(&message);
        harness.get_by_role_and_label(Role::Alert, &text);
        let is_size = remedy == Remedy::AnySize;
        let way = harness.state().state.i18n.text(if is_size { "failure-anyway" } else { "failure-again" });
        harness.get_by_label(&way).click();
        harness.run();
        assert_eq!(harness.state().sent(), [Command::ReadAgain(Reading { any_size: is_size, ..Reading::default() })]);
        let other = harness.state().state.i18n.text("command-show-reading");
        assert_eq!(harness.query_by_label_contains(&other).is_some(), remedy == Remedy::OtherReading);
    }
}

fn with_recent(language: Language) -> crate::ui::state::AppState {
    let mut state = testing::empty_state(language);
    let file = |path: &str, is_missing| RecentFile { path: path.into(), is_missing };
    state.recent = vec![file("/أرشيف/خبر.txt", false), file("/archive/gone.pdf", true)];
    state
}

fn recent_name(harness: &egui_kittest::Harness<'static, Window>, key: &'static str, name: &str, folder: &str) -> String {
    harness.state().state.i18n.message(&Message::new(key).with_text("name", name).with_text("folder", folder))
}

#[test]
fn recent_files_stand_in_the_empty_window_and_in_the_menu() {
    for language in LANGUAGES {
        let mut harness = Window::harness(with_recent(language));
        harness.run();
        let there = recent_name(&harness, "recent-name", "خبر.txt", "أرشيف");
        harness.get_by_role_and_label(Role::Button, &there).click();
        harness.run();
        assert_eq!(harness.state().sent(), [Command::OpenFiles(vec!["/أرشيف/خبر.txt".into()])]);
        // A menu that is asked for by a key.
        harness.state_mut().views.recent_wanted = true;
        harness.run();
        let missing = recent_name(&harness, "recent-name-missing", "gone.pdf", "archive");
        assert_eq!(harness.query_all_by_role_and_label(Role::Button, &missing).count(), 2);
        let clear = harness.state().state.i18n.text("command-clear-recent");
        harness.get_all_by_label(&clear).last().expect("in the menu").click();
        harness.run();
        assert_eq!(harness.state().sent(), [Command::Ui(UiCommand::ClearRecent)]);
        assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
    }
}

#[test]
fn recent_files_are_reached_by_the_keyboard() {
    let mut harness = Window::harness(with_recent(Language::Arabic));
    harness.run();
    let there = recent_name(&harness, "recent-name", "خبر.txt", "أرشيف");
    for _ in 0..12 {
        harness.key_press(eframe::egui::Key::Tab);
        harness.run();
        if harness.get_by_role_and_label(Role::Button, &there).is_focused() {
            harness.key_press(eframe::egui::Key::Enter);
            harness.run();
            assert_eq!(harness.state().sent(), [Command::OpenFiles(vec!["/أرشيف/خبر.txt".into()])]);
            return;
        }
    }
    panic!("the keyboard does not come to it");
}
