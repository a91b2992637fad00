//! The ends of the selected event's time, each a grip: dragged, moved by the arrow keys and by a screen reader. What would become of
//! the time is said beside it, with the sentence that tells the event; only then it is an edit.

use eframe::egui::accesskit::{Action, Orientation};
use eframe::egui::{CursorIcon, EventFilter, Id, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::nodes::Nodes;
use super::open::Open;
use super::view::TimelineView;
use crate::base::{Bounds, Direction};
use crate::event::edit::{Value, WrittenWhen};
use crate::event::{Event, EventId};
use crate::timeline::scene::Mark;
use crate::timeline::{End, Point, Rect, Scene};
use crate::ui::command::{Command, UiCommand};
use crate::ui::look::Look;
use crate::ui::state::AppState;
use crate::ui::theme::{color, faded};
use crate::ui::work::Change;

/// A grip stands so far outside of its mark, in points, and is so large; a finger may miss it by `SLACK`.
const OUTSIDE: f64 = 6.0;
const WIDTH: f64 = 4.0;
const HEIGHT: f64 = 18.0;
const SLACK: f64 = 4.0;

/// The ends of the selected event.
#[derive(Debug, Default)]
pub(super) struct Ends {
    held: Option<Held>,
    /// The end that has the keyboard's focus.
    focused: Option<End>,
    /// Whether the grip that is held was there in this frame.
    is_seen: bool,
}

/// An end that is being moved, and what would become of the time.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Held {
    event: EventId,
    end: End,
    bounds: Bounds,
    by: By,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum By {
    /// A pointer that holds it so far from where the end is.
    Hand(f64),
    Keys,
}

/// A grip in a frame.
#[derive(Clone, Copy)]
struct Grip<'a> {
    end: End,
    mark: &'a Mark,
    /// Where the mark ends.
    x: f64,
    event: &'a Event,
}

impl Ends {
    pub(super) fn next_frame(self) -> Self {
        Self { held: self.held, ..Self::default() }
    }

    /// What was held is let go where its grip is there no longer.
    pub(super) fn seen(self) -> Self {
        Self { held: self.held.filter(|_| self.is_seen), ..self }
    }
}

impl TimelineView {
    /// Moves the end that has the focus by a day, towards the side where an arrow points; whether it was such a key.
    pub(super) fn move_end(&mut self, command: UiCommand, state: &AppState) -> bool {
        let Some(end) = self.ends.focused else { return false };
        let selected = state.document().zip(state.selected());
        let Some((event, noun)) = selected.and_then(|(document, id)| Some((id, document.extraction.event(id)?))) else {
            return false;
        };
        let leftwards = if state.time_direction == Direction::RightToLeft { 1 } else { -1 };
        let days = match command {
            UiCommand::SelectLeft => leftwards,
            UiCommand::SelectRight => -leftwards,
            _ => return false,
        };
        let known = self.ends.held.filter(|held| (held.event, held.end) == (event, end));
        let bounds = end.later(known.map_or(noun.when.bounds, |held| held.bounds), days);
        self.ends.held = Some(Held { event, end, bounds, by: By::Keys });
        true
    }

    /// Gives up the end that is being moved; whether there was one.
    pub fn let_go_of_end(&mut self) -> bool {
        self.ends.held.take().is_some()
    }
}

