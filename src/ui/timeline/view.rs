//! What the timeline panel remembers, and what it does for keys and menus. The view of the open document is in `open`.
//! Paints nothing.

use std::sync::Arc;

use super::ends::Ends;
use super::open::{Open, viewport};
use super::overview::OverviewDrag;
use super::range::{Range, whole_days};
use super::words::Words;
use crate::base::TimeRange;
use crate::event::EventId;
use crate::timeline::layout::lane_scroll_to_selected;
use crate::timeline::time_scale::{axis_time, time_point};
use crate::timeline::{Condition, LaneKey, Scene, Step, TimeScale, navigate};
use crate::ui::browse::Change;
use crate::ui::command::{Command, CommandSender, UiCommand};
use crate::ui::state::AppState;

/// The timeline panel's own state.
#[derive(Default)]
pub struct TimelineView {
    open: Option<Open>,
    /// The event that this panel said the pointer is on.
    pub(super) hovering: Option<EventId>,
    /// The last selection that was brought into view.
    pub(super) revealed: Option<EventId>,
    /// The event that the keyboard's focus goes to, once it is selected.
    pub(super) focus_target: Option<EventId>,
    /// Whether the focus stood on one of our events in the last frame.
    pub(super) had_focus: bool,
    pub(super) drag: Option<Drag>,
    /// What a hand does on the overview strip.
    pub(super) overview_drag: Option<OverviewDrag>,
    /// Whether the overview strip has the keyboard's focus.
    pub(super) is_overview_focused: bool,
    /// The lane whose name has the keyboard's focus.
    pub(super) focused_lane: Option<LaneKey>,
    /// How the axis was left, until it is shown: of a project that is a table that may be never.
    left: Option<Left>,
    /// Whether the menu of the selected event was asked for by a key.
    pub(super) menu_wanted: bool,
    /// The ends of the selected event.
    pub(super) ends: Ends,
}

/// How the axis was left.
#[derive(Debug, Default)]
struct Left {
    /// The time in view; `None`: all of it.
    range: Option<TimeRange>,
    unfolded: Vec<TimeRange>,
}

/// What a drag moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Drag {
    /// The axis and the lanes.
    Content,
    /// The column.
    Column,
    /// Nothing: it chooses a range of time.
    Range(Range),
}

impl TimelineView {
    /// Takes over a new document, other lanes, another direction of time or another size.
    pub(super) fn update(&mut self, state: &AppState, width: f64, height: f64) -> Option<&mut Open> {
        let pictured = state.pictured()?;
        let viewport = viewport(state, width, height);
        match &mut self.open {
            Some(open) if open.document().generation == pictured.document.generation => {
                if open.document().edition != pictured.document.edition {
                    // What was edited may stand elsewhere now.
                    self.revealed = None;
                }
                open.follow(pictured, &viewport, state.time_direction);
            }
            open => {
                let Left { range, unfolded } = self.left.take().unwrap_or_default();
                let mut new = Open::new(pictured, &viewport, state.time_direction, unfolded);
                if let Some(range) = range {
                    new.scale.show(axis_time(range.start), axis_time(range.end));
                }
                *open = Some(new);
                self.revealed = None;
                self.hovering = None;
                self.drag = None;
            }
        }
        let open = self.open.as_mut()?;
        open.is_motion_reduced = state.is_motion_reduced;
        Some(open)
    }

    pub(super) fn open(&mut self) -> Option<&mut Open> {
        self.open.as_mut()
    }

