//! The article: its words, which of them tell events, and the way from a click to an event.
//! Only the paragraphs in view are laid out and painted.

mod accessible;
mod blocks;
mod byline;
mod heights;
mod paint;
mod prepared;
mod scrolling;
mod selecting;
mod selection;
mod sentences;

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{CursorIcon, Id, Pos2, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use self::accessible::Shown;
use self::blocks::BlockRole;
use self::heights::{Heights, Measure};
use self::paint::{layout_of, paint_block, paint_selection, selected_layout_of};
use self::prepared::{Parts, parts};
pub use self::prepared::{Prepared, prepare};
use self::scrolling::{Target, choose_target, follow, measure_around};
use self::selecting::{Page, Presses, apply_keys, apply_pointer};
use self::selection::Selection;
use super::command::{Command, CommandSender};
use super::direction::rect_from_start;
use super::look::Look;
use super::state::{AppState, Document};
use crate::base::TextSpan;
use crate::base::theme::size;
use crate::event::EventId;
use crate::text::egui::TextLayout;

const MARGIN: f32 = size::GRID * 7.0;
const TOP_MARGIN: f32 = size::GRID * 4.0;
/// Two clicks this near to each other, in bytes, are meant for the same words.
const SAME_PLACE: usize = 16;

/// What the panel remembers between frames.
#[derive(Debug, Default)]
pub struct ArticleView {
    document: Option<Arc<Document>>,
    /// The first generation of the article that is shown: its scroll position is kept while only its dates change.
    first_generation: u64,
    parts: Arc<Parts>,
    heights: Heights,
    /// The selection that was last brought into view.
    followed: Option<EventId>,
    /// The last request to show some words that was met.
    visited: Option<u64>,
    /// What is being brought into view.
    arriving: Option<Target>,
    /// What this panel last said about the pointer.
    hovered: Option<EventId>,
    /// Where the last click was.
    clicked_at: Option<usize>,
    /// The words that are selected, or where a selection by keys would begin.
    selection: Option<Selection>,
    presses: Presses,
    /// The room above the first block, in points.
    lead: f32,
    /// Whether the article was not shown yet.
    is_new: bool,
    /// How far below the first line of all the first line in view is, in points.
    depth: f32,
    /// How far what is in view was moved because all is laid out anew.
    moved: f32,
    /// From the left edge: where steps from line to line lead, however short the lines between are.
    goal: Option<f32>,
}

impl ArticleView {
    /// The words that are selected, where any are.
    #[must_use]
    pub fn selected_span(&self, document: &Document) -> Option<TextSpan> {
        let span = self.selection?.span(&self.parts.blocks)?;
        document.article.text.get(span.start..span.end).map(|_| span)
    }

    fn fit(&mut self, document: &Arc<Document>, measure: Measure) {
        if self.document.as_ref().is_none_or(|shown| !Arc::ptr_eq(shown, document)) {
            self.show(document);
        }
        let first = self.heights.between(self.depth, self.depth + 1.0).start;
        let before = self.heights.top(first);
        self.heights.fit(document, &self.parts.blocks, measure);
        self.moved = self.heights.top(first) - before;
    }

    fn show(&mut self, document: &Arc<Document>) {
        let parts = parts(document).clone();
        let same_text = self.document.as_ref().is_some_and(|shown| shown.article == document.article);
        let same = same_text && self.parts.blocks == parts.blocks;
        if !same {
            self.first_generation = document.generation;
            self.heights.clear();
            (self.depth, self.is_new) = (0.0, true);
            (self.followed, self.arriving) = (None, None);
            (self.selection, self.visited) = (None, None);
        }
        self.document = Some(document.clone());
        self.parts = parts;
        self.hovered = None;
        self.clicked_at = None;
    }

    /// The bytes of a block that are selected.
    fn selected(&self, document: &Document, index: usize) -> Range<usize> {
        let len = self.parts.blocks.get(index).map_or(0, |block| block.text(document).len());
        self.selection.map_or(0..0, |selection| selection.within(index, len))
    }

    /// The event that a click means: the nearest, and with each further click at the same place the next.
    fn event_at(&self, offset: usize, selected: Option<EventId>) -> Option<EventId> {
        let sentence = self.parts.sentences.at(offset)?;
        let again = self.clicked_at.is_some_and(|before| before.abs_diff(offset) <= SAME_PLACE);
        let next = selected.filter(|_| again).and_then(|selected| sentence.after(selected));
        next.or_else(|| sentence.nearest(offset))
    }
}

/// Where a block stands on the screen.
struct Placed {
    layout: TextLayout,
    rect: Rect,
}

/// Shows the article in all the space that is left.
pub fn article_ui(ui: &mut Ui, state: &AppState, document: &Arc<Document>, commands: &CommandSender, view: &mut ArticleView) {
    let look = Look::of(state);
    let width = (ui.available_width() - MARGIN * 2.0).clamp(size::GRID * 20.0, size::ARTICLE_COLUMN);
    view.lead = TOP_MARGIN + byline::height(state, document);
    view.fit(document, Measure::of(ui.ctx(), width));
    // Scrolling that takes its time would go to where a place was guessed to be, and show each correction a frame late.
    let is_measured = view.heights.next_unmeasured().is_none();
    let area = ScrollArea::vertical().id_salt(("article", view.first_generation)).auto_shrink(false).animated(is_measured);
    area.show_viewport(ui, |ui, viewport| {
        choose_target(state, document, view);
        accessible::begin(ui);
        let outer = all_of(ui, view);
        let clicked = select_ui(ui, look, document, view, width, outer);
        let above = rect_from_start(outer, look.direction, MARGIN, TOP_MARGIN, width, view.lead - TOP_MARGIN);
        if above.height() > 0.0 {
            byline::byline_ui(ui, state, document, commands, above);
        }
        let mut pointed = None;
        let mut shown = Vec::new();
        let mut work = 0;
        for index in view.heights.between(viewport.top() - view.lead, viewport.bottom() - view.lead) {
            if !view.heights.is_measured(index) {
                work += view.parts.blocks.get(index).map_or(0, |block| block.text(document).len());
            }
            let Some(placed) = place(ui, look, document, view, index, width, outer) else { continue };
            let id = ui.make_persistent_id(("block", index));
            pointed = pointed.or(block_ui(ui, state, document, commands, view, index, id, &placed, clicked));
            shown.push(Shown { index, id, placed });
        }
        accessible::tell(ui, document, view, &shown);
        tell_hover(commands, view, pointed);
        view.depth = viewport.top() - view.lead;
        match view.arriving {
            Some(target) => follow(ui, look, document, view, target, width, outer, viewport),
            // The first frame has enough to do.
            None if std::mem::take(&mut view.is_new) => ui.ctx().request_repaint(),
            None if view.moved != 0.0 => {
                ui.scroll_with_delta(vec2(0.0, -view.moved));
                ui.ctx().request_repaint();
            }
            None => measure_around(ui, look, document, view, width, work),
        }
        // What was laid out has its true height now: at the end of the article there must be room to scroll to.
        ui.allocate_rect(all_of(ui, view), Sense::hover());
    });
}

/// The rectangle of the whole article, seen or not.
fn all_of(ui: &Ui, view: &ArticleView) -> Rect {
    Rect::from_min_size(ui.max_rect().min, vec2(ui.max_rect().width(), view.heights.total() + view.lead + TOP_MARGIN))
}

/// Lets words be selected; where a plain click was, which selects none.
fn select_ui(ui: &Ui, look: Look, document: &Document, view: &mut ArticleView, width: f32, outer: Rect) -> Option<Pos2> {
    // Not to be focused: the keyboard reaches the events on the timeline, in order.
    let seen = ui.clip_rect().intersect(outer);
    let response = ui.interact(seen, ui.make_persistent_id("words"), Sense::CLICK | Sense::DRAG);
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::Text);
    }
    let origin = rect_from_start(outer, look.direction, MARGIN, view.lead, width, 0.0).min;
    let page = Page { ui, look, document, width, origin, seen };
    let is_click = apply_pointer(&page, view, &response);
    if let Some(target) = apply_keys(&page, view) {
        ui.scroll_to_rect(target, None);
    }
    response.interact_pointer_pos().filter(|_| is_click)
}

