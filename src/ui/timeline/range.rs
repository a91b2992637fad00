//! Ranges of time chosen by a drag: along the ruler they filter, with Shift over the lanes they are zoomed to.

use eframe::egui::{Painter, StrokeKind};

use super::screen::Screen;
use super::view::Open;
use crate::base::theme::Palette;
use crate::base::{TimePoint, TimeRange};
use crate::timeline::time_scale::time_point;
use crate::timeline::{Condition, Rect, Scene};
use crate::ui::browse::Change;
use crate::ui::command::{Command, CommandSender};
use crate::ui::state::AppState;
use crate::ui::theme::{color, faded};

const DAY: i64 = 86_400;
/// A drag of less than this is a slip of the hand, in points.
const LEAST: f64 = 4.0;

/// A range that is being dragged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Range {
    /// Where the drag began, in the scene.
    pub(super) from: f64,
    /// Where the pointer is.
    pub(super) to: f64,
    /// Whether it is to be zoomed to; else it filters.
    pub(super) zooms: bool,
}

impl Range {
    /// Does what the drag asked for.
    pub(super) fn finish(self, open: &mut Open, commands: &CommandSender) {
        if (self.to - self.from).abs() < LEAST {
            return;
        }
        let times = [self.from, self.to].map(|x| open.scale.time_from_x(x));
        let (start, end) = (times[0].min(times[1]), times[0].max(times[1]));
        if self.zooms {
            open.scale.zoom_to(start, end);
        } else {
            commands.send(Command::Browse(Change::Toggle(Condition::Time(whole_days(time_point(start), time_point(end))))));
        }
    }
}

/// The days that a span touches: what is said of a range is what it filters by.
pub(super) fn whole_days(start: TimePoint, end: TimePoint) -> TimeRange {
    let first = start.0.div_euclid(DAY) * DAY;
    let last = end.0.div_euclid(DAY).saturating_add(i64::from(end.0.rem_euclid(DAY) > 0)) * DAY;
    TimeRange { start: TimePoint(first), end: TimePoint(last.max(first + DAY)) }
}

/// Paints the range that is dragged, and the one that is filtered by.
pub(super) fn paint(
    painter: &Painter,
    screen: Screen,
    scene: &Scene,
    open: &Open,
    state: &AppState,
    palette: &Palette,
    dragged: Option<Range>,
) {
    let frames = &scene.frames;
    let across = |a: f64, b: f64, y: (f64, f64)| Rect::new((a.min(b), a.max(b)), y).clipped(frames.lanes.joined(frames.ruler));
    if let Some(time) = state.browse.filter().time() {
        let (a, b) = (open.scale.x_of(time.start), open.scale.x_of(time.end));
        if let Some(rect) = across(a, b, (frames.lanes.min_y, frames.ruler.min_y + 4.0)) {
            painter.rect_filled(screen.rect(rect), 0.0, faded(palette.accent, 0.07));
        }
        if let Some(rect) = across(a, b, (frames.ruler.min_y - 2.0, frames.ruler.min_y + 2.0)) {
            painter.rect_filled(screen.rect(rect), 0.0, color(palette.accent));
        }
    }
    let Some(range) = dragged else { return };
    if let Some(rect) = across(range.from, range.to, (frames.lanes.min_y, frames.ruler.max_y)) {
        let rect = screen.rect(rect);
        painter.rect_filled(rect, 0.0, faded(palette.accent, 0.12));
        painter.rect_stroke(rect, 0.0, eframe::egui::Stroke::new(1.0, color(palette.accent)), StrokeKind::Inside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_takes_in_the_days_it_touches() {
        let days = |start, end| {
            let range = whole_days(TimePoint(start), TimePoint(end));
            (range.start.0 / DAY, range.end.0 / DAY)
        };
        assert_eq!(days(0, DAY), (0, 1));
        assert_eq!(days(10, DAY + 1), (0, 2));
        assert_eq!(days(-1, 5), (-1, 1));
        assert_eq!(days(5, 5), (0, 1));
    }
}
