//! Ranges of time chosen by a drag: along the ruler they filter, with Shift over the lanes they are zoomed to.

use crate::base::civil::DAY;
use eframe::egui::{Painter, Rect as ScreenRect, Stroke, StrokeKind, pos2, vec2};

use super::open::Open;
use super::screen::Screen;
use super::words::Words;
use crate::base::theme::Palette;
use crate::base::{TimePoint, TimeRange};
use crate::timeline::time_scale::time_point;
use crate::timeline::{Condition, Rect, Scene};
use crate::ui::browse::Change;
use crate::ui::command::{Command, CommandSender};
use crate::ui::theme::{color, faded};

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
        if self.zooms {
            let (start, end) = self.crossed(open);
            open.aim(|scale| scale.show(start, end));
        } else {
            commands.send(Command::Browse(Change::Toggle(Condition::Time(self.days(open)))));
        }
    }

    /// The times between which the hand moved.
    fn crossed(self, open: &Open) -> (f64, f64) {
        let times = [self.from, self.to].map(|x| open.scale.time_from_x(x));
        (times[0].min(times[1]), times[0].max(times[1]))
    }

    fn time(self, open: &Open) -> TimeRange {
        let (start, end) = self.crossed(open);
        TimeRange { start: time_point(start), end: time_point(end) }
    }

    fn days(self, open: &Open) -> TimeRange {
        let TimeRange { start, end } = self.time(open);
        whole_days(start, end)
    }
}

/// The days that a span touches: what is said of a range is what it filters by.
pub(super) fn whole_days(start: TimePoint, end: TimePoint) -> TimeRange {
    let first = start.0.div_euclid(DAY) * DAY;
    let last = end.0.div_euclid(DAY).saturating_add(i64::from(end.0.rem_euclid(DAY) > 0)) * DAY;
    TimeRange { start: TimePoint(first), end: TimePoint(last.max(first + DAY)) }
}

/// All that painting ranges needs.
pub(super) struct Ranges<'a> {
    pub(super) painter: &'a Painter,
    pub(super) screen: Screen,
    pub(super) scene: &'a Scene,
    pub(super) words: &'a Words<'a>,
    pub(super) palette: &'static Palette,
}

impl Ranges<'_> {
    /// Paints the range that is filtered by, and the one that is dragged.
    pub(super) fn paint(&self, open: &Open, filtered: Option<TimeRange>, dragged: Option<Range>) {
        let (frames, palette) = (&self.scene.frames, self.palette);
        if let Some(time) = filtered {
            let x = (open.scale.x_of(time.start), open.scale.x_of(time.end));
            if let Some(rect) = self.across(x, (frames.lanes.min_y, frames.ruler.min_y + 4.0)) {
                self.painter.rect_filled(rect, 0.0, faded(palette.accent, 0.07));
            }
            if let Some(rect) = self.across(x, (frames.ruler.min_y - 2.0, frames.ruler.min_y + 2.0)) {
                self.painter.rect_filled(rect, 0.0, color(palette.accent));
            }
        }
        let Some(range) = dragged else { return };
        if let Some(rect) = self.across((range.from, range.to), (frames.lanes.min_y, frames.ruler.max_y)) {
            self.painter.rect_filled(rect, 0.0, faded(palette.accent, 0.12));
            self.painter.rect_stroke(rect, 0.0, Stroke::new(1.0, color(palette.accent)), StrokeKind::Inside);
            self.say(open, range);
        }
    }

    /// The time that the hand has crossed, in words above it.
    fn say(&self, open: &Open, range: Range) {
        let time = if range.zooms { range.time(open) } else { range.days(open) };
        let ink = color(self.palette.on_accent);
        let text = self.words.small(&self.words.range_text(time), true, ink);
        let banner = self.screen.rect(self.scene.frames.banner);
        let room = text.size() + vec2(12.0, 4.0);
        let middle = self.screen.pos(f64::midpoint(range.from, range.to), 0.0).x;
        let most = (banner.max.x - room.x / 2.0).max(banner.min.x + room.x / 2.0);
        let middle = middle.clamp(banner.min.x + room.x / 2.0, most);
        let ground = ScreenRect::from_center_size(pos2(middle, banner.center().y), room);
        self.painter.rect_filled(ground, 4.0, color(self.palette.accent));
        self.painter.galley((ground.center() - text.size() / 2.0).round(), text.galley().clone(), ink);
    }

    fn across(&self, x: (f64, f64), y: (f64, f64)) -> Option<ScreenRect> {
        let frames = &self.scene.frames;
        Rect::new(x, y).clipped(frames.lanes.joined(frames.ruler)).map(|rect| self.screen.rect(rect))
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
