//! The event that is presented: when, what, who and where; its sentence is in `sentence`.

use eframe::egui::{CentralPanel, CornerRadius, Key, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::sentence::sentence_ui;
use super::{Presenting, Step};
use crate::base::theme::size;
use crate::base::{Arg, Message};
use crate::event::{Event, EventId};
use crate::i18n::isolated;
use crate::text::egui::TextStyle;
use crate::ui::button::Button;
use crate::ui::command::{Command, CommandSender, UiCommand};
use crate::ui::direction::{column, row_in_column, row_start_to_end, stable_id};
use crate::ui::label;
use crate::ui::look::Look;
use crate::ui::state::{AppState, Document};
use crate::ui::theme::color;

const MARGIN: f32 = 32.0;
/// The widest column of words in points: lines that are longer are hard to follow.
const WIDTH: f32 = 1040.0;
const BAR: f32 = 40.0;
const WHEN: f32 = 24.0;
const TITLE: f32 = 40.0;
const FACTS: f32 = 18.0;
/// The share of the height that the sentence may take.
const SENTENCE_SHARE: f32 = 0.42;
/// How long an event takes to appear, in seconds.
const FADE: f64 = 0.18;
const PROGRESS: f32 = 3.0;

/// What is remembered between frames.
#[derive(Debug, Default)]
pub struct PresentView {
    /// The event that is shown, and since when.
    shown: Option<(EventId, f64)>,
}

/// Shows the event that is presented over all of the window.
pub fn present_ui(ui: &mut Ui, state: &AppState, presenting: &Presenting, commands: &CommandSender, view: &mut PresentView) {
    let look = Look::of(state);
    keys(ui, commands);
    let ground = look.panel(look.palette.paper, 32, 24);
    CentralPanel::no_frame().frame(ground).show(ui, |ui| {
        ui.with_layout(column(look.direction), |ui| {
            bar_ui(ui, state, presenting, commands);
            let room = ui.available_height() - BAR - PROGRESS - size::GRID * 6.0;
            let event = presenting.event().zip(state.document());
            let event = event.and_then(|(id, document)| Some((id, document, document.extraction.event(id)?)));
            ui.allocate_ui(vec2(ui.available_width(), room), |ui| {
                ui.set_min_height(room);
                if let Some((id, document, event)) = event {
                    let opacity = view.opacity(ui, id, state.is_motion_reduced);
                    ui.scope(|ui| {
                        ui.multiply_opacity(opacity);
                        event_ui(ui, state, document, id, event);
                    });
                }
            });
            progress_ui(ui, look, presenting);
            steps_ui(ui, state, presenting, commands);
        });
    });
}

/// The keys of a presenter in the hand, which the list of commands has no use for.
fn keys(ui: &Ui, commands: &CommandSender) {
    for (key, step) in [(Key::PageDown, Step::Next), (Key::PageUp, Step::Previous)] {
        if ui.input(|input| input.key_pressed(key)) {
            commands.send(Command::Present(step));
        }
    }
}

impl PresentView {
    /// How much of an event can be seen: all of it after a moment, at once where nothing is to move.
    pub(super) fn opacity(&mut self, ui: &Ui, event: EventId, is_motion_reduced: bool) -> f32 {
        let now = ui.input(|input| input.time);
        let since = match self.shown {
            Some((known, since)) if known == event => since,
            // What is there when presenting begins need not appear.
            known => {
                let since = if known.is_none() || is_motion_reduced { now - FADE } else { now };
                self.shown = Some((event, since));
                since
            }
        };
        let part = ((now - since) / FADE).clamp(0.0, 1.0);
        if part >= 1.0 {
            return 1.0;
        }
        ui.ctx().request_repaint();
        part_of_one(part)
    }

    /// Forgets what was shown: the next presentation begins at once.
    pub fn end(&mut self) {
        self.shown = None;
    }
}

#[expect(clippy::cast_possible_truncation, reason = "from 0 to 1, for painting")]
fn part_of_one(part: f64) -> f32 {
    part as f32
}

/// The title of the article, the place among the events, and the way out.
fn bar_ui(ui: &mut Ui, state: &AppState, presenting: &Presenting, commands: &CommandSender) {
    let look = Look::of(state);
    let (at, count) = presenting.place();
    let number = |number: usize| Arg::count(number);
    let place = state.i18n.message(&Message::new("present-place").with("at", number(at)).with("count", number(count)));
    let end = state.i18n.text("present-end");
    row_in_column(ui, look.direction, BAR, |ui| {
        let button = Button::outlined(&end).with_id(stable_id("present-end"));
        let room = ui.available_width() - button.width(ui, look) - label::width(ui, &place, look.muted()) - MARGIN * 2.0;
        let title = state.document().and_then(|document| document.title()).unwrap_or_default();
        label::elided_words(ui, title, look.muted(), look, room.max(0.0));
        ui.with_layout(row_start_to_end(look.direction.reversed()), |ui| {
            if button.show(ui, look).clicked() {
                commands.send_ui(UiCommand::Present);
            }
            ui.add_space(size::GRID * 2.0);
            let place_label = label::line(ui, &place, look.muted());
            place_label.widget_info(|| WidgetInfo::labeled(Role::Status, true, &place));
        });
    });
}

fn event_ui(ui: &mut Ui, state: &AppState, document: &Document, id: EventId, event: &Event) {
    let look = Look::of(state);
    let all = ui.available_rect_before_wrap();
    let width = all.width().min(WIDTH);
    let inner = Rect::from_center_size(all.center(), vec2(width, all.height()));
    ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(inner).layout(column(look.direction)), |ui| {
        ScrollArea::vertical().id_salt(("present", document.generation, id)).auto_shrink(false).show(ui, |ui| {
            ui.with_layout(column(look.direction), |ui| {
                ui.spacing_mut().item_spacing.y = size::GRID * 3.0;
                // A little above the middle, where the eye rests.
                ui.add_space(all.height() * 0.08);
                when_ui(ui, state, event);
                title_ui(ui, event, look);
                facts_ui(ui, state, event);
                ui.add_space(size::GRID * 2.0);
                sentence_ui(ui, state, document, event, all.height() * SENTENCE_SHARE);
            });
        });
    });
}

