//! The open articles as tabs: a click shows one, its cross closes it. Where there are more than fit, a list has them all.

use eframe::egui::{
    CursorIcon, Id, PointerButton, PopupCloseBehavior, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::button::{Button, focus_ring};
use super::command::{Command, CommandSender};
use super::direction::{menu_under, rect_from_start, stable_id};
use super::look::{Look, pressed_ground};
use super::spinner::spinner_ui;
use super::state::AppState;
use super::tabs::{Tab, TabId};
use super::theme::color;
use crate::base::Message;
use crate::base::theme::size;
use crate::text::egui::{self, TextSpec, Wrap};

/// Its height in points.
pub const HEIGHT: f32 = size::GRID * 9.0;

const LEAST_TAB: f32 = 132.0;
const MOST_TAB: f32 = 260.0;
const PADDING: f32 = size::GRID * 3.0;
/// The square that a cross or a sign stands in.
const SIGN: f32 = size::GRID * 5.0;
/// The sign of what is under way is smaller.
const SIGN_INSET: f32 = 3.0;
const LIST_BUTTON: f32 = 72.0;
const LIST_WIDTH: f32 = 360.0;

/// What the bar remembers between frames.
#[derive(Debug, Default)]
pub struct TabBarView {
    /// The first tab that there is room for.
    first: usize,
}

/// Whether there is more than one article to choose from.
#[must_use]
pub fn is_needed(state: &AppState) -> bool {
    state.tabs.len() > 1
}

/// Shows as many tabs as fit, the active one among them.
pub fn tab_bar_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, view: &mut TabBarView) {
    let look = Look::of(state);
    let bar = ui.available_rect_before_wrap();
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(Role::TabList));
    let fit = Fit::of(state, bar.width(), view.first);
    view.first = fit.first;
    for (place, tab) in state.tabs.iter().skip(fit.first).take(fit.count).enumerate() {
        let along = fit.width * f32::from(u16::try_from(place).unwrap_or(u16::MAX));
        let rect = rect_from_start(bar, look.direction, along, 0.0, fit.width, bar.height());
        tab_ui(ui, state, commands, tab, rect);
    }
    if fit.count < state.tabs.len() {
        list_ui(ui, state, commands, bar);
    }
    ui.advance_cursor_after_rect(bar);
}

/// Which tabs there is room for.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Fit {
    first: usize,
    count: usize,
    width: f32,
}

impl Fit {
    fn of(state: &AppState, room: f32, first: usize) -> Self {
        let active = state.tabs.active().and_then(|tab| state.tabs.position(tab.id)).unwrap_or(0);
        Self::among(state.tabs.len(), active, room, first)
    }

    fn among(all: usize, active: usize, room: f32, first: usize) -> Self {
        let count = how_many(room).min(all);
        if count == all {
            return Self { first: 0, count, width: (room / as_points(all.max(1))).min(MOST_TAB) };
        }
        let room = room - LIST_BUTTON;
        let count = how_many(room);
        let first = first.clamp((active + 1).saturating_sub(count), active).min(all - count);
        Self { first, count, width: (room / as_points(count)).min(MOST_TAB) }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a bar holds a handful of tabs")]
fn how_many(room: f32) -> usize {
    ((room / LEAST_TAB).floor().max(1.0)) as usize
}

fn as_points(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

fn tab_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, tab: &Tab, rect: Rect) {
    let look = Look::of(state);
    let is_active = state.tabs.is_active(tab.id);
    let response = ui.interact(rect, id_of(tab.id, "tab"), Sense::click());
    let title = tab.title();
    let unsaved = Message::new("tab-unsaved").with_text("title", title);
    let name = if tab.work.is_unsaved() { state.i18n.message(&unsaved) } else { title.to_owned() };
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_active));
    let ground = color(if is_active { look.palette.panel } else { look.palette.soft });
    ui.painter().rect_filled(rect, 0.0, pressed_ground(ui, ground, response.hovered(), response.is_pointer_button_down_on()));
    if is_active {
        ui.painter().hline(rect.x_range(), rect.top() + 1.0, Stroke::new(2.0, color(look.palette.accent)));
    } else {
        let end = if look.direction.is_rtl() { rect.left() } else { rect.right() };
        ui.painter().vline(end, rect.shrink(size::GRID * 2.0).y_range(), look.hairline());
    }
    if response.has_focus() {
        focus_ring(ui, look, rect.shrink(3.0), 2.0);
    }
    let lead = sign_ui(ui, state, tab, rect);
    let room = rect.width() - lead - SIGN - PADDING * 2.0;
    let style = if is_active { look.body() } else { look.muted() };
    let text = egui::layout(ui.ctx(), &TextSpec::line(title, style).wrapped(Wrap::Elide(room.max(size::GRID * 4.0), 1)));
    let down = (rect.height() - text.size().y) / 2.0;
    let place = rect_from_start(rect, look.direction, PADDING + lead, down, text.size().x, text.size().y);
    ui.painter().galley(place.min, text.galley().clone(), style.color);
    close_ui(ui, state, commands, tab, rect);
    if response.clicked() {
        commands.send(Command::ShowTab(tab.id));
    }
    if response.clicked_by(PointerButton::Middle) {
        commands.send(Command::CloseTab(tab.id));
    }
    if text.is_elided() {
        response.on_hover_ui(|ui| {
            super::label::line(ui, title, look.small());
        });
    }
}

