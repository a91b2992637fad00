//! The bar at the top: what is open, when it was published, and what can be done.

use eframe::egui::{Popup, PopupCloseBehavior, Response, ScrollArea, Shape, Stroke, Ui, vec2};

use super::button::Button;
use super::command::{Command, CommandSender, UiCommand};
use super::direction::{menu_under, row_start_to_end, stable_id};
use super::filter::{FilterMenuView, filter_menu_ui, menu_text};
use super::label;
use super::look::Look;
use super::published_chip::{self, PublishedView, published_chip_ui};
use super::recent::recent_ui;
use super::search::{self, SearchView, search_ui};
use super::shortcut::keys_text;
use super::state::{AppState, Appearance, Document, LaneGrouping};
use super::tabs::Tab;
use super::theme::color;
use crate::base::Message;
use crate::base::theme::size;
use crate::text::egui::TextStyle;

/// Its height in points.
pub const HEIGHT: f32 = 52.0;

const GAP: f32 = 12.0;
const TITLE: f32 = 15.0;
const LEAST_TITLE: f32 = 80.0;
/// With less room there is neither title nor date.
const LEAST_DOCUMENT: f32 = 160.0;
const MENU_WIDTH: f32 = 300.0;
/// The room in the menu for the longest key.
const KEY_WIDTH: f32 = 112.0;
/// What is above and below the menu in the window.
const AROUND_MENU: f32 = 80.0;
const THEME_BUTTON: f32 = 32.0;
const RECENT_WIDTH: f32 = 380.0;

/// What the parts of the bar remember between frames.
#[derive(Debug, Default)]
pub struct BarViews {
    published: PublishedView,
    filter: FilterMenuView,
    search: SearchView,
}

/// Shows the bar in one row.
pub fn top_bar_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, views: &mut BarViews, recent_wanted: &mut bool) {
    let look = Look::of(state);
    ui.with_layout(row_start_to_end(look.direction), |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let open = state.i18n.text("bar-open");
        if Button::primary(&open).with_id(stable_id("open")).show(ui, look).clicked() {
            commands.send_ui(UiCommand::Open);
        }
        ui.add_space(size::GRID - GAP);
        recent_menu_ui(ui, state, commands, std::mem::take(recent_wanted));
        let tools = Tools::new(ui, state);
        let rest = ui.available_width() - tools.width(ui, look);
        let before = ui.available_width();
        // In a narrow bar the search takes the place of the title.
        if let Some(document) = state.document()
            && rest >= LEAST_DOCUMENT
        {
            document_ui(ui, state, document, commands, &mut views.published, rest);
        }
        let gap = rest - (before - ui.available_width());
        ui.add_space(gap.max(0.0));
        tools.show(ui, state, commands, views);
    });
}

/// The files that were opened before, under a button beside the one that opens others.
fn recent_menu_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, wanted: bool) {
    let look = Look::of(state);
    let name = state.i18n.text(UiCommand::ShowRecent.message_key());
    let button = Button::outlined("▾").named(&name).with_id(stable_id("recent")).show(ui, look);
    if wanted {
        Popup::open_id(ui.ctx(), Popup::default_response_id(&button));
    }
    let button = hint(button, state, UiCommand::ShowRecent);
    menu_under(&button, look.direction).close_behavior(PopupCloseBehavior::CloseOnClick).width(RECENT_WIDTH).show(|ui| {
        ui.set_width(RECENT_WIDTH);
        if recent_ui(ui, state, commands, RECENT_WIDTH) {
            ui.close();
        }
    });
}

fn document_ui(
    ui: &mut Ui,
    state: &AppState,
    document: &Document,
    commands: &CommandSender,
    published: &mut PublishedView,
    width: f32,
) {
    let look = Look::of(state);
    // The rows of a table are not told on any day.
    let has_chip = document.table.is_none();
    let chip_width = if has_chip { published_chip::width(ui, state, document) } else { 0.0 };
    let room = width - chip_width - GAP * 2.0;
    let source = document.article.source.as_deref().filter(|_| room > LEAST_TITLE * 2.0);
    let source_room = source.map_or(0.0, |source| label::width(ui, source, look.muted()).min(room * 0.25) + GAP);
    let title = state.tabs.active().map(Tab::title).unwrap_or_default();
    let style = TextStyle { size: TITLE, ..look.strong() };
    label::elided_words(ui, title, style, look, (room - source_room).max(LEAST_TITLE));
    if let Some(source) = source {
        label::elided(ui, source, look.muted(), source_room - GAP);
    }
    if has_chip {
        published_chip_ui(ui, state, document, commands, published);
    }
}

/// The buttons at the end of the bar, with their texts.
struct Tools {
    /// Filter and lanes, where there is a document.
    document: Option<[String; 2]>,
    /// The width of the search in points.
    search: f32,
    language: String,
}

impl Tools {
    fn new(ui: &Ui, state: &AppState) -> Self {
        let search = search::width(ui, state);
        let document = state.document().is_some().then(|| [menu_text(state), lanes_text(state)]);
        let language = state.i18n.text("bar-other-language");
        Self { document, search, language }
    }

