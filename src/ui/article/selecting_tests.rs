//! Selecting words of the article by pointer and keys, and copying them.

use eframe::egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Role, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::selection::{Place, Selection, Unit};
use super::tests::{click, harness, place_of};
use crate::article::paragraphs;
use crate::base::{Language, TextSpan};
use crate::event::EventId;
use crate::text::egui::Caret;
use crate::ui::command::Command;
use crate::ui::tabs::TabId;
use crate::ui::testing::{self, Window};

pub(super) type Article = Harness<'static, Window>;

fn text() -> String {
    testing::document().article.text
}

fn span(words: &str) -> TextSpan {
    let start = text().find(words).expect("the words stand in the text");
    TextSpan::new(start, start + words.len())
}

/// The side of some words on which they start, or end, on the screen.
fn edge(harness: &Article, words: &str, end: bool) -> Pos2 {
    let span = span(words);
    let last = words.chars().next_back().map_or(0, char::len_utf8);
    let first = words.chars().next().map_or(0, char::len_utf8);
    let letter = if end { TextSpan::new(span.end - last, span.end) } else { TextSpan::new(span.start, span.start + first) };
    let center = place_of(harness, letter);
    // Past the middle of the outer letter, on its outer side; Arabic starts on the right.
    center + vec2(if end { -1.5 } else { 1.5 }, 0.0)
}

fn button(pos: Pos2, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }
}

fn drag(harness: &mut Article, from: Pos2, to: Pos2) {
    harness.event(Event::PointerMoved(from));
    harness.event(button(from, true, Modifiers::NONE));
    harness.step();
    for part in [0.3, 1.0] {
        harness.event(Event::PointerMoved(from + (to - from) * part));
        harness.step();
    }
    harness.event(button(to, false, Modifiers::NONE));
    harness.run();
}

pub(super) fn press(harness: &mut Article, key: Key, modifiers: Modifiers) {
    harness.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
    harness.run();
}

