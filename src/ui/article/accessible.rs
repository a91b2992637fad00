//! The article as assistive technology reads it: a document whose paragraphs are told line by line, and what is selected.
//! What is out of view is not told: it has no place yet.

use eframe::egui::accesskit::{Action, TextPosition};
use eframe::egui::{Id, Role, Ui};

use super::selection::{Place, Selection, Unit};
use super::{ArticleView, Placed};
use crate::text::egui::{Caret, asked_selection, tell_selection};
use crate::ui::state::Document;

/// A block in view.
pub(super) struct Shown {
    pub(super) index: usize,
    /// That of its node.
    pub(super) id: Id,
    pub(super) placed: Placed,
}

/// Makes the node of the panel that of a document: to be called before any block is shown.
pub(super) fn begin(ui: &Ui) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Document);
        node.add_action(Action::SetTextSelection);
    });
}

/// Tells the letters in view and the selection, and selects what is asked for.
pub(super) fn tell(ui: &mut Ui, document: &Document, view: &mut ArticleView, shown: &[Shown]) {
    let node = ui.unique_id();
    for block in shown {
        let continues = view.parts.blocks.get(block.index).is_some_and(|block| block.continues);
        block.placed.layout.tell_letters(ui, block.id, block.placed.rect.min, if continues { "" } else { "\n" });
    }
    if let Some(asked) = asked_selection(ui, node)
        && let (Some(anchor), Some(focus)) = (place_of(shown, asked.anchor), place_of(shown, asked.focus))
    {
        let mut selection = Selection::begin(Unit::Letter, anchor, anchor);
        selection.extend(focus, focus);
        view.selection = Some(selection);
        ui.ctx().request_repaint();
    }
    let Some(selection) = view.selection else { return };
    let position = |place: Place| position_of(document, view, shown, place);
    if let (Some(anchor), Some(focus)) = (position(selection.tail()), position(selection.focus)) {
        tell_selection(ui, node, anchor, focus);
    }
}

/// The place of a position; `None` where it is in no block in view.
fn place_of(shown: &[Shown], position: TextPosition) -> Option<Place> {
    shown.iter().find_map(|block| {
        let caret = block.placed.layout.caret_at_position(block.id, position)?;
        Some(Place { block: block.index, caret })
    })
}

/// The position of a place; where it is out of view, the nearest that is in view.
fn position_of(document: &Document, view: &ArticleView, shown: &[Shown], place: Place) -> Option<TextPosition> {
    let (first, last) = (shown.first()?, shown.last()?);
    let (block, caret) = if place.block < first.index {
        (first, Caret::before(0))
    } else if place.block > last.index {
        (last, Caret::behind(view.parts.blocks.get(last.index)?.text(document).len()))
    } else {
        (shown.get(place.block - first.index)?, place.caret)
    };
    Some(block.placed.layout.position_of(block.id, caret))
}
