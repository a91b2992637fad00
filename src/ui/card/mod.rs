//! The card of the selected event: when, what, who, where, and why it stands where it stands.

mod related;
mod why;

use eframe::egui::{Align, Role, ScrollArea, Stroke, Ui, WidgetInfo, vec2};

use self::related::{Relation, related};
use super::browse::Change;
use super::button::Button;
use super::command::{Command, CommandSender};
use super::direction::{column, row_start_to_end, stable_id, wrapped_row};
use super::event_menu::event_menu_button_ui;
use super::filter::{condition_name, condition_text};
use super::label;
use super::look::Look;
use super::state::{AppState, Document};
use super::theme::{color, kind_color};
use crate::base::theme::size;
use crate::base::{Arg, Message};
use crate::event::{Actor, ActorRole, Certainty, Event, EventId, Modality};
use crate::timeline::filter::{Condition, Who};

/// The width of the card in points, before it is moved.
pub const WIDTH: f32 = 420.0;

const KEY_COLUMN: f32 = 64.0;
const MENU_BUTTON: f32 = 36.0;

/// Shows the card of the selected event, or how to select one.
pub fn card_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender) {
    let look = Look::of(state);
    let selected = state.selected().and_then(|id| Some((id, document.extraction.event(id)?)));
    let Some((id, event)) = selected else { return nothing_ui(ui, state, document) };
    ScrollArea::vertical().id_salt(("card", document.generation, id)).auto_shrink(false).show(ui, |ui| {
        ui.with_layout(column(look.direction), |ui| {
            ui.spacing_mut().item_spacing = vec2(size::GRID * 2.0, size::GRID * 1.5);
            title_ui(ui, state, commands, event);
            ui.add_space(size::GRID);
            facts_ui(ui, state, document, commands, event);
            ui.add_space(size::GRID);
            separator(ui, look);
            why::why_ui(ui, state, document, event);
            related_ui(ui, state, document, commands, id);
        });
    });
}

/// The title, and at its end what can be done with the event.
fn title_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, event: &Event) {
    let look = Look::of(state);
    let row = row_start_to_end(look.direction).with_cross_align(Align::Min);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), row, |ui| {
        let room = ui.available_width() - MENU_BUTTON - ui.spacing().item_spacing.x;
        ui.allocate_ui_with_layout(vec2(room, 0.0), column(look.direction), |ui| {
            let title = label::wrapped_words(ui, &event.title, look.heading(), look);
            title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &event.title));
        });
        event_menu_button_ui(ui, state, commands, event);
    });
}

fn nothing_ui(ui: &mut Ui, state: &AppState, document: &Document) {
    let look = Look::of(state);
    let (title, hint) = if document.is_pending {
        ("card-pending", "card-pending-hint")
    } else if document.extraction.events.is_empty() {
        ("card-no-events", "card-no-events-hint")
    } else {
        ("card-empty", "card-empty-hint")
    };
    ui.with_layout(column(look.direction), |ui| {
        label::wrapped(ui, &state.i18n.text(title), look.heading(), look);
        label::wrapped(ui, &state.i18n.text(hint), look.muted(), look);
    });
}

fn separator(ui: &mut Ui, look: Look) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), eframe::egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, color(look.palette.line)));
}

fn facts_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender, event: &Event) {
    fact(ui, state, "card-when", |ui| when_ui(ui, state, commands, event));
    if let Some(words) = hijri_words(state, event) {
        fact(ui, state, "card-hijri", |ui| hijri_ui(ui, state, &words));
    }
    fact(ui, state, "card-kind", |ui| {
        chip_ui(ui, state, commands, Condition::Kind(event.kind), 0);
        label::line(ui, event.kind.as_str(), Look::of(state).small_muted());
    });
    if !event.actors.is_empty() {
        fact(ui, state, "card-actors", |ui| actors_ui(ui, state, commands, &event.actors));
    }
    if !event.places.is_empty() {
        fact(ui, state, "card-places", |ui| {
            for (number, place) in event.places.iter().enumerate() {
                chip_ui(ui, state, commands, Condition::Place(place.name.clone()), number);
            }
        });
    }
    if event.modality != Modality::Asserted {
        fact(ui, state, "card-modality", |ui| chip_ui(ui, state, commands, Condition::Modality(event.modality), 0));
    }
    if !event.other_mentions.is_empty() {
        fact(ui, state, "card-mentions", |ui| mentions_ui(ui, state, document, commands, event));
    }
}

/// Something that events can be asked for; `number` tells it from others of its aspect.
fn chip_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, condition: Condition, number: usize) {
    let look = Look::of(state);
    let is_chosen = state.browse.filter().has(&condition);
    let name = condition_name(&state.i18n, &condition, is_chosen);
    let sign = if is_chosen { "✓ " } else { "" };
    let text = format!("{sign}{}", condition_text(&state.i18n, &condition));
    let id = stable_id("card-chip").with((condition.aspect() as u8, number));
    let mut chip = Button::chip(&text).named(&name).selected(is_chosen).at_most(ui.max_rect().width()).with_id(id);
    match condition {
        Condition::Kind(kind) => chip = chip.colored(kind_color(look.palette, kind)),
        Condition::Actor(_) | Condition::Place(_) => chip = chip.of_article(),
        _ => {}
    }
    if chip.show(ui, look).clicked() {
        commands.send(Command::Browse(Change::Toggle(condition)));
    }
}

