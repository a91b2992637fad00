//! The names of the lanes: a click collapses one, a drag moves it, a menu has all of that and hides it.
//! Also what keys do with the lane that has the focus, else with that of the selected event.

use eframe::egui::{EventFilter, Id, Rect as ScreenRect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::nodes::Nodes;
use super::open::Open;
use super::paint::at_start;
use super::view::TimelineView;
use super::words::{Words, lane_text, style};
use crate::base::Message;
use crate::base::theme::size;
use crate::text::egui::{TextSpec, layout};
use crate::timeline::scene::LaneBand;
use crate::timeline::{Lane, LaneKey, Rect, Scene};
use crate::ui::browse::Change;
use crate::ui::button::Button;
use crate::ui::command::{Command, CommandSender, UiCommand};
use crate::ui::direction::context_menu;
use crate::ui::look::Look;
use crate::ui::shortcut::keys_text;
use crate::ui::state::AppState;
use crate::ui::theme::{color, palette};

const MENU_WIDTH: f32 = 280.0;
/// The room for the longest key.
const KEY_WIDTH: f32 = 84.0;
/// The height of the line that counts the lanes below, in points.
const MORE: f64 = 22.0;

impl Nodes<'_> {
    /// The name of a lane, which is a button.
    pub(super) fn lane(&mut self, ui: &Ui, open: &Open, scene: &Scene, band: &LaneBand) {
        let Some(lane) = open.model.lanes().get(band.lane) else { return };
        let Some(rect) = band.header.clipped(scene.frames.headers) else { return };
        let id = ui.scope_id().with("lane-header");
        let response = ui.interact(self.screen.rect(rect), id, Sense::click_and_drag());
        let name = lane_name(self.state, lane);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(!lane.collapsed));
        self.tooltip(&response, || name.clone());
        if response.has_focus() {
            self.focused_lane = Some(lane.key.clone());
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            self.frame(response.rect);
        }
        if response.clicked() {
            self.commands.send(Command::Browse(Change::ToggleLane(self.state.lanes, lane.key.clone())));
        }
        if response.secondary_clicked() {
            response.request_focus();
        }
        self.sign(ui, lane, &response);
        self.drag_lane(ui, open, scene, band, &response);
        lane_menu_ui(&response, self.state, self.commands);
    }

    /// Which way a click folds the lane: seen where it matters.
    fn sign(&self, ui: &Ui, lane: &Lane, response: &Response) {
        if !lane.collapsed && !response.hovered() && !response.has_focus() {
            return;
        }
        let rtl = self.state.i18n.direction().is_rtl();
        let sign = match (lane.collapsed, rtl) {
            (false, _) => "▾",
            (true, false) => "▸",
            (true, true) => "◂",
        };
        let muted = color(palette(self.state.appearance).muted);
        let text = layout(ui.ctx(), &TextSpec::line(sign, style(size::TEXT_SMALL, false, muted)));
        let x = at_start(response.rect.x_range(), text.size().x, 2.0, !rtl);
        let y = response.rect.top() + size::LANE_ROW / 2.0 + 4.0 - text.size().y / 2.0;
        ui.painter().galley(pos2(x, y).round(), text.galley().clone(), muted);
    }

    fn drag_lane(&self, ui: &Ui, open: &Open, scene: &Scene, band: &LaneBand, response: &Response) {
        let Some(pos) = response.interact_pointer_pos().filter(|_| response.dragged() || response.drag_stopped()) else { return };
        let (to, line) = drop_place(scene, band.lane, self.screen.scene_point(pos).y);
        if response.drag_stopped() {
            if let Some(lane) = open.model.lanes().get(band.lane).filter(|_| to != band.lane) {
                self.commands.send(Command::Browse(put(self.state, open, lane.key.clone(), to)));
            }
            return;
        }
        ui.ctx().set_cursor_icon(eframe::egui::CursorIcon::Grabbing);
        let accent = color(palette(self.state.appearance).accent);
        let y = self.screen.pos(0.0, line).y;
        ui.painter().hline(self.screen.rect(band.rect).x_range(), y, Stroke::new(2.0, accent));
    }

    /// Says how many lanes stand below what is in view; a click scrolls to them.
    pub(super) fn lanes_below(&self, ui: &Ui, open: &mut Open, scene: &Scene, words: &Words<'_>) {
        let frame = scene.frames.headers;
        let whole = scene.lanes.iter().filter(|band| band.rect.max_y <= frame.max_y + 1.0).map(|band| band.lane + 1).max();
        let n_below = open.model.lanes().len() - whole.unwrap_or(0).min(open.model.lanes().len());
        if n_below == 0 || frame.height() < 3.0 * MORE {
            return;
        }
        let rect = Rect { min_y: frame.max_y - MORE, ..frame };
        let text = words.counted("timeline-lanes-below", n_below);
        let id = ui.scope_id().with("timeline-lanes-below");
        let response = self.node(ui, id, rect, || WidgetInfo::labeled(Role::Button, true, &text));
        let palette = palette(self.state.appearance);
        ui.painter().rect_filled(response.rect, 0.0, color(palette.panel));
        let accent = color(palette.accent);
        let galley = words.elided(&format!("▾ {text}"), style(size::TEXT_SMALL, false, accent), response.rect.width() - 12.0);
        let rtl = self.state.i18n.direction().is_rtl();
        let x = at_start(response.rect.x_range(), galley.size().x, 12.0, rtl);
        let pos = pos2(x, response.rect.center().y - galley.size().y / 2.0).round();
        ui.painter().galley(pos, galley, accent);
        if response.has_focus() {
            self.frame(response.rect);
        }
        if response.clicked() {
            open.scroll_lanes(-frame.height() / 2.0);
        }
    }

    pub(super) fn frame(&self, rect: ScreenRect) {
        let stroke = Stroke::new(1.5, color(palette(self.state.appearance).ink));
        self.painter.rect_stroke(rect, size::CORNER, stroke, StrokeKind::Inside);
    }
}

