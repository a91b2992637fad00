//! What can be clicked on the timeline, each a node that the keyboard and a screen reader reach, too.
//! Paints only the frame of the focus.

use eframe::egui::{EventFilter, Id, Painter, Popup, Response, Role, Sense, Ui, UiBuilder, WidgetInfo};

use super::ends::Ends;
use super::lanes::{group_id, lane_name};
use super::open::Open;
use super::screen::Screen;
use super::view::TimelineView;
use super::words::{Words, lane_text, style};
use crate::base::theme::size;
use crate::base::{Message, TimeRange};
use crate::event::EventId;
use crate::text::egui::widget_text;
use crate::timeline::scene::{Cluster, LaneBand};
use crate::timeline::time_scale::time_point;
use crate::timeline::{LaneKey, Rect, Scene};
use crate::ui::command::{Command, CommandSender};
use crate::ui::event_menu::event_menu_ui;
use crate::ui::state::AppState;
use crate::ui::theme::{color, palette};

/// All that the nodes of one frame share.
pub(super) struct Nodes<'a> {
    pub(super) state: &'a AppState,
    pub(super) screen: Screen,
    pub(super) commands: &'a CommandSender,
    pub(super) painter: Painter,
    /// The scope that ids of events have, whatever group they stand in.
    pub(super) scope: Id,
    /// Whether the focus stood on one of our events.
    focused: bool,
    /// The lane whose name has the focus.
    pub(super) focused_lane: Option<LaneKey>,
    /// Whether the menu of the selected event is to be opened.
    menu_wanted: bool,
    /// The ends of the selected event, and the hand on them.
    pub(super) ends: Ends,
}

/// Makes the nodes and does what they are asked for.
pub(super) fn nodes(
    ui: &mut Ui,
    state: &AppState,
    scene: &Scene,
    words: &Words<'_>,
    screen: Screen,
    view: &mut TimelineView,
    commands: &CommandSender,
) {
    let (had_focus, target) = (view.had_focus, view.focus_target);
    let menu_wanted = std::mem::take(&mut view.menu_wanted);
    let mut overview_drag = view.overview_drag.take();
    let ends = std::mem::take(&mut view.ends).next_frame();
    let Some(open) = view.open() else { return };
    let (scope, painter) = (ui.scope_id(), ui.painter().clone());
    let mut nodes = Nodes { state, screen, commands, painter, scope, focused: false, focused_lane: None, menu_wanted, ends };
    for band in &scene.lanes {
        nodes.group(ui, open, scene, band, words);
    }
    nodes.folds(ui, open, scene, words);
    nodes.unfolded(ui, open, scene, words);
    for entry in scene.column.iter().flat_map(|column| &column.entries) {
        nodes.event(ui, open, entry.event, entry.rect, Some(entry.index + 1), words);
    }
    nodes.more(ui, open, scene, words);
    nodes.lanes_below(ui, open, scene, words);
    nodes.axis(ui, open, scene, words);
    let is_overview_focused = nodes.overview(ui, open, scene, words, &mut overview_drag);
    let Nodes { focused, focused_lane, ends, .. } = nodes;
    view.ends = ends.seen();
    view.had_focus = focused;
    view.focused_lane = focused_lane;
    (view.overview_drag, view.is_overview_focused) = (overview_drag, is_overview_focused);
    let Some(target) = target.filter(|target| state.selected() == Some(*target)) else { return };
    view.focus_target = None;
    if focused || had_focus {
        view.had_focus = true;
        ui.memory_mut(|memory| memory.request_focus(event_id(scope, target)));
    }
}

fn event_id(scope: Id, event: EventId) -> Id {
    scope.with(("timeline-event", event.0))
}

