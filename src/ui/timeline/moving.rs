//! How the view of a document moves: to an event, to all of it, into a fold, on after a hand. Where motion is reduced, at once.
//! Knows no clock: the panel says how much time went by.

use super::open::Open;
use super::view::TimelineView;
use crate::base::{TimePoint, TimeRange};
use crate::event::EventId;
use crate::timeline::fit::spans;
use crate::timeline::layout::is_in_view;
use crate::timeline::motion::{Glide, Motion, Transition};
use crate::timeline::time_scale::axis_time;
use crate::timeline::{Item, TimeScale};
use crate::ui::command::UiCommand;
use crate::ui::state::AppState;

/// How much one press of a key zooms.
const KEY_ZOOM: f64 = 1.5;
/// How much of the view one press of an arrow moves.
const KEY_PAN: f64 = 0.2;
const HOUR: f64 = 3_600.0;
const DAY: f64 = 86_400.0;

impl TimelineView {
    /// Lets what moves by itself go on for so many seconds.
    pub(super) fn step(&mut self, secs: f64) {
        let Some(open) = self.open() else { return };
        if open.step(secs) {
            // The lane of what was brought into view is known only now.
            self.revealed = None;
        }
    }

    /// Whether something moves by itself.
    pub(super) fn is_moving(&mut self) -> bool {
        self.open().is_some_and(|open| open.motion.is_some())
    }

    /// Zooms as a key or a menu asks for.
    pub(super) fn zoom(&mut self, command: UiCommand, state: &AppState) -> bool {
        let Some(open) = self.open() else { return false };
        match command {
            UiCommand::ZoomIn => open.zoom_at_focus(KEY_ZOOM, state.selected()),
            UiCommand::ZoomOut => open.zoom_at_focus(1.0 / KEY_ZOOM, state.selected()),
            UiCommand::ZoomToEvent => state.selected().into_iter().for_each(|event| open.zoom_to_event(event)),
            _ => {
                open.aim(TimeScale::fit);
                open.lane_scroll = 0.0;
            }
        }
        true
    }

    /// Moves the view by an arrow key, towards the side where it points, or to one of the ends of time; whether it was such a key.
    pub(super) fn pan_by_key(&mut self, command: UiCommand) -> bool {
        let Some(open) = self.open() else { return false };
        let leftwards = if open.scale.direction().is_rtl() { 1.0 } else { -1.0 };
        match command {
            UiCommand::SelectLeft => open.aim(|scale| scale.advance_by(leftwards * KEY_PAN)),
            UiCommand::SelectRight => open.aim(|scale| scale.advance_by(-leftwards * KEY_PAN)),
            UiCommand::SelectFirst => open.aim(|scale| scale.set_progress(0.0)),
            UiCommand::SelectLast => open.aim(|scale| scale.set_progress(1.0)),
            _ => return false,
        }
        true
    }
}

impl Open {
    /// The view once nothing moves by itself any more.
    fn target(&self) -> &TimeScale {
        match &self.motion {
            Some(Motion::Transition(transition)) => transition.target(),
            Some(Motion::Glide(_)) | None => &self.scale,
        }
    }

    /// Changes the view, and goes there.
    pub(super) fn aim(&mut self, change: impl FnOnce(&mut TimeScale)) {
        let mut target = self.target().clone();
        change(&mut target);
        let way = if self.is_motion_reduced { None } else { Transition::new(&self.scale, &target) };
        match way {
            Some(way) => self.motion = Some(Motion::Transition(Box::new(way))),
            None => (self.scale, self.motion) = (target, None),
        }
    }

    /// Stops what moves by itself: a hand has the view now. A fold that opens or closes is done with that at once.
    pub(super) fn hold(&mut self) {
        if let Some(Motion::Transition(transition)) = self.motion.take()
            && transition.target().folds().count() != self.scale.folds().count()
        {
            self.scale = transition.target().clone();
        }
        self.is_revealing = false;
    }

