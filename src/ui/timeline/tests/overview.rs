//! The overview strip: its window by hand, by keys and by a screen reader.

use eframe::egui::accesskit::{Action, ActionData, ActionRequest, TreeId};
use eframe::egui::{Event as Input, Pos2, Rect, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Bench, apply, bench, harness, scale_of, scene_of, sent};
use crate::base::{Direction, Language};
use crate::timeline::layout::overview_middle;
use crate::timeline::sample::article;
use crate::ui::command::UiCommand;
use crate::ui::timeline::screen::Screen;

const DIRECTIONS: [Direction; 2] = [Direction::RightToLeft, Direction::LeftToRight];

/// The panel with a third of the axis in view.
fn zoomed(time: Direction) -> Harness<'static, Bench> {
    let mut harness = harness(bench(article(), Language::Arabic, time));
    let open = harness.state_mut().view.open().expect("an open document");
    let (min, max) = open.scale.x_range();
    open.scale.zoom_at(f64::midpoint(min, max), 3.0);
    harness.run();
    harness
}

fn window(harness: &mut Harness<'_, Bench>) -> Rect {
    let window = scene_of(harness).overview.window;
    Screen { origin: harness.state().origin }.rect(window)
}

fn drag(harness: &mut Harness<'_, Bench>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.run();
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
}

fn name(harness: &Harness<'_, Bench>) -> String {
    harness.state().state.i18n.text("timeline-overview")
}

#[test]
fn the_window_goes_with_the_hand_and_keeps_the_zoom() {
    for time in DIRECTIONS {
        let mut harness = zoomed(time);
        let before = window(&mut harness);
        let (middle, rate) = (overview_middle(&scale_of(&harness)), scale_of(&harness).fastest_px_per_sec());
        // Not in its middle: it must not jump there.
        let from = Pos2::new(before.left() + 0.3 * before.width(), before.center().y);
        drag(&mut harness, from, from + eframe::egui::vec2(30.0, 0.0));
        let after = scale_of(&harness);
        assert!((overview_middle(&after) - middle - 30.0).abs() < 1.0, "{middle} {}", overview_middle(&after));
        assert!((after.fastest_px_per_sec() / rate - 1.0).abs() < 1e-9);
        assert_eq!(sent(&harness), []);
    }
}

#[test]
fn an_edge_goes_with_the_hand_and_the_other_one_stays() {
    for time in DIRECTIONS {
        let mut harness = zoomed(time);
        let before = window(&mut harness);
        drag(&mut harness, before.left_center(), before.left_center() + eframe::egui::vec2(40.0, 0.0));
        let after = window(&mut harness);
        assert!((after.left() - before.left() - 40.0).abs() < 2.0, "{before:?} {after:?}");
        assert!((after.right() - before.right()).abs() < 2.0, "{before:?} {after:?}");
        drag(&mut harness, after.right_center(), after.right_center() + eframe::egui::vec2(50.0, 0.0));
        let wider = window(&mut harness);
        assert!((wider.right() - after.right() - 50.0).abs() < 2.0 && (wider.left() - after.left()).abs() < 2.0, "{wider:?}");
    }
}

#[test]
fn arrows_move_the_view_as_they_point_while_the_strip_has_the_focus() {
    for time in DIRECTIONS {
        let mut harness = zoomed(time);
        let name = name(&harness);
        let strip = harness.get_by_role_and_label(Role::Slider, &name);
        assert!(strip.accesskit_node().value().is_some_and(|value| !value.is_empty()));
        strip.focus();
        harness.run();
        let before = window(&mut harness).center().x;
        assert_eq!(apply(&mut harness, UiCommand::SelectLeft), []);
        let left = window(&mut harness).center().x;
        assert!(left < before - 5.0, "{before} {left}");
        apply(&mut harness, UiCommand::SelectRight);
        apply(&mut harness, UiCommand::SelectRight);
        assert!(window(&mut harness).center().x > before + 5.0);
        apply(&mut harness, UiCommand::SelectFirst);
        assert!(scale_of(&harness).progress() < 1e-9);
        apply(&mut harness, UiCommand::SelectLast);
        assert!(scale_of(&harness).progress() > 1.0 - 1e-9);
    }
}

#[test]
fn a_screen_reader_moves_the_view_too() {
    let mut harness = zoomed(Direction::RightToLeft);
    let name = name(&harness);
    let before = scale_of(&harness).progress();
    let ask = |harness: &mut Harness<'_, Bench>, action, data| {
        let target_node = harness.get_by_role_and_label(Role::Slider, &name).accesskit_node().locate().0;
        harness.event(Input::AccessKitActionRequest(ActionRequest { action, target_tree: TreeId::ROOT, target_node, data }));
        harness.run();
        scale_of(harness).progress()
    };
    let later = ask(&mut harness, Action::Increment, None);
    assert!(later > before);
    assert!(ask(&mut harness, Action::Decrement, None) < later);
    let set = ask(&mut harness, Action::SetValue, Some(ActionData::NumericValue(100.0)));
    assert!(set > 1.0 - 1e-9);
}
