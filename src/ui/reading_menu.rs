//! How a file was read, and the other ways in which it can be: format, encoding, all of it or its article.

use eframe::egui::{Popup, PopupCloseBehavior, Response, ScrollArea, Ui, vec2};

use super::button::Button;
use super::command::{Command, CommandSender};
use super::direction::{column, popup_under, row_start_to_end};
use super::label;
use super::look::{Look, popup_frame};
use super::state::AppState;
use super::tabs::{Origin, Reading, Tab};
use crate::base::theme::size;

/// The encodings that are offered, by their names in the WHATWG's Encoding Standard: those that Arabic files come in.
pub const ENCODINGS: [&str; 6] = ["UTF-8", "windows-1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE", "windows-1252"];

const COLUMN: f32 = 232.0;
const MOST_HEIGHT: f32 = 400.0;

/// Whether the article of a tab can be read in another way.
#[must_use]
pub fn can_change(tab: &Tab) -> bool {
    matches!(tab.origin, Origin::File(_))
}

/// How the article of a tab was read: «Web page · windows-1256».
#[must_use]
pub fn reading_text(state: &AppState, tab: &Tab) -> Option<String> {
    let read_as = tab.document.as_ref()?.read_as?;
    let format = state.i18n.text(read_as.format);
    Some(match read_as.encoding {
        Some(encoding) => format!("{format} · {encoding}"),
        None => format,
    })
}

/// The choices, under the button that opens them; `wanted` opens them too.
pub fn reading_menu_ui(ui: &Ui, state: &AppState, tab: &Tab, commands: &CommandSender, button: &Response, wanted: bool) {
    if wanted {
        Popup::open_id(ui.ctx(), Popup::default_response_id(button));
    }
    let look = Look::of(state);
    let width = COLUMN * 2.0 + size::GRID * 4.0;
    let popup = popup_under(button, look.direction)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(width)
        .frame(popup_frame(ui.style()));
    popup.show(|ui| {
        ui.set_width(width);
        let mut choice = None;
        ui.allocate_ui_with_layout(vec2(width, MOST_HEIGHT), row_start_to_end(look.direction), |ui| {
            ui.spacing_mut().item_spacing.x = size::GRID * 4.0;
            choice = formats_ui(ui, state, tab).or(choice);
            choice = encodings_ui(ui, state, tab).or(choice);
        });
        if let Some(reading) = choice {
            commands.send(Command::ReadAgain(reading));
            ui.close();
        }
    });
}

fn formats_ui(ui: &mut Ui, state: &AppState, tab: &Tab) -> Option<Reading> {
    let automatic = state.i18n.text("reading-automatic");
    let formats = state.formats.iter().map(|format| (state.i18n.text(format), Some(*format)));
    let choices = std::iter::once((automatic, None)).chain(formats);
    let chosen = column_ui(ui, state, "reading-format", choices, tab.reading.format);
    chosen.map(|format| Reading { format, ..tab.reading })
}

fn encodings_ui(ui: &mut Ui, state: &AppState, tab: &Tab) -> Option<Reading> {
    let automatic = state.i18n.text("reading-automatic");
    let encodings = ENCODINGS.into_iter().map(|encoding| (encoding.to_owned(), Some(encoding)));
    let choices = std::iter::once((automatic, None)).chain(encodings);
    let chosen = column_ui(ui, state, "reading-encoding", choices, tab.reading.encoding);
    chosen.map(|encoding| Reading { encoding, ..tab.reading })
}

/// Choices under a heading; the one that was clicked.
fn column_ui(
    ui: &mut Ui,
    state: &AppState,
    heading: &'static str,
    choices: impl Iterator<Item = (String, Option<&'static str>)>,
    current: Option<&'static str>,
) -> Option<Option<&'static str>> {
    let look = Look::of(state);
    let mut chosen = None;
    ui.allocate_ui_with_layout(vec2(COLUMN, MOST_HEIGHT), column(look.direction), |ui| {
        ui.set_width(COLUMN);
        ui.spacing_mut().item_spacing.y = 0.0;
        label::line(ui, &state.i18n.text(heading), look.strong());
        ScrollArea::vertical().id_salt(heading).max_height(MOST_HEIGHT - ui.min_rect().height()).show(ui, |ui| {
            ui.with_layout(column(look.direction), |ui| {
                for (text, choice) in choices {
                    let entry = Button::entry(&text).at_most(COLUMN - size::GRID * 4.0).selected(choice == current);
                    if entry.show(ui, look).clicked() {
                        chosen = Some(choice);
                    }
                }
            });
        });
    });
    chosen
}

#[cfg(test)]
mod tests {
    use eframe::egui::Role;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::base::Language;
    use crate::ui::state::ReadAs;
    use crate::ui::testing::{self, Window};

    #[test]
    fn how_a_file_was_read_is_seen_and_can_be_changed() {
        for language in Language::ALL {
            let mut document = testing::document();
            document.read_as = Some(ReadAs { format: "format-text", encoding: Some("windows-1256"), has_more: false });
            let mut state = testing::empty_state(language);
            state.formats = vec!["format-html", "format-text"];
            testing::show(&mut state, std::sync::Arc::new(document));
            let mut harness = Window::harness(state);
            harness.run();
            let name = harness.state().state.i18n.text("command-show-reading");
            harness.get_by_label_contains("windows-1256");
            harness.get_by_label_contains(&name).click();
            harness.run();
            harness.get_by_role_and_label(Role::Button, "ISO-8859-6").click();
            harness.run();
            let sent = harness.state().sent();
            assert_eq!(sent, [Command::ReadAgain(Reading { encoding: Some("ISO-8859-6"), ..Reading::default() })]);
            harness.state_mut().views.reading_wanted = true;
            harness.run();
            let page = harness.state().state.i18n.text("format-html");
            harness.get_by_role_and_label(Role::Button, &page).click();
            harness.run();
            let sent = harness.state().sent();
            assert_eq!(sent, [Command::ReadAgain(Reading { format: Some("format-html"), ..Reading::default() })]);
            assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
        }
    }
}
