//! The strip that shows all of the axis: its window is dragged, widened by its edges, moved by keys and by a screen reader.

use eframe::egui::accesskit::{Action, ActionData, Orientation};
use eframe::egui::{CursorIcon, EventFilter, Response, Role, Sense, Ui, WidgetInfo};

use super::nodes::Nodes;
use super::open::Open;
use super::words::Words;
use crate::base::TimeRange;
use crate::timeline::layout::{overview_middle, overview_time};
use crate::timeline::overview::OverviewPart;
use crate::timeline::time_scale::time_point;
use crate::timeline::{Overview, Scene};

/// How much of the view a screen reader's step moves.
const STEP: f64 = 0.2;

/// A hand on the strip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum OverviewDrag {
    /// It moves the window; how far it holds it from the time in the middle, in points.
    Window(f64),
    /// It moves an edge; the time of the other one, which stays.
    Edge(f64),
}

impl Nodes<'_> {
    /// The strip; whether it has the keyboard's focus.
    pub(super) fn overview(
        &self,
        ui: &Ui,
        open: &mut Open,
        scene: &Scene,
        words: &Words<'_>,
        drag: &mut Option<OverviewDrag>,
    ) -> bool {
        let overview = &scene.overview;
        if scene.is_axis_empty || overview.rect.height() <= 0.0 {
            *drag = None;
            return false;
        }
        let id = ui.scope_id().with("timeline-overview");
        let response = ui.interact(self.screen.rect(overview.rect), id, Sense::click_and_drag());
        describe(&response, self, open, words);
        by_hand(&response, self, open, overview, drag);
        by_screen_reader(&response, open);
        let focused = response.has_focus();
        if focused {
            self.frame(response.rect);
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        focused
    }
}

/// A slider whose value is said as the time that is in view.
fn describe(response: &Response, nodes: &Nodes<'_>, open: &Open, words: &Words<'_>) {
    let name = nodes.state.i18n.text("timeline-overview");
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &name));
    response.ctx.accesskit_node_builder(response.id, |node| {
        let (start, end) = open.scale.window(0.0);
        node.set_value(words.range_text(TimeRange { start: time_point(start), end: time_point(end) }));
        node.set_orientation(Orientation::Horizontal);
        node.set_numeric_value((open.scale.progress() * 100.0).round());
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
        node.add_action(Action::SetValue);
    });
}

fn by_screen_reader(response: &Response, open: &mut Open) {
    let (steps, wanted) = response.ctx.input(|input| {
        let asked = |action| input.num_accesskit_action_requests(response.id, action);
        let steps = asked(Action::Increment) as f64 - asked(Action::Decrement) as f64;
        let wanted = input.accesskit_action_requests(response.id, Action::SetValue).find_map(|request| match request.data {
            Some(ActionData::NumericValue(value)) => Some(value),
            _ => None,
        });
        (steps, wanted)
    });
    if steps != 0.0 {
        open.aim(|scale| scale.advance_by(steps * STEP));
    }
    if let Some(value) = wanted.filter(|value| value.is_finite()) {
        open.aim(|scale| scale.set_progress(value / 100.0));
    }
}

fn by_hand(response: &Response, nodes: &Nodes<'_>, open: &mut Open, overview: &Overview, drag: &mut Option<OverviewDrag>) {
    let pos = response.interact_pointer_pos().or(response.hover_pos());
    let Some(x) = pos.map(|pos| nodes.screen.scene_point(pos).x) else {
        *drag = None;
        return;
    };
    if !response.is_pointer_button_down_on() {
        *drag = None;
        response.ctx.set_cursor_icon(match overview.part_at(x) {
            OverviewPart::MinEdge | OverviewPart::MaxEdge => CursorIcon::ResizeHorizontal,
            OverviewPart::Window if !open.scale.is_fitted() => CursorIcon::Grab,
            OverviewPart::Window | OverviewPart::Outside => CursorIcon::PointingHand,
        });
        return;
    }
    open.hold();
    match *drag.get_or_insert_with(|| begin(open, overview, x)) {
        OverviewDrag::Window(held) => {
            response.ctx.set_cursor_icon(CursorIcon::Grabbing);
            let time = overview_time(&open.scale, x - held);
            open.scale.center_on(time);
        }
        OverviewDrag::Edge(other) => {
            response.ctx.set_cursor_icon(CursorIcon::ResizeHorizontal);
            let time = overview_time(&open.scale, x);
            open.scale.show(time.min(other), time.max(other));
        }
    }
}

fn begin(open: &Open, overview: &Overview, x: f64) -> OverviewDrag {
    let window = overview.window;
    match overview.part_at(x) {
        OverviewPart::MinEdge => OverviewDrag::Edge(overview_time(&open.scale, window.max_x)),
        OverviewPart::MaxEdge => OverviewDrag::Edge(overview_time(&open.scale, window.min_x)),
        OverviewPart::Window => OverviewDrag::Window(x - overview_middle(&open.scale)),
        OverviewPart::Outside => OverviewDrag::Window(0.0),
    }
}
