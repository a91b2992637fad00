//! The events as a table: for those who would rather read than look, and for whoever does not see the timeline.
//! Only the rows in view are laid out; each is a node that the keyboard and a screen reader reach.

mod cells;

use std::sync::Arc;

use eframe::egui::{
    EventFilter, Id, Popup, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use self::cells::{cell_text, column_key, paint_row, paint_text, widths};
use super::command::{Command, CommandSender, UiCommand};
use super::direction::stable_id;
use super::event_menu::event_menu_ui;
use super::look::Look;
use super::state::{AppState, Document};
use super::theme::color;
use crate::base::theme::size;
use crate::event::EventId;
use crate::timeline::Sifted;
use crate::timeline::table::{Column, sorted};

const ROW: f32 = size::LANE_ROW;
const HEADER: f32 = 36.0;
const MARGIN: f32 = size::GRID * 4.0;

/// The order of the rows, and how far they are scrolled.
#[derive(Debug, Default)]
pub struct EventListView {
    by: Column,
    descending: bool,
    rows: Vec<EventId>,
    /// What the rows are of.
    made_of: Option<RowsKey>,
    /// The last selection that was brought into view.
    revealed: Option<EventId>,
    /// How far down the first row in view is, and how high the view is, in points.
    seen: (f32, f32),
    focus_target: Option<EventId>,
    had_focus: bool,
    menu_wanted: bool,
}

#[derive(Debug)]
struct RowsKey {
    document: Arc<Document>,
    shown: Option<Arc<Sifted>>,
    by: Column,
    descending: bool,
}

impl EventListView {
    fn update(&mut self, state: &AppState, document: &Arc<Document>) {
        let shown = state.browse.shown();
        let is_same = self.made_of.as_ref().is_some_and(|key| {
            let same_events = key.shown.as_ref().map(Arc::as_ptr) == shown.map(Arc::as_ptr);
            Arc::ptr_eq(&key.document, document) && same_events && (key.by, key.descending) == (self.by, self.descending)
        });
        if !is_same {
            self.rows = sorted(&document.extraction, self.by, self.descending, shown.map(Arc::as_ref));
            let (by, descending) = (self.by, self.descending);
            self.made_of = Some(RowsKey { document: document.clone(), shown: shown.cloned(), by, descending });
        }
    }

    fn sort_by(&mut self, column: Column) {
        self.descending = self.by == column && !self.descending;
        self.by = column;
    }

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

    /// How far the list is to be scrolled so that the selected row is in view; `None` where it is, or nothing is new.
    fn reveal(&mut self, selected: Option<EventId>) -> Option<f32> {
        if std::mem::replace(&mut self.revealed, selected) == selected {
            return None;
        }
        let at = self.rows.iter().position(|id| Some(*id) == selected)?;
        let top = f32::from(u16::try_from(at).unwrap_or(u16::MAX)) * ROW;
        let (first, height) = self.seen;
        if top < first {
            Some(top)
        } else if top + ROW > first + height {
            Some((top + ROW - height).max(0.0))
        } else {
            None
        }
    }
}

/// Shows the table in all the space there is.
pub fn event_list_ui(
    ui: &mut Ui,
    state: &AppState,
    document: &Arc<Document>,
    commands: &CommandSender,
    view: &mut EventListView,
) {
    let look = Look::of(state);
    view.update(state, document);
    let all = ui.available_rect_before_wrap();
    ui.painter().rect_filled(all, 0.0, color(look.palette.panel));
    let name = state.i18n.text("event-list");
    let table = UiBuilder::new().scope_id(stable_id("event-list")).max_rect(all);
    let table = table.accessibility_role(Role::Table).accessibility_label(name);
    ui.scope_builder(table, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        header_ui(ui, state, view);
        if view.rows.is_empty() {
            let rect = Rect::from_min_size(ui.cursor().min, vec2(all.width(), HEADER));
            let key = if state.browse.shown().is_some() { "timeline-none-shown" } else { "card-no-events" };
            paint_text(ui, look, rect.shrink2(vec2(MARGIN, 0.0)), &state.i18n.text(key), look.muted());
            return;
        }
        rows_ui(ui, state, document, commands, view);
    });
}