fn when_ui(ui: &mut Ui, state: &AppState, event: &Event) {
    let look = Look::of(state);
    let mut parts = vec![state.i18n.message(&event.when.message()), state.i18n.text(event.when.certainty.message_key())];
    // Of what goes on both say the same.
    parts.dedup();
    let words = parts.join(&state.i18n.text("timeline-separator"));
    let style = TextStyle { bold: true, ..look.text(WHEN, look.palette.accent) };
    label::wrapped(ui, &words, style, look);
}

/// The title, which a screen reader says as soon as another event is there.
fn title_ui(ui: &mut Ui, event: &Event, look: Look) {
    let style = TextStyle { bold: true, ..look.text(TITLE, look.palette.ink) };
    let title = label::wrapped_words(ui, &event.title, style, look);
    label::announced(&title, Role::Heading, &event.title);
}

/// What kind of event, who, where, and how it is told where that is not as a fact.
fn facts_ui(ui: &mut Ui, state: &AppState, event: &Event) {
    let look = Look::of(state);
    let mut facts = vec![format!("{} {}", event.kind.glyph(), state.i18n.text(event.kind.message_key()))];
    facts.extend(event.actors.iter().map(|actor| isolated(&actor.name)));
    facts.extend(event.places.iter().map(|place| isolated(&place.name)));
    if event.modality != crate::event::Modality::Asserted {
        facts.push(state.i18n.text(event.modality.message_key()));
    }
    let words = facts.join(&state.i18n.text("timeline-separator"));
    label::wrapped(ui, &words, look.text(FACTS, look.palette.muted), look);
}

/// How far the presentation is.
fn progress_ui(ui: &mut Ui, look: Look, presenting: &Presenting) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), PROGRESS), Sense::hover());
    let (at, count) = presenting.place();
    let length = rect.width() * (at as f32 / count.max(1) as f32);
    let done = crate::ui::direction::rect_from_start(rect, look.direction, 0.0, 0.0, length, PROGRESS);
    ui.painter().rect_filled(rect, CornerRadius::same(2), color(look.palette.line));
    ui.painter().rect_filled(done, CornerRadius::same(2), color(look.palette.accent));
}

/// The buttons from event to event, the way back at the start.
fn steps_ui(ui: &mut Ui, state: &AppState, presenting: &Presenting, commands: &CommandSender) {
    let look = Look::of(state);
    let (at, count) = presenting.place();
    let (previous, next) = (state.i18n.text("present-previous"), state.i18n.text("present-next"));
    row_in_column(ui, look.direction, BAR, |ui| {
        let button = Button::outlined(&previous).with_id(stable_id("present-previous")).enabled(at > 1);
        if button.show(ui, look).clicked() {
            commands.send(Command::Present(Step::Previous));
        }
        ui.with_layout(row_start_to_end(look.direction.reversed()), |ui| {
            let button = Button::primary(&next).with_id(stable_id("present-next")).enabled(at < count);
            if button.show(ui, look).clicked() {
                commands.send(Command::Present(Step::Next));
            }
        });
    });
}
