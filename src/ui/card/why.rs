//! *Why here*: the steps that lead to an event's time, with the words they rest on.

use eframe::egui::{Ui, vec2};

use crate::base::theme::size;
use crate::event::{Event, Step};
use crate::text::egui::{self, TextSpec};
use crate::ui::direction::{column, row_start_to_end, wrapped_row};
use crate::ui::label;
use crate::ui::look::Look;
use crate::ui::state::{AppState, Document};

const NUMBER_COLUMN: f32 = size::GRID * 6.0;

/// Shows the steps as a numbered list.
pub(super) fn why_ui(ui: &mut Ui, state: &AppState, document: &Document, event: &Event) {
    let look = Look::of(state);
    label::line(ui, &state.i18n.text("card-why"), look.strong());
    for (number, step) in (1i64..).zip(&event.when.explanation) {
        step_ui(ui, state, document, number, step);
    }
}

fn step_ui(ui: &mut Ui, state: &AppState, document: &Document, number: i64, step: &Step) {
    let look = Look::of(state);
    let width = ui.available_width();
    ui.allocate_ui_with_layout(
        vec2(width, size::GRID * 5.0),
        row_start_to_end(look.direction).with_cross_align(eframe::egui::Align::Min),
        |ui| {
            ui.allocate_ui_with_layout(vec2(NUMBER_COLUMN, size::GRID * 5.0), row_start_to_end(look.direction), |ui| {
                ui.set_min_width(NUMBER_COLUMN);
                label::in_interface(ui, &format!("{}.", state.i18n.number(number)), look.muted(), look);
            });
            let room = vec2(ui.available_width(), size::GRID * 5.0);
            ui.allocate_ui_with_layout(room, column(look.direction), |ui| words_ui(ui, state, document, step));
        },
    );
}

/// The quoted words, then what follows from them: beside the words where there is room, else below.
fn words_ui(ui: &mut Ui, state: &AppState, document: &Document, step: &Step) {
    let look = Look::of(state);
    let message = state.i18n.message(&step.message);
    let words = step.spans.iter().map(|span| span.of(&document.article.text)).filter(|words| !words.is_empty());
    let words: Vec<&str> = words.collect();
    let width = ui.available_width();
    let needed = egui::layout(ui.ctx(), &TextSpec::line(&message, look.body())).size().x;
    let mut said = false;
    if !words.is_empty() {
        ui.allocate_ui_with_layout(vec2(width, size::GRID * 6.0), wrapped_row(look.direction), |ui| {
            ui.spacing_mut().item_spacing = vec2(size::GRID * 1.5, size::GRID);
            for words in words {
                label::quotation(ui, words, look, width);
            }
            if ui.available_size_before_wrap().x >= needed {
                label::line(ui, &message, look.body());
                said = true;
            }
        });
    }
    if !said {
        label::wrapped(ui, &message, look.body(), look);
    }
}
