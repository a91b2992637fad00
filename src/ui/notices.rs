//! What went wrong, under the top bar; the work in the window goes on.

use eframe::egui::{CornerRadius, Frame, Margin, Role, Stroke, Ui};

use super::button::Button;
use super::command::{Command, CommandSender};
use super::direction::{row_in_column, row_start_to_end, stable_id};
use super::label;
use super::look::Look;
use super::pending::progress_text;
use super::spinner::spinner_ui;
use super::state::{AppState, Notice};
use super::tabs::{Progress, Tab};
use super::theme::color;
use crate::base::theme::size;

const ROW: f32 = size::GRID * 6.0;

/// Shows the notices, each with a button that puts it away, and what is being opened.
pub fn notices_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender) {
    for (index, notice) in state.notices.iter().enumerate() {
        notice_ui(ui, state, commands, index, notice);
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

fn notice_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, index: usize, notice: &Notice) {
    let look = Look::of(state);
    let text = &state.i18n.message(&notice.message);
    let tone = if notice.is_alarm { look.palette.error } else { look.palette.ink };
    let close = state.i18n.text("notice-dismiss");
    let frame = Frame::new()
        .fill(color(look.palette.panel))
        .stroke(Stroke::new(1.0, color(tone)))
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::symmetric(12, 4));
    frame.show(ui, |ui| {
        row_in_column(ui, look.direction, ROW, |ui| {
            let button = Button::link("✕").named(&close).with_id(stable_id("dismiss").with(index));
            let offers: Vec<String> = notice.offers.iter().map(|(key, _)| state.i18n.text(key)).collect();
            let offers_room: f32 = offers.iter().map(|offer| Button::outlined(offer).width(ui, look) + size::GRID * 2.0).sum();
            let room = ui.available_width() - button.width(ui, look) - offers_room - size::GRID * 6.0;
            let style = look.text(size::TEXT, tone);
            let response = label::elided(ui, text, style, room);
            label::announced(&response, Role::Alert, text);
            for (number, (offer, (_, command))) in offers.iter().zip(&notice.offers).enumerate() {
                let id = stable_id("offer").with((index, number));
                if Button::outlined(offer).small().with_id(id).show(ui, look).clicked() {
                    commands.send(command.clone());
                    commands.send(Command::DismissNotice(index));
                }
            }
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
        spinner_ui(ui, 16.0, color(look.palette.accent), state.is_motion_reduced);
        let button = Button::link(&cancel).with_id(stable_id("opening-cancel"));
        let room = ui.available_width() - button.width(ui, look) - size::GRID * 6.0;
        let response = label::elided(ui, &text, look.muted(), room);
        label::announced(&response, Role::Status, &text);
        if button.show(ui, look).clicked() {
            commands.send(Command::CancelOpening(tab.id));
        }
    });
}
