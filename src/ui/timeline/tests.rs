//! Tests of the panel, without a window.

use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use eframe::egui::{Event as Input, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::screen::Screen;
use super::{TimelineView, timeline_ui};
use crate::article::Article;
use crate::base::{Direction, Language};
use crate::event::{EventId, Extraction};
use crate::i18n::I18n;
use crate::timeline::sample::{article, extraction, on, undated};
use crate::ui::command::{Command, CommandSender, UiCommand};
use crate::ui::state::{AppState, Appearance, Document, LaneGrouping};

/// What the application would hold.
struct Bench {
    state: AppState,
    view: TimelineView,
    sender: CommandSender,
    commands: Receiver<Command>,
    /// The panel's top left corner.
    origin: Pos2,
}

fn document(extraction: Extraction, generation: u64) -> Arc<Document> {
    Arc::new(Document { generation, article: Article::default(), extraction, elapsed: Duration::ZERO, file_date: None })
}

fn bench(extraction: Extraction, language: Language, time: Direction) -> Bench {
    let (sender, commands) = CommandSender::pair();
    let state = AppState {
        document: Some(document(extraction, 1)),
        selected: None,
        hovered: None,
        notices: Vec::new(),
        i18n: I18n::new(language, None),
        appearance: Appearance::Light,
        time_direction: time,
        lanes: LaneGrouping::Actor,
        opening: None,
    };
    Bench { state, view: TimelineView::default(), sender, commands, origin: Pos2::ZERO }
}

fn harness(bench: Bench) -> Harness<'static, Bench> {
    let paint = |ui: &mut eframe::egui::Ui, bench: &mut Bench| {
        bench.origin = ui.available_rect_before_wrap().min;
        timeline_ui(ui, &bench.state, &bench.sender, &mut bench.view);
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 392.0))
        .allow_missing_glyphs()
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(100)
        .build_ui_state(paint, bench);
    harness.run();
    harness
}

fn rtl() -> Harness<'static, Bench> {
    harness(bench(article(), Language::Arabic, Direction::RightToLeft))
}

/// The commands that were sent, without those of hovering.
fn sent(harness: &Harness<'_, Bench>) -> Vec<Command> {
    harness.state().commands.try_iter().filter(|command| !matches!(command, Command::Hover(_))).collect()
}

/// A place of the panel, on the screen.
fn screen(harness: &Harness<'_, Bench>, x: f64, y: f64) -> Pos2 {
    Screen { origin: harness.state().origin }.pos(x, y)
}

/// The x of the panel at a place on the screen.
fn panel_x(harness: &Harness<'_, Bench>, pos: Pos2) -> f64 {
    Screen { origin: harness.state().origin }.scene_point(pos).x
}

/// A place on the axis: `along` from 0 at the past edge to 1 at the future edge, below all lanes.
fn on_axis(harness: &Harness<'_, Bench>, along: f64) -> Pos2 {
    let scale = scale_of(harness);
    let (min, max) = scale.x_range();
    screen(harness, scale.shifted(scale.past_edge(), along * (max - min)), 310.0)
}

fn wheel(harness: &mut Harness<'_, Bench>, delta: eframe::egui::Vec2, modifiers: Modifiers) {
    // Modifiers reach the next frame before the wheel does, as from a window.
    harness.event(Input::ModifiersChanged(modifiers));
    let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Unknown);
    harness.event(Input::MouseWheel { unit, delta, phase, source, modifiers });
    harness.run();
    harness.event(Input::ModifiersChanged(Modifiers::NONE));
    harness.run();
}

fn scale_of(harness: &Harness<'_, Bench>) -> crate::timeline::TimeScale {
    harness.state().view.scale().expect("a scale").clone()
}

/// The name by which a screen reader finds an event.
fn title(index: usize) -> String {
    article().events[index].title.clone()
}

