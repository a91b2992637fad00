//! The window without an article: how to bring one.

use eframe::egui::{Align, Layout, Rect, Role, ScrollArea, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::button::Button;
use super::command::{CommandSender, UiCommand};
use super::direction::{column, row_in_column, row_start_to_end, stable_id};
use super::label;
use super::look::Look;
use super::recent::{self, recent_ui};
use super::state::AppState;
use super::theme::color;
use crate::base::theme::size;

const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 280.0;
/// What the words and buttons need, the frame included.
const LEAST_HEIGHT: f32 = 168.0;
/// Between the frame and the recent files.
const GAP: f32 = size::GRID * 6.0;
/// About how high the words and buttons are together.
const CONTENTS: f32 = 112.0;

/// Shows where files may be dropped and the buttons for the other ways.
pub fn empty_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender) {
    let look = Look::of(state);
    let all = ui.available_rect_before_wrap();
    let (area, list) = parts(all, state.recent.len());
    let accent = ui.ctx().input(|input| !input.raw.hovered_files.is_empty());
    dashed_frame(ui, area, Stroke::new(2.0, color(if accent { look.palette.accent } else { look.palette.line })));
    let inside = area.shrink(24.0);
    ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::top_down(Align::Center)), |ui| {
        ui.add_space((inside.height() - CONTENTS).max(0.0) / 2.0);
        let mut title = look.heading();
        title.size = size::TEXT_TITLE;
        label::line(ui, &state.i18n.text("empty-title"), title);
        label::line(ui, &state.i18n.text("empty-hint"), look.muted());
        ui.add_space(size::GRID * 2.0);
        buttons_ui(ui, state, commands, look);
    });
    if !state.recent.is_empty() {
        recent_list_ui(ui, state, commands, list);
    }
    ui.advance_cursor_after_rect(all);
}

/// Where files may be dropped, and below it the recent ones.
fn parts(all: Rect, n_recent: usize) -> (Rect, Rect) {
    let width = (all.width() - 64.0).min(WIDTH);
    // With the heading, and with what forgets them.
    let wanted = if n_recent == 0 { 0.0 } else { recent::ROW * (f32::from(u16::try_from(n_recent).unwrap_or(u16::MAX)) + 2.0) };
    let height = (all.height() - 64.0).min(HEIGHT);
    let list = wanted.min(all.height() - 64.0 - LEAST_HEIGHT - GAP).max(0.0);
    let height = height.min(all.height() - 64.0 - if list > 0.0 { list + GAP } else { 0.0 });
    let both = if list > 0.0 { height + GAP + list } else { height };
    let whole = Rect::from_center_size(all.center(), vec2(width, both));
    (whole.with_max_y(whole.top() + height), whole.with_min_y(whole.bottom() - list))
}

fn recent_list_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, list: Rect) {
    let look = Look::of(state);
    ui.scope_builder(UiBuilder::new().max_rect(list).layout(column(look.direction)), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        row_in_column(ui, look.direction, recent::ROW, |ui| {
            let title = label::line(ui, &state.i18n.text("recent-title"), look.strong());
            title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, state.i18n.text("recent-title")));
        });
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.with_layout(column(look.direction), |ui| recent_ui(ui, state, commands, list.width()));
        });
    });
}

fn buttons_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, look: Look) {
    let open = state.i18n.text("bar-open");
    let paste = state.i18n.text("empty-paste");
    let open = Button::primary(&open).with_id(stable_id("empty-open"));
    let paste = Button::outlined(&paste).with_id(stable_id("empty-paste"));
    let gap = size::GRID * 3.0;
    let width = open.width(ui, look) + gap + paste.width(ui, look);
    ui.allocate_ui_with_layout(vec2(width, size::GRID * 8.0), row_start_to_end(look.direction), |ui| {
        ui.spacing_mut().item_spacing.x = gap;
        if open.show(ui, look).clicked() {
            commands.send_ui(UiCommand::Open);
        }
        if paste.show(ui, look).clicked() {
            commands.send_ui(UiCommand::Paste);
        }
    });
}

fn dashed_frame(ui: &Ui, rect: Rect, stroke: Stroke) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 8.0, 6.0));
}

/// Over everything while a file is held above the window: what will happen when it is let go.
pub fn drop_hint_ui(ui: &Ui, state: &AppState) {
    if state.tabs.is_empty() || ui.ctx().input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let look = Look::of(state);
    let rect = ui.ctx().content_rect();
    let layer = eframe::egui::LayerId::new(eframe::egui::Order::Foreground, stable_id("drop-hint"));
    let painter = ui.ctx().layer_painter(layer);
    painter.rect_filled(rect, 0.0, color(look.palette.panel).gamma_multiply(0.9));
    let text = crate::text::egui::layout(
        ui.ctx(),
        &crate::text::egui::TextSpec::line(&state.i18n.text("empty-drop-here"), look.heading()),
    );
    let place = pos2(rect.center().x - text.size().x / 2.0, rect.center().y - text.size().y / 2.0);
    painter.galley(place, text.galley().clone(), color(look.palette.ink));
}