/// What stands before the title: that the article is being opened, or could not be, or has work that is not saved. How much room that takes.
fn sign_ui(ui: &mut Ui, state: &AppState, tab: &Tab, rect: Rect) -> f32 {
    let look = Look::of(state);
    let square = rect_from_start(rect, look.direction, PADDING, (rect.height() - SIGN) / 2.0, SIGN, SIGN);
    if tab.progress.is_some() {
        let mut inside = ui.new_child(UiBuilder::new().max_rect(square.shrink(SIGN_INSET)));
        spinner_ui(&mut inside, SIGN - 2.0 * SIGN_INSET, color(look.palette.accent), state.is_motion_reduced);
    } else if tab.failure.is_some() {
        let text = egui::layout(ui.ctx(), &TextSpec::line("⚠", look.text(size::TEXT, look.palette.error)));
        ui.painter().galley(square.center() - text.size() / 2.0, text.galley().clone(), color(look.palette.error));
    } else if tab.work.is_unsaved() {
        ui.painter().circle_filled(square.center(), size::GRID, color(look.palette.accent));
    } else {
        return 0.0;
    }
    SIGN + size::GRID
}

/// The cross at the end of a tab.
fn close_ui(ui: &Ui, state: &AppState, commands: &CommandSender, tab: &Tab, rect: Rect) {
    let look = Look::of(state);
    let along = rect.width() - SIGN - size::GRID * 1.5;
    let square = rect_from_start(rect, look.direction, along, (rect.height() - SIGN) / 2.0, SIGN, SIGN);
    let response = ui.interact(square, id_of(tab.id, "close"), Sense::click());
    let name = state.i18n.message(&Message::new("tab-close").with_text("title", tab.title()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(square, size::GRID, color(look.palette.line));
    }
    if response.has_focus() {
        focus_ring(ui, look, square, size::GRID);
    }
    let cross = square.shrink(6.5);
    let stroke = Stroke::new(1.5, color(look.palette.muted));
    ui.painter().line_segment([cross.left_top(), cross.right_bottom()], stroke);
    ui.painter().line_segment([cross.right_top(), cross.left_bottom()], stroke);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        commands.send(Command::CloseTab(tab.id));
    }
}

/// All tabs under each other, at the end of the bar.
fn list_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, bar: Rect) {
    let look = Look::of(state);
    let count = state.tabs.len();
    let text = format!("{} ▾", state.i18n.count(count));
    let name = state.i18n.message(&Message::new("tab-list").with_count("count", count));
    let place = rect_from_start(bar, look.direction, bar.width() - LIST_BUTTON, 0.0, LIST_BUTTON, bar.height());
    let mut inside = ui.new_child(
        eframe::egui::UiBuilder::new()
            .max_rect(place.shrink2(vec2(size::GRID * 2.0, size::GRID * 1.5)))
            .layout(super::direction::row_start_to_end(look.direction)),
    );
    let button = Button::chip(&text).named(&name).with_id(stable_id("tab-list")).show(&mut inside, look);
    menu_under(&button, look.direction).close_behavior(PopupCloseBehavior::CloseOnClick).width(LIST_WIDTH).show(|ui| {
        ui.set_width(LIST_WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        eframe::egui::ScrollArea::vertical().max_height(480.0).show(ui, |ui| {
            for tab in state.tabs.iter() {
                let entry = Button::entry(tab.title()).at_most(LIST_WIDTH).selected(state.tabs.is_active(tab.id));
                if entry.show(ui, look).clicked() {
                    commands.send(Command::ShowTab(tab.id));
                    ui.close();
                }
            }
        });
    });
}

fn id_of(tab: TabId, part: &str) -> Id {
    Id::unique(("waqai-tab", tab.0, part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_active_tab_is_always_among_those_that_fit() {
        for all in 1..40 {
            for active in 0..all {
                for first in [0, 3, 39] {
                    for room in [90.0, 500.0, 1280.0] {
                        let fit = Fit::among(all, active, room, first);
                        assert!(fit.first <= active && active < fit.first + fit.count, "{fit:?} of {all}, {active} is active");
                        assert!(fit.first + fit.count <= all, "{fit:?} of {all}");
                        assert!(fit.width <= MOST_TAB);
                    }
                }
            }
        }
    }

    #[test]
    fn tabs_that_fit_stay_where_they_are() {
        assert_eq!(Fit::among(30, 5, 1280.0, 2).first, 2);
        assert_eq!(Fit::among(3, 2, 1280.0, 2), Fit { first: 0, count: 3, width: MOST_TAB });
    }
}
