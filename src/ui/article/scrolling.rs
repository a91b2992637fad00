//! Which blocks are laid out when, and what is brought into view.
//! A frame lays out what is seen and measures a bounded part of the rest, so that none takes long.

use eframe::egui::{Align, Rect, Ui, vec2};

use super::paint::{self, height_of};
use super::{ArticleView, place};
use crate::base::TextSpan;
use crate::ui::look::Look;
use crate::ui::state::{AppState, Document};

/// How much of what is hidden is measured in a frame, in bytes.
const MEASURED_PER_FRAME: usize = 4 * 1024;
/// What a block costs beside its bytes.
const COST_OF_BLOCK: usize = 128;

/// A sentence that is to be brought into view, and the block that it begins in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    block: usize,
    sentence: TextSpan,
    /// How often its place may turn out to be another one than was guessed.
    tries: u8,
}

/// Where a sentence was selected elsewhere, or some words were asked for, they are to be brought into view.
pub(super) fn choose_target(state: &AppState, document: &Document, view: &mut ArticleView) {
    if view.followed != state.selected() {
        view.followed = state.selected();
        let event = state.selected().and_then(|id| document.extraction.event(id));
        view.arriving = event.and_then(|event| target(view, event.mention.sentence));
    }
    // Who asks for words and selects their event means the words.
    let visit = state.browse.visited();
    if view.visited.replace(visit.number).is_some_and(|known| known != visit.number) {
        view.arriving = visit.words.and_then(|words| target(view, words));
    }
}

fn target(view: &ArticleView, sentence: TextSpan) -> Option<Target> {
    let block = view.blocks.iter().position(|block| block.span().is_some_and(|span| span.overlaps(sentence)))?;
    Some(Target { block, sentence, tries: 4 })
}

/// Brings a sentence into view. Where what is above it was not measured, its place is guessed, and looked at again when
/// what stands around it was laid out.
#[expect(clippy::too_many_arguments, reason = "the same things that all of the panel needs")]
pub(super) fn follow(
    ui: &Ui,
    look: Look,
    document: &Document,
    view: &mut ArticleView,
    target: Target,
    width: f32,
    outer: Rect,
    viewport: Rect,
) {
    view.arriving = None;
    let Some(placed) = place(ui, look, document, view, target.block, width, outer) else { return };
    let Some(span) = view.blocks.get(target.block).and_then(|block| block.span()) else { return };
    let rects = placed.layout.rects_of(paint::within(span, target.sentence));
    let lines = rects.into_iter().reduce(Rect::union).map(|rect| rect.translate(placed.rect.min.to_vec2()));
    let lines = lines.unwrap_or(placed.rect);
    let seen = viewport.translate(outer.min.to_vec2());
    let is_seen = lines.top() >= seen.top() && lines.bottom() <= seen.bottom();
    let is_guess = view.heights.next_unmeasured().is_some_and(|index| index < target.block);
    view.arriving =
        (!is_seen && is_guess && target.tries > 0).then_some(Target { tries: target.tries.saturating_sub(1), ..target });
    if !is_seen {
        ui.scroll_to_rect(lines, Some(Align::Center));
    }
    ui.ctx().request_repaint();
}

/// Measures some paragraphs out of view; what is in view stays where it is, though what is above it turns out higher
/// than was guessed. `work` is what was laid out in this frame already, in bytes.
pub(super) fn measure_around(ui: &Ui, look: Look, document: &Document, view: &mut ArticleView, width: f32, work: usize) {
    let first = view.heights.between(view.depth, view.depth + 1.0).start;
    let before = view.heights.top(first);
    measure_some(ui, look, document, view, width, MEASURED_PER_FRAME.saturating_sub(work));
    let moved = view.heights.top(first) - before;
    if moved != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -moved));
    }
}

/// Measures paragraphs out of view, a few in a frame, so that the scroll bar tells the truth.
fn measure_some(ui: &Ui, look: Look, document: &Document, view: &mut ArticleView, width: f32, mut budget: usize) {
    while let Some(index) = view.heights.next_unmeasured() {
        let Some(block) = view.blocks.get(index) else { return };
        let cost = block.text(document).len() + COST_OF_BLOCK;
        if cost > budget && budget < MEASURED_PER_FRAME {
            return ui.ctx().request_repaint();
        }
        budget = budget.saturating_sub(cost);
        view.heights.set(index, height_of(ui.ctx(), look, document, block, width));
    }
}