impl Nodes<'_> {
    /// A lane with its name and its events, which a screen reader meets together.
    fn group(&mut self, ui: &mut Ui, open: &mut Open, scene: &Scene, band: &LaneBand, words: &Words<'_>) {
        let Some(lane) = open.model.lanes().get(band.lane) else { return };
        let group = UiBuilder::new()
            .scope_id(group_id(ui, &lane.key))
            .accessibility_role(Role::Group)
            .accessibility_label(lane_name(self.state, lane));
        let ui = ui.new_child(group);
        self.lane(&ui, open, scene, band);
        for mark in scene.marks.iter().filter(|mark| mark.lane == band.lane) {
            let Some(rect) = mark.covered().grown(2.0).clipped(scene.frames.lanes) else { continue };
            match mark.cluster {
                Some(cluster) => self.cluster(&ui, open, cluster, rect, words),
                None => {
                    if self.event(&ui, open, mark.event, rect, None, words) {
                        open.show_row(mark.covered(), scene);
                    }
                    self.ends(&ui, open, scene, mark);
                }
            }
        }
    }

    pub(super) fn node(&self, ui: &Ui, id: Id, rect: Rect, info: impl Fn() -> WidgetInfo) -> Response {
        let response = ui.interact(self.screen.rect(rect), id, Sense::click());
        response.widget_info(info);
        response
    }

    /// Whether the focus came to it just now.
    fn event(&mut self, ui: &Ui, open: &mut Open, event: EventId, rect: Rect, number: Option<usize>, words: &Words<'_>) -> bool {
        let selected = self.state.selected() == Some(event);
        let document = open.document().clone();
        let passes = self.state.browse.passes(event);
        let name = || match &document.table {
            Some(table) => words.row_name(table, event.index()),
            None => document.extraction.event(event).map(|noun| words.accessible_name(noun, number, passes)).unwrap_or_default(),
        };
        let id = event_id(self.scope, event);
        let response = self.node(ui, id, rect, || WidgetInfo::selected(Role::Button, true, selected, name()));
        if let Some(lane) = open.item(event).and_then(|item| open.model.lanes().get(usize::from(item.lane))) {
            let lane = lane_text(&self.state.i18n, &lane.title, self.state.lanes);
            response.ctx.accesskit_node_builder(id, |node| node.set_description(lane));
        }
        self.keep_arrows(&response);
        event_menu_ui(&response, self.state, self.commands, event, selected && self.menu_wanted);
        match document.extraction.event(event) {
            Some(noun) => self.hover_card(&response, &document, noun),
            None => self.tooltip(&response, name),
        }
        if response.clicked() {
            self.commands.send(Command::Select(Some(event)));
        }
        if response.double_clicked() {
            open.zoom_to_event(event);
        }
        response.gained_focus()
    }

    /// Several events: a click shows them apart.
    fn cluster(&self, ui: &Ui, open: &mut Open, cluster: Cluster, rect: Rect, words: &Words<'_>) {
        let id = self.scope.with(("timeline-cluster", cluster.span.start.0, rect.min_y.to_bits()));
        let name = || words.counted("timeline-cluster", cluster.n_events);
        let response = self.node(ui, id, rect, || WidgetInfo::labeled(Role::Button, true, name()));
        self.tooltip(&response, name);
        if response.has_focus() {
            self.frame(response.rect);
        }
        if response.clicked() {
            open.zoom_to_span(cluster.span);
        }
    }

    /// Arrow keys go from event to event, in our own order; the toolkit would go to whatever stands there.
    fn keep_arrows(&mut self, response: &Response) {
        if !response.has_focus() {
            return;
        }
        self.focused = true;
        // While its menu is open they go through that.
        let is_open = Popup::is_id_open(&response.ctx, Popup::default_response_id(response));
        let filter = EventFilter { horizontal_arrows: !is_open, vertical_arrows: !is_open, ..EventFilter::default() };
        response.ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        self.frame(response.rect);
    }

    /// The whole title, when and how sure: titles on the timeline may be elided.
    pub(super) fn tooltip(&self, response: &Response, text: impl Fn() -> String) {
        let ink = color(palette(self.state.appearance).ink);
        response.clone().on_hover_ui(|ui| {
            let text = widget_text(ui.ctx(), &text(), style(size::TEXT_SMALL, false, ink));
            ui.label(text);
        });
    }

    /// What a screen reader says of the axis: from when to when it reaches, as far as it is in view.
    fn axis(&self, ui: &Ui, open: &Open, scene: &Scene, words: &Words<'_>) {
        if scene.is_axis_empty {
            return;
        }
        let (start, end) = open.scale.window(0.0);
        let time = words.range_text(TimeRange { start: time_point(start), end: time_point(end) });
        let name = self.state.i18n.message(&Message::new("timeline-axis").with_text("time", time));
        let response = ui.interact(self.screen.rect(scene.frames.ruler), self.scope.with("timeline-axis"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
    }

    fn folds(&self, ui: &Ui, open: &mut Open, scene: &Scene, words: &Words<'_>) {
        for fold in &scene.folds {
            let id = self.scope.with(("timeline-fold", fold.hidden.start.0));
            let rect = fold.label.map_or(fold.rect, |label| fold.rect.joined(Rect { max_y: fold.rect.min_y, ..label }));
            let rect = Rect { min_x: fold.rect.min_x, max_x: fold.rect.max_x, ..rect };
            let response = self.node(ui, id, rect, || WidgetInfo::labeled(Role::Button, true, words.fold_text(fold.hidden)));
            if response.has_focus() {
                self.frame(response.rect);
            }
            if response.clicked() {
                open.unfold(fold.hidden, fold.rect.center().x);
            }
        }
    }

    fn more(&self, ui: &Ui, open: &mut Open, scene: &Scene, words: &Words<'_>) {
        let Some(column) = &scene.column else { return };
        let Some((rect, count)) = column.more else { return };
        let id = self.scope.with("timeline-column-more");
        let response =
            self.node(ui, id, rect, || WidgetInfo::labeled(Role::Button, true, words.counted("timeline-column-more", count)));
        if response.has_focus() {
            self.frame(response.rect);
        }
        if response.clicked() {
            open.page_column(column.entries.len());
        }
    }
}
