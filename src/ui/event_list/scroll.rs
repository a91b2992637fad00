//! Which rows of a long list are in view, and the bar that says so.
//! Counts in `f64`: the last of a million rows stands further down than `f32` tells points apart.

use std::ops::Range;

use eframe::egui::{Id, Rect, Sense, Ui, pos2};

use crate::base::theme::size;
use crate::ui::look::Look;
use crate::ui::theme::faded;

const ROW: f64 = size::LANE_ROW as f64;
/// The width of the bar in points.
const BAR: f32 = 8.0;
/// Its handle is never shorter, in points.
const LEAST_HANDLE: f64 = 24.0;

/// How far a list is scrolled.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Scroll {
    /// How far down the top of the view is, in points.
    top: f64,
    /// The height of the view.
    height: f64,
    n_rows: usize,
}

impl Scroll {
    /// Takes over how many rows there are and how high the view is.
    pub(super) fn update(&mut self, n_rows: usize, height: f32) {
        (self.n_rows, self.height) = (n_rows, f64::from(height));
        self.move_by(0.0);
    }

    /// Moves the view by so many points, downwards where positive.
    pub(super) fn move_by(&mut self, points: f64) {
        self.top = (self.top + points).clamp(0.0, self.most());
    }

    /// Brings a row into view, as near as may be.
    pub(super) fn reveal(&mut self, row: usize) {
        let above = points(row);
        self.top = self.top.min(above).max(above + ROW - self.height);
        self.move_by(0.0);
    }

    /// The rows in view, those that are cut too.
    pub(super) fn visible(&self) -> Range<usize> {
        let first = whole(self.top / ROW).min(self.n_rows);
        first..whole(((self.top + self.height) / ROW).ceil()).clamp(first, self.n_rows)
    }

    /// Where the top of a row in view stands, in points from the top of the view.
    #[expect(clippy::cast_possible_truncation, reason = "of a row in view it is small")]
    pub(super) fn y_of(&self, row: usize) -> f32 {
        (points(row) - self.top) as f32
    }

    /// How many whole rows are in view, at least one.
    pub(super) fn page(&self) -> usize {
        whole(self.height / ROW).max(1)
    }

    fn most(&self) -> f64 {
        (points(self.n_rows) - self.height).max(0.0)
    }

    /// Where the handle of the bar stands and how long it is, in points.
    fn handle(&self) -> (f64, f64) {
        let length = (self.height * self.height / points(self.n_rows)).max(LEAST_HANDLE).min(self.height);
        ((self.height - length) * self.top / self.most(), length)
    }

    /// Puts the handle somewhere.
    fn put_handle(&mut self, at: f64) {
        let room = self.height - self.handle().1;
        if room > 0.0 {
            self.top = at / room * self.most();
            self.move_by(0.0);
        }
    }
}

fn points(rows: usize) -> f64 {
    f64::from(u32::try_from(rows).unwrap_or(u32::MAX)) * ROW
}

/// A count; what is beyond `usize` becomes its end.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a saturating conversion of a positive number")]
fn whole(count: f64) -> usize {
    count as usize
}

/// Shows the bar at the end of the view, where there is more than fits; a drag moves the view, a click a page.
pub(super) fn bar_ui(ui: &Ui, look: Look, view: Rect, id: Id, scroll: &mut Scroll) {
    if scroll.most() <= 0.0 {
        return;
    }
    let x = if look.direction.is_rtl() { view.left() } else { view.right() - BAR };
    let track = Rect::from_min_max(pos2(x, view.top()), pos2(x + BAR, view.bottom()));
    let response = ui.interact(track, id, Sense::CLICK | Sense::DRAG);
    let (at, length) = scroll.handle();
    let pointer = response.interact_pointer_pos().map(|pos| f64::from(pos.y - track.top()));
    if response.dragged() {
        scroll.put_handle(at + f64::from(response.drag_delta().y));
    } else if let Some(pointer) = pointer.filter(|_| response.clicked()) {
        let away = if pointer < at { -scroll.height } else { scroll.height };
        if !(at..at + length).contains(&pointer) {
            scroll.move_by(away);
        }
    }
    let (at, length) = scroll.handle();
    let y = |along: f64| track.top() + offset(along);
    let handle = Rect::from_min_max(pos2(track.left() + 1.0, y(at)), pos2(track.right() - 1.0, y(at + length)));
    let strength = if response.hovered() || response.dragged() { 0.8 } else { 0.5 };
    ui.painter().rect_filled(handle, 3.0, faded(look.palette.muted, strength));
}

#[expect(clippy::cast_possible_truncation, reason = "inside of the view")]
fn offset(along: f64) -> f32 {
    along as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scroll(n_rows: usize) -> Scroll {
        let mut scroll = Scroll::default();
        scroll.update(n_rows, 280.0);
        scroll
    }

    #[test]
    fn the_last_of_many_rows_can_be_seen_whole_and_on_its_own_point() {
        let mut scroll = scroll(50_000_000);
        scroll.reveal(49_999_999);
        assert_eq!(scroll.visible(), 49_999_990..50_000_000);
        assert!((scroll.y_of(49_999_999) - 252.0).abs() < 0.01);
        scroll.move_by(-1.0);
        assert!((scroll.y_of(49_999_999) - 253.0).abs() < 0.01);
        assert_eq!(scroll.visible().start, 49_999_989);
    }

    #[test]
    fn a_row_in_view_moves_nothing_and_one_above_comes_to_the_top() {
        let mut scroll = scroll(100);
        scroll.reveal(50);
        let top = scroll.top;
        scroll.reveal(45);
        assert!((scroll.top - top).abs() < 1e-9);
        scroll.reveal(3);
        assert!((scroll.y_of(3)).abs() < 1e-6);
    }

    #[test]
    fn the_handle_goes_from_end_to_end_and_few_rows_do_not_scroll() {
        let mut scroll = scroll(1_000_000);
        scroll.put_handle(1e9);
        assert_eq!(scroll.visible().end, 1_000_000);
        let (at, length) = scroll.handle();
        assert!((at + length - 280.0).abs() < 1e-6 && length >= LEAST_HANDLE);
        scroll.put_handle(0.0);
        assert_eq!(scroll.visible().start, 0);
        let mut few = Scroll::default();
        few.update(3, 280.0);
        few.move_by(500.0);
        assert_eq!((few.visible(), few.page()), (0..3, 10));
    }
}
