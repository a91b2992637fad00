//! Clicks, wheel, drag and hover.

use std::sync::Arc;

use eframe::egui::{
    Event as Input, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchDeviceId, TouchId, TouchPhase, Vec2,
    vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{Bench, bench, harness, rtl, scale_of, scene_of, sent, title};
use crate::article::Article;
use crate::base::{Direction, Language, Message, TimePoint, TimeRange};
use crate::event::{EventId, EventTable, TableRow};
use crate::timeline::folds::fold_message;
use crate::timeline::layout::overview_time;
use crate::timeline::sample::{article, extraction, moment, on};
use crate::timeline::time_scale::axis_time;
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::Document;
use crate::ui::testing::{self, Window};
use crate::ui::timeline::screen::Screen;

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

fn wheel(harness: &mut Harness<'_, Bench>, delta: Vec2, modifiers: Modifiers) {
    // Modifiers reach the next frame before the wheel does, as from a window.
    harness.event(Input::ModifiersChanged(modifiers));
    let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Unknown);
    harness.event(Input::MouseWheel { unit, delta, phase, source, modifiers });
    harness.run();
    harness.event(Input::ModifiersChanged(Modifiers::NONE));
    harness.run();
}

fn click(harness: &mut Harness<'_, Bench>, pos: Pos2) {
    harness.event(Input::PointerMoved(pos));
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        harness.event(Input::PointerButton { pos, button, pressed, modifiers });
    }
    harness.run();
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
    click(&mut harness, pos);
    click(&mut harness, pos);
    let after = scale_of(&harness);
    let day = axis_time(moment("2025-10-24").start());
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
    let fold = scene_of(&mut harness).folds[0];
    let name = harness.state().state.i18n.message(&fold_message(fold.hidden));
    harness.get_by_label(&name).click();
    harness.run();
    assert_eq!(scale_of(&harness).folds().count(), 0);
    assert!(harness.query_by_label(&name).is_none());
}

#[test]
fn a_click_on_the_overview_moves_the_window_there() {
    let mut harness = rtl();
    harness.state_mut().view.open().expect("an open document").scale.zoom_at(1100.0, 12.0);
    harness.run();
    let strip = screen(&harness, 500.0, 358.0);
    let time = overview_time(&scale_of(&harness), 500.0);
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
fn a_click_on_a_count_shows_its_events_apart() {
    let days = (0..400).map(|day| on(&format!("{}-{:02}-{:02}", 2000 + day / 100, day % 12 + 1, day % 28 + 1)));
    let mut harness = harness(bench(extraction(None, days.collect(), vec![]), Language::Arabic, Direction::RightToLeft));
    let before = scale_of(&harness);
    let middle = before.time_from_x(600.0);
    let scene = scene_of(&mut harness);
    let counts: Vec<_> = scene.marks.iter().filter(|mark| mark.cluster.is_some()).collect();
    assert!(counts.len() > 4);
    let pos = screen(&harness, counts[0].rect.center().x, counts[0].rect.center().y);
    click(&mut harness, pos);
    assert!(scale_of(&harness).px_per_sec(middle) > 2.0 * before.px_per_sec(middle));
    assert_eq!(sent(&harness), []);
}

/// Two fingers on the screen, moved from two places to two others.
fn fingers(harness: &mut Harness<'_, Bench>, from: [Pos2; 2], to: [Pos2; 2]) {
    let touch = |harness: &mut Harness<'_, Bench>, at: [Pos2; 2], phase| {
        for (id, pos) in (1..).zip(at) {
            let (device_id, id) = (TouchDeviceId(1), TouchId(id));
            harness.event(Input::Touch { device_id, id, phase, pos, force: None });
        }
        harness.step();
    };
    touch(harness, from, TouchPhase::Start);
    // The toolkit needs a frame to see that they are two.
    touch(harness, from, TouchPhase::Move);
    touch(harness, to, TouchPhase::Move);
    touch(harness, to, TouchPhase::End);
    harness.run();
}

#[test]
fn two_fingers_zoom_and_what_they_hold_stays_between_them() {
    for time in [Direction::RightToLeft, Direction::LeftToRight] {
        let mut harness = harness(bench(article(), Language::Arabic, time));
        let middle = on_axis(&harness, 0.6);
        let (before, x) = (scale_of(&harness), panel_x(&harness, middle));
        let under = before.time_from_x(x);
        harness.hover_at(middle);
        harness.run();
        let around = |by: f32| [middle - vec2(by, 0.0), middle + vec2(by, 0.0)];
        fingers(&mut harness, around(40.0), around(120.0));
        let after = scale_of(&harness);
        let growth = after.px_per_sec(under) / before.px_per_sec(under);
        assert!((2.5..3.5).contains(&growth), "grown by {growth}");
        assert!((after.x_from_time(under) - x).abs() < 1e-3, "moved from {x} to {}", after.x_from_time(under));
    }
}

