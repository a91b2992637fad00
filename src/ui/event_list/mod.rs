//! The events as a table: for those who would rather read than look, and for whoever does not see the timeline.
//! Only the rows in view are laid out; each is a node that the keyboard and a screen reader reach.

mod cells;
mod scroll;

use std::sync::Arc;

use eframe::egui::{
    EventFilter, Id, Key, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use self::cells::{Row, cell_text, column_key, columns, paint_row, paint_text, widths};
use self::scroll::{Scroll, bar_ui};
use super::browse::Change;
use super::command::{Command, CommandSender, UiCommand};
use super::direction::stable_id;
use super::event_menu::event_menu_ui;
use super::look::Look;
use super::state::{AppState, Document};
use super::theme::color;
use crate::base::theme::size;
use crate::event::EventId;

const ROW: f32 = size::LANE_ROW;
const HEADER: f32 = 36.0;
const MARGIN: f32 = size::GRID * 4.0;

/// The rows as they are shown, and how far they are scrolled.
#[derive(Debug, Default)]
pub struct EventListView {
    rows: Arc<[EventId]>,
    /// The last selection that was brought into view.
    revealed: Option<EventId>,
    scroll: Scroll,
    focus_target: Option<EventId>,
    had_focus: bool,
    menu_wanted: bool,
}

impl EventListView {
    /// Does what a key or a menu asks for, where it is the list's affair; whether it was.
    pub fn apply(&mut self, command: UiCommand, state: &AppState, commands: &CommandSender) -> bool {
        let passes = |id: &&EventId| state.browse.passes(**id);
        let at = state.selected().and_then(|selected| self.rows.iter().position(|id| *id == selected));
        let next = match (command, at) {
            (UiCommand::SelectDown, Some(at)) => self.rows.iter().skip(at + 1).find(passes),
            (UiCommand::SelectUp, Some(at)) => self.rows[..at].iter().rev().find(passes),
            (UiCommand::SelectFirst | UiCommand::SelectDown, _) => self.rows.iter().find(passes),
            (UiCommand::SelectLast | UiCommand::SelectUp, _) => self.rows.iter().rev().find(passes),
            (UiCommand::EventMenu, _) => {
                self.menu_wanted = true;
                return true;
            }
            _ => return false,
        };
        if let Some(event) = next.copied() {
            self.focus_target = Some(event);
            commands.send(Command::Select(Some(event)));
        }
        true
    }

    /// Goes a page down or up from the selected row; from none to the first.
    fn turn_page(&mut self, down: bool, state: &AppState, commands: &CommandSender) {
        let selected = state.selected().and_then(|selected| self.rows.iter().position(|id| *id == selected));
        let page = self.scroll.page();
        let to = selected.map_or(0, |at| if down { at.saturating_add(page) } else { at.saturating_sub(page) });
        if let Some(event) = self.rows.get(to.min(self.rows.len().saturating_sub(1))) {
            self.focus_target = Some(*event);
            commands.send(Command::Select(Some(*event)));
        }
    }

    /// Brings a newly selected row into view.
    fn reveal(&mut self, selected: Option<EventId>) {
        if std::mem::replace(&mut self.revealed, selected) == selected {
            return;
        }
        if let Some(at) = self.rows.iter().position(|id| Some(*id) == selected) {
            self.scroll.reveal(at);
        }
    }
}

/// Shows the table in all the space there is.
pub fn event_list_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, view: &mut EventListView) {
    let look = Look::of(state);
    let Some(pictured) = state.pictured() else { return };
    let document = &pictured.document;
    let rows = pictured.picture.rows.as_ref();
    view.rows = rows.cloned().unwrap_or_default();
    let all = ui.available_rect_before_wrap();
    ui.painter().rect_filled(all, 0.0, color(look.palette.panel));
    let name = state.i18n.text("event-list");
    let table = UiBuilder::new().scope_id(stable_id("event-list")).max_rect(all);
    let table = table.accessibility_role(Role::Table).accessibility_label(name);
    ui.scope_builder(table, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        header_ui(ui, state, document, commands);
        if view.rows.is_empty() {
            let rect = Rect::from_min_size(ui.cursor().min, vec2(all.width(), HEADER));
            let key = match rows {
                None => "event-list-pending",
                Some(_) if state.browse.shown().is_some() => "timeline-none-shown",
                Some(_) => "card-no-events",
            };
            paint_text(ui, look, rect.shrink2(vec2(MARGIN, 0.0)), &state.i18n.text(key), look.muted());
            return;
        }
        rows_ui(ui, state, document, commands, view);
    });
}

