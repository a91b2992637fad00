//! Recent files under each other: a click opens one again. What is there no more says so.

use std::path::Path;

use eframe::egui::Ui;

use super::button::Button;
use super::command::{Command, CommandSender, UiCommand};
use super::label;
use super::look::Look;
use super::state::{AppState, RecentFile};
use super::theme::color;
use crate::base::Message;

/// The height of a row in points.
pub const ROW: f32 = crate::base::theme::size::GRID * 8.0;

/// Shows them, and what forgets them; whether one was chosen.
pub fn recent_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, width: f32) -> bool {
    let look = Look::of(state);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut chosen = false;
    for recent in &state.recent {
        if row_ui(ui, state, recent, width) {
            commands.send(Command::OpenFiles(vec![recent.path.clone()]));
            chosen = true;
        }
    }
    if state.recent.is_empty() {
        label::line(ui, &state.i18n.text("recent-none"), look.muted());
        return false;
    }
    let clear = state.i18n.text(UiCommand::ClearRecent.message_key());
    if Button::entry(&clear).at_most(width).colored(color(look.palette.accent)).show(ui, look).clicked() {
        commands.send_ui(UiCommand::ClearRecent);
        chosen = true;
    }
    chosen
}

fn row_ui(ui: &mut Ui, state: &AppState, recent: &RecentFile, width: f32) -> bool {
    let look = Look::of(state);
    let name = last_part(&recent.path);
    let folder = recent.path.parent().map(last_part).unwrap_or_default();
    let missing = state.i18n.text("recent-missing");
    let aside = if recent.is_missing { &missing } else { &folder };
    let key = if recent.is_missing { "recent-name-missing" } else { "recent-name" };
    let spoken = Message::new(key).with_text("name", name.as_str()).with_text("folder", folder.as_str());
    let spoken = state.i18n.message(&spoken);
    let entry = Button::entry(&name).named(&spoken).with_aside(aside).at_most(width);
    let ink = if recent.is_missing { look.palette.muted } else { look.palette.ink };
    entry.colored(color(ink)).show(ui, look).clicked()
}

/// The name of a file or folder without what it lies in.
fn last_part(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
