//! The movable line between two panels.

use eframe::egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::direction::stable_id;
use super::look::Look;
use super::theme::color;
use crate::base::theme::size;

/// Which way a divider runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    /// Across the window; moved up and down.
    Across,
    /// Down the window; moved to the sides.
    Down,
}

/// Shows the line `rect` (without thickness in one axis); how far it was pulled in points, rightwards or downwards.
pub fn divider_ui(ui: &Ui, look: Look, rect: Rect, run: Run, id: &'static str, name: &str) -> f32 {
    let grip = match run {
        Run::Across => rect.expand2(vec2(0.0, size::GRID)),
        Run::Down => rect.expand2(vec2(size::GRID, 0.0)),
    };
    let response = ui.interact(grip, stable_id(id), Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
    let held = response.dragged() || response.hovered();
    let stroke = if held { Stroke::new(2.0, color(look.palette.accent)) } else { look.hairline() };
    ui.painter().line_segment([rect.min, rect.max], stroke);
    let (cursor, pulled) = match run {
        Run::Across => (CursorIcon::ResizeVertical, response.drag_delta().y),
        Run::Down => (CursorIcon::ResizeHorizontal, response.drag_delta().x),
    };
    response.on_hover_and_drag_cursor(cursor);
    pulled
}