#[test]
fn every_event_in_view_is_a_button_with_its_title() {
    let harness = rtl();
    for (index, event) in article().events.iter().enumerate() {
        let node = harness.get_by_label_contains(&event.title);
        assert_eq!(node.accesskit_node().role(), eframe::egui::Role::Button, "{index}");
    }
    let title = title(1);
    let strikes = harness.get_by_label_contains(&title);
    let node = strikes.accesskit_node();
    let name = node.label().expect("a name");
    assert!(name.contains("certainty-bounded"), "{name}");
}

#[test]
fn a_click_selects_on_the_axis_and_in_the_column() {
    for index in [1, 3, 6, 9] {
        let mut harness = rtl();
        harness.get_by_label_contains(&title(index)).click();
        harness.run();
        let id = EventId(u32::try_from(index).expect("a small index"));
        assert_eq!(sent(&harness), [Command::Select(Some(id))]);
    }
}

#[test]
fn the_selected_event_says_so() {
    let mut harness = rtl();
    harness.state_mut().state.selected = Some(EventId(1));
    harness.run();
    let toggled = |index| harness.get_by_label_contains(&title(index)).accesskit_node().toggled();
    assert_eq!(toggled(1), Some(eframe::egui::accesskit::Toggled::True));
    assert_eq!(toggled(3), Some(eframe::egui::accesskit::Toggled::False));
}

#[test]
fn the_pointer_says_what_it_is_on_once() {
    let mut harness = rtl();
    harness.get_by_label_contains(&title(9)).hover();
    harness.run();
    harness.hover_at(on_axis(&harness, 0.5));
    harness.run();
    let commands: Vec<Command> = harness.state().commands.try_iter().collect();
    assert_eq!(commands, [Command::Hover(Some(EventId(9))), Command::Hover(None)]);
}

#[test]
fn the_wheel_zooms_at_the_pointer_in_both_directions() {
    for time in [Direction::RightToLeft, Direction::LeftToRight] {
        let mut harness = harness(bench(article(), Language::Arabic, time));
        let pos = on_axis(&harness, 0.75);
        harness.hover_at(pos);
        harness.run();
        let before = scale_of(&harness);
        let x = panel_x(&harness, pos);
        let under = before.time_from_x(x);
        wheel(&mut harness, vec2(0.0, 120.0), Modifiers::NONE);
        let after = scale_of(&harness);
        assert!(after.px_per_sec(under) > 1.5 * before.px_per_sec(under));
        assert!((after.x_from_time(under) - x).abs() < 1e-3);
        wheel(&mut harness, vec2(0.0, -1000.0), Modifiers::NONE);
        assert!(scale_of(&harness).is_fitted());
    }
}

#[test]
fn the_wheel_moves_along_time_with_shift_and_scrolls_lanes_with_ctrl() {
    let mut harness = rtl();
    harness.set_size(vec2(1280.0, 200.0));
    harness.run();
    let pos = Pos2::new(on_axis(&harness, 0.6).x, 60.0);
    harness.hover_at(pos);
    wheel(&mut harness, vec2(0.0, 200.0), Modifiers::NONE);
    let before = scale_of(&harness);
    wheel(&mut harness, vec2(0.0, 40.0), Modifiers::SHIFT);
    let moved = scale_of(&harness);
    let x = panel_x(&harness, pos);
    let time = before.time_from_x(x);
    assert!((moved.px_per_sec(time) - before.px_per_sec(time)).abs() < 1e-12);
    assert!((moved.x_from_time(time) - x - 40.0).abs() < 0.5);
    wheel(&mut harness, vec2(0.0, -40.0), Modifiers::CTRL);
    assert_eq!(scale_of(&harness), moved);
    let scrolled = harness.state_mut().view.open().expect("an open document").lane_scroll;
    assert!((scrolled - 40.0).abs() < 0.5, "scrolled by {scrolled}");
}