/// What is copied now.
pub(super) fn copied(harness: &mut Article) -> Option<String> {
    harness.event(Event::Copy);
    harness.step();
    harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

fn selects_an_event(harness: &Article) -> bool {
    harness.state().sent().iter().any(|command| matches!(command, Command::Select(_)))
}

#[test]
fn a_drag_selects_words_and_no_event() {
    let mut harness = harness();
    let words = "يوم 14 مارس 2024 استئناف";
    let (from, to) = (edge(&harness, words, false), edge(&harness, words, true));
    drag(&mut harness, from, to);
    assert_eq!(copied(&mut harness).as_deref(), Some(words));
    assert!(!selects_an_event(&harness));
    drag(&mut harness, to, from);
    assert_eq!(copied(&mut harness).as_deref(), Some(words), "backwards too");
}

#[test]
fn a_drag_over_several_paragraphs_copies_them_as_lines() {
    let mut harness = harness();
    let (from, to) = (edge(&harness, "استئناف العمل في", false), edge(&harness, "وكانت النقابة", true));
    drag(&mut harness, from, to);
    let text = text();
    let expected = &text[span("استئناف العمل في").start..span("وكانت النقابة").end];
    assert!(expected.contains('\n'));
    assert_eq!(copied(&mut harness).as_deref(), Some(expected));
}

#[test]
fn a_plain_click_selects_the_event_and_copies_nothing() {
    let mut harness = harness();
    let pos = place_of(&harness, testing::document().extraction.events[2].mention.trigger);
    click(&mut harness, pos);
    assert!(harness.state().sent().contains(&Command::Select(Some(EventId(2)))));
    assert_eq!(copied(&mut harness), None);
}

#[test]
fn two_clicks_select_a_word_and_three_a_paragraph() {
    let mut harness = harness();
    let words = span("استئناف العمل");
    let pos = place_of(&harness, TextSpan::new(words.start, words.start + "استئناف".len()));
    let text = text();
    let paragraph = paragraphs(&text).into_iter().find(|span| span.covers(words)).expect("a paragraph");
    for (count, expected) in [(2, "استئناف"), (3, paragraph.of(&text))] {
        quick_clicks(&mut harness, pos, count);
        let events = harness.state().sent().iter().filter(|command| matches!(command, Command::Select(_))).count();
        assert_eq!(events, 1, "only the first click means an event");
        assert_eq!(copied(&mut harness).as_deref(), Some(expected));
        harness.run_steps(4);
    }
}

/// Clicks that follow each other at once: the harness's clock goes on by a quarter of a second with every event.
fn quick_clicks(harness: &mut Article, pos: Pos2, count: usize) {
    harness.ctx.options_mut(|options| options.input_options.max_double_click_delay = 0.6);
    harness.event(Event::PointerMoved(pos));
    for _ in 0..count {
        harness.event(button(pos, true, Modifiers::NONE));
        harness.event(button(pos, false, Modifiers::NONE));
        harness.step();
    }
}

#[test]
fn after_two_presses_a_drag_selects_whole_words() {
    let mut harness = harness();
    let from = place_of(&harness, span("وقعت"));
    let to = place_of(&harness, span("نقابة"));
    quick_clicks(&mut harness, from, 1);
    harness.event(button(from, true, Modifiers::NONE));
    harness.step();
    harness.event(Event::PointerMoved(to));
    harness.step();
    harness.event(button(to, false, Modifiers::NONE));
    harness.run();
    assert_eq!(copied(&mut harness).as_deref(), Some("وقعت اتفاقا مع نقابة"));
}

#[test]
fn keys_extend_from_a_click_as_they_point() {
    let mut harness = harness();
    let start = edge(&harness, "العمل في الأرصفة", false);
    click(&mut harness, start);
    press(&mut harness, Key::ArrowLeft, Modifiers::SHIFT);
    press(&mut harness, Key::ArrowLeft, Modifiers::SHIFT);
    assert_eq!(copied(&mut harness).as_deref(), Some("ال"));
    press(&mut harness, Key::ArrowLeft, Modifiers::SHIFT | Modifiers::COMMAND);
    press(&mut harness, Key::ArrowLeft, Modifiers::SHIFT | Modifiers::COMMAND);
    assert_eq!(copied(&mut harness).as_deref(), Some("العمل في"));
    press(&mut harness, Key::ArrowRight, Modifiers::SHIFT | Modifiers::COMMAND);
    assert_eq!(copied(&mut harness).as_deref(), Some("العمل "));
    press(&mut harness, Key::ArrowRight, Modifiers::SHIFT | Modifiers::COMMAND);
    press(&mut harness, Key::ArrowRight, Modifiers::SHIFT | Modifiers::COMMAND);
    assert_eq!(copied(&mut harness).as_deref(), Some("استئناف "));
    press(&mut harness, Key::ArrowDown, Modifiers::SHIFT);
    press(&mut harness, Key::ArrowDown, Modifiers::SHIFT);
    let down = copied(&mut harness).expect("lines are selected");
    assert!(down.starts_with("العمل في") && down.contains('\n'), "{down}");
    press(&mut harness, Key::End, Modifiers::SHIFT | Modifiers::COMMAND);
    let to_end = copied(&mut harness).expect("the rest is selected");
    assert_eq!(to_end, text()[span("العمل في").start..].trim_end());
}

#[test]
fn keys_cross_from_one_paragraph_into_the_next() {
    let mut harness = harness();
    let last_letter = edge(&harness, "نقابة العمال.", true);
    click(&mut harness, last_letter);
    for _ in 0..2 {
        press(&mut harness, Key::ArrowLeft, Modifiers::SHIFT);
    }
    let crossed = copied(&mut harness).expect("a line end and a letter");
    assert_eq!(crossed, "\nو");
}

#[test]
fn a_click_with_shift_extends() {
    let mut harness = harness();
    let (from, to) = (edge(&harness, "وقعت اتفاقا", false), edge(&harness, "وقعت اتفاقا", true));
    click(&mut harness, from);
    harness.state().sent();
    harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    harness.event(Event::PointerMoved(to));
    harness.event(button(to, true, Modifiers::SHIFT));
    harness.event(button(to, false, Modifiers::SHIFT));
    harness.run();
    assert_eq!(copied(&mut harness).as_deref(), Some("وقعت اتفاقا"));
    assert!(!selects_an_event(&harness));
}

#[test]
fn all_is_selected_out_of_view_too() {
    let mut document = testing::document();
    let lead = "سطر لا حدث فيه.\n".repeat(60);
    document.article.text = lead + "آخر سطر";
    document.extraction.events.clear();
    document.extraction.title = None;
    let text = document.article.text.clone();
    let mut state = testing::empty_state(Language::Arabic);
    testing::show(&mut state, std::sync::Arc::new(document));
    let mut harness = Window::harness(state);
    harness.run();
    press(&mut harness, Key::A, Modifiers::COMMAND);
    assert_eq!(copied(&mut harness).as_deref(), Some(text.as_str()));
    assert!(harness.query_by_role_and_label(Role::Paragraph, "آخر سطر").is_none());
}

#[test]
fn a_drag_below_the_article_scrolls_it() {
    let mut document = testing::document();
    document.article.text = (0..60).map(|line| format!("سطر رقم {line}.\n")).collect();
    document.extraction.events.clear();
    document.extraction.title = None;
    let mut state = testing::empty_state(Language::Arabic);
    testing::show(&mut state, std::sync::Arc::new(document));
    let mut harness = Window::harness(state);
    harness.run();
    let from = harness.get_by_role_and_label(Role::Paragraph, "سطر رقم 1.").rect().right_center() - vec2(3.0, 0.0);
    harness.event(Event::PointerMoved(from));
    harness.event(button(from, true, Modifiers::NONE));
    harness.step();
    harness.event(Event::PointerMoved(pos2(from.x - 60.0, 799.0)));
    for _ in 0..200 {
        harness.step();
    }
    harness.event(button(pos2(from.x - 60.0, 799.0), false, Modifiers::NONE));
    harness.run();
    let copied = copied(&mut harness).expect("lines are selected");
    assert!(copied.starts_with("سطر رقم 1.\n") && copied.lines().count() > 20, "{copied}");
    assert!(harness.query_by_role_and_label(Role::Paragraph, "سطر رقم 1.").is_none(), "it has scrolled");
}

/// A window on one text.
pub(super) fn window_on(text: &str) -> Article {
    let mut document = testing::document();
    document.article.text = text.to_owned();
    document.extraction.events.clear();
    document.extraction.timexes.clear();
    document.extraction.title = None;
    let mut state = testing::empty_state(Language::Arabic);
    testing::show(&mut state, std::sync::Arc::new(document));
    let mut harness = Window::harness(state);
    // Until all of it was measured.
    for _ in 0..200 {
        if harness.state_mut().views.of(TabId(0)).article.heights.next_unmeasured().is_none() {
            break;
        }
        harness.step();
    }
    harness.run();
    harness
}

/// Where the selection ends.
fn focus(harness: &mut Article) -> Place {
    harness.state_mut().views.of(TabId(0)).article.selection.expect("a selection").focus
}

fn place_caret(harness: &mut Article, place: Place) {
    harness.state_mut().views.of(TabId(0)).article.selection = Some(Selection::begin(Unit::Letter, place, place));
}

#[test]
fn a_short_line_does_not_take_the_place_of_the_caret() {
    let long = "وصل الوفد أمس إلى العاصمة";
    let mut harness = window_on(&format!("{long}\nو\n{long}"));
    let start = Place { block: 0, caret: Caret::before(long.find("العاصمة").expect("a word")) };
    place_caret(&mut harness, start);
    press(&mut harness, Key::ArrowDown, Modifiers::SHIFT);
    assert_eq!(focus(&mut harness), Place { block: 1, caret: Caret::behind("و".len()) });
    press(&mut harness, Key::ArrowDown, Modifiers::SHIFT);
    assert_eq!(focus(&mut harness), Place { block: 2, ..start });
    press(&mut harness, Key::ArrowDown, Modifiers::SHIFT);
    assert_eq!(focus(&mut harness).caret.offset, long.len(), "below the last line is the end");
    for _ in 0..2 {
        press(&mut harness, Key::ArrowUp, Modifiers::SHIFT);
    }
    assert_eq!(focus(&mut harness), start);
    press(&mut harness, Key::ArrowUp, Modifiers::SHIFT);
    assert_eq!(focus(&mut harness), Place::default());
    // A step aside is where the next one goes on from.
    place_caret(&mut harness, start);
    press(&mut harness, Key::ArrowDown, Modifiers::SHIFT);
    press(&mut harness, Key::ArrowRight, Modifiers::SHIFT);
    press(&mut harness, Key::ArrowDown, Modifiers::SHIFT);
    assert!(focus(&mut harness).caret.offset <= "و".len(), "{:?}", focus(&mut harness));
}

#[test]
fn the_pieces_of_a_long_paragraph_are_one_to_who_selects() {
    let text = "وصل الوفد أمس إلى العاصمة. ".repeat(500);
    let text = text.trim();
    let mut harness = window_on(text);
    let blocks = &harness.state_mut().views.of(TabId(0)).article.blocks;
    let border = blocks[0].span().expect("it is of the text").end;
    assert!(blocks.len() > 1 && blocks[0].continues && !blocks[blocks.len() - 1].continues);
    press(&mut harness, Key::A, Modifiers::COMMAND);
    assert_eq!(copied(&mut harness).as_deref(), Some(text));
    place_caret(&mut harness, Place { block: 1, caret: Caret::before(0) });
    press(&mut harness, Key::ArrowRight, Modifiers::SHIFT);
    assert_eq!(copied(&mut harness).as_deref(), Some(" "), "one step crosses one letter");
    press(&mut harness, Key::ArrowLeft, Modifiers::SHIFT);
    press(&mut harness, Key::ArrowLeft, Modifiers::SHIFT);
    assert_eq!(copied(&mut harness).as_deref(), Some("و"));
    place_caret(&mut harness, Place { block: 0, caret: Caret::before(border - "العاصمة. ".len()) });
    // What ends a piece is stopped at like a word.
    for _ in 0..3 {
        press(&mut harness, Key::ArrowLeft, Modifiers::SHIFT | Modifiers::COMMAND);
    }
    assert_eq!(copied(&mut harness).as_deref(), Some("العاصمة. وصل"));
    let right = harness.get_all_by_role(Role::Paragraph).next().expect("a piece").rect().right();
    quick_clicks(&mut harness, pos2(right - 9.0, 600.0), 3);
    let all = copied(&mut harness).expect("something is selected");
    assert!(all == text, "{} of {} bytes", all.len(), text.len());
}