/// The names of the columns; a click sorts by one, another click the other way round.
fn header_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender) {
    let look = Look::of(state);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEADER));
    ui.painter().rect_filled(rect, 0.0, color(look.palette.soft));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, look.hairline());
    let order = state.browse.order();
    for (column, cell) in widths(columns(document), rect, look.direction) {
        let response = ui.interact(cell, stable_id("event-list-column").with(column as u8), Sense::click());
        let title = state.i18n.text(column_key(column));
        let is_chosen = order.by == column;
        let (sign, sorted) = match (is_chosen, order.descending) {
            (false, _) => ("", None),
            (true, false) => (" ▴", Some("event-list-ascending")),
            (true, true) => (" ▾", Some("event-list-descending")),
        };
        let sorted = sorted.map(|key| state.i18n.text(key));
        let name = std::iter::once(title.clone()).chain(sorted).collect::<Vec<_>>().join(&state.i18n.text("timeline-separator"));
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
        let style = if is_chosen { look.strong() } else { look.muted() };
        paint_text(ui, look, cell, &format!("{title}{sign}"), style);
        focus_frame(ui, look, &response);
        if response.clicked() {
            commands.send(Command::Browse(Change::SortBy(column)));
        }
        response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand);
    }
}

fn rows_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender, view: &mut EventListView) {
    let area = ui.available_rect_before_wrap();
    view.scroll.update(view.rows.len(), area.height());
    view.reveal(state.selected());
    scrolled(ui, area, view);
    let menu_wanted = std::mem::take(&mut view.menu_wanted);
    let rows = view.rows.clone();
    let mut focused = false;
    let inside = UiBuilder::new().max_rect(area);
    ui.scope_builder(inside, |ui| {
        ui.shrink_clip_rect(area);
        for at in view.scroll.visible() {
            let Some(id) = rows.get(at) else { continue };
            let top = pos2(area.left(), area.top() + view.scroll.y_of(at));
            let row = Row { document, id: *id, at, rect: Rect::from_min_size(top, vec2(area.width(), ROW)) };
            let response = row_ui(ui, state, commands, &row);
            focused |= response.has_focus();
            event_menu_ui(&response, state, commands, *id, menu_wanted && state.selected() == Some(*id));
        }
    });
    bar_ui(ui, Look::of(state), area, stable_id("event-list-bar"), &mut view.scroll);
    if focused {
        let (down, up) = ui.input(|input| (input.key_pressed(Key::PageDown), input.key_pressed(Key::PageUp)));
        if down || up {
            view.turn_page(down, state, commands);
        }
    }
    let had_focus = std::mem::replace(&mut view.had_focus, focused);
    if let Some(target) = view.focus_target.filter(|target| state.selected() == Some(*target)) {
        view.focus_target = None;
        if focused || had_focus {
            view.had_focus = true;
            ui.memory_mut(|memory| memory.request_focus(row_id(target)));
        }
    }
}

/// Moves the rows as a wheel or a finger asks.
fn scrolled(ui: &Ui, area: Rect, view: &mut EventListView) {
    let ground = ui.interact(area, stable_id("event-list-ground"), Sense::DRAG);
    let dragged = if ground.dragged() { ground.drag_delta().y } else { 0.0 };
    let wheel = if ui.rect_contains_pointer(area) { ui.input(|input| input.smooth_scroll_delta().y) } else { 0.0 };
    view.scroll.move_by(-f64::from(dragged + wheel));
}

fn row_id(event: EventId) -> Id {
    stable_id("event-list-row").with(event.0)
}

fn row_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, row: &Row<'_>) -> Response {
    let look = Look::of(state);
    let response = ui.interact(row.rect, row_id(row.id), Sense::click());
    let selected = state.selected() == Some(row.id);
    let parts = columns(row.document).iter().map(|column| cell_text(state, row.document, row.id, *column));
    let parts = parts.filter(|text| !text.is_empty());
    let name = parts.chain((!state.browse.passes(row.id)).then(|| state.i18n.text("filter-not-passed"))).collect::<Vec<_>>();
    let name = name.join(&state.i18n.text("timeline-separator"));
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_row_index(row.at));
    paint_row(ui, state, row, response.hovered());
    if response.has_focus() {
        let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
        let filter = EventFilter { horizontal_arrows: !is_open, vertical_arrows: !is_open, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    focus_frame(ui, look, &response);
    if response.clicked() {
        commands.send(Command::Select(Some(row.id)));
    }
    response
}

fn focus_frame(ui: &Ui, look: Look, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(1.5, color(look.palette.ink));
        ui.painter().rect_stroke(response.rect.shrink(1.0), size::CORNER, stroke, StrokeKind::Inside);
    }
}

#[cfg(test)]
mod tests;