#[test]
fn the_wheel_over_the_column_scrolls_it() {
    let mut harness = rtl();
    harness.set_size(vec2(1280.0, 240.0));
    harness.run();
    assert!(harness.query_by_label_contains(&title(18)).is_none());
    harness.hover_at(Pos2::new(100.0, 120.0));
    wheel(&mut harness, vec2(0.0, -1000.0), Modifiers::NONE);
    assert!(harness.query_by_label_contains(&title(18)).is_some());
    assert!(scale_of(&harness).is_fitted());
}

#[test]
fn a_double_click_zooms_to_the_event() {
    let mut harness = rtl();
    let before = scale_of(&harness);
    let pos = harness.get_by_label_contains(&title(2)).rect().center();
    for pressed in [true, false, true, false] {
        harness.event(Input::PointerMoved(pos));
        let (button, modifiers) = (eframe::egui::PointerButton::Primary, Modifiers::NONE);
        harness.event(Input::PointerButton { pos, button, pressed, modifiers });
    }
    harness.run();
    let after = scale_of(&harness);
    let day = crate::timeline::time_scale::axis_time(crate::timeline::sample::moment("2025-10-24").start());
    assert!(after.px_per_sec(day) > 3.0 * before.px_per_sec(day));
    let (min, max) = after.x_range();
    assert!((after.x_from_time(day + 43_200.0) - f64::midpoint(min, max)).abs() < 1.0);
}

#[test]
fn a_drag_pans_also_from_an_event() {
    let mut harness = rtl();
    harness.state_mut().view.open().expect("an open document").scale.zoom_at(600.0, 3.0);
    harness.run();
    let before = scale_of(&harness);
    let start = harness.get_by_label_contains(&title(1)).rect().center();
    let x = panel_x(&harness, start);
    let time = before.time_from_x(x);
    harness.hover_at(start);
    harness.drag_at(start);
    harness.hover_at(start + vec2(50.0, 0.0));
    harness.drop_at(start + vec2(50.0, 0.0));
    harness.run();
    assert!((scale_of(&harness).x_from_time(time) - x - 50.0).abs() < 1e-3);
    assert_eq!(sent(&harness), []);
}

#[test]
fn a_click_on_a_fold_unfolds_it() {
    let mut harness = rtl();
    assert_eq!(scale_of(&harness).folds().count(), 1);
    harness.get_by_label_contains("timeline-folded-months").click();
    harness.run();
    assert_eq!(scale_of(&harness).folds().count(), 0);
    assert!(harness.query_by_label_contains("timeline-folded-months").is_none());
}

#[test]
fn a_click_on_the_overview_moves_the_window_there() {
    let mut harness = rtl();
    harness.state_mut().view.open().expect("an open document").scale.zoom_at(1100.0, 12.0);
    harness.run();
    let strip = screen(&harness, 500.0, 358.0);
    let time = crate::timeline::layout::overview_time(&scale_of(&harness), 500.0);
    harness.hover_at(strip);
    harness.drag_at(strip);
    harness.run();
    harness.drop_at(strip);
    harness.run();
    let after = scale_of(&harness);
    let (min, max) = after.x_range();
    assert!((after.x_from_time(time) - f64::midpoint(min, max)).abs() < 1.0);
}

#[test]
fn the_keyboard_reaches_events_and_selects_them() {
    let mut harness = rtl();
    harness.get_by_label_contains(&title(3)).focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(sent(&harness), [Command::Select(Some(EventId(3)))]);
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    let next = sent(&harness);
    assert!(matches!(next[..], [Command::Select(Some(event))] if event != EventId(3)), "{next:?}");
}

/// Applies a command as the application does, and what comes of it.
fn apply(harness: &mut Harness<'_, Bench>, command: UiCommand) -> Vec<Command> {
    let bench = harness.state_mut();
    assert!(bench.view.apply(command, &bench.state, &bench.sender), "{command:?} is the timeline's affair");
    let commands = sent(harness);
    for command in &commands {
        if let Command::Select(selected) = command {
            harness.state_mut().state.selected = *selected;
        }
    }
    harness.run();
    commands
}

