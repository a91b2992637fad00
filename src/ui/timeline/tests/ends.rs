//! The ends of the selected event: by hand, by keys, by a screen reader.

use eframe::egui::accesskit::{Action, ActionRequest, TreeId};
use eframe::egui::{Event as Input, Key, Pos2, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Bench, bench, drag, harness, scale_of, sent, title};
use crate::base::{Bounds, Direction, Language, Moment};
use crate::event::edit::{Value, WrittenWhen};
use crate::event::{Certainty, EventId};
use crate::timeline::End;
use crate::timeline::sample::{article, moment};
use crate::ui::command::{Command, UiCommand};
use crate::ui::timeline::screen::points;
use crate::ui::work::Change;

const DIRECTIONS: [Direction; 2] = [Direction::RightToLeft, Direction::LeftToRight];
/// From September to November 2025, in the sample.
const BOUNDED: EventId = EventId(1);

fn selected(time: Direction, event: EventId) -> Harness<'static, Bench> {
    let mut bench = bench(article(), Language::Arabic, time);
    bench.state.select(Some(event));
    harness(bench)
}

fn name(harness: &Harness<'_, Bench>, end: End) -> String {
    harness.state().state.i18n.text(end.message_key())
}

fn grip(harness: &Harness<'_, Bench>, end: End) -> Pos2 {
    harness.get_by_role_and_label(Role::Slider, &name(harness, end)).rect().center()
}

fn value(harness: &Harness<'_, Bench>, end: End) -> Option<String> {
    harness.get_by_role_and_label(Role::Slider, &name(harness, end)).accesskit_node().value()
}

fn bounds() -> Bounds {
    article().events[BOUNDED.index()].when.bounds
}

/// How far a hand has to go from one time to another.
fn way(harness: &Harness<'_, Bench>, from: Moment, to: Moment) -> f32 {
    let scale = scale_of(harness);
    points(scale.x_of(to.start()) - scale.x_of(from.start()))
}

fn set(bounds: Bounds) -> Command {
    Command::Edit(Change::Set(BOUNDED, Value::When(WrittenWhen { words: String::new(), bounds })))
}

#[test]
fn an_end_is_dragged_to_another_day_and_is_one_edit() {
    for time in DIRECTIONS {
        let mut harness = selected(time, BOUNDED);
        let to = moment("2025-09-21");
        let from = grip(&harness, End::Earliest);
        let by = way(&harness, moment("2025-09-01"), to);
        drag(&mut harness, from, from + vec2(by, 0.0));
        assert_eq!(sent(&harness), [set(Bounds { earliest: Some(to), ..bounds() })], "{time:?}");
        let from = grip(&harness, End::Latest);
        let by = way(&harness, moment("2025-11-01"), moment("2025-10-21"));
        drag(&mut harness, from, from + vec2(by, 40.0));
        assert_eq!(sent(&harness), [set(Bounds { latest: Some(moment("2025-10-21")), ..bounds() })], "{time:?}");
    }
}

#[test]
fn what_would_become_of_it_is_said_meanwhile_with_the_sentence_and_escape_gives_it_up() {
    let mut harness = selected(Direction::RightToLeft, BOUNDED);
    let before = value(&harness, End::Earliest);
    let from = grip(&harness, End::Earliest);
    let by = way(&harness, moment("2025-09-01"), moment("2025-09-21"));
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from + vec2(by, 0.0));
    harness.run();
    let during = value(&harness, End::Earliest).expect("a date");
    assert_ne!(Some(&during), before.as_ref());
    assert_eq!(during, harness.state().state.i18n.moment(moment("2025-09-21")));
    assert!(harness.state_mut().view.let_go_of_end());
    harness.drop_at(from + vec2(by, 0.0));
    harness.run();
    assert_eq!((sent(&harness), value(&harness, End::Earliest)), (Vec::new(), before));
    assert!(!harness.state_mut().view.let_go_of_end());
}

#[test]
fn arrows_move_an_end_by_days_towards_where_they_point_and_enter_sets_it() {
    for time in DIRECTIONS {
        for end in End::BOTH {
            let mut harness = selected(time, BOUNDED);
            let name = name(&harness, end);
            harness.get_by_role_and_label(Role::Slider, &name).focus();
            harness.run();
            let earlier = if time.is_rtl() { UiCommand::SelectRight } else { UiCommand::SelectLeft };
            for _ in 0..3 {
                let bench = harness.state_mut();
                assert!(bench.view.apply(earlier, &bench.state, &bench.sender));
                harness.run();
            }
            assert_eq!(sent(&harness), [], "not before it is set");
            harness.key_press(Key::Enter);
            harness.run();
            assert_eq!(sent(&harness), [set(end.later(bounds(), -3))], "{time:?} {end:?}");
        }
    }
}

#[test]
fn going_elsewhere_sets_what_the_keys_moved_and_without_focus_arrows_select() {
    let mut harness = selected(Direction::RightToLeft, BOUNDED);
    let name = name(&harness, End::Latest);
    harness.get_by_role_and_label(Role::Slider, &name).focus();
    harness.run();
    let bench = harness.state_mut();
    bench.view.apply(UiCommand::SelectLeft, &bench.state, &bench.sender);
    harness.run();
    harness.get_by_label_contains(&title(3)).focus();
    harness.run();
    assert_eq!(sent(&harness), [set(End::Latest.later(bounds(), 1))]);
    let bench = harness.state_mut();
    bench.view.apply(UiCommand::SelectFirst, &bench.state, &bench.sender);
    assert_eq!(sent(&harness), [Command::Select(Some(EventId(0)))]);
}

#[test]
fn a_screen_reader_moves_an_end_and_reads_its_date() {
    let mut harness = selected(Direction::RightToLeft, BOUNDED);
    let date = harness.state().state.i18n.moment(moment("2025-09-01"));
    assert_eq!(value(&harness, End::Earliest), Some(date));
    let target_node = harness.get_by_role_and_label(Role::Slider, &name(&harness, End::Earliest)).accesskit_node().locate().0;
    for (action, days) in [(Action::Increment, 1), (Action::Decrement, -1)] {
        let request = ActionRequest { action, target_tree: TreeId::ROOT, target_node, data: None };
        harness.event(Input::AccessKitActionRequest(request));
        harness.run();
        assert_eq!(sent(&harness), [set(End::Earliest.later(bounds(), days))]);
    }
}

#[test]
fn what_has_no_ends_has_no_grips_and_neither_has_an_event_that_is_not_selected() {
    let certainties = article().events.iter().map(|event| event.when.certainty).collect::<Vec<_>>();
    for (index, certainty) in certainties.into_iter().enumerate() {
        let id = EventId(u32::try_from(index).expect("a small index"));
        let harness = selected(Direction::RightToLeft, id);
        let count = End::BOTH.into_iter().filter(|end| harness.query_by_label(&name(&harness, *end)).is_some()).count();
        let has_ends = matches!(certainty, Certainty::Exact | Certainty::Bounded | Certainty::OneSided);
        assert_eq!(count, if has_ends { 2 } else { 0 }, "{index} {certainty:?}");
    }
    let harness = harness(bench(article(), Language::Arabic, Direction::RightToLeft));
    assert!(harness.query_by_label(&name(&harness, End::Latest)).is_none());
}

#[test]
fn what_must_not_be_edited_has_no_grips() {
    let mut harness = selected(Direction::RightToLeft, BOUNDED);
    harness.state_mut().state.tabs.active_mut().expect("a tab").work.is_read_only = true;
    harness.run();
    assert!(harness.query_by_label(&name(&harness, End::Latest)).is_none());
}
