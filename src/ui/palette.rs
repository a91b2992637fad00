//! The command palette: a field, and below it the commands whose names hold what was typed.
//! Made from the list of commands and from what there is to choose; runs nothing itself.

use eframe::egui::{Align, Context, EventFilter, Id, Key, Modal, Modifiers, ScrollArea, Ui};

use super::button::Button;
use super::command::{Command, CommandSender, UiCommand};
use super::direction::{column, stable_id};
use super::label;
use super::look::{Look, popup_frame};
use super::reading_menu::{self, ENCODINGS};
use super::shortcut::keys_text;
use super::state::{AppState, LaneGrouping};
use super::tabs::Reading;
use super::theme::color;
use crate::base::Message;
use crate::base::fold::fold;
use crate::base::theme::size;
use crate::text::egui::{FieldLook, TextField};

const WIDTH: f32 = 520.0;
const LIST_HEIGHT: f32 = 320.0;

/// What is typed and chosen while it is open.
#[derive(Debug, Default)]
pub struct PaletteView {
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    field: TextField,
    chosen: usize,
    /// Whether it has not been shown yet.
    is_new: bool,
}

impl PaletteView {
    /// Opens it, or closes it.
    pub fn toggle(&mut self) {
        let open = || Open { field: TextField::new(""), chosen: 0, is_new: true };
        self.open = if self.open.is_some() { None } else { Some(open()) };
    }

    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }
}

/// A line of it.
struct Entry {
    text: String,
    keys: String,
    command: Command,
}

/// Shows it over the window while it is open.
pub fn palette_ui(ctx: &Context, state: &AppState, commands: &CommandSender, view: &mut PaletteView) {
    let Some(open) = &mut view.open else { return };
    let frame = popup_frame(&ctx.global_style());
    let look = Look::of(state);
    let modal = Modal::new(Id::unique("waqai-palette")).frame(frame).show(ctx, |ui| {
        ui.set_width(WIDTH);
        ui.with_layout(column(look.direction), |ui| contents_ui(ui, state, open)).inner
    });
    let escaped = modal.should_close() || ctx.input(|input| input.key_pressed(Key::Escape));
    if let Some(command) = modal.inner {
        view.open = None;
        commands.send(command);
    } else if escaped {
        view.open = None;
    }
}

/// The field and the list; the command that was chosen.
fn contents_ui(ui: &mut Ui, state: &AppState, open: &mut Open) -> Option<Command> {
    let look = Look::of(state);
    let step = step_of(ui);
    let name = state.i18n.text("palette-field");
    let style = look.text(size::TEXT_HEADING, look.palette.ink);
    let field_look =
        FieldLook { name: &name, placeholder: &name, style, placeholder_color: color(look.palette.muted), width: WIDTH };
    let field = open.field.show(ui, &field_look);
    if std::mem::take(&mut open.is_new) {
        field.request_focus();
    }
    // Up and down move the choice, and not the focus out of the field.
    let keeps = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(field.id, keeps));
    if field.changed() {
        open.chosen = 0;
    }
    let entries = matching(entries(state), &open.field.text());
    open.chosen = open.chosen.saturating_add_signed(step).min(entries.len().saturating_sub(1));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let clicked = list_ui(ui, state, &entries, open.chosen, step != 0);
    if !entries.is_empty() {
        // The focus stays in the field; what Return would run is said all the same.
        let chosen = entry_id(open.chosen).accesskit_id();
        ui.ctx().accesskit_node_builder(field.id, |node| node.set_active_descendant(chosen));
    }
    if entries.is_empty() {
        label::line(ui, &state.i18n.text("palette-none"), look.muted());
    }
    let index = clicked.or(entered.then_some(open.chosen))?;
    entries.into_iter().nth(index).map(|entry| entry.command)
}

/// How far the arrow keys move the choice; the field knows no lines and needs neither.
fn step_of(ui: &Ui) -> isize {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    isize::from(pressed(Key::ArrowDown)) - isize::from(pressed(Key::ArrowUp))
}

fn entry_id(index: usize) -> Id {
    stable_id("palette").with(index)
}

fn list_ui(ui: &mut Ui, state: &AppState, entries: &[Entry], chosen: usize, moved: bool) -> Option<usize> {
    let look = Look::of(state);
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(size::GRID * 2.0);
    ScrollArea::vertical().max_height(LIST_HEIGHT).min_scrolled_height(LIST_HEIGHT).auto_shrink(false).show(ui, |ui| {
        ui.with_layout(column(look.direction), |ui| {
            for (index, entry) in entries.iter().enumerate() {
                let button = Button::entry(&entry.text).with_aside(&entry.keys).at_most(WIDTH * 0.8).selected(index == chosen);
                let response = button.with_id(entry_id(index)).show(ui, look);
                if index == chosen && moved {
                    response.scroll_to_me(Some(Align::Center));
                }
                if response.clicked() {
                    clicked = Some(index);
                }
            }
        });
    });
    clicked
}

