//! The field of the top bar, and beside it how many places there are and the way from one to the next.

use eframe::egui::{Key, Role, Ui, UiBuilder};

use super::found::Search;
use crate::base::Message;
use crate::base::theme::size;
use crate::text::egui::{FieldLook, TextField};
use crate::ui::browse::Change;
use crate::ui::button::Button;
use crate::ui::command::{Command, CommandSender, UiCommand};
use crate::ui::direction::stable_id;
use crate::ui::label;
use crate::ui::look::Look;
use crate::ui::state::AppState;
use crate::ui::theme::color;

/// The field's width in points.
const FIELD: f32 = 188.0;
/// The room for the count.
const COUNT: f32 = 84.0;
const STEP: f32 = size::GRID * 7.0;
const GAP: f32 = size::GRID;
/// A bar that is narrower has a button for the field.
const NARROW: f32 = 1100.0;

/// The field's text and caret.
#[derive(Debug)]
pub struct SearchView {
    field: TextField,
    /// The last request for the focus that was met.
    n_opened: u64,
}

impl Default for SearchView {
    fn default() -> Self {
        Self { field: TextField::new(""), n_opened: 0 }
    }
}

/// Whether there is a field, and not only a button for one.
fn has_field(ui: &Ui, search: &Search) -> bool {
    search.is_open() || ui.ctx().content_rect().width() >= NARROW
}

/// The width of all of it in points.
#[must_use]
pub fn width(ui: &Ui, state: &AppState) -> f32 {
    let search = state.browse.search();
    match (has_field(ui, search), search.words().is_empty()) {
        (false, _) => Button::outlined(SIGN).width(ui, Look::of(state)),
        (true, true) => FIELD,
        (true, false) => FIELD + COUNT + 3.0 * STEP + 4.0 * GAP,
    }
}

const SIGN: &str = "⌕";

/// Shows the field, or the button for it.
pub fn search_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, view: &mut SearchView) {
    let search = state.browse.search();
    if !has_field(ui, search) {
        let name = state.i18n.text(UiCommand::Search.message_key());
        if Button::outlined(SIGN).named(&name).with_id(stable_id("search-open")).show(ui, Look::of(state)).clicked() {
            commands.send_ui(UiCommand::Search);
        }
        return;
    }
    let gap = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, GAP);
    field_ui(ui, state, commands, view);
    if !search.words().is_empty() {
        count_ui(ui, state);
        for (sign, command) in [("▴", UiCommand::FindPrevious), ("▾", UiCommand::FindNext), ("✕", UiCommand::CloseSearch)] {
            let name = state.i18n.text(command.message_key());
            let button = Button::outlined(sign).small().named(&name).with_id(stable_id(command.message_key()));
            if button
                .at_most(STEP)
                .enabled(command == UiCommand::CloseSearch || search.n_hits() > 0)
                .show(ui, Look::of(state))
                .clicked()
            {
                commands.send_ui(command);
            }
        }
    }
    // What follows keeps the distance of the bar.
    ui.add_space(gap - GAP);
    ui.spacing_mut().item_spacing.x = gap;
}

fn field_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, view: &mut SearchView) {
    let look = Look::of(state);
    let search = state.browse.search();
    if view.field.text() != search.words() {
        view.field.set_text(search.words());
    }
    let (name, placeholder) = (state.i18n.text("search-field"), state.i18n.text("search-placeholder"));
    let style = look.body();
    let look =
        FieldLook { name: &name, placeholder: &placeholder, style, placeholder_color: color(look.palette.muted), width: FIELD };
    // An id of its own: what stands before it in the bar changes while one types.
    let field = UiBuilder::new().scope_id(stable_id("search-field"));
    let response = ui.scope_builder(field, |ui| view.field.show(ui, &look)).inner;
    let text = view.field.text();
    if text != search.words() {
        commands.send(Command::Browse(Change::LookFor(text)));
    }
    if std::mem::replace(&mut view.n_opened, search.n_opened()) != search.n_opened() {
        response.request_focus();
    }
    if response.lost_focus() {
        let (entered, escaped, shift) =
            ui.input(|input| (input.key_pressed(Key::Enter), input.key_pressed(Key::Escape), input.modifiers.shift));
        if entered {
            response.request_focus();
            commands.send_ui(if shift { UiCommand::FindPrevious } else { UiCommand::FindNext });
        } else if escaped {
            commands.send_ui(UiCommand::CloseSearch);
        }
    }
}

/// «3 من 12»; before one of them was gone to, how many there are.
fn count_ui(ui: &mut Ui, state: &AppState) {
    let look = Look::of(state);
    let text = state.i18n.message(&count_message(state.browse.search()));
    let left = ui.available_width();
    let count = label::elided(ui, &text, look.small_muted(), COUNT);
    label::announced(&count, Role::Status, &text);
    let taken = left - ui.available_width();
    ui.add_space((COUNT - taken).max(0.0));
}

fn count_message(search: &Search) -> Message {
    match search.current() {
        _ if !search.is_done() => Message::new("search-running"),
        Some(at) => Message::new("search-place").with_count("place", at + 1).with_count("count", search.n_hits()),
        None => Message::new("search-count").with_count("count", search.n_hits()),
    }
}