/// Where else the event is told: the beginning of each sentence, which leads there.
fn mentions_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender, event: &Event) {
    let look = Look::of(state);
    let room = ui.available_width();
    for (number, mention) in event.other_mentions.iter().enumerate() {
        let words = mention.sentence.of(&document.article.text).trim();
        let id = stable_id("mention").with(number);
        if Button::link(words).of_article().at_most(room).with_id(id).show(ui, look).clicked() {
            commands.send(Command::Browse(Change::Visit(mention.sentence)));
        }
    }
}

/// A row: what is said in the narrow column, then the answer in as many lines as it takes.
/// A name and what is to be said of it, side by side.
pub(super) fn fact(ui: &mut Ui, state: &AppState, key: &'static str, answer: impl FnOnce(&mut Ui)) {
    let look = Look::of(state);
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, size::GRID * 6.0), row_start_to_end(look.direction), |ui| {
        ui.set_min_height(size::GRID * 6.0);
        let name = state.i18n.text(key);
        ui.allocate_ui_with_layout(vec2(KEY_COLUMN, size::GRID * 6.0), row_start_to_end(look.direction), |ui| {
            ui.set_min_width(KEY_COLUMN);
            label::elided(ui, &name, look.small_muted(), KEY_COLUMN);
        });
        let room = vec2(ui.available_width(), size::GRID * 6.0);
        ui.allocate_ui_with_layout(room, wrapped_row(look.direction), |ui| {
            ui.spacing_mut().item_spacing = vec2(size::GRID * 1.5, size::GRID);
            answer(ui);
        });
    });
}

fn when_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, event: &Event) {
    let look = Look::of(state);
    let words = state.i18n.message(&when_message(event));
    label::elided(ui, &words, look.strong(), ui.available_width());
    chip_ui(ui, state, commands, Condition::Certainty(event.when.certainty), 0);
}

/// When it happened, in the Hijri calendar, where that is shown: of what goes on, when it began.
#[must_use]
pub fn hijri_words(state: &AppState, event: &Event) -> Option<String> {
    let when = &event.when;
    let bounds = match when.certainty {
        Certainty::Ongoing => when.begin?,
        // Its only bound is the day of publication, which says nothing of its own.
        Certainty::Undated => return None,
        Certainty::Exact | Certainty::Bounded | Certainty::OneSided | Certainty::Ordered => when.bounds,
    };
    state.i18n.hijri_bounds(bounds).filter(|_| state.has_hijri)
}

/// The same in the Hijri calendar: sighting the moon may have put it a day off.
fn hijri_ui(ui: &mut Ui, state: &AppState, words: &str) {
    let look = Look::of(state);
    label::elided(ui, words, look.body(), ui.available_width());
    let vague = Message::new("card-hijri-vague").with("days", Arg::Number(1));
    label::line(ui, &state.i18n.message(&vague), look.small_muted());
}

/// When it happened, in words that are no surer than the text.
#[must_use]
pub fn when_message(event: &Event) -> Message {
    let when = &event.when;
    let nothing = when.bounds.earliest.is_none() && when.bounds.latest.is_none();
    match when.certainty {
        Certainty::Ongoing => match when.begin.filter(|begin| begin.earliest.is_some() || begin.latest.is_some()) {
            Some(begin) => Message::new("card-when-ongoing-since").with("bounds", Arg::Bounds(begin)),
            None => Message::new("card-when-ongoing"),
        },
        Certainty::Undated | Certainty::Ordered if nothing => Message::new("card-when-unknown"),
        Certainty::Exact | Certainty::Bounded | Certainty::OneSided | Certainty::Ordered | Certainty::Undated => {
            Message::new("card-when-bounds").with("bounds", Arg::Bounds(when.bounds))
        }
    }
}

/// Those who do it, «على», those to whom it is done, «مع» those who take part.
fn actors_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, actors: &[Actor]) {
    let look = Look::of(state);
    let mut before = false;
    for (role, link) in [
        (ActorRole::Source, "card-actors-and"),
        (ActorRole::Participant, "card-actors-with"),
        (ActorRole::Target, "card-actors-on"),
    ] {
        let mut those = actors.iter().enumerate().filter(|(_, actor)| actor.role == role).peekable();
        if those.peek().is_none() {
            continue;
        }
        if before || role == ActorRole::Target {
            label::line(ui, &state.i18n.text(link), look.small_muted());
        }
        for (number, actor) in those {
            chip_ui(ui, state, commands, Condition::Actor(Who::of(actor)), number);
        }
        before = true;
    }
}

/// Links to the events before, beside and after this one.
fn related_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender, id: EventId) {
    let look = Look::of(state);
    let related = related(&document.extraction, id);
    for relation in [Relation::Before, Relation::Same, Relation::After] {
        let those: Vec<EventId> = related.iter().filter(|(other, _)| *other == relation).map(|(_, id)| *id).collect();
        if those.is_empty() {
            continue;
        }
        fact(ui, state, relation.message_key(), |ui| {
            let room = ui.available_width();
            for id in those {
                let Some(event) = document.extraction.event(id) else { continue };
                let link = Button::link(&event.title).of_article().at_most(room).with_id(stable_id("related").with(id));
                if link.show(ui, look).clicked() {
                    commands.send(Command::Select(Some(id)));
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing;

    #[test]
    fn an_undated_event_is_given_no_date() {
        let document = testing::document();
        let mut event = document.extraction.events[0].clone();
        event.when.certainty = Certainty::Undated;
        event.when.bounds = crate::base::Bounds::UNKNOWN;
        assert_eq!(when_message(&event).key, "card-when-unknown");
        event.when.certainty = Certainty::Ongoing;
        event.when.begin = None;
        assert_eq!(when_message(&event), Message::new("card-when-ongoing"));
    }
}
