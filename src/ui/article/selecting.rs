//! From the pointer and the keys to the selection of words.
//! A click that selects nothing is left to who asks: it means an event.

use eframe::egui::{Event, Key, Modifiers, Pos2, Rect, Response, Ui, vec2};

use super::ArticleView;
use super::blocks::Block;
use super::paint::layout_of;
use super::selection::{Place, Selection, Unit};
use crate::text::egui::{Beyond, Caret, CaretStep, TextLayout};
use crate::ui::look::Look;
use crate::ui::state::Document;

/// How far the article scrolls in a frame for each point that a drag is out of view.
const SCROLL_PER_POINT: f32 = 0.25;

/// Presses that follow each other at one place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Presses {
    time: f64,
    pos: Pos2,
    count: usize,
}

impl Presses {
    /// Counts a press; how many there were at this place, this one included.
    fn press(&mut self, ui: &Ui, pos: Pos2) -> usize {
        let time = ui.input(|input| input.time);
        let options = ui.ctx().options(|options| options.input_options);
        let again = time - self.time <= options.max_double_click_delay && self.pos.distance(pos) <= options.max_click_dist;
        let count = if again { self.count + 1 } else { 1 };
        *self = Self { time, pos, count };
        count
    }
}

/// The article as it is laid out: what a selection is made on.
pub(super) struct Page<'a> {
    pub(super) ui: &'a Ui,
    pub(super) look: Look,
    pub(super) document: &'a Document,
    pub(super) width: f32,
    /// Where the first block begins on the screen.
    pub(super) origin: Pos2,
    /// What is seen of the article.
    pub(super) seen: Rect,
}

impl Page<'_> {
    fn layout(&self, block: &Block) -> TextLayout {
        layout_of(self.ui.ctx(), self.look, self.document, block, self.width)
    }

    /// The caret nearest to a point of the screen.
    fn place_at(&self, view: &ArticleView, pos: Pos2) -> Option<Place> {
        let depth = pos.y - self.origin.y;
        let index = view.heights.between(depth, depth + 1.0).next()?;
        let layout = self.layout(view.parts.blocks.get(index)?);
        let inside = pos2_in(pos, self.origin, view.heights.top(index), layout.size().y);
        Some(Place { block: index, caret: layout.caret_beside(inside) })
    }

    /// The word or block around a place; for letters, the place itself.
    fn around(&self, view: &ArticleView, place: Place, unit: Unit) -> (Place, Place) {
        let Some(block) = view.parts.blocks.get(place.block) else { return (place, place) };
        let range = match unit {
            Unit::Letter => return (place, place),
            Unit::Word => {
                // Behind a word's last letter is still that word.
                let offset = place.caret.offset - usize::from(place.caret.after && place.caret.offset > 0);
                self.layout(block).word_at(offset)
            }
            Unit::Block => return self.paragraph(view, place.block),
        };
        let at = |caret| Place { block: place.block, caret };
        (at(Caret::before(range.start)), at(Caret::behind(range.end)))
    }

    /// From the start to the end of the paragraph that a block is of.
    fn paragraph(&self, view: &ArticleView, block: usize) -> (Place, Place) {
        let before = view.parts.blocks.get(..block).unwrap_or_default();
        let first = block - before.iter().rev().take_while(|block| block.continues).count();
        let after = view.parts.blocks.get(block..).unwrap_or_default();
        let last = block + after.iter().take_while(|block| block.continues).count();
        let end = view.parts.blocks.get(last).map_or(0, |block| block.text(self.document).len());
        (Place { block: first, caret: Caret::before(0) }, Place { block: last, caret: Caret::behind(end) })
    }

    /// Where a caret stands on the screen.
    fn caret_rect(&self, view: &ArticleView, place: Place) -> Option<Rect> {
        let caret = self.layout(view.parts.blocks.get(place.block)?).rect_of(place.caret);
        Some(caret.translate(self.origin.to_vec2() + vec2(0.0, view.heights.top(place.block))))
    }
}

/// A point of the screen in a block; above it is on its first line, below it on its last.
fn pos2_in(pos: Pos2, origin: Pos2, top: f32, height: f32) -> Pos2 {
    let inside = pos - origin.to_vec2() - vec2(0.0, top);
    Pos2::new(inside.x, inside.y.clamp(0.0, (height - 1.0).max(0.0)))
}

/// Applies the pointer; whether it has made a plain click, which selects no words.
pub(super) fn apply_pointer(page: &Page<'_>, view: &mut ArticleView, response: &Response) -> bool {
    let pos = page.ui.input(|input| input.pointer.interact_pos());
    let Some(pos) = pos else { return false };
    let (pressed, shift) = page.ui.input(|input| (input.pointer.primary_pressed(), input.modifiers.shift));
    if pressed && response.contains_pointer() {
        press(page, view, pos, shift);
    } else if response.dragged() {
        extend(page, view, pos);
        scroll_towards(page, pos);
    }
    response.clicked() && !shift && view.presses.count == 1
}

fn press(page: &Page<'_>, view: &mut ArticleView, pos: Pos2, shift: bool) {
    let count = view.presses.press(page.ui, pos);
    if shift && view.selection.is_some() {
        return extend(page, view, pos);
    }
    let unit = Unit::of_presses(count);
    let Some(place) = page.place_at(view, pos) else { return };
    let (start, end) = page.around(view, place, unit);
    view.selection = Some(Selection::begin(unit, start, end));
    view.goal = None;
}

