//! The table as a reader meets it: rows and columns by their names, judged by the commands they send.

use std::sync::Arc;

use eframe::egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::base::Language;
use crate::base::fold::fold;
use crate::base::{TimePoint, TimeRange};
use crate::event::{EventId, EventTable, TableRow};
use crate::timeline::Condition;
use crate::timeline::Others;
use crate::timeline::table::Column;
use crate::ui::browse::Change;
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::Document;
use crate::ui::testing::{self, Window};

fn window(document: Document, language: Language) -> Harness<'static, Window> {
    let mut state = testing::empty_state(language);
    testing::show(&mut state, Arc::new(document));
    state.update_browse();
    state.browse.apply(Change::ToggleList);
    let mut harness = Window::harness(state);
    harness.run();
    harness
}

fn list(language: Language) -> Harness<'static, Window> {
    window(testing::document(), language)
}

fn sent(harness: &Harness<'static, Window>) -> Vec<Command> {
    harness.state().sent().into_iter().filter(|command| !matches!(command, Command::Hover(_))).collect()
}

/// The titles of the rows in view, from above.
fn rows(harness: &Harness<'static, Window>, titles: &[String]) -> Vec<usize> {
    let mut rows: Vec<(f32, usize)> = Vec::new();
    for row in harness.get_all_by_role(Role::Row) {
        let name = row.accesskit_node().label().expect("a name");
        let at = titles.iter().position(|title| name.contains(title.as_str())).expect("the title of a row");
        rows.push((row.rect().top(), at));
    }
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, at)| at).collect()
}

fn titles() -> Vec<String> {
    testing::document().extraction.events.into_iter().map(|event| event.title).collect()
}

#[test]
fn every_event_is_a_row_that_says_all_of_it_and_a_click_selects_it() {
    for language in Language::ALL {
        let mut harness = list(language);
        assert_eq!(rows(&harness, &titles()).len(), 5);
        let title = titles()[2].clone();
        let row = harness.get_by_label_contains(&title);
        let name = row.accesskit_node().label().expect("a name");
        let event = &testing::document().extraction.events[2];
        for key in [event.kind.message_key(), event.when.certainty.message_key()] {
            assert!(name.contains(&harness.state().state.i18n.text(key)), "{name}");
        }
        row.click();
        harness.run();
        assert_eq!(sent(&harness), [Command::Select(Some(EventId(2)))]);
    }
}

#[test]
fn a_click_on_a_column_sorts_and_another_one_the_other_way_round() {
    let mut harness = list(Language::Arabic);
    // The one that nothing dates comes last.
    assert_eq!(rows(&harness, &titles()).last(), Some(&3));
    let column = harness.state().state.i18n.text("event-list-title");
    for descending in [false, true] {
        let is_title = |label: Option<String>| label.is_some_and(|label| label.starts_with(&column));
        let by_title = |node: &egui_kittest::Node<'_>| is_title(node.accesskit_node().label());
        harness.get_all_by_role(Role::ColumnHeader).find(by_title).expect("a column").click();
        harness.run();
        let [Command::Browse(change)] = &sent(&harness)[..] else { panic!("one change") };
        assert_eq!(*change, Change::SortBy(Column::Title));
        harness.state_mut().state.browse.apply(change.clone());
        harness.run();
        let mut names: Vec<String> = rows(&harness, &titles()).into_iter().map(|at| fold(&titles()[at])).collect();
        if descending {
            names.reverse();
        }
        assert!(names.is_sorted(), "{names:?}");
    }
}

#[test]
fn keys_go_from_row_to_row_and_the_focus_with_them() {
    let mut harness = list(Language::Arabic);
    let order = rows(&harness, &titles());
    let apply = |harness: &mut Harness<'static, Window>, command| {
        harness.state_mut().apply(command);
        for command in sent(harness) {
            if let Command::Select(selected) = command {
                harness.state_mut().state.select(selected);
            }
        }
        harness.run();
        harness.state().state.selected().map(EventId::index)
    };
    assert_eq!(apply(&mut harness, UiCommand::SelectFirst), Some(order[0]));
    let first = titles()[order[0]].clone();
    harness.get_all_by_role(Role::Row).next().expect("a row").focus();
    harness.run();
    assert_eq!(apply(&mut harness, UiCommand::SelectDown), Some(order[1]));
    let second = titles()[order[1]].clone();
    let row = |harness: &Harness<'static, Window>, title: &str| {
        let mut rows = harness.get_all_by_role(Role::Row);
        rows.find(|row| row.accesskit_node().label().is_some_and(|label| label.contains(title))).map(|row| row.is_focused())
    };
    assert_eq!(row(&harness, &second), Some(true));
    assert_eq!(apply(&mut harness, UiCommand::SelectUp), Some(order[0]));
    assert_eq!(row(&harness, &first), Some(true));
    assert_eq!(apply(&mut harness, UiCommand::SelectLast), Some(order[4]));
}