    /// Their width in points, gaps included.
    fn width(&self, ui: &Ui, look: Look) -> f32 {
        let button = |text: &str| Button::outlined(text).width(ui, look) + GAP;
        let document = self.document.iter().flatten().map(|text| button(text)).sum::<f32>();
        let document = document + self.document.as_ref().map_or(0.0, |_| button("⇄") + self.search + GAP);
        let others = Button::outlined(&self.language).width(ui, look) + Button::outlined("⋯").width(ui, look);
        document + others + THEME_BUTTON + GAP * 2.0
    }

    fn show(&self, ui: &mut Ui, state: &AppState, commands: &CommandSender, views: &mut BarViews) {
        if let (Some([_, lanes]), Some(document)) = (&self.document, state.document()) {
            search_ui(ui, state, commands, &mut views.search);
            filter_menu_ui(ui, state, document, commands, &mut views.filter);
            lanes_ui(ui, state, commands, lanes);
            command_button(ui, state, commands, "⇄", UiCommand::ReverseTime);
        }
        command_button(ui, state, commands, &self.language, UiCommand::SwitchLanguage);
        theme_button(ui, state, commands);
        menu_ui(ui, state, commands);
    }
}

fn lanes_text(state: &AppState) -> String {
    let value = state.i18n.text(state.lanes.message_key());
    let text = state.i18n.message(&Message::new("bar-lanes").with_text("lanes", value));
    format!("{text} ▾")
}

/// What the lanes stand for, and the other things they could stand for.
fn lanes_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, text: &str) {
    let look = Look::of(state);
    let button = Button::outlined(text).with_id(stable_id("lanes")).show(ui, look);
    menu_under(&button, look.direction).close_behavior(PopupCloseBehavior::CloseOnClick).width(160.0).show(|ui| {
        ui.set_width(160.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        for lanes in LaneGrouping::ALL {
            let text = state.i18n.text(lanes.message_key());
            if Button::entry(&text).selected(state.lanes == lanes).show(ui, look).clicked() {
                commands.send(Command::SetLanes(lanes));
                ui.close();
            }
        }
    });
}

fn command_button(ui: &mut Ui, state: &AppState, commands: &CommandSender, sign: &str, command: UiCommand) {
    let name = state.i18n.text(command.message_key());
    let button = Button::outlined(sign).named(&name).with_id(stable_id(command.message_key()));
    if hint(button.show(ui, Look::of(state)), state, command).clicked() {
        commands.send_ui(command);
    }
}

/// What a button does and its key, under the pointer.
fn hint(response: Response, state: &AppState, command: UiCommand) -> Response {
    let look = Look::of(state);
    let text = state.i18n.text(command.message_key());
    let keys = keys_text(command);
    response.on_hover_ui(|ui| {
        ui.with_layout(row_start_to_end(look.direction), |ui| {
            label::line(ui, &text, look.small());
            label::line(ui, &keys, look.small_muted());
        });
    })
}

/// Half light, half dark: painted, so that it needs no font.
fn theme_button(ui: &mut Ui, state: &AppState, commands: &CommandSender) {
    let look = Look::of(state);
    let command = UiCommand::SwitchTheme;
    let name = state.i18n.text(command.message_key());
    let button = Button::outlined(" ").named(&name).with_id(stable_id("theme")).show(ui, look);
    let center = button.rect.center();
    let ink = color(look.palette.ink);
    let half = (0..=16u8).map(|step| {
        let angle = std::f32::consts::PI * (f32::from(step) / 16.0 - 0.5);
        let side = if state.appearance == Appearance::Light { 1.0 } else { -1.0 };
        center + vec2(angle.cos() * side, angle.sin()) * 6.0
    });
    ui.painter().circle_stroke(center, 6.0, Stroke::new(1.5, ink));
    ui.painter().add(Shape::convex_polygon(half.collect(), ink, Stroke::NONE));
    if hint(button, state, command).clicked() {
        commands.send_ui(command);
    }
}

/// The commands with their keys.
fn menu_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender) {
    let look = Look::of(state);
    let name = state.i18n.text("bar-menu");
    let button = Button::outlined("⋯").named(&name).with_id(stable_id("menu")).show(ui, look);
    menu_under(&button, look.direction).close_behavior(PopupCloseBehavior::CloseOnClick).width(MENU_WIDTH).show(|ui| {
        ui.set_width(MENU_WIDTH);
        let height = ui.ctx().content_rect().height() - AROUND_MENU;
        ScrollArea::vertical().min_scrolled_height(height).max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for command in UiCommand::ALL.into_iter().filter(|command| command.is_in_menu()) {
                entry_ui(ui, state, commands, command);
            }
        });
    });
}

/// A line of a menu: what it does, and its key.
fn entry_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, command: UiCommand) {
    let text = state.command_name(command);
    let keys = keys_text(command);
    let entry = Button::entry(&text).with_aside(&keys).at_most(MENU_WIDTH - KEY_WIDTH).enabled(state.allows(command));
    if entry.show(ui, Look::of(state)).clicked() {
        commands.send_ui(command);
        ui.close();
    }
}
