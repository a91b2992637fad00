//! Putting a date right: one of those that the article names near the event by a click, or any other by typing it.

use eframe::egui::Ui;

use super::edit::{Outcome, Shown, ending_ui, field_ui};
use crate::base::theme::size;
use crate::base::{Arg, Bounds, Message};
use crate::event::Timex;
use crate::event::edit::{Value, WrittenWhen};
use crate::text::egui::TextField;
use crate::ui::button::Button;
use crate::ui::command::Command;
use crate::ui::direction::{row_in_column, stable_id, wrapped_row};
use crate::ui::label;

/// So many of the article's own dates are offered.
const MOST_OFFERED: usize = 6;

pub(super) fn when_editor_ui(ui: &mut Ui, shown: &Shown<'_>, field: &mut TextField, is_new: bool) -> Outcome {
    let (look, i18n) = (shown.look(), &shown.state.i18n);
    let name = i18n.text("edit-when-field");
    let width = ui.available_width();
    label::quotation(ui, shown.event.mention.sentence.of(&shown.document.article.text).trim(), look, width);
    let entered = field_ui(ui, shown, field, &name, width, is_new);
    let text = field.text();
    if entered.changed {
        shown.commands.send(Command::TypeDate(text.clone()));
    }
    let typed = shown.state.typed_date.as_ref().filter(|typed| typed.text == text && !text.trim().is_empty());
    let bounds = typed.and_then(|typed| typed.bounds);
    meaning_ui(ui, shown, &text, typed.is_some(), bounds);
    if let Some(value) = offers_ui(ui, shown) {
        return Outcome::Set(value);
    }
    let value = bounds.map(|bounds| written(text.trim(), bounds));
    ending_ui(ui, shown, entered, value)
}

fn written(words: &str, bounds: Bounds) -> Value {
    Value::When(WrittenWhen { words: words.to_owned(), bounds })
}

/// What was typed, resolved; how it may be typed where there is nothing yet.
fn meaning_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str, is_read: bool, bounds: Option<Bounds>) {
    let (look, i18n) = (shown.look(), &shown.state.i18n);
    let (words, style) = match bounds {
        Some(bounds) => (i18n.message(&Message::new("edit-when-means").with("dates", Arg::Bounds(bounds))), look.strong()),
        None if is_read && !text.is_empty() => (i18n.text("edit-when-unread"), look.text(size::TEXT_SMALL, look.palette.error)),
        None => (i18n.text("edit-when-hint"), look.small_muted()),
    };
    label::wrapped(ui, &words, style, look);
}

/// The article's own dates, the nearest first, and that the time is not known.
fn offers_ui(ui: &mut Ui, shown: &Shown<'_>) -> Option<Value> {
    let (look, i18n) = (shown.look(), &shown.state.i18n);
    let text = &shown.document.article.text;
    let mut chosen = None;
    let room = eframe::egui::vec2(ui.available_width(), size::GRID * 6.0);
    ui.allocate_ui_with_layout(room, wrapped_row(look.direction), |ui| {
        let width = ui.available_width();
        for (number, timex) in offered(shown).into_iter().enumerate() {
            let words = timex.span.of(text);
            let message = Message::new("edit-when-offer").with_text("words", words).with("dates", Arg::Bounds(timex.bounds));
            let id = stable_id("edit-when-offer").with(number);
            let name = i18n.message(&message);
            let chip = Button::chip(words).named(&name).of_article().at_most(width).with_id(id);
            if chip.show(ui, look).clicked() {
                chosen = Some(written(words, timex.bounds));
            }
        }
    });
    row_in_column(ui, look.direction, size::GRID * 6.0, |ui| {
        if Button::link(&i18n.text("edit-when-unknown")).with_id(stable_id("edit-when-unknown")).show(ui, look).clicked() {
            chosen = Some(written("", Bounds::UNKNOWN));
        }
    });
    chosen
}

/// The dates nearest to the event that say another time than it has.
fn offered<'a>(shown: &Shown<'a>) -> Vec<&'a Timex> {
    let place = shown.event.mention.trigger.start;
    let known = shown.event.when.bounds;
    let timexes = shown.document.extraction.timexes.iter();
    let mut near: Vec<&Timex> = timexes.filter(|timex| timex.bounds.range().is_some() && timex.bounds != known).collect();
    near.sort_by_key(|timex| timex.span.start.abs_diff(place));
    let mut offered: Vec<&Timex> = Vec::new();
    for timex in near {
        if offered.len() < MOST_OFFERED && !offered.iter().any(|other| other.bounds == timex.bounds) {
            offered.push(timex);
        }
    }
    offered
}