#[test]
fn left_and_right_are_what_one_sees() {
    for (time, later) in [(Direction::RightToLeft, UiCommand::SelectLeft), (Direction::LeftToRight, UiCommand::SelectRight)] {
        let mut harness = harness(bench(article(), Language::Arabic, time));
        assert_eq!(apply(&mut harness, UiCommand::SelectFirst), [Command::Select(Some(EventId(0)))]);
        assert_eq!(apply(&mut harness, later), [Command::Select(Some(EventId(3)))]);
        assert_eq!(apply(&mut harness, UiCommand::SelectLast), [Command::Select(Some(EventId(5)))]);
        assert_eq!(apply(&mut harness, later), [Command::Select(Some(EventId(7)))]);
        assert_eq!(apply(&mut harness, UiCommand::SelectDown), [Command::Select(Some(EventId(8)))]);
    }
}

#[test]
fn the_focus_goes_along_with_the_selection() {
    let mut harness = rtl();
    harness.get_by_label_contains(&title(0)).focus();
    harness.run();
    harness.state_mut().state.selected = Some(EventId(0));
    apply(&mut harness, UiCommand::SelectLeft);
    assert!(harness.get_by_label_contains(&title(3)).is_focused());
}

#[test]
fn keys_zoom_and_fit() {
    let mut harness = rtl();
    assert_eq!(apply(&mut harness, UiCommand::ZoomIn), []);
    assert!(!scale_of(&harness).is_fitted());
    apply(&mut harness, UiCommand::ZoomOut);
    assert!(scale_of(&harness).is_fitted());
    apply(&mut harness, UiCommand::ZoomIn);
    apply(&mut harness, UiCommand::ZoomToFit);
    assert!(scale_of(&harness).is_fitted());
    let bench = harness.state_mut();
    assert!(!bench.view.apply(UiCommand::Open, &bench.state, &bench.sender));
}

#[test]
fn an_event_selected_elsewhere_comes_into_view() {
    let mut harness = rtl();
    harness.set_size(vec2(1280.0, 240.0));
    harness.state_mut().view.open().expect("an open document").scale.zoom_at(320.0, 30.0);
    harness.run();
    for index in [0, 18, 6] {
        assert!(harness.query_by_label_contains(&title(index)).is_none(), "{index} is out of view at first");
        harness.state_mut().state.selected = Some(EventId(u32::try_from(index).expect("a small index")));
        harness.run();
        assert!(harness.query_by_label_contains(&title(index)).is_some(), "{index} is in view");
    }
}

#[test]
fn another_document_starts_from_all_of_it() {
    let mut harness = rtl();
    apply(&mut harness, UiCommand::ZoomIn);
    harness.state_mut().state.document = Some(document(extraction(None, vec![on("2025-01-01"), undated("u")], vec![]), 2));
    harness.run();
    assert!(scale_of(&harness).is_fitted());
    assert!(harness.query_by_label_contains("2025-01-01").is_some());
    assert!(harness.query_by_label_contains(&title(1)).is_none());
}

#[test]
fn a_still_window_is_laid_out_once() {
    let mut harness = rtl();
    let before = harness.state().view.n_layouts();
    harness.run_steps(5);
    assert_eq!(harness.state().view.n_layouts(), before);
    apply(&mut harness, UiCommand::ZoomIn);
    assert!(harness.state().view.n_layouts() > before);
}

#[test]
fn an_empty_window_and_an_empty_article_paint_too() {
    let mut empty = bench(extraction(None, vec![], vec![]), Language::English, Direction::LeftToRight);
    empty.state.appearance = Appearance::Dark;
    let mut harness = harness(empty);
    harness.state_mut().state.document = None;
    harness.run();
    let bench = harness.state_mut();
    assert!(bench.view.scale().is_some());
}
