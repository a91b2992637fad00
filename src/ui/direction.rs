//! The one place of the panels that maps start and end to the screen's left and right.
//! Knows no colours and no texts.

use eframe::egui::{Align, Id, Layout, Popup, Pos2, Rect, RectAlign, Response, SetOpenCommand, Ui, pos2, vec2};

use crate::base::Direction;

/// A row whose first widget stands at the start, all centred on one line.
#[must_use]
pub fn row_start_to_end(direction: Direction) -> Layout {
    match direction {
        Direction::LeftToRight => Layout::left_to_right(Align::Center),
        Direction::RightToLeft => Layout::right_to_left(Align::Center),
    }
}

/// A row of a column: as wide as there is room, and `height` points high.
pub fn row_in_column<R>(ui: &mut Ui, direction: Direction, height: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, row_start_to_end(direction), |ui| {
        ui.set_min_height(height);
        contents(ui)
    })
    .inner
}

/// The same as [`row_start_to_end`], with as many rows as it takes.
#[must_use]
pub fn wrapped_row(direction: Direction) -> Layout {
    row_start_to_end(direction).with_main_wrap(true)
}

/// A column whose widgets begin at the start side.
#[must_use]
pub fn column(direction: Direction) -> Layout {
    Layout::top_down(if direction.is_rtl() { Align::Max } else { Align::Min })
}

/// A popup under a button, aligned with its start side, that the button opens and closes.
pub fn popup_under(button: &Response, direction: Direction) -> Popup<'_> {
    aligned(Popup::from_toggle_button_response(button), direction)
}

/// A menu under a button: the arrow keys move in it, a choice closes it.
pub fn menu_under(button: &Response, direction: Direction) -> Popup<'_> {
    aligned(Popup::menu(button), direction)
}

/// A menu that a right click or a long press opens where the pointer is, and `by_key` beside the widget itself.
pub fn context_menu(response: &Response, direction: Direction, by_key: bool) -> Popup<'_> {
    let asked = response.secondary_clicked();
    let set = (asked || by_key).then_some(SetOpenCommand::Bool(true));
    let set = set.or_else(|| response.clicked().then_some(SetOpenCommand::Bool(false)));
    let popup = aligned(Popup::menu(response), direction).open_memory(set);
    let at_pointer = asked || Popup::position_of_id(&response.ctx, popup.get_id()).is_some();
    if at_pointer { popup.at_pointer_fixed() } else { popup }
}

/// A popup whose start side is that of what it belongs to, below it or above it.
pub fn aligned(popup: Popup<'_>, direction: Direction) -> Popup<'_> {
    const FROM_RIGHT: [RectAlign; 4] = [RectAlign::BOTTOM_END, RectAlign::BOTTOM_START, RectAlign::TOP_END, RectAlign::TOP_START];
    const FROM_LEFT: [RectAlign; 4] = [RectAlign::BOTTOM_START, RectAlign::BOTTOM_END, RectAlign::TOP_START, RectAlign::TOP_END];
    let [first, others @ ..] = if direction.is_rtl() { &FROM_RIGHT } else { &FROM_LEFT };
    popup.align(*first).align_alternatives(others).gap(4.0).layout(column(direction))
}

/// The point of `rect` that lies `along` points from its start and `down` points from its top.
#[must_use]
pub fn from_start(rect: Rect, direction: Direction, along: f32, down: f32) -> Pos2 {
    let x = if direction.is_rtl() { rect.right() - along } else { rect.left() + along };
    pos2(x, rect.top() + down)
}

/// A rectangle of `width` × `height` whose start top corner lies as [`from_start`] says.
#[must_use]
pub fn rect_from_start(outer: Rect, direction: Direction, along: f32, down: f32, width: f32, height: f32) -> Rect {
    let near = from_start(outer, direction, along, down);
    let far = from_start(outer, direction, along + width, down + height);
    Rect::from_two_pos(near, far)
}

/// The id of a widget that keeps it from frame to frame, whatever stands before it.
#[must_use]
pub fn stable_id(name: &str) -> Id {
    Id::unique(("waqai", name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rectangle_from_the_start_is_mirrored() {
        let outer = Rect::from_min_size(pos2(100.0, 0.0), vec2(200.0, 50.0));
        let left = rect_from_start(outer, Direction::LeftToRight, 10.0, 5.0, 40.0, 20.0);
        let right = rect_from_start(outer, Direction::RightToLeft, 10.0, 5.0, 40.0, 20.0);
        assert_eq!((left.left(), left.right()), (110.0, 150.0));
        assert_eq!((right.left(), right.right()), (250.0, 290.0));
        assert_eq!((left.top(), right.bottom()), (5.0, 25.0));
    }
}