#[test]
fn of_many_events_only_the_rows_in_view_are_nodes_and_a_selected_one_comes_into_view() {
    let mut document = testing::document();
    let event = document.extraction.events[0].clone();
    document.extraction.tlinks.clear();
    document.extraction.events =
        (0..3000).map(|at| crate::event::Event { title: format!("حدث رقم {at:04}"), ..event.clone() }).collect();
    let mut harness = window(document, Language::Arabic);
    let n_rows = harness.get_all_by_role(Role::Row).count();
    assert!(n_rows > 5 && n_rows < 40, "{n_rows}");
    assert!(harness.query_by_label_contains("حدث رقم 2900").is_none());
    harness.state_mut().state.select(Some(EventId(2900)));
    harness.run();
    let shown = harness
        .get_all_by_role(Role::Row)
        .any(|row| row.accesskit_node().label().is_some_and(|name| name.contains("حدث رقم 2900")));
    assert!(shown);
}

#[test]
fn the_filter_holds_for_the_rows_too() {
    let mut harness = list(Language::Arabic);
    let kind = testing::document().extraction.events[2].kind;
    harness.state_mut().state.browse.apply(Change::Toggle(Condition::Kind(kind)));
    harness.run();
    assert_eq!(rows(&harness, &titles()).len(), 5);
    harness.state_mut().state.browse.apply(Change::SetOthers(Others::Hidden));
    harness.run();
    assert_eq!(rows(&harness, &titles()), [2]);
}

#[test]
fn a_right_click_on_a_row_has_the_menu_of_the_event() {
    let mut harness = list(Language::English);
    harness.get_by_label_contains(&titles()[3]).click_secondary();
    harness.run();
    let copy = harness.state().state.i18n.text(UiCommand::CopyQuote.message_key());
    harness.get_by_label(&copy).click();
    harness.run();
    assert_eq!(sent(&harness), [Command::Select(Some(EventId(3))), Command::Ui(UiCommand::CopyQuote)]);
}

#[test]
fn the_rows_of_a_file_of_events_are_a_table_too_and_pages_are_turned() {
    let mut table = EventTable::default();
    let lane = table.add_lane("بيروت".to_owned());
    for at in 0..70_000_i64 {
        let time = TimeRange { start: TimePoint(at * 86_400), end: TimePoint((at + 1) * 86_400) };
        table.push(&format!("حدث رقم {at:05}"), TableRow { time, is_vague: at == 3, lane });
    }
    let mut document = testing::document();
    document.extraction.events.clear();
    document.table = Some(Arc::new(table));
    let mut harness = window(document, Language::Arabic);
    let lane = harness.state().state.i18n.text("table-lane");
    harness.get_by_role_and_label(Role::ColumnHeader, &lane);
    let vague = harness.state().state.i18n.text("certainty-bounded");
    let fourth = harness.get_by_label_contains("حدث رقم 00003").accesskit_node().label().expect("a name");
    assert!(fourth.contains(&vague) && fourth.contains("بيروت"), "{fourth}");
    harness.state_mut().state.select(Some(EventId(69_990)));
    harness.run();
    let is_selected = |row: &egui_kittest::Node<'_>| row.accesskit_node().label().is_some_and(|name| name.contains("69990"));
    harness.get_all_by_role(Role::Row).find(is_selected).expect("a row").focus();
    harness.run();
    harness.key_press(Key::PageUp);
    harness.run();
    let [Command::Select(Some(up))] = sent(&harness)[..] else { panic!("one selection") };
    assert!((69_960..69_989).contains(&up.0), "{up:?}");
}
