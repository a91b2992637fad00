//! Ranges of time that are dragged, and the menu of an event.

use eframe::egui::{Modifiers, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Bench, bench, drag, harness, rtl, scale_of, scene_of, sent, title};
use crate::base::Direction;
use crate::base::Language;
use crate::event::EventId;
use crate::timeline::Condition;
use crate::timeline::sample::article;
use crate::timeline::time_scale::time_point;
use crate::ui::browse::Change;
use crate::ui::command::{Command, UiCommand};
use crate::ui::timeline::screen::Screen;

fn pos(harness: &Harness<'_, Bench>, x: f64, y: f64) -> Pos2 {
    Screen { origin: harness.state().origin }.pos(x, y)
}

fn drag_with(harness: &mut Harness<'_, Bench>, from: Pos2, to: Pos2, modifiers: Modifiers) {
    harness.event(eframe::egui::Event::ModifiersChanged(modifiers));
    drag(harness, from, to);
    harness.event(eframe::egui::Event::ModifiersChanged(Modifiers::NONE));
    harness.run();
}

#[test]
fn a_drag_along_the_ruler_filters_by_the_days_it_crosses() {
    for time in [Direction::RightToLeft, Direction::LeftToRight] {
        let mut harness = harness(bench(article(), Language::Arabic, time));
        let ruler = scene_of(&mut harness).frames.ruler;
        let (a, b) = (pos(&harness, 500.0, ruler.center().y), pos(&harness, 650.0, ruler.center().y));
        let times = [500.0, 650.0].map(|x| time_point(scale_of(&harness).time_from_x(x)));
        drag_with(&mut harness, a, b, Modifiers::NONE);
        let commands = sent(&harness);
        let [Command::Browse(Change::Toggle(Condition::Time(range)))] = &commands[..] else { panic!("{commands:?}") };
        assert!(range.start <= times[0].min(times[1]) && range.end >= times[0].max(times[1]));
        assert!(range.start.0 % 86_400 == 0 && range.end.0 % 86_400 == 0);
        assert!(range.duration_secs() < (times[0].0 - times[1].0).abs() + 2 * 86_400);
        assert!(scale_of(&harness).is_fitted(), "nothing moves");
    }
}

#[test]
fn a_slip_on_the_ruler_filters_nothing() {
    let mut harness = rtl();
    let ruler = scene_of(&mut harness).frames.ruler;
    let a = pos(&harness, 500.0, ruler.center().y);
    drag_with(&mut harness, a, a + eframe::egui::vec2(2.0, 0.0), Modifiers::NONE);
    assert_eq!(sent(&harness), []);
}

#[test]
fn a_drag_with_shift_zooms_to_what_it_crosses() {
    let mut harness = rtl();
    let lanes = scene_of(&mut harness).frames.lanes;
    let before = scale_of(&harness);
    let (a, b) = (pos(&harness, 400.0, lanes.max_y - 6.0), pos(&harness, 500.0, lanes.max_y - 6.0));
    let times = [400.0, 500.0].map(|x| before.time_from_x(x));
    drag_with(&mut harness, a, b, Modifiers::SHIFT);
    let after = scale_of(&harness);
    let (start, end) = after.window(0.0);
    assert!(!after.is_fitted());
    assert!(start <= times[0].min(times[1]) && end >= times[0].max(times[1]), "all that was crossed is in view");
    assert!(after.px_per_sec(times[0]) > 2.0 * before.px_per_sec(times[0]));
    assert_eq!(sent(&harness), []);
}

#[test]
fn a_key_filters_by_what_is_in_view() {
    let mut harness = rtl();
    let (start, end) = scale_of(&harness).window(0.0);
    let commands = super::apply(&mut harness, UiCommand::FilterView);
    let [Command::Browse(Change::Toggle(Condition::Time(range)))] = &commands[..] else { panic!("{commands:?}") };
    assert!(range.start <= time_point(start) && range.end >= time_point(end));
}

#[test]
fn a_right_click_selects_an_event_and_its_menu_has_commands_of_the_list() {
    for index in [1, 9] {
        let mut harness = rtl();
        harness.get_by_label_contains(&title(index)).click_secondary();
        harness.run();
        let id = EventId(u32::try_from(index).expect("a small index"));
        assert_eq!(sent(&harness), [Command::Select(Some(id))]);
        for command in [UiCommand::ZoomToEvent, UiCommand::CopyEvent, UiCommand::CopyQuote] {
            harness.get_by_label(&harness.state().state.i18n.text(command.message_key()));
        }
        let copy = harness.state().state.i18n.text(UiCommand::CopyEvent.message_key());
        harness.get_by_label(&copy).click();
        harness.run();
        assert_eq!(sent(&harness), [Command::Ui(UiCommand::CopyEvent)]);
        assert!(harness.query_by_label(&copy).is_none(), "a choice closes it");
    }
}

#[test]
fn the_menu_key_opens_the_menu_of_the_selected_event_and_gives_it_the_focus() {
    let mut harness = rtl();
    harness.state_mut().state.select(Some(EventId(1)));
    harness.run();
    assert_eq!(super::apply(&mut harness, UiCommand::EventMenu), []);
    let zoom = harness.state().state.i18n.text(UiCommand::ZoomToEvent.message_key());
    assert!(harness.get_by_label(&zoom).is_focused());
    harness.key_press(eframe::egui::Key::Enter);
    harness.run();
    assert_eq!(sent(&harness), [Command::Ui(UiCommand::ZoomToEvent)]);
    let before = scale_of(&harness);
    super::apply(&mut harness, UiCommand::ZoomToEvent);
    assert!(scale_of(&harness) != before);
    assert!(!harness.get_by_label_contains(&title(1)).accesskit_node().is_disabled());
}
