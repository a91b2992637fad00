//! The menu of what can be asked for: the kinds, actors and places of the article, each with its number of events.

use std::collections::BTreeMap;

use eframe::egui::{PopupCloseBehavior, ScrollArea, Ui};

use super::words::{aspect_key, condition_name, condition_text};
use crate::base::theme::size;
use crate::event::{Certainty, Event, EventKind, Modality};
use crate::timeline::filter::{Aspect, Condition, Who};
use crate::ui::browse::Change;
use crate::ui::button::Button;
use crate::ui::command::{Command, CommandSender};
use crate::ui::direction::{column, menu_under, stable_id};
use crate::ui::label;
use crate::ui::look::Look;
use crate::ui::state::{AppState, Document};
use crate::ui::theme::kind_color;

const WIDTH: f32 = 280.0;
const HEIGHT: f32 = 420.0;
/// Of names only the most frequent ones are offered; the card and the lanes have the others.
const MOST_NAMES: usize = 12;

/// What stands on the button.
#[must_use]
pub fn menu_text(state: &AppState) -> String {
    format!("{} ▾", state.i18n.text("filter-menu"))
}

/// What the open menu offers, and of which document: counted once.
#[derive(Debug, Default)]
pub struct FilterMenuView(Option<((u64, u64), Vec<Choices>)>);

/// What can be asked for in one aspect, with the number of events of each.
type Choices = (Aspect, Vec<(Condition, usize)>);

impl FilterMenuView {
    fn choices(&mut self, document: &Document) -> &[Choices] {
        let now = (document.generation, document.edition);
        if self.0.as_ref().is_none_or(|(counted, _)| *counted != now) {
            self.0 = Some((now, choices(&document.extraction.events)));
        }
        self.0.as_ref().map_or(&[], |(_, choices)| choices.as_slice())
    }
}

/// The button, and the menu that it opens; a choice leaves it open for the next one.
pub fn filter_menu_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender, view: &mut FilterMenuView) {
    let look = Look::of(state);
    let text = menu_text(state);
    let is_on = !state.browse.filter().is_empty();
    let button = Button::outlined(&text).selected(is_on).with_id(stable_id("filter-menu")).show(ui, look);
    menu_under(&button, look.direction).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(WIDTH).show(|ui| {
        ui.set_width(WIDTH);
        ScrollArea::vertical().min_scrolled_height(HEIGHT).max_height(HEIGHT).show(ui, |ui| {
            ui.with_layout(column(look.direction), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (aspect, choices) in view.choices(document) {
                    aspect_ui(ui, state, commands, *aspect, choices);
                }
            });
        });
    });
}

fn aspect_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, aspect: Aspect, choices: &[(Condition, usize)]) {
    let look = Look::of(state);
    if choices.is_empty() {
        return;
    }
    ui.add_space(size::GRID);
    label::line(ui, &state.i18n.text(aspect_key(aspect)), look.small_muted());
    for (condition, count) in choices {
        let is_chosen = state.browse.filter().has(condition);
        let name = condition_name(&state.i18n, condition, is_chosen);
        let sign = if is_chosen { "✓ " } else { "" };
        let text = format!("{sign}{}", condition_text(&state.i18n, condition));
        let count = state.i18n.count(*count);
        let mut entry = Button::entry(&text).named(&name).with_aside(&count).selected(is_chosen).at_most(WIDTH - 48.0);
        if let Condition::Kind(kind) = condition {
            entry = entry.colored(kind_color(look.palette, *kind));
        }
        if entry.show(ui, look).clicked() {
            commands.send(Command::Browse(Change::Toggle(condition.clone())));
        }
    }
}

/// What the events offer, by aspect: kinds and names by frequency, degrees in their own order.
fn choices(events: &[Event]) -> Vec<Choices> {
    let count = |holds: &dyn Fn(&Event) -> bool| events.iter().filter(|event| holds(event)).count();
    let kinds = EventKind::ALL.map(|kind| (Condition::Kind(kind), count(&|event| event.kind == kind)));
    let certainties =
        [Certainty::Exact, Certainty::Bounded, Certainty::OneSided, Certainty::Ongoing, Certainty::Ordered, Certainty::Undated]
            .map(|certainty| (Condition::Certainty(certainty), count(&|event| event.when.certainty == certainty)));
    let modalities = [Modality::Asserted, Modality::Reported, Modality::Denied, Modality::Planned, Modality::Cancelled]
        .map(|modality| (Condition::Modality(modality), count(&|event| event.modality == modality)));
    vec![
        (Aspect::Kind, by_frequency(kinds.into())),
        (Aspect::Actor, by_frequency(actors(events))),
        (Aspect::Place, by_frequency(places(events))),
        (Aspect::Certainty, occurring(certainties.into())),
        (Aspect::Modality, occurring(modalities.into())),
    ]
}

fn occurring(mut choices: Vec<(Condition, usize)>) -> Vec<(Condition, usize)> {
    choices.retain(|(_, count)| *count > 0);
    choices
}

fn by_frequency(choices: Vec<(Condition, usize)>) -> Vec<(Condition, usize)> {
    let mut choices = occurring(choices);
    choices.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    choices
}

/// Each actor once, by the name that is met first, with the number of its events.
fn actors(events: &[Event]) -> Vec<(Condition, usize)> {
    let mut counts: BTreeMap<(Option<&str>, &str), (usize, Who)> = BTreeMap::new();
    for event in events {
        let mut of_event: Vec<(Option<&str>, &str)> = Vec::new();
        for actor in &event.actors {
            let id = actor.id.as_deref();
            let key = (id, if id.is_some() { "" } else { actor.name.as_str() });
            if !of_event.contains(&key) {
                of_event.push(key);
                counts.entry(key).or_insert_with(|| (0, Who::of(actor))).0 += 1;
            }
        }
    }
    most_frequent(counts.into_values().map(|(count, who)| (Condition::Actor(who), count)).collect())
}

fn places(events: &[Event]) -> Vec<(Condition, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for event in events {
        let mut names: Vec<&str> = event.places.iter().map(|place| place.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            *counts.entry(name).or_default() += 1;
        }
    }
    most_frequent(counts.into_iter().map(|(name, count)| (Condition::Place(name.to_owned()), count)).collect())
}

fn most_frequent(mut names: Vec<(Condition, usize)>) -> Vec<(Condition, usize)> {
    names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    names.truncate(MOST_NAMES);
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Filter;
    use crate::timeline::sample::{article, at, by, on};

    #[test]
    fn each_choice_passes_as_many_events_as_it_says() {
        let mut events = article().events;
        events.push(at(at(by(on("2025-01-01"), EventKind::Aid, "موسكو", Some("RUS")), "حلب"), "حلب"));
        let mut n_choices = 0;
        for (aspect, choices) in choices(&events) {
            for (condition, count) in choices {
                assert_eq!(condition.aspect(), aspect);
                let mut filter = Filter::default();
                filter.toggle(condition.clone());
                assert_eq!(filter.sift(&events).n_passed, count, "{condition:?}");
                n_choices += 1;
            }
        }
        assert!(n_choices > 15, "{n_choices}");
    }

    #[test]
    fn the_most_frequent_come_first_and_no_name_twice() {
        let all = choices(&article().events);
        let (_, actors) = &all[1];
        let names: Vec<&Condition> = actors.iter().map(|(condition, _)| condition).collect();
        assert_eq!(names.len(), 3);
        assert!(actors.windows(2).all(|pair| pair[0].1 >= pair[1].1), "{actors:?}");
    }
}