    /// Lets the view go on after a hand that moved it so fast, in points a second.
    pub(super) fn throw(&mut self, x: f64, y: f64) {
        self.motion = Glide::thrown(x, y).filter(|_| !self.is_motion_reduced).map(Motion::Glide);
    }

    /// Goes on for so many seconds; whether something was brought into view by that and is there now.
    fn step(&mut self, secs: f64) -> bool {
        let rests = match self.motion.take() {
            None => return false,
            Some(Motion::Transition(mut transition)) => {
                let (view, arrived) = transition.step(secs);
                self.scale = view;
                self.motion = (!arrived).then_some(Motion::Transition(transition));
                arrived
            }
            Some(Motion::Glide(mut glide)) => {
                let before = (self.scale.clone(), self.lane_scroll);
                let (dx, dy, rests) = glide.step(secs);
                self.scale.pan(dx);
                self.scroll_lanes(dy);
                let stuck = secs > 0.0 && before.0 == self.scale && dy.abs() < 0.1;
                self.motion = (!rests && !stuck).then_some(Motion::Glide(glide));
                false
            }
        };
        rests && std::mem::take(&mut self.is_revealing)
    }

    /// Opens a fold; what stands in its middle stays there.
    pub(super) fn unfold(&mut self, hidden: TimeRange, x: f64) {
        self.unfolded.push(hidden);
        self.refold(x);
    }

    /// Closes a fold that was opened.
    pub(super) fn fold(&mut self, hidden: TimeRange, x: f64) {
        self.unfolded.retain(|other| *other != hidden);
        self.refold(x);
    }

    fn refold(&mut self, x: f64) {
        let spans = spans(&self.model, &self.unfolded);
        self.aim(|scale| scale.refold(&spans, x));
    }

    /// Shows an event with as much again around it; around a short one some days, or hours where it is known to the minute.
    pub(super) fn zoom_to_event(&mut self, event: EventId) {
        let Some(span) = self.item(event).map(Item::occupied) else { return };
        let around = match axis_time(TimePoint(span.duration_secs())) {
            secs if secs < HOUR => 3.0 * HOUR,
            secs if secs < DAY => 3.0 * DAY,
            _ => 0.0,
        };
        self.zoom_around(span, around);
    }

    /// Shows a span of time, however short.
    pub(super) fn zoom_to_span(&mut self, span: TimeRange) {
        self.zoom_around(span, 0.0);
    }

    fn zoom_around(&mut self, span: TimeRange, secs: f64) {
        let (start, end) = (axis_time(span.start), axis_time(span.end));
        self.aim(|scale| scale.zoom_to(start - secs, end + secs));
    }

    /// Zooms where the selected event stands, else in the middle.
    fn zoom_at_focus(&mut self, factor: f64, selected: Option<EventId>) {
        let target = self.target();
        let (min_x, max_x) = target.x_range();
        let middle = |item: &Item| {
            let occupied = item.occupied();
            let (a, b) = (target.x_of(occupied.start), target.x_of(occupied.end));
            f64::midpoint(a.clamp(min_x, max_x), b.clamp(min_x, max_x))
        };
        let selected = selected.and_then(|event| self.item(event)).filter(|item| is_in_view(item, target));
        let x = selected.map_or(f64::midpoint(min_x, max_x), middle);
        self.aim(|scale| scale.zoom_at(x, factor));
    }

    /// Brings the time of an event into view.
    pub(super) fn reveal_on_axis(&mut self, event: EventId) {
        let Some(occupied) = self.item(event).filter(|item| !is_in_view(item, self.target())).map(Item::occupied) else { return };
        let (start, end) = (axis_time(occupied.start), axis_time(occupied.end));
        self.aim(|scale| scale.center_on(f64::midpoint(start, end)));
        self.is_revealing = self.motion.is_some();
    }
}