/// The entries that hold each word of what was typed.
fn matching(entries: Vec<Entry>, typed: &str) -> Vec<Entry> {
    let typed = fold(typed).to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let holds = |entry: &Entry| {
        let text = fold(&entry.text).to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    entries.into_iter().filter(holds).collect()
}

/// Every command that has something to work on, and every choice there is.
fn entries(state: &AppState) -> Vec<Entry> {
    let is_offered =
        |command: &UiCommand| !matches!(command, UiCommand::ShowPalette | UiCommand::Escape) && state.allows(*command);
    let plain = UiCommand::ALL.into_iter().filter(is_offered).map(|command| Entry {
        text: state.command_name(command),
        keys: keys_text(command),
        command: Command::Ui(command),
    });
    let choice = |key, name: &str, command| {
        let text = state.i18n.message(&Message::new(key).with_text("name", name));
        Entry { text, keys: String::new(), command }
    };
    let mut entries: Vec<Entry> = plain.collect();
    if state.document().is_some() {
        entries.extend(
            LaneGrouping::ALL
                .map(|lanes| choice("palette-lanes", &state.i18n.text(lanes.message_key()), Command::SetLanes(lanes))),
        );
    }
    entries.extend(state.tabs.iter().map(|tab| choice("palette-tab", tab.title(), Command::ShowTab(tab.id))));
    if let Some(tab) = state.tabs.active().filter(|tab| reading_menu::can_change(tab)) {
        let read = |reading| Command::ReadAgain(reading);
        entries.extend(
            ENCODINGS.map(|name| choice("palette-encoding", name, read(Reading { encoding: Some(name), ..tab.reading }))),
        );
        entries.extend(
            state
                .formats
                .iter()
                .map(|key| choice("palette-format", &state.i18n.text(key), read(Reading { format: Some(key), ..tab.reading }))),
        );
    }
    let name_of = |path: &std::path::Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    entries.extend(
        state
            .recent
            .iter()
            .map(|recent| choice("palette-recent", &name_of(&recent.path), Command::OpenFiles(vec![recent.path.clone()]))),
    );
    entries
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::{NodeT as _, Queryable as _};

    use super::*;
    use crate::base::Language;
    use crate::ui::testing::{self, Window};

    fn opened(language: Language) -> egui_kittest::Harness<'static, Window> {
        let mut harness = Window::harness(testing::state(language));
        harness.state_mut().views.palette.toggle();
        harness.run();
        harness
    }

    #[test]
    fn escape_closes_it_and_runs_nothing() {
        let mut harness = opened(Language::Arabic);
        harness.key_press(Key::Escape);
        harness.run();
        assert!(!harness.state().views.palette.is_open() && harness.state().sent().is_empty());
    }

    #[test]
    fn every_command_that_works_is_there_and_runs() {
        for language in Language::ALL {
            let state = testing::state(language);
            let commands: Vec<Command> = entries(&state).into_iter().map(|entry| entry.command).collect();
            for command in UiCommand::ALL {
                let is_there = commands.contains(&Command::Ui(command));
                let is_offered = !matches!(command, UiCommand::ShowPalette | UiCommand::Escape) && state.allows(command);
                assert_eq!(is_there, is_offered, "{command:?}");
            }
        }
    }

    #[test]
    fn words_are_found_as_people_type_them() {
        let state = testing::state(Language::Arabic);
        let found = |typed: &str| matching(entries(&state), typed).into_iter().map(|entry| entry.command).collect::<Vec<_>>();
        assert_eq!(found("اقدم حدث"), [Command::Ui(UiCommand::SelectFirst)]);
        assert_eq!(found("ENGLISH"), [Command::Ui(UiCommand::SwitchLanguage)]);
        assert!(found("1256").iter().all(|command| matches!(command, Command::ReadAgain(_))));
        assert!(found("لا شيء من هذا").is_empty());
    }

    #[test]
    fn the_arrows_choose_and_return_runs() {
        let mut harness = opened(Language::English);
        let name = harness.state().state.i18n.text("palette-field");
        harness.get_by_label(&name).type_text("zoom");
        harness.run();
        harness.key_press(Key::ArrowDown);
        harness.run();
        let chosen = harness.state().state.command_name(UiCommand::ZoomOut);
        let said = harness.get_by_label(&name).accesskit_node().active_descendant().and_then(|entry| entry.label());
        assert_eq!(said, Some(chosen), "a screen reader says what was chosen");
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().sent(), [Command::Ui(UiCommand::ZoomOut)]);
        assert!(!harness.state().views.palette.is_open());
    }
}
