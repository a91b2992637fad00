//! What can be clicked on the timeline, each a node that the keyboard and a screen reader reach, too.
//! Paints only the frame of the focus.

use eframe::egui::{EventFilter, Id, Rect as ScreenRect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::screen::Screen;
use super::view::{Open, TimelineView};
use super::words::{Words, style};
use crate::base::theme::size;
use crate::event::EventId;
use crate::text::egui::widget_text;
use crate::timeline::scene::Cluster;
use crate::timeline::{Rect, Scene};
use crate::ui::command::{Command, CommandSender};
use crate::ui::state::AppState;
use crate::ui::theme::{color, palette};

/// All that the nodes of one frame share.
struct Nodes<'a> {
    ui: &'a Ui,
    state: &'a AppState,
    screen: Screen,
    commands: &'a CommandSender,
    /// Whether the focus stood on one of our events.
    focused: bool,
}

/// Makes the nodes and does what they are asked for.
pub(super) fn nodes(
    ui: &Ui,
    state: &AppState,
    scene: &Scene,
    words: &Words<'_>,
    screen: Screen,
    view: &mut TimelineView,
    commands: &CommandSender,
) {
    let (had_focus, target) = (view.had_focus, view.focus_target);
    let Some(open) = view.open() else { return };
    let mut nodes = Nodes { ui, state, screen, commands, focused: false };
    for mark in &scene.marks {
        let Some(rect) = mark.covered().grown(2.0).clipped(scene.frames.lanes) else { continue };
        match mark.cluster {
            Some(cluster) => nodes.cluster(open, cluster, rect, words),
            None => nodes.event(open, mark.event, rect, None, words),
        }
    }
    nodes.folds(open, scene, words);
    for entry in scene.column.iter().flat_map(|column| &column.entries) {
        nodes.event(open, entry.event, entry.rect, Some(entry.index + 1), words);
    }
    nodes.more(open, scene, words);
    let focused = nodes.focused;
    view.had_focus = focused;
    let Some(target) = target.filter(|target| state.selected() == Some(*target)) else { return };
    view.focus_target = None;
    if focused || had_focus {
        view.had_focus = true;
        ui.memory_mut(|memory| memory.request_focus(event_id(ui, target)));
    }
}

fn event_id(ui: &Ui, event: EventId) -> Id {
    ui.scope_id().with(("timeline-event", event.0))
}

impl Nodes<'_> {
    fn node(&self, id: Id, rect: Rect, info: impl Fn() -> WidgetInfo) -> Response {
        let response = self.ui.interact(self.screen.rect(rect), id, Sense::click());
        response.widget_info(info);
        response
    }

    fn event(&mut self, open: &mut Open, event: EventId, rect: Rect, number: Option<usize>, words: &Words<'_>) {
        let selected = self.state.selected() == Some(event);
        let document = open.document().clone();
        let passes = self.state.browse.passes(event);
        let name = || match &document.table {
            Some(table) => words.row_name(table, event.index()),
            None => document.extraction.event(event).map(|noun| words.accessible_name(noun, number, passes)).unwrap_or_default(),
        };
        let response = self.node(event_id(self.ui, event), rect, || WidgetInfo::selected(Role::Button, true, selected, name()));
        self.keep_arrows(&response);
        self.tooltip(&response, name);
        if response.clicked() {
            self.commands.send(Command::Select(Some(event)));
        }
        if response.double_clicked() {
            open.zoom_to_event(event);
        }
    }

    /// Several events: a click shows them apart.
    fn cluster(&self, open: &mut Open, cluster: Cluster, rect: Rect, words: &Words<'_>) {
        let id = self.ui.scope_id().with(("timeline-cluster", cluster.span.start.0, rect.min_y.to_bits()));
        let name = || words.cluster_text(cluster.n_events);
        let response = self.node(id, rect, || WidgetInfo::labeled(Role::Button, true, name()));
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
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        self.ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        self.frame(response.rect);
    }

    /// The whole title, when and how sure: titles on the timeline may be elided.
    fn tooltip(&self, response: &Response, text: impl Fn() -> String) {
        let ink = color(palette(self.state.appearance).ink);
        response.clone().on_hover_ui(|ui| {
            let text = widget_text(ui.ctx(), &text(), style(size::TEXT_SMALL, false, ink));
            ui.label(text);
        });
    }

    fn frame(&self, rect: ScreenRect) {
        let stroke = Stroke::new(1.5, color(palette(self.state.appearance).ink));
        self.ui.painter().rect_stroke(rect, size::CORNER, stroke, StrokeKind::Inside);
    }

    fn folds(&self, open: &mut Open, scene: &Scene, words: &Words<'_>) {
        for fold in &scene.folds {
            let id = self.ui.scope_id().with(("timeline-fold", fold.hidden.start.0));
            let rect = fold.label.map_or(fold.rect, |label| fold.rect.joined(Rect { max_y: fold.rect.min_y, ..label }));
            let rect = Rect { min_x: fold.rect.min_x, max_x: fold.rect.max_x, ..rect };
            let response = self.node(id, rect, || WidgetInfo::labeled(Role::Button, true, words.fold_text(fold.hidden)));
            if response.has_focus() {
                self.frame(response.rect);
            }
            if response.clicked() {
                open.unfold(fold.hidden, fold.rect.center().x);
            }
        }
    }

    fn more(&self, open: &mut Open, scene: &Scene, words: &Words<'_>) {
        let Some(column) = &scene.column else { return };
        let Some((rect, count)) = column.more else { return };
        let id = self.ui.scope_id().with("timeline-column-more");
        let response = self.node(id, rect, || WidgetInfo::labeled(Role::Button, true, words.more_text(count)));
        if response.has_focus() {
            self.frame(response.rect);
        }
        if response.clicked() {
            open.page_column(column.entries.len());
        }
    }
}
