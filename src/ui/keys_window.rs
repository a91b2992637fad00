//! The list of keys, made from the table of commands.

use eframe::egui::{Context, Id, Key, Modal, ScrollArea, Ui};

use super::button::Button;
use super::command::UiCommand;
use super::direction::{column, row_in_column, row_start_to_end, stable_id};
use super::label;
use super::look::{Look, popup_frame};
use super::shortcut::shortcuts;
use super::state::AppState;
use crate::base::theme::size;

const WIDTH: f32 = 420.0;
const ROW: f32 = size::GRID * 6.0;
/// The words about the mouse, below the rows.
const HINT: f32 = size::GRID * 16.0;
/// What stands above and below the list, the distance to the window's edge included.
const AROUND_LIST: f32 = 176.0;

/// Shows the list over the window while `open`.
pub fn keys_window_ui(ctx: &Context, state: &AppState, open: &mut bool) {
    if !*open {
        return;
    }
    let look = Look::of(state);
    let frame = popup_frame(&ctx.global_style());
    let modal = Modal::new(Id::unique("waqai-keys")).frame(frame).show(ctx, |ui| {
        ui.set_width(WIDTH);
        ui.with_layout(column(look.direction), |ui| contents_ui(ui, state)).inner
    });
    if modal.inner || modal.should_close() || ctx.input(|input| input.key_pressed(Key::Escape)) {
        *open = false;
    }
}

/// The heading, the list, the button; `true` when it is to be closed.
fn contents_ui(ui: &mut Ui, state: &AppState) -> bool {
    let look = Look::of(state);
    label::line(ui, &state.i18n.text("keys-title"), look.heading());
    let rows = UiCommand::ALL.len() as f32 * (ROW + size::GRID) + HINT;
    let height = rows.min(ui.ctx().content_rect().height() - AROUND_LIST);
    // A list that changed its height would move the box under the pointer.
    ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = size::GRID;
        for command in UiCommand::ALL {
            row_ui(ui, state, command);
        }
        ui.add_space(size::GRID);
        label::wrapped(ui, &state.i18n.text("keys-mouse"), look.small_muted(), look);
    });
    ui.add_space(size::GRID);
    Button::primary(&state.i18n.text("keys-close")).with_id(stable_id("keys-close")).show(ui, look).clicked()
}

fn row_ui(ui: &mut Ui, state: &AppState, command: UiCommand) {
    let look = Look::of(state);
    let keys: Vec<String> = shortcuts(command).iter().map(|shortcut| shortcut.text()).collect();
    row_in_column(ui, look.direction, ROW, |ui| {
        label::line(ui, &state.i18n.text(command.message_key()), look.body());
        ui.with_layout(row_start_to_end(look.direction.reversed()), |ui| {
            for key in keys.iter().rev() {
                label::key(ui, key, look);
            }
        });
    });
}
