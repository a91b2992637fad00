//! Chips of the card, of the bar and of the menu: found by their names, judged by the commands they send.

use eframe::egui::accesskit::Toggled;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::condition_name;
use crate::base::Language;
use crate::event::{Certainty, EventId, EventKind, Mention, Modality};
use crate::timeline::filter::{Condition, Who};
use crate::timeline::{LaneKey, LaneTitle, Others};
use crate::ui::browse::Change;
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::{AppState, LaneGrouping};
use crate::ui::testing::{self, Window};

fn window(language: Language) -> Harness<'static, Window> {
    let mut state = testing::state(language);
    state.select(Some(EventId(0)));
    harness(state)
}

fn harness(mut state: AppState) -> Harness<'static, Window> {
    state.update_browse();
    let mut harness = Window::harness(state);
    harness.run();
    harness
}

/// What was sent, hovering left out, and done.
fn done(harness: &mut Harness<'static, Window>) -> Vec<Command> {
    let sent: Vec<Command> = harness.state().sent().into_iter().filter(|command| !matches!(command, Command::Hover(_))).collect();
    for command in &sent {
        if let Command::Browse(change) = command.clone() {
            harness.state_mut().state.browse.apply(change);
        }
    }
    harness.run();
    sent
}

fn click(harness: &mut Harness<'static, Window>, name: &str) -> Vec<Command> {
    harness.get_by_label(name).click();
    harness.run();
    done(harness)
}

fn toggle(condition: &Condition) -> Vec<Command> {
    vec![Command::Browse(Change::Toggle(condition.clone()))]
}

#[test]
fn chips_of_the_card_filter_by_what_they_name() {
    for language in Language::ALL {
        let mut harness = window(language);
        let event = testing::document().extraction.events[0].clone();
        let mut conditions = vec![Condition::Kind(event.kind), Condition::Certainty(Certainty::Exact)];
        conditions.extend(event.actors.iter().map(|actor| Condition::Actor(Who::of(actor))));
        conditions.extend(event.places.iter().map(|place| Condition::Place(place.name.clone())));
        for condition in conditions {
            let name = condition_name(&harness.state().state.i18n, &condition, false);
            assert_eq!(harness.get_by_label(&name).accesskit_node().toggled(), Some(Toggled::False), "{name}");
            assert_eq!(click(&mut harness, &name), toggle(&condition), "{name}");
            let taken_off = condition_name(&harness.state().state.i18n, &condition, true);
            let chips = harness.get_all_by_label(&taken_off).map(|chip| chip.accesskit_node().toggled());
            assert_eq!(chips.collect::<Vec<_>>(), [Some(Toggled::True); 2], "on the card and in the bar: {taken_off}");
        }
    }
}

#[test]
fn chips_of_the_bar_are_taken_off_one_by_one() {
    let mut harness = window(Language::Arabic);
    harness.state_mut().state.select(None);
    let conditions = [Condition::Kind(EventKind::Protest), Condition::Modality(Modality::Planned)];
    for condition in &conditions {
        harness.state_mut().state.browse.apply(Change::Toggle(condition.clone()));
    }
    harness.run();
    for condition in &conditions {
        let name = condition_name(&harness.state().state.i18n, condition, true);
        assert_eq!(click(&mut harness, &name), toggle(condition));
        assert!(harness.query_by_label(&name).is_none());
    }
}

#[test]
fn the_bar_hides_the_others_and_clears_all() {
    for language in Language::ALL {
        let mut harness = window(language);
        harness.state_mut().state.browse.apply(Change::Toggle(Condition::Kind(EventKind::Protest)));
        harness.run();
        let text = |harness: &Harness<'static, Window>, key| harness.state().state.i18n.text(key);
        let hide = text(&harness, "filter-hide-others");
        assert_eq!(click(&mut harness, &hide), [Command::Browse(Change::SetOthers(Others::Hidden))]);
        let dim = text(&harness, "filter-dim-others");
        harness.get_by_label(&dim);
        let clear = text(&harness, UiCommand::ClearFilter.message_key());
        assert_eq!(click(&mut harness, &clear), [Command::Ui(UiCommand::ClearFilter)]);
    }
}

#[test]
fn a_hidden_lane_is_a_chip_that_shows_it_again() {
    let mut harness = window(Language::Arabic);
    let key = LaneKey::Name("إدارة الميناء".to_owned());
    let title = LaneTitle::Name("إدارة الميناء".to_owned());
    harness.state_mut().state.browse.apply(Change::HideLane(LaneGrouping::Actor, key.clone(), title));
    harness.run();
    let message = crate::base::Message::new("filter-show-lane").with_text("lane", "إدارة الميناء");
    let name = harness.state().state.i18n.message(&message);
    assert_eq!(click(&mut harness, &name), [Command::Browse(Change::ShowLane(LaneGrouping::Actor, key))]);
    assert!(harness.query_by_label(&name).is_none());
}

#[test]
fn the_menu_offers_what_the_article_has_and_stays_open() {
    let mut harness = window(Language::English);
    harness.state_mut().state.select(None);
    harness.run();
    let menu = super::menu_text(&harness.state().state);
    click(&mut harness, &menu);
    for condition in [Condition::Kind(EventKind::Protest), Condition::Kind(EventKind::Agree)] {
        let name = condition_name(&harness.state().state.i18n, &condition, false);
        assert_eq!(click(&mut harness, &name), toggle(&condition));
    }
    let absent = condition_name(&harness.state().state.i18n, &Condition::Kind(EventKind::Assault), false);
    assert!(harness.query_by_label(&absent).is_none());
}

#[test]
fn a_mention_leads_to_its_sentence() {
    let mut document = testing::document();
    let headline = document.extraction.events[4].mention;
    let mention = Mention { sentence: crate::article::paragraphs(&document.article.text)[0], ..headline };
    document.extraction.events[0].other_mentions = vec![mention];
    let mut state = testing::empty_state(Language::Arabic);
    testing::show(&mut state, std::sync::Arc::new(document));
    state.select(Some(EventId(0)));
    let mut harness = harness(state);
    let words = mention.sentence.of(&testing::document().article.text).trim().to_owned();
    harness.get_by_role_and_label(eframe::egui::Role::Link, &words).click();
    harness.run();
    assert_eq!(done(&mut harness), [Command::Browse(Change::Visit(mention.sentence))]);
    assert_eq!(harness.state().state.browse.visited().number, 1);
}

#[test]
fn an_event_that_was_not_asked_for_says_so_and_is_gone_where_others_are_hidden() {
    let mut harness = window(Language::Arabic);
    harness.state_mut().state.select(None);
    harness.state_mut().state.browse.apply(Change::Toggle(Condition::Kind(EventKind::Protest)));
    harness.run();
    let said = harness.state().state.i18n.text("filter-not-passed");
    assert_eq!(harness.get_all_by_label_contains(&said).count(), 4);
    harness.state_mut().state.browse.apply(Change::SetOthers(Others::Hidden));
    harness.run();
    assert_eq!(harness.query_all_by_label_contains(&said).count(), 0);
    let strike = testing::document().extraction.events[2].title.clone();
    harness.get_by_label_contains(&strike);
}