fn place(
    ui: &Ui,
    look: Look,
    document: &Document,
    view: &mut ArticleView,
    index: usize,
    width: f32,
    outer: Rect,
) -> Option<Placed> {
    let block = view.parts.blocks.get(index)?;
    let selected = view.selected(document, index);
    let layout = if block.role == BlockRole::Page && !selected.is_empty() {
        selected_layout_of(ui.ctx(), look, document, block, width, selected)
    } else {
        layout_of(ui.ctx(), look, document, block, width)
    };
    view.heights.set(index, layout.size().y);
    let top = view.heights.top(index) + view.lead;
    let rect = rect_from_start(outer, look.direction, MARGIN, top, width, layout.size().y);
    Some(Placed { layout, rect })
}

/// Shows one block; the event under the pointer. `clicked` is where a click was, in this block or another.
#[expect(clippy::too_many_arguments, reason = "the same things that all of the panel needs")]
fn block_ui(
    ui: &Ui,
    state: &AppState,
    document: &Document,
    commands: &CommandSender,
    view: &mut ArticleView,
    index: usize,
    id: Id,
    placed: &Placed,
    clicked: Option<Pos2>,
) -> Option<EventId> {
    let block = view.parts.blocks.get(index)?;
    let response = ui.interact(placed.rect, id, Sense::hover());
    let role = match block.role {
        BlockRole::Title | BlockRole::Heading => Role::Heading,
        BlockRole::Paragraph | BlockRole::Page => Role::Paragraph,
    };
    let text = block.text(document);
    response.widget_info(|| WidgetInfo::labeled(role, true, text));
    let selected = view.selected(document, index);
    paint_block(ui, state, document, &view.parts.sentences, block.span(), placed.rect, &placed.layout, |ui| {
        paint_selection(ui, Look::of(state), placed.rect, &placed.layout, selected);
    });
    let span = block.span()?;
    if let Some(offset) = clicked.filter(|pos| placed.rect.contains(*pos)).and_then(|pos| offset_under(placed, span, pos)) {
        select_event_at(state, commands, view, offset);
    }
    let pointed = response.hover_pos().and_then(|pos| offset_under(placed, span, pos))?;
    let event = view.parts.sentences.at(pointed)?.nearest(pointed);
    if event.is_some() && !ui.input(|input| input.pointer.is_decidedly_dragging()) {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    event
}

/// Selects the event that a click at a byte of the article means.
fn select_event_at(state: &AppState, commands: &CommandSender, view: &mut ArticleView, offset: usize) {
    if let Some(event) = view.event_at(offset, state.selected()) {
        view.followed = Some(event);
        commands.send(Command::Select(Some(event)));
    }
    view.clicked_at = Some(offset);
}

/// The byte of the article under a point of the screen.
fn offset_under(placed: &Placed, span: TextSpan, pos: Pos2) -> Option<usize> {
    let offset = placed.layout.offset_under(pos - placed.rect.min.to_vec2())?;
    Some(span.start + offset)
}

/// Sends what is under the pointer, only when that changed.
fn tell_hover(commands: &CommandSender, view: &mut ArticleView, pointed: Option<EventId>) {
    if view.hovered != pointed {
        view.hovered = pointed;
        commands.send(Command::Hover(pointed));
    }
}

#[cfg(test)]
mod accessible_tests;
#[cfg(test)]
mod selecting_tests;
#[cfg(test)]
mod tests;
