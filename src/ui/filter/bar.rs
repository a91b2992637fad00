//! The row of chips below the top bar: what is asked for and which lanes are hidden, each taken off by a click.

use eframe::egui::{Id, Role, Ui};

use super::words::{condition_name, condition_text};
use crate::base::Message;
use crate::base::theme::size;
use crate::timeline::{Condition, LaneTitle, Others};
use crate::ui::browse::Change;
use crate::ui::button::Button;
use crate::ui::command::{Command, CommandSender, UiCommand};
use crate::ui::direction::{stable_id, wrapped_row};
use crate::ui::label;
use crate::ui::look::Look;
use crate::ui::state::AppState;
use crate::ui::theme::kind_color;

/// A chip is at most so wide, in points.
const MOST_CHIP: f32 = 280.0;

/// Whether there is anything to be shown.
#[must_use]
pub fn is_shown(state: &AppState) -> bool {
    state.document().is_some() && state.browse.is_narrowed(state.lanes)
}

/// Shows the row, in as many lines as it takes.
pub fn filter_bar_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender) {
    let look = Look::of(state);
    ui.with_layout(wrapped_row(look.direction), |ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(size::GRID * 2.5, size::GRID);
        label::line(ui, &state.i18n.text("filter-title"), look.small_muted());
        for condition in state.browse.filter().conditions() {
            condition_ui(ui, state, commands, condition);
        }
        hidden_lanes_ui(ui, state, commands);
        if !state.browse.filter().is_empty() {
            count_ui(ui, state);
            others_ui(ui, state, commands);
        }
        let text = state.i18n.text(UiCommand::ClearFilter.message_key());
        if Button::link(&text).small().with_id(stable_id("filter-clear")).show(ui, look).clicked() {
            commands.send_ui(UiCommand::ClearFilter);
        }
    });
}

fn chip_id(name: &str) -> Id {
    stable_id("filter-chip").with(name)
}

fn condition_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, condition: &Condition) {
    let look = Look::of(state);
    let name = condition_name(&state.i18n, condition, true);
    let text = format!("{} ✕", condition_text(&state.i18n, condition));
    let mut chip = Button::chip(&text).named(&name).selected(true).at_most(MOST_CHIP).with_id(chip_id(&name));
    if let Condition::Kind(kind) = condition {
        chip = chip.colored(kind_color(look.palette, *kind));
    }
    if chip.show(ui, look).clicked() {
        commands.send(Command::Browse(Change::Toggle(condition.clone())));
    }
}

fn hidden_lanes_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender) {
    let look = Look::of(state);
    for (key, title) in state.browse.arrangement(state.lanes).hidden() {
        let lane = lane_text(state, title);
        let name = state.i18n.message(&Message::new("filter-show-lane").with_text("lane", &lane));
        let text = state.i18n.message(&Message::new("filter-hidden-lane").with_text("lane", &lane));
        let text = format!("{text} ✕");
        let chip = Button::chip(&text).named(&name).selected(true).at_most(MOST_CHIP).with_id(chip_id(&name));
        if chip.show(ui, look).clicked() {
            commands.send(Command::Browse(Change::ShowLane(state.lanes, key.clone())));
        }
    }
}

/// The name of a lane.
fn lane_text(state: &AppState, title: &LaneTitle) -> String {
    crate::ui::timeline::lane_text(&state.i18n, title, state.lanes)
}

/// How many of the events pass, and of how many nobody can say.
fn count_ui(ui: &mut Ui, state: &AppState) {
    let look = Look::of(state);
    let Some(sifted) = state.browse.sifted() else { return };
    for (key, count) in [("filter-count", sifted.n_passed), ("filter-undated", sifted.n_undated)] {
        if key == "filter-undated" && count == 0 {
            continue;
        }
        let text = state.i18n.message(&Message::new(key).with_count("count", count));
        label::announced(&label::line(ui, &text, look.small_muted()), Role::Status, &text);
    }
}

/// What becomes of the others.
fn others_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender) {
    let look = Look::of(state);
    let others = state.browse.filter().others.switched();
    let key = match others {
        Others::Dimmed => "filter-dim-others",
        Others::Hidden => "filter-hide-others",
    };
    let text = state.i18n.text(key);
    if Button::link(&text).small().with_id(stable_id("filter-others")).show(ui, look).clicked() {
        commands.send(Command::Browse(Change::SetOthers(others)));
    }
}