fn extend(page: &Page<'_>, view: &mut ArticleView, pos: Pos2) {
    let Some(mut selection) = view.selection else { return };
    let pos = pos.clamp(Pos2::new(f32::NEG_INFINITY, page.seen.top()), Pos2::new(f32::INFINITY, page.seen.bottom() - 1.0));
    let Some(place) = page.place_at(view, pos) else { return };
    let (start, end) = page.around(view, place, selection.unit);
    selection.extend(start, end);
    view.selection = Some(selection);
}

/// Scrolls while a drag is above or below what is seen.
fn scroll_towards(page: &Page<'_>, pos: Pos2) {
    let above = (page.seen.top() - pos.y).max(0.0);
    let below = (pos.y - page.seen.bottom()).max(0.0);
    if above > 0.0 || below > 0.0 {
        page.ui.scroll_with_delta(vec2(0.0, (above - below) * SCROLL_PER_POINT));
        page.ui.ctx().request_repaint();
    }
}

/// Applies the keys, where nothing else wants them; the place on the screen that is to be brought into view.
pub(super) fn apply_keys(page: &Page<'_>, view: &mut ArticleView) -> Option<Rect> {
    let ctx = page.ui.ctx();
    if ctx.text_edit_focused() || ctx.any_popup_open() {
        return None;
    }
    let before = view.selection.map(|selection| selection.focus);
    for event in ctx.input(|input| input.events.clone()) {
        match event {
            Event::Copy => copy(page, view),
            Event::Key { key: Key::A, pressed: true, modifiers, .. } if modifiers.command && !modifiers.shift => {
                view.selection = Selection::all(page.document, &view.parts.blocks);
                return None;
            }
            Event::Key { key, pressed: true, modifiers, .. } if modifiers.shift && !modifiers.alt => {
                step(page, view, key, modifiers);
            }
            _ => {}
        }
    }
    let focus = view.selection.map(|selection| selection.focus).filter(|focus| before != Some(*focus))?;
    page.caret_rect(view, focus)
}

fn copy(page: &Page<'_>, view: &ArticleView) {
    if let Some(selection) = view.selection.filter(|selection| !selection.is_empty()) {
        page.ui.ctx().copy_text(selection.text(page.document, &view.parts.blocks));
    }
}

/// Moves the end of the selection that was moved last.
fn step(page: &Page<'_>, view: &mut ArticleView, key: Key, modifiers: Modifiers) {
    let Some(mut selection) = view.selection else { return };
    let focus = selection.focus;
    let goal = view.goal.take();
    let moved = match (key, modifiers.command) {
        (Key::ArrowLeft, false) => step_aside(page, view, focus, CaretStep::Left),
        (Key::ArrowRight, false) => step_aside(page, view, focus, CaretStep::Right),
        (Key::ArrowLeft, true) => step_aside(page, view, focus, CaretStep::WordLeft),
        (Key::ArrowRight, true) => step_aside(page, view, focus, CaretStep::WordRight),
        (Key::ArrowUp, _) => step_lines(page, view, focus, goal, false),
        (Key::ArrowDown, _) => step_lines(page, view, focus, goal, true),
        (Key::Home, false) => step_aside(page, view, focus, CaretStep::LineStart),
        (Key::End, false) => step_aside(page, view, focus, CaretStep::LineEnd),
        (Key::Home, true) => Some(Place::default()),
        (Key::End, true) => Selection::all(page.document, &view.parts.blocks).map(|all| all.focus),
        _ => {
            view.goal = goal;
            return;
        }
    };
    if let Some(focus) = moved {
        selection.move_focus(focus);
        view.selection = Some(selection);
    }
}

/// Letters and words; from the edge of a block into the next.
fn step_aside(page: &Page<'_>, view: &ArticleView, focus: Place, step: CaretStep) -> Option<Place> {
    let block = view.parts.blocks.get(focus.block)?;
    match page.layout(block).step(focus.caret, step) {
        Ok(caret) => Some(Place { caret, ..focus }),
        Err(Beyond::Before) => {
            let index = focus.block.checked_sub(1)?;
            let before = view.parts.blocks.get(index)?;
            let end = Place { block: index, caret: Caret::behind(before.text(page.document).len()) };
            // Between two pieces of a paragraph there is nothing to be crossed.
            if before.continues { step_aside(page, view, end, step) } else { Some(end) }
        }
        Err(Beyond::After) => {
            let index = focus.block + 1;
            view.parts.blocks.get(index)?;
            let start = Place { block: index, caret: Caret::before(0) };
            if block.continues { step_aside(page, view, start, step) } else { Some(start) }
        }
    }
}

/// Lines; from the last of a block to the first of the next, at the same place from the left: that of the first step.
/// Above the first line is the start of the article, below the last one its end.
fn step_lines(page: &Page<'_>, view: &mut ArticleView, focus: Place, goal: Option<f32>, down: bool) -> Option<Place> {
    let layout = page.layout(view.parts.blocks.get(focus.block)?);
    let x = goal.unwrap_or_else(|| layout.rect_of(focus.caret).left());
    view.goal = Some(x);
    let beyond = match layout.step_lines(focus.caret, x, down) {
        Ok(caret) => return Some(Place { caret, ..focus }),
        Err(beyond) => beyond,
    };
    let index = match beyond {
        Beyond::Before => focus.block.checked_sub(1),
        Beyond::After => Some(focus.block + 1).filter(|&index| index < view.parts.blocks.len()),
    };
    let Some(index) = index else {
        return if down {
            Selection::all(page.document, &view.parts.blocks).map(|all| all.focus)
        } else {
            Some(Place::default())
        };
    };
    let layout = page.layout(view.parts.blocks.get(index)?);
    let y = if down { 0.0 } else { (layout.size().y - 1.0).max(0.0) };
    Some(Place { block: index, caret: layout.caret_beside(Pos2::new(x, y)) })
}
