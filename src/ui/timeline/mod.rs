//! The timeline panel. PLACEHOLDER: the signatures stand, the panel itself is written apart.

use eframe::egui::Ui;

use super::command::{CommandSender, UiCommand};
use super::state::AppState;

/// What the timeline remembers between frames.
#[derive(Debug, Default)]
pub struct TimelineView {}

impl TimelineView {
    /// Does what a command asks of the timeline; `false` where it is not the timeline's.
    pub fn apply(&mut self, _command: UiCommand, _state: &AppState, _commands: &CommandSender) -> bool {
        false
    }
}

/// Shows the timeline in all the space that is left.
pub fn timeline_ui(ui: &mut Ui, _state: &AppState, _commands: &CommandSender, _view: &mut TimelineView) {
    ui.allocate_space(ui.available_size());
}
