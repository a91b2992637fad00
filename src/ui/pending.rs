//! A tab that shows no article: it is being opened, or it could not be, and what can be done about that.

use eframe::egui::{Align, Layout, Rect, Role, Ui, UiBuilder, WidgetInfo, vec2};

use super::button::Button;
use super::command::{Command, CommandSender, UiCommand};
use super::direction::{row_start_to_end, stable_id};
use super::label;
use super::look::Look;
use super::reading_menu::{can_change, reading_menu_ui};
use super::spinner::spinner_ui;
use super::state::AppState;
use super::tabs::{Failure, Progress, Reading, Remedy, Tab};
use super::theme::color;
use crate::base::theme::size;
use crate::base::{Arg, Message};

const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 240.0;

/// Says what is under way or what went wrong; nothing where that began a moment ago.
/// `reading_wanted` opens the ways to read the file.
pub fn pending_ui(ui: &mut Ui, state: &AppState, tab: &Tab, commands: &CommandSender, reading_wanted: bool) {
    let all = ui.available_rect_before_wrap();
    let area = Rect::from_center_size(all.center(), vec2((all.width() - 64.0).min(WIDTH), (all.height() - 32.0).min(HEIGHT)));
    ui.scope_builder(UiBuilder::new().max_rect(area).layout(Layout::top_down(Align::Center)), |ui| {
        match (&tab.failure, tab.progress) {
            (Some(failure), _) => failure_ui(ui, state, tab, failure, commands, reading_wanted),
            (None, Some(progress)) => progress_ui(ui, state, tab, progress, commands),
            (None, None) => {}
        }
    });
    ui.advance_cursor_after_rect(all);
}

fn progress_ui(ui: &mut Ui, state: &AppState, tab: &Tab, progress: Progress, commands: &CommandSender) {
    let look = Look::of(state);
    let text = progress_text(state, tab, progress);
    ui.add_space(ui.available_height() / 4.0);
    spinner_ui(ui, 32.0, color(look.palette.accent), state.is_motion_reduced);
    ui.add_space(size::GRID * 2.0);
    let room = ui.available_width();
    let response = label::elided(ui, &text, look.body(), room);
    label::announced(&response, Role::Status, &text);
    ui.add_space(size::GRID * 2.0);
    let cancel = state.i18n.text("opening-cancel");
    if Button::outlined(&cancel).with_id(stable_id("opening-cancel")).show(ui, look).clicked() {
        commands.send(Command::CancelOpening(tab.id));
    }
}

/// What is under way, with the name of the article.
#[must_use]
pub fn progress_text(state: &AppState, tab: &Tab, progress: Progress) -> String {
    let text = state.i18n.message(&Message::new(progress.message_key()).with_text("name", tab.title()));
    match progress {
        Progress::Reading(Some(done)) => {
            let part = Message::new("progress-part").with("done", Arg::Number(i64::from(done)));
            format!("{text} {}", state.i18n.message(&part))
        }
        _ => text,
    }
}

fn failure_ui(ui: &mut Ui, state: &AppState, tab: &Tab, failure: &Failure, commands: &CommandSender, reading_wanted: bool) {
    let look = Look::of(state);
    let heading = state.i18n.text("failure-title");
    let text = state.i18n.message(&failure.message);
    let shown = label::line(ui, &heading, look.heading());
    shown.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &heading));
    ui.add_space(size::GRID);
    let response = label::wrapped(ui, &text, look.text(size::TEXT, look.palette.error), look);
    label::announced(&response, Role::Alert, &text);
    ui.add_space(size::GRID * 2.0);
    let again = state.i18n.text("failure-again");
    let anyway = state.i18n.text("failure-anyway");
    let close = state.i18n.text("failure-close");
    let is_size = failure.remedy == Remedy::AnySize;
    let buttons = [
        (is_size, Button::primary(&anyway), Command::ReadAgain(Reading { any_size: true, ..tab.reading })),
        (!is_size, Button::primary(&again), Command::ReadAgain(tab.reading)),
        (true, Button::outlined(&close), Command::CloseTab(tab.id)),
    ];
    let buttons: Vec<_> = buttons.into_iter().filter(|(shown, ..)| *shown).collect();
    let other = format!("{} ▾", state.i18n.text(UiCommand::ShowReading.message_key()));
    let other = Button::outlined(&other).with_id(stable_id("failure-reading"));
    let gap = size::GRID * 3.0;
    let is_other = failure.remedy == Remedy::OtherReading && can_change(tab);
    let other_width = if is_other { other.width(ui, look) + gap } else { 0.0 };
    let width = other_width + buttons.iter().map(|(_, button, _)| button.width(ui, look) + gap).sum::<f32>();
    ui.allocate_ui_with_layout(vec2(width - gap, size::GRID * 8.0), row_start_to_end(look.direction), |ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (_, button, command) in buttons {
            if button.show(ui, look).clicked() {
                commands.send(command);
            }
        }
        if is_other {
            let button = other.show(ui, look);
            reading_menu_ui(ui, state, tab, commands, &button, reading_wanted);
        }
    });
}
