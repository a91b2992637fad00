//! The names of lanes: collapsing, moving and hiding them, by the pointer and by keys.

use eframe::egui::{Key, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Bench, rtl, scene_of, sent};
use crate::event::EventId;
use crate::timeline::{LaneKey, LaneTitle};
use crate::ui::browse::Change;
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::LaneGrouping;
use crate::ui::timeline::lanes::lane_name;

const ACTOR: LaneGrouping = LaneGrouping::Actor;

fn key(id: &str) -> LaneKey {
    LaneKey::Id(id.to_owned())
}

/// The accessible name of a lane, from above.
fn name(harness: &mut Harness<'_, Bench>, at: usize) -> String {
    let bench = harness.state_mut();
    let lane = bench.view.open().expect("an open document").model.lanes()[at].clone();
    lane_name(&bench.state, &lane)
}

/// Does what was sent, as the application would.
fn act(harness: &mut Harness<'_, Bench>) -> Vec<Command> {
    let commands = sent(harness);
    let bench = harness.state_mut();
    let document = bench.state.document().cloned();
    bench.state.browse.update(document.as_ref());
    for command in &commands {
        match command.clone() {
            Command::Browse(change) => drop(bench.state.browse.apply(change)),
            Command::Ui(command) => drop(bench.view.apply(command, &bench.state, &bench.sender)),
            _ => {}
        }
    }
    harness.run();
    commands
}

fn keys_of_lanes(harness: &mut Harness<'_, Bench>) -> Vec<LaneKey> {
    let open = harness.state_mut().view.open().expect("an open document");
    open.model.lanes().iter().map(|lane| lane.key.clone()).collect()
}

/// The name of a lane is a button in a group that has the same name.
fn click(harness: &mut Harness<'_, Bench>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run();
}

#[test]
fn a_lane_is_a_group_with_its_name_and_its_events() {
    let mut harness = rtl();
    let name = name(&mut harness, 0);
    let group = harness.get_by_role_and_label(Role::Group, &name);
    let title = super::title(1);
    assert!(group.query_by_label_contains(&title).is_some(), "its event stands in it");
    let other = super::title(4);
    assert!(group.query_by_label_contains(&other).is_none());
}

#[test]
fn a_click_on_its_name_collapses_a_lane() {
    let mut harness = rtl();
    let height = |harness: &mut Harness<'_, Bench>| scene_of(harness).lanes[0].rect.height();
    let (name, open) = (name(&mut harness, 0), height(&mut harness));
    click(&mut harness, &name);
    assert_eq!(act(&mut harness), [Command::Browse(Change::ToggleLane(ACTOR, key("USA")))]);
    assert!(height(&mut harness) < open);
    let scene = scene_of(&mut harness);
    let collapsed: Vec<_> = scene.marks.iter().filter(|mark| mark.rect.overlaps(scene.lanes[0].rect)).collect();
    assert!(collapsed.len() == 3 && collapsed.iter().all(|mark| mark.label.is_none()), "{collapsed:?}");
    let expanded = harness.get_by_role_and_label(Role::Button, &name).accesskit_node().data().is_expanded();
    assert_eq!(expanded, Some(false));
}

#[test]
fn a_drag_of_its_name_moves_a_lane() {
    let mut harness = rtl();
    let bands = scene_of(&mut harness).lanes.clone();
    let at = |harness: &Harness<'_, Bench>, lane: usize, dy: f32| {
        let center = bands[lane].header.center();
        crate::ui::timeline::screen::Screen { origin: harness.state().origin }.pos(center.x, center.y) + vec2(0.0, dy)
    };
    let (from, to) = (at(&harness, 0, 0.0), at(&harness, 2, 8.0));
    harness.hover_at(from);
    harness.drag_at(from);
    harness.run();
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
    let shown = vec![key("USA"), key("RUS"), key("VEN")];
    assert_eq!(act(&mut harness), [Command::Browse(Change::PutLane(ACTOR, key("USA"), 2, shown))]);
    assert_eq!(keys_of_lanes(&mut harness), [key("RUS"), key("VEN"), key("USA")]);
}

#[test]
fn keys_act_on_the_lane_that_has_the_focus_else_on_that_of_the_selected_event() {
    let mut harness = rtl();
    let russia = name(&mut harness, 1);
    harness.get_by_role_and_label(Role::Button, &russia).focus();
    harness.run();
    let apply = |harness: &mut Harness<'_, Bench>, command| {
        let bench = harness.state_mut();
        assert!(bench.view.apply(command, &bench.state, &bench.sender), "{command:?}");
        act(harness)
    };
    apply(&mut harness, UiCommand::LaneUp);
    assert_eq!(keys_of_lanes(&mut harness)[0], key("RUS"));
    apply(&mut harness, UiCommand::LaneDown);
    assert_eq!(keys_of_lanes(&mut harness)[1], key("RUS"));
    harness.key_press(Key::Tab);
    harness.state_mut().state.select(Some(EventId(0)));
    harness.run();
    let title = LaneTitle::Name("الولايات المتحدة".to_owned());
    let sent = apply(&mut harness, UiCommand::HideLane);
    assert_eq!(sent, [Command::Browse(Change::HideLane(ACTOR, key("USA"), title))]);
    assert!(!keys_of_lanes(&mut harness).contains(&key("USA")));
}

#[test]
fn the_menu_of_a_lane_has_its_commands() {
    for command in UiCommand::OF_LANE {
        let mut harness = rtl();
        let name = name(&mut harness, 1);
        harness.get_by_role_and_label(Role::Button, &name).click_secondary();
        harness.run();
        let text = harness.state().state.i18n.text(command.message_key());
        harness.get_by_label(&text).click();
        harness.run();
        assert_eq!(sent(&harness), [Command::Ui(command)]);
    }
}

#[test]
fn lanes_that_stand_below_are_counted_and_a_click_scrolls_to_them() {
    let mut harness = rtl();
    harness.set_size(vec2(1280.0, 210.0));
    harness.run();
    let scroll = |harness: &mut Harness<'_, Bench>| harness.state_mut().view.open().expect("an open document").lane_scroll;
    assert_eq!(scroll(&mut harness), 0.0);
    let message = |count| crate::base::Message::new("timeline-lanes-below").with("count", crate::base::Arg::Number(count));
    let said = (1..4).map(|count| harness.state().state.i18n.message(&message(count)));
    let said = said.into_iter().find(|text| harness.query_by_label(text).is_some()).expect("the lanes below are counted");
    harness.get_by_label(&said).click();
    harness.run();
    assert!(scroll(&mut harness) > 0.0);
}
