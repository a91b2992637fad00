//! Presenting as a person meets it: found by accessible names, judged by what is shown and by the commands that are sent.

use eframe::egui::{Context, Key, RawInput, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{PresentView, Presenting, Step};
use crate::base::{Arg, Language, Message};
use crate::event::EventId;
use crate::ui::command::{Command, UiCommand};
use crate::ui::testing::{self, Window};

fn presenting(language: Language) -> Harness<'static, Window> {
    let mut state = testing::state(language);
    testing::settle(&mut state);
    state.presenting = Presenting::begin(&state);
    assert!(state.presenting.is_some());
    let mut harness = Window::harness(state);
    harness.run();
    harness
}

fn step(harness: &mut Harness<'static, Window>, step: Step) {
    harness.state_mut().state.presenting.as_mut().expect("it is under way").step(step);
    harness.run();
}

fn named(harness: &Harness<'static, Window>, key: &'static str) -> String {
    harness.state().state.i18n.text(key)
}

#[test]
fn each_event_is_shown_with_its_sentence_and_its_place() {
    for language in Language::ALL {
        let mut harness = presenting(language);
        let document = testing::document();
        let mut seen = Vec::new();
        for number in 1..=document.extraction.events.len() {
            let id = harness.state().state.presenting.as_ref().and_then(Presenting::event).expect("an event");
            let event = &document.extraction.events[id.index()];
            harness.get_by_role_and_label(Role::Heading, &event.title);
            let sentence = event.mention.sentence.of(&document.article.text).trim();
            let node = harness.get_by_label(sentence);
            let trigger = event.mention.trigger.of(&document.article.text);
            assert!(node.accesskit_node().description().is_some_and(|marked| marked.contains(trigger)));
            let place = Message::new("present-place").with("at", Arg::count(number)).with("count", Arg::count(5));
            harness.get_by_label(&harness.state().state.i18n.message(&place));
            seen.push(id);
            step(&mut harness, Step::Next);
        }
        seen.sort();
        assert_eq!(seen, (0..5).map(EventId).collect::<Vec<_>>());
        assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
    }
}

#[test]
fn the_dated_come_in_the_order_of_time_and_the_others_after_them() {
    let harness = presenting(Language::Arabic);
    let order = harness.state().state.presenting.as_ref().expect("it is under way").order.clone();
    let at = |id: u32| order.iter().position(|event| *event == EventId(id)).expect("it is presented");
    assert!(at(2) < at(0), "February before March");
    assert!(at(0) < at(3), "the undated last");
}

#[test]
fn buttons_step_and_end_and_the_first_has_none_before_it() {
    for language in Language::ALL {
        let mut harness = presenting(language);
        let previous = named(&harness, "present-previous");
        assert!(harness.get_by_role_and_label(Role::Button, &previous).accesskit_node().is_disabled());
        for (key, command) in [("present-next", Command::Present(Step::Next)), ("present-end", Command::Ui(UiCommand::Present))] {
            let button = named(&harness, key);
            harness.get_by_role_and_label(Role::Button, &button).click();
            harness.run();
            assert!(harness.state().sent().contains(&command), "{key}");
        }
        step(&mut harness, Step::Last);
        let next = named(&harness, "present-next");
        assert!(harness.get_by_role_and_label(Role::Button, &next).accesskit_node().is_disabled());
        harness.get_by_role_and_label(Role::Button, &previous).click();
        harness.run();
        assert!(harness.state().sent().contains(&Command::Present(Step::Previous)));
    }
}

#[test]
fn a_presenter_in_the_hand_steps() {
    let mut harness = presenting(Language::English);
    harness.key_press(Key::PageDown);
    harness.run();
    harness.key_press(Key::PageUp);
    harness.run();
    let sent = harness.state().sent();
    assert!(sent.contains(&Command::Present(Step::Next)) && sent.contains(&Command::Present(Step::Previous)));
}

#[test]
fn the_next_way_stands_where_reading_goes_on() {
    for (language, is_left) in [(Language::Arabic, true), (Language::English, false)] {
        let harness = presenting(language);
        let next = named(&harness, "present-next");
        let x = harness.get_by_role_and_label(Role::Button, &next).rect().center().x;
        assert_eq!(x < 640.0, is_left, "{language:?}");
    }
}

#[test]
fn another_event_appears_in_a_moment_and_at_once_where_motion_is_reduced() {
    for is_reduced in [true, false] {
        let (ctx, mut view) = (Context::default(), PresentView::default());
        let mut opacity = |event: u32, time: f64| {
            let mut opacity = 0.0;
            let input = RawInput { time: Some(time), ..RawInput::default() };
            let mut output = ctx.run_ui(input, |ui| opacity = view.opacity(ui, EventId(event), is_reduced));
            output.textures_delta.clear();
            opacity
        };
        assert_eq!(opacity(0, 1.0), 1.0, "the first one is there");
        let moments = [opacity(1, 2.0), opacity(1, 2.09), opacity(1, 2.2)];
        if is_reduced {
            assert_eq!(moments, [1.0; 3]);
        } else {
            assert!(moments[0] < 0.1 && (0.3..0.7).contains(&moments[1]) && moments[2] == 1.0, "{moments:?}");
        }
    }
}
