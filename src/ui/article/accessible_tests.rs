//! What assistive technology reads and selects in the article.

use eframe::egui::accesskit::{Action, ActionData, ActionRequest, NodeId, TextPosition, TextSelection, TreeId};
use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable};

use super::selecting_tests::{Article, copied, press, window_on};

const TEXT: &str = "وصلت USS Ford أمس.\nوغادرت اليوم.";

fn run_nodes(harness: &Article) -> Vec<(NodeId, String)> {
    let paragraphs = harness.get_all_by_role(Role::Paragraph);
    let runs = paragraphs.flat_map(|paragraph| {
        let runs = paragraph.accesskit_node().children().filter(|node| node.role() == Role::TextRun);
        runs.map(|run| (run.locate().0, run.value().unwrap_or_default())).collect::<Vec<_>>()
    });
    runs.collect()
}

fn selected(harness: &Article) -> Option<String> {
    harness.get_by_role(Role::Document).accesskit_node().text_selection().map(|selection| selection.text())
}

#[test]
fn the_letters_of_the_article_are_told_in_logical_order() {
    let harness = window_on(TEXT);
    let told: String = run_nodes(&harness).into_iter().map(|(_, value)| value).collect();
    assert_eq!(told, format!("{TEXT}\n"));
    assert_eq!(selected(&harness), None);
}

#[test]
fn what_is_selected_is_told() {
    let mut harness = window_on(TEXT);
    press(&mut harness, Key::A, Modifiers::COMMAND);
    assert_eq!(selected(&harness).as_deref(), Some(TEXT));
}

#[test]
fn assistive_technology_selects_words() {
    let mut harness = window_on(TEXT);
    let target_node = harness.get_by_role(Role::Document).accesskit_node().locate().0;
    let runs = run_nodes(&harness);
    assert_eq!(runs.len(), 2, "two short paragraphs: {runs:?}");
    let at = |run: usize, character_index| TextPosition { node: runs[run].0, character_index };
    for (anchor, focus, expected) in
        [(at(0, 5), at(0, 13), "USS Ford"), (at(1, 6), at(0, 14), "أمس.\nوغادرت"), (at(0, 0), at(0, 99), "وصلت USS Ford أمس.")]
    {
        let data = Some(ActionData::SetTextSelection(TextSelection { anchor, focus }));
        let action = Action::SetTextSelection;
        harness.event(Event::AccessKitActionRequest(ActionRequest { action, target_tree: TreeId::ROOT, target_node, data }));
        harness.run();
        assert_eq!(selected(&harness).as_deref(), Some(expected));
        assert_eq!(copied(&mut harness).as_deref(), Some(expected));
    }
}

#[test]
fn a_long_article_is_told_as_far_as_it_is_seen() {
    let mut harness = window_on(&"وصل الوفد أمس إلى العاصمة. ".repeat(2000));
    press(&mut harness, Key::A, Modifiers::COMMAND);
    let told: usize = run_nodes(&harness).iter().map(|(_, value)| value.len()).sum();
    assert!((1_000..40_000).contains(&told), "{told}");
    assert!(selected(&harness).is_some_and(|words| words.len() == told));
}