impl Nodes<'_> {
    /// The grips of an event, where it is the selected one and its mark has ends.
    pub(super) fn ends(&mut self, ui: &Ui, open: &mut Open, scene: &Scene, mark: &Mark) {
        if self.state.selected() != Some(mark.event) || !self.state.can_edit() {
            return;
        }
        let document = open.document().clone();
        let Some(event) = document.extraction.event(mark.event) else { return };
        for end in End::BOTH {
            let Some(x) = end.on_mark(mark.shape, &open.scale) else { return };
            let grip = Grip { end, mark, x, event };
            let Some(response) = self.grip(ui, open, scene, grip) else { continue };
            self.by_hand(&response, open, grip);
            self.by_keys(&response, grip);
            self.by_screen_reader(&response, grip);
            let Some(held) = self.ends.held.filter(|held| (held.event, held.end) == (mark.event, end)) else { continue };
            self.ends.is_seen = true;
            let anchor = self.preview(open, scene, grip, held.bounds);
            let when = written(held.bounds).when();
            self.card_while_held(&response, anchor, &document, &Event { when, ..event.clone() });
        }
    }

    fn grip(&self, ui: &Ui, open: &Open, scene: &Scene, grip: Grip<'_>) -> Option<Response> {
        let (min_x, max_x) = grip.mark.shape.x_range();
        let outward = if grip.x >= f64::midpoint(min_x, max_x) { OUTSIDE } else { -OUTSIDE };
        let middle = Point { x: grip.x + outward, y: grip.mark.y };
        let half = (WIDTH / 2.0, HEIGHT / 2.0);
        let rect = Rect::new((middle.x - half.0, middle.x + half.0), (middle.y - half.1, middle.y + half.1));
        let room = rect.grown(SLACK).clipped(scene.frames.lanes)?;
        let response = ui.interact(self.screen.rect(room), id(self.scope, grip.end), Sense::click_and_drag());
        self.describe(&response, open, grip);
        let palette = Look::of(self.state).palette;
        let painted = self.screen.rect(rect);
        let is_known = grip.end.of(grip.event.when.bounds).is_some();
        // What is not known is an outline: there is nothing yet that could be held.
        let fill = color(if is_known { palette.accent } else { palette.panel });
        let painter = self.painter.with_clip_rect(self.screen.rect(scene.frames.lanes));
        painter.rect_filled(painted.expand(1.0), 3.0, color(palette.panel));
        painter.rect_filled(painted, 2.0, fill);
        painter.rect_stroke(painted, 2.0, Stroke::new(1.0, color(palette.accent)), StrokeKind::Inside);
        if response.hovered() || response.dragged() {
            response.ctx.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        Some(response)
    }

    /// A slider whose value is said as a date.
    fn describe(&self, response: &Response, open: &Open, grip: Grip<'_>) {
        let i18n = &self.state.i18n;
        let bounds = self.ends.held.filter(|held| held.end == grip.end).map_or(grip.event.when.bounds, |held| held.bounds);
        let value = grip.end.of(bounds).map_or_else(|| i18n.text("bounds-unknown"), |moment| i18n.moment(moment));
        let name = i18n.text(grip.end.message_key());
        response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &name));
        response.ctx.accesskit_node_builder(response.id, |node| {
            node.set_value(value.as_str());
            node.set_description(i18n.text("end-hint"));
            node.set_orientation(Orientation::Horizontal);
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
        });
        if self.ends.held.is_none() && open.motion.is_none() {
            self.tooltip(response, || format!("{name}: {value}\n{}", i18n.text("end-hint")));
        }
    }

    fn by_hand(&mut self, response: &Response, open: &mut Open, grip: Grip<'_>) {
        let bounds = grip.event.when.bounds;
        let x = |pos| self.screen.scene_point(pos).x;
        if response.drag_started() {
            let pressed = response.ctx.input(|input| input.pointer.press_origin()).map(x);
            let held_off = pressed.unwrap_or(grip.x) - grip.end.x(bounds, &open.scale).unwrap_or(grip.x);
            self.ends.held = Some(Held { event: grip.mark.event, end: grip.end, bounds, by: By::Hand(held_off) });
        }
        let Some(Held { by: By::Hand(held_off), end, .. }) = self.ends.held.filter(|held| held.end == grip.end) else { return };
        open.hold();
        if let (true, Some(pos)) = (response.dragged(), response.interact_pointer_pos()) {
            let bounds = end.at_x(bounds, x(pos) - held_off, &open.scale);
            self.ends.held = self.ends.held.map(|held| Held { bounds, ..held });
        }
        if response.drag_stopped() {
            self.finish(grip);
        }
    }

    fn by_keys(&mut self, response: &Response, grip: Grip<'_>) {
        let is_moved = self.ends.held.is_some_and(|held| held.end == grip.end && held.by == By::Keys);
        if is_moved && (response.clicked() || !response.has_focus()) {
            self.finish(grip);
        }
        if !response.has_focus() {
            return;
        }
        self.ends.focused = Some(grip.end);
        self.frame(response.rect);
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        response.ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }

    /// Each step of a screen reader is an edit: it says at once what came of it.
    fn by_screen_reader(&mut self, response: &Response, grip: Grip<'_>) {
        let asked = |action| response.ctx.input(|input| input.num_accesskit_action_requests(response.id, action));
        let steps = i64::try_from(asked(Action::Increment)).unwrap_or(0) - i64::try_from(asked(Action::Decrement)).unwrap_or(0);
        if steps != 0 {
            self.set(grip, grip.end.later(grip.event.when.bounds, steps));
        }
    }

    fn finish(&mut self, grip: Grip<'_>) {
        if let Some(held) = self.ends.held.take() {
            self.set(grip, held.bounds);
        }
    }

    fn set(&self, grip: Grip<'_>, bounds: Bounds) {
        if bounds != grip.event.when.bounds {
            let value = Value::When(written(bounds));
            self.commands.send(Command::Edit(Change::Set(grip.mark.event, value)));
        }
    }

    /// What would become of the time, over the lane; where it is.
    fn preview(&self, open: &Open, scene: &Scene, grip: Grip<'_>, bounds: Bounds) -> eframe::egui::Rect {
        let palette = Look::of(self.state).palette;
        let (lanes, y) = (scene.frames.lanes, grip.mark.y);
        let x = |end: End| end.x(bounds, &open.scale).or(end.on_mark(grip.mark.shape, &open.scale)).unwrap_or(grip.x);
        let (from, to) = (x(End::Earliest), x(End::Latest));
        let band = Rect::new((from.min(to), from.max(to)), (y - HEIGHT / 2.0, y + HEIGHT / 2.0));
        let accent = Stroke::new(1.0, color(palette.accent));
        if let Some(seen) = band.clipped(lanes) {
            let seen = self.screen.rect(seen);
            self.painter.rect_filled(seen, 4.0, faded(palette.accent, 0.22));
            self.painter.rect_stroke(seen, 4.0, accent, StrokeKind::Inside);
        }
        let moved = x(grip.end).clamp(lanes.min_x, lanes.max_x);
        let line = [self.screen.pos(moved, lanes.min_y), self.screen.pos(moved, scene.frames.ruler.min_y + 4.0)];
        self.painter.line_segment(line, accent);
        self.screen.rect(Rect { min_x: moved - 1.0, max_x: moved + 1.0, ..band })
    }
}

fn id(scope: Id, end: End) -> Id {
    scope.with(("timeline-end", end))
}

/// A time that was drawn: no words say it.
fn written(bounds: Bounds) -> WrittenWhen {
    WrittenWhen { words: String::new(), bounds }
}
