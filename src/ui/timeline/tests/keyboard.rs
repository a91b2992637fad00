//! Keys: focus, selection, zoom.

use eframe::egui::{Key, vec2};
use egui_kittest::kittest::Queryable;

use super::{apply, bench, harness, rtl, scale_of, scene_of, sent, title};
use crate::base::{Direction, Language};
use crate::event::EventId;
use crate::timeline::sample::article;
use crate::timeline::scene::Mark;
use crate::ui::command::{Command, UiCommand};

#[test]
fn the_keyboard_reaches_events_and_selects_them() {
    let mut harness = rtl();
    harness.get_by_label_contains(&title(3)).focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(sent(&harness), [Command::Select(Some(EventId(3)))]);
    // It was the last one of its lane: the name of the next lane lies between.
    for _ in 0..2 {
        harness.key_press(Key::Tab);
        harness.run();
    }
    harness.key_press(Key::Space);
    harness.run();
    let next = sent(&harness);
    assert!(matches!(next[..], [Command::Select(Some(event))] if event != EventId(3)), "{next:?}");
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
    harness.state_mut().state.select(Some(EventId(0)));
    apply(&mut harness, UiCommand::SelectLeft);
    assert!(harness.get_by_label_contains(&title(3)).is_focused());
}

#[test]
fn what_the_focus_comes_to_is_scrolled_into_view() {
    let mut harness = rtl();
    harness.set_size(vec2(1280.0, 200.0));
    harness.state_mut().view.open().expect("an open document").scroll_lanes(-20.0);
    harness.run();
    let frame = scene_of(&mut harness).frames.lanes;
    // One of which only the lower part is in view.
    let cut = |mark: &&Mark| mark.covered().min_y < frame.min_y && mark.covered().max_y > frame.min_y;
    let event = scene_of(&mut harness).marks.iter().find(cut).expect("one that is cut off").event;
    harness.get_by_label_contains(&title(event.index())).focus();
    harness.run();
    let scene = scene_of(&mut harness);
    let mark = scene.marks.iter().find(|mark| mark.event == event).expect("the same");
    assert!(mark.covered().min_y >= scene.frames.lanes.min_y, "{mark:?}");
    assert_eq!(sent(&harness), [], "nothing is selected by that");
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
