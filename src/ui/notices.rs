//! What went wrong, under the top bar; the work in the window goes on.

use eframe::egui::{CornerRadius, Frame, Margin, Role, Stroke, Ui, WidgetInfo};

use super::button::Button;
use super::command::{Command, CommandSender};
use super::direction::{row_in_column, row_start_to_end, stable_id};
use super::label;
use super::look::Look;
use super::pending::progress_text;
use super::state::AppState;
use super::tabs::{Progress, Tab};
use super::theme::color;
use crate::base::theme::size;

const ROW: f32 = size::GRID * 6.0;

/// Shows the notices, each with a button that puts it away, and what is being opened.
pub fn notices_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender) {
    for (index, notice) in state.notices.iter().enumerate() {
        notice_ui(ui, state, commands, index, &state.i18n.message(&notice.message));
    }
    if let Some((tab, progress)) = over_an_article(state) {
        opening_ui(ui, state, commands, tab, progress);
    }
}

/// What is under way while an article is shown; where none is, it is told in its place.
fn over_an_article(state: &AppState) -> Option<(&Tab, Progress)> {
    let tab = state.tabs.active().filter(|tab| tab.document.is_some())?;
    Some((tab, tab.progress?))
}

/// Whether there is anything to show.
#[must_use]
pub fn is_empty(state: &AppState) -> bool {
    state.notices.is_empty() && over_an_article(state).is_none()
}

fn notice_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, index: usize, text: &str) {
    let look = Look::of(state);
    let close = state.i18n.text("notice-dismiss");
    let frame = Frame::new()
        .fill(color(look.palette.panel))
        .stroke(Stroke::new(1.0, color(look.palette.error)))
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::symmetric(12, 4));
    frame.show(ui, |ui| {
        row_in_column(ui, look.direction, ROW, |ui| {
            let button = Button::link("✕").named(&close).with_id(stable_id("dismiss").with(index));
            let room = ui.available_width() - button.width(ui, look) - size::GRID * 6.0;
            let style = look.text(size::TEXT, look.palette.error);
            let response = label::elided(ui, text, style, room);
            response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, text));
            ui.with_layout(row_start_to_end(look.direction.reversed()), |ui| {
                if button.show(ui, look).clicked() {
                    commands.send(Command::DismissNotice(index));
                }
            });
        });
    });
}

/// What is under way, and a button that lets it be.
fn opening_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, tab: &Tab, progress: Progress) {
    let look = Look::of(state);
    let text = progress_text(state, tab, progress);
    let cancel = state.i18n.text("opening-cancel");
    row_in_column(ui, look.direction, ROW, |ui| {
        ui.add(eframe::egui::Spinner::new().size(16.0).color(color(look.palette.accent)));
        let button = Button::link(&cancel).with_id(stable_id("opening-cancel"));
        let room = ui.available_width() - button.width(ui, look) - size::GRID * 6.0;
        let response = label::elided(ui, &text, look.muted(), room);
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
        if button.show(ui, look).clicked() {
            commands.send(Command::CancelOpening(tab.id));
        }
    });
}