/// The group of a lane, which has its name and its events.
pub(super) fn group_id(ui: &Ui, key: &LaneKey) -> Id {
    ui.scope_id().with(("timeline-lane", format!("{key:?}")))
}

/// What a screen reader says of a lane: its name and how many events it has.
pub(super) fn lane_name(state: &AppState, lane: &Lane) -> String {
    let count = state.i18n.message(&Message::new("timeline-cluster").with_count("count", lane.n_events));
    let title = lane_text(&state.i18n, &lane.title, state.lanes);
    let message = Message::new("timeline-lane").with_text("lane", title).with_text("count", count);
    state.i18n.message(&message)
}

/// Where a dragged lane would come to stand, counted without it, and the edge at which it would.
fn drop_place(scene: &Scene, dragged: usize, y: f64) -> (usize, f64) {
    let others = || scene.lanes.iter().filter(|band| band.lane != dragged);
    match others().filter(|band| band.rect.center().y < y).max_by_key(|band| band.lane) {
        Some(above) if above.lane > dragged => (above.lane, above.rect.max_y),
        Some(above) => (above.lane + 1, above.rect.max_y),
        None => {
            others().map(|band| (band.lane, band.rect.min_y)).next().filter(|(lane, _)| *lane < dragged).unwrap_or((dragged, y))
        }
    }
}

fn put(state: &AppState, open: &Open, key: LaneKey, to: usize) -> Change {
    let shown = open.model.lanes().iter().map(|lane| lane.key.clone()).collect();
    Change::PutLane(state.lanes, key, to, shown)
}

/// The menu of a lane's name: commands of the one list.
fn lane_menu_ui(response: &Response, state: &AppState, commands: &CommandSender) {
    let look = Look::of(state);
    context_menu(response, look.direction, false).width(MENU_WIDTH).show(|ui| {
        ui.set_width(MENU_WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        for command in UiCommand::OF_LANE {
            let text = state.i18n.text(command.message_key());
            let keys = keys_text(command);
            let entry = Button::entry(&text).with_aside(&keys).at_most(MENU_WIDTH - KEY_WIDTH);
            if entry.show(ui, look).clicked() {
                commands.send_ui(command);
                ui.close();
            }
        }
    });
}

impl TimelineView {
    /// Does with a lane what a key or a menu asks for; whether it was about lanes.
    pub(super) fn apply_to_lane(&mut self, command: UiCommand, state: &AppState, commands: &CommandSender) -> bool {
        if !UiCommand::OF_LANE.contains(&command) {
            return false;
        }
        let focused = self.focused_lane.clone();
        let Some(open) = self.open() else { return true };
        let of_selected = || Some(usize::from(open.item(state.selected()?)?.lane));
        let by_key = focused.and_then(|key| open.model.lanes().iter().position(|lane| lane.key == key));
        let Some(at) = by_key.or_else(of_selected) else { return true };
        let Some(lane) = open.model.lanes().get(at) else { return true };
        let (key, grouping) = (lane.key.clone(), state.lanes);
        let change = match command {
            UiCommand::ToggleLane => Change::ToggleLane(grouping, key),
            UiCommand::HideLane => Change::HideLane(grouping, key, lane.title.clone()),
            UiCommand::LaneUp if at == 0 => return true,
            UiCommand::LaneUp => put(state, open, key, at - 1),
            _ => put(state, open, key, at + 1),
        };
        commands.send(Command::Browse(change));
        true
    }
}