/// The names of the columns; a click sorts by one, another click the other way round.
fn header_ui(ui: &mut Ui, state: &AppState, view: &mut EventListView) {
    let look = Look::of(state);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEADER));
    ui.painter().rect_filled(rect, 0.0, color(look.palette.soft));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, look.hairline());
    for (column, cell) in widths(rect, look.direction) {
        let response = ui.interact(cell, stable_id("event-list-column").with(column as u8), Sense::click());
        let title = state.i18n.text(column_key(column));
        let is_chosen = view.by == column;
        let (sign, order) = match (is_chosen, view.descending) {
            (false, _) => ("", None),
            (true, false) => (" ▴", Some("event-list-ascending")),
            (true, true) => (" ▾", Some("event-list-descending")),
        };
        let order = order.map(|key| state.i18n.text(key));
        let name = std::iter::once(title.clone()).chain(order).collect::<Vec<_>>().join(&state.i18n.text("timeline-separator"));
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
        let style = if is_chosen { look.strong() } else { look.muted() };
        paint_text(ui, look, cell, &format!("{title}{sign}"), style);
        focus_frame(ui, look, &response);
        if response.clicked() {
            view.sort_by(column);
        }
        response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand);
    }
}

fn rows_ui(ui: &mut Ui, state: &AppState, document: &Arc<Document>, commands: &CommandSender, view: &mut EventListView) {
    let scroll = view.reveal(state.selected());
    let mut area = ScrollArea::vertical().id_salt(("event-list", document.generation)).auto_shrink(false);
    if let Some(offset) = scroll {
        area = area.vertical_scroll_offset(offset);
    }
    let menu_wanted = std::mem::take(&mut view.menu_wanted);
    let mut focused = false;
    let rows = std::mem::take(&mut view.rows);
    let output = area.show_rows(ui, ROW, rows.len(), |ui, range| {
        for at in range {
            let Some(id) = rows.get(at) else { continue };
            let response = row_ui(ui, state, document, commands, at, *id);
            focused |= response.has_focus();
            event_menu_ui(&response, state, commands, *id, menu_wanted && state.selected() == Some(*id));
        }
    });
    view.rows = rows;
    view.seen = (output.state.unclamped_offset().y, output.inner_rect.height());
    let had_focus = std::mem::replace(&mut view.had_focus, focused);
    if let Some(target) = view.focus_target.filter(|target| state.selected() == Some(*target)) {
        view.focus_target = None;
        if focused || had_focus {
            view.had_focus = true;
            ui.memory_mut(|memory| memory.request_focus(row_id(target)));
        }
    }
}

fn row_id(event: EventId) -> Id {
    stable_id("event-list-row").with(event.0)
}

fn row_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender, at: usize, id: EventId) -> Response {
    let look = Look::of(state);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, row_id(id), Sense::click());
    let Some(event) = document.extraction.event(id) else { return response };
    let selected = state.selected() == Some(id);
    let parts = Column::ALL.map(|column| cell_text(state, event, column)).into_iter().filter(|text| !text.is_empty());
    let name = parts.chain((!state.browse.passes(id)).then(|| state.i18n.text("filter-not-passed"))).collect::<Vec<_>>();
    let name = name.join(&state.i18n.text("timeline-separator"));
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_row_index(at));
    paint_row(ui, state, event, id, rect, at, response.hovered());
    if response.has_focus() {
        let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
        let filter = EventFilter { horizontal_arrows: !is_open, vertical_arrows: !is_open, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    focus_frame(ui, look, &response);
    if response.clicked() {
        commands.send(Command::Select(Some(id)));
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
