//! What moves by itself, and that it comes to rest.

use eframe::egui::{Event as Input, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{Bench, bench, harness, scale_of, scene_of, title};
use crate::base::{Direction, Language};
use crate::timeline::folds::fold_message;
use crate::timeline::sample::article;
use crate::timeline::{TimeScale, time_scale::axis_time};
use crate::ui::command::UiCommand;
use crate::ui::timeline::screen::Screen;

fn moving(time: Direction) -> Harness<'static, Bench> {
    let mut bench = bench(article(), Language::Arabic, time);
    bench.state.is_motion_reduced = false;
    harness(bench)
}

/// The scales of the frames until nothing moves, the first one before anything did.
fn film(harness: &mut Harness<'_, Bench>) -> Vec<TimeScale> {
    let mut frames = vec![scale_of(harness)];
    for _ in 0..200 {
        harness.step();
        frames.push(scale_of(harness));
        if !harness.state_mut().view.is_moving() && frames[frames.len() - 2] == frames[frames.len() - 1] {
            return frames;
        }
    }
    panic!("it never comes to rest");
}

fn press(harness: &mut Harness<'_, Bench>, command: UiCommand) {
    let bench = harness.state_mut();
    assert!(bench.view.apply(command, &bench.state, &bench.sender), "{command:?}");
}

#[test]
fn a_key_zooms_in_many_small_steps_and_the_middle_stays() {
    for time in [Direction::RightToLeft, Direction::LeftToRight] {
        let mut harness = moving(time);
        let (min, max) = scale_of(&harness).x_range();
        let x = f64::midpoint(min, max);
        let middle = scale_of(&harness).time_from_x(x);
        press(&mut harness, UiCommand::ZoomIn);
        let film = film(&mut harness);
        assert!(film.len() > 8, "{} frames", film.len());
        for frame in &film {
            assert!((frame.x_from_time(middle) - x).abs() < 1e-3);
        }
        let rates: Vec<f64> = film.iter().map(|frame| frame.px_per_sec(middle)).collect();
        assert!(rates.windows(2).all(|pair| pair[0] <= pair[1] * (1.0 + 1e-9)), "it never goes back: {rates:?}");
        assert!((rates[rates.len() - 1] / rates[0] - 1.5).abs() < 1e-6);
    }
}

#[test]
fn keys_pressed_in_a_row_add_up() {
    let mut harness = moving(Direction::RightToLeft);
    for _ in 0..3 {
        press(&mut harness, UiCommand::ZoomIn);
        harness.step();
    }
    let film = film(&mut harness);
    let (first, last) = (&film[0], &film[film.len() - 1]);
    let whole = first.overview();
    assert!((last.fastest_px_per_sec() / whole.fastest_px_per_sec() - 1.5_f64.powi(3)).abs() < 1e-6);
}

#[test]
fn where_motion_is_reduced_the_next_frame_is_the_last() {
    let mut harness = moving(Direction::RightToLeft);
    harness.state_mut().state.is_motion_reduced = true;
    harness.step();
    press(&mut harness, UiCommand::ZoomIn);
    assert!(!harness.state_mut().view.is_moving());
    let at_once = scale_of(&harness);
    harness.run();
    assert_eq!(scale_of(&harness), at_once);
}

#[test]
fn a_fold_opens_and_closes_before_one_s_eyes() {
    let mut harness = moving(Direction::RightToLeft);
    let fold = scene_of(&mut harness).folds[0];
    let name = harness.state().state.i18n.message(&fold_message(fold.hidden));
    harness.get_by_label(&name).click();
    harness.step();
    harness.step();
    let opening = film(&mut harness);
    let widths: Vec<f64> = opening.iter().filter_map(|scale| scale.folds().next().map(|(_, x)| x.1 - x.0)).collect();
    assert!(widths.len() > 5 && widths.windows(2).all(|pair| pair[0] <= pair[1] + 1e-6), "it grows: {widths:?}");
    assert_eq!(scale_of(&harness).folds().count(), 0);
    let again = crate::ui::timeline::unfolded::fold_again_message(fold.hidden);
    let again = harness.state().state.i18n.message(&again);
    harness.get_by_label(&again).click();
    harness.run();
    assert_eq!(scale_of(&harness).folds().next().map(|(hidden, _)| hidden), Some(fold.hidden));
}

#[test]
fn a_throw_goes_on_and_a_touch_stops_it() {
    let mut harness = moving(Direction::RightToLeft);
    harness.state_mut().view.open().expect("an open document").scale.zoom_at(600.0, 8.0);
    harness.run();
    let origin = harness.state().origin;
    let start = Screen { origin }.pos(500.0, 300.0);
    harness.hover_at(start);
    harness.drag_at(start);
    harness.step();
    for step in 1..=6 {
        harness.event(Input::PointerMoved(start + vec2(12.0 * step as f32, 0.0)));
        harness.step();
    }
    harness.drop_at(start + vec2(72.0, 0.0));
    harness.step();
    assert!(harness.state_mut().view.is_moving());
    let before = scale_of(&harness);
    harness.step();
    let time = before.time_from_x(500.0);
    assert!(scale_of(&harness).x_from_time(time) > 500.0, "it goes on as the hand went");
    harness.hover_at(start);
    harness.drag_at(start);
    harness.step();
    assert!(!harness.state_mut().view.is_moving());
    let stopped = scale_of(&harness);
    harness.drop_at(start);
    harness.run();
    assert_eq!(scale_of(&harness), stopped);
}

#[test]
fn the_wheel_s_time_stays_under_the_pointer_in_each_frame() {
    for time in [Direction::RightToLeft, Direction::LeftToRight] {
        let mut harness = moving(time);
        let scale = scale_of(&harness);
        let (min, max) = scale.x_range();
        let pos = Screen { origin: harness.state().origin }.pos(scale.shifted(scale.past_edge(), 0.7 * (max - min)), 300.0);
        harness.hover_at(pos);
        harness.run();
        let x = Screen { origin: harness.state().origin }.scene_point(pos).x;
        let under = scale_of(&harness).time_from_x(x);
        let (unit, phase, source) = (MouseWheelUnit::Line, TouchPhase::Move, MouseWheelSource::Unknown);
        harness.event(Input::MouseWheel { unit, delta: vec2(0.0, 3.0), phase, source, modifiers: Modifiers::NONE });
        let mut frames = 0;
        for _ in 0..40 {
            let before = scale_of(&harness);
            harness.step();
            let now = scale_of(&harness);
            assert!((now.x_from_time(under) - x).abs() < 1e-3);
            frames += usize::from(now != before);
        }
        assert!(frames > 3, "{frames} frames");
    }
}

#[test]
fn what_is_selected_far_away_comes_into_view_by_and_by() {
    let mut harness = moving(Direction::RightToLeft);
    harness.state_mut().view.open().expect("an open document").scale.zoom_at(320.0, 30.0);
    harness.run();
    assert!(harness.query_by_label_contains(&title(0)).is_none());
    harness.state_mut().state.select(Some(crate::event::EventId(0)));
    harness.step();
    assert!(harness.state_mut().view.is_moving());
    harness.run();
    assert!(harness.query_by_label_contains(&title(0)).is_some());
    let span =
        harness.state_mut().view.open().and_then(|open| Some(open.item(crate::event::EventId(0))?.occupied())).expect("an item");
    let (start, end) = scale_of(&harness).window(0.0);
    assert!(axis_time(span.end) >= start && axis_time(span.start) <= end);
}