    /// The scene of what is shown now; laid out only where something changed.
    pub(super) fn scene(&mut self, state: &AppState, words: &Words<'_>, width: f64, height: f64) -> Option<Arc<Scene>> {
        let newly_selected = (state.selected() != self.revealed).then_some(state.selected()).flatten();
        self.revealed = state.selected();
        let open = self.update(state, width, height)?;
        let mut viewport = open.viewport(state, width, height);
        if let Some(event) = newly_selected {
            open.reveal_on_axis(event);
            open.reveal_in_column(event, &viewport);
        }
        let scene = open.scene(viewport, words);
        let mut lane_scroll = open.lane_scroll;
        if newly_selected.is_some() {
            lane_scroll = lane_scroll_to_selected(&scene, lane_scroll);
        }
        lane_scroll = lane_scroll.min(scene.lanes_height - scene.frames.lanes.height()).max(0.0);
        open.column_scroll = scene.column.as_ref().map_or(0.0, |column| open.column_scroll.clamp(0.0, column.scroll_limit));
        open.lane_scroll = lane_scroll;
        viewport.lane_scroll = open.lane_scroll;
        viewport.column_scroll = open.column_scroll;
        Some(open.scene(viewport, words))
    }

    /// Does what a key or a menu asks for, where it is the timeline's affair; whether it was.
    pub fn apply(&mut self, command: UiCommand, state: &AppState, commands: &CommandSender) -> bool {
        if self.is_overview_focused && self.pan_by_key(command) || self.move_end(command, state) {
            return true;
        }
        let step = match command {
            UiCommand::SelectLeft => Step::leftwards(state.time_direction),
            UiCommand::SelectRight => Step::rightwards(state.time_direction),
            UiCommand::SelectUp => Step::Up,
            UiCommand::SelectDown => Step::Down,
            UiCommand::SelectFirst => Step::First,
            UiCommand::SelectLast => Step::Last,
            UiCommand::ZoomToFit | UiCommand::ZoomIn | UiCommand::ZoomOut | UiCommand::ZoomToEvent => {
                return self.zoom(command, state);
            }
            UiCommand::EventMenu => {
                self.menu_wanted = state.selected().is_some();
                return true;
            }
            UiCommand::FilterView => return self.filter_view(commands),
            _ => return self.apply_to_lane(command, state, commands),
        };
        let Some(open) = &self.open else { return false };
        if let Some(event) = navigate(&open.model, state.selected(), step, |id| state.browse.passes(id)) {
            commands.send(Command::Select(Some(event)));
            self.focus_target = Some(event);
        }
        true
    }

    /// Asks for the events of the time that is in view.
    fn filter_view(&mut self, commands: &CommandSender) -> bool {
        let Some(open) = &self.open else { return false };
        let (start, end) = open.scale.window(0.0);
        let days = whole_days(time_point(start), time_point(end));
        commands.send(Command::Browse(Change::Toggle(Condition::Time(days))));
        true
    }

    /// Shows a range of time, with some empty spans open, as soon as a document is there.
    pub fn restore(&mut self, range: Option<TimeRange>, unfolded: Vec<TimeRange>) {
        self.left = Some(Left { range, unfolded });
    }

    /// The empty spans that are open.
    #[must_use]
    pub fn unfolded(&self) -> &[TimeRange] {
        match (&self.left, &self.open) {
            (Some(left), _) => &left.unfolded,
            (None, Some(open)) => &open.unfolded,
            (None, None) => &[],
        }
    }

    /// The time that is in view; `None` where all of it is.
    #[must_use]
    pub fn range(&self) -> Option<TimeRange> {
        if let Some(left) = &self.left {
            return left.range;
        }
        let scale = self.scale().filter(|scale| !scale.is_fitted())?;
        let (start, end) = scale.window(0.0);
        Some(TimeRange { start: time_point(start), end: time_point(end) })
    }

    /// The range of time that is being dragged.
    pub(super) fn dragged_range(&self) -> Option<Range> {
        match self.drag {
            Some(Drag::Range(range)) => Some(range),
            _ => None,
        }
    }

    /// How many times the panel was laid out since the document was opened.
    #[must_use]
    pub fn n_layouts(&self) -> u64 {
        self.open.as_ref().map_or(0, |open| open.n_layouts)
    }

    /// The scale that was last shown.
    #[must_use]
    pub fn scale(&self) -> Option<&TimeScale> {
        self.open.as_ref().map(|open| &open.scale)
    }
}