#[test]
fn a_pinch_of_a_touchpad_zooms_at_the_pointer() {
    let mut harness = rtl();
    let pos = on_axis(&harness, 0.3);
    let (before, x) = (scale_of(&harness), panel_x(&harness, pos));
    let under = before.time_from_x(x);
    harness.hover_at(pos);
    harness.run();
    harness.event(Input::Zoom(2.0));
    harness.run();
    let after = scale_of(&harness);
    assert!((after.px_per_sec(under) / before.px_per_sec(under) - 2.0).abs() < 1e-3);
    assert!((after.x_from_time(under) - x).abs() < 1e-3);
}

#[test]
fn a_click_on_a_count_takes_seconds_apart() {
    let mut table = EventTable::default();
    // A minute's worth of seconds on one day, and a year.
    for at in (0..60).chain((0..400).map(|day| day * 86_400)) {
        let time = TimeRange { start: TimePoint(at), end: TimePoint(at + 1) };
        table.push("حدث", TableRow { time, is_vague: false, lane: None });
    }
    let mut bench = bench(extraction(None, vec![], vec![]), Language::Arabic, Direction::RightToLeft);
    let document = Document::new(2, Article::default(), extraction(None, vec![], vec![]));
    testing::show(&mut bench.state, Arc::new(Document { table: Some(Arc::new(table)), ..document }));
    let mut harness = harness(bench);
    for _ in 0..20 {
        let scene = scene_of(&mut harness);
        let mut counts = scene.marks.iter().filter(|mark| mark.cluster.is_some_and(|cluster| cluster.span.start.0 < 60));
        let Some(middle) = counts.next().map(|mark| mark.rect.center()) else { break };
        let pos = screen(&harness, middle.x, middle.y);
        click(&mut harness, pos);
    }
    let scale = scale_of(&harness);
    assert!(scale.px_per_sec(30.0) > 1.0, "a second takes {} points", scale.px_per_sec(30.0));
}

#[test]
fn the_wheel_over_the_names_of_lanes_scrolls_them() {
    let mut harness = rtl();
    harness.set_size(vec2(1280.0, 200.0));
    harness.run();
    let headers = scene_of(&mut harness).frames.headers.center();
    let pos = screen(&harness, headers.x, headers.y);
    harness.hover_at(pos);
    wheel(&mut harness, vec2(0.0, -40.0), Modifiers::NONE);
    assert!(scale_of(&harness).is_fitted());
    let scrolled = harness.state_mut().view.open().expect("an open document").lane_scroll;
    assert!((scrolled - 40.0).abs() < 0.5, "scrolled by {scrolled}");
}

#[test]
fn an_event_on_which_the_pointer_rests_says_when_it_was_and_how_sure_that_is() {
    for language in Language::ALL {
        let mut harness = Window::harness(testing::state(language));
        harness.run();
        let event = &testing::document().extraction.events[0];
        let i18n = &harness.state().state.i18n;
        let (when, certainty) = (i18n.message(&event.when.message()), i18n.text(event.when.certainty.message_key()));
        let said = i18n.message(&Message::new("hover-when").with_text("when", when).with_text("certainty", certainty));
        assert!(harness.query_by_label(&said).is_none());
        let pos = harness.get_all_by_label_contains(&event.title).next().expect("the event").rect().center();
        harness.hover_at(pos);
        harness.run_steps(60);
        harness.get_by_label(&said);
    }
}

#[test]
fn a_long_press_opens_the_menu_of_an_event() {
    let mut harness = rtl();
    let pos = harness.get_by_label_contains(&title(9)).rect().center();
    let touch = |phase| Input::Touch { device_id: TouchDeviceId(1), id: TouchId(1), phase, pos, force: None };
    harness.event(touch(TouchPhase::Start));
    harness.event(Input::PointerMoved(pos));
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    harness.event(Input::PointerButton { pos, button, pressed: true, modifiers });
    harness.run_steps(90);
    let copy = harness.state().state.i18n.text(UiCommand::CopyQuote.message_key());
    harness.get_by_label(&copy);
}
